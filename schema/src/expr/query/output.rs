//! The columns of a result: how an expression's values are kept.

use super::super::exact::Exact;
use super::super::typed::{Collation, Kind, Range, Rank, Sql, Typed};
use super::super::{ExprError, compare, text, time};
use crate::stored::{Stored, TextLimit};
use crate::view::Origin;

/// How long a text of an expression may be.
const MOST: u64 = 0xffff_ffff;

/// What is selected.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) name: crate::Ident,
    pub(super) typed: Typed,
    /// Where it is just a column: how that is kept.
    pub(super) column: Option<Stored>,
    pub(super) nullable: bool,
    /// As [`super::QueryColumn::origin`].
    pub(super) origin: Option<Origin>,
}

/// A result's column: its SQL, and how it is kept.
#[derive(Debug, Clone)]
pub(super) struct Output {
    pub(super) sql: Sql,
    pub(super) stored: Stored,
    pub(super) fold: bool,
}

impl Output {
    /// How many columns its SQL may name.
    pub(super) fn weight(&self) -> u64 {
        u64::try_from(self.sql.text.len() / 8).unwrap_or(u64::MAX).max(1)
    }
}

impl Item {
    /// The column of the result that it becomes.
    pub(super) fn output(&self) -> Result<Output, ExprError> {
        match &self.column {
            Some(stored) => Ok(Output {
                sql: self.typed.sql.clone(),
                stored: stored.clone(),
                fold: fold(&self.typed.kind),
            }),
            None => output(&self.typed).map_err(|error| self.named(error)),
        }
    }

    /// An error with the name of what it is about.
    pub(super) fn named(&self, error: ExprError) -> ExprError {
        match error {
            ExprError::NotSupported { what } if !what.contains("(for the column") => {
                ExprError::unsupported(format!("{what} (for the column '{}')", self.name))
            }
            other => other,
        }
    }
}

fn fold(kind: &Kind) -> bool {
    match kind {
        Kind::Text(collation) | Kind::Enum { collation, .. } | Kind::Set { collation, .. } => collation.fold,
        _ => true,
    }
}

/// An expression as a column. Filters and orders need a column's type, so its SQL says it.
pub(super) fn output(value: &Typed) -> Result<Output, ExprError> {
    let plain = |sql: Sql, stored: Stored| Output {
        sql,
        stored,
        fold: true,
    };
    let as_integer = |sql: &Sql, stored: Stored| {
        let sql = Sql::over(1, &[sql], format!("CAST({sql} AS INTEGER)"))?;
        Ok(plain(sql, stored))
    };
    let sql = &value.sql;
    match &value.kind {
        Kind::Null | Kind::String(_) | Kind::Text(_) => texts(value),
        Kind::Number(_) | Kind::Exact(_) => {
            let exact = Exact::need(value, "a column")?;
            as_integer(&exact.sql, number(exact.range)?)
        }
        Kind::Bits { width } => as_integer(sql, Stored::Bits { width: *width }),
        Kind::Year => as_integer(sql, Stored::Year),
        Kind::Biased => as_integer(sql, Stored::BiasedUnsigned),
        Kind::Time { fraction } => as_integer(sql, Stored::Time { fraction: *fraction }),
        Kind::Enum { members, collation } => Ok(Output {
            fold: collation.fold,
            ..as_integer(sql, Stored::Enum(members.clone()))?
        }),
        Kind::Set { members, collation } => Ok(Output {
            fold: collation.fold,
            ..as_integer(sql, Stored::Set(members.clone()))?
        }),
        Kind::Sortable {
            precision,
            scale,
            unsigned,
        } => Ok(plain(
            sql.clone(),
            Stored::Sortable {
                precision: *precision,
                scale: *scale,
                unsigned: *unsigned,
            },
        )),
        Kind::Real => Ok(plain(
            Sql::over(1, &[sql], format!("CAST({sql} AS REAL)"))?,
            Stored::Real {
                single: false,
                unsigned: false,
            },
        )),
        Kind::Hex(_) => Ok(plain(compare::binary(value), bytes())),
        Kind::Bytes { .. } => Ok(plain(sql.clone(), bytes())),
        Kind::Date => Ok(plain(sql.clone(), Stored::Date)),
        Kind::Datetime { fraction } => Ok(plain(sql.clone(), Stored::Datetime { fraction: *fraction })),
        Kind::Timestamp { fraction } => Ok(plain(sql.clone(), Stored::Timestamp { fraction: *fraction })),
        Kind::Now { fraction } => Ok(plain(
            time::now(*fraction),
            Stored::Datetime { fraction: *fraction },
        )),
        Kind::Json => Ok(plain(sql.clone(), Stored::Json)),
        Kind::Untold | Kind::Geometry => Err(ExprError::unsupported(format!(
            "{} of an expression as a column",
            value.kind.name()
        ))),
    }
}

fn texts(value: &Typed) -> Result<Output, ExprError> {
    let (sql, collation) = text::text(value)?;
    let sql = Sql::over(1, &[&sql], format!("({sql} COLLATE {})", collation.name()))?;
    Ok(Output {
        sql,
        stored: Stored::Text {
            limit: TextLimit::Bytes(MOST),
            fold_case: collation.fold,
            fixed: false,
        },
        fold: collation.fold,
    })
}

fn bytes() -> Stored {
    Stored::Bytes {
        max: MOST,
        fixed: false,
    }
}

/// The integer or decimal type of values in a range.
fn number(range: Range) -> Result<Stored, ExprError> {
    if range.scale > 18 {
        return Err(ExprError::unsupported(
            "a decimal with more than 18 digits after the point",
        ));
    }
    if range.scale > 0 {
        return Ok(Stored::Scaled {
            precision: 18,
            scale: range.scale,
            unsigned: false,
        });
    }
    let within = |min: i64, max: i64| range.low >= i128::from(min) && range.high <= i128::from(max);
    let int = |min: i64, max: i64| Stored::Int { min, max };
    Ok(if within(i32::MIN.into(), i32::MAX.into()) {
        int(i32::MIN.into(), i32::MAX.into())
    } else {
        int(i64::MIN, i64::MAX)
    })
}

/// How a column's texts compare.
pub(super) fn collation(fold: bool) -> Collation {
    Collation {
        fold,
        rank: Rank::Column,
    }
}
