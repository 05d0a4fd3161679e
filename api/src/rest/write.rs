//! POST, PATCH and DELETE.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use shard::op::{
    Delete, Filter, Insert, Output, Page, Part, Query, Returning as Answered, Shape, ShardOp, Slot, Update,
};

use crate::error::{ApiError, Code};
use crate::http::{Headers, Request, Response};
use crate::plan::order::keyed;
use crate::plan::rows::{self, Cell, GivenRow};
use crate::plan::tree::Places;
use crate::plan::{Binder, Planned, later, limits};
use crate::rest::body::{self, Row, Rows};
use crate::rest::etag::{self, Tagging};
use crate::rest::location::Location;
use crate::rest::prefer::Returning;
use crate::rest::request::Call;
use crate::rest::respond::{Answer, Head, Missing, NOTHING, Respond, Verb, Written, not_single};
use crate::rest::{complexity, lower, names, nested, upsert};

/// Plans an insert. `tenant` stands in the path of what was added.
pub(crate) fn insert<T>(
    call: &Call<'_>,
    tenant: &str,
    request: &Request,
) -> Result<Planned<Respond, T>, ApiError> {
    let rows = match body::of(request, call.scope.table)? {
        Rows::One(row) if row.0.is_empty() => {
            return Err(ApiError::new(
                Code::BadRequest,
                "the body is an object without members, which is no row: for a row of defaults alone, send [{}]",
            ));
        }
        Rows::One(row) => vec![row],
        Rows::Many(rows) => rows,
    };
    let most = call.scope.limits.max_inserted;
    if rows.len() > most {
        return Err(limits::beyond(
            rows.len(),
            most,
            format!(
                "{} rows are more than the {most} that one request adds: send them in parts",
                rows.len()
            ),
        ));
    }
    let nested = nested::rows(call, &rows)?;
    if call.is_single() && rows.len() != 1 {
        return Err(not_single(rows.len() as u64));
    }
    complexity::check(&call.scope, Some(rows.len() as u64))?;
    if rows.is_empty() {
        return Ok(Planned::Ready(nothing_added(&head(call))));
    }
    match nested {
        Some(nested) => nested::insert(call, (tenant, request), nested),
        None => insert_flat(call, (tenant, request), &rows),
    }
}

fn insert_flat<T>(
    call: &Call<'_>,
    (tenant, request): (&str, &Request),
    rows: &[Row],
) -> Result<Planned<Respond, T>, ApiError> {
    let table = call.scope.table;
    let given: Vec<GivenRow<'_>> = given_rows(call, rows)?;
    let mut binder = Binder::of(call.scope.batch);
    let guards = etag::guards(call, &request.headers, &mut binder, false)?;
    let (columns, slot) = rows::bind(&mut binder, table, &given)?;
    let conflict = upsert::conflict(call, &columns)?;
    let location = match given.as_slice() {
        [row] => Location::of(tenant, table, row),
        _ => None,
    };
    let insert = Insert {
        table: table.id,
        columns,
        rows: slot,
        returning: returned(call, &mut binder, location.as_ref())?,
        conflict,
        at_most: allowed(call.preferences.max_affected, &mut binder)?,
    };
    let respond = added(call, location, None);
    Ok(run(guards, ShardOp::Insert(insert), binder, respond))
}

/// What is answered of rows that are added: their key, if nothing else, where it makes the path of the only one.
pub(crate) fn returned(
    call: &Call<'_>,
    binder: &mut Binder,
    location: Option<&Location>,
) -> Result<Answered, ApiError> {
    Ok(match answered(call, binder)? {
        Answered::Nothing if location.is_some_and(Location::is_made) => Answered::Key,
        returning => returning,
    })
}

/// How added rows are answered.
pub(crate) fn added(call: &Call<'_>, location: Option<Location>, places: Option<Places>) -> Respond {
    Respond {
        head: head(call),
        answer: Answer::Written(Written {
            verb: Verb::Insert(location),
            counted: call.preferences.count.is_some(),
            single: call.is_single(),
            missing: None,
            tagging: Tagging::default(),
            places,
        }),
    }
}

/// Plans a change.
pub(crate) fn update<T>(call: &Call<'_>, request: &Request) -> Result<Planned<Respond, T>, ApiError> {
    let Rows::One(row) = body::of(request, call.scope.table)? else {
        return Err(ApiError::new(
            Code::BadRequest,
            "PATCH takes one object: the new values of every row that the filter finds",
        ));
    };
    let mut given = given_row(call, &row)?;
    if given.is_empty() {
        return Err(ApiError::new(
            Code::Contradiction,
            "the body names no column to change",
        ));
    }
    // In the table's order, so that the same change spelled in another order is the same statement.
    given.sort_by_key(|(column, _)| column.id);
    let mut binder = Binder::of(call.scope.batch);
    let guards = guards(call, &request.headers, &mut binder)?;
    let set = given
        .into_iter()
        .map(|(column, cell)| {
            if matches!(&cell, Cell::Json(value) if value.is_null()) && !column.nullable {
                return Err(never_null(call, column));
            }
            Ok((column.id, binder.cell(column, &cell)?))
        })
        .collect::<Result<Vec<_>, ApiError>>()?;
    let (filter, at_most) = which(call, &mut binder)?;
    let update = Update {
        table: call.scope.table.id,
        set,
        add: Vec::new(),
        reshape: Vec::new(),
        filter,
        at_most,
        returning: answered(call, &mut binder)?,
    };
    let respond = changed(call, Verb::Update);
    Ok(run(guards, ShardOp::Update(update), binder, respond))
}

/// What the database says of a row that takes no null there, said also where no row is found that would.
fn never_null(call: &Call<'_>, column: &ApiColumn) -> ApiError {
    let table = &call.scope.table.declared;
    let text = format!("'{}' of '{table}' cannot be null", column.declared);
    ApiError::new(Code::NotNullViolation, text)
        .with("table", table.clone())
        .with("fields", vec![column.declared.clone()])
}

/// Plans a removal.
pub(crate) fn delete<T>(call: &Call<'_>, request: &Request) -> Result<Planned<Respond, T>, ApiError> {
    let mut binder = Binder::of(call.scope.batch);
    let guards = guards(call, &request.headers, &mut binder)?;
    let (filter, at_most) = which(call, &mut binder)?;
    let delete = Delete {
        table: call.scope.table.id,
        filter,
        at_most,
        returning: match answered(call, &mut binder)? {
            // A row that is gone has no state.
            Answered::Tagged(fields) => Answered::One(fields),
            returning => returning,
        },
    };
    let respond = changed(call, Verb::Delete);
    Ok(run(guards, ShardOp::Delete(delete), binder, respond))
}

/// Which rows a change or removal is for, and how many they may be.
fn which(call: &Call<'_>, binder: &mut Binder) -> Result<(Option<Filter>, Option<Slot>), ApiError> {
    let mut conditions = Vec::new();
    if let Some(key) = &call.target.key {
        conditions.push(key.filter(binder)?);
    }
    conditions.extend(lower::conditions(binder, &call.scope)?);
    // The first of all rows in an order is what is taken from a queue. Without an order it is any rows.
    let taken = call.scope.limit.is_some() && call.scope.order.is_some();
    if call.target.key.is_none() && !call.scope.is_filtered() && !taken {
        return Err(ApiError::new(
            Code::FilterRequired,
            format!(
                "without a filter this would be every row of '{}': name the rows by a filter such as '{}=eq.…'",
                call.scope.table.names.rest,
                call.scope
                    .table
                    .columns
                    .first()
                    .map_or("id", |column| &column.field),
            ),
        ));
    }
    let single = call.is_single().then_some(1);
    let most = single.into_iter().chain(call.preferences.max_affected).min();
    let rows = most.into_iter().chain(call.scope.limit).min();
    complexity::check(&call.scope, rows.map(u64::from))?;
    let mut filter = lower::all(conditions);
    if call.scope.order.is_some() || call.scope.limit.is_some() || call.scope.offset.is_some() {
        filter = Some(cut(call, binder, filter)?);
    }
    Ok((filter, allowed(most, binder)?))
}

/// The first of the rows that a filter finds, in an order that the key completes.
fn cut(call: &Call<'_>, binder: &mut Binder, filter: Option<Filter>) -> Result<Filter, ApiError> {
    let scope = &call.scope;
    let order = keyed(scope.table, lower::order(binder, scope, filter.as_ref())?);
    let offset = scope.offset.unwrap_or_default();
    let offset = (offset > 0).then(|| i64::try_from(offset).unwrap_or(i64::MAX));
    let limit = scope.limit.map(|limit| binder.integer(i64::from(limit)));
    let page = Page {
        limit: limit.transpose()?,
        offset: offset.map(|offset| binder.integer(offset)).transpose()?,
        place: true,
        ..Page::default()
    };
    Ok(Filter::Among(Box::new(Query {
        table: scope.table.id,
        filter,
        order,
        page,
        output: Output::Nothing,
    })))
}

/// The most rows that a write may touch, where the client says so.
pub(crate) fn allowed(most: Option<u32>, binder: &mut Binder) -> Result<Option<Slot>, ApiError> {
    most.map(|most| binder.integer(i64::from(most))).transpose()
}

fn changed(call: &Call<'_>, verb: Verb) -> Respond {
    Respond {
        head: head(call),
        answer: Answer::Written(Written {
            verb,
            counted: call.preferences.count.is_some(),
            single: call.is_single(),
            missing: call
                .target
                .key
                .as_ref()
                .map(|key| Missing::new(call.scope.table, key)),
            tagging: Tagging::of(call),
            places: None,
        }),
    }
}

pub(crate) fn head(call: &Call<'_>) -> Head {
    Head {
        media: call.media,
        columns: call.columns_answered(),
        body: call.preferences.returns() == Returning::Representation,
        applied: call.preferences.applied(true),
        explains: call.explains(),
    }
}

pub(crate) fn answered(call: &Call<'_>, binder: &mut Binder) -> Result<Answered, ApiError> {
    let referred = call.scope.batch.is_some_and(|batch| batch.referred);
    if call.preferences.returns() != Returning::Representation && !referred {
        return Ok(Answered::Nothing);
    }
    let fields = lower::fields(binder, &call.scope)?;
    Ok(if call.target.key.is_some() {
        Answered::Tagged(fields)
    } else if call.is_single() {
        Answered::One(fields)
    } else {
        Answered::Many(fields)
    })
}

fn nothing_added<T>(head: &Head) -> Response<T> {
    let mut response = if head.body {
        Response::text(201, head.media.content_type(), head.converted("[]"))
    } else {
        Response::empty(201).with("content-type", NOTHING)
    };
    if let Some(applied) = &head.applied {
        response = response.with("preference-applied", applied.clone());
    }
    response.with("content-range", "*/*")
}

fn given_rows<'a>(call: &Call<'a>, rows: &'a [Row]) -> Result<Vec<GivenRow<'a>>, ApiError> {
    rows.iter()
        .enumerate()
        .map(|(position, row)| {
            new_row(call, row).map_err(|error| match rows {
                [_] => error,
                _ => error.at_row(position),
            })
        })
        .collect()
}

/// The columns that an object of rows to add gives; with `columns=`, these and no others.
pub(crate) fn new_row<'a>(call: &Call<'a>, row: &'a Row) -> Result<GivenRow<'a>, ApiError> {
    let mut given = given_row(call, row)?;
    for id in call.columns.iter().flatten() {
        if let Some(column) = call.scope.table.column(*id)
            && !given.iter().any(|(other, _)| other.id == *id)
        {
            given.push((column, Cell::Default));
        }
    }
    Ok(given)
}

/// The columns that an object gives. With `columns=`, other members of it do not count.
fn given_row<'a>(call: &Call<'a>, Row(members): &'a Row) -> Result<GivenRow<'a>, ApiError> {
    let mut given: GivenRow<'a> = Vec::with_capacity(members.len());
    let mut seen: Vec<Option<&str>> = vec![None; call.scope.table.columns.len()];
    for (name, json) in members {
        let Some(column) = counted(call.scope.table, name, call.columns.as_deref())? else {
            continue;
        };
        if let Some(earlier) = seen[column.id.index()].replace(name) {
            return Err(twice(column, &format!("{earlier}' and '{name}")));
        }
        given.push((column, later::cell(call.scope.batch, column, json)?));
    }
    Ok(given)
}

/// The error of a column that is given twice, by those names.
pub(crate) fn twice(column: &ApiColumn, names: &str) -> ApiError {
    ApiError::new(
        Code::BadRequest,
        format!("the body gives the column '{}' twice, as '{names}'", column.field),
    )
    .with("field", column.field.clone())
}

fn counted<'m>(
    table: &'m ApiTable,
    name: &str,
    columns: Option<&[ColumnId]>,
) -> Result<Option<&'m ApiColumn>, ApiError> {
    match columns {
        None => names::column(table, name, "body").map(Some),
        Some(columns) => Ok(table
            .column_named(name)
            .filter(|column| columns.contains(&column.id))),
    }
}

/// What must hold of the rows before they are changed or removed.
fn guards(call: &Call<'_>, headers: &Headers, binder: &mut Binder) -> Result<Vec<Part>, ApiError> {
    let table = call.scope.table;
    if table.require_if_match && call.target.key.is_none() {
        return Err(etag::required(&table.names.rest));
    }
    etag::guards(call, headers, binder, true)
}

pub(crate) fn run<T>(
    guards: Vec<Part>,
    op: ShardOp,
    binder: Binder,
    respond: Respond,
) -> Planned<Respond, T> {
    let mut parts = guards;
    parts.push(Part::Op(op));
    let (values, later) = binder.finish_later();
    Planned::Run {
        shape: Shape { parts },
        values,
        later,
        respond,
    }
}
