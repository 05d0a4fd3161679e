//! Runs that an object does without its wasm: how the shard describes them, for `tests/entry/plain.test.mjs` to do.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use schema::stored::Value;
use serde_json::{Value as Json, json};
use shard::wire::Answer;
use tests::host::{Tenant, TestHost, request, with_key};
use tests::native::{Native, PlainRun};
use tests::{case::CaseRequest, golden};

const SCHEMA: &str = "
CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL, weight DOUBLE, portrait BLOB);
CREATE TABLE book (id INT AUTO_INCREMENT PRIMARY KEY, author_id INT NOT NULL, price DECIMAL(6,2),
  FOREIGN KEY (author_id) REFERENCES author (id));";

const READS: [&str; 16] = [
    "/rest/author/1?select=id,name",
    "/rest/author/99?select=id",
    "/rest/author?select=name&order=name",
    "/rest/author?select=name&order=name.desc&limit=2",
    "/rest/author?select=name&limit=2",
    "/rest/author?select=name&limit=3",
    "/rest/author?select=name&name.eq=Zo%C3%AB",
    "/rest/author?select=name&weight.gt=-0.5&limit=1&offset=1",
    "/rest/book?select=price,author(name)&id.gt=-3",
    "{ authorByPk(id: 2) { name bookCollection { nodes { price } } } }",
    "{ authorCollection(first: 2, offset: 1) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id } } }",
    "{ authorCollection(last: 2) { pageInfo { hasNextPage hasPreviousPage } nodes { id } } }",
    "{ authorCollection { totalCount } }",
    "{ bookCollection { aggregate { count sum { price } } nodes { id } } }",
    "{ authorCollection(filter: {name: {in: [\"Zoë\", \"Ursula\"]}}) { nodes { name } } }",
    "{ bookCollection(filter: {price: {is: NULL}}) { nodes { id } } }",
];

/// A method, a path and a body; or a mutation.
const WRITES: [(&str, &str, &str); 9] = [
    ("POST", "/rest/author", r#"{"name":"Ann"}"#),
    (
        "POST",
        "/rest/author?select=id,name",
        r#"[{"name":"Zoë"},{"name":"B\"o"}]"#,
    ),
    ("POST", "/rest/book", r#"[{"author_id":1,"price":"3.5"}]"#),
    ("PATCH", "/rest/author/1", r#"{"name":"Ann"}"#),
    ("PATCH", "/rest/author/99?select=id", r#"{"name":"Ann"}"#),
    ("PATCH", "/rest/author?id.lt=3", r#"{"weight":2.25}"#),
    ("DELETE", "/rest/book?author_id=eq.7", ""),
    (
        "POST",
        "/graphql",
        "mutation { updateAuthorCollection(set: {name: \"C\"}, filter: {id: {eq: 2}}) { affectedCount } }",
    ),
    (
        "POST",
        "/graphql",
        "mutation { insertIntoAuthorCollection(objects: [{name: \"D\"}, {name: \"E\"}]) { affectedCount records { id name } } }",
    ),
];

/// What is more than one statement, or is rewritten, or has cursors.
const OTHERS: [&str; 7] = [
    "mutation { updateAuthorCollection(set: {name: \"C\"}, filter: {id: {eq: 2}}) { records { bookCollection { nodes { id } } } } }",
    "mutation { insertIntoAuthorCollection(objects: {name: \"F\", portrait: \"AA==\"}) { records { portrait } } }",
    "mutation { insertIntoAuthorCollection(objects: {id: 1, name: \"F\"}, onConflict: {update: [name]}) { affectedCount } }",
    "{ a: authorByPk(id: 1) { id } b: authorByPk(id: 2) { id } }",
    "{ authorCollection { pageInfo { endCursor } } }",
    "/rest/author?select=portrait",
    "mutation { deleteFromBookCollection(filter: {id: {eq: 1}}) { records { author { name } } } }",
];

/// A request of a path, or of a document.
fn of(text: &str) -> CaseRequest {
    if text.starts_with('/') {
        return request("GET", text, "application/json", "");
    }
    request(
        "POST",
        "/graphql",
        "application/json",
        json!({ "query": text }).to_string(),
    )
}

fn run(native: &Native, key: &str, asked: CaseRequest) -> PlainRun {
    let path = format!("/t/shop{}", asked.path);
    native
        .send(&with_key(CaseRequest { path, ..asked }, key))
        .unwrap();
    native.plain("shop").unwrap()
}

/// Bytes as characters, one each.
fn characters(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn rows(rows: &[Vec<Value>]) -> Vec<Json> {
    rows.iter().map(|row| row.iter().map(value).collect()).collect()
}

fn value(value: &Value) -> Json {
    match value {
        Value::Null | Value::Blob(_) => Json::Null,
        Value::Int(integer) => json!(integer),
        Value::Real(real) => json!(real),
        Value::Text(text) => json!(text),
    }
}

fn recorded(text: &str, run: &PlainRun) -> Json {
    let Answer::Rows(infos) = &run.reply.answer else {
        panic!("{text} is no run");
    };
    json!({
        "request": text,
        "letter": characters(&run.letter),
        "described": serde_json::to_value(run.described.as_ref().unwrap_or_else(|| panic!("{text}"))).unwrap(),
        "rows": rows(&run.rows),
        "next": rows(&run.next),
        "before": run.before,
        "version": run.reply.version,
        "read": run.reply.cost.0,
        "written": run.reply.cost.1,
        "changed": infos[0].rows,
        "state": infos[0].state,
        "told": characters(&run.told),
        "text": run.text,
    })
}

#[test]
fn a_plain_run_is_described_for_its_host() {
    let native = Native::untraced().unwrap();
    let tenant = Tenant::create(&native, "shop").unwrap();
    tenant.push("application/sql", SCHEMA).unwrap();
    let rows = "INSERT INTO author VALUES (1, 'Ursula', 1.5, NULL), (2, 'Octavia', NULL, NULL), (3, 'Zoë', -0.25, NULL);
        INSERT INTO book VALUES (1, 1, 12.5), (2, 1, 7), (3, 2, NULL);";
    tenant.import(rows).unwrap();
    let mut lines = Vec::new();
    for text in READS {
        lines.push(recorded(text, &run(&native, &tenant.key, of(text))).to_string());
    }
    for (method, path, body) in WRITES {
        let mut asked = match path {
            "/graphql" => of(body),
            _ => request(method, path, "application/json", body),
        };
        if path.contains("select") {
            let represented = ("prefer".to_owned(), "return=representation".to_owned());
            asked.headers.push(represented);
        }
        let text = format!("{method} {path} {body}");
        lines.push(recorded(&text, &run(&native, &tenant.key, asked)).to_string());
    }
    for text in OTHERS {
        assert_eq!(run(&native, &tenant.key, of(text)).described, None, "{text}");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("entry/plain.json");
    golden::check(&file, &format!("[\n{}\n]", lines.join(",\n"))).unwrap();
}
