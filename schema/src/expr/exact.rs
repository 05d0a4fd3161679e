//! Integers and decimals: exact sums on scaled integers, and an error where they leave 64 bits.

use super::ExprError;
use super::number::Number;
use super::syntax::Arithmetic;
use super::typed::{Kind, Range, Sql, Typed, integer};

/// The largest scale that a 64-bit integer can be multiplied to.
const MAX_STEP: u8 = 18;

/// A number as a scaled integer.
#[derive(Debug, Clone)]
pub(super) struct Exact {
    pub(super) sql: Sql,
    pub(super) range: Range,
}

impl Exact {
    /// The value as a scaled integer; nothing where it is no exact number that fits one.
    pub(super) fn of(value: &Typed) -> Option<Self> {
        let range = match &value.kind {
            Kind::Exact(range) => *range,
            Kind::Bits { width } => Range::whole(0, (1_i128 << width) - 1),
            Kind::Year => Range::whole(0, 2155),
            Kind::Null => Range::whole(0, 0),
            Kind::Number(number) => return Self::literal(number),
            Kind::Hex(bytes) => return Self::literal(&Number::from_bytes(bytes)?),
            _ => return None,
        };
        Some(Self {
            sql: value.sql.clone(),
            range,
        })
    }

    fn literal(number: &Number) -> Option<Self> {
        let scale = u8::try_from(number.scale()).ok()?;
        let units = i64::try_from(number.at_scale(scale)?.units).ok()?;
        Some(Self {
            sql: integer(units),
            range: Range {
                scale,
                low: i128::from(units),
                high: i128::from(units),
            },
        })
    }

    pub(super) fn need(value: &Typed, for_what: &str) -> Result<Self, ExprError> {
        Self::of(value).ok_or_else(|| {
            ExprError::unsupported(format!(
                "{for_what} of {}; only integers and decimals of at most 18 digits are exact",
                value.kind.name()
            ))
        })
    }

    pub(super) fn typed(self) -> Typed {
        Typed::new(self.sql, Kind::Exact(self.range))
    }

    /// An integer in SQL fails where it leaves 64 bits, as in MySQL; SQLite would go on with a REAL.
    fn checked(sql: Sql, range: Range) -> Result<Self, ExprError> {
        let (least, greatest) = (i128::from(i64::MIN), i128::from(i64::MAX));
        if range.low >= least && range.high <= greatest {
            return Ok(Self { sql, range });
        }
        let text =
            format!("(CASE typeof({sql}) WHEN 'real' THEN abs(-9223372036854775807-1) ELSE {sql} END)");
        Ok(Self {
            sql: Sql::over(3, &[&sql], text)?,
            range: Range {
                scale: range.scale,
                low: range.low.clamp(least, greatest),
                high: range.high.clamp(least, greatest),
            },
        })
    }

    /// The same number at a scale that is no smaller.
    pub(super) fn raised(self, scale: u8) -> Result<Self, ExprError> {
        let step = scale.saturating_sub(self.range.scale);
        if step == 0 {
            return Ok(self);
        }
        if step > MAX_STEP {
            return Err(too_many_digits());
        }
        let unit = power(step);
        let range = Range {
            scale,
            low: self.range.low.saturating_mul(unit),
            high: self.range.high.saturating_mul(unit),
        };
        let text = format!("({}*{unit})", self.sql);
        Self::checked(Sql::over(1, &[&self.sql], text)?, range)
    }

    /// The number at a scale, rounded half away from zero where that is smaller.
    pub(super) fn rounded(self, scale: u8) -> Result<Self, ExprError> {
        let step = self.range.scale.saturating_sub(scale);
        if step == 0 {
            return self.raised(scale);
        }
        let Some(unit) = (step <= MAX_STEP).then(|| power(step)) else {
            return Err(too_many_digits());
        };
        // Quotient and remainder apart, so that nothing leaves 64 bits.
        let sql = &self.sql;
        let half = unit / 2;
        let text = format!("({sql}/{unit}+({sql}%{unit}>={half})-({sql}%{unit}<=-{half}))");
        Ok(Self {
            sql: Sql::over(4, &[sql], text)?,
            range: Range {
                scale,
                low: self.range.low / unit - 1,
                high: self.range.high / unit + 1,
            },
        })
    }

    /// The next whole number on the side of `sign`: -1 down, 1 up.
    pub(super) fn whole_towards(self, up: bool) -> Result<Self, ExprError> {
        if self.range.scale == 0 {
            return Ok(self);
        }
        if self.range.scale > MAX_STEP {
            return Err(too_many_digits());
        }
        let unit = power(self.range.scale);
        let sql = &self.sql;
        let text = if up {
            format!("({sql}/{unit}+({sql}%{unit}>0))")
        } else {
            format!("({sql}/{unit}-({sql}%{unit}<0))")
        };
        Ok(Self {
            sql: Sql::over(3, &[sql], text)?,
            range: Range::whole(self.range.low / unit - 1, self.range.high / unit + 1),
        })
    }

    pub(super) fn negated(self) -> Result<Self, ExprError> {
        let range = Range {
            scale: self.range.scale,
            low: -self.range.high,
            high: -self.range.low,
        };
        let text = format!("(-{})", self.sql);
        Self::checked(Sql::over(1, &[&self.sql], text)?, range)
    }

    pub(super) fn absolute(self) -> Result<Self, ExprError> {
        let (low, high) = (self.range.low.abs(), self.range.high.abs());
        let range = Range {
            scale: self.range.scale,
            low: 0,
            // SQLite's own abs fails beyond.
            high: low.max(high).min(i128::from(i64::MAX)),
        };
        Ok(Self {
            sql: Sql::call("abs", &[self.sql])?,
            range,
        })
    }

    /// Both at the larger of their scales.
    pub(super) fn aligned(self, other: Self) -> Result<(Self, Self), ExprError> {
        let scale = self.range.scale.max(other.range.scale);
        Ok((self.raised(scale)?, other.raised(scale)?))
    }
}

/// `left op right` of two exact numbers.
pub(super) fn arithmetic(op: Arithmetic, left: Exact, right: Exact) -> Result<Exact, ExprError> {
    match op {
        Arithmetic::Add | Arithmetic::Subtract => {
            let (left, right) = left.aligned(right)?;
            let (a, b) = (left.range, right.range);
            let scale = a.scale;
            let (sign, range) = if op == Arithmetic::Add {
                ("+", (a.low + b.low, a.high + b.high))
            } else {
                ("-", (a.low - b.high, a.high - b.low))
            };
            infix(sign, &left, &right, scale, range)
        }
        Arithmetic::Multiply => {
            let (a, b) = (left.range, right.range);
            let corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
            let bounds = corners
                .iter()
                .fold((i128::MAX, i128::MIN), |(low, high), corner| {
                    (low.min(*corner), high.max(*corner))
                });
            infix("*", &left, &right, a.scale + b.scale, bounds)
        }
        Arithmetic::Divide => Err(ExprError::unsupported(
            "/ of exact numbers except as ROUND(a / b, digits), as the whole expression of a column, or for FLOAT and \
             DOUBLE; DIV divides whole numbers",
        )),
        Arithmetic::WholeDivide | Arithmetic::Remainder => {
            let (left, right) = left.aligned(right)?;
            let most = left.range.low.abs().max(left.range.high.abs());
            if op == Arithmetic::WholeDivide {
                infix("/", &left, &right, 0, (-most, most))
            } else {
                infix("%", &left, &right, left.range.scale, (-most, most))
            }
        }
        Arithmetic::BitAnd | Arithmetic::BitOr => {
            let is_natural = |part: &Exact| part.range.scale == 0 && part.range.low >= 0;
            if !is_natural(&left) || !is_natural(&right) {
                return Err(ExprError::unsupported(
                    "& and | of numbers that may be negative or have a fraction",
                ));
            }
            let (sign, most) = if op == Arithmetic::BitAnd {
                ("&", left.range.high.min(right.range.high))
            } else {
                ("|", i128::from(i64::MAX))
            };
            infix(sign, &left, &right, 0, (0, most))
        }
    }
}

/// MySQL's `/`, rounded half away from zero to a scale. MySQL itself keeps more digits until it is rounded.
pub(super) fn quotient(left: Exact, right: Exact, scale: u8) -> Result<Exact, ExprError> {
    let wanted = i32::from(scale) + i32::from(right.range.scale) - i32::from(left.range.scale);
    let step = u8::try_from(wanted.unsigned_abs()).map_err(|_| too_many_digits())?;
    let (raised_left, raised_right) = (left.range.scale + step, right.range.scale + step);
    let (left, right) = if wanted > 0 {
        (left.raised(raised_left)?, right)
    } else {
        (left, right.raised(raised_right)?)
    };
    let (a, b) = (&left.sql, &right.sql);
    // Twice the remainder against the divisor, without a sum that leaves 64 bits.
    let up = format!("(abs({a}%{b})>=abs({b})-abs({a}%{b}))");
    let text = format!("({a}/{b}+{up}*(CASE WHEN ({a}<0)=({b}<0) THEN 1 ELSE -1 END))");
    let most = left.range.low.abs().max(left.range.high.abs()) + 1;
    let range = Range {
        scale,
        low: -most,
        high: most,
    };
    Exact::checked(Sql::over(6, &[a, b], text)?, range)
}

fn infix(
    sign: &str,
    left: &Exact,
    right: &Exact,
    scale: u8,
    (low, high): (i128, i128),
) -> Result<Exact, ExprError> {
    let text = format!("({}{sign}{})", left.sql, right.sql);
    let sql = Sql::over(1, &[&left.sql, &right.sql], text)?;
    Exact::checked(sql, Range { scale, low, high })
}

/// 10 to a step of at most 18.
fn power(step: u8) -> i128 {
    10_i128.pow(u32::from(step.min(MAX_STEP)))
}

fn too_many_digits() -> ExprError {
    ExprError::unsupported("decimals that need more than 18 digits after the point")
}
