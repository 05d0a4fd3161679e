//! Decimal numbers by their digits, without a detour through binary floating point.

/// A number as it was written: `digits` × 10^`-scale`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: String,
    scale: i64,
}

/// What becomes of digits beyond the scale that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    /// They are refused.
    Refused,
    /// They are rounded, half away from zero, as MySQL does on insert.
    Rounded,
    /// They are cut off.
    Cut,
}

/// Why a number does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misfit {
    /// It has more digits after the point.
    Fraction,
    /// It has more digits in all.
    Large,
}

impl Decimal {
    /// Reads `-12.50`, `.5`, `5.`, `1e3`; nothing around it.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (negative, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        Some(Self::from_parts(negative, whole, fraction, exponent))
    }

    fn from_parts(negative: bool, whole: &str, fraction: &str, exponent: i64) -> Self {
        let all = [whole, fraction].concat();
        let kept = all.trim_end_matches('0');
        let dropped = length(&all) - length(kept);
        let digits = kept.trim_start_matches('0').to_owned();
        Self {
            negative: negative && !digits.is_empty(),
            scale: if digits.is_empty() {
                0
            } else {
                length(fraction).saturating_sub(dropped).saturating_sub(exponent)
            },
            digits,
        }
    }

    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// The digits of the number × 10^`scale`, at most `max_digits` of them, without its sign; empty for zero.
    pub(super) fn digits_at(&self, scale: u8, max_digits: u8, excess: Excess) -> Result<String, Misfit> {
        let shift = i64::from(scale).saturating_sub(self.scale);
        let wanted = length(&self.digits).saturating_add(shift);
        if !self.digits.is_empty() && wanted > i64::from(max_digits) {
            return Err(Misfit::Large);
        }
        if self.digits.is_empty() {
            return Ok(String::new());
        }
        if shift >= 0 {
            // Bounded by `max_digits` above.
            let zeros = usize::try_from(shift).map_err(|_| Misfit::Large)?;
            return Ok(format!("{}{}", self.digits, "0".repeat(zeros)));
        }
        match excess {
            Excess::Refused => Err(Misfit::Fraction),
            Excess::Rounded => {
                let rounded = round(&self.digits, wanted);
                if rounded.len() > usize::from(max_digits) {
                    return Err(Misfit::Large);
                }
                Ok(rounded)
            }
            Excess::Cut => {
                let kept = usize::try_from(wanted).unwrap_or(0);
                Ok(self.digits[..kept].to_owned())
            }
        }
    }

    /// The whole number, where it is one (or is rounded to one) of at most 20 digits.
    pub(super) fn to_integer(&self, excess: Excess) -> Result<i128, Misfit> {
        self.to_scaled(0, 20, excess)
    }

    /// The number × 10^`scale`, at most `max_digits` (no more than 38) digits long.
    pub(super) fn to_scaled(&self, scale: u8, max_digits: u8, excess: Excess) -> Result<i128, Misfit> {
        let digits = self.digits_at(scale, max_digits, excess)?;
        if digits.is_empty() {
            return Ok(0);
        }
        let magnitude: i128 = digits.parse().map_err(|_| Misfit::Large)?;
        Ok(if self.negative { -magnitude } else { magnitude })
    }
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(i64::MAX)
}

/// Exponents beyond 64 bits are as good as the greatest: both are out of every column's range.
fn parse_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let magnitude = digits.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    Some(if text.starts_with('-') {
        -magnitude
    } else {
        magnitude
    })
}

/// Keeps the first `kept` digits (none where that is negative), rounding half up.
fn round(digits: &str, kept: i64) -> String {
    let Ok(kept) = usize::try_from(kept) else {
        return String::new();
    };
    let (head, tail) = digits.split_at(kept.min(digits.len()));
    if tail.bytes().next().is_none_or(|digit| digit < b'5') {
        return head.to_owned();
    }
    let mut bytes = head.as_bytes().to_vec();
    for digit in bytes.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return bytes.into_iter().map(char::from).collect();
        }
        *digit = b'0';
    }
    format!("1{}", "0".repeat(kept))
}
