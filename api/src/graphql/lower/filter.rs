//! Filters, from their JSON form.

use codegen::{ApiColumn, ApiTable};
use serde_json::{Map, Value};
use shard::op::{Filter, Test};

use super::{Lowering, all, misplaced};
use crate::error::{ApiError, Code};
use crate::plan::binder::Operand;
use crate::plan::filter::{Operator, among, compare};

impl Lowering<'_> {
    /// The condition of a filter object. A null for a whole condition is as if it were left out.
    pub(super) fn filter(&mut self, table: &ApiTable, given: &Value, path: &str) -> Result<Filter, ApiError> {
        let members = given.as_object().ok_or_else(misplaced)?;
        let mut tests = Vec::with_capacity(members.len());
        for (name, condition) in members {
            if condition.is_null() {
                continue;
            }
            let path = format!("{path}.{name}");
            tests.push(match name.as_str() {
                "and" => Filter::And(self.filters(table, condition, &path)?),
                "or" => Filter::Or(self.filters(table, condition, &path)?),
                "not" => Filter::Not(Box::new(self.filter(table, condition, &path)?)),
                "nodeId" => self.node_id(table, condition)?,
                field => {
                    let column = table.column_of_field(field).ok_or_else(misplaced)?;
                    let operators = condition.as_object().ok_or_else(misplaced)?;
                    self.column(column, operators, &path)?
                }
            });
        }
        Ok(all(tests))
    }

    fn filters(&mut self, table: &ApiTable, given: &Value, path: &str) -> Result<Vec<Filter>, ApiError> {
        let items = given.as_array().ok_or_else(misplaced)?;
        items
            .iter()
            .enumerate()
            .map(|(index, item)| self.filter(table, item, &format!("{path}[{index}]")))
            .collect()
    }

    fn node_id(&mut self, table: &ApiTable, condition: &Value) -> Result<Filter, ApiError> {
        match condition.get("eq") {
            Some(Value::String(id)) => self.node_filter(table, id),
            _ => Err(ApiError::new(
                Code::InvalidValue,
                "filter.nodeId: expected {eq: \"…\"}",
            )),
        }
    }

    /// The condition of operators on a column.
    pub(super) fn column(
        &mut self,
        column: &ApiColumn,
        operators: &Map<String, Value>,
        path: &str,
    ) -> Result<Filter, ApiError> {
        let mut tests = Vec::with_capacity(operators.len());
        for (name, operand) in operators {
            let test = self.operator(column, name, operand);
            tests.push(test.map_err(|error| error.with("argument", format!("{path}.{name}")))?);
        }
        Ok(all(tests))
    }

    fn operator(&mut self, column: &ApiColumn, name: &str, operand: &Value) -> Result<Filter, ApiError> {
        match (name, operand) {
            (_, Value::Null) => Err(ApiError::new(
                Code::InvalidValue,
                format!(
                    "{}: nothing is {name} null: test for it with `is: NULL`, or leave the operator out",
                    column.field
                ),
            )),
            ("is", Value::String(what)) => Ok(Filter::Column(
                column.id,
                if what == "NULL" {
                    Test::IsNull
                } else {
                    Test::IsNotNull
                },
            )),
            ("in", Value::Array(items)) => among(&mut self.binder, column, items.iter().map(Operand::Json)),
            _ => {
                let operator = Operator::parse(name).ok_or_else(misplaced)?;
                compare(&mut self.binder, column, operator, Operand::Json(operand))
            }
        }
    }
}

/// Refuses a condition without an operator in a write: a variable that was left out would turn a write to some rows
/// into one to all.
pub(super) fn refuse_empty(given: &Value, path: &str) -> Result<(), ApiError> {
    match given {
        Value::Object(members) if members.is_empty() => Err(ApiError::new(
            Code::FilterRequired,
            format!("{path}: the condition is empty, so it would find every row: give it an operator, or leave it out"),
        )
        .with("argument", path)),
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !matches!(name.as_str(), "eq" | "neq" | "in"))
            .try_for_each(|(name, member)| refuse_empty(member, &format!("{path}.{name}"))),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(index, item)| refuse_empty(item, &format!("{path}[{index}]"))),
        _ => Ok(()),
    }
}
