//! Reads the rows of a dump: its INSERT statements, one row at a time, whatever else the script holds.
//!
//! A script is bytes, since dumps hold binary strings as they are. Time is linear to its length, and memory to its
//! longest row.

mod expression;
mod function;
mod insert;
mod lexer;
mod upsert;
mod value;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::stored::Literal;

pub use crate::session::Zone;
pub use insert::Rows;

/// Where the rows of a statement go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The database, where the statement names one.
    pub database: Option<String>,
    /// The table.
    pub table: String,
    /// The columns, in the order of each row's values; `None` for all of the table's in their order.
    pub columns: Option<Vec<String>>,
    /// What the statement does with a row whose key is taken.
    pub taken_key: TakenKey,
    /// What the script has set before.
    pub settings: Arc<Settings>,
}

/// What a script's SET statements say of its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The zone that TIMESTAMP literals are in.
    pub zone: Zone,
    /// `FOREIGN_KEY_CHECKS = 0`: nothing follows from a row's removal.
    pub ignores_references: bool,
    /// `NO_AUTO_VALUE_ON_ZERO`: 0 in an `AUTO_INCREMENT` column is kept.
    pub keeps_zero: bool,
    /// Texts are in latin1, unless the script is in UTF-8.
    pub latin1: bool,
}

/// What becomes of a row whose key another row has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TakenKey {
    /// `INSERT`: an error.
    Refused,
    /// `INSERT IGNORE`: it is left out.
    Ignored,
    /// `REPLACE`: it takes the other's place.
    Replaces,
    /// `ON DUPLICATE KEY UPDATE`: the other is changed.
    Updates(Vec<Assignment>),
}

/// One of the changes of `ON DUPLICATE KEY UPDATE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The column that is set.
    pub column: String,
    /// What it is set to.
    pub value: Assigned,
}

/// What a column is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assigned {
    /// `VALUES(column)`: what the row would have inserted there.
    Given(String),
    /// An expression over the other row.
    Expression(String),
}

/// One row of a dump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it goes. Rows of one statement share it.
    pub target: Arc<Target>,
    /// Its values; as many as the target has columns, where it names them.
    pub values: Vec<Literal>,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// What is wrong with an INSERT statement, and where. The statement's remaining rows are passed over.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem}")]
pub struct DumpError {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What is wrong with an INSERT statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// A quote, a comment or a bracket that never ends.
    #[error("{0} is not closed")]
    Unclosed(&'static str),
    /// Something else stands where this was expected.
    #[error("expected {expected}, found {found}")]
    Unexpected {
        /// What was expected.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A statement that inserts rows in a way that is not taken.
    #[error("{0} is not supported: write the rows out as INSERT INTO … VALUES (…)")]
    Unsupported(&'static str),
    /// A row with more or fewer values than columns.
    #[error("the row has {values} values for {columns} columns")]
    Count {
        /// Values of the row.
        values: usize,
        /// Columns that the statement names.
        columns: usize,
    },
    /// A number or byte literal that is none.
    #[error("{0} is not a literal")]
    BadLiteral(String),
    /// An expression that is not UTF-8.
    #[error("an expression is not UTF-8")]
    BadExpression,
    /// A name that is not UTF-8.
    #[error("a name is not UTF-8")]
    BadName,
}

/// The rows of a script in their order. After an error it goes on with the next statement.
pub fn rows(script: &[u8]) -> Rows<'_> {
    Rows::new(script)
}
