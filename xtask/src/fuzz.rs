//! Fuzzing: random inputs, guided by which code they reach.

use std::ffi::OsString;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Child;

use anyhow::{Context, bail};

use crate::FuzzArguments;
use crate::command::{cargo_of, command, output, progress, run, target};
use crate::setup::{self, NIGHTLY};

/// The targets: binaries of the crate `fuzz`, and functions of `tests::fuzz`.
const TARGETS: [&str; 4] = ["ddl", "rest", "graphql", "batch"];

/// The longest that one input may take, in seconds.
const SLOW: u32 = 60;

/// What makes the compiler note, for libFuzzer, which edges an input reaches and what it is compared with. These are the flags of
/// the command `cargo fuzz`, whose installation would take longer than a run.
const INSTRUMENTED: [&str; 9] = [
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-sanitizer-coverage-stack-depth",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
    "-Cdebug-assertions",
];

/// `cargo xtask fuzz`: all targets at the same time.
pub(crate) fn fuzz(arguments: &FuzzArguments) -> anyhow::Result<()> {
    let targets: Vec<&str> = match &arguments.target {
        None => TARGETS.to_vec(),
        Some(name) if TARGETS.contains(&name.as_str()) => vec![name],
        Some(name) => bail!("there is no fuzz target '{name}', only {}", TARGETS.join(", ")),
    };
    setup::install_nightly()?;
    progress("building the fuzz targets (minutes the first time)");
    let binaries = build()?;
    progress(&format!(
        "fuzzing {} for {} seconds",
        targets.join(", "),
        arguments.seconds
    ));
    let running = targets
        .into_iter()
        .map(|name| Run::start(&binaries, name, arguments.seconds));
    let running: Vec<Run> = running.collect::<anyhow::Result<_>>()?;
    // All are waited for, so that none goes on behind a failure.
    let ended: Vec<anyhow::Result<()>> = running.into_iter().map(Run::end).collect();
    ended.into_iter().collect()
}

/// Builds all targets. Answers the folder where they are.
fn build() -> anyhow::Result<PathBuf> {
    let host = output(command("rustup").args(["run", NIGHTLY, "rustc", "--print", "host-tuple"]));
    let host = host.context("asking the toolchain for which machine it compiles")?;
    let folder = target().join("fuzz/build");
    let mut build = cargo_of(NIGHTLY);
    build.args([
        "build",
        "--locked",
        "--release",
        "--manifest-path",
        "fuzz/Cargo.toml",
        "--target",
        &host,
    ]);
    // Naming the machine keeps the flags from what runs while it builds.
    run(build
        .env("CARGO_ENCODED_RUSTFLAGS", INSTRUMENTED.join("\u{1f}"))
        .env("CARGO_TARGET_DIR", &folder))?;
    Ok(folder.join(host).join("release"))
}

/// A target that is fed inputs.
struct Run {
    name: String,
    log: PathBuf,
    child: Child,
}

impl Run {
    fn start(binaries: &Path, name: &str, seconds: u64) -> anyhow::Result<Self> {
        // What is found interesting goes to the first folder; the committed corpus is only read.
        let found = target().join("fuzz").join(name);
        let failed = PathBuf::from(format!("fuzz/artifacts/{name}/"));
        for folder in [&found, &runtime::root().join(&failed)] {
            fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        let log = found.with_extension("log");
        let written = File::create(&log).with_context(|| format!("writing {}", log.display()))?;
        let mut artifacts = OsString::from("-artifact_prefix=");
        artifacts.push(&failed);
        let mut fuzz = command(binaries.join(name));
        fuzz.arg(&found)
            .arg(format!("fuzz/corpus/{name}"))
            .arg("-print_final_stats=1")
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-timeout={SLOW}"))
            .arg(format!("-dict=fuzz/{name}.dict"))
            .arg(artifacts)
            .stdout(written.try_clone()?)
            .stderr(written);
        let child = fuzz
            .spawn()
            .with_context(|| format!("starting the fuzz target {name}"))?;
        let name = name.to_owned();
        Ok(Self { name, log, child })
    }

    /// Waits for its end, and tells how many inputs it had.
    fn end(self) -> anyhow::Result<()> {
        let Self { name, log, mut child } = self;
        let status = child.wait().with_context(|| format!("waiting for {name}"))?;
        let said = fs::read(&log).with_context(|| format!("reading {}", log.display()))?;
        let said = String::from_utf8_lossy(&said);
        if !status.success() {
            let from = said.char_indices().rev().nth(LAST_WORDS).map_or(0, |(at, _)| at);
            eprintln!("{}", &said[from..]);
            bail!(
                "an input of {name} failed: it is in fuzz/artifacts/{name}; mend what it found and add it to \
                 fuzz/corpus/{name}, where the native tests run it"
            );
        }
        let inputs = said
            .lines()
            .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
        println!("{name}: {} inputs, none failed", inputs.map_or("no", str::trim));
        Ok(())
    }
}

/// How many characters of a failing target's output are shown.
const LAST_WORDS: usize = 6000;
