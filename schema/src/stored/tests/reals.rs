//! Doubles of every magnitude, out and in again, bit for bit.

use proptest::prelude::*;

use super::{Column, round_trip, through};
use crate::stored::{Stored, Value};

const DOUBLE: Stored = Stored::Real {
    single: false,
    unsigned: false,
};
const SINGLE: Stored = Stored::Real {
    single: true,
    unsigned: false,
};

/// Stored, printed, logged, and loaded again in bulk.
fn comes_back(column: &Column, value: f64) {
    column.insert(&Value::Real(value)).unwrap();
    let printed = column.printed();
    let read: f64 = printed.parse().unwrap_or_else(|_| panic!("{value:e}: {printed}"));
    assert_eq!(
        read.to_bits(),
        (value + 0.0).to_bits(),
        "{value:e} printed as {printed}"
    );
    assert!(
        serde_json::from_str::<serde_json::Number>(&printed).is_ok(),
        "{printed}"
    );
    let Value::Real(copied) = column.copied() else {
        panic!("{value:e}")
    };
    assert_eq!(copied.to_bits(), (value + 0.0).to_bits(), "{value:e}");
    let bits: Vec<u64> = (0..3)
        .map(|at| {
            column
                .query::<f64>(&format!("SELECT v FROM t ORDER BY id DESC LIMIT 1 OFFSET {at}"))
                .to_bits()
        })
        .collect();
    assert!(
        bits.iter().all(|b| *b == (value + 0.0).to_bits()),
        "{value:e} copied as {bits:x?}"
    );
    column.query::<i64>("DELETE FROM t RETURNING 1");
}

#[test]
fn the_ends_of_the_range() {
    let column = Column::new(DOUBLE);
    for value in [
        0.0,
        1.0,
        0.1,
        0.1 + 0.2,
        1e15,
        1e16,
        123_456_789.125,
        1e-80,
        1e112,
        1e-80_f64.next_down(),
        1e112_f64.next_up(),
        1.000_000_000_000_000_1e112,
        1e189,
        1e266,
        1e300,
        1e-157,
        1e-234,
        1e-311,
        f64::MAX,
        f64::MIN_POSITIVE,
        f64::from_bits(1),
        f64::from_bits(0x000f_ffff_ffff_ffff),
    ] {
        comes_back(&column, value);
        comes_back(&column, -value);
    }
}

#[test]
fn a_hundred_columns_fit_one_statement() {
    const STATEMENT_BYTES: usize = 100_000;
    let name = format!("new.\"{}\"", "n".repeat(24));
    assert!(DOUBLE.log_sql(&name).len() * 100 < STATEMENT_BYTES);
    assert!(DOUBLE.json_sql(&name, "?7").len() * 100 < STATEMENT_BYTES);
}

#[test]
fn triggers_log_doubles() {
    let column = Column::new(DOUBLE);
    let sql = format!(
        "CREATE TABLE log (j); CREATE TRIGGER logged AFTER INSERT ON t BEGIN
         INSERT INTO log VALUES (json_array({})); END",
        DOUBLE.log_sql("new.\"v\"")
    );
    column.connection.execute_batch(&sql).unwrap();
    for value in [f64::MAX, -1e-300, 0.1] {
        column.insert(&Value::Real(value)).unwrap();
        let logged: String = column.query("SELECT j FROM log ORDER BY rowid DESC");
        let elements: Vec<serde_json::Value> = serde_json::from_str(&logged).unwrap();
        assert_eq!(DOUBLE.from_log(&elements[0]), Some(Value::Real(value)));
    }
}

#[test]
fn every_power_of_two() {
    let column = Column::new(DOUBLE);
    for exponent in 0..2047_u64 {
        comes_back(&column, f64::from_bits(exponent << 52));
        comes_back(&column, f64::from_bits(exponent << 52 | 0x000f_ffff_ffff_ffff));
    }
    for bit in 0..52 {
        comes_back(&column, f64::from_bits(1 << bit));
    }
}

#[test]
fn short_numbers_print_short() {
    assert_eq!(through(&DOUBLE, "0.1").unwrap(), "0.1");
    assert_eq!(through(&DOUBLE, "12.50").unwrap(), "12.5");
    assert_eq!(through(&DOUBLE, "1e300").unwrap(), "1e300");
    assert_eq!(through(&DOUBLE, "-0.0").unwrap(), "0.0");
    assert_eq!(through(&SINGLE, "0.1").unwrap(), "0.1");
    assert_eq!(through(&SINGLE, "16777217").unwrap(), "16777216.0");
    assert_eq!(through(&SINGLE, "3.4028235e38").unwrap(), "3.4028235e+38");
}

#[test]
fn infinities_stay_out() {
    for input in ["1e309", "-1e309"] {
        assert!(through(&DOUBLE, input).is_err());
    }
    assert!(through(&SINGLE, "3.5e38").is_err());
    assert!(Column::new(DOUBLE).insert(&Value::Real(f64::INFINITY)).is_err());
    assert!(DOUBLE.from_text("inf").is_err());
    assert!(DOUBLE.from_text("nan").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn any_double_comes_back(values in prop::collection::vec(any::<u64>(), 5_000)) {
        let column = Column::new(DOUBLE);
        for bits in values {
            let value = f64::from_bits(bits);
            if value.is_finite() {
                comes_back(&column, value);
            }
        }
    }

    #[test]
    fn doubles_with_few_digits_come_back(values in prop::collection::vec((any::<u32>(), -60_i32..60), 2_000)) {
        let column = Column::new(DOUBLE);
        for (digits, exponent) in values {
            comes_back(&column, format!("{digits}e{exponent}").parse().unwrap());
        }
    }

    #[test]
    fn any_single_comes_back(values in prop::collection::vec(any::<u32>(), 500)) {
        for bits in values {
            let value = f32::from_bits(bits);
            if value.is_finite() {
                let stored = SINGLE.from_text(&value.to_string()).unwrap();
                let printed: f32 = round_trip(&SINGLE, &stored).parse().unwrap();
                prop_assert_eq!(printed.to_bits(), (value + 0.0).to_bits());
            }
        }
    }
}
