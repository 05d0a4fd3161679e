//! Nested writes: from rows that hold rows to steps, each of which does one thing to many rows.
//!
//! Rows at the same place of the tree go together, whatever rows they are under: the parents of all rows first, then the
//! rows, then their children. So what is planned grows with the places, not with the rows.

mod change;
mod children;
mod find;
mod new;
mod path;
mod planner;

pub use path::{Path, Places};
pub use planner::{Found, Planner};

use codegen::{ApiColumn, Relation};
use shard::op::{Filter, Slot};

use crate::plan::conflict::Asked;
use crate::plan::rows::{Cell, GivenRow};

/// Values of a row, with what is to be done to rows that are related to it.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// Where it stands in the request.
    pub path: Path,
    /// Its own values.
    pub columns: GivenRow<'a>,
    /// What is done through its relations, each at most once.
    pub related: Vec<(&'a Relation, Related<'a>)>,
}

/// What is to be done to rows that are related to one.
#[derive(Debug, Clone)]
pub struct Related<'a> {
    /// Where it stands in the request.
    pub path: Path,
    /// Rows to add.
    pub create: Vec<Row<'a>>,
    /// Rows that are there, to be related.
    pub connect: Vec<Named<'a>>,
    /// Rows to add or, where their key is taken, to change.
    pub upsert: Vec<(Row<'a>, Asked)>,
    /// Related rows to change.
    pub update: Vec<Change<'a>>,
    /// Related rows that shall be so no longer.
    pub disconnect: Vec<Named<'a>>,
    /// The same for whatever row is related.
    pub disconnect_all: bool,
    /// Related rows to remove.
    pub delete: Vec<Named<'a>>,
    /// The same for whatever row is related.
    pub delete_all: bool,
}

/// A row named by one of its unique keys.
#[derive(Debug, Clone)]
pub struct Named<'a> {
    /// Where it stands in the request.
    pub path: Path,
    /// The key's columns and their values.
    pub key: Vec<(&'a ApiColumn, Cell<'a>)>,
}

/// Related rows to change.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// Which of them; all if there is none.
    pub filter: Option<Filter>,
    /// The most that they may be.
    pub at_most: Option<Slot>,
    /// What they are set to.
    pub set: Row<'a>,
}

impl Related<'_> {
    /// Whether there is nothing to do.
    pub const fn is_nothing(&self) -> bool {
        self.create.is_empty()
            && self.connect.is_empty()
            && self.upsert.is_empty()
            && self.update.is_empty()
            && self.disconnect.is_empty()
            && self.delete.is_empty()
            && !self.disconnect_all
            && !self.delete_all
    }

    /// Nothing to do.
    pub const fn nothing(path: Path) -> Self {
        Self {
            path,
            create: Vec::new(),
            connect: Vec::new(),
            upsert: Vec::new(),
            update: Vec::new(),
            disconnect: Vec::new(),
            disconnect_all: false,
            delete: Vec::new(),
            delete_all: false,
        }
    }
}
