//! Aggregates of a collection's rows, and groups of them.

use codegen::ApiTable;
use codegen::graphql::{Meaning, function_named};
use codegen::model::TypeRole;
use schema::stored::aggregate::Function;
use serde_json::Value;
use shard::op::{GroupFilter, GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure};

use super::collection::direction;
use super::{Lowering, children, misplaced};
use crate::error::{ApiError, Code};
use crate::graphql::prepared::{Field, Selection};
use crate::plan::groups::{self, measured, named, on_measure};

impl<'l> Lowering<'l> {
    /// The members of aggregates or of a group.
    pub(super) fn aggregates(
        &mut self,
        table: &'l ApiTable,
        role: TypeRole,
        keys: &[GroupKey],
        selection: &'l Selection,
    ) -> Result<Vec<GroupMember>, ApiError> {
        self.members(selection, |lowering, field, meaning| {
            let nested = |lowering: &mut Self, role| {
                let members = lowering.aggregates(table, role, keys, children(field)?)?;
                Ok::<_, ApiError>(GroupValue::Object(members))
            };
            let value = match meaning {
                Meaning::TypeName => GroupValue::Text(table.type_for(role)),
                Meaning::RowCount => GroupValue::Measure(Measure::Rows),
                Meaning::Aggregates(function) => nested(lowering, role_of(function))?,
                Meaning::Aggregated(function, id) => GroupValue::Measure(Measure::Of(function, id)),
                Meaning::GroupKeys => nested(lowering, TypeRole::GroupKeys)?,
                Meaning::GroupKey(column, part) => position(
                    keys,
                    GroupKey {
                        column,
                        part,
                        form: None,
                    },
                )
                .map_or(GroupValue::Null, |at| GroupValue::Measure(Measure::Key(at))),
                _ => return Err(misplaced()),
            };
            Ok(GroupMember {
                key: field.key.clone(),
                value,
            })
        })
    }

    /// The groups that `groupBy` asks for.
    pub(super) fn groups(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<Groups, ApiError> {
        let keys = self.group_keys(table, field)?;
        let having = self
            .argument(field, "having")?
            .map(|having| self.having(table, &having, "having"))
            .transpose()?;
        let order = self.group_order(table, &keys, field)?;
        let first = self.count(field, "first")?;
        self.complexity
            .beside(first.and_then(|first| u64::try_from(first).ok()), self.limits);
        let first = self.page_size(first)?;
        let offset = self.count(field, "offset")?;
        let groups = Groups {
            members: self.aggregates(table, TypeRole::Group, &keys, children(field)?)?,
            keys,
            having,
            order,
            limit: Some(self.binder.integer(first)?),
            offset: offset.map(|offset| self.binder.integer(offset)).transpose()?,
            single: false,
            ..Groups::default()
        };
        groups::check(table, &groups)?;
        Ok(groups)
    }

    fn group_keys(&self, table: &ApiTable, field: &'l Field) -> Result<Vec<GroupKey>, ApiError> {
        let given = self.argument(field, "keys")?.ok_or_else(misplaced)?;
        let names = given.as_array().ok_or_else(misplaced)?;
        let mut keys = Vec::with_capacity(names.len());
        for name in names {
            let key = key_named(table, name.as_str().unwrap_or_default())?;
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    fn group_order(
        &self,
        table: &ApiTable,
        keys: &[GroupKey],
        field: &'l Field,
    ) -> Result<Vec<GroupTerm>, ApiError> {
        let Some(given) = self.argument(field, "orderBy")? else {
            return Ok(Vec::new());
        };
        let mut terms: Vec<GroupTerm> = Vec::new();
        let objects = given.as_array().ok_or_else(misplaced)?;
        for (name, value) in objects.iter().filter_map(Value::as_object).flatten() {
            let mut push = |by, asked: &Value| {
                // Null: a variable that asks for no order by this.
                if let Some((descending, nulls_first)) = direction(asked)
                    && !terms.iter().any(|term| term.by == by)
                {
                    terms.push(GroupTerm {
                        by,
                        descending,
                        nulls_first,
                    });
                }
            };
            if name == "count" {
                push(Measure::Rows, value);
                continue;
            }
            for (member, asked) in value.as_object().into_iter().flatten() {
                let by = match function_named(name) {
                    Some(function) => Measure::Of(function, column(table, member)?),
                    None => Measure::Key(
                        position(keys, key_named(table, member)?).ok_or_else(|| ungrouped(member))?,
                    ),
                };
                push(by, asked);
            }
        }
        Ok(terms)
    }

    /// The condition of a `having` object. A null for a whole condition is as if it were left out.
    fn having(&mut self, table: &ApiTable, given: &Value, path: &str) -> Result<GroupFilter, ApiError> {
        let mut tests = Vec::new();
        for (name, condition) in given.as_object().ok_or_else(misplaced)? {
            let path = format!("{path}.{name}");
            let mut each = |condition: &Value| {
                let items = condition.as_array().ok_or_else(misplaced)?;
                let items = items.iter().enumerate();
                items
                    .map(|(at, item)| self.having(table, item, &format!("{path}[{at}]")))
                    .collect::<Result<Vec<_>, ApiError>>()
            };
            match (name.as_str(), condition) {
                (_, Value::Null) => {}
                ("and", condition) => tests.push(GroupFilter::And(each(condition)?)),
                ("or", condition) => tests.push(GroupFilter::Or(each(condition)?)),
                ("not", condition) => {
                    tests.push(GroupFilter::Not(Box::new(self.having(table, condition, &path)?)));
                }
                ("count", condition) => tests.push(self.measure(table, Measure::Rows, condition, &path)?),
                (function, condition) => {
                    let function = function_named(function).ok_or_else(misplaced)?;
                    for (member, condition) in condition.as_object().ok_or_else(misplaced)? {
                        if !condition.is_null() {
                            let measure = Measure::Of(function, column(table, member)?);
                            tests.push(self.measure(
                                table,
                                measure,
                                condition,
                                &format!("{path}.{member}"),
                            )?);
                        }
                    }
                }
            }
        }
        Ok(GroupFilter::And(tests))
    }

    fn measure(
        &mut self,
        table: &ApiTable,
        measure: Measure,
        condition: &Value,
        path: &str,
    ) -> Result<GroupFilter, ApiError> {
        let name = match measure {
            Measure::Of(function, id) | Measure::Made(function, id, _) => {
                named(function, table.column(id).ok_or_else(misplaced)?)
            }
            Measure::Rows | Measure::Key(_) => "count".to_owned(),
        };
        let column = measured(table, measure, name).ok_or_else(misplaced)?;
        let operators = condition.as_object().ok_or_else(misplaced)?;
        on_measure(measure, self.column(&column, operators, path)?)
    }
}

fn column(table: &ApiTable, field: &str) -> Result<schema::ColumnId, ApiError> {
    table
        .column_of_field(field)
        .map(|column| column.id)
        .ok_or_else(misplaced)
}

fn key_named(table: &ApiTable, name: &str) -> Result<GroupKey, ApiError> {
    let key = table.group_keys().find(|key| key.name == name);
    key.map(|key| GroupKey {
        column: key.column.id,
        part: key.part,
        form: None,
    })
    .ok_or_else(misplaced)
}

fn position(keys: &[GroupKey], key: GroupKey) -> Option<u16> {
    let at = keys.iter().position(|other| *other == key)?;
    u16::try_from(at).ok()
}

fn ungrouped(name: &str) -> ApiError {
    ApiError::new(
        Code::InvalidValue,
        format!("orderBy.keys.{name}: groups are ordered by what they are grouped by: add {name} to `keys`"),
    )
    .with("argument", format!("orderBy.keys.{name}"))
}

const fn role_of(function: Function) -> TypeRole {
    match function {
        Function::Count | Function::CountDistinct => TypeRole::CountFields,
        Function::Sum => TypeRole::SumFields,
        Function::Avg => TypeRole::AvgFields,
        Function::Min => TypeRole::MinFields,
        Function::Max => TypeRole::MaxFields,
    }
}
