//! Counts instructions: unlike times, they are the same on a busy machine.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, bail};
use serde_json::{Value, json};

use super::{data, rows};
use crate::command::{cargo, progress, run, target};

/// What a figure may grow by.
const MOST: f64 = 1.05;

/// How often a request is answered: what grows with the number of answers is spread over them.
const TIMES: u64 = 20;

/// `cargo xtask instructions`.
pub(crate) fn run_all(update: bool) -> anyhow::Result<()> {
    let folder = target().join("instructions");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("clearing the last counts")?;
    }
    fs::create_dir_all(&folder).context("making a folder for the counts")?;
    let names = write_requests(&folder)?;
    progress("building the native host");
    run(cargo().args([
        "build",
        "--profile",
        "counted",
        "--quiet",
        "--locked",
        "--package",
        "tests",
        "--example",
        "pipeline",
    ]))?;
    progress("counting (a minute)");
    count(&folder)?;
    let mut counted = BTreeMap::new();
    for (position, name) in names.into_iter().enumerate() {
        counted.insert(name, counts(&folder, position + 1)? / TIMES);
    }
    let recorded = runtime::root().join("bench/instructions.json");
    let toolchain = toolchain()?;
    if update {
        let text = serde_json::to_string_pretty(&json!({ "toolchain": toolchain, "instructions": counted }))?;
        return fs::write(&recorded, text + "\n").context("recording the counts");
    }
    let known: Value =
        serde_json::from_str(&fs::read_to_string(&recorded).context("reading the recorded counts")?)?;
    if known["toolchain"] != toolchain.as_str() {
        println!(
            "the recorded counts are of {}, this is {toolchain}: not compared",
            known["toolchain"]
        );
        return Ok(());
    }
    compare(&counted, &known["instructions"])
}

/// Writes what the native host is asked, and answers the names.
fn write_requests(folder: &Path) -> anyhow::Result<Vec<String>> {
    let rows = rows::all();
    let requests: Vec<Value> = rows
        .iter()
        .filter_map(|row| row.ours.first())
        .map(|call| {
            json!({ "method": call.method, "path": call.path, "body": call.body, "prefer": call.prefer, "times": TIMES })
        })
        .collect();
    fs::write(folder.join("requests.json"), Value::from(requests).to_string())?;
    fs::write(folder.join("schema.sql"), data::SCHEMA)?;
    fs::write(folder.join("data.sql"), data::for_counting())?;
    Ok(rows
        .iter()
        .map(|row| format!("{} ({})", row.name, row.protocol))
        .collect())
}

fn count(folder: &Path) -> anyhow::Result<()> {
    let out = format!("--callgrind-out-file={}", folder.join("counts").display());
    let mut valgrind = Command::new("valgrind");
    valgrind.args([
        "--tool=callgrind",
        "--toggle-collect=pipeline::counted_requests",
        "--dump-after=pipeline::counted_requests",
    ]);
    valgrind
        .arg(out)
        .arg(target().join("counted/examples/pipeline"))
        .arg(folder);
    let output = valgrind
        .output()
        .context("valgrind is missing: apt-get install valgrind")?;
    if !output.status.success() {
        bail!("counting failed: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}

/// The instructions of one request's repetitions.
fn counts(folder: &Path, position: usize) -> anyhow::Result<u64> {
    let text = fs::read_to_string(folder.join(format!("counts.{position}"))).context("reading the counts")?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    total
        .context("no total in the counts")?
        .trim()
        .parse()
        .context("reading a total")
}

fn toolchain() -> anyhow::Result<String> {
    let output = Command::new("rustc")
        .arg("--version")
        .output()
        .context("asking rustc")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn compare(counted: &BTreeMap<String, u64>, known: &Value) -> anyhow::Result<()> {
    let mut grown = Vec::new();
    for (name, now) in counted {
        let before = known[name]
            .as_u64()
            .with_context(|| format!("'{name}' is not recorded: run with --update"))?;
        #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
        let ratio = *now as f64 / before as f64;
        println!("{name:<57} {now:>12} {ratio:>6.3}");
        if ratio > MOST {
            grown.push(name.as_str());
        }
    }
    if grown.is_empty() {
        return Ok(());
    }
    bail!(
        "these take over 5% more instructions than recorded: {}; where that is meant, record them anew with --update",
        grown.join(", ")
    )
}
