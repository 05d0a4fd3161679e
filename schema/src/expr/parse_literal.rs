//! Literals and the types of casts, from the parser's tree to ours.

use sqlparser::ast::{self, DataType, ExactNumberInfo, Value};

use super::ExprError;
use super::syntax::{CastTo, Node};

/// The node of a literal.
pub(super) fn literal<'a>(value: &Value) -> Result<Node<'a>, ExprError> {
    match value {
        Value::Number(digits, _) => Ok(Node::Number(digits.clone())),
        Value::SingleQuotedString(text)
        | Value::DoubleQuotedString(text)
        | Value::NationalStringLiteral(text) => Ok(Node::String(text.clone())),
        Value::HexStringLiteral(digits) => hex(digits).map(Node::Hex),
        Value::SingleQuotedByteStringLiteral(bits) => binary_digits(bits).map(Node::Hex),
        Value::Boolean(flag) => Ok(Node::Flag(*flag)),
        Value::Null => Ok(Node::Null),
        other => Err(ExprError::unsupported(format!("the value {other}"))),
    }
}

fn hex(digits: &str) -> Result<Vec<u8>, ExprError> {
    let padded = if digits.len().is_multiple_of(2) {
        digits.to_owned()
    } else {
        format!("0{digits}")
    };
    padded
        .as_bytes()
        .chunks_exact(2)
        .map(|pair| {
            std::str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect::<Option<Vec<u8>>>()
        .ok_or_else(|| ExprError::syntax(format!("'{digits}' is not hexadecimal")))
}

fn binary_digits(bits: &str) -> Result<Vec<u8>, ExprError> {
    if !bits.bytes().all(|b| matches!(b, b'0' | b'1')) {
        return Err(ExprError::syntax(format!("'{bits}' is not binary")));
    }
    let padded = format!("{}{bits}", "0".repeat((8 - bits.len() % 8) % 8));
    Ok(padded
        .as_bytes()
        .chunks_exact(8)
        .map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | (bit - b'0')))
        .collect())
}

/// The type of a CAST.
pub(super) fn cast_type(data_type: &DataType) -> Result<CastTo, ExprError> {
    let fraction = |digits: Option<u64>| {
        digits
            .map_or(Some(0), |digits| u8::try_from(digits).ok())
            .filter(|digits| *digits <= 6)
            .ok_or_else(|| ExprError::syntax("a DATETIME has 0 to 6 digits of a second"))
    };
    Ok(match data_type {
        DataType::Signed | DataType::SignedInteger => CastTo::Signed,
        DataType::Unsigned | DataType::UnsignedInteger => CastTo::Unsigned,
        DataType::Char(None) => CastTo::Char(None),
        DataType::Char(Some(ast::CharacterLength::IntegerLength { length, .. })) => {
            CastTo::Char(Some(u32::try_from(*length).unwrap_or(u32::MAX)))
        }
        DataType::Decimal(info) => decimal_type(info)?,
        DataType::Date => CastTo::Date,
        DataType::Datetime(digits) | DataType::Timestamp(digits, _) => CastTo::Datetime(fraction(*digits)?),
        DataType::Double(_) | DataType::DoublePrecision | DataType::Real => CastTo::Double,
        other => return Err(ExprError::unsupported(format!("CAST to {other}"))),
    })
}

fn decimal_type(info: &ExactNumberInfo) -> Result<CastTo, ExprError> {
    let (precision, scale) = match info {
        ExactNumberInfo::None => (10, 0),
        ExactNumberInfo::Precision(precision) => (*precision, 0),
        ExactNumberInfo::PrecisionAndScale(precision, scale) => (*precision, *scale),
    };
    match (u8::try_from(precision), u8::try_from(scale)) {
        (Ok(precision), Ok(scale)) => Ok(CastTo::Decimal { precision, scale }),
        _ => Err(ExprError::unsupported("CAST to a DECIMAL of so many digits")),
    }
}
