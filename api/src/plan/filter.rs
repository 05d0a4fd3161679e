//! One comparison of a filter: from an operator and an operand to a test.

use codegen::ApiColumn;
use schema::stored::{Place, Scalar, Stored, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use shard::op::{Filter, Slot, Test};

use crate::error::{ApiError, Code};
use crate::plan::binder::{Binder, Operand, place, stored};
use crate::plan::later::Given;
use crate::plan::pattern::{self, Anchor};
use crate::plan::{json, regex};

/// What a column is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
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

    /// The comparison with a bound value, of an operator that is no pattern.
    const fn comparison(self, slot: Slot) -> Test {
        match self {
            Self::Neq => Test::Neq(slot),
            Self::Gt => Test::Gt(slot),
            Self::Gte => Test::Gte(slot),
            Self::Lt => Test::Lt(slot),
            Self::Lte => Test::Lte(slot),
            _ => Test::Eq(slot),
        }
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
    if column.scalar() == Scalar::Json {
        return compare_json(binder, json::Part::whole(column), operator, operand);
    }
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
        match binder.given(column, operand)? {
            Given::Later(later) => operator.comparison(binder.later(&later)?),
            Given::Value(operand) => {
                let (operator, value) = kept(column, operator, place(column, operand)?);
                operator.comparison(binder.bind(value)?)
            }
        }
    };
    Ok(Filter::Column(column.id, test))
}

/// The comparison with a value that the column can keep, of one with a value that it perhaps cannot.
fn kept(column: &ApiColumn, operator: Operator, place: Place) -> (Operator, Value) {
    use Operator::{Eq, Gt, Gte, Lt, Lte, Neq};
    match (place, operator) {
        (Place::At(value), _) => (operator, value),
        (Place::Above(value), Gt | Gte) => (Gt, value),
        (Place::Above(value), Lt | Lte) => (Lte, value),
        (Place::Below(value), Gt | Gte) => (Gte, value),
        (Place::Below(value), Lt | Lte) => (Lt, value),
        (Place::Lowest, Gt | Gte) | (Place::Highest, Lt | Lte) | (_, Neq) => (Neq, column.stored.unkept()),
        _ => (Eq, column.stored.unkept()),
    }
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
    pattern(binder, operator, text)
}

/// The test of a text by a pattern.
pub fn pattern(binder: &mut Binder, operator: Operator, text: &str) -> Result<Test, ApiError> {
    match operator {
        Operator::Like => pattern::like(binder, text, false),
        Operator::Ilike => pattern::like(binder, text, true),
        Operator::Regex => regex::test(binder, text, false),
        Operator::Iregex => regex::test(binder, text, true),
        Operator::IStartsWith => pattern::literal(binder, text, Anchor::Start, true),
        Operator::IEndsWith => pattern::literal(binder, text, Anchor::End, true),
        Operator::IContains => pattern::literal(binder, text, Anchor::Anywhere, true),
        Operator::EndsWith => pattern::literal(binder, text, Anchor::End, false),
        Operator::Contains => pattern::literal(binder, text, Anchor::Anywhere, false),
        _ => pattern::literal(binder, text, Anchor::Start, false),
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
    let empty = bytes == Value::Blob(Vec::new());
    let slot = binder.bind(bytes)?;
    if empty {
        // Unknown for NULL, as every comparison.
        return Ok(Test::Gte(slot));
    }
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
    if column.scalar() == Scalar::Json {
        let operands = operands
            .into_iter()
            .map(|operand| json_operand(column, operand))
            .collect::<Result<Vec<_>, _>>()?;
        return json::Part::whole(column).among(binder, &operands);
    }
    if !Operator::Eq.applies(column.scalar()) {
        return Err(ApiError::new(
            Code::InvalidValue,
            format!("{}: `in` does not apply to a column of this type", column.field),
        ));
    }
    let mut lists = Lists::default();
    for operand in operands {
        let operand = alone(column, operand);
        let place = match binder.given(column, operand)? {
            Given::Value(operand) => place(column, operand)?,
            Given::Later(later) => {
                lists.push(|list| list.push_str(&later.to_string()));
                continue;
            }
        };
        match place {
            // What the column cannot keep is in no row.
            Place::At(value) if value != Value::Null => {
                lists.push(|list| Stored::to_bulk_json(&value, list));
            }
            _ => {}
        }
    }
    Ok(Filter::Column(column.id, lists.test(binder)?))
}

/// Spaces beside a comma of a list say nothing where no value of the type has any.
fn alone<'a>(column: &ApiColumn, operand: Operand<'a>) -> Operand<'a> {
    match (operand, column.scalar()) {
        (operand, Scalar::String | Scalar::Enum | Scalar::Set) => operand,
        (Operand::Text(text), _) => Operand::Text(text.trim_matches(' ')),
        (operand, _) => operand,
    }
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

    fn push(&mut self, write: impl FnOnce(&mut String)) {
        if self.list.len() > Self::MAX {
            self.full.push(std::mem::take(&mut self.list) + "]");
        }
        self.list.push(if self.list.is_empty() { '[' } else { ',' });
        write(&mut self.list);
    }

    fn test(mut self, binder: &mut Binder) -> Result<Test, ApiError> {
        if self.list.is_empty() {
            self.list.push('[');
        }
        let lists = self.full.into_iter().chain([self.list + "]"]);
        let mut tests = lists
            .map(|list| Ok(Test::In(binder.rows(list)?)))
            .collect::<Result<Vec<_>, ApiError>>()?;
        Ok(match tests.pop() {
            Some(only) if tests.is_empty() => only,
            last => Test::Any(tests.into_iter().chain(last).collect()),
        })
    }
}

fn json_operand(column: &ApiColumn, operand: Operand<'_>) -> Result<Json, ApiError> {
    match operand {
        Operand::Json(json) => Ok(json.clone()),
        Operand::Text(text) => json::from_text(column, text),
    }
}

/// A comparison of a part of a document. Patterns are texts in any protocol, other operands are JSON.
pub fn compare_json(
    binder: &mut Binder,
    part: json::Part<'_>,
    operator: Operator,
    operand: Operand<'_>,
) -> Result<Filter, ApiError> {
    match operand {
        Operand::Text(text) if operator.is_pattern() => part.matches(binder, operator, text),
        operand => {
            let operand = json_operand(part.column, operand)?;
            part.compare(binder, operator, &operand)
        }
    }
}

/// How a document or set stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Containment {
    /// Contains it.
    Contains,
    /// Is contained in it.
    Within,
    /// Has something in common with it.
    Overlaps,
}

/// How the document or set in a column stands to another.
pub fn contain(
    binder: &mut Binder,
    column: &ApiColumn,
    containment: Containment,
    operand: Operand<'_>,
) -> Result<Filter, ApiError> {
    match column.scalar() {
        Scalar::Json => contain_json(binder, json::Part::whole(column), containment, operand),
        Scalar::Set => {
            let members = binder.column(column, operand)?;
            let test = match containment {
                Containment::Contains => Test::HasMembers(members),
                Containment::Within => Test::HasOnlyMembers(members),
                Containment::Overlaps => Test::HasSomeMember(members),
            };
            Ok(Filter::Column(column.id, test))
        }
        _ => Err(ApiError::new(
            Code::InvalidValue,
            format!(
                "{}: the column holds neither JSON nor a SET, so it contains nothing",
                column.field
            ),
        )
        .with("field", column.field.clone())),
    }
}

/// How a part of a document stands to another.
pub fn contain_json(
    binder: &mut Binder,
    part: json::Part<'_>,
    containment: Containment,
    operand: Operand<'_>,
) -> Result<Filter, ApiError> {
    let operand = json_operand(part.column, operand)?;
    match containment {
        Containment::Contains => part.contains(binder, &operand),
        Containment::Within => part.within(binder, &operand),
        Containment::Overlaps => part.overlaps(binder, &operand),
    }
}

/// A comparison of a text that no column bounds.
pub fn text_test(binder: &mut Binder, operator: Operator, text: &str) -> Result<Test, ApiError> {
    if operator.is_pattern() {
        return pattern(binder, operator, text);
    }
    Ok(operator.comparison(binder.bind(Value::Text(text.to_owned()))?))
}

/// A text in a list of texts.
pub fn texts<'a>(binder: &mut Binder, texts: impl IntoIterator<Item = &'a str>) -> Result<Test, ApiError> {
    let mut lists = Lists::default();
    for text in texts {
        lists.push(|list| Stored::to_bulk_json(&Value::Text(text.to_owned()), list));
    }
    lists.test(binder)
}
