//! Random steps: what is asked, decided before anything is sent.

use codegen::ApiModel;
use serde_json::{Map, Value as Json};

use super::nested::ANY;
use super::queries::Queries;
use super::query::{List, Page};
use super::rest;
use super::rows::{Refused, UNSAID};
use super::value::{Kind, Value};
use super::world::World;
use super::write::{What, Write};
use crate::random::Random;

/// One question, or more that depend on each other.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// A list in GraphQL.
    Graphql(List),
    /// A list in both protocols, where REST can say it.
    Both(List),
    /// The groups of a list, in REST.
    Groups(List),
    /// A mutation.
    Write(Vec<Write>),
    /// A write in REST.
    RestWrite(Write),
    /// Several as a batch, later ones referring to what earlier ones answer.
    Batch(Vec<Write>),
    /// A list page by page, in GraphQL.
    Walk(List, Vec<Turn>),
    /// The same in REST, where it can say it.
    RestWalk(List, Vec<Turn>),
}

/// One page of a walk.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    /// At most so many rows.
    pub(super) rows: usize,
    /// Towards the end.
    pub(super) forward: bool,
    /// Which of the page's rows the next one starts from: so many from where the page ends.
    pub(super) back: usize,
    /// What is written before the next one.
    pub(super) writes: Vec<Vec<Write>>,
}

/// What a mutation comes to.
pub(super) struct Outcome {
    /// The world behind it and what is answered, or why it is refused.
    pub(super) done: Result<(World, Map<String, Json>), Refused>,
}

impl Outcome {
    /// Does all writes, or nothing.
    pub(super) fn of(world: &World, model: &ApiModel, writes: &[Write]) -> Self {
        let mut after = world.clone();
        let mut payloads = Map::new();
        for (n, write) in writes.iter().enumerate() {
            match write.apply(&mut after, model) {
                Ok(payload) => payloads.insert(format!("w{n}"), payload),
                Err(mut codes) => {
                    // What is wrong with one that is nested is told before anything is done.
                    if writes.iter().any(Write::is_nested) {
                        codes.push(ANY);
                    }
                    return Self { done: Err(codes) };
                }
            };
        }
        Self {
            done: Ok((after, payloads)),
        }
    }

    /// Whether it is not said what it comes to.
    pub(super) fn is_unsaid(&self) -> bool {
        self.done.as_ref().is_err_and(|codes| codes.contains(&UNSAID))
    }
}

impl Step {
    /// Any. What it writes is written to the world.
    pub(super) fn any(world: &mut World, model: &ApiModel, random: &mut Random) -> Self {
        match random.below(21) {
            0..=5 => Self::Graphql(list(world, model, random)),
            6..=10 => Self::Both(list(world, model, random)),
            11 | 12 => Self::Groups(list(world, model, random)),
            13 | 14 => {
                let mut list = list(world, model, random);
                list.page = Page::default();
                let forward = random.percent(50);
                let turns = (0..=random.below(5)).map(|_| Turn::any(forward, world, model, random));
                let turns = turns.collect();
                if random.percent(40) {
                    Self::RestWalk(list, turns)
                } else {
                    Self::Walk(list, turns)
                }
            }
            15..=17 => Self::Write(mutation(world, model, 2, random)),
            18 => Self::Batch(batch(world, model, random)),
            _ => match mutation(world, model, 1, random).pop() {
                Some(write) => Self::RestWrite(write),
                None => Self::Write(Vec::new()),
            },
        }
    }
}

impl Turn {
    fn any(forward: bool, world: &mut World, model: &ApiModel, random: &mut Random) -> Self {
        let writes = (0..random.below(3)).map(|_| mutation(world, model, 2, random));
        let writes = writes.collect();
        Self {
            rows: 1 + random.below(4),
            forward: forward != random.percent(15),
            back: if random.percent(70) { 0 } else { random.below(4) },
            writes,
        }
    }
}

fn list(world: &World, model: &ApiModel, random: &mut Random) -> List {
    let queries = Queries { world, model };
    let table = random.below(world.tables.len());
    queries.list(table, 2, random)
}

/// Some writes that REST can say, done to the world: of some candidates the one with the most values that earlier ones gave, so
/// that there is something to refer to.
fn batch(world: &mut World, model: &ApiModel, random: &mut Random) -> Vec<Write> {
    const CANDIDATES: usize = 12;
    let mut writes: Vec<Write> = Vec::new();
    let mut given: Vec<(Kind, Value)> = Vec::new();
    for _ in 0..2 + random.below(3) {
        let fits = |write: &Write| {
            let begins = !writes.is_empty() || matches!(write.what, What::Insert(_, None));
            begins && rest::says(write) && !write.is_vague()
        };
        let mut best: Option<(usize, Write, World)> = None;
        for _ in 0..CANDIDATES {
            let write = Write::any(&Queries { world, model }, random);
            let after = Outcome::of(world, model, std::slice::from_ref(&write)).done;
            if let (true, Ok((after, _))) = (fits(&write), after) {
                let known = write.values(world);
                let known = known.iter().filter(|value| given.contains(value)).count();
                if best.as_ref().is_none_or(|(most, ..)| known > *most) {
                    best = Some((known, write, after));
                }
            }
        }
        if let Some((_, mut write, after)) = best {
            given.extend(write.values(world));
            // All is answered, so that all can be referred to.
            write.select.columns = (0..world.tables[write.table].columns.len()).collect();
            *world = after;
            writes.push(write);
        }
    }
    // At times one that fails, with which all do.
    if random.percent(15) {
        writes.extend(mutation(world, model, 1, random).into_iter().filter(rest::says));
    }
    writes
}

/// Some writes, done to the world; none where they would be vague.
fn mutation(world: &mut World, model: &ApiModel, most: usize, random: &mut Random) -> Vec<Write> {
    let queries = Queries { world, model };
    let count = 1 + random.below(most);
    let writes: Vec<Write> = (0..count)
        .map(|_| Write::any(&queries, random))
        .filter(|write| !write.is_vague())
        .collect();
    let outcome = Outcome::of(world, model, &writes);
    if outcome.is_unsaid() {
        return Vec::new();
    }
    if let Ok((after, _)) = outcome.done {
        *world = after;
    }
    writes
}
