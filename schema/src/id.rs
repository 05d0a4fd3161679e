//! Positions in a declaration: how plans and operations name tables and columns.

use serde::{Deserialize, Serialize};

/// The position of a table in [`crate::Schema::tables`], at one schema version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TableId(pub u16);

/// The position of a column in [`crate::Table::columns`], at one schema version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ColumnId(pub u16);

impl TableId {
    /// The position.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

impl ColumnId {
    /// The position.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
