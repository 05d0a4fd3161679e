//! Queries: one statement for a root, one scalar expression for related rows.

use super::connection::{self, Assembly, Lists};
use super::depth;
use super::filter::condition;
use super::groups;
use super::index::Bound;
use super::keyset::order_by;
use super::object::{self, Place};
use super::scope::Scope;
use super::source::{Join, Reading, Source, count, restriction};
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
