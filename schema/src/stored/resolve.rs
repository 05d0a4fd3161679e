//! From a declared type to its stored form.

use std::collections::HashSet;

use super::{Stored, TextLimit};
use crate::{Column, ColumnType, Ident, IntWidth, Schema, Table};

/// Where a `DECIMAL` no longer fits an INTEGER: 10¹⁸ < 2⁶³ < 10¹⁹.
const SCALED_DIGITS: u8 = 18;

impl Stored {
    /// How `column` of `table` is kept.
    ///
    /// The schema decides for `BIGINT UNSIGNED`: columns that foreign keys tie together are kept alike, plain if one
    /// of them is `AUTO_INCREMENT` (SQLite assigns those), else biased.
    pub fn of(schema: &Schema, table: &Table, column: &Column) -> Self {
        match &column.column_type {
            ColumnType::Int {
                width: IntWidth::Big,
                unsigned: true,
            } => {
                if is_tied_to_auto_increment(schema, table, column) {
                    Self::PlainUnsigned
                } else {
                    Self::BiasedUnsigned
                }
            }
            other => Self::of_type(other, column.binary_collation),
        }
    }

    /// How a column of that type is kept where no schema is at hand; a `BIGINT UNSIGNED` is biased.
    pub fn of_type(column_type: &ColumnType, binary_collation: bool) -> Self {
        let text = |limit, fixed| Self::Text {
            limit,
            fold_case: !binary_collation,
            fixed,
        };
        match column_type {
            ColumnType::Boolean => Self::Boolean,
            ColumnType::Int { width, unsigned } => integer(*width, *unsigned),
            ColumnType::Decimal {
                precision,
                scale,
                unsigned,
            } => decimal(*precision, *scale, *unsigned),
            ColumnType::Float { unsigned } => Self::Real {
                single: true,
                unsigned: *unsigned,
            },
            ColumnType::Double { unsigned } => Self::Real {
                single: false,
                unsigned: *unsigned,
            },
            ColumnType::Bit { width } if *width >= 64 => Self::BiasedUnsigned,
            ColumnType::Bit { width } => Self::Bits { width: *width },
            ColumnType::Char { length } => text(TextLimit::Chars(*length), true),
            ColumnType::Varchar { length } => text(TextLimit::Chars(*length), false),
            ColumnType::Text { size } => text(TextLimit::Bytes(size.max_bytes()), false),
            ColumnType::Binary { length } => Self::Bytes {
                max: u64::from(*length),
                fixed: true,
            },
            ColumnType::Varbinary { length } => Self::Bytes {
                max: u64::from(*length),
                fixed: false,
            },
            ColumnType::Blob { size } => Self::Bytes {
                max: size.max_bytes(),
                fixed: false,
            },
            ColumnType::Date => Self::Date,
            ColumnType::Time { fraction } => Self::Time { fraction: *fraction },
            ColumnType::Datetime { fraction } => Self::Datetime { fraction: *fraction },
            ColumnType::Timestamp { fraction } => Self::Timestamp { fraction: *fraction },
            ColumnType::Year => Self::Year,
            ColumnType::Enum { values } => Self::Enum(values.as_slice().into()),
            ColumnType::Set { values } => Self::Set(values.as_slice().into()),
            ColumnType::Json => Self::Json,
            ColumnType::Geometry { kind, srid } => Self::Geometry {
                kind: *kind,
                srid: *srid,
            },
        }
    }
}

fn integer(width: IntWidth, unsigned: bool) -> Stored {
    match (width, unsigned) {
        (IntWidth::Big, true) => Stored::BiasedUnsigned,
        (_, true) => Stored::Int {
            min: 0,
            max: (1 << width.bits()) - 1,
        },
        (_, false) => Stored::Int {
            min: i64::MIN >> (64 - width.bits()),
            max: i64::MAX >> (64 - width.bits()),
        },
    }
}

fn decimal(precision: u8, scale: u8, unsigned: bool) -> Stored {
    let scale = scale.min(precision);
    if precision <= SCALED_DIGITS {
        Stored::Scaled {
            precision,
            scale,
            unsigned,
        }
    } else {
        Stored::Sortable {
            precision,
            scale,
            unsigned,
        }
    }
}

/// A column by its table's and its own name, ASCII case folded.
type Place = (String, String);

fn is_tied_to_auto_increment(schema: &Schema, table: &Table, column: &Column) -> bool {
    if column.auto_increment || refers_to_auto_increment(schema, table, &column.name) {
        return true;
    }
    let mut seen: HashSet<Place> = HashSet::new();
    let mut waiting = vec![(table.name.folded(), column.name.folded())];
    while let Some(place) = waiting.pop() {
        if !seen.insert(place.clone()) {
            continue;
        }
        if is_auto_increment(schema, table, &place) {
            return true;
        }
        waiting.extend(tied_to(schema, &place));
    }
    false
}

/// The common case, found without walking the whole schema: a key straight to an `AUTO_INCREMENT` column.
fn refers_to_auto_increment(schema: &Schema, table: &Table, column: &Ident) -> bool {
    table.foreign_keys.iter().any(|key| {
        key.columns
            .iter()
            .zip(&key.referenced_columns)
            .any(|(own, other)| {
                own.same(column)
                    && schema
                        .table(&key.references)
                        .and_then(|table| table.column(other))
                        .is_some_and(|column| column.auto_increment)
            })
    })
}

fn is_auto_increment(schema: &Schema, table: &Table, place: &Place) -> bool {
    // The table itself may be one that the schema does not hold yet.
    let tables = schema.tables.iter().chain(std::iter::once(table));
    tables
        .filter(|table| table.name.as_str().eq_ignore_ascii_case(&place.0))
        .flat_map(|table| &table.columns)
        .any(|column| column.auto_increment && column.name.as_str().eq_ignore_ascii_case(&place.1))
}

/// The columns that a foreign key pairs with this one, in either direction.
fn tied_to<'a>(schema: &'a Schema, place: &'a Place) -> impl Iterator<Item = Place> + 'a {
    let is = |table: &Ident, column: &Ident| {
        table.as_str().eq_ignore_ascii_case(&place.0) && column.as_str().eq_ignore_ascii_case(&place.1)
    };
    schema.tables.iter().flat_map(move |table| {
        table.foreign_keys.iter().flat_map(move |key| {
            let pairs = key.columns.iter().zip(&key.referenced_columns);
            pairs.filter_map(move |(own, other)| {
                if is(&table.name, own) {
                    Some((key.references.folded(), other.folded()))
                } else if is(&key.references, other) {
                    Some((table.name.folded(), own.folded()))
                } else {
                    None
                }
            })
        })
    })
}
