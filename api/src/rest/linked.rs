//! Rows that are related through a table between, as PostgREST embeds them: a playlist's tracks.
//!
//! What is read is the rows between, and of each the one that it leads on to.

use codegen::Relation;
use shard::op::{
    Field, FieldValue, Linked, OrderBy, OrderTerm, Output, Page, Query, Related, RelatedTerm, RelatedValue,
};

use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::order::total;
use crate::rest::groups;
use crate::rest::lower::{self, Window, all};
use crate::rest::scope::{Embedded, MemberValue, Scope};

/// The rows of a relation that goes by a table between.
pub(crate) fn related(
    binder: &mut Binder,
    embedded: &Embedded<'_>,
    onward: &Relation,
) -> Result<Related, ApiError> {
    let query = match counted(binder, embedded, onward)? {
        Some(query) => query,
        None => rows(binder, embedded, onward)?,
    };
    Ok(Related {
        join: embedded.relation.join.clone(),
        query,
    })
}

fn rows(binder: &mut Binder, embedded: &Embedded<'_>, onward: &Relation) -> Result<Query, ApiError> {
    let Embedded { relation, scope, .. } = embedded;
    let between = scope
        .model
        .table(relation.target)
        .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))?;
    let row = Related {
        join: onward.join.clone(),
        query: Query {
            table: onward.target,
            filter: None,
            order: Vec::new(),
            page: Page::default(),
            output: Output::One(lower::fields(binder, scope)?),
        },
    };
    let asked = order(binder, scope, onward)?;
    Ok(Query {
        table: relation.target,
        filter: all(lower::narrowing(binder, embedded)?),
        order: total(between, &asked),
        page: Window::of(scope).page(binder)?,
        output: Output::Values(FieldValue::Related(Box::new(row))),
    })
}

/// The order of the rows between by what is asked of those behind them.
fn order(binder: &mut Binder, scope: &Scope<'_>, onward: &Relation) -> Result<Vec<OrderTerm>, ApiError> {
    if scope.order.is_none() {
        return Ok(Vec::new());
    }
    let behind = lower::order(binder, scope, None)?;
    if behind
        .iter()
        .any(|term| matches!(term.by, OrderBy::Json(_) | OrderBy::Rank))
    {
        return Err(ApiError::new(
            Code::NotSupported,
            "order: rows behind a table between are ordered by their columns, and not by parts of a document or by rank",
        ));
    }
    let through = behind
        .into_iter()
        .filter(|term| term.by != OrderBy::Row)
        .map(|term| OrderTerm {
            by: OrderBy::Related(Box::new(RelatedValue {
                join: onward.join.clone(),
                table: onward.target,
                filter: None,
                of: RelatedTerm::One(Box::new(term.by)),
            })),
            ..term
        });
    Ok(through.collect())
}

/// Groups of the rows themselves.
fn grouped(binder: &mut Binder, embedded: &Embedded<'_>, onward: &Relation) -> Result<Query, ApiError> {
    let Embedded { relation, scope, .. } = embedded;
    let output = groups::groups(binder, scope, Window::of(scope), false)?;
    let Some(Output::Groups(groups)) = output else {
        return Err(ApiError::new(Code::Internal, "rows are not grouped"));
    };
    Ok(Query {
        table: onward.target,
        filter: all(lower::conditions(binder, scope)?),
        order: Vec::new(),
        page: Page::default(),
        output: Output::Linked(Box::new(Linked {
            between: relation.target,
            onward: onward.join.clone(),
            groups: *groups,
        })),
    })
}

/// What is answered where rows are aggregated. Where they are but counted, so are the rows between, each of which leads to one.
fn counted(
    binder: &mut Binder,
    embedded: &Embedded<'_>,
    onward: &Relation,
) -> Result<Option<Query>, ApiError> {
    let Embedded { relation, scope, .. } = embedded;
    if !scope.is_grouped() {
        return Ok(None);
    }
    let between = scope.model.table(relation.target);
    let only_counts = |value: &MemberValue<'_>| matches!(value, MemberValue::Aggregate(measured) if measured.column.is_none());
    let Some(between) = between.filter(|_| scope.members.iter().all(|member| only_counts(&member.value)))
    else {
        return grouped(binder, embedded, onward).map(Some);
    };
    let members = scope.members.iter().filter_map(|member| match &member.value {
        MemberValue::Aggregate(measured) => {
            Some((member.key.as_str(), MemberValue::Aggregate(measured.clone())))
        }
        _ => None,
    });
    let counting = scope.elsewhere(between, members);
    let output = groups::groups(binder, &counting, Window::of(scope), false)?;
    let output = output.ok_or_else(|| ApiError::new(Code::Internal, "a count is no group"))?;
    Ok(Some(Query {
        table: between.id,
        filter: all(lower::narrowing(binder, embedded)?),
        order: Vec::new(),
        page: Page::default(),
        output,
    }))
}

/// Where rows are read by a table between: what is read of each of those.
pub(crate) fn onward(related: &Related) -> Option<&Related> {
    match &related.query.output {
        Output::Values(FieldValue::Related(onward)) => Some(onward),
        _ => None,
    }
}

/// The members of the rows, each as an array of values.
pub(crate) fn spread(related: &Related, onward: &Related) -> Vec<Field> {
    let Output::One(members) = &onward.query.output else {
        return Vec::new();
    };
    let values = members.iter().map(|member| {
        let value = Related {
            join: onward.join.clone(),
            query: Query {
                output: Output::Value(member.value.clone()),
                ..onward.query.clone()
            },
        };
        let rows = Related {
            join: related.join.clone(),
            query: Query {
                output: Output::Values(FieldValue::Related(Box::new(value))),
                ..related.query.clone()
            },
        };
        Field {
            key: member.key.clone(),
            value: FieldValue::Related(Box::new(rows)),
        }
    });
    values.collect()
}
