//! Full-text searches, and what is answered of the rows that they find.

use codegen::ApiTable;
use schema::ColumnId;
use schema::stored::Value as Stored;
use serde_json::Value;
use shard::op::{Filter, Slot, Snippet};

use super::{Lowering, misplaced};
use crate::batch::condition;
use crate::error::{ApiError, Code};
use crate::graphql::prepared::Field;
use crate::plan::search::{self, Mode};

impl<'l> Lowering<'l> {
    /// The condition of a collection's `search`.
    pub(super) fn search(
        &mut self,
        table: &'l ApiTable,
        field: &'l Field,
    ) -> Result<Option<Filter>, ApiError> {
        let Some(given) = self.argument(field, "search")? else {
            return Ok(None);
        };
        let Some(Value::String(query)) = given.get("query") else {
            return Err(misplaced());
        };
        let mode = match given.get("mode").and_then(Value::as_str) {
            Some("ALL") => Mode::All,
            Some("ANY") => Mode::Any,
            Some("PHRASE") => Mode::Phrase,
            _ => Mode::Web,
        };
        let columns = match given.get("columns") {
            Some(Value::Array(names)) if names.is_empty() => {
                return Err(ApiError::new(
                    Code::InvalidValue,
                    "search.columns: the list is empty: name a column, or leave it out to search in all",
                )
                .with("argument", "search.columns"));
            }
            Some(Value::Array(names)) => names
                .iter()
                .map(|name| searched(table, name))
                .collect::<Result<Vec<_>, _>>()?,
            _ => Vec::new(),
        };
        let positions = table
            .searched()
            .filter(|(_, column)| columns.contains(&column.id));
        let positions = positions.map(|(position, _)| position).collect();
        if let Some((_, column)) = table.searched().next() {
            let asked = [(mode, query.as_str(), positions)];
            if let Some(filter) = condition::of_searches(&mut self.binder, column, &asked)? {
                return Ok(Some(filter));
            }
        }
        let expression = search::parse(query, mode)
            .map_err(|error| error.with("argument", "search.query"))?
            .map(|expression| search::within(table, &columns, expression));
        search::filter(&mut self.binder, expression.as_ref()).map(Some)
    }

    /// A piece of a row's text.
    pub(super) fn snippet(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<Snippet, ApiError> {
        let column = self.argument(field, "column")?;
        let column = column.map(|name| searched(table, &name)).transpose()?;
        let Some(tokens @ 1..=64) = self.count(field, "tokens")? else {
            return Err(
                ApiError::new(Code::InvalidValue, "tokens: expected a whole number from 1 to 64")
                    .with("argument", "tokens"),
            );
        };
        Ok(Snippet {
            column,
            start: self.mark(field, "start")?,
            end: self.mark(field, "end")?,
            between: self.mark(field, "ellipsis")?,
            tokens: self.binder.integer(tokens)?,
        })
    }

    fn mark(&mut self, field: &'l Field, name: &str) -> Result<Slot, ApiError> {
        let text = match self.argument(field, name)?.as_deref() {
            Some(Value::String(text)) => text.clone(),
            _ => return Err(misplaced()),
        };
        self.binder.bind(Stored::Text(text))
    }
}

/// A searched column by its name in the enum.
fn searched(table: &ApiTable, name: &Value) -> Result<ColumnId, ApiError> {
    table
        .searched()
        .find(|(_, column)| name.as_str() == Some(&column.enum_name()))
        .map(|(_, column)| column.id)
        .ok_or_else(misplaced)
}
