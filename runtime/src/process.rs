//! A workerd process.

use std::fs::{self, File};
use std::net::TcpListener;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};

use crate::config::Worker;
use crate::http::Connection;

/// How long a start may take. It compiles the wasm.
const START: Duration = Duration::from_secs(30);

/// How long workerd may take to end by itself.
const END: Duration = Duration::from_secs(3);

/// A running workerd. Ended, without mercy, when dropped; what it acknowledged is on disk by then.
#[derive(Debug)]
pub struct Workerd {
    child: Child,
    port: u16,
}

/// A port of the loopback interface that nobody listens on.
///
/// # Errors
/// The system has none.
pub fn free_port() -> anyhow::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The CPU time that a process has spent, in all of its threads.
///
/// # Errors
/// The system does not tell: it does on Linux.
pub fn cpu_of(process: u32) -> anyhow::Result<Duration> {
    let mut spent = 0;
    for thread in fs::read_dir(format!("/proc/{process}/task")).context("reading its threads")? {
        // A thread may end meanwhile.
        let times = fs::read_to_string(thread?.path().join("schedstat")).unwrap_or_default();
        let first = times.split(' ').next().and_then(|time| time.parse::<u64>().ok());
        spent += first.unwrap_or_default();
    }
    Ok(Duration::from_nanos(spent))
}

impl Workerd {
    /// Starts a Worker on that port, and waits until `GET` of the ready path answers 200. What workerd says goes to
    /// `workerd.log` in the state folder.
    ///
    /// # Errors
    /// workerd is not installed, ends at once, or is not ready in half a minute; with the end of its log.
    pub fn start(worker: &Worker, port: u16, admin_token: &str, ready: &str) -> anyhow::Result<Self> {
        fs::create_dir_all(worker.data()).with_context(|| format!("making {}", worker.data().display()))?;
        let config = worker.state.join("workerd.capnp");
        fs::write(&config, worker.config(port)).with_context(|| format!("writing {}", config.display()))?;
        let log_path = worker.state.join("workerd.log");
        let log = File::create(&log_path).with_context(|| format!("making {}", log_path.display()))?;
        let mut import_path = std::ffi::OsString::from("--import-path=");
        import_path.push(&worker.modules);
        let child = Command::new(crate::binary()?)
            .arg("serve")
            .arg(import_path)
            .arg(&config)
            .env(crate::ADMIN_TOKEN, admin_token)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("starting workerd")?;
        let mut started = Self { child, port };
        started.wait_until_ready(ready).with_context(|| {
            let log = fs::read_to_string(&log_path).unwrap_or_default();
            let from = log.lines().count().saturating_sub(8);
            log.lines().skip(from).collect::<Vec<_>>().join("\n")
        })?;
        Ok(started)
    }

    fn wait_until_ready(&mut self, path: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.exited()? {
                bail!("workerd ended ({status})");
            }
            let answer = Connection::open(self.port).and_then(|mut connection| connection.get(path));
            if answer.is_ok_and(|answer| answer.status == 200) {
                return Ok(());
            }
            if begun.elapsed() > START {
                bail!("workerd is not ready after {} seconds", START.as_secs());
            }
            sleep(Duration::from_millis(10));
        }
    }

    /// The port that it listens on.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Its address, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// How it ended, if it did.
    ///
    /// # Errors
    /// The system does not tell.
    pub fn exited(&mut self) -> anyhow::Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// Ends it in the middle of whatever it does, as a power cut would.
    ///
    /// # Errors
    /// The system does not let it.
    pub fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// The CPU time that it has spent, in all of its threads.
    ///
    /// # Errors
    /// The system does not tell: it does on Linux.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        cpu_of(self.child.id())
    }

    /// The most memory that it has taken, in bytes.
    ///
    /// # Errors
    /// The system does not tell: it does on Linux.
    pub fn memory(&self) -> anyhow::Result<u64> {
        self.state("VmHWM:")
    }

    /// The memory that it takes now, in bytes.
    ///
    /// # Errors
    /// The system does not tell: it does on Linux.
    pub fn memory_now(&self) -> anyhow::Result<u64> {
        self.state("VmRSS:")
    }

    fn state(&self, name: &str) -> anyhow::Result<u64> {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.child.id())).context("reading its state")?;
        let value = status.lines().find_map(|line| line.strip_prefix(name));
        let kilobytes = value.and_then(|value| value.trim().trim_end_matches(" kB").parse::<u64>().ok());
        Ok(kilobytes.context("no memory in its state")? * 1024)
    }

    /// Asks it to end, and ends it if it takes more than three seconds.
    ///
    /// # Errors
    /// The system does not let it.
    pub fn stop(&mut self) -> anyhow::Result<()> {
        #[cfg(unix)]
        if let Some(pid) = rustix::process::Pid::from_raw(i32::try_from(self.child.id())?) {
            // It may have ended by itself, which is as good.
            let _ = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
            let begun = Instant::now();
            while begun.elapsed() < END {
                if self.exited()?.is_some() {
                    return Ok(());
                }
                sleep(Duration::from_millis(20));
            }
        }
        self.kill()
    }
}

impl Drop for Workerd {
    fn drop(&mut self) {
        // Nobody is left to tell of a failure.
        let _ = self.kill();
    }
}
