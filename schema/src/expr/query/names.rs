//! What names mean inside a query: columns of what it reads from, and of the queries around it.

use std::cell::{Cell, RefCell};

use super::super::exact::Exact;
use super::super::parse::{QueryNames, Reader};
use super::super::syntax::Node;
use super::super::translate::Scope;
use super::super::typed::{Collation, Kind, Rank, Sql, Typed, kind_of};
use super::super::{ExprError, text};
use super::key::Tie;
use super::{Common, QueryColumn, Translator};
use crate::grammar::ast::{self, Expr, Name};
use crate::stored::Stored;
use crate::view::Origin;
use crate::{Ident, Table};

/// What a query reads from.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// The name that its columns may be qualified by.
    pub(super) name: String,
    /// Its name in the SQL.
    pub(super) alias: String,
    pub(super) columns: Vec<QueryColumn>,
    /// Columns that a join took together with those of a source before it.
    pub(super) joined: Vec<Ident>,
    /// The SQL of the columns that tell its rows apart; empty where none are known.
    pub(super) key: Vec<String>,
    /// Whether a join may put NULLs in place of its row.
    pub(super) missing: bool,
}

/// A column where it was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) typed: Typed,
    pub(super) stored: Stored,
    pub(super) nullable: bool,
    pub(super) origin: Option<Origin>,
}

/// One query while its parts are translated.
pub(crate) struct Frame<'f> {
    pub(super) translator: &'f Translator<'f>,
    pub(super) outer: Option<&'f Frame<'f>>,
    pub(super) common: &'f [Common<'f>],
    pub(super) sources: Vec<Source>,
    /// Columns that conditions make equal.
    pub(super) tied: Vec<Tie>,
    /// Sources whose columns stand behind those of others in `*`: from one to a middle, behind those from there to an end.
    pub(super) turned: Vec<(usize, usize, usize)>,
    /// The selected expressions by their names, for GROUP BY, HAVING and ORDER BY.
    pub(super) selected: RefCell<Vec<(String, Typed)>>,
    /// Why an aggregate cannot stand where it is read now; nothing where it can.
    pub(super) bare: Cell<Option<&'static str>>,
    /// Whether a function of the rows around may stand where it is read now.
    pub(super) windows: Cell<bool>,
    /// Whether an aggregate was met.
    pub(super) aggregated: Cell<bool>,
}

#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a path to a method holds for one lifetime only"
)]
impl Frame<'_> {
    /// An expression with its type.
    pub(super) fn typed(&self, expr: &Expr) -> Result<Typed, ExprError> {
        self.with_scope(expr, |scope, node| scope.value(node))
    }

    /// A condition.
    pub(super) fn condition(&self, expr: &Expr) -> Result<Sql, ExprError> {
        self.with_scope(expr, |scope, node| scope.condition(node))
    }

    fn with_scope<R>(
        &self,
        expr: &Expr,
        work: impl FnOnce(&Scope<'_>, &Node<'_>) -> Result<R, ExprError>,
    ) -> Result<R, ExprError> {
        let node = Reader::of_query(self).read(expr)?;
        let table = nothing()?;
        let scope = Scope {
            table: &table,
            fixed: None,
            into_real: false,
            changes: false,
        };
        work(&scope, &node)
    }

    /// An expression where no aggregate may stand.
    pub(super) fn without_aggregates<R>(
        &self,
        place: &'static str,
        work: impl FnOnce() -> Result<R, ExprError>,
    ) -> Result<R, ExprError> {
        let before = self.bare.replace(Some(place));
        let result = work();
        self.bare.set(before);
        result
    }

    /// The column that an expression is, if it is just one.
    pub(super) fn column_of(&self, expr: &Expr) -> Result<Option<Found>, ExprError> {
        match expr {
            Expr::Path(names) => self.find(names),
            _ => Ok(None),
        }
    }

    /// The column of that name, here or around.
    pub(super) fn find(&self, names: &[Name]) -> Result<Option<Found>, ExprError> {
        let (qualifier, name) = match names {
            [name] => (None, &name.value),
            [.., qualifier, name] => (Some(&qualifier.value), &name.value),
            [] => return Ok(None),
        };
        let mut found = None;
        for source in &self.sources {
            if qualifier.is_some_and(|qualifier| !qualifier.eq_ignore_ascii_case(&source.name)) {
                continue;
            }
            let column = source.columns.iter().find(|column| same(&column.name, name));
            let Some(column) = column else { continue };
            let is_joined = source.joined.iter().any(|joined| same(joined, name));
            if qualifier.is_none() && is_joined {
                continue;
            }
            if found.replace(source.column(column)).is_some() {
                return Err(ExprError::syntax(format!(
                    "'{name}' is a column of several tables: write which one's"
                )));
            }
        }
        match (found, self.outer) {
            (None, Some(outer)) => outer.find(names),
            (found, _) => Ok(found),
        }
    }
}

impl Source {
    /// A column of this source.
    pub(super) fn column(&self, column: &QueryColumn) -> Found {
        let collation = Collation {
            fold: column.fold,
            rank: Rank::Column,
        };
        Found {
            typed: Typed::new(
                Sql::atom(format!("{}.{}", self.alias, column.name.quoted())),
                kind_of(&column.stored, collation),
            ),
            stored: column.stored.clone(),
            nullable: column.nullable,
            origin: column.origin.clone(),
        }
    }
}

impl QueryNames for Frame<'_> {
    fn column(&self, names: &[Name]) -> Result<Typed, ExprError> {
        if let Some(found) = self.find(names)? {
            return Ok(found.typed);
        }
        let shown: Vec<&str> = names.iter().map(|name| name.value.as_str()).collect();
        if let [name] = shown.as_slice()
            && let Some((_, typed)) = self
                .selected
                .borrow()
                .iter()
                .find(|(selected, _)| selected.eq_ignore_ascii_case(name))
        {
            return Ok(typed.clone());
        }
        Err(ExprError::UnknownColumn {
            name: shown.join("."),
        })
    }

    fn outside(&self, expr: &Expr) -> Result<Option<Typed>, ExprError> {
        match expr {
            Expr::Call(call) => self.aggregate(call),
            Expr::Window(call, window) => self.window(call, window).map(Some),
            Expr::Subquery(query) => {
                let inner = self.translator.query(query, Some(self), self.common)?;
                let [column] = inner.columns.as_slice() else {
                    return Err(ExprError::syntax("a query in an expression has one column"));
                };
                let collation = Collation {
                    fold: column.fold,
                    rank: Rank::Column,
                };
                let sql = Sql::over(2, &[], format!("({})", inner.sql))?;
                Ok(Some(Typed::new(sql, kind_of(&column.stored, collation))))
            }
            Expr::Exists(query) => {
                let inner = self.translator.query(query, Some(self), self.common)?;
                let sql = Sql::over(3, &[], format!("(EXISTS ({}))", inner.sql))?;
                Ok(Some(Typed::truth(sql)))
            }
            Expr::InQuery(value, query) => self.among(value, query).map(Some),
            _ => Ok(None),
        }
    }
}

impl Frame<'_> {
    /// `value IN (SELECT …)`, of values that are kept alike.
    fn among(&self, expr: &Expr, query: &ast::Query) -> Result<Typed, ExprError> {
        let value = self.typed(expr)?;
        let inner = self.translator.query(query, Some(self), self.common)?;
        let [column] = inner.columns.as_slice() else {
            return Err(ExprError::syntax("a query behind IN has one column"));
        };
        let collation = Collation {
            fold: column.fold,
            rank: Rank::Column,
        };
        let other = Typed::new(Sql::atom("x"), kind_of(&column.stored, collation));
        let (left, right) = alike(&value, &other)?;
        let collate = match &value.kind {
            Kind::Text(own) => {
                format!(" COLLATE {}", own.with(collation).name())
            }
            _ => String::new(),
        };
        let text = format!(
            "({left}{collate} IN (SELECT {right} FROM (SELECT {} AS x FROM ({}))))",
            column.name.quoted(),
            inner.sql
        );
        Ok(Typed::truth(Sql::over(4, &[&left], text)?))
    }
}

/// Two values in forms in which SQLite finds them equal where MySQL does.
fn alike(left: &Typed, right: &Typed) -> Result<(Sql, Sql), ExprError> {
    if let (Some(left), Some(right)) = (Exact::of(left), Exact::of(right)) {
        let (left, right) = left.aligned(right)?;
        return Ok((left.sql, right.sql));
    }
    if text::is_textual(left) && text::is_textual(right) {
        return Ok((text::text(left)?.0, text::text(right)?.0));
    }
    if left.kind == right.kind {
        return Ok((left.sql.clone(), right.sql.clone()));
    }
    Err(ExprError::unsupported(format!(
        "{} IN a query of {}",
        left.kind.name(),
        right.kind.name()
    )))
}

pub(super) fn same(ident: &Ident, name: &str) -> bool {
    ident.as_str().eq_ignore_ascii_case(name)
}

/// A table without columns: expressions of a query name those of its sources.
fn nothing() -> Result<Table, ExprError> {
    Ident::new("query")
        .map(Table::new)
        .map_err(|error| ExprError::syntax(error.to_string()))
}
