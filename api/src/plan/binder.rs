//! Collects the values of a plan and hands out their slots.

use codegen::ApiColumn;
use schema::stored::Value;
use shard::op::Slot;

use crate::error::{ApiError, Code};

/// The values of one plan.
#[derive(Debug, Default)]
pub struct Binder {
    values: Vec<Value>,
    /// Subqueries that documents to compare with became.
    subqueries: usize,
}

/// A value as a client gave it.
#[derive(Debug, Clone, Copy)]
pub enum Operand<'a> {
    /// From a JSON document or a GraphQL literal.
    Json(&'a serde_json::Value),
    /// From a URL.
    Text(&'a str),
}

impl Binder {
    /// Binds a stored value.
    pub fn bind(&mut self, value: Value) -> Result<Slot, ApiError> {
        let slot = u16::try_from(self.values.len())
            .map(Slot)
            .map_err(|_| ApiError::new(Code::LimitExceeded, "a request takes at most 65,536 values"))?;
        self.values.push(value);
        Ok(slot)
    }

    /// Binds an integer of the plan's own, such as a limit.
    pub fn integer(&mut self, value: i64) -> Result<Slot, ApiError> {
        self.bind(Value::Int(value))
    }

    /// Binds a value of a column.
    pub fn column(&mut self, column: &ApiColumn, operand: Operand<'_>) -> Result<Slot, ApiError> {
        let value = stored(column, operand)?;
        self.bind(value)
    }

    /// Notes one more subquery of a comparison with a document; false beyond `most`.
    pub fn spend(&mut self, most: usize) -> bool {
        self.subqueries += 1;
        self.subqueries <= most
    }

    /// The text at a slot.
    pub fn text(&self, slot: Slot) -> Option<&str> {
        match self.values.get(usize::from(slot.0))? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The values, in the order of their slots.
    pub fn finish(self) -> Vec<Value> {
        self.values
    }
}

/// The stored form of a client's value.
pub fn stored(column: &ApiColumn, operand: Operand<'_>) -> Result<Value, ApiError> {
    let value = match operand {
        Operand::Json(json) => column.stored.encode(json),
        Operand::Text(text) => column.stored.from_text(text),
    };
    value.map_err(|error| {
        ApiError::new(Code::InvalidValue, format!("{}: {error}", column.field))
            .with("field", column.field.clone())
    })
}
