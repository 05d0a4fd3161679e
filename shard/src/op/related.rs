//! Conditions on the rows that are related to a row.

use schema::{ColumnId, TableId};
use serde::{Deserialize, Serialize};

use super::Filter;

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

impl Filter {
    /// Whether any condition is on related rows.
    pub fn relates(&self) -> bool {
        match self {
            Self::And(filters) | Self::Or(filters) => filters.iter().any(Self::relates),
            Self::Not(inner) | Self::Untrue(inner) => inner.relates(),
            Self::Exists(_) => true,
            Self::Column(..) => false,
        }
    }
}
