//! Rows of several related tables, written together in one transaction: the wire form of nested writes.
//!
//! A [`Tree`] is a list of steps, each of which does one thing to many rows with one statement. A row of a step may hold
//! what an earlier step has made or found, such as a key that the database counted up: see [`Made`]. So the parents of a
//! thousand rows are one step, the rows another, their children a third.

use schema::{ColumnId, TableId};
use serde::{Deserialize, Serialize};

use super::{Conflict, Filter, InsertColumn, Returning, Slot};

/// Rows written together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// What is done, in order.
    pub steps: Vec<Step>,
    /// The table whose rows are counted and answered.
    pub table: TableId,
    /// Their keys: of a row number where the table has no key.
    pub keys: Keys,
    /// What is answered of them.
    pub returning: Returning,
}

/// Where the keys of the rows that are answered come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Keys {
    /// They are the first elements of the rows that this step answered.
    Step(u16),
    /// Rows of the scope of this step, as [`Step::rows`] holds them.
    Rows(u16, Slot),
}

/// One thing that is done to many rows of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The step, an [`Action::Select`], for each of whose rows this is done; once where there is none.
    pub within: Option<u16>,
    /// The table.
    pub table: TableId,
    /// What is done.
    pub action: Action,
    /// A text: a JSON array of rows as [`super::Insert::rows`] holds them, whose elements may be [`Made`].
    pub rows: Slot,
    /// What is kept of each row for later steps.
    pub returns: Vec<Kept>,
}

/// What is done to the rows of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Action {
    /// They are added. The elements of a row are the values of these columns.
    Insert {
        /// The columns.
        columns: Vec<InsertColumn>,
        /// What becomes of a row whose key is taken.
        conflict: Option<Conflict>,
    },
    /// Each of them has to be there. The elements of a row are the values of these columns, which name one row.
    Find(Vec<ColumnId>),
    /// Those are found that have the values of one of the rows in the first columns, and for which the filter holds.
    Select(Select),
    /// Their columns are set. The elements of a row are its key (of the table's own key, or its row number), then values.
    Update(Vec<ColumnId>),
    /// The same, and to others numbers are added. The elements of a row are its key, then values, then what is added, each kept as
    /// its column's `Stored::step`.
    Add {
        /// The columns that are set.
        set: Vec<ColumnId>,
        /// The columns that are added to.
        add: Vec<ColumnId>,
    },
    /// They are removed. The elements of a row are the values of these columns.
    Delete(Vec<Kept>),
}

/// Rows to find.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// The columns whose values the step's rows hold; all rows of the table where there are none.
    pub join: Vec<ColumnId>,
    /// What holds for them.
    pub filter: Option<Filter>,
    /// More of them than this (an integer) is an error that changes nothing.
    pub at_most: Option<Slot>,
    /// Whether there has to be one at least for each of the step's rows.
    pub required: bool,
}

/// An element of a row that an earlier step makes: written `{step,row,element}`, with the row among those of the same scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Made {
    /// The step.
    pub step: u16,
    /// Its row.
    pub row: u32,
    /// The element of [`Step::returns`].
    pub element: u16,
}

impl std::fmt::Display for Made {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{{{},{},{}}}", self.step, self.row, self.element)
    }
}

/// What is kept of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kept {
    /// A column's value.
    Column(ColumnId),
    /// The row's own number, in a table without a primary key.
    Row,
}
