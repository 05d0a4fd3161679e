//! Measures the whole stack on workerd against a hand-written JavaScript Worker that answers the same.

mod data;
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
    rival: Measured,
    ours: Measured,
}

impl Outcome {
    fn ratio(&self) -> f64 {
        self.ours.per_second / self.rival.per_second
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
        check_same(&row, rival.port(), ours.port(), &key)?;
        progress(row.name);
        outcomes.push(measure_row(&row, &rival, &ours, &key, arguments.seconds)?);
    }
    report(&outcomes, first_answer, arguments.json)
}

/// Starts a Worker and tells how long it took from the process to its first answer.
fn started(worker: &Worker) -> anyhow::Result<(Workerd, Duration)> {
    let begun = Instant::now();
    let server = Workerd::start(worker, free_port()?, TOKEN, "/healthz")?;
    Ok((server, begun.elapsed()))
}

/// Both sides must answer the same before their speed means anything.
fn check_same(row: &Row, rival: u16, ours: u16, key: &str) -> anyhow::Result<()> {
    let theirs = row.rival.load(rival, None).once()?;
    let answer = row.ours.load(ours, Some(key)).once()?;
    let parsed = |body: &[u8]| serde_json::from_slice::<Value>(body).unwrap_or_default();
    let same = parsed(&theirs.body) == parsed(&answer.body);
    if answer.status / 100 != 2 || (row.comparable && !same) {
        let shown = |text: String| text.chars().take(400).collect::<String>();
        bail!(
            "{}: the answers differ.\nrival: {}\nours ({}): {}",
            row.name,
            shown(theirs.text()),
            answer.status,
            shown(answer.text())
        );
    }
    Ok(())
}

fn measure_row(
    row: &Row,
    rival: &Workerd,
    ours: &Workerd,
    key: &str,
    seconds: f64,
) -> anyhow::Result<Outcome> {
    let time = Duration::from_secs_f64(seconds);
    let (rival, ours) = (
        row.rival.load(rival.port(), None),
        row.ours.load(ours.port(), Some(key)),
    );
    // Both are warmed up: code compiled, statements cached.
    measure(&rival, time / 4)?;
    measure(&ours, time / 4)?;
    let (mut of_rival, mut of_ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        of_rival.push(measure(&rival, time)?);
        of_ours.push(measure(&ours, time)?);
    }
    Ok(Outcome {
        name: row.name,
        rival: median(of_rival),
        ours: median(of_ours),
    })
}

fn median(mut rounds: Vec<Measured>) -> Measured {
    rounds.sort_by(|one, other| one.per_second.total_cmp(&other.per_second));
    rounds.swap_remove(rounds.len() / 2)
}

fn report(outcomes: &[Outcome], first_answer: Duration, as_json: bool) -> anyhow::Result<()> {
    let (size, first_answer) = (worker::gzipped()?, first_answer.as_secs_f64() * 1000.0);
    println!(
        "{:<46} {:>8} {:>8} {:>6} {:>16} {:>16}",
        "", "rival/s", "ours/s", "ratio", "rival p50/p99", "ours p50/p99"
    );
    for outcome in outcomes {
        let Outcome { name, rival, ours } = outcome;
        let (ratio, theirs) = (outcome.ratio(), format!("{:.1}/{:.1} ms", rival.p50, rival.p99));
        let mine = format!("{:.1}/{:.1} ms", ours.p50, ours.p99);
        println!(
            "{name:<46} {:>8.0} {:>8.0} {ratio:>6.2} {theirs:>16} {mine:>16}",
            rival.per_second, ours.per_second
        );
    }
    println!(
        "the Worker: {} KB gzipped; from process to first answer: {:.0} ms",
        size / 1024,
        first_answer
    );
    if as_json {
        let rows: Vec<Value> = outcomes.iter().map(as_value).collect();
        println!(
            "{}",
            json!({ "rows": rows, "wasm_gz": size, "first_answer_ms": first_answer.round() })
        );
    }
    Ok(())
}

fn as_value(outcome: &Outcome) -> Value {
    let side = |measured: &Measured| json!({ "rps": measured.per_second, "p50_ms": measured.p50, "p99_ms": measured.p99 });
    json!({
        "name": outcome.name,
        "ratio": outcome.ratio(),
        "rival": side(&outcome.rival),
        "ours": side(&outcome.ours),
    })
}

/// A request of one side.
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: String,
}

impl Call {
    fn load(&self, port: u16, key: Option<&str>) -> Load<'_> {
        Load {
            call: self,
            port,
            bearer: key.map(|key| format!("Bearer {key}")),
        }
    }
}
