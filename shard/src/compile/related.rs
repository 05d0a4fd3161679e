//! Conditions on related rows, and values of theirs. An index on the columns that join them finds the rows: a foreign key
//! has one, and so has what it refers to.

use schema::stored::Stored;
use schema::stored::aggregate::Aggregate;
use schema::{ColumnId, TableId};

use super::depth;
use super::filter::condition;
use super::json;
use super::missing_table;
use super::scope::Scope;
use super::source::clause;
use super::statement::Builder;
use crate::error::ShardError;
use crate::identity::RANK;
use crate::layout::{Layout, TableLayout};
use crate::op::{Exists, Filter, OrderBy, RelatedTerm, RelatedValue, Test};

/// The SQL of the condition that there is a related row.
pub(super) fn exists(
    layout: &Layout,
    builder: &mut Builder,
    outer: &Scope<'_>,
    found: &Exists,
) -> Result<String, ShardError> {
    let scope = scope(layout, builder, found.table)?;
    let rows = rows(
        layout,
        builder,
        (outer, &scope),
        &found.join,
        found.filter.as_ref(),
    )?;
    Ok(format!("EXISTS {}", depth::rows(layout, "1", &rows)))
}

/// Whether it is quicker to start from the related rows: an index finds those for which the condition holds, and the columns
/// on both sides compare alike.
pub(super) fn leads(layout: &Layout, found: &Exists) -> bool {
    let Some(table) = layout.table(found.table) else {
        return false;
    };
    found
        .filter
        .as_ref()
        .is_some_and(|filter| serves(layout, table, filter))
}

/// Whether an index finds the rows for which a condition holds.
pub(super) fn serves(layout: &Layout, table: &TableLayout, filter: &Filter) -> bool {
    match filter {
        Filter::And(all) => all.iter().any(|part| serves(layout, table, part)),
        Filter::Or(any) => !any.is_empty() && any.iter().all(|part| serves(layout, table, part)),
        Filter::Column(id, test) => table.leads(*id) && is_served(test),
        Filter::Exists(found) => {
            leads(layout, found) && found.join.iter().all(|(local, _)| table.leads(*local))
        }
        Filter::Search(_) => true,
        Filter::Later { slot, .. } => layout
            .settled(*slot)
            .is_some_and(|filter| serves(layout, table, filter)),
        _ => false,
    }
}

fn is_served(test: &Test) -> bool {
    match test {
        Test::All(all) => all.iter().any(is_served),
        Test::Any(any) => !any.is_empty() && any.iter().all(is_served),
        _ => matches!(
            test,
            Test::Eq(_)
                | Test::In(_)
                | Test::Gt(_)
                | Test::Gte(_)
                | Test::Lt(_)
                | Test::Lte(_)
                | Test::StartsWith(_)
                | Test::IsNull
        ),
    }
}

/// The SQL of the condition that there is a related row, from which SQLite may start. It is NULL rather than false where a
/// column that joins them is.
pub(super) fn among(
    layout: &Layout,
    builder: &mut Builder,
    outer: &Scope<'_>,
    found: &Exists,
) -> Result<String, ShardError> {
    let scope = scope(layout, builder, found.table)?;
    let mut own = Vec::with_capacity(found.join.len());
    let mut theirs = Vec::with_capacity(found.join.len());
    for (local, remote) in &found.join {
        let collation = |scope: &Scope<'_>, id| Ok::<_, ShardError>(scope.layout(id)?.stored.collation());
        if collation(outer, *local)? != collation(&scope, *remote)? {
            return exists(layout, builder, outer, found);
        }
        own.push(outer.column(*local)?);
        theirs.push(scope.column(*remote)?);
    }
    let rows = rows(layout, builder, (outer, &scope), &[], found.filter.as_ref())?;
    let own = match own.as_slice() {
        [only] => only.clone(),
        several => format!("({})", several.join(",")),
    };
    let rows = depth::rows(layout, &theirs.join(","), &rows);
    Ok(format!("{own} IN {rows}"))
}

/// The SQL of a value of related rows, in its stored form.
pub(super) fn value(
    layout: &Layout,
    builder: &mut Builder,
    outer: &Scope<'_>,
    value: &RelatedValue,
) -> Result<String, ShardError> {
    let scope = scope(layout, builder, value.table)?;
    let rows = rows(
        layout,
        builder,
        (outer, &scope),
        &value.join,
        value.filter.as_ref(),
    )?;
    Ok(match &value.of {
        RelatedTerm::Count => format!("(SELECT count(*) FROM {rows})"),
        RelatedTerm::Aggregate(function, id) => {
            let column = scope.column(*id)?;
            aggregate(*function, &scope.layout(*id)?.stored)?.over(&column, &rows)
        }
        RelatedTerm::One(by) => {
            let selected = of_row(layout, builder, &scope, by)?;
            format!("(SELECT {selected} FROM {rows} LIMIT 1)")
        }
        RelatedTerm::Behind(function, by) => {
            let selected = of_row(layout, builder, &scope, by)?;
            let kept = stored_of_row(layout, scope.table, by)?;
            let rows = format!("(SELECT {selected} AS v FROM {rows})");
            aggregate(*function, &kept)?.over(&kept.compared_sql("v"), &rows)
        }
    })
}

/// The SQL of what an order compares of one row.
fn of_row(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    by: &OrderBy,
) -> Result<String, ShardError> {
    Ok(match by {
        OrderBy::Column(id) => scope.column(*id)?,
        OrderBy::Row => scope.row(),
        OrderBy::Rank => scope.rank(),
        OrderBy::Related(inner) => value(layout, builder, scope, inner)?,
        OrderBy::Json(part) => json::ordered(builder, scope, part)?,
    })
}

/// How the value is kept.
pub(super) fn stored(layout: &Layout, value: &RelatedValue) -> Result<Stored, ShardError> {
    let table = table(layout, value.table)?;
    Ok(match &value.of {
        RelatedTerm::Count => Stored::Int {
            min: 0,
            max: i64::MAX,
        },
        RelatedTerm::Aggregate(function, id) => {
            let kept = stored_of_row(layout, table, &OrderBy::Column(*id))?;
            aggregate(*function, &kept)?.stored().clone()
        }
        RelatedTerm::One(by) => stored_of_row(layout, table, by)?,
        RelatedTerm::Behind(function, by) => {
            let kept = stored_of_row(layout, table, by)?;
            aggregate(*function, &kept)?.stored().clone()
        }
    })
}

/// How what an order compares of one row is kept.
fn stored_of_row(layout: &Layout, table: &TableLayout, by: &OrderBy) -> Result<Stored, ShardError> {
    Ok(match by {
        OrderBy::Column(id) => {
            let column = table
                .column(*id)
                .ok_or_else(|| super::scope::missing(table, *id))?;
            column.stored.clone()
        }
        OrderBy::Rank => RANK,
        OrderBy::Row => Stored::Int {
            min: i64::MIN,
            max: i64::MAX,
        },
        OrderBy::Related(inner) => stored(layout, inner)?,
        OrderBy::Json(_) => json::TEXT,
    })
}

fn aggregate(
    function: schema::stored::aggregate::Function,
    column: &Stored,
) -> Result<Aggregate, ShardError> {
    Aggregate::of(function, column)
        .ok_or_else(|| ShardError::Internal(format!("{function:?} of a column that has none")))
}

fn table(layout: &Layout, id: TableId) -> Result<&TableLayout, ShardError> {
    layout.table(id).ok_or_else(|| missing_table(id))
}

fn scope<'a>(layout: &'a Layout, builder: &mut Builder, id: TableId) -> Result<Scope<'a>, ShardError> {
    Ok(Scope::base(table(layout, id)?, builder.alias()))
}

/// The related rows: what stands behind FROM.
fn rows(
    layout: &Layout,
    builder: &mut Builder,
    (outer, scope): (&Scope<'_>, &Scope<'_>),
    join: &[(ColumnId, ColumnId)],
    filter: Option<&Filter>,
) -> Result<String, ShardError> {
    let mut parts = join
        .iter()
        .map(|(local, remote)| Ok(format!("{} = {}", scope.column(*remote)?, outer.column(*local)?)))
        .collect::<Result<Vec<_>, ShardError>>()?;
    if let Some(filter) = filter {
        parts.push(condition(layout, builder, scope, filter)?);
    }
    let all = clause(&parts);
    Ok(format!("{}{all}", scope.from()))
}
