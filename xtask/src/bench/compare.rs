//! Rates against a hand-written JavaScript Worker, and against PostGraphile over PostgreSQL, that answer the same.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use runtime::{Connection, Worker, Workerd, free_port};
use serde_json::{Value, json};

use super::call::Call;
use super::load::{Load, Measured, Rounds, in_turns};
use super::postgraphile::Postgraphile;
use super::rows::{self, Row};
use super::tenant::{TOKEN, built};
use super::{Report, data};
use crate::command::{progress, target};
use crate::worker;

/// Who answers the same requests.
struct Sides {
    rival: Workerd,
    /// Or why it is left out.
    postgraphile: anyhow::Result<Postgraphile>,
    ours: Workerd,
    key: String,
}

/// What was measured of a row.
struct Outcome {
    name: &'static str,
    protocol: &'static str,
    ours: Measured,
    /// Where rows are mapped in JavaScript.
    mapped: Rival,
    /// Where SQLite writes the JSON.
    json: Rival,
    postgraphile: Option<Rival>,
}

/// A rival's medians, and our rate over its.
struct Rival {
    measured: Measured,
    ratio: f64,
}

impl Outcome {
    fn to_postgraphile(&self) -> Option<f64> {
        self.postgraphile.as_ref().map(|rival| rival.ratio)
    }
}

/// `cargo xtask bench`: the rows whose names contain that part, with rounds of that time.
pub(crate) fn run(only: Option<&str>, time: Duration) -> Report {
    let worker = built("ours")?;
    let begun = Instant::now();
    let ours = Workerd::start(&worker, free_port()?, TOKEN, "/healthz")?;
    let first_answer = begun.elapsed();
    let sides = loaded(ours)?;
    let mut outcomes = Vec::new();
    for row in rows::all().into_iter().chain(rows::by_function()) {
        if only.is_some_and(|part| !row.name.contains(part)) {
            continue;
        }
        check_same(&row, &sides)?;
        progress(&format!("{} ({})", row.name, row.protocol));
        outcomes.push(measure_row(&row, &sides, time)?);
    }
    print(&outcomes);
    if let Err(reason) = &sides.postgraphile {
        println!("PostGraphile is left out: {reason:#}");
    }
    let (size, memory) = (worker::gzipped()?, sides.ours.memory()?);
    let first_answer = first_answer.as_secs_f64() * 1000.0;
    println!(
        "the Worker: {} KB gzipped; from process to first answer: {first_answer:.0} ms; {} MB at the most",
        size / 1024,
        memory / 1024 / 1024,
    );
    let rows: Vec<Value> = outcomes.iter().map(as_value).collect();
    Ok(json!({ "rows": rows, "wasm_gz": size, "first_answer_ms": first_answer.round(), "memory": memory }))
}

/// All sides with the same rows.
fn loaded(ours: Workerd) -> anyhow::Result<Sides> {
    let folder = target().join("bench/rival");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("clearing the last run's data")?;
    }
    let rival = Worker {
        modules: runtime::root().join("bench/rival"),
        entry: "worker.js",
        assets: None,
        wasm: None,
        objects: &[("SHOP", "Shop")],
        state: folder,
    };
    let rival = Workerd::start(&rival, free_port()?, TOKEN, "/healthz")?;
    progress("loading 1,000 authors, 10,000 books and 100,000 reviews into all");
    data::load_rival(&mut Connection::open(rival.port())?)?;
    let key = data::load_ours(&mut Connection::open(ours.port())?)?;
    Ok(Sides {
        rival,
        postgraphile: Postgraphile::start(),
        ours,
        key,
    })
}

impl Sides {
    /// What each is asked for a row: we first, then rows mapped, JSON by SQLite, and PostGraphile where it is there.
    fn loads(&self, row: &Row) -> Vec<Load<'_>> {
        let ours = row.ours.iter().map(|call| call.clone().with_key(&self.key));
        let mut loads = vec![
            Load {
                server: &self.ours,
                calls: ours.collect(),
            },
            Load {
                server: &self.rival,
                calls: row.rival.clone(),
            },
            Load {
                server: &self.rival,
                calls: row.rival.iter().map(json_written).collect(),
            },
        ];
        if let Ok(postgraphile) = &self.postgraphile {
            loads.push(Load {
                server: postgraphile,
                calls: row.postgraphile.clone(),
            });
        }
        loads
    }
}

/// The rival's call where SQLite writes the JSON.
fn json_written(call: &Call) -> Call {
    Call {
        path: format!("/json{}", call.path),
        ..call.clone()
    }
}

/// All sides must answer the same before their speed means anything.
fn check_same(row: &Row, sides: &Sides) -> anyhow::Result<()> {
    let parsed = |body: &[u8]| serde_json::from_slice::<Value>(body).unwrap_or_default();
    let shown = |text: String| text.chars().take(400).collect::<String>();
    let mut answers = Vec::new();
    for load in sides.loads(row) {
        let call = load.calls.first().context("a row without requests")?;
        answers.push(call.answered(&mut Connection::open(load.server.port())?)?);
    }
    let (ours, others) = answers.split_first().context("nobody was asked")?;
    for other in others {
        let refused = !parsed(&other.body)["errors"].is_null();
        let same = parsed(&ours.body) == parsed(&other.body);
        if refused || (row.comparable && !same) {
            bail!(
                "{} ({}): the answers differ.\nrival: {}\nours: {}",
                row.name,
                row.protocol,
                shown(other.text()),
                shown(ours.text())
            );
        }
    }
    Ok(())
}

fn measure_row(row: &Row, sides: &Sides, time: Duration) -> anyhow::Result<Outcome> {
    let measured = in_turns(&sides.loads(row), time)?;
    let [ours, mapped, json, rest @ ..] = measured.as_slice() else {
        bail!("a side was not measured");
    };
    let rival = |rounds: &Rounds| Rival {
        measured: rounds.medians(),
        ratio: ours.over(rounds),
    };
    Ok(Outcome {
        name: row.name,
        protocol: row.protocol,
        ours: ours.medians(),
        mapped: rival(mapped),
        json: rival(json),
        postgraphile: rest.first().map(rival),
    })
}

/// Prints the table. `ratio` is to rows mapped in JavaScript, `to JSON` to JSON written by SQLite, `to PG` to PostGraphile.
fn print(outcomes: &[Outcome]) {
    println!(
        "{:<57} {:>7} {:>7} {:>6} {:>7} {:>6} {:>7} {:>6} {:>16} {:>20}",
        "", "rival/s", "JSON/s", "PG/s", "ours/s", "ratio", "to JSON", "to PG", "ours p50/p99", "CPU µs"
    );
    for outcome in outcomes {
        let Outcome {
            name,
            protocol,
            ours,
            mapped,
            json,
            postgraphile,
        } = outcome;
        let figure = |of: fn(&Measured) -> f64| {
            let figure = postgraphile
                .as_ref()
                .map(|rival| format!("{:.0}", of(&rival.measured)));
            figure.unwrap_or_else(|| "-".to_owned())
        };
        let ratio = outcome.to_postgraphile().map(|ratio| format!("{ratio:.2}"));
        let times = format!("{:.1}/{:.1} ms", ours.p50, ours.p99);
        let cpu = format!(
            "{:.0}/{:.0}/{}/{:.0}",
            mapped.measured.cpu,
            json.measured.cpu,
            figure(|rival| rival.cpu),
            ours.cpu
        );
        println!(
            "{:<57} {:>7.0} {:>7.0} {:>6} {:>7.0} {:>6.2} {:>7.2} {:>6} {times:>16} {cpu:>20}",
            format!("{name} ({protocol})"),
            mapped.measured.per_second,
            json.measured.per_second,
            figure(|rival| rival.per_second),
            ours.per_second,
            mapped.ratio,
            json.ratio,
            ratio.unwrap_or_else(|| "-".to_owned()),
        );
    }
}

fn as_value(outcome: &Outcome) -> Value {
    let ours = &outcome.ours;
    json!({
        "name": outcome.name,
        "protocol": outcome.protocol,
        "ratio": outcome.mapped.ratio,
        "ratio_json": outcome.json.ratio,
        "ratio_postgraphile": outcome.to_postgraphile(),
        "rps": ours.per_second,
        "p50_ms": ours.p50,
        "p99_ms": ours.p99,
        "cpu_us": ours.cpu,
        "cpu_us_rival": outcome.mapped.measured.cpu,
        "cpu_us_json": outcome.json.measured.cpu,
        "cpu_us_postgraphile": outcome.postgraphile.as_ref().map(|rival| rival.measured.cpu),
    })
}
