//! `CAST` and `CONVERT`.

use super::ExprError;
use super::exact::Exact;
use super::real::real;
use super::syntax::CastTo;
use super::typed::{Kind, Range, Sql, Typed};
use super::{number::Number, text, time};

/// The most digits of a decimal that an integer holds.
const EXACT_DIGITS: u8 = 18;

pub(super) fn cast(value: &Typed, to: CastTo) -> Result<Typed, ExprError> {
    let (value, is_text_literal) = match &value.kind {
        Kind::String(text) => match Number::parse(text.trim()) {
            Some(number) => (&Typed::literal(Kind::Number(number)), true),
            None => (value, true),
        },
        _ => (value, false),
    };
    match to {
        CastTo::Signed => {
            let exact = Exact::need(value, "CAST to SIGNED")?;
            if is_text_literal && exact.range.scale > 0 {
                return Err(ExprError::unsupported("CAST of a text with a fraction to SIGNED"));
            }
            Ok(exact.rounded(0)?.typed())
        }
        CastTo::Unsigned => {
            let exact = Exact::need(value, "CAST to UNSIGNED")?;
            if exact.range.low < 0 {
                return Err(ExprError::unsupported("CAST to UNSIGNED of what may be negative"));
            }
            if is_text_literal && exact.range.scale > 0 {
                return Err(ExprError::unsupported(
                    "CAST of a text with a fraction to UNSIGNED",
                ));
            }
            Ok(exact.rounded(0)?.typed())
        }
        CastTo::Char(None) => text::mapped(value, 1, |sql| format!("({sql})")),
        CastTo::Char(Some(length)) => text::mapped(value, 1, |sql| format!("substr({sql},1,{length})")),
        CastTo::Decimal { precision, scale } => decimal(value, precision, scale),
        CastTo::Date => time::date(value),
        CastTo::Datetime(fraction) => {
            let moment = time::moment(value)?;
            let sql = time::datetime(&moment, fraction)?;
            Ok(Typed::new(sql, Kind::Datetime { fraction }))
        }
        CastTo::Double => Ok(Typed::new(real(value, "CAST to DOUBLE")?, Kind::Real)),
    }
}

/// As in MySQL, what is beyond the digits becomes the greatest or least that they hold.
fn decimal(value: &Typed, precision: u8, scale: u8) -> Result<Typed, ExprError> {
    if precision > EXACT_DIGITS || scale > precision {
        return Err(ExprError::unsupported("CAST to DECIMAL of more than 18 digits"));
    }
    let exact = Exact::need(value, "CAST to DECIMAL")?.rounded(scale)?;
    let most = 10_i128.pow(u32::from(precision)) - 1;
    if exact.range.low >= -most && exact.range.high <= most {
        return Ok(exact.typed());
    }
    let sql = &exact.sql;
    let text = format!("max(min({sql},{most}),-{most})");
    let range = Range {
        scale,
        low: exact.range.low.max(-most),
        high: exact.range.high.min(most),
    };
    Ok(Typed::new(Sql::over(3, &[sql], text)?, Kind::Exact(range)))
}
