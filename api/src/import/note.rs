//! What an import tells once for all rows that it holds for.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// What is told once for all rows that it holds for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    ZeroDate { table: String, column: String },
    Generated { table: String, column: String },
    Zone { name: String },
}

/// Where a note holds first, and for how many rows.
#[derive(Debug)]
struct Seen {
    line: usize,
    rows: u64,
}

/// The notes of an import.
#[derive(Debug, Default)]
pub(super) struct Notes(BTreeMap<Note, Seen>);

impl Notes {
    pub(super) fn count(&mut self, note: Note, line: usize) {
        self.0.entry(note).or_insert(Seen { line, rows: 0 }).rows += 1;
    }

    /// As the answer lists them.
    pub(super) fn warnings(&self) -> Vec<Value> {
        self.0.iter().map(|(note, seen)| note.warning(seen)).collect()
    }
}

impl Note {
    fn warning(&self, seen: &Seen) -> Value {
        let (code, what) = match self {
            Self::ZeroDate { table, column } => (
                "zero_date",
                format!("'{column}' of '{table}': zero dates became NULL"),
            ),
            Self::Generated { table, column } => (
                "generated",
                format!("'{column}' of '{table}' is generated: the values for it were not taken"),
            ),
            Self::Zone { name } => (
                "time_zone",
                format!(
                    "the time zone '{name}' is no offset such as '+02:00': TIMESTAMP values were taken as UTC"
                ),
            ),
        };
        json!({
            "code": code,
            "message": format!("{what} ({} rows)", seen.rows),
            "line": seen.line,
        })
    }
}
