//! The Workers host: the built Worker on workerd, over HTTP.

use std::cell::RefCell;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use runtime::{Connection, Worker, Workerd, free_port};

use crate::case::{CaseRequest, CaseResponse};
use crate::host::TestHost;

/// The admin token of these tests.
pub const ADMIN_TOKEN: &str = "workerd-test-token";

/// A running workerd with a state folder of its own, which goes when it does.
pub struct OnWorkerd {
    state: PathBuf,
    workerd: Workerd,
    /// With when it was last used.
    connection: RefCell<Option<(Connection, Instant)>>,
}

/// A connection that was idle for longer is not used again: the server closes it after five seconds, perhaps just when the
/// next request is on its way.
const IDLE: Duration = Duration::from_secs(2);

impl OnWorkerd {
    /// Starts one with an empty state folder of that name.
    pub fn start(name: &str) -> Result<Self> {
        let state = std::env::temp_dir().join(format!("workersql-{}-{name}", std::process::id()));
        if state.exists() {
            std::fs::remove_dir_all(&state)?;
        }
        Self::over(state)
    }

    fn over(state: PathBuf) -> Result<Self> {
        let workerd = Workerd::start(
            &Worker::workersql(state.clone()),
            free_port()?,
            ADMIN_TOKEN,
            "/healthz",
        )?;
        Ok(Self {
            state,
            workerd,
            connection: RefCell::new(None),
        })
    }

    /// Kills it in the middle of whatever it does, and starts another over the same state.
    pub fn kill_and_restart(&mut self) -> Result<()> {
        self.workerd.kill()?;
        *self.connection.borrow_mut() = None;
        self.workerd = Workerd::start(
            &Worker::workersql(self.state.clone()),
            free_port()?,
            ADMIN_TOKEN,
            "/healthz",
        )?;
        Ok(())
    }

    /// Kills it.
    pub fn kill(&mut self) -> Result<()> {
        self.workerd.kill()
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.workerd.port()
    }
}

impl Drop for OnWorkerd {
    fn drop(&mut self) {
        // The folder cannot be removed under a running one.
        if self.workerd.kill().is_ok() {
            // Left behind in the temporary folder at worst.
            let _ = std::fs::remove_dir_all(&self.state);
        }
    }
}

impl TestHost for OnWorkerd {
    fn admin_token(&self) -> &str {
        ADMIN_TOKEN
    }

    fn send(&self, request: &CaseRequest) -> Result<CaseResponse> {
        let mut slot = self.connection.borrow_mut();
        let mut connection = match slot.take() {
            Some((connection, used)) if used.elapsed() < IDLE => connection,
            _ => Connection::open(self.port())?,
        };
        let headers: Vec<(&str, &str)> = request
            .headers
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let answer = connection
            .send(&request.method, &request.path, &headers, &request.body)
            .with_context(|| format!("{} {}", request.method, request.path))?;
        *slot = Some((connection, Instant::now()));
        Ok(CaseResponse {
            status: answer.status,
            body: answer.text(),
            headers: answer.headers,
        })
    }
}
