//! Installs what the other tasks need, pinned. Looks first, so that a second run takes no time.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::command::{cargo, command, output, progress, run as execute};

/// The toolchain that compiles the Worker: a standard library built for size, without texts that only a debugger reads,
/// is a tenth of the Worker, and stable Rust cannot build one yet.
pub(crate) const NIGHTLY: &str = "nightly-2026-04-20";

/// Where Rust code for Workers runs.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The same version as the crate in `Cargo.toml`.
const WASM_BINDGEN: &str = "0.2.129";

/// Where the linters of documents are pinned.
const DOCUMENTS: &str = "tests/documents";

/// Where the generators of clients are pinned.
const CLIENTS: &str = "tests/clients";

/// Where PostGraphile is pinned.
pub(crate) const POSTGRAPHILE: &str = "bench/postgraphile";

/// The oldest Node whose npm packages these are.
const NODE: u32 = 20;

/// Installs everything that is missing.
pub(crate) fn run_all() -> anyhow::Result<()> {
    check_node()?;
    add_target()?;
    install_nightly()?;
    install_wasm_bindgen()?;
    install_packages_of(&runtime::root())
}

/// `cargo xtask setup`.
pub(crate) fn run() -> anyhow::Result<()> {
    run_all()?;
    println!("all tools are installed");
    Ok(())
}

/// A tool that cargo installed.
pub(crate) fn tool(name: &str) -> PathBuf {
    runtime::root().join(".tools/bin").join(name)
}

/// A tool that npm installed.
pub(crate) fn package(name: &str) -> PathBuf {
    runtime::root().join("node_modules/.bin").join(name)
}

fn check_node() -> anyhow::Result<()> {
    let version = output(command("node").arg("--version"))
        .context("Node is not installed: install Node 20 or newer, then run this again")?;
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        _ => bail!("Node {version} is too old: install Node {NODE} or newer, then run this again"),
    }
}

/// Adds the wasm target to the toolchain that runs this.
pub(crate) fn add_target() -> anyhow::Result<()> {
    let installed = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if installed.is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    progress("adding the wasm target (seconds)");
    execute(command("rustup").args(["target", "add", TARGET]))
}

pub(crate) fn install_nightly() -> anyhow::Result<()> {
    let sysroot = output(command("rustup").args(["run", NIGHTLY, "rustc", "--print", "sysroot"]));
    if sysroot.is_some_and(|sysroot| {
        PathBuf::from(sysroot)
            .join("lib/rustlib/src/rust/library")
            .is_dir()
    }) {
        return Ok(());
    }
    progress("installing the toolchain that compiles the Worker (half a minute)");
    let mut install = command("rustup");
    install.args([
        "toolchain",
        "install",
        NIGHTLY,
        "--profile",
        "minimal",
        "--no-self-update",
    ]);
    // The sources only: the standard library for the target is built from them.
    execute(install.args(["--component", "rust-src"]))
}

fn install_wasm_bindgen() -> anyhow::Result<()> {
    let installed = output(command(tool("wasm-bindgen")).arg("--version"));
    if installed.is_some_and(|version| version.ends_with(WASM_BINDGEN)) {
        return Ok(());
    }
    progress("installing wasm-bindgen (two minutes on two cores)");
    let mut install = cargo();
    install.args(["install", "--quiet", "--locked", "--force", "--root", ".tools"]);
    execute(install.arg(format!("wasm-bindgen-cli@{WASM_BINDGEN}")))
}

/// Installs what generates clients and checks them: only tests need it.
pub(crate) fn install_clients() -> anyhow::Result<()> {
    install_tools_of(CLIENTS, "python")
}

/// Installs the npm packages of that folder, and its Python packages in an environment of that name.
fn install_tools_of(folder: &str, environment: &str) -> anyhow::Result<()> {
    let folder = runtime::root().join(folder);
    install_packages_of(&folder)?;
    let requirements = folder.join("requirements.txt");
    let requirements =
        fs::read_to_string(&requirements).with_context(|| format!("reading {}", requirements.display()))?;
    install_python(environment, &requirements)
}

/// Installs what checks the documents: linters, and schemathesis in an environment of its own.
pub(crate) fn install_checks_of_documents() -> anyhow::Result<()> {
    install_tools_of(DOCUMENTS, "schemathesis")
}

/// Installs Python packages in an environment of their own under `.tools`, and notes which.
fn install_python(name: &str, requirements: &str) -> anyhow::Result<()> {
    let folder = runtime::root().join(".tools").join(name);
    let installed = folder.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|known| known == requirements) {
        return Ok(());
    }
    progress(&format!("installing Python packages for {name} (half a minute)"));
    execute(command("python3").args(["-m", "venv", "--clear"]).arg(&folder))
        .context("Python is missing: install Python 3.11 or newer with its venv, then run this again")?;
    let wanted = folder.join("wanted.txt");
    fs::write(&wanted, requirements).context("noting which Python packages are wanted")?;
    let mut pip = command(folder.join("bin/pip"));
    execute(
        pip.args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
        ])
        .arg(&wanted),
    )?;
    fs::rename(&wanted, &installed).context("noting which Python packages are installed")
}

/// Installs PostGraphile: only the benchmark needs it.
pub(crate) fn install_postgraphile() -> anyhow::Result<()> {
    install_packages_of(&runtime::root().join(POSTGRAPHILE))
}

/// Installs the npm packages of that folder's lock file. Those of tests and of the benchmark need no scripts of their own.
pub(crate) fn install_packages_of(folder: &Path) -> anyhow::Result<()> {
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("reading package-lock.json in {}", folder.display()))?;
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read(&installed).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    progress(&format!(
        "installing npm packages in {} (half a minute)",
        folder.display()
    ));
    let mut install = command("npm");
    install.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    let root = runtime::root();
    if folder.starts_with(root.join("tests")) || folder.starts_with(root.join("bench")) {
        install.arg("--ignore-scripts");
    }
    execute(install.current_dir(folder))?;
    fs::write(installed, lock).context("noting which npm packages are installed")
}
