//! What is compared is compared exactly, be it finer than the column or beyond it.

use std::cmp::Ordering;

use proptest::prelude::*;

use super::json;
use crate::stored::{Place, Stored, Value};

/// How a value that the column keeps stands to another.
fn ordering(kept: &Value, place: &Place) -> Ordering {
    let to = |other: &Value| match (kept, other) {
        (Value::Int(kept), Value::Int(other)) => kept.cmp(other),
        (Value::Text(kept), Value::Text(other)) => kept.cmp(other),
        pair => panic!("{pair:?}"),
    };
    match place {
        Place::At(value) => to(value),
        Place::Above(value) => to(value).then(Ordering::Less),
        Place::Below(value) => to(value).then(Ordering::Greater),
        Place::Lowest => Ordering::Greater,
        Place::Highest => Ordering::Less,
    }
}

/// A number of so many millionths.
fn millionths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let size = number.unsigned_abs();
    format!("{sign}{}.{:06}", size / 1_000_000, size % 1_000_000)
}

proptest! {
    #[test]
    fn decimals_stand_where_their_digits_say(kept in -2000_i64..2000, other in -30_000_000_i64..30_000_000, scale in 0_u8..=2) {
        let step = 10_i64.pow(6 - u32::from(scale));
        for stored in [
            Stored::Scaled { precision: scale + 4, scale, unsigned: false },
            Stored::Sortable { precision: 24, scale, unsigned: false },
        ] {
            let value = stored.from_text(&millionths(kept * step)).unwrap();
            for other in [other, kept * step, kept * step + 1, kept * step - 1] {
                let place = stored.place_of_text(&millionths(other)).unwrap();
                prop_assert_eq!(ordering(&value, &place), (kept * step).cmp(&other));
            }
        }
    }

    #[test]
    fn moments_stand_where_their_digits_say(kept in 0_i64..200, other in 0_i64..20_000_000, fraction in 0_u8..=2) {
        let step = 10_i64.pow(6 - u32::from(fraction));
        let clock = |micros: i64| format!("{:02}.{:06}7", micros / 1_000_000 % 60, micros % 1_000_000);
        for (stored, before, after) in [
            (Stored::Datetime { fraction }, "1969-02-28T23:59:", ""),
            (Stored::Timestamp { fraction }, "2024-02-29 23:59:", "+02:00"),
            (Stored::Time { fraction }, "10:00:", ""),
        ] {
            let micros = kept * step % 60_000_000;
            let kept = format!("{before}{:02}.{:06}{after}", micros / 1_000_000, micros % 1_000_000);
            let value = stored.from_text(&kept).unwrap();
            let place = stored.place_of_text(&format!("{before}{}{after}", clock(other))).unwrap();
            // The other has a digit more, so that it is never the same.
            prop_assert_eq!(ordering(&value, &place), (micros * 10).cmp(&(other * 10 + 7)));
        }
    }
}

#[test]
fn what_is_beyond_a_column_is_beyond_its_values() {
    let tiny = Stored::Int { min: -128, max: 127 };
    let money = Stored::Scaled {
        precision: 4,
        scale: 2,
        unsigned: false,
    };
    let stamp = Stored::Timestamp { fraction: 0 };
    for (stored, input, place) in [
        (&tiny, "1000", Place::At(Value::Int(1000))),
        (&Stored::PlainUnsigned, "-1", Place::At(Value::Int(-1))),
        (&Stored::PlainUnsigned, "\"-9223372036854775809\"", Place::Lowest),
        (&Stored::PlainUnsigned, "\"1e30\"", Place::Highest),
        (&Stored::BiasedUnsigned, "\"-1\"", Place::Lowest),
        (&Stored::BiasedUnsigned, "18446744073709551616", Place::Highest),
        (&Stored::Year, "1900", Place::At(Value::Int(1900))),
        (&money, "100", Place::Highest),
        (&money, "-1e99999999999", Place::Lowest),
        (&money, "1e-99999999999", Place::Above(Value::Int(0))),
        (&money, "-0.001", Place::Below(Value::Int(0))),
        (&stamp, "\"1970-01-01\"", Place::Lowest),
        (&stamp, "\"2038-01-19T03:14:08Z\"", Place::Highest),
        (
            &stamp,
            "\"2024-01-01\"",
            Place::At(Value::Text("2024-01-01T00:00:00Z".into())),
        ),
        (&stamp, "null", Place::At(Value::Null)),
    ] {
        assert_eq!(stored.place(&json(input)).unwrap(), place, "{input}");
    }
    let day = |text: &str| Value::Text(text.to_owned());
    for (input, place) in [
        ("2024-01-01", Place::At(day("2024-01-01"))),
        ("2024-01-01T00:00:00", Place::At(day("2024-01-01"))),
        ("2024-01-01T00:00:00.0000001Z", Place::Above(day("2024-01-01"))),
        ("2024-01-01T01:00:00+02:00", Place::Above(day("2023-12-31"))),
    ] {
        assert_eq!(Stored::Date.place_of_text(input).unwrap(), place, "{input}");
    }
}

#[test]
fn what_is_no_value_has_no_place() {
    for (stored, input) in [
        (Stored::Int { min: -128, max: 127 }, "1.5"),
        (Stored::Int { min: -128, max: 127 }, "one"),
        (Stored::Int { min: -128, max: 127 }, "2147483648"),
        (Stored::Bits { width: 9 }, "-1"),
        (Stored::Date, "2024-02-30"),
        (Stored::Date, "2024-00-00"),
        (Stored::Datetime { fraction: 0 }, "2024-02-29T12:00:00Z"),
        (Stored::Timestamp { fraction: 0 }, "2024-02-30T12:00:00Z"),
        (Stored::Time { fraction: 0 }, "noon"),
    ] {
        assert!(stored.place_of_text(input).is_err(), "{input}");
    }
}
