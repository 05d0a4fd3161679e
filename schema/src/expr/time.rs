//! Dates and times.

use super::ExprError;
use super::syntax::Unit;
use super::typed::{Kind, Sql, Typed, value_sql};
use crate::stored::{Literal, Stored};

/// Whether the value is a date, or a date with a time of day.
pub(super) fn is_moment(value: &Typed) -> bool {
    matches!(
        value.kind,
        Kind::Date | Kind::Datetime { .. } | Kind::Timestamp { .. } | Kind::Now { .. }
    )
}

/// The value as a date or a date and time: a literal is read as one.
pub(super) fn moment(value: &Typed) -> Result<Typed, ExprError> {
    let text = match &value.kind {
        _ if is_moment(value) => return Ok(value.clone()),
        Kind::Null => return Ok(Typed::new(value.sql.clone(), Kind::Date)),
        Kind::String(text) => text.trim(),
        _ => {
            return Err(ExprError::unsupported(format!(
                "{} where a date is needed",
                value.kind.name()
            )));
        }
    };
    let literal = Literal::String(text.as_bytes().to_vec());
    let fraction = match text.split_once('.') {
        Some((_, digits)) => u8::try_from(digits.len()).unwrap_or(u8::MAX).min(6),
        None => 0,
    };
    let (stored, kind) = if text.len() <= 10 {
        (Stored::Date, Kind::Date)
    } else {
        (Stored::Datetime { fraction }, Kind::Datetime { fraction })
    };
    match stored.from_literal(&literal) {
        Ok(value) => Ok(Typed::new(value_sql(&value), kind)),
        Err(error) => Err(ExprError::unsupported(format!("the date '{text}': {error}"))),
    }
}

/// Microseconds of a TIME or of a literal.
pub(super) fn micros(value: &Typed) -> Result<Sql, ExprError> {
    match &value.kind {
        Kind::Time { .. } | Kind::Null => Ok(value.sql.clone()),
        Kind::String(text) => Stored::Time { fraction: 6 }
            .from_literal(&Literal::String(text.as_bytes().to_vec()))
            .map(|value| value_sql(&value))
            .map_err(|error| ExprError::unsupported(format!("the time '{text}': {error}"))),
        _ => Err(ExprError::unsupported(format!(
            "{} where a time of day is needed",
            value.kind.name()
        ))),
    }
}

/// Both as texts that sort: dates where both are, else dates and times with as many digits of a second.
pub(super) fn aligned(left: &Typed, right: &Typed) -> Result<(Sql, Sql), ExprError> {
    let (left, right) = (moment(left)?, moment(right)?);
    if left.kind == Kind::Date && right.kind == Kind::Date {
        return Ok((left.sql, right.sql));
    }
    let fraction = fraction_of(&left.kind).max(fraction_of(&right.kind));
    Ok((datetime(&left, fraction)?, datetime(&right, fraction)?))
}

/// Digits of a second.
pub(super) fn fraction_of(kind: &Kind) -> u8 {
    match kind {
        Kind::Datetime { fraction } | Kind::Timestamp { fraction } | Kind::Now { fraction } => *fraction,
        _ => 0,
    }
}

/// The stored form of a DATETIME with at least as many digits as the value has. TIMESTAMP is taken in UTC.
pub(super) fn datetime(value: &Typed, fraction: u8) -> Result<Sql, ExprError> {
    let own = fraction_of(&value.kind);
    if own > fraction {
        return Err(ExprError::unsupported(
            "digits of a second beyond what the column keeps",
        ));
    }
    let mut tail = String::new();
    if value.kind == Kind::Date {
        tail.push_str("T00:00:00");
    }
    if own == 0 && fraction > 0 {
        tail.push('.');
    }
    tail.push_str(&"0".repeat(usize::from(fraction - own)));
    let sql = &value.sql;
    let plain = match value.kind {
        Kind::Timestamp { .. } => Sql::over(1, &[sql], format!("rtrim({sql},'Z')"))?,
        _ => sql.clone(),
    };
    if tail.is_empty() {
        return Ok(plain);
    }
    Sql::over(1, &[&plain], format!("({plain}||'{tail}')"))
}

/// The current time as a DATETIME. SQLite knows milliseconds.
pub(super) fn now(fraction: u8) -> Sql {
    Sql::atom(match fraction {
        0 => "strftime('%Y-%m-%dT%H:%M:%S','now')".to_owned(),
        1..=3 => format!("substr(strftime('%Y-%m-%dT%H:%M:%f','now'),1,{})", 20 + fraction),
        _ => format!(
            "strftime('%Y-%m-%dT%H:%M:%f{}','now')",
            "0".repeat(usize::from(fraction) - 3)
        ),
    })
}

/// The date of a moment.
pub(super) fn date(value: &Typed) -> Result<Typed, ExprError> {
    let value = moment(value)?;
    if value.kind == Kind::Date {
        return Ok(value);
    }
    let sql = Sql::over(1, &[&value.sql], format!("substr({},1,10)", value.sql))?;
    Ok(Typed::new(sql, Kind::Date))
}

/// A part of a date that stands in its digits, or that SQLite's calendar tells.
pub(super) fn date_part(value: &Typed, name: &str) -> Result<Typed, ExprError> {
    let value = moment(value)?;
    let sql = &value.sql;
    let digits = |from: u8, width: u8| format!("CAST(substr({sql},{from},{width}) AS INTEGER)");
    let calendar = |code: &str| format!("CAST(strftime('{code}',substr({sql},1,10)) AS INTEGER)");
    let (text, high) = match name {
        "YEAR" => (digits(1, 4), 9999),
        "MONTH" => (digits(6, 2), 12),
        "QUARTER" => (format!("(({}+2)/3)", digits(6, 2)), 4),
        "DAYOFWEEK" => (format!("({}+1)", calendar("%w")), 7),
        "WEEKDAY" => (format!("(({}+6)%7)", calendar("%w")), 6),
        "DAYOFYEAR" => (calendar("%j"), 366),
        "WEEK 0" => (calendar("%U"), 53),
        "WEEK 3" => (calendar("%V"), 53),
        "WEEK 1" | "WEEK 2" | "WEEK 4" | "WEEK 5" | "WEEK 6" | "WEEK 7" => {
            return Err(ExprError::unsupported("WEEK in other modes than 0 and 3"));
        }
        _ => (digits(9, 2), 31),
    };
    Ok(Typed::whole(Sql::over(5, &[sql], text)?, 0, high))
}

/// `HOUR`, `MINUTE`, `SECOND` and `MICROSECOND`.
pub(super) fn clock_part(value: &Typed, name: &str) -> Result<Typed, ExprError> {
    if let Kind::Time { .. } = value.kind {
        let sql = &value.sql;
        let (text, high) = match name {
            "HOUR" => (format!("(abs({sql})/3600000000)"), 838),
            "MINUTE" => (format!("(abs({sql})/60000000%60)"), 59),
            "SECOND" => (format!("(abs({sql})/1000000%60)"), 59),
            _ => (format!("(abs({sql})%1000000)"), 999_999),
        };
        return Ok(Typed::whole(Sql::over(3, &[sql], text)?, 0, high));
    }
    let value = moment(value)?;
    let sql = &value.sql;
    if value.kind == Kind::Date {
        let text = format!("(CASE WHEN {sql} IS NOT NULL THEN 0 END)");
        return Ok(Typed::whole(Sql::over(3, &[sql], text)?, 0, 0));
    }
    let digits = |from: u8| format!("CAST(substr({sql},{from},2) AS INTEGER)");
    let (text, high) = match name {
        "HOUR" => (digits(12), 23),
        "MINUTE" => (digits(15), 59),
        "SECOND" => (digits(18), 59),
        _ => (
            format!("CAST(substr(substr(rtrim({sql},'Z'),21)||'000000',1,6) AS INTEGER)"),
            999_999,
        ),
    };
    Ok(Typed::whole(Sql::over(5, &[sql], text)?, 0, high))
}

/// `DATEDIFF`: days from the second to the first.
pub(super) fn days_between(left: &Typed, right: &Typed) -> Result<Typed, ExprError> {
    let (a, b) = (date(left)?.sql, date(right)?.sql);
    // Midnights lie half a day off whole Julian days, so their difference is exact.
    let text = format!("CAST(julianday({a})-julianday({b}) AS INTEGER)");
    Ok(Typed::whole(
        Sql::over(3, &[&a, &b], text)?,
        -3_652_424,
        3_652_424,
    ))
}

/// `LAST_DAY`: the last day of the month.
pub(super) fn last_day(value: &Typed) -> Result<Typed, ExprError> {
    let sql = date(value)?.sql;
    let text = format!("date({sql},'start of month','+1 month','-1 day')");
    Ok(Typed::new(Sql::over(1, &[&sql], text)?, Kind::Date))
}

/// `TO_DAYS`: days since the year 0.
pub(super) fn day_number(value: &Typed) -> Result<Typed, ExprError> {
    let sql = date(value)?.sql;
    let text = format!("CAST(julianday({sql})-1721059.5 AS INTEGER)");
    Ok(Typed::whole(Sql::over(3, &[&sql], text)?, 0, 3_652_424))
}

/// `TIME_TO_SEC`
pub(super) fn seconds(value: &Typed) -> Result<Typed, ExprError> {
    let sql = micros(value)?;
    let text = format!("({sql}/1000000)");
    Ok(Typed::whole(Sql::over(1, &[&sql], text)?, -3_020_399, 3_020_399))
}

/// `TIMESTAMPDIFF`: whole units from the first to the second.
pub(super) fn units_between(unit: &str, from: &Typed, to: &Typed) -> Result<Typed, ExprError> {
    const SECOND: u64 = 1_000_000;
    let (from, to) = (moment(from)?, moment(to)?);
    let fraction = fraction_of(&from.kind).max(fraction_of(&to.kind));
    let (a, b) = (datetime(&from, fraction)?, datetime(&to, fraction)?);
    let months = |divisor: u8| {
        let count = |sql: &Sql| format!("(substr({sql},1,4)*12+substr({sql},6,2))");
        let whole = format!("({}-{})", count(&b), count(&a));
        let (day_a, day_b) = (format!("substr({a},9)"), format!("substr({b},9)"));
        format!("(({whole}-({whole}>0 AND {day_b}<{day_a})+({whole}<0 AND {day_b}>{day_a}))/{divisor})")
    };
    let span = |micros: u64| {
        let at = |sql: &Sql| {
            let rest = if fraction == 0 {
                String::new()
            } else {
                format!("+substr(substr({sql},21)||'000000',1,6)")
            };
            format!("(CAST(strftime('%s',substr({sql},1,19)) AS INTEGER)*1000000{rest})")
        };
        format!("(({}-{})/{micros})", at(&b), at(&a))
    };
    let text = match unit {
        "MICROSECOND" => span(1),
        "SECOND" => span(SECOND),
        "MINUTE" => span(60 * SECOND),
        "HOUR" => span(3_600 * SECOND),
        "DAY" => span(86_400 * SECOND),
        "WEEK" => span(604_800 * SECOND),
        "MONTH" => months(1),
        "QUARTER" => months(3),
        "YEAR" => months(12),
        _ => return Err(ExprError::syntax(format!("'{unit}' is no unit of TIMESTAMPDIFF"))),
    };
    // The years from 0 to 9999 in microseconds.
    let most = 315_569_433_600_000_000;
    Ok(Typed::whole(Sql::over(9, &[&a, &b], text)?, -most, most))
}

/// A moment `amount` units later.
pub(super) fn later(value: &Typed, amount: i64, unit: Unit) -> Result<Typed, ExprError> {
    let value = moment(value)?;
    let (name, day_or_more) = match unit {
        Unit::Second => ("seconds", false),
        Unit::Minute => ("minutes", false),
        Unit::Hour => ("hours", false),
        Unit::Day => ("days", true),
        // The last of a shorter month stands for a day that it has not.
        Unit::Month => ("months','floor", true),
    };
    let sql = &value.sql;
    if value.kind == Kind::Date && day_or_more {
        let text = format!("date({sql},'{amount:+} {name}')");
        return Ok(Typed::new(Sql::over(1, &[sql], text)?, Kind::Date));
    }
    let start = if value.kind == Kind::Date {
        Typed::new(datetime(&value, 0)?, Kind::Datetime { fraction: 0 })
    } else {
        value.clone()
    };
    let sql = &start.sql;
    let moved = format!("strftime('%Y-%m-%dT%H:%M:%S',substr({sql},1,19),'{amount:+} {name}')");
    let kind = match start.kind {
        Kind::Now { fraction } => Kind::Datetime { fraction },
        kind => kind,
    };
    let text = match kind {
        Kind::Datetime { fraction: 0 } => moved,
        _ => format!("({moved}||substr({sql},20))"),
    };
    Ok(Typed::new(Sql::over(3, &[sql], text)?, kind))
}
