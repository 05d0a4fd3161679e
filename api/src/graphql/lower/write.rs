//! Inserts, updates and deletes.

use codegen::graphql::RESHAPES;
use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::{Reshape, Value as Stored};
use serde_json::{Map, Value};
use shard::op::{Delete, Expects, Filter, Guard, Insert, ShardOp, Slot, Update};

use super::filter::refuse_empty;
use super::nested::{is_nested, sets_something};
use super::{Lowering, misplaced};
use crate::error::{ApiError, Code};
use crate::graphql::prepared::Field;
use crate::plan::conflict::Asked;
use crate::plan::json::JsonPath;
use crate::plan::limits::beyond;
use crate::plan::rows::{self, Cell, GivenRow};
use crate::plan::tree::{Found, Path, Planner};
use crate::rest::etag;

/// A change of a document.
type Reshaped<'l> = (&'static str, &'l ApiColumn, Reshape, Stored);

impl<'l> Lowering<'l> {
    pub(super) fn insert(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<ShardOp, ApiError> {
        let given = self.argument(field, "objects")?.ok_or_else(misplaced)?;
        let objects = given.as_array().ok_or_else(misplaced)?;
        if objects.is_empty() {
            return Err(ApiError::new(
                Code::InvalidValue,
                "objects: at least one row is required",
            ));
        }
        if objects.len() > self.limits.max_inserted {
            return Err(beyond(
                objects.len(),
                self.limits.max_inserted,
                format!(
                    "objects: one insert takes at most {} rows, got {}",
                    self.limits.max_inserted,
                    objects.len()
                ),
            ));
        }
        if objects.iter().any(|object| is_nested(table, object)) {
            return self.insert_nested(table, field, objects);
        }
        let rows = objects
            .iter()
            .enumerate()
            .map(|(index, object)| given_row(table, object, &format!("objects[{index}]")))
            .collect::<Result<Vec<_>, _>>()?;
        let count = rows.len() as u64;
        let (columns, rows) = rows::bind(&mut self.binder, table, &rows)?;
        let conflict = self
            .on_conflict(table, field)?
            .map(|asked| asked.plan(table, &columns, "onConflict.target"))
            .transpose()?;
        Ok(ShardOp::Insert(Insert {
            table: table.id,
            columns,
            rows,
            returning: self.payload(table, TypeRole::InsertResponse, field, count)?,
            conflict,
            at_most: None,
        }))
    }

    fn insert_nested(
        &mut self,
        table: &'l ApiTable,
        field: &'l Field,
        objects: &[Value],
    ) -> Result<ShardOp, ApiError> {
        let root = Path::root("objects");
        let rows = objects
            .iter()
            .enumerate()
            .map(|(position, object)| self.row(table, object, root.item(position), 0))
            .collect::<Result<Vec<_>, _>>()?;
        let returning = self.payload(table, TypeRole::InsertResponse, field, rows.len() as u64)?;
        let adding = (self.on_conflict(table, field)?, "onConflict.target");
        let planner = Planner::new(self.model, self.limits, &mut self.binder);
        let (tree, places) = planner.insert(table, rows, adding, returning)?;
        self.places = Some(places);
        Ok(ShardOp::Tree(tree))
    }

    fn update_nested(
        &mut self,
        table: &'l ApiTable,
        field: &'l Field,
        given: &Value,
        increment: &Value,
    ) -> Result<ShardOp, ApiError> {
        let set = self.row(table, given, Path::root("set"), 0)?;
        sets_something(&set)?;
        let add = Self::added(table, increment, &set.columns)?;
        let related = table.relations.iter().flat_map(|relation| &relation.join);
        let joins: Vec<ColumnId> = related.map(|(own, _)| *own).chain(table.key.clone()).collect();
        if let Some((column, _)) = add.iter().find(|(column, _)| joins.contains(&column.id)) {
            return Err(ApiError::new(
                Code::NotSupported,
                format!(
                    "increment: {}: rows are related or known by this number, which is not added to together with what is done \
                     with related rows: write that by another field of the mutation",
                    column.field
                ),
            )
            .with("argument", format!("increment.{}", column.field)));
        }
        let (filter, at_most, rows) = self.which_rows(table, field)?;
        let found = Found {
            filter,
            at_most: Some(at_most),
            add,
        };
        let returning = self.payload(table, TypeRole::UpdateResponse, field, rows)?;
        let planner = Planner::new(self.model, self.limits, &mut self.binder);
        let (tree, places) = planner.update(table, found, set, returning)?;
        self.places = Some(places);
        Ok(ShardOp::Tree(tree))
    }

    fn on_conflict(&self, table: &ApiTable, field: &'l Field) -> Result<Option<Asked>, ApiError> {
        let Some(given) = self.argument(field, "onConflict")? else {
            return Ok(None);
        };
        let asked = asked(table, &given)?;
        if table.require_if_match && asked.update.as_ref().is_none_or(|columns| !columns.is_empty()) {
            return Err(etag::required(&table.names.rest));
        }
        Ok(Some(asked))
    }

    pub(super) fn update(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<ShardOp, ApiError> {
        let given = self.argument(field, "set")?.unwrap_or_default();
        let increment = self.argument(field, "increment")?.unwrap_or_default();
        let adds = increment.as_object().is_some_and(|members| !members.is_empty());
        let reshaped = self.reshaped(table, field)?;
        if is_nested(table, &given) {
            if let Some((argument, ..)) = reshaped.first() {
                return Err(ApiError::new(
                    Code::NotSupported,
                    format!(
                        "{argument}: documents do not change by it together with what is done with related rows: write that by \
                         another field of the mutation"
                    ),
                )
                .with("argument", *argument));
            }
            return self.update_nested(table, field, &given, &increment);
        }
        let row = match given.as_ref() {
            Value::Null => Vec::new(),
            given => given_row(table, given, "set")?,
        };
        if row.is_empty() && !adds && reshaped.is_empty() {
            return Err(ApiError::new(
                Code::InvalidValue,
                "set: at least one column is required",
            ));
        }
        let add = Self::added(table, &increment, &row)?;
        let add = add
            .into_iter()
            .map(|(column, value)| Ok((column.id, self.binder.bind(value)?)));
        let add = add.collect::<Result<Vec<(ColumnId, Slot)>, ApiError>>()?;
        let set = row
            .into_iter()
            .map(|(column, value)| {
                let Cell::Json(value) = value else {
                    return Err(misplaced());
                };
                let value = rows::writable(column, value).map_err(|error| located(error, "set", column))?;
                Ok((column.id, self.binder.bind(value)?))
            })
            .collect::<Result<Vec<(ColumnId, Slot)>, ApiError>>()?;
        let reshape = self.reshapes(reshaped, &set, &add)?;
        let (filter, at_most, rows) = self.which_rows(table, field)?;
        Ok(ShardOp::Update(Update {
            table: table.id,
            set,
            add,
            reshape,
            filter,
            at_most: Some(at_most),
            returning: self.payload(table, TypeRole::UpdateResponse, field, rows)?,
        }))
    }

    /// What becomes of documents that are there: the argument that says it, the column, and what is bound.
    fn reshaped(&self, table: &'l ApiTable, field: &'l Field) -> Result<Vec<Reshaped<'l>>, ApiError> {
        let mut found = Vec::new();
        for (argument, change, ..) in RESHAPES {
            let Some(given) = self.argument(field, argument)? else {
                continue;
            };
            for (name, value) in given.as_object().into_iter().flatten() {
                let column = table.column_of_field(name).ok_or_else(misplaced)?;
                let value = match (change, value) {
                    (Reshape::Append | Reshape::Prepend, value) => Stored::Text(value.to_string()),
                    (Reshape::DeleteKey, Value::String(key)) => Stored::Text(key.clone()),
                    (Reshape::DeleteElement, Value::Number(at)) => {
                        Stored::Int(at.as_i64().ok_or_else(misplaced)?)
                    }
                    (Reshape::DeletePath, path) if !path.is_null() => {
                        let path = JsonPath::read(path).map_err(|error| located(error, argument, column))?;
                        Stored::Text(path.steps().to_string())
                    }
                    _ => {
                        let error = ApiError::new(
                            Code::InvalidValue,
                            format!("{name}: null says nothing to take away: leave it out"),
                        );
                        return Err(located(error.with("field", name.as_str()), argument, column));
                    }
                };
                found.push((argument, column, change, value));
            }
        }
        Ok(found)
    }

    fn reshapes(
        &mut self,
        reshaped: Vec<Reshaped<'l>>,
        set: &[(ColumnId, Slot)],
        add: &[(ColumnId, Slot)],
    ) -> Result<Vec<(ColumnId, Reshape, Slot)>, ApiError> {
        let mut taken: Vec<ColumnId> = set.iter().chain(add).map(|(id, _)| *id).collect();
        let mut changes = Vec::with_capacity(reshaped.len());
        for (argument, column, change, value) in reshaped {
            if taken.contains(&column.id) {
                let error = ApiError::new(
                    Code::InvalidValue,
                    format!(
                        "{}: the column is given twice: a document is set, or changes in one way: write the other by another \
                         field of the mutation",
                        column.field
                    ),
                );
                return Err(located(
                    error.with("field", column.field.clone()),
                    argument,
                    column,
                ));
            }
            taken.push(column.id);
            changes.push((column.id, change, self.binder.bind(value)?));
        }
        Ok(changes)
    }

    /// What is added to numbers, with their columns in the form of that.
    fn added(
        table: &ApiTable,
        increment: &Value,
        set: &GivenRow<'_>,
    ) -> Result<Vec<(ApiColumn, Stored)>, ApiError> {
        let mut add = Vec::new();
        for (name, value) in increment.as_object().into_iter().flatten() {
            let column = table.column_of_field(name).ok_or_else(misplaced)?;
            let refused = |why: &str| {
                let error = ApiError::new(Code::InvalidValue, format!("{name}: {why}"));
                located(error.with("field", name.as_str()), "increment", column)
            };
            if set.iter().any(|(other, _)| other.id == column.id) {
                return Err(refused(
                    "the column is given by 'set' as well: a value is set, or a number added to it",
                ));
            }
            if value.is_null() {
                return Err(refused("null is no number to add: leave it out"));
            }
            let step = ApiColumn {
                stored: column.stored.step().ok_or_else(misplaced)?,
                ..column.clone()
            };
            let value = rows::writable(&step, value).map_err(|error| located(error, "increment", column))?;
            add.push((step, value));
        }
        Ok(add)
    }

    pub(super) fn delete(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<Delete, ApiError> {
        let (filter, at_most, rows) = self.which_rows(table, field)?;
        Ok(Delete {
            table: table.id,
            filter,
            at_most: Some(at_most),
            returning: self.payload(table, TypeRole::DeleteResponse, field, rows)?,
        })
    }

    /// Which rows are written: the filter, and how many they may be.
    fn which_rows(
        &mut self,
        table: &ApiTable,
        field: &'l Field,
    ) -> Result<(Option<Filter>, Slot, u64), ApiError> {
        let filter = self.argument(field, "filter")?;
        let filter = filter
            .map(|filter| self.written_rows(table, &filter, "filter"))
            .transpose()?;
        self.guard = self.if_match(table, field, filter.as_ref())?;
        let at_most = self.count(field, "atMost")?.ok_or_else(misplaced)?;
        Ok((filter, self.binder.integer(at_most)?, at_most.unsigned_abs()))
    }

    /// The condition of a write, no part of which holds by mistake for all rows.
    pub(super) fn written_rows(
        &mut self,
        table: &ApiTable,
        filter: &Value,
        path: &str,
    ) -> Result<Filter, ApiError> {
        for (name, condition) in filter.as_object().into_iter().flatten() {
            refuse_empty(condition, &format!("{path}.{name}"), name == "not")?;
        }
        self.filter(table, filter, path)
    }
}

impl<'l> Lowering<'l> {
    /// The condition on the one row that is written.
    fn if_match(
        &mut self,
        table: &ApiTable,
        field: &'l Field,
        filter: Option<&Filter>,
    ) -> Result<Option<Guard>, ApiError> {
        let tag = self.argument(field, "ifMatch")?;
        let Some(tag) = tag.as_deref().and_then(Value::as_str) else {
            return if table.require_if_match {
                Err(etag::required(&table.names.rest))
            } else {
                Ok(None)
            };
        };
        let states = Value::from(vec![etag::single(tag)]).to_string();
        Ok(Some(Guard {
            table: table.id,
            filter: filter.cloned(),
            states: self.binder.bind(Stored::Text(states))?,
            expects: Expects::Same { absent: false },
        }))
    }
}

fn given_row<'v>(table: &'v ApiTable, object: &'v Value, path: &str) -> Result<GivenRow<'v>, ApiError> {
    let members: &Map<String, Value> = object.as_object().ok_or_else(misplaced)?;
    members
        .iter()
        .map(|(name, value)| {
            let column = table.column_of_field(name).ok_or_else(misplaced)?;
            let value = taken(column, value).map_err(|error| located(error, path, column))?;
            Ok((column, Cell::Json(value)))
        })
        .collect()
}

/// What becomes of rows whose key is taken.
pub(super) fn asked(table: &ApiTable, given: &Value) -> Result<Asked, ApiError> {
    let columns = |name: &str| match given.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Array(names)) => names
            .iter()
            .map(|name| {
                let column = name.as_str().and_then(|name| table.column_of_member(name));
                column.map(|column| column.id).ok_or_else(misplaced)
            })
            .collect::<Result<Vec<_>, _>>()
            .map(Some),
        Some(_) => Err(misplaced()),
    };
    Ok(Asked {
        target: columns("target")?,
        update: columns("update")?,
    })
}

/// A column's value, which is null only where the column may be.
pub(super) fn taken<'v>(column: &ApiColumn, value: &'v Value) -> Result<&'v Value, ApiError> {
    if !value.is_null() || column.nullable {
        return Ok(value);
    }
    Err(ApiError::new(
        Code::NotNullViolation,
        format!(
            "{}: the column takes no null; leave it out for its default",
            column.field
        ),
    )
    .with("fields", vec![column.declared.clone()]))
}

fn located(error: ApiError, path: &str, column: &ApiColumn) -> ApiError {
    error.with("argument", format!("{path}.{}", column.field))
}
