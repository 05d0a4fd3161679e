//! The column as it is declared in a STRICT table.

use super::temporal::{self, MAX_TIME};
use super::{Scalar, Stored, TextLimit};

/// Longer texts than a row may hold need no check.
const ROW_BYTES: u64 = 2_000_000;

/// The most members that an ENUM can have: a member that is added later changes no check.
const MAX_MEMBERS: u32 = 65_535;

impl Stored {
    /// The type that the API shows.
    pub fn scalar(&self) -> Scalar {
        match self {
            Self::Boolean | Self::Bits { width: 1 } => Scalar::Boolean,
            Self::Int { min, max } => {
                if i32::try_from(*min).is_ok() && i32::try_from(*max).is_ok() {
                    Scalar::Int
                } else if *min >= 0 && u32::try_from(*max).is_ok() {
                    Scalar::UnsignedInt
                } else {
                    Scalar::BigInt
                }
            }
            Self::PlainUnsigned | Self::BiasedUnsigned | Self::Bits { width: 33.. } => Scalar::BigInt,
            Self::Bits { .. } => Scalar::UnsignedInt,
            Self::Scaled { .. } | Self::Sortable { .. } => Scalar::Decimal,
            Self::Real { .. } => Scalar::Float,
            Self::Text { .. } => Scalar::String,
            Self::Bytes { .. } => Scalar::Bytes,
            Self::Date => Scalar::Date,
            Self::Time { .. } => Scalar::Time,
            Self::Datetime { .. } => Scalar::Datetime,
            Self::Timestamp { .. } => Scalar::Timestamp,
            Self::Year => Scalar::Int,
            Self::Enum(_) => Scalar::Enum,
            Self::Set(_) => Scalar::Set,
            Self::Json => Scalar::Json,
            Self::Geometry { .. } => Scalar::Geometry,
        }
    }

    /// Whether a value may be so large that it counts against the platform's limit on a row: 64 KB or more.
    pub fn may_be_large(&self) -> bool {
        const LARGE: u64 = 65_535;
        match self {
            Self::Bytes { max, .. } => *max >= LARGE,
            Self::Text { limit, .. } => match limit {
                TextLimit::Chars(most) => u64::from(*most) * 4 >= LARGE,
                TextLimit::Bytes(most) => *most >= LARGE,
            },
            Self::Json | Self::Geometry { .. } => true,
            _ => false,
        }
    }

    /// The type of the column in a STRICT table: INTEGER, REAL, TEXT or BLOB.
    pub fn affinity(&self) -> &'static str {
        match self {
            Self::Boolean
            | Self::Int { .. }
            | Self::PlainUnsigned
            | Self::BiasedUnsigned
            | Self::Bits { .. }
            | Self::Scaled { .. }
            | Self::Time { .. }
            | Self::Year
            | Self::Enum(_)
            | Self::Set(_) => "INTEGER",
            Self::Real { .. } => "REAL",
            Self::Sortable { .. }
            | Self::Text { .. }
            | Self::Date
            | Self::Datetime { .. }
            | Self::Timestamp { .. }
            | Self::Json => "TEXT",
            Self::Bytes { .. } | Self::Geometry { .. } => "BLOB",
        }
    }

    /// The column's collation where it is not BINARY.
    pub fn collation(&self) -> Option<&'static str> {
        matches!(self, Self::Text { fold_case: true, .. }).then_some("NOCASE")
    }

    /// The SQL of an expression that holds values of the type, so that it compares as a column does: under its collation, and
    /// with its affinity, since a bound value may arrive as another type.
    pub fn compared_sql(&self, sql: &str) -> String {
        match (self.affinity(), self.collation()) {
            (number @ ("INTEGER" | "REAL"), _) => format!("CAST({sql} AS {number})"),
            (_, Some(collation)) => format!("({sql} COLLATE {collation})"),
            _ => sql.to_owned(),
        }
    }

    /// An SQLite expression, true or NULL for every value of the type, that keeps others out whatever writes them.
    /// `column` is the quoted name. `None` where the affinity alone says it.
    pub fn check(&self, column: &str) -> Option<String> {
        Some(match self {
            Self::Boolean => format!("{column} IN (0, 1)"),
            Self::Int { min, max } if *min == i64::MIN && *max == i64::MAX => return None,
            Self::Int { min, max } => format!("{column} BETWEEN {min} AND {max}"),
            Self::PlainUnsigned => format!("{column} >= 0"),
            Self::BiasedUnsigned | Self::Set(_) => return None,
            Self::Bits { width } => format!("{column} BETWEEN 0 AND {}", (1_u64 << width) - 1),
            Self::Scaled {
                precision, unsigned, ..
            } => {
                let max = 10_i64.pow(u32::from(*precision)) - 1;
                let min = if *unsigned { 0 } else { -max };
                format!("{column} BETWEEN {min} AND {max}")
            }
            Self::Sortable {
                precision, unsigned, ..
            } => {
                let marker = if *unsigned { "1" } else { "[01]" };
                format!(
                    "length({column}) = {} AND {column} GLOB '{marker}*' AND {column} NOT GLOB '*[^0-9]*'",
                    precision + 1
                )
            }
            Self::Real { unsigned: true, .. } => format!("{column} >= 0 AND {column} < 9e999"),
            Self::Real { .. } => format!("abs({column}) < 9e999"),
            Self::Text { limit, .. } => return text_check(column, *limit),
            Self::Bytes { max, fixed: true } => format!("length({column}) = {max}"),
            Self::Bytes { max, .. } if *max >= ROW_BYTES => return None,
            Self::Bytes { max, .. } => format!("length({column}) <= {max}"),
            Self::Date => format!("date({column}) IS {column}"),
            Self::Time { fraction } => time_check(column, *fraction),
            Self::Datetime { fraction } => datetime_check(column, *fraction, ""),
            Self::Timestamp { fraction } => format!(
                "{} AND {column} BETWEEN '1970-01-01T00:00:01' AND '2038-01-19T03:14:08'",
                datetime_check(column, *fraction, "Z")
            ),
            Self::Year => format!("{column} = 0 OR {column} BETWEEN 1901 AND 2155"),
            Self::Enum(_) => format!("{column} BETWEEN 1 AND {MAX_MEMBERS}"),
            Self::Json => format!("json_valid({column})"),
            Self::Geometry { .. } => format!("length({column}) >= 13"),
        })
    }
}

fn text_check(column: &str, limit: TextLimit) -> Option<String> {
    match limit {
        TextLimit::Chars(max) => Some(format!("length({column}) <= {max}")),
        TextLimit::Bytes(max) if max >= ROW_BYTES => None,
        TextLimit::Bytes(max) => Some(format!("octet_length({column}) <= {max}")),
    }
}

fn time_check(column: &str, fraction: u8) -> String {
    let range = format!("{column} BETWEEN -{MAX_TIME} AND {MAX_TIME}");
    match temporal::unit(fraction) {
        1 => range,
        unit => format!("{range} AND {column} % {unit} = 0"),
    }
}

/// The calendar is SQLite's: a day that no month has comes back as another, but not the hour 24.
fn datetime_check(column: &str, fraction: u8, zone: &str) -> String {
    let mut tail = String::new();
    if fraction > 0 {
        tail.push('.');
        tail.push_str(&"[0-9]".repeat(usize::from(fraction)));
    }
    tail.push_str(zone);
    let rest = if tail.is_empty() {
        format!("length({column}) = 19")
    } else {
        format!("substr({column}, 20) GLOB '{tail}'")
    };
    format!(
        "strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19)) IS substr({column}, 1, 19) AND substr({column}, 12, 2) < '24' AND {rest}"
    )
}
