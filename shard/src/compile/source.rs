//! The rows of a query: which, in what order, how many, and which of their columns are passed on.

use super::connection;
use super::filter::{balanced, condition};
use super::index;
use super::keyset::{beyond, order_by, parts_beyond, reversed};
use super::missing_table;
use super::object::{self, Needed};
use super::related;
use super::scope::{Scope, passed_on, passed_on_snippet, passed_term};
use super::search::{Found, beside};
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::Layout;
use crate::op::{OrderBy, OrderTerm, Output, Query};
use schema::ColumnId;

/// A condition that joins a related row to the outer one.
pub(super) enum Join {
    /// The SQL of the outer column, and the related column.
    Equal(String, ColumnId),
    /// There is a row between.
    Through {
        /// The rows between: what stands behind FROM.
        rows: String,
        /// The SQL of a column there, and the related column.
        onward: Vec<(String, ColumnId)>,
    },
}

impl Join {
    /// The related column that has the outer one's value.
    pub(super) const fn column(&self) -> Option<ColumnId> {
        match self {
            Self::Equal(_, remote) => Some(*remote),
            Self::Through { .. } => None,
        }
    }

    /// The SQL of the condition.
    fn sql(&self, scope: &Scope<'_>) -> Result<String, ShardError> {
        match self {
            Self::Equal(outer, remote) => Ok(format!("{} = {outer}", scope.column(*remote)?)),
            Self::Through { rows, onward } => {
                let mut sql = format!("EXISTS (SELECT 1 FROM {rows}");
                for (between, remote) in onward {
                    sql.push_str(&format!(" AND {between} = {}", scope.column(*remote)?));
                }
                sql.push(')');
                Ok(sql)
            }
        }
    }
}

/// How rows are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading<'a> {
    /// With one more, to tell whether there is one.
    pub(super) more: bool,
    /// By an index that finds them, rather than in their order: what stands behind the table's name.
    pub(super) by: Option<&'a str>,
}

/// Where the rows of a query come from.
pub(super) struct Source<'a> {
    /// How their columns are spelled outside.
    pub(super) scope: Scope<'a>,
    alias: String,
    /// A subquery, or where `derived` is false the table itself with what stands behind it: WHERE, ORDER BY, LIMIT.
    rows: String,
    pub(super) derived: bool,
}

impl<'a> Source<'a> {
    /// The rows of a query. Rows that are ordered or cut come from a subquery, so that SQLite sorts columns and makes JSON of
    /// only the rows that are left, not the other way round.
    pub(super) fn of(
        layout: &'a Layout,
        builder: &mut Builder,
        query: &Query,
        join: &[Join],
        Reading { more, by }: Reading<'_>,
    ) -> Result<Self, ShardError> {
        let table = layout
            .table(query.table)
            .ok_or_else(|| missing_table(query.table))?;
        let alias = builder.alias();
        let found = Found::of(layout, table, query, &alias)?;
        let base = Scope::base(table, alias.clone()).found(found.clone());
        let order = if query.page.backward {
            reversed(&query.order)
        } else {
            query.order.clone()
        };
        if matches!(
            query.output,
            Output::One(_) | Output::Tagged(_) | Output::Value(_)
        ) {
            let mut tail = restriction(layout, builder, (&base, join), query, true)?;
            tail.push_str(&order_by(layout, builder, &base, &order)?);
            tail.push_str(&match query.page.limit {
                Some(_) => builder.page(query.page.limit, query.page.offset, more),
                None => " LIMIT 1".to_owned(),
            });
            return Ok(Self {
                rows: format!("{}{tail}", base.from()),
                scope: base,
                alias,
                derived: false,
            });
        }
        let related = order.iter().any(|term| matches!(term.by, OrderBy::Related(_)));
        let derived = Scope::derived(table, alias.clone()).with_terms().found(found);
        let rows = if related && (query.page.after.is_some() || query.page.before.is_some()) {
            // The values of related rows are computed once, and then compared with the place.
            let passed = passed_columns(layout, builder, &base, query, true)?;
            let found = restriction(layout, builder, (&base, join), query, false)?;
            let behind = clause(&places(layout, builder, &derived, query)?);
            format!(
                "SELECT * FROM (SELECT {} FROM {}{found} LIMIT -1) AS {alias}{behind}{}",
                passed.join(","),
                base.from(),
                order_by(layout, builder, &derived, &order)?,
            )
        } else {
            let whole = |builder: &mut Builder| restriction(layout, builder, (&base, join), query, true);
            let mut parts = match by {
                Some(_) => Vec::new(),
                None => parts(layout, builder, (&base, join), query, &order)?,
            };
            if parts.is_empty() {
                parts.push(whole(builder)?);
            }
            // What is answered of rows alone needs no place: see `next`.
            let placed = query.page.place && (more || query.output == Output::Nothing);
            let passed = passed_columns(layout, builder, &base, query, placed)?.join(",");
            let written: usize = parts.iter().map(|part| part.len() + passed.len()).sum();
            if parts.len() > 1 && written > MAX_WRITTEN {
                parts = vec![whole(builder)?];
            }
            let from = format!("{}{}", base.from(), by.unwrap_or_default());
            let order = order_by(layout, builder, &base.with_terms(), &order)?;
            match parts.as_slice() {
                [found] => format!("SELECT {passed} FROM {from}{found}{order}"),
                // A LIMIT keeps SQLite from leaving their order out.
                parts => {
                    let parts = parts.iter().map(|found| {
                        format!("SELECT * FROM (SELECT {passed} FROM {from}{found}{order} LIMIT -1)")
                    });
                    parts.collect::<Vec<_>>().join(" UNION ALL ")
                }
            }
        };
        Ok(Self {
            rows: format!(
                "{rows}{}",
                builder.page(query.page.limit, query.page.offset, more)
            ),
            scope: derived,
            alias,
            derived: true,
        })
    }

    /// The FROM clause of a statement that answers row by row. Its own LIMIT keeps SQLite from dissolving the subquery.
    pub(super) fn outer(&self) -> String {
        if self.derived {
            format!("{} LIMIT -1", self.inner())
        } else {
            self.inner()
        }
    }

    /// The FROM clause of an expression that gathers the rows.
    pub(super) fn inner(&self) -> String {
        if self.derived {
            format!("({}) AS {}", self.rows, self.alias)
        } else {
            self.rows.clone()
        }
    }

    /// The same with a column `n` that numbers the rows.
    pub(super) fn numbered(&self) -> String {
        format!(
            "(SELECT *,row_number() OVER () AS n FROM ({})) AS {}",
            self.rows, self.alias
        )
    }
}

/// The SQL that counts all rows of a query, whatever its page.
pub(super) fn count(
    builder: &mut Builder,
    layout: &Layout,
    query: &Query,
    join: &[Join],
) -> Result<String, ShardError> {
    let table = layout
        .table(query.table)
        .ok_or_else(|| missing_table(query.table))?;
    let alias = builder.alias();
    let scope = Scope::base(table, alias.clone());
    let restriction = restriction(layout, builder, (&scope, join), query, false)?;
    let rows = format!("{} AS {alias}{restriction}", table.quoted);
    let Some(most) = query.page.estimate else {
        return Ok(format!("(SELECT count(*) FROM {rows})"));
    };
    let most = builder.slot(most);
    let size = match table.numbered_by() {
        Some(number) => format!("ifnull((SELECT max({number}) FROM {}),0)", table.quoted),
        None => format!("(SELECT count(*) FROM {})", table.quoted),
    };
    Ok(format!(
        "(SELECT CASE WHEN n < {most} THEN n ELSE max(n,{size}) END FROM \
         (SELECT count(*) AS n FROM (SELECT 1 FROM {rows} LIMIT {most})))"
    ))
}

/// The most parts of a compound statement (the platform's limit).
const MAX_PARTS: usize = 5;

/// The most bytes of all parts: the platform takes statements of 100,000.
const MAX_WRITTEN: usize = 30_000;

/// The WHERE clauses of a query's rows, part by part in the order, where an index finds the rows behind a place so. None elsewhere.
fn parts(
    layout: &Layout,
    builder: &mut Builder,
    (scope, join): (&Scope<'_>, &[Join]),
    query: &Query,
    order: &[OrderTerm],
) -> Result<Vec<String>, ShardError> {
    let (start, end) = if query.page.backward {
        (&query.page.before, &query.page.after)
    } else {
        (&query.page.after, &query.page.before)
    };
    let Some(start) = start else {
        return Ok(Vec::new());
    };
    if layout.deep || !index::orders(scope.table, query, join) {
        return Ok(Vec::new());
    }
    let behind = parts_beyond(layout, builder, scope, order, start)?;
    if !(2..=MAX_PARTS).contains(&behind.len()) {
        return Ok(Vec::new());
    }
    let mut found = conditions(layout, builder, (scope, join), query, false)?;
    if let Some(end) = end {
        found.push(beyond(layout, builder, scope, &reversed(order), end)?);
    }
    let parts = behind.into_iter().map(|part| {
        let all: Vec<String> = found.iter().cloned().chain([part]).collect();
        clause(&all)
    });
    Ok(parts.collect())
}

/// The WHERE clause of a query, with or without its place in the order.
pub(super) fn restriction(
    layout: &Layout,
    builder: &mut Builder,
    (scope, join): (&Scope<'_>, &[Join]),
    query: &Query,
    paged: bool,
) -> Result<String, ShardError> {
    conditions(layout, builder, (scope, join), query, paged).map(|all| clause(&all))
}

/// The WHERE clause of these conditions.
pub(super) fn clause(all: &[String]) -> String {
    balanced(all, "AND").map_or_else(String::new, |all| format!(" WHERE {all}"))
}

fn conditions(
    layout: &Layout,
    builder: &mut Builder,
    (scope, join): (&Scope<'_>, &[Join]),
    query: &Query,
    paged: bool,
) -> Result<Vec<String>, ShardError> {
    let mut parts = join
        .iter()
        .map(|join| join.sql(scope))
        .collect::<Result<Vec<_>, _>>()?;
    match (&query.filter, scope.found_by()) {
        (Some(filter), Some(found)) => {
            parts.push(found.matched(builder));
            if let Some(rest) = beside(layout, filter) {
                parts.push(condition(layout, builder, scope, &rest)?);
            }
        }
        (Some(filter), None) => parts.push(condition(layout, builder, scope, filter)?),
        (None, _) => {}
    }
    if paged {
        parts.extend(places(layout, builder, scope, query)?);
    }
    Ok(parts)
}

/// The conditions that rows stand within the page's places in the order.
fn places(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
) -> Result<Vec<String>, ShardError> {
    let mut parts = Vec::new();
    if let Some(place) = &query.page.after {
        parts.push(beyond(layout, builder, scope, &query.order, place)?);
    }
    if let Some(place) = &query.page.before {
        parts.push(beyond(layout, builder, scope, &reversed(&query.order), place)?);
    }
    Ok(parts)
}

/// What a subquery passes on: the columns that the output is made of, with those of the order where it is `placed` outside, and
/// the values of related rows that order the rows.
fn passed_columns(
    layout: &Layout,
    builder: &mut Builder,
    base: &Scope<'_>,
    query: &Query,
    placed: bool,
) -> Result<Vec<String>, ShardError> {
    let mut needed = Needed::default();
    needed_for_output(base, query, &mut needed);
    if placed {
        needed_for_place(query, &mut needed);
    }
    let mut columns = needed
        .columns
        .iter()
        .map(|id| Ok(format!("{} AS {}", base.column(*id)?, passed_on(*id))))
        .collect::<Result<Vec<_>, ShardError>>()?;
    if needed.row {
        columns.push(format!("{} AS r", base.row()));
    }
    if base.found_by().is_some() {
        if needed.rank {
            columns.push(format!("{} AS s", base.rank()));
        }
        for snippet in &needed.snippets {
            let sql = base.snippet(builder, snippet);
            columns.push(format!("{sql} AS {}", passed_on_snippet(snippet)));
        }
    }
    for (at, term) in query.order.iter().enumerate() {
        if let OrderBy::Related(value) = &term.by {
            let sql = related::value(layout, builder, base, value)?;
            columns.push(format!("{sql} AS {}", passed_term(at)));
        }
    }
    if columns.is_empty() {
        columns.push("1".to_owned());
    }
    Ok(columns)
}

/// The columns that a query's answer is made of.
pub(super) fn needed_for_output(scope: &Scope<'_>, query: &Query, needed: &mut Needed) {
    match &query.output {
        Output::One(fields) | Output::Tagged(fields) | Output::Many(fields) => {
            object::needed(scope, fields, needed);
        }
        Output::Connection(fields) => connection::needed(scope, query, fields, needed),
        Output::Value(value) | Output::Values(value) => object::needed_by(scope, value, needed),
        Output::Nothing | Output::Groups(_) | Output::Linked(_) => {}
    }
}

/// The columns that a place in an order is made of.
pub(super) fn needed_for_place(query: &Query, needed: &mut Needed) {
    for term in &query.order {
        match &term.by {
            OrderBy::Column(id) => needed.column(*id),
            OrderBy::Row => needed.row = true,
            OrderBy::Rank => needed.rank = true,
            // Passed on wherever it orders.
            OrderBy::Related(_) => {}
            OrderBy::Json(part) => needed.column(part.column),
        }
    }
}
