//! Rows with related rows embedded in them, in the body of a POST.

use codegen::{ApiModel, ApiTable, Relation};
use serde_json::Value;
use shard::ShardError;
use shard::op::ShardOp;

use crate::error::{ApiError, Code};
use crate::http::Request;
use crate::plan::later::{self, InBatch};
use crate::plan::limits::{Limits, within};
use crate::plan::rows::GivenRow;
use crate::plan::tree::{Path, Planner, Related, Row};
use crate::plan::{Binder, Planned};
use crate::rest::location::Location;
use crate::rest::request::Call;
use crate::rest::respond::Respond;
use crate::rest::{body, etag, names, relation, upsert, write};

/// What a name of a body's object means.
enum Meaning<'m> {
    Column(&'m codegen::ApiColumn),
    Relation(&'m Relation),
}

/// The rows of a body, where any of them embeds others.
pub(crate) fn rows<'a>(call: &Call<'a>, rows: &'a [body::Row]) -> Result<Option<Vec<Row<'a>>>, ApiError> {
    let nesting = Nesting {
        model: call.scope.model,
        limits: call.scope.limits,
        batch: call.scope.batch,
    };
    let table = call.scope.table;
    let embeds =
        |name: &str| table.column_named(name).is_none() && relation::of(nesting.model, table, name).is_some();
    let asked = |name: &str| call.columns.is_none() && embeds(name);
    if !rows
        .iter()
        .any(|body::Row(members)| members.iter().any(|(name, _)| asked(name)))
    {
        return Ok(None);
    }
    let root = Path::root("");
    let mut nested = Vec::with_capacity(rows.len());
    for (position, body::Row(members)) in rows.iter().enumerate() {
        let path = match rows {
            [_] => root.clone(),
            _ => root.item(position),
        };
        let members = members.iter().map(|(name, value)| (name.as_str(), value));
        nested.push(nesting.row(table, members, path, 0)?);
    }
    Ok(Some(nested))
}

/// Plans an insert of rows that embed others.
pub(crate) fn insert<T>(
    call: &Call<'_>,
    (tenant, request): (&str, &Request),
    rows: Vec<Row<'_>>,
) -> Result<Planned<Respond, T>, ApiError> {
    let found = count(&rows) as u64;
    if let Some(allowed) = call.preferences.max_affected.map(u64::from)
        && found > allowed
    {
        return Err(ShardError::TooManyRows {
            found,
            allowed,
            part: 0,
        }
        .into());
    }
    let table = call.scope.table;
    let location = match rows.as_slice() {
        [row] => Location::of(tenant, table, &row.columns),
        _ => None,
    };
    let mut binder = Binder::of(call.scope.batch);
    let guards = etag::guards(call, &request.headers, &mut binder, false)?;
    let returning = write::returned(call, &mut binder, location.as_ref())?;
    let planner = Planner::new(call.scope.model, call.scope.limits, &mut binder);
    let (tree, places) = planner.insert(table, rows, (upsert::asked(call)?, "on_conflict"), returning)?;
    let respond = write::added(call, location, Some(places));
    Ok(write::run(guards, ShardOp::Tree(tree), binder, respond))
}

/// How many rows there are, with those that are embedded.
pub(crate) fn count(rows: &[Row<'_>]) -> usize {
    let embedded = |row: &Row<'_>| {
        row.related
            .iter()
            .map(|(_, related)| count(&related.create))
            .sum::<usize>()
    };
    rows.iter().map(|row| 1 + embedded(row)).sum()
}

struct Nesting<'a> {
    model: &'a ApiModel,
    limits: &'a Limits,
    batch: Option<InBatch<'a>>,
}

impl<'a> Nesting<'a> {
    fn row(
        &self,
        table: &'a ApiTable,
        members: impl Iterator<Item = (&'a str, &'a Value)>,
        path: Path,
        depth: usize,
    ) -> Result<Row<'a>, ApiError> {
        within(
            depth,
            self.limits.max_nesting,
            "the body: rows are nested too deep in each other",
        )?;
        let mut columns: GivenRow<'a> = Vec::new();
        let mut related: Vec<(&'a Relation, Related<'a>)> = Vec::new();
        for (name, value) in members {
            match self.meaning(table, name)? {
                Meaning::Column(column) => {
                    if columns.iter().any(|(other, _)| other.id == column.id) {
                        return Err(
                            write::twice(column, name).with("argument", path.member(name).to_string())
                        );
                    }
                    let cell = later::cell(self.batch, column, value).map_err(|error| at(&path, error))?;
                    columns.push((column, cell));
                }
                Meaning::Relation(_) if value.is_null() => {}
                Meaning::Relation(relation) => {
                    let path = path.member(name);
                    if related.iter().any(|(other, _)| std::ptr::eq(*other, relation)) {
                        return Err(wrong(&path, "the rows of this relation are given twice"));
                    }
                    related.push((relation, self.related(relation, value, &path, depth + 1)?));
                }
            }
        }
        related.retain(|(_, related)| !related.is_nothing());
        Ok(Row {
            path,
            columns,
            related,
        })
    }

    fn related(
        &self,
        relation: &'a Relation,
        value: &'a Value,
        path: &Path,
        depth: usize,
    ) -> Result<Related<'a>, ApiError> {
        let target = self
            .model
            .table(relation.target)
            .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))?;
        let mut related = Related::nothing(path.clone());
        let items: Vec<(&Value, Path)> = match value {
            Value::Array(items) if !relation.is_to_one() => {
                let items = items.iter().enumerate();
                items
                    .map(|(position, item)| (item, path.item(position)))
                    .collect()
            }
            Value::Object(_) if relation.is_to_one() => vec![(value, path.clone())],
            _ if relation.is_to_one() => {
                return Err(wrong(path, "expected one object: at most one row is related"));
            }
            _ => return Err(wrong(path, "expected an array of objects: the related rows")),
        };
        for (item, path) in items {
            let Value::Object(members) = item else {
                return Err(wrong(&path, "expected an object: a row to add"));
            };
            let members = members.iter().map(|(name, value)| (name.as_str(), value));
            related.create.push(self.row(target, members, path, depth)?);
        }
        Ok(related)
    }

    fn meaning(&self, table: &'a ApiTable, name: &str) -> Result<Meaning<'a>, ApiError> {
        match table.column_named(name) {
            Some(column) => Ok(Meaning::Column(column)),
            None => match relation::of(self.model, table, name) {
                Some(found) => found.map(Meaning::Relation),
                None => names::column(table, name, "body").map(Meaning::Column),
            },
        }
    }
}

/// An error of a member of the row at a path.
fn at(path: &Path, error: ApiError) -> ApiError {
    let field = error.details.get("field").and_then(|field| field.as_str());
    match field.map(|field| path.member(field).to_string()) {
        Some(argument) => error.with("argument", argument),
        None => error,
    }
}

fn wrong(path: &Path, what: &str) -> ApiError {
    ApiError::new(Code::InvalidValue, format!("{path}: {what}")).with("argument", path.to_string())
}
