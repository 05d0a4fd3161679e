//! What must hold for any input, however it was made: the bodies of the fuzz targets, which run over their corpus as a test too.

use std::cell::RefCell;

use schema::read;
use shard::native::NativeSql;
use shard::wire::Request;
use shard::{Shard, ShardError};

use crate::case::{CaseRequest, CaseResponse};
use crate::host::Tenant;
use crate::native::Native;

const SCHEMA: &str = include_str!("../../fuzz/schema.sql");
const DATA: &str = include_str!("../../fuzz/data.sql");

/// The most tables that a declaration may have to be built in SQLite as well: more take their time and show nothing new.
const BUILT: usize = 8;

/// A fuzz target: its name, and what must hold for an input.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: [Target; 4] = [
    ("ddl", ddl),
    ("rest", rest),
    ("graphql", graphql),
    ("batch", batch),
];

/// A script of MySQL's DDL is refused with reasons, or its declaration prints as one that reads the same, and SQLite takes it.
///
/// # Panics
/// It does not hold.
pub fn ddl(script: &[u8]) {
    let Ok(read) = read::sql::read_bytes(script) else {
        return;
    };
    let declared = &read.schema;
    let printed = schema::print::sql(declared);
    let again = read::sql::read_bytes(printed.as_bytes());
    assert_eq!(again.map(|read| read.schema).as_ref(), Ok(declared), "{printed}");
    let json = serde_json::to_string(declared).unwrap_or_default();
    assert_eq!(read::json::read(&json).as_ref(), Ok(declared), "{json}");
    if declared.tables.len() > BUILT {
        return;
    }
    match built(json) {
        Ok(()) | Err(ShardError::TableTooLarge(_)) => {}
        Err(error) => panic!("SQLite refused it: {error:?}\n{printed}"),
    }
}

fn built(declaration: String) -> Result<(), ShardError> {
    let shard = Shard::new(NativeSql::in_memory()?, "n0nce".to_owned());
    let key = shard::catalog::KeyRecord {
        id: "k".to_owned(),
        name: "k".to_owned(),
        hash: "h".to_owned(),
    };
    shard.answer(Request::Create(key))?;
    shard.answer(Request::Migrate { from: 0, declaration })?;
    Ok(())
}

/// A path and query of REST: the first byte says the method, a body stands behind a line break.
///
/// # Panics
/// The answer is not one that the API gives.
pub fn rest(input: &[u8]) {
    let Some((method, Ok(text))) = input
        .split_first()
        .map(|(method, text)| (*method, std::str::from_utf8(text)))
    else {
        return;
    };
    let (target, body) = text.split_once('\n').unwrap_or((text, ""));
    let method = match method {
        b'P' => "POST",
        b'C' => "PATCH",
        b'D' => "DELETE",
        b'H' => "HEAD",
        _ => "GET",
    };
    answered(method, &format!("/rest/{target}"), body.as_bytes().to_vec());
}

/// A document of GraphQL; variables stand behind a NUL.
///
/// # Panics
/// The answer is not one that the API gives.
pub fn graphql(input: &[u8]) {
    let Ok(text) = std::str::from_utf8(input) else {
        return;
    };
    let (document, variables) = text.split_once('\0').unwrap_or((text, "{}"));
    let variables = serde_json::from_str(variables).unwrap_or(serde_json::Value::Null);
    let body = serde_json::json!({ "query": document, "variables": variables });
    answered("POST", "/graphql", body.to_string().into_bytes());
}

/// The operations of a batch. What is refused has changed nothing.
///
/// # Panics
/// The answer is not one that the API gives, or a part of a refused batch is done.
pub fn batch(input: &[u8]) {
    answered("POST", "/batch", input.to_vec());
}

thread_local! {
    static SYSTEM: RefCell<Option<(Native, String)>> = const { RefCell::new(None) };
}

/// Sends a request to a system with a few rows. One that may have written gets the next request a new system, so that an
/// input does the same whatever came before it.
fn answered(method: &str, path: &str, body: Vec<u8>) {
    let writes = if path == "/graphql" {
        body.windows(8).any(|word| word == b"mutation")
    } else {
        !matches!(method, "GET" | "HEAD")
    };
    SYSTEM.with_borrow_mut(|slot| {
        let (native, key) = slot.take().unwrap_or_else(system);
        let mut request = CaseRequest {
            method: method.to_owned(),
            path: format!("/t/fuzz{path}"),
            headers: vec![
                ("content-type".to_owned(), "application/json".to_owned()),
                ("authorization".to_owned(), format!("Bearer {key}")),
            ],
            body,
        };
        if writes {
            let wanted = "return=representation, count=exact";
            request.headers.push(("prefer".to_owned(), wanted.to_owned()));
        }
        let before = (path == "/batch").then(|| version(&native, &key));
        let response =
            crate::host::TestHost::send(&native, &request).unwrap_or_else(|error| panic!("{error:#}"));
        check(&request, &response);
        if let Some(before) = before.filter(|_| response.status >= 400) {
            assert_eq!(before, version(&native, &key), "{}", response.body);
        }
        if !writes {
            *slot = Some((native, key));
        }
    });
}

/// Where the log of changes stands.
fn version(native: &Native, key: &str) -> Option<String> {
    let request = CaseRequest {
        method: "GET".to_owned(),
        path: "/t/fuzz/rest/author?limit=1".to_owned(),
        headers: vec![("authorization".to_owned(), format!("Bearer {key}"))],
        body: Vec::new(),
    };
    let response = crate::host::TestHost::send(native, &request).unwrap_or_else(|error| panic!("{error:#}"));
    let mut headers = response.headers.into_iter();
    headers
        .find(|(name, _)| name == "workersql-version")
        .map(|(_, version)| version)
}

fn system() -> (Native, String) {
    let made = || -> anyhow::Result<(Native, String)> {
        let native = Native::new()?;
        let tenant = Tenant::create(&native, "fuzz")?;
        tenant.push("application/sql", SCHEMA)?;
        tenant.import(DATA)?;
        let key = tenant.key.clone();
        Ok((native, key))
    };
    made().unwrap_or_else(|error| panic!("{error:#}"))
}

fn check(request: &CaseRequest, response: &CaseResponse) {
    let CaseResponse { status, body, .. } = response;
    let told = || format!("{} {}: {status} {body}", request.method, request.path);
    assert!(*status < 500 && !body.contains("\"internal\""), "{}", told());
    // Unless the request brought it along, and is answered what it said.
    let brought = request.path.contains("n0nce") || request.body.windows(5).any(|word| word == b"n0nce");
    assert!(brought || !body.contains("n0nce"), "{}", told());
    let json = response
        .headers
        .iter()
        .any(|(name, value)| name == "content-type" && value.contains("json"));
    if json && !body.is_empty() {
        let read = serde_json::from_str::<serde::de::IgnoredAny>(body);
        assert!(read.is_ok(), "{}", told());
    }
}
