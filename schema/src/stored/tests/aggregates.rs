//! Aggregates against sums of big integers.

use std::collections::HashSet;

use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::sample::select;

use super::{Column, NONCE, json, of};
use crate::stored::aggregate::{Aggregate, Function};
use crate::stored::{Scalar, Stored, Value, rewrite};
use crate::{ColumnType, IntWidth, LobSize};

/// What the API prints of the aggregate over all rows.
fn aggregated(column: &Column, stored: &Stored, function: Function) -> Option<String> {
    let aggregate = Aggregate::of(function, stored)?;
    let nonce = format!("'{NONCE}'");
    let names: Vec<String> = (0..9).map(|at| format!("p{at}")).collect();
    let pieces = aggregate.pieces("a.\"v\"");
    let columns = pieces
        .iter()
        .zip(&names)
        .map(|(piece, name)| format!("{piece} AS {name}"));
    let from = format!("(SELECT {} FROM t AS a)", columns.collect::<Vec<_>>().join(","));
    let names = &names[..pieces.len()];
    let sql = format!(
        "SELECT json_array({}) FROM {from}",
        aggregate.json_sql(names, &nonce)
    );
    // What compares is what is printed.
    let compared = format!(
        "SELECT json_array({}) FROM (SELECT {} AS x LIMIT 1) LIMIT 1",
        aggregate.stored().json_sql("x", &nonce),
        aggregate.over("a.\"v\"", "t AS a")
    );
    let other: String = column.query(&compared);
    let text: String = column.query(&sql);
    let text = rewrite(&text, NONCE).unwrap().into_owned();
    assert_eq!(text, rewrite(&other, NONCE).unwrap(), "{sql}");
    assert_eq!(aggregate.rewrites(), sql.contains('~'), "{sql}");
    Some(text[1..text.len() - 1].to_owned())
}

fn filled(stored: &Stored, values: &[Option<String>]) -> Column {
    let column = Column::new(stored.clone());
    for value in values {
        let value = match value {
            Some(value) => stored.encode(&json(value)).unwrap(),
            None => Value::Null,
        };
        column.insert(&value).unwrap();
    }
    column
}

fn decimal(precision: u8, scale: u8, unsigned: bool) -> ColumnType {
    ColumnType::Decimal {
        precision,
        scale,
        unsigned,
    }
}

const fn int(width: IntWidth, unsigned: bool) -> ColumnType {
    ColumnType::Int { width, unsigned }
}

/// A column's type, its digits and scale, the greatest value and the least, as whole numbers at the scale.
#[derive(Debug, Clone)]
struct Exact {
    ty: ColumnType,
    scale: u8,
    max: BigInt,
    min: BigInt,
}

fn exact_types() -> Vec<Exact> {
    let power = |digits: u8| BigInt::from(10).pow(u32::from(digits)) - 1;
    let mut types: Vec<Exact> = [
        (9, 0),
        (9, 2),
        (9, 9),
        (10, 4),
        (18, 0),
        (18, 18),
        (19, 0),
        (27, 9),
        (36, 28),
        (40, 10),
        (65, 0),
        (65, 30),
    ]
    .into_iter()
    .map(|(precision, scale)| Exact {
        ty: decimal(precision, scale, false),
        scale,
        max: power(precision),
        min: -power(precision),
    })
    .collect();
    types.push(Exact {
        ty: decimal(30, 5, true),
        scale: 5,
        max: power(30),
        min: BigInt::ZERO,
    });
    for (width, unsigned, min, max) in [
        (IntWidth::Tiny, true, 0, 255_u64),
        (IntWidth::Int, false, i64::from(i32::MIN), 2_147_483_647),
        (IntWidth::Int, true, 0, u64::from(u32::MAX)),
        (IntWidth::Big, false, i64::MIN, i64::MAX.unsigned_abs()),
        (IntWidth::Big, true, 0, u64::MAX),
    ] {
        types.push(Exact {
            ty: int(width, unsigned),
            scale: 0,
            max: max.into(),
            min: min.into(),
        });
    }
    types.push(Exact {
        ty: ColumnType::Bit { width: 40 },
        scale: 0,
        max: ((1_u64 << 40) - 1).into(),
        min: BigInt::ZERO,
    });
    types
}

/// A value of the type: small, somewhere, or at an end of its range.
fn value_of(exact: &Exact) -> BoxedStrategy<BigInt> {
    let (min, max) = (exact.min.clone(), exact.max.clone());
    let range = &max - &min + 1;
    let low = min.clone();
    prop_oneof![
        any::<[u8; 32]>()
            .prop_map(move |bytes| { BigInt::from_bytes_be(num_bigint::Sign::Plus, &bytes) % &range + &low }),
        (-20_i64..20).prop_map({
            let (min, max) = (min.clone(), max.clone());
            move |small| BigInt::from(small).clamp(min.clone(), max.clone())
        }),
        select(vec![min, max]),
    ]
    .boxed()
}

/// The digits of a whole number at a scale.
fn printed(number: &BigInt, scale: u8) -> String {
    let (sign, digits) = match number.to_string().strip_prefix('-') {
        Some(digits) => ("-", digits.to_owned()),
        None => ("", number.to_string()),
    };
    let padded = format!("{digits:0>width$}", width = usize::from(scale) + 1);
    let (whole, fraction) = padded.split_at(padded.len() - usize::from(scale));
    let point = if scale > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

/// The number as the API takes it.
fn written(stored: &Stored, number: &BigInt, scale: u8) -> String {
    let digits = printed(number, scale);
    match stored.scalar() {
        Scalar::Int | Scalar::UnsignedInt => digits,
        _ => format!("\"{digits}\""),
    }
}

/// The average at `extra` digits more, rounded half away from zero.
fn average(sum: &BigInt, count: usize, extra: u32) -> BigInt {
    let count = BigInt::from(count);
    let shifted = sum * BigInt::from(10).pow(extra) * 2;
    let half = if *sum < BigInt::ZERO {
        -count.clone()
    } else {
        count.clone()
    };
    (shifted + half) / (count * 2)
}

fn any_rows() -> impl Strategy<Value = (Exact, Vec<Option<BigInt>>)> {
    select(exact_types()).prop_flat_map(|exact| {
        let value = proptest::option::weighted(0.8, value_of(&exact));
        (Just(exact), proptest::collection::vec(value, 0..12))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn numbers_are_aggregated_exactly((exact, rows) in any_rows()) {
        let stored = of(&exact.ty);
        let texts: Vec<Option<String>> = rows
            .iter()
            .map(|row| row.as_ref().map(|number| written(&stored, number, exact.scale)))
            .collect();
        let column = filled(&stored, &texts);
        let values: Vec<&BigInt> = rows.iter().flatten().collect();
        let sum: BigInt = values.iter().copied().sum();
        let get = |function| aggregated(&column, &stored, function).unwrap();
        let string = |text: String| format!("\"{text}\"");
        prop_assert_eq!(get(Function::Count), values.len().to_string());
        let distinct: HashSet<&BigInt> = values.iter().copied().collect();
        prop_assert_eq!(get(Function::CountDistinct), distinct.len().to_string());
        if values.is_empty() {
            for function in [Function::Sum, Function::Avg, Function::Min, Function::Max] {
                prop_assert_eq!(get(function), "null");
            }
        } else {
            prop_assert_eq!(get(Function::Sum), string(printed(&sum, exact.scale)));
            let extra = 4.min(30 - exact.scale);
            let average = average(&sum, values.len(), u32::from(extra));
            prop_assert_eq!(get(Function::Avg), string(printed(&average, exact.scale + extra)));
            for (function, value) in [(Function::Min, values.iter().min()), (Function::Max, values.iter().max())] {
                prop_assert_eq!(get(function).replace('"', ""), printed(value.unwrap(), exact.scale));
            }
        }
    }

    #[test]
    fn a_sum_is_ordered_and_read_as_a_column_is((exact, rows) in any_rows(), other in any::<i64>()) {
        let stored = of(&exact.ty);
        let values: Vec<&BigInt> = rows.iter().flatten().collect();
        prop_assume!(!values.is_empty());
        let texts: Vec<_> = values.iter().map(|number| Some(written(&stored, number, exact.scale))).collect();
        let column = filled(&stored, &texts);
        let aggregate = Aggregate::of(Function::Sum, &stored).unwrap();
        let sum: BigInt = values.iter().copied().sum();
        for compared in [sum.clone(), BigInt::from(other), &sum + 1, &sum - 1] {
            if compared.to_string().len() > 18 && matches!(aggregate.stored(), Stored::Scaled { .. }) {
                continue;
            }
            let text = format!("\"{}\"", printed(&compared, exact.scale));
            let bound = aggregate.stored().encode(&json(&text)).unwrap();
            let (value, bound) = (aggregate.over("v", "t"), bound.literal_sql());
            prop_assert_eq!(column.query::<bool>(&format!("SELECT {value} = {bound}")), sum == compared);
            prop_assert_eq!(column.query::<bool>(&format!("SELECT {value} < {bound}")), sum < compared);
        }
    }
}

#[test]
fn doubles_are_summed_and_averaged() {
    let stored = of(&ColumnType::Double { unsigned: false });
    let some = |texts: &[&str]| -> Vec<Option<String>> {
        texts.iter().map(|text| Some((*text).to_owned())).collect()
    };
    let column = filled(&stored, &some(&["0.5", "0.25", "-1.5"]));
    assert_eq!(aggregated(&column, &stored, Function::Sum).unwrap(), "-0.75");
    assert_eq!(aggregated(&column, &stored, Function::Avg).unwrap(), "-0.25");
    assert_eq!(aggregated(&column, &stored, Function::Max).unwrap(), "0.5");
    let beyond = filled(&stored, &some(&["1.7e308", "1.7e308"]));
    for function in [Function::Sum, Function::Avg] {
        assert_eq!(aggregated(&beyond, &stored, function).unwrap(), "null");
    }
    assert_eq!(
        aggregated(&filled(&stored, &[None]), &stored, Function::Sum).unwrap(),
        "null"
    );
}

#[test]
fn other_types_keep_their_order() {
    let cases: [(ColumnType, &[&str], &str, &str, &str); 7] = [
        (
            ColumnType::Varchar { length: 9 },
            &["\"b\"", "\"A\"", "\"B\""],
            "\"A\"",
            "\"b\"",
            "2",
        ),
        (
            ColumnType::Enum {
                values: vec!["small".into(), "large".into()],
            },
            &["\"large\"", "\"small\""],
            "\"small\"",
            "\"large\"",
            "2",
        ),
        (
            ColumnType::Time { fraction: 0 },
            &["\"-10:00:00\"", "\"100:00:00\""],
            "\"-10:00:00\"",
            "\"100:00:00\"",
            "2",
        ),
        (
            ColumnType::Date,
            &["\"2024-02-29\"", "\"1999-12-31\"", "\"1999-12-31\""],
            "\"1999-12-31\"",
            "\"2024-02-29\"",
            "2",
        ),
        (
            ColumnType::Datetime { fraction: 2 },
            &["\"2024-02-29T00:00:00.25\"", "\"2024-02-29T00:00:00\""],
            "\"2024-02-29T00:00:00.00\"",
            "\"2024-02-29T00:00:00.25\"",
            "2",
        ),
        (
            ColumnType::Boolean,
            &["true", "false", "true"],
            "false",
            "true",
            "2",
        ),
        (
            ColumnType::Blob { size: LobSize::Tiny },
            &["\"AAE=\"", "\"AQ==\""],
            "\"AAE=\"",
            "\"AQ==\"",
            "2",
        ),
    ];
    for (ty, values, least, greatest, distinct) in cases {
        let stored = of(&ty);
        let rows: Vec<Option<String>> = values.iter().map(|text| Some((*text).to_owned())).collect();
        let column = filled(&stored, &rows);
        let get = |function| aggregated(&column, &stored, function);
        assert_eq!(get(Function::Min).as_deref(), Some(least), "{ty:?}");
        assert_eq!(get(Function::Max).as_deref(), Some(greatest), "{ty:?}");
        assert_eq!(get(Function::CountDistinct).as_deref(), Some(distinct), "{ty:?}");
        let sum = matches!(ty, ColumnType::Boolean).then_some("\"2\"");
        assert_eq!(get(Function::Sum).as_deref(), sum, "{ty:?}");
    }
    let document = of(&ColumnType::Json);
    let offered: Vec<Function> = Function::ALL
        .into_iter()
        .filter(|function| Aggregate::of(*function, &document).is_some())
        .collect();
    assert_eq!(offered, [Function::Count]);
}
