//! A query of MySQL, such as a view's, as one of SQLite over the stored forms.
//!
//! Every column of the result has a stored form, so that it prints, compares and orders as a table's column does. What
//! has no exact meaning is refused by name.

mod aggregate;
mod from;
mod key;
mod names;
mod output;
mod select;
mod window;

use std::cell::Cell;

use super::ExprError;
use crate::grammar::{self, ast};
use crate::stored::Stored;
use crate::view::{Origin, ViewRows, Views};
use crate::{ColumnId, Ident};

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
    /// Where it is a table's column as it is: which one.
    pub origin: Option<Origin>,
    /// Whether its texts fold ASCII case.
    pub(crate) fold: bool,
    /// How large its expression may become where SQLite puts those of queries within in their places.
    pub(crate) weight: u64,
}

/// A query as SQL of SQLite.
#[derive(Debug, Clone)]
pub(crate) struct Translated {
    pub(crate) sql: String,
    pub(crate) columns: Vec<QueryColumn>,
    pub(super) rows: Rows,
}

/// How the rows of a result can be told apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// The positions of columns that tell them apart; empty where none are known.
    pub(super) key: Vec<usize>,
    /// Whether no two have the same values.
    pub(super) distinct: bool,
}

/// The most columns of a result: one less than the platform takes, and some for what stands beside them.
const MAX_COLUMNS: usize = 90;

/// The longest SQL of a query, in bytes: the statement that holds it has 100 KB.
const MAX_BYTES: usize = 60_000;

/// The largest weight of a column.
const MAX_WEIGHT: u64 = 1_000_000;

/// Queries in queries.
const MAX_DEPTH: usize = 8;

/// SQL of SQLite for a query in MySQL's syntax. `names` replace the names of its columns, if there are any. An error comes
/// with the byte of the query that it is about.
pub(crate) fn translate(
    views: &Views<'_>,
    text: &str,
    names: &[Ident],
) -> Result<ViewRows, (ExprError, usize)> {
    let parsed = grammar::query(text)?;
    let translator = Translator {
        views,
        aliases: Cell::new(0),
        place: Cell::new(0),
        heaviest: Cell::new(1),
    };
    let placed = |error| (error, translator.place.get());
    let translated = translator.query(&parsed, None, &[]).map_err(placed)?;
    finished(translated, names).map_err(|error| (error, 0))
}

fn finished(mut translated: Translated, names: &[Ident]) -> Result<ViewRows, ExprError> {
    if translated.sql.len() > MAX_BYTES {
        return Err(ExprError::unsupported(
            "a query so long; split it into several views",
        ));
    }
    if !names.is_empty() {
        translated = from::named(translated, "the view", names.to_vec())?;
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
    let positions = translated
        .rows
        .key
        .iter()
        .filter_map(|at| u16::try_from(*at).ok());
    let key: Vec<ColumnId> = positions.map(ColumnId).collect();
    let is_key = key.iter().all(|id| {
        let column = &translated.columns[id.index()];
        !column.nullable && names_rows(&column.stored)
    });
    Ok(ViewRows {
        key: if is_key { key } else { Vec::new() },
        distinct: translated.rows.distinct,
        columns: translated.columns,
        sql: translated.sql,
    })
}

/// Whether values that are kept so can name a row in a request.
fn names_rows(stored: &Stored) -> bool {
    !matches!(
        stored,
        Stored::Real { .. } | Stored::Json | Stored::Geometry { .. } | Stored::Set(_) | Stored::Bytes { .. }
    )
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
    views: &'c Views<'c>,
    aliases: Cell<usize>,
    /// The byte of the query that is being translated.
    place: Cell<usize>,
    /// The largest weight of a column that was read so far.
    heaviest: Cell<u64>,
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
            let inner = from::named(inner, &table.name.value, from::idents(&table.columns)?)?;
            common.push((&table.name.value, inner));
        }
        let cut = select::Cut::of(query);
        let mut translated = self.body(&query.body, outer, &common, cut.as_ref())?;
        if translated.columns.len() > MAX_COLUMNS {
            return Err(ExprError::unsupported(format!(
                "a result of more than {MAX_COLUMNS} columns"
            )));
        }
        for column in &mut translated.columns {
            column.weight = column.weight.saturating_mul(self.heaviest.get());
            if column.weight > MAX_WEIGHT {
                return Err(ExprError::unsupported(format!(
                    "the column '{}', whose expressions over expressions of queries within grow so large",
                    column.name
                )));
            }
        }
        Ok(translated)
    }
}
