//! Declarations that are pushed over others.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use tests::host::{Tenant, request};
use tests::native::Native;

/// Pushes a declaration; answers what it created.
fn created(tenant: &Tenant<'_, Native>, script: &str) -> Value {
    let push = request("PUT", "/schema", "application/sql", script.to_owned());
    let response = tenant.send(&push).unwrap();
    assert_eq!(response.status / 100, 2, "{}", response.body);
    serde_json::from_str::<Value>(&response.body).unwrap()["created"].clone()
}

/// MySQL makes an index for a foreign key, gives it the key's name, and shows it where it shows the table.
#[test]
fn an_index_may_have_its_foreign_keys_name() {
    const WRITTEN: &str = "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(20));
        CREATE TABLE book (id INT PRIMARY KEY, author_id INT, year INT,
          CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id));";
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "pushes").unwrap();
    created(&tenant, WRITTEN);
    tenant
        .import("INSERT INTO author VALUES (1, 'A'), (2, 'B'); INSERT INTO book VALUES (1, 1, 1990), (2, 2, 1991), (3, 2, 1992);")
        .unwrap();
    let shown = WRITTEN.replace("CONSTRAINT", "KEY book_author (author_id, year), CONSTRAINT");
    assert_eq!(created(&tenant, &shown)["indexes"], json!(["book.book_author"]));
    assert_eq!(created(&tenant, &shown)["indexes"], json!([]));
    native.golden();
    let found = tenant
        .graphql("{ authorByPk(id: 2) { bookCollection(filter: {year: {gt: 1991}}) { nodes { id } } } }")
        .unwrap();
    assert_eq!(
        found,
        json!({"authorByPk": {"bookCollection": {"nodes": [{"id": 3}]}}})
    );
    let statements = native.explained(&tenant.name).unwrap();
    let mut lines = statements.iter().flat_map(|(_, lines)| lines);
    assert!(
        lines.any(|line| line.contains("book.book_author (author_id=? AND year>?)")),
        "{statements:?}"
    );
}
