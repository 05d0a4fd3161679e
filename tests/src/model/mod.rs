//! The property that all tests of queries are instances of: whatever the schema, the rows and the query, the answer is the
//! one of a naive evaluator that looks at every row in memory.
//!
//! A seed makes a world (`world`) and steps on it (`step`): queries (`queries`), pages and writes (`write`). The evaluator
//! (`evaluate`, `condition`, `aggregate`, `rows`) knows the answers; `graphql` and `rest` print the requests; `play` sends
//! them. Steps that fail are made fewer and smaller (`shrink`) before they are told.

mod aggregate;
mod calendar;
mod condition;
mod evaluate;
mod graphql;
mod nested;
mod nesting;
mod play;
mod queries;
mod query;
mod rest;
mod rows;
mod shrink;
mod step;
mod value;
mod walk;
mod world;
mod write;

use anyhow::{Context, Result};

use crate::host::{Tenant, TestHost};
use crate::random::Random;
use play::Play;
use step::Step;
use world::World;

/// A world and what is asked of it.
#[derive(Debug, Clone)]
struct Script {
    /// The declaration and the first rows.
    world: World,
    /// In their order.
    steps: Vec<Step>,
}

/// Makes the world of a seed and asks so many questions of it.
///
/// # Errors
/// An answer is another than the evaluator's; says the seed, and of the smallest script that was found to fail as well the
/// world, the requests and both answers.
pub fn run<H: TestHost>(host: &H, seed: u64, cases: usize) -> Result<()> {
    let mut random = Random::new(seed);
    let script = Script::any(&mut random, cases);
    let Err(error) = script.run(host, &format!("model-{seed}")) else {
        return Ok(());
    };
    let mut tried = 0;
    let (script, error) = shrink::smallest(script, error, |script| {
        tried += 1;
        script.run(host, &format!("model-{seed}-{tried}"))
    });
    Err(error).with_context(|| {
        format!(
            "seed {seed} (replay with MODEL_SEED={seed} MODEL_CASES={cases}), after {} of its steps\n{}{}",
            script.steps.len(),
            script.world.sql(),
            script.world.inserts()
        )
    })
}

impl Script {
    fn any(random: &mut Random, cases: usize) -> Self {
        let mut world = World::declare(random);
        world.fill(random);
        let model = world.model();
        let mut after = world.clone();
        let steps = (0..cases)
            .map(|_| Step::any(&mut after, &model, random))
            .collect();
        Self { world, steps }
    }

    fn run<H: TestHost>(&self, host: &H, name: &str) -> Result<()> {
        let tenant = Tenant::create(host, name)?;
        tenant.push("application/sql", &self.world.sql())?;
        tenant.import(&self.world.inserts())?;
        let mut play = Play::new(tenant, self.world.clone());
        for (at, step) in self.steps.iter().enumerate() {
            play.step(step).with_context(|| format!("step {at}"))?;
        }
        Ok(())
    }
}
