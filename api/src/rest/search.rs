//! Full-text search: `title=wfts.le guin`, its order, and what is selected of the rows that it finds.

use codegen::ApiTable;
use schema::ColumnId;
use schema::stored::Value;
use shard::op::{Filter, Found, OrderTerm, Snippet};
use shard::search::Expression;

use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::order::BEST_FIRST;
use crate::plan::search::{self, Mode};
use crate::rest::filters::{Asked, Tree};
use crate::rest::names;
use crate::rest::order::Term;
use crate::rest::scope::Scope;
use crate::rest::select::Item;

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

/// What is searched for in one column; `None` where no word is.
pub(crate) fn expression(
    table: &ApiTable,
    name: &str,
    (mode, text): (Mode, &str),
) -> Result<Option<Expression>, ApiError> {
    let column = names::column(table, name, "filter")?;
    if !is_searched(table, column.id) {
        return Err(ApiError::new(
            Code::NotSupported,
            format!(
                "{0}: no FULLTEXT key covers the column, so it cannot be searched: declare `FULLTEXT KEY ({1})`",
                column.field, column.declared
            ),
        )
        .with("field", column.field.clone()));
    }
    let expression = search::parse(text, mode).map_err(|error| error.with("field", column.field.clone()))?;
    Ok(expression.map(|expression| search::within(table, &[column.id], expression)))
}

/// The conditions of a scope that are searches, as one by which its rows are ranked; `None` if there are none.
pub(crate) fn all(binder: &mut Binder, scope: &Scope<'_>) -> Result<Option<Filter>, ApiError> {
    let mut expressions = Vec::new();
    for tree in &scope.filters {
        if let Tree::Leaf(name, Asked::Search(mode, text)) = tree {
            match expression(scope.table, name, (*mode, text))? {
                Some(expression) => expressions.push(expression),
                None => return search::filter(binder, None).map(Some),
            }
        }
    }
    let expression = match expressions.pop() {
        None => return Ok(None),
        Some(only) if expressions.is_empty() => only,
        Some(last) => {
            expressions.push(last);
            Expression::All(expressions)
        }
    };
    search::filter(binder, Some(&expression)).map(Some)
}

/// Whether a search ranks the rows of these conditions.
pub(crate) fn ranks(filter: Option<&Filter>) -> bool {
    match filter {
        Some(Filter::Search(_)) => true,
        Some(Filter::And(all)) => all.iter().any(|one| matches!(one, Filter::Search(_))),
        _ => false,
    }
}

/// The order by how well rows fit, where a term asks for it.
pub(crate) fn score(scope: &Scope<'_>, term: &Term, ranked: bool) -> Result<Option<OrderTerm>, ApiError> {
    let Some(search) = scope
        .table
        .search
        .as_ref()
        .filter(|search| search.score == term.column)
    else {
        return Ok(None);
    };
    if !ranked {
        return Err(ApiError::new(
            Code::BadRequest,
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
    pub(crate) fn named(table: &ApiTable, name: &str) -> Option<Self> {
        let search = table.search.as_ref()?;
        if search.score == name {
            return Some(Self::Score);
        }
        (search.snippet == name).then_some(Self::Snippet(None))
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
                let column = names::column(table, &column.name, "select")?;
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
