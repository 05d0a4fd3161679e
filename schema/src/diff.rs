//! What changes between two declarations, as steps that can be applied to tables with rows in them.
//!
//! Added tables, nullable or defaulted columns, and indexes are steps. Comments change the declaration alone. Everything
//! else is refused, with what it would have changed.

use crate::{Column, ColumnType, Ident, Index, Schema, Table};

/// The steps from one declaration to the next, in an order in which they can be applied.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Migration {
    /// The steps.
    pub steps: Vec<Step>,
}

/// One change to the tables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A new table, with its keys and indexes.
    CreateTable(Table),
    /// A new column of a table.
    AddColumn {
        /// The table.
        table: Ident,
        /// The column.
        column: Column,
    },
    /// A new index of a table.
    AddIndex {
        /// The table.
        table: Ident,
        /// The index.
        index: Index,
        /// Whether it is a unique key.
        unique: bool,
    },
}

/// A change that is not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The table.
    pub table: String,
    /// What of it would change: a column, a key, the table itself.
    pub what: String,
    /// What it would have changed.
    pub message: String,
}

/// Compares two valid declarations.
pub fn diff(old: &Schema, new: &Schema) -> Result<Migration, Vec<Refusal>> {
    let mut found = Found::default();
    for table in &new.tables {
        match old.table(&table.name) {
            None => found.creations.push(Step::CreateTable(table.clone())),
            Some(before) => found.table(before, table),
        }
    }
    for before in &old.tables {
        if new.table(&before.name).is_none() {
            found.refuse(
                before,
                "table",
                format!("table '{}' dropped, with its rows", before.name),
            );
        }
    }
    if found.refusals.is_empty() {
        let mut steps = found.creations;
        steps.extend(found.additions);
        Ok(Migration { steps })
    } else {
        Err(found.refusals)
    }
}

#[derive(Default)]
struct Found {
    creations: Vec<Step>,
    additions: Vec<Step>,
    refusals: Vec<Refusal>,
}

impl Found {
    fn refuse(&mut self, table: &Table, what: impl Into<String>, message: String) {
        self.refusals.push(Refusal {
            table: table.name.as_str().to_owned(),
            what: what.into(),
            message,
        });
    }

    fn table(&mut self, before: &Table, after: &Table) {
        self.columns(before, after);
        if before.primary_key != after.primary_key {
            let message = format!(
                "primary key of '{}': ({}) → ({})",
                after.name,
                listed(&before.primary_key),
                listed(&after.primary_key)
            );
            self.refuse(after, "primary key", message);
        }
        self.indexes(after, "unique key", &before.unique, &after.unique, Some(true));
        self.indexes(after, "index", &before.indexes, &after.indexes, Some(false));
        self.indexes(after, "fulltext key", &before.fulltext, &after.fulltext, None);
        self.constraints(before, after);
    }

    fn columns(&mut self, before: &Table, after: &Table) {
        for column in &before.columns {
            match after.column(&column.name) {
                None => self.refuse(
                    after,
                    column.name.as_str(),
                    format!("column '{}.{}' dropped, with its values", after.name, column.name),
                ),
                Some(changed) => self.column(after, column, changed),
            }
        }
        let kept = |column: &&Column| before.column(&column.name).is_some();
        let order: Vec<&Ident> = after
            .columns
            .iter()
            .filter(kept)
            .map(|column| &column.name)
            .collect();
        let earlier: Vec<&Ident> = before
            .columns
            .iter()
            .filter(|column| after.column(&column.name).is_some())
            .map(|column| &column.name)
            .collect();
        if order.iter().zip(&earlier).any(|(a, b)| !a.same(b)) {
            self.refuse(
                after,
                "columns",
                format!("the columns of '{}' in another order", after.name),
            );
        }
        for column in &after.columns {
            if before.column(&column.name).is_none() {
                self.added(after, column);
            }
        }
    }

    fn added(&mut self, table: &Table, column: &Column) {
        let fillable = column.nullable || column.default.is_some() || column.generated.is_some();
        if column.auto_increment || !fillable {
            let message = format!(
                "column '{}.{}' added without a value for the rows that are there: make it nullable or give it a default",
                table.name, column.name
            );
            self.refuse(table, column.name.as_str(), message);
        } else {
            self.additions.push(Step::AddColumn {
                table: table.name.clone(),
                column: column.clone(),
            });
        }
    }

    fn column(&mut self, table: &Table, before: &Column, after: &Column) {
        let uncommented = |column: &Column| Column {
            comment: None,
            ..column.clone()
        };
        let (before, after) = (uncommented(before), uncommented(after));
        if before == after {
            return;
        }
        let name = format!("column '{}.{}'", table.name, after.name);
        let message = if before.column_type == after.column_type {
            format!("{name}: its nullability, default, collation or generation changed")
        } else {
            format!(
                "{name}: {} → {}",
                named(&before.column_type),
                named(&after.column_type)
            )
        };
        self.refuse(table, after.name.as_str(), message);
    }

    /// Indexes of one kind; `unique` is `None` where the kind is declared only.
    fn indexes(
        &mut self,
        table: &Table,
        kind: &str,
        before: &[Index],
        after: &[Index],
        unique: Option<bool>,
    ) {
        for index in before {
            match after.iter().find(|other| other.name.same(&index.name)) {
                Some(same) if same.columns == index.columns => {}
                Some(changed) => {
                    let message = format!(
                        "{kind} '{}' of '{}': ({}) → ({})",
                        index.name,
                        table.name,
                        listed(&index.columns),
                        listed(&changed.columns)
                    );
                    self.refuse(table, index.name.as_str(), message);
                }
                None => {
                    self.refuse(
                        table,
                        index.name.as_str(),
                        format!("{kind} '{}' of '{}' dropped", index.name, table.name),
                    );
                }
            }
        }
        let Some(unique) = unique else { return };
        for index in after {
            if before.iter().all(|other| !other.name.same(&index.name)) {
                self.additions.push(Step::AddIndex {
                    table: table.name.clone(),
                    index: index.clone(),
                    unique,
                });
            }
        }
    }

    fn constraints(&mut self, before: &Table, after: &Table) {
        if before.foreign_keys != after.foreign_keys {
            self.refuse(
                after,
                "foreign keys",
                format!("the foreign keys of '{}' changed", after.name),
            );
        }
        if before.checks != after.checks {
            self.refuse(
                after,
                "checks",
                format!("the CHECK constraints of '{}' changed", after.name),
            );
        }
    }
}

fn listed(names: &[Ident]) -> String {
    names.iter().map(Ident::as_str).collect::<Vec<_>>().join(", ")
}

fn named(column_type: &ColumnType) -> String {
    crate::print::type_sql(column_type)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{IntWidth, LobSize};

    fn column(name: &str, nullable: bool) -> Column {
        Column {
            name: Ident::new(name).unwrap(),
            column_type: ColumnType::Int {
                width: IntWidth::Int,
                unsigned: false,
            },
            nullable,
            default: None,
            on_update_now: false,
            auto_increment: false,
            generated: None,
            binary_collation: false,
            comment: None,
        }
    }

    fn schema(columns: Vec<Column>) -> Schema {
        let table = Table {
            name: Ident::new("t").unwrap(),
            comment: None,
            columns,
            primary_key: Vec::new(),
            unique: Vec::new(),
            indexes: Vec::new(),
            fulltext: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
        };
        Schema { tables: vec![table] }
    }

    #[test]
    fn additions_are_steps() {
        let old = schema(vec![column("a", false)]);
        let new = schema(vec![column("b", true), column("a", false)]);
        let steps = diff(&old, &new).unwrap().steps;
        assert!(matches!(&steps[..], [Step::AddColumn { column, .. }] if column.name.as_str() == "b"));
        assert!(diff(&old, &old).unwrap().steps.is_empty());
    }

    #[test]
    fn everything_else_is_refused_with_what_it_would_change() {
        let old = schema(vec![column("a", false), column("b", true)]);
        let mut changed = column("a", false);
        changed.column_type = ColumnType::Text {
            size: LobSize::Normal,
        };
        let new = schema(vec![changed, column("c", false)]);
        let messages: Vec<String> = diff(&old, &new)
            .unwrap_err()
            .into_iter()
            .map(|refusal| refusal.message)
            .collect();
        assert_eq!(
            messages,
            [
                "column 't.a': int → text",
                "column 't.b' dropped, with its values",
                "column 't.c' added without a value for the rows that are there: make it nullable or give it a default",
            ]
        );
        let dropped = diff(&old, &Schema::default()).unwrap_err();
        assert_eq!(dropped[0].message, "table 't' dropped, with its rows");
    }
}
