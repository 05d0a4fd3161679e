//! A template of a letter says what the gateway itself sends for any other integer.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use api::template::read::Place;
use serde_json::json;
use tests::case::CaseRequest;
use tests::host::{Tenant, TestHost, request, with_key};
use tests::native::Native;

const SCHEMA: &str = "
CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL, born YEAR, rank_ SMALLINT, wealth BIGINT,
  price DECIMAL(12,2), weight DOUBLE, alive BOOLEAN, at DATETIME);
CREATE TABLE book (id BIGINT PRIMARY KEY, author_id INT, extra JSON, FOREIGN KEY (author_id) REFERENCES author (id));
CREATE TABLE large (id BIGINT UNSIGNED PRIMARY KEY);
CREATE TABLE tiny (id TINYINT UNSIGNED PRIMARY KEY);
CREATE TABLE word (id VARCHAR(20) PRIMARY KEY);
CREATE TABLE pair (a INT, b INT, PRIMARY KEY (a, b));";

/// What stands for the integer.
const HOLE: &str = "#";

const NUMBERS: [u32; 14] = [
    1,
    2,
    10,
    63,
    64,
    127,
    128,
    255,
    8_191,
    8_192,
    32_767,
    1_048_576,
    123_456_789,
    999_999_999,
];

/// Requests whose letters are templates.
const TEMPLATES: [&str; 18] = [
    "/rest/author/#",
    "/rest/author/#?select=id,name&name=eq.x",
    "/rest/book/#?select=id",
    r#"{"query":"query($id: Int!) { authorByPk(id: $id) { id } }","variables":{"id":#}}"#,
    r#"{"variables":{"id": #},"query":"query($id: Int!) { authorByPk(id: $id) { id name bookCollection { nodes { id } } } }"}"#,
    r#"{"query":"query($id: Int) { authorCollection(filter: {id: {gt: $id}}, first: 5) { nodes { id } } }","variables":{"id":#,"x":2}}"#,
    r#"{"query":"query($of: AuthorFilter) { authorCollection(filter: $of) { nodes { id } } }","variables":{"of":{"id":{"eq":#}}}}"#,
    r#"{"query":"query($of: AuthorFilter, $x: Int) { authorCollection(filter: $of, first: $x) { nodes { id } } }","variables":{"of":{"id":{"eq":#}},"x":3}}"#,
    r#"{"query":"query($id: Int) { authorCollection { nodes { bookCollection(filter: {authorId: {lte: $id}}) { nodes { id } } } } }","variables":{"id":#}}"#,
    r#"{"query":"query($id: Int!) { a: authorByPk(id: $id) { id } b: authorByPk(id: 5) { id } }","variables":{"id":#}}"#,
    r#"{"query":"query($n: Int) { authorCollection(offset: $n) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query A($id: Int!) { authorByPk(id: $id) { id } } query B { tinyCollection { nodes { id } } }","operationName":"A","variables":{"id":#}}"#,
    r#"{"query":"query($id: BigInt) { authorCollection(filter: {wealth: {lt: $id}}) { nodes { id } } }","variables":{"id":#}}"#,
    "/rest/tiny/#",
    r##"{"query":"query($id: BigInt!) { bookByPk(id: $id) { id author { name } } }","variables":{"id":"#"}}"##,
    r##"{"query":"query($of: BookFilter) { bookCollection(filter: $of) { nodes { id } } }","variables":{"of":{"id":{"lt":"#"}}}}"##,
    r#"{"query":"query($n: Int) { authorCollection(filter: {born: {eq: $n}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: Int) { authorCollection(filter: {rank: {eq: $n}}) { nodes { id } } }","variables":{"n":#}}"#,
];

/// Requests whose letters are none: the integer decides more than a value, has another form there, or not all are taken.
const OTHERS: [&str; 25] = [
    "/rest/large/#",
    "/rest/word/#",
    "/rest/pair/#",
    "/rest/none/#",
    r##"{"query":"query($id: BigInt!) { largeByPk(id: $id) { id } }","variables":{"id":"#"}}"##,
    r##"{"query":"query($id: String!) { wordByPk(id: $id) { id } }","variables":{"id":"#"}}"##,
    r##"{"query":"query($n: Decimal) { authorCollection(filter: {price: {eq: $n}}) { nodes { id } } }","variables":{"n":"#"}}"##,
    r##"{"query":"query($n: JSON) { bookCollection(filter: {extra: {contains: $n}}) { nodes { id } } }","variables":{"n":"#"}}"##,
    r##"{"query":"query($id: BigInt!) { bookByPk(id: $id) { id } }","variables":{"id":"5"},"extensions":{"n":"#"}}"##,
    r#"{"query":"query($id: Int!) { a: authorByPk(id: $id) { id } b: authorByPk(id: $id) { id } }","variables":{"id":#}}"#,
    r#"{"query":"query($n: Int) { authorCollection(first: $n) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: Int) { authorCollection(last: $n, filter: {id: {gt: 5}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: Float) { authorCollection(filter: {weight: {eq: $n}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: Decimal) { authorCollection(filter: {price: {eq: $n}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: Int!) { authorCollection(filter: {id: {in: [$n]}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: JSON) { bookCollection(filter: {extra: {contains: $n}}) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"query($n: JSON) { bookCollection(filter: {extra: {contains: $n}}) { nodes { id } } }","variables":{"n":{"a":#}}}"#,
    r#"{"query":"query($n: Int) { authorCollection(first: 5) { nodes { id } } }","variables":{"n":#}}"#,
    r#"{"query":"{ authorCollection { nodes { id } } }","extensions":{"n":#}}"#,
    r#"{"query":"{ authorCollection { nodes { id } } } # \":#}"}"#,
    r#"{"query":"query($id: Int!) { authorByPk(id: $id) { id } }","variables":{"id":#,"id":3}}"#,
    r#"{"query":"query($id: Int!) { authorByPk(id: $id) { id } }","variables":{"id":3},"variables":{"id":#}, "variables":{"id":3}}"#,
    r#"{"query":"query($id: Int!) { authorByPk(id: $id) { id } }","variables":{"id":#},"extensions":{"explain":true}}"#,
    r#"{"query":"mutation($id: Int!) { deleteFromAuthorCollection(filter: {id: {eq: $id}}) { affectedCount } }","variables":{"id":#}}"#,
    r#"{"query":"query($of: BookFilter) { bookCollection(filter: $of) { nodes { id } } }","variables":{"of":{"authorId":{"in":[5]},"extra":{"path":{"a":#}}}}}"#,
];

fn of(form: &str, number: u32) -> (CaseRequest, Place) {
    let text = form.replacen(HOLE, &number.to_string(), 1);
    if form.starts_with('{') {
        let at = form.find(HOLE).unwrap();
        let place = Place::Body(at..at + number.to_string().len());
        (request("POST", "/graphql", "application/json", text), place)
    } else {
        (request("GET", &text, "application/json", ""), Place::Path)
    }
}

/// An integer as `repeats.js` writes it.
fn written(number: u32) -> Vec<u8> {
    let mut rest = number * 2;
    let mut bytes = Vec::new();
    while rest >= 128 {
        bytes.push(u8::try_from(rest & 127).unwrap() | 128);
        rest >>= 7;
    }
    bytes.push(u8::try_from(rest).unwrap());
    bytes
}

/// A system with the schema, and the tenant's key.
fn system() -> (Native, String) {
    let native = Native::untraced().unwrap();
    let tenant = Tenant::create(&native, "shop").unwrap();
    tenant.push("application/sql", SCHEMA).unwrap();
    let rows = json!([{ "name": "Ursula" }, { "name": "Octavia" }]).to_string();
    let created = tenant
        .send(&request("POST", "/rest/author", "application/json", rows))
        .unwrap();
    assert_eq!(created.status, 201, "{}", created.body);
    let key = tenant.key.clone();
    (native, key)
}

/// The request as the tenant sends it.
fn addressed(request: CaseRequest, key: &str) -> CaseRequest {
    let path = format!("/t/shop{}", request.path);
    with_key(CaseRequest { path, ..request }, key)
}

#[test]
fn a_template_says_what_is_sent_for_every_other_integer() {
    let (native, key) = system();
    for form in TEMPLATES {
        let mut known = None;
        for number in NUMBERS {
            let (request, place) = of(form, number);
            let request = addressed(request, &key);
            let response = native.send(&request).unwrap();
            assert!([200, 404].contains(&response.status), "{form}: {}", response.body);
            let (letter, template) = native.template(&request, &place);
            let behind = template.unwrap_or_else(|| panic!("{form} has no template at {number}"));
            let before = letter.len() - behind - written(number).len();
            let parts = [&letter[..before], &letter[letter.len() - behind..]].map(<[u8]>::to_vec);
            assert_eq!(
                letter,
                [&parts[0], written(number).as_slice(), &parts[1]].concat(),
                "{form}"
            );
            assert_eq!(*known.get_or_insert(parts.clone()), parts, "{form} with {number}");
        }
    }
}

#[test]
fn what_decides_more_than_a_value_has_no_template() {
    let (native, key) = system();
    for form in OTHERS {
        for number in NUMBERS {
            let (request, place) = of(form, number);
            let request = addressed(request, &key);
            native.send(&request).unwrap();
            let (_, template) = native.template(&request, &place);
            assert_eq!(template, None, "{form} with {number}");
        }
    }
}

#[test]
fn conditions_on_a_row_s_tag_have_no_template() {
    let (native, key) = system();
    let (plain, place) = of("/rest/author/#", 1);
    let plain = addressed(plain, &key);
    for (name, value) in [
        ("if-none-match", "\"x\""),
        ("if-match", "*"),
        ("prefer", "explain"),
    ] {
        let mut conditional = plain.clone();
        conditional.headers.push((name.to_owned(), value.to_owned()));
        native.send(&conditional).unwrap();
        assert_eq!(native.template(&conditional, &place).1, None, "{name}");
    }
}
