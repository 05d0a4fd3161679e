//! A case: a folder with a schema, rows, and requests with what they answer.
//!
//! ```text
//! tests/cases/{name}/
//!   schema.sql | schema.json     pushed first
//!   data.sql                     imported next, if there is one
//!   openapi.json                 golden: the OpenAPI document
//!   schema.graphql               golden: the GraphQL schema
//!   sdk.ts, sdk.rs, sdk.py       golden: the clients
//!   {nn}-{name}.http             a request: method and path, headers, an empty line, the body
//!   {nn}-{name}.graphql          a GraphQL document; `{nn}-{name}.json` beside it holds its variables
//!   {nn}-{name}.response         golden: status, headers, body
//!   {nn}-{name}.plan             golden: the operation that the gateway sends
//!   {nn}-{name}.sql              golden: the SQL that the shard runs
//! ```
//!
//! Requests run in the order of their names, on one tenant. Paths are relative to `/t/{tenant}`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The golden file of the GraphQL schema, in a tenant's paths and in a case's folder.
pub const SDL: &str = "schema.graphql";

/// The golden file of the OpenAPI document, likewise.
pub const OPENAPI: &str = "openapi.json";

/// The golden file of the TypeScript client.
pub const TYPESCRIPT: &str = "sdk.ts";

/// The golden files of the clients that no server prints.
pub const RUST: &str = "sdk.rs";
/// Likewise.
pub const PYTHON: &str = "sdk.py";

/// A case.
#[derive(Debug)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// The declaration's media type and text.
    pub schema: (&'static str, String),
    /// Rows to import.
    pub data: Option<String>,
    /// The requests, in order.
    pub steps: Vec<Step>,
}

/// One request of a case.
#[derive(Debug)]
pub struct Step {
    /// The path of its files, without an extension.
    pub stem: PathBuf,
    /// What is sent.
    pub request: CaseRequest,
}

/// What is sent.
#[derive(Debug, Clone)]
pub struct CaseRequest {
    /// The method.
    pub method: String,
    /// The path under the tenant's, with its query.
    pub path: String,
    /// The headers, beside the key.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// What came back, on either host.
#[derive(Debug, Clone)]
pub struct CaseResponse {
    /// The status.
    pub status: u16,
    /// The headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

/// Reads all cases of a folder, by name.
pub fn read_all(folder: &Path) -> Result<Vec<Case>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("{}", folder.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    folders.retain(|path| path.is_dir());
    folders.sort();
    folders.iter().map(|folder| read(folder)).collect()
}

/// Reads a case.
pub fn read(folder: &Path) -> Result<Case> {
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let schema = match (
        fs::read_to_string(folder.join("schema.sql")),
        fs::read_to_string(folder.join("schema.json")),
    ) {
        (Ok(sql), _) => ("application/sql", sql),
        (_, Ok(json)) => ("application/json", json),
        _ => bail!("{} has no schema", folder.display()),
    };
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| matches!(extension(path), "http" | "graphql") && !path.ends_with(SDL));
    files.sort();
    let steps = files.iter().map(|file| step(file)).collect::<Result<_>>()?;
    Ok(Case {
        name,
        folder: folder.to_owned(),
        schema,
        data: fs::read_to_string(folder.join("data.sql")).ok(),
        steps,
    })
}

fn step(file: &Path) -> Result<Step> {
    let text = fs::read_to_string(file)?;
    let request = match extension(file) {
        "graphql" => graphql(&text, fs::read_to_string(file.with_extension("json")).ok())?,
        _ => http(&text).with_context(|| format!("{}", file.display()))?,
    };
    Ok(Step {
        stem: file.with_extension(""),
        request,
    })
}

fn graphql(document: &str, variables: Option<String>) -> Result<CaseRequest> {
    let mut body = serde_json::json!({ "query": document });
    if let Some(variables) = variables {
        body["variables"] = serde_json::from_str(&variables)?;
    }
    Ok(CaseRequest {
        method: "POST".to_owned(),
        path: "/graphql".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: body.to_string().into_bytes(),
    })
}

fn http(text: &str) -> Result<CaseRequest> {
    let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
    let mut lines = head.lines();
    let (method, path) = lines
        .next()
        .and_then(|line| line.split_once(' '))
        .context("no request line")?;
    let headers = lines
        .map(|line| {
            let (name, value) = line.split_once(':').context("a header without a colon")?;
            Ok((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        })
        .collect::<Result<_>>()?;
    Ok(CaseRequest {
        method: method.to_owned(),
        path: path.trim().to_owned(),
        headers,
        body: body.trim_end().as_bytes().to_vec(),
    })
}

fn extension(path: &Path) -> &str {
    path.extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
}
