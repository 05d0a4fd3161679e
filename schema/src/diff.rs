//! The difference between two declarations: what a push changes, and what it cannot change yet.

use std::fmt::Write as _;

use crate::stored::Stored;
use crate::{Column, ColumnType, DefaultValue, Ident, Index, Schema, Table};

/// The steps from one declaration to another, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Migration {
    /// What to do.
    pub steps: Vec<Step>,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new table with all of its keys.
    CreateTable(Table),
    /// A new column of an existing table: nullable, with a default, or computed when read.
    AddColumn {
        /// The table.
        table: Ident,
        /// The column.
        column: Column,
    },
    /// A new key of an existing table. A unique one fails on rows that already break it.
    AddIndex {
        /// The table.
        table: Ident,
        /// The key.
        index: Index,
        /// `UNIQUE`.
        unique: bool,
    },
    /// A new FULLTEXT key of an existing table. (The search index follows the declaration as a whole.)
    AddSearch {
        /// The table.
        table: Ident,
        /// The key.
        index: Index,
    },
    /// A new view.
    CreateView(Ident),
    /// A view with another query or other names of its columns.
    ReplaceView(Ident),
    /// A view that went. It held no rows.
    DropView(Ident),
    /// A comment or the order of columns changed, or a FULLTEXT key went: the declaration only, not what is stored.
    Redeclare {
        /// The table.
        table: Ident,
    },
}

/// A change that cannot be applied yet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// The table.
    pub table: Ident,
    /// What it would have changed, such as `column title: VARCHAR(200) NOT NULL → VARCHAR(100) NOT NULL`.
    pub what: String,
    /// The same as a sentence.
    pub message: String,
}

/// What it takes to get from `old` to `new`.
///
/// # Errors
/// Every change that is not an added table, nullable or defaulted column, or key.
pub fn diff(old: &Schema, new: &Schema) -> Result<Migration, Vec<Refusal>> {
    let mut change = Change::default();
    for table in &old.tables {
        match new.table(&table.name) {
            None => change.refuse(table, "table dropped".to_owned()),
            Some(now) => {
                change.table(table, now);
                change.kept_otherwise((old, table), (new, now));
                change.enforced_now((old, table), new);
            }
        }
    }
    for table in new.tables.iter().filter(|table| old.table(&table.name).is_none()) {
        change.steps.push(Step::CreateTable(table.clone()));
    }
    change.views(old, new);
    if change.refusals.is_empty() {
        // A new table may be what a key of another refers to, so tables come first.
        change
            .steps
            .sort_by_key(|step| !matches!(step, Step::CreateTable(_)));
        Ok(Migration { steps: change.steps })
    } else {
        Err(change.refusals)
    }
}

#[derive(Default)]
struct Change {
    steps: Vec<Step>,
    refusals: Vec<Refusal>,
}

impl Change {
    fn refuse(&mut self, table: &Table, what: String) {
        self.refusals.push(Refusal {
            table: table.name.clone(),
            message: format!(
                "table {}: {what}. Only new tables, nullable or defaulted columns, and indexes are applied",
                table.name
            ),
            what,
        });
    }

    /// Views hold no rows, so any change of theirs applies.
    fn views(&mut self, old: &Schema, new: &Schema) {
        for view in &new.views {
            match old.view(&view.name) {
                None => self.steps.push(Step::CreateView(view.name.clone())),
                Some(before) if before != view => self.steps.push(Step::ReplaceView(view.name.clone())),
                Some(_) => {}
            }
        }
        let gone = old.views.iter().filter(|view| new.view(&view.name).is_none());
        self.steps
            .extend(gone.map(|view| Step::DropView(view.name.clone())));
    }

    fn table(&mut self, old: &Table, new: &Table) {
        if old.name != new.name {
            self.refuse(old, format!("renamed to {}", new.name));
        }
        let before = self.steps.len();
        self.columns(old, new);
        if old.primary_key != new.primary_key {
            let what = format!(
                "primary key: ({}) → ({})",
                list(&old.primary_key),
                list(&new.primary_key)
            );
            self.refuse(old, what);
        }
        self.keys(old, (&old.unique, &new.unique), true);
        self.keys(old, (&old.indexes, &new.indexes), false);
        for key in added(&old.fulltext, &new.fulltext) {
            self.steps.push(Step::AddSearch {
                table: old.name.clone(),
                index: key.clone(),
            });
        }
        let foreign_keys = (old.foreign_keys.as_slice(), new.foreign_keys.as_slice());
        self.constraints(old, "foreign key", foreign_keys, |key| &key.name);
        self.constraints(old, "check", (&old.checks, &new.checks), |check| &check.name);
        if self.steps.len() == before && old != new {
            self.steps.push(Step::Redeclare {
                table: old.name.clone(),
            });
        }
    }

    /// A new key of the table that it refers to would make a foreign key one that is enforced.
    fn enforced_now(&mut self, (old_schema, old): (&Schema, &Table), new: &Schema) {
        for key in &old.foreign_keys {
            if !old_schema.enforces(key) && new.enforces(key) {
                self.refuse(
                    old,
                    format!("foreign key {} enforced, because of a new unique key", key.name),
                );
            }
        }
    }

    /// A foreign key to or from an `AUTO_INCREMENT` key changes how BIGINT UNSIGNED is kept, also in tables that did not change.
    fn kept_otherwise(&mut self, (old_schema, old): (&Schema, &Table), (new_schema, new): (&Schema, &Table)) {
        for column in &old.columns {
            let Some(now) = new
                .column(&column.name)
                .filter(|now| now.column_type == column.column_type)
            else {
                continue;
            };
            let before = Stored::of(old_schema, old, column);
            if before.affinity() == "INTEGER" && before != Stored::of(new_schema, new, now) {
                self.refuse(
                    old,
                    format!(
                        "column {}: its values would be kept in another form, because of a new foreign key",
                        column.name
                    ),
                );
            }
        }
    }

    fn columns(&mut self, old: &Table, new: &Table) {
        for column in &old.columns {
            let Some(now) = new.column(&column.name) else {
                self.refuse(old, format!("column {} dropped", column.name));
                continue;
            };
            let described = Column {
                comment: column.comment.clone(),
                ..now.clone()
            };
            if described != *column && !is_appended(column, &described) {
                let what = format!(
                    "column {}: {} → {}",
                    column.name,
                    definition(column),
                    definition(now)
                );
                self.refuse(old, what);
            }
        }
        for column in new
            .columns
            .iter()
            .filter(|column| old.column(&column.name).is_none())
        {
            let generated = column.generated.as_ref();
            let filled = column.nullable || column.default.is_some() || generated.is_some();
            let computed_later = generated.is_none_or(|generated| !generated.stored);
            if filled && computed_later && !column.auto_increment {
                self.steps.push(Step::AddColumn {
                    table: old.name.clone(),
                    column: column.clone(),
                });
                continue;
            }
            let reason = if column.auto_increment {
                "AUTO_INCREMENT"
            } else if computed_later {
                "NOT NULL without a default"
            } else {
                "a STORED generated column"
            };
            self.refuse(old, format!("column {} added, {reason}", column.name));
        }
    }

    fn keys(&mut self, table: &Table, (old, new): (&[Index], &[Index]), unique: bool) {
        let kind = if unique { "unique key" } else { "key" };
        for key in old {
            match new.iter().find(|other| other.name.same(&key.name)) {
                None => self.refuse(table, format!("{kind} {} dropped", key.name)),
                Some(now) if now != key => {
                    let what = format!(
                        "{kind} {}: ({}) → ({})",
                        key.name,
                        list(&key.columns),
                        list(&now.columns)
                    );
                    self.refuse(table, what);
                }
                Some(_) => {}
            }
        }
        for key in added(old, new) {
            self.steps.push(Step::AddIndex {
                table: table.name.clone(),
                index: key.clone(),
                unique,
            });
        }
    }

    fn constraints<T: PartialEq>(
        &mut self,
        table: &Table,
        kind: &str,
        (old, new): (&[T], &[T]),
        name: fn(&T) -> &Ident,
    ) {
        for constraint in old {
            match new.iter().find(|other| name(other).same(name(constraint))) {
                None => self.refuse(table, format!("{kind} {} dropped", name(constraint))),
                Some(now) if now != constraint => {
                    self.refuse(table, format!("{kind} {} changed", name(constraint)));
                }
                Some(_) => {}
            }
        }
        for constraint in new
            .iter()
            .filter(|it| !old.iter().any(|other| name(other).same(name(it))))
        {
            self.refuse(table, format!("{kind} {} added", name(constraint)));
        }
    }
}

/// Whether all that changed is that an ENUM or SET has more members behind its own, which rewrites no row: `MySQL` does it in
/// place too.
fn is_appended(old: &Column, new: &Column) -> bool {
    let ((ColumnType::Enum { values: before }, ColumnType::Enum { values: after })
    | (ColumnType::Set { values: before }, ColumnType::Set { values: after })) =
        (&old.column_type, &new.column_type)
    else {
        return false;
    };
    let same_type = Column {
        column_type: old.column_type.clone(),
        ..new.clone()
    };
    after.starts_with(before) && same_type == *old && old.generated.is_none()
}

fn added<'k>(old: &'k [Index], new: &'k [Index]) -> impl Iterator<Item = &'k Index> {
    new.iter()
        .filter(|key| !old.iter().any(|other| other.name.same(&key.name)))
}

fn list(names: &[Ident]) -> String {
    names.iter().map(Ident::as_str).collect::<Vec<_>>().join(", ")
}

fn definition(column: &Column) -> String {
    let mut out = crate::print::column_type(&column.column_type);
    out.push_str(if column.nullable { " NULL" } else { " NOT NULL" });
    if column.binary_collation {
        out.push_str(" (case-sensitive)");
    }
    // Writing to a String cannot fail.
    let _ = match &column.default {
        None => Ok(()),
        Some(DefaultValue::Value(value)) => write!(out, " DEFAULT {value}"),
        Some(DefaultValue::Now) => write!(out, " DEFAULT CURRENT_TIMESTAMP"),
        Some(DefaultValue::Expression(text)) => write!(out, " DEFAULT ({text})"),
    };
    if column.on_update_now {
        out.push_str(" ON UPDATE CURRENT_TIMESTAMP");
    }
    if column.auto_increment {
        out.push_str(" AUTO_INCREMENT");
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        let _ = write!(out, " AS ({}) {kind}", generated.expression);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(script: &str) -> Schema {
        crate::read::sql::read(script).expect("a declaration").schema
    }

    fn refused(old: &str, new: &str) -> Vec<String> {
        let refusals = diff(&schema(old), &schema(new)).expect_err("refusals");
        refusals.into_iter().map(|refusal| refusal.what).collect()
    }

    #[test]
    fn additions_apply() {
        let old = schema("CREATE TABLE a (id INT PRIMARY KEY, n INT)");
        let new = schema(
            "CREATE TABLE a (id INT PRIMARY KEY, n INT COMMENT 'x', d DATE, e INT NOT NULL DEFAULT 1, KEY (n), UNIQUE u (d));
             CREATE TABLE b (id INT PRIMARY KEY)",
        );
        let steps = diff(&old, &new).expect("a migration").steps;
        assert!(matches!(&steps[0], Step::CreateTable(table) if table.name.as_str() == "b"));
        let kinds: Vec<&str> = steps[1..]
            .iter()
            .map(|step| match step {
                Step::AddColumn { column, .. } => column.name.as_str(),
                Step::AddIndex { unique: true, .. } => "unique",
                Step::AddIndex { .. } => "key",
                _ => "other",
            })
            .collect();
        assert_eq!(kinds, ["d", "e", "unique", "key"]);
        assert!(diff(&new, &new).expect("a migration").steps.is_empty());
    }

    #[test]
    fn appended_members_rewrite_no_row() {
        let with = |members: &str| {
            format!("CREATE TABLE a (e ENUM({members}) NOT NULL DEFAULT 'x', s SET({members}))")
        };
        let old = with("'x','y'");
        let steps = diff(&schema(&old), &schema(&with("'x','y','z'")))
            .expect("a migration")
            .steps;
        assert!(matches!(steps[..], [Step::Redeclare { .. }]));
        for members in ["'x'", "'x','z','y'", "'z','x','y'"] {
            assert_eq!(refused(&old, &with(members)).len(), 2, "{members}");
        }
    }

    #[test]
    fn a_new_key_does_not_make_an_old_foreign_key_hold() {
        let child = "CREATE TABLE c (n INT, CONSTRAINT f FOREIGN KEY (n) REFERENCES p (n));";
        let old = format!("CREATE TABLE p (n INT, KEY (n)); {child}");
        let new = format!("CREATE TABLE p (n INT, KEY (n), UNIQUE u (n)); {child}");
        assert_eq!(
            refused(&old, &new),
            ["foreign key f enforced, because of a new unique key"]
        );
    }

    #[test]
    fn comments_only_redeclare() {
        let steps = diff(
            &schema("CREATE TABLE a (n INT)"),
            &schema("CREATE TABLE a (n INT) COMMENT 'x'"),
        );
        assert!(matches!(
            steps.expect("a migration").steps[..],
            [Step::Redeclare { .. }]
        ));
    }

    #[test]
    fn the_rest_is_refused_by_name() {
        let old = "CREATE TABLE a (id INT PRIMARY KEY, t VARCHAR(200) NOT NULL, u INT, KEY (u)); CREATE TABLE b (x INT)";
        let new =
            "CREATE TABLE a (id INT, t VARCHAR(100) NOT NULL DEFAULT 'q', v INT NOT NULL, CHECK (v > 0))";
        assert_eq!(
            refused(old, new),
            [
                "column id: INT NOT NULL → INT NULL",
                "column t: VARCHAR(200) NOT NULL → VARCHAR(100) NOT NULL DEFAULT \"q\"",
                "column u dropped",
                "column v added, NOT NULL without a default",
                "primary key: (id) → ()",
                "key u dropped",
                "check a_chk_1 added",
                "table dropped",
            ]
        );
    }
}
