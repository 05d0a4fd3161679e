//! Where a value stands among those that a type keeps. What is compared may be finer than the column, or beyond it.

use serde_json::Value as Json;

use super::decimal::{Decimal, Excess, Misfit};
use super::encode::{biased, decode_base64, is_zero_date};
use super::temporal::{self, MICROS_PER_DAY, MICROS_PER_SECOND, Misread};
use super::{Scalar, Stored, Value, ValueError};

/// Where a value stands among those that a type keeps.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// It is kept so.
    At(Value),
    /// Right above this one, below the next.
    Above(Value),
    /// Right below this one, above the one before.
    Below(Value),
    /// Below all.
    Lowest,
    /// Above all.
    Highest,
}

impl Stored {
    /// The place of a value in the API's JSON form. Moments and decimals may have more digits than the column keeps, and
    /// with integers they may be beyond its range (as far as the scalar of the API reaches), as texts may be longer; a day stands for its
    /// first moment, as in MySQL.
    ///
    /// # Errors
    /// What is not of the type.
    pub fn place(&self, value: &Json) -> Result<Place, ValueError> {
        let place = match value {
            Json::String(text) if !matches!(self, Self::Boolean | Self::Real { .. }) => self.place_of(text),
            Json::Number(number) if !matches!(self, Self::Text { .. }) => self.place_of(number.as_str()),
            _ => None,
        };
        place.map_or_else(|| self.encode(value).map(Place::At), Ok)
    }

    /// The same of a text, as it stands in a URL.
    ///
    /// # Errors
    /// What is not of the type.
    pub fn place_of_text(&self, text: &str) -> Result<Place, ValueError> {
        self.place_of(text)
            .map_or_else(|| self.from_text(text).map(Place::At), Ok)
    }

    /// A value that no row of this type has, though it may be compared with all of them.
    pub fn unkept(&self) -> Value {
        match self.affinity() {
            "TEXT" => Value::Text(String::new()),
            _ => Value::Real(0.5),
        }
    }

    /// Nothing where the type has no order or the text is no value of it.
    fn place_of(&self, text: &str) -> Option<Place> {
        match self {
            Self::Date | Self::Datetime { .. } | Self::Timestamp { .. } if is_zero_date(text) => None,
            Self::Date => place_of_date(text),
            Self::Time { fraction } => {
                let (micros, is_kept) = finer(|excess| temporal::parse_time(text, *fraction, excess))?;
                Some(match is_kept {
                    true => Place::At(Value::Int(micros)),
                    false if text.starts_with('-') => Place::Below(Value::Int(micros)),
                    false => Place::Above(Value::Int(micros)),
                })
            }
            Self::Datetime { fraction } => {
                let (moment, is_kept) = finer(|excess| moment(text, *fraction, excess))?;
                let kept = temporal::datetime_text(moment.micros, *fraction).ok()?;
                moment.offset_seconds.is_none().then(|| above(kept, is_kept))
            }
            Self::Timestamp { fraction } => {
                let (moment, is_kept) = finer(|excess| moment(text, *fraction, excess))?;
                Some(match temporal::timestamp_text(moment, *fraction) {
                    Ok(kept) => above(kept, is_kept),
                    Err(_) if moment.utc() < MICROS_PER_SECOND => Place::Lowest,
                    Err(_) => Place::Highest,
                })
            }
            Self::Int { .. }
            | Self::PlainUnsigned
            | Self::BiasedUnsigned
            | Self::Bits { .. }
            | Self::Year => self.place_of_integer(&Decimal::parse(text)?),
            Self::Bytes { max, .. } => {
                let bytes = decode_base64(text).ok()?;
                (bytes.len() as u64 > *max).then_some(Place::At(Value::Blob(bytes)))
            }
            // Texts are compared as they are, however long those of the column may be.
            Self::Text { fixed, .. } => {
                let text = if *fixed { text.trim_end_matches(' ') } else { text };
                Some(Place::At(Value::Text(text.to_owned())))
            }
            Self::Scaled { .. } | Self::Sortable { .. } => {
                Some(self.place_of_decimal(&Decimal::parse(text)?))
            }
            _ => None,
        }
    }

    /// Nothing where the number has a fraction, or is beyond a type of 32 bits.
    fn place_of_integer(&self, number: &Decimal) -> Option<Place> {
        if matches!(self, Self::Bits { width: 1 }) {
            return None;
        }
        let integer = match number.to_integer(Excess::Refused) {
            Ok(integer) => integer,
            Err(Misfit::Fraction) => return None,
            Err(Misfit::Large) => return matches!(self.scalar(), Scalar::BigInt).then(|| beyond(number)),
        };
        // Integers are compared as such: the column's range does not matter, but that of the type that the API shows does.
        let kept = match self.scalar() {
            Scalar::Int => Some(Value::Int(i32::try_from(integer).ok()?.into())),
            Scalar::UnsignedInt => Some(Value::Int(u32::try_from(integer).ok()?.into())),
            _ if matches!(self, Self::BiasedUnsigned) => u64::try_from(integer).ok().map(biased),
            _ => i64::try_from(integer).ok().map(Value::Int),
        };
        Some(kept.map_or_else(|| beyond(number), Place::At))
    }

    fn place_of_decimal(&self, number: &Decimal) -> Place {
        match self.decimal(number, Excess::Refused) {
            Ok(kept) => Place::At(kept),
            Err(Misfit::Large) => beyond(number),
            Err(Misfit::Fraction) => match self.decimal(number, Excess::Cut) {
                Ok(kept) if number.is_negative() => Place::Below(kept),
                Ok(kept) => Place::Above(kept),
                Err(_) => beyond(number),
            },
        }
    }
}

fn beyond(number: &Decimal) -> Place {
    if number.is_negative() {
        Place::Lowest
    } else {
        Place::Highest
    }
}

fn above(kept: String, is_kept: bool) -> Place {
    if is_kept {
        Place::At(Value::Text(kept))
    } else {
        Place::Above(Value::Text(kept))
    }
}

/// What a text is read to, its digits cut where the column keeps fewer, and whether it keeps them all.
fn finer<T>(read: impl Fn(Excess) -> Result<T, Misread>) -> Option<(T, bool)> {
    match read(Excess::Refused) {
        Ok(value) => Some((value, true)),
        Err(Misread::Fraction) => read(Excess::Cut).ok().map(|value| (value, false)),
        Err(_) => None,
    }
}

/// A moment, or the first one of a day.
fn moment(text: &str, fraction: u8, excess: Excess) -> Result<temporal::Moment, Misread> {
    match temporal::parse_date(text) {
        Ok(days) => Ok(temporal::Moment {
            micros: days * MICROS_PER_DAY,
            offset_seconds: None,
        }),
        Err(_) => temporal::parse_moment(text, fraction, excess),
    }
}

/// A day stands for its first moment, so that moments within it are above it.
fn place_of_date(text: &str) -> Option<Place> {
    let (moment, is_kept) = finer(|excess| moment(text, 6, excess))?;
    let utc = moment.utc();
    let day = temporal::date_text(utc).ok()?;
    Some(above(day, is_kept && utc.rem_euclid(MICROS_PER_DAY) == 0))
}
