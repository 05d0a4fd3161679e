//! The stored form that a schema decides on, and what its checks keep out.

use rusqlite::types::Value as Sql;

use super::{Column, json, members, of};
use crate::stored::{Scalar, Stored, TextLimit, Value};
use crate::{ColumnType, IntWidth, Schema};

fn unsigned(name: &str, auto_increment: bool) -> serde_json::Value {
    let column = r#"{"type": {"int": {"width": "big", "unsigned": true}}}"#;
    let mut column = json(column);
    column["name"] = name.into();
    column["autoIncrement"] = auto_increment.into();
    column
}

fn key(column: &str, table: &str, other: &str) -> serde_json::Value {
    serde_json::json!({"name": format!("fk_{column}"), "columns": [column], "references": table, "referencedColumns": [other]})
}

fn kept(schema: &Schema, table: &str, column: &str) -> Stored {
    let table = schema.table(&crate::Ident::new(table).unwrap()).unwrap();
    let column = table.column(&crate::Ident::new(column).unwrap()).unwrap();
    Stored::of(schema, table, column)
}

#[test]
fn unsigned_keys_are_kept_alike_along_foreign_keys() {
    let schema: Schema = serde_json::from_value(serde_json::json!({"tables": [
        {"name": "a", "columns": [unsigned("id", true), unsigned("n", false)]},
        {"name": "b", "columns": [unsigned("a_id", false), unsigned("n", false)],
         "foreignKeys": [key("A_ID", "A", "ID")]},
        {"name": "c", "columns": [unsigned("b_id", false)], "foreignKeys": [key("b_id", "b", "a_id")]},
        {"name": "d", "columns": [unsigned("id", false), unsigned("parent", false)],
         "foreignKeys": [key("parent", "d", "id")]},
        {"name": "e", "columns": [unsigned("id", true)], "foreignKeys": [key("id", "f", "id")]},
        {"name": "f", "columns": [unsigned("id", false)]},
    ]}))
    .unwrap();
    for (table, column, plain) in [
        ("a", "id", true),
        ("a", "n", false),
        ("b", "a_id", true),
        ("b", "n", false),
        ("c", "b_id", true),
        ("d", "id", false),
        ("d", "parent", false),
        ("e", "id", true),
        ("f", "id", true),
    ] {
        let expected = if plain {
            Stored::PlainUnsigned
        } else {
            Stored::BiasedUnsigned
        };
        assert_eq!(kept(&schema, table, column), expected, "{table}.{column}");
    }
}

#[test]
fn scalars_and_ranges() {
    let int = |width, unsigned| of(&ColumnType::Int { width, unsigned });
    assert_eq!(int(IntWidth::Tiny, false), Stored::Int { min: -128, max: 127 });
    assert_eq!(
        int(IntWidth::Medium, true),
        Stored::Int {
            min: 0,
            max: 16_777_215
        }
    );
    assert_eq!(
        int(IntWidth::Big, false),
        Stored::Int {
            min: i64::MIN,
            max: i64::MAX
        }
    );
    assert_eq!(int(IntWidth::Medium, true).scalar(), Scalar::Int);
    assert_eq!(int(IntWidth::Int, false).scalar(), Scalar::Int);
    assert_eq!(int(IntWidth::Int, true).scalar(), Scalar::UnsignedInt);
    assert_eq!(int(IntWidth::Big, false).scalar(), Scalar::BigInt);
    assert_eq!(of(&ColumnType::Bit { width: 1 }).scalar(), Scalar::Boolean);
    assert_eq!(of(&ColumnType::Bit { width: 32 }).scalar(), Scalar::UnsignedInt);
    assert_eq!(of(&ColumnType::Bit { width: 33 }).scalar(), Scalar::BigInt);
    assert_eq!(of(&ColumnType::Bit { width: 64 }), Stored::BiasedUnsigned);
    assert_eq!(of(&ColumnType::Varchar { length: 3 }).collation(), Some("NOCASE"));
    assert_eq!(
        Stored::of_type(&ColumnType::Char { length: 3 }, true).collation(),
        None
    );
}

fn keeps_out(stored: Stored, values: impl IntoIterator<Item = Sql>) {
    let column = Column::new(stored);
    for value in values {
        let inserted = column
            .connection
            .execute("INSERT INTO t (v) VALUES (?1)", [&value]);
        assert!(inserted.is_err(), "{:?} took {value:?}", column.stored);
    }
}

fn texts<const N: usize>(all: [&str; N]) -> [Sql; N] {
    all.map(|text| Sql::Text(text.to_owned()))
}

#[test]
fn checks_keep_out_what_the_type_does_not_hold() {
    keeps_out(
        Stored::Boolean,
        [Sql::Integer(2), Sql::Integer(-1), Sql::Text("x".into())],
    );
    keeps_out(
        Stored::Int { min: -128, max: 127 },
        [Sql::Integer(128), Sql::Real(1.5)],
    );
    keeps_out(Stored::PlainUnsigned, [Sql::Integer(-1)]);
    keeps_out(Stored::Bits { width: 3 }, [Sql::Integer(8), Sql::Integer(-1)]);
    keeps_out(Stored::Bits { width: 63 }, [Sql::Integer(-1)]);
    keeps_out(
        Stored::Scaled {
            precision: 3,
            scale: 1,
            unsigned: false,
        },
        [Sql::Integer(1000), Sql::Integer(-1000)],
    );
    keeps_out(
        Stored::Scaled {
            precision: 3,
            scale: 1,
            unsigned: true,
        },
        [Sql::Integer(-1)],
    );
    keeps_out(
        Stored::Sortable {
            precision: 20,
            scale: 1,
            unsigned: false,
        },
        texts([
            "1",
            "100000000000000000000x",
            "200000000000000000000",
            "10000000000000000000a",
        ]),
    );
    keeps_out(
        Stored::Sortable {
            precision: 20,
            scale: 1,
            unsigned: true,
        },
        texts(["099999999999999999998"]),
    );
    keeps_out(
        Stored::Real {
            single: false,
            unsigned: true,
        },
        [Sql::Real(-1.0), Sql::Real(f64::INFINITY)],
    );
    keeps_out(
        Stored::Text {
            limit: TextLimit::Chars(2),
            fold_case: true,
            fixed: false,
        },
        texts(["abc", "日本語"]),
    );
    keeps_out(
        Stored::Text {
            limit: TextLimit::Bytes(2),
            fold_case: true,
            fixed: false,
        },
        texts(["日"]),
    );
    keeps_out(
        Stored::Bytes { max: 2, fixed: true },
        [Sql::Blob(vec![1]), Sql::Blob(vec![1, 2, 3])],
    );
    keeps_out(
        Stored::Bytes { max: 2, fixed: false },
        [Sql::Blob(vec![1, 2, 3]), Sql::Text("a".into())],
    );
}

#[test]
fn checks_keep_out_what_no_calendar_or_list_has() {
    keeps_out(
        Stored::Date,
        texts(["2023-02-29", "2024-1-1", "", "now", "2451545", "2024-01-01 "]),
    );
    keeps_out(
        Stored::Time { fraction: 3 },
        [Sql::Integer(1), Sql::Integer(3_020_399_000_001)],
    );
    keeps_out(
        Stored::Datetime { fraction: 2 },
        texts([
            "2023-02-29T00:00:00.00",
            "2024-01-01T00:00:00",
            "2024-01-01 00:00:00.00",
            "2024-01-01T24:00:00.00",
        ]),
    );
    keeps_out(
        Stored::Datetime { fraction: 0 },
        texts(["2024-01-01T00:00:00Z", "2024-01-01T00:00:61"]),
    );
    keeps_out(
        Stored::Timestamp { fraction: 0 },
        texts([
            "2024-01-01T00:00:00",
            "1970-01-01T00:00:00Z",
            "2038-01-19T03:14:08Z",
        ]),
    );
    keeps_out(Stored::Year, [Sql::Integer(1900), Sql::Integer(2156)]);
    keeps_out(Stored::Enum(members(&["a"])), [Sql::Integer(0)]);
    keeps_out(Stored::Json, texts(["{", "", "{a:1}"]));
    keeps_out(
        Stored::Geometry {
            kind: crate::GeometryKind::Point,
            srid: None,
        },
        [Sql::Blob(vec![])],
    );
}

#[test]
fn literals_of_stored_values() {
    let column = Column::new(Stored::Boolean);
    for value in [
        Value::Null,
        Value::Int(i64::MIN),
        Value::Int(7),
        Value::Text("it's\0\0x".into()),
        Value::Text(String::new()),
        Value::Blob(vec![0, 255]),
        Value::Real(0.1 + 0.2),
        Value::Real(-f64::MAX),
        Value::Real(f64::from_bits(3)),
        Value::Real(-5.0),
    ] {
        let sql = format!(
            "SELECT ?1 IS {literal} AND typeof(?1) = typeof({literal})",
            literal = value.literal_sql()
        );
        let same: bool = column
            .connection
            .query_row(&sql, [&value], |row| row.get(0))
            .unwrap();
        assert!(same, "{sql}");
    }
}
