//! Operators on documents by their names in a filter object.

use serde_json::{Map, Value as Json};
use shard::op::{Filter, Test};

use super::{JsonPath, Part};
use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::filter::Operator;

/// One operator on a whole document.
pub fn of_document(
    binder: &mut Binder,
    part: Part<'_>,
    name: &str,
    operand: &Json,
) -> Result<Filter, ApiError> {
    match (name, operand) {
        ("path", Json::Array(parts)) => {
            let parts = parts.iter().enumerate().map(|(position, given)| {
                given
                    .as_object()
                    .ok_or_else(|| part.wrong("a path is given as {at: \"$.a\", …}"))
                    .and_then(|given| of_part(binder, part, given))
                    .map_err(|error| nested(error, &format!("[{position}]")))
            });
            parts.collect::<Result<_, _>>().map(Filter::And)
        }
        ("is", Json::String(what)) => Ok(Filter::Column(
            part.column.id,
            if what == "NULL" {
                Test::IsNull
            } else {
                Test::IsNotNull
            },
        )),
        _ => operator(binder, part, name, operand),
    }
}

/// The operators on the part that `at` leads to, all of which hold.
fn of_part(binder: &mut Binder, whole: Part<'_>, given: &Map<String, Json>) -> Result<Filter, ApiError> {
    let path =
        JsonPath::read(given.get("at").unwrap_or(&Json::Null)).map_err(|error| nested(error, ".at"))?;
    let part = Part::new(binder, whole.column, &path)?;
    let mut tests = Vec::with_capacity(given.len());
    for (name, operand) in given.iter().filter(|(name, _)| *name != "at") {
        let test = match (name.as_str(), operand) {
            ("is", Json::String(what)) if what == "NULL" => Ok(part.is_null()),
            ("is", Json::String(_)) => Ok(part.text(Test::IsNotNull)),
            (name, operand) => operator(binder, part, name, operand),
        };
        tests.push(test.map_err(|error| nested(error, &format!(".{name}")))?);
    }
    if tests.is_empty() {
        // A part is asked for and nothing of it: a write would find every row.
        return Err(part.wrong("a path takes an operator beside `at`, such as `is: NOT_NULL`"));
    }
    Ok(Filter::And(tests))
}

fn operator(binder: &mut Binder, part: Part<'_>, name: &str, operand: &Json) -> Result<Filter, ApiError> {
    match (name, operand) {
        (_, Json::Null) => Err(part.wrong(&format!(
            "nothing is {name} null: test for it with `is: NULL`, or leave the operator out"
        ))),
        ("contains", operand) => part.contains(binder, operand),
        ("containedBy", operand) => part.within(binder, operand),
        ("in", Json::Array(operands)) => part.among(binder, operands),
        ("hasKey", Json::String(key)) => part.keys(binder, &[key], true),
        ("hasAnyKeys" | "hasAllKeys", Json::Array(keys)) => {
            let keys: Vec<&str> = keys.iter().filter_map(Json::as_str).collect();
            part.keys(binder, &keys, name == "hasAllKeys")
        }
        _ => {
            let operator = Operator::parse(name)
                .ok_or_else(|| ApiError::new(Code::Internal, "the request could not be planned"))?;
            part.compare(binder, operator, operand)
        }
    }
}

/// Says where in the operand an error is.
fn nested(error: ApiError, place: &str) -> ApiError {
    let behind = error.details.get("in").and_then(Json::as_str).unwrap_or_default();
    let place = format!("{place}{behind}");
    error.with("in", place)
}
