//! What becomes of rows to insert whose key is taken.

use codegen::ApiTable;
use schema::ColumnId;
use shard::op::{Conflict, InsertColumn};

use crate::error::{ApiError, Code};
use crate::plan::rows;

/// What a client says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The columns of the unique key that it is about.
    pub target: Option<Vec<ColumnId>>,
    /// The columns that take the new row's values; all that are given if this does not say.
    pub update: Option<Vec<ColumnId>>,
}

impl Asked {
    /// The same with its key said, which is the primary one unless it is.
    pub fn named(&self, table: &ApiTable, word: &str) -> Result<Self, ApiError> {
        let target = match &self.target {
            Some(target) => target.clone(),
            None => fallback(table, word)?,
        };
        Ok(Self {
            target: Some(target),
            update: self.update.clone(),
        })
    }

    /// The conflict of rows that give those columns. `word` names the target in messages.
    pub fn plan(&self, table: &ApiTable, given: &[InsertColumn], word: &str) -> Result<Conflict, ApiError> {
        let passes_over = self.update.as_ref().is_some_and(Vec::is_empty);
        let target = match &self.target {
            None if passes_over => Vec::new(),
            None => fallback(table, word)?,
            Some(target) => checked(table, target, word)?,
        };
        let update = match &self.update {
            Some(update) => written(table, update)?,
            None => all(given, &target),
        };
        Ok(Conflict { target, update })
    }
}

fn written(table: &ApiTable, update: &[ColumnId]) -> Result<Vec<ColumnId>, ApiError> {
    let mut columns = update.iter().filter_map(|id| table.column(*id));
    match columns.find(|column| column.generated) {
        Some(generated) => Err(rows::generated(generated)),
        None => Ok(distinct(update)),
    }
}

/// All that are given beside the key. Where that is nothing, the row that is there counts as written all the same.
fn all(given: &[InsertColumn], target: &[ColumnId]) -> Vec<ColumnId> {
    let (key, rest): (Vec<ColumnId>, Vec<ColumnId>) = given
        .iter()
        .map(|given| given.column)
        .partition(|id| target.contains(id));
    if rest.is_empty() { key } else { rest }
}

/// The primary key, else the only key there is.
fn fallback(table: &ApiTable, word: &str) -> Result<Vec<ColumnId>, ApiError> {
    match (table.key.as_slice(), table.keys.as_slice()) {
        ([], [only]) => Ok(only.columns.clone()),
        ([], []) => Err(ApiError::new(
            Code::Contradiction,
            format!(
                "{word}: '{}' has no unique key, so no row of it is there already",
                table.names.rest
            ),
        )),
        ([], _) => Err(ApiError::new(
            Code::Contradiction,
            format!("{word}: say which unique key: one of {}", shown(table)),
        )),
        (key, _) => Ok(key.to_vec()),
    }
}

fn checked(table: &ApiTable, target: &[ColumnId], word: &str) -> Result<Vec<ColumnId>, ApiError> {
    let target = distinct(target);
    if let Some(key) = table.key_over(&target) {
        return Ok(key.columns.clone());
    }
    let keys = match shown(table) {
        none if none.is_empty() => "it has none".to_owned(),
        keys => format!("its keys are {keys}"),
    };
    let fields = fields(table, &target);
    Err(ApiError::new(
        Code::InvalidValue,
        format!(
            "{word}: '{}' has no unique key over ({}): {keys}",
            table.names.rest,
            fields.join(", ")
        ),
    )
    .with("fields", fields))
}

/// All unique keys as they read in a message: `(id), (isbn)`.
fn shown(table: &ApiTable) -> String {
    let keys = table
        .keys
        .iter()
        .map(|key| format!("({})", fields(table, &key.columns).join(", ")));
    keys.collect::<Vec<_>>().join(", ")
}

fn fields<'t>(table: &'t ApiTable, columns: &[ColumnId]) -> Vec<&'t str> {
    let columns = columns.iter().filter_map(|id| table.column(*id));
    columns.map(|column| column.field.as_str()).collect()
}

fn distinct(columns: &[ColumnId]) -> Vec<ColumnId> {
    let mut distinct = Vec::with_capacity(columns.len());
    for id in columns {
        if !distinct.contains(id) {
            distinct.push(*id);
        }
    }
    distinct
}
