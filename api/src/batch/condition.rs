//! Conditions that wait for what earlier operations answer: patterns, searches, and what is asked of documents. What they come to
//! depends on their operands, so they are planned once these are known, in the transaction itself.

use std::borrow::Cow;

use codegen::ApiColumn;
use schema::stored::{Scalar, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use shard::op::Filter;
use shard::op::later::{self, LaterFilter};
use shard::search::Expression;

use crate::error::ApiError;
use crate::plan::Binder;
use crate::plan::binder::Operand;
use crate::plan::filter::{Operator, compare};
use crate::plan::json::{self, Part, operators};
use crate::plan::later::{Template, later};
use crate::plan::search::{self, Mode};
use crate::rest::column::Way;
use crate::rest::filters::Asked;
use crate::rest::inside;

/// What is asked, without its operands.
#[derive(Debug, Serialize, Deserialize)]
enum Words {
    /// Of a column by a pattern.
    Column(Operator),
    /// Of a part of a document; the operands stand in the place of those in there.
    Part(Way, Asked),
    /// Of a document, by the operator of that name in a filter object.
    Document(String),
    /// A search, by each of the operands in columns at those positions of the index.
    Search(Vec<(Mode, Vec<usize>)>),
}

/// What a condition is in a batch.
pub(crate) enum Found<'a> {
    /// One that is known now, with what is asked as it is meant.
    Asked(Cow<'a, Asked>),
    /// One that waits.
    Later(Filter),
}

/// Looks for references among the operands of what is asked of a column or of a part of its document.
pub(crate) fn of_asked<'a>(
    binder: &mut Binder,
    column: &ApiColumn,
    way: Option<&Way>,
    asked: &'a Asked,
) -> Result<Found<'a>, ApiError> {
    let pattern = match asked {
        Asked::Compare(operator, _) if operator.is_pattern() => Some(*operator),
        _ => None,
    };
    let document = column.scalar() == Scalar::Json;
    let (Some(position), true) = (binder.position(), document || pattern.is_some()) else {
        return Ok(Found::Asked(Cow::Borrowed(asked)));
    };
    let is_json = document && pattern.is_none() && !way.is_some_and(|way| way.as_text);
    let operands = asked
        .operands()
        .map(|text| match text {
            text if is_json && !text.starts_with('$') => json::from_text(column, text),
            text => Ok(Json::from(text)),
        })
        .collect::<Result<_, _>>()?;
    match Template::of(position, &column.field, Json::Array(operands))? {
        Template::Known(None) => Ok(Found::Asked(Cow::Borrowed(asked))),
        Template::Known(Some(meant)) => Ok(Found::Asked(Cow::Owned(with(asked, meant, is_json)))),
        Template::Waiting(operands) => {
            let words = match (pattern, way) {
                (Some(operator), None) if !document => Words::Column(operator),
                (_, way) => Words::Part(way.cloned().unwrap_or_default(), asked.clone()),
            };
            waiting(binder, (column, operands), &words, false).map(Found::Later)
        }
    }
}

/// What is asked of a document by the operator of that name, where its operand has references; else the operand as it is meant.
pub(crate) fn of_operator<'a>(
    binder: &mut Binder,
    column: &ApiColumn,
    name: &str,
    operand: &'a Json,
) -> Result<Result<Filter, Cow<'a, Json>>, ApiError> {
    let document = column.scalar() == Scalar::Json;
    let pattern = Operator::parse(name).filter(|operator| operator.is_pattern());
    let (Some(position), true) = (binder.position(), document || pattern.is_some()) else {
        return Ok(Err(Cow::Borrowed(operand)));
    };
    let words = match pattern {
        Some(operator) if !document => Words::Column(operator),
        _ => Words::Document(name.to_owned()),
    };
    let mut whole = operand.clone();
    if name == "path" {
        keep_paths(&mut whole);
    }
    Ok(
        match Template::of(position, &column.field, Json::Array(vec![whole]))? {
            Template::Known(None) => Err(Cow::Borrowed(operand)),
            Template::Known(Some(mut meant)) => Err(Cow::Owned(meant.pop().unwrap_or_default())),
            Template::Waiting(operands) => Ok(waiting(binder, (column, operands), &words, false)?),
        },
    )
}

/// Doubles the dollar signs with which paths into a document start, so that none counts as a reference.
fn keep_paths(parts: &mut Json) {
    for part in parts.as_array_mut().into_iter().flatten() {
        let path = match part.get_mut("at") {
            Some(Json::Array(steps)) => steps.as_mut_slice(),
            Some(path) => std::slice::from_mut(path),
            None => &mut [],
        };
        for step in path {
            if let Json::String(text) = step
                && text.starts_with('$')
            {
                text.insert(0, '$');
            }
        }
    }
}

/// Searches with references; `None` where there are none. Each has its mode, its text and positions of columns in the index.
pub(crate) fn of_searches(
    binder: &mut Binder,
    column: &ApiColumn,
    searches: &[(Mode, &str, Vec<usize>)],
) -> Result<Option<Filter>, ApiError> {
    let Some(position) = binder.position() else {
        return Ok(None);
    };
    let texts = searches.iter().map(|(_, text, _)| Json::from(*text)).collect();
    let Template::Waiting(operands) = Template::of(position, &column.field, Json::Array(texts))? else {
        return Ok(None);
    };
    let words = searches.iter().map(|(mode, _, columns)| (*mode, columns.clone()));
    waiting(binder, (column, operands), &Words::Search(words.collect()), true).map(Some)
}

fn waiting(
    binder: &mut Binder,
    (column, operands): (&ApiColumn, Json),
    words: &Words,
    searches: bool,
) -> Result<Filter, ApiError> {
    let filter = LaterFilter {
        operands: later(column, operands.to_string(), true),
        words: serde_json::to_string(words).unwrap_or_default(),
    };
    binder.later_filter(&filter, searches)
}

/// What is asked, with other operands.
fn with(asked: &Asked, operands: Vec<Json>, is_json: bool) -> Asked {
    let text = |operand: Json| match operand {
        Json::String(text) if !is_json => text,
        other => other.to_string(),
    };
    asked.with_operands(operands.into_iter().map(text))
}

/// Plans a condition whose operands are known by now.
///
/// # Errors
/// What is wrong with them.
pub fn planned(asked: later::Asked<'_>, values: &mut Vec<Value>) -> Result<Filter, String> {
    let words: Words = serde_json::from_str(asked.words).map_err(|_| "it cannot be planned".to_owned())?;
    let Json::Array(operands) = asked.operands else {
        return Err("it cannot be planned".to_owned());
    };
    let column = ApiColumn::of_value(
        asked.table,
        asked.column,
        asked.field.to_owned(),
        asked.stored.clone(),
    );
    let mut binder = Binder::behind(std::mem::take(values));
    let filter = filter(&mut binder, &column, words, operands);
    *values = binder.finish();
    // The field stands in front of all that is said of it.
    filter.map_err(|error| {
        let own = format!("{}: ", asked.field);
        error
            .message
            .strip_prefix(&own)
            .unwrap_or(&error.message)
            .to_owned()
    })
}

fn filter(
    binder: &mut Binder,
    column: &ApiColumn,
    words: Words,
    operands: Vec<Json>,
) -> Result<Filter, ApiError> {
    match words {
        Words::Column(operator) => {
            let operand = operands.into_iter().next().unwrap_or_default();
            let text = (column.scalar() != Scalar::Bytes)
                .then(|| plain(&operand))
                .flatten();
            let operand = text.as_deref().map_or(Operand::Json(&operand), Operand::Text);
            compare(binder, column, operator, operand)
        }
        Words::Part(way, asked) => {
            let part = Part::new(binder, column, &way.path)?;
            let is_text =
                way.as_text || matches!(&asked, Asked::Compare(operator, _) if operator.is_pattern());
            let operands = operands.iter().map(|operand| match plain(operand) {
                Some(text) if is_text => Ok(text),
                _ if is_text => {
                    Err(part.wrong("a text is compared with a text, a number or a boolean, and here is none"))
                }
                _ => Ok(operand.to_string()),
            });
            let asked = asked.with_operands(operands.collect::<Result<Vec<_>, _>>()?.into_iter());
            if way.as_text {
                inside::text(binder, part, &asked)
            } else {
                inside::json(binder, part, &asked)
            }
        }
        Words::Document(name) => {
            let operand = operands.into_iter().next().unwrap_or_default();
            operators::of_document(binder, Part::whole(column), &name, &operand)
        }
        Words::Search(searches) => {
            let mut expressions = Vec::with_capacity(searches.len());
            for ((mode, columns), operand) in searches.into_iter().zip(&operands) {
                let Some(text) = plain(operand) else {
                    return Err(Part::whole(column).wrong("words are searched for, and here is no text"));
                };
                match search::parse(&text, mode)? {
                    Some(found) if columns.is_empty() => expressions.push(found),
                    Some(found) => expressions.push(Expression::Within(columns, Box::new(found))),
                    None => return search::filter(binder, None),
                }
            }
            search::filter(binder, search::all(expressions).as_ref())
        }
    }
}

/// A JSON value as it reads in a URL.
fn plain(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}
