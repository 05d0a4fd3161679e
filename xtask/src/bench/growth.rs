//! Requests on a thousand rows and on a million, and the first page against the thousandth.

use std::fmt::Write;
use std::time::Duration;

use anyhow::{Context, bail};
use runtime::{Connection, Workerd};
use serde_json::{Value, json};

use super::Report;
use super::call::Call;
use super::load::{Load, Measured, in_turns};
use super::tenant::{Tenant, built, started};
use crate::command::progress;

const FEW: u32 = 1_000;
const MANY: u32 = 1_000_000;

/// Rows in one import.
const CHUNK: u32 = 20_000;

/// Places, spread over the rows, that are asked for in turns.
const PLACES: u32 = 64;

/// The later page.
const PAGE: u32 = 1_000;

/// Stamps rise with the keys, so that rows that follow each other by stamp lie side by side; lots lie anywhere.
const SCHEMA: &str =
    "CREATE TABLE entry (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, stamp INT NOT NULL, lot INT NOT NULL,
  note VARCHAR(60) NOT NULL, KEY entry_stamp (stamp), KEY entry_lot (lot));";

const COLUMNS: &str = "select=id,stamp,lot,note";

/// The same request where there is little and where there is much.
struct Outcome {
    name: String,
    little: Measured,
    much: Measured,
    /// The rate with much over that with little.
    ratio: f64,
}

/// `cargo xtask bench --growth`.
pub(crate) fn run(time: Duration) -> Report {
    let server = started(&built("growth")?)?;
    progress("loading 1,000 and 1,000,000 rows");
    let few = loaded(&server, "few", FEW)?;
    let many = loaded(&server, "many", MANY)?;
    let pairs = [
        ("read by key", reads(&few, FEW), reads(&many, MANY)),
        (
            "a page of 50 by an index",
            pages(&few, "stamp"),
            pages(&many, "stamp"),
        ),
        (
            "a page of 50 by an index, rows anywhere",
            pages(&few, "lot"),
            pages(&many, "lot"),
        ),
        ("one insert", inserts(&few), inserts(&many)),
    ];
    let mut outcomes = Vec::new();
    for (name, little, much) in pairs {
        progress(name);
        let name = format!("{name}: {FEW} and {MANY} rows");
        outcomes.push(compare(&server, name, little, much, time)?);
    }
    let first = many.get(&format!("/rest/entry?{COLUMNS}&order=stamp.asc,id.asc&limit=50"));
    let later = later(&server, &first, &many)?;
    progress("pages");
    let name = format!("a page of 50 of {MANY} rows: the first and number {PAGE}");
    outcomes.push(compare(&server, name, vec![first], vec![later], time)?);
    print(&outcomes);
    Ok(outcomes.iter().map(as_value).collect())
}

/// A tenant with so many rows. Stamps and lots lie within the same million.
fn loaded(server: &Workerd, name: &str, rows: u32) -> anyhow::Result<Tenant> {
    let mut connection = Connection::open(server.port())?;
    let tenant = Tenant::make(&mut connection, name)?;
    tenant.push(&mut connection, SCHEMA)?;
    let mut first = 1;
    while first <= rows {
        let last = rows.min(first + CHUNK - 1);
        let mut script = "INSERT INTO entry (id, stamp, lot, note) VALUES ".to_owned();
        for id in first..=last {
            let end = if id == last { ';' } else { ',' };
            let (stamp, lot) = (
                id * (MANY / rows),
                u64::from(id) * 7_919 % u64::from(rows) * u64::from(MANY / rows),
            );
            // Writing to a String cannot fail.
            let _ = write!(
                script,
                "({id},{stamp},{lot},'Note {id}: as long as most of them are'){end}"
            );
        }
        tenant.import(&mut connection, &script)?;
        first = last + 1;
    }
    Ok(tenant)
}

fn reads(tenant: &Tenant, rows: u32) -> Vec<Call> {
    let read = |place| {
        let key = rows / PLACES * place + 1;
        tenant.get(&format!("/rest/entry/{key}?{COLUMNS}"))
    };
    (0..PLACES).map(read).collect()
}

fn pages(tenant: &Tenant, column: &str) -> Vec<Call> {
    let page = |place| {
        // The last ones have 50 rows behind them, too.
        let from = MANY / PLACES * place / 10 * 9;
        tenant.get(&format!(
            "/rest/entry?{COLUMNS}&{column}.gte={from}&order={column}.asc,id.asc&limit=50"
        ))
    };
    (0..PLACES).map(page).collect()
}

fn inserts(tenant: &Tenant) -> Vec<Call> {
    let insert = |place| {
        let row = json!({ "stamp": MANY, "lot": MANY / PLACES * place, "note": "Note: as long as most of them are" });
        tenant.post("/rest/entry", &row)
    };
    (0..PLACES).map(insert).collect()
}

/// The later page, reached by what each page says comes next.
fn later(server: &Workerd, first: &Call, tenant: &Tenant) -> anyhow::Result<Call> {
    progress("walking to the thousandth page");
    let mut connection = Connection::open(server.port())?;
    let mut call = first.clone();
    for _ in 1..PAGE {
        let answer = call.answered(&mut connection)?;
        let link = answer.header("link").context("a page names no next one")?;
        let next = link.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
        let (next, _) = next.with_context(|| format!("not a link: {link}"))?;
        let path = next.find("/t/").map(|at| &next[at..]);
        let path = path.with_context(|| format!("not a page of {}: {next}", tenant.name))?;
        path.clone_into(&mut call.path);
    }
    let rows: Vec<Value> = serde_json::from_slice(&call.answered(&mut connection)?.body)?;
    if rows.len() != 50 {
        bail!("page {PAGE} has {} rows", rows.len());
    }
    Ok(call)
}

fn compare(
    server: &Workerd,
    name: String,
    little: Vec<Call>,
    much: Vec<Call>,
    time: Duration,
) -> anyhow::Result<Outcome> {
    let loads = [little, much].map(|calls| Load { server, calls });
    let measured = in_turns(&loads, time)?;
    let [little, much] = measured.as_slice() else {
        bail!("a side was not measured");
    };
    Ok(Outcome {
        name,
        little: little.medians(),
        much: much.medians(),
        ratio: much.over(little),
    })
}

impl Outcome {
    fn cpu_ratio(&self) -> f64 {
        self.much.cpu / self.little.cpu
    }
}

/// Prints the table: rates and CPU of little and of much, and what much is of little.
fn print(outcomes: &[Outcome]) {
    println!(
        "{:<57} {:>15} {:>6} {:>11} {:>6} {:>16}",
        "", "per second", "ratio", "CPU µs", "ratio", "p50 ms"
    );
    for outcome in outcomes {
        let Outcome {
            name,
            little,
            much,
            ratio,
        } = outcome;
        println!(
            "{name:<57} {:>15} {:>6.2} {:>11} {:>6.2} {:>16}",
            format!("{:.0}/{:.0}", little.per_second, much.per_second),
            ratio,
            format!("{:.0}/{:.0}", little.cpu, much.cpu),
            outcome.cpu_ratio(),
            format!("{:.1}/{:.1}", little.p50, much.p50),
        );
    }
}

fn as_value(outcome: &Outcome) -> Value {
    json!({
        "name": outcome.name,
        "ratio": outcome.ratio,
        "ratio_cpu": outcome.cpu_ratio(),
        "little": outcome.little.as_value(),
        "much": outcome.much.as_value(),
    })
}
