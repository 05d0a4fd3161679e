//! Starts workerd with a built Worker, and talks to it over HTTP on the loopback interface.

pub mod config;
pub mod http;
pub mod process;

pub use config::Worker;
pub use http::{Answer, Connection};
pub use process::{Workerd, cpu_of, free_port};

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

/// The environment variable that holds the admin token of a Worker that [`Workerd`] starts.
pub const ADMIN_TOKEN: &str = "WORKERSQL_ADMIN_TOKEN";

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The `workerd` binary that npm installed under the root.
///
/// # Errors
/// It is not installed.
pub fn binary() -> anyhow::Result<PathBuf> {
    let packages = root().join("node_modules/@cloudflare");
    let entries = std::fs::read_dir(&packages).with_context(|| {
        format!(
            "workerd is not installed: run `cargo xtask setup` ({})",
            packages.display()
        )
    })?;
    for entry in entries {
        let binary = entry?.path().join("bin/workerd");
        if binary.is_file() {
            return Ok(binary);
        }
    }
    bail!("workerd has no binary for this machine in {}", packages.display())
}
