//! Values for columns, as the API then shows them.

use super::{
    ColumnType, Ident, IntWidth, LobSize, Table, Target, database, decimal, int, members, named, shown,
    shown_value, table, translate,
};

fn varchar() -> ColumnType {
    ColumnType::Varchar { length: 60 }
}

fn all_shown(cases: Vec<(&str, ColumnType, &str)>) {
    let connection = database();
    for (text, column_type, expected) in cases {
        assert_eq!(
            shown(&connection, text, column_type.clone()),
            expected,
            "{text} as {column_type:?}"
        );
    }
}

#[test]
fn generated_columns() {
    let cases: Vec<(&str, ColumnType, &str)> = vec![
        ("a * price", decimal(10, 2), r#"["87.50"]"#),
        ("a * price", decimal(10, 1), r#"["87.5"]"#),
        ("price * rate", decimal(10, 3), r#"["-1.563"]"#),
        ("a + 1", int(IntWidth::Int, false), "[8]"),
        ("price", int(IntWidth::Int, false), "[13]"),
        ("rate * 100", int(IntWidth::Int, false), "[-13]"),
        ("price / 3", decimal(10, 4), r#"["4.1667"]"#),
        ("-price / 3", decimal(10, 2), r#"["-4.17"]"#),
        ("a / 2", ColumnType::Double { unsigned: false }, "[3.5]"),
        ("price", ColumnType::Double { unsigned: false }, "[12.5]"),
        ("price * 2", decimal(30, 6), r#"["25.000000"]"#),
        ("rate", decimal(30, 6), r#"["-0.125000"]"#),
        ("a", int(IntWidth::Big, true), r#"["7"]"#),
        ("u", int(IntWidth::Big, true), r#"["18446744073709551615"]"#),
        ("a > 5", ColumnType::Boolean, "[true]"),
    ];
    all_shown(cases);
}

#[test]
fn other_generated_columns() {
    let cases: Vec<(&str, ColumnType, &str)> = vec![
        ("concat(name, ' / ', price)", varchar(), r#"["Ada 100% / 12.50"]"#),
        (
            "concat(size, ':', tags, ':', u)",
            varchar(),
            r#"["medium:x,z:18446744073709551615"]"#,
        ),
        (
            "concat(day, ' ', t, ' ', at)",
            varchar(),
            r#"["2024-02-29 -01:30:00 2024-02-29 12:30:45.250"]"#,
        ),
        (
            "concat(rate, y, huge)",
            varchar(),
            r#"["-0.12502024123456789012345678901.5000"]"#,
        ),
        ("ts", varchar(), r#"["2024-02-29 12:30:45"]"#),
        ("lower(name)", ColumnType::Char { length: 10 }, r#"["ada 100%"]"#),
        (
            "day",
            ColumnType::Datetime { fraction: 2 },
            r#"["2024-02-29T00:00:00.00"]"#,
        ),
        (
            "ts",
            ColumnType::Datetime { fraction: 0 },
            r#"["2024-02-29T12:30:45"]"#,
        ),
        (
            "at",
            ColumnType::Timestamp { fraction: 3 },
            r#"["2024-02-29T12:30:45.250Z"]"#,
        ),
        (
            "at + interval 1 month",
            ColumnType::Datetime { fraction: 3 },
            r#"["2024-03-29T12:30:45.250"]"#,
        ),
        (
            "ts - interval 36 hour",
            ColumnType::Timestamp { fraction: 0 },
            r#"["2024-02-28T00:30:45Z"]"#,
        ),
        ("cast(at as date)", ColumnType::Date, r#"["2024-02-29"]"#),
        (
            "coalesce(null, t)",
            ColumnType::Time { fraction: 0 },
            r#"["-01:30:00"]"#,
        ),
        ("year(day)", ColumnType::Year, "[2024]"),
        (
            "case when a > 5 then 'large' else 'small' end",
            ColumnType::Enum {
                values: members(&["small", "medium", "large"]),
            },
            r#"["large"]"#,
        ),
        ("doc->'$.n'", int(IntWidth::Int, false), "[5]"),
        ("doc->'$.d'", int(IntWidth::Int, false), "[3]"),
        ("doc->>'$.s'", varchar(), r#"["hi"]"#),
        ("doc->>'$.n'", varchar(), r#"["5"]"#),
        ("doc->'$.l'", ColumnType::Json, "[[1,2,3]]"),
        (
            "json_object('a', a, 'p', price, 's', name, 'd', doc->'$.l', 'z', null)",
            ColumnType::Json,
            r#"[{"a":7,"p":12.50,"s":"Ada 100%","d":[1,2,3],"z":null}]"#,
        ),
        ("n + 1", int(IntWidth::Int, false), "[null]"),
        ("n + price", decimal(10, 2), "[null]"),
        ("concat(name, n)", varchar(), "[null]"),
        ("n", int(IntWidth::Big, true), "[null]"),
        (
            "if(n, 'small', null)",
            ColumnType::Enum {
                values: members(&["small"]),
            },
            "[null]",
        ),
    ];
    all_shown(cases);
}

fn default(text: &str, column_type: ColumnType) -> String {
    let connection = database();
    let column = named("result", column_type);
    let sql =
        translate(&table(), text, Target::Column(&column)).unwrap_or_else(|error| panic!("{text}: {error}"));
    // As a default stands in a table.
    let probe = rusqlite::Connection::open_in_memory().unwrap();
    probe
        .execute_batch(&format!(
            "CREATE TABLE d (x, y DEFAULT ({sql})); INSERT INTO d (x) VALUES (1)"
        ))
        .unwrap_or_else(|error| panic!("{text} as {sql}: {error}"));
    shown_value(&connection, text, &sql, &column)
}

#[test]
fn constant_defaults() {
    let cases = [
        ("(1+1)", int(IntWidth::Int, false), "[2]"),
        ("1.005", decimal(10, 2), r#"["1.01"]"#),
        ("(_utf8mb4'x')", varchar(), r#"["x"]"#),
        (
            "'large'",
            ColumnType::Enum {
                values: members(&["small", "large"]),
            },
            r#"["large"]"#,
        ),
        (
            "('x,y')",
            ColumnType::Set {
                values: members(&["x", "y"]),
            },
            r#"[["x","y"]]"#,
        ),
        ("(json_array())", ColumnType::Json, "[[]]"),
        ("(json_object())", ColumnType::Json, "[{}]"),
        ("('{\"a\": 1}')", ColumnType::Json, r#"[{"a":1}]"#),
        ("(cast('[]' as char))", ColumnType::Json, "[[]]"),
        (
            "('abc')",
            ColumnType::Text {
                size: LobSize::Normal,
            },
            r#"["abc"]"#,
        ),
        ("b'101'", ColumnType::Bit { width: 4 }, "[5]"),
        ("('2024-01-01')", ColumnType::Date, r#"["2024-01-01"]"#),
        (
            "12345678901234567890123.5",
            decimal(30, 2),
            r#"["12345678901234567890123.50"]"#,
        ),
        ("(true)", ColumnType::Boolean, "[true]"),
    ];
    for (text, column_type, expected) in cases {
        assert_eq!(
            default(text, column_type.clone()),
            expected,
            "{text} as {column_type:?}"
        );
    }
}

#[test]
fn clock_and_chance_in_defaults() {
    for (text, column_type, length) in [
        ("now()", ColumnType::Datetime { fraction: 0 }, 19),
        ("current_timestamp", ColumnType::Datetime { fraction: 3 }, 23),
        ("now(6)", ColumnType::Timestamp { fraction: 6 }, 27),
        ("(curdate())", ColumnType::Date, 10),
        ("(curdate() + interval 1 year)", ColumnType::Date, 10),
        (
            "(now() + interval 7 day)",
            ColumnType::Datetime { fraction: 0 },
            19,
        ),
        ("(uuid())", ColumnType::Char { length: 36 }, 36),
    ] {
        let value = default(text, column_type.clone());
        assert_eq!(value.len(), length + 4, "{text} as {column_type:?}: {value}");
    }
    let uuid = default("uuid()", varchar());
    assert_eq!(&uuid[16..17], "4", "{uuid}");
    assert!(["8", "9", "a", "b"].contains(&&uuid[21..22]), "{uuid}");
    let bytes = default("(uuid_to_bin(uuid()))", ColumnType::Binary { length: 16 });
    // 16 bytes in base64, in a list of one text.
    assert_eq!(bytes.len(), 24 + 4, "{bytes}");
}

#[test]
fn column_names_are_read() {
    let table: Table = table();
    let names = super::columns(&table, "`A` + b > things.a and code like 'x%'").unwrap();
    let expected: Vec<Ident> = ["a", "b", "code"]
        .iter()
        .map(|name| Ident::new(name).unwrap())
        .collect();
    assert_eq!(names, expected);
}
