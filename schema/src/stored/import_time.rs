//! Dates and times as MySQL's literals write them (MySQL manual, "Date and Time Literals").

use super::decimal::Excess;
use super::temporal::{self, MICROS_PER_DAY, MICROS_PER_SECOND, Misread, Moment};
use super::{Stored, Value, ValueError};

/// The fields of a date and time, before the calendar has seen them.
struct Fields<'a> {
    date: [i64; 3],
    clock: [i64; 3],
    fraction: &'a str,
    zone: &'a str,
}

/// `2024-02-29 12:30:00.000000`, in UTC.
pub(super) fn moment_text(unix_micros: i64) -> String {
    temporal::datetime_text(unix_micros, 6)
        .map(|text| text.replace('T', " "))
        .unwrap_or_default()
}

/// How a literal was written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    /// `'0'` rather than `0`, which is another year.
    pub(super) quoted: bool,
    /// The seconds that its time zone is ahead of UTC, where it does not say one.
    pub(super) ahead: i32,
}

/// Reads a literal for a date or time column.
pub(super) fn read(stored: &Stored, text: &str, written: Written) -> Result<Value, ValueError> {
    let refused = |_| ValueError::expected(stored.expectation(), text);
    match stored {
        Stored::Year => year(text, written.quoted).map(Value::Int).map_err(refused),
        Stored::Time { fraction } => time(text, *fraction).map(Value::Int).map_err(refused),
        _ => {
            let fields = Fields::read(text).map_err(refused)?;
            if fields.date.contains(&0) {
                return Err(ValueError::ZeroDate { got: text.to_owned() });
            }
            moment(stored, &fields, written.ahead)
                .map(Value::Text)
                .map_err(refused)
        }
    }
}

fn moment(stored: &Stored, fields: &Fields, ahead: i32) -> Result<String, Misread> {
    match stored {
        Stored::Date => fields.days().map(temporal::format_date),
        Stored::Datetime { fraction } => {
            let moment = fields.moment(*fraction)?;
            let offset = i64::from(moment.offset_seconds.unwrap_or(0)) * MICROS_PER_SECOND;
            temporal::datetime_text(moment.micros - offset, *fraction)
        }
        Stored::Timestamp { fraction } => {
            let mut moment = fields.moment(*fraction)?;
            moment.offset_seconds = moment.offset_seconds.or(Some(ahead));
            temporal::timestamp_text(moment, *fraction)
        }
        _ => Err(Misread::Form),
    }
}

/// Four digits, or two that stand for 1970 to 2069.
fn year(text: &str, quoted: bool) -> Result<i64, Misread> {
    let value = number(text).ok_or(Misread::Form)?;
    match (text.len(), value) {
        (4, 0) => Ok(0),
        (_, 0) if !quoted => Ok(0),
        (1 | 2, _) => Ok(full_year(value)),
        (_, 1901..=2155) => Ok(value),
        _ => Err(Misread::Range),
    }
}

fn full_year(two_digits: i64) -> i64 {
    two_digits + if two_digits < 70 { 2000 } else { 1900 }
}

/// A non-empty run of at most 18 digits.
fn number(digits: &str) -> Option<i64> {
    let fits = (1..=18).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.parse().ok())?
}

/// The run of digits at the front, and the rest.
fn leading_digits(text: &str) -> (&str, &str) {
    text.split_at(text.bytes().take_while(u8::is_ascii_digit).count())
}

impl<'a> Fields<'a> {
    fn read(text: &'a str) -> Result<Self, Misread> {
        let (digits, rest) = leading_digits(text);
        if rest.is_empty() || (rest.starts_with('.') && digits.len() > 4) {
            return Self::compact(digits, rest.strip_prefix('.').unwrap_or(""));
        }
        Self::delimited(text)
    }

    /// `20240229123000`, `240229`.
    fn compact(digits: &'a str, fraction: &'a str) -> Result<Self, Misread> {
        let year_width = match digits.len() {
            8 | 14 => 4,
            6 | 12 => 2,
            _ => return Err(Misread::Form),
        };
        let part = |at: usize, width: usize| number(digits.get(at..at + width).unwrap_or("0")).unwrap_or(0);
        let year = part(0, year_width);
        let after = year_width;
        Ok(Self {
            date: [
                if year_width == 2 { full_year(year) } else { year },
                part(after, 2),
                part(after + 2, 2),
            ],
            clock: [part(after + 4, 2), part(after + 6, 2), part(after + 8, 2)],
            fraction,
            zone: "",
        })
    }

    /// `2024-02-29 12:30:00.25+02:00`, with any punctuation between the fields.
    fn delimited(text: &'a str) -> Result<Self, Misread> {
        let (year_digits, rest) = leading_digits(text);
        let (month, rest) = next_field(rest)?;
        let (day, rest) = next_field(rest)?;
        let year = number(year_digits)
            .filter(|_| year_digits.len() <= 4)
            .ok_or(Misread::Form)?;
        // A year of two digits, unless the whole date is zero.
        let is_short = year_digits.len() <= 2 && (year, month, day) != (0, 0, 0);
        let mut fields = Self {
            date: [if is_short { full_year(year) } else { year }, month, day],
            clock: [0; 3],
            fraction: "",
            zone: "",
        };
        let clock = rest.strip_prefix(['T', 't']).unwrap_or(rest).trim_start();
        if !clock.is_empty() {
            if clock.len() == rest.len() {
                return Err(Misread::Form);
            }
            fields.read_clock(clock)?;
        }
        Ok(fields)
    }

    fn read_clock(&mut self, text: &'a str) -> Result<(), Misread> {
        let zone_at = text.find(['Z', '+', '-']).unwrap_or(text.len());
        let (clock, zone) = text.split_at(zone_at);
        let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
        let (digits, mut rest) = leading_digits(clock.trim_end());
        self.clock[0] = number(digits).ok_or(Misread::Form)?;
        for field in &mut self.clock[1..] {
            if !rest.is_empty() {
                (*field, rest) = next_field(rest)?;
            }
        }
        if !rest.is_empty() {
            return Err(Misread::Form);
        }
        (self.fraction, self.zone) = (fraction, zone);
        Ok(())
    }

    fn days(&self) -> Result<i64, Misread> {
        let [year, month, day] = self.date;
        temporal::days_of(year, month, day).ok_or(Misread::Range)
    }

    fn moment(&self, fraction: u8) -> Result<Moment, Misread> {
        let in_day = clock_micros(self.clock, 23, self.fraction, fraction)?;
        Ok(Moment {
            micros: self.days()? * MICROS_PER_DAY + in_day,
            offset_seconds: temporal::parse_zone(self.zone)?,
        })
    }
}

/// A mark of punctuation and a number of one or two digits.
fn next_field(text: &str) -> Result<(i64, &str), Misread> {
    let rest = text
        .strip_prefix(|c: char| c.is_ascii_punctuation())
        .ok_or(Misread::Form)?;
    let (digits, rest) = leading_digits(rest);
    let value = number(digits)
        .filter(|_| digits.len() <= 2)
        .ok_or(Misread::Form)?;
    Ok((value, rest))
}

fn clock_micros(clock: [i64; 3], max_hour: i64, digits: &str, fraction: u8) -> Result<i64, Misread> {
    let [hour, minute, second] = clock;
    if hour > max_hour || minute > 59 || second > 59 {
        return Err(Misread::Range);
    }
    let micros = temporal::fraction_micros(digits, fraction, Excess::Rounded)?;
    Ok((hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND + micros)
}

/// `-12:30:00.25`, `12:30`, `1 12:30`, `123000`, or the clock of a date and time.
fn time(text: &str, fraction: u8) -> Result<i64, Misread> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    if rest.contains('-') {
        let fields = Fields::read(text)?;
        return clock_micros(fields.clock, 23, fields.fraction, fraction);
    }
    let (whole, digits) = rest.split_once('.').unwrap_or((rest, ""));
    let (days, clock) = match whole.split_once(' ') {
        Some((days, clock)) => (
            number(days).filter(|days| *days <= 34).ok_or(Misread::Form)?,
            clock.trim_start(),
        ),
        None => (0, whole),
    };
    let parts: Vec<i64> = clock
        .split(':')
        .map(|part| number(part).ok_or(Misread::Form))
        .collect::<Result<_, _>>()?;
    let clock = match parts.as_slice() {
        [compact] if clock.len() == whole.len() => [compact / 10_000, compact / 100 % 100, compact % 100],
        [hours] => [*hours, 0, 0],
        [hours, minutes] => [*hours, *minutes, 0],
        [hours, minutes, seconds] => [*hours, *minutes, *seconds],
        _ => return Err(Misread::Form),
    };
    let hours = clock[0].checked_add(days * 24).ok_or(Misread::Range)?;
    let magnitude = clock_micros([hours, clock[1], clock[2]], 838, digits, fraction)?;
    temporal::time_in_range(sign * magnitude)
}
