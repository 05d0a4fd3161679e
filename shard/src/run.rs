//! Runs a compiled shape inside a transaction, and puts its answer together.

use std::cell::Cell;

use schema::TableId;
use schema::stored::{Value, rewrite, state_of};

use crate::chunk::{chunks, chunks_apart, elements};
use crate::compile::{
    Assembly, Choice, Chunk, CompiledPart, FEW, Gathering, GuardRead, Param, Program, Read, Statement, Write,
};
use crate::error::{Place, ShardError};
use crate::identity::seal;
use crate::op::{Expects, OpInfo, Slot};
use crate::port::{Cost, Harvest, Harvested, HostText, Sql, SqlError};
use crate::tree::TreeRun;

/// What a run answers.
#[derive(Debug, Clone)]
pub(crate) struct Answer<T> {
    /// The body.
    pub text: T,
    /// One for each operation, in order.
    pub infos: Vec<OpInfo>,
    /// What SQLite did for it.
    pub cost: Cost,
}

/// Why a part failed.
#[derive(Debug)]
pub(crate) enum RunError {
    /// SQLite refused a statement.
    Sql {
        /// Which part of the shape.
        part: usize,
        /// Which step and row of it, in nested writes.
        place: Option<Place>,
        /// Which of the rows to add, where there are several and one is to blame.
        row: Option<u32>,
        /// What it said.
        error: SqlError,
    },
    /// Anything else.
    Shard(ShardError),
}

impl RunError {
    /// SQLite's, before it is known where.
    pub(crate) fn of(error: SqlError) -> Self {
        Self::Sql {
            part: 0,
            place: None,
            row: None,
            error,
        }
    }
}

/// A run in progress.
pub(crate) struct Runner<'a, S: Sql> {
    /// SQLite.
    pub sql: &'a S,
    /// The values that slots stand for.
    pub values: &'a [Value],
    /// The secret that marks what is rewritten.
    pub nonce: &'a str,
    /// Milliseconds that several operations may take together.
    pub max_time: u64,
    /// The part and step of nested writes where SQLite refused a row: its rows go one by one, to find which, and nothing is done
    /// behind it.
    pub only_to: &'a Cell<Option<(usize, usize)>>,
}

impl<S: Sql> Runner<'_, S> {
    /// Runs the parts in order, all or up to one of them. The caller holds the transaction.
    pub(crate) fn run(&self, program: &Program, last: Option<usize>) -> Result<Answer<S::Text>, RunError> {
        self.run_noting(program, last, |_| ())
    }

    /// The same; `begins` hears of each part before it is run.
    pub(crate) fn run_noting(
        &self,
        program: &Program,
        last: Option<usize>,
        begins: impl Fn(usize),
    ) -> Result<Answer<S::Text>, RunError> {
        let end = last.map_or(program.parts.len(), |last| last + 1);
        let mut texts = Vec::with_capacity(program.parts.len());
        let mut infos = Vec::new();
        let mut cost = Cost::default();
        // The clock is a call out of wasm, which one operation alone does without.
        let operates = |part: &&CompiledPart| !matches!(part, CompiledPart::Text(_) | CompiledPart::Guard(_));
        let several = program.parts.iter().filter(operates).nth(1).is_some();
        let start = if several { self.sql.clock() } else { 0 };
        for (part, compiled) in program.parts.iter().enumerate().take(end) {
            if !infos.is_empty() && !matches!(compiled, CompiledPart::Text(_)) {
                self.check_time(start)?;
            }
            begins(part);
            let ran = match compiled {
                CompiledPart::Text(text) => {
                    texts.push(self.sql.constant(text));
                    continue;
                }
                CompiledPart::Read(read) => self.read(read),
                CompiledPart::Choice(choice) => self.choose(choice),
                CompiledPart::Write(write) => self.write(write, part),
                CompiledPart::Tree(tree) => TreeRun::new(self, tree, part).run(),
                CompiledPart::Guard(guard) => match self.guard(guard) {
                    Ok(true) => continue,
                    Ok(false) => return Err(RunError::Shard(ShardError::PreconditionFailed(part))),
                    Err(error) => Err(error),
                },
            };
            let ran = ran.map_err(|error| match error {
                RunError::Sql {
                    place, row, error, ..
                } => RunError::Sql {
                    part,
                    place,
                    row,
                    error,
                },
                other @ RunError::Shard(_) => other,
            })?;
            cost += ran.cost;
            infos.push(ran.info);
            texts.extend(ran.text);
        }
        let text = match texts.as_slice() {
            [only] => only.clone(),
            many => S::Text::concat(many),
        };
        Ok(Answer { text, infos, cost })
    }

    /// SQLite cannot be stopped from outside, so the time is looked at before an operation that follows others.
    pub(crate) fn check_time(&self, start: u64) -> Result<(), RunError> {
        let spent = self.sql.clock().saturating_sub(start);
        if spent <= self.max_time {
            return Ok(());
        }
        let allowed = self.max_time;
        Err(RunError::Shard(ShardError::OutOfTime { spent, allowed }))
    }

    fn read(&self, read: &Read) -> Result<Ran<S::Text>, RunError> {
        let mut harvest = read.harvest;
        harvest.keep = read.keep.and_then(|slot| self.integer(slot));
        let gathered = self.gathered(read)?;
        let placed = gathered.is_some() && read.gathered.as_ref().is_some_and(|gathering| gathering.placed);
        let mut found = gathered.map_or_else(|| self.query(&read.statement, harvest, None), Ok)?;
        let mut info = OpInfo {
            rows: found.rows,
            total: found.head,
            state: if read.tagged { state(&found) } else { None },
            ..OpInfo::default()
        };
        let mut cost = found.cost;
        if placed {
            info.key = found.keys.take().map(|(last, _)| last);
        } else if let Some(next) = &read.next
            && self.integer(next.limit) == Some(found.rows)
        {
            let harvest = Harvest {
                keys: true,
                ..Harvest::default()
            };
            let ends = self.query(&next.statement, harvest, None)?;
            cost += ends.cost;
            info.key = ends.keys.filter(|_| ends.rows > 1).map(|(last, _)| last);
        }
        let text = self.assemble(&read.assembly, &found, read.rewrites)?;
        Ok(Ran { text, info, cost })
    }

    fn choose(&self, choice: &Choice) -> Result<Ran<S::Text>, RunError> {
        let harvest = Harvest {
            gathered: true,
            ..Harvest::default()
        };
        let probed = self.query(&choice.probe, harvest, None)?;
        let read = if probed.rows > FEW {
            &choice.ordered
        } else {
            &choice.found
        };
        let mut ran = self.read(read)?;
        ran.cost += probed.cost;
        Ok(ran)
    }

    /// The rows as SQLite joins them; `None` where they are too large for one text, and are joined here.
    fn gathered(&self, read: &Read) -> Result<Option<Harvested<S::Text>>, RunError> {
        let Some(Gathering { statement, placed }) = &read.gathered else {
            return Ok(None);
        };
        let harvest = Harvest {
            gathered: true,
            keys: *placed,
            ..read.harvest
        };
        match self.query(statement, harvest, None) {
            Err(RunError::Sql { error, .. }) if matches!(error.clone().into(), ShardError::TooLarge) => {
                Ok(None)
            }
            found => found.map(Some),
        }
    }

    /// Whether a row is as it must be.
    fn guard(&self, guard: &GuardRead) -> Result<bool, RunError> {
        let harvest = Harvest {
            keys: true,
            ..Harvest::default()
        };
        let found = self.query(&guard.statement, harvest, None)?;
        let named = match self.value(guard.states) {
            Value::Text(states) => {
                let states: Vec<String> = serde_json::from_str(states).unwrap_or_default();
                state(&found).is_some_and(|state| states.contains(&state))
            }
            _ => found.rows > 0,
        };
        Ok(match guard.expects {
            Expects::Same { absent } if found.rows == 0 => absent,
            Expects::Same { .. } => named && found.rows == 1,
            Expects::Other => !named,
        })
    }

    fn write(&self, write: &Write, part: usize) -> Result<Ran<S::Text>, RunError> {
        let before = write
            .before
            .as_ref()
            .map(|read| self.query(&read.statement, read.harvest, None))
            .transpose()?;
        let start = write.added.map(|_| self.position()).transpose()?;
        let mut written = self.written(write)?;
        if let Some(before) = &before {
            // Fewer are left to remove where one of them takes another with it.
            written.rows = written.rows.max(before.rows);
        }
        if let Some(allowed) = write.at_most.and_then(|slot| self.integer(slot))
            && written.rows > allowed
        {
            let found = written.rows;
            return Err(RunError::Shard(ShardError::TooManyRows { found, allowed, part }));
        }
        let mut cost = written.cost;
        let rows = written.rows;
        let key = if write.tagged {
            None
        } else {
            written.keys.take().map(|(first, _)| first)
        };
        let added = match (write.added, start) {
            (Some(table), Some(start)) => Some(self.added(table, start)?),
            _ => None,
        };
        let mut answered = match (&write.after, before) {
            (Some(after), _) => {
                let keys = written.lists.first().map(HostText::to_text).unwrap_or_default();
                self.by_keys(after, &format!("[{keys}]"))?
            }
            (None, Some(before)) => before,
            (None, None) => Harvested {
                cost: Cost::default(),
                ..written
            },
        };
        cost += answered.cost;
        answered.rows = rows;
        let text = self.assemble(&write.assembly, &answered, write.rewrites)?;
        Ok(Ran {
            text,
            info: OpInfo {
                rows,
                total: None,
                key,
                added,
                state: if write.tagged { state(&answered) } else { None },
            },
            cost,
        })
    }

    /// Runs the write itself; an insert of many rows text by text.
    fn written(&self, write: &Write) -> Result<Harvested<S::Text>, RunError> {
        let rows = write.rows.and_then(|slot| match self.value(slot) {
            Value::Text(rows) => Some((slot, rows)),
            _ => None,
        });
        let Some((slot, rows)) = rows else {
            return self.written_once(write);
        };
        let Some(chunks) = chunks_apart(rows, &write.apart) else {
            return self
                .written_once(write)
                .map_err(|error| self.blamed(write, (slot, rows), 0, error));
        };
        let mut all: Option<Harvested<S::Text>> = None;
        for (at, chunk) in chunks.iter().enumerate() {
            let next = self.with_rows(slot, chunk, |runner| runner.written_once(write));
            let next = next.map_err(|error| {
                let before = chunks[..at].iter().map(|chunk| elements(chunk).count()).sum();
                self.blamed(write, (slot, chunk), before, error)
            })?;
            all = Some(match all {
                Some(all) => joined(all, next),
                None => next,
            });
        }
        all.map_or_else(|| self.written_once(write), Ok)
    }

    /// The same run with other rows to add.
    pub(crate) fn with_rows<T>(&self, slot: Slot, rows: &str, run: impl FnOnce(&Runner<'_, S>) -> T) -> T {
        let mut values = self.values.to_vec();
        if let Some(value) = values.get_mut(usize::from(slot.0)) {
            *value = Value::Text(rows.to_owned());
        }
        run(&Runner {
            values: &values,
            ..*self
        })
    }

    pub(crate) fn written_once(&self, write: &Write) -> Result<Harvested<S::Text>, RunError> {
        let mut written = self.query(&write.statement, write.harvest, None)?;
        if write.harvest == Harvest::default() {
            written.rows = self.changes()?;
        }
        Ok(written)
    }

    /// Reads rows by their keys, text by text where one would be too large.
    pub(crate) fn by_keys(&self, read: &Read, keys: &str) -> Result<Harvested<S::Text>, RunError> {
        let mut all: Option<Harvested<S::Text>> = None;
        for chunk in chunks(keys).unwrap_or_else(|| vec![keys.to_owned()]) {
            let next = self.query(&read.statement, read.harvest, Some(&chunk))?;
            all = Some(match all {
                Some(all) => joined(all, next),
                None => next,
            });
        }
        all.map_or_else(|| self.query(&read.statement, read.harvest, Some("[]")), Ok)
    }

    /// The change log's position.
    fn position(&self) -> Result<u64, RunError> {
        self.number("SELECT ifnull(max(seq), 0) FROM _ws_log", &[])
    }

    /// How many rows a table has got since a position of the change log.
    fn added(&self, table: TableId, since: u64) -> Result<u64, RunError> {
        self.number(
            "SELECT count(*) FROM _ws_log WHERE seq > ?1 AND tbl = ?2 AND op = 1",
            &[
                Value::Int(i64::try_from(since).unwrap_or(i64::MAX)),
                Value::Int(i64::from(table.0)),
            ],
        )
    }

    pub(crate) fn query(
        &self,
        statement: &Statement,
        harvest: Harvest,
        keys: Option<&str>,
    ) -> Result<Harvested<S::Text>, RunError> {
        let params: Vec<Value> = statement
            .params
            .iter()
            .map(|param| self.bound(param, keys))
            .collect();
        self.sql
            .query(&statement.sql, &params, harvest)
            .map_err(RunError::of)
    }

    fn bound(&self, param: &Param, keys: Option<&str>) -> Value {
        match param {
            Param::Slot(slot) => self.value(*slot).clone(),
            Param::Nonce => Value::Text(self.nonce.to_owned()),
            Param::Packed(slots) => {
                let mut text = String::from("[");
                for (position, slot) in slots.iter().enumerate() {
                    if position > 0 {
                        text.push(',');
                    }
                    schema::stored::Stored::to_bulk_json(self.value(*slot), &mut text);
                }
                text.push(']');
                Value::Text(text)
            }
            Param::Keys => Value::Text(keys.unwrap_or("[]").to_owned()),
        }
    }

    pub(crate) fn value(&self, slot: Slot) -> &Value {
        self.values.get(usize::from(slot.0)).unwrap_or(&Value::Null)
    }

    pub(crate) fn integer(&self, slot: Slot) -> Option<u64> {
        match self.value(slot) {
            Value::Int(integer) => u64::try_from(*integer).ok(),
            _ => None,
        }
    }

    fn changes(&self) -> Result<u64, RunError> {
        self.number("SELECT changes()", &[])
    }

    fn number(&self, sql: &str, params: &[Value]) -> Result<u64, RunError> {
        let rows = self.sql.rows(sql, params).map_err(RunError::of)?;
        match rows.first().and_then(|row| row.first()) {
            Some(Value::Int(count)) => Ok(u64::try_from(*count).unwrap_or_default()),
            _ => Ok(0),
        }
    }

    /// The texts that make up an operation's answer.
    pub(crate) fn assemble(
        &self,
        assembly: &Assembly,
        found: &Harvested<S::Text>,
        rewrites: bool,
    ) -> Result<Vec<S::Text>, RunError> {
        let put = |text: &S::Text| {
            if !rewrites {
                return Ok(text.clone());
            }
            match rewrite(&text.to_text(), self.nonce) {
                Ok(text) => Ok(S::Text::from_text(&text)),
                Err(error) => Err(RunError::Shard(ShardError::NotCast(error.to_string()))),
            }
        };
        let list = |position: usize| match found.lists.get(position) {
            Some(text) => put(text),
            None => Ok(S::Text::from_text("")),
        };
        let text = |text: &str| S::Text::from_text(text);
        let constant = |text: &str| self.sql.constant(text);
        let head = |position: usize| match found.texts.get(position) {
            Some(head) => put(head),
            None => Ok(constant("null")),
        };
        Ok(match assembly {
            Assembly::Nothing => Vec::new(),
            Assembly::One if found.rows == 0 => vec![constant("null")],
            Assembly::One => vec![list(0)?],
            Assembly::Many => vec![constant("["), list(0)?, constant("]")],
            Assembly::Template(chunks) => chunks
                .iter()
                .map(|chunk| {
                    Ok(match chunk {
                        Chunk::Text(text) => constant(text),
                        Chunk::List(position) => list(*position)?,
                        Chunk::More => constant(if found.more { "true" } else { "false" }),
                        Chunk::Skipped(slot) => constant(if self.integer(*slot).unwrap_or_default() > 0 {
                            "true"
                        } else {
                            "false"
                        }),
                        Chunk::First => text(&cursor(found.keys.as_ref().map(|(first, _)| first.as_str()))),
                        Chunk::Last => text(&cursor(found.keys.as_ref().map(|(_, last)| last.as_str()))),
                        Chunk::Total => text(&found.head.unwrap_or_default().to_string()),
                        Chunk::Head(position) => head(*position)?,
                        Chunk::Count => text(&found.rows.to_string()),
                    })
                })
                .collect::<Result<_, RunError>>()?,
        })
    }
}

/// What one part did.
pub(crate) struct Ran<T> {
    /// Its texts.
    pub text: Vec<T>,
    /// What is told beside them.
    pub info: OpInfo,
    /// What SQLite did for it.
    pub cost: Cost,
}

/// What two statements of one write returned, as one.
fn joined<T: HostText>(first: Harvested<T>, second: Harvested<T>) -> Harvested<T> {
    let comma = T::from_text(",");
    let mut cost = first.cost;
    cost += second.cost;
    Harvested {
        rows: first.rows + second.rows,
        lists: first
            .lists
            .into_iter()
            .zip(second.lists)
            .map(|(first, second)| T::concat(&[first, comma.clone(), second]))
            .collect(),
        keys: match (first.keys, second.keys) {
            (Some((start, _)), Some((_, end))) => Some((start, end)),
            (first, second) => first.or(second),
        },
        cost,
        ..second
    }
}

/// The state of the row whose image was taken for its key.
fn state<T>(found: &Harvested<T>) -> Option<String> {
    found.keys.as_ref().map(|(image, _)| state_of(image.as_bytes()))
}

fn cursor(place: Option<&str>) -> String {
    place.map_or_else(|| "null".to_owned(), |place| format!("\"{}\"", seal(place)))
}
