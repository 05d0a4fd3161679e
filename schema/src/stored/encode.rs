//! From the API's forms, JSON and URL text, to the stored form.

use base64::Engine as _;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use serde_json::Value as Json;

use super::decimal::{Decimal, Excess, Misfit};
use super::temporal::{self, Misread};
use super::{Stored, TextLimit, Value, ValueError, geometry, real, sortable};

/// The deepest nesting of a JSON document, as in MySQL.
const JSON_DEPTH: usize = 100;

/// The sign bit, by which a biased integer differs from its value.
const BIAS: u64 = 1 << 63;

/// Base64 with or without its padding.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

impl Stored {
    /// The stored form of a value in the API's JSON form; `null` gives NULL. A JSON column keeps `null` inside other
    /// values only. A moment with more digits of a second than the column keeps is rounded, as in MySQL.
    pub fn encode(&self, value: &Json) -> Result<Value, ValueError> {
        match (self, value) {
            (_, Json::Null) => Ok(Value::Null),
            (Self::Boolean | Self::Bits { width: 1 }, Json::Bool(flag)) => Ok(Value::Int(i64::from(*flag))),
            (Self::Json, document) => json(document),
            (Self::Geometry { kind, srid }, shape) => {
                geometry::from_geojson(shape, *kind, *srid).map(Value::Blob)
            }
            (Self::Set(members), Json::Array(chosen)) => self.set(members, chosen),
            (Self::Real { .. }, Json::String(_)) => Err(ValueError::expected_json(self.expectation(), value)),
            (_, Json::Number(number)) if self.takes_numbers() => self.number(number.as_str()),
            (_, Json::String(text)) if !matches!(self, Self::Set(_) | Self::Boolean) => self.plain_text(text),
            _ => Err(ValueError::expected_json(self.expectation(), value)),
        }
    }

    /// The same from a text, as it stands in a URL: `12.50`, `true`, `2024-01-01`; `a,b` or `{a,b}` for a SET; a JSON
    /// or GeoJSON text. Never NULL.
    pub fn from_text(&self, text: &str) -> Result<Value, ValueError> {
        match self {
            Self::Boolean | Self::Bits { width: 1 } => match text {
                "true" | "1" => Ok(Value::Int(1)),
                "false" | "0" => Ok(Value::Int(0)),
                _ => Err(ValueError::expected(self.expectation(), text)),
            },
            Self::Real { .. } => self.number(text),
            Self::Json => json_text(text),
            Self::Geometry { .. } => match serde_json::from_str::<Json>(text) {
                Ok(shape) if !shape.is_null() => self.encode(&shape),
                _ => Err(ValueError::expected("GeoJSON", text)),
            },
            Self::Set(members) => {
                let inner = text
                    .strip_prefix('{')
                    .and_then(|t| t.strip_suffix('}'))
                    .unwrap_or(text);
                let chosen: Vec<Json> = inner
                    .split(',')
                    .filter(|m| !m.is_empty())
                    .map(Json::from)
                    .collect();
                self.set(members, &chosen)
            }
            _ => self.plain_text(text),
        }
    }

    pub(super) fn takes_numbers(&self) -> bool {
        matches!(
            self,
            Self::Boolean
                | Self::Int { .. }
                | Self::PlainUnsigned
                | Self::BiasedUnsigned
                | Self::Bits { .. }
                | Self::Scaled { .. }
                | Self::Sortable { .. }
                | Self::Real { .. }
                | Self::Year
        )
    }

    fn plain_text(&self, text: &str) -> Result<Value, ValueError> {
        match self {
            _ if self.takes_numbers() => self.number(text),
            Self::Text { limit, fixed, .. } => bounded_text(text, *limit, *fixed),
            Self::Bytes { max, fixed } => bounded_bytes(decode_base64(text)?, *max, *fixed),
            Self::Date | Self::Time { .. } | Self::Datetime { .. } | Self::Timestamp { .. } => {
                self.moment(text)
            }
            Self::Enum(members) => match members.iter().position(|member| member == text) {
                Some(at) => position(at),
                None => Err(ValueError::expected(self.expectation(), format!("\"{text}\""))),
            },
            _ => Err(ValueError::expected(self.expectation(), format!("\"{text}\""))),
        }
    }

    /// A number of this type from its digits, none of them lost.
    fn number(&self, text: &str) -> Result<Value, ValueError> {
        // What most numbers are, without a way around by their digits.
        if let Some(value) = text.parse().ok().filter(|value| self.holds(*value)) {
            return Ok(Value::Int(value));
        }
        let refused = || ValueError::expected(self.expectation(), text);
        let number = Decimal::parse(text).ok_or_else(refused)?;
        if let Self::Real { .. } = self {
            return self.real(text);
        }
        self.decimal(&number, Excess::Refused).map_err(|_| refused())
    }

    /// `text` is a number.
    pub(super) fn real(&self, text: &str) -> Result<Value, ValueError> {
        let Self::Real { single, unsigned } = self else {
            return Err(ValueError::expected(self.expectation(), text));
        };
        let value = if *single {
            real::parse_single(text)
        } else {
            real::parse(text)
        };
        match value {
            Some(value) if value >= 0.0 || !unsigned => Ok(Value::Real(value)),
            _ => Err(ValueError::expected(self.expectation(), text)),
        }
    }

    /// A number in an integer or decimal type.
    pub(super) fn decimal(&self, number: &Decimal, excess: Excess) -> Result<Value, Misfit> {
        match self {
            Self::Scaled {
                precision,
                scale,
                unsigned,
            } => {
                let scaled = number.to_scaled(*scale, *precision, excess)?;
                if *unsigned && scaled < 0 {
                    return Err(Misfit::Large);
                }
                i64::try_from(scaled).map(Value::Int).map_err(|_| Misfit::Large)
            }
            Self::Sortable {
                precision,
                scale,
                unsigned,
            } => {
                let text = sortable::text(number, *precision, *scale, excess)?;
                if *unsigned && text.starts_with('0') {
                    return Err(Misfit::Large);
                }
                Ok(Value::Text(text))
            }
            Self::BiasedUnsigned => {
                let value = u64::try_from(number.to_integer(excess)?).map_err(|_| Misfit::Large)?;
                Ok(biased(value))
            }
            _ => {
                let value = i64::try_from(number.to_integer(excess)?).map_err(|_| Misfit::Large)?;
                if self.holds(value) {
                    Ok(Value::Int(value))
                } else {
                    Err(Misfit::Large)
                }
            }
        }
    }

    /// Whether a plain integer is in this type's range.
    fn holds(&self, value: i64) -> bool {
        match self {
            Self::Boolean => (0..=1).contains(&value),
            Self::Int { min, max } => (*min..=*max).contains(&value),
            Self::PlainUnsigned => value >= 0,
            Self::Bits { width } => value >= 0 && value >> width == 0,
            Self::Year => value == 0 || (1901..=2155).contains(&value),
            _ => false,
        }
    }

    fn moment(&self, text: &str) -> Result<Value, ValueError> {
        if is_zero_date(text) && !matches!(self, Self::Time { .. }) {
            return Err(ValueError::ZeroDate { got: text.to_owned() });
        }
        self.moment_or_misread(text)
            .map_err(|_| ValueError::expected(self.expectation(), text))
    }

    fn moment_or_misread(&self, text: &str) -> Result<Value, Misread> {
        match self {
            Self::Date => temporal::parse_date(text)
                .map(temporal::format_date)
                .map(Value::Text),
            Self::Time { fraction } => temporal::parse_time(text, *fraction, Excess::Rounded).map(Value::Int),
            Self::Datetime { fraction } => {
                let moment = temporal::parse_moment(text, *fraction, Excess::Rounded)?;
                if moment.offset_seconds.is_some() {
                    return Err(Misread::Form);
                }
                temporal::datetime_text(moment.micros, *fraction).map(Value::Text)
            }
            Self::Timestamp { fraction } => {
                let moment = temporal::parse_moment(text, *fraction, Excess::Rounded)?;
                temporal::timestamp_text(moment, *fraction).map(Value::Text)
            }
            _ => Err(Misread::Form),
        }
    }

    fn set(&self, members: &[String], chosen: &[Json]) -> Result<Value, ValueError> {
        let mut bits: u64 = 0;
        for member in chosen {
            let at = member
                .as_str()
                .and_then(|name| members.iter().position(|m| m == name));
            match at {
                Some(at) if at < 64 => bits |= 1 << at,
                _ => return Err(ValueError::expected_json(self.expectation(), member)),
            }
        }
        Ok(Value::Int(bits.cast_signed()))
    }

    /// What the type takes, as an error says it.
    pub(super) fn expectation(&self) -> String {
        match self {
            Self::Boolean | Self::Bits { width: 1 } => "true or false".to_owned(),
            Self::Int { min, max } => format!("an integer from {min} to {max}"),
            Self::PlainUnsigned => format!("an integer from 0 to {}", i64::MAX),
            Self::BiasedUnsigned => format!("an integer from 0 to {}", u64::MAX),
            Self::Bits { width } => format!("an integer from 0 to {}", (1_u64 << width) - 1),
            Self::Scaled {
                precision,
                scale,
                unsigned,
            }
            | Self::Sortable {
                precision,
                scale,
                unsigned,
            } => {
                let sign = if *unsigned {
                    "a decimal, not negative,"
                } else {
                    "a decimal"
                };
                let whole = precision - scale;
                format!("{sign} of at most {whole} digits before the point and {scale} after it")
            }
            Self::Real { single, unsigned } => {
                let width = if *single { "single" } else { "double" };
                let sign = if *unsigned { ", not negative" } else { "" };
                format!("a {width}-precision number{sign}")
            }
            Self::Text { .. } => "a text".to_owned(),
            Self::Bytes { .. } => "base64".to_owned(),
            Self::Date => "a date as 2024-02-29, from 0001-01-01 to 9999-12-31".to_owned(),
            Self::Time { fraction } => {
                format!(
                    "a time as 12:30:00, from -838:59:59 to 838:59:59, {}",
                    precision(*fraction)
                )
            }
            Self::Datetime { fraction } => {
                format!(
                    "a date and time as 2024-02-29T12:30:00, without a zone, {}",
                    precision(*fraction)
                )
            }
            Self::Timestamp { fraction } => format!(
                "a date and time as 2024-02-29T12:30:00Z, from 1970-01-01T00:00:01Z to 2038-01-19T03:14:07Z, {}",
                precision(*fraction)
            ),
            Self::Year => "a year from 1901 to 2155, or 0".to_owned(),
            Self::Enum(members) => format!("one of {}", list(members)),
            Self::Set(members) => format!("an array of members from {}", list(members)),
            Self::Json => format!("JSON nested at most {JSON_DEPTH} deep"),
            Self::Geometry { .. } => "GeoJSON".to_owned(),
        }
    }
}

fn precision(fraction: u8) -> String {
    match fraction {
        0 => "kept in whole seconds".to_owned(),
        1 => "kept with 1 digit of a second".to_owned(),
        more => format!("kept with {more} digits of a second"),
    }
}

/// The first members, so that a message stays readable.
fn list(members: &[String]) -> String {
    const SHOWN: usize = 10;
    let mut names: Vec<String> = members.iter().take(SHOWN).map(|m| format!("\"{m}\"")).collect();
    if members.len() > SHOWN {
        names.push(format!("… ({} members)", members.len()));
    }
    names.join(", ")
}

/// The stored form of an ENUM's member by its position from 0.
pub(super) fn position(at: usize) -> Result<Value, ValueError> {
    i64::try_from(at + 1)
        .map(Value::Int)
        .map_err(|_| ValueError::expected("a member", at.to_string()))
}

pub(super) fn biased(value: u64) -> Value {
    Value::Int((value ^ BIAS).cast_signed())
}

/// A date whose month or day is zero, which only lax modes of MySQL take.
pub(super) fn is_zero_date(text: &str) -> bool {
    let date = text.get(..10).unwrap_or_default().as_bytes();
    let shaped = date.len() == 10
        && date.iter().enumerate().all(|(at, b)| {
            if at == 4 || at == 7 {
                *b == b'-'
            } else {
                b.is_ascii_digit()
            }
        });
    shaped && (&date[5..7] == b"00" || &date[8..] == b"00" || &date[..4] == b"0000")
}

pub(super) fn bounded_text(text: &str, limit: TextLimit, fixed: bool) -> Result<Value, ValueError> {
    let kept = if fixed { text.trim_end_matches(' ') } else { text };
    let (max, unit, got) = match limit {
        TextLimit::Chars(max) => (u64::from(max), "characters", kept.chars().count()),
        TextLimit::Bytes(max) => (max, "bytes", kept.len()),
    };
    let got = got as u64;
    if got > max {
        return Err(ValueError::TooLong { max, unit, got });
    }
    Ok(Value::Text(kept.to_owned()))
}

pub(super) fn bounded_bytes(mut bytes: Vec<u8>, max: u64, fixed: bool) -> Result<Value, ValueError> {
    let got = bytes.len() as u64;
    if got > max {
        return Err(ValueError::TooLong {
            max,
            unit: "bytes",
            got,
        });
    }
    if fixed {
        bytes.resize(usize::try_from(max).unwrap_or(bytes.len()), 0);
    }
    Ok(Value::Blob(bytes))
}

/// Takes the standard and the URL-safe alphabet, with or without padding.
pub(super) fn decode_base64(text: &str) -> Result<Vec<u8>, ValueError> {
    let refused = || ValueError::expected("base64", format!("\"{text}\""));
    if text.contains(['-', '_']) {
        let standard = text.replace('-', "+").replace('_', "/");
        return BASE64.decode(standard).map_err(|_| refused());
    }
    BASE64.decode(text).map_err(|_| refused())
}

fn json(document: &Json) -> Result<Value, ValueError> {
    if depth(document) > JSON_DEPTH {
        return Err(ValueError::expected(Stored::Json.expectation(), "a deeper one"));
    }
    Ok(Value::Text(document.to_string()))
}

pub(super) fn json_text(text: &str) -> Result<Value, ValueError> {
    match serde_json::from_str::<Json>(text) {
        Ok(document) => json(&document),
        Err(_) => Err(ValueError::expected(Stored::Json.expectation(), text)),
    }
}

/// The parser has refused what is too deep to walk.
fn depth(document: &Json) -> usize {
    match document {
        Json::Array(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Json::Object(members) => 1 + members.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}
