//! Comparisons, each side brought to a stored form in which SQLite compares as MySQL does.

use super::exact::Exact;
use super::number::Number;
use super::real::{either_real, real};
use super::syntax::Comparison;
use super::typed::{Kind, Sql, Typed, text_sql, value_sql};
use super::{ExprError, json, text, time};
use crate::stored::{Literal, Stored};

/// `left op right`, 1, 0 or NULL.
pub(super) fn compare(op: Comparison, left: &Typed, right: &Typed) -> Result<Sql, ExprError> {
    if left.kind == Kind::Null || right.kind == Kind::Null {
        return against_null(op, if left.kind == Kind::Null { right } else { left });
    }
    if left.is_literal() && !right.is_literal() {
        return oriented(op.flipped(), right, left);
    }
    oriented(op, left, right)
}

fn against_null(op: Comparison, other: &Typed) -> Result<Sql, ExprError> {
    match (op, other.is_literal() && other.kind != Kind::Null) {
        (Comparison::NullSafe, true) => Ok(Sql::atom("0")),
        (Comparison::NullSafe, false) => Sql::over(1, &[&other.sql], format!("({} IS NULL)", other.sql)),
        _ => Ok(Sql::atom("NULL")),
    }
}

/// A literal, if there is but one, stands on the right.
fn oriented(op: Comparison, left: &Typed, right: &Typed) -> Result<Sql, ExprError> {
    use Kind::{
        Biased, Bytes, Enum, Exact as Whole, Hex, Json, Number as Digits, Set, Sortable, String, Time,
    };
    if either_real(left, right) {
        return print(op, &real(left, "a comparison")?, &real(right, "a comparison")?);
    }
    match (&left.kind, &right.kind) {
        (Json, _) => json::compare(op, left, right),
        (_, Json) => json::compare(op.flipped(), right, left),
        (Kind::Untold, _) | (_, Kind::Untold) => Err(ExprError::unsupported(
            "comparing a BIGINT UNSIGNED column of a foreign key",
        )),
        (Kind::Year, Digits(number)) if is_short_year(number) => {
            Err(ExprError::unsupported("years of two digits"))
        }
        (Whole(_) | Kind::Bits { .. } | Kind::Year, Digits(number)) => against_number(op, left, number),
        (Whole(_) | Kind::Year, String(text)) => against_number(op, left, &numeric(text)?),
        (Whole(_) | Kind::Bits { .. } | Kind::Year, Hex(bytes)) => match Number::from_bytes(bytes) {
            Some(number) => against_number(op, left, &number),
            None => Err(ExprError::unsupported("binary literals of more than 8 bytes")),
        },
        (Biased, Digits(number)) => biased_against(op, &left.sql, number),
        (Biased, String(text)) => biased_against(op, &left.sql, &numeric(text)?),
        (Biased, Biased) | (Bytes { .. }, Bytes { .. }) => print(op, &left.sql, &right.sql),
        (Biased, _) => print(op, &left.sql, &biased(right)?),
        (_, Biased) => print(op, &biased(left)?, &right.sql),
        (Sortable { .. }, Digits(number)) => sortable_against(op, left, number),
        (Sortable { .. }, String(text)) => sortable_against(op, left, &numeric(text)?),
        (Sortable { .. }, Sortable { .. }) if left.kind == right.kind => print(op, &left.sql, &right.sql),
        (Enum { members, .. }, Enum { members: others, .. }) if members == others && op.is_equality() => {
            print(op, &left.sql, &right.sql)
        }
        (Enum { members, collation }, String(text)) if op.is_equality() => {
            let found = members
                .iter()
                .position(|member| text::same(member, text, collation.fold));
            match found {
                Some(at) => print(op, &left.sql, &Sql::atom((at + 1).to_string())),
                None => never(op, &left.sql),
            }
        }
        (Enum { .. }, Digits(number)) => {
            against_number(op, &Typed::whole(left.sql.clone(), 1, 65_535), number)
        }
        (Set { .. }, String(text)) if op.is_equality() => match text::set_bits(&left.kind, text) {
            Some(bits) => print(op, &left.sql, &value_sql(&bits)),
            None => never(op, &left.sql),
        },
        (Set { members, .. }, Set { members: others, .. }) if members == others && op.is_equality() => {
            print(op, &left.sql, &right.sql)
        }
        (Bytes { .. }, String(_) | Hex(_)) => print(op, &left.sql, &binary(right)),
        (Time { .. }, Time { .. } | String(_)) | (String(_), Time { .. }) => {
            print(op, &time::micros(left)?, &time::micros(right)?)
        }
        _ if time::is_moment(left) || time::is_moment(right) => {
            let (left, right) = time::aligned(left, right)?;
            print(op, &left, &right)
        }
        _ if text::is_textual(left) && text::is_textual(right) => {
            let (a, first) = text::text(left)?;
            let (b, second) = text::text(right)?;
            let b = Sql::over(1, &[&b], format!("{b} COLLATE {}", first.with(second).name()))?;
            print(op, &a, &b)
        }
        _ => match (Exact::of(left), Exact::of(right)) {
            (Some(left), Some(right)) => {
                let (left, right) = left.aligned(right)?;
                print(op, &left.sql, &right.sql)
            }
            _ => Err(ExprError::unsupported(format!(
                "comparing {} with {}",
                left.kind.name(),
                right.kind.name()
            ))),
        },
    }
}

pub(super) fn print(op: Comparison, left: &Sql, right: &Sql) -> Result<Sql, ExprError> {
    Sql::over(2, &[left, right], format!("({left} {} {right})", op.sql()))
}

/// What an equality gives that no value meets: still NULL for NULL.
fn never(op: Comparison, value: &Sql) -> Result<Sql, ExprError> {
    match op {
        Comparison::NullSafe => Ok(Sql::atom("0")),
        Comparison::NotEqual => print(Comparison::Equal, value, value),
        _ => print(Comparison::NotEqual, value, value),
    }
}

fn is_short_year(number: &Number) -> bool {
    number
        .at_scale(0)
        .is_some_and(|year| (1..100).contains(&year.units))
}

fn numeric(text: &str) -> Result<Number, ExprError> {
    Number::parse(text.trim())
        .ok_or_else(|| ExprError::unsupported(format!("comparing a number with the text '{text}'")))
}

/// A number column against a literal, which may have more digits than the column keeps.
fn against_number(op: Comparison, value: &Typed, number: &Number) -> Result<Sql, ExprError> {
    let exact = Exact::need(value, "a comparison")?;
    let truncated = number.at_scale(exact.range.scale);
    let Some((units, rest)) = truncated.and_then(|t| Some((i64::try_from(t.units).ok()?, t.rest))) else {
        return print(op, &exact.sql, &beyond(number));
    };
    let literal = super::typed::integer(units);
    if rest {
        return beside(op, &exact.sql, &literal, number.is_negative());
    }
    print(op, &exact.sql, &literal)
}

/// Greater or less than every integer.
fn beyond(number: &Number) -> Sql {
    Sql::atom(if number.is_negative() { "(-9e999)" } else { "9e999" })
}

/// A comparison with a number between `literal` and the next value away from zero.
fn beside(op: Comparison, value: &Sql, literal: &Sql, negative: bool) -> Result<Sql, ExprError> {
    let op = match op {
        Comparison::Less | Comparison::LessOrEqual if negative => Comparison::Less,
        Comparison::Less | Comparison::LessOrEqual => Comparison::LessOrEqual,
        Comparison::Greater | Comparison::GreaterOrEqual if negative => Comparison::GreaterOrEqual,
        Comparison::Greater | Comparison::GreaterOrEqual => Comparison::Greater,
        equality => return never(equality, value),
    };
    print(op, value, literal)
}

fn biased_against(op: Comparison, value: &Sql, number: &Number) -> Result<Sql, ExprError> {
    let Some(truncated) = number.at_scale(0) else {
        return print(op, value, &beyond(number));
    };
    let Ok(units) = u64::try_from(truncated.units) else {
        return print(op, value, &beyond(number));
    };
    if truncated.rest && number.is_negative() {
        return print(op, value, &beyond(number));
    }
    let literal = super::typed::integer((units ^ (1 << 63)).cast_signed());
    if truncated.rest {
        return beside(op, value, &literal, false);
    }
    print(op, value, &literal)
}

/// A whole number with its sign bit flipped; less than all where it is negative.
fn biased(value: &Typed) -> Result<Sql, ExprError> {
    let exact = Exact::need(value, "comparing a BIGINT UNSIGNED with a value")?;
    if exact.range.scale > 0 {
        return Err(ExprError::unsupported(
            "comparing a BIGINT UNSIGNED with a decimal",
        ));
    }
    let sql = &exact.sql;
    let shifted = format!("({sql}-9223372036854775807-1)");
    if exact.range.low >= 0 {
        return Sql::over(2, &[sql], shifted);
    }
    Sql::over(
        4,
        &[sql],
        format!("(CASE WHEN {sql}<0 THEN -9e999 ELSE {shifted} END)"),
    )
}

fn sortable_against(op: Comparison, value: &Typed, number: &Number) -> Result<Sql, ExprError> {
    let Kind::Sortable { precision, scale, .. } = value.kind else {
        return Err(ExprError::unsupported("comparing that"));
    };
    // A negative literal has a form even where the column has no negative values.
    let stored = Stored::Sortable {
        precision,
        scale,
        unsigned: false,
    };
    let digits = number.text();
    if number.scale() > usize::from(scale) {
        let (kept, rest) = digits.split_at(digits.len() - (number.scale() - usize::from(scale)));
        if rest.bytes().any(|b| b != b'0') {
            return match stored.from_literal(&Literal::Number(kept.trim_end_matches('.').to_owned())) {
                Ok(literal) => beside(op, &value.sql, &value_sql(&literal), number.is_negative()),
                Err(_) => print(op, &value.sql, &beyond_text(number)),
            };
        }
    }
    match stored.from_literal(&Literal::Number(digits)) {
        Ok(literal) => print(op, &value.sql, &value_sql(&literal)),
        Err(_) => print(op, &value.sql, &beyond_text(number)),
    }
}

/// Sorts after or before every sortable decimal, which begin with 0 or 1.
fn beyond_text(number: &Number) -> Sql {
    Sql::atom(if number.is_negative() { "''" } else { "'2'" })
}

/// A literal as a BLOB.
pub(super) fn binary(value: &Typed) -> Sql {
    match &value.kind {
        Kind::Hex(bytes) => value_sql(&crate::stored::Value::Blob(bytes.clone())),
        Kind::String(text) => value_sql(&crate::stored::Value::Blob(text.as_bytes().to_vec())),
        _ => text_sql(""),
    }
}
