//! Filters, from their JSON form.

use codegen::{ApiColumn, ApiTable, Relation};
use schema::stored::Scalar;
use serde_json::{Map, Value};
use shard::op::{Exists, Filter, Test};

use super::{Lowering, all, misplaced};
use crate::batch::condition;
use crate::error::{ApiError, Code};
use crate::plan::binder::Operand;
use crate::plan::filter::{Containment, Operator, among, compare, contain};
use crate::plan::json::{Part, operators};

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
                "not" => self.filter(table, condition, &path)?.negated(),
                "nodeId" => self.node_id(table, condition)?,
                field => {
                    if let Some(column) = table.column_of_field(field) {
                        let operators = condition.as_object().ok_or_else(misplaced)?;
                        self.column(column, operators, &path)?
                    } else {
                        let relation = table.relation(field).ok_or_else(misplaced)?;
                        self.related_filter(relation, condition, &path)?
                    }
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

    /// The condition on related rows: on the one row itself, or on some, none or every one of many.
    fn related_filter(&mut self, relation: &Relation, given: &Value, path: &str) -> Result<Filter, ApiError> {
        if relation.is_to_one() {
            return self.exists(relation, given, path, false);
        }
        let members = given.as_object().ok_or_else(misplaced)?;
        let mut tests = Vec::with_capacity(members.len());
        for (word, condition) in members {
            if condition.is_null() {
                continue;
            }
            let path = format!("{path}.{word}");
            tests.push(match word.as_str() {
                "some" => self.exists(relation, condition, &path, false)?,
                "none" => Filter::Not(Box::new(self.exists(relation, condition, &path, false)?)),
                "every" => Filter::Not(Box::new(self.exists(relation, condition, &path, true)?)),
                _ => return Err(misplaced()),
            });
        }
        Ok(all(tests))
    }

    /// That there is a related row for which a condition holds, or does not.
    fn exists(
        &mut self,
        relation: &Relation,
        given: &Value,
        path: &str,
        untrue: bool,
    ) -> Result<Filter, ApiError> {
        let most = self.limits.max_nesting;
        if self.related == most {
            return Err(ApiError::new(
                Code::LimitExceeded,
                format!("{path}: conditions on related rows may be nested {most} deep"),
            )
            .with("argument", path));
        }
        let target = self.table(relation.target)?;
        self.related += 1;
        let filter = self.filter(target, given, path)?;
        self.related -= 1;
        let filter = match filter {
            Filter::And(none) if none.is_empty() && !untrue => None,
            filter if untrue => Some(Filter::Untrue(Box::new(filter))),
            filter => Some(filter),
        };
        Ok(Filter::Exists(Box::new(Exists {
            join: relation.join.clone(),
            table: target.id,
            filter,
        })))
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
            let test = self.test(column, name, operand);
            tests.push(test.map_err(|error| located(error, &format!("{path}.{name}")))?);
        }
        Ok(all(tests))
    }

    fn test(&mut self, column: &ApiColumn, name: &str, operand: &Value) -> Result<Filter, ApiError> {
        let operand = match condition::of_operator(&mut self.binder, column, name, operand)? {
            Ok(waiting) => return Ok(waiting),
            Err(known) => known,
        };
        match column.scalar() {
            Scalar::Json => operators::of_document(&mut self.binder, Part::whole(column), name, &operand),
            _ => self.operator(column, name, &operand),
        }
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
            ("nin", Value::Array(items)) => {
                let found = among(&mut self.binder, column, items.iter().map(Operand::Json))?;
                Ok(Filter::Not(Box::new(found)))
            }
            ("contains" | "containedBy" | "overlaps", _) if column.scalar() == Scalar::Set => {
                let containment = match name {
                    "contains" => Containment::Contains,
                    "containedBy" => Containment::Within,
                    _ => Containment::Overlaps,
                };
                contain(&mut self.binder, column, containment, Operand::Json(operand))
            }
            _ => {
                let operator = Operator::parse(name).ok_or_else(misplaced)?;
                compare(&mut self.binder, column, operator, Operand::Json(operand))
            }
        }
    }
}

/// Says where an error is: inside the operand, if it knows that.
fn located(mut error: ApiError, path: &str) -> ApiError {
    let inside = error.details.shift_remove("in");
    let inside = inside.as_ref().and_then(Value::as_str).unwrap_or_default();
    error.with("argument", format!("{path}{inside}"))
}

/// Refuses a condition without an operator in a write: a variable that was left out would turn a write to some rows
/// into one to all. `none: {}` finds fewer rows than any other, unless it is negated.
pub(super) fn refuse_empty(given: &Value, path: &str, negated: bool) -> Result<(), ApiError> {
    match given {
        Value::Object(members) if members.is_empty() => Err(ApiError::new(
            Code::FilterRequired,
            format!("{path}: the condition is empty, so it would find every row: give it an operator, or leave it out"),
        )
        .with("argument", path)),
        Value::Object(members) => members
            .iter()
            .filter(|(name, _)| !OPERANDS.contains(&name.as_str()))
            .filter(|(name, member)| {
                negated || name.as_str() != "none" || member.as_object().is_none_or(|none| !none.is_empty())
            })
            .try_for_each(|(name, member)| {
                let negated = negated != matches!(name.as_str(), "not" | "none");
                refuse_empty(member, &format!("{path}.{name}"), negated)
            }),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(index, item)| refuse_empty(item, &format!("{path}[{index}]"), negated)),
        _ => Ok(()),
    }
}

/// Operators whose operand may be an object or array.
const OPERANDS: [&str; 14] = [
    "eq",
    "neq",
    "in",
    "nin",
    "gt",
    "gte",
    "lt",
    "lte",
    "contains",
    "containedBy",
    "overlaps",
    "at",
    "hasAllKeys",
    "hasAnyKeys",
];
