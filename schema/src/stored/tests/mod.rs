//! How values go in and come out.

mod aggregates;
mod columns;
mod import;
mod inputs;
mod moment_parts;
mod places;
mod printed;
mod reals;
mod shapes;

use rusqlite::Connection;
use rusqlite::types::{ToSqlOutput, ValueRef};
use serde_json::Value as Json;

use super::{Stored, Value, ValueError, rewrite};
use crate::ColumnType;

const NONCE: &str = "5f3a";

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Real(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// A STRICT table with one column of the type.
pub(super) struct Column {
    connection: Connection,
    stored: Stored,
}

impl Column {
    pub(super) fn new(stored: Stored) -> Self {
        let connection = Connection::open_in_memory().unwrap();
        let collation = stored
            .collation()
            .map(|name| format!(" COLLATE {name}"))
            .unwrap_or_default();
        let check = stored
            .check("\"v\"")
            .map(|check| format!(" CHECK ({check})"))
            .unwrap_or_default();
        let sql = format!(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, \"v\" {}{collation}{check}) STRICT",
            stored.affinity()
        );
        connection.execute_batch(&sql).unwrap();
        Self { connection, stored }
    }

    pub(super) fn insert(&self, value: &Value) -> rusqlite::Result<usize> {
        self.connection.execute("INSERT INTO t (v) VALUES (?1)", [value])
    }

    pub(super) fn query<T: rusqlite::types::FromSql>(&self, sql: &str) -> T {
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// What the API prints of the last row.
    pub(super) fn printed(&self) -> String {
        let sql = format!(
            "SELECT json_array({}) FROM t AS a ORDER BY id DESC",
            self.stored.json_sql("a.\"v\"", "?1")
        );
        let text: String = self
            .connection
            .query_row(&sql, [NONCE], |row| row.get(0))
            .unwrap_or_else(|error| {
                // A statement without a marker has no parameter.
                let sql = sql.replace("?1", "''");
                self.connection
                    .query_row(&sql, [], |row| row.get(0))
                    .unwrap_or_else(|_| panic!("{error}: {sql}"))
            });
        let whole = if self.stored.rewrites() {
            rewrite(&text, NONCE).unwrap().into_owned()
        } else {
            text
        };
        whole[1..whole.len() - 1].to_owned()
    }

    /// The last row, out through the log's form and in again through the bulk form.
    pub(super) fn copied(&self) -> Value {
        let log = format!(
            "SELECT json_array({}) FROM t ORDER BY id DESC",
            self.stored.log_sql("v")
        );
        let logged: String = self.query(&log);
        let elements: Vec<Json> = serde_json::from_str(&logged).unwrap();
        let value = self.stored.from_log(&elements[0]).unwrap();
        let mut bulk = "[[".to_owned();
        Stored::to_bulk_json(&value, &mut bulk);
        bulk.push_str("],");
        bulk.push_str(&logged);
        bulk.push(']');
        let from = self.stored.from_json_sql("(value->>0)");
        let sql = format!("INSERT INTO t (v) SELECT {from} FROM json_each(?1)");
        self.connection.execute(&sql, [&bulk]).unwrap();
        let kept = "SELECT count(*) FROM (SELECT v FROM t ORDER BY id DESC LIMIT 3) WHERE v IS (SELECT v FROM t ORDER BY id LIMIT 1)";
        let all: i64 = self.query("SELECT count(*) FROM t");
        if all == 3 {
            assert_eq!(self.query::<i64>(kept), 3, "{bulk}");
        }
        value
    }
}

/// The stored value and what is printed of it.
pub(super) fn round_trip(stored: &Stored, value: &Value) -> String {
    let column = Column::new(stored.clone());
    column
        .insert(value)
        .unwrap_or_else(|error| panic!("{stored:?} {value:?}: {error}"));
    let printed = column.printed();
    assert_eq!(column.copied(), *value, "{stored:?}");
    printed
}

pub(super) fn of(column_type: &ColumnType) -> Stored {
    Stored::of_type(column_type, false)
}

pub(super) fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

/// JSON in, JSON out.
pub(super) fn through(stored: &Stored, input: &str) -> Result<String, ValueError> {
    stored
        .encode(&json(input))
        .map(|value| round_trip(stored, &value))
}

pub(super) fn members(names: &[&str]) -> std::sync::Arc<[String]> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
