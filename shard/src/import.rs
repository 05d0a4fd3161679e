//! Rows of a dump: all or none, foreign keys checked at the end, a bad row found by its position.

use std::collections::HashSet;

use schema::TableId;
use schema::stored::Value;

use crate::catalog;
use crate::compile::{self, ImportSql};
use crate::error::{ConstraintKind, ShardError, Violation};
use crate::port::{Harvest, Sql, SqlError};
use crate::shard::Loaded;
use crate::violation;
use crate::wire::{BadRow, ImportBatch, TakenKey};

/// Inserts all rows, in order. `end` gets how many there were and the version behind them, inside the transaction.
pub(crate) fn run<S: Sql, R>(
    sql: &S,
    loaded: &Loaded,
    batches: &[ImportBatch],
    version: u64,
    end: impl FnOnce(u64, u64) -> Result<R, ShardError>,
) -> Result<R, ShardError> {
    let import = Import { sql, loaded, batches };
    let mut failed = None;
    let mut rows = 0;
    let done = sql.deferring(|| {
        for (position, batch) in batches.iter().enumerate() {
            match import.insert(batch, None) {
                Ok(inserted) => rows += inserted,
                Err(error) => {
                    failed = Some(position);
                    return Err(violation::explain(&loaded.schema, &error, (0, None)));
                }
            }
        }
        import.check_references()?;
        end(rows, catalog::seal_transaction(sql, version)?)
    });
    match (failed, done) {
        (Some(position), Err(error)) => Err(import.find_row(position, error)?),
        (_, done) => done,
    }
}

struct Import<'a, S: Sql> {
    sql: &'a S,
    loaded: &'a Loaded,
    batches: &'a [ImportBatch],
}

impl<S: Sql> Import<'_, S> {
    /// Inserts a batch, or one of its rows. Answers how many rows it wrote.
    fn insert(&self, batch: &ImportBatch, only: Option<usize>) -> Result<u64, SqlError> {
        let loaded = self.loaded;
        let sql = compile::import(&loaded.schema, &loaded.layout, batch)
            .map_err(|error| SqlError(error.to_string()))?;
        let replaces = matches!(batch.taken_key, TakenKey::Replaces | TakenKey::ReplacesInPlace);
        match self.execute(&sql, batch, only) {
            // Rows of one statement may take each other's place, which shows only one by one.
            Err(_) if replaces && only.is_none() => (0..positions(batch))
                .map(|row| self.execute(&sql, batch, Some(row)))
                .sum(),
            done => done,
        }
    }

    fn execute(&self, sql: &ImportSql, batch: &ImportBatch, only: Option<usize>) -> Result<u64, SqlError> {
        let row = only.and_then(|row| i64::try_from(row).ok());
        let params = [
            Value::Text(batch.rows.clone()),
            row.map_or(Value::Null, Value::Int),
        ];
        for statement in sql.clear.iter().chain([&sql.insert]) {
            self.sql.query(statement, &params, Harvest::default())?;
        }
        let changes = self.sql.rows("SELECT changes()", &[])?;
        Ok(match changes.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => u64::try_from(*count).unwrap_or_default(),
            _ => 0,
        })
    }

    /// Repeats an import that failed, row by row in the batch where it did, and rolls it back.
    fn find_row(&self, failed: usize, error: ShardError) -> Result<ShardError, ShardError> {
        let found = self.sql.deferring(|| -> Result<(), ShardError> {
            for batch in &self.batches[..failed] {
                self.insert(batch, None)?;
            }
            let batch = &self.batches[failed];
            for row in 0..positions(batch) {
                if let Err(error) = self.insert(batch, Some(row)) {
                    let error = violation::explain(&self.loaded.schema, &error, (0, None));
                    return Err(ShardError::Import(BadRow {
                        batch: failed,
                        row,
                        error: Box::new(error),
                    }));
                }
            }
            Err(error)
        });
        found.map_or_else(Ok, |()| {
            Err(ShardError::Internal("a failed import went through".to_owned()))
        })
    }

    /// Where rows are only added, only the tables that got some can refer to nothing.
    fn broken(&self) -> Result<Option<(Violation, String)>, ShardError> {
        let filled: HashSet<TableId> = self.batches.iter().map(|batch| batch.table).collect();
        let only_added =
            |batch: &ImportBatch| matches!(batch.taken_key, TakenKey::Refused | TakenKey::Ignored);
        let all = !self.batches.iter().all(only_added);
        violation::broken_foreign_key(self.sql, &self.loaded.schema, |id| all || filled.contains(&id))
    }

    fn check_references(&self) -> Result<(), ShardError> {
        let Some((violation, orphan)) = self.broken()? else {
            return Ok(());
        };
        let error = ShardError::Constraint(violation.clone());
        Err(match self.find_orphan(&violation, &orphan) {
            Some((batch, row)) => ShardError::Import(BadRow {
                batch,
                row,
                error: Box::new(error),
            }),
            None => error,
        })
    }

    /// The row whose foreign key holds those values.
    fn find_orphan(&self, violation: &Violation, orphan: &str) -> Option<(usize, usize)> {
        debug_assert_eq!(violation.kind, ConstraintKind::ForeignKey);
        let wanted: Vec<serde_json::Value> = serde_json::from_str(orphan).ok()?;
        let position = self
            .loaded
            .schema
            .tables
            .iter()
            .position(|table| table.name.as_str() == violation.table)?;
        let table = &self.loaded.schema.tables[position];
        for (at, batch) in self
            .batches
            .iter()
            .enumerate()
            .filter(|(_, batch)| batch.table.index() == position)
        {
            let elements: Option<Vec<usize>> = violation
                .columns
                .iter()
                .map(|name| {
                    batch.columns.iter().position(|given| {
                        table
                            .columns
                            .get(given.column.index())
                            .is_some_and(|column| column.name.as_str() == name)
                    })
                })
                .collect();
            let Some(elements) = elements else { continue };
            let rows: Vec<Vec<serde_json::Value>> = serde_json::from_str(&batch.rows).ok()?;
            let same = |row: &Vec<serde_json::Value>| {
                elements
                    .iter()
                    .zip(&wanted)
                    .all(|(element, value)| row.get(*element) == Some(value))
            };
            if let Some(row) = rows.iter().position(same) {
                return Some((at, row));
            }
        }
        None
    }
}

fn positions(batch: &ImportBatch) -> usize {
    usize::try_from(batch.count).unwrap_or_default()
}
