//! What the views of a declaration are: their columns, their keys, and their queries as SQL over the stored forms.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::expr::ExprError;
use crate::expr::query::{self, QueryColumn};
use crate::{ColumnId, Ident, Schema};

/// The longest chain of views that read from views.
const MAX_DEPTH: usize = 12;

/// A view as it can be read.
#[derive(Debug, Clone, Default)]
pub struct ViewRows {
    /// The columns: position `n` is [`ColumnId`] `n`.
    pub columns: Vec<QueryColumn>,
    /// Columns that are never NULL and tell its rows apart, where the query shows that there are such; else empty.
    pub key: Vec<ColumnId>,
    /// Whether no two of its rows have the same values.
    pub distinct: bool,
    /// The query as SQLite's.
    pub sql: String,
}

/// The column of a table that a view shows as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The table's position in the declaration.
    pub table: usize,
    /// The column.
    pub column: ColumnId,
    /// Which of the rows that the view is made of: columns of one row have the same.
    pub row: String,
}

/// Why a view cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) message: String,
    /// The byte of its query that it is about.
    pub(crate) at: usize,
}

/// The rows of every view of a validated declaration, in its order.
pub fn rows(schema: &Schema) -> Vec<ViewRows> {
    let views = Views::of(schema);
    let all = schema.views.iter().enumerate();
    all.map(|(position, _)| match views.resolved(position) {
        Ok(rows) => rows.as_ref().clone(),
        // Validation refuses such; nothing can be read from it.
        Err(_) => ViewRows::default(),
    })
    .collect()
}

type Resolved = Result<Rc<ViewRows>, Refused>;

/// Every view that cannot be taken, by its position.
pub(crate) fn refused(schema: &Schema) -> Vec<(usize, Refused)> {
    let views = Views::of(schema);
    (0..schema.views.len())
        .filter_map(|position| Some((position, views.resolved(position).err()?)))
        .collect()
}

/// The views of a declaration. A view that another reads from is translated before that one, and not within it: queries
/// nest deep enough by themselves.
#[derive(Debug)]
pub(crate) struct Views<'s> {
    pub(crate) schema: &'s Schema,
    done: RefCell<Vec<Option<Resolved>>>,
    /// A view that has to be translated first.
    wanted: Cell<Option<usize>>,
}

impl<'s> Views<'s> {
    fn of(schema: &'s Schema) -> Self {
        Self {
            schema,
            done: RefCell::new(vec![None; schema.views.len()]),
            wanted: Cell::new(None),
        }
    }

    /// The view of that name, for a query that reads from it.
    pub(crate) fn named(&self, name: &str) -> Option<Result<(&'s Ident, Rc<ViewRows>), ExprError>> {
        let mut views = self.schema.views.iter();
        let position = views.position(|view| view.name.as_str().eq_ignore_ascii_case(name))?;
        let name = &self.schema.views[position].name;
        Some(match self.found(position) {
            Some(Ok(rows)) => Ok((name, rows)),
            Some(Err(_)) => Err(ExprError::unsupported(format!(
                "the view '{name}', which is refused itself"
            ))),
            None => {
                self.wanted.set(Some(position));
                Err(ExprError::unsupported(format!(
                    "the view '{name}' within itself, or in more than {MAX_DEPTH} views"
                )))
            }
        })
    }

    fn found(&self, position: usize) -> Option<Resolved> {
        self.done.borrow().get(position).cloned().flatten()
    }

    fn resolved(&self, position: usize) -> Resolved {
        let mut open = vec![position];
        while let Some(&top) = open.last() {
            if self.found(top).is_none() {
                let translated = self.translated(top);
                match self.wanted.take().filter(|wanted| !open.contains(wanted)) {
                    Some(wanted) if open.len() < MAX_DEPTH => {
                        open.push(wanted);
                        continue;
                    }
                    _ => self.keep(top, translated),
                }
            }
            open.pop();
        }
        self.found(position).unwrap_or_else(|| {
            Err(Refused {
                message: "there is no such view".to_owned(),
                at: 0,
            })
        })
    }

    fn translated(&self, position: usize) -> Resolved {
        let view = &self.schema.views[position];
        query::translate(self, &view.query, &view.columns)
            .map(Rc::new)
            .map_err(|(error, at)| Refused {
                message: format!("view {}: {}", view.name, said(&error)),
                at,
            })
    }

    fn keep(&self, position: usize, translated: Resolved) {
        if let Some(place) = self.done.borrow_mut().get_mut(position) {
            *place = Some(translated);
        }
    }
}

fn said(error: &ExprError) -> String {
    match error {
        ExprError::Syntax { message } => format!("the query cannot be read: {message}"),
        ExprError::UnknownColumn { name } => {
            format!("no table that the query reads from has the column '{name}'")
        }
        ExprError::NotSupported { what } => {
            format!("not supported in a view: {what}; write the query without it, or leave the view out")
        }
        ExprError::Value { .. } => error.to_string(),
    }
}
