//! What the declared indexes do for a query. SQLite keeps no figures of the values in a column: where two indexes would do, one to find
//! rows and one to have them in order, it guesses. So statements say which is meant.

use schema::ColumnId;

use super::filter::condition;
use super::related::serves;
use super::scope::Scope;
use super::source::Join;
use super::statement::{Builder, Statement};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::op::{Filter, OrderBy, Query, Test};

/// As many rows are found by their index and sorted, where the order has an index of its own. Where there are more, some are soon
/// met in the order.
pub(crate) const FEW: u64 = 500;

/// Whether an index has the rows of a query in its order: it starts with the order's first column, behind columns that have one
/// value in all of these rows. Not where that first column has itself, since every row is then behind or before a place by others.
pub(super) fn orders(table: &TableLayout, query: &Query, join: &[Join]) -> bool {
    let Some(OrderBy::Column(first)) = query.order.first().map(|term| &term.by) else {
        return false;
    };
    let fixed: Vec<ColumnId> = fixed(query, join).into_iter().flatten().collect();
    let next = |columns: &[ColumnId]| columns.iter().find(|id| !fixed.contains(id)).copied();
    table
        .indexes
        .iter()
        .any(|index| next(&index.columns) == Some(*first))
}

/// Whether an index tells the least and the greatest value of a column among all rows of a query, without a look at the others.
pub(super) fn ends(table: &TableLayout, query: &Query, join: &[Join], column: ColumnId) -> bool {
    let Some(fixed) = fixed(query, join).into_iter().collect::<Option<Vec<_>>>() else {
        return false;
    };
    table.indexes.iter().any(|index| {
        let ahead = index.columns.iter().take_while(|id| fixed.contains(id));
        let (ahead, behind) = index.columns.split_at(ahead.count());
        fixed.iter().all(|id| ahead.contains(id)) && behind.first() == Some(&column)
    })
}

/// For each condition on the rows of a query, the column that has one value in all of them, if that is what it says.
fn fixed(query: &Query, join: &[Join]) -> Vec<Option<ColumnId>> {
    let parts = query.filter.iter().flat_map(parts).map(|part| match part {
        Filter::Column(id, Test::Eq(_) | Test::IsNull) => Some(*id),
        _ => None,
    });
    join.iter().map(Join::column).chain(parts).collect()
}

/// A bound on one side of a column that an index starts with, where no other condition of a query is served by one.
pub(super) struct Bound<'a> {
    column: ColumnId,
    conditions: Vec<&'a Filter>,
    /// What has SQLite take that index: see [`crate::layout::IndexLayout::hint`].
    pub(super) hint: &'a str,
}

impl<'a> Bound<'a> {
    /// The first such bound of a query.
    pub(super) fn of(layout: &Layout, table: &'a TableLayout, query: &'a Query) -> Option<Self> {
        let mut parts = parts(query.filter.as_ref()?);
        let sides: Vec<(ColumnId, bool)> = parts.iter().filter_map(|part| side(part)).collect();
        // SQLite itself takes an index for a value, or for bounds on both sides.
        let closed = |(id, lower): &(ColumnId, bool)| table.leads(*id) && sides.contains(&(*id, !lower));
        let found = |part: &&Filter| match part {
            Filter::Among(_) | Filter::First(..) => true,
            part => side(part).is_none() && serves(layout, table, part),
        };
        if sides.iter().any(closed) || parts.iter().any(found) {
            return None;
        }
        // Most rows have some value in most columns.
        parts.sort_by_key(|part| matches!(part, Filter::Column(_, Test::IsNotNull)));
        let of = |part: &Filter| side(part).map(|(column, _)| column);
        parts.iter().find_map(|part| {
            let column = of(part)?;
            Some(Self {
                column,
                hint: table.hint(column)?,
                conditions: parts
                    .iter()
                    .copied()
                    .filter(|part| of(part) == Some(column))
                    .collect(),
            })
        })
    }

    /// Whether rows that its index finds are in the order as well.
    pub(super) fn orders(&self, query: &Query) -> bool {
        matches!(query.order.first().map(|term| &term.by), Some(OrderBy::Column(id)) if *id == self.column)
    }

    /// The statement that counts the rows within it, up to one more than a few.
    pub(super) fn probe(&self, layout: &Layout, table: &TableLayout) -> Result<Statement, ShardError> {
        let mut builder = Builder::default();
        let scope = Scope::base(table, builder.alias());
        let conditions = self.conditions.iter();
        let within = conditions.map(|part| condition(layout, &mut builder, &scope, part));
        let within = within.collect::<Result<Vec<_>, _>>()?.join(" AND ");
        let (from, hint) = (scope.from(), self.hint);
        Ok(builder.finish(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {from}{hint} WHERE {within} LIMIT {})",
            FEW + 1
        )))
    }
}

/// The conditions that must all hold.
fn parts(filter: &Filter) -> Vec<&Filter> {
    match filter {
        Filter::And(all) => all.iter().flat_map(parts).collect(),
        other => vec![other],
    }
}

/// The column that a condition bounds on one side, and whether from below.
fn side(condition: &Filter) -> Option<(ColumnId, bool)> {
    match condition {
        Filter::Column(id, Test::Gt(_) | Test::Gte(_) | Test::IsNotNull) => Some((*id, true)),
        Filter::Column(id, Test::Lt(_) | Test::Lte(_)) => Some((*id, false)),
        _ => None,
    }
}
