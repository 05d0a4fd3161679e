//! The rules for keys and checks.

use std::collections::HashSet;

use super::{Checking, MAX_KEYS, Part};
use crate::expr::{self, ExprError, Target};
use crate::read::unkept::Unkept;
use crate::{ColumnType, Ident, Index};

impl Checking<'_> {
    pub(super) fn keys(&mut self) {
        let table = self.table;
        self.key_columns("the primary key", &table.primary_key, Part::PrimaryKey);
        for name in &table.primary_key {
            if table.column(name).is_some_and(|column| column.nullable) {
                let message = format!(
                    "{}.{name} is in the primary key, so it cannot be NULL",
                    table.name
                );
                self.problem("primary-key-null", Part::PrimaryKey, message);
            }
        }
        let count = table.unique.len() + table.indexes.len() + table.fulltext.len();
        if count > MAX_KEYS {
            self.problem(
                "too-many-keys",
                Part::Table,
                format!("table {} has {count} keys; the most is {MAX_KEYS}", table.name),
            );
            return;
        }
        let mut names = HashSet::new();
        let unique = table
            .unique
            .iter()
            .enumerate()
            .map(|(n, key)| (Part::Unique(n), key));
        let plain = table
            .indexes
            .iter()
            .enumerate()
            .map(|(n, key)| (Part::Index(n), key));
        let fulltext = table
            .fulltext
            .iter()
            .enumerate()
            .map(|(n, key)| (Part::Fulltext(n), key));
        for (part, key) in unique.chain(plain).chain(fulltext) {
            self.key(part, key, &mut names);
        }
        self.searched();
    }

    /// What FULLTEXT keys take: text, as in MySQL, and no more columns than one index has.
    fn searched(&mut self) {
        const MAX_SEARCHED: usize = 90;
        let table = self.table;
        for (n, key) in table.fulltext.iter().enumerate() {
            for name in &key.columns {
                let column = table.column(name);
                if column.is_some_and(|column| !column.column_type.is_text()) {
                    let message = format!(
                        "the FULLTEXT key {} of {}: {name} is no CHAR, VARCHAR or TEXT column",
                        key.name, table.name
                    );
                    self.problem("fulltext-column", Part::Fulltext(n), message);
                }
            }
        }
        let count = table.searched().len();
        if count > MAX_SEARCHED {
            let message = format!(
                "the FULLTEXT keys of {} have {count} columns; the most is {MAX_SEARCHED}",
                table.name
            );
            self.problem("fulltext-columns", Part::Table, message);
        }
    }

    fn key(&mut self, part: Part, key: &Index, names: &mut HashSet<String>) {
        let table = &self.table.name;
        if !names.insert(key.name.folded()) {
            self.problem(
                "duplicate-key-name",
                part,
                format!("table {table} has two keys named {}", key.name),
            );
        }
        if key.name.as_str().eq_ignore_ascii_case("primary") {
            let message = format!(
                "a key of {table} is named {}, which is the primary key's name",
                key.name
            );
            self.problem("bad-name", part, message);
        }
        if key.columns.is_empty() {
            self.problem(
                "key-columns",
                part,
                format!("the key {} of {table} has no columns", key.name),
            );
        }
        self.key_columns(&format!("the key {}", key.name), &key.columns, part);
    }

    fn key_columns(&mut self, key: &str, columns: &[Ident], part: Part) {
        let table = self.table;
        let mut seen = HashSet::new();
        for name in columns {
            let Some(column) = table.column(name) else {
                self.problem(
                    "unknown-column",
                    part,
                    format!("{key} of {}: there is no column {name}", table.name),
                );
                continue;
            };
            if !seen.insert(name.folded()) {
                self.problem(
                    "key-columns",
                    part,
                    format!("{key} of {} names {name} twice", table.name),
                );
            }
            if matches!(column.column_type, ColumnType::Json) {
                let message = format!("{key} of {}: {name} is JSON, which no key takes", table.name);
                self.problem("key-columns", part, message);
            }
        }
    }

    pub(super) fn checks(&mut self) {
        let table = self.table;
        let mut names = HashSet::new();
        for (n, check) in table.checks.iter().enumerate() {
            let part = Part::Check(n);
            if !names.insert(check.name.folded()) {
                let message = format!("table {} has two checks named {}", table.name, check.name);
                self.problem("duplicate-check-name", part, message);
            }
            let reason = match expr::translate(table, &check.expression, Target::Condition) {
                Ok(_) if check.enforced => continue,
                Ok(_) => "NOT ENFORCED".to_owned(),
                Err(error @ (ExprError::NotSupported { .. } | ExprError::Value { .. })) => error.to_string(),
                Err(error) => {
                    let message = format!("the check {} of {}: {error}", check.name, table.name);
                    self.problem("check", part, message);
                    continue;
                }
            };
            self.warn(
                Unkept::CheckNotEnforced,
                part,
                format!("{}.{} ({reason})", table.name, check.name),
            );
        }
    }
}
