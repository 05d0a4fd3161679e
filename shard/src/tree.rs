//! Runs nested writes: step by step, each for all its rows, with what earlier steps made in the place of what refers to it.

use std::collections::HashSet;

use schema::stored::Value;

use crate::chunk::{apart, elements, members, outside_texts, packed};
use crate::compile::tree::{Check, CompiledStep, TreeProgram};
use crate::error::{Place, ShardError};
use crate::op::tree::Keys;
use crate::op::{OpInfo, Slot};
use crate::port::{Cost, Harvested, HostText, Sql};
use crate::run::{Ran, RunError, Runner};

/// The most rows of one step, whatever they are multiplied by.
const MOST: usize = 100_000;

/// A row that a step answered: its elements as JSON texts.
type Row = Vec<String>;

/// A run of a tree in progress.
pub(crate) struct TreeRun<'a, S: Sql> {
    runner: &'a Runner<'a, S>,
    program: &'a TreeProgram,
    part: usize,
    /// What each step answered so far.
    done: Vec<Vec<Row>>,
    cost: Cost,
}

impl<'a, S: Sql> TreeRun<'a, S> {
    /// Nothing is done yet.
    pub(crate) fn new(runner: &'a Runner<'a, S>, program: &'a TreeProgram, part: usize) -> Self {
        Self {
            runner,
            program,
            part,
            done: Vec::with_capacity(program.steps.len()),
            cost: Cost::default(),
        }
    }

    /// Does all steps, and reads what is answered.
    pub(crate) fn run(mut self) -> Result<Ran<S::Text>, RunError> {
        let start = self.runner.sql.clock();
        for (position, step) in self.program.steps.iter().enumerate() {
            self.runner.check_time(start)?;
            let answered = self.step(position, step)?;
            self.done.push(answered);
            if self.is_last(position) {
                return Ok(Ran {
                    text: Vec::new(),
                    info: OpInfo::default(),
                    cost: self.cost,
                });
            }
        }
        self.answer()
    }

    fn step(&mut self, position: usize, step: &CompiledStep) -> Result<Vec<Row>, RunError> {
        let rows = self.rows(step.within, step.rows)?;
        if let Check::Distinct(length) = step.check {
            self.distinct(position, &rows, length)?;
        }
        let mut answered = Vec::new();
        for (first, texts) in self.texts(position, step, &rows) {
            let found = self
                .runner
                .query(&step.statement, step.harvest, Some(&texts))
                .map_err(|error| self.located(error, position, first))?;
            self.cost += found.cost;
            answered.extend(parsed(&found));
        }
        self.check(position, step.check, &rows, answered)
    }

    /// The rows as texts, each with the position of its only row where rows go one by one to find the one that fails.
    fn texts(&self, position: usize, step: &CompiledStep, rows: &[String]) -> Vec<(Option<usize>, String)> {
        if self.is_last(position) {
            let single = rows.iter().enumerate();
            return single
                .map(|(position, row)| (Some(position), format!("[{row}]")))
                .collect();
        }
        apart(rows.iter().map(String::as_str), &step.apart)
            .into_iter()
            .flat_map(packed)
            .map(|text| (None, text))
            .collect()
    }

    /// Whether a run looks for the row of this step that fails.
    fn is_last(&self, step: usize) -> bool {
        self.runner.only_to.get() == Some((self.part, step))
    }

    /// The rows of a template, once for each row of its scope, with what was made in place.
    fn rows(&self, within: Option<u16>, slot: Slot) -> Result<Vec<String>, RunError> {
        let copies = match within {
            None => 1,
            Some(step) => self.done.get(usize::from(step)).map_or(0, Vec::len),
        };
        let Value::Text(template) = self.runner.value(slot) else {
            return Err(broken("the rows of a step are no text"));
        };
        let template: Vec<&str> = elements(template).collect();
        let count = template.len().saturating_mul(copies);
        if count > MOST {
            return Err(RunError::Shard(ShardError::TooManyRows {
                found: count as u64,
                allowed: MOST as u64,
                part: self.part,
            }));
        }
        let mut rows = Vec::with_capacity(count);
        for copy in 0..copies {
            for row in &template {
                rows.push(self.filled(row, copy, copies)?);
            }
        }
        Ok(rows)
    }

    /// A row with what was made in place of what refers to it.
    fn filled(&self, row: &str, copy: usize, copies: usize) -> Result<String, RunError> {
        let mut filled = String::with_capacity(row.len());
        let mut rest = row;
        while let Some(start) = reference(rest) {
            let end = rest[start..]
                .find('}')
                .ok_or_else(|| broken("a reference without an end"))?;
            filled.push_str(&rest[..start]);
            filled.push_str(self.made(&rest[start + 1..start + end], copy, copies)?);
            rest = &rest[start + end + 1..];
        }
        filled.push_str(rest);
        Ok(filled)
    }

    /// What a reference (`step,row,element`) stands for.
    fn made(&self, reference: &str, copy: usize, copies: usize) -> Result<&str, RunError> {
        let mut numbers = reference.split(',').map(str::parse::<usize>);
        let mut number = || numbers.next().and_then(Result::ok);
        let (Some(step), Some(row), Some(element)) = (number(), number(), number()) else {
            return Err(broken("a reference to nothing"));
        };
        let made = self.done.get(step).and_then(|rows| {
            let each = rows.len() / copies;
            rows.get(copy * each + row)?.get(element)
        });
        made.map(String::as_str)
            .ok_or_else(|| broken("a reference to what was not made"))
    }

    fn check(
        &self,
        position: usize,
        check: Check,
        rows: &[String],
        answered: Vec<Row>,
    ) -> Result<Vec<Row>, RunError> {
        match check {
            Check::Nothing | Check::Distinct(_) => Ok(answered),
            Check::Each if answered.len() == rows.len() => Ok(answered),
            Check::Each => Err(broken("a step answered other rows than it was given")),
            Check::Present => match answered.iter().position(Vec::is_empty) {
                Some(row) => Err(self.wrong(position, row, ShardError::NoSuchRow)),
                None => Ok(answered),
            },
            Check::Found(at_most, required) => self.found(position, (at_most, required), rows, answered),
        }
    }

    fn found(
        &self,
        position: usize,
        (at_most, required): (Option<Slot>, bool),
        rows: &[String],
        mut answered: Vec<Row>,
    ) -> Result<Vec<Row>, RunError> {
        let found = answered.len() as u64;
        if let Some(allowed) = at_most.and_then(|slot| self.runner.integer(slot))
            && found > allowed
        {
            let error = ShardError::TooManyRows {
                found,
                allowed,
                part: self.part,
            };
            return Err(self.wrong(position, 0, error));
        }
        let mut seen = vec![false; rows.len()];
        for row in &mut answered {
            let given = row.pop().and_then(|given| given.parse::<usize>().ok());
            if let Some(seen) = given.and_then(|given| seen.get_mut(given)) {
                *seen = true;
            }
        }
        if let Some(row) = seen.iter().position(|seen| required && !seen) {
            return Err(self.wrong(position, row, ShardError::NoSuchRow));
        }
        // Several rows may lead to one, which is changed once.
        let mut known = HashSet::with_capacity(answered.len());
        answered.retain(|row| known.insert(row.clone()));
        Ok(answered)
    }

    /// Refuses to set one row to two things.
    fn distinct(&self, position: usize, rows: &[String], length: usize) -> Result<(), RunError> {
        if rows.len() < 2 {
            return Ok(());
        }
        let mut known = HashSet::with_capacity(rows.len());
        for (row, text) in rows.iter().enumerate() {
            let key: Vec<&str> = members(text).take(length).collect();
            if !known.insert(key) {
                return Err(self.wrong(position, row, ShardError::RowRepeated));
            }
        }
        Ok(())
    }

    fn answer(mut self) -> Result<Ran<S::Text>, RunError> {
        let program = self.program;
        let keys = self.keys()?;
        let rows = keys.len() as u64;
        let first = keys.first().cloned();
        let mut answered = match &program.after {
            Some(after) => self.runner.by_keys(after, &format!("[{}]", keys.join(",")))?,
            None => nothing(),
        };
        self.cost += answered.cost;
        answered.rows = rows;
        let text = self
            .runner
            .assemble(&program.assembly, &answered, program.rewrites)?;
        let info = OpInfo {
            rows,
            key: first,
            ..OpInfo::default()
        };
        Ok(Ran {
            text,
            info,
            cost: self.cost,
        })
    }

    /// The keys of the rows that are answered, each a JSON array.
    fn keys(&self) -> Result<Vec<String>, RunError> {
        let length = self.program.key_length;
        match &self.program.keys {
            Keys::Rows(scope, slot) => self.rows(Some(*scope), *slot),
            Keys::Step(step) => {
                let rows = self.done.get(usize::from(*step));
                let rows = rows.ok_or_else(|| broken("the keys of no step"))?;
                let key = |row: &Row| row.get(..length).map(|key| format!("[{}]", key.join(",")));
                rows.iter()
                    .map(|row| key(row).ok_or_else(|| broken("a row without its key")))
                    .collect()
            }
        }
    }

    fn wrong(&self, step: usize, row: usize, error: ShardError) -> RunError {
        RunError::Shard(ShardError::Nested(
            Place {
                part: self.part,
                step,
                row: Some(row),
            },
            Box::new(error),
        ))
    }

    fn located(&self, error: RunError, step: usize, row: Option<usize>) -> RunError {
        match error {
            RunError::Sql { error, .. } => RunError::Sql {
                part: self.part,
                place: Some(Place {
                    part: self.part,
                    step,
                    row,
                }),
                row: None,
                error,
            },
            other @ RunError::Shard(_) => other,
        }
    }
}

fn broken(what: &str) -> RunError {
    RunError::Shard(ShardError::Internal(format!("a nested write: {what}")))
}

fn nothing<T>() -> Harvested<T> {
    Harvested {
        rows: 0,
        more: false,
        head: None,
        lists: Vec::new(),
        texts: Vec::new(),
        keys: None,
        cost: Cost::default(),
    }
}

/// Where the first reference in a row starts: a brace and a digit, outside of texts.
fn reference(row: &str) -> Option<usize> {
    outside_texts(row, |rest| rest.get(1).is_some_and(u8::is_ascii_digit))
}

/// The rows that a statement answered. Each of its lists holds a part of each row: an array, or null for a row that is not
/// there, which has no elements.
fn parsed<T: HostText>(found: &Harvested<T>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for list in &found.lists {
        let text = format!("[{}]", list.to_text());
        for (position, part) in members(&text).enumerate() {
            if rows.len() <= position {
                rows.push(Row::new());
            }
            if part.starts_with('[') {
                rows[position].extend(members(part).map(str::to_owned));
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_found_outside_of_texts() {
        assert_eq!(reference("[\"{1,2,3}\\\"{1\",{},{\"\":0},{1,2,3}]"), Some(25));
        assert_eq!(reference("[\"{1,2,3}\",{},{\"\":0}]"), None);
    }
}
