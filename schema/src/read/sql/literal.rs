//! Literals in DDL, and what they are as a column's default.

use serde_json::{Number, Value};

use super::moment;
use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;
use crate::{ColumnType, IntWidth};

/// A literal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Literal {
    Null,
    Bool(bool),
    /// Perhaps with a sign.
    Number(String),
    Text(String),
    /// `x'…'` and `b'…'`.
    Bytes(Vec<u8>),
}

/// What a literal is as a default.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum LiteralDefault {
    Value(Value),
    /// `0000-00-00` and its like, which no column holds.
    ZeroDate,
}

impl Literal {
    /// Takes the literal that is next, if one is.
    pub(super) fn take(cursor: &mut Cursor<'_>) -> Result<Option<Self>, Finding> {
        if matches!(cursor.peek(), Some(Kind::Word(word)) if word.starts_with('_'))
            && matches!(
                cursor.peek_nth(1),
                Some(Kind::Text(_) | Kind::Hex(_) | Kind::Bits(_))
            )
        {
            cursor.advance();
        }
        let literal = match cursor.peek() {
            Some(Kind::Text(_)) => return Ok(Some(Self::Text(cursor.text()?))),
            Some(Kind::Number(digits)) => Self::Number(digits.clone()),
            Some(Kind::Hex(digits)) => Self::Bytes(from_digits(digits, 16)),
            Some(Kind::Bits(digits)) => Self::Bytes(from_digits(digits, 2)),
            Some(Kind::Mark(sign @ ("-" | "+"))) => {
                let Some(Kind::Number(digits)) = cursor.peek_nth(1) else {
                    return Ok(None);
                };
                let signed = if *sign == "-" {
                    format!("-{digits}")
                } else {
                    digits.clone()
                };
                cursor.advance();
                Self::Number(signed)
            }
            Some(Kind::Word(word)) => match word.to_ascii_uppercase().as_str() {
                "NULL" => Self::Null,
                "TRUE" => Self::Bool(true),
                "FALSE" => Self::Bool(false),
                _ => return Ok(None),
            },
            _ => return Ok(None),
        };
        cursor.advance();
        Ok(Some(literal))
    }

    fn text(&self) -> Option<String> {
        match self {
            Self::Null => None,
            Self::Bool(value) => Some(u8::from(*value).to_string()),
            Self::Number(text) | Self::Text(text) => Some(text.clone()),
            Self::Bytes(bytes) => String::from_utf8(bytes.clone()).ok(),
        }
    }

    fn whole(&self) -> Option<i128> {
        match self {
            Self::Bytes(bytes) if bytes.len() <= 8 => {
                Some(bytes.iter().fold(0, |value, byte| value << 8 | i128::from(*byte)))
            }
            Self::Bytes(_) => None,
            other => whole(other.text()?.trim()),
        }
    }
}

/// Digits, perhaps with a sign and a fraction of zeros.
fn whole(text: &str) -> Option<i128> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.bytes().any(|byte| byte != b'0') {
        return None;
    }
    digits.parse().ok()
}

fn from_digits(digits: &str, radix: u32) -> Vec<u8> {
    let per_byte = if radix == 16 { 2 } else { 8 };
    let short = (per_byte - digits.len() % per_byte) % per_byte;
    let padded = format!("{}{digits}", "0".repeat(short));
    padded
        .as_bytes()
        .chunks(per_byte)
        .filter_map(|chunk| u8::from_str_radix(std::str::from_utf8(chunk).ok()?, radix).ok())
        .collect()
}

/// The default in the form that the API takes; `None` where the column cannot hold it. Not for NULL.
pub(super) fn default_value(column_type: &ColumnType, literal: &Literal) -> Option<LiteralDefault> {
    if let Some(text) = literal.text()
        && moment::is_zero_date(column_type, &text)
    {
        return Some(LiteralDefault::ZeroDate);
    }
    value(column_type, literal).map(LiteralDefault::Value)
}

fn value(column_type: &ColumnType, literal: &Literal) -> Option<Value> {
    match column_type {
        ColumnType::Boolean => boolean(literal),
        ColumnType::Int { width, unsigned } => integer(literal, *width, *unsigned),
        ColumnType::Decimal {
            precision,
            scale,
            unsigned,
        } => {
            let text = decimal(&literal.text()?, *precision, *scale)?;
            (!unsigned || !text.starts_with('-')).then_some(Value::String(text))
        }
        ColumnType::Float { unsigned } | ColumnType::Double { unsigned } => {
            let number: f64 = literal.text()?.trim().parse().ok()?;
            let kept = !unsigned || number >= 0.0;
            Number::from_f64(number).filter(|_| kept).map(Value::Number)
        }
        ColumnType::Bit { width: 1 } => boolean(literal),
        ColumnType::Bit { width } => bits(literal, *width),
        ColumnType::Year => year(literal),
        ColumnType::Enum { values } => member(values, &literal.text()?).map(Value::String),
        ColumnType::Set { values } => set(values, &literal.text()?),
        ColumnType::Json => serde_json::from_str(&literal.text()?).ok(),
        ColumnType::Geometry { .. } => None,
        ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. } => {
            bytes(column_type, literal).map(|bytes| Value::String(base64(&bytes)))
        }
        ColumnType::Date
        | ColumnType::Time { .. }
        | ColumnType::Datetime { .. }
        | ColumnType::Timestamp { .. } => moment::api_form(column_type, &literal.text()?).map(Value::String),
        ColumnType::Char { .. } | ColumnType::Varchar { .. } | ColumnType::Text { .. } => {
            text(column_type, literal.text()?)
        }
    }
}

fn boolean(literal: &Literal) -> Option<Value> {
    match literal.whole()? {
        0 => Some(Value::Bool(false)),
        1 => Some(Value::Bool(true)),
        _ => None,
    }
}

fn integer(literal: &Literal, width: IntWidth, unsigned: bool) -> Option<Value> {
    let value = literal.whole()?;
    let bits = width.bits();
    let (least, most) = if unsigned {
        (0, (1_i128 << bits) - 1)
    } else {
        (-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1)
    };
    if !(least..=most).contains(&value) {
        return None;
    }
    Some(match i64::try_from(value) {
        Ok(value) if width != IntWidth::Big => Value::from(value),
        _ => Value::String(value.to_string()),
    })
}

fn bits(literal: &Literal, width: u8) -> Option<Value> {
    let value = u64::try_from(literal.whole()?).ok()?;
    if width < 64 && value >> width != 0 {
        return None;
    }
    Some(if width <= 32 {
        Value::from(value)
    } else {
        Value::String(value.to_string())
    })
}

/// Digits with exactly `scale` of them behind the point.
pub(crate) fn decimal(text: &str, precision: u8, scale: u8) -> Option<String> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let (precision, scale) = (usize::from(precision), usize::from(scale));
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > scale || whole.len() > precision.saturating_sub(scale) {
        return None;
    }
    let whole_or_zero = if whole.is_empty() { "0" } else { whole };
    let sign = if whole.is_empty() && fraction.is_empty() {
        ""
    } else {
        sign
    };
    Some(if scale == 0 {
        format!("{sign}{whole_or_zero}")
    } else {
        format!("{sign}{whole_or_zero}.{fraction:0<scale$}")
    })
}

fn year(literal: &Literal) -> Option<Value> {
    let text = literal.text()?;
    let short = text.trim().len() <= 2;
    let year = match literal.whole()? {
        0 if matches!(literal, Literal::Text(_)) && short => 2000,
        0 => 0,
        year @ 1..=69 if short => 2000 + year,
        year @ 70..=99 if short => 1900 + year,
        year @ 1901..=2155 => year,
        _ => return None,
    };
    i64::try_from(year).ok().map(Value::from)
}

fn member(values: &[String], text: &str) -> Option<String> {
    let text = text.trim_end_matches(' ');
    let exact = values.iter().find(|value| *value == text);
    exact
        .or_else(|| values.iter().find(|value| value.eq_ignore_ascii_case(text)))
        .cloned()
}

fn set(values: &[String], text: &str) -> Option<Value> {
    let mut chosen = Vec::new();
    for part in text.split(',').filter(|_| !text.is_empty()) {
        chosen.push(member(values, part)?);
    }
    let members = values.iter().filter(|value| chosen.contains(value));
    Some(Value::Array(members.cloned().map(Value::String).collect()))
}

fn text(column_type: &ColumnType, text: String) -> Option<Value> {
    let fits = match column_type {
        ColumnType::Char { length } | ColumnType::Varchar { length } => {
            text.chars().count() <= *length as usize
        }
        ColumnType::Text { size } => text.len() as u64 <= size.max_bytes(),
        _ => false,
    };
    fits.then_some(Value::String(text))
}

fn bytes(column_type: &ColumnType, literal: &Literal) -> Option<Vec<u8>> {
    let mut bytes = match literal {
        Literal::Bytes(bytes) => bytes.clone(),
        other => other.text()?.into_bytes(),
    };
    let most = match column_type {
        ColumnType::Binary { length } | ColumnType::Varbinary { length } => u64::from(*length),
        ColumnType::Blob { size } => size.max_bytes(),
        _ => return None,
    };
    if bytes.len() as u64 > most {
        return None;
    }
    if let ColumnType::Binary { length } = column_type {
        bytes.resize(*length as usize, 0);
    }
    Some(bytes)
}

/// RFC 4648 section 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0_usize, |group, n| {
            group << 8 | usize::from(chunk.get(n).copied().unwrap_or(0))
        });
        for n in 0..4 {
            let digit = DIGITS[group >> (18 - 6 * n) & 63];
            out.push(if n <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}
