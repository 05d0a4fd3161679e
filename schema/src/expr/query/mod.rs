//! A query of MySQL, such as a view's, as one of SQLite over the stored forms.
//!
//! Every column of the result has a stored form, so that it prints, compares and orders as a table's column does. What
//! has no exact meaning is refused by name.

mod aggregate;
mod from;
mod names;
mod output;
mod select;

use std::cell::Cell;

use super::ExprError;
use crate::grammar::{self, ast};
use crate::stored::Stored;
use crate::{Ident, Schema};

pub(super) use names::Frame;

/// A column of a query's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryColumn {
    /// Its name.
    pub name: Ident,
    /// How its values are kept.
    pub stored: Stored,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// Whether its texts fold ASCII case.
    pub(crate) fold: bool,
}

/// What a query may read beside tables: views, by their names and columns.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Catalog<'c> {
    pub(crate) schema: &'c Schema,
    pub(crate) views: &'c [(Ident, Vec<QueryColumn>)],
}

/// A query as SQL of SQLite.
#[derive(Debug, Clone)]
pub(crate) struct Translated {
    pub(crate) sql: String,
    pub(crate) columns: Vec<QueryColumn>,
}

/// The most columns of a result: one less than the platform takes, and some for what stands beside them.
const MAX_COLUMNS: usize = 90;

/// The longest SQL of a query, in bytes: the statement that holds it has 100 KB.
const MAX_BYTES: usize = 60_000;

/// Queries in queries.
const MAX_DEPTH: usize = 8;

/// SQL of SQLite for a query in MySQL's syntax. `names` replace the names of its columns, if there are any.
pub(crate) fn translate(catalog: Catalog<'_>, text: &str, names: &[Ident]) -> Result<Translated, ExprError> {
    let parsed = grammar::query(text)?;
    let translator = Translator {
        catalog,
        aliases: Cell::new(0),
    };
    let mut translated = translator.query(&parsed, None, &[])?;
    if translated.sql.len() > MAX_BYTES {
        return Err(ExprError::unsupported(
            "a query so long; split it into several views",
        ));
    }
    if !names.is_empty() {
        if names.len() != translated.columns.len() {
            return Err(ExprError::syntax(format!(
                "the view names {} columns, and its query has {}",
                names.len(),
                translated.columns.len()
            )));
        }
        translated.sql = renamed(&translated, names);
        for (column, name) in translated.columns.iter_mut().zip(names) {
            column.name = name.clone();
        }
    }
    let mut seen = std::collections::HashSet::new();
    for column in &translated.columns {
        if !seen.insert(column.name.folded()) {
            return Err(ExprError::syntax(format!(
                "two columns of the result are named '{}': give one an alias",
                column.name
            )));
        }
    }
    Ok(translated)
}

fn renamed(query: &Translated, names: &[Ident]) -> String {
    let columns: Vec<String> = query
        .columns
        .iter()
        .zip(names)
        .map(|(column, name)| format!("q.{} AS {}", column.name.quoted(), name.quoted()))
        .collect();
    format!("SELECT {} FROM ({}) AS q", columns.join(","), query.sql)
}

/// Translates the parts of one query.
pub(super) struct Translator<'c> {
    catalog: Catalog<'c>,
    aliases: Cell<usize>,
}

/// A query by its name in WITH.
type Common<'q> = (&'q str, Translated);

impl Translator<'_> {
    fn alias(&self) -> String {
        let number = self.aliases.get();
        self.aliases.set(number + 1);
        format!("s{number}")
    }

    /// A query inside the rows of others, if there are any.
    fn query<'f>(
        &self,
        query: &'f ast::Query,
        outer: Option<&'f Frame<'f>>,
        common: &[Common<'f>],
    ) -> Result<Translated, ExprError> {
        let depth = std::iter::successors(outer, |frame| frame.outer).count();
        if depth >= MAX_DEPTH {
            return Err(ExprError::unsupported("queries nested so deep"));
        }
        if query.recursive {
            return Err(ExprError::unsupported("WITH RECURSIVE"));
        }
        let mut common = common.to_vec();
        for table in &query.with {
            let inner = self.query(&table.query, outer, &common)?;
            let inner = from::named(inner, &table.name, &table.columns)?;
            common.push((&table.name.value, inner));
        }
        let cut = select::Cut::of(query);
        let translated = self.body(&query.body, outer, &common, cut.as_ref())?;
        if translated.columns.len() > MAX_COLUMNS {
            return Err(ExprError::unsupported(format!(
                "a result of more than {MAX_COLUMNS} columns"
            )));
        }
        Ok(translated)
    }
}
