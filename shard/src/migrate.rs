//! Applies a new declaration to the tables. Runs inside the caller's transaction.

use std::cell::Cell;

use schema::diff::{self, Step};
use schema::stored::Value;
use schema::{Column, DefaultValue, Ident, Schema, Table, TableId};

use crate::ddl;
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::port::{Cost, Sql, SqlError};
use crate::search;

/// The longest statement that the platform takes, in bytes.
const MAX_STATEMENT: usize = 100_000;

/// Changes the tables from one declaration to another. Answers what SQLite read and wrote for it.
pub(crate) fn run<S: Sql>(sql: &S, old: &Schema, declaration: &str) -> Result<Cost, ShardError> {
    let new: Schema = serde_json::from_str(declaration)
        .map_err(|error| ShardError::Internal(format!("the declaration: {error}")))?;
    let steps = diff::diff(old, &new)
        .map_err(|refusals| ShardError::Internal(format!("a refused change was sent: {refusals:?}")))?
        .steps;
    let layout = Layout::of(&new);
    let migration = Migration {
        sql,
        schema: &new,
        layout: &layout,
        cost: Cell::default(),
    };
    for view in &old.views {
        for name in [TableLayout::numbered_view(&view.name), view.name.quoted()] {
            migration.execute(&format!("DROP VIEW IF EXISTS {name}"))?;
        }
    }
    for step in &steps {
        migration.apply(step)?;
    }
    migration.renew_triggers(old)?;
    migration.renew_search(old)?;
    migration.create_views()?;
    Ok(migration.cost.get())
}

struct Migration<'a, S: Sql> {
    sql: &'a S,
    schema: &'a Schema,
    layout: &'a Layout,
    cost: Cell<Cost>,
}

impl<S: Sql> Migration<'_, S> {
    fn execute(&self, statement: &str) -> Result<(), SqlError> {
        let mut cost = self.cost.get();
        cost += self.sql.execute(statement)?;
        self.cost.set(cost);
        Ok(())
    }

    fn apply(&self, step: &Step) -> Result<(), ShardError> {
        match step {
            Step::CreateTable(table) => self.create(table),
            Step::AddColumn { table, column } => self.add_column(table, column),
            // Views are made anew when all tables are as they will be.
            Step::AddSearch { .. }
            | Step::Redeclare { .. }
            | Step::CreateView(_)
            | Step::ReplaceView(_)
            | Step::DropView(_) => Ok(()),
            Step::AddIndex { table, index, unique } => {
                let (table, _) = self.find(table)?;
                // A foreign key's own index may have that name, as MySQL names both.
                let name = TableLayout::index_name(table, &index.name);
                self.execute(&format!("DROP INDEX IF EXISTS {name}"))?;
                self.execute(&ddl::index_sql(table, index, *unique))
                    .map_err(|error| {
                        let text = format!(
                            "rows of '{}' have the same {}: the unique key '{}' cannot be added",
                            table.name,
                            index
                                .columns
                                .iter()
                                .map(Ident::as_str)
                                .collect::<Vec<_>>()
                                .join(", "),
                            index.name
                        );
                        existing(error, text)
                    })
            }
        }
    }

    fn create(&self, table: &Table) -> Result<(), ShardError> {
        let (table, id) = self.find(&table.name)?;
        for statement in ddl::create_table(self.schema, self.layout, table, id)? {
            if statement.len() > MAX_STATEMENT {
                return Err(ShardError::TableTooLarge(table.name.as_str().to_owned()));
            }
            self.execute(&statement)
                .map_err(|error| ShardError::Internal(format!("{error} in {statement}")))?;
        }
        Ok(())
    }

    /// SQLite looks at a view's query when it is read, so each is read once.
    fn create_views(&self) -> Result<(), ShardError> {
        let rows = schema::view::rows(self.schema);
        let laid = &self.layout.tables[self.schema.tables.len()..];
        for ((view, rows), laid) in self.schema.views.iter().zip(&rows).zip(laid) {
            for statement in ddl::create_view(view, rows, laid) {
                self.execute(&statement)?;
            }
        }
        for laid in laid {
            let probe = format!("SELECT * FROM {} LIMIT 0", laid.quoted);
            self.sql
                .rows(&probe, &[])
                .map_err(|error| ShardError::ViewRefused(laid.name.as_str().to_owned(), error.0))?;
        }
        Ok(())
    }

    /// Adds a column. SQLite takes only constant defaults here: rows that are there get a computed one by an update.
    fn add_column(&self, table: &Ident, column: &Column) -> Result<(), ShardError> {
        let (table, id) = self.find(table)?;
        let laid = self.layout.table(id).ok_or_else(|| missing(&table.name))?;
        let position = table
            .column_index(&column.name)
            .ok_or_else(|| missing(&column.name))?;
        let mut layout = laid.columns[position].clone();
        let computed = matches!(
            column.default,
            Some(DefaultValue::Now | DefaultValue::Expression(_))
        );
        let default = layout.default.take_if(|_| computed);
        // A column that is never NULL needs something to start from, which the update replaces.
        layout.nullable |= computed;
        let mut virtual_column = column.clone();
        if let Some(generated) = &mut virtual_column.generated {
            // SQLite adds no STORED columns; a VIRTUAL one reads the same.
            generated.stored = false;
        }
        let definition = ddl::column_sql(table, laid, &virtual_column, &layout)?;
        self.execute(&format!("ALTER TABLE {} ADD COLUMN {definition}", laid.quoted))
            .map_err(|error| {
                existing(
                    error,
                    format!(
                        "rows of '{}' do not take the new column '{}'",
                        table.name, column.name
                    ),
                )
            })?;
        if let Some(default) = default {
            for trigger in ddl::trigger_names(laid) {
                self.execute(&format!("DROP TRIGGER IF EXISTS {trigger}"))?;
            }
            self.execute(&format!("UPDATE {} SET {}={default}", laid.quoted, layout.quoted))?;
        }
        Ok(())
    }

    /// The triggers of a table log its columns by their positions, so they are made anew where these changed.
    fn renew_triggers(&self, old: &Schema) -> Result<(), ShardError> {
        for (position, table) in self.schema.tables.iter().enumerate() {
            let moved = old
                .tables
                .get(position)
                .is_none_or(|before| before.name != table.name);
            let Some(before) = old.table(&table.name) else {
                continue;
            };
            let same = before
                .columns
                .iter()
                .map(|column| &column.name)
                .eq(table.columns.iter().map(|column| &column.name));
            if !moved && same {
                continue;
            }
            let laid = &self.layout.tables[position];
            for trigger in ddl::trigger_names(laid) {
                self.execute(&format!("DROP TRIGGER IF EXISTS {trigger}"))?;
            }
            for trigger in ddl::triggers(laid) {
                self.execute(&trigger)?;
            }
        }
        Ok(())
    }

    /// The search indexes of tables that were there, where the columns that are searched changed.
    fn renew_search(&self, old: &Schema) -> Result<(), ShardError> {
        let before = Layout::of(old);
        for (table, laid) in self.schema.tables.iter().zip(&self.layout.tables) {
            let Some((was, was_laid)) = old
                .tables
                .iter()
                .zip(&before.tables)
                .find(|(was, _)| was.name.same(&table.name))
            else {
                continue;
            };
            if searched(was, was_laid) == searched(table, laid) {
                continue;
            }
            let removed = search::remove(was_laid);
            for statement in removed
                .iter()
                .chain(&search::create(laid))
                .chain(&search::fill(laid))
            {
                self.execute(statement)?;
            }
        }
        Ok(())
    }

    fn find(&self, name: &Ident) -> Result<(&Table, TableId), ShardError> {
        let position = self.schema.tables.iter().position(|table| table.name.same(name));
        let position = position.ok_or_else(|| missing(name))?;
        let id = u16::try_from(position).map_err(|_| missing(name))?;
        Ok((&self.schema.tables[position], TableId(id)))
    }
}

/// Removes everything: the search indexes with the tables of their own, which nobody else may touch, then the tenant's
/// tables, then the shard's own. Children go before their parents, so that no foreign key acts; among tables that refer to
/// each other in a circle, rows go first. The caller holds a transaction that defers foreign keys.
pub(crate) fn drop_everything<S: Sql>(sql: &S) -> Result<(), ShardError> {
    for (kind, condition) in [
        ("TRIGGER", "type = 'trigger'"),
        ("TABLE", "type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"),
        ("VIEW", "type = 'view'"),
    ] {
        for name in names(sql, condition)? {
            sql.execute(&format!("DROP {kind} {name}"))?;
        }
    }
    let mut names = names(
        sql,
        "type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' \
         ORDER BY name LIKE '\\_ws\\_%' ESCAPE '\\'",
    )?;
    for name in &names {
        sql.execute(&format!("DELETE FROM {name}"))?;
    }
    while let Some(name) = names.pop() {
        sql.execute(&format!("DROP TABLE {name}"))?;
    }
    Ok(())
}

fn names<S: Sql>(sql: &S, condition: &str) -> Result<Vec<String>, ShardError> {
    let rows = sql.rows(&format!("SELECT name FROM sqlite_master WHERE {condition}"), &[])?;
    Ok(rows
        .into_iter()
        .filter_map(|row| match row.into_iter().next() {
            Some(Value::Text(name)) => Some(crate::layout::quote(&name)),
            _ => None,
        })
        .collect())
}

/// The names of the columns that are searched, in the index's order.
fn searched<'t>(table: &'t Table, laid: &TableLayout) -> Vec<&'t Ident> {
    laid.search
        .iter()
        .flat_map(|search| &search.columns)
        .filter_map(|id| table.columns.get(id.index()))
        .map(|column| &column.name)
        .collect()
}

fn existing(error: SqlError, text: String) -> ShardError {
    let lower = error.0.to_ascii_lowercase();
    if lower.contains("constraint failed") {
        ShardError::ExistingRows(text)
    } else {
        error.into()
    }
}

fn missing(name: &Ident) -> ShardError {
    ShardError::Internal(format!("'{name}' is not in the declaration"))
}
