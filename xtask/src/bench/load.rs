//! The load generator: connections that are kept alive, each with one request on its way at any time.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::Context;
use runtime::{Connection, Workerd};
use serde_json::{Value, json};

use super::call::Call;

/// Connections at a time.
pub(crate) const CONNECTIONS: usize = 32;

/// Rounds of each load, in turns and short, so that what else the machine does hits all.
const ROUNDS: usize = 25;

/// Of how many rounds the time is given.
const GIVEN: u32 = 5;

/// What answers requests on a port of the loopback interface.
pub(crate) trait Server: Sync {
    fn port(&self) -> u16;
    /// The CPU time that it has spent, in all of its threads and processes.
    fn cpu(&self) -> anyhow::Result<Duration>;
}

impl Server for Workerd {
    fn port(&self) -> u16 {
        self.port()
    }

    fn cpu(&self) -> anyhow::Result<Duration> {
        self.cpu()
    }
}

/// Requests to repeat. Each connection begins at another place among them, and takes one after the other from there.
pub(crate) struct Load<'a> {
    pub(crate) server: &'a dyn Server,
    pub(crate) calls: Vec<Call>,
}

/// What was measured in one round, or the median of several.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Measured {
    /// Answers per second.
    pub(crate) per_second: f64,
    /// Half of the answers took at most so many milliseconds.
    pub(crate) p50: f64,
    /// 99% of the answers took at most so many milliseconds.
    pub(crate) p99: f64,
    /// Microseconds of the server's CPU for one answer: what least depends on what else the machine does.
    pub(crate) cpu: f64,
}

impl Measured {
    pub(crate) fn as_value(&self) -> Value {
        json!({ "rps": self.per_second, "p50_ms": self.p50, "p99_ms": self.p99, "cpu_us": self.cpu })
    }
}

impl<'a> Load<'a> {
    /// One request, again and again.
    pub(crate) fn of(server: &'a dyn Server, call: Call) -> Self {
        Self {
            server,
            calls: vec![call],
        }
    }

    /// Repeats the requests on the connection of that position for that time, and tells how long each took.
    fn repeat(&self, position: usize, time: Duration) -> anyhow::Result<Vec<Duration>> {
        let mut connection = Connection::open(self.server.port())?;
        let mut times = Vec::new();
        let from = position * self.calls.len() / CONNECTIONS;
        let begun = Instant::now();
        for call in self.calls.iter().cycle().skip(from) {
            if begun.elapsed() >= time {
                break;
            }
            let sent = Instant::now();
            call.answered(&mut connection)?;
            times.push(sent.elapsed());
        }
        Ok(times)
    }
}

/// What was measured of one load, round by round.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rounds(Vec<Measured>);

impl Rounds {
    /// The medians.
    pub(crate) fn medians(&self) -> Measured {
        let of = |figure: fn(&Measured) -> f64| median(self.0.iter().map(figure));
        Measured {
            per_second: of(|round| round.per_second),
            p50: of(|round| round.p50),
            p99: of(|round| round.p99),
            cpu: of(|round| round.cpu),
        }
    }

    /// Its rate over another's: the median of what each round says, whose two parts met the same machine.
    pub(crate) fn over(&self, other: &Self) -> f64 {
        let rounds = self.0.iter().zip(&other.0);
        median(rounds.map(|(one, other)| one.per_second / other.per_second))
    }
}

/// Measures loads in turns, each warmed up before: code compiled, statements cached. All rounds of a load together take five times
/// that time.
pub(crate) fn in_turns(loads: &[Load<'_>], time: Duration) -> anyhow::Result<Vec<Rounds>> {
    for load in loads {
        measure(load, time / 2)?;
    }
    let mut all = vec![Rounds::default(); loads.len()];
    let round = time * GIVEN / u32::try_from(ROUNDS)?;
    for _ in 0..ROUNDS {
        for (load, Rounds(rounds)) in loads.iter().zip(&mut all) {
            rounds.push(measure(load, round)?);
        }
    }
    Ok(all)
}

fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// One round.
pub(crate) fn measure(load: &Load<'_>, time: Duration) -> anyhow::Result<Measured> {
    let spent = load.server.cpu()?;
    let begun = Instant::now();
    let times = thread::scope(|scope| {
        let connections: Vec<_> = (0..CONNECTIONS)
            .map(|position| scope.spawn(move || load.repeat(position, time)))
            .collect();
        let mut times = Vec::new();
        for connection in connections {
            let answers = connection.join().ok().context("a connection's thread panicked")?;
            times.extend(answers?);
        }
        anyhow::Ok(times)
    })?;
    let elapsed = begun.elapsed();
    let spent = load.server.cpu()?.saturating_sub(spent);
    let answers = count(times.len());
    let times = Times::of(times);
    Ok(Measured {
        per_second: answers / elapsed.as_secs_f64(),
        p50: times.at(50),
        p99: times.at(99),
        cpu: spent.as_secs_f64() * 1e6 / answers,
    })
}

/// How long requests took, the shortest first.
pub(crate) struct Times(Vec<Duration>);

impl Times {
    pub(crate) fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// That percentile in milliseconds; 0 where there are none.
    pub(crate) fn at(&self, percent: usize) -> f64 {
        let time = self.0.get(self.0.len() * percent / 100).or(self.0.last());
        milliseconds(time.copied().unwrap_or_default())
    }
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A number of answers, to divide with.
#[expect(clippy::cast_precision_loss, reason = "a count of answers is far below 2^53")]
pub(crate) fn count(answers: usize) -> f64 {
    answers as f64
}
