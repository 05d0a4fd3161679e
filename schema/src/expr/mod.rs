//! MySQL's expressions in CHECK, generated columns and defaults, translated to SQLite.

use crate::{Column, Schema, Table};

/// What an expression is for.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// A CHECK: false refuses the row, NULL does not.
    Condition,
    /// The value of a generated column, in its stored form.
    Generated(&'a Column),
    /// The default of a column, in its stored form; it names no column.
    Default(&'a Column),
}

/// Why an expression has no translation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExprError {
    /// It is not an expression.
    #[error("{0}")]
    Syntax(String),
    /// It names a column that the table has not.
    #[error("there is no column {0}")]
    UnknownColumn(String),
    /// It means something that SQLite cannot do exactly as MySQL does.
    #[error("{0} is not supported")]
    NotSupported(String),
}

pub fn translate(_s: &Schema, _t: &Table, _x: &str, _target: Target<'_>) -> Result<String, ExprError> {
    Err(ExprError::NotSupported("x".into()))
}

pub fn columns(_t: &Table, _x: &str) -> Vec<usize> {
    Vec::new()
}
