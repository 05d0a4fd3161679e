//! Texts: what a value is as text, and the functions over them.

use super::ExprError;
use super::exact::Exact;
use super::typed::{Collation, Kind, Rank, Sql, Typed, text_sql};
use crate::stored::{Literal, Stored, Value};

/// SQLite refuses longer patterns.
const PATTERN_BYTES: usize = 50;

/// Whether MySQL compares the value as a text.
pub(super) fn is_textual(value: &Typed) -> bool {
    matches!(
        value.kind,
        Kind::Text(_) | Kind::String(_) | Kind::Hex(_) | Kind::Enum { .. } | Kind::Set { .. }
    )
}

/// The value as MySQL writes it, with its collation.
pub(super) fn text(value: &Typed) -> Result<(Sql, Collation), ExprError> {
    let sql = &value.sql;
    let plain = |text: String| Sql::over(6, &[sql], text).map(|sql| (sql, Collation::LITERAL));
    match &value.kind {
        Kind::Null | Kind::Date => Ok((sql.clone(), Collation::LITERAL)),
        Kind::Text(collation) => Ok((sql.clone(), *collation)),
        Kind::String(text) => Ok((text_sql(text), Collation::LITERAL)),
        Kind::Number(number) => Ok((text_sql(&number.text()), Collation::LITERAL)),
        Kind::Hex(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((text_sql(text), BINARY)),
            Err(_) => Err(ExprError::unsupported("binary data as a text")),
        },
        Kind::Exact(range) if range.scale == 0 => plain(format!("CAST({sql} AS TEXT)")),
        Kind::Exact(range) => {
            // The printer of stored decimals writes any scaled integer.
            let stored = Stored::Scaled {
                precision: 18,
                scale: range.scale.min(18),
                unsigned: false,
            };
            plain(in_parentheses(&stored, sql))
        }
        Kind::Year => plain(format!(
            "(CASE WHEN {sql} IS NOT NULL THEN printf('%04d',{sql}) END)"
        )),
        Kind::Biased => plain(in_parentheses(&Stored::BiasedUnsigned, sql)),
        Kind::Sortable {
            precision,
            scale,
            unsigned,
        } => {
            let stored = Stored::Sortable {
                precision: *precision,
                scale: *scale,
                unsigned: *unsigned,
            };
            let digits = in_parentheses(&stored, sql);
            plain(format!("(CASE WHEN {sql} IS NOT NULL THEN {digits} END)"))
        }
        Kind::Datetime { .. } | Kind::Now { .. } => plain(format!("replace({sql},'T',' ')")),
        Kind::Timestamp { .. } => plain(format!("replace(rtrim({sql},'Z'),'T',' ')")),
        Kind::Time { fraction } => plain(in_parentheses(&Stored::Time { fraction: *fraction }, sql)),
        Kind::Enum { members, collation } => {
            let stored = Stored::Enum(members.clone());
            Ok((Sql::over(4, &[sql], in_parentheses(&stored, sql))?, *collation))
        }
        Kind::Set { members, collation } => Ok((set_text(sql, members)?, *collation)),
        Kind::Bits { .. } | Kind::Untold | Kind::Real | Kind::Bytes { .. } | Kind::Json | Kind::Geometry => {
            Err(ExprError::unsupported(format!("{} as a text", value.kind.name())))
        }
    }
}

const BINARY: Collation = Collation {
    fold: false,
    rank: Rank::Column,
};

/// Texts of kinds that need no nonce.
fn in_parentheses(stored: &Stored, sql: &Sql) -> String {
    format!("({})", stored.json_sql(&sql.text, "''"))
}

fn set_text(sql: &Sql, members: &[String]) -> Result<Sql, ExprError> {
    let pieces = members
        .iter()
        .enumerate()
        .map(|(at, member)| {
            let chosen = if at == 63 {
                format!("{sql}<0")
            } else {
                format!("{sql}&{}", 1_u64 << at)
            };
            let element = text_sql(&format!(",{member}"));
            Sql::over(
                3,
                &[sql],
                format!("CASE WHEN {chosen} THEN {element} ELSE '' END"),
            )
        })
        .collect::<Result<Vec<_>, _>>()?;
    let joined = Sql::chain("||", &pieces)?;
    let text = format!("(CASE WHEN {sql} IS NOT NULL THEN substr({joined},2) END)");
    Sql::over(3, &[&joined], text)
}

/// Whether two texts are equal to MySQL, as far as ASCII goes.
pub(super) fn same(a: &str, b: &str, fold: bool) -> bool {
    if fold { a.eq_ignore_ascii_case(b) } else { a == b }
}

/// The stored form of a SET's literal; nothing where it holds what is no member.
pub(super) fn set_bits(kind: &Kind, text: &str) -> Option<Value> {
    let Kind::Set { members, collation } = kind else {
        return None;
    };
    let is_member = |name: &str| members.iter().any(|member| same(member, name, collation.fold));
    if !text.is_empty() && !text.split(',').all(is_member) {
        return None;
    }
    Stored::Set(members.clone())
        .from_literal(&Literal::String(text.as_bytes().to_vec()))
        .ok()
}

/// A text that `format` makes of the value's SQL.
pub(super) fn mapped(
    value: &Typed,
    levels: u16,
    format: impl Fn(&Sql) -> String,
) -> Result<Typed, ExprError> {
    let (sql, collation) = text(value)?;
    Ok(Typed::new(
        Sql::over(levels, &[&sql], format(&sql))?,
        Kind::Text(collation),
    ))
}

/// `CONCAT`.
pub(super) fn concat(values: &[Typed]) -> Result<Typed, ExprError> {
    let (parts, collation) = all(values)?;
    Ok(Typed::new(Sql::chain("||", &parts)?, Kind::Text(collation)))
}

/// `CONCAT_WS`.
pub(super) fn concat_with(values: &[Typed]) -> Result<Typed, ExprError> {
    let (parts, collation) = all(values)?;
    let [separator, parts @ ..] = parts.as_slice() else {
        return Err(ExprError::syntax("CONCAT_WS takes a separator and values"));
    };
    // SQLite's concat_ws leaves out the separator behind an empty text that comes first.
    let pieces = parts
        .iter()
        .map(|part| Sql::over(2, &[separator, part], format!("coalesce({separator}||{part},'')")))
        .collect::<Result<Vec<_>, _>>()?;
    let joined = Sql::chain("||", &pieces)?;
    let text = format!("substr({joined},length({separator})+1)");
    Ok(Typed::new(Sql::over(2, &[&joined], text)?, Kind::Text(collation)))
}

/// All as texts, with the collation of what is made of them.
pub(super) fn all(values: &[Typed]) -> Result<(Vec<Sql>, Collation), ExprError> {
    let mut collation = Collation::LITERAL;
    let mut parts = Vec::with_capacity(values.len());
    for value in values {
        let (sql, own) = text(value)?;
        collation = collation.with(own);
        parts.push(sql);
    }
    Ok((parts, collation))
}

/// `SUBSTRING(value, from[, length])`, counted in characters.
pub(super) fn substring_at(value: &Typed, from: &Exact, length: Option<&Exact>) -> Result<Typed, ExprError> {
    let (sql, collation) = text(value)?;
    let from = &from.sql;
    let mut parts = vec![&sql, from];
    let (mut nothing, mut behind) = (format!("{from}=0 OR length({sql})<-{from}"), String::new());
    if let Some(length) = length {
        parts.push(&length.sql);
        nothing.push_str(&format!(" OR {}<=0", length.sql));
        behind = format!(",{}", length.sql);
    }
    let text = format!("(CASE WHEN {nothing} THEN substr({sql},1,0) ELSE substr({sql},{from}{behind}) END)");
    Ok(Typed::new(Sql::over(6, &parts, text)?, Kind::Text(collation)))
}

/// `SUBSTRING(value, from[, length])`, with constants.
pub(super) fn substring(value: &Typed, from: i64, length: Option<i64>) -> Result<Typed, ExprError> {
    if from == 0 || length.is_some_and(|length| length <= 0) {
        return mapped(value, 2, |sql| format!("substr({sql},1,0)"));
    }
    let length = length.map(|length| format!(",{length}")).unwrap_or_default();
    if from > 0 {
        return mapped(value, 2, |sql| format!("substr({sql},{from}{length})"));
    }
    let least = from.unsigned_abs();
    mapped(value, 4, |sql| {
        format!("(CASE WHEN length({sql})<{least} THEN '' ELSE substr({sql},{from}{length}) END)")
    })
}

/// `LEFT(value, length)`.
pub(super) fn left(value: &Typed, length: &Exact) -> Result<Typed, ExprError> {
    let (sql, collation) = text(value)?;
    let text = format!("substr({sql},1,max({},0))", length.sql);
    Ok(Typed::new(
        Sql::over(3, &[&sql, &length.sql], text)?,
        Kind::Text(collation),
    ))
}

/// `RIGHT(value, length)`.
pub(super) fn right(value: &Typed, length: &Exact) -> Result<Typed, ExprError> {
    let (sql, collation) = text(value)?;
    let count = &length.sql;
    let text = format!("(CASE WHEN {count}<=0 THEN substr({sql},1,0) ELSE substr({sql},-{count}) END)");
    Ok(Typed::new(
        Sql::over(4, &[&sql, count], text)?,
        Kind::Text(collation),
    ))
}

/// `LIKE`: SQLite's own folds ASCII case, its GLOB does not.
pub(super) fn like(value: &Typed, pattern: &str, escape: char) -> Result<Sql, ExprError> {
    let (sql, collation) = text(value)?;
    let parts = pattern_parts(pattern, escape)?;
    let written: String = parts
        .iter()
        .map(|part| if collation.fold { part.like() } else { part.glob() })
        .collect();
    if written.len() > PATTERN_BYTES {
        return Err(ExprError::unsupported(format!(
            "LIKE with a pattern of more than {PATTERN_BYTES} bytes"
        )));
    }
    let literal = text_sql(&written);
    let text = if collation.fold {
        format!("({sql} LIKE {literal} ESCAPE '\\')")
    } else {
        format!("({sql} GLOB {literal})")
    };
    Sql::over(2, &[&sql], text)
}

enum Part {
    Any,
    One,
    Char(char),
}

impl Part {
    fn like(&self) -> String {
        match self {
            Self::Any => "%".to_owned(),
            Self::One => "_".to_owned(),
            Self::Char(c @ ('%' | '_' | '\\')) => format!("\\{c}"),
            Self::Char(c) => c.to_string(),
        }
    }

    fn glob(&self) -> String {
        match self {
            Self::Any => "*".to_owned(),
            Self::One => "?".to_owned(),
            Self::Char(c @ ('*' | '?' | '[')) => format!("[{c}]"),
            Self::Char(c) => c.to_string(),
        }
    }
}

fn pattern_parts(pattern: &str, escape: char) -> Result<Vec<Part>, ExprError> {
    if pattern.contains('\0') {
        return Err(ExprError::unsupported("LIKE with a NUL in its pattern"));
    }
    let mut parts = Vec::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        parts.push(match c {
            c if c == escape => match chars.next() {
                Some(next) => Part::Char(next),
                None => Part::Char(c),
            },
            '%' => Part::Any,
            '_' => Part::One,
            c => Part::Char(c),
        });
    }
    Ok(parts)
}
