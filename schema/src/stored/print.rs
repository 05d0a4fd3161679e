//! SQL that prints the stored form as JSON.

use super::temporal::unit;
use super::{Scalar, Stored, Value, bulk, real, sortable};

/// Beyond so many members, an ENUM is looked up in a JSON array instead of a CASE.
const CASE_MEMBERS: usize = 64;

impl Value {
    /// The value as an SQL expression of constants, for a DEFAULT or a CHECK. A REAL is in parentheses, and so is a text
    /// with a NUL.
    pub fn literal_sql(&self) -> String {
        match self {
            Self::Null => "NULL".to_owned(),
            Self::Int(number) => number.to_string(),
            Self::Real(number) => real::literal_sql(*number),
            Self::Text(text) if text.contains('\0') => format!("({})", quoted(text)),
            Self::Text(text) => quoted(text),
            Self::Blob(bytes) => {
                let mut out = "x'".to_owned();
                bulk::write_hex(bytes, &mut out);
                out + "'"
            }
        }
    }
}

impl Stored {
    /// SQL over the stored form for a value that is ready as an argument of `json_object` or `json_array`. NULL stays
    /// NULL. `sql` is an operand (a column, a call, or in parentheses), cheap since it may be mentioned more than once.
    ///
    /// Where [`Stored::rewrites`] says so, the value may be a marker that holds the text `nonce_sql` evaluates to; the
    /// answer then goes through [`rewrite`](super::rewrite) with the same nonce.
    pub fn json_sql(&self, sql: &str, nonce_sql: &str) -> String {
        match self {
            Self::Boolean | Self::Bits { width: 1 } => {
                format!("json(CASE {sql} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)")
            }
            Self::Int { .. } | Self::PlainUnsigned | Self::Bits { .. } => {
                if self.scalar() == Scalar::BigInt {
                    format!("CAST({sql} AS TEXT)")
                } else {
                    sql.to_owned()
                }
            }
            Self::BiasedUnsigned => {
                // The sign bit flipped without a sum that leaves 64 bits, which would turn into a REAL.
                let unbiased = format!("({sql}|{MIN})-({sql}&{MIN})", MIN = i64::MIN);
                or_null(sql, &format!("printf('%u',{unbiased})"))
            }
            Self::Scaled { scale: 0, .. } => format!("CAST({sql} AS TEXT)"),
            Self::Scaled { scale, unsigned, .. } => scaled_sql(sql, *scale, *unsigned),
            Self::Sortable { precision, scale, .. } => sortable::number_sql(sql, *precision, *scale),
            Self::Real { single: false, .. } => real::json_sql(sql, nonce_sql),
            Self::Bytes { .. } => marker_sql(sql, 'b', nonce_sql),
            Self::Geometry { .. } => marker_sql(sql, 'g', nonce_sql),
            Self::Time { fraction } => or_null(sql, &time_sql(sql, *fraction)),
            Self::Enum(members) => enum_sql(sql, members),
            Self::Set(members) => set_sql(sql, members),
            Self::Json => format!("json({sql})"),
            // A FLOAT's shortest decimal form has no more digits than SQLite writes.
            Self::Real { .. }
            | Self::Text { .. }
            | Self::Date
            | Self::Datetime { .. }
            | Self::Timestamp { .. }
            | Self::Year => sql.to_owned(),
        }
    }

    /// SQL for the members of a SET as MySQL writes them: `a,b`.
    pub(super) fn set_text_sql(&self, sql: &str) -> String {
        let Self::Set(members) = self else {
            return sql.to_owned();
        };
        let chosen = chosen_sql(sql, members, str::to_owned);
        or_null(sql, &format!("substr({chosen},2)"))
    }

    /// Whether an answer that holds this column goes through [`rewrite`](super::rewrite).
    pub fn rewrites(&self) -> bool {
        matches!(
            self,
            Self::Bytes { .. } | Self::Geometry { .. } | Self::Real { single: false, .. }
        )
    }
}

fn or_null(sql: &str, value: &str) -> String {
    format!("CASE WHEN {sql} IS NOT NULL THEN {value} END")
}

pub(super) fn marker_sql(sql: &str, kind: char, nonce_sql: &str) -> String {
    or_null(sql, &format!("'~{kind}:'||{nonce_sql}||':'||hex({sql})"))
}

/// The digits put together: less work than `printf`, which reads its format for each row. What NULL is joined to is NULL.
fn scaled_sql(sql: &str, scale: u8, unsigned: bool) -> String {
    let unit = 10_i64.pow(u32::from(scale));
    let (whole, rest) = (format!("({sql}/{unit})"), format!("({sql}%{unit})"));
    let positive = format!("({whole}||{})", fraction_sql(&rest, scale));
    if unsigned {
        return positive;
    }
    let negative = format!("'-'||(-{whole})||{}", fraction_sql(&format!("(-{rest})"), scale));
    format!("CASE WHEN {sql}<0 THEN {negative} ELSE {positive} END")
}

/// A point and so many digits.
fn fraction_sql(rest: &str, scale: u8) -> String {
    match scale {
        1 => format!("'.'||{rest}"),
        2 => format!("CASE WHEN {rest}<10 THEN '.0' ELSE '.' END||{rest}"),
        _ => format!("'.'||substr({rest}+{},2)", 10_i64.pow(u32::from(scale))),
    }
}

fn time_sql(sql: &str, fraction: u8) -> String {
    let clock = format!("abs({sql})/3600000000,abs({sql})/60000000%60,abs({sql})/1000000%60");
    let sign = format!("CASE WHEN {sql}<0 THEN '-' ELSE '' END");
    if fraction == 0 {
        return format!("printf('%s%02d:%02d:%02d',{sign},{clock})");
    }
    format!(
        "printf('%s%02d:%02d:%02d.%0{fraction}d',{sign},{clock},abs({sql})%1000000/{})",
        unit(fraction)
    )
}

fn enum_sql(sql: &str, members: &[String]) -> String {
    if members.len() > CASE_MEMBERS {
        let array = serde_json::Value::from(members).to_string();
        return format!("{}->>({sql}-1)", quoted(&array));
    }
    let branches: Vec<String> = members
        .iter()
        .enumerate()
        .map(|(at, member)| format!("WHEN {} THEN {} ", at + 1, quoted(member)))
        .collect();
    format!("CASE {sql} {}END", branches.concat())
}

fn set_sql(sql: &str, members: &[String]) -> String {
    let elements = chosen_sql(sql, members, |member| serde_json::Value::from(member).to_string());
    format!(
        "json({})",
        or_null(sql, &format!("'['||substr({elements},2)||']'"))
    )
}

/// The chosen members, each behind a comma.
fn chosen_sql(sql: &str, members: &[String], spelled: impl Fn(&str) -> String) -> String {
    let pieces: Vec<String> = members
        .iter()
        .take(64)
        .enumerate()
        .map(|(at, member)| {
            let element = format!(",{}", spelled(member));
            let chosen = if at == 63 {
                format!("{sql}<0")
            } else {
                format!("{sql}&{}", 1_u64 << at)
            };
            format!("CASE WHEN {chosen} THEN {} ELSE '' END", quoted(&element))
        })
        .collect();
    joined(&pieces)
}

/// A balanced tree of `||`, since a chain is as deep as it is long and depth is limited.
fn joined(pieces: &[String]) -> String {
    match pieces {
        [] => "''".to_owned(),
        [piece] => piece.clone(),
        more => {
            let (left, right) = more.split_at(more.len() / 2);
            format!("({}||{})", joined(left), joined(right))
        }
    }
}

/// A text literal. SQL ends at a NUL, so that is written apart.
fn quoted(text: &str) -> String {
    let literal = format!("'{}'", text.replace('\'', "''"));
    literal.replace('\0', "'||char(0)||'")
}
