//! Places in a request, as messages spell them: `objects[0].reviewCollection.create[2]`.

use std::fmt;
use std::rc::Rc;

use shard::error::{Place, ShardError};

use crate::error::ApiError;

/// A place in a request.
#[derive(Debug, Clone)]
pub struct Path(Rc<Step>);

#[derive(Debug)]
enum Step {
    Root(String),
    Member(Path, String),
    Item(Path, usize),
}

impl Path {
    /// An argument, or nothing for the body itself.
    pub fn root(name: &str) -> Self {
        Self(Rc::new(Step::Root(name.to_owned())))
    }

    /// A member of the object there.
    #[must_use]
    pub fn member(&self, name: &str) -> Self {
        Self(Rc::new(Step::Member(self.clone(), name.to_owned())))
    }

    /// An item of the list there.
    #[must_use]
    pub fn item(&self, position: usize) -> Self {
        Self(Rc::new(Step::Item(self.clone(), position)))
    }

    /// Another member of the object that this is a member of.
    #[must_use]
    pub fn sibling(&self, name: &str) -> Self {
        match &*self.0 {
            Step::Member(parent, _) => parent.member(name),
            _ => self.member(name),
        }
    }

    /// Whether it is the body itself.
    fn is_empty(&self) -> bool {
        matches!(&*self.0, Step::Root(name) if name.is_empty())
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Step::Root(name) => f.write_str(name),
            Step::Member(parent, name) if parent.is_empty() => f.write_str(name),
            Step::Member(parent, name) => write!(f, "{parent}.{name}"),
            Step::Item(parent, position) => write!(f, "{parent}[{position}]"),
        }
    }
}

/// Where the rows of each step stand in the request.
#[derive(Debug, Clone, Default)]
pub struct Places {
    steps: Vec<StepPlaces>,
}

/// The rows of one step.
#[derive(Debug, Clone)]
pub(super) struct StepPlaces {
    /// The table's name, as errors show it.
    pub(super) table: String,
    /// Where each row stands.
    pub(super) paths: Vec<Path>,
}

impl Places {
    pub(super) const fn new(steps: Vec<StepPlaces>) -> Self {
        Self { steps }
    }

    /// The public error behind a shard's, with the place that it is about where that is in nested writes.
    pub fn explain(places: Option<&Self>, error: ShardError) -> ApiError {
        match (places, error) {
            (Some(places), ShardError::Nested(place, error)) => places.located(&place, (*error).into()),
            (_, error) => error.into(),
        }
    }

    fn located(&self, place: &Place, error: ApiError) -> ApiError {
        let Some(path) = self.path(place) else {
            return error;
        };
        let fields = error.details.get("fields").and_then(|fields| fields.as_array());
        let table = error.details.get("table").and_then(|table| table.as_str());
        let own = self.steps.get(place.step).map(|step| step.table.as_str());
        let path = match fields.map(Vec::as_slice) {
            // The key of a row that still refers to this one is not a field of it.
            Some([only]) if table == own => path.member(only.as_str().unwrap_or_default()),
            _ => path.clone(),
        };
        let message = format!("{path}: {}", error.message);
        let error = ApiError { message, ..error };
        error.with("argument", path.to_string())
    }

    /// Where a row stands. A step may be done for several rows that are changed alike, which are one in the request.
    fn path(&self, place: &Place) -> Option<&Path> {
        let rows = &self.steps.get(place.step)?.paths;
        match place.row {
            Some(row) => rows.get(row.checked_rem(rows.len())?),
            None if rows.len() == 1 => rows.first(),
            None => None,
        }
    }
}
