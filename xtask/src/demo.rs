//! The tenant `demo`: a small bookshop.

use anyhow::{Context, bail};
use runtime::{Answer, Connection};

const SCHEMA: &str = include_str!("demo/schema.sql");
const ROWS: &str = include_str!("demo/rows.sql");

/// Makes the tenant, unless it is there.
pub(crate) fn fill(port: u16, token: &str) -> anyhow::Result<()> {
    let mut server = Connection::open(port).context("connecting for the demo")?;
    let bearer = format!("Bearer {token}");
    let json = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let sql = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/sql"),
    ];
    let made = server.send("POST", "/admin/tenants", &json, b"{\"name\": \"demo\"}")?;
    if made.status == 409 {
        return Ok(());
    }
    expect(&made, 201)?;
    expect(
        &server.send("PUT", "/t/demo/schema", &sql, SCHEMA.as_bytes())?,
        200,
    )?;
    expect(
        &server.send("POST", "/t/demo/import", &sql, ROWS.as_bytes())?,
        200,
    )
}

/// An error unless the answer has a status of the same hundred.
pub(crate) fn expect(answer: &Answer, status: u16) -> anyhow::Result<()> {
    if answer.status / 100 != status / 100 {
        bail!(
            "the server answered {} instead of {status}: {}",
            answer.status,
            answer.text()
        );
    }
    Ok(())
}
