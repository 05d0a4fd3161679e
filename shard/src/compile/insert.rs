//! Inserts, and what becomes of rows whose key is taken.

use schema::ColumnId;

use super::statement::Builder;
use super::write::{differs, returning, touched};
use super::{KeyElement, Write, missing_table};
use crate::error::ShardError;
use crate::layout::{ColumnLayout, Layout, TableLayout};
use crate::op::{Conflict, Insert, InsertColumn, LEFT_OUT};

/// Compiles an insert.
pub(super) fn insert(layout: &Layout, insert: &Insert) -> Result<Write, ShardError> {
    let table = layout
        .table(insert.table)
        .ok_or_else(|| missing_table(insert.table))?;
    let mut builder = Builder::default();
    let rows = builder.slot(insert.rows);
    let new = NewRows {
        table,
        columns: &insert.columns,
        computed: &[],
        conflict: insert.conflict.as_ref(),
    };
    let sql = new.sql(&mut builder, &rows)?;
    let apart = new.apart()?;
    let write = returning(layout, table, builder, sql, &insert.returning, insert.at_most)?;
    Ok(Write {
        rows: Some(insert.rows),
        columns: insert.columns.clone(),
        apart,
        added: insert.conflict.is_some().then_some(table.id),
        ..write
    })
}

/// Rows to add.
pub(super) struct NewRows<'a> {
    pub(super) table: &'a TableLayout,
    /// The columns that they give.
    pub(super) columns: &'a [InsertColumn],
    /// Columns with SQL of their own.
    pub(super) computed: &'a [(ColumnId, String)],
    /// What becomes of those whose key is taken.
    pub(super) conflict: Option<&'a Conflict>,
}

/// How the statement spells the rows that it adds.
struct Source {
    /// The JSON array of a row.
    value: String,
    /// The row that is there with the same key, under this alias, where rows that leave columns out need it.
    old: Option<String>,
}

impl NewRows<'_> {
    /// The statement; `rows` is the SQL of the JSON array of them.
    pub(super) fn sql(&self, builder: &mut Builder, rows: &str) -> Result<String, ShardError> {
        let Some(conflict) = self.conflict else {
            let (names, values) = self.plain_values()?;
            return Ok(format!(
                "INSERT INTO {} ({}) SELECT {} FROM json_each({rows})",
                self.table.quoted,
                names.join(","),
                values.join(",")
            ));
        };
        let (target, new) = (builder.alias(), builder.alias());
        let mut source = Source {
            value: format!("{new}.value"),
            old: None,
        };
        let mut join = String::new();
        if self.keeps_values(conflict)
            && let Some(matched) = self.matched(&source, conflict)?
        {
            let old = builder.alias();
            join = format!(
                " LEFT JOIN {} AS {old} ON {}",
                self.table.quoted,
                matched.replace("{old}", &old)
            );
            source.old = Some(old);
        }
        let (names, values) = self.values(&source)?;
        // WHERE tells an upsert clause from a join. The alias tells the table from `excluded`, which may be its name.
        Ok(format!(
            "INSERT INTO {} AS {target} ({}) SELECT {} FROM json_each({rows}) AS {new}{join} WHERE true ON CONFLICT {}",
            self.table.quoted,
            names.join(","),
            values.join(","),
            self.resolution(&target, conflict)?
        ))
    }

    /// What tells rows apart of which a later one takes from an earlier one what it leaves out: they cannot be one statement.
    pub(super) fn apart(&self) -> Result<Vec<KeyElement>, ShardError> {
        let Some(conflict) = self.conflict.filter(|conflict| self.keeps_values(conflict)) else {
            return Ok(Vec::new());
        };
        let element = |id: &ColumnId| {
            let Some(at) = self.columns.iter().position(|given| given.column == *id) else {
                return Ok(None);
            };
            let has_default = self.column(*id)?.default.is_some();
            Ok(Some(KeyElement { at, has_default }))
        };
        let key = conflict
            .target
            .iter()
            .map(element)
            .collect::<Result<Option<Vec<_>>, ShardError>>()?;
        Ok(key.unwrap_or_default())
    }

    /// Whether some row may leave out a column that others update.
    fn keeps_values(&self, conflict: &Conflict) -> bool {
        self.columns
            .iter()
            .any(|given| given.optional && conflict.update.contains(&given.column))
    }

    /// SQL that is true for the row that is there with the target's values, named `{old}`; `None` where the rows do not give
    /// them.
    fn matched(&self, source: &Source, conflict: &Conflict) -> Result<Option<String>, ShardError> {
        let mut tests = Vec::with_capacity(conflict.target.len());
        for id in &conflict.target {
            let Some(position) = self.columns.iter().position(|given| given.column == *id) else {
                return Ok(None);
            };
            let column = self.column(*id)?;
            let value = column
                .stored
                .from_json_sql(&format!("{}->>'$[{position}]'", source.value));
            tests.push(format!("{{old}}.{} = {value}", column.quoted));
        }
        Ok(Some(tests.join(" AND ")))
    }

    /// The names and values of the columns, where `value` is the JSON array of a row.
    pub(super) fn plain_values(&self) -> Result<(Vec<String>, Vec<String>), ShardError> {
        self.values(&Source {
            value: "value".to_owned(),
            old: None,
        })
    }

    fn values(&self, source: &Source) -> Result<(Vec<String>, Vec<String>), ShardError> {
        let table = self.table;
        if self.columns.is_empty() && self.computed.is_empty() {
            // Rows of defaults only: one column must be named all the same.
            let column = table.columns.iter().find(|column| !column.generated);
            let column = column.ok_or_else(|| ShardError::Internal("a table without columns".to_owned()))?;
            return Ok((vec![column.quoted.clone()], vec![default(column)]));
        }
        let mut names = Vec::with_capacity(self.columns.len());
        let mut values = Vec::with_capacity(self.columns.len());
        for (position, given) in self.columns.iter().enumerate() {
            let column = self.column(given.column)?;
            let element = format!("{}->>'$[{position}]'", source.value);
            let value = column.stored.from_json_sql(&element);
            names.push(column.quoted.clone());
            values.push(if given.optional {
                format!(
                    "CASE WHEN json_type({},'$[{position}]') = 'object' THEN {} ELSE {value} END",
                    source.value,
                    self.left_out(column, given.column, &element, source)
                )
            } else {
                value
            });
        }
        // A column that was added later has no computed default of SQLite's own.
        let absent = |position: usize| {
            let given = self.columns.iter().map(|given| given.column);
            let mut present = given.chain(self.computed.iter().map(|(id, _)| *id));
            present.all(|id| id.index() != position)
        };
        for (id, sql) in self.computed {
            names.push(self.column(*id)?.quoted.clone());
            values.push(sql.clone());
        }
        for (position, column) in table.columns.iter().enumerate() {
            if column.computed_default && absent(position) {
                names.push(column.quoted.clone());
                values.push(default(column));
            }
        }
        Ok((names, values))
    }

    /// What a column is where the row leaves it out.
    fn left_out(&self, column: &ColumnLayout, id: ColumnId, element: &str, source: &Source) -> String {
        let update = self.conflict.filter(|conflict| conflict.update.contains(&id));
        let marker = update
            .and_then(|conflict| conflict.target.first())
            .and_then(|first| self.table.column(*first));
        match (&source.old, marker) {
            (Some(old), Some(marker)) => format!(
                "CASE WHEN {old}.{} IS NOT NULL AND {element} = '{LEFT_OUT}' THEN {old}.{} ELSE {} END",
                marker.quoted,
                column.quoted,
                default(column)
            ),
            _ => default(column),
        }
    }

    /// What stands behind ON CONFLICT.
    fn resolution(&self, target: &str, conflict: &Conflict) -> Result<String, ShardError> {
        let names = conflict
            .target
            .iter()
            .map(|id| Ok(self.column(*id)?.quoted.as_str()))
            .collect::<Result<Vec<_>, ShardError>>()?;
        let key = if names.is_empty() {
            String::new()
        } else {
            format!("({}) ", names.join(","))
        };
        let mut assignments = Vec::with_capacity(conflict.update.len());
        let mut changes = Vec::with_capacity(conflict.update.len());
        // What no row gives stays as it is.
        let updated = |id: &&ColumnId| self.columns.iter().any(|given| given.column == **id);
        for id in conflict.update.iter().filter(updated) {
            let column = self.column(*id)?;
            let new = format!("excluded.{}", column.quoted);
            let old = format!("{target}.{}", column.quoted);
            changes.push(differs(column, &old, &new));
            assignments.push(format!("{}={new}", column.quoted));
        }
        if assignments.is_empty() {
            // The row that is there counts as written all the same, where something of it could have been.
            let Some(id) = conflict.target.first().filter(|_| !conflict.update.is_empty()) else {
                return Ok(format!("{key}DO NOTHING"));
            };
            let quoted = &self.column(*id)?.quoted;
            assignments.push(format!("{quoted}={target}.{quoted}"));
        }
        let given = |id| conflict.update.contains(&id);
        assignments.extend(touched(self.table, &format!("{target}."), &changes, given));
        Ok(format!("{key}DO UPDATE SET {}", assignments.join(",")))
    }

    fn column(&self, id: ColumnId) -> Result<&ColumnLayout, ShardError> {
        self.table
            .column(id)
            .ok_or_else(|| super::scope::missing(self.table, id))
    }
}

fn default(column: &ColumnLayout) -> String {
    column.default.clone().unwrap_or_else(|| "NULL".to_owned())
}
