//! The result in the stored form of the column that it is for.

use super::exact::Exact;
use super::real::real;
use super::syntax::Node;
use super::translate::Scope;
use super::typed::{Kind, Sql, Typed, integer, stored_form, text_sql, value_sql};
use super::{ExprError, compare, json, text, time};
use crate::Column;
use crate::stored::{Literal, Stored};

/// The whole numbers that a FLOAT keeps all of.
const SINGLE_EXACT: i128 = 1 << 24;

/// The SQL of an expression in a column's stored form.
pub(super) fn into_column(scope: &Scope, node: &Node, column: &Column) -> Result<Sql, ExprError> {
    let Some(stored) = stored_form(scope.table, column) else {
        return Err(ExprError::unsupported(
            "an expression for a BIGINT UNSIGNED column of a foreign key",
        ));
    };
    if let Some(scale) = exact_scale(&stored)
        && let Some(exact) = scope.rounded_quotient(node, scale)?
    {
        return Ok(exact.sql);
    }
    let value = scope.value(node)?;
    match literal(&value) {
        Some(literal) => constant(&stored, &literal, column),
        None => convert(&value, &stored),
    }
}

fn exact_scale(stored: &Stored) -> Option<u8> {
    match stored {
        Stored::Scaled { scale, .. } => Some(*scale),
        Stored::Boolean | Stored::Int { .. } | Stored::PlainUnsigned | Stored::Bits { .. } | Stored::Year => {
            Some(0)
        }
        _ => None,
    }
}

fn literal(value: &Typed) -> Option<Literal> {
    match &value.kind {
        Kind::Null => Some(Literal::Null),
        Kind::Number(number) => Some(Literal::Number(number.text())),
        Kind::String(text) => Some(Literal::String(text.as_bytes().to_vec())),
        Kind::Hex(bytes) => Some(Literal::Bytes(bytes.clone())),
        _ => None,
    }
}

fn constant(stored: &Stored, literal: &Literal, column: &Column) -> Result<Sql, ExprError> {
    match stored.from_literal(literal) {
        Ok(value) => Ok(value_sql(&value)),
        Err(error) => Err(ExprError::Value {
            column: column.name.clone(),
            message: error.to_string(),
        }),
    }
}

fn convert(value: &Typed, stored: &Stored) -> Result<Sql, ExprError> {
    match stored {
        Stored::Boolean | Stored::Int { .. } | Stored::PlainUnsigned | Stored::Bits { .. } | Stored::Year => {
            match value.kind {
                Kind::Json => from_json(&value.sql),
                _ => Ok(Exact::need(value, "an integer")?.rounded(0)?.sql),
            }
        }
        Stored::Scaled { scale, .. } => Ok(Exact::need(value, "a decimal")?.rounded(*scale)?.sql),
        Stored::BiasedUnsigned => biased(value),
        Stored::Sortable { precision, scale, .. } => sortable(value, *precision, *scale),
        Stored::Real { single, .. } => floating(value, *single),
        Stored::Text { fixed, .. } => {
            let (sql, _) = text::text(value)?;
            if *fixed {
                return Sql::over(1, &[&sql], format!("rtrim({sql},' ')"));
            }
            Ok(sql)
        }
        Stored::Bytes { max, fixed } => bytes(value, fixed.then_some(*max)),
        Stored::Date | Stored::Datetime { .. } | Stored::Timestamp { .. } => moment(value, stored),
        Stored::Time { fraction } => {
            if let Kind::Time { fraction: own } = value.kind
                && own > *fraction
            {
                return Err(ExprError::unsupported(
                    "digits of a second beyond what the column keeps",
                ));
            }
            time::micros(value)
        }
        Stored::Enum(members) => member(value, members),
        Stored::Set(members) => match &value.kind {
            Kind::Set { members: own, .. } if own == members => Ok(value.sql.clone()),
            _ => Err(mismatch(value, "a SET")),
        },
        Stored::Json => match value.kind {
            Kind::Json => Ok(value.sql.clone()),
            Kind::Text(_) => {
                let sql = json::document(value)?;
                Sql::over(1, &[&sql], format!("json({sql})"))
            }
            _ => Err(mismatch(value, "JSON")),
        },
        Stored::Geometry { .. } => match value.kind {
            Kind::Geometry => Ok(value.sql.clone()),
            _ => Err(mismatch(value, "a GEOMETRY")),
        },
    }
}

fn mismatch(value: &Typed, what: &str) -> ExprError {
    ExprError::unsupported(format!("{} for {what} column", value.kind.name()))
}

/// A JSON number or boolean for an integer column, rounded half away from zero; the column refuses others.
fn from_json(sql: &Sql) -> Result<Sql, ExprError> {
    let text = format!(
        "(CASE json_type({sql}) WHEN 'real' THEN CAST(round({sql}->>'$') AS INTEGER) ELSE {sql}->>'$' END)"
    );
    Sql::over(5, &[sql], text)
}

fn biased(value: &Typed) -> Result<Sql, ExprError> {
    if value.kind == Kind::Biased {
        return Ok(value.sql.clone());
    }
    let exact = Exact::need(value, "an integer")?.rounded(0)?;
    let sql = &exact.sql;
    let shifted = format!("({sql}-9223372036854775807-1)");
    if exact.range.low >= 0 {
        return Sql::over(2, &[sql], shifted);
    }
    // As in MySQL, a negative value is an error.
    let text = format!("(CASE WHEN {sql}<0 THEN abs(-9223372036854775807-1) ELSE {shifted} END)");
    Sql::over(4, &[sql], text)
}

/// A whole scaled integer as a sortable text: a mark, and all digits or, where it is negative, their complements.
fn sortable(value: &Typed, precision: u8, scale: u8) -> Result<Sql, ExprError> {
    if let Kind::Sortable {
        precision: own_precision,
        scale: own_scale,
        ..
    } = value.kind
    {
        if (own_precision, own_scale) == (precision, scale) {
            return Ok(value.sql.clone());
        }
        return Err(ExprError::unsupported(
            "a DECIMAL of more than 18 digits for one of other digits",
        ));
    }
    let exact = Exact::need(value, "a decimal")?;
    let exact = if exact.range.scale > scale {
        exact.rounded(scale)?
    } else {
        exact
    };
    let most = exact.range.low.abs().max(exact.range.high.abs());
    let zeros = usize::from(scale - exact.range.scale);
    let digits = usize::from(precision) - zeros;
    // The digits of one INTEGER, whose complement to nine fits one as well.
    if most >= 10_i128.pow(18) || digits < 18 {
        return Err(ExprError::unsupported(
            "a value that may exceed the digits of its DECIMAL column",
        ));
    }
    let sql = &exact.sql;
    let (front, nines) = (digits - 18, "9".repeat(18));
    let (low, high) = ("0".repeat(front), "9".repeat(front));
    let (low_end, high_end) = ("0".repeat(zeros), "9".repeat(zeros));
    let text = format!(
        "(CASE WHEN {sql}>=0 THEN printf('1{low}%018d{low_end}',{sql}) \
         WHEN {sql}<0 THEN printf('0{high}%018d{high_end}',{nines}+{sql}) END)"
    );
    Sql::over(4, &[sql], text)
}

fn floating(value: &Typed, single: bool) -> Result<Sql, ExprError> {
    let fits = match Exact::of(value) {
        Some(exact) => {
            exact.range.scale == 0 && exact.range.low >= -SINGLE_EXACT && exact.range.high <= SINGLE_EXACT
        }
        None => false,
    };
    if single && !fits {
        return Err(ExprError::unsupported(
            "an expression for a FLOAT column, which rounds it; use DOUBLE",
        ));
    }
    real(value, "a number")
}

fn bytes(value: &Typed, length: Option<u64>) -> Result<Sql, ExprError> {
    match &value.kind {
        Kind::Bytes { length: own } if length.is_none() || *own == length => Ok(value.sql.clone()),
        Kind::Text(_) if length.is_none() => {
            Sql::over(1, &[&value.sql], format!("CAST({} AS BLOB)", value.sql))
        }
        Kind::String(_) | Kind::Hex(_) if length.is_none() => Ok(compare::binary(value)),
        _ => Err(mismatch(value, "a binary")),
    }
}

fn moment(value: &Typed, stored: &Stored) -> Result<Sql, ExprError> {
    let fraction = match stored {
        Stored::Datetime { fraction } | Stored::Timestamp { fraction } => *fraction,
        _ => 0,
    };
    if !matches!(value.kind, Kind::Text(_)) && !time::is_moment(value) {
        return Err(mismatch(value, "a date or time"));
    }
    let value = match value.kind {
        // As the column's own DEFAULT CURRENT_TIMESTAMP does it.
        Kind::Now { .. } => Typed::new(time::now(fraction), Kind::Datetime { fraction }),
        _ => time::moment(value)?,
    };
    match stored {
        Stored::Date if time::fraction_of(&value.kind) > 0 => Err(ExprError::unsupported(
            "a date and time with digits of a second for a DATE column; use DATE(…)",
        )),
        Stored::Date => Ok(time::date(&value)?.sql),
        Stored::Timestamp { .. } => {
            let sql = time::datetime(&value, fraction)?;
            Sql::over(1, &[&sql], format!("({sql}||'Z')"))
        }
        _ => time::datetime(&value, fraction),
    }
}

/// A text's position among the members; 0, which the column refuses, where it is none.
fn member(value: &Typed, members: &[String]) -> Result<Sql, ExprError> {
    if let Kind::Enum { members: own, .. } = &value.kind
        && **own == *members
    {
        return Ok(value.sql.clone());
    }
    let (sql, collation) = text::text(value)?;
    let mut branches = String::new();
    for (at, name) in members.iter().enumerate() {
        let position = integer(i64::try_from(at + 1).unwrap_or(0));
        branches.push_str(&format!(" WHEN {} THEN {position}", text_sql(name)));
    }
    let text = format!(
        "(CASE WHEN {sql} IS NOT NULL THEN CASE {sql} COLLATE {}{branches} ELSE 0 END END)",
        collation.name()
    );
    Sql::over(5, &[&sql], text)
}
