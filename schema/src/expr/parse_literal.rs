//! The types of casts.

use super::ExprError;
use super::syntax::CastTo;
use crate::grammar::ast::TypeName;

/// The type of a CAST.
pub(super) fn cast_type(to: &TypeName) -> Result<CastTo, ExprError> {
    let unsupported = || ExprError::unsupported(format!("CAST to {}", to.name));
    Ok(match (to.name.as_str(), to.numbers.as_slice()) {
        ("SIGNED" | "SIGNED INTEGER" | "SIGNED INT", []) => CastTo::Signed,
        ("UNSIGNED" | "UNSIGNED INTEGER" | "UNSIGNED INT", []) => CastTo::Unsigned,
        ("CHAR" | "NCHAR", []) => CastTo::Char(None),
        ("CHAR" | "NCHAR", [length]) => CastTo::Char(Some(u32::try_from(*length).unwrap_or(u32::MAX))),
        ("DECIMAL" | "DEC" | "NUMERIC", []) => decimal(10, 0)?,
        ("DECIMAL" | "DEC" | "NUMERIC", [precision]) => decimal(*precision, 0)?,
        ("DECIMAL" | "DEC" | "NUMERIC", [precision, scale]) => decimal(*precision, *scale)?,
        ("DATE", []) => CastTo::Date,
        ("DATETIME" | "TIMESTAMP", []) => CastTo::Datetime(0),
        ("DATETIME" | "TIMESTAMP", [digits @ 0..=6]) => CastTo::Datetime(u8::try_from(*digits).unwrap_or(6)),
        ("DATETIME" | "TIMESTAMP", _) => {
            return Err(ExprError::syntax("a DATETIME has 0 to 6 digits of a second"));
        }
        ("DOUBLE" | "DOUBLE PRECISION" | "REAL", _) => CastTo::Double,
        _ => return Err(unsupported()),
    })
}

fn decimal(precision: u64, scale: u64) -> Result<CastTo, ExprError> {
    match (u8::try_from(precision), u8::try_from(scale)) {
        (Ok(precision), Ok(scale)) => Ok(CastTo::Decimal { precision, scale }),
        _ => Err(ExprError::unsupported("CAST to a DECIMAL of so many digits")),
    }
}
