//! Documents as assertions that a shard tests another document by: see [`shard::op::Contains`].

use schema::stored::Value;
use serde_json::{Map, Value as Json, json};
use shard::op::{Contains, Slot, Within};

use super::path::write_key;
use crate::error::{ApiError, Code};
use crate::plan::Binder;

/// Each object or array in an array is a subquery of its own.
const MAX_NESTED: usize = 40;

/// How deep these may be nested.
const MAX_DEPTH: usize = 4;

/// Whether it is neither an object nor an array.
pub(super) const fn is_scalar(value: &Json) -> bool {
    !matches!(value, Json::Object(_) | Json::Array(_))
}

/// What an assertion says of a scalar.
fn scalar(value: &Json) -> [Json; 2] {
    match value {
        Json::String(text) => ["s".into(), text.as_str().into()],
        Json::Number(number) => ["n".into(), plain(number.as_str()).into()],
        Json::Bool(true) => ["t".into(), "true".into()],
        Json::Bool(false) => ["t".into(), "false".into()],
        _ => ["t".into(), "null".into()],
    }
}

fn bind(binder: &mut Binder, assertions: Vec<Json>) -> Result<Slot, ApiError> {
    binder.bind(Value::Text(Json::Array(assertions).to_string()))
}

fn itself(value: &Json) -> Json {
    let [kind, value] = scalar(value);
    json!(["$", kind, value])
}

fn element(path: &str, value: &Json) -> Json {
    let [kind, value] = scalar(value);
    json!([path, "m", kind, value])
}

/// The document is one of the scalars.
pub(super) fn any(binder: &mut Binder, values: &[&Json]) -> Result<Slot, ApiError> {
    bind(binder, values.iter().map(|value| itself(value)).collect())
}

/// The document is one of the scalars, or an array that has one of them.
pub(super) fn any_or_has(binder: &mut Binder, values: &[&Json]) -> Result<Slot, ApiError> {
    let ways = values
        .iter()
        .flat_map(|value| [itself(value), element("$", value)]);
    bind(binder, ways.collect())
}

/// The document is the scalar, or an array that has it.
pub(super) fn is_or_has(binder: &mut Binder, value: &Json) -> Result<Slot, ApiError> {
    any_or_has(binder, &[value])
}

/// The document is the same value, whatever the order of its members.
pub(super) fn same(binder: &mut Binder, value: &Json) -> Result<Contains, ApiError> {
    let mut assertions = Vec::new();
    assert_same("$", value, &mut assertions);
    Ok(Contains {
        assertions: bind(binder, assertions)?,
        elements: Vec::new(),
    })
}

fn assert_same(path: &str, value: &Json, assertions: &mut Vec<Json>) {
    match value {
        Json::Object(members) => {
            assertions.push(json!([path, "o", members.len()]));
            for (key, member) in members {
                assert_same(&inside(path, key), member, assertions);
            }
        }
        Json::Array(elements) => {
            assertions.push(json!([path, "a", elements.len()]));
            for (position, element) in elements.iter().enumerate() {
                assert_same(&format!("{path}[{position}]"), element, assertions);
            }
        }
        other => {
            let [kind, value] = scalar(other);
            assertions.push(json!([path, kind, value]));
        }
    }
}

fn inside(path: &str, key: &str) -> String {
    let mut path = path.to_owned();
    write_key(key, &mut path);
    path
}

/// Refuses what would make the statement too large or its conditions too deep.
fn spend(binder: &mut Binder, depth: usize) -> Result<(), ApiError> {
    if depth < MAX_DEPTH && binder.spend(MAX_NESTED) {
        return Ok(());
    }
    Err(ApiError::new(
        Code::LimitExceeded,
        format!(
            "the documents to compare with have at most {MAX_NESTED} objects and arrays inside arrays, nested at most \
             {MAX_DEPTH} deep"
        ),
    ))
}

/// The document contains the value.
pub(super) fn contains(binder: &mut Binder, value: &Json) -> Result<Contains, ApiError> {
    contains_at(binder, value, 0)
}

fn contains_at(binder: &mut Binder, value: &Json, depth: usize) -> Result<Contains, ApiError> {
    let mut found = Found::default();
    found.collect("$", value);
    let assertions = bind(binder, found.assertions)?;
    let mut elements = Vec::with_capacity(found.elements.len());
    for (path, element) in found.elements {
        spend(binder, depth)?;
        let path = binder.bind(Value::Text(path))?;
        elements.push((path, contains_at(binder, element, depth + 1)?));
    }
    Ok(Contains { assertions, elements })
}

/// What a document has to contain, found in one walk.
#[derive(Default)]
struct Found<'v> {
    assertions: Vec<Json>,
    elements: Vec<(String, &'v Json)>,
}

impl<'v> Found<'v> {
    fn collect(&mut self, path: &str, value: &'v Json) {
        match value {
            Json::Object(members) => {
                self.assertions.push(json!([path, "t", "object"]));
                for (key, member) in members {
                    self.collect(&inside(path, key), member);
                }
            }
            Json::Array(elements) => {
                self.assertions.push(json!([path, "t", "array"]));
                for value in elements {
                    if is_scalar(value) {
                        self.assertions.push(element(path, value));
                    } else {
                        self.elements.push((path.to_owned(), value));
                    }
                }
            }
            other => {
                let [kind, value] = scalar(other);
                self.assertions.push(json!([path, kind, value]));
            }
        }
    }
}

/// The document is contained in the value, which is an object or array.
pub(super) fn within(binder: &mut Binder, value: &Json) -> Result<Within, ApiError> {
    within_at(binder, value, 0)
}

fn within_at(binder: &mut Binder, value: &Json, depth: usize) -> Result<Within, ApiError> {
    match value {
        Json::Array(elements) => {
            let scalars = elements.iter().filter(|element| is_scalar(element));
            let scalars = bind(binder, scalars.map(|element| json!(scalar(element))).collect())?;
            let mut nested = Vec::new();
            for element in elements.iter().filter(|element| !is_scalar(element)) {
                spend(binder, depth)?;
                nested.push(within_at(binder, element, depth + 1)?);
            }
            Ok(Within::Array { scalars, nested })
        }
        Json::Object(members) => within_object(binder, members, depth),
        _ => Err(ApiError::new(Code::Internal, "a scalar contains nothing")),
    }
}

fn within_object(binder: &mut Binder, members: &Map<String, Json>, depth: usize) -> Result<Within, ApiError> {
    let scalars = members
        .iter()
        .filter(|(_, member)| is_scalar(member))
        .map(|(key, member)| {
            let [kind, value] = scalar(member);
            json!([key, inside("$", key), kind, value])
        });
    let scalars = bind(binder, scalars.collect())?;
    let mut nested = Vec::new();
    for (key, member) in members.iter().filter(|(_, member)| !is_scalar(member)) {
        spend(binder, depth)?;
        let key = binder.bind(Value::Text(key.clone()))?;
        nested.push((key, within_at(binder, member, depth + 1)?));
    }
    Ok(Within::Object { scalars, nested })
}

/// The digits of a number without zeros to spare, and without an exponent unless that is large.
pub(super) fn plain(number: &str) -> String {
    const FAR: i32 = 400;
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let Some(exponent) = exponent
        .parse::<i32>()
        .ok()
        .filter(|exponent| exponent.abs() <= FAR)
    else {
        return number.to_owned();
    };
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", mantissa),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    let Ok(point) = i32::try_from(whole.len()).map(|at| at.saturating_add(exponent)) else {
        return number.to_owned();
    };
    let before = usize::try_from(point).unwrap_or(0);
    let zeros = usize::try_from(-point).unwrap_or(0);
    let padded = format!("{all:0<before$}");
    let (whole, fraction) = padded.split_at(before);
    let whole = whole.trim_start_matches('0');
    let fraction = format!("{}{fraction}", "0".repeat(zeros));
    let fraction = fraction.trim_end_matches('0');
    match (whole, fraction) {
        ("", "") => "0".to_owned(),
        (whole, "") => format!("{sign}{whole}"),
        ("", fraction) => format!("{sign}0.{fraction}"),
        (whole, fraction) => format!("{sign}{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_no_zeros_to_spare() {
        for (number, digits) in [
            ("1.10", "1.1"),
            ("-0.0", "0"),
            ("10", "10"),
            ("1.0", "1"),
            ("1e3", "1000"),
            ("-1.25E-3", "-0.00125"),
            ("12.5e1", "125"),
            ("0.001", "0.001"),
            ("1e400", &format!("1{}", "0".repeat(400))),
            ("1e401", "1e401"),
            ("12345678901234567890.10", "12345678901234567890.1"),
        ] {
            assert_eq!(plain(number), digits, "{number}");
        }
    }
}
