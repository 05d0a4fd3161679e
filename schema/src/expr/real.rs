//! Floating-point numbers.

use super::ExprError;
use super::exact::Exact;
use super::syntax::Arithmetic;
use super::typed::{Kind, Sql, Typed};

/// The value as a REAL.
pub(super) fn real(value: &Typed, for_what: &str) -> Result<Sql, ExprError> {
    let text = match &value.kind {
        Kind::Real | Kind::Null => return Ok(value.sql.clone()),
        Kind::Number(number) => Some(number.text()),
        Kind::String(text) => Some(text.trim().to_owned()),
        _ => None,
    };
    if let Some(text) = text {
        return match text.parse::<f64>() {
            Ok(number) if number.is_finite() && !text.starts_with(|c: char| c.is_alphabetic()) => {
                Ok(Sql::atom(format!("({number:e})")))
            }
            _ => Err(ExprError::unsupported(format!(
                "{for_what} of a number and the text '{text}'"
            ))),
        };
    }
    let exact = Exact::need(value, for_what)?;
    let text = match exact.range.scale {
        0 => format!("CAST({} AS REAL)", exact.sql),
        scale => format!("({}/1e{scale})", exact.sql),
    };
    Sql::over(1, &[&exact.sql], text)
}

/// Whether a sum of both is a REAL.
pub(super) fn either_real(left: &Typed, right: &Typed) -> bool {
    left.kind == Kind::Real || right.kind == Kind::Real
}

pub(super) fn arithmetic(op: Arithmetic, left: &Typed, right: &Typed) -> Result<Typed, ExprError> {
    let (a, b) = (real(left, "a sum")?, real(right, "a sum")?);
    let text = match op {
        Arithmetic::Add => format!("({a}+{b})"),
        Arithmetic::Subtract => format!("({a}-{b})"),
        Arithmetic::Multiply => format!("({a}*{b})"),
        Arithmetic::Divide => format!("({a}/{b})"),
        Arithmetic::WholeDivide | Arithmetic::Remainder | Arithmetic::BitAnd | Arithmetic::BitOr => {
            return Err(ExprError::unsupported(
                "DIV, %, & and | of FLOAT or DOUBLE, which are not exact",
            ));
        }
    };
    Ok(Typed::new(Sql::over(1, &[&a, &b], text)?, Kind::Real))
}

/// The next whole number below or above, without SQLite's math functions, which not every build has.
pub(super) fn whole(value: &Typed, up: bool) -> Result<Typed, ExprError> {
    let sql = &value.sql;
    let truncated = format!("CAST({sql} AS INTEGER)");
    let step = if up {
        format!("+({sql}>{truncated})")
    } else {
        format!("-({sql}<{truncated})")
    };
    // From 2⁵² on, every double is whole.
    let text = format!(
        "(CASE WHEN abs({sql})>=4503599627370496e0 THEN {sql} ELSE CAST({truncated}{step} AS REAL) END)"
    );
    Ok(Typed::new(Sql::over(6, &[sql], text)?, Kind::Real))
}
