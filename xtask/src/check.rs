//! Tests and lints.

use std::{fs, thread};

use anyhow::{Context, anyhow};
use runtime::{Worker, Workerd, free_port};

use crate::command::{cargo, command, output, progress, run, target};
use crate::setup::{self, TARGET};
use crate::{playground, worker};

/// The crates that run in the Worker.
const HOSTED: [&str; 2] = ["shard", "api"];

/// `cargo xtask test`.
pub(crate) fn test() -> anyhow::Result<()> {
    setup::run_all()?;
    setup::install_clients()?;
    setup::install_checks_of_documents()?;
    // Most of the native tests' time is one long test's, which leaves a core to the compiler.
    thread::scope(|scope| {
        let built = scope.spawn(|| worker::build_if_changed().and_then(|()| playground::build_if_changed()));
        test_native()?;
        built
            .join()
            .map_err(|_| anyhow!("building the Worker panicked"))?
    })?;
    progress("tests over HTTP on workerd");
    test_hosted(&["workerd", "sdk", "clients", "generators"])?;
    // The browser and what requests come from the documents leave each other a core.
    thread::scope(|scope| {
        let documents = scope.spawn(|| test_hosted(&["documents"]));
        test_playground()?;
        documents
            .join()
            .map_err(|_| anyhow!("testing the documents panicked"))?
    })
}

/// Runs those tests that need the built Worker.
fn test_hosted(names: &[&str]) -> anyhow::Result<()> {
    let names = names.iter().flat_map(|name| ["--test", name]);
    let mut tests = cargo();
    tests.args(["test", "--locked", "--package", "tests", "--features", "workerd"]);
    run(tests.args(names))
}

/// Runs the scenarios of the playground in a browser, over the built Worker. Its screenshots stay in `tests/output`.
fn test_playground() -> anyhow::Result<()> {
    const TOKEN: &str = "playground-admin-token";
    progress("the playground in a browser");
    let state = target().join("playground/state");
    if state.exists() {
        fs::remove_dir_all(&state).context("clearing the last run's data")?;
    }
    let server = Workerd::start(&Worker::workersql(state), free_port()?, TOKEN, "/healthz")?;
    let mut node = command("node");
    node.args(["--test", "tests/playground/"]);
    run(node
        .env(runtime::ADMIN_TOKEN, TOKEN)
        .env("PLAYGROUND_SERVER", server.url()))
}

/// Runs all tests that need no Worker.
fn test_native() -> anyhow::Result<()> {
    progress("native tests");
    run(cargo()
        .args(["test", "--locked", "--workspace"])
        .env("MODEL_CASES", "10000"))?;
    progress("tests of the Worker's entry");
    run(command("node").args(["--test", "tests/entry/"]))?;
    test_wasm()
}

/// Runs the wasm tests of every crate that has `tests/wasm.rs`, on Node.
fn test_wasm() -> anyhow::Result<()> {
    let runner = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER";
    for entry in fs::read_dir(runtime::root()).context("reading the root")? {
        let folder = entry?.path();
        let (true, Some(name)) = (folder.join("tests/wasm.rs").is_file(), folder.file_name()) else {
            continue;
        };
        progress(&format!("wasm tests of {}", name.display()));
        let mut tests = cargo();
        tests
            .args([
                "test",
                "--locked",
                "--target",
                TARGET,
                "--test",
                "wasm",
                "--package",
            ])
            .arg(name);
        run(tests.env(runner, setup::tool("wasm-bindgen-test-runner")))?;
    }
    Ok(())
}

/// `cargo xtask lint`.
pub(crate) fn lint() -> anyhow::Result<()> {
    setup::add_target()?;
    playground::lint()?;
    progress("format");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    progress("lints");
    run(cargo().args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--all-features",
        "--",
        "-D",
        "warnings",
    ]))?;
    for hosted in HOSTED {
        let mut clippy = cargo();
        clippy.args([
            "clippy",
            "--locked",
            "--package",
            hosted,
            "--lib",
            "--target",
            TARGET,
        ]);
        run(clippy.args(["--", "-D", "warnings"]))?;
    }
    let has_rules = runtime::root().join("deny.toml").is_file();
    if has_rules && output(command("cargo-deny").arg("--version")).is_some() {
        progress("licences and sources");
        run(cargo().args([
            "deny",
            "--log-level",
            "error",
            "check",
            "licenses",
            "sources",
            "bans",
        ]))?;
    }
    Ok(())
}
