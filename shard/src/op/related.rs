//! What is asked of the rows that are related to a row: conditions on them, and values of theirs to order by.

use schema::stored::aggregate::Function;
use schema::{ColumnId, TableId};
use serde::{Deserialize, Serialize};

use super::{Filter, OrderBy};

/// That there is a row of another table (or the same) that is related to this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exists {
    /// Pairs of columns that are equal: of this table, of the related one.
    pub join: Vec<(ColumnId, ColumnId)>,
    /// The related table.
    pub table: TableId,
    /// What holds for that row.
    pub filter: Option<Filter>,
}

/// A value of the rows of another table (or the same) that are related to this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedValue {
    /// Pairs of columns that are equal: of this table, of the related one.
    pub join: Vec<(ColumnId, ColumnId)>,
    /// The related table.
    pub table: TableId,
    /// Which of its rows; all if there is none.
    pub filter: Option<Filter>,
    /// Which value.
    pub of: RelatedTerm,
}

/// Which value of related rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RelatedTerm {
    /// One of the row, where there is one at most; NULL where there is none.
    One(Box<OrderBy>),
    /// How many there are.
    Count,
    /// An aggregate of a column.
    Aggregate(Function, ColumnId),
    /// An aggregate of what a row of them is related to.
    Behind(Function, Box<OrderBy>),
}

impl Filter {
    /// Whether any condition is on related rows.
    pub fn relates(&self) -> bool {
        match self {
            Self::And(filters) | Self::Or(filters) => filters.iter().any(Self::relates),
            Self::Not(inner) | Self::Untrue(inner) => inner.relates(),
            Self::Exists(_) | Self::Among(_) | Self::First(..) => true,
            Self::Column(..) | Self::Search(_) | Self::Json(_) | Self::Later { .. } => false,
        }
    }
}
