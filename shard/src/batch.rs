//! Runs the operations of a batch one after the other, with what earlier ones answered in the place of what refers to it.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use schema::stored::{Stored, Value};
use serde_json::Value as Json;

use crate::compile::Program;
use crate::error::{ShardError, Violation};
use crate::layout::{ColumnLayout, Layout};
use crate::op::later::{
    Asked, Later, LaterFilter, Member, OPEN, Planner, Reference, Said, Unresolved, Wrapped, find,
};
use crate::op::{Filter, Slot};
use crate::port::{Cost, HostText, Sql};
use crate::run::{self, RunError};
use crate::shard::{Loaded, Replied, Shard};
use crate::transact::met;
use crate::wire::{Answer, Answered, Operation, Reply};

impl<S: Sql> Shard<S> {
    /// Does all operations of a batch, or none.
    pub(crate) fn batch(
        &self,
        loaded: &Loaded,
        operations: &[Operation],
        end: impl FnOnce(Replied<S::Text>) -> Result<Replied<S::Text>, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        let mut programs = Vec::with_capacity(operations.len());
        for (position, operation) in operations.iter().enumerate() {
            let program = if operation.later.filters.is_empty() {
                Some(loaded.program(&operation.step.shape))
            } else {
                None
            };
            let program = program.transpose();
            programs.push(program.map_err(|error| ShardError::Batch(position, Box::new(error)))?);
        }
        let batch = Batch {
            shard: self,
            loaded,
            operations,
            programs,
            at: Cell::new(None),
            nowhere: Cell::new(None),
            failed: RefCell::new(None),
        };
        let done = self.write(
            loaded,
            &|last| batch.run(last),
            &|found| batch.referring_nowhere(found),
            |answers, version| {
                batch.at.set(None);
                end(answers.reply(version))
            },
        );
        done.map_err(|error| match batch.at.get() {
            Some(position) => ShardError::Batch(position, Box::new(error)),
            None => error,
        })
    }
}

/// A batch in progress.
struct Batch<'a, S: Sql> {
    shard: &'a Shard<S>,
    loaded: &'a Loaded,
    operations: &'a [Operation],
    /// None of those that are compiled once earlier ones have answered.
    programs: Vec<Option<Rc<Program>>>,
    /// The operation that is being done; none behind the last.
    at: Cell<Option<usize>>,
    /// [`crate::run::Runner::only_to`] of operations that did not fail.
    nowhere: Cell<Option<(usize, usize)>>,
    /// What is done and bound by the operation that failed.
    failed: RefCell<Option<(Rc<Program>, Vec<Value>)>>,
}

impl<S: Sql> Batch<'_, S> {
    /// Does the operations. With `last`, what failed is looked for: up to that part of the operation that failed before.
    fn run(&self, last: Option<usize>) -> Result<Answers<S::Text>, RunError> {
        let failed = last.and(self.at.get());
        let start = self.shard.sql.clock();
        let mut answers = Answers::default();
        for (position, (operation, program)) in self.operations.iter().zip(&self.programs).enumerate() {
            self.at.set(Some(position));
            let (program, values) = answers
                .ready(self, operation, program.as_ref())
                .map_err(RunError::Shard)?;
            let is_failed = failed == Some(position);
            let mut runner = self.shard.runner(self.loaded, &values);
            if failed.is_some() && !is_failed {
                runner.only_to = &self.nowhere;
            }
            if position > 0 {
                runner.check_time(start)?;
            }
            let answer = runner.run(&program, last.filter(|_| is_failed))?;
            if is_failed {
                self.failed.replace(Some((program, values.into_owned())));
                break;
            }
            met(operation.step.demand, &answer)?;
            answers.push(answer);
        }
        Ok(answers)
    }

    /// The row that is behind a foreign key which does not hold. The operation that failed is done.
    fn referring_nowhere(&self, found: &Violation) -> Result<Option<u32>, ShardError> {
        let failed = self.failed.borrow();
        let Some((program, values)) = failed.as_ref() else {
            return Ok(None);
        };
        let runner = self.shard.runner(self.loaded, values);
        runner.referring_nowhere(&self.loaded.schema, program, found)
    }
}

/// What the operations answered so far.
struct Answers<T> {
    all: Vec<Given<T>>,
    cost: Cost,
}

/// What one operation answered.
struct Given<T> {
    answer: run::Answer<T>,
    /// Read where it is referred to.
    json: OnceCell<Json>,
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            cost: Cost::default(),
        }
    }
}

impl<T: HostText> Answers<T> {
    fn push(&mut self, answer: run::Answer<T>) {
        self.cost += answer.cost;
        self.all.push(Given {
            answer,
            json: OnceCell::new(),
        });
    }

    /// All of them: their texts as one.
    fn reply(self, version: u64) -> Replied<T> {
        let Cost { read, written } = self.cost;
        let mut texts = Vec::with_capacity(self.all.len());
        let mut answers = Vec::with_capacity(self.all.len());
        for given in self.all {
            answers.push(Answered {
                infos: given.answer.infos,
                length: given.answer.text.to_text().len() as u64,
            });
            texts.push(given.answer.text);
        }
        let reply = Reply {
            version,
            cost: (read, written),
            answer: Answer::Batch(answers),
        };
        (reply, Some(T::concat(&texts)))
    }

    /// What is done and bound by an operation, with what was not known before.
    fn ready<'o, S: Sql>(
        &self,
        batch: &Batch<'_, S>,
        operation: &'o Operation,
        program: Option<&Rc<Program>>,
    ) -> Result<(Rc<Program>, Cow<'o, [Value]>), ShardError> {
        let layout = &batch.loaded.layout;
        let mut values = self.values(layout, operation)?;
        if let Some(program) = program {
            return Ok((Rc::clone(program), values));
        }
        let mut settled = Vec::with_capacity(operation.later.filters.len());
        for slot in &operation.later.filters {
            let filter = self.filter(layout, batch.shard.planner, *slot, values.to_mut())?;
            settled.push((*slot, filter));
        }
        Ok((batch.loaded.settled(&operation.step.shape, settled)?, values))
    }

    /// What a later condition comes to. Its values are added.
    fn filter(
        &self,
        layout: &Layout,
        planner: Option<Planner>,
        slot: Slot,
        values: &mut Vec<Value>,
    ) -> Result<Filter, ShardError> {
        let asked = match values.get(usize::from(slot.0)) {
            Some(Value::Text(text)) => serde_json::from_str::<LaterFilter>(text).ok(),
            _ => None,
        };
        let (Some(LaterFilter { operands, words }), Some(planner)) = (asked, planner) else {
            return Err(ShardError::Internal(
                "a later condition that nothing plans".to_owned(),
            ));
        };
        let column = column(layout, &operands)?;
        let asked = Asked {
            table: operands.table,
            column: operands.column,
            field: &operands.field,
            stored: &column.stored,
            words: &words,
            operands: self.resolved(&operands, template(&operands)?)?,
        };
        planner(asked, values).map_err(|why| {
            // The operands are a list, which its user did not write.
            let list = &operands.json;
            let shown = list.strip_prefix('[').and_then(|list| list.strip_suffix(']'));
            unresolved(&operands, shown.unwrap_or(list), Unresolved::Value(why))
        })
    }

    /// The values of an operation, with those that were not known before.
    fn values<'o>(&self, layout: &Layout, operation: &'o Operation) -> Result<Cow<'o, [Value]>, ShardError> {
        let mut values = Cow::Borrowed(operation.step.values.as_slice());
        for slot in &operation.later.values {
            if let Some(value) = values.to_mut().get_mut(usize::from(slot.0))
                && let Value::Text(text) = value
            {
                *value = self.filled(layout, text)?;
            }
        }
        Ok(values)
    }

    /// A later value, or rows or a list with such values in their places.
    fn filled(&self, layout: &Layout, text: &str) -> Result<Value, ShardError> {
        if text.starts_with(OPEN) {
            let (later, _) = first(text)?;
            return self.value(layout, &later);
        }
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(start) = find(rest) {
            let (later, length) = first(&rest[start..])?;
            filled.push_str(&rest[..start]);
            Stored::to_bulk_json(&self.value(layout, &later)?, &mut filled);
            rest = &rest[start + length..];
        }
        filled.push_str(rest);
        Ok(Value::Text(filled))
    }

    fn value(&self, layout: &Layout, later: &Later) -> Result<Value, ShardError> {
        let column = column(layout, later)?;
        let refused = |why| unresolved(later, &later.json, why);
        let json = self.resolved(later, template(later)?)?;
        if json.is_null() && !later.nullable {
            return Err(refused(Unresolved::Null));
        }
        column
            .stored
            .encode(&json)
            .or_else(|error| match plain(&json) {
                // As in a URL, whatever kind of JSON it is.
                Some(text) => column.stored.from_text(&text).map_err(|_| error),
                None => Err(error),
            })
            .map_err(|error| refused(Unresolved::Value(error.to_string())))
    }

    /// A JSON value with what its references stand for.
    fn resolved(&self, later: &Later, template: Json) -> Result<Json, ShardError> {
        Ok(match template {
            Json::String(text) => match Said::of(&text) {
                Said::Text(literal) => Json::String(literal.to_owned()),
                Said::Reference(reference) => self
                    .at(&reference)
                    .map_err(|why| unresolved(later, &text, why))?
                    .clone(),
                Said::Neither => return Err(unresolved(later, &text, Unresolved::Nothing)),
            },
            Json::Array(items) => items
                .into_iter()
                .map(|item| self.resolved(later, item))
                .collect::<Result<_, _>>()
                .map(Json::Array)?,
            Json::Object(members) => members
                .into_iter()
                .map(|(name, member)| Ok((name, self.resolved(later, member)?)))
                .collect::<Result<_, ShardError>>()
                .map(Json::Object)?,
            other => other,
        })
    }

    /// What stands at a place.
    fn at(&self, reference: &Reference) -> Result<&Json, Unresolved> {
        let given = self.all.get(reference.operation).ok_or(Unresolved::Nothing)?;
        let read = || serde_json::from_str(&given.answer.text.to_text()).unwrap_or_default();
        let mut value = given.json.get_or_init(read);
        for member in &reference.path {
            value = match (member, value) {
                (Member::Element(element), Json::Array(items)) => items.get(*element),
                (Member::Name(name), Json::Object(members)) => members.get(name),
                (Member::Name(name), Json::Array(items)) => match items.as_slice() {
                    [only] => only.get(name),
                    several => return Err(Unresolved::Rows(several.len() as u64)),
                },
                _ => None,
            }
            .ok_or(Unresolved::Nothing)?;
        }
        Ok(value)
    }
}

fn column<'l>(layout: &'l Layout, later: &Later) -> Result<&'l ColumnLayout, ShardError> {
    layout
        .table(later.table)
        .and_then(|table| table.column(later.column))
        .ok_or_else(|| ShardError::Internal("a later value of no column".to_owned()))
}

fn template(later: &Later) -> Result<Json, ShardError> {
    serde_json::from_str(&later.json)
        .map_err(|_| ShardError::Internal("a later value that is no JSON".to_owned()))
}

/// The later value that a text starts with, and its length there.
fn first(text: &str) -> Result<(Later, usize), ShardError> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Wrapped>();
    match values.next() {
        Some(Ok(wrapped)) => Ok((wrapped.later, values.byte_offset())),
        _ => Err(ShardError::Internal(
            "a later value that cannot be read".to_owned(),
        )),
    }
}

fn plain(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

fn unresolved(later: &Later, reference: &str, why: Unresolved) -> ShardError {
    ShardError::Unresolved {
        field: later.field.clone(),
        reference: reference.to_owned(),
        why,
    }
}
