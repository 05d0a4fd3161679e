//! The rules for columns.

use std::collections::HashSet;

use super::{Checking, Part, canonical};
use crate::expr::{self, Target};
use crate::read::unkept::Unkept;
use crate::{Column, ColumnType, DefaultValue};

/// The longest member of an ENUM or SET, in characters.
const MAX_MEMBER: usize = 255;

impl Checking<'_> {
    pub(super) fn columns(&mut self) {
        let table = self.table;
        let mut names = HashSet::new();
        let mut counters = 0;
        for (n, column) in table.columns.iter().enumerate() {
            let part = Part::Column(n);
            if !names.insert(column.name.folded()) {
                let message = format!("column {}.{} is declared twice", table.name, column.name);
                self.problem("duplicate-column", part, message);
            }
            if let Err(message) = type_limits(&column.column_type) {
                self.problem(
                    "type-limit",
                    part,
                    format!("{}.{}: {message}", table.name, column.name),
                );
            }
            counters += usize::from(column.auto_increment);
            if column.auto_increment && counters == 2 {
                let message = format!("table {} has more than one AUTO_INCREMENT column", table.name);
                self.problem("auto-increment", part, message);
            }
            self.attributes(column, part);
            self.default(column, part);
            self.generated(column, part);
            self.note_kind(column, part);
        }
    }

    fn attributes(&mut self, column: &Column, part: Part) {
        let name = format!("{}.{}", self.table.name, column.name);
        if column.auto_increment {
            if !matches!(column.column_type, ColumnType::Int { .. }) {
                self.problem(
                    "auto-increment",
                    part,
                    format!("{name}: AUTO_INCREMENT needs an integer column"),
                );
            }
            let table = self.table;
            let mut keys = table
                .unique
                .iter()
                .chain(&table.indexes)
                .map(|key| key.columns.first());
            let first = |key: Option<&crate::Ident>| key.is_some_and(|key| key.same(&column.name));
            if !first(table.primary_key.first()) && !keys.any(first) {
                let message = format!("{name}: AUTO_INCREMENT needs a key that starts with the column");
                self.problem("auto-increment", part, message);
            }
            if column.nullable {
                self.problem(
                    "auto-increment",
                    part,
                    format!("{name}: an AUTO_INCREMENT column cannot be NULL"),
                );
            }
        }
        let dated = matches!(
            column.column_type,
            ColumnType::Datetime { .. } | ColumnType::Timestamp { .. }
        );
        if column.on_update_now && !dated {
            let message = format!("{name}: ON UPDATE CURRENT_TIMESTAMP needs a DATETIME or TIMESTAMP column");
            self.problem("on-update", part, message);
        }
        let text = matches!(
            column.column_type,
            ColumnType::Char { .. } | ColumnType::Varchar { .. } | ColumnType::Text { .. }
        );
        if column.binary_collation && !text {
            self.problem("collation", part, format!("{name}: only text has a collation"));
        }
    }

    fn default(&mut self, column: &Column, part: Part) {
        let Some(default) = &column.default else {
            return;
        };
        let name = format!("{}.{}", self.table.name, column.name);
        if column.auto_increment || column.generated.is_some() {
            let kind = if column.auto_increment {
                "an AUTO_INCREMENT"
            } else {
                "a generated"
            };
            self.problem(
                "invalid-default",
                part,
                format!("{name}: {kind} column takes no default"),
            );
            return;
        }
        let dated = matches!(
            column.column_type,
            ColumnType::Datetime { .. } | ColumnType::Timestamp { .. }
        );
        let refused = match default {
            DefaultValue::Value(value) => canonical(&column.column_type, value).err(),
            DefaultValue::Now if dated => None,
            DefaultValue::Now => Some("CURRENT_TIMESTAMP needs a DATETIME or TIMESTAMP column".to_owned()),
            DefaultValue::Expression(text) => {
                let translated = expr::translate(self.table, text, Target::Column(column));
                translated.err().map(|error| error.to_string())
            }
        };
        if let Some(reason) = refused {
            self.problem(
                "invalid-default",
                part,
                format!("the default of {name}: {reason}"),
            );
        }
    }

    fn generated(&mut self, column: &Column, part: Part) {
        let Some(generated) = &column.generated else {
            return;
        };
        let table = self.table;
        let name = format!("{}.{}", table.name, column.name);
        if column.auto_increment || column.on_update_now {
            self.problem(
                "generated",
                part,
                format!("{name}: a generated column takes no other source of values"),
            );
        }
        if table.primary_key.iter().any(|key| key.same(&column.name)) {
            self.problem(
                "generated",
                part,
                format!("{name}: a generated column cannot be in the primary key"),
            );
        }
        let error = match expr::translate(table, &generated.expression, Target::Column(column)) {
            Ok(_) => None,
            Err(error) => Some(error.to_string()),
        };
        if let Some(reason) = error {
            self.problem(
                "generated",
                part,
                format!("the generated column {name}: {reason}"),
            );
            return;
        }
        let position = table.column_index(&column.name).unwrap_or_default();
        let read = expr::columns(table, &generated.expression).unwrap_or_default();
        for used in read.iter().filter_map(|name| table.column_index(name)) {
            let other = &table.columns[used];
            if used >= position && other.generated.is_some() {
                let message = format!(
                    "{name} uses {}, a generated column that is not declared before it",
                    other.name
                );
                self.problem("generated", part, message);
            }
            if other.auto_increment {
                let message = format!(
                    "{name} uses {}, whose AUTO_INCREMENT value comes later",
                    other.name
                );
                self.problem("generated", part, message);
            }
        }
    }

    fn note_kind(&mut self, column: &Column, part: Part) {
        let name = || format!("{}.{}", self.table.name, column.name);
        match column.column_type {
            ColumnType::Char { .. } | ColumnType::Varchar { .. } | ColumnType::Text { .. }
                if !column.binary_collation =>
            {
                self.warn(Unkept::CaseFolding, part, name());
            }
            ColumnType::Geometry { .. } => self.warn(Unkept::Geometry, part, name()),
            _ => {}
        }
    }
}

fn type_limits(column_type: &ColumnType) -> Result<(), String> {
    let at_most = |what: &str, value: u64, most: u64| {
        if value <= most {
            Ok(())
        } else {
            Err(format!("{what} is {value}; the most is {most}"))
        }
    };
    match column_type {
        ColumnType::Decimal { precision, scale, .. } => {
            at_most("the number of digits", u64::from(*precision), 65)?;
            at_most("the number of digits behind the point", u64::from(*scale), 30)?;
            if *precision == 0 || scale > precision {
                return Err(format!(
                    "DECIMAL({precision},{scale}): the first number counts all digits"
                ));
            }
            Ok(())
        }
        ColumnType::Bit { width: 0 } => Err("BIT needs 1 to 64 bits".to_owned()),
        ColumnType::Bit { width } => at_most("the number of bits", u64::from(*width), 64),
        ColumnType::Char { length } | ColumnType::Binary { length } => {
            at_most("the length", u64::from(*length), 255)
                .map_err(|error| error + ": use VARCHAR or VARBINARY")
        }
        ColumnType::Varchar { length } | ColumnType::Varbinary { length } => {
            at_most("the length", u64::from(*length), 65_535)
                .map_err(|error| error + ": use a TEXT or BLOB type")
        }
        ColumnType::Time { fraction }
        | ColumnType::Datetime { fraction }
        | ColumnType::Timestamp { fraction } => {
            at_most("the number of digits of a second", u64::from(*fraction), 6)
        }
        ColumnType::Enum { values } => members("ENUM", values, 65_535),
        ColumnType::Set { values } => {
            if let Some(value) = values.iter().find(|value| value.contains(',')) {
                return Err(format!("the SET member '{value}' has a comma"));
            }
            if values.iter().any(String::is_empty) {
                return Err("SET has an empty member, which cannot be told from no member".to_owned());
            }
            members("SET", values, 64)
        }
        _ => Ok(()),
    }
}

fn members(kind: &str, values: &[String], most: usize) -> Result<(), String> {
    if values.is_empty() || values.len() > most {
        return Err(format!(
            "{kind} has {} members; it takes 1 to {most}",
            values.len()
        ));
    }
    let mut seen = HashSet::new();
    for value in values {
        if value.chars().count() > MAX_MEMBER {
            return Err(format!(
                "a member of {kind} has more than {MAX_MEMBER} characters"
            ));
        }
        if value.ends_with(' ') {
            return Err(format!(
                "the member '{value}' of {kind} ends in a space, which MySQL cuts off"
            ));
        }
        if !seen.insert(value) {
            return Err(format!("{kind} has the member '{value}' twice"));
        }
    }
    Ok(())
}
