//! `POST /t/{tenant}/import`: the rows of a MySQL dump, all or none.

use std::collections::BTreeMap;
use std::sync::Arc;

use schema::dump::{self, Row, TakenKey, Target};
use schema::stored::{Literal, Stored};
use schema::{ColumnId, Ident, Table, TableId};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shard::ShardError;
use shard::op::InsertColumn;
use shard::port::HostText;
use shard::wire::{Answer, BadRow, ImportBatch, Request as ShardRequest, Work};

use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::error::{ApiError, Code};
use crate::gateway::{Attempt, Call, Responds, attempt, unexpected};
use crate::http::{Header, Method, Response, essence};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;
use crate::terms::Terms;

/// Rows of one statement on the shard.
const BATCH_ROWS: usize = 500;

/// Bytes of one statement's rows: well below what one text may hold.
const BATCH_BYTES: usize = 512 * 1024;

/// The largest script, in bytes: it is one message to the shard.
const MAX_BYTES: usize = 24 * 1024 * 1024;

/// Imports the body's rows.
pub(crate) async fn import<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
    terms: &Terms,
) -> Result<Attempt<S::Text>, ApiError> {
    if call.request.method != Method::Post {
        return Err(not_allowed("POST"));
    }
    let plan = check_body(call).and_then(|()| plan(catalog, &call.request.body, call.host.now()));
    let plan = match plan {
        Ok(plan) => plan,
        // What was refused now may have been done before the schema changed.
        Err(error) => {
            let kept = call.recalled::<Imported>(tenant, terms).await?;
            return kept.map(Attempt::Answered).ok_or(error);
        }
    };
    let imported = Imported {
        counts: plan.counts,
        warnings: Value::from(plan.warnings).to_string(),
        rollback: terms.rollback,
        lines: plan.lines,
    };
    let request = if terms.is_plain() {
        ShardRequest::Import {
            catalog: catalog.catalog,
            batches: plan.batches,
        }
    } else {
        terms.transact(catalog.catalog, Work::Import(plan.batches), &imported)?
    };
    attempt(call.ask(tenant, catalog, &request).await, imported)
}

/// How a shard's answer becomes a response.
#[derive(Debug, Serialize, Deserialize)]
struct Imported {
    counts: BTreeMap<String, u64>,
    /// A JSON array.
    warnings: String,
    rollback: bool,
    /// The line of each row of each batch. Not kept with the answer, which has no need of it.
    #[serde(skip)]
    lines: Vec<Vec<usize>>,
}

impl Responds for Imported {
    fn respond<T: HostText>(self, outcome: Result<(T, Answer), ShardError>) -> Response<T> {
        let rows = match outcome {
            Ok((_, Answer::Imported(rows))) => rows,
            Ok(_) => return ApiError::from(unexpected()).problem(),
            Err(ShardError::Import(bad)) => return bad_row(bad, &self.lines).problem(),
            Err(error) => return ApiError::from(error).problem(),
        };
        let warnings: Value = serde_json::from_str(&self.warnings).unwrap_or_default();
        let response = json_response(
            200,
            &json!({
                "rows": rows,
                "tables": self.counts,
                "ignored": self.counts.values().sum::<u64>() - rows,
                "warnings": warnings,
            }),
        );
        if self.rollback {
            response.with("preference-applied", "tx=rollback")
        } else {
            response
        }
    }
}

fn check_body<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Result<(), ApiError> {
    let content_type = call.request.headers.get(Header::ContentType).unwrap_or_default();
    if !matches!(
        essence(content_type).as_str(),
        "application/sql" | "text/sql" | "application/x-sql"
    ) {
        return Err(ApiError::new(
            Code::UnsupportedMediaType,
            "send the dump as `Content-Type: application/sql`",
        ));
    }
    if call.request.body.len() > MAX_BYTES {
        return Err(ApiError::new(
            Code::TooLarge,
            format!(
                "the dump has {} bytes, and {MAX_BYTES} go in one call: split it between statements",
                call.request.body.len()
            ),
        ));
    }
    Ok(())
}

/// What is sent to the shard, and what is told of it.
struct Plan {
    batches: Vec<ImportBatch>,
    /// The line of each row of each batch.
    lines: Vec<Vec<usize>>,
    counts: BTreeMap<String, u64>,
    warnings: Vec<Value>,
}

fn plan(catalog: &Catalog, script: &[u8], now: i64) -> Result<Plan, ApiError> {
    let mut planner = Planner {
        catalog,
        now,
        open: None,
        notes: BTreeMap::new(),
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
    planner.done.warnings = planner
        .notes
        .iter()
        .map(|(note, seen)| note.warning(seen))
        .collect();
    Ok(planner.done)
}

struct Planner<'a> {
    catalog: &'a Catalog,
    now: i64,
    open: Option<Batch<'a>>,
    notes: Notes,
    done: Plan,
}

/// What is told once for all rows that it holds for.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Note {
    ZeroDate { table: String, column: String },
    Generated { table: String, column: String },
}

/// Where a note holds first, and for how many rows.
struct Seen {
    line: usize,
    rows: u64,
}

type Notes = BTreeMap<Note, Seen>;

impl Note {
    fn count(self, line: usize, notes: &mut Notes) {
        notes.entry(self).or_insert(Seen { line, rows: 0 }).rows += 1;
    }

    fn warning(&self, seen: &Seen) -> Value {
        let (code, what) = match self {
            Self::ZeroDate { table, column } => (
                "zero_date",
                format!("'{column}' of '{table}': zero dates became NULL"),
            ),
            Self::Generated { table, column } => (
                "generated",
                format!("'{column}' of '{table}' is generated: the values for it were not taken"),
            ),
        };
        json!({
            "code": code,
            "message": format!("{what} ({} rows)", seen.rows),
            "line": seen.line,
        })
    }
}

/// Rows of one statement of the dump, gathered for one statement on the shard.
struct Batch<'a> {
    target: Arc<Target>,
    table: &'a Table,
    columns: Vec<BatchColumn>,
    rows: ImportBatch,
    lines: Vec<usize>,
}

struct BatchColumn {
    id: ColumnId,
    stored: Stored,
    nullable: bool,
    generated: bool,
}

impl<'a> Planner<'a> {
    fn add(&mut self, row: &Row) -> Result<(), ApiError> {
        let fits = self.open.as_ref().is_some_and(|open| {
            Arc::ptr_eq(&open.target, &row.target)
                && open.lines.len() < BATCH_ROWS
                && open.rows.rows.len() < BATCH_BYTES
        });
        if !fits {
            self.close();
            self.open = Some(self.begin(row)?);
        }
        let Some(open) = &mut self.open else { return Ok(()) };
        open.push(row, self.now, &mut self.notes)?;
        *self
            .done
            .counts
            .entry(open.table.name.as_str().to_owned())
            .or_default() += 1;
        Ok(())
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            open.rows.rows.push(']');
            self.done.batches.push(open.rows);
            self.done.lines.push(open.lines);
        }
    }

    fn begin(&self, row: &Row) -> Result<Batch<'a>, ApiError> {
        let target = &row.target;
        if target.taken_key == TakenKey::Replaces {
            return Err(refused(
                row.line,
                "REPLACE is not supported: write INSERT INTO, or INSERT IGNORE INTO",
            ));
        }
        let schema = &self.catalog.schema;
        let position = Ident::new(&target.table)
            .ok()
            .and_then(|name| schema.tables.iter().position(|table| table.name.same(&name)))
            .ok_or_else(|| {
                refused(
                    row.line,
                    format!("the schema has no table '{}': push it first", target.table),
                )
            })?;
        let table = &schema.tables[position];
        let columns = self.columns(table, row)?;
        let batch = ImportBatch {
            table: TableId(u16::try_from(position).unwrap_or(u16::MAX)),
            columns: columns
                .iter()
                .filter(|column| !column.generated)
                .map(|column| InsertColumn {
                    column: column.id,
                    optional: false,
                })
                .collect(),
            rows: "[".to_owned(),
            count: 0,
            ignore: target.taken_key == TakenKey::Ignored,
        };
        Ok(Batch {
            target: Arc::clone(target),
            table,
            columns,
            rows: batch,
            lines: Vec::new(),
        })
    }

    /// The columns that a statement names, or all of the table's.
    fn columns(&self, table: &Table, row: &Row) -> Result<Vec<BatchColumn>, ApiError> {
        let positions: Vec<usize> = match &row.target.columns {
            None => (0..table.columns.len()).collect(),
            Some(names) => names
                .iter()
                .map(|name| {
                    Ident::new(name)
                        .ok()
                        .and_then(|name| table.column_index(&name))
                        .ok_or_else(|| {
                            refused(
                                row.line,
                                format!("the table '{}' has no column '{name}'", table.name),
                            )
                        })
                })
                .collect::<Result<_, _>>()?,
        };
        Ok(positions
            .into_iter()
            .map(|position| {
                let column = &table.columns[position];
                BatchColumn {
                    id: ColumnId(u16::try_from(position).unwrap_or(u16::MAX)),
                    stored: Stored::of(&self.catalog.schema, table, column),
                    nullable: column.nullable,
                    generated: column.generated.is_some(),
                }
            })
            .collect())
    }
}

impl Batch<'_> {
    /// Adds a row.
    fn push(&mut self, row: &Row, now: i64, notes: &mut Notes) -> Result<(), ApiError> {
        if row.values.len() != self.columns.len() {
            return Err(refused(
                row.line,
                format!(
                    "the row has {} values for the {} columns of '{}'",
                    row.values.len(),
                    self.columns.len(),
                    self.table.name
                ),
            ));
        }
        let text = &mut self.rows.rows;
        text.push_str(if self.lines.is_empty() { "[" } else { ",[" });
        let mut element = 0;
        for (column, literal) in self.columns.iter().zip(&row.values) {
            let name = &self.table.columns[column.id.index()].name;
            if column.generated {
                // The dumps of MariaDB hold what was generated. It is generated again.
                if *literal != Literal::Default {
                    Note::Generated {
                        table: self.table.name.as_str().to_owned(),
                        column: name.as_str().to_owned(),
                    }
                    .count(row.line, notes);
                }
                continue;
            }
            if element > 0 {
                text.push(',');
            }
            if *literal == Literal::Default {
                text.push_str("{}");
                self.rows.columns[element].optional = true;
            } else {
                let literal = if *literal == Literal::Now {
                    &Literal::at(now)
                } else {
                    literal
                };
                let imported = column.stored.import(literal, column.nullable).map_err(|error| {
                    refused(row.line, format!("'{name}' of '{}': {error}", self.table.name))
                })?;
                if imported.was_zero_date {
                    Note::ZeroDate {
                        table: self.table.name.as_str().to_owned(),
                        column: name.as_str().to_owned(),
                    }
                    .count(row.line, notes);
                }
                Stored::to_bulk_json(&imported.value, text);
            }
            element += 1;
        }
        text.push(']');
        self.lines.push(row.line);
        self.rows.count += 1;
        Ok(())
    }
}

fn refused(line: usize, message: impl std::fmt::Display) -> ApiError {
    ApiError::new(
        Code::InvalidImport,
        format!("line {line}: {message}; nothing was imported"),
    )
    .with("line", line)
}

/// A row that the shard refused, by its line.
fn bad_row(bad: BadRow, lines: &[Vec<usize>]) -> ApiError {
    let line = lines
        .get(bad.batch)
        .and_then(|lines| lines.get(bad.row))
        .copied()
        .unwrap_or_default();
    let mut error = ApiError::from(*bad.error);
    error.message = format!("line {line}: {}; nothing was imported", error.message);
    error.with("line", line)
}
