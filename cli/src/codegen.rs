//! `workersql codegen`.

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use ::codegen::derive::derive;
use ::codegen::{ApiModel, graphql, sdk};
use anyhow::{Context, Result};
use clap::ValueEnum;

use crate::server::Tenant;
use crate::source;

/// What to print, and from what: a schema file, or a running server.
#[derive(clap::Args)]
#[command(group = clap::ArgGroup::new("source").required(true).args(["schema", "server"]))]
pub(crate) struct Arguments {
    /// What to print.
    #[arg(long, value_enum)]
    lang: Language,
    /// A schema file, read without a server: SQL, or JSON where it ends in `.json`.
    #[arg(long, conflicts_with = "server")]
    schema: Option<PathBuf>,
    /// A server's address, such as `https://api.example.com`.
    #[arg(long, requires = "tenant", requires = "key")]
    server: Option<String>,
    /// The tenant; with `--schema`, the name that the `OpenAPI` document shows.
    #[arg(long)]
    tenant: Option<String>,
    /// A key of the tenant.
    #[arg(long, env = "WORKERSQL_KEY", hide_env_values = true)]
    key: Option<String>,
    /// The file to write, in place of the standard output. Left as it is where it would not change.
    #[arg(long)]
    out: Option<PathBuf>,
}

/// What can be printed.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// A client in TypeScript.
    Typescript,
    /// A client in Rust.
    Rust,
    /// A client in Python.
    Python,
    /// The OpenAPI 3.1 document of the REST API.
    Openapi,
    /// The GraphQL schema.
    Graphql,
}

/// Prints.
pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let text = match (&arguments.schema, &arguments.server) {
        (Some(file), _) => {
            let model = derive(&source::read(file)?);
            printed(arguments.lang, &model, arguments.tenant.as_deref())?
        }
        (None, Some(server)) => {
            let tenant = Tenant {
                server,
                name: arguments.tenant.as_deref().unwrap_or_default(),
                key: arguments.key.as_deref().unwrap_or_default(),
            };
            of_server(arguments.lang, &tenant)?
        }
        // The arguments' own rules ask for one of them.
        (None, None) => anyhow::bail!("give --schema or --server"),
    };
    match &arguments.out {
        None => std::io::stdout()
            .write_all(text.as_bytes())
            .context("writing to the standard output"),
        // What watches the file need not run again for nothing.
        Some(file) if fs::read_to_string(file).is_ok_and(|known| known == text) => Ok(()),
        Some(file) => fs::write(file, text).with_context(|| format!("writing {}", file.display())),
    }
}

/// What a server serves is taken as it is; the other clients are made of the schema that it answers.
fn of_server(language: Language, tenant: &Tenant<'_>) -> Result<String> {
    match language {
        Language::Typescript => tenant.get("sdk/typescript"),
        Language::Openapi => tenant.get("openapi.json"),
        Language::Graphql => tenant.get("schema.graphql"),
        Language::Rust | Language::Python => {
            let (schema, _) = source::of_json(&tenant.get("schema")?).map_err(source::refused)?;
            printed(language, &derive(&schema), Some(tenant.name))
        }
    }
}

fn printed(language: Language, model: &ApiModel, tenant: Option<&str>) -> Result<String> {
    match language {
        Language::Typescript => Ok(sdk::typescript::typescript(model)),
        Language::Rust => Ok(sdk::rust::rust(model)),
        Language::Python => Ok(sdk::python::python(model)),
        Language::Openapi => openapi::document(model, tenant.unwrap_or("tenant"), openapi::Bounds::DEFAULT)
            .context("printing the OpenAPI document"),
        Language::Graphql => Ok(graphql::sdl(model)),
    }
}
