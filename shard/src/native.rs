//! The native host: SQLite through rusqlite, with the platform's limits set, so that what fails on Workers fails here.

use std::cell::{Cell, RefCell};

use rusqlite::limits::Limit;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement, StatementStatus, params_from_iter};
use schema::stored::Value;

use crate::error::ShardError;
use crate::port::{Cost, Harvest, Harvested, HostText, Sql, SqlError};

/// The platform's limits, the stricter of what is published and what was measured.
const LIMITS: [(Limit, i32); 7] = [
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_COLUMN, 100),
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
];

/// The longest string, blob or row, in bytes.
const MAX_LENGTH: i32 = 2_000_000;

/// A database of the native host.
pub struct NativeSql {
    connection: Connection,
    /// The statements that were run, where a test wants to see them.
    trace: RefCell<Option<Vec<String>>>,
    /// The steps of SQLite's machine so far.
    steps: Cell<u64>,
}

impl NativeSql {
    /// A database in memory.
    pub fn in_memory() -> Result<Self, SqlError> {
        Self::over(Connection::open_in_memory().map_err(failed)?)
    }

    /// A database in a file.
    pub fn at(path: &std::path::Path) -> Result<Self, SqlError> {
        Self::over(Connection::open(path).map_err(failed)?)
    }

    fn over(connection: Connection) -> Result<Self, SqlError> {
        for (limit, most) in LIMITS {
            connection.set_limit(limit, most);
        }
        connection.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_LENGTH);
        connection.set_prepared_statement_cache_capacity(256);
        connection
            .execute_batch("PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL")
            .map_err(failed)?;
        Ok(Self {
            connection,
            trace: RefCell::new(None),
            steps: Cell::new(0),
        })
    }

    /// Runs `work` and answers the statements that it ran.
    pub fn traced<R>(&self, work: impl FnOnce() -> R) -> (R, Vec<String>) {
        *self.trace.borrow_mut() = Some(Vec::new());
        let result = work();
        (result, self.trace.borrow_mut().take().unwrap_or_default())
    }

    /// How many steps SQLite's machine has made for queries: unlike time, the same on any computer.
    pub const fn steps(&self) -> u64 {
        self.steps.get()
    }

    fn count_steps(&self, statement: &Statement<'_>) {
        let steps = statement.reset_status(StatementStatus::VmStep);
        self.steps
            .set(self.steps.get() + u64::try_from(steps).unwrap_or_default());
    }

    fn note(&self, sql: &str) {
        if let Some(trace) = self.trace.borrow_mut().as_mut() {
            trace.push(sql.to_owned());
        }
    }
}

impl Sql for NativeSql {
    type Text = String;

    fn size(&self) -> Result<u64, SqlError> {
        self.connection
            .query_row(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                [],
                |row| row.get(0),
            )
            .map_err(failed)
    }

    fn clock(&self) -> u64 {
        static START: std::sync::LazyLock<std::time::Instant> =
            std::sync::LazyLock::new(std::time::Instant::now);
        u64::try_from(START.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn query(&self, sql: &str, params: &[Value], harvest: Harvest) -> Result<Harvested<String>, SqlError> {
        self.note(sql);
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        if statement.parameter_count() != params.len() {
            return Err(SqlError(format!("{} parameters for {sql}", params.len())));
        }
        let mut rows = statement
            .query(params_from_iter(params.iter().map(Bound)))
            .map_err(failed)?;
        let mut gathered = Gathered::new(harvest);
        while let Some(row) = rows.next().map_err(failed)? {
            gathered.take(row)?;
        }
        drop(rows);
        self.count_steps(&statement);
        Ok(gathered.finish())
    }

    fn execute(&self, sql: &str) -> Result<Cost, SqlError> {
        self.note(sql);
        self.connection.execute_batch(sql).map_err(failed)?;
        Ok(Cost::default())
    }

    fn transaction<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        let transaction = self.connection.unchecked_transaction().map_err(failed)?;
        // Dropped without a commit, it rolls back.
        let result = work()?;
        transaction.commit().map_err(failed)?;
        Ok(result)
    }

    fn rows(&self, sql: &str, params: &[Value]) -> Result<Vec<Vec<Value>>, SqlError> {
        self.note(sql);
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let width = statement.column_count();
        let mut rows = statement
            .query(params_from_iter(params.iter().map(Bound)))
            .map_err(failed)?;
        let mut all = Vec::new();
        while let Some(row) = rows.next().map_err(failed)? {
            let values = (0..width).map(|at| row.get_ref(at).map(value).map_err(failed));
            all.push(values.collect::<Result<_, _>>()?);
        }
        drop(rows);
        self.count_steps(&statement);
        Ok(all)
    }
}

/// The rows taken so far.
struct Gathered {
    harvest: Harvest,
    head: Option<u64>,
    awaits_head: bool,
    texts: Vec<String>,
    lists: Vec<Vec<String>>,
    keys: Vec<String>,
    rows: u64,
    more: bool,
}

impl Gathered {
    fn new(harvest: Harvest) -> Self {
        Self {
            harvest,
            head: None,
            awaits_head: harvest.head,
            texts: Vec::with_capacity(harvest.texts),
            lists: vec![Vec::new(); harvest.lists],
            keys: Vec::new(),
            rows: 0,
            more: false,
        }
    }

    fn take(&mut self, row: &rusqlite::Row<'_>) -> Result<(), SqlError> {
        if self.harvest.gathered {
            return self.take_gathered(row);
        }
        if std::mem::take(&mut self.awaits_head) {
            return self.take_head(row, 0);
        }
        if self.harvest.keep.is_some_and(|keep| self.rows >= keep) {
            self.more = true;
            return Ok(());
        }
        for (at, list) in self.lists.iter_mut().enumerate() {
            list.push(row.get(at).map_err(failed)?);
        }
        if self.harvest.keys {
            self.keys.push(row.get(self.harvest.lists).map_err(failed)?);
        }
        self.rows += 1;
        Ok(())
    }

    fn take_gathered(&mut self, row: &rusqlite::Row<'_>) -> Result<(), SqlError> {
        let rows: i64 = row.get(0).map_err(failed)?;
        self.rows = u64::try_from(rows).unwrap_or_default();
        for (at, list) in self.lists.iter_mut().enumerate() {
            list.extend(row.get::<_, Option<String>>(at + 1).map_err(failed)?);
        }
        if self.harvest.head {
            self.take_head(row, self.harvest.lists + 1)?;
        }
        if self.harvest.keys {
            let head = if self.harvest.head {
                1 + self.harvest.texts
            } else {
                0
            };
            let at = 1 + self.harvest.lists + head;
            self.keys
                .extend(row.get::<_, Option<String>>(at).map_err(failed)?);
        }
        Ok(())
    }

    /// The head's integer in that column, and the texts behind it.
    fn take_head(&mut self, row: &rusqlite::Row<'_>, at: usize) -> Result<(), SqlError> {
        let head: i64 = row.get(at).map_err(failed)?;
        self.head = u64::try_from(head).ok();
        for text in 1..=self.harvest.texts {
            self.texts.push(row.get(at + text).map_err(failed)?);
        }
        Ok(())
    }

    fn finish(mut self) -> Harvested<String> {
        if self.harvest.reverse {
            self.lists.iter_mut().for_each(|list| list.reverse());
            self.keys.reverse();
        }
        let keys = match (self.keys.first(), self.keys.last()) {
            (Some(first), Some(last)) => Some((first.clone(), last.clone())),
            _ => None,
        };
        Harvested {
            rows: self.rows,
            more: self.more,
            head: self.head,
            texts: self.texts,
            lists: self.lists.iter().map(|list| list.join(",")).collect(),
            keys,
            cost: Cost::default(),
        }
    }
}

impl HostText for String {
    fn from_text(text: &str) -> Self {
        text.to_owned()
    }

    fn to_text(&self) -> String {
        self.clone()
    }

    fn concat(parts: &[Self]) -> Self {
        parts.concat()
    }
}

/// A value bound as a Worker binds it: a number is a double there, and one that a double cannot hold goes as a text.
struct Bound<'a>(&'a Value);

/// 2^53: the integers up to it are exact in a double.
const EXACT: u64 = 1 << 53;

impl rusqlite::ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53")]
            Value::Int(integer) if integer.unsigned_abs() <= EXACT => {
                ToSqlOutput::Owned(rusqlite::types::Value::Real(*integer as f64))
            }
            Value::Int(integer) => ToSqlOutput::Owned(rusqlite::types::Value::Text(integer.to_string())),
            Value::Real(real) => ToSqlOutput::Borrowed(ValueRef::Real(*real)),
            Value::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Value::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(integer) => Value::Int(integer),
        ValueRef::Real(real) => Value::Real(real),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

fn failed(error: rusqlite::Error) -> SqlError {
    match error {
        // The message alone, as a Worker sees it.
        rusqlite::Error::SqliteFailure(_, Some(message)) => SqlError(message),
        other => SqlError(other.to_string()),
    }
}
