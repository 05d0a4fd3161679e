//! Transactions that write: what they did goes to the log, and what failed is found.

use std::cell::Cell;

use crate::error::{Place, ShardError, Violation};
use crate::explain::Watch;
use crate::op::OpInfo;
use crate::port::{HostText, Sql, SqlError};
use crate::run::RunError;
use crate::shard::{Loaded, Replied, Shard, explained, ran};
use crate::wire::{Answer, Claim, Demand, ImportBatch, Reply, Step, Transaction, Work};
use crate::{catalog, idempotency, import, run, violation};

impl<S: Sql> Shard<S> {
    /// Does a transaction on its terms; an answer that is kept by its key comes before all else.
    pub(crate) fn transact(&self, transaction: &Transaction) -> Result<Replied<S::Text>, ShardError> {
        self.transact_watched(transaction, None)
    }

    /// The same, where somebody may watch what is run.
    pub(crate) fn transact_watched(
        &self,
        transaction: &Transaction,
        watch: Option<&Watch<'_, S>>,
    ) -> Result<Replied<S::Text>, ShardError> {
        self.load()?;
        if let Some(claim) = &transaction.claim
            && let Some(kept) = idempotency::recall(&self.sql, claim)?
        {
            return Ok(kept);
        }
        let loaded = self.at(transaction.catalog)?;
        let undone = Cell::new(None);
        let end = |(reply, text): Replied<S::Text>| {
            if transaction.rollback {
                // As nothing is changed, the version is the one before.
                let version = self.version.get();
                undone.set(Some((Reply { version, ..reply }, text)));
                return Err(ShardError::RolledBack);
            }
            if let Some(claim) = &transaction.claim {
                idempotency::keep(&self.sql, claim, &reply, text.as_ref())?;
            }
            Ok((reply, text))
        };
        let done = match &transaction.work {
            Work::Run(step) => self.step(&loaded, step, watch, end),
            Work::Import(batches) => self.import(&loaded, batches, end),
            Work::Batch(operations) => self.batch(&loaded, operations, end),
        };
        undone.take().map_or(done, Ok)
    }

    /// The answer that is kept by a key.
    pub(crate) fn recall(&self, claim: &Claim) -> Result<Replied<S::Text>, ShardError> {
        self.load()?;
        Ok(idempotency::recall(&self.sql, claim)?.unwrap_or_else(|| self.reply(Answer::Done(false))))
    }

    fn step(
        &self,
        loaded: &Loaded,
        step: &Step,
        watch: Option<&Watch<'_, S>>,
        end: impl FnOnce(Replied<S::Text>) -> Result<Replied<S::Text>, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        let program = loaded.program(&step.shape)?;
        let runner = self.runner(loaded, &step.values);
        let work = |last| {
            let answer = match watch {
                None => runner.run(&program, last)?,
                Some(watch) => watch.run(&program, &runner, last)?,
            };
            met(step.demand, &answer)?;
            Ok(answer)
        };
        let locate = |found: &Violation| runner.referring_nowhere(&loaded.schema, &program, found);
        self.write(loaded, &work, &locate, |answer, version| {
            end(ran(answer, version))
        })
    }

    fn import(
        &self,
        loaded: &Loaded,
        batches: &[ImportBatch],
        end: impl FnOnce(Replied<S::Text>) -> Result<Replied<S::Text>, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        let replied = import::run(&self.sql, loaded, batches, self.version.get(), |rows, version| {
            let reply = Reply {
                version,
                cost: (0, 0),
                answer: Answer::Imported(rows),
            };
            end((reply, None))
        })?;
        self.version.set(replied.0.version);
        Ok(replied)
    }

    /// Does what writes, to its end or that of a part, and its entry in the log, in one transaction. `end` still runs inside of it.
    /// `locate` finds the row behind a foreign key that does not hold.
    pub(crate) fn write<A>(
        &self,
        loaded: &Loaded,
        work: &impl Fn(Option<usize>) -> Result<A, RunError>,
        locate: &impl Fn(&Violation) -> Result<Option<u32>, ShardError>,
        end: impl FnOnce(A, u64) -> Result<Replied<S::Text>, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        let failed = Cell::new(None);
        let done = self.sql.transaction(|| {
            let answer = work(None).map_err(|error| noted(loaded, error, &failed))?;
            let version = catalog::seal_transaction(&self.sql, self.version.get())?;
            end(answer, version)
        });
        if let (Some(failed), Err(error)) = (failed.take(), &done) {
            return Err(self.found_out(loaded, work, locate, failed, error)?);
        }
        let replied = done?;
        self.version.set(replied.0.version);
        Ok(replied)
    }

    /// The error of what was rolled back, with what SQLite does not say: which foreign key does not hold, and which row of
    /// nested writes was refused.
    fn found_out<A>(
        &self,
        loaded: &Loaded,
        work: &impl Fn(Option<usize>) -> Result<A, RunError>,
        locate: &impl Fn(&Violation) -> Result<Option<u32>, ShardError>,
        failed: Failed,
        error: &ShardError,
    ) -> Result<ShardError, ShardError> {
        loaded
            .only_to
            .set(failed.place.map(|place| (place.part, place.step)));
        let found = self.find_cause(loaded, work, locate, failed, error);
        loaded.only_to.set(None);
        found
    }

    fn find_cause<A>(
        &self,
        loaded: &Loaded,
        work: &impl Fn(Option<usize>) -> Result<A, RunError>,
        locate: &impl Fn(&Violation) -> Result<Option<u32>, ShardError>,
        failed: Failed,
        error: &ShardError,
    ) -> Result<ShardError, ShardError> {
        let error = if failed.foreign_key {
            self.find_broken_key(loaded, work, locate, failed.part)?
        } else {
            error.clone()
        };
        Ok(match failed.place {
            None => error,
            Some(place) => {
                let row = self.find_row(work, place.part)?;
                ShardError::Nested(Place { row, ..place }, Box::new(error))
            }
        })
    }

    /// The row of nested writes that fails: the same again with the rows of that step one by one.
    fn find_row<A>(
        &self,
        work: &impl Fn(Option<usize>) -> Result<A, RunError>,
        part: usize,
    ) -> Result<Option<usize>, ShardError> {
        let row = Cell::new(None);
        let undone = self.sql.transaction(|| -> Result<(), ShardError> {
            match work(Some(part)) {
                Err(RunError::Sql { place, .. }) => row.set(place.and_then(|place| place.row)),
                Err(RunError::Shard(error)) => return Err(error),
                Ok(_) => {}
            }
            Err(ShardError::RolledBack)
        });
        match undone {
            Ok(()) | Err(ShardError::RolledBack) => Ok(row.get()),
            Err(error) => Err(error),
        }
    }

    /// SQLite does not say which key: the same again with all keys checked at the end, which is never reached.
    fn find_broken_key<A>(
        &self,
        loaded: &Loaded,
        work: &impl Fn(Option<usize>) -> Result<A, RunError>,
        locate: &impl Fn(&Violation) -> Result<Option<u32>, ShardError>,
        part: usize,
    ) -> Result<ShardError, ShardError> {
        let found = self.sql.deferring(|| -> Result<(), ShardError> {
            // What comes behind may break rules of its own, which are not what failed, or mend this one.
            work(Some(part)).map_err(|error| explained(&loaded.schema, error))?;
            let broken = violation::broken_foreign_key(&self.sql, &loaded.schema, |_| true)?;
            let Some((violation, _)) = broken else {
                return Err(ShardError::Internal(
                    "a foreign key failed, but none is broken".to_owned(),
                ));
            };
            let mut violation = Violation { part, ..violation };
            violation.row = locate(&violation)?;
            Err(ShardError::Constraint(violation))
        });
        found.map_or_else(Ok, |()| {
            Err(ShardError::Internal("a failed write went through".to_owned()))
        })
    }
}

/// Where SQLite refused a write.
#[derive(Debug, Clone, Copy)]
struct Failed {
    part: usize,
    /// In nested writes.
    place: Option<Place>,
    /// Whether a foreign key does not hold.
    foreign_key: bool,
}

fn noted(loaded: &Loaded, error: RunError, failed: &Cell<Option<Failed>>) -> ShardError {
    if let RunError::Sql {
        part,
        place,
        error: SqlError(text),
        ..
    } = &error
    {
        let foreign_key = text.contains(violation::FOREIGN_KEY);
        if foreign_key || place.is_some() {
            failed.set(Some(Failed {
                part: *part,
                place: *place,
                foreign_key,
            }));
        }
    }
    explained(&loaded.schema, error)
}

/// Checks what must hold of a run's first operation.
pub(crate) fn met<T: HostText>(demand: Option<Demand>, answer: &run::Answer<T>) -> Result<(), RunError> {
    let Some(Demand { least, most, all }) = demand else {
        return Ok(());
    };
    match answer.infos.first() {
        Some(OpInfo { rows, .. }) if !(least..=most).contains(rows) => {
            Err(RunError::Shard(ShardError::Unmet(*rows)))
        }
        Some(OpInfo {
            total: Some(total), ..
        }) if *total < all => Err(RunError::Shard(ShardError::Unmet(*total))),
        _ => Ok(()),
    }
}
