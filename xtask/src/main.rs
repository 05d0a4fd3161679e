//! `cargo xtask`: sets up, builds, serves, tests and measures WorkerSQL.

mod bench;
mod check;
mod command;
mod demo;
mod dev;
mod fuzz;
mod playground;
mod setup;
mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Sets up, builds, serves, tests and measures WorkerSQL.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs what the other tasks need: Rust targets, wasm-bindgen, npm packages. Quick when all is there.
    Setup,
    /// Builds the Worker into `build/`, ready for `npx wrangler deploy`.
    Build,
    /// Serves WorkerSQL on this machine, with its data on disk.
    Dev(DevArguments),
    /// Runs all tests: native, wasm, and over HTTP on workerd.
    Test,
    /// Checks format, lints and licences.
    Lint,
    /// Feeds random inputs to the readers and planners, and stops at the first that breaks a rule.
    Fuzz(FuzzArguments),
    /// Measures requests per second against a hand-written JavaScript Worker and PostGraphile, or what the options say.
    Bench(BenchArguments),
    /// Counts the instructions that the native host takes for each request of the benchmark, and fails where one takes over 5%
    /// more than is recorded for this toolchain. Needs Debian's valgrind.
    Instructions {
        /// Records the figures instead.
        #[arg(long)]
        update: bool,
    },
}

#[derive(clap::Args)]
struct DevArguments {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The folder that keeps the data.
    #[arg(long, default_value = ".workersql")]
    state: PathBuf,
    /// Also makes the tenant `demo`, a small bookshop.
    #[arg(long)]
    demo: bool,
}

#[derive(clap::Args)]
struct FuzzArguments {
    /// Seconds that all targets are fed.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Only this one: ddl, rest, graphql or batch.
    target: Option<String>,
}

#[derive(clap::Args)]
struct BenchArguments {
    /// Prints one line of JSON at the end.
    #[arg(long)]
    json: bool,
    /// A fifth of the seconds that either side is measured for, for each row, in 25 rounds in turns.
    #[arg(long, default_value_t = 2.0)]
    seconds: f64,
    /// Only the rows whose name contains this.
    #[arg(long)]
    only: Option<String>,
    /// Compares requests on 1,000 and on 1,000,000 rows instead, and the first page with the thousandth.
    #[arg(long, group = "mode")]
    growth: bool,
    /// Compares requests to one tenant and to so many at once instead, and tells the memory that they take.
    #[arg(long, group = "mode", value_name = "COUNT")]
    tenants: Option<usize>,
    /// Times the push of a schema of 200 tables instead, and the first queries behind it.
    #[arg(long, group = "mode")]
    push: bool,
    /// Offers ten times what a shard can do instead, and tells what is answered, what refused, and how soon all is well again.
    #[arg(long, group = "mode")]
    overload: bool,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Setup => setup::run(),
        Task::Build => worker::build(),
        Task::Dev(arguments) => dev::run(&arguments),
        Task::Test => check::test(),
        Task::Lint => check::lint(),
        Task::Fuzz(arguments) => fuzz::fuzz(&arguments),
        Task::Bench(arguments) => bench::run(&arguments),
        Task::Instructions { update } => bench::instructions::run_all(update),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
