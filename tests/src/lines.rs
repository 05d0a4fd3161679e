//! Answers and bodies of a row a line, which go in several parts where there are many rows.

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};

use crate::case::{CaseRequest, CaseResponse};
use crate::host::{Tenant, TestHost};

/// More rows than three parts hold.
pub const ROWS: u64 = 3_500;

/// A table whose rows have even numbers, in an order of `rank` that is the other way round.
const SCHEMA: &str = "CREATE TABLE line (id INT NOT NULL PRIMARY KEY, rank_ INT NOT NULL, word VARCHAR(20) NOT NULL, KEY (rank_))";

/// Rows go in and come out as lines, all of them and in their order.
///
/// # Errors
/// They do not.
pub fn many_rows<H: TestHost>(host: &H) -> Result<()> {
    let tenant = filled(host)?;
    for (query, expected) in [
        ("", (1..=ROWS).map(|row| row * 2).collect::<Vec<_>>()),
        ("?order=rank_.desc", (1..=ROWS).map(|row| row * 2).collect()),
        ("?order=rank_", (1..=ROWS).rev().map(|row| row * 2).collect()),
        // Many rows have the same word, and a part ends among them.
        ("?order=word,id.desc", by_word()),
        ("?limit=2345", (1..=2_345).map(|row| row * 2).collect()),
        ("?limit=1000", (1..=1_000).map(|row| row * 2).collect()),
        ("?offset=3400", (3_401..=ROWS).map(|row| row * 2).collect()),
        (
            "?offset=3400&limit=50",
            (3_401..=3_450).map(|row| row * 2).collect(),
        ),
        ("?id=gt.3000", (1_501..=ROWS).map(|row| row * 2).collect()),
        ("?id=lt.0", Vec::new()),
    ] {
        let answer = tenant.send(&asking(query))?;
        ensure!(answer.status == 200, "{query}: {}", answer.body);
        let found = ids(&answer)?;
        ensure!(
            found == expected,
            "{query}: {} rows rather than {}",
            found.len(),
            expected.len()
        );
    }
    Ok(())
}

/// The tenant with its rows.
///
/// # Errors
/// They are not taken.
pub fn filled<H: TestHost>(host: &H) -> Result<Tenant<'_, H>> {
    let tenant = Tenant::create(host, "lines")?;
    tenant.push("application/sql", SCHEMA)?;
    let rows = (1..=ROWS)
        .map(|row| json!({"id": row * 2, "rank_": ROWS - row, "word": format!("w{}", row % 3)}).to_string());
    let answer = tenant.send(&CaseRequest {
        method: "POST".to_owned(),
        path: "/rest/line".to_owned(),
        headers: vec![("content-type".to_owned(), "application/x-ndjson".to_owned())],
        body: rows.collect::<Vec<_>>().join("\n").into_bytes(),
    })?;
    ensure!(answer.status == 201, "{}", answer.body);
    Ok(tenant)
}

fn by_word() -> Vec<u64> {
    let of = |rest: u64| {
        (1..=ROWS)
            .rev()
            .filter(move |row| row % 3 == rest)
            .map(|row| row * 2)
    };
    (0..3).flat_map(of).collect()
}

/// A request for lines.
pub fn asking(query: &str) -> CaseRequest {
    CaseRequest {
        method: "GET".to_owned(),
        path: format!("/rest/line{query}"),
        headers: vec![("accept".to_owned(), "application/x-ndjson".to_owned())],
        body: Vec::new(),
    }
}

/// The numbers of the rows of an answer.
///
/// # Errors
/// A line is no row.
pub fn ids(answer: &CaseResponse) -> Result<Vec<u64>> {
    let lines = answer.body.lines();
    lines
        .map(|line| {
            let row: Json = serde_json::from_str(line)?;
            row["id"]
                .as_u64()
                .ok_or_else(|| anyhow::anyhow!("no row: {line}"))
        })
        .collect()
}
