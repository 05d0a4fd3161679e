//! What a tenant's usage counts: what its shard did, and what was refused before it got there.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::host::{Tenant, TestHost, request};

const SCHEMA: &str = "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(20) NOT NULL);";

/// Sends what is answered and what is refused, and finds all of it counted.
pub fn counts_what_was_asked<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "usage")?;
    tenant.push("application/sql", SCHEMA)?;
    let at_first = totals(&tenant)?;
    ensure!(at_first == [0; 2], "{at_first:?} before anything was asked");
    let calls = [
        // The shard does it.
        ("POST", "/rest/author", r#"{"id":1,"name":"Ursula"}"#, 201),
        ("GET", "/rest/author", "", 200),
        (
            "POST",
            "/graphql",
            r#"{"query":"{ authorCollection { nodes { name } } }"}"#,
            200,
        ),
        // The shard refuses it.
        ("POST", "/rest/author", r#"{"id":1,"name":"Octavia"}"#, 409),
        // Refused before.
        ("GET", "/rest/author?nom=eq.Ursula", "", 400),
        ("GET", "/rest/writer", "", 404),
        ("POST", "/graphql", r#"{"query":"{ writers { name } }"}"#, 200),
        ("POST", "/graphql", "{", 400),
        ("POST", "/batch", "{}", 400),
        // Not of rows.
        ("GET", "/schema", "", 200),
        ("PUT", "/schema", "CREATE", 422),
    ];
    for (method, path, body, status) in calls {
        let response = tenant.send(&request(method, path, media_type(path), body))?;
        ensure!(response.status == status, "{method} {path} {body}: {response:?}");
    }
    let [requests, refused] = totals(&tenant)?;
    ensure!(
        (requests, refused) == (9, 6),
        "{requests} requests, {refused} refused"
    );
    Ok(())
}

fn media_type(path: &str) -> &'static str {
    if path == "/schema" {
        "application/sql"
    } else {
        "application/json"
    }
}

/// Requests, and those refused.
fn totals<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<[u64; 2]> {
    let usage = tenant.get("/usage")?;
    ensure!(usage["bytes"].as_u64() > Some(0), "{usage}");
    let minutes = usage["minutes"].as_array().cloned().unwrap_or_default();
    let total = |field: &str| {
        minutes
            .iter()
            .filter_map(|minute: &Value| minute[field].as_u64())
            .sum()
    };
    Ok(["requests", "refused"].map(total))
}
