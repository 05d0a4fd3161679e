//! Queries: one statement for a root, one scalar expression for related rows.

use super::connection::{self, Assembly, Lists};
use super::depth;
use super::filter::{balanced, condition};
use super::groups;
use super::index::{self, Bound};
use super::keyset::{beyond, order_by, parts_beyond, reversed};
use super::object::{self, Needed, Place};
use super::related;
use super::scope::{Scope, passed_on, passed_on_snippet, passed_term};
use super::search::{Found, beside};
use super::statement::{Builder, Statement};
use super::{Choice, CompiledPart, Gathering, GuardRead, Next, Read, missing_table};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::op::{ConnectionField, Field, Guard, Linked, OrderBy, OrderTerm, Output, Query, Related, Slot};
use crate::port::Harvest;
use schema::ColumnId;

/// Compiles a root's query.
pub(super) fn root(layout: &Layout, query: &Query) -> Result<CompiledPart, ShardError> {
    if let Output::Groups(groups) = &query.output {
        return groups::root(layout, query, groups).map(CompiledPart::Read);
    }
    if let Output::Connection(fields) = &query.output
        && !connection::gathers(&query.page, fields)
    {
        return counted(layout, query, fields).map(CompiledPart::Read);
    }
    let ordered = read(layout, query, None)?;
    let table = layout
        .table(query.table)
        .ok_or_else(|| missing_table(query.table))?;
    let bound = Bound::of(layout, table, query);
    Ok(match bound {
        Some(bound) if comes_sorted(table, &query.order) && !bound.orders(query) => {
            CompiledPart::Choice(Box::new(Choice {
                probe: bound.probe(layout, table)?,
                found: read(layout, query, Some(bound.hint))?,
                ordered,
            }))
        }
        _ => CompiledPart::Read(ordered),
    })
}

/// Compiles a root's query, whose rows are found by an index where one is named.
fn read(layout: &Layout, query: &Query, by: Option<&str>) -> Result<Read, ShardError> {
    let mut builder = Builder::default();
    let more = matches!(&query.output, Output::Connection(fields) if connection::wants_more(fields));
    let source = Source::of(layout, &mut builder, query, &[], Reading { more, by })?;
    let mut columns = Vec::new();
    let mut texts = Vec::new();
    let row = |builder: &mut Builder, fields: &[Field]| {
        object::row(layout, builder, &source.scope, fields, Place::Row)
    };
    let assembly = match &query.output {
        Output::One(fields) | Output::Tagged(fields) => {
            columns.push(row(&mut builder, fields)?);
            Assembly::One
        }
        Output::Many(fields) => {
            columns.push(row(&mut builder, fields)?);
            Assembly::Many
        }
        Output::Nothing | Output::Groups(_) | Output::Linked(_) | Output::Value(_) | Output::Values(_) => {
            Assembly::Nothing
        }
        Output::Connection(fields) => {
            let mut lists = Lists::default();
            let chunks = connection::root(layout, &mut builder, &source.scope, query, fields, &mut lists)?;
            columns = lists.columns;
            texts = lists.texts;
            Assembly::Template(chunks)
        }
    };
    let keys = matches!(&assembly, Assembly::Template(chunks) if connection::wants_keys(chunks));
    let lists = columns.len();
    let tagged = matches!(query.output, Output::Tagged(_));
    if keys {
        columns.push(connection::place(layout, &mut builder, &source.scope, query)?);
    } else if tagged {
        columns.push(source.scope.image()?);
    }
    if columns.is_empty() {
        columns.push("NULL".to_owned());
    }
    let counted = query.page.count
        || matches!(&query.output, Output::Connection(fields) if connection::wants_total(fields));
    let head = head(&mut builder, layout, query, counted, &texts)?;
    let gathered = (source.derived && lists > 0 && !keys && !more && !query.page.backward)
        .then(|| gathered(&source, &columns, &head));
    let rows = format!("SELECT {} FROM {}", columns.join(","), source.outer());
    let sql = if head.is_empty() {
        rows
    } else {
        // Both sides have as many columns as the wider.
        let blanks = |has: usize, wants: usize| ",NULL".repeat(wants.saturating_sub(has));
        let behind = blanks(head.len(), columns.len());
        match blanks(columns.len(), head.len()).as_str() {
            "" => format!(
                "SELECT {}{behind} UNION ALL SELECT * FROM ({rows})",
                head.join(",")
            ),
            wider => format!(
                "SELECT {} UNION ALL SELECT *{wider} FROM ({rows})",
                head.join(",")
            ),
        }
    };
    let rewrites = builder.rewrites;
    let statement = builder.finish(sql);
    let harvest = Harvest {
        head: !head.is_empty(),
        texts: texts.len(),
        lists,
        keys: keys || tagged,
        reverse: query.page.backward,
        ..Harvest::default()
    };
    Ok(Read {
        keep: if more { query.page.limit } else { None },
        rewrites,
        gathered: gathering(layout, (query, by), gathered, &statement)?,
        statement,
        harvest,
        assembly,
        tagged,
        next: next(layout, (query, by))?,
    })
}

/// How rows are gathered: with the place behind them, or by the statement that does it for the same parameters.
fn gathering(
    layout: &Layout,
    query: (&Query, Option<&str>),
    gathered: Option<String>,
    by_row: &Statement,
) -> Result<Option<Gathering>, ShardError> {
    if let Some(statement) = placed(layout, query)? {
        return Ok(Some(Gathering {
            statement,
            placed: true,
        }));
    }
    Ok(gathered.map(|sql| Gathering {
        statement: Statement {
            sql,
            params: by_row.params.clone(),
        },
        placed: false,
    }))
}

/// The statement that gathers a page of rows, and with them where the rows behind a full page are: its last column, NULL where
/// there are none. Only where rows are sorted: elsewhere, numbering them costs more than a second look.
fn placed(layout: &Layout, (query, by): (&Query, Option<&str>)) -> Result<Option<Statement>, ShardError> {
    let (Output::Many(fields), true, Some(limit)) = (&query.output, query.page.place, query.page.limit)
    else {
        return Ok(None);
    };
    let table = layout
        .table(query.table)
        .ok_or_else(|| missing_table(query.table))?;
    if query.page.backward || (by.is_none() && comes_sorted(table, &query.order)) {
        return Ok(None);
    }
    let mut builder = Builder::default();
    let source = Source::of(layout, &mut builder, query, &[], Reading { more: true, by })?;
    let row = object::row(layout, &mut builder, &source.scope, fields, Place::Row)?;
    let place = connection::place(layout, &mut builder, &source.scope, query)?;
    let head = head(&mut builder, layout, query, query.page.count, &[])?;
    let last = builder.slot(limit);
    let mut columns = vec![
        format!("count(*) FILTER (WHERE n <= {last})"),
        format!("string_agg({row},',') FILTER (WHERE n <= {last})"),
    ];
    columns.extend(head);
    columns.push(format!(
        "CASE WHEN count(*) > {last} THEN max(CASE n WHEN {last} THEN {place} END) END"
    ));
    let sql = format!("SELECT {} FROM {}", columns.join(","), source.numbered());
    Ok(Some(builder.finish(sql)))
}

/// Whether rows may come in that order without being sorted: by their key, or by an index.
fn comes_sorted(table: &TableLayout, order: &[OrderTerm]) -> bool {
    match order.first().map(|term| &term.by) {
        Some(OrderBy::Column(id)) => table.leads(*id) || table.key.first() == Some(id),
        Some(OrderBy::Row) | None => true,
        _ => false,
    }
}

/// Compiles what tells where the rows behind a full page are. It is apart from the rows themselves, so that SQLite still joins
/// those, and reads the order's columns once more only where a page came full.
fn next(layout: &Layout, (query, by): (&Query, Option<&str>)) -> Result<Option<Next>, ShardError> {
    let (true, Some(limit)) = (query.page.place, query.page.limit) else {
        return Ok(None);
    };
    let places = Query {
        output: Output::Nothing,
        ..query.clone()
    };
    let mut builder = Builder::default();
    let table = layout
        .table(query.table)
        .ok_or_else(|| missing_table(query.table))?;
    let sql = if is_walked(table, query) {
        walked(layout, &mut builder, (table, &places), limit)?
    } else {
        let source = Source::of(layout, &mut builder, &places, &[], Reading { more: true, by })?;
        let place = connection::place(layout, &mut builder, &source.scope, &places)?;
        let last = builder.slot(limit);
        format!("SELECT {place} FROM {} LIMIT 2 OFFSET {last}-1", source.inner())
    };
    Ok(Some(Next {
        statement: builder.finish(sql),
        limit,
    }))
}

/// Whether a query's rows are those of the table's own tree, side by side: SQLite then passes over them without a look at them.
fn is_walked(table: &TableLayout, query: &Query) -> bool {
    let by_key = matches!(
        query.order.as_slice(),
        [OrderTerm { by: OrderBy::Column(id), .. }] if table.row_number == Some(*id)
    );
    by_key && query.filter.is_none() && !query.page.backward
}

/// The statement of the last place of a walked page, and of the one behind it.
fn walked(
    layout: &Layout,
    builder: &mut Builder,
    (table, query): (&TableLayout, &Query),
    limit: Slot,
) -> Result<String, ShardError> {
    let scope = Scope::base(table, builder.alias());
    let place = connection::place(layout, builder, &scope, query)?;
    let behind = restriction(layout, builder, (&scope, &[]), query, true)?;
    let order = order_by(layout, builder, &scope, &query.order)?;
    let last = builder.slot(limit);
    let skipped = query.page.offset.map(|offset| builder.slot(offset));
    let skipped = skipped.map_or_else(String::new, |offset| format!("+{offset}"));
    let from = scope.from();
    // A page of no rows has none behind it.
    Ok(format!(
        "SELECT {place} FROM {from}{behind}{order} LIMIT min(2,{last}+1) OFFSET {last}-1{skipped}"
    ))
}

/// Compiles what must hold of a row.
pub(super) fn guard(layout: &Layout, guard: &Guard) -> Result<GuardRead, ShardError> {
    let table = layout
        .table(guard.table)
        .ok_or_else(|| missing_table(guard.table))?;
    let mut builder = Builder::default();
    let alias = builder.alias();
    let scope = Scope::base(table, alias.clone());
    let filter = match &guard.filter {
        Some(filter) => format!(" WHERE {}", condition(layout, &mut builder, &scope, filter)?),
        None => String::new(),
    };
    // A second row is enough to know that it is not the only one.
    let sql = format!(
        "SELECT {} FROM {} AS {alias}{filter} LIMIT 2",
        scope.image()?,
        table.quoted
    );
    Ok(GuardRead {
        statement: builder.finish(sql),
        states: guard.states,
        expects: guard.expects,
    })
}

/// Compiles a root's connection of which nothing needs the rows themselves: see [`connection::gathers`].
fn counted(layout: &Layout, query: &Query, fields: &[ConnectionField]) -> Result<Read, ShardError> {
    let mut builder = Builder::default();
    let table = layout
        .table(query.table)
        .ok_or_else(|| missing_table(query.table))?;
    let scope = Scope::base(table, builder.alias());
    let mut lists = Lists::default();
    let template = connection::root(layout, &mut builder, &scope, query, fields, &mut lists)?;
    let counted = connection::wants_total(fields);
    let head = head(&mut builder, layout, query, counted, &lists.texts)?;
    let sql = if head.is_empty() {
        "SELECT NULL WHERE 0".to_owned()
    } else {
        format!("SELECT {}", head.join(","))
    };
    Ok(Read {
        rewrites: builder.rewrites,
        statement: builder.finish(sql),
        gathered: None,
        harvest: Harvest {
            head: !head.is_empty(),
            texts: lists.texts.len(),
            ..Harvest::default()
        },
        keep: None,
        assembly: Assembly::Template(template),
        tagged: false,
        next: None,
    })
}

/// The columns of the head: the number of all rows (0 where it is not wanted), and texts. None where neither is wanted.
fn head(
    builder: &mut Builder,
    layout: &Layout,
    query: &Query,
    counted: bool,
    texts: &[String],
) -> Result<Vec<String>, ShardError> {
    let total = if counted {
        count(builder, layout, query, &[])?
    } else if texts.is_empty() {
        return Ok(Vec::new());
    } else {
        "0".to_owned()
    };
    Ok([vec![total], texts.to_vec()].concat())
}

/// The statement whose one row holds the number of rows, the lists, and the head.
fn gathered(source: &Source<'_>, lists: &[String], head: &[String]) -> String {
    let mut columns = vec!["count(*)".to_owned()];
    columns.extend(lists.iter().map(|list| format!("string_agg({list},',')")));
    columns.extend(head.iter().cloned());
    format!("SELECT {} FROM {}", columns.join(","), source.inner())
}

/// Compiles related rows into a scalar expression that a JSON function takes.
pub(super) fn related(
    layout: &Layout,
    builder: &mut Builder,
    outer: &Scope<'_>,
    related: &Related,
) -> Result<String, ShardError> {
    let query = &related.query;
    if let Output::Linked(linked) = &query.output {
        let join = through(layout, builder, outer, (&related.join, linked))?;
        return groups::scalar(layout, builder, query, &[join], &linked.groups);
    }
    let join = related
        .join
        .iter()
        .map(|(local, remote)| Ok(Join::Equal(outer.column(*local)?, *remote)))
        .collect::<Result<Vec<_>, ShardError>>()?;
    if let Output::Connection(fields) = &query.output {
        let source = if connection::gathers(&query.page, fields) {
            let reading = Reading {
                more: connection::wants_more(fields),
                by: None,
            };
            Some(Source::of(layout, builder, query, &join, reading)?)
        } else {
            None
        };
        return connection::related(layout, builder, source.as_ref(), (query, fields, &join));
    }
    if let Output::Groups(groups) = &query.output {
        return groups::scalar(layout, builder, query, &join, groups);
    }
    let source = Source::of(layout, builder, query, &join, Reading::default())?;
    let selected = match &query.output {
        Output::One(fields) | Output::Tagged(fields) => {
            object::row(layout, builder, &source.scope, fields, Place::Nested)?
        }
        Output::Many(fields) => list(layout, builder, &source.scope, query, fields)?,
        Output::Value(value) => object::value(layout, builder, &source.scope, value)?,
        Output::Values(value) => {
            let value = object::value(layout, builder, &source.scope, value)?;
            format!("json_group_array({value})")
        }
        Output::Connection(_) | Output::Nothing | Output::Groups(_) | Output::Linked(_) => "NULL".to_owned(),
    };
    let rows = source.inner();
    Ok(match query.output {
        Output::Value(_) => depth::value(&selected, &rows),
        _ => depth::text(layout, &selected, &rows),
    })
}

fn list(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
    fields: &[Field],
) -> Result<String, ShardError> {
    debug_assert!(!query.page.backward, "plain lists have no `last`");
    let row = object::row(layout, builder, scope, fields, Place::Nested)?;
    Ok(format!("json_group_array({row})"))
}

/// How rows are joined to the outer one by the rows of a table between.
fn through(
    layout: &Layout,
    builder: &mut Builder,
    outer: &Scope<'_>,
    (join, linked): (&[(ColumnId, ColumnId)], &Linked),
) -> Result<Join, ShardError> {
    let table = layout
        .table(linked.between)
        .ok_or_else(|| missing_table(linked.between))?;
    let between = Scope::base(table, builder.alias());
    let equal = join.iter().map(|(local, remote)| {
        let (local, remote) = (outer.column(*local)?, between.column(*remote)?);
        Ok(format!("{remote} = {local}"))
    });
    let equal = equal.collect::<Result<Vec<_>, ShardError>>()?;
    let onward = linked
        .onward
        .iter()
        .map(|(local, remote)| Ok((between.column(*local)?, *remote)));
    Ok(Join::Through {
        rows: format!("{} WHERE {}", between.from(), equal.join(" AND ")),
        onward: onward.collect::<Result<_, ShardError>>()?,
    })
}

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
    derived: bool,
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
            let behind = places(layout, builder, &derived, query)?;
            let behind = balanced(&behind, "AND").map_or_else(String::new, |all| format!(" WHERE {all}"));
            format!(
                "SELECT * FROM (SELECT {} FROM {}{found} LIMIT -1) AS {alias}{behind}{}",
                passed.join(","),
                base.from(),
                order_by(layout, builder, &derived, &order)?,
            )
        } else {
            let parts = match by {
                Some(_) => vec![restriction(layout, builder, (&base, join), query, true)?],
                None => parts(layout, builder, (&base, join), query, &order)?,
            };
            // What is answered of rows alone needs no place: see `next`.
            let placed = query.page.place && (more || query.output == Output::Nothing);
            let passed = passed_columns(layout, builder, &base, query, placed)?.join(",");
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
    fn outer(&self) -> String {
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

/// The WHERE clauses of a query's rows, part by part in the order: several where an index finds the rows behind a place so.
fn parts(
    layout: &Layout,
    builder: &mut Builder,
    (scope, join): (&Scope<'_>, &[Join]),
    query: &Query,
    order: &[OrderTerm],
) -> Result<Vec<String>, ShardError> {
    let page = &query.page;
    let start = if page.backward { &page.before } else { &page.after };
    if let Some(place) = start
        && !layout.deep
        && index::orders(scope.table, query, join)
    {
        let behind = parts_beyond(layout, builder, scope, order, place)?;
        if (2..=MAX_PARTS).contains(&behind.len()) {
            let mut rest = query.clone();
            if page.backward {
                rest.page.before = None;
            } else {
                rest.page.after = None;
            }
            let found = conditions(layout, builder, (scope, join), &rest, true)?;
            let parts = behind.into_iter().map(|part| {
                let all: Vec<String> = found.iter().cloned().chain([part]).collect();
                clause(&all)
            });
            return Ok(parts.collect());
        }
    }
    restriction(layout, builder, (scope, join), query, true).map(|only| vec![only])
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
fn clause(all: &[String]) -> String {
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
