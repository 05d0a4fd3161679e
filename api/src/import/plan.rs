//! From the rows of a dump to batches of rows of one table.

use std::collections::BTreeMap;
use std::sync::Arc;

use schema::dump::{self, Assigned, Assignment, Row, TakenKey};
use schema::expr::{self, Target};
use schema::{ColumnId, Ident, Schema, Table, TableId};
use serde_json::Value;
use shard::wire::{self, ImportBatch};

use super::batch::{Batch, Columns, Values};
use super::note::Notes;
use super::refused;
use crate::catalog::Catalog;
use crate::error::ApiError;

/// What is sent to the shard, and what is told of it.
pub(super) struct Plan {
    pub(super) batches: Vec<ImportBatch>,
    /// The line of each row of each batch.
    pub(super) lines: Vec<Vec<usize>>,
    pub(super) counts: BTreeMap<String, u64>,
    pub(super) warnings: Vec<Value>,
}

/// Plans the import of a script, at a time in microseconds since 1970.
pub(super) fn plan(catalog: &Catalog, script: &[u8], now: i64) -> Result<Plan, ApiError> {
    let mut planner = Planner {
        schema: &catalog.schema,
        now,
        open: None,
        notes: Notes::default(),
        done: Plan {
            batches: Vec::new(),
            lines: Vec::new(),
            counts: BTreeMap::new(),
            warnings: Vec::new(),
        },
    };
    for row in dump::rows(script) {
        let row =
            row.map_err(|error| refused(error.line, error.problem.to_string()).with("column", error.column))?;
        planner.add(&row)?;
    }
    planner.close();
    planner.done.warnings = planner.notes.warnings();
    Ok(planner.done)
}

struct Planner<'a> {
    schema: &'a Schema,
    now: i64,
    open: Option<Batch<'a>>,
    notes: Notes,
    done: Plan,
}

impl Planner<'_> {
    fn add(&mut self, row: &Row) -> Result<(), ApiError> {
        let same = self
            .open
            .as_ref()
            .filter(|open| Arc::ptr_eq(&open.target, &row.target));
        let columns = match same {
            Some(open) => Arc::clone(&open.columns),
            None => Arc::new(Columns::of(self.schema, row)?),
        };
        let values = Values::read(&columns, row, self.now, &mut self.notes)?;
        if !same.is_some_and(|open| open.takes(&values)) {
            self.close();
            self.open = Some(begin(row, columns, &values)?);
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        open.push(&values, row.line);
        let table = open.columns.table.name.as_str();
        match self.done.counts.get_mut(table) {
            Some(count) => *count += 1,
            None => drop(self.done.counts.insert(table.to_owned(), 1)),
        }
        Ok(())
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.rows.rows.push(']');
            self.done.batches.push(open.rows);
            self.done.lines.push(open.lines);
        }
    }
}

/// An empty batch for rows such as that one.
fn begin<'a>(row: &Row, columns: Arc<Columns<'a>>, values: &Values) -> Result<Batch<'a>, ApiError> {
    let taken_key = match &row.target.taken_key {
        TakenKey::Refused => wire::TakenKey::Refused,
        TakenKey::Ignored => wire::TakenKey::Ignored,
        TakenKey::Replaces if row.target.settings.ignores_references => wire::TakenKey::ReplacesInPlace,
        TakenKey::Replaces => wire::TakenKey::Replaces,
        TakenKey::Updates(assignments) => wire::TakenKey::Updates(
            assignments
                .iter()
                .map(|assignment| assigned(columns.table, assignment, row.line))
                .collect::<Result<_, _>>()?,
        ),
    };
    Ok(Batch {
        target: Arc::clone(&row.target),
        rows: ImportBatch {
            table: columns.id,
            columns: columns.given(values),
            rows: "[".to_owned(),
            count: 0,
            taken_key,
            computed: values.computed.clone(),
        },
        lines: Vec::new(),
        columns,
    })
}

/// What `ON DUPLICATE KEY UPDATE` does to a column.
fn assigned(
    table: &Table,
    assignment: &Assignment,
    line: usize,
) -> Result<(ColumnId, wire::Assigned), ApiError> {
    let id = column(table, &assignment.column, line)?;
    let value = match &assignment.value {
        Assigned::Given(name) => wire::Assigned::Given(column(table, name, line)?),
        Assigned::Expression(text) => {
            expr::translate(table, text, Target::Changed(&table.columns[id.index()]))
                .map_err(|error| refused(line, format!("'{}': {error}", assignment.column)))?;
            wire::Assigned::Expression(text.clone())
        }
    };
    Ok((id, value))
}

/// The table that a statement names.
pub(super) fn table<'a>(
    schema: &'a Schema,
    name: &str,
    line: usize,
) -> Result<(TableId, &'a Table), ApiError> {
    let position = Ident::new(name)
        .ok()
        .and_then(|name| schema.tables.iter().position(|table| table.name.same(&name)))
        .ok_or_else(|| refused(line, format!("the schema has no table '{name}': push it first")))?;
    let id = TableId(u16::try_from(position).unwrap_or(u16::MAX));
    Ok((id, &schema.tables[position]))
}

/// The column that a statement names.
pub(super) fn column(table: &Table, name: &str, line: usize) -> Result<ColumnId, ApiError> {
    let position = Ident::new(name)
        .ok()
        .and_then(|name| table.column_index(&name))
        .ok_or_else(|| refused(line, format!("the table '{}' has no column '{name}'", table.name)))?;
    Ok(ColumnId(u16::try_from(position).unwrap_or(u16::MAX)))
}
