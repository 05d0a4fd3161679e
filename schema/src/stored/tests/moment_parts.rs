//! Parts of dates and times against the calendar.

use super::{Column, NONCE, json, of};
use crate::ColumnType;
use crate::stored::{MomentPart, Stored};

fn parts(ty: &ColumnType, value: &str) -> Vec<(MomentPart, String)> {
    let stored = of(ty);
    let column = Column::new(stored.clone());
    column
        .insert(&stored.encode(&json(&format!("\"{value}\""))).unwrap())
        .unwrap();
    let part = |part: MomentPart| {
        let kept: Stored = part.of(&stored)?;
        let printed = kept.json_sql("x", NONCE);
        let sql = format!(
            "SELECT json_array({printed}) FROM (SELECT {} AS x FROM t)",
            part.sql(&stored, "v")
        );
        let text: String = column.query(&sql);
        Some((part, text[1..text.len() - 1].to_owned()))
    };
    MomentPart::ALL.into_iter().filter_map(part).collect()
}

fn shown(ty: &ColumnType, value: &str) -> String {
    let all: Vec<String> = parts(ty, value)
        .into_iter()
        .map(|(_, text)| text.replace('"', ""))
        .collect();
    all.join(" ")
}

#[test]
fn a_date_has_parts() {
    // Year, quarter, month, week, day, day of the week; then the starts.
    for (date, expected) in [
        (
            "2024-02-29",
            "2024 1 2 9 29 5 2024-01-01 2024-01-01 2024-02-01 2024-02-26",
        ),
        (
            "2021-01-03",
            "2021 1 1 53 3 1 2021-01-01 2021-01-01 2021-01-01 2020-12-28",
        ),
        (
            "2018-12-31",
            "2018 4 12 1 31 2 2018-01-01 2018-10-01 2018-12-01 2018-12-31",
        ),
        (
            "0001-05-01",
            "1 2 5 18 1 3 0001-01-01 0001-04-01 0001-05-01 0001-04-30",
        ),
        (
            "9999-09-30",
            "9999 3 9 39 30 5 9999-01-01 9999-07-01 9999-09-01 9999-09-27",
        ),
    ] {
        assert_eq!(shown(&ColumnType::Date, date), expected);
    }
}

#[test]
fn a_moment_has_an_hour_too() {
    let expected =
        "2024 4 12 1 31 3 23 2024-01-01 2024-10-01 2024-12-01 2024-12-30 2024-12-31 2024-12-31T23:00:00";
    let datetime = ColumnType::Datetime { fraction: 3 };
    assert_eq!(shown(&datetime, "2024-12-31T23:59:59.999"), expected);
    let timestamp = ColumnType::Timestamp { fraction: 0 };
    assert_eq!(shown(&timestamp, "2024-12-31T23:59:59Z"), format!("{expected}Z"));
    assert!(parts_of_other_types_are_none());
}

fn parts_of_other_types_are_none() -> bool {
    [
        ColumnType::Time { fraction: 0 },
        ColumnType::Year,
        ColumnType::Json,
    ]
    .iter()
    .all(|ty| MomentPart::ALL.iter().all(|part| part.of(&of(ty)).is_none()))
}
