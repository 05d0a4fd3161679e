//! Rows to insert: from fields and JSON values to one text that SQLite takes apart.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::{Stored, Value};
use shard::op::{InsertColumn, Slot};

use crate::error::{ApiError, Code};
use crate::plan::binder::{Binder, Operand, stored};

/// A row as a client gave it: its columns and their values, in any order, each column at most once.
pub type GivenRow<'a> = Vec<(&'a ApiColumn, &'a serde_json::Value)>;

/// Binds rows as one value. Answers the columns that any of them gives, in the table's order, and the value's slot.
pub fn bind(
    binder: &mut Binder,
    table: &ApiTable,
    rows: &[GivenRow<'_>],
) -> Result<(Vec<InsertColumn>, Slot), ApiError> {
    let columns = given_columns(table, rows);
    let mut text = String::from("[");
    for (position, row) in rows.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        write_row(table, &columns, row, &mut text).map_err(|error| match rows {
            [_] => error,
            _ => error.with("row", position),
        })?;
    }
    text.push(']');
    Ok((columns, binder.bind(Value::Text(text))?))
}

fn given_columns(table: &ApiTable, rows: &[GivenRow<'_>]) -> Vec<InsertColumn> {
    let mut counts = vec![0_usize; table.columns.len()];
    for (column, _) in rows.iter().flatten() {
        counts[column.id.index()] += 1;
    }
    table
        .columns
        .iter()
        .filter(|column| counts[column.id.index()] > 0)
        .map(|column| InsertColumn {
            column: column.id,
            optional: counts[column.id.index()] < rows.len(),
        })
        .collect()
}

fn write_row(
    table: &ApiTable,
    columns: &[InsertColumn],
    row: &GivenRow<'_>,
    text: &mut String,
) -> Result<(), ApiError> {
    require(table, row)?;
    text.push('[');
    for (position, InsertColumn { column, .. }) in columns.iter().enumerate() {
        if position > 0 {
            text.push(',');
        }
        match row.iter().find(|(given, _)| given.id == *column) {
            Some((column, json)) => {
                Stored::to_bulk_json(&writable(column, json)?, text);
            }
            None => text.push_str("{}"),
        }
    }
    text.push(']');
    Ok(())
}

fn require(table: &ApiTable, row: &GivenRow<'_>) -> Result<(), ApiError> {
    let given = |id: ColumnId| row.iter().any(|(column, _)| column.id == id);
    match table
        .columns
        .iter()
        .find(|column| !column.optional && !given(column.id))
    {
        Some(missing) => Err(not_null(missing)),
        None => Ok(()),
    }
}

/// The stored form of a value that is to be written to a column.
pub fn writable(column: &ApiColumn, json: &serde_json::Value) -> Result<Value, ApiError> {
    if column.generated {
        return Err(ApiError::new(
            Code::InvalidValue,
            format!("{}: the column is generated and cannot be written", column.field),
        )
        .with("field", column.field.clone()));
    }
    stored(column, Operand::Json(json))
}

fn not_null(column: &ApiColumn) -> ApiError {
    ApiError::new(
        Code::NotNullViolation,
        format!("{}: a value is required, the column has no default", column.field),
    )
    .with("fields", vec![column.field.clone()])
}
