//! What comes out is what went in, through SQLite.

use proptest::prelude::*;

use super::{Column, members, of, round_trip, through};
use crate::stored::{Stored, TextLimit, Value};
use crate::{ColumnType, IntWidth};

fn same(stored: &Stored, input: &str, output: &str) {
    assert_eq!(through(stored, input).unwrap(), output, "{stored:?} {input}");
}

const BIG: Stored = Stored::Int {
    min: i64::MIN,
    max: i64::MAX,
};

#[test]
fn null_stays_null() {
    let all = [
        Stored::Boolean,
        BIG,
        Stored::PlainUnsigned,
        Stored::BiasedUnsigned,
        Stored::Bits { width: 1 },
        Stored::Scaled {
            precision: 5,
            scale: 2,
            unsigned: false,
        },
        Stored::Scaled {
            precision: 5,
            scale: 2,
            unsigned: true,
        },
        Stored::Sortable {
            precision: 65,
            scale: 30,
            unsigned: false,
        },
        Stored::Real {
            single: false,
            unsigned: false,
        },
        Stored::Real {
            single: true,
            unsigned: true,
        },
        Stored::Text {
            limit: TextLimit::Chars(3),
            fold_case: true,
            fixed: false,
        },
        Stored::Bytes { max: 3, fixed: true },
        Stored::Date,
        Stored::Time { fraction: 3 },
        Stored::Datetime { fraction: 0 },
        Stored::Timestamp { fraction: 6 },
        Stored::Year,
        Stored::Enum(members(&["a"])),
        Stored::Enum((0..100).map(|n| n.to_string()).collect()),
        Stored::Set(members(&["a"])),
        Stored::Json,
        Stored::Geometry {
            kind: crate::GeometryKind::Geometry,
            srid: None,
        },
    ];
    for stored in all {
        assert_eq!(round_trip(&stored, &Value::Null), "null", "{stored:?}");
    }
}

#[test]
fn integers() {
    same(&Stored::Boolean, "true", "true");
    same(&Stored::Boolean, "0", "false");
    same(&Stored::Bits { width: 1 }, "1", "true");
    same(&Stored::Bits { width: 8 }, "255", "255");
    same(
        &Stored::Bits { width: 63 },
        "9223372036854775807",
        "\"9223372036854775807\"",
    );
    let int = of(&ColumnType::Int {
        width: IntWidth::Int,
        unsigned: false,
    });
    same(&int, "-2147483648", "-2147483648");
    same(&int, "\"12\"", "12");
    same(&int, "1.0", "1");
    same(&int, "1e3", "1000");
    same(&BIG, "9007199254740993", "\"9007199254740993\"");
    same(&BIG, "-9223372036854775808", "\"-9223372036854775808\"");
    same(
        &Stored::PlainUnsigned,
        "9223372036854775807",
        "\"9223372036854775807\"",
    );
    same(&Stored::Year, "2155", "2155");
}

#[test]
fn unsigned_integers_of_64_bits_sort_and_print() {
    let column = Column::new(Stored::BiasedUnsigned);
    let all = [
        "18446744073709551615",
        "0",
        "9223372036854775808",
        "9223372036854775807",
        "1",
        "10",
    ];
    for digits in all {
        let value = Stored::BiasedUnsigned.from_text(digits).unwrap();
        column.insert(&value).unwrap();
        assert_eq!(column.printed(), format!("\"{digits}\""));
        assert_eq!(
            through(&Stored::BiasedUnsigned, digits).unwrap(),
            format!("\"{digits}\"")
        );
    }
    let printed = Stored::BiasedUnsigned.json_sql("v", "''");
    let sorted: String = column.query(&format!(
        "SELECT group_concat({printed}) FROM (SELECT v FROM t ORDER BY v)"
    ));
    assert_eq!(
        sorted,
        "0,1,10,9223372036854775807,9223372036854775808,18446744073709551615"
    );
}

#[test]
fn decimals() {
    let money = Stored::Scaled {
        precision: 10,
        scale: 2,
        unsigned: false,
    };
    same(&money, "12.5", "\"12.50\"");
    same(&money, "\"-0.05\"", "\"-0.05\"");
    same(&money, "-99999999.99", "\"-99999999.99\"");
    same(&money, "0", "\"0.00\"");
    same(&money, "-0", "\"0.00\"");
    same(&money, "1.5000", "\"1.50\"");
    same(&money, "1.5e2", "\"150.00\"");
    same(
        &Stored::Scaled {
            precision: 18,
            scale: 18,
            unsigned: false,
        },
        "-0.1",
        "\"-0.100000000000000000\"",
    );
    same(
        &Stored::Scaled {
            precision: 18,
            scale: 0,
            unsigned: false,
        },
        "-999999999999999999",
        "\"-999999999999999999\"",
    );
    same(
        &Stored::Scaled {
            precision: 5,
            scale: 2,
            unsigned: true,
        },
        "1.05",
        "\"1.05\"",
    );
    let wide = Stored::Sortable {
        precision: 65,
        scale: 30,
        unsigned: false,
    };
    let digits = "12345678901234567890123456789012345.098765432109876543210987654321";
    same(&wide, digits, &format!("\"{digits}\""));
    same(&wide, &format!("-{digits}"), &format!("\"-{digits}\""));
    same(&wide, "-0.5", "\"-0.500000000000000000000000000000\"");
    same(&wide, "-100", "\"-100.000000000000000000000000000000\"");
    same(&wide, "0", "\"0.000000000000000000000000000000\"");
    same(
        &Stored::Sortable {
            precision: 30,
            scale: 30,
            unsigned: false,
        },
        "-0.01",
        "\"-0.010000000000000000000000000000\"",
    );
    same(
        &Stored::Sortable {
            precision: 20,
            scale: 0,
            unsigned: false,
        },
        "-10",
        "\"-10\"",
    );
}

#[test]
fn texts_and_bytes() {
    let text = Stored::Text {
        limit: TextLimit::Chars(8),
        fold_case: true,
        fixed: false,
    };
    for input in [
        r#""""#,
        r#""a\u0000b""#,
        r#""\u0001\u00010\u0000""#,
        r#""12""#,
        r#""é\"\\\n""#,
        r#""日本語""#,
    ] {
        assert_eq!(super::json(&through(&text, input).unwrap()), super::json(input));
    }
    let fixed = Stored::Text {
        limit: TextLimit::Chars(3),
        fold_case: false,
        fixed: true,
    };
    same(&fixed, r#""ab   ""#, r#""ab""#);
    let bytes = Stored::Bytes {
        max: 10,
        fixed: false,
    };
    same(&bytes, r#""""#, r#""""#);
    same(&bytes, r#""AP9+""#, r#""AP9+""#);
    same(&bytes, r#""_-8""#, r#""/+8=""#);
    same(&Stored::Bytes { max: 3, fixed: true }, r#""AQ==""#, r#""AQAA""#);
}

#[test]
fn times() {
    let time = Stored::Time { fraction: 2 };
    same(&time, r#""-838:59:59.00""#, r#""-838:59:59.00""#);
    same(&time, r#""-00:00:00.05""#, r#""-00:00:00.05""#);
    same(&time, r#""1:02:03""#, r#""01:02:03.00""#);
    same(&Stored::Time { fraction: 0 }, r#""23:59""#, r#""23:59:00""#);
    same(&Stored::Date, r#""2024-02-29""#, r#""2024-02-29""#);
    same(&Stored::Date, r#""0001-01-01""#, r#""0001-01-01""#);
    let datetime = Stored::Datetime { fraction: 6 };
    same(
        &datetime,
        r#""9999-12-31 23:59:59.999999""#,
        r#""9999-12-31T23:59:59.999999""#,
    );
    same(
        &datetime,
        r#""2024-03-31T01:02""#,
        r#""2024-03-31T01:02:00.000000""#,
    );
    same(
        &Stored::Datetime { fraction: 0 },
        r#""0001-01-01T00:00:00.000""#,
        r#""0001-01-01T00:00:00""#,
    );
    let timestamp = Stored::Timestamp { fraction: 2 };
    same(
        &timestamp,
        r#""2024-02-29T23:30:00.25-01:30""#,
        r#""2024-03-01T01:00:00.25Z""#,
    );
    same(
        &timestamp,
        r#""2024-02-29 12:30:00.5""#,
        r#""2024-02-29T12:30:00.50Z""#,
    );
    same(
        &timestamp,
        r#""1970-01-01T00:00:01Z""#,
        r#""1970-01-01T00:00:01.00Z""#,
    );
    same(
        &Stored::Timestamp { fraction: 6 },
        r#""2038-01-19T03:14:07.999999z""#,
        r#""2038-01-19T03:14:07.999999Z""#,
    );
}

#[test]
fn members_of_enums_and_sets() {
    let sizes = Stored::Enum(members(&["small", "it's", "a,b\"", ""]));
    for member in [r#""small""#, r#""it's""#, r#""a,b\"""#, r#""""#] {
        same(&sizes, member, member);
    }
    let many = Stored::Enum((0..200).map(|n| format!("m'{n}\"")).collect());
    same(&many, r#""m'199\"""#, r#""m'199\"""#);
    let all: Vec<String> = (0..64).map(|n| format!("m'{n}\"")).collect();
    let set = Stored::Set(all.as_slice().into());
    let whole = serde_json::to_string(&all).unwrap();
    same(&set, &whole, &whole);
    same(&set, "[]", "[]");
    same(&set, r#"["m'63\"","m'0\"","m'0\""]"#, r#"["m'0\"","m'63\""]"#);
    assert_eq!(
        Stored::Set(members(&["a", "b", "c"])).from_text("{c,a}").unwrap(),
        Value::Int(5)
    );
}

#[test]
fn documents_keep_their_digits() {
    same(
        &Stored::Json,
        r#"{"a": [1.10, 12345678901234567890, null, "\u0000"]}"#,
        r#"{"a":[1.10,12345678901234567890,null,"\u0000"]}"#,
    );
    same(&Stored::Json, "\"x\"", "\"x\"");
    same(&Stored::Json, "false", "false");
    assert_eq!(
        round_trip(&Stored::Json, &Stored::Json.from_text("null").unwrap()),
        "null"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_decimal_prints_as_it_was_written(digits in "[0-9]{65}", precision in 1_u8..=65, scale in 0_u8..=30, negative: bool) {
        let scale = scale.min(precision);
        let kept = &digits[..usize::from(precision)];
        let (whole, fraction) = kept.split_at(usize::from(precision - scale));
        let whole = whole.trim_start_matches('0');
        let is_zero = kept.bytes().all(|b| b == b'0');
        let sign = if negative && !is_zero { "-" } else { "" };
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if scale > 0 { "." } else { "" };
        let written = format!("\"{sign}{whole}{point}{fraction}\"");
        let stored = of(&ColumnType::Decimal { precision, scale, unsigned: false });
        prop_assert_eq!(through(&stored, &written).unwrap(), written);
    }

    #[test]
    fn decimals_sort_by_value(a in -1_000_i128..1_000, b in -1_000_i128..1_000, large: bool) {
        let factor = if large { 10_i128.pow(30) } else { 1 };
        let stored = Stored::Sortable { precision: 40, scale: 0, unsigned: false };
        let text = |n: i128| match stored.from_text(&(n * factor).to_string()).unwrap() {
            Value::Text(text) => text,
            other => panic!("{other:?}"),
        };
        prop_assert_eq!(text(a).cmp(&text(b)), a.cmp(&b));
    }

    #[test]
    fn any_unsigned_integer_comes_back(n: u64) {
        prop_assert_eq!(through(&Stored::BiasedUnsigned, &n.to_string()).unwrap(), format!("\"{n}\""));
    }

    #[test]
    fn any_text_comes_back(text in "(\\PC|[\\x00-\\x02]|[01]){0,12}") {
        let stored = Stored::Text { limit: TextLimit::Bytes(65_535), fold_case: true, fixed: false };
        let input = serde_json::Value::from(text).to_string();
        prop_assert_eq!(super::json(&through(&stored, &input).unwrap()), super::json(&input));
    }

    #[test]
    fn any_moment_comes_back(seconds in 1_i64..(1 << 31), micros in 0_i64..1_000_000, fraction in 0_u8..=6) {
        let unit = 10_i64.pow(6 - u32::from(fraction));
        let micros = seconds * 1_000_000 + micros / unit * unit;
        let text = crate::stored::import_time::moment_text(micros).replace(' ', "T");
        let kept = if fraction == 0 { 19 } else { 20 + usize::from(fraction) };
        let expected = format!("\"{}Z\"", &text[..kept]);
        prop_assert_eq!(through(&Stored::Timestamp { fraction }, &format!("\"{text}\"")).unwrap(), expected);
    }

    #[test]
    fn any_time_comes_back(micros in -3_020_399_000_000_i64..=3_020_399_000_000) {
        let stored = Stored::Time { fraction: 6 };
        let printed = round_trip(&stored, &Value::Int(micros));
        prop_assert_eq!(stored.encode(&super::json(&printed)).unwrap(), Value::Int(micros));
    }
}
