//! The rules for foreign keys.

use std::collections::HashSet;

use super::{Checking, Part};
use crate::read::unkept::Unkept;
use crate::{Column, ColumnType, ForeignKey, Ident, IntWidth, ReferentialAction, Table};

impl Checking<'_> {
    pub(super) fn foreign_keys(&mut self) {
        let table = self.table;
        let mut names = HashSet::new();
        for (n, key) in table.foreign_keys.iter().enumerate() {
            let part = Part::ForeignKey(n);
            if !names.insert(key.name.folded()) {
                let message = format!("table {} has two foreign keys named {}", table.name, key.name);
                self.problem("duplicate-key-name", part, message);
            }
            for message in self.own_columns(key) {
                self.problem("foreign-key", part, message);
            }
            match self.schema.table(&key.references) {
                None => {
                    let message = format!(
                        "the foreign key {} of {} refers to table {}, which is not declared",
                        key.name, table.name, key.references
                    );
                    self.problem("unknown-table", part, message);
                }
                Some(target) => {
                    if let Err(message) = pairs(table, key, target) {
                        self.problem("foreign-key", part, message);
                    } else if !self.schema.enforces(key) {
                        self.warn(Unkept::LooseReference, part, loose(table, key));
                    }
                }
            }
        }
    }

    fn own_columns(&self, key: &ForeignKey) -> Vec<String> {
        let table = self.table;
        let mut problems = Vec::new();
        let actions = [("DELETE", key.on_delete), ("UPDATE", key.on_update)];
        let mut seen = HashSet::new();
        if key.columns.is_empty() {
            problems.push(format!(
                "the foreign key {} of {} has no columns",
                key.name, table.name
            ));
        }
        for name in &key.columns {
            let Some(column) = table.column(name) else {
                problems.push(format!(
                    "the foreign key {}: {} has no column {name}",
                    key.name, table.name
                ));
                continue;
            };
            if !seen.insert(name.folded()) {
                problems.push(format!("the foreign key {} names {name} twice", key.name));
            }
            for (event, action) in actions {
                if let Some(reason) = cannot_act(column, event, action) {
                    problems.push(format!("the foreign key {}: {reason}", key.name));
                }
            }
        }
        problems
    }
}

fn loose(table: &Table, key: &ForeignKey) -> String {
    let columns: Vec<&str> = key.referenced_columns.iter().map(Ident::as_str).collect();
    format!(
        "{}.{} to {}({})",
        table.name,
        key.name,
        key.references,
        columns.join(", ")
    )
}

fn cannot_act(column: &Column, event: &str, action: ReferentialAction) -> Option<String> {
    let writes = match action {
        ReferentialAction::NoAction | ReferentialAction::Restrict => return None,
        ReferentialAction::Cascade => event == "UPDATE",
        ReferentialAction::SetNull | ReferentialAction::SetDefault => true,
    };
    let name = &column.name;
    if writes && column.generated.is_some() {
        return Some(format!("ON {event} cannot change {name}, a generated column"));
    }
    match action {
        ReferentialAction::SetNull if !column.nullable => {
            Some(format!("ON {event} SET NULL, but {name} is NOT NULL"))
        }
        ReferentialAction::SetDefault if !column.nullable && column.default.is_none() => Some(format!(
            "ON {event} SET DEFAULT, but {name} is NOT NULL and has no default"
        )),
        _ => None,
    }
}

fn pairs(table: &Table, key: &ForeignKey, target: &Table) -> Result<(), String> {
    let head = format!("the foreign key {} of {}", key.name, table.name);
    if key.referenced_columns.is_empty() {
        return Err(format!(
            "{head}: say which columns of {} it refers to",
            target.name
        ));
    }
    if key.columns.len() != key.referenced_columns.len() {
        return Err(format!(
            "{head} has {} columns and refers to {}",
            key.columns.len(),
            key.referenced_columns.len()
        ));
    }
    for (own, other) in key.columns.iter().zip(&key.referenced_columns) {
        let Some(referenced) = target.column(other) else {
            return Err(format!("{head}: {} has no column {other}", target.name));
        };
        if let Some(column) = table.column(own)
            && !comparable(column, referenced)
        {
            return Err(format!(
                "{head}: {}.{own} and {}.{other} must have the same type",
                table.name, target.name
            ));
        }
    }
    Ok(())
}

/// Whether a column may refer to another.
fn comparable(own: &Column, other: &Column) -> bool {
    let is_bytes = |column_type: &ColumnType| {
        matches!(
            column_type,
            ColumnType::Varbinary { .. } | ColumnType::Blob { .. }
        )
    };
    let (left, right) = (&own.column_type, &other.column_type);
    if left.is_text() && right.is_text() {
        return own.binary_collation == other.binary_collation;
    }
    left == right || (is_bytes(left) && is_bytes(right)) || both_tiny(left, right)
}

/// TINYINT(1) and TINYINT are one type to `MySQL`.
fn both_tiny(left: &ColumnType, right: &ColumnType) -> bool {
    let tiny = |column_type: &ColumnType| {
        matches!(
            column_type,
            ColumnType::Boolean
                | ColumnType::Int {
                    width: IntWidth::Tiny,
                    unsigned: false
                }
        )
    };
    tiny(left) && tiny(right)
}
