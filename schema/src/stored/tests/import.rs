//! MySQL's literals, with the meaning that MySQL gives them.

use super::members;
use crate::stored::{Imported, Literal, Stored, TextLimit, Value, ValueError};

fn number(text: &str) -> Literal {
    Literal::Number(text.into())
}

fn string(text: &str) -> Literal {
    Literal::String(text.into())
}

fn bytes(bytes: &[u8]) -> Literal {
    Literal::Bytes(bytes.into())
}

#[track_caller]
fn becomes(stored: &Stored, literal: &Literal, value: &Value) {
    assert_eq!(
        stored.from_literal(literal).as_ref(),
        Ok(value),
        "{stored:?} {literal:?}"
    );
}

#[track_caller]
fn text(stored: &Stored, literal: &str, value: &str) {
    becomes(stored, &string(literal), &Value::Text(value.into()));
}

#[track_caller]
fn int(stored: &Stored, literal: &Literal, value: i64) {
    becomes(stored, literal, &Value::Int(value));
}

#[track_caller]
fn refused(stored: &Stored, literal: &Literal) {
    assert!(
        stored.from_literal(literal).is_err(),
        "{stored:?} took {literal:?}"
    );
}

#[test]
fn numbers_are_rounded_half_away_from_zero() {
    let tiny = Stored::Int { min: -128, max: 127 };
    int(&tiny, &number("1.5"), 2);
    int(&tiny, &number("-1.5"), -2);
    int(&tiny, &number("2.4999"), 2);
    int(&tiny, &number("-0.4"), 0);
    int(&tiny, &string(" 12 "), 12);
    int(&tiny, &Literal::Bool(true), 1);
    int(&tiny, &bytes(&[0x7f]), 127);
    refused(&tiny, &number("127.5"));
    refused(&tiny, &string(""));
    refused(&tiny, &string("12a"));
    let money = Stored::Scaled {
        precision: 4,
        scale: 2,
        unsigned: false,
    };
    int(&money, &number("12.345"), 1235);
    int(&money, &number("-12.345"), -1235);
    int(&money, &string("9.994"), 999);
    int(&money, &number("9.995"), 1000);
    int(&money, &number("0.005"), 1);
    int(&money, &number("0.0049999"), 0);
    int(&money, &number("1e1"), 1000);
    refused(&money, &number("99.995"));
    let wide = Stored::Sortable {
        precision: 20,
        scale: 1,
        unsigned: false,
    };
    becomes(
        &wide,
        &number("-0.04"),
        &Value::Text("100000000000000000000".into()),
    );
    becomes(
        &wide,
        &number("-0.05"),
        &Value::Text("099999999999999999998".into()),
    );
    becomes(
        &wide,
        &number("99.95"),
        &Value::Text("100000000000000001000".into()),
    );
    becomes(
        &Stored::Real {
            single: true,
            unsigned: false,
        },
        &string("0.1"),
        &Value::Real(0.1),
    );
    int(&Stored::BiasedUnsigned, &number("18446744073709551615"), i64::MAX);
}

#[test]
fn bits_and_booleans() {
    int(&Stored::Bits { width: 1 }, &bytes(&[1]), 1);
    int(&Stored::Bits { width: 1 }, &string("\0"), 0);
    int(&Stored::Bits { width: 9 }, &bytes(&[1, 255]), 511);
    int(&Stored::Bits { width: 9 }, &number("511"), 511);
    refused(&Stored::Bits { width: 9 }, &bytes(&[2, 0]));
    int(
        &Stored::BiasedUnsigned,
        &Literal::String(vec![0, 0, 0, 0, 0, 0, 0, 1]),
        i64::MIN + 1,
    );
    int(
        &Stored::BiasedUnsigned,
        &string("12345678"),
        i64::MIN + 12_345_678,
    );
    int(&Stored::Boolean, &number("1"), 1);
    int(&Stored::Boolean, &Literal::Bool(false), 0);
    assert_eq!(
        Stored::Boolean
            .from_literal(&number("2"))
            .unwrap_err()
            .to_string(),
        "expected true or false, got 2"
    );
}

#[test]
fn texts_and_bytes() {
    let short = Stored::Text {
        limit: TextLimit::Chars(3),
        fold_case: true,
        fixed: false,
    };
    text(&short, "ab ", "ab ");
    text(&short, "abc   ", "abc");
    refused(&short, &string("abcd"));
    becomes(&short, &number("1.5"), &Value::Text("1.5".into()));
    becomes(&short, &bytes(b"ab"), &Value::Text("ab".into()));
    refused(&short, &bytes(&[255]));
    text(
        &Stored::Text {
            limit: TextLimit::Chars(3),
            fold_case: true,
            fixed: true,
        },
        "a  ",
        "a",
    );
    becomes(
        &Stored::Bytes { max: 3, fixed: true },
        &string("a"),
        &Value::Blob(vec![b'a', 0, 0]),
    );
    becomes(
        &Stored::Json,
        &string("{\"a\": [1.0]}"),
        &Value::Text("{\"a\":[1.0]}".into()),
    );
    refused(&Stored::Json, &string("{a"));
}

#[test]
fn members_by_name_or_number() {
    let sizes = Stored::Enum(members(&["S", "m", "1", "M"]));
    int(&sizes, &string("M"), 4);
    int(&sizes, &string("s"), 1);
    int(&sizes, &string("1"), 3);
    int(&sizes, &string("2"), 2);
    int(&sizes, &number("1"), 1);
    refused(&sizes, &number("0"));
    refused(&sizes, &number("5"));
    refused(&sizes, &string(""));
    let set = Stored::Set(members(&["a", "b", "c"]));
    int(&set, &string("c,A"), 5);
    int(&set, &string(""), 0);
    int(&set, &number("7"), 7);
    refused(&set, &number("8"));
    refused(&set, &string("a,d"));
}

#[test]
fn dates_in_their_many_forms() {
    text(&Stored::Date, "2024-2-9", "2024-02-09");
    text(&Stored::Date, "24-02-29", "2024-02-29");
    text(&Stored::Date, "70/1/1", "1970-01-01");
    text(&Stored::Date, "20240229", "2024-02-29");
    text(&Stored::Date, "2024-02-29 23:59:59", "2024-02-29");
    becomes(
        &Stored::Date,
        &number("20240229"),
        &Value::Text("2024-02-29".into()),
    );
    refused(&Stored::Date, &string("2023-02-29"));
    refused(&Stored::Date, &string("soon"));
    let datetime = Stored::Datetime { fraction: 0 };
    text(&datetime, "2024-02-29 23:59:59.5", "2024-03-01T00:00:00");
    text(&datetime, "2024-02-29 23:59:59.4999999", "2024-02-29T23:59:59");
    text(&datetime, "2024-02-29T1:2:3", "2024-02-29T01:02:03");
    text(&datetime, "2024-02-29", "2024-02-29T00:00:00");
    text(&datetime, "20240229010203", "2024-02-29T01:02:03");
    text(&datetime, "2024-02-29 01:00:00+02:00", "2024-02-28T23:00:00");
    refused(&datetime, &string("9999-12-31 23:59:59.5"));
    refused(&datetime, &string("2024-02-29x01:02:03"));
    text(
        &Stored::Datetime { fraction: 3 },
        "2024-02-29 1:2:3.0005",
        "2024-02-29T01:02:03.001",
    );
    text(
        &Stored::Timestamp { fraction: 0 },
        "2006-02-15 04:34:33",
        "2006-02-15T04:34:33Z",
    );
    text(
        &Stored::Timestamp { fraction: 0 },
        "2006-02-15 04:34:33-01:00",
        "2006-02-15T05:34:33Z",
    );
    refused(&Stored::Timestamp { fraction: 0 }, &string("2039-01-01 00:00:00"));
    let now = Literal::at(1_709_209_800_250_000);
    becomes(
        &Stored::Timestamp { fraction: 2 },
        &now,
        &Value::Text("2024-02-29T12:30:00.25Z".into()),
    );
    becomes(&Stored::Date, &now, &Value::Text("2024-02-29".into()));
}

#[test]
fn times_and_years() {
    let time = Stored::Time { fraction: 0 };
    let second = 1_000_000;
    int(&time, &string("12:30:15"), (12 * 3600 + 30 * 60 + 15) * second);
    int(&time, &string("-12:30"), -(12 * 3600 + 30 * 60) * second);
    int(&time, &string("1 02:00:00"), 26 * 3600 * second);
    int(&time, &string("123015"), (12 * 3600 + 30 * 60 + 15) * second);
    int(&time, &number("-15"), -15 * second);
    int(&time, &string("00:00:00.5"), second);
    int(&time, &string("2024-01-01 10:00:00"), 36_000 * second);
    int(&time, &string("838:59:59"), 3_020_399 * second);
    refused(&time, &string("838:59:59.5"));
    refused(&time, &string("10:60:00"));
    refused(&time, &string(""));
    int(&Stored::Year, &number("2024"), 2024);
    int(&Stored::Year, &number("0"), 0);
    int(&Stored::Year, &string("0"), 2000);
    int(&Stored::Year, &string("0000"), 0);
    int(&Stored::Year, &string("69"), 2069);
    int(&Stored::Year, &number("70"), 1970);
    refused(&Stored::Year, &number("1900"));
}

#[test]
fn zero_dates_become_null_where_that_is_taken() {
    for zero in [
        "0000-00-00",
        "0000-00-00 00:00:00",
        "2024-00-10",
        "2024-01-00",
        "00000000",
    ] {
        let literal = string(zero);
        for stored in [
            Stored::Date,
            Stored::Datetime { fraction: 0 },
            Stored::Timestamp { fraction: 0 },
        ] {
            assert!(
                matches!(
                    stored.import(&literal, false, 0),
                    Err(ValueError::ZeroDate { .. })
                ),
                "{zero}"
            );
            let null = Imported {
                value: Value::Null,
                was_zero_date: true,
            };
            assert_eq!(stored.import(&literal, true, 0), Ok(null), "{zero}");
        }
    }
}

#[test]
fn what_only_the_caller_knows() {
    assert!(matches!(
        Stored::Date.from_literal(&Literal::Now),
        Err(ValueError::Unresolved { .. })
    ));
    assert!(matches!(
        Stored::Date.from_literal(&Literal::Default),
        Err(ValueError::Unresolved { .. })
    ));
    assert_eq!(Stored::Date.from_literal(&Literal::Null), Ok(Value::Null));
}

proptest::proptest! {
    #[test]
    fn any_literal_is_read_without_a_panic(text in "\\PC{0,20}|[-0-9:. TZ+/]{0,30}") {
        let all = [
            Stored::Date, Stored::Time { fraction: 3 }, Stored::Datetime { fraction: 2 }, Stored::Timestamp { fraction: 6 },
            Stored::Year, Stored::Boolean, Stored::BiasedUnsigned, Stored::Bits { width: 5 }, Stored::Json,
            Stored::Scaled { precision: 5, scale: 2, unsigned: false }, Stored::Real { single: true, unsigned: false },
            Stored::Sortable { precision: 30, scale: 30, unsigned: true }, Stored::Set(members(&["a"])),
            Stored::Geometry { kind: crate::GeometryKind::Geometry, srid: None }, Stored::Bytes { max: 4, fixed: true },
        ];
        for stored in all {
            let _ = stored.from_literal(&string(&text));
            let _ = stored.from_literal(&number(&text));
            let _ = stored.from_literal(&Literal::Shape { wkt: text.clone(), srid: 0 });
            let _ = stored.from_text(&text);
            let _ = stored.encode(&serde_json::Value::from(text.as_str()));
        }
    }
}
