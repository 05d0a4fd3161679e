//! What grows with the number of rows, and what must not: counted in steps of SQLite's machine, which are the same everywhere.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use shard::native::NativeSql;
use tests::case::CaseRequest;
use tests::host::Tenant;
use tests::native::Native;

const SCHEMA: &str = "
CREATE TABLE author (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL);
CREATE TABLE book (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, title VARCHAR(100) NOT NULL, year INT NOT NULL,
  shelf INT NULL, author_id INT NOT NULL, KEY by_year (year), KEY by_shelf (shelf), FOREIGN KEY (author_id) REFERENCES author (id));
";

/// Rows at first, and in the end.
const ROWS: [u32; 2] = [1_000, 1_000_000];

/// What must cost the same.
const REQUESTS: [(&str, &str, &str); 9] = [
    ("GET", "/rest/book/500", ""),
    ("GET", "/rest/book?id.eq=500", ""),
    ("GET", "/rest/book?limit=50", ""),
    (
        "GET",
        "/rest/book?order=year&limit=50&select=id,title,author(name)",
        "",
    ),
    ("GET", "/rest/book?order=year.desc&limit=50", ""),
    (
        "POST",
        "/graphql",
        r#"{"query":"{ bookByPk(id: 500) { id title author { name } } }"}"#,
    ),
    (
        "POST",
        "/graphql",
        r#"{"query":"{ bookCollection(first: 50, orderBy: [{year: AscNullsLast}]) { nodes { id title } pageInfo { endCursor } } }"}"#,
    ),
    (
        "POST",
        "/graphql",
        r#"{"query":"mutation { insertIntoBookCollection(objects: [{title: \"New\", year: 2000, authorId: 1}]) { affectedCount } }"}"#,
    ),
    (
        "POST",
        "/rest/book",
        r#"{"title":"New","year":2000,"author_id":1}"#,
    ),
];

fn sent(tenant: &Tenant<'_, Native>, (method, path, body): (&str, &str, &str)) -> Value {
    let request = CaseRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: body.as_bytes().to_vec(),
    };
    let response = tenant.send(&request).unwrap();
    assert_eq!(response.status / 100, 2, "{path}: {}", response.body);
    let body: Value = serde_json::from_str(&response.body).unwrap_or_default();
    assert!(body.get("errors").is_none(), "{body}");
    body
}

/// The steps that SQLite makes for a request that was asked before.
fn steps(tenant: &Tenant<'_, Native>, request: (&str, &str, &str)) -> u64 {
    let count = || {
        tenant
            .host()
            .with_database(&tenant.name, NativeSql::steps)
            .unwrap()
    };
    sent(tenant, request);
    let before = count();
    sent(tenant, request);
    count() - before
}

/// Adds books up to that number.
fn grow(tenant: &Tenant<'_, Native>, from: u32, to: u32) {
    let sql = format!(
        "INSERT INTO book (title, year, shelf, author_id) WITH RECURSIVE n (i) AS (SELECT {from} + 1 UNION ALL SELECT i + 1 FROM n \
         WHERE i < {to}) SELECT 'Book ' || i, 1900 + i % 120, nullif(i % 3, 0), 1 FROM n"
    );
    let done = tenant
        .host()
        .with_database(&tenant.name, |database| shard::port::Sql::execute(database, &sql));
    done.unwrap().unwrap();
}

fn same(what: &str, before: u64, after: u64) {
    assert!(before > 0, "{what}: no steps were counted");
    assert!(
        after <= before + before / 5,
        "{what}: {before} steps at first, {after} then"
    );
}

#[test]
fn a_thousand_times_as_many_rows_cost_a_request_nothing() {
    let host = Native::untraced().unwrap();
    let tenant = Tenant::create(&host, "growth").unwrap();
    tenant.push("application/sql", SCHEMA).unwrap();
    tenant.import("INSERT INTO author (name) VALUES ('A')").unwrap();
    let [few, many] = ROWS;
    grow(&tenant, 0, few);
    let before = REQUESTS.map(|request| steps(&tenant, request));
    grow(&tenant, few, many);
    for (request, before) in REQUESTS.into_iter().zip(before) {
        same(request.1, before, steps(&tenant, request));
    }
    for nulls in ["First", "Last"] {
        for direction in ["Asc", "Desc"] {
            let direction = format!("{direction}Nulls{nulls}");
            pages(&tenant, &format!("{{year: {direction}}}"));
            // A third of all rows are on a shelf, and a third on none.
            pages(&tenant, &format!("{{shelf: {direction}}}"));
            pages(&tenant, &format!("{{shelf: {direction}}}, {{year: {direction}}}"));
        }
    }
}

/// The thousandth page costs what the first does.
fn pages(tenant: &Tenant<'_, Native>, order: &str) {
    let page = |first: u32, after: &Value| {
        let query = format!(
            "{{ bookCollection(first: {first}, after: {after}, orderBy: [{order}]) {{ nodes {{ id }} pageInfo \
             {{ endCursor }} }} }}"
        );
        serde_json::json!({ "query": query }).to_string()
    };
    let end = |body: &Value| body["data"]["bookCollection"]["pageInfo"]["endCursor"].clone();
    let mut after = end(&sent(tenant, ("POST", "/graphql", &page(50, &Value::Null))));
    let first = steps(tenant, ("POST", "/graphql", &page(50, &after)));
    for _ in 0..50 {
        after = end(&sent(tenant, ("POST", "/graphql", &page(1000, &after))));
    }
    same(
        &format!("page 1,000 by {order}"),
        first,
        steps(tenant, ("POST", "/graphql", &page(50, &after))),
    );
}
