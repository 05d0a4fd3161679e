//! Rows of a dump: all or none, foreign keys checked at the end, a bad row found by its position.

use std::collections::HashSet;

use schema::TableId;
use schema::stored::Value;

use crate::catalog;
use crate::compile::{CompiledPart, Param, compile};
use crate::error::{ConstraintKind, ShardError, Violation};
use crate::op::{Insert, Part, Returning, Shape, ShardOp, Slot};
use crate::port::{Harvest, Sql, SqlError};
use crate::shard::Loaded;
use crate::violation;
use crate::wire::{BadRow, ImportBatch};

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
    let done = sql.transaction(|| {
        sql.execute("PRAGMA defer_foreign_keys = ON")?;
        for (position, batch) in batches.iter().enumerate() {
            match import.insert(batch, None) {
                Ok(inserted) => rows += inserted,
                Err(error) => {
                    failed = Some(position);
                    return Err(violation::explain(&loaded.schema, &error, 0));
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
    /// Inserts a batch, or one of its rows. Answers how many rows there are more.
    fn insert(&self, batch: &ImportBatch, only: Option<usize>) -> Result<u64, SqlError> {
        let insert = Insert {
            table: batch.table,
            columns: batch.columns.clone(),
            rows: Slot(0),
            returning: Returning::Nothing,
            conflict: None,
            at_most: None,
        };
        let shape = Shape {
            parts: vec![Part::Op(ShardOp::Insert(insert))],
        };
        let program = compile(&self.loaded.layout, &shape).map_err(|error| SqlError(error.to_string()))?;
        let Some(CompiledPart::Write(write)) = program.parts.first() else {
            return Err(SqlError("an insert compiled to something else".to_owned()));
        };
        debug_assert_eq!(write.statement.params, [Param::Slot(Slot(0))]);
        let mut params = vec![Value::Text(batch.rows.clone())];
        let mut text = write.statement.sql.clone();
        if let Some(row) = only {
            text.push_str(" WHERE key = CAST(?2 AS INTEGER)");
            params.push(Value::Int(i64::try_from(row).unwrap_or_default()));
        } else {
            // What an upsert clause needs to be told from a join.
            text.push_str(" WHERE true");
        }
        if batch.ignore {
            text.push_str(" ON CONFLICT DO NOTHING");
        }
        self.sql.query(&text, &params, Harvest::default())?;
        let changes = self.sql.rows("SELECT changes()", &[])?;
        Ok(match changes.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => u64::try_from(*count).unwrap_or_default(),
            _ => 0,
        })
    }

    /// Repeats an import that failed, row by row in the batch where it did, and rolls it back.
    fn find_row(&self, failed: usize, error: ShardError) -> Result<ShardError, ShardError> {
        let found = self.sql.transaction(|| -> Result<(), ShardError> {
            self.sql.execute("PRAGMA defer_foreign_keys = ON")?;
            for batch in &self.batches[..failed] {
                self.insert(batch, None)?;
            }
            let batch = &self.batches[failed];
            for row in 0..usize::try_from(batch.count).unwrap_or_default() {
                if let Err(error) = self.insert(batch, Some(row)) {
                    let error = violation::explain(&self.loaded.schema, &error, 0);
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

    /// Rows are only added, so only the tables that got some can refer to nothing.
    fn broken(&self) -> Result<Option<(Violation, String)>, ShardError> {
        let filled: HashSet<TableId> = self.batches.iter().map(|batch| batch.table).collect();
        violation::broken_foreign_key(self.sql, &self.loaded.schema, |id| filled.contains(&id))
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
