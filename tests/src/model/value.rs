//! Columns' types and values, as simple as they can be modelled: a number of a type's smallest unit, or a text.

use std::cmp::Ordering;
use std::fmt::Write;

use serde_json::{Value as Json, json};

use crate::random::Random;

/// A type of columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// INT.
    Int,
    /// BIGINT UNSIGNED.
    Big,
    /// DECIMAL(10,2).
    Decimal,
    /// DECIMAL(40,10).
    Wide,
    /// VARCHAR, compared without regard to ASCII case.
    Text,
    /// VARCHAR, compared as it is.
    Exact,
    /// BOOL.
    Bool,
    /// DATE.
    Date,
    /// DATETIME.
    Moment,
    /// TIME, in seconds; also negative and beyond a day.
    Time,
    /// SET, as a bit mask.
    Set,
    /// VARBINARY.
    Bytes,
    /// BINARY(2).
    Fixed,
    /// ENUM, ordered by position.
    Enum,
    /// DOUBLE, in quarters.
    Real,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// NULL.
    Null,
    /// A number of the type's smallest units.
    Number(i128),
    /// A text.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A number of smallest units, divided: an average of doubles.
    Ratio(i128, i128),
}

const KINDS: [Kind; 15] = [
    Kind::Int,
    Kind::Big,
    Kind::Decimal,
    Kind::Wide,
    Kind::Text,
    Kind::Exact,
    Kind::Bool,
    Kind::Date,
    Kind::Moment,
    Kind::Time,
    Kind::Set,
    Kind::Bytes,
    Kind::Fixed,
    Kind::Enum,
    Kind::Real,
];

/// Members of every ENUM, not in their alphabetical order.
const MEMBERS: [&str; 3] = ["small", "large", "Medium"];

const TEXTS: [&str; 12] = [
    "", "a", "A", "b", "aB", "ab", "É", "é", "a%", "_b", "c\\'\"", "z z",
];

const DATES: [&str; 6] = [
    "1999-12-31",
    "2000-02-29",
    "2024-01-01",
    "2023-12-31",
    "0999-06-15",
    "9999-12-31",
];

const MOMENTS: [&str; 6] = [
    "1999-12-31T23:59:59",
    "2000-02-29T00:00:00",
    "2000-02-29T12:30:00",
    "2021-01-03T09:00:00",
    "2021-01-04T09:59:59",
    "1000-04-01T07:00:01",
];

const BYTES: [&[u8]; 6] = [b"", b"\0", b"a", b"A", b"\xff\x80", b"ab\0"];

const FIXED: [&[u8]; 4] = [b"\0\0", b"\0\x01", b"\xff\xff", b"aB"];

/// Members of every SET.
const CHOICES: [&str; 3] = ["x", "y", "a b"];

impl Value {
    /// The number that it is.
    pub(super) const fn number(&self) -> Option<i128> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl Kind {
    /// Any.
    pub(super) fn any(random: &mut Random) -> Self {
        *random.pick(&KINDS)
    }

    /// As MySQL declares it.
    pub(super) const fn sql(self) -> &'static str {
        match self {
            Self::Int => "INT",
            Self::Big => "BIGINT UNSIGNED",
            Self::Decimal => "DECIMAL(10,2)",
            Self::Wide => "DECIMAL(40,10)",
            Self::Text => "VARCHAR(20)",
            Self::Exact => "VARCHAR(20) COLLATE utf8mb4_bin",
            Self::Bool => "BOOL",
            Self::Date => "DATE",
            Self::Moment => "DATETIME",
            Self::Time => "TIME",
            Self::Set => "SET('x','y','a b')",
            Self::Bytes => "VARBINARY(6)",
            Self::Fixed => "BINARY(2)",
            Self::Enum => "ENUM('small','large','Medium')",
            Self::Real => "DOUBLE",
        }
    }

    /// Whether `gt` and its siblings apply.
    pub(super) const fn is_compared(self) -> bool {
        !matches!(self, Self::Bool | Self::Set)
    }

    /// Whether patterns apply.
    pub(super) const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Exact)
    }

    /// A value that is not NULL. Few values, so that many are equal.
    pub(super) fn value(self, random: &mut Random) -> Value {
        let small = i128::try_from(random.below(7)).unwrap_or_default() - 3;
        match self {
            Self::Int => Value::Number(*random.pick(&[small, small, small, 2_147_483_647, -2_147_483_648])),
            Self::Big => Value::Number(*random.pick(&[
                small.abs(),
                small.abs(),
                i128::from(u64::MAX),
                1 << 53,
                (1 << 53) + 1,
                1 << 63,
            ])),
            Self::Decimal => Value::Number(*random.pick(&[small * 100, small * 50 + 1, 99_999_999, -5])),
            Self::Wide => Value::Number(*random.pick(&[
                small * 10_000_000_000,
                small,
                10_i128.pow(33) + 1,
                -(10_i128.pow(33)),
            ])),
            Self::Text | Self::Exact => Value::Text((*random.pick(&TEXTS)).to_owned()),
            Self::Bool => Value::Number(small & 1),
            Self::Date => Value::Text((*random.pick(&DATES)).to_owned()),
            Self::Moment => Value::Text((*random.pick(&MOMENTS)).to_owned()),
            Self::Time => Value::Number(*random.pick(&[small, small * 3_661, 3_020_399, -3_020_399, 86_400])),
            Self::Set => Value::Number(small & 7),
            Self::Bytes => Value::Bytes(random.pick(&BYTES).to_vec()),
            Self::Fixed => Value::Bytes(random.pick(&FIXED).to_vec()),
            Self::Enum => Value::Number(i128::try_from(random.below(MEMBERS.len())).unwrap_or_default()),
            Self::Real => Value::Number(small),
        }
    }

    /// How two values that are not NULL compare.
    pub(super) fn compare(self, left: &Value, right: &Value) -> Ordering {
        match (left, right) {
            (Value::Text(left), Value::Text(right)) if self == Self::Text => {
                left.to_ascii_lowercase().cmp(&right.to_ascii_lowercase())
            }
            (Value::Text(left), Value::Text(right)) => left.cmp(right),
            (Value::Number(left), Value::Number(right)) => left.cmp(right),
            (Value::Bytes(left), Value::Bytes(right)) => left.cmp(right),
            (Value::Ratio(left, below), Value::Number(right)) => left.cmp(&(right * below)),
            (Value::Ratio(left, below), Value::Ratio(right, under)) => (left * under).cmp(&(right * below)),
            _ => Ordering::Equal,
        }
    }

    /// As both protocols write it in JSON.
    pub(super) fn json(self, value: &Value) -> Json {
        match (self, value) {
            (_, Value::Null) => Json::Null,
            (_, Value::Text(text)) => json!(text),
            (_, Value::Bytes(bytes)) => json!(base64(bytes)),
            (_, Value::Ratio(above, below)) => json!(double(*above) / 4.0 / double(*below)),
            (Self::Time, Value::Number(seconds)) => json!(clock(*seconds)),
            (Self::Set, Value::Number(mask)) => json!(chosen(*mask)),
            (Self::Bool, Value::Number(flag)) => json!(*flag != 0),
            (Self::Int, Value::Number(number)) => json!(i64::try_from(*number).unwrap_or_default()),
            (Self::Big, Value::Number(number)) => json!(number.to_string()),
            (Self::Decimal, Value::Number(number)) => json!(scaled(*number, 2)),
            (Self::Wide, Value::Number(number)) => json!(scaled(*number, 10)),
            (Self::Real, Value::Number(number)) => {
                json!(double(*number) / 4.0)
            }
            (_, Value::Number(number)) => json!(member(*number)),
        }
    }

    /// As a GraphQL document writes it.
    pub(super) fn literal(self, value: &Value) -> String {
        match (self, value) {
            (Self::Enum, Value::Number(number)) => member(*number).to_owned(),
            _ => self.json(value).to_string(),
        }
    }

    /// As SQL writes it.
    pub(super) fn sql_literal(self, value: &Value) -> String {
        match (self, self.json(value)) {
            (Self::Bool, Json::Bool(flag)) => u8::from(flag).to_string(),
            (Self::Set, Json::Array(_)) => match value {
                Value::Number(mask) => format!("'{}'", chosen(*mask).join(",")),
                _ => String::new(),
            },
            (Self::Bytes | Self::Fixed, _) => match value {
                Value::Bytes(bytes) => {
                    let digits: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
                    format!("X'{}'", digits.concat())
                }
                _ => "NULL".to_owned(),
            },
            (_, Json::String(text)) => format!("'{}'", text.replace('\\', "\\\\").replace('\'', "''")),
            (_, other) => other.to_string(),
        }
    }

    /// As a query string writes it, before its percent encoding. Quoted, so that it may stand in a list.
    pub(super) fn word(self, value: &Value) -> String {
        match self.json(value) {
            Json::Array(members) => {
                let members: Vec<&str> = members.iter().filter_map(Json::as_str).collect();
                format!("\"{{{}}}\"", members.join(","))
            }
            Json::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
            other => other.to_string(),
        }
    }
}

fn member(position: i128) -> &'static str {
    usize::try_from(position)
        .ok()
        .and_then(|position| MEMBERS.get(position))
        .unwrap_or(&"")
}

fn chosen(mask: i128) -> Vec<&'static str> {
    let members = CHOICES.iter().enumerate();
    members
        .filter(|(at, _)| mask >> at & 1 == 1)
        .map(|(_, member)| *member)
        .collect()
}

fn clock(seconds: i128) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.abs();
    format!(
        "{sign}{:02}:{:02}:{:02}",
        seconds / 3_600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// Sums of the model's doubles are small.
fn double(number: i128) -> f64 {
    f64::from(i32::try_from(number).unwrap_or_default())
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let at = |n: usize| u32::from(chunk.get(n).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for n in 0..4_usize {
            let digit = usize::try_from(bits >> (18 - 6 * n) & 63).unwrap_or_default();
            text.push(if n > chunk.len() {
                '='
            } else {
                char::from(DIGITS[digit])
            });
        }
    }
    text
}

/// A number of units of ten to the power of minus `scale`.
pub(super) fn scaled(number: i128, scale: u32) -> String {
    let unit = 10_i128.pow(scale);
    let mut text = String::from(if number < 0 { "-" } else { "" });
    let (whole, part) = (number.abs() / unit, number.abs() % unit);
    let width = usize::try_from(scale).unwrap_or_default();
    if scale == 0 {
        return number.to_string();
    }
    // Writing to a String cannot fail.
    let _ = write!(text, "{whole}.{part:0width$}");
    text
}
