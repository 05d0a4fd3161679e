//! Ten times the requests that a shard can serve.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use runtime::{Answer, Connection};
use serde_json::{Value, json};

use super::call::Call;
use super::load::{Load, Measured, Times, count, measure, milliseconds};
use super::tenant::{built, started};
use super::{Report, data};
use crate::command::progress;

/// How many times what the shard can.
const TIMES_TOO_MUCH: f64 = 10.0;

/// Connections that offer it: more than may be under way.
const CONNECTIONS: usize = 512;

const TIME: Duration = Duration::from_secs(10);

/// How long the full rate is measured before.
const BEFORE: Duration = Duration::from_secs(4);

/// How long what is offered afterwards may take to be as before.
const PATIENCE: Duration = Duration::from_secs(30);

/// A request that was sent, and how it was answered.
struct Sent {
    took: Duration,
    /// Since the load began.
    answered: Duration,
    kind: Kind,
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Kind {
    Served,
    /// 503 with `Retry-After`.
    Refused,
    /// Anything else.
    Failed,
}

struct Outcome {
    name: &'static str,
    before: Measured,
    /// Requests sent in a second.
    offered: f64,
    /// Answers with 200 in a second.
    served: f64,
    served_times: Times,
    /// The share of the answers that are 503 with `Retry-After`.
    refused: f64,
    refused_times: Times,
    failed: usize,
    /// Processors that the server used, of which the shard and the gateway have one together.
    busy: f64,
    /// From the end of the load to the first answer that took no longer than one does without load.
    recovery: Duration,
    after: Measured,
}

/// `cargo xtask bench --overload`.
pub(crate) fn run() -> Report {
    let server = started(&built("overload")?)?;
    progress("loading the bookshop");
    let key = data::load_ours(&mut Connection::open(server.port())?)?;
    let outcomes = [
        (
            "counts over 100,000 rows",
            "/t/bench/rest/review?select=rating,count()",
        ),
        (
            "read by key",
            "/t/bench/rest/book/4711?select=id,title,year,price",
        ),
    ]
    .map(|(name, path)| {
        progress(name);
        overloaded(name, &Load::of(&server, Call::get(path).with_key(&key)))
    })
    .into_iter()
    .collect::<anyhow::Result<Vec<_>>>()?;
    print(&outcomes);
    Ok(outcomes.iter().map(as_value).collect())
}

fn overloaded(name: &'static str, load: &Load<'_>) -> anyhow::Result<Outcome> {
    let (call, port) = (load.calls.first().context("nothing to ask")?, load.server.port());
    measure(load, BEFORE / 4)?;
    let before = measure(load, BEFORE)?;
    let normal = alone(call, port)? * 2 + Duration::from_millis(1);
    let connections = connected(port)?;
    let (cpu, begun) = (load.server.cpu()?, Instant::now());
    let (sent, recovery) = thread::scope(|scope| {
        let probe = scope.spawn(|| recovered(call, port, begun + TIME, normal));
        let sent = offer(call, connections, begun, before.per_second * TIMES_TOO_MUCH)?;
        anyhow::Ok((sent, probe.join().ok().context("the probe panicked")??))
    })?;
    let busy = (load.server.cpu()?.saturating_sub(cpu)).as_secs_f64() / begun.elapsed().as_secs_f64();
    let after = measure(load, Duration::from_secs(1))?;
    let of = |kind| {
        let times = sent.iter().filter(|sent| sent.kind == kind).map(|sent| sent.took);
        times.collect::<Vec<_>>()
    };
    let in_time = |sent: &&Sent| sent.kind == Kind::Served && sent.answered <= TIME;
    let (served, refused) = (of(Kind::Served), of(Kind::Refused));
    Ok(Outcome {
        name,
        before,
        offered: count(sent.len()) / TIME.as_secs_f64(),
        served: count(sent.iter().filter(in_time).count()) / TIME.as_secs_f64(),
        refused: count(refused.len()) / count(sent.len()),
        failed: of(Kind::Failed).len(),
        busy,
        served_times: Times::of(served),
        refused_times: Times::of(refused),
        recovery,
        after,
    })
}

/// How long an answer takes where nobody else asks.
fn alone(call: &Call, port: u16) -> anyhow::Result<Duration> {
    let mut connection = Connection::open(port)?;
    let mut times = Vec::new();
    for _ in 0..21 {
        let sent = Instant::now();
        call.answered(&mut connection)?;
        times.push(sent.elapsed());
    }
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .copied()
        .context("nothing was measured")
}

/// Offers so many requests a second, whether or not those before were answered, as long as a connection is free.
fn offer(
    call: &Call,
    connections: Vec<Connection>,
    begun: Instant,
    per_second: f64,
) -> anyhow::Result<Vec<Sent>> {
    let next = &AtomicUsize::new(0);
    let offer = |mut connection| {
        let mut sent = Vec::new();
        loop {
            let due = Duration::from_secs_f64(count(next.fetch_add(1, Ordering::Relaxed)) / per_second);
            if due.max(begun.elapsed()) >= TIME {
                return anyhow::Ok(sent);
            }
            sleep(due.saturating_sub(begun.elapsed()));
            sent.push(send(call, &mut connection, begun)?);
        }
    };
    let offer = &offer;
    thread::scope(|scope| {
        let threads: Vec<_> = connections
            .into_iter()
            .map(|connection| scope.spawn(move || offer(connection)))
            .collect();
        let mut sent = Vec::new();
        for thread in threads {
            sent.extend(thread.join().ok().context("a connection's thread panicked")??);
        }
        Ok(sent)
    })
}

/// Connections that the server knows already: it takes one at a time, between other work.
fn connected(port: u16) -> anyhow::Result<Vec<Connection>> {
    let connected = |_| {
        let mut connection = Connection::open(port)?;
        connection.get("/healthz")?;
        Ok(connection)
    };
    (0..CONNECTIONS).map(connected).collect()
}

fn send(call: &Call, connection: &mut Connection, begun: Instant) -> anyhow::Result<Sent> {
    let from = Instant::now();
    let answer = call.send(connection)?;
    Ok(Sent {
        took: from.elapsed(),
        answered: begun.elapsed(),
        kind: Kind::of(&answer),
    })
}

impl Kind {
    fn of(answer: &Answer) -> Self {
        match answer.status {
            200 => Self::Served,
            503 if answer.header("retry-after").is_some() => Self::Refused,
            _ => Self::Failed,
        }
    }
}

/// Asks from that moment on, and tells when the first answer came that took no longer than is normal.
fn recovered(call: &Call, port: u16, ended: Instant, normal: Duration) -> anyhow::Result<Duration> {
    let mut connection = Connection::open(port)?;
    sleep(ended.saturating_duration_since(Instant::now()));
    while ended.elapsed() < PATIENCE {
        let sent = send(call, &mut connection, ended)?;
        if sent.kind == Kind::Served && sent.took <= normal {
            return Ok(sent.answered);
        }
    }
    bail!(
        "no answer is as before {} seconds after the load",
        PATIENCE.as_secs()
    )
}

/// Prints the table.
fn print(outcomes: &[Outcome]) {
    println!(
        "{:<26} {:>8} {:>9} {:>8} {:>8} {:>18} {:>18} {:>7} {:>5} {:>9} {:>8}",
        "",
        "before/s",
        "offered/s",
        "served/s",
        "refused",
        "served p50/p99",
        "refused p50/p99",
        "failed",
        "busy",
        "recovery",
        "after/s"
    );
    for outcome in outcomes {
        let times = |times: &Times| format!("{:.0}/{:.0} ms", times.at(50), times.at(99));
        println!(
            "{:<26} {:>8.0} {:>9.0} {:>8.0} {:>7.1}% {:>18} {:>18} {:>7} {:>5.2} {:>6.0} ms {:>8.0}",
            outcome.name,
            outcome.before.per_second,
            outcome.offered,
            outcome.served,
            outcome.refused * 100.0,
            times(&outcome.served_times),
            times(&outcome.refused_times),
            outcome.failed,
            outcome.busy,
            milliseconds(outcome.recovery),
            outcome.after.per_second,
        );
    }
}

fn as_value(outcome: &Outcome) -> Value {
    let times = |times: &Times| json!({ "p50_ms": times.at(50), "p99_ms": times.at(99) });
    json!({
        "name": outcome.name,
        "before": outcome.before.as_value(),
        "offered_rps": outcome.offered,
        "served_rps": outcome.served,
        "served": times(&outcome.served_times),
        "refused_share": outcome.refused,
        "refused": times(&outcome.refused_times),
        "failed": outcome.failed,
        "busy": outcome.busy,
        "recovery_ms": milliseconds(outcome.recovery),
        "after": outcome.after.as_value(),
    })
}
