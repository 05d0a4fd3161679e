//! Builds the Worker: Rust to wasm, its JavaScript glue, one bundle.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::command::{cargo_of, command, progress, run, run_quietly, target};
use crate::playground;
use crate::setup::{self, NIGHTLY, TARGET};

/// What the Worker is made of, under the root.
const SOURCES: [&str; 16] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "api/Cargo.toml",
    "api/src",
    "codegen/Cargo.toml",
    "codegen/src",
    "openapi/Cargo.toml",
    "openapi/src",
    "package-lock.json",
    "schema/Cargo.toml",
    "schema/src",
    "shard/Cargo.toml",
    "shard/src",
    "xtask/src/setup.rs",
    "xtask/src/worker.rs",
];

/// What wasm-opt may assume of the runtime: Rust's defaults for the target, and exceptions.
pub(crate) const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-exception-handling",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// `cargo xtask build`.
pub(crate) fn build() -> anyhow::Result<()> {
    setup::run_all()?;
    build_if_changed()?;
    playground::build_if_changed()?;
    println!(
        "build/worker.js and build/worker.wasm: {} KB gzipped",
        gzipped()? / 1024
    );
    println!("deploy with: npx wrangler deploy");
    Ok(())
}

/// Builds the Worker unless what it is made of is the same as last time.
pub(crate) fn build_if_changed() -> anyhow::Result<()> {
    let stamp = output().join(".sources");
    let sources = fingerprint(&SOURCES)?;
    if fs::read_to_string(&stamp).is_ok_and(|known| known == sources) {
        return Ok(());
    }
    let bound = target().join("worker/bound");
    compile()?;
    bind(&bound)?;
    optimise(&bound)?;
    bundle(&bound)?;
    fs::write(stamp, sources).context("noting what was built")
}

/// The Worker's size, gzipped, in bytes: what the platform's limit counts.
pub(crate) fn gzipped() -> anyhow::Result<usize> {
    let mut size = 0;
    for name in ["worker.js", "worker.wasm"] {
        let bytes = fs::read(output().join(name)).with_context(|| format!("reading build/{name}"))?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&bytes)?;
        size += encoder.finish()?.len();
    }
    Ok(size)
}

pub(crate) fn output() -> PathBuf {
    runtime::root().join("build")
}

fn compile() -> anyhow::Result<()> {
    progress("compiling the Worker (minutes the first time)");
    let mut cargo = cargo_of(NIGHTLY);
    cargo.args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "--package",
        "api",
        "--lib",
        "--target",
        TARGET,
    ]);
    cargo.args([
        "-Z",
        "build-std=std,panic_abort",
        "-Z",
        "build-std-features=optimize_for_size",
    ]);
    cargo.args([
        "--config",
        // Texts that only a debugger reads are left out: names of fields in debug prints, places in source files.
        // The entry puts the stack pointer back behind a panic.
        "target.wasm32-unknown-unknown.rustflags=['-Zfmt-debug=shallow', '-Zlocation-detail=none', \
         '-Clink-arg=--export=__stack_pointer']",
    ]);
    run(cargo.env("CARGO_TARGET_DIR", target().join("worker")))
}

fn bind(bound: &Path) -> anyhow::Result<()> {
    progress("binding it to JavaScript");
    let wasm = target().join("worker").join(TARGET).join("release/api.wasm");
    let mut bindgen = command(setup::tool("wasm-bindgen"));
    bindgen.arg(wasm).arg("--out-dir").arg(bound);
    bindgen.args([
        "--out-name",
        "index",
        "--target",
        "module",
        "--no-typescript",
        "--remove-name-section",
    ]);
    run_quietly(&mut bindgen)
}

fn optimise(bound: &Path) -> anyhow::Result<()> {
    progress("optimising it");
    let mut wasm_opt = command(setup::package("wasm-opt"));
    wasm_opt
        .arg(bound.join("index_bg.wasm"))
        .arg("-Os")
        // The end of the stack, which is first in memory, and nothing else: additions to an address go into what loads from it.
        .arg("--low-memory-unused")
        .args(WASM_FEATURES);
    fs::create_dir_all(output()).context("making build/")?;
    run_quietly(wasm_opt.arg("-o").arg(output().join("worker.wasm")))
}

fn bundle(bound: &Path) -> anyhow::Result<()> {
    for module in [
        "worker.js",
        "admission.js",
        "inserts.js",
        "kept.js",
        "playground.js",
        "postcard.js",
        "repeats.js",
        "runs.js",
    ] {
        fs::copy(runtime::root().join("api/src").join(module), bound.join(module))
            .context("copying the entry")?;
    }
    let index = fs::read_to_string(bound.join("index.js")).context("reading the bindings")?;
    fs::write(bound.join("instance.js"), factory(&index)?).context("writing the bindings")?;
    let bundle = output().join("worker.js");
    let mut esbuild = command(setup::package("esbuild"));
    esbuild
        .arg(bound.join("worker.js"))
        .arg(format!("--outfile={}", bundle.display()));
    esbuild.args([
        "--bundle",
        "--minify",
        "--format=esm",
        "--log-level=error",
        "--log-override:duplicate-object-key=silent",
    ]);
    run_quietly(esbuild.args(["--external:cloudflare:*", "--external:*.wasm"]))?;
    // The runtime takes a wasm module by a plain import, which is not yet what the standard says.
    let text = fs::read_to_string(&bundle).context("reading the bundle")?;
    let text = text
        .replace("import source ", "import ")
        .replace("\"./index_bg.wasm\"", "\"./worker.wasm\"");
    fs::write(bundle, text).context("writing the bundle")
}

/// The bindings as a function that makes an instance of the wasm module with bindings of its own, in place of one instance
/// for good: a panic spoils its instance.
fn factory(index: &str) -> anyhow::Result<String> {
    let is_import = |line: &&str| line.starts_with("import ");
    let imports: Vec<&str> = index.lines().filter(is_import).collect();
    let mut exports = vec!["stackPointer: wasm.__stack_pointer"];
    let mut body = Vec::new();
    for line in index.lines().filter(|line| !is_import(line)) {
        let declaration = line.strip_prefix("export ");
        if let Some(declaration) = declaration {
            let name = declaration
                .strip_prefix("class ")
                .or_else(|| declaration.strip_prefix("function "))
                .and_then(|rest| rest.split([' ', '(']).next())
                .with_context(|| format!("the bindings export something else: {line}"))?;
            exports.push(name);
        }
        body.push(declaration.unwrap_or(line));
    }
    Ok(format!(
        "{}\nexport function instantiate() {{\n{}\nreturn {{ {} }};\n}}\n",
        imports.join("\n"),
        body.join("\n"),
        exports.join(", ")
    ))
}

/// Changes whenever a source does.
pub(crate) fn fingerprint(sources: &[&str]) -> anyhow::Result<String> {
    let mut hasher = DefaultHasher::new();
    for source in sources {
        hash(&runtime::root().join(source), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash(path: &Path, hasher: &mut DefaultHasher) -> anyhow::Result<()> {
    let context = || format!("reading {}", path.display());
    if path.is_dir() {
        let entries = fs::read_dir(path).with_context(context)?;
        let mut entries = entries
            .map(|entry| Ok(entry?.path()))
            .collect::<std::io::Result<Vec<_>>>()?;
        entries.sort();
        return entries.iter().try_for_each(|entry| hash(entry, hasher));
    }
    path.hash(hasher);
    fs::read(path).with_context(context)?.hash(hasher);
    Ok(())
}
