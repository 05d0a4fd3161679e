//! Measures the whole stack on workerd against a hand-written JavaScript Worker that answers the same.

mod data;
pub(crate) mod instructions;
mod load;
mod rows;

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use runtime::{Connection, Worker, Workerd, free_port};
use serde_json::{Value, json};

use crate::command::{progress, target};
use crate::{BenchArguments, setup, worker};
use load::{Load, Measured, measure};
use rows::Row;

const TOKEN: &str = "bench";

/// Rounds of each side, in turns, so that what else the machine does hits both.
const ROUNDS: usize = 5;

/// A row's medians.
struct Outcome {
    name: &'static str,
    protocol: &'static str,
    /// Where rows are mapped in JavaScript.
    mapped: Measured,
    /// Where SQLite writes the JSON.
    json: Measured,
    ours: Measured,
}

impl Outcome {
    fn to(&self, rival: &Measured) -> f64 {
        self.ours.per_second / rival.per_second
    }
}

/// `cargo xtask bench`.
pub(crate) fn run(arguments: &BenchArguments) -> anyhow::Result<()> {
    setup::run_all()?;
    worker::build_if_changed()?;
    let folder = target().join("bench");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("clearing the last run's data")?;
    }
    let rival_worker = Worker {
        modules: runtime::root().join("bench/rival"),
        entry: "worker.js",
        assets: None,
        wasm: None,
        objects: &[("SHOP", "Shop")],
        state: folder.join("rival"),
    };
    let rival = Workerd::start(&rival_worker, free_port()?, TOKEN, "/healthz")?;
    let (ours, first_answer) = started(&Worker::workersql(folder.join("ours")))?;
    progress("loading 1,000 authors, 10,000 books and 100,000 reviews into both");
    data::load_rival(&mut Connection::open(rival.port())?)?;
    let key = data::load_ours(&mut Connection::open(ours.port())?, TOKEN)?;
    let mut outcomes = Vec::new();
    for row in rows::all() {
        if arguments
            .only
            .as_ref()
            .is_some_and(|part| !row.name.contains(part.as_str()))
        {
            continue;
        }
        check_same(&row, &rival, &ours, &key)?;
        progress(&format!("{} ({})", row.name, row.protocol));
        outcomes.push(measure_row(&row, &rival, &ours, &key, arguments.seconds)?);
    }
    let memory = ours.memory()?;
    report(&outcomes, (first_answer, memory), arguments.json)
}

/// Starts a Worker and tells how long it took from the process to its first answer.
fn started(worker: &Worker) -> anyhow::Result<(Workerd, Duration)> {
    let begun = Instant::now();
    let server = Workerd::start(worker, free_port()?, TOKEN, "/healthz")?;
    Ok((server, begun.elapsed()))
}

/// Both sides must answer the same before their speed means anything.
fn check_same(row: &Row, rival: &Workerd, ours: &Workerd, key: &str) -> anyhow::Result<()> {
    let parsed = |body: &[u8]| serde_json::from_slice::<Value>(body).unwrap_or_default();
    let shown = |text: String| text.chars().take(400).collect::<String>();
    let answer = row.ours.load(ours, Some(key)).once()?;
    let written = json_written(&row.rival);
    for call in [&row.rival, &written] {
        let theirs = call.load(rival, None).once()?;
        let same = parsed(&theirs.body) == parsed(&answer.body);
        if answer.status / 100 != 2 || theirs.status != 200 || (row.comparable && !same) {
            bail!(
                "{} ({}): the answers differ.\nrival: {}\nours ({}): {}",
                row.name,
                row.protocol,
                shown(theirs.text()),
                answer.status,
                shown(answer.text())
            );
        }
    }
    Ok(())
}

/// The rival's call where SQLite writes the JSON.
fn json_written(call: &Call) -> Call {
    Call {
        path: format!("/json{}", call.path),
        ..call.clone()
    }
}

fn measure_row(
    row: &Row,
    rival: &Workerd,
    ours: &Workerd,
    key: &str,
    seconds: f64,
) -> anyhow::Result<Outcome> {
    let time = Duration::from_secs_f64(seconds);
    let written = json_written(&row.rival);
    let loads = [
        row.rival.load(rival, None),
        written.load(rival, None),
        row.ours.load(ours, Some(key)),
    ];
    // All are warmed up: code compiled, statements cached.
    for load in &loads {
        measure(load, time / 2)?;
    }
    let mut rounds = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        for (load, rounds) in loads.iter().zip(&mut rounds) {
            rounds.push(measure(load, time)?);
        }
    }
    let [mapped, json, ours] = rounds.map(median);
    Ok(Outcome {
        name: row.name,
        protocol: row.protocol,
        mapped,
        json,
        ours,
    })
}

fn median(mut rounds: Vec<Measured>) -> Measured {
    rounds.sort_by(|one, other| one.per_second.total_cmp(&other.per_second));
    rounds.swap_remove(rounds.len() / 2)
}

/// Prints the table. `ratio` is to rows mapped in JavaScript, `to JSON` to JSON written by SQLite.
fn report(
    outcomes: &[Outcome],
    (first_answer, memory): (Duration, u64),
    as_json: bool,
) -> anyhow::Result<()> {
    let (size, first_answer) = (worker::gzipped()?, first_answer.as_secs_f64() * 1000.0);
    println!(
        "{:<57} {:>7} {:>7} {:>7} {:>6} {:>7} {:>16} {:>15}",
        "", "rival/s", "JSON/s", "ours/s", "ratio", "to JSON", "ours p50/p99", "CPU µs"
    );
    for outcome in outcomes {
        let Outcome {
            name,
            protocol,
            mapped,
            json,
            ours,
        } = outcome;
        let times = format!("{:.1}/{:.1} ms", ours.p50, ours.p99);
        let cpu = format!("{:.0}/{:.0}/{:.0}", mapped.cpu, json.cpu, ours.cpu);
        println!(
            "{:<57} {:>7.0} {:>7.0} {:>7.0} {:>6.2} {:>7.2} {times:>16} {cpu:>15}",
            format!("{name} ({protocol})"),
            mapped.per_second,
            json.per_second,
            ours.per_second,
            outcome.to(mapped),
            outcome.to(json),
        );
    }
    println!(
        "the Worker: {} KB gzipped; from process to first answer: {first_answer:.0} ms; {} MB at the most",
        size / 1024,
        memory / 1024 / 1024,
    );
    if as_json {
        let rows: Vec<Value> = outcomes.iter().map(as_value).collect();
        println!(
            "{}",
            json!({ "rows": rows, "wasm_gz": size, "first_answer_ms": first_answer.round(), "memory": memory })
        );
    }
    Ok(())
}

fn as_value(outcome: &Outcome) -> Value {
    let ours = &outcome.ours;
    json!({
        "name": outcome.name,
        "protocol": outcome.protocol,
        "ratio": outcome.to(&outcome.mapped),
        "ratio_json": outcome.to(&outcome.json),
        "rps": ours.per_second,
        "p50_ms": ours.p50,
        "p99_ms": ours.p99,
        "cpu_us": ours.cpu,
        "cpu_us_rival": outcome.mapped.cpu,
        "cpu_us_json": outcome.json.cpu,
    })
}

/// A request of one side.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: String,
    /// `Prefer`.
    pub(crate) prefer: Option<&'static str>,
}

impl Call {
    fn load<'a>(&'a self, server: &'a Workerd, key: Option<&str>) -> Load<'a> {
        Load {
            call: self,
            server,
            bearer: key.map(|key| format!("Bearer {key}")),
        }
    }
}
