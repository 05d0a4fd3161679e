//! Places in an order: the rows behind or before one, exact under duplicates and NULLs.

use schema::stored::aggregate::Function;

use super::filter::balanced;
use super::json;
use super::related;
use super::scope::Scope;
use super::statement::Builder;
use crate::error::ShardError;
use crate::identity::RANK;
use crate::layout::Layout;
use crate::op::{Keyset, OrderBy, OrderTerm, RelatedTerm, Slot};

/// The opposite order.
pub(super) fn reversed(order: &[OrderTerm]) -> Vec<OrderTerm> {
    order
        .iter()
        .map(|term| OrderTerm {
            by: term.by.clone(),
            descending: !term.descending,
            nulls_first: !term.nulls_first,
        })
        .collect()
}

/// The SQL of an ORDER BY clause, empty where there is no order.
pub(super) fn order_by(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    order: &[OrderTerm],
) -> Result<String, ShardError> {
    if order.is_empty() {
        return Ok(String::new());
    }
    let terms = order
        .iter()
        .enumerate()
        .map(|(at, term)| {
            let mut sql = compared(layout, builder, scope, (at, &term.by))?;
            if term.descending {
                sql.push_str(" DESC");
            }
            // SQLite takes NULL for the least: only the other way is spelled, because it cannot be read from an index.
            if nullable(scope, &term.by)? && term.nulls_first == term.descending {
                sql.push_str(if term.nulls_first {
                    " NULLS FIRST"
                } else {
                    " NULLS LAST"
                });
            }
            Ok(sql)
        })
        .collect::<Result<Vec<_>, ShardError>>()?;
    Ok(format!(" ORDER BY {}", terms.join(",")))
}

/// The rows behind a place in parts that an index finds each, as SQL conditions: first those that differ in the last term alone,
/// last those that differ in the first. Each in the order, one after the other, they are in the order. As one condition, the rows
/// that share the first value with the place, or have none, would be passed over one by one.
pub(super) fn parts_beyond(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    order: &[OrderTerm],
    place: &Keyset,
) -> Result<Vec<String>, ShardError> {
    let steps = steps(layout, builder, scope, order, place)?.into_iter().rev();
    let parts = steps.flat_map(|step| {
        let Step { same, behind } = step;
        behind
            .into_iter()
            .filter_map(move |behind| together(&same, behind))
    });
    Ok(parts.collect())
}

/// The SQL of the condition that a row stands behind a place.
pub(super) fn beyond(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    order: &[OrderTerm],
    place: &Keyset,
) -> Result<String, ShardError> {
    let steps = steps(layout, builder, scope, order, place)?.into_iter();
    let steps = steps.filter_map(|Step { same, behind }| together(&same, balanced(&behind, "OR")?));
    let steps: Vec<String> = steps.collect();
    let any = balanced(&steps, "OR").unwrap_or_else(|| "0".to_owned());
    Ok(match bound(layout, builder, scope, order, place)? {
        Some(bound) if steps.len() > 1 => format!("({bound} AND {any})"),
        _ => any,
    })
}

/// The rows that differ from a place in one term, and in none before it.
struct Step {
    /// The SQL of the conditions that the terms before it are the same.
    same: Vec<String>,
    /// The SQL of the conditions that it stands behind its value, in the order of their rows.
    behind: Vec<String>,
}

fn together(same: &[String], behind: String) -> Option<String> {
    let all: Vec<String> = same.iter().cloned().chain([behind]).collect();
    balanced(&all, "AND")
}

fn steps(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    order: &[OrderTerm],
    place: &Keyset,
) -> Result<Vec<Step>, ShardError> {
    let mut same = Vec::with_capacity(order.len());
    let mut steps = Vec::with_capacity(order.len());
    for (at, (term, slot)) in order.iter().zip(place).enumerate() {
        let (behind, equal) = split(layout, builder, scope, (at, term), *slot)?;
        steps.push(Step {
            same: same.clone(),
            behind,
        });
        same.push(equal);
    }
    Ok(steps)
}

/// The SQL of the conditions that a term stands behind its value, in the order of their rows, and of the one that it is the same.
fn split(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    (at, term): (usize, &OrderTerm),
    slot: Option<Slot>,
) -> Result<(Vec<String>, String), ShardError> {
    let column = compared(layout, builder, scope, (at, &term.by))?;
    let null = format!("{column} IS NULL");
    let Some(slot) = slot else {
        let others = term
            .nulls_first
            .then(|| not_null(scope, &column, &term.by))
            .transpose()?;
        return Ok((others.into_iter().collect(), null));
    };
    let value = placed(layout, builder, scope, &term.by, slot)?;
    let operator = if term.descending { '<' } else { '>' };
    let mut behind = vec![format!("{column} {operator} {value}")];
    if !term.nulls_first && nullable(scope, &term.by)? {
        behind.push(null);
    }
    Ok((behind, format!("{column} = {value}")))
}

/// The SQL of the condition that a term has a value.
fn not_null(scope: &Scope<'_>, column: &str, by: &OrderBy) -> Result<String, ShardError> {
    match by {
        OrderBy::Column(id) => scope.not_null(*id),
        _ => Ok(format!("{column} IS NOT NULL")),
    }
}

/// A bound on the first term alone, which an index serves where the whole condition is an OR.
fn bound(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    order: &[OrderTerm],
    place: &Keyset,
) -> Result<Option<String>, ShardError> {
    let (Some(term), Some(Some(slot))) = (order.first(), place.first()) else {
        return Ok(None);
    };
    if nullable(scope, &term.by)? && !term.nulls_first {
        return Ok(None);
    }
    let operator = if term.descending { "<=" } else { ">=" };
    Ok(Some(format!(
        "{} {operator} {}",
        compared(layout, builder, scope, (0, &term.by))?,
        placed(layout, builder, scope, &term.by, *slot)?
    )))
}

/// The SQL of a place's value.
fn placed(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    by: &OrderBy,
    slot: Slot,
) -> Result<String, ShardError> {
    Ok(match by {
        OrderBy::Column(id) => builder.stored(slot, &scope.layout(*id)?.stored),
        OrderBy::Row => builder.slot(slot),
        OrderBy::Rank => builder.stored(slot, &RANK),
        OrderBy::Related(value) => {
            let stored = related::stored(layout, value)?;
            let sql = builder.stored(slot, &stored);
            // An integer may arrive as a REAL or a TEXT, and no column's type turns it back here.
            match stored.affinity() {
                "INTEGER" => format!("CAST({sql} AS INTEGER)"),
                _ => sql,
            }
        }
        OrderBy::Json(part) => json::placed(builder, part, slot),
    })
}

/// The SQL of what the term at that position compares, under its collation.
fn compared(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    (at, by): (usize, &OrderBy),
) -> Result<String, ShardError> {
    match by {
        OrderBy::Column(id) => scope.column(*id),
        OrderBy::Row => Ok(scope.row()),
        OrderBy::Rank => Ok(scope.rank()),
        OrderBy::Related(value) => {
            let sql = match scope.term(at) {
                Some(name) => name,
                None => related::value(layout, builder, scope, value)?,
            };
            Ok(match related::stored(layout, value)?.collation() {
                Some(collation) => format!("{sql} COLLATE {collation}"),
                None => sql,
            })
        }
        OrderBy::Json(part) => json::ordered(builder, scope, part),
    }
}

fn nullable(scope: &Scope<'_>, by: &OrderBy) -> Result<bool, ShardError> {
    match by {
        OrderBy::Column(id) => Ok(scope.layout(*id)?.nullable),
        OrderBy::Row | OrderBy::Rank => Ok(false),
        OrderBy::Related(value) => Ok(!matches!(
            value.of,
            RelatedTerm::Count
                | RelatedTerm::Aggregate(Function::Count | Function::CountDistinct, _)
                | RelatedTerm::Behind(Function::Count | Function::CountDistinct, _)
        )),
        OrderBy::Json(_) => Ok(true),
    }
}
