//! Dates and times: the calendar, the API's forms, and the texts that are kept.

use std::fmt::Write as _;

use super::decimal::Excess;

pub(super) const MICROS_PER_SECOND: i64 = 1_000_000;
pub(super) const MICROS_PER_DAY: i64 = 86_400 * MICROS_PER_SECOND;
/// 838:59:59, where MySQL's TIME ends on both sides.
pub(super) const MAX_TIME: i64 = (838 * 3600 + 59 * 60 + 59) * MICROS_PER_SECOND;
/// 0001-01-01T00:00:00 and 9999-12-31T23:59:59.999999, in microseconds since 1970.
const DATETIME_RANGE: std::ops::RangeInclusive<i64> =
    -719_162 * MICROS_PER_DAY..=2_932_897 * MICROS_PER_DAY - 1;
/// 1970-01-01T00:00:01 and 2038-01-19T03:14:07.999999, where MySQL's TIMESTAMP begins and ends.
const TIMESTAMP_RANGE: std::ops::RangeInclusive<i64> =
    MICROS_PER_SECOND..=((1 << 31) * MICROS_PER_SECOND - 1);

/// A date and time of day as it was written, in microseconds since 1970-01-01T00:00:00 on its own clock, and the
/// clock's distance from UTC where it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) micros: i64,
    pub(super) offset_seconds: Option<i32>,
}

impl Moment {
    /// Microseconds since 1970 in UTC. A moment without a zone is taken as UTC.
    pub(super) fn utc(self) -> i64 {
        self.micros - i64::from(self.offset_seconds.unwrap_or(0)) * MICROS_PER_SECOND
    }
}

/// Why a text is not a date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Misread {
    /// It has another form.
    Form,
    /// No calendar or clock has it, or the column's type does not reach it.
    Range,
    /// More digits of a second than the column keeps.
    Fraction,
}

/// The days from 1970-01-01, or nothing where the calendar has no such day. Years 1 to 9999.
pub(super) fn days_of(year: i64, month: i64, day: i64) -> Option<i64> {
    if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || day < 1 || day > days_in(year, month) {
        return None;
    }
    // Years that begin in March put the leap day at their end.
    let (shifted_year, shifted_month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let century_days = shifted_year * 365 + shifted_year / 4 - shifted_year / 100 + shifted_year / 400;
    Some(century_days + (153 * shifted_month + 2) / 5 + day - 1 - 719_468)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Year, month and day of a day within years 1 to 9999.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// `2024-02-29`.
pub(super) fn format_date(days: i64) -> String {
    let (year, month, day) = civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2024-02-29T12:30:00.25`, with as many digits of a second as `fraction` says.
fn format_datetime(micros: i64, fraction: u8) -> String {
    let date = format_date(micros.div_euclid(MICROS_PER_DAY));
    let in_day = micros.rem_euclid(MICROS_PER_DAY);
    let seconds = in_day / MICROS_PER_SECOND;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let mut text = format!("{date}T{hour:02}:{minute:02}:{second:02}");
    if fraction > 0 {
        let kept = in_day % MICROS_PER_SECOND / unit(fraction);
        // Writing to a String cannot fail.
        let _ = write!(text, ".{kept:0width$}", width = usize::from(fraction));
    }
    text
}

/// Microseconds in one step of a column that keeps `fraction` digits of a second.
pub(super) fn unit(fraction: u8) -> i64 {
    10_i64.pow(6_u32.saturating_sub(u32::from(fraction)))
}

/// The microseconds of the digits after a second's point: up to a whole second where they are rounded up.
pub(super) fn fraction_micros(digits: &str, fraction: u8, excess: Excess) -> Result<i64, Misread> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Misread::Form);
    }
    let (kept, rest) = digits.split_at(digits.len().min(usize::from(fraction)));
    let kept_value = kept.parse::<i64>().unwrap_or(0) * 10_i64.pow(u32::from(fraction) - digits_in(kept));
    let up = match excess {
        Excess::Refused if rest.bytes().any(|b| b != b'0') => return Err(Misread::Fraction),
        Excess::Refused | Excess::Cut => false,
        Excess::Rounded => rest.bytes().next().is_some_and(|b| b >= b'5'),
    };
    Ok((kept_value + i64::from(up)) * unit(fraction))
}

/// At most 6.
fn digits_in(kept: &str) -> u32 {
    u32::try_from(kept.len()).unwrap_or(0)
}

/// A number of exactly `width` digits at `at`.
fn number(text: &str, at: usize, width: usize) -> Option<i64> {
    let digits = text.get(at..at + width)?;
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// `2024-02-29` to its days from 1970-01-01.
pub(super) fn parse_date(text: &str) -> Result<i64, Misread> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return Err(Misread::Form);
    }
    let part = |at, width| number(text, at, width).ok_or(Misread::Form);
    days_of(part(0, 4)?, part(5, 2)?, part(8, 2)?).ok_or(Misread::Range)
}

/// `2024-02-29T12:30:00.25+02:00`; the seconds, their digits and the zone may be left out, and a space may stand for
/// the `T`.
pub(super) fn parse_moment(text: &str, fraction: u8, excess: Excess) -> Result<Moment, Misread> {
    let date = text.get(..10).ok_or(Misread::Form)?;
    let days = parse_date(date)?;
    let rest = text[10..].strip_prefix(['T', 't', ' ']).ok_or(Misread::Form)?;
    let zone_at = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
    let (clock, zone) = rest.split_at(zone_at);
    let in_day = parse_clock(clock, fraction, excess)?;
    Ok(Moment {
        micros: days * MICROS_PER_DAY + in_day,
        offset_seconds: parse_zone(zone)?,
    })
}

/// `12:30` or `12:30:00.25`.
fn parse_clock(text: &str, fraction: u8, excess: Excess) -> Result<i64, Misread> {
    let part = |at| number(text, at, 2).ok_or(Misread::Form);
    let (hour, minute) = (part(0)?, part(3)?);
    let (second, digits) = match text.get(5..) {
        Some("") => (0, ""),
        Some(rest) if rest.starts_with(':') => match text.get(8..).ok_or(Misread::Form)? {
            "" => (part(6)?, ""),
            rest => (
                part(6)?,
                rest.strip_prefix('.')
                    .filter(|d| !d.is_empty())
                    .ok_or(Misread::Form)?,
            ),
        },
        _ => return Err(Misread::Form),
    };
    if text.as_bytes()[2] != b':' {
        return Err(Misread::Form);
    }
    if hour > 23 || minute > 59 || second > 59 {
        return Err(Misread::Range);
    }
    Ok((hour * 3600 + minute * 60 + second) * MICROS_PER_SECOND + fraction_micros(digits, fraction, excess)?)
}

/// Nothing, `Z`, `+02:00` or `+0200`.
pub(super) fn parse_zone(text: &str) -> Result<Option<i32>, Misread> {
    let sign = match text.bytes().next() {
        None => return Ok(None),
        Some(b'Z' | b'z') if text.len() == 1 => return Ok(Some(0)),
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return Err(Misread::Form),
    };
    let minute_at = match text.len() {
        5 => 3,
        6 if text.as_bytes()[3] == b':' => 4,
        _ => return Err(Misread::Form),
    };
    let part = |at| number(text, at, 2).ok_or(Misread::Form);
    let (hours, minutes) = (part(1)?, part(minute_at)?);
    if hours > 14 || minutes > 59 {
        return Err(Misread::Range);
    }
    i32::try_from(sign * (hours * 3600 + minutes * 60))
        .map(Some)
        .map_err(|_| Misread::Range)
}

/// `-838:59:59.000000`, `12:30`: to microseconds.
pub(super) fn parse_time(text: &str, fraction: u8, excess: Excess) -> Result<i64, Misread> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let hour_digits = rest
        .find(':')
        .filter(|at| (1..=3).contains(at))
        .ok_or(Misread::Form)?;
    let hours = number(rest, 0, hour_digits).ok_or(Misread::Form)?;
    let minutes_on = rest.get(hour_digits..).ok_or(Misread::Form)?;
    // The clock's parser checks minutes and seconds; its hour is ours.
    let magnitude =
        hours * 3600 * MICROS_PER_SECOND + parse_clock(&format!("00{minutes_on}"), fraction, excess)?;
    time_in_range(if negative { -magnitude } else { magnitude })
}

pub(super) fn time_in_range(micros: i64) -> Result<i64, Misread> {
    if (-MAX_TIME..=MAX_TIME).contains(&micros) {
        Ok(micros)
    } else {
        Err(Misread::Range)
    }
}

/// The text that a DATETIME keeps.
pub(super) fn datetime_text(micros: i64, fraction: u8) -> Result<String, Misread> {
    if !DATETIME_RANGE.contains(&micros) {
        return Err(Misread::Range);
    }
    Ok(format_datetime(micros, fraction))
}

/// The text that a DATE keeps of the day of a moment.
pub(super) fn date_text(micros: i64) -> Result<String, Misread> {
    if !DATETIME_RANGE.contains(&micros) {
        return Err(Misread::Range);
    }
    Ok(format_date(micros.div_euclid(MICROS_PER_DAY)))
}

/// The text that a TIMESTAMP keeps.
pub(super) fn timestamp_text(moment: Moment, fraction: u8) -> Result<String, Misread> {
    let utc = moment.utc();
    if !TIMESTAMP_RANGE.contains(&utc) {
        return Err(Misread::Range);
    }
    Ok(format_datetime(utc, fraction) + "Z")
}
