//! Requests that come again: each is answered as things are then, whatever was answered before.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::host::{Tenant, TestHost, request, with_key};

const JSON: &str = "application/json";

const SCHEMA: &str = "CREATE TABLE author (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(20) NOT NULL);";

/// The same two requests, again and again, while rows, schema and the tenant itself change under them.
pub fn sees_every_change<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "again")?;
    tenant.push("application/sql", SCHEMA)?;
    let seen = |names: &[&str]| -> Result<()> {
        let rows: Vec<Value> = names.iter().map(|name| json!({ "name": name })).collect();
        for _ in 0..3 {
            let rest = asked(&tenant)?;
            ensure!(rest == (200, json!(rows)), "REST answers {rest:?}");
            let graphql = asked_in_graphql(&tenant)?;
            let expected = json!({ "data": { "authorCollection": { "nodes": rows } } });
            ensure!(graphql == (200, expected), "GraphQL answers {graphql:?}");
        }
        Ok(())
    };
    seen(&[])?;
    add(&tenant, "Ursula")?;
    seen(&["Ursula"])?;
    add(&tenant, "Octavia")?;
    seen(&["Ursula", "Octavia"])?;
    declare(&tenant, &SCHEMA.replace("NULL);", "NULL, born INT);"))?;
    seen(&["Ursula", "Octavia"])?;
    // A tenant of the same name has another key, and nothing of the first.
    let gone = request("DELETE", "/admin/tenants/again", JSON, "");
    let response = host.send(&with_key(gone, host.admin_token()))?;
    ensure!(response.status == 204, "{response:?}");
    let (status, _) = asked(&tenant)?;
    ensure!(
        status == 401,
        "without its tenant, the key is answered with {status}"
    );
    let successor = Tenant::create(host, "again")?;
    let (status, _) = asked(&tenant)?;
    // Natively, chance makes the same keys again.
    let renewed = successor.key == tenant.key;
    ensure!(
        renewed || status == 401,
        "the key of a tenant that is gone is answered with {status}"
    );
    successor.push("application/sql", SCHEMA)?;
    let rest = asked(&successor)?;
    ensure!(rest == (200, json!([])), "the new tenant answers {rest:?}");
    Ok(())
}

fn add<H: TestHost>(tenant: &Tenant<'_, H>, name: &str) -> Result<()> {
    let (status, body) = send(tenant, "POST", "/rest/author", &json!({ "name": name }))?;
    ensure!(status == 201, "{status}: {body}");
    Ok(())
}

fn asked<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<(u16, Value)> {
    send(tenant, "GET", "/rest/author?select=name&order=id", &Value::Null)
}

fn asked_in_graphql<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<(u16, Value)> {
    let query = "{ authorCollection(orderBy: [{id: AscNullsLast}]) { nodes { name } } }";
    send(tenant, "POST", "/graphql", &json!({ "query": query }))
}

fn send<H: TestHost>(tenant: &Tenant<'_, H>, method: &str, path: &str, body: &Value) -> Result<(u16, Value)> {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    let response = tenant.send(&request(method, path, JSON, body))?;
    Ok((
        response.status,
        serde_json::from_str(&response.body).unwrap_or_default(),
    ))
}

/// A declaration in place of another.
fn declare<H: TestHost>(tenant: &Tenant<'_, H>, schema: &str) -> Result<()> {
    let response = tenant.send(&request("PUT", "/schema", "application/sql", schema))?;
    ensure!(response.status == 200, "{response:?}");
    Ok(())
}

/// Rows by their keys, one after the other: each is answered as a request of its own is, tag and all, while rows change, go and come.
pub fn reads_every_row<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "rows")?;
    tenant.push("application/sql", SCHEMA)?;
    let names: Vec<Value> = (1..=300)
        .map(|at| json!({ "name": format!("Author {at}") }))
        .collect();
    let (status, body) = send(&tenant, "POST", "/rest/author", &json!(names))?;
    ensure!(status == 201, "{status}: {body}");
    let seen = |missing: u32| -> Result<()> {
        for id in [1, 2, 300, 64, 128, 299, 2, 301, 999_999_999, 7] {
            let found = id != missing && id <= 300;
            let rest = read(&tenant, &format!("/rest/author/{id}"), "application/json")?;
            // Of another form, as nobody else asks so.
            let alone = read(
                &tenant,
                &format!("/rest/author/{id}"),
                &format!("application/json;q=0.{id}"),
            )?;
            ensure!(rest == alone, "{rest:?} where {alone:?} was expected");
            ensure!(rest.0 == if found { 200 } else { 404 }, "{id}: {rest:?}");
            let query = "query($id: Int!) { authorByPk(id: $id) { id name } }";
            let call = json!({ "query": query, "variables": { "id": id } });
            let graphql = send(&tenant, "POST", "/graphql", &call)?;
            let row: Value = if found {
                serde_json::from_str(&rest.2)?
            } else {
                Value::Null
            };
            ensure!(
                graphql == (200, json!({ "data": { "authorByPk": row } })),
                "{id}: {graphql:?}"
            );
        }
        Ok(())
    };
    seen(0)?;
    let change = json!({ "name": "Ursula" });
    send(&tenant, "PATCH", "/rest/author/300", &change)?;
    seen(0)?;
    send(&tenant, "DELETE", "/rest/author/64", &Value::Null)?;
    seen(64)?;
    declare(&tenant, &SCHEMA.replace("NULL);", "NULL, born INT);"))?;
    let (status, body) = send(&tenant, "GET", "/rest/author/300", &Value::Null)?;
    let row = json!({ "id": 300, "name": "Ursula", "born": null });
    ensure!((status, &body) == (200, &row), "{status}: {body}");
    Ok(())
}

/// Status, tag and text.
fn read<H: TestHost>(
    tenant: &Tenant<'_, H>,
    path: &str,
    accept: &str,
) -> Result<(u16, Option<String>, String)> {
    let mut asked = request("GET", path, JSON, "");
    asked.headers.push(("accept".to_owned(), accept.to_owned()));
    let response = tenant.send(&asked)?;
    let tag = response.headers.iter().find(|(name, _)| name == "etag");
    Ok((response.status, tag.map(|(_, tag)| tag.clone()), response.body))
}

/// Texts for a row; the last is too long.
const NAMES: [&str; 12] = [
    "Ursula",
    "",
    "a\"b\\c/d",
    "line\nand\ttab\r",
    "\u{1}0\u{0}\u{1}1",
    "Zoë",
    "名前",
    "👩‍🚀",
    "'; DROP TABLE a; --",
    "null",
    "twenty characters...",
    "twenty-one characters",
];

/// Rows of one form, one after the other: each is kept as it was sent, told as a request of its own is, and refused where it has to be,
/// also where the schema changes in between.
pub fn adds_every_row<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "forms")?;
    tenant.push("application/sql", SCHEMA)?;
    let mut id = 0;
    let mut added = || -> Result<()> {
        for name in NAMES {
            let fits = name.chars().count() <= 20;
            for form in [by_rest, by_rest_in_a_list, by_graphql] {
                let told = form(&tenant, name)?;
                if !fits {
                    ensure!(told.is_none(), "{name:?} is {told:?}");
                    continue;
                }
                id += 1;
                let (status, row) = send(&tenant, "GET", &format!("/rest/author/{id}"), &Value::Null)?;
                ensure!((status, &row["name"]) == (200, &json!(name)), "{name:?}: {row}");
                ensure!(told == Some(id), "{name:?} is told as {told:?} where it is {id}");
            }
        }
        Ok(())
    };
    added()?;
    declare(&tenant, &SCHEMA.replace("NULL);", "NULL, born INT);"))?;
    added()
}

/// The new row's key, as its address tells it; nothing where it is refused.
fn by_rest<H: TestHost>(tenant: &Tenant<'_, H>, name: &str) -> Result<Option<u64>> {
    let row = json!({ "name": name }).to_string();
    let response = tenant.send(&request("POST", "/rest/author", JSON, row))?;
    ensure!([201, 422].contains(&response.status), "{response:?}");
    let address = response.headers.iter().find(|(name, _)| name == "location");
    let key = address.and_then(|(_, address)| address.strip_prefix("/t/forms/rest/author/"));
    Ok(key.map(str::parse).transpose()?)
}

fn by_rest_in_a_list<H: TestHost>(tenant: &Tenant<'_, H>, name: &str) -> Result<Option<u64>> {
    let rows = json!([{ "name": name }]).to_string();
    let mut asked = request("POST", "/rest/author?select=id", JSON, rows);
    asked
        .headers
        .push(("prefer".to_owned(), "return=representation".to_owned()));
    let response = tenant.send(&asked)?;
    ensure!([201, 422].contains(&response.status), "{response:?}");
    let rows: Value = serde_json::from_str(&response.body)?;
    Ok(rows[0]["id"].as_u64())
}

fn by_graphql<H: TestHost>(tenant: &Tenant<'_, H>, name: &str) -> Result<Option<u64>> {
    let query =
        "mutation($name: String!) { insertIntoAuthorCollection(objects: {name: $name}) { records { id } } }";
    let call = json!({ "query": query, "variables": { "name": name } });
    let (_, body) = send(tenant, "POST", "/graphql", &call)?;
    Ok(body["data"]["insertIntoAuthorCollection"]["records"][0]["id"].as_u64())
}

const ITEMS: &str = "CREATE TABLE item (id INT AUTO_INCREMENT PRIMARY KEY, code VARCHAR(10) NOT NULL UNIQUE, n INT NOT NULL DEFAULT 0,
    CHECK (n < 100));";

/// Rows added, changed and removed one after the other by requests of one form each. What a constraint refuses is told, changes nothing,
/// and what comes behind it is done; the version counts every change once.
pub fn changes_every_row<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "items")?;
    tenant.push("application/sql", ITEMS)?;
    let mut expected = Vec::new();
    let mut version = 0;
    for at in 1..=8 {
        let code = format!("code {at}");
        for status in [201, 409] {
            let row = json!({ "code": code }).to_string();
            let response = tenant.send(&request("POST", "/rest/item?select=id", JSON, row))?;
            ensure!(response.status == status, "{response:?}");
        }
        version += 1;
        let id = keys(&tenant)?.pop().unwrap_or_default();
        for (n, status) in [(at, 200), (100, 422)] {
            let mut change = request(
                "PATCH",
                &format!("/rest/item/{id}"),
                JSON,
                json!({ "n": n }).to_string(),
            );
            change
                .headers
                .push(("prefer".to_owned(), "return=representation".to_owned()));
            let response = tenant.send(&change)?;
            ensure!(response.status == status, "{response:?}");
        }
        version += 1;
        let more = "mutation($id: Int!, $n: Int!) { updateItemCollection(set: {n: $n}, filter: {id: {eq: $id}}, atMost: 1) { affectedCount } }";
        let call = json!({ "query": more, "variables": { "id": id, "n": at * 10 } });
        let (_, body) = send(&tenant, "POST", "/graphql", &call)?;
        let affected = &body["data"]["updateItemCollection"]["affectedCount"];
        ensure!(affected == 1, "{body}");
        version += 1;
        if at % 2 == 0 {
            let (status, body) = send(&tenant, "DELETE", &format!("/rest/item/{id}"), &Value::Null)?;
            ensure!(status == 204, "{body}");
            version += 1;
        } else {
            expected.push(json!({ "code": code, "n": at * 10 }));
        }
        let listed = request("GET", "/rest/item?select=code,n&order=id", JSON, "");
        let response = tenant.send(&listed)?;
        let rows: Value = serde_json::from_str(&response.body)?;
        ensure!(rows == json!(expected), "{rows} behind change {version}");
        let told = response
            .headers
            .iter()
            .find(|(name, _)| name == "workersql-version");
        let told = told.map(|(_, version)| version.as_str());
        ensure!(
            told == Some(&version.to_string()),
            "{told:?} behind change {version}"
        );
    }
    Ok(())
}

fn keys<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<Vec<u64>> {
    let (_, rows) = send(tenant, "GET", "/rest/item?select=id&order=id", &Value::Null)?;
    let keys = rows.as_array().into_iter().flatten();
    Ok(keys.filter_map(|row| row["id"].as_u64()).collect())
}
