//! A run that is watched: the statements that it really made, what is bound to them, and how SQLite goes about them.

use std::cell::{Cell, RefCell};

use schema::stored::Value;
use serde::{Deserialize, Serialize};

use crate::compile::Program;
use crate::error::ShardError;
use crate::port::{Cost, Harvest, Harvested, Sql, SqlError};
use crate::run::{Answer as Ran, RunError, Runner};
use crate::shard::{Replied, Shard, explained, ran};
use crate::wire::{Answer, Reply, Transaction, Work};

/// The most characters that are shown of a bound text.
const SHOWN: usize = 200;

/// A statement that was run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Watched {
    /// For which part of the shape.
    pub part: usize,
    /// The statement.
    pub sql: String,
    /// What was bound to it, in order.
    pub bound: Vec<Bound>,
    /// The steps of SQLite's query plan, each behind the one that it belongs to.
    pub steps: Vec<Step>,
    /// Rows read and written.
    pub cost: (u64, u64),
}

/// What was bound to a parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Bound {
    /// NULL.
    Null,
    /// An integer.
    Int(i64),
    /// A floating point number.
    Real(f64),
    /// A text: its start, and how many characters there are in all.
    Text(String, u64),
    /// A binary string of so many bytes.
    Blob(u64),
    /// The shard's secret.
    Secret,
}

/// A step of SQLite's query plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// How deep it stands.
    pub depth: usize,
    /// What SQLite says of it.
    pub detail: String,
}

/// SQLite, watched. Not the shard's own `Sql`, so that what is not watched pays nothing.
pub(crate) struct Watch<'a, S: Sql> {
    sql: &'a S,
    nonce: &'a str,
    part: Cell<usize>,
    seen: RefCell<Vec<Seen>>,
}

/// A statement as it was run.
struct Seen {
    part: usize,
    sql: String,
    params: Vec<Value>,
    cost: Cost,
}

impl<S: Sql> Watch<'_, S> {
    /// Does a program as that runner would, watched.
    pub(crate) fn run(
        &self,
        program: &Program,
        runner: &Runner<'_, S>,
        last: Option<usize>,
    ) -> Result<Ran<S::Text>, RunError> {
        let runner = Runner {
            sql: self,
            values: runner.values,
            nonce: runner.nonce,
            max_time: runner.max_time,
            only_to: runner.only_to,
        };
        runner.run_noting(program, last, |part| self.part.set(part))
    }

    /// What was seen, with SQLite's plans. Asked for behind the run: a statement between could change what `changes()` says.
    fn finish(self) -> Result<Vec<Watched>, ShardError> {
        let watched = self.seen.into_inner().into_iter().map(|seen| {
            let steps = steps(self.sql, &seen)?;
            let bound = seen.params.iter().map(|value| bound(value, self.nonce));
            Ok(Watched {
                part: seen.part,
                bound: bound.collect(),
                steps,
                cost: (seen.cost.read, seen.cost.written),
                sql: seen.sql,
            })
        });
        watched.collect()
    }
}

impl<S: Sql> Sql for Watch<'_, S> {
    type Text = S::Text;

    fn query(&self, sql: &str, params: &[Value], harvest: Harvest) -> Result<Harvested<S::Text>, SqlError> {
        let found = self.sql.query(sql, params, harvest)?;
        self.seen.borrow_mut().push(Seen {
            part: self.part.get(),
            sql: sql.to_owned(),
            params: params.to_vec(),
            cost: found.cost,
        });
        Ok(found)
    }

    fn execute(&self, sql: &str) -> Result<Cost, SqlError> {
        self.sql.execute(sql)
    }

    fn transaction<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        self.sql.transaction(work)
    }

    fn deferring<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        self.sql.deferring(work)
    }

    fn rows(&self, sql: &str, params: &[Value]) -> Result<Vec<Vec<Value>>, SqlError> {
        self.sql.rows(sql, params)
    }

    fn size(&self) -> Result<u64, SqlError> {
        self.sql.size()
    }

    fn clock(&self) -> u64 {
        self.sql.clock()
    }
}

impl<S: Sql> Shard<S> {
    /// Does a transaction and tells how. A kept answer is answered with nothing to tell, as nothing was run for it.
    pub(crate) fn explain(&self, transaction: &Transaction) -> Result<Replied<S::Text>, ShardError> {
        let watch = Watch {
            sql: &self.sql,
            nonce: &self.nonce,
            part: Cell::new(0),
            seen: RefCell::default(),
        };
        let (reply, text) = match self.read_watched(transaction, &watch)? {
            Some(read) => read,
            None => self.transact_watched(transaction, Some(&watch))?,
        };
        let answer = Answer::Explained {
            answer: Box::new(reply.answer),
            statements: watch.finish()?,
        };
        Ok((Reply { answer, ..reply }, text))
    }

    /// The answer of work that only reads; `None` where it writes.
    fn read_watched(
        &self,
        transaction: &Transaction,
        watch: &Watch<'_, S>,
    ) -> Result<Option<Replied<S::Text>>, ShardError> {
        let Work::Run(step) = &transaction.work else {
            return Ok(None);
        };
        let loaded = self.at(transaction.catalog)?;
        let program = loaded.program(&step.shape)?;
        if program.writes {
            return Ok(None);
        }
        let runner = self.runner(&loaded, &step.values);
        let answer = watch
            .run(&program, &runner, None)
            .map_err(|error| explained(&loaded.schema, error))?;
        Ok(Some(ran(answer, self.version.get())))
    }
}

/// SQLite's plan of a statement; none where the statement with the words before it is too long for the platform.
fn steps<S: Sql>(sql: &S, seen: &Seen) -> Result<Vec<Step>, ShardError> {
    const LONGEST: usize = 100_000;
    let asked = format!("EXPLAIN QUERY PLAN {}", seen.sql);
    if asked.len() > LONGEST {
        return Ok(Vec::new());
    }
    let mut places: Vec<(i64, usize)> = Vec::new();
    let mut steps = Vec::new();
    for row in sql.rows(&asked, &seen.params)? {
        let [Value::Int(id), Value::Int(parent), _, Value::Text(detail)] = row.as_slice() else {
            continue;
        };
        let above = places.iter().rev().find(|(place, _)| place == parent);
        let depth = above.map_or(0, |(_, depth)| depth + 1);
        places.push((*id, depth));
        steps.push(Step {
            depth,
            detail: detail.clone(),
        });
    }
    Ok(steps)
}

fn bound(value: &Value, nonce: &str) -> Bound {
    match value {
        Value::Null => Bound::Null,
        Value::Int(integer) => Bound::Int(*integer),
        Value::Real(real) => Bound::Real(*real),
        Value::Text(text) if text == nonce => Bound::Secret,
        Value::Text(text) => Bound::Text(text.chars().take(SHOWN).collect(), text.chars().count() as u64),
        Value::Blob(bytes) => Bound::Blob(bytes.len() as u64),
    }
}
