//! Fuzzing: random inputs, guided by which code they reach.

use std::fs;

use anyhow::{Context, bail};

use crate::FuzzArguments;
use crate::command::{cargo, command, output, progress, run, target};
use crate::setup::{self, NIGHTLY};

const CARGO_FUZZ: &str = "0.13.2";

/// The targets: binaries of the crate `fuzz`, and functions of `tests::fuzz`.
const TARGETS: [&str; 3] = ["ddl", "rest", "graphql"];

/// The longest that one input may take, in seconds.
const SLOW: u32 = 10;

/// `cargo xtask fuzz`.
pub(crate) fn fuzz(arguments: &FuzzArguments) -> anyhow::Result<()> {
    let targets: Vec<&str> = match &arguments.target {
        None => TARGETS.to_vec(),
        Some(name) if TARGETS.contains(&name.as_str()) => vec![name],
        Some(name) => bail!("there is no fuzz target '{name}', only {}", TARGETS.join(", ")),
    };
    setup::install_nightly()?;
    install_cargo_fuzz()?;
    for name in targets {
        progress(&format!("fuzzing {name} for {} seconds", arguments.seconds));
        // What is found interesting goes to the first folder; the committed corpus is only read.
        let found = target().join("fuzz").join(name);
        fs::create_dir_all(&found).with_context(|| format!("making {}", found.display()))?;
        let mut fuzz = command("rustup");
        fuzz.args(["run", NIGHTLY])
            .arg(setup::tool("cargo-fuzz"))
            .args(["run", "--sanitizer", "none", name])
            .arg(found)
            .arg(format!("fuzz/corpus/{name}"))
            .args(["--", "-print_final_stats=1"])
            .arg(format!("-max_total_time={}", arguments.seconds))
            .arg(format!("-timeout={SLOW}"))
            .arg(format!("-dict=fuzz/{name}.dict"));
        run(&mut fuzz).with_context(|| {
            format!(
                "an input of {name} failed: it is in fuzz/artifacts/{name}; mend what it found and add it to \
                 fuzz/corpus/{name}, where the native tests run it"
            )
        })?;
    }
    Ok(())
}

fn install_cargo_fuzz() -> anyhow::Result<()> {
    let installed = output(command(setup::tool("cargo-fuzz")).arg("--version"));
    if installed.is_some_and(|version| version.trim().ends_with(CARGO_FUZZ)) {
        return Ok(());
    }
    progress("installing cargo-fuzz (a minute on two cores)");
    let mut install = cargo();
    install.args(["install", "--quiet", "--locked", "--force", "--root", ".tools"]);
    run(install.arg(format!("cargo-fuzz@{CARGO_FUZZ}")))
}
