//! What can go wrong in a shard.

use schema::stored::Cast;
use serde::{Deserialize, Serialize};

use crate::op::later::Unresolved;
use crate::port::SqlError;
use crate::wire::BadRow;

/// Why a shard did nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ShardError {
    /// No tenant lives here.
    #[error("no tenant lives here")]
    NoTenant,
    /// A tenant lives here already.
    #[error("a tenant lives here already")]
    TenantExists,
    /// Planned against another catalog: load it and plan again.
    #[error("the catalog is at version {0}")]
    Stale(u64),
    /// A constraint refused a row.
    #[error("a constraint refused a row: {0:?}")]
    Constraint(Violation),
    /// A write found more rows than it allows.
    #[error("{found} rows found, {allowed} allowed")]
    TooManyRows {
        /// Rows that it would have written.
        found: u64,
        /// Rows that it allows.
        allowed: u64,
        /// Which part of the shape.
        part: usize,
    },
    /// A value, row or answer is larger than the platform allows.
    #[error("larger than the platform allows")]
    TooLarge,
    /// A text has not the form that a cast wants.
    #[error("cast: {0}")]
    NotCast(String),
    /// A whole number went beyond 64 bits.
    #[error("integer overflow")]
    Overflow,
    /// SQLite has no room: on the disk, or behind the greatest key that there is.
    #[error("no room for a row")]
    Full,
    /// A push was planned against a version that is no longer the current one.
    #[error("the schema is at version {0}")]
    SchemaMoved(u64),
    /// Rows already in a table break a new constraint.
    #[error("existing rows break the change: {0}")]
    ExistingRows(String),
    /// A table takes a longer statement to make than the platform allows.
    #[error("the table {0} takes too long a statement")]
    TableTooLarge(String),
    /// A row of a dump was refused.
    #[error("a row was refused: {0:?}")]
    Import(BadRow),
    /// Nothing that a user can mend. The text is for the log.
    #[error("internal: {0}")]
    Internal(String),
    /// The operations of a run took too long together.
    #[error("{spent} ms were spent, and {allowed} are allowed")]
    OutOfTime {
        /// Milliseconds so far.
        spent: u64,
        /// Milliseconds allowed.
        allowed: u64,
    },
    /// The key stands for the answer to another request.
    #[error("the key was used for another request")]
    KeyReused,
    /// An operation did not find the rows that it must.
    #[error("{0} rows found")]
    Unmet(u64),
    /// A row is not in the state that it must be in. Which part of the shape said so.
    #[error("part {0}: the row is in another state")]
    PreconditionFailed(usize),
    /// Undone as it was wished; never answered.
    #[error("rolled back")]
    RolledBack,
    /// The operation takes a longer statement than the platform allows.
    #[error("the statement is too long")]
    TooLong,
    /// The operation takes an expression that nests deeper than the platform allows.
    #[error("the expression is too deep")]
    TooDeep,
    /// A part of nested writes was refused.
    #[error("{0:?}: {1}")]
    Nested(Place, Box<ShardError>),
    /// A row that is named is not there.
    #[error("a row that is named is not there")]
    NoSuchRow,
    /// Nested writes would change one row in two ways.
    #[error("a row is named twice")]
    RowRepeated,
    /// An operation of a batch failed.
    #[error("operation {0}: {1}")]
    Batch(usize, Box<ShardError>),
    /// A reference to an earlier answer stands for no value.
    #[error("{field}: {reference}: {why:?}")]
    Unresolved {
        /// The column that takes the value.
        field: String,
        /// The reference.
        reference: String,
        /// Why.
        why: Unresolved,
    },
    /// The database does not take a view's query, for a reason that is for the log.
    #[error("the view {0}: {1}")]
    ViewRefused(String, String),
}

/// A place in nested writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Which part of the shape.
    pub part: usize,
    /// Which of its steps.
    pub step: usize,
    /// Which row of the step, as far as that is known.
    pub row: Option<usize>,
}

/// Which constraint refused a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Violation {
    /// Its kind.
    pub kind: ConstraintKind,
    /// The declared name of the table.
    pub table: String,
    /// The declared name of the constraint: `PRIMARY` for a primary key (as MySQL names it), empty for NOT NULL and a
    /// type's own range.
    pub constraint: String,
    /// The declared names of its columns.
    pub columns: Vec<String>,
    /// The declared name of the other table, for a foreign key.
    pub references: Option<String>,
    /// Which part of the shape.
    pub part: usize,
    /// Which of the rows to add, counted from 0, where there are several and one is to blame.
    pub row: Option<u32>,
}

/// The kinds of constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConstraintKind {
    /// `PRIMARY KEY` or `UNIQUE`.
    Unique,
    /// `FOREIGN KEY`: the row that is referred to is missing, or rows still refer to this one.
    ForeignKey,
    /// `NOT NULL`.
    NotNull,
    /// `CHECK`.
    Check,
    /// The range, length or form of the column's type.
    Type,
}

impl ShardError {
    /// Whether SQLite refused a statement for how deep it nests.
    pub(crate) fn is_too_deep(&self) -> bool {
        match self {
            Self::TooDeep => true,
            Self::Batch(_, inner) | Self::Nested(_, inner) => inner.is_too_deep(),
            _ => false,
        }
    }
}

impl From<SqlError> for ShardError {
    fn from(error: SqlError) -> Self {
        let text = error.0.to_ascii_lowercase();
        if let Some(refused) = Cast::refused(&error.0) {
            Self::NotCast(refused.to_string())
        } else if text.contains("too big") || text.contains("toobig") {
            Self::TooLarge
        } else if text.contains("statement too long") {
            Self::TooLong
        } else if text.contains("expression tree is too large") {
            Self::TooDeep
        } else if text.contains("integer overflow") {
            Self::Overflow
        } else if text.contains("disk is full") {
            Self::Full
        } else {
            Self::Internal(error.0)
        }
    }
}
