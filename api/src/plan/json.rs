//! Documents in JSON columns: ways into them, and what is asked of them.

pub mod operators;
mod path;
mod shape;

use codegen::ApiColumn;
use schema::stored::{Scalar, Stored, Value};
use serde_json::Value as Json;
use shard::op::{Comparison, Filter, JsonFilter, JsonTest, Slot, Test};

use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::filter::Operator;

pub use path::{JsonPath, Step};

/// A part of the document in a column.
#[derive(Debug, Clone, Copy)]
pub struct Part<'c> {
    /// The column, which holds JSON.
    pub column: &'c ApiColumn,
    /// Where in it, if not the whole document.
    pub path: Option<Slot>,
}

impl<'c> Part<'c> {
    /// The part of a column's document that a path leads to. Refuses a column that holds no JSON.
    pub fn new(binder: &mut Binder, column: &'c ApiColumn, path: &JsonPath) -> Result<Self, ApiError> {
        if column.scalar() != Scalar::Json {
            return Err(ApiError::new(
                Code::InvalidValue,
                format!(
                    "{}: the column holds no JSON, so no path leads into it",
                    column.field
                ),
            )
            .with("field", column.field.clone()));
        }
        Ok(Self {
            column,
            path: path.bind(binder)?,
        })
    }

    /// The whole document.
    pub fn whole(column: &'c ApiColumn) -> Self {
        Self { column, path: None }
    }

    /// A test of it.
    pub fn filter(self, test: JsonTest) -> Filter {
        Filter::Json(Box::new(JsonFilter {
            column: self.column.id,
            path: self.path,
            test,
        }))
    }

    /// A test of its text.
    pub fn text(self, test: Test) -> Filter {
        self.filter(JsonTest::Text(test))
    }

    /// Compares it with a JSON value. Values of another kind are neither less nor greater, and never equal.
    pub fn compare(
        self,
        binder: &mut Binder,
        operator: Operator,
        operand: &Json,
    ) -> Result<Filter, ApiError> {
        let comparison = match operator {
            Operator::Eq => return self.equals(binder, operand),
            Operator::Neq => {
                let equal = self.equals(binder, operand)?;
                return Ok(Filter::Not(Box::new(equal)));
            }
            Operator::Gt => Comparison::Gt,
            Operator::Gte => Comparison::Gte,
            Operator::Lt => Comparison::Lt,
            Operator::Lte => Comparison::Lte,
            _ => {
                let Json::String(pattern) = operand else {
                    return Err(self.wrong("a pattern is a string"));
                };
                return self.matches(binder, operator, pattern);
            }
        };
        match operand {
            Json::Number(number) => self.number(binder, comparison, number.as_str()),
            Json::String(text) => {
                let text = binder.bind(Value::Text(text.clone()))?;
                Ok(self.filter(JsonTest::String(comparison, text)))
            }
            _ => Err(self.wrong(
                "only numbers and strings have an order: compare others by equality, or look at a path inside them",
            )),
        }
    }

    /// Tests its text by a pattern.
    pub fn matches(self, binder: &mut Binder, operator: Operator, pattern: &str) -> Result<Filter, ApiError> {
        crate::plan::filter::pattern(binder, operator, pattern).map(|test| self.text(test))
    }

    /// Is one of the JSON values.
    pub fn among(self, binder: &mut Binder, operands: &[Json]) -> Result<Filter, ApiError> {
        let (scalars, others): (Vec<&Json>, Vec<&Json>) =
            operands.iter().partition(|operand| shape::is_scalar(operand));
        let mut ways = vec![self.filter(JsonTest::Any(shape::any(binder, &scalars)?))];
        for other in others {
            ways.push(self.equals(binder, other)?);
        }
        Ok(Filter::Or(ways))
    }

    fn equals(self, binder: &mut Binder, operand: &Json) -> Result<Filter, ApiError> {
        match operand {
            Json::Number(number) => self.number(binder, Comparison::Eq, number.as_str()),
            Json::String(text) => {
                let text = binder.bind(Value::Text(text.clone()))?;
                Ok(self.filter(JsonTest::String(Comparison::Eq, text)))
            }
            other => Ok(self.filter(JsonTest::Contains(shape::same(binder, other)?))),
        }
    }

    fn number(self, binder: &mut Binder, comparison: Comparison, digits: &str) -> Result<Filter, ApiError> {
        let digits = binder.bind(Value::Text(shape::plain(digits)))?;
        Ok(self.filter(JsonTest::Number(comparison, digits)))
    }

    /// Contains the JSON value, as PostgreSQL's `@>` has it: every member and element of it is somewhere in here.
    pub fn contains(self, binder: &mut Binder, operand: &Json) -> Result<Filter, ApiError> {
        if shape::is_scalar(operand) {
            return Ok(self.filter(JsonTest::Any(shape::is_or_has(binder, operand)?)));
        }
        let contains = shape::contains(binder, operand).map_err(|error| self.located(error))?;
        Ok(self.filter(JsonTest::Contains(contains)))
    }

    /// Is contained in the JSON value.
    pub fn within(self, binder: &mut Binder, operand: &Json) -> Result<Filter, ApiError> {
        if shape::is_scalar(operand) {
            return Ok(self.filter(JsonTest::Any(shape::any(binder, &[operand])?)));
        }
        let within = shape::within(binder, operand).map_err(|error| self.located(error))?;
        Ok(self.filter(JsonTest::Within(within)))
    }

    /// Has an element in common with the array, or is one of its elements.
    pub fn overlaps(self, binder: &mut Binder, operand: &Json) -> Result<Filter, ApiError> {
        let Json::Array(elements) = operand else {
            return Err(self.wrong("expected an array, of which one element is looked for"));
        };
        if let Some(other) = elements.iter().find(|element| !shape::is_scalar(element)) {
            return Err(self.wrong(&format!(
                "expected an array of numbers, strings, booleans and nulls, got {other} in it"
            )));
        }
        let elements: Vec<&Json> = elements.iter().collect();
        Ok(self.filter(JsonTest::Any(shape::any_or_has(binder, &elements)?)))
    }

    /// Has one or all of these keys, or as an array these strings.
    pub fn keys(self, binder: &mut Binder, keys: &[&str], all: bool) -> Result<Filter, ApiError> {
        let mut list = String::from("[");
        for (position, key) in keys.iter().enumerate() {
            if position > 0 {
                list.push(',');
            }
            list.push_str(&Json::from(*key).to_string());
        }
        list.push(']');
        let keys = binder.bind(Value::Text(list))?;
        Ok(self.filter(JsonTest::Keys { keys, all }))
    }

    /// Is null: there is no such part, or it is JSON's null.
    pub fn is_null(self) -> Filter {
        self.text(Test::IsNull)
    }

    /// An error about this column.
    pub fn wrong(self, what: &str) -> ApiError {
        ApiError::new(Code::Contradiction, format!("{}: {what}", self.column.field))
            .with("field", self.column.field.clone())
    }

    fn located(self, error: ApiError) -> ApiError {
        let message = format!("{}: {}", self.column.field, error.message);
        ApiError { message, ..error }.with("field", self.column.field.clone())
    }
}

/// A JSON value from a URL's text.
pub fn from_text(column: &ApiColumn, text: &str) -> Result<Json, ApiError> {
    // Read as a document, so that what no column could hold is refused.
    let value = Stored::Json.from_text(text);
    match value.map(|_| serde_json::from_str(text)) {
        Ok(Ok(json)) => Ok(json),
        _ => Err(ApiError::new(
            Code::InvalidExpression,
            format!(
                "{}: expected JSON, got '{text}': a string stands in double quotes, as \"{text}\"; compare texts by '->>'",
                column.field
            ),
        )
        .with("field", column.field.clone())),
    }
}
