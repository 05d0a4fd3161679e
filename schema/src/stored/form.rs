//! Whether a refused value looks like one of its column's type, so that what is wrong is how large, long or late it is.

use serde_json::Value as Json;

use super::decimal::Decimal;
use super::{Stored, ValueError};

impl Stored {
    /// Whether a value that was refused for that reason has the form of the type's values, and is beyond their range.
    pub fn is_beyond(&self, refused: &ValueError, value: &Json) -> bool {
        match (refused, value) {
            (ValueError::TooLong { .. } | ValueError::ZeroDate { .. }, _) => true,
            (_, Json::String(text)) => self.has_form(text),
            (_, Json::Number(number)) => self.takes_numbers() && self.has_form(number.as_str()),
            (_, Json::Object(shape)) if matches!(self, Self::Geometry { .. }) => {
                shape.get("type").is_some_and(Json::is_string)
            }
            _ => false,
        }
    }

    /// The same of a text as it stands in a URL.
    pub fn is_beyond_text(&self, refused: &ValueError, text: &str) -> bool {
        match self {
            Self::Geometry { .. } => {
                serde_json::from_str(text).is_ok_and(|shape: Json| self.is_beyond(refused, &shape))
            }
            _ => {
                matches!(refused, ValueError::TooLong { .. } | ValueError::ZeroDate { .. })
                    || self.has_form(text)
            }
        }
    }

    fn has_form(&self, text: &str) -> bool {
        match self {
            Self::Date => shape(text) == "0000-00-00",
            Self::Datetime { .. } | Self::Timestamp { .. } => {
                let shape = shape(text);
                shape.starts_with("0000-00-00T00:00") && shape[16..].bytes().all(|b| b":.+-0Z".contains(&b))
            }
            Self::Time { .. } => {
                let shape = shape(text);
                let clock = shape.trim_start_matches(['-', '0']);
                clock.starts_with(":00") && clock.bytes().all(|b| b":.0".contains(&b))
            }
            Self::Scaled { .. } | Self::Sortable { .. } | Self::Real { .. } => Decimal::parse(text).is_some(),
            _ if self.takes_numbers() => is_whole(text),
            _ => false,
        }
    }
}

/// A text with every digit as 0, and its letters large.
fn shape(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '0'..='9' => '0',
            other => other.to_ascii_uppercase(),
        })
        .collect()
}

fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (digits, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    plain(digits) && plain(fraction) && fraction.bytes().all(|b| b == b'0')
}
