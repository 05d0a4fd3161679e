//! References of an operation of a batch to what earlier ones answer.

use std::cell::Cell as Counter;

use codegen::ApiColumn;
use serde_json::Value as Json;
use shard::op::later::{Later, Said};

use super::binder::{Operand, stored};
use super::rows::Cell;
use crate::error::{ApiError, Code};

/// An operation's place in a batch.
#[derive(Debug, Clone, Copy)]
pub struct InBatch<'m> {
    /// How many operations come before it.
    pub position: usize,
    /// Whether a later one refers to its answer, which is then made whether the client wants it or not.
    pub referred: bool,
    /// Rows that the operations so far could touch.
    pub touched: &'m Counter<u64>,
}

/// What an operand comes to.
#[derive(Debug)]
pub(crate) enum Given<'a> {
    /// A value.
    Value(Operand<'a>),
    /// What an earlier answer gives.
    Later(Later),
}

/// What a text of an operation at that position stands for.
pub(crate) fn operand<'a>(
    position: usize,
    column: &ApiColumn,
    operand: Operand<'a>,
) -> Result<Given<'a>, ApiError> {
    let text = match operand {
        Operand::Text(text) => text,
        Operand::Json(Json::String(text)) if text.starts_with('$') => text,
        Operand::Json(_) => return Ok(Given::Value(operand)),
    };
    Ok(match said(position, &column.field, text)? {
        Said::Text(text) => Given::Value(Operand::Text(text)),
        _ => Given::Later(later(column, Json::from(text).to_string(), false)),
    })
}

/// A member of a body.
pub(crate) fn cell<'a>(
    batch: Option<InBatch<'_>>,
    column: &ApiColumn,
    json: &'a Json,
) -> Result<Cell<'a>, ApiError> {
    let Some(InBatch { position, .. }) = batch else {
        return Ok(Cell::Json(json));
    };
    let mut found = Dollars::default();
    found.look(position, &column.field, json)?;
    if found.references {
        return Ok(Cell::Later(later(column, json.to_string(), true)));
    }
    if !found.escapes {
        return Ok(Cell::Json(json));
    }
    stored(column, Operand::Json(&literal(json))).map(Cell::Stored)
}

/// JSON that may hold references.
pub(crate) enum Template {
    /// It holds none; its elements as they are meant, where that differs from how they are written.
    Known(Option<Vec<Json>>),
    /// It holds some.
    Waiting(Json),
}

impl Template {
    /// Looks for references in a list of an operation at that position.
    pub(crate) fn of(position: usize, field: &str, list: Json) -> Result<Self, ApiError> {
        let mut found = Dollars::default();
        found.look(position, field, &list)?;
        Ok(match literal(&list) {
            _ if found.references => Self::Waiting(list),
            Json::Array(meant) if found.escapes => Self::Known(Some(meant)),
            _ => Self::Known(None),
        })
    }
}

/// A later value of a column.
pub(crate) fn later(column: &ApiColumn, json: String, nullable: bool) -> Later {
    Later {
        table: column.table,
        column: column.id,
        field: column.field.clone(),
        json,
        nullable,
    }
}

/// Texts in a JSON value that start with a dollar sign.
#[derive(Debug, Default)]
struct Dollars {
    references: bool,
    escapes: bool,
}

impl Dollars {
    fn look(&mut self, position: usize, field: &str, json: &Json) -> Result<(), ApiError> {
        match json {
            Json::String(text) if text.starts_with('$') => match said(position, field, text)? {
                Said::Text(_) => self.escapes = true,
                _ => self.references = true,
            },
            Json::Array(items) => items
                .iter()
                .try_for_each(|item| self.look(position, field, item))?,
            Json::Object(members) => members
                .values()
                .try_for_each(|member| self.look(position, field, member))?,
            _ => {}
        }
        Ok(())
    }
}

/// A JSON value without references, as it is meant.
fn literal(json: &Json) -> Json {
    match json {
        Json::String(text) => match Said::of(text) {
            Said::Text(text) => Json::from(text),
            _ => json.clone(),
        },
        Json::Array(items) => items.iter().map(literal).collect(),
        Json::Object(members) => Json::Object(
            members
                .iter()
                .map(|(name, member)| (name.clone(), literal(member)))
                .collect(),
        ),
        other => other.clone(),
    }
}

/// Reads a text, which may refer to earlier operations only.
fn said<'t>(position: usize, field: &str, text: &'t str) -> Result<Said<'t>, ApiError> {
    let said = Said::of(text);
    let why = match &said {
        Said::Text(_) => return Ok(said),
        Said::Reference(reference) if reference.operation < position => return Ok(said),
        Said::Reference(reference) => {
            format!(
                "operation {} does not come before this one, which is {position}",
                reference.operation
            )
        }
        Said::Neither => {
            "it names no place in an earlier answer, as '$0.id' and '$0[2].author.id' do".to_owned()
        }
    };
    Err(ApiError::new(
        Code::InvalidValue,
        format!(
            "{field}: '{text}': {why}; a text that starts with a dollar sign is written with two of them"
        ),
    )
    .with("field", field)
    .with("reference", text))
}
