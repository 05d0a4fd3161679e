//! Random declarations that break no rule.

use proptest::prelude::*;
use proptest::sample::Index as Pick;
use serde_json::{Value, json};

use crate::{Column, ColumnType, DefaultValue, GeometryKind, Ident, Index, IntWidth, LobSize, Schema, Table};

fn ident(prefix: &str, n: usize, rest: &str) -> Ident {
    Ident::new(format!("{prefix}{n}{rest}").trim_end()).expect("a name")
}

fn any_text() -> impl Strategy<Value = String> {
    "[a-zé'\"`\\\\%_;/*# \n\t\0-]{0,12}"
}

fn width() -> impl Strategy<Value = IntWidth> {
    prop::sample::select(vec![
        IntWidth::Tiny,
        IntWidth::Small,
        IntWidth::Medium,
        IntWidth::Int,
        IntWidth::Big,
    ])
}

fn size() -> impl Strategy<Value = LobSize> {
    prop::sample::select(vec![
        LobSize::Tiny,
        LobSize::Normal,
        LobSize::Medium,
        LobSize::Long,
    ])
}

fn members() -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set("[a-zé'\\\\ ]{0,5}[a-z'\\\\]", 1..5).prop_map(|set| set.into_iter().collect())
}

fn column_type() -> impl Strategy<Value = ColumnType> {
    prop_oneof![
        Just(ColumnType::Boolean),
        (width(), any::<bool>()).prop_map(|(width, unsigned)| ColumnType::Int { width, unsigned }),
        (1_u8..=65, 0_u8..=30, any::<bool>()).prop_map(|(precision, scale, unsigned)| ColumnType::Decimal {
            precision,
            scale: scale.min(precision),
            unsigned,
        }),
        any::<bool>().prop_map(|unsigned| ColumnType::Float { unsigned }),
        any::<bool>().prop_map(|unsigned| ColumnType::Double { unsigned }),
        (1_u8..=64).prop_map(|width| ColumnType::Bit { width }),
        (12_u32..=255).prop_map(|length| ColumnType::Char { length }),
        (12_u32..=65_535).prop_map(|length| ColumnType::Varchar { length }),
        size().prop_map(|size| ColumnType::Text { size }),
        (0_u32..=255).prop_map(|length| ColumnType::Binary { length }),
        (9_u32..=65_535).prop_map(|length| ColumnType::Varbinary { length }),
        size().prop_map(|size| ColumnType::Blob { size }),
        Just(ColumnType::Date),
        (0_u8..=6).prop_map(|fraction| ColumnType::Time { fraction }),
        (0_u8..=6).prop_map(|fraction| ColumnType::Datetime { fraction }),
        (0_u8..=6).prop_map(|fraction| ColumnType::Timestamp { fraction }),
        Just(ColumnType::Year),
        members().prop_map(|values| ColumnType::Enum { values }),
        members().prop_map(|values| ColumnType::Set { values }),
        Just(ColumnType::Json),
        prop::option::of(any::<u32>()).prop_map(|srid| ColumnType::Geometry {
            kind: GeometryKind::MultiPolygon,
            srid,
        }),
    ]
}

/// A constant for the type, not always in its one form.
fn constant(column_type: &ColumnType, n: u8, text: &str) -> Option<Value> {
    let value = match column_type {
        ColumnType::Boolean | ColumnType::Bit { width: 1 } => json!(n % 2 == 1),
        ColumnType::Int {
            width: IntWidth::Big, ..
        } => json!(n.to_string()),
        ColumnType::Int { .. } => json!(n % 128),
        ColumnType::Bit { width } if *width > 32 => json!(n.to_string()),
        ColumnType::Bit { width } => json!(u64::from(n) & ((1 << width) - 1)),
        ColumnType::Decimal { .. } => json!("0"),
        ColumnType::Float { .. } | ColumnType::Double { .. } => json!(f64::from(n) / 7.0),
        ColumnType::Year => json!(1950 + u32::from(n % 100)),
        ColumnType::Enum { values } => json!(values[usize::from(n) % values.len()]),
        ColumnType::Set { values } => json!(values[usize::from(n) % values.len()..]),
        ColumnType::Json => json!({ "text": text, "n": [n, null, 1.5] }),
        ColumnType::Geometry { .. } => return None,
        ColumnType::Binary { length: 0 } => json!(""),
        ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. } => json!("/w=="),
        ColumnType::Char { .. } | ColumnType::Varchar { .. } | ColumnType::Text { .. } => json!(text),
        ColumnType::Date => json!("2024-02-29"),
        ColumnType::Time { .. } => json!("-800:30:01"),
        ColumnType::Datetime { .. } => json!("2024-02-29T12:30:00"),
        ColumnType::Timestamp { .. } => json!("2024-02-29T12:30:00Z"),
    };
    Some(crate::validate::canonical(column_type, &value).expect("a default that fits"))
}

fn column(n: usize) -> impl Strategy<Value = Column> {
    let shape = (column_type(), any::<[bool; 4]>(), any::<u8>());
    (shape, "[a-zé`' ]{0,5}", any_text(), prop::option::of(any_text())).prop_map(
        move |((column_type, [nullable, has_default, binary, now], number), rest, text, comment)| {
            let dated = matches!(
                column_type,
                ColumnType::Datetime { .. } | ColumnType::Timestamp { .. }
            );
            let is_text = column_type.is_text();
            let default = if has_default {
                constant(&column_type, number, &text)
            } else {
                None
            };
            Column {
                name: ident("c", n, &rest),
                default: if dated && now {
                    Some(DefaultValue::Now)
                } else {
                    default.map(DefaultValue::Value)
                },
                on_update_now: dated && binary,
                binary_collation: is_text && binary,
                nullable,
                auto_increment: false,
                generated: None,
                comment: comment.filter(|comment| !comment.is_empty()),
                column_type,
            }
        },
    )
}

fn columns() -> impl Strategy<Value = Vec<Column>> {
    (1_usize..8).prop_flat_map(|count| (0..count).map(column).collect::<Vec<_>>())
}

fn key(name: Ident, columns: &[Column], pick: &Pick) -> Option<Index> {
    let column = &columns[pick.index(columns.len())];
    let takes_keys = column.column_type != ColumnType::Json;
    takes_keys.then(|| Index {
        name,
        columns: vec![column.name.clone()],
    })
}

fn searchable(key: &Index, columns: &[Column]) -> bool {
    let mut of_key = columns.iter().filter(|column| key.columns.contains(&column.name));
    of_key.all(|column| column.column_type.is_text())
}

fn table(n: usize) -> impl Strategy<Value = Table> {
    (
        columns(),
        "[a-zé`' ]{0,5}",
        any::<[Pick; 4]>(),
        prop::option::of(any_text()),
    )
        .prop_map(move |(mut columns, rest, picks, comment)| {
            let primary = key(ident("p", 0, ""), &columns, &picks[0])
                .map(|key| key.columns)
                .unwrap_or_default();
            for column in &mut columns {
                column.nullable &= !primary.contains(&column.name);
            }
            Table {
                name: ident("t", n, &rest),
                comment: comment.filter(|comment| !comment.is_empty()),
                primary_key: primary,
                unique: key(ident("u", 0, &rest), &columns, &picks[1])
                    .into_iter()
                    .collect(),
                indexes: key(ident("k", 0, &rest), &columns, &picks[2])
                    .into_iter()
                    .collect(),
                require_if_match: picks[3].index(2) == 1,
                fulltext: key(ident("f", 0, &rest), &columns, &picks[3])
                    .into_iter()
                    .filter(|key| searchable(key, &columns))
                    .collect(),
                foreign_keys: Vec::new(),
                checks: Vec::new(),
                columns,
            }
        })
}

pub(super) fn schema() -> impl Strategy<Value = Schema> {
    (0_usize..4)
        .prop_flat_map(|count| (0..count).map(table).collect::<Vec<_>>())
        .prop_map(|tables| Schema {
            tables,
            ..Schema::default()
        })
}
