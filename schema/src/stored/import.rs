//! From MySQL's literals, as dumps hold them, to the stored form, with the meaning that MySQL's strict mode gives them.

use super::decimal::{Decimal, Excess};
use super::encode::{biased, bounded_bytes, bounded_text, json_text, position};
use super::{Stored, TextLimit, Value, ValueError, geometry, import_time};
use crate::read::latin1;

/// A literal of MySQL's SQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Literal {
    /// `NULL`.
    Null,
    /// `TRUE` and `FALSE`.
    Bool(bool),
    /// `-12.50`, `1e3`: as it was written.
    Number(String),
    /// `'text'`, `N'text'`, `_utf8mb4'text'`, `_binary 'bytes'`: its bytes, escapes resolved.
    String(Vec<u8>),
    /// `0x41`, `x'41'`, `b'0100'`: its bytes.
    Bytes(Vec<u8>),
    /// `ST_GeomFromText('POINT(1 2)', 4326)`.
    Shape {
        /// The shape.
        wkt: String,
        /// 0 where it is not given.
        srid: u32,
    },
    /// `DEFAULT`. The caller knows the column's default.
    Default,
    /// `CURRENT_TIMESTAMP`, `NOW()` and their kin. The caller knows the time: see [`Literal::at`].
    Now,
    /// What is no literal: an expression in MySQL's syntax, for the caller to evaluate.
    Expression(String),
}

/// What a literal became.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The stored form.
    pub value: Value,
    /// The literal was a zero date, and became NULL: worth a warning.
    pub was_zero_date: bool,
}

impl Literal {
    /// The literal for a moment in UTC, in microseconds since 1970: what [`Literal::Now`] stands for.
    pub fn at(unix_micros: i64) -> Self {
        Self::String(import_time::moment_text(unix_micros).into_bytes())
    }

    /// A text whose bytes are in what MySQL calls latin1: Windows-1252, and the bytes that this leaves out as they are.
    pub fn from_latin1(bytes: &[u8]) -> Self {
        Self::String(latin1::text(bytes).into_bytes())
    }

    /// Whether it is the digit 0.
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Number(text) => text == "0",
            Self::String(bytes) => bytes == b"0",
            _ => false,
        }
    }

    /// As an error shows it.
    fn shown(&self) -> String {
        match self {
            Self::Null => "NULL".to_owned(),
            Self::Bool(flag) => flag.to_string(),
            Self::Number(text) => text.clone(),
            Self::String(bytes) => format!("'{}'", String::from_utf8_lossy(bytes)),
            Self::Bytes(bytes) => format!("a literal of {} bytes", bytes.len()),
            Self::Shape { wkt, .. } => wkt.clone(),
            Self::Default => "DEFAULT".to_owned(),
            Self::Now => "CURRENT_TIMESTAMP".to_owned(),
            Self::Expression(text) => text.clone(),
        }
    }
}

impl Stored {
    /// The stored form of a literal. As in MySQL, digits beyond a column's scale or precision are rounded, half away
    /// from zero.
    ///
    /// TIMESTAMP literals without a zone are taken as UTC, which is how `mysqldump` writes them. A zero date is
    /// [`ValueError::ZeroDate`]; `DEFAULT` and `NOW()` are [`ValueError::Unresolved`].
    pub fn from_literal(&self, literal: &Literal) -> Result<Value, ValueError> {
        self.literal_in(literal, 0)
    }

    /// The same in a session whose time zone is so many seconds ahead of UTC.
    fn literal_in(&self, literal: &Literal, ahead: i32) -> Result<Value, ValueError> {
        let refused = || ValueError::expected(self.expectation(), literal.shown());
        match literal {
            Literal::Null => return Ok(Value::Null),
            Literal::Default | Literal::Now | Literal::Expression(_) => {
                return Err(ValueError::Unresolved { got: literal.shown() });
            }
            Literal::Shape { wkt, srid } => return self.shape(wkt, *srid).unwrap_or_else(|| Err(refused())),
            _ => {}
        }
        match self {
            Self::Text { limit, fixed, .. } => match literal {
                Literal::Number(digits) => text(&number_text(digits), *limit, *fixed),
                _ => text(&text_of(literal)?, *limit, *fixed),
            },
            Self::Bytes { max, fixed } => bounded_bytes(bytes_of(literal), *max, *fixed),
            Self::Bits { .. } => self.bits(literal).unwrap_or_else(|| Err(refused())),
            Self::BiasedUnsigned => match literal {
                Literal::String(bytes) if bytes.len() == 8 && !bytes.iter().all(u8::is_ascii_digit) => {
                    self.bits(literal).unwrap_or_else(|| Err(refused()))
                }
                _ => self.rounded(literal),
            },
            Self::Date | Self::Time { .. } | Self::Datetime { .. } | Self::Timestamp { .. } | Self::Year => {
                import_time::read(
                    self,
                    trimmed(&text_of(literal)?),
                    import_time::Written {
                        quoted: matches!(literal, Literal::String(_)),
                        ahead,
                    },
                )
            }
            Self::Enum(members) => member(members, literal).unwrap_or_else(|| Err(refused())),
            Self::Set(members) => set(members, literal).ok_or_else(refused),
            Self::Json => match literal {
                Literal::Bool(flag) => Ok(Value::Text(flag.to_string())),
                _ => json_text(&text_of(literal)?),
            },
            Self::Geometry { kind, srid } => {
                geometry::checked(bytes_of(literal), *kind, *srid).map(Value::Blob)
            }
            _ => self.rounded(literal),
        }
    }

    /// The same in a session whose time zone is so many seconds ahead of UTC, and where a zero date becomes NULL in a
    /// column that takes it.
    pub fn import(&self, literal: &Literal, nullable: bool, ahead: i32) -> Result<Imported, ValueError> {
        match self.literal_in(literal, ahead) {
            Err(ValueError::ZeroDate { .. }) if nullable => Ok(Imported {
                value: Value::Null,
                was_zero_date: true,
            }),
            other => other.map(|value| Imported {
                value,
                was_zero_date: false,
            }),
        }
    }

    fn shape(&self, wkt: &str, found: u32) -> Option<Result<Value, ValueError>> {
        let Self::Geometry { kind, srid } = self else {
            return None;
        };
        Some(match srid {
            Some(srid) if *srid != found => Err(ValueError::expected(
                format!("SRID {srid}"),
                format!("SRID {found}"),
            )),
            _ => geometry::from_wkt(wkt, *kind, found).map(Value::Blob),
        })
    }

    /// A number, rounded to what the column keeps.
    fn rounded(&self, literal: &Literal) -> Result<Value, ValueError> {
        let refused = || ValueError::expected(self.expectation(), literal.shown());
        let digits = match literal {
            Literal::Bool(flag) => u8::from(*flag).to_string(),
            Literal::Bytes(bytes) => big_endian(bytes).ok_or_else(refused)?.to_string(),
            _ => text_of(literal)?,
        };
        let number = Decimal::parse(trimmed(&digits)).ok_or_else(refused)?;
        if let Self::Real { .. } = self {
            return self.real(trimmed(&digits));
        }
        self.decimal(&number, Excess::Rounded).map_err(|_| refused())
    }

    /// A BIT column takes strings by their bytes.
    fn bits(&self, literal: &Literal) -> Option<Result<Value, ValueError>> {
        let bits = match literal {
            Literal::String(bytes) | Literal::Bytes(bytes) => big_endian(bytes)?,
            _ => return Some(self.rounded(literal)),
        };
        if let Self::BiasedUnsigned = self {
            return Some(Ok(biased(bits)));
        }
        Some(self.rounded(&Literal::Number(bits.to_string())))
    }
}

/// A number as MySQL makes a text of it: with an exponent it was a DOUBLE.
fn number_text(digits: &str) -> String {
    if let (true, Ok(number)) = (digits.contains(['e', 'E']), digits.parse::<f64>()) {
        let plain = number == 0.0 || (1e-15..1e15).contains(&number.abs());
        return if plain {
            number.to_string()
        } else {
            format!("{number:e}")
        };
    }
    let (sign, rest) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let whole = whole.trim_start_matches('0');
    let is_zero = whole.is_empty() && fraction.bytes().all(|digit| digit == b'0');
    let sign = if is_zero { "" } else { sign };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}")
}

/// Spaces around a number or a date do not count.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_ascii_whitespace())
}

fn big_endian(bytes: &[u8]) -> Option<u64> {
    let significant = &bytes[bytes.iter().take_while(|b| **b == 0).count()..];
    (significant.len() <= 8).then(|| {
        significant
            .iter()
            .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    })
}

fn text_of(literal: &Literal) -> Result<String, ValueError> {
    match literal {
        Literal::String(bytes) | Literal::Bytes(bytes) => String::from_utf8(bytes.clone()).map_err(|_| {
            ValueError::expected("text in UTF-8", format!("{} bytes that are not", bytes.len()))
        }),
        Literal::Bool(flag) => Ok(u8::from(*flag).to_string()),
        other => Ok(other.shown()),
    }
}

fn bytes_of(literal: &Literal) -> Vec<u8> {
    match literal {
        Literal::String(bytes) | Literal::Bytes(bytes) => bytes.clone(),
        Literal::Bool(flag) => u8::from(*flag).to_string().into_bytes(),
        other => other.shown().into_bytes(),
    }
}

/// MySQL cuts spaces beyond a VARCHAR's length.
fn text(text: &str, limit: TextLimit, fixed: bool) -> Result<Value, ValueError> {
    if let TextLimit::Chars(max) = limit
        && let Some((end, _)) = text
            .char_indices()
            .nth(usize::try_from(max).unwrap_or(usize::MAX))
        && text[end..].bytes().all(|b| b == b' ')
    {
        return bounded_text(&text[..end], limit, fixed);
    }
    bounded_text(text, limit, fixed)
}

/// By name, else by name without case, else by number.
fn member(members: &[String], literal: &Literal) -> Option<Result<Value, ValueError>> {
    let text = text_of(literal).ok()?;
    let found = match literal {
        Literal::Number(_) => None,
        _ => find(members, text.trim_end_matches(' ')),
    };
    let at = found.or_else(|| {
        let number: usize = trimmed(&text).parse().ok()?;
        number.checked_sub(1).filter(|at| *at < members.len())
    })?;
    Some(position(at))
}

fn find(members: &[String], name: &str) -> Option<usize> {
    let same = |test: &dyn Fn(&str) -> bool| members.iter().position(|member| test(member));
    same(&|member| member == name).or_else(|| same(&|member| member.to_lowercase() == name.to_lowercase()))
}

/// Names between commas, else the bits as a number.
fn set(members: &[String], literal: &Literal) -> Option<Value> {
    let text = text_of(literal).ok()?;
    let by_name = || {
        let text = text.trim_end_matches(' ');
        if text.is_empty() {
            return Some(0);
        }
        text.split(',')
            .map(|name| find(members, name).filter(|at| *at < 64))
            .try_fold(0_u64, |bits, at| Some(bits | 1 << at?))
    };
    let by_number = || {
        let bits: u64 = trimmed(&text).parse().ok()?;
        (members.len() >= 64 || bits >> members.len() == 0).then_some(bits)
    };
    let bits = match literal {
        Literal::Number(_) => by_number()?,
        _ => by_name().or_else(by_number)?,
    };
    Some(Value::Int(bits.cast_signed()))
}
