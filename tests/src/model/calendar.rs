//! Parts of dates, counted in days.

use super::aggregate::Type;
use super::value::{Kind, Value};

/// A part of a date, or the start of a span of time that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Year,
    Quarter,
    Month,
    Week,
    Day,
    DayOfWeek,
    Hour,
    YearStart,
    QuarterStart,
    MonthStart,
    WeekStart,
    Date,
    HourStart,
}

/// Those of dates first.
pub(super) const PARTS: [(Part, &str); 13] = [
    (Part::Year, "year"),
    (Part::Quarter, "quarter"),
    (Part::Month, "month"),
    (Part::Week, "week"),
    (Part::Day, "day"),
    (Part::DayOfWeek, "dayOfWeek"),
    (Part::YearStart, "yearStart"),
    (Part::QuarterStart, "quarterStart"),
    (Part::MonthStart, "monthStart"),
    (Part::WeekStart, "weekStart"),
    (Part::Hour, "hour"),
    (Part::Date, "date"),
    (Part::HourStart, "hourStart"),
];

/// How many of [`PARTS`] a column of that type has.
pub(super) const fn parts_of(kind: Kind) -> usize {
    match kind {
        Kind::Date => 10,
        Kind::Moment => 13,
        _ => 0,
    }
}

impl Part {
    /// Its name in the API.
    pub(super) fn name(self) -> &'static str {
        PARTS
            .iter()
            .find(|(part, _)| *part == self)
            .map_or("", |(_, name)| name)
    }

    /// How it is answered.
    pub(super) const fn ty(self) -> Type {
        match self {
            Self::YearStart | Self::QuarterStart | Self::MonthStart | Self::WeekStart | Self::Date => {
                Type::Column(Kind::Date)
            }
            Self::HourStart => Type::Column(Kind::Moment),
            _ => Type::Whole,
        }
    }

    /// The part of a date, or of a date and time.
    pub(super) fn of(self, value: &Value) -> Value {
        let Value::Text(text) = value else {
            return Value::Null;
        };
        let digits =
            |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse().ok()).unwrap_or(0);
        let (year, month, day): (i64, i64, i64) = (digits(0, 4), digits(5, 7), digits(8, 10));
        let today = days(year, month, day);
        // Monday is 0.
        let weekday = (today + 3).rem_euclid(7);
        let number = |number: i64| Value::Number(number.into());
        let date = |month: i64| Value::Text(format!("{year:04}-{month:02}-01"));
        match self {
            Self::Year => number(year),
            Self::Quarter => number((month + 2) / 3),
            Self::Month => number(month),
            // The week of a day is that of its Thursday.
            Self::Week => {
                let thursday = today - weekday + 3;
                let (of_year, ..) = civil(thursday);
                number((thursday - days(of_year, 1, 1)) / 7 + 1)
            }
            Self::Day => number(day),
            Self::DayOfWeek => number((weekday + 1) % 7 + 1),
            Self::Hour => number(digits(11, 13)),
            Self::YearStart => date(1),
            Self::QuarterStart => date((month - 1) / 3 * 3 + 1),
            Self::MonthStart => date(month),
            Self::WeekStart => {
                let (year, month, day) = civil(today - weekday);
                Value::Text(format!("{year:04}-{month:02}-{day:02}"))
            }
            Self::Date => Value::Text(text[..10].to_owned()),
            Self::HourStart => Value::Text(format!("{}:00:00", &text[..13])),
        }
    }
}

/// Days since 1970-01-01: year by year, month by month.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let before = (year - 1) * 365 + leaps(year - 1);
    let months: i64 = (1..month).map(|month| length(year, month)).sum();
    before + months + day - 1 - (1969 * 365 + leaps(1969))
}

fn civil(mut rest: i64) -> (i64, i64, i64) {
    let mut year = 1969 + rest.div_euclid(if rest < 0 { 365 } else { 366 });
    while days(year + 1, 1, 1) <= rest {
        year += 1;
    }
    rest -= days(year, 1, 1);
    let mut month = 1;
    while rest >= length(year, month) {
        rest -= length(year, month);
        month += 1;
    }
    (year, month, rest + 1)
}

const fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
