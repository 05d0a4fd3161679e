//! Parts of dates and times, which rows are grouped by: the SQL over the stored form, and the stored form of the part.

use serde::{Deserialize, Serialize};

use super::Stored;

/// A part of a date, or the start of a span of time that it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "the parts' own names; `description` says what they are"
)]
pub enum MomentPart {
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

impl MomentPart {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Year,
        Self::Quarter,
        Self::Month,
        Self::Week,
        Self::Day,
        Self::DayOfWeek,
        Self::Hour,
        Self::YearStart,
        Self::QuarterStart,
        Self::MonthStart,
        Self::WeekStart,
        Self::Date,
        Self::HourStart,
    ];

    /// What it is.
    pub const fn description(self) -> &'static str {
        match self {
            Self::Year => "the year",
            Self::Quarter => "the quarter, 1 to 4",
            Self::Month => "the month, 1 to 12",
            Self::Week => "the ISO 8601 week, 1 to 53",
            Self::Day => "the day of the month, 1 to 31",
            Self::DayOfWeek => "the day of the week, from 1 (Sunday) to 7",
            Self::Hour => "the hour, 0 to 23",
            Self::YearStart => "the first day of the year",
            Self::QuarterStart => "the first day of the quarter",
            Self::MonthStart => "the first day of the month",
            Self::WeekStart => "the Monday of the week",
            Self::Date => "the date",
            Self::HourStart => "the start of the hour",
        }
    }

    /// How the part of such a column is kept; `None` where it has none.
    pub fn of(self, column: &Stored) -> Option<Stored> {
        let (has_date, has_time) = match column {
            Stored::Date => (true, false),
            Stored::Datetime { .. } | Stored::Timestamp { .. } => (true, true),
            _ => (false, false),
        };
        if !has_date {
            return None;
        }
        let number = |max| Some(Stored::Int { min: 0, max });
        match self {
            Self::Year => number(9999),
            Self::Quarter => number(4),
            Self::Month => number(12),
            Self::Week => number(53),
            Self::Day => number(31),
            Self::DayOfWeek => number(7),
            Self::Hour if has_time => number(23),
            Self::HourStart if has_time => Some(match column {
                Stored::Timestamp { .. } => Stored::Timestamp { fraction: 0 },
                _ => Stored::Datetime { fraction: 0 },
            }),
            Self::Date if has_time => Some(Stored::Date),
            Self::YearStart | Self::QuarterStart | Self::MonthStart | Self::WeekStart => Some(Stored::Date),
            Self::Hour | Self::HourStart | Self::Date => None,
        }
    }

    /// The SQL of the part of a column, `sql`. NULL where that is.
    pub fn sql(self, column: &Stored, sql: &str) -> String {
        let digits = |from: u8, length: u8| format!("CAST(substr({sql},{from},{length}) AS INTEGER)");
        match self {
            Self::Year => digits(1, 4),
            Self::Quarter => format!("(({}+2)/3)", digits(6, 2)),
            Self::Month => digits(6, 2),
            Self::Week => format!("CAST(strftime('%V',substr({sql},1,10)) AS INTEGER)"),
            Self::Day => digits(9, 2),
            Self::DayOfWeek => format!("(CAST(strftime('%w',substr({sql},1,10)) AS INTEGER)+1)"),
            Self::Hour => digits(12, 2),
            Self::YearStart => format!("(substr({sql},1,4)||'-01-01')"),
            Self::QuarterStart => format!(
                "(substr({sql},1,5)||substr('01040710',{}/3*2+1,2)||'-01')",
                format_args!("({}-1)", digits(6, 2))
            ),
            Self::MonthStart => format!("(substr({sql},1,7)||'-01')"),
            Self::WeekStart => format!("date(substr({sql},1,10),'-6 days','weekday 1')"),
            Self::Date => format!("substr({sql},1,10)"),
            Self::HourStart => {
                let zone = if matches!(column, Stored::Timestamp { .. }) {
                    "Z"
                } else {
                    ""
                };
                format!("(substr({sql},1,13)||':00:00{zone}')")
            }
        }
    }
}
