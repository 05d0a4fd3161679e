//! A collection's arguments: which rows, in which order, which page of them.

use std::borrow::Cow;

use codegen::graphql::is_ordered;
use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use serde_json::Value;
use shard::op::{Filter, OrderBy, OrderTerm, Output, Page, Query};

use super::{Lowering, all, children, misplaced};
use crate::error::{ApiError, Code};
use crate::graphql::prepared::Field;
use crate::plan::limits::beyond;
use crate::plan::order;

/// Pairs of columns that are equal in a row and in one that is related to it; none where rows stand alone.
type Join = [(ColumnId, ColumnId)];

impl<'l> Lowering<'l> {
    pub(super) fn collection(
        &mut self,
        table: &'l ApiTable,
        join: &Join,
        field: &'l Field,
    ) -> Result<Query, ApiError> {
        let (query, said) = self.rows(table, join, field)?;
        let outside = self.complexity.enter_list(said, self.limits);
        let output = self.connection(table, children(field)?)?;
        self.complexity.leave(outside);
        Ok(Query { output, ..query })
    }

    /// The rows that a collection's arguments ask for, with nothing answered of them yet, and how many these are, if that is
    /// said.
    pub(super) fn rows(
        &mut self,
        table: &'l ApiTable,
        join: &Join,
        field: &'l Field,
    ) -> Result<(Query, Option<u64>), ApiError> {
        let filter = self.argument(field, "filter")?;
        let filter = filter
            .map(|filter| self.filter(table, &filter, "filter"))
            .transpose()?;
        let search = self.search(table, field)?;
        let mut terms = self.order_by(table, field, search.as_ref())?;
        let distinct = self.distinct_on(table, field, &mut terms)?;
        let order = order::total(table, &terms);
        let filter = match search {
            None => filter,
            Some(search) => Some(all(filter.into_iter().chain([search]).collect())),
        };
        let filter = match distinct.as_slice() {
            [] => filter,
            columns => {
                let first = first_of(table, (join, columns), &terms, filter.clone());
                // A search among the others ranks the rows.
                Some(match filter {
                    None => first,
                    Some(Filter::And(mut parts)) => {
                        parts.push(first);
                        Filter::And(parts)
                    }
                    Some(other) => Filter::And(vec![other, first]),
                })
            }
        };
        let (page, said) = self.page(table, field, &order)?;
        let query = Query {
            table: table.id,
            filter,
            order,
            page,
            output: Output::Nothing,
        };
        Ok((query, said))
    }

    /// The columns of which each combination of values is answered once: the order begins with them.
    fn distinct_on(
        &self,
        table: &ApiTable,
        field: &'l Field,
        terms: &mut Vec<OrderTerm>,
    ) -> Result<Vec<ColumnId>, ApiError> {
        let given = self.argument(field, "distinctOn")?;
        let names = given.iter().filter_map(|given| given.as_array()).flatten();
        let mut columns: Vec<&ApiColumn> = Vec::new();
        for name in names.filter_map(Value::as_str) {
            let column = table.column_of_member(name).ok_or_else(misplaced)?;
            if !is_ordered(column.scalar()) {
                return Err(distinct(
                    Code::InvalidValue,
                    &format!("{name} is of a type without an order"),
                ));
            }
            if !columns.iter().any(|other| other.id == column.id) {
                columns.push(column);
            }
        }
        let by = |column: &ApiColumn| OrderBy::Column(column.id);
        if self.argument(field, "orderBy")?.is_none() {
            let own = columns.iter().map(|column| OrderTerm {
                by: by(column),
                descending: false,
                nulls_first: true,
            });
            terms.splice(0..0, own);
        }
        let begin: Vec<&OrderBy> = terms.iter().take(columns.len()).map(|term| &term.by).collect();
        if let Some(missing) = columns.iter().find(|column| !begin.contains(&&by(column))) {
            let fields: Vec<&str> = columns.iter().map(|column| column.field.as_str()).collect();
            let what = format!(
                "`orderBy` has to begin with the same columns ({}), in any order, and {} is not among its first {}: the first \
                 row of each combination is answered",
                fields.join(", "),
                missing.field,
                columns.len()
            );
            return Err(distinct(Code::Contradiction, &what));
        }
        Ok(columns.into_iter().map(|column| column.id).collect())
    }

    /// The page, and how many rows it asks for, if it says so.
    fn page(
        &mut self,
        table: &ApiTable,
        field: &'l Field,
        order: &[OrderTerm],
    ) -> Result<(Page, Option<u64>), ApiError> {
        let first = self.count(field, "first")?;
        let last = self.count(field, "last")?;
        let offset = self.count(field, "offset")?;
        let after = self.cursor(field, "after")?;
        let before = self.cursor(field, "before")?;
        for (one, other, given) in [
            ("first", "last", first.is_some() && last.is_some()),
            ("after", "before", after.is_some() && before.is_some()),
            ("first", "before", first.is_some() && before.is_some()),
            ("last", "after", last.is_some() && after.is_some()),
            ("offset", "last", offset.is_some() && last.is_some()),
            ("offset", "before", offset.is_some() && before.is_some()),
        ] {
            if given {
                return Err(ApiError::new(
                    Code::Contradiction,
                    format!(
                        "`{one}` and `{other}` do not go together: page forward with `first`, `after` and `offset`, \
                         backward with `last` and `before`"
                    ),
                ));
            }
        }
        let said = first.or(last);
        let rows = self.page_size(said)?;
        let place = |lowering: &mut Self, cursor: Option<Cow<'_, str>>| {
            cursor
                .map(|cursor| order::keyset(&mut lowering.binder, lowering.model, table, order, &cursor))
                .transpose()
        };
        let page = Page {
            limit: Some(self.binder.integer(rows)?),
            offset: offset.map(|offset| self.binder.integer(offset)).transpose()?,
            backward: last.is_some() || before.is_some(),
            after: place(self, after)?,
            before: place(self, before)?,
            ..Page::default()
        };
        Ok((page, said.and_then(|said| u64::try_from(said).ok())))
    }

    /// How many rows or groups are answered at most.
    pub(super) fn page_size(&self, asked: Option<i64>) -> Result<i64, ApiError> {
        let rows = asked.unwrap_or_else(|| i64::from(self.limits.default_rows));
        if rows > i64::from(self.limits.max_rows) {
            return Err(beyond(
                rows,
                self.limits.max_rows,
                format!(
                    "a page has at most {} rows, {rows} were asked for: fetch the next ones with `after` or `offset`",
                    self.limits.max_rows
                ),
            ));
        }
        Ok(rows)
    }

    /// A number of rows.
    pub(super) fn count(&self, field: &'l Field, name: &str) -> Result<Option<i64>, ApiError> {
        let Some(given) = self.argument(field, name)? else {
            return Ok(None);
        };
        match given.as_i64() {
            Some(count) if count >= 0 => Ok(Some(count)),
            _ => Err(ApiError::new(
                Code::InvalidValue,
                format!("{name}: expected a whole number from 0, got {given}"),
            )
            .with("argument", name)),
        }
    }

    fn cursor(&self, field: &'l Field, name: &str) -> Result<Option<Cow<'l, str>>, ApiError> {
        Ok(match self.argument(field, name)? {
            Some(Cow::Borrowed(Value::String(cursor))) => Some(Cow::Borrowed(cursor)),
            Some(Cow::Owned(Value::String(cursor))) => Some(Cow::Owned(cursor)),
            _ => None,
        })
    }
}

/// The condition that a row is the first, in an order, of those with the same values in some columns, under the same row where
/// it is related to one.
fn first_of(
    table: &ApiTable,
    (join, columns): (&Join, &[ColumnId]),
    terms: &[OrderTerm],
    filter: Option<Filter>,
) -> Filter {
    let shared = join.iter().map(|(_, remote)| OrderTerm {
        by: OrderBy::Column(*remote),
        descending: false,
        nulls_first: true,
    });
    // As the list itself is ordered, in which the shared columns decide nothing.
    let own = order::keyed(table, order::total(table, terms));
    let is_shared = |term: &OrderTerm| join.iter().any(|(_, remote)| term.by == OrderBy::Column(*remote));
    let order: Vec<OrderTerm> = shared
        .chain(own.into_iter().filter(|term| !is_shared(term)))
        .collect();
    // What stands behind a key in the order tells no rows apart.
    let same = join.iter().map(|(_, remote)| remote).chain(columns);
    let same = same.filter(|id| order.iter().any(|term| term.by == OrderBy::Column(**id)));
    let same = same.copied().collect();
    let query = Query {
        table: table.id,
        filter,
        order,
        page: Page {
            place: true,
            ..Page::default()
        },
        output: Output::Nothing,
    };
    Filter::First(Box::new(query), same)
}

fn distinct(code: Code, what: &str) -> ApiError {
    ApiError::new(code, format!("distinctOn: {what}")).with("argument", "distinctOn")
}

/// A direction: whether it descends, and whether NULL comes first. `None` for null.
pub(super) fn direction(given: &Value) -> Option<(bool, bool)> {
    Some(match given.as_str()? {
        "AscNullsFirst" => (false, true),
        "AscNullsLast" => (false, false),
        "DescNullsFirst" => (true, true),
        "DescNullsLast" => (true, false),
        _ => return None,
    })
}
