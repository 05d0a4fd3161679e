//! Dates and times as MySQL takes them, in the API's form.

use crate::ColumnType;

/// Whether the text is a date that is not one: a zero month or day.
pub(super) fn is_zero_date(column_type: &ColumnType, text: &str) -> bool {
    let dated = matches!(
        column_type,
        ColumnType::Date | ColumnType::Datetime { .. } | ColumnType::Timestamp { .. }
    );
    if !dated {
        return false;
    }
    let text = text.trim();
    text == "0"
        || parts(text).is_some_and(|parts| parts.month == 0 || parts.day == 0)
        || (text.len() >= 8 && text.bytes().all(|byte| byte == b'0'))
}

/// The text in the API's form of a date or time type, with exactly the declared digits of a second; `None` where the
/// column cannot hold it.
pub(crate) fn api_form(column_type: &ColumnType, text: &str) -> Option<String> {
    let text = text.trim();
    match column_type {
        ColumnType::Date => date(&valid(text)?),
        ColumnType::Datetime { fraction } => date_time(&valid(text)?, *fraction),
        ColumnType::Timestamp { fraction } => {
            let form = date_time(&valid(text.strip_suffix('Z').unwrap_or(text))?, *fraction)?;
            Some(form + "Z")
        }
        ColumnType::Time { fraction } => time(text, *fraction),
        _ => None,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Parts<'a> {
    year: u32,
    month: u32,
    day: u32,
    clock: Option<[u32; 3]>,
    fraction: &'a str,
}

fn parts(text: &str) -> Option<Parts<'_>> {
    let (day, clock) = match text.split_once(['T', ' ']) {
        Some((day, clock)) => (day, Some(clock.trim())),
        None => (text, None),
    };
    let mut numbers = day.split(['-', '/', '.']).map(number);
    let (year, month, day) = match (numbers.next(), numbers.next(), numbers.next(), numbers.next()) {
        (Some(year), Some(month), Some(day), None) => (year?, month?, day?),
        (Some(_), None, None, None) if day.len() == 8 => (
            number(day.get(..4)?)?,
            number(day.get(4..6)?)?,
            number(day.get(6..)?)?,
        ),
        _ => return None,
    };
    let (clock, fraction) = match clock {
        None => (None, ""),
        Some(clock) => {
            let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
            let mut numbers = clock.split(':').map(number);
            let hours = numbers.next()??;
            let minutes = numbers.next()??;
            let seconds = numbers.next().unwrap_or(Some(0))?;
            (
                numbers.next().is_none().then_some([hours, minutes, seconds]),
                fraction,
            )
        }
    };
    Some(Parts {
        year,
        month,
        day,
        clock,
        fraction,
    })
}

fn number(text: &str) -> Option<u32> {
    if text.len() > 4 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn valid(text: &str) -> Option<Parts<'_>> {
    let parts = parts(text)?;
    let leap =
        parts.year.is_multiple_of(4) && (!parts.year.is_multiple_of(100) || parts.year.is_multiple_of(400));
    let days = match parts.month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let [hours, minutes, seconds] = parts.clock.unwrap_or_default();
    let holds = (1..=12).contains(&parts.month)
        && (1..=days).contains(&parts.day)
        && (hours < 24 && minutes < 60 && seconds < 60)
        && parts.fraction.bytes().all(|byte| byte.is_ascii_digit());
    holds.then_some(parts)
}

fn date(parts: &Parts<'_>) -> Option<String> {
    let midnight = matches!(parts.clock, None | Some([0, 0, 0]));
    midnight.then(|| format!("{:04}-{:02}-{:02}", parts.year, parts.month, parts.day))
}

fn date_time(parts: &Parts<'_>, digits: u8) -> Option<String> {
    let [hours, minutes, seconds] = parts.clock.unwrap_or_default();
    let fraction = fraction(parts.fraction, digits)?;
    Some(format!(
        "{:04}-{:02}-{:02}T{hours:02}:{minutes:02}:{seconds:02}{fraction}",
        parts.year, parts.month, parts.day
    ))
}

fn time(text: &str, digits: u8) -> Option<String> {
    let (sign, clock) = match text.strip_prefix('-') {
        Some(clock) => ("-", clock),
        None => ("", text),
    };
    let (clock, rest) = clock.split_once('.').unwrap_or((clock, ""));
    let mut numbers = clock.split(':').map(number);
    let hours = numbers.next()??;
    let (hours, minutes, seconds) = match (numbers.next(), numbers.next(), numbers.next()) {
        (Some(minutes), seconds, None) => (hours, minutes?, seconds.unwrap_or(Some(0))?),
        // Without colons, digits count from the right: 1 second, 1 minute 12 seconds (112).
        (None, ..) => (0, hours / 100, hours % 100),
        _ => return None,
    };
    if minutes > 59 || seconds > 59 || (hours, minutes, seconds) > (838, 59, 59) {
        return None;
    }
    let fraction = fraction(rest, digits)?;
    let zero =
        (hours, minutes, seconds) == (0, 0, 0) && fraction.bytes().all(|byte| !matches!(byte, b'1'..=b'9'));
    let sign = if zero { "" } else { sign };
    Some(format!("{sign}{hours:02}:{minutes:02}:{seconds:02}{fraction}"))
}

/// `.ff` with exactly so many digits; more of them only where they are zero.
fn fraction(written: &str, digits: u8) -> Option<String> {
    let digits = usize::from(digits);
    let significant = written.trim_end_matches('0');
    if significant.len() > digits || !written.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(if digits == 0 {
        String::new()
    } else {
        format!(".{significant:0<digits$}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_mysql_takes() {
        let datetime = ColumnType::Datetime { fraction: 2 };
        assert_eq!(
            api_form(&datetime, "2024-02-29 12:30:00.5").as_deref(),
            Some("2024-02-29T12:30:00.50")
        );
        assert_eq!(api_form(&datetime, "2023-02-29"), None);
        let stamp = ColumnType::Timestamp { fraction: 0 };
        assert_eq!(
            api_form(&stamp, "1970-01-02").as_deref(),
            Some("1970-01-02T00:00:00Z")
        );
        let time = ColumnType::Time { fraction: 1 };
        assert_eq!(api_form(&time, "-12:30").as_deref(), Some("-12:30:00.0"));
        assert_eq!(api_form(&time, "839:00:00"), None);
        assert_eq!(
            api_form(&ColumnType::Date, "20240131").as_deref(),
            Some("2024-01-31")
        );
    }

    #[test]
    fn knows_zero_dates() {
        assert!(is_zero_date(&ColumnType::Date, "0000-00-00"));
        assert!(is_zero_date(
            &ColumnType::Datetime { fraction: 0 },
            "0000-00-00 00:00:00"
        ));
        assert!(!is_zero_date(&ColumnType::Date, "2024-01-01"));
        assert!(!is_zero_date(&ColumnType::Char { length: 10 }, "0000-00-00"));
    }
}
