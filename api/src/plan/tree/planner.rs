//! Collects the steps of a tree.

use codegen::{ApiColumn, ApiModel, ApiTable, Relation};
use schema::stored::Value;
use schema::{ColumnId, TableId};
use shard::op::tree::{Action, Kept, Keys, Made, Select, Step, Tree};
use shard::op::{Filter, Returning, Slot};

use super::new::Adding;
use super::path::StepPlaces;
use super::{Path, Places, Row};
use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::conflict::Asked;
use crate::plan::limits::{Limits, beyond};
use crate::plan::rows::{self, Cell};
use crate::rest::etag;

/// The most steps of one tree.
const MOST_STEPS: usize = 1_000;

/// Plans one tree of writes.
#[derive(Debug)]
pub struct Planner<'a, 'b> {
    pub(super) model: &'a ApiModel,
    pub(super) binder: &'b mut Binder,
    limits: &'b Limits,
    steps: Vec<Draft>,
    rows: usize,
    /// The step that found the rows whose state the request has named already.
    guarded: Option<u16>,
    /// What is added to numbers of these rows, with the column in the form of what is added.
    pub(super) add: Vec<(ApiColumn, Value)>,
}

/// A step whose later steps may still ask for more of its rows.
#[derive(Debug)]
struct Draft {
    within: Option<u16>,
    table: TableId,
    action: Action,
    rows: Slot,
    returns: Vec<Kept>,
    places: StepPlaces,
}

/// A row that a step makes or finds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    pub(super) step: u16,
    pub(super) row: u32,
}

/// Rows of a step: where each stands, and the text of its elements.
#[derive(Debug, Default)]
pub(super) struct StepRows {
    paths: Vec<Path>,
    text: String,
}

/// A value of a row of a step, with its column where the value is a client's.
pub(super) type Element<'a> = (Option<&'a ApiColumn>, Cell<'a>);

/// Which rows a change is for.
#[derive(Debug, Default)]
pub struct Found {
    /// What holds for them.
    pub filter: Option<Filter>,
    /// The most that they may be.
    pub at_most: Option<Slot>,
    /// What is added to numbers of theirs, with the column in the form of what is added.
    pub add: Vec<(ApiColumn, Value)>,
}

impl<'a, 'b> Planner<'a, 'b> {
    /// Nothing is planned yet.
    pub fn new(model: &'a ApiModel, limits: &'b Limits, binder: &'b mut Binder) -> Self {
        Self {
            model,
            binder,
            limits,
            steps: Vec::new(),
            rows: 0,
            guarded: None,
            add: Vec::new(),
        }
    }

    /// Plans rows to add, and what becomes of those whose key is taken; with it, what the key is called in messages.
    pub fn insert(
        mut self,
        table: &'a ApiTable,
        rows: Vec<Row<'a>>,
        (asked, word): (Option<Asked>, &str),
        returning: Returning,
    ) -> Result<(Tree, Places), ApiError> {
        let adding = Adding {
            within: None,
            asked,
            always: &[],
            word,
        };
        let added = self.add(table, rows, &adding)?;
        // A step that passes rows over answers fewer than it finds.
        let step = added.written;
        Ok(self.finish(table, Keys::Step(step), returning))
    }

    /// Plans a change of the rows that a filter finds.
    pub fn update(
        mut self,
        table: &'a ApiTable,
        found: Found,
        set: Row<'a>,
        returning: Returning,
    ) -> Result<(Tree, Places), ApiError> {
        let mut rows = StepRows::default();
        rows.push(&Path::root("filter"), &[])?;
        let select = Select {
            join: Vec::new(),
            filter: found.filter,
            at_most: found.at_most,
            required: false,
        };
        let select = self.select(None, table, select, rows)?;
        self.guarded = Some(select);
        self.add = found.add;
        let values = self.change(select, table, set)?;
        let mut keys = StepRows::default();
        let key = self.key_cells(select, table, &values);
        keys.push(&Path::root(""), &key)?;
        let slot = self.binder.rows(format!("[{}]", keys.text))?;
        Ok(self.finish(table, Keys::Rows(select, slot), returning))
    }

    fn finish(self, table: &ApiTable, keys: Keys, returning: Returning) -> (Tree, Places) {
        let (steps, places) = self
            .steps
            .into_iter()
            .map(|draft| {
                let step = Step {
                    within: draft.within,
                    table: draft.table,
                    action: draft.action,
                    rows: draft.rows,
                    returns: draft.returns,
                };
                (step, draft.places)
            })
            .unzip();
        let tree = Tree {
            steps,
            table: table.id,
            keys,
            returning,
        };
        (tree, Places::new(places))
    }

    /// Adds a step that keeps nothing yet.
    pub(super) fn step(
        &mut self,
        within: Option<u16>,
        table: &ApiTable,
        action: Action,
        rows: StepRows,
    ) -> Result<u16, ApiError> {
        self.check_state(within, table, &action)?;
        if self.steps.len() >= MOST_STEPS {
            return Err(beyond(
                self.steps.len() + 1,
                MOST_STEPS,
                format!("nested writes come to more than {MOST_STEPS} statements: send them in parts"),
            ));
        }
        let position = u16::try_from(self.steps.len()).unwrap_or(u16::MAX);
        let places = StepPlaces {
            table: table.names.rest.clone(),
            paths: rows.paths,
        };
        let rows = self.binder.rows(format!("[{}]", rows.text))?;
        self.steps.push(Draft {
            within,
            table: table.id,
            action,
            rows,
            returns: Vec::new(),
            places,
        });
        Ok(position)
    }

    /// Refuses to change rows whose state nobody named, where their table asks for that.
    fn check_state(&self, within: Option<u16>, table: &ApiTable, action: &Action) -> Result<(), ApiError> {
        let changes = match action {
            Action::Insert { conflict, .. } => conflict
                .as_ref()
                .is_some_and(|conflict| !conflict.update.is_empty()),
            Action::Find(_) | Action::Select(_) => false,
            Action::Update(_) | Action::Add { .. } | Action::Delete(_) => true,
        };
        let named = || {
            let found = within.filter(|step| self.guarded == Some(*step));
            found.is_some_and(|step| self.steps[usize::from(step)].table == table.id)
        };
        if table.require_if_match && changes && !named() {
            return Err(etag::required(&table.names.rest));
        }
        Ok(())
    }

    /// Whether a step found the rows that the request is about.
    pub(super) fn is_guarded(&self, select: u16) -> bool {
        self.guarded == Some(select)
    }

    /// Adds a step that finds rows, and keeps their key.
    pub(super) fn select(
        &mut self,
        within: Option<u16>,
        table: &ApiTable,
        select: Select,
        rows: StepRows,
    ) -> Result<u16, ApiError> {
        let step = self.step(within, table, Action::Select(select), rows)?;
        for by in key_of(table) {
            self.element(step, by);
        }
        Ok(step)
    }

    /// Counts rows against the limit.
    pub(super) fn count(&mut self, rows: usize) -> Result<(), ApiError> {
        self.rows += rows;
        let most = self.limits.max_inserted.saturating_mul(5);
        if self.rows <= most {
            return Ok(());
        }
        Err(beyond(
            self.rows,
            most,
            format!("one write takes at most {most} rows with those that are nested: send them in parts"),
        ))
    }

    /// Which element of a step's rows holds a column.
    pub(super) fn element(&mut self, step: u16, by: Kept) -> u16 {
        let returns = &mut self.steps[usize::from(step)].returns;
        let position = returns.iter().position(|kept| *kept == by).unwrap_or_else(|| {
            returns.push(by);
            returns.len() - 1
        });
        u16::try_from(position).unwrap_or(u16::MAX)
    }

    /// What a row of a step holds in a column.
    pub(super) fn made(&mut self, source: Source, by: Kept) -> Cell<'a> {
        let element = self.element(source.step, by);
        Cell::Made(Made {
            step: source.step,
            row: source.row,
            element,
        })
    }

    /// The key of the rows that a step found, as it is once they are set to those values.
    pub(super) fn key_cells(
        &mut self,
        select: u16,
        table: &'a ApiTable,
        values: &[(ColumnId, Cell<'a>)],
    ) -> Vec<Element<'a>> {
        let source = Source { step: select, row: 0 };
        let mut cells = Vec::with_capacity(table.key.len().max(1));
        for by in key_of(table) {
            let set = values
                .iter()
                .find(|(id, _)| by == Kept::Column(*id))
                .map(|(_, cell)| cell.clone());
            cells.push(match (set, by) {
                (Some(cell), Kept::Column(id)) => (table.column(id), cell),
                _ => (None, self.made(source, by)),
            });
        }
        cells
    }

    pub(super) fn target(&self, relation: &Relation) -> Result<&'a ApiTable, ApiError> {
        self.model
            .table(relation.target)
            .ok_or_else(|| ApiError::new(Code::Internal, "a relation leads to a table that is not there"))
    }
}

impl StepRows {
    /// Adds a row that stands there.
    pub(super) fn push(&mut self, path: &Path, elements: &[Element<'_>]) -> Result<(), ApiError> {
        let mut text = String::from("[");
        for (position, (column, cell)) in elements.iter().enumerate() {
            if position > 0 {
                text.push(',');
            }
            rows::write_cell(*column, cell, &mut text).map_err(|error| located(error, path))?;
        }
        text.push(']');
        self.push_text(path, &text);
        Ok(())
    }

    /// Adds a row that is written already.
    pub(super) fn push_text(&mut self, path: &Path, row: &str) {
        if !self.paths.is_empty() {
            self.text.push(',');
        }
        self.text.push_str(row);
        self.paths.push(path.clone());
    }
}

/// What names a row of a table.
pub(super) fn key_of(table: &ApiTable) -> Vec<Kept> {
    if table.key.is_empty() {
        vec![Kept::Row]
    } else {
        table.key.iter().copied().map(Kept::Column).collect()
    }
}

/// An error about a row, whose message starts with the field, with the row's place before it.
pub(super) fn located(mut error: ApiError, path: &Path) -> ApiError {
    error.message = match path.to_string() {
        root if root.is_empty() => error.message,
        path => format!("{path}.{}", error.message),
    };
    let field = error.details.get("field").and_then(|field| field.as_str());
    let first = error
        .details
        .get("fields")
        .and_then(|fields| fields.get(0)?.as_str());
    let argument = match field.or(first) {
        Some(field) => path.member(field).to_string(),
        None => path.to_string(),
    };
    error.with("argument", argument)
}

/// An error at a place.
pub(super) fn wrong(path: &Path, what: impl std::fmt::Display) -> ApiError {
    ApiError::new(Code::InvalidValue, format!("{path}: {what}")).with("argument", path.to_string())
}
