//! What the declared indexes do for a query: SQLite keeps no figures of how many rows a condition finds, so where more than one index
//! would do, statements are written for the one that is meant.

use schema::ColumnId;

use super::select::Join;
use crate::layout::TableLayout;
use crate::op::{Filter, OrderBy, Query, Test};

/// Whether an index has the rows of a query in its order: it starts with the order's first column, behind columns that have one
/// value in all of these rows. Not where that first column has itself, since every row is then behind or before a place by others.
pub(super) fn orders(table: &TableLayout, query: &Query, join: &[Join]) -> bool {
    let Some(OrderBy::Column(first)) = query.order.first().map(|term| &term.by) else {
        return false;
    };
    let mut fixed: Vec<ColumnId> = join.iter().filter_map(Join::column).collect();
    if let Some(filter) = &query.filter {
        fix(filter, &mut fixed);
    }
    let next = |columns: &[ColumnId]| columns.iter().find(|id| !fixed.contains(id)).copied();
    table.indexes.iter().any(|columns| next(columns) == Some(*first))
}

/// The columns that have one value in all rows that a filter finds.
fn fix(filter: &Filter, fixed: &mut Vec<ColumnId>) {
    match filter {
        Filter::And(all) => all.iter().for_each(|part| fix(part, fixed)),
        Filter::Column(id, Test::Eq(_) | Test::IsNull) => fixed.push(*id),
        _ => {}
    }
}
