//! What the API refuses, and how it says so.

use super::{json, members};
use crate::stored::{Stored, TextLimit, Value};

fn refusal(stored: &Stored, input: &str) -> String {
    stored
        .encode(&json(input))
        .map(|value| panic!("{stored:?} took {input} as {value:?}"))
        .unwrap_err()
        .to_string()
}

fn refused(stored: &Stored, inputs: &[&str]) {
    for input in inputs {
        refusal(stored, input);
    }
}

#[test]
fn messages_say_what_is_expected() {
    let tiny = Stored::Int { min: -128, max: 127 };
    assert_eq!(
        refusal(&tiny, "300"),
        "expected an integer from -128 to 127, got 300"
    );
    assert_eq!(
        refusal(&tiny, "true"),
        "expected an integer from -128 to 127, got true"
    );
    assert_eq!(
        refusal(&tiny, "[1]"),
        "expected an integer from -128 to 127, got an array"
    );
    let money = Stored::Scaled {
        precision: 5,
        scale: 2,
        unsigned: true,
    };
    assert_eq!(
        refusal(&money, "1.005"),
        "expected a decimal, not negative, of at most 3 digits before the point and 2 after it, got 1.005"
    );
    let text = Stored::Text {
        limit: TextLimit::Chars(2),
        fold_case: true,
        fixed: false,
    };
    assert_eq!(
        refusal(&text, "\"日本語\""),
        "expected at most 2 characters, got 3"
    );
    assert_eq!(refusal(&text, "1"), "expected a text, got 1");
    assert_eq!(
        refusal(&Stored::Enum(members(&["a", "b"])), "\"A\""),
        "expected one of \"a\", \"b\", got \"A\""
    );
    assert_eq!(
        refusal(&Stored::Date, "\"0000-00-00\""),
        "the zero date 0000-00-00 is not a date; write NULL or a real date"
    );
    let long = format!("\"{}\"", "é".repeat(1000));
    assert!(refusal(&tiny, &long).chars().count() < 120);
}

#[test]
fn numbers_beyond_their_type_are_refused() {
    let big = Stored::Int {
        min: i64::MIN,
        max: i64::MAX,
    };
    refused(
        &big,
        &[
            "9223372036854775808",
            "-9223372036854775809",
            "1.5",
            "\"\"",
            "\" 1\"",
            "\"0x1\"",
            "\"1_0\"",
        ],
    );
    refused(
        &big,
        &[
            "1e400",
            "1e-1",
            "\"1e99999999999999999999\"",
            "\"--1\"",
            "\"+\"",
            "\".\"",
            "\"e1\"",
        ],
    );
    refused(&Stored::BiasedUnsigned, &["18446744073709551616", "-1", "0.5"]);
    refused(&Stored::PlainUnsigned, &["9223372036854775808", "-1"]);
    refused(&Stored::Bits { width: 63 }, &["9223372036854775808", "-1"]);
    refused(&Stored::Bits { width: 1 }, &["2", "\"x\""]);
    refused(&Stored::Boolean, &["2", "\"true\"", "-1", "0.5"]);
    refused(&Stored::Year, &["1900", "2156", "\"x\""]);
    let money = Stored::Scaled {
        precision: 5,
        scale: 2,
        unsigned: false,
    };
    refused(
        &money,
        &[
            "1000",
            "-1000",
            "0.001",
            "1e999999999999999999",
            "1e-999999999999999999",
            "\"NaN\"",
        ],
    );
    let wide = Stored::Sortable {
        precision: 20,
        scale: 2,
        unsigned: true,
    };
    refused(&wide, &["1000000000000000000", "-0.01", "0.001"]);
    assert_eq!(
        wide.encode(&json("-0.00")).unwrap(),
        Value::Text("100000000000000000000".into())
    );
    refused(
        &Stored::Real {
            single: false,
            unsigned: true,
        },
        &["-1", "\"1\"", "1e999"],
    );
    refused(
        &Stored::Real {
            single: true,
            unsigned: false,
        },
        &["1e39"],
    );
}

#[test]
fn texts_beyond_their_type_are_refused() {
    refused(
        &Stored::Text {
            limit: TextLimit::Bytes(2),
            fold_case: true,
            fixed: false,
        },
        &["\"日\"", "{}"],
    );
    refused(
        &Stored::Bytes { max: 2, fixed: true },
        &["\"AAAA\"", "\"?\"", "\"A\"", "1"],
    );
    refused(&Stored::Set(members(&["a"])), &["\"a\"", "[\"b\"]", "[1]", "1"]);
    refused(
        &Stored::Json,
        &[&format!("{}{}", "[".repeat(101), "]".repeat(101))],
    );
    assert!(
        Stored::Json
            .encode(&json(&format!("{}{}", "[".repeat(100), "]".repeat(100))))
            .is_ok()
    );
}

#[test]
fn moments_outside_the_calendar_are_refused() {
    refused(
        &Stored::Date,
        &[
            "\"2023-02-29\"",
            "\"1900-02-29\"",
            "\"2024-13-01\"",
            "\"2024-1-1\"",
            "20240101",
        ],
    );
    refused(
        &Stored::Date,
        &[
            "\"2024-01-01T00:00:00\"",
            "\"0000-01-01\"",
            "\"\"",
            "\"２０２４-01-01\"",
        ],
    );
    let time = Stored::Time { fraction: 2 };
    refused(
        &time,
        &[
            "\"838:59:59.01\"",
            "\"839:00:00\"",
            "\"00:60:00\"",
            "\"1\"",
            "\"1000:00:00\"",
        ],
    );
    let datetime = Stored::Datetime { fraction: 0 };
    refused(
        &datetime,
        &[
            "\"2024-01-01\"",
            "\"2024-01-01T24:00:00\"",
            "\"2024-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.5\"",
        ],
    );
    refused(
        &datetime,
        &[
            "\"2024-01-01T00\"",
            "\"2024-01-01T00:00:00.\"",
            "\"2024-01-01T0é:00:00\"",
            "\"2024-00-01T00:00:00\"",
        ],
    );
    let timestamp = Stored::Timestamp { fraction: 6 };
    refused(
        &timestamp,
        &[
            "\"1970-01-01T00:00:00Z\"",
            "\"2038-01-19T03:14:08Z\"",
            "\"2024-01-01T00:00:00+15:00\"",
        ],
    );
    refused(
        &timestamp,
        &[
            "\"2024-01-01T00:00:00+1\"",
            "\"2024-01-01T00:00:00ZZ\"",
            "\"1970-01-01T01:00:00+01:00\"",
        ],
    );
}

#[test]
fn url_texts() {
    let text = |stored: &Stored, text: &str| stored.from_text(text).unwrap();
    assert_eq!(text(&Stored::Boolean, "true"), Value::Int(1));
    assert_eq!(
        text(
            &Stored::Scaled {
                precision: 5,
                scale: 2,
                unsigned: false
            },
            "12.50"
        ),
        Value::Int(1250)
    );
    assert_eq!(
        text(&Stored::Date, "2024-01-01"),
        Value::Text("2024-01-01".into())
    );
    let set = Stored::Set(members(&["a", "b"]));
    assert_eq!(text(&set, "a,b"), Value::Int(3));
    assert_eq!(text(&set, "{}"), Value::Int(0));
    assert!(set.from_text("c").is_err());
    assert_eq!(
        text(
            &Stored::Real {
                single: false,
                unsigned: false
            },
            "0.1"
        ),
        Value::Real(0.1)
    );
    assert_eq!(
        text(&Stored::Json, "{\"a\": 1.0}"),
        Value::Text("{\"a\":1.0}".into())
    );
    assert!(Stored::Json.from_text("{").is_err());
    assert!(Stored::Boolean.from_text("yes").is_err());
    let point = text(
        &Stored::Geometry {
            kind: crate::GeometryKind::Point,
            srid: None,
        },
        r#"{"type":"Point","coordinates":[1,2]}"#,
    );
    assert!(matches!(point, Value::Blob(bytes) if bytes.len() == 25));
}
