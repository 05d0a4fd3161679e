//! Upserts: POST with `Prefer: resolution=…`, and PUT of one row by its primary key.

use codegen::{ApiColumn, ApiTable};
use shard::op::{Conflict, Insert, InsertColumn, ShardOp};

use crate::error::{ApiError, Code};
use crate::http::Request;
use crate::plan::binder::{Operand, stored};
use crate::plan::conflict::Asked;
use crate::plan::filter::Operator;
use crate::plan::later::Given;
use crate::plan::rows::{self, Cell, GivenRow};
use crate::plan::{Binder, Planned};
use crate::rest::body::{self, Rows};
use crate::rest::etag::{self, Tagging};
use crate::rest::filters::{Asked as Condition, Tree};
use crate::rest::prefer::Resolution;
use crate::rest::request::Call;
use crate::rest::respond::{Answer, Respond, Verb, Written};
use crate::rest::{complexity, write};

/// What a POST asks to become of rows whose key is taken.
pub(crate) fn conflict(call: &Call<'_>, given: &[InsertColumn]) -> Result<Option<Conflict>, ApiError> {
    asked(call)?
        .map(|asked| asked.plan(call.scope.table, given, "on_conflict"))
        .transpose()
}

/// The same before it is known what the rows give.
pub(crate) fn asked(call: &Call<'_>) -> Result<Option<Asked>, ApiError> {
    let Some(resolution) = call.preferences.resolution else {
        return Ok(None);
    };
    let table = call.scope.table;
    if table.require_if_match && resolution != Resolution::IgnoreDuplicates {
        return Err(etag::required(&table.names.rest));
    }
    Ok(Some(Asked {
        // As in PostgREST, the primary key is meant unless said, also where duplicates are passed over.
        target: call
            .on_conflict
            .clone()
            .or_else(|| (!table.key.is_empty()).then(|| table.key.clone())),
        update: (resolution == Resolution::IgnoreDuplicates).then(Vec::new),
    }))
}

/// Plans a PUT: the row of a key, added or changed.
pub(crate) fn put<T>(call: &Call<'_>, request: &Request) -> Result<Planned<Respond, T>, ApiError> {
    let row = match body::of(request, call.scope.table)? {
        Rows::One(row) => row,
        Rows::Many(mut rows) => match (rows.pop(), rows.is_empty()) {
            (Some(row), true) => row,
            _ => {
                return Err(ApiError::new(
                    Code::BadRequest,
                    "PUT takes one object: the row of the key",
                ));
            }
        },
    };
    let table = call.scope.table;
    let mut binder = Binder::of(call.scope.batch);
    let key = key(call, &binder)?;
    let mut given = write::new_row(call, &row)?;
    agree(&mut given, key)?;
    if call.preferences.missing_default {
        for column in table.columns.iter().filter(|column| !column.generated) {
            if !given.iter().any(|(other, _)| other.id == column.id) {
                given.push((column, Cell::Default));
            }
        }
    }
    complexity::check(&call.scope, Some(1))?;
    if table.require_if_match && call.target.key.is_none() {
        return Err(etag::required(&table.names.rest));
    }
    let guards = etag::guards(call, &request.headers, &mut binder, false)?;
    let (columns, slot) = rows::bind(&mut binder, table, &[given])?;
    let asked = Asked {
        target: Some(table.key.clone()),
        update: None,
    };
    let insert = Insert {
        table: table.id,
        conflict: Some(asked.plan(table, &columns, "PUT")?),
        columns,
        rows: slot,
        returning: write::answered(call, &mut binder)?,
        at_most: write::allowed(call.preferences.max_affected, &mut binder)?,
    };
    let answer = Answer::Written(Written {
        verb: Verb::Put,
        counted: call.preferences.count.is_some(),
        single: call.is_single(),
        missing: None,
        tagging: Tagging::of(call),
        places: None,
    });
    let head = write::head(call);
    Ok(write::run(
        guards,
        ShardOp::Insert(insert),
        binder,
        Respond { head, answer },
    ))
}

/// The key's columns with their values: from the path, or from filters that name just these.
fn key<'m>(call: &Call<'m>, binder: &Binder) -> Result<GivenRow<'m>, ApiError> {
    let table: &ApiTable = call.scope.table;
    let filters = &call.scope.filters;
    let texts: Vec<(&'m ApiColumn, &str)> = match &call.target.key {
        Some(key) if filters.is_empty() => key.parts().collect(),
        Some(_) => return Err(not_by_key(table)),
        None => filters
            .iter()
            .map(|filter| match filter {
                Tree::Leaf(name, Condition::Compare(Operator::Eq, text)) if name.way.is_none() => {
                    let column = call.scope.table.column_of_field(&name.name);
                    column.map(|column| (column, text.as_str()))
                }
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| not_by_key(table))?,
    };
    let whole = !texts.is_empty()
        && texts.len() == table.key.len()
        && table
            .key
            .iter()
            .all(|id| texts.iter().any(|(column, _)| column.id == *id));
    if !whole {
        return Err(not_by_key(table));
    }
    texts
        .into_iter()
        .map(|(column, text)| {
            let named = match binder.given(column, Operand::Text(text))? {
                Given::Value(operand) => Cell::Stored(stored(column, operand)?),
                Given::Later(later) => Cell::Later(later),
            };
            Ok((column, named))
        })
        .collect()
}

fn not_by_key(table: &ApiTable) -> ApiError {
    let name = &table.names.rest;
    let fields: Vec<&str> = table
        .key
        .iter()
        .filter_map(|id| table.column(*id))
        .map(|column| column.field.as_str())
        .collect();
    let advice = if fields.is_empty() {
        format!("'{name}' has none: add rows with POST, change them with PATCH")
    } else {
        let filters: Vec<String> = fields.iter().map(|field| format!("{field}=eq.…")).collect();
        format!(
            "name it by its path, or by '{}' and no other filter",
            filters.join("&")
        )
    };
    ApiError::new(
        Code::BadRequest,
        format!("PUT is for the row of one primary key: {advice}"),
    )
    .with("fields", fields)
}

/// The body may repeat the key, and must mean the same by it.
fn agree<'m>(given: &mut GivenRow<'m>, key: GivenRow<'m>) -> Result<(), ApiError> {
    for (column, named) in key {
        let repeated = given.iter_mut().find(|(other, _)| other.id == column.id);
        match repeated {
            None => given.push((column, named)),
            Some((_, cell @ Cell::Default)) => *cell = named,
            Some((_, cell)) if same(column, cell, &named)? => {}
            Some(_) => {
                return Err(ApiError::new(
                    Code::Contradiction,
                    format!(
                        "{}: the body gives another key than the path or filter: change a key with PATCH",
                        column.field
                    ),
                )
                .with("field", column.field.clone()));
            }
        }
    }
    Ok(())
}

/// Whether a body's value is the one that names the row. What earlier answers give is the same where it is the same reference.
fn same(column: &ApiColumn, cell: &Cell<'_>, named: &Cell<'_>) -> Result<bool, ApiError> {
    Ok(match (cell, named) {
        (Cell::Json(json), Cell::Stored(value)) => rows::writable(column, json)? == *value,
        (Cell::Stored(given), Cell::Stored(value)) => given == value,
        (Cell::Later(given), Cell::Later(later)) => given.json == later.json,
        _ => false,
    })
}
