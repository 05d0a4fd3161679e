//! Builds the playground: the declarations' reader as wasm, the pages, everything that is text gzipped.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::{cargo, command, progress, run, run_quietly, target};
use crate::setup::{self, TARGET};
use crate::worker::{self, WASM_FEATURES};

/// What the pages are made of, under the root.
const SOURCES: [&str; 11] = [
    "Cargo.lock",
    "playground/index.html",
    "playground/package-lock.json",
    "playground/parser/Cargo.toml",
    "playground/parser/src",
    "playground/src",
    "playground/tsconfig.json",
    "playground/vite.config.ts",
    "schema/Cargo.toml",
    "schema/src",
    "xtask/src/playground.rs",
];

/// Files that are packed already, by the end of their names.
const PACKED: [&str; 1] = ["woff2"];

/// Builds the pages unless what they are made of is the same as last time.
pub(crate) fn build_if_changed() -> anyhow::Result<()> {
    install()?;
    let stamp = worker::output().join(".playground-sources");
    let sources = worker::fingerprint(&SOURCES)?;
    if fs::read_to_string(&stamp).is_ok_and(|known| known == sources) {
        return Ok(());
    }
    setup::add_target()?;
    read_in_browsers()?;
    bundle()?;
    fs::write(stamp, sources).context("noting what was built")
}

/// Installs the pages' packages.
pub(crate) fn install() -> anyhow::Result<()> {
    setup::install_packages_of(&folder())
}

/// Checks the types and the style of the pages.
pub(crate) fn lint() -> anyhow::Result<()> {
    install()?;
    progress("the playground's types and lints");
    for script in ["check", "lint"] {
        let mut npm = command("npm");
        npm.args(["run", "--silent", script]);
        run(npm.current_dir(folder()))?;
    }
    Ok(())
}

/// Where the pages' sources are.
pub(crate) fn folder() -> PathBuf {
    runtime::root().join("playground")
}

/// Makes the reader of declarations a module that browsers load.
fn read_in_browsers() -> anyhow::Result<()> {
    progress("compiling the playground's reader of declarations");
    let folder = target().join("playground");
    let mut cargo = cargo();
    cargo.args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "playground-parser",
    ]);
    run(cargo.args(["--target", TARGET]).env("CARGO_TARGET_DIR", &folder))?;
    let bound = folder.join("bound");
    let mut bindgen = command(setup::tool("wasm-bindgen"));
    bindgen
        .arg(folder.join(TARGET).join("release/playground_parser.wasm"))
        .arg("--out-dir")
        .arg(&bound);
    bindgen.args([
        "--out-name",
        "parser",
        "--target",
        "web",
        "--no-typescript",
        "--remove-name-section",
    ]);
    run_quietly(&mut bindgen)?;
    let wasm = bound.join("parser_bg.wasm");
    let mut wasm_opt = command(setup::package("wasm-opt"));
    wasm_opt.arg(&wasm).arg("-Oz").args(WASM_FEATURES);
    run_quietly(wasm_opt.arg("-o").arg(&wasm))
}

fn bundle() -> anyhow::Result<()> {
    progress("building the playground's pages (half a minute)");
    let output = worker::output().join("playground");
    let mut vite = command(folder().join("node_modules/.bin/vite"));
    vite.args(["build", "--logLevel", "error", "--emptyOutDir", "--outDir"])
        .arg(&output);
    vite.env("PLAYGROUND_PARSER", target().join("playground/bound"));
    run(vite.current_dir(folder()))?;
    pack(&output)
}

/// Replaces the files of a folder by gzipped ones.
fn pack(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            pack(&path)?;
            continue;
        }
        let end = path.extension().unwrap_or_default();
        if PACKED.iter().any(|packed| end == *packed) {
            continue;
        }
        let mut name = path.clone().into_os_string();
        name.push(".gz");
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&fs::read(&path)?)?;
        fs::write(name, encoder.finish()?).with_context(|| format!("packing {}", path.display()))?;
        fs::remove_file(&path)?;
    }
    Ok(())
}
