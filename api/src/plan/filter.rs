//! One comparison of a filter: from an operator and an operand to a test.

use codegen::ApiColumn;
use schema::stored::{Scalar, Stored, Value};
use shard::op::{Filter, Test};

use crate::error::{ApiError, Code};
use crate::plan::binder::{Binder, Operand, stored};
use crate::plan::pattern::{self, Place};
use crate::plan::regex;

/// What a column is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the operators' own names")]
pub enum Operator {
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    Like,
    Ilike,
    StartsWith,
    EndsWith,
    Contains,
    IStartsWith,
    IEndsWith,
    IContains,
    Regex,
    Iregex,
}

impl Operator {
    /// Reads an operator's name as both protocols write it.
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "eq" => Self::Eq,
            "neq" => Self::Neq,
            "gt" => Self::Gt,
            "gte" => Self::Gte,
            "lt" => Self::Lt,
            "lte" => Self::Lte,
            "like" => Self::Like,
            "ilike" => Self::Ilike,
            "startsWith" => Self::StartsWith,
            "endsWith" => Self::EndsWith,
            "contains" => Self::Contains,
            "iStartsWith" => Self::IStartsWith,
            "iEndsWith" => Self::IEndsWith,
            "iContains" => Self::IContains,
            // As PostgREST names them.
            "regex" | "match" => Self::Regex,
            "iregex" | "imatch" => Self::Iregex,
            _ => return None,
        })
    }

    /// Whether it compares texts by a pattern.
    pub const fn is_pattern(self) -> bool {
        !matches!(
            self,
            Self::Eq | Self::Neq | Self::Gt | Self::Gte | Self::Lt | Self::Lte
        )
    }

    /// Whether a column of that type takes it: patterns want text, and what has no order is only compared for equality.
    pub const fn applies(self, scalar: Scalar) -> bool {
        match self {
            Self::Eq | Self::Neq => !matches!(scalar, Scalar::Json | Scalar::Geometry),
            Self::Gt | Self::Gte | Self::Lt | Self::Lte => !matches!(
                scalar,
                Scalar::Json | Scalar::Geometry | Scalar::Boolean | Scalar::Set
            ),
            Self::StartsWith | Self::EndsWith | Self::Contains => {
                matches!(scalar, Scalar::String | Scalar::Bytes)
            }
            _ => matches!(scalar, Scalar::String),
        }
    }
}

/// A comparison of a column with one value. A NULL operand passes no row, as in SQL.
pub fn compare(
    binder: &mut Binder,
    column: &ApiColumn,
    operator: Operator,
    operand: Operand<'_>,
) -> Result<Filter, ApiError> {
    if !operator.applies(column.scalar()) {
        return Err(ApiError::new(
            Code::InvalidValue,
            format!(
                "{}: {operator:?} does not apply to a column of this type",
                column.field
            ),
        ));
    }
    let test = if operator.is_pattern() {
        pattern_test(binder, column, operator, operand)?
    } else {
        let slot = binder.column(column, operand)?;
        match operator {
            Operator::Neq => Test::Neq(slot),
            Operator::Gt => Test::Gt(slot),
            Operator::Gte => Test::Gte(slot),
            Operator::Lt => Test::Lt(slot),
            Operator::Lte => Test::Lte(slot),
            _ => Test::Eq(slot),
        }
    };
    Ok(Filter::Column(column.id, test))
}

fn pattern_test(
    binder: &mut Binder,
    column: &ApiColumn,
    operator: Operator,
    operand: Operand<'_>,
) -> Result<Test, ApiError> {
    if column.scalar() == Scalar::Bytes {
        return bytes_test(binder, column, operator, operand);
    }
    let text = match operand {
        Operand::Text(text) => text,
        Operand::Json(serde_json::Value::String(text)) => text,
        Operand::Json(_) => {
            return Err(ApiError::new(
                Code::InvalidValue,
                format!("{}: a pattern is a string", column.field),
            ));
        }
    };
    match operator {
        Operator::Like => pattern::like(binder, text, false),
        Operator::Ilike => pattern::like(binder, text, true),
        Operator::Regex => regex::test(binder, text, false),
        Operator::Iregex => regex::test(binder, text, true),
        Operator::IStartsWith => pattern::literal(binder, text, Place::Start, true),
        Operator::IEndsWith => pattern::literal(binder, text, Place::End, true),
        Operator::IContains => pattern::literal(binder, text, Place::Anywhere, true),
        Operator::EndsWith => pattern::literal(binder, text, Place::End, false),
        Operator::Contains => pattern::literal(binder, text, Place::Anywhere, false),
        _ => pattern::literal(binder, text, Place::Start, false),
    }
}

/// Bytes in bytes: of any length, whatever the column's.
fn bytes_test(
    binder: &mut Binder,
    column: &ApiColumn,
    operator: Operator,
    operand: Operand<'_>,
) -> Result<Test, ApiError> {
    let part = ApiColumn {
        stored: Stored::Bytes {
            max: u64::MAX,
            fixed: false,
        },
        ..column.clone()
    };
    let bytes = stored(&part, operand)?;
    if bytes == Value::Blob(Vec::new()) {
        return Ok(Test::IsNotNull);
    }
    let slot = binder.bind(bytes)?;
    Ok(match operator {
        Operator::EndsWith => Test::EndsWith {
            text: slot,
            fold: false,
        },
        Operator::Contains => Test::Contains {
            text: slot,
            fold: false,
        },
        _ => Test::StartsWith(slot),
    })
}

/// A column in a list of values. NULLs in the list match nothing, as in SQL.
pub fn among<'a>(
    binder: &mut Binder,
    column: &ApiColumn,
    operands: impl IntoIterator<Item = Operand<'a>>,
) -> Result<Filter, ApiError> {
    if !Operator::Eq.applies(column.scalar()) {
        return Err(ApiError::new(
            Code::InvalidValue,
            format!("{}: `in` does not apply to a column of this type", column.field),
        ));
    }
    let mut lists = Lists::default();
    for operand in operands {
        let value = stored(column, operand)?;
        if !matches!(value, Value::Null) {
            lists.push(&value);
        }
    }
    Ok(Filter::Column(column.id, lists.test(binder)?))
}

/// Lists of stored values, each of a size that a text may have.
#[derive(Debug, Default)]
struct Lists {
    full: Vec<String>,
    list: String,
}

impl Lists {
    /// The platform's limit on a text is twice this.
    const MAX: usize = 1_000_000;

    fn push(&mut self, value: &Value) {
        if self.list.len() > Self::MAX {
            self.full.push(std::mem::take(&mut self.list) + "]");
        }
        self.list.push(if self.list.is_empty() { '[' } else { ',' });
        Stored::to_bulk_json(value, &mut self.list);
    }

    fn test(mut self, binder: &mut Binder) -> Result<Test, ApiError> {
        if self.list.is_empty() {
            self.list.push('[');
        }
        let lists = self.full.into_iter().chain([self.list + "]"]);
        let mut tests = lists
            .map(|list| Ok(Test::In(binder.bind(Value::Text(list))?)))
            .collect::<Result<Vec<_>, ApiError>>()?;
        Ok(match tests.pop() {
            Some(only) if tests.is_empty() => only,
            last => Test::Any(tests.into_iter().chain(last).collect()),
        })
    }
}
