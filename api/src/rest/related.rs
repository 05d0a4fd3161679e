//! Orders by related rows: `author(name)`, `book(count())`, `book(price.max())`.

use codegen::{ApiModel, ApiTable, Relation};
use schema::ColumnId;
use schema::stored::aggregate::Function;
use shard::op::{OrderBy, RelatedTerm, RelatedValue};

use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::rest::cast;
use crate::rest::groups::{self, Aggregated};
use crate::rest::lower::{self, all};
use crate::rest::scan::Scanner;
use crate::rest::scope::Scope;
use crate::rest::select::Named;
use crate::rest::{names, relation};

/// What stands in the brackets behind a relation's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inside {
    /// A column of the one row.
    Column(String),
    /// Rows related to that.
    Related(String, Box<Inside>),
    /// An aggregate of the rows.
    Aggregate(Aggregated),
}

/// Reads the brackets behind a relation's name, if there are any.
pub(crate) fn read(scanner: &mut Scanner<'_>, depth: usize) -> Result<Option<Inside>, ApiError> {
    let before = scanner.clone();
    if !scanner.eat("(") {
        return Ok(None);
    }
    let most = crate::plan::Limits::DEFAULT.max_nesting;
    if depth == most {
        return Err(before.refused(&format!("relations may be nested {most} deep")));
    }
    let name = scanner.name()?;
    let named = Named { alias: None, name };
    let inside = if let Some(aggregated) = groups::read(scanner, &named)? {
        Inside::Aggregate(aggregated)
    } else if let Some(inside) = read(scanner, depth + 1)? {
        Inside::Related(named.name, Box::new(inside))
    } else {
        Inside::Column(named.name)
    };
    scanner.spaces();
    scanner.expect(")")?;
    Ok(Some(inside))
}

/// Where a relation's name stands: at a table, and what is asked of it if its rows are answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'p> {
    model: &'p ApiModel,
    table: &'p ApiTable,
    scope: Option<&'p Scope<'p>>,
}

impl<'p> Place<'p> {
    /// At a table whose rows are answered.
    pub(crate) fn of(scope: &'p Scope<'_>) -> Self {
        Self {
            model: scope.model,
            table: scope.table,
            scope: Some(scope),
        }
    }
}

/// What an order by a relation compares. Where the selection embeds the relation, its filters hold here too.
pub(crate) fn order(
    binder: &mut Binder,
    place: Place<'_>,
    name: &str,
    inside: &Inside,
) -> Result<OrderBy, ApiError> {
    let embedded = place.scope.and_then(|scope| scope.embed_named(name));
    let (relation, onward) = if let Some(embedded) = embedded {
        (embedded.relation, embedded.onward)
    } else {
        let path = relation::path(place.model, place.table, name, None).map_err(in_order)?;
        (path.relation, path.onward)
    };
    let target = place
        .model
        .table(relation.target)
        .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))?;
    let of = match inside {
        Inside::Aggregate(aggregated) if !relation.is_to_one() => match onward {
            Some(onward) => behind(place.model, onward, aggregated)?,
            None => aggregate(target, aggregated)?,
        },
        Inside::Aggregate(_) => return Err(mismatch(name, relation)),
        _ if !relation.is_to_one() => return Err(mismatch(name, relation)),
        Inside::Column(column) => {
            let column = ordered(target, column)?;
            RelatedTerm::One(Box::new(OrderBy::Column(column)))
        }
        Inside::Related(inner, inside) => {
            let place = Place {
                table: target,
                scope: embedded.map(|embedded| &embedded.scope),
                ..place
            };
            RelatedTerm::One(Box::new(order(binder, place, inner, inside)?))
        }
    };
    let filter = match embedded {
        Some(embedded) => all(lower::narrowing(binder, embedded)?),
        None => None,
    };
    Ok(OrderBy::Related(Box::new(RelatedValue {
        join: relation.join.clone(),
        table: target.id,
        filter,
        of,
    })))
}

/// An aggregate of the rows that those of a table between lead to.
fn behind(model: &ApiModel, onward: &Relation, aggregated: &Aggregated) -> Result<RelatedTerm, ApiError> {
    let target = model
        .table(onward.target)
        .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))?;
    let RelatedTerm::Aggregate(function, column) = aggregate(target, aggregated)? else {
        // Each row between leads to one.
        return Ok(RelatedTerm::Count);
    };
    let value = RelatedValue {
        join: onward.join.clone(),
        table: target.id,
        filter: None,
        of: RelatedTerm::One(Box::new(OrderBy::Column(column))),
    };
    Ok(RelatedTerm::Behind(
        function,
        Box::new(OrderBy::Related(Box::new(value))),
    ))
}

fn aggregate(target: &ApiTable, aggregated: &Aggregated) -> Result<RelatedTerm, ApiError> {
    let Some(name) = &aggregated.column else {
        return Ok(RelatedTerm::Count);
    };
    if name.way.is_some() || aggregated.input.is_some() || aggregated.output.is_some() {
        return Err(ApiError::new(
            Code::NotSupported,
            "order: related rows are ordered by aggregates of columns as they are, without a cast or a path",
        ));
    }
    let column = names::column(target, &name.name, "order")?;
    cast::check(aggregated.function, column).map_err(in_order)?;
    Ok(match aggregated.function {
        Function::Count if !column.nullable => RelatedTerm::Count,
        function => RelatedTerm::Aggregate(function, column.id),
    })
}

fn ordered(target: &ApiTable, name: &str) -> Result<ColumnId, ApiError> {
    let column = names::column(target, name, "order")?;
    cast::check(Function::Min, column).map_err(in_order)?;
    Ok(column.id)
}

/// What is wrong with a name is the same wherever it stands.
fn in_order(error: ApiError) -> ApiError {
    ApiError {
        message: error.message.replacen("select:", "order:", 1),
        ..error
    }
}

fn mismatch(name: &str, relation: &Relation) -> ApiError {
    let advice = if relation.is_to_one() {
        format!("leads to one row: order by a column of it, as in '{name}(column)'")
    } else {
        format!(
            "leads to many rows: order by an aggregate of them, as in '{name}(count())' or '{name}(column.max())'"
        )
    };
    ApiError::new(Code::BadRequest, format!("order: '{name}' {advice}")).with("name", name)
}
