//! The load generator: connections that are kept alive, each with one request on its way at any time.

use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use runtime::{Answer, Connection, Workerd};

use super::Call;

/// Connections at a time.
const CONNECTIONS: usize = 32;

/// A request to repeat.
pub(crate) struct Load<'a> {
    pub(crate) call: &'a Call,
    pub(crate) server: &'a Workerd,
    pub(crate) bearer: Option<String>,
}

/// What was measured in one round.
#[derive(Debug, Clone)]
pub(crate) struct Measured {
    /// Answers per second.
    pub(crate) per_second: f64,
    /// Half of the answers took at most so many milliseconds.
    pub(crate) p50: f64,
    /// 99% of the answers took at most so many milliseconds.
    pub(crate) p99: f64,
    /// Microseconds of workerd's CPU for one answer: what least depends on what else the machine does.
    pub(crate) cpu: f64,
}

impl Load<'_> {
    /// Sends the request once, on a connection of its own.
    pub(crate) fn once(&self) -> anyhow::Result<Answer> {
        self.send(&mut Connection::open(self.server.port())?)
    }

    fn send(&self, connection: &mut Connection) -> anyhow::Result<Answer> {
        let Call {
            method,
            path,
            body,
            prefer,
        } = self.call;
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(prefer.map(|prefer| ("prefer", prefer)));
        if let Some(bearer) = &self.bearer {
            headers.push(("authorization", bearer));
        }
        connection.send(method, path, &headers, body.as_bytes())
    }

    /// Repeats the request on one connection for that time, and tells how long each took.
    fn repeat(&self, time: Duration) -> anyhow::Result<Vec<Duration>> {
        let mut connection = Connection::open(self.server.port())?;
        let mut times = Vec::new();
        let begun = Instant::now();
        while begun.elapsed() < time {
            let sent = Instant::now();
            let answer = self.send(&mut connection)?;
            if answer.status / 100 != 2 {
                bail!(
                    "{} {} answered {}: {}",
                    self.call.method,
                    self.call.path,
                    answer.status,
                    answer.text()
                );
            }
            times.push(sent.elapsed());
        }
        Ok(times)
    }
}

/// One round.
pub(crate) fn measure(load: &Load<'_>, time: Duration) -> anyhow::Result<Measured> {
    let spent = load.server.cpu()?;
    let begun = Instant::now();
    let mut times = thread::scope(|scope| {
        let connections: Vec<_> = (0..CONNECTIONS)
            .map(|_| scope.spawn(|| load.repeat(time)))
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
    times.sort_unstable();
    let at = |percent: usize| {
        times
            .get(times.len() * percent / 100)
            .or(times.last())
            .copied()
            .unwrap_or_default()
    };
    #[expect(clippy::cast_precision_loss, reason = "a count of answers is far below 2^53")]
    let answers = times.len() as f64;
    Ok(Measured {
        per_second: answers / elapsed.as_secs_f64(),
        p50: at(50).as_secs_f64() * 1000.0,
        p99: at(99).as_secs_f64() * 1000.0,
        cpu: spent.as_secs_f64() * 1e6 / answers,
    })
}
