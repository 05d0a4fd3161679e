//! The search index beside a table, where its rank or snippets are wanted.

use super::filter::index_of;
use super::object::Needed;
use super::scope::Scope;
use super::source::needed_for_output;
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::op::{Filter, OrderBy, Query, Slot};
use crate::search::{SearchLayout, own_number};

/// The row of a search index that stands beside a row.
#[derive(Debug, Clone)]
pub(super) struct Found<'a> {
    pub(super) search: &'a SearchLayout,
    /// The index's alias.
    pub(super) alias: String,
    expression: Slot,
}

impl<'a> Found<'a> {
    /// `None` where nothing is searched, or only whether a row is found is asked.
    pub(super) fn of(
        layout: &Layout,
        table: &'a TableLayout,
        query: &Query,
        alias: &str,
    ) -> Result<Option<Self>, ShardError> {
        let split = |filter| split(layout, filter);
        let Some((expression, _)) = query.filter.as_ref().and_then(split) else {
            return Ok(None);
        };
        let ranked = query.order.iter().any(|term| term.by == OrderBy::Rank);
        if !ranked {
            let mut needed = Needed::default();
            needed_for_output(&Scope::base(table, alias.to_owned()), query, &mut needed);
            if !needed.rank && needed.snippets.is_empty() {
                return Ok(None);
            }
        }
        Ok(Some(Self {
            search: index_of(table)?,
            alias: format!("{alias}f"),
            expression,
        }))
    }

    /// What stands behind FROM: the index, then the table under its alias.
    pub(super) fn joined(&self, table: &TableLayout, alias: &str) -> String {
        let (index, at, name) = (&self.search.index, &self.alias, &table.quoted);
        match &self.search.numbers {
            None => format!(
                "{index} AS {at} JOIN {name} AS {alias} ON {} = {at}.rowid",
                own_number(table, alias)
            ),
            Some(numbers) => {
                let columns = table.key.iter().filter_map(|id| table.column(*id));
                let same: Vec<String> = columns
                    .enumerate()
                    .map(|(position, column)| format!("{alias}.{} = {alias}k.k{position}", column.quoted))
                    .collect();
                format!(
                    "{index} AS {at} JOIN {numbers} AS {alias}k ON {alias}k.id = {at}.rowid \
                     JOIN {name} AS {alias} ON {}",
                    same.join(" AND ")
                )
            }
        }
    }

    /// The condition that the index finds the row.
    pub(super) fn matched(&self, builder: &mut Builder) -> String {
        format!(
            "{}.{} MATCH {}",
            self.alias,
            self.search.index,
            builder.slot(self.expression)
        )
    }
}

/// What must hold beside the search that must.
pub(super) fn beside(layout: &Layout, filter: &Filter) -> Option<Filter> {
    split(layout, filter).and_then(|(_, rest)| rest)
}

/// The first search that must hold, and what else must.
fn split(layout: &Layout, filter: &Filter) -> Option<(Slot, Option<Filter>)> {
    if let Filter::And(all) = filter {
        let found = |(position, one)| Some((position, searched(layout, one)?));
        let (position, slot) = all.iter().enumerate().find_map(found)?;
        let mut rest = all.clone();
        rest.remove(position);
        return Some((slot, Some(Filter::And(rest))));
    }
    searched(layout, filter).map(|slot| (slot, None))
}

fn searched(layout: &Layout, filter: &Filter) -> Option<Slot> {
    match filter {
        Filter::Search(slot) => Some(*slot),
        Filter::Later { slot, searches: true } => searched(layout, layout.settled(*slot)?),
        _ => None,
    }
}
