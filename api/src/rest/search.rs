//! Full-text search: `title=wfts.le guin`, its order, and what is selected of the rows that it finds.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::Value;
use shard::op::{Filter, Found, OrderTerm, Snippet};
use shard::search::Expression;

use crate::batch::condition;
use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::order::BEST_FIRST;
use crate::plan::search::{self, Mode};
use crate::rest::column::ColumnRef;
use crate::rest::filters::{Asked, Tree};
use crate::rest::names;
use crate::rest::order::Term;
use crate::rest::scope::Scope;
use crate::rest::select::{Item, Picked};

/// The mode of an operator of PostgREST.
pub(crate) fn mode(operator: &str) -> Option<Mode> {
    Some(match operator {
        "fts" => Mode::Tsquery,
        "plfts" => Mode::All,
        "phfts" => Mode::Phrase,
        "wfts" => Mode::Web,
        _ => return None,
    })
}

/// A search of one column by itself.
pub(crate) fn one(
    binder: &mut Binder,
    table: &ApiTable,
    asked: &ColumnRef,
    (mode, text): (Mode, &str),
) -> Result<Filter, ApiError> {
    if let Some(filter) = later(binder, table, &[(asked, mode, text)])? {
        return Ok(filter);
    }
    let expression = expression(table, asked, (mode, meant(binder, text)))?;
    search::filter(binder, expression.as_ref())
}

/// Searches that all find the rows, if one of them is for what an earlier answer gives.
fn later(
    binder: &mut Binder,
    table: &ApiTable,
    asked: &[(&ColumnRef, Mode, &str)],
) -> Result<Option<Filter>, ApiError> {
    let Some((first, ..)) = asked.first().filter(|_| binder.position().is_some()) else {
        return Ok(None);
    };
    let first = names::column(table, &first.name, "filter")?;
    let mut searches = Vec::with_capacity(asked.len());
    for (column, mode, text) in asked {
        let id = searched(table, column)?.id;
        let position = table.searched().find(|(_, column)| column.id == id);
        searches.push((
            *mode,
            *text,
            position.map(|(position, _)| position).into_iter().collect(),
        ));
    }
    condition::of_searches(binder, first, &searches)
}

/// A text without references as it is meant: in a batch, a dollar sign at its start is written twice.
fn meant<'t>(binder: &Binder, text: &'t str) -> &'t str {
    match text.strip_prefix('$') {
        Some(rest) if binder.position().is_some() => rest,
        _ => text,
    }
}

fn searched<'m>(table: &'m ApiTable, asked: &ColumnRef) -> Result<&'m ApiColumn, ApiError> {
    let column = names::column(table, &asked.name, "filter")?;
    if asked.way.is_some() || !is_searched(table, column.id) {
        return Err(unsearched(column));
    }
    Ok(column)
}

/// What is searched for in one column; `None` where no word is.
fn expression(
    table: &ApiTable,
    asked: &ColumnRef,
    (mode, text): (Mode, &str),
) -> Result<Option<Expression>, ApiError> {
    let column = searched(table, asked)?;
    let expression = search::parse(text, mode).map_err(|error| error.with("field", column.field.clone()))?;
    Ok(expression.map(|expression| search::within(table, &[column.id], expression)))
}

/// Why a column, or a part of its document, is not searched.
pub(crate) fn unsearched(column: &ApiColumn) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!(
            "{0}: no FULLTEXT key covers this, so it cannot be searched: declare `FULLTEXT KEY ({1})` where the column is a \
             text",
            column.field, column.declared
        ),
    )
    .with("field", column.field.clone())
}

/// The conditions of a scope that are searches, as one by which its rows are ranked; `None` if there are none.
pub(crate) fn all(binder: &mut Binder, scope: &Scope<'_>) -> Result<Option<Filter>, ApiError> {
    let searches = scope.filters.iter().filter_map(|tree| match tree {
        Tree::Leaf(name, Asked::Search(mode, text)) => Some((name, *mode, text.as_str())),
        _ => None,
    });
    let searches: Vec<_> = searches.collect();
    if let Some(filter) = later(binder, scope.table, &searches)? {
        return Ok(Some(filter));
    }
    let mut expressions = Vec::with_capacity(searches.len());
    for (name, mode, text) in searches {
        match expression(scope.table, name, (mode, meant(binder, text)))? {
            Some(expression) => expressions.push(expression),
            None => return search::filter(binder, None).map(Some),
        }
    }
    match search::all(expressions) {
        Some(expression) => search::filter(binder, Some(&expression)).map(Some),
        None => Ok(None),
    }
}

/// Whether a search ranks the rows of these conditions.
pub(crate) fn ranks(filter: Option<&Filter>) -> bool {
    match filter {
        Some(Filter::And(all)) => all.iter().any(is_search),
        Some(only) => is_search(only),
        None => false,
    }
}

const fn is_search(filter: &Filter) -> bool {
    matches!(filter, Filter::Search(_) | Filter::Later { searches: true, .. })
}

/// The order by how well rows fit, where a term asks for it.
pub(crate) fn score(scope: &Scope<'_>, term: &Term, ranked: bool) -> Result<Option<OrderTerm>, ApiError> {
    let Some(search) = scope
        .table
        .search
        .as_ref()
        .filter(|search| term.inside.is_none() && term.column == ColumnRef::named(&search.score))
    else {
        return Ok(None);
    };
    if !ranked {
        return Err(ApiError::new(
            Code::Contradiction,
            format!(
                "order: rows have a '{}' only where a column is searched, such as by 'wfts'",
                search.score
            ),
        ));
    }
    Ok(Some(OrderTerm {
        descending: !term.descending,
        nulls_first: term.descending,
        ..BEST_FIRST
    }))
}

/// What a selected name says of the rows that a search finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    Score,
    Snippet(Option<ColumnId>),
}

impl Said {
    /// `searchScore`, `searchSnippet`.
    pub(crate) fn picked(table: &ApiTable, picked: &Picked) -> Result<Option<Self>, ApiError> {
        let said = table
            .search
            .as_ref()
            .and_then(|search| match &picked.column.name {
                name if *name == search.score => Some(Self::Score),
                name if *name == search.snippet => Some(Self::Snippet(None)),
                _ => None,
            });
        if said.is_some() && (picked.column.way.is_some() || picked.cast.is_some()) {
            return Err(ApiError::new(
                Code::NotSupported,
                format!("select: '{}' takes neither a cast nor a path", picked.column.name),
            ));
        }
        Ok(said)
    }

    /// `searchSnippet(title)`.
    pub(crate) fn of_column(table: &ApiTable, name: &str, items: &[Item]) -> Result<Option<Self>, ApiError> {
        if table.search.as_ref().is_none_or(|search| search.snippet != name) {
            return Ok(None);
        }
        let refused = || {
            ApiError::new(
                Code::BadRequest,
                format!(
                    "select: '{name}' takes one column that a FULLTEXT key covers, such as '{name}(title)'"
                ),
            )
        };
        match items {
            [Item::Column(column)] => {
                let column = names::column(table, &column.column.name, "select")?;
                let searched = is_searched(table, column.id).then_some(column.id);
                Ok(Some(Self::Snippet(Some(searched.ok_or_else(refused)?))))
            }
            _ => Err(refused()),
        }
    }

    /// The operation's form.
    pub(crate) fn found(self, binder: &mut Binder) -> Result<Found, ApiError> {
        const TOKENS: i64 = 16;
        let mut text = |text: &str| binder.bind(Value::Text(text.to_owned()));
        Ok(match self {
            Self::Score => Found::Score,
            Self::Snippet(column) => Found::Snippet(Snippet {
                column,
                start: text("<b>")?,
                end: text("</b>")?,
                between: text("…")?,
                tokens: binder.integer(TOKENS)?,
            }),
        })
    }
}

fn is_searched(table: &ApiTable, id: ColumnId) -> bool {
    table.searched().any(|(_, column)| column.id == id)
}
