//! What the views of a declaration are: their columns, their keys, and their queries as SQL over the stored forms.

use std::cell::RefCell;
use std::rc::Rc;

use crate::expr::ExprError;
use crate::expr::query::{self, QueryColumn};
use crate::{ColumnId, Ident, Schema};

/// The deepest nesting of views in views.
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

/// Every view that cannot be taken, by its position.
pub(crate) fn refused(schema: &Schema) -> Vec<(usize, Refused)> {
    let views = Views::of(schema);
    (0..schema.views.len())
        .filter_map(|position| Some((position, views.resolved(position).err()?)))
        .collect()
}

/// The views of a declaration, each translated when it is first read from.
#[derive(Debug)]
pub(crate) struct Views<'s> {
    pub(crate) schema: &'s Schema,
    states: RefCell<Vec<State>>,
    depth: std::cell::Cell<usize>,
}

#[derive(Debug, Clone)]
enum State {
    Untouched,
    Open,
    Done(Result<Rc<ViewRows>, Refused>),
}

impl<'s> Views<'s> {
    fn of(schema: &'s Schema) -> Self {
        Self {
            schema,
            states: RefCell::new(vec![State::Untouched; schema.views.len()]),
            depth: std::cell::Cell::new(0),
        }
    }

    /// The view of that name, for a query that reads from it.
    pub(crate) fn named(&self, name: &str) -> Option<Result<(&'s Ident, Rc<ViewRows>), ExprError>> {
        let mut views = self.schema.views.iter();
        let position = views.position(|view| view.name.as_str().eq_ignore_ascii_case(name))?;
        let name = &self.schema.views[position].name;
        let found = match self.states.borrow().get(position) {
            Some(State::Open) => Err(ExprError::unsupported(format!("the view '{name}' within itself"))),
            _ if self.depth.get() >= MAX_DEPTH => Err(ExprError::unsupported(format!(
                "views nested deeper than {MAX_DEPTH}"
            ))),
            _ => Ok(()),
        };
        Some(found.and_then(|()| {
            let rows = self
                .resolved(position)
                .map_err(|_| ExprError::unsupported(format!("the view '{name}', which is refused itself")))?;
            Ok((name, rows))
        }))
    }

    fn resolved(&self, position: usize) -> Result<Rc<ViewRows>, Refused> {
        if let Some(State::Done(done)) = self.states.borrow().get(position) {
            return done.clone();
        }
        self.set(position, State::Open);
        self.depth.set(self.depth.get() + 1);
        let view = &self.schema.views[position];
        let done = query::translate(self, &view.query, &view.columns)
            .map(Rc::new)
            .map_err(|(error, at)| Refused {
                message: format!("view {}: {}", view.name, said(&error)),
                at,
            });
        self.depth.set(self.depth.get() - 1);
        self.set(position, State::Done(done.clone()));
        done
    }

    fn set(&self, position: usize, state: State) {
        if let Some(place) = self.states.borrow_mut().get_mut(position) {
            *place = state;
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
