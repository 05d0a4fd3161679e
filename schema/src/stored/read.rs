//! Texts and documents as values of another type, where an answer casts them: what PostgreSQL's input takes.

use serde_json::Value as Json;

use super::decimal::{Decimal, Excess};
use super::{Cast, Stored, Value, ValueError, real};

/// The most digits of a whole number that a document's number is rounded to.
const DIGITS: u8 = 65;

/// The JSON of a marker's body: the letter of a cast, and the text.
pub(super) fn value(letter: &str, text: &str, is_json: bool) -> Option<Result<String, ValueError>> {
    let cast = Cast::ALL
        .into_iter()
        .find(|cast| letter.chars().eq([cast.letter()]))?;
    Some(if is_json {
        of_json(cast, text)
    } else {
        of_text(cast, text)
    })
}

fn of_json(cast: Cast, document: &str) -> Result<String, ValueError> {
    let refused = || ValueError::expected(expectation(cast), document);
    let value: Json = serde_json::from_str(document).map_err(|_| refused())?;
    match (cast, &value) {
        (_, Json::Null) => Ok("null".to_owned()),
        (Cast::Boolean, Json::Bool(flag)) => Ok(flag.to_string()),
        (Cast::Whole, Json::Number(number)) => {
            let number = Decimal::parse(number.as_str()).ok_or_else(refused)?;
            let digits = number
                .digits_at(0, DIGITS, Excess::Rounded)
                .map_err(|_| refused())?;
            let digits = digits.trim_start_matches('0');
            Ok(match (digits, number.is_negative()) {
                ("", _) => "0".to_owned(),
                (digits, true) => format!("-{digits}"),
                (digits, false) => digits.to_owned(),
            })
        }
        (Cast::Number, Json::Number(number)) => Ok(number.to_string()),
        (Cast::Double, Json::Number(number)) => of_text(cast, number.as_str()),
        (_, Json::String(text)) => of_text(cast, text),
        _ => Err(refused()),
    }
}

fn of_text(cast: Cast, text: &str) -> Result<String, ValueError> {
    let text = text.trim_matches(|letter: char| letter.is_ascii_whitespace());
    let read = match cast {
        Cast::Text => Some(quoted(text)),
        Cast::Whole => whole(text),
        Cast::Number => number(text),
        Cast::Double => double(text),
        Cast::Boolean => boolean(text),
        Cast::Date => date(text).map(|day| quoted(&day)),
        Cast::Time => time(text).map(|time| quoted(&time)),
        Cast::Datetime => datetime(text).map(|moment| quoted(&moment)),
        Cast::Timestamp => timestamp(text).map(|moment| quoted(&moment)),
        Cast::Json => serde_json::from_str::<Json>(text).ok().map(|_| text.to_owned()),
    };
    read.ok_or_else(|| cast.refuse(text))
}

impl Cast {
    /// The error of a text that has not the form.
    pub(super) fn refuse(self, text: &str) -> ValueError {
        ValueError::expected(expectation(self), quoted(text))
    }
}

const fn expectation(cast: Cast) -> &'static str {
    match cast {
        Cast::Text => "a text",
        Cast::Whole => "a whole number",
        Cast::Number | Cast::Double => "a number",
        Cast::Boolean => "true or false",
        Cast::Date => "a date",
        Cast::Time => "a time",
        Cast::Datetime | Cast::Timestamp => "a date and time",
        Cast::Json => "JSON",
    }
}

fn quoted(text: &str) -> String {
    Json::from(text).to_string()
}

fn split_sign(text: &str) -> (&'static str, &str) {
    match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

fn whole(text: &str) -> Option<String> {
    let (sign, digits) = split_sign(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    Some(match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    })
}

/// The number with all its digits, as JSON spells it.
fn number(text: &str) -> Option<String> {
    Decimal::parse(text)?;
    let (sign, rest) = split_sign(text);
    let at = rest.find(['e', 'E']).unwrap_or(rest.len());
    let (mantissa, exponent) = rest.split_at(at);
    let (digits, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = match digits.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    let point = if fraction.is_empty() { "" } else { "." };
    Some(format!("{sign}{digits}{point}{fraction}{exponent}"))
}

fn double(text: &str) -> Option<String> {
    Decimal::parse(text)?;
    let mut out = String::new();
    real::write_json(real::parse(text)?, &mut out);
    Some(out)
}

/// The words that PostgreSQL takes, and their beginnings.
fn boolean(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let begins = |word: &str, least: usize| text.len() >= least && word.starts_with(&text);
    if text == "1" || begins("true", 1) || begins("yes", 1) || text == "on" {
        Some("true".to_owned())
    } else if text == "0" || begins("false", 1) || begins("no", 1) || begins("off", 2) {
        Some("false".to_owned())
    } else {
        None
    }
}

fn date(text: &str) -> Option<String> {
    match stored(&Stored::Date, text) {
        Some(day) => Some(day),
        None => datetime(text).map(|moment| moment[..10].to_owned()),
    }
}

/// A moment as it is written, whatever its zone.
fn datetime(text: &str) -> Option<String> {
    let zone = text.get(10..)?.find(['Z', 'z', '+', '-']);
    let local = match zone {
        Some(at) if stored(&Stored::Timestamp { fraction: 6 }, text).is_some() => &text[..10 + at],
        _ => text,
    };
    if let Some(day) = stored(&Stored::Date, local) {
        return Some(format!("{day}T00:00:00"));
    }
    stored(&Stored::Datetime { fraction: 6 }, local).map(|moment| shortened(&moment))
}

fn timestamp(text: &str) -> Option<String> {
    let moment = match stored(&Stored::Timestamp { fraction: 6 }, text) {
        Some(moment) => shortened(moment.trim_end_matches('Z')),
        None => datetime(text)?,
    };
    Some(format!("{moment}Z"))
}

fn time(text: &str) -> Option<String> {
    const DAY: i64 = 86_400_000_000;
    let Ok(Value::Int(micros)) = (Stored::Time { fraction: 6 }).from_text(text) else {
        return None;
    };
    if !(0..DAY).contains(&micros) {
        return None;
    }
    let seconds = micros / 1_000_000;
    let clock = format!(
        "{:02}:{:02}:{:02}.{:06}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        micros % 1_000_000
    );
    Some(shortened(&clock))
}

fn stored(kept: &Stored, text: &str) -> Option<String> {
    match kept.from_text(text) {
        Ok(Value::Text(text)) => Some(text),
        _ => None,
    }
}

/// Without zeros at the end of a second's digits.
fn shortened(moment: &str) -> String {
    if moment.contains('.') {
        moment.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        moment.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cast: Cast, text: &str) -> Option<String> {
        of_text(cast, text).ok()
    }

    #[test]
    fn texts_are_read_as_postgresql_reads_them() {
        for (cast, text, expected) in [
            (Cast::Whole, " 0012 ", Some("12")),
            (Cast::Whole, "-0", Some("0")),
            (Cast::Whole, "+7", Some("7")),
            (Cast::Whole, "2.5", None),
            (Cast::Whole, "", None),
            (Cast::Whole, "1e3", None),
            (Cast::Number, "007.50", Some("7.50")),
            (Cast::Number, ".5", Some("0.5")),
            (Cast::Number, "5.", Some("5")),
            (Cast::Number, "-1e5", Some("-1e5")),
            (Cast::Number, "NaN", None),
            (Cast::Double, "1e400", None),
            (Cast::Double, "0.1", Some("0.1")),
            (Cast::Boolean, "YES", Some("true")),
            (Cast::Boolean, "of", Some("false")),
            (Cast::Boolean, "o", None),
            (Cast::Boolean, "", None),
            (Cast::Date, "2024-02-29", Some("\"2024-02-29\"")),
            (Cast::Date, "2024-02-29T23:00:00+02:00", Some("\"2024-02-29\"")),
            (Cast::Date, "2023-02-29", None),
            (Cast::Datetime, "2024-02-29", Some("\"2024-02-29T00:00:00\"")),
            (
                Cast::Datetime,
                "2024-02-29T23:00:00.500+02:00",
                Some("\"2024-02-29T23:00:00.5\""),
            ),
            (
                Cast::Timestamp,
                "2024-02-29T23:00:00+02:00",
                Some("\"2024-02-29T21:00:00Z\""),
            ),
            (
                Cast::Timestamp,
                "2024-02-29T23:00:00",
                Some("\"2024-02-29T23:00:00Z\""),
            ),
            (Cast::Time, "23:05:06.250", Some("\"23:05:06.25\"")),
            (Cast::Time, "25:00:00", None),
            (Cast::Json, " {\"a\": 1} ", Some("{\"a\": 1}")),
            (Cast::Json, "{a}", None),
        ] {
            assert_eq!(read(cast, text).as_deref(), expected, "{cast:?} of {text}");
        }
    }

    #[test]
    fn documents_are_read_by_their_kind() {
        for (cast, document, expected) in [
            (Cast::Whole, "2.5", Some("3")),
            (Cast::Whole, "-2.5", Some("-3")),
            (Cast::Whole, "-0.4", Some("0")),
            (Cast::Whole, "1e3", Some("1000")),
            (Cast::Whole, "1e300", None),
            (Cast::Whole, "\"12\"", Some("12")),
            (Cast::Whole, "\"x\"", None),
            (Cast::Whole, "true", None),
            (Cast::Whole, "null", Some("null")),
            (Cast::Whole, "[1]", None),
            (Cast::Boolean, "true", Some("true")),
            (Cast::Boolean, "1", None),
            (Cast::Date, "\"2024-01-02\"", Some("\"2024-01-02\"")),
        ] {
            assert_eq!(
                of_json(cast, document).ok().as_deref(),
                expected,
                "{cast:?} of {document}"
            );
        }
    }
}
