//! Ten thousand rows in one request, in both protocols, and the one among them that is wrong.

use anyhow::{Context, Result, ensure};
use serde_json::{Value as Json, json};

use crate::case::CaseRequest;
use crate::host::{Tenant, TestHost};

const SCHEMA: &str = "CREATE TABLE place (id INT NOT NULL PRIMARY KEY, name VARCHAR(10) NOT NULL);
CREATE TABLE item (
  id INT NOT NULL PRIMARY KEY, code VARCHAR(12) NOT NULL, amount DECIMAL(30,2) NOT NULL DEFAULT 0, place_id INT NULL,
  UNIQUE KEY by_code (code), CONSTRAINT positive CHECK (amount >= 0), FOREIGN KEY (place_id) REFERENCES place (id)
);";

const ROWS: usize = 10_000;

/// Which row is made wrong.
const WRONG: usize = 7_777;

/// What the platform's rows in one request do.
///
/// # Errors
/// A request of them answers otherwise, is not done as a whole, or does not name its wrong row.
pub fn rows_in_one_request<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "bulk")?;
    tenant.push("application/sql", SCHEMA)?;
    tenant.import("INSERT INTO place VALUES (1, 'here')")?;
    let bulk = Bulk { tenant };
    bulk.graphql(&rows(0), "")?;
    bulk.expect_count(ROWS)?;
    bulk.rest(&rows(ROWS), "return=minimal", 201)?;
    bulk.expect_count(2 * ROWS)?;
    // Half of these are there.
    bulk.rest(
        &rows(3 * ROWS / 2),
        "return=minimal, resolution=merge-duplicates",
        201,
    )?;
    bulk.expect_count(5 * ROWS / 2)?;
    bulk.graphql(&rows(2 * ROWS), ", onConflict: {}")?;
    bulk.expect_count(3 * ROWS)?;
    bulk.names_the_wrong_row()
}

struct Bulk<'h, H: TestHost> {
    tenant: Tenant<'h, H>,
}

impl<H: TestHost> Bulk<'_, H> {
    /// Each kind of wrong row among right ones.
    fn names_the_wrong_row(&self) -> Result<()> {
        let start = 4 * ROWS;
        for (field, value, code) in [
            ("id", json!(5), "unique_violation"),
            // As a row before it in the same request.
            ("id", json!(start + 10), "unique_violation"),
            ("code", json!("c12"), "unique_violation"),
            ("code", json!("longer than twelve"), "out_of_range"),
            ("amount", json!([1]), "invalid_value"),
            ("amount", json!("1.234"), "out_of_range"),
            ("amount", json!("-1"), "check_violation"),
            ("placeId", json!(2), "foreign_key_violation"),
        ] {
            let mut wrong = rows(start);
            wrong[WRONG][field] = value;
            let wrong = Json::Array(wrong);
            let answer = self.send_rest(&wrong, "return=minimal")?;
            let problem = &answer.1;
            ensure!(
                answer.0 >= 400 && problem["code"] == code && problem["row"] == WRONG,
                "{field}: {problem}"
            );
            let named = format!("(row {WRONG}, counted from 0)");
            ensure!(
                problem["detail"]
                    .as_str()
                    .is_some_and(|text| text.contains(&named)),
                "{problem}"
            );
            let answer = self.send_graphql(&wrong, "")?;
            let extensions = &answer["errors"][0]["extensions"];
            let is_named = extensions["row"] == WRONG && extensions["code"] == code;
            // What is no value of its type at all, GraphQL's own validation refuses, and says where.
            let is_refused = answer["errors"][0]["message"]
                .as_str()
                .is_some_and(|text| text.contains("7777"));
            ensure!(is_named || is_refused, "{field}: {answer}");
            self.expect_count(3 * ROWS)?;
        }
        Ok(())
    }

    fn graphql(&self, rows: &[Json], more: &str) -> Result<()> {
        let answer = self.send_graphql(&json!(rows), more)?;
        let written = &answer["data"]["insertIntoItemCollection"]["affectedCount"];
        ensure!(*written == rows.len(), "{answer}");
        Ok(())
    }

    fn send_graphql(&self, rows: &Json, more: &str) -> Result<Json> {
        let query = format!(
            "mutation Add($rows: [ItemInsertInput!]!) {{ insertIntoItemCollection(objects: $rows{more}) {{ affectedCount }} }}"
        );
        let body = json!({ "query": query, "variables": { "rows": rows } });
        let (_, answer) = self.send("/graphql", &body, "return=minimal")?;
        Ok(answer)
    }

    fn rest(&self, rows: &[Json], prefer: &str, status: u16) -> Result<()> {
        let (answered, body) = self.send_rest(&json!(rows), prefer)?;
        ensure!(answered == status, "{answered}: {body}");
        Ok(())
    }

    fn send_rest(&self, rows: &Json, prefer: &str) -> Result<(u16, Json)> {
        self.send("/rest/item", rows, prefer)
    }

    fn send(&self, path: &str, body: &Json, prefer: &str) -> Result<(u16, Json)> {
        let response = self.tenant.send(&CaseRequest {
            method: "POST".to_owned(),
            path: path.to_owned(),
            headers: vec![
                ("content-type".to_owned(), "application/json".to_owned()),
                ("prefer".to_owned(), prefer.to_owned()),
            ],
            body: body.to_string().into_bytes(),
        })?;
        let body = match response.body.as_str() {
            "" => Json::Null,
            body => serde_json::from_str(body).with_context(|| body.to_owned())?,
        };
        Ok((response.status, body))
    }

    fn expect_count(&self, rows: usize) -> Result<()> {
        let found = self.tenant.graphql("{ itemCollection { totalCount } }")?;
        ensure!(
            found["itemCollection"]["totalCount"] == rows,
            "{found}, not {rows} rows"
        );
        Ok(())
    }
}

/// Rows that are right, from that number on.
fn rows(start: usize) -> Vec<Json> {
    let row =
        |id: usize| json!({ "id": id, "code": format!("c{id}"), "amount": format!("{id}.50"), "placeId": 1 });
    (start..start + ROWS).map(row).collect()
}
