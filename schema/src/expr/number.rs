//! Decimal literals by their digits.

/// A decimal without an exponent, such as `-12.50`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    negative: bool,
    /// Without zeros at its front; empty for zero.
    whole: String,
    /// As it was written.
    fraction: String,
}

/// A number at a scale: `units` × 10^-scale, without the digits beyond it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Truncated {
    pub(super) units: i128,
    /// Whether digits other than zero were left out.
    pub(super) rest: bool,
}

impl Number {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        Some(Self {
            negative,
            whole: whole.trim_start_matches('0').to_owned(),
            fraction: fraction.to_owned(),
        })
    }

    /// The number that bytes stand for, the first of them the highest; at most eight that count.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let significant = &bytes[bytes.iter().take_while(|b| **b == 0).count()..];
        let value = (significant.len() <= 8).then(|| {
            significant
                .iter()
                .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
        })?;
        Self::parse(&value.to_string())
    }

    pub(super) fn negated(mut self) -> Self {
        self.negative = !self.negative;
        self
    }

    pub(super) fn is_negative(&self) -> bool {
        self.negative && !self.is_zero()
    }

    pub(super) fn is_zero(&self) -> bool {
        self.whole.is_empty() && self.fraction.bytes().all(|b| b == b'0')
    }

    /// Digits after the point, as they were written.
    pub(super) fn scale(&self) -> usize {
        self.fraction.len()
    }

    /// Nothing where it has more than 38 digits.
    pub(super) fn at_scale(&self, scale: u8) -> Option<Truncated> {
        let scale = usize::from(scale);
        let (kept, rest) = self.fraction.split_at(self.fraction.len().min(scale));
        let digits = format!("{}{kept:0<scale$}", self.whole);
        let significant = digits.trim_start_matches('0');
        let magnitude: i128 = match significant {
            "" => 0,
            some if some.len() > 38 => return None,
            some => some.parse().ok()?,
        };
        Some(Truncated {
            units: if self.negative { -magnitude } else { magnitude },
            rest: rest.bytes().any(|b| b != b'0'),
        })
    }

    /// As MySQL writes it.
    pub(super) fn text(&self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let whole = if self.whole.is_empty() { "0" } else { &self.whole };
        let point = if self.fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{}", self.fraction)
    }
}
