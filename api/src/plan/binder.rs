//! Collects the values of a plan and hands out their slots.

use codegen::ApiColumn;
use schema::stored::{Place, Value, ValueError};
use shard::op::later::{Later, LaterFilter, LaterSlots, find};
use shard::op::{Filter, Slot};

use super::later::{self, Given, InBatch};
use super::rows::{Cell, generated, writable};
use crate::error::{ApiError, Code};

/// The values of one plan.
#[derive(Debug, Default)]
pub struct Binder {
    values: Vec<Value>,
    /// In a batch, how many operations come before this one.
    position: Option<usize>,
    later: LaterSlots,
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
    /// Of a request, which may be an operation of a batch.
    pub fn of(batch: Option<InBatch<'_>>) -> Self {
        Self {
            position: batch.map(|batch| batch.position),
            ..Self::default()
        }
    }

    /// Behind values of an operation that are bound already.
    pub(crate) fn behind(values: Vec<Value>) -> Self {
        Self {
            values,
            ..Self::default()
        }
    }

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
        match self.given(column, operand)? {
            Given::Value(operand) => self.bind(stored(column, operand)?),
            Given::Later(later) => self.later(&later),
        }
    }

    /// Binds a value that is written to a column.
    pub(crate) fn cell(&mut self, column: &ApiColumn, cell: &Cell<'_>) -> Result<Slot, ApiError> {
        match cell {
            Cell::Json(json) => self.bind(writable(column, json)?),
            _ if column.generated => Err(generated(column)),
            Cell::Stored(value) => self.bind(value.clone()),
            Cell::Later(later) => self.later(later),
            Cell::Default | Cell::Made(_) => Err(ApiError::new(Code::Internal, "a value of no change")),
        }
    }

    /// What an operand comes to: in a batch, a text may refer to an earlier answer.
    pub(crate) fn given<'a>(&self, column: &ApiColumn, operand: Operand<'a>) -> Result<Given<'a>, ApiError> {
        match self.position {
            None => Ok(Given::Value(operand)),
            Some(position) => later::operand(position, column, operand),
        }
    }

    /// In a batch, where texts may refer to earlier answers, how many operations come before this one.
    pub(crate) const fn position(&self) -> Option<usize> {
        self.position
    }

    /// A condition that is known only once earlier operations have answered.
    pub(crate) fn later_filter(&mut self, filter: &LaterFilter, searches: bool) -> Result<Filter, ApiError> {
        let slot = self.bind(Value::Text(serde_json::to_string(filter).unwrap_or_default()))?;
        self.later.filters.push(slot);
        Ok(Filter::Later { slot, searches })
    }

    /// Binds what an earlier answer gives.
    pub(crate) fn later(&mut self, later: &Later) -> Result<Slot, ApiError> {
        let slot = self.bind(Value::Text(later.to_string()))?;
        self.later.values.push(slot);
        Ok(slot)
    }

    /// Binds rows or a list, which may hold what earlier answers give.
    pub(crate) fn rows(&mut self, rows: String) -> Result<Slot, ApiError> {
        let holds = self.position.is_some() && find(&rows).is_some();
        let slot = self.bind(Value::Text(rows))?;
        if holds {
            self.later.values.push(slot);
        }
        Ok(slot)
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

    /// The values, and the slots of those that earlier answers give or that hold such values.
    pub fn finish_later(self) -> (Vec<Value>, LaterSlots) {
        (self.values, self.later)
    }
}

/// The stored form of a client's value.
pub fn stored(column: &ApiColumn, operand: Operand<'_>) -> Result<Value, ApiError> {
    let value = match operand {
        Operand::Json(json) => column.stored.encode(json),
        Operand::Text(text) => column.stored.from_text(text),
    };
    value.map_err(|error| refused(column, operand, &error))
}

/// Where a client's value stands among those that the column keeps.
pub fn place(column: &ApiColumn, operand: Operand<'_>) -> Result<Place, ApiError> {
    let place = match operand {
        Operand::Json(json) => column.stored.place(json),
        Operand::Text(text) => column.stored.place_of_text(text),
    };
    place.map_err(|error| refused(column, operand, &error))
}

fn refused(column: &ApiColumn, operand: Operand<'_>, error: &ValueError) -> ApiError {
    let beyond = match operand {
        Operand::Json(json) => column.stored.is_beyond(error, json),
        Operand::Text(text) => column.stored.is_beyond_text(error, text),
    };
    let code = if beyond {
        Code::OutOfRange
    } else {
        Code::InvalidValue
    };
    ApiError::new(code, format!("{}: {error}", column.field)).with("field", column.field.clone())
}
