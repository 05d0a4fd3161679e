//! Rows with what is nested in them, in inserts and updates.

use codegen::{ApiColumn, ApiTable, Relation, RelationKind};
use schema::ColumnId;
use serde_json::Value;

use super::write::{asked, taken};
use super::{Lowering, misplaced};
use crate::error::{ApiError, Code};
use crate::plan::limits::within;
use crate::plan::rows::Cell;
use crate::plan::tree::{Change, Named, Path, Related, Row};

/// Whether an object holds more than columns of its own.
pub(super) fn is_nested(table: &ApiTable, object: &Value) -> bool {
    let mut names = object.as_object().into_iter().flat_map(|members| members.keys());
    names.any(|name| table.relation(name).is_some())
}

/// Refuses a change that changes nothing: a relation that is null says nothing either.
pub(super) fn sets_something(set: &Row<'_>) -> Result<(), ApiError> {
    if set.columns.is_empty() && set.related.is_empty() {
        return Err(ApiError::new(
            Code::InvalidValue,
            format!("{}: at least one column is required", set.path),
        )
        .with("argument", set.path.to_string()));
    }
    Ok(())
}

impl<'l> Lowering<'l> {
    /// A row of an input, with the rows in it.
    pub(super) fn row<'v>(
        &mut self,
        table: &'l ApiTable,
        object: &'v Value,
        path: Path,
        depth: usize,
    ) -> Result<Row<'v>, ApiError>
    where
        'l: 'v,
    {
        within(
            depth,
            self.limits.max_nesting,
            "rows are nested too deep in each other",
        )?;
        let members = object.as_object().ok_or_else(misplaced)?;
        let mut row = Row {
            columns: Vec::with_capacity(members.len()),
            related: Vec::new(),
            path,
        };
        for (name, value) in members {
            if let Some(column) = table.column_of_field(name) {
                let value = taken(column, value).map_err(|mut error| {
                    let place = row.path.member(name).to_string();
                    error.message = format!("{}.{}", row.path, error.message);
                    error.with("argument", place)
                })?;
                row.columns.push((column, Cell::Json(value)));
                continue;
            }
            let relation = table.relation(name).ok_or_else(misplaced)?;
            if !value.is_null() {
                let path = row.path.member(name);
                let related = self.nested_in(relation, (value, path), depth + 1)?;
                if !related.is_nothing() {
                    row.related.push((relation, related));
                }
            }
        }
        Ok(row)
    }

    fn nested_in<'v>(
        &mut self,
        relation: &'l Relation,
        (given, path): (&'v Value, Path),
        depth: usize,
    ) -> Result<Related<'v>, ApiError>
    where
        'l: 'v,
    {
        let target = self.table(relation.target)?;
        let mut related = Related::nothing(path.clone());
        // A child is told from the other children of its parent without what it has in common with them.
        let common: Vec<ColumnId> = match relation.kind {
            RelationKind::ToOne { .. } => Vec::new(),
            _ => relation.join.iter().map(|(_, remote)| *remote).collect(),
        };
        let many = !relation.is_to_one();
        for (word, value) in given.as_object().ok_or_else(misplaced)? {
            if value.is_null() {
                continue;
            }
            let path = path.member(word);
            match (word.as_str(), value) {
                ("create", _) => {
                    for (item, path) in items(many, value, &path)? {
                        related.create.push(self.row(target, item, path, depth)?);
                    }
                }
                ("connect", _) => {
                    for item in items(many, value, &path)? {
                        related.connect.push(named(target, item, &[])?);
                    }
                }
                ("upsert", _) => {
                    for (item, path) in items(many, value, &path)? {
                        let create = item.get("create").ok_or_else(misplaced)?;
                        let row = self.row(target, create, path.member("create"), depth)?;
                        let conflict = item.get("onConflict").filter(|given| !given.is_null());
                        let conflict = conflict.map(|given| asked(target, given)).transpose()?;
                        related.upsert.push((row, conflict.unwrap_or_default()));
                    }
                }
                ("update", _) => {
                    for item in items(many, value, &path)? {
                        related
                            .update
                            .push(self.nested_change(target, many, item, depth)?);
                    }
                }
                ("disconnect", Value::Bool(flag)) => related.disconnect_all = *flag,
                ("delete", Value::Bool(flag)) => related.delete_all = *flag,
                ("disconnect", _) => {
                    for item in items(many, value, &path)? {
                        related.disconnect.push(named(target, item, &common)?);
                    }
                }
                ("delete", _) => {
                    for item in items(many, value, &path)? {
                        related.delete.push(named(target, item, &common)?);
                    }
                }
                _ => return Err(misplaced()),
            }
        }
        Ok(related)
    }

    fn nested_change<'v>(
        &mut self,
        target: &'l ApiTable,
        many: bool,
        (item, path): (&'v Value, Path),
        depth: usize,
    ) -> Result<Change<'v>, ApiError>
    where
        'l: 'v,
    {
        let given = |name: &str| item.get(name).filter(|value| many && !value.is_null());
        let filter = match given("filter") {
            Some(filter) => Some(self.written_rows(target, filter, &path.member("filter").to_string())?),
            None => None,
        };
        let most = given("atMost").and_then(Value::as_i64).or(many.then_some(1));
        let at_most = match most {
            Some(most) if most < 0 => {
                let place = path.member("atMost").to_string();
                return Err(ApiError::new(
                    Code::InvalidValue,
                    format!("{place}: expected a whole number from 0, got {most}"),
                )
                .with("argument", place));
            }
            most => most.map(|most| self.binder.integer(most)).transpose()?,
        };
        let (set, path) = if many {
            (item.get("set").ok_or_else(misplaced)?, path.member("set"))
        } else {
            (item, path)
        };
        let set = self.row(target, set, path, depth)?;
        sets_something(&set)?;
        Ok(Change { filter, at_most, set })
    }
}

/// The items of a list, or the one object where only one row can be related, with their places.
fn items<'v>(many: bool, value: &'v Value, path: &Path) -> Result<Vec<(&'v Value, Path)>, ApiError> {
    if !many {
        return Ok(vec![(value, path.clone())]);
    }
    let list = value.as_array().ok_or_else(misplaced)?;
    Ok((0..)
        .map(|position| path.item(position))
        .zip(list)
        .map(|(path, item)| (item, path))
        .collect())
}

/// A row named by the columns of one unique key; those in `common` may be left out.
fn named<'v>(
    table: &'v ApiTable,
    (given, path): (&'v Value, Path),
    common: &[ColumnId],
) -> Result<Named<'v>, ApiError> {
    let members = given.as_object().ok_or_else(misplaced)?;
    let mut key: Vec<(&ApiColumn, Cell<'v>)> = Vec::with_capacity(members.len());
    for (name, value) in members.iter().filter(|(_, value)| !value.is_null()) {
        let column = table.column_of_field(name).ok_or_else(misplaced)?;
        key.push((column, Cell::Json(value)));
    }
    let mut columns: Vec<ColumnId> = key.iter().map(|(column, _)| column.id).collect();
    let whole = table.key_over(&columns).is_some();
    for id in common {
        if !columns.contains(id) {
            columns.push(*id);
        }
    }
    if whole || table.key_over(&columns).is_some() {
        return Ok(Named { path, key });
    }
    let keys: Vec<String> = table
        .keys
        .iter()
        .map(|key| {
            let fields = key.columns.iter().filter_map(|id| table.column(*id));
            let fields: Vec<&str> = fields.map(|column| column.field.as_str()).collect();
            format!("({})", fields.join(", "))
        })
        .collect();
    Err(ApiError::new(
        Code::InvalidValue,
        format!(
            "{path}: name the row by all fields of one of its unique keys, and no others: {}",
            keys.join(", ")
        ),
    )
    .with("argument", path.to_string()))
}
