//! Rows to insert: from fields and JSON values to one text that SQLite takes apart.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::{Stored, Value};
use shard::op::later::Later;
use shard::op::tree::Made;
use shard::op::{DEFAULT, InsertColumn, LEFT_OUT, Slot};

use crate::error::{ApiError, Code};
use crate::plan::binder::{Binder, Operand, stored};

/// A row as a client gave it: its columns and their values, in any order, each column at most once.
pub type GivenRow<'a> = Vec<(&'a ApiColumn, Cell<'a>)>;

/// A value of a row to insert.
#[derive(Debug, Clone)]
pub enum Cell<'a> {
    /// As it came in a document.
    Json(&'a serde_json::Value),
    /// In its stored form already.
    Stored(Value),
    /// The column's default.
    Default,
    /// What an earlier step of nested writes makes.
    Made(Made),
    /// What an earlier operation of a batch answers.
    Later(Later),
}

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
            _ => error.at_row(position),
        })?;
    }
    text.push(']');
    Ok((columns, binder.rows(text)?))
}

/// The columns that any of the rows gives, in the table's order.
pub fn given_columns(table: &ApiTable, rows: &[GivenRow<'_>]) -> Vec<InsertColumn> {
    let mut named = vec![false; table.columns.len()];
    let mut counts = vec![0_usize; table.columns.len()];
    for (column, cell) in rows.iter().flatten() {
        named[column.id.index()] = true;
        counts[column.id.index()] += usize::from(!matches!(cell, Cell::Default));
    }
    table
        .columns
        .iter()
        .filter(|column| named[column.id.index()])
        .map(|column| InsertColumn {
            column: column.id,
            optional: counts[column.id.index()] < rows.len(),
        })
        .collect()
}

/// Writes a row as one JSON array.
pub fn write_row(
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
            Some((column, cell)) => write_cell(Some(column), cell, text)?,
            None => text.push_str(LEFT_OUT),
        }
    }
    text.push(']');
    Ok(())
}

/// Writes a value of a row.
pub fn write_cell(column: Option<&ApiColumn>, cell: &Cell<'_>, text: &mut String) -> Result<(), ApiError> {
    match (cell, column) {
        (Cell::Json(json), Some(column)) => Stored::to_bulk_json(&writable(column, json)?, text),
        (Cell::Json(_), None) => return Err(ApiError::new(Code::Internal, "a value of no column")),
        (Cell::Stored(value), _) => Stored::to_bulk_json(value, text),
        (Cell::Default | Cell::Later(_), Some(column)) if column.generated => {
            return Err(generated(column));
        }
        (Cell::Default, _) => text.push_str(DEFAULT),
        (Cell::Made(made), _) => text.push_str(&made.to_string()),
        (Cell::Later(later), _) => text.push_str(&later.to_string()),
    }
    Ok(())
}

fn require(table: &ApiTable, row: &GivenRow<'_>) -> Result<(), ApiError> {
    let given = |id: ColumnId| {
        row.iter()
            .any(|(column, cell)| column.id == id && !matches!(cell, Cell::Default))
    };
    match table
        .columns
        .iter()
        .find(|column| !column.optional && !given(column.id))
    {
        Some(missing) => Err(not_null(table, missing)),
        None => Ok(()),
    }
}

/// The stored form of a value that is to be written to a column.
pub fn writable(column: &ApiColumn, json: &serde_json::Value) -> Result<Value, ApiError> {
    if column.generated {
        return Err(generated(column));
    }
    stored(column, Operand::Json(json))
}

/// The error of a value for a column that the database makes.
pub(crate) fn generated(column: &ApiColumn) -> ApiError {
    ApiError::new(
        Code::InvalidValue,
        format!("{}: the column is generated and cannot be written", column.field),
    )
    .with("field", column.field.clone())
}

fn not_null(table: &ApiTable, column: &ApiColumn) -> ApiError {
    let advice = table.supplying(column.id).map_or_else(String::new, |relation| {
        format!(
            ": give it, or say by '{}' which row is referred to",
            relation.field
        )
    });
    ApiError::new(
        Code::NotNullViolation,
        format!(
            "{}: a value is required, the column has no default{advice}",
            column.field
        ),
    )
    .with("fields", vec![column.field.clone()])
}
