//! Dates as texts: `DATE_FORMAT`, and the names of days and months.

use super::ExprError;
use super::time::{datetime, fraction_of, moment};
use super::typed::{Collation, Kind, Sql, Typed, text_sql};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] = [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
];

/// `DATE_FORMAT(value, format)`, in English.
pub(super) fn format(value: &Typed, format: &Typed) -> Result<Typed, ExprError> {
    let Kind::String(pattern) = &format.kind else {
        return Err(ExprError::unsupported(
            "DATE_FORMAT with a format that is no constant text",
        ));
    };
    formatted(value, pattern)
}

/// `MONTHNAME` and `DAYNAME`.
pub(super) fn name(value: &Typed, month: bool) -> Result<Typed, ExprError> {
    formatted(value, if month { "%M" } else { "%W" })
}

fn formatted(value: &Typed, pattern: &str) -> Result<Typed, ExprError> {
    let value = moment(value)?;
    let sql = datetime(&value, fraction_of(&value.kind))?;
    // What is NULL stays so, also where the format holds nothing of it.
    let mut parts = vec![Sql::over(1, &[&sql], format!("substr({sql},1,0)"))?];
    let mut literal = String::new();
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let code = match character {
            '%' => characters.next().unwrap_or('%'),
            other => {
                literal.push(other);
                continue;
            }
        };
        match part(&sql.text, code)? {
            Some(text) => {
                if !literal.is_empty() {
                    parts.push(text_sql(&std::mem::take(&mut literal)));
                }
                parts.push(Sql::over(6, &[&sql], text)?);
            }
            None => literal.push(code),
        }
    }
    if !literal.is_empty() {
        parts.push(text_sql(&literal));
    }
    Ok(Typed::new(
        Sql::chain("||", &parts)?,
        Kind::Text(Collation::LITERAL),
    ))
}

/// What a letter behind `%` stands for; nothing where it stands for itself.
fn part(sql: &str, code: char) -> Result<Option<String>, ExprError> {
    let digits = |from: u8, width: u8| format!("substr({sql},{from},{width})");
    let number = |from: u8| format!("CAST(substr({sql},{from},2) AS INTEGER)");
    let calendar = |code: &str| format!("strftime('{code}',substr({sql},1,10))");
    let twelve = format!("(({}+11)%12+1)", number(12));
    let half = format!("(CASE WHEN {}<12 THEN 'AM' ELSE 'PM' END)", number(12));
    Ok(Some(match code {
        'Y' => digits(1, 4),
        'y' => digits(3, 2),
        'm' => digits(6, 2),
        'c' => number(6),
        'd' => digits(9, 2),
        'e' => number(9),
        'D' => format!(
            "({day}||CASE WHEN {day} IN (1,21,31) THEN 'st' WHEN {day} IN (2,22) THEN 'nd' WHEN {day} IN (3,23) \
             THEN 'rd' ELSE 'th' END)",
            day = number(9)
        ),
        'H' => digits(12, 2),
        'k' => number(12),
        'h' | 'I' => format!("printf('%02d',{twelve})"),
        'l' => twelve,
        'i' => digits(15, 2),
        's' | 'S' => digits(18, 2),
        'f' => format!("substr(substr({sql},21)||'000000',1,6)"),
        'p' => half,
        'T' => digits(12, 8),
        'r' => format!("(printf('%02d',{twelve})||substr({sql},14,6)||' '||{half})"),
        'j' => calendar("%j"),
        'w' => calendar("%w"),
        'U' => calendar("%U"),
        'v' => calendar("%V"),
        'x' => calendar("%G"),
        'M' => named(&number(6), 1, &MONTHS),
        'b' => short(&format!("{}-1", number(6)), &MONTHS),
        'W' => named(&format!("CAST({} AS INTEGER)", calendar("%w")), 0, &DAYS),
        'a' => short(&calendar("%w"), &DAYS),
        'u' | 'V' | 'X' => {
            return Err(ExprError::unsupported(format!("DATE_FORMAT with %{code}")));
        }
        _ => return Ok(None),
    }))
}

fn named(number: &str, first: usize, names: &[&str]) -> String {
    let branches: String = names
        .iter()
        .zip(first..)
        .map(|(name, at)| format!(" WHEN {at} THEN '{name}'"))
        .collect();
    format!("(CASE {number}{branches} END)")
}

/// The first three letters of a name.
fn short(position: &str, names: &[&str]) -> String {
    let all: String = names.iter().map(|name| &name[..3]).collect();
    format!("substr('{all}',({position})*3+1,3)")
}
