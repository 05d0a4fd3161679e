//! `workersql`: what is done with a tenant's schema from a command line.

mod codegen;
mod server;
mod source;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What is done with a tenant's schema from a command line.
#[derive(Parser)]
#[command(name = "workersql", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Prints a typed client of a tenant's API, or a document that describes it.
    Codegen(codegen::Arguments),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Codegen(arguments) => codegen::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
