//! Many rows in one statement: as one JSON text of stored values that SQL takes apart.

use std::fmt::Write as _;

use super::{Stored, Value, real};

/// Stands before `0` for NUL, at which SQLite ends a text that it reads from JSON, and before `1` for itself.
const ESCAPE: char = '\u{1}';

impl Stored {
    /// Writes a stored value as the JSON element that [`Stored::from_json_sql`] and [`Stored::from_log`] expect.
    pub fn to_bulk_json(value: &Value, out: &mut String) {
        match value {
            Value::Null => out.push_str("null"),
            Value::Int(number) => {
                // Writing to a String cannot fail.
                let _ = write!(out, "{number}");
            }
            Value::Real(number) => real::write_bulk(*number, out),
            Value::Text(text) => write_text(text, out),
            Value::Blob(bytes) => {
                out.push('"');
                write_hex(bytes, out);
                out.push('"');
            }
        }
    }

    /// SQL that turns an element, extracted by `sql` (`->>` or `json_extract`) from a JSON text made by
    /// [`Stored::to_bulk_json`] or [`Stored::log_sql`], into the stored form. Mentions `sql` more than once.
    pub fn from_json_sql(&self, sql: &str) -> String {
        match self {
            Self::Bytes { .. } | Self::Geometry { .. } => format!("unhex({sql})"),
            Self::Real { .. } => real::from_bulk_sql(sql),
            Self::Text { .. } => {
                format!("replace(replace({sql},char(1)||'0',char(0)),char(1)||'1',char(1))")
            }
            _ => sql.to_owned(),
        }
    }

    /// SQL over the stored form for an element of a JSON array that loses nothing: what [`Stored::to_bulk_json`]
    /// writes for the same value. Mentions `sql` more than once.
    pub fn log_sql(&self, sql: &str) -> String {
        match self {
            Self::Bytes { .. } | Self::Geometry { .. } => {
                format!("CASE WHEN {sql} IS NOT NULL THEN hex({sql}) END")
            }
            Self::Real { .. } => real::bulk_sql(sql),
            Self::Text { .. } => {
                format!("replace(replace({sql},char(1),char(1)||'1'),char(0),char(1)||'0')")
            }
            _ => sql.to_owned(),
        }
    }

    /// The stored value of an element that [`Stored::log_sql`] or [`Stored::to_bulk_json`] wrote; nothing where they
    /// could not have.
    pub fn from_log(&self, element: &serde_json::Value) -> Option<Value> {
        use serde_json::Value as Json;
        Some(match (self, element) {
            (_, Json::Null) => Value::Null,
            (Self::Bytes { .. } | Self::Geometry { .. }, Json::String(hex)) => {
                Value::Blob(super::rewrite::unhex(hex.as_bytes())?)
            }
            (Self::Real { .. }, Json::Number(number)) => Value::Real(real::parse(number.as_str())?),
            (Self::Real { .. }, Json::Array(parts)) => match parts.as_slice() {
                [Json::Number(digits), Json::Number(steps)] => {
                    Value::Real(real::from_scaled(digits.as_str(), steps.as_str().parse().ok()?)?)
                }
                _ => return None,
            },
            (Self::Text { .. }, Json::String(text)) => Value::Text(unescape(text)?),
            (_, Json::String(text)) => Value::Text(text.clone()),
            (_, Json::Number(number)) => Value::Int(number.as_str().parse().ok()?),
            _ => return None,
        })
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0' => out.push_str("\\u00010"),
            ESCAPE => out.push_str("\\u00011"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

fn unescape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        out.push(match c {
            ESCAPE => match chars.next()? {
                '0' => '\0',
                '1' => ESCAPE,
                _ => return None,
            },
            c => c,
        });
    }
    Some(out)
}

/// Two capital digits for each byte.
pub(super) fn write_hex(bytes: &[u8], out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.reserve(bytes.len() * 2);
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
}
