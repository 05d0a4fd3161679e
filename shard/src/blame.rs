//! Which of the rows to add is to blame where an insert of several failed. Nothing of this runs unless one did, and all of it
//! in the transaction that is then rolled back.

use schema::stored::{Stored, Value};
use schema::{ForeignKey, Schema, Table};

use crate::chunk::{chunks, elements};
use crate::compile::{CompiledPart, Program, Write};
use crate::error::{ShardError, Violation};
use crate::op::Slot;
use crate::port::Sql;
use crate::run::{RunError, Runner};
use crate::violation;

impl<S: Sql> Runner<'_, S> {
    /// The error of an insert, with the row that it is about. The statement that failed has left nothing; `before` rows were
    /// added by earlier ones.
    pub(crate) fn blamed(
        &self,
        write: &Write,
        (slot, rows): (Slot, &str),
        before: usize,
        error: RunError,
    ) -> RunError {
        match &error {
            RunError::Sql { error: found, .. } if violation::is_of_row(found) => {}
            _ => return error,
        }
        let rows: Vec<&str> = elements(rows).collect();
        if rows.len() + before < 2 {
            return error;
        }
        let (mut first, mut end) = (0, rows.len());
        let mut blamed = error;
        // The rows before `first` are there, and one of those from `first` to `end` fails behind them.
        while end - first > 1 {
            let middle = first.midpoint(end);
            let half = format!("[{}]", rows[first..middle].join(","));
            match self.with_rows(slot, &half, |runner| runner.written_once(write)) {
                Ok(_) => first = middle,
                Err(error) => (blamed, end) = (error, middle),
            }
        }
        match blamed {
            RunError::Sql {
                part, place, error, ..
            } => RunError::Sql {
                part,
                place,
                row: u32::try_from(before + first).ok(),
                error,
            },
            other @ RunError::Shard(_) => other,
        }
    }

    /// The first of the rows that a part added whose reference by that key leads nowhere. All of them are there, with the key
    /// not looked at yet.
    pub(crate) fn referring_nowhere(
        &self,
        schema: &Schema,
        program: &Program,
        found: &Violation,
    ) -> Result<Option<u32>, ShardError> {
        let Some(CompiledPart::Write(write)) = program.parts.get(found.part) else {
            return Ok(None);
        };
        let (Some(slot), Some(table)) = (
            write.rows,
            schema
                .tables
                .iter()
                .find(|table| table.name.as_str() == found.table),
        ) else {
            return Ok(None);
        };
        let key = table
            .foreign_keys
            .iter()
            .find(|key| key.name.as_str() == found.constraint);
        let sql = key.and_then(|key| nowhere(schema, table, key, write));
        let (Some(sql), Value::Text(rows)) = (sql, self.value(slot)) else {
            return Ok(None);
        };
        if elements(rows).take(2).count() < 2 {
            return Ok(None);
        }
        let mut before = 0;
        for chunk in chunks(rows).unwrap_or_else(|| vec![rows.clone()]) {
            let count = elements(&chunk).count();
            let found = self.sql.rows(&sql, &[Value::Text(chunk)])?;
            if let Some(Value::Int(at)) = found.first().and_then(|row| row.first()) {
                let row = before + usize::try_from(*at).unwrap_or_default();
                return Ok(u32::try_from(row).ok());
            }
            before += count;
        }
        Ok(None)
    }
}

/// The statement that finds the row; `None` where the rows do not give all columns of the key.
fn nowhere(schema: &Schema, table: &Table, key: &ForeignKey, write: &Write) -> Option<String> {
    let parent = schema.table(&key.references)?;
    let mut tests = Vec::new();
    let mut equal = Vec::new();
    for (name, remote) in key.columns.iter().zip(&key.referenced_columns) {
        let column = table.columns.iter().position(|column| column.name.same(name))?;
        let at = write
            .columns
            .iter()
            .position(|given| given.column.index() == column)?;
        let stored = Stored::of(schema, table, &table.columns[column]);
        let value = stored.from_json_sql(&format!("n.value->>'$[{at}]'"));
        tests.push(format!("json_type(n.value,'$[{at}]') NOT IN ('null','object')"));
        equal.push(format!("p.{} = {value}", remote.quoted()));
    }
    Some(format!(
        "SELECT n.key FROM json_each(?1) AS n WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS p WHERE {}) ORDER BY n.key LIMIT 1",
        tests.join(" AND "),
        parent.name.quoted(),
        equal.join(" AND ")
    ))
}
