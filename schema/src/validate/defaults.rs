//! Constant defaults in the API's form.

use serde_json::{Number, Value};

use crate::read::sql::{literal, moment};
use crate::{ColumnType, IntWidth};

/// The default in the one form that is kept; an error says what the column takes.
pub(crate) fn canonical(column_type: &ColumnType, value: &Value) -> Result<Value, String> {
    kept(column_type, value).ok_or_else(|| format!("{value} does not fit; it takes {}", takes(column_type)))
}

fn kept(column_type: &ColumnType, value: &Value) -> Option<Value> {
    match column_type {
        ColumnType::Boolean | ColumnType::Bit { width: 1 } => value.as_bool().map(Value::Bool),
        ColumnType::Int { width, unsigned } => integer(value, *width, *unsigned),
        ColumnType::Bit { width } if *width <= 32 => {
            let bits = value.as_u64().filter(|bits| bits >> width == 0)?;
            Some(Value::from(bits))
        }
        ColumnType::Bit { width } => {
            let bits: u64 = value.as_str()?.parse().ok()?;
            (*width == 64 || bits >> width == 0).then(|| Value::String(bits.to_string()))
        }
        ColumnType::Decimal {
            precision,
            scale,
            unsigned,
        } => {
            let text = literal::decimal(value.as_str()?, *precision, *scale)?;
            (!unsigned || !text.starts_with('-')).then_some(Value::String(text))
        }
        ColumnType::Float { unsigned } | ColumnType::Double { unsigned } => {
            let number = value.as_f64().filter(|number| !unsigned || *number >= 0.0)?;
            Number::from_f64(number).map(Value::Number)
        }
        ColumnType::Year => {
            let year = value.as_u64()?;
            (year == 0 || (1901..=2155).contains(&year)).then(|| Value::from(year))
        }
        ColumnType::Enum { values } => {
            let text = value.as_str()?;
            values.iter().any(|member| member == text).then(|| value.clone())
        }
        ColumnType::Set { values } => {
            let chosen = value.as_array()?;
            let is_member = |value: &Value| {
                values
                    .iter()
                    .any(|member| Some(member.as_str()) == value.as_str())
            };
            if !chosen.iter().all(is_member) {
                return None;
            }
            let members = values.iter().map(|member| Value::String(member.clone()));
            Some(Value::Array(
                members.filter(|member| chosen.contains(member)).collect(),
            ))
        }
        ColumnType::Json => Some(value.clone()),
        ColumnType::Geometry { .. } => None,
        ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. } => {
            bytes(column_type, value.as_str()?).map(|bytes| Value::String(literal::base64(&bytes)))
        }
        ColumnType::Char { length } | ColumnType::Varchar { length } => {
            (value.as_str()?.chars().count() <= *length as usize).then(|| value.clone())
        }
        ColumnType::Text { size } => {
            (value.as_str()?.len() as u64 <= size.max_bytes()).then(|| value.clone())
        }
        ColumnType::Date
        | ColumnType::Time { .. }
        | ColumnType::Datetime { .. }
        | ColumnType::Timestamp { .. } => moment::api_form(column_type, value.as_str()?).map(Value::String),
    }
}

fn integer(value: &Value, width: IntWidth, unsigned: bool) -> Option<Value> {
    let number: i128 = match (width, value) {
        (IntWidth::Big, Value::String(digits)) => digits.parse().ok()?,
        (IntWidth::Big, _) => return None,
        (_, Value::Number(number)) => number.to_string().parse().ok()?,
        _ => return None,
    };
    let bits = width.bits();
    let (least, most) = if unsigned {
        (0, (1 << bits) - 1)
    } else {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    };
    if !(least..=most).contains(&number) {
        return None;
    }
    Some(match i64::try_from(number) {
        Ok(number) if width != IntWidth::Big => Value::from(number),
        _ => Value::String(number.to_string()),
    })
}

fn bytes(column_type: &ColumnType, text: &str) -> Option<Vec<u8>> {
    let mut bytes = from_base64(text)?;
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

/// RFC 4648 section 4, padding included.
pub(crate) fn from_base64(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - digits.len() > 2 {
        return None;
    }
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in digits.as_bytes().chunks(4) {
        let mut group = 0_u32;
        for n in 0..4 {
            let digit = match chunk.get(n) {
                None => 0,
                Some(byte @ b'A'..=b'Z') => byte - b'A',
                Some(byte @ b'a'..=b'z') => byte - b'a' + 26,
                Some(byte @ b'0'..=b'9') => byte - b'0' + 52,
                Some(b'+') => 62,
                Some(b'/') => 63,
                Some(_) => return None,
            };
            group = group << 6 | u32::from(digit);
        }
        let [_, first, second, third] = group.to_be_bytes();
        out.extend([first, second, third].iter().take(chunk.len().saturating_sub(1)));
    }
    Some(out)
}

fn takes(column_type: &ColumnType) -> String {
    match column_type {
        ColumnType::Boolean | ColumnType::Bit { width: 1 } => "true or false".to_owned(),
        ColumnType::Int {
            width: IntWidth::Big, ..
        } => "a string of digits in the type's range".to_owned(),
        ColumnType::Bit { width } if *width > 32 => "a string of digits in the type's range".to_owned(),
        ColumnType::Int { .. } | ColumnType::Bit { .. } => "a whole number in the type's range".to_owned(),
        ColumnType::Decimal { precision, scale, .. } => {
            format!("a string of at most {precision} digits, {scale} of them behind the point")
        }
        ColumnType::Float { .. } | ColumnType::Double { .. } => "a number".to_owned(),
        ColumnType::Year => "a whole number from 1901 to 2155, or 0".to_owned(),
        ColumnType::Enum { .. } => "one of its members".to_owned(),
        ColumnType::Set { .. } => "an array of its members".to_owned(),
        ColumnType::Json => "any JSON".to_owned(),
        ColumnType::Geometry { .. } => "no constant default".to_owned(),
        ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. } => {
            "base64 within its length".to_owned()
        }
        ColumnType::Char { .. } | ColumnType::Varchar { .. } | ColumnType::Text { .. } => {
            "a string within its length".to_owned()
        }
        ColumnType::Date => "a date such as \"2024-02-29\"".to_owned(),
        ColumnType::Time { .. } => {
            "a time such as \"12:30:00\", with no more than its digits of a second".to_owned()
        }
        ColumnType::Datetime { .. } => "a time such as \"2024-02-29T12:30:00\"".to_owned(),
        ColumnType::Timestamp { .. } => "a time such as \"2024-02-29T12:30:00Z\"".to_owned(),
    }
}
