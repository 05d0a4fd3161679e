//! Paths: `book`, `book/17`, `film_actor/1,20`.

use codegen::{ApiColumn, ApiModel, ApiTable};
use shard::op::Filter;

use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::binder::Operand;
use crate::plan::filter::{Operator, compare};
use crate::rest::{names, percent};

/// What a path names.
#[derive(Debug, Clone)]
pub(crate) struct Target<'m> {
    /// The table.
    pub(crate) table: &'m ApiTable,
    /// The key of one of its rows.
    pub(crate) key: Option<Key<'m>>,
}

/// The key of a row: its columns with their texts, in the key's order.
#[derive(Debug, Clone)]
pub(crate) struct Key<'m> {
    columns: Vec<(&'m ApiColumn, String)>,
}

/// Reads what stands behind `/rest/`, still percent-encoded.
pub(crate) fn parse<'m>(model: &'m ApiModel, path: &str) -> Result<Target<'m>, ApiError> {
    let (name, key) = match path.split_once('/') {
        Some((name, key)) => (name, Some(key)),
        None => (path, None),
    };
    let table = names::table(model, &decoded(name)?)?;
    let key = key.map(|key| Key::parse(table, key)).transpose()?;
    Ok(Target { table, key })
}

impl<'m> Key<'m> {
    /// Splits at the commas that are not percent-encoded. A key of one column is never split.
    fn parse(table: &'m ApiTable, text: &str) -> Result<Self, ApiError> {
        let name = &table.names.rest;
        let columns: Vec<&ApiColumn> = table.key.iter().filter_map(|id| table.column(*id)).collect();
        if columns.is_empty() {
            return Err(ApiError::new(
                Code::NotFound,
                format!("'{name}' has no primary key, so its rows have no paths: filter '{name}' instead"),
            ));
        }
        if text.contains('/') {
            return Err(ApiError::new(
                Code::NotFound,
                format!("there is nothing behind '{name}/{{key}}'; a slash inside a key is written %2F"),
            ));
        }
        let parts: Vec<&str> = match columns.as_slice() {
            [_] => vec![text],
            _ => text.split(',').collect(),
        };
        if parts.len() != columns.len() {
            let fields: Vec<&str> = columns.iter().map(|column| column.field.as_str()).collect();
            return Err(ApiError::new(
                Code::InvalidValue,
                format!(
                    "the key of '{name}' is {}, separated by commas (a comma inside a value is written %2C); got {} \
                     of {}",
                    fields.join(","),
                    parts.len(),
                    fields.len()
                ),
            )
            .with("fields", fields));
        }
        let columns = columns
            .into_iter()
            .zip(parts)
            .map(|(column, part)| Ok((column, decoded(part)?)))
            .collect::<Result<_, ApiError>>()?;
        Ok(Self { columns })
    }

    /// The condition that holds for the key's row alone.
    pub(crate) fn filter(&self, binder: &mut Binder) -> Result<Filter, ApiError> {
        let tests = self
            .columns
            .iter()
            .map(|(column, text)| compare(binder, column, Operator::Eq, Operand::Text(text)))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Filter::And(tests))
    }

    /// The columns with their texts.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (&'m ApiColumn, &str)> {
        self.columns.iter().map(|(column, text)| (*column, text.as_str()))
    }

    /// The key as it reads in a message.
    pub(crate) fn shown(&self) -> String {
        let texts: Vec<&str> = self.columns.iter().map(|(_, text)| text.as_str()).collect();
        texts.join(",")
    }
}

fn decoded(text: &str) -> Result<String, ApiError> {
    percent::decode(text).ok_or_else(|| {
        ApiError::new(
            Code::BadRequest,
            format!("the path's '{text}' is not percent-encoded UTF-8"),
        )
    })
}
