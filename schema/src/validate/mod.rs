//! What holds for every declaration, whichever form it was read from.

mod columns;
mod defaults;
mod keys;
mod references;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub(crate) use defaults::{canonical, from_base64};

use crate::read::unkept::{Tally, Unkept};
use crate::{Schema, Table, view};

/// The most columns of a table that the platform takes; generated ones count.
pub const MAX_COLUMNS: usize = 100;

/// The most keys of a table besides its primary key, as in MySQL.
pub const MAX_KEYS: usize = 64;

/// A part of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    /// The table's position in the declaration.
    pub(crate) table: usize,
    /// The part of the table.
    pub(crate) part: Part,
}

/// A part of a table, by its position in its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Table,
    Column(usize),
    PrimaryKey,
    Unique(usize),
    Index(usize),
    Fulltext(usize),
    ForeignKey(usize),
    Check(usize),
    /// The whole of a view, whose position stands in place of the table's: the byte of its query.
    View(usize),
}

impl At {
    /// As a JSON pointer into the declaration's JSON form.
    pub(crate) fn pointer(self) -> String {
        let table = format!("/tables/{}", self.table);
        match self.part {
            Part::Table => table,
            Part::Column(n) => format!("{table}/columns/{n}"),
            Part::PrimaryKey => format!("{table}/primaryKey"),
            Part::Unique(n) => format!("{table}/unique/{n}"),
            Part::Index(n) => format!("{table}/indexes/{n}"),
            Part::Fulltext(n) => format!("{table}/fulltext/{n}"),
            Part::ForeignKey(n) => format!("{table}/foreignKeys/{n}"),
            Part::Check(n) => format!("{table}/checks/{n}"),
            Part::View(_) => format!("/views/{}", self.table),
        }
    }
}

/// A rule that a part breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Broken {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) at: At,
}

/// What was found about a declaration.
#[derive(Debug, Clone, Default)]
pub(crate) struct Findings {
    pub(crate) problems: Vec<Broken>,
    pub(crate) warnings: Tally<At>,
}

/// Checks a whole declaration.
pub(crate) fn validate(schema: &Schema) -> Findings {
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut findings = Findings::default();
    for (position, table) in schema.tables.iter().enumerate() {
        let mut checking = Checking {
            schema,
            table,
            position,
            findings: &mut findings,
        };
        if let Some(first) = by_name.insert(table.name.folded(), position) {
            let first = &schema.tables[first].name;
            let message = if first == &table.name {
                format!("table {first} is declared twice")
            } else {
                format!("tables {first} and {} differ in case only", table.name)
            };
            checking.problem("duplicate-table", Part::Table, message);
        }
        checking.table();
    }
    views(schema, &mut by_name, &mut findings);
    findings
}

/// The rules of views: names of their own, and queries that can be asked here.
fn views(schema: &Schema, by_name: &mut HashMap<String, usize>, findings: &mut Findings) {
    let mut broken = |table, code, message, at| {
        let at = At {
            table,
            part: Part::View(at),
        };
        findings.problems.push(Broken { code, message, at });
    };
    for (position, view) in schema.views.iter().enumerate() {
        if by_name.insert(view.name.folded(), position).is_some() {
            let message = format!("{} is declared twice: a view needs a name of its own", view.name);
            broken(position, "duplicate-view", message, 0);
        }
    }
    for (position, refused) in view::refused(schema) {
        broken(position, "view", refused.message, refused.at);
    }
}

/// One table under check.
struct Checking<'a> {
    schema: &'a Schema,
    table: &'a Table,
    position: usize,
    findings: &'a mut Findings,
}

impl Checking<'_> {
    fn problem(&mut self, code: &'static str, part: Part, message: String) {
        let at = self.at(part);
        self.findings.problems.push(Broken { code, message, at });
    }

    fn warn(&mut self, kind: Unkept, part: Part, name: String) {
        let at = self.at(part);
        self.findings.warnings.note(kind, at, name);
    }

    fn at(&self, part: Part) -> At {
        At {
            table: self.position,
            part,
        }
    }

    fn table(&mut self) {
        let count = self.table.columns.len();
        if count == 0 {
            self.problem(
                "no-columns",
                Part::Table,
                format!("table {} has no columns", self.table.name),
            );
        }
        if count > MAX_COLUMNS {
            let message = format!(
                "table {} has {count} columns; the platform takes {MAX_COLUMNS}: split the table",
                self.table.name
            );
            self.problem("too-many-columns", Part::Column(MAX_COLUMNS), message);
        }
        self.columns();
        self.keys();
        self.foreign_keys();
        self.checks();
    }
}
