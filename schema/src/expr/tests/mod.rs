//! Translated expressions run by SQLite over stored values, against what MySQL gives.

mod conditions;
mod random;
mod refused;
mod results;

use rusqlite::Connection;
use rusqlite::types::Value as Cell;
use serde_json::{Value as Json, json};

use super::{ExprError, Target, columns, translate};
use crate::stored::{Stored, rewrite};
use crate::{Column, ColumnType, Generated, Ident, IntWidth, LobSize, Table};

fn named(name: &str, column_type: ColumnType) -> Column {
    Column {
        name: Ident::new(name).unwrap(),
        column_type,
        nullable: true,
        default: None,
        on_update_now: false,
        auto_increment: false,
        generated: None,
        binary_collation: false,
        comment: None,
    }
}

fn int(width: IntWidth, unsigned: bool) -> ColumnType {
    ColumnType::Int { width, unsigned }
}

fn decimal(precision: u8, scale: u8) -> ColumnType {
    ColumnType::Decimal {
        precision,
        scale,
        unsigned: false,
    }
}

fn members(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A column of each kind, with the value that the one row holds.
fn row() -> Vec<(Column, Json)> {
    let big = || int(IntWidth::Big, false);
    let mut code = named("code", ColumnType::Varchar { length: 20 });
    code.binary_collation = true;
    vec![
        (named("a", int(IntWidth::Int, false)), json!(7)),
        (named("b", int(IntWidth::Int, false)), json!(-3)),
        (named("n", int(IntWidth::Int, false)), Json::Null),
        (named("big", big()), json!("9223372036854775807")),
        (
            named("u", int(IntWidth::Big, true)),
            json!("18446744073709551615"),
        ),
        (named("flag", ColumnType::Boolean), json!(true)),
        (named("price", decimal(8, 2)), json!("12.50")),
        (named("rate", decimal(10, 4)), json!("-0.1250")),
        (named("huge", decimal(30, 4)), json!("123456789012345678901.5000")),
        (named("ratio", ColumnType::Double { unsigned: false }), json!(0.5)),
        (named("bits", ColumnType::Bit { width: 4 }), json!(10)),
        (
            named("name", ColumnType::Varchar { length: 50 }),
            json!("Ada 100%"),
        ),
        (code, json!("Ab_c")),
        (
            named(
                "note",
                ColumnType::Text {
                    size: LobSize::Normal,
                },
            ),
            json!("  spaced  "),
        ),
        (named("blob", ColumnType::Varbinary { length: 8 }), json!("AAE=")),
        (named("day", ColumnType::Date), json!("2024-02-29")),
        (
            named("at", ColumnType::Datetime { fraction: 3 }),
            json!("2024-02-29T12:30:45.250"),
        ),
        (
            named("ts", ColumnType::Timestamp { fraction: 0 }),
            json!("2024-02-29T12:30:45Z"),
        ),
        (named("t", ColumnType::Time { fraction: 0 }), json!("-01:30:00")),
        (named("y", ColumnType::Year), json!(2024)),
        (
            named(
                "size",
                ColumnType::Enum {
                    values: members(&["small", "medium", "large"]),
                },
            ),
            json!("medium"),
        ),
        (
            named(
                "tags",
                ColumnType::Set {
                    values: members(&["x", "y", "z"]),
                },
            ),
            json!(["x", "z"]),
        ),
        (
            named("doc", ColumnType::Json),
            json!({"n": 5, "s": "hi", "l": [1, 2, 3], "o": null, "d": 2.5}),
        ),
    ]
}

fn table() -> Table {
    Table {
        columns: row().into_iter().map(|(column, _)| column).collect(),
        ..Table::new(Ident::new("things").unwrap())
    }
}

/// A STRICT table with the one row, under the platform's limit on depth.
fn database() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection.set_limit(rusqlite::limits::Limit::SQLITE_LIMIT_EXPR_DEPTH, 100);
    connection.set_limit(rusqlite::limits::Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50);
    connection.set_limit(rusqlite::limits::Limit::SQLITE_LIMIT_FUNCTION_ARG, 32);
    let stored: Vec<(Column, Stored, Json)> = row()
        .into_iter()
        .map(|(column, value)| {
            let stored = Stored::of_type(&column.column_type, column.binary_collation);
            (column, stored, value)
        })
        .collect();
    let definitions: Vec<String> = stored
        .iter()
        .map(|(column, stored, _)| {
            let name = column.name.quoted();
            let collation = stored
                .collation()
                .map(|name| format!(" COLLATE {name}"))
                .unwrap_or_default();
            format!("{name} {}{collation}", stored.affinity())
        })
        .collect();
    connection
        .execute_batch(&format!("CREATE TABLE things ({}) STRICT", definitions.join(",")))
        .unwrap();
    let marks = vec!["?"; stored.len()].join(",");
    let values = stored
        .iter()
        .map(|(_, stored, value)| stored.encode(value).unwrap());
    connection
        .execute(
            &format!("INSERT INTO things VALUES ({marks})"),
            rusqlite::params_from_iter(values),
        )
        .unwrap();
    connection
}

fn run(connection: &Connection, sql: &str) -> rusqlite::Result<Cell> {
    connection.query_row(&format!("SELECT {sql} FROM things"), [], |row| row.get(0))
}

/// What the condition gives over the row.
fn condition(connection: &Connection, text: &str) -> Cell {
    let sql = translate(&table(), text, Target::Condition).unwrap_or_else(|error| panic!("{text}: {error}"));
    run(connection, &sql).unwrap_or_else(|error| panic!("{text} as {sql}: {error}"))
}

/// What the API shows of a generated column of that type.
fn shown(connection: &Connection, text: &str, column_type: ColumnType) -> String {
    let mut column = named("result", column_type);
    column.generated = Some(Generated {
        expression: text.to_owned(),
        stored: true,
    });
    let sql =
        translate(&table(), text, Target::Column(&column)).unwrap_or_else(|error| panic!("{text}: {error}"));
    shown_value(connection, text, &sql, &column)
}

/// Stores the SQL's value in a column with its type's own CHECK, and prints it.
fn shown_value(connection: &Connection, text: &str, sql: &str, column: &Column) -> String {
    let stored = Stored::of_type(&column.column_type, column.binary_collation);
    let check = stored
        .check("\"result\"")
        .map(|check| format!(" CHECK ({check})"))
        .unwrap_or_default();
    connection
        .execute_batch(&format!(
            "DROP TABLE IF EXISTS results; CREATE TABLE results (\"result\" {}{check}) STRICT",
            stored.affinity()
        ))
        .unwrap();
    connection
        .execute_batch(&format!("INSERT INTO results SELECT {sql} FROM things"))
        .unwrap_or_else(|error| panic!("{text} as {sql}: {error}"));
    let printed = stored.json_sql("\"result\"", "''");
    let text: String = connection
        .query_row(&format!("SELECT json_array({printed}) FROM results"), [], |row| {
            row.get(0)
        })
        .unwrap_or_else(|error| panic!("{text} as {sql}: {error}"));
    rewrite(&text, "").unwrap().into_owned()
}

fn refusal(text: &str, target: Target<'_>) -> ExprError {
    translate(&table(), text, target).expect_err(text)
}
