//! Relay connections, as the rows of a statement and as one scalar expression.

use serde::Serialize;

use super::depth;
use super::groups;
use super::json;
use super::object::{self, Needed, Place, object};
use super::related;
use super::scope::Scope;
use super::source::{Join, Source, count, needed_for_place};
use super::statement::Builder;
use crate::error::ShardError;
use crate::identity::order_mark;
use crate::layout::{Layout, literal};
use crate::op::{
    ConnectionField, ConnectionValue, EdgeField, EdgeValue, Groups, OrderBy, Page, PageInfoField,
    PageInfoValue, PayloadField, PayloadValue, Query, Slot,
};

/// How a harvest becomes a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Assembly {
    /// The only list's only element, or null.
    One,
    /// The only list, in brackets.
    Many,
    /// An empty text.
    Nothing,
    /// Chunks in order.
    Template(Vec<Chunk>),
}

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Chunk {
    /// A constant text.
    Text(String),
    /// The list of that position, without brackets.
    List(usize),
    /// Whether there are rows beyond the page in the direction of reading.
    More,
    /// Whether rows were passed over: true if the slot's integer is more than zero.
    Skipped(Slot),
    /// The first row's cursor, or null.
    First,
    /// The last row's cursor, or null.
    Last,
    /// The head's integer.
    Total,
    /// The text of that position behind the head's integer.
    Head(usize),
    /// How many rows there are.
    Count,
}

/// Whether one row more than the page must be asked for.
pub(super) fn wants_more(fields: &[ConnectionField]) -> bool {
    page_infos(fields).any(|field| {
        matches!(
            field.value,
            PageInfoValue::HasNextPage | PageInfoValue::HasPreviousPage
        )
    })
}

/// Whether any member needs the rows themselves, rather than their number or nothing at all.
pub(super) fn gathers(page: &Page, fields: &[ConnectionField]) -> bool {
    let lists = |field: &ConnectionField| {
        matches!(field.value, ConnectionValue::Nodes(_) | ConnectionValue::Edges(_))
    };
    fields.iter().any(lists)
        || page_infos(fields).any(|info| match info.value {
            PageInfoValue::HasNextPage => !page.backward,
            PageInfoValue::HasPreviousPage => page.backward,
            PageInfoValue::StartCursor | PageInfoValue::EndCursor => true,
            PageInfoValue::Text(_) => false,
        })
}

/// Whether all rows must be counted.
pub(super) fn wants_total(fields: &[ConnectionField]) -> bool {
    fields
        .iter()
        .any(|field| field.value == ConnectionValue::TotalCount)
}

/// Whether the places of the first and the last row are wanted.
pub(super) fn wants_keys(chunks: &[Chunk]) -> bool {
    chunks
        .iter()
        .any(|chunk| matches!(chunk, Chunk::First | Chunk::Last))
}

fn page_infos(fields: &[ConnectionField]) -> impl Iterator<Item = &PageInfoField> {
    fields
        .iter()
        .filter_map(|field| match &field.value {
            ConnectionValue::PageInfo(infos) => Some(infos),
            _ => None,
        })
        .flatten()
}

/// The columns that a connection's rows must pass on.
pub(super) fn needed(scope: &Scope<'_>, query: &Query, fields: &[ConnectionField], needed: &mut Needed) {
    for field in fields {
        match &field.value {
            ConnectionValue::Nodes(fields) => object::needed(scope, fields, needed),
            ConnectionValue::Edges(edges) => {
                for edge in edges {
                    match &edge.value {
                        EdgeValue::Node(fields) => object::needed(scope, fields, needed),
                        EdgeValue::Cursor => needed_for_place(query, needed),
                        EdgeValue::Text(_) => {}
                    }
                }
            }
            ConnectionValue::PageInfo(infos) => {
                if infos
                    .iter()
                    .any(|info| matches!(info.value, PageInfoValue::StartCursor | PageInfoValue::EndCursor))
                {
                    needed_for_place(query, needed);
                }
            }
            ConnectionValue::TotalCount
            | ConnectionValue::Text(_)
            | ConnectionValue::Aggregate(_)
            | ConnectionValue::Groups(_) => {}
        }
    }
}

/// The SQL of a row's place in the order, as a JSON array.
pub(super) fn place(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
) -> Result<String, ShardError> {
    let mut parts = vec![order_mark(query.table, &query.order).to_string()];
    for (at, term) in query.order.iter().enumerate() {
        parts.push(match &term.by {
            OrderBy::Column(id) => scope.sealed(*id)?,
            OrderBy::Row => scope.row(),
            // A rank is far from where SQLite's digits are inexact.
            OrderBy::Rank => format!("json(printf('%!.18g',{}))", scope.rank()),
            OrderBy::Related(value) => {
                let name = scope.term(at).unwrap_or_else(|| "NULL".to_owned());
                related::stored(layout, value)?.log_sql(&name)
            }
            OrderBy::Json(part) => json::sealed(builder, scope, part)?,
        });
    }
    Ok(format!("json_array({})", parts.join(",")))
}

/// The columns of a root connection's statement.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Of its rows: what is joined over them.
    pub(super) columns: Vec<String>,
    /// Of its head: texts.
    pub(super) texts: Vec<String>,
}

/// A root's connection: adds its lists to the statement's columns, and answers the template around them.
pub(super) fn root(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
    fields: &[ConnectionField],
    lists: &mut Lists,
) -> Result<Vec<Chunk>, ShardError> {
    let Lists { columns, texts } = lists;
    let mut template = Template::default();
    template.text("{");
    for (position, field) in fields.iter().enumerate() {
        template.key(position, &field.key);
        match &field.value {
            ConnectionValue::Nodes(fields) => {
                template.list(columns.len());
                columns.push(object::row(layout, builder, scope, fields, Place::Row)?);
            }
            ConnectionValue::Edges(edges) => {
                template.list(columns.len());
                columns.push(edge(layout, builder, scope, query, edges, Place::Row)?);
            }
            ConnectionValue::PageInfo(infos) => template.page_info(&query.page, infos),
            ConnectionValue::TotalCount => template.chunk(Chunk::Total),
            ConnectionValue::Text(text) => template.json(text),
            ConnectionValue::Aggregate(_) | ConnectionValue::Groups(_) => {
                template.chunk(Chunk::Head(texts.len()));
                texts.push(grouped(layout, builder, query, &[], &field.value)?);
            }
        }
    }
    template.text("}");
    Ok(template.chunks)
}

/// The template of a write's payload, whose records are the first list.
pub(super) fn payload(fields: &[PayloadField]) -> Vec<Chunk> {
    let mut template = Template::default();
    let mut lists = 0;
    template.text("{");
    for (position, field) in fields.iter().enumerate() {
        template.key(position, &field.key);
        match &field.value {
            PayloadValue::AffectedCount => template.chunk(Chunk::Count),
            PayloadValue::Records(_) => {
                template.list(lists);
                lists += 1;
            }
            PayloadValue::Text(text) => template.json(text),
        }
    }
    template.text("}");
    template.chunks
}

fn edge(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
    edges: &[EdgeField],
    at: Place,
) -> Result<String, ShardError> {
    let members = edges
        .iter()
        .map(|field| {
            let value = match &field.value {
                EdgeValue::Cursor => format!("hex({})", place(layout, builder, scope, query)?),
                EdgeValue::Node(fields) => object::row(layout, builder, scope, fields, Place::Nested)?,
                EdgeValue::Text(text) => literal(text),
            };
            Ok((field.key.as_str(), value))
        })
        .collect::<Result<Vec<_>, ShardError>>()?;
    Ok(object(&members, at))
}

/// A related connection: one scalar expression.
pub(super) fn related(
    layout: &Layout,
    builder: &mut Builder,
    source: Option<&Source<'_>>,
    related: (&Query, &[ConnectionField], &[Join]),
) -> Result<String, ShardError> {
    let (query, fields, join) = related;
    let Some(source) = source else {
        return counted(layout, builder, query, fields, join);
    };
    let gather = Gather::of(builder, query, fields);
    let mut members = Vec::with_capacity(fields.len());
    for field in fields {
        let value = match &field.value {
            ConnectionValue::Nodes(fields) => gather.array(&object::row(
                layout,
                builder,
                &source.scope,
                fields,
                Place::Nested,
            )?),
            ConnectionValue::Edges(edges) => gather.array(&edge(
                layout,
                builder,
                &source.scope,
                query,
                edges,
                Place::Nested,
            )?),
            ConnectionValue::PageInfo(infos) => {
                gather.page_info(layout, builder, (&source.scope, query), infos)?
            }
            ConnectionValue::TotalCount => count(builder, layout, query, join)?,
            ConnectionValue::Text(text) => literal(text),
            value @ (ConnectionValue::Aggregate(_) | ConnectionValue::Groups(_)) => {
                grouped(layout, builder, query, join, value)?
            }
        };
        members.push((field.key.as_str(), value));
    }
    let object = object(&members, Place::Nested);
    let from = if gather.numbered {
        source.numbered()
    } else {
        source.inner()
    };
    Ok(depth::text(layout, &object, &from))
}

/// The SQL of aggregates of all rows, or of groups of them.
fn grouped(
    layout: &Layout,
    builder: &mut Builder,
    query: &Query,
    join: &[Join],
    value: &ConnectionValue,
) -> Result<String, ShardError> {
    match value {
        ConnectionValue::Aggregate(members) => {
            let one = Groups {
                members: members.clone(),
                single: true,
                ..Groups::default()
            };
            groups::scalar(layout, builder, query, join, &one)
        }
        ConnectionValue::Groups(all) => groups::scalar(layout, builder, query, join, all),
        _ => Ok("NULL".to_owned()),
    }
}

/// A related connection of which nothing needs the rows themselves: see [`gathers`].
fn counted(
    layout: &Layout,
    builder: &mut Builder,
    query: &Query,
    fields: &[ConnectionField],
    join: &[Join],
) -> Result<String, ShardError> {
    let members = fields
        .iter()
        .map(|field| {
            let value = match &field.value {
                ConnectionValue::TotalCount => count(builder, layout, query, join)?,
                ConnectionValue::PageInfo(infos) => {
                    let members: Vec<(&str, String)> = infos
                        .iter()
                        .map(|info| (info.key.as_str(), known(builder, &query.page, &info.value)))
                        .collect();
                    object(&members, Place::Nested)
                }
                ConnectionValue::Text(text) => literal(text),
                ConnectionValue::Nodes(_) | ConnectionValue::Edges(_) => "NULL".to_owned(),
                value @ (ConnectionValue::Aggregate(_) | ConnectionValue::Groups(_)) => {
                    grouped(layout, builder, query, join, value)?
                }
            };
            Ok((field.key.as_str(), value))
        })
        .collect::<Result<Vec<_>, ShardError>>()?;
    Ok(object(&members, Place::Nested))
}

/// What is known of a page without its rows.
fn known(builder: &mut Builder, page: &Page, value: &PageInfoValue) -> String {
    match value {
        PageInfoValue::Text(text) => literal(text),
        PageInfoValue::HasPreviousPage => skipped(builder, page),
        _ => boolean(page.before.is_some()),
    }
}

/// How rows are gathered into arrays inside an expression.
struct Gather {
    /// Whether the rows carry a number `n`, in the order in which they were found.
    numbered: bool,
    /// The SQL of the page's size, where one row more was asked for.
    keep: Option<String>,
    backward: bool,
}

impl Gather {
    fn of(builder: &mut Builder, query: &Query, fields: &[ConnectionField]) -> Self {
        let keep = query
            .page
            .limit
            .filter(|_| wants_more(fields))
            .map(|slot| builder.slot(slot));
        Self {
            numbered: keep.is_some() || query.page.backward,
            keep,
            backward: query.page.backward,
        }
    }

    fn array(&self, row: &str) -> String {
        let order = if self.backward { " ORDER BY n DESC" } else { "" };
        let filter = self
            .keep
            .as_ref()
            .map_or_else(String::new, |keep| format!(" FILTER (WHERE n <= {keep})"));
        format!("json_group_array({row}{order}){filter}")
    }

    fn page_info(
        &self,
        layout: &Layout,
        builder: &mut Builder,
        (scope, query): (&Scope<'_>, &Query),
        infos: &[PageInfoField],
    ) -> Result<String, ShardError> {
        let end = |builder: &mut Builder, path: &str| -> Result<String, ShardError> {
            let sealed = format!("hex({})", place(layout, builder, scope, query)?);
            Ok(format!("({}->>'{path}')", self.array(&sealed)))
        };
        let members = infos
            .iter()
            .map(|info| {
                let value = match (&info.value, query.page.backward) {
                    (PageInfoValue::HasNextPage, false) | (PageInfoValue::HasPreviousPage, true) => {
                        self.more()
                    }
                    (PageInfoValue::HasNextPage, true) => boolean(query.page.before.is_some()),
                    (PageInfoValue::HasPreviousPage, false) => skipped(builder, &query.page),
                    (PageInfoValue::StartCursor, _) => end(builder, "$[0]")?,
                    (PageInfoValue::EndCursor, _) => end(builder, "$[#-1]")?,
                    (PageInfoValue::Text(text), _) => literal(text),
                };
                Ok((info.key.as_str(), value))
            })
            .collect::<Result<Vec<_>, ShardError>>()?;
        Ok(object(&members, Place::Nested))
    }

    fn more(&self) -> String {
        let Some(keep) = &self.keep else {
            return boolean(false);
        };
        format!("json(CASE WHEN count(*) > {keep} THEN 'true' ELSE 'false' END)")
    }
}

fn boolean(value: bool) -> String {
    format!("json('{value}')")
}

fn skipped(builder: &mut Builder, page: &Page) -> String {
    match page.offset {
        _ if page.after.is_some() => boolean(true),
        Some(offset) => format!(
            "json(CASE WHEN {} > 0 THEN 'true' ELSE 'false' END)",
            builder.slot(offset)
        ),
        None => boolean(false),
    }
}

/// A template under construction: neighbouring texts become one.
#[derive(Default)]
struct Template {
    chunks: Vec<Chunk>,
}

impl Template {
    fn text(&mut self, text: &str) {
        if let Some(Chunk::Text(last)) = self.chunks.last_mut() {
            last.push_str(text);
        } else {
            self.chunks.push(Chunk::Text(text.to_owned()));
        }
    }

    fn json(&mut self, text: &str) {
        self.text(&serde_json::Value::from(text).to_string());
    }

    fn key(&mut self, position: usize, key: &str) {
        if position > 0 {
            self.text(",");
        }
        self.json(key);
        self.text(":");
    }

    fn chunk(&mut self, chunk: Chunk) {
        self.chunks.push(chunk);
    }

    fn list(&mut self, list: usize) {
        self.text("[");
        self.chunk(Chunk::List(list));
        self.text("]");
    }

    fn page_info(&mut self, page: &Page, infos: &[PageInfoField]) {
        self.text("{");
        for (position, info) in infos.iter().enumerate() {
            self.key(position, &info.key);
            match (&info.value, page.backward) {
                (PageInfoValue::HasNextPage, false) | (PageInfoValue::HasPreviousPage, true) => {
                    self.chunk(Chunk::More);
                }
                (PageInfoValue::HasNextPage, true) => self.text(&page.before.is_some().to_string()),
                (PageInfoValue::HasPreviousPage, false) => match page.offset {
                    _ if page.after.is_some() => self.text("true"),
                    Some(offset) => self.chunk(Chunk::Skipped(offset)),
                    None => self.text("false"),
                },
                (PageInfoValue::StartCursor, _) => self.chunk(Chunk::First),
                (PageInfoValue::EndCursor, _) => self.chunk(Chunk::Last),
                (PageInfoValue::Text(text), _) => self.json(text),
            }
        }
        self.text("}");
    }
}
