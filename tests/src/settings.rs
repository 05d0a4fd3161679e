//! A tenant's settings: who may change them, what is taken, and that they hold from the next call on.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::case::{CaseRequest, CaseResponse};
use crate::host::{self, Tenant, TestHost, with_key};

const SCHEMA: &str = "CREATE TABLE author (id INT PRIMARY KEY, name VARCHAR(20));
    CREATE TABLE book (id INT PRIMARY KEY, author_id INT, FOREIGN KEY (author_id) REFERENCES author (id));";

/// Changes settings and sees each at work.
pub fn changed_by_the_admin<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "settings")?;
    tenant.push("application/sql", SCHEMA)?;
    let defaults = tenant.get("/settings")?;
    ensure!(defaults["limits"]["aliases"] == 1_000, "{defaults}");
    let refused = patch(&tenant, &tenant.key, &json!({"limits": {"aliases": 1}}))?;
    ensure!(refused.status == 403, "{refused:?}");
    for wrong in [
        json!({"limits": {"aliases": -1}}),
        json!({"limits": {"alias": 1}}),
        json!(7),
    ] {
        let refused = admin(&tenant, &wrong)?;
        ensure!(
            refused.status == 400 && code(&refused)? == "invalid_value",
            "{wrong}: {refused:?}"
        );
    }
    ensure!(
        tenant.get("/settings")? == defaults,
        "a refused patch changed something"
    );
    graphql_limits(&tenant)?;
    rest_limits(&tenant)?;
    time(&tenant)?;
    let reset = admin(&tenant, &json!({"limits": null, "registeredDocumentsOnly": null}))?;
    ensure!(
        serde_json::from_str::<Value>(&reset.body)? == defaults,
        "{reset:?}"
    );
    Ok(())
}

fn graphql_limits<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let nested = "{ authorCollection(first: 5) { nodes { id bookCollection(first: 4) { nodes { id } } } } }";
    for (name, allowed, document, counted) in [
        ("aliases", 2, "{ a: __typename b: __typename c: __typename }", 3),
        (
            "rootFields",
            1,
            "{ __typename authorCollection { totalCount } }",
            2,
        ),
        ("depth", 4, nested, 5),
        ("nesting", 0, nested, 1),
        ("documentBytes", 10, "{ __typename }", 14),
        ("tokens", 2, "{ __typename }", 3),
        (
            "maxRows",
            20,
            "{ authorCollection(first: 21) { totalCount } }",
            21,
        ),
        ("complexity", 24, nested, 25),
        (
            "insertedRows",
            1,
            "mutation { insertIntoAuthorCollection(objects: [{id: 1}, {id: 2}]) { affectedCount } }",
            2,
        ),
    ] {
        tenant_allows(tenant, name, allowed)?;
        let answer = run(tenant, document)?;
        let extensions = &answer["errors"][0]["extensions"];
        ensure!(
            extensions["code"] == "limit_exceeded"
                && extensions["counted"] == counted
                && extensions["allowed"] == allowed
                && answer.get("data").is_none(),
            "{name}: {answer}"
        );
        if name != "insertedRows" {
            tenant_allows(tenant, name, counted)?;
            let answer = run(tenant, document)?;
            ensure!(answer.get("errors").is_none(), "{name}: {answer}");
        }
        admin(tenant, &json!({"limits": null}))?;
    }
    Ok(())
}

fn rest_limits<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    for (name, allowed, path, counted) in [
        ("maxRows", 20, "/rest/author?limit=21", 21),
        ("nesting", 0, "/rest/author?select=id,book(id)", 1),
        (
            "complexity",
            24,
            "/rest/author?select=id,book(id)&limit=5&book.limit=4",
            25,
        ),
    ] {
        tenant_allows(tenant, name, allowed)?;
        let answer = tenant.send(&request("GET", path, &tenant.key, String::new()))?;
        let body: Value = serde_json::from_str(&answer.body)?;
        ensure!(
            body["code"] == "limit_exceeded" && body["counted"] == counted && body["allowed"] == allowed,
            "{name}: {body}"
        );
        tenant_allows(tenant, name, counted)?;
        tenant.get(path)?;
        admin(tenant, &json!({"limits": null}))?;
    }
    Ok(())
}

/// What takes longer than all may take together is stopped before its next operation or step, and undone. Only a host whose
/// clock runs while it works can tell.
fn time<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let ids = 10..3_010;
    let rows = |row: &dyn Fn(u32) -> String| ids.clone().map(row).collect::<Vec<_>>().join(", ");
    let authors = rows(&|id| format!("{{id: {id}}}"));
    let with_books = (10..1_510)
        .map(|id| format!("{{id: {id}, bookCollection: {{create: [{{id: {id}}}]}}}}"))
        .collect::<Vec<_>>()
        .join(", ");
    let json = rows(&|id| format!("{{\"id\": {id}}}"));
    let insert = |objects: &str| {
        json!({ "query": format!("mutation {{ a: insertIntoAuthorCollection(objects: [{objects}]) {{ affectedCount }} \
            b: insertIntoAuthorCollection(objects: [{{id: 9}}]) {{ affectedCount }} }}") })
        .to_string()
    };
    let nested = json!({ "query": format!("mutation {{ insertIntoAuthorCollection(objects: [{with_books}]) {{ affectedCount }} }}") });
    let batch = format!(
        "[{{\"method\": \"POST\", \"path\": \"/author\", \"body\": [{json}]}},
          {{\"method\": \"POST\", \"path\": \"/author\", \"body\": {{\"id\": 9}}}}]"
    );
    for (path, body) in [
        ("/graphql", insert(&authors)),
        ("/graphql", nested.to_string()),
        ("/batch", batch),
    ] {
        tenant_allows(tenant, "timeMs", 1)?;
        let answer = tenant.send(&request("POST", path, &tenant.key, body))?;
        let answer: Value = serde_json::from_str(&answer.body)?;
        let error = answer.pointer("/errors/0/extensions").unwrap_or(&answer);
        ensure!(
            error["code"] == "limit_exceeded" && error["allowed"] == 1,
            "{path}: {}",
            answer.to_string().chars().take(200).collect::<String>()
        );
        admin(tenant, &json!({"limits": null}))?;
        let answer = run(tenant, "{ authorCollection { totalCount } }")?;
        ensure!(
            answer["data"]["authorCollection"]["totalCount"] == 0,
            "{path}: {answer}"
        );
    }
    Ok(())
}

fn tenant_allows<H: TestHost>(tenant: &Tenant<'_, H>, name: &str, allowed: u64) -> Result<()> {
    let mut limits = json!({ name: allowed });
    if name == "maxRows" {
        limits["defaultRows"] = allowed.into();
    }
    let set = admin(tenant, &json!({ "limits": limits }))?;
    ensure!(set.status == 200, "{name}: {set:?}");
    Ok(())
}

fn run<H: TestHost>(tenant: &Tenant<'_, H>, document: &str) -> Result<Value> {
    let body = json!({ "query": document }).to_string();
    let answer = tenant.send(&request("POST", "/graphql", &tenant.key, body))?;
    Ok(serde_json::from_str(&answer.body)?)
}

fn admin<H: TestHost>(tenant: &Tenant<'_, H>, settings: &Value) -> Result<CaseResponse> {
    patch(tenant, tenant.host().admin_token(), settings)
}

fn patch<H: TestHost>(tenant: &Tenant<'_, H>, key: &str, settings: &Value) -> Result<CaseResponse> {
    tenant.send(&request("PATCH", "/settings", key, settings.to_string()))
}

fn code(response: &CaseResponse) -> Result<String> {
    let body: Value = serde_json::from_str(&response.body)?;
    Ok(body["code"].as_str().unwrap_or_default().to_owned())
}

fn request(method: &str, path: &str, key: &str, body: String) -> CaseRequest {
    with_key(host::request(method, path, "application/json", body), key)
}
