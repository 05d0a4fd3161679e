//! Rows of one statement of a dump, gathered for one statement on the shard.

use std::sync::Arc;

use schema::dump::{Row, Settings, Target, Zone};
use schema::expr;
use schema::stored::{Literal, Stored};
use schema::{ColumnId, Schema, Table, TableId};
use shard::op::InsertColumn;
use shard::wire::ImportBatch;

use super::note::{Note, Notes};
use super::plan::{column, table};
use super::refused;
use crate::error::ApiError;

/// Rows of one statement on the shard.
const BATCH_ROWS: usize = 500;

/// Bytes of one statement's rows: well below what one text may hold.
const BATCH_BYTES: usize = 512 * 1024;

/// Rows of one statement of the dump.
pub(super) struct Batch<'a> {
    pub(super) target: Arc<Target>,
    pub(super) columns: Arc<Columns<'a>>,
    pub(super) rows: ImportBatch,
    pub(super) lines: Vec<usize>,
}

/// The columns that a statement fills.
pub(super) struct Columns<'a> {
    pub(super) id: TableId,
    pub(super) table: &'a Table,
    list: Vec<BatchColumn>,
}

struct BatchColumn {
    id: ColumnId,
    stored: Stored,
    nullable: bool,
    generated: bool,
    auto_increment: bool,
}

/// The values of one row.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// A JSON array of them.
    json: String,
    /// Columns whose value is an expression, which is not in the array.
    pub(super) computed: Vec<(ColumnId, String)>,
    /// Elements of the array that are left to their columns' defaults.
    defaults: Vec<usize>,
}

impl<'a> Columns<'a> {
    /// The columns that a row's statement names, or all of its table's.
    pub(super) fn of(schema: &'a Schema, row: &Row) -> Result<Self, ApiError> {
        let (id, table) = table(schema, &row.target.table, row.line)?;
        let ids: Vec<ColumnId> = match &row.target.columns {
            None => (0..u16::try_from(table.columns.len()).unwrap_or(u16::MAX))
                .map(ColumnId)
                .collect(),
            Some(names) => names
                .iter()
                .map(|name| column(table, name, row.line))
                .collect::<Result<_, _>>()?,
        };
        let columns = ids.into_iter().map(|id| {
            let column = &table.columns[id.index()];
            BatchColumn {
                id,
                stored: Stored::of(schema, table, column),
                nullable: column.nullable,
                generated: column.generated.is_some(),
                auto_increment: column.auto_increment,
            }
        });
        let list = columns.collect();
        Ok(Self { id, table, list })
    }

    /// The columns that the array of a row's values fills.
    pub(super) fn given(&self, values: &Values) -> Vec<InsertColumn> {
        self.list
            .iter()
            .filter(|column| !column.generated && values.computed.iter().all(|(id, _)| *id != column.id))
            .map(|column| InsertColumn {
                column: column.id,
                optional: false,
            })
            .collect()
    }
}

impl Values {
    /// Reads a row's literals for their columns.
    pub(super) fn read(
        columns: &Columns<'_>,
        row: &Row,
        now: i64,
        notes: &mut Notes,
    ) -> Result<Self, ApiError> {
        if row.values.len() != columns.list.len() {
            return Err(refused(
                row.line,
                format!(
                    "the row has {} values for the {} columns of '{}'",
                    row.values.len(),
                    columns.list.len(),
                    columns.table.name
                ),
            ));
        }
        let mut values = Self {
            json: "[".to_owned(),
            ..Self::default()
        };
        let mut reading = Reading {
            table: columns.table,
            settings: &row.target.settings,
            line: row.line,
            now,
            notes,
        };
        let mut element = 0;
        for (column, literal) in columns.list.iter().zip(&row.values) {
            if column.generated {
                reading.generated(column, literal);
            } else if let Literal::Expression(text) = literal {
                reading.check_expression(column, text)?;
                values.computed.push((column.id, text.clone()));
            } else {
                if element > 0 {
                    values.json.push(',');
                }
                if *literal == Literal::Default {
                    values.json.push_str("{}");
                    values.defaults.push(element);
                } else {
                    reading.value(column, literal, &mut values.json)?;
                }
                element += 1;
            }
        }
        values.json.push(']');
        Ok(values)
    }
}

impl Batch<'_> {
    /// Whether such a row may go with the others.
    pub(super) fn takes(&self, values: &Values) -> bool {
        self.lines.len() < BATCH_ROWS
            && self.rows.rows.len() < BATCH_BYTES
            && self.rows.computed == values.computed
    }

    /// Adds a row.
    pub(super) fn push(&mut self, values: &Values, line: usize) {
        if !self.lines.is_empty() {
            self.rows.rows.push(',');
        }
        self.rows.rows.push_str(&values.json);
        for element in &values.defaults {
            self.rows.columns[*element].optional = true;
        }
        self.lines.push(line);
        self.rows.count += 1;
    }
}

/// What a row's literals are read with.
struct Reading<'a> {
    table: &'a Table,
    settings: &'a Settings,
    line: usize,
    now: i64,
    notes: &'a mut Notes,
}

impl Reading<'_> {
    fn names(&self, column: &BatchColumn) -> (String, String) {
        let name = self.table.columns[column.id.index()].name.as_str();
        (self.table.name.as_str().to_owned(), name.to_owned())
    }

    fn refused(&self, column: &BatchColumn, why: impl std::fmt::Display) -> ApiError {
        let (table, column) = self.names(column);
        refused(self.line, format!("'{column}' of '{table}': {why}"))
    }

    /// The dumps of MariaDB hold what was generated. It is generated again.
    fn generated(&mut self, column: &BatchColumn, literal: &Literal) {
        if *literal != Literal::Default {
            let (table, column) = self.names(column);
            self.notes.count(Note::Generated { table, column }, self.line);
        }
    }

    fn check_expression(&self, column: &BatchColumn, text: &str) -> Result<(), ApiError> {
        let declared = &self.table.columns[column.id.index()];
        expr::translate(self.table, text, expr::Target::Inserted(declared))
            .map(drop)
            .map_err(|error| self.refused(column, error))
    }

    fn value(&mut self, column: &BatchColumn, literal: &Literal, out: &mut String) -> Result<(), ApiError> {
        let ahead = match &self.settings.zone {
            Zone::Utc => 0,
            Zone::Offset(seconds) => *seconds,
            Zone::Named(name) => {
                if matches!(column.stored, Stored::Timestamp { .. }) && *literal != Literal::Null {
                    self.notes.count(Note::Zone { name: name.clone() }, self.line);
                }
                0
            }
        };
        let settled = self.settled(column, literal, ahead);
        let literal = settled.as_ref().unwrap_or(literal);
        let imported = column
            .stored
            .import(literal, column.nullable, ahead)
            .map_err(|error| match column.stored {
                Stored::Boolean => self.refused(
                    column,
                    format!(
                        "{error}; declare the column as TINYINT, without (1), where it holds other numbers"
                    ),
                ),
                _ => self.refused(column, error),
            })?;
        if imported.was_zero_date {
            let (table, column) = self.names(column);
            self.notes.count(Note::ZeroDate { table, column }, self.line);
        }
        Stored::to_bulk_json(&imported.value, out);
        Ok(())
    }

    /// What a literal stands for in the script's session, where that is not what it says.
    fn settled(&self, column: &BatchColumn, literal: &Literal, ahead: i32) -> Option<Literal> {
        match literal {
            Literal::Now => Some(Literal::at(self.now + i64::from(ahead) * 1_000_000)),
            literal if column.auto_increment && !self.settings.keeps_zero && literal.is_zero() => {
                Some(Literal::Null)
            }
            Literal::String(bytes)
                if self.settings.latin1 && !matches!(column.stored, Stored::Bytes { .. }) =>
            {
                Some(Literal::from_latin1(bytes))
            }
            _ => None,
        }
    }
}
