//! Documents that requests name: by their hash, and by the identifier that they are registered under.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::case::CaseResponse;
use crate::host::{Tenant, TestHost, request, with_key};

const SCHEMA: &str = "CREATE TABLE entry (id INT PRIMARY KEY, note VARCHAR(20));";

/// SHA-256 of `{ entryCollection { totalCount } }`.
const HASH: &str = "3a56c4bc423c7a5a35a2f27df66b225d2bce3751df7909d8300b310e2086eb05";

/// SHA-256 of something else.
const OTHER: &str = "d9298a10d1b0735837dc4bd85dac641b0f3cef27a47e5d53a54f2f3f5b2fcffa";

/// Leaves, registers and runs documents.
pub fn are_found_by_name<H: TestHost>(host: &H) -> Result<()> {
    let tenant = Tenant::create(host, "documents")?;
    tenant.push("application/sql", SCHEMA)?;
    automatic(&tenant)?;
    registered(&tenant)?;
    registered_only(&tenant)
}

fn automatic<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let text = "{ entryCollection { totalCount } }";
    let named = json!({ "persistedQuery": { "version": 1, "sha256Hash": HASH } });
    let unknown = post(tenant, &json!({ "extensions": named }))?;
    ensure!(
        unknown["errors"][0]["message"] == "PersistedQueryNotFound"
            && unknown["errors"][0]["extensions"]["code"] == "PERSISTED_QUERY_NOT_FOUND",
        "{unknown}"
    );
    let wrong = json!({ "persistedQuery": { "version": 1, "sha256Hash": OTHER } });
    let refused = post(tenant, &json!({ "query": text, "extensions": wrong }))?;
    ensure!(code(&refused) == "bad_request", "{refused}");
    let left = post(tenant, &json!({ "query": text, "extensions": named }))?;
    ensure!(left["data"]["entryCollection"]["totalCount"] == 0, "{left}");
    let again = post(tenant, &json!({ "extensions": named }))?;
    ensure!(again == left, "{again}");
    let path = format!(
        "/graphql?extensions={}",
        named
            .to_string()
            .replace('{', "%7B")
            .replace('}', "%7D")
            .replace('"', "%22")
    );
    ensure!(tenant.get(&path)? == left, "by GET");
    Ok(())
}

fn registered<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let bad = json!({ "good": "{ __typename }", "bad": "{ nothing }" });
    let refused = send(tenant, "PUT", "/documents", &tenant.key, &bad)?;
    ensure!(
        refused.status == 400 && refused.body.contains("\\\"bad\\\"") && refused.body.contains("nothing"),
        "{refused:?}"
    );
    ensure!(
        tenant.get("/documents")? == json!({ "documents": {} }),
        "one was registered"
    );
    let documents = json!({
        "count": "query ($n: Int) { entryCollection(first: $n) { totalCount } }",
        "two": "query A { __typename } query B { b: __typename }",
    });
    let put = send(tenant, "PUT", "/documents", &tenant.key, &documents)?;
    ensure!(put.status == 200, "{put:?}");
    ensure!(
        tenant.get("/documents")? == json!({ "documents": documents }),
        "listed"
    );
    for body in [
        json!({ "documentId": "count", "variables": { "n": 1 } }),
        json!({ "id": "count" }),
        json!({ "doc_id": "count" }),
        json!({ "extensions": { "persistedQuery": { "documentId": "count" } } }),
    ] {
        let answer = post(tenant, &body)?;
        ensure!(
            answer["data"]["entryCollection"]["totalCount"] == 0,
            "{body}: {answer}"
        );
    }
    let answer = post(tenant, &json!({ "documentId": "two", "operationName": "B" }))?;
    ensure!(answer["data"]["b"] == "Query", "{answer}");
    let missing = post(tenant, &json!({ "documentId": "none" }))?;
    ensure!(code(&missing) == "document_not_found", "{missing}");
    let gone = send(tenant, "DELETE", "/documents/two", &tenant.key, &Value::Null)?;
    ensure!(gone.status == 204, "{gone:?}");
    let missing = post(tenant, &json!({ "documentId": "two", "operationName": "B" }))?;
    ensure!(code(&missing) == "document_not_found", "{missing}");
    Ok(())
}

fn registered_only<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let admin = tenant.host().admin_token().to_owned();
    let only = json!({ "registeredDocumentsOnly": true });
    let set = send(tenant, "PATCH", "/settings", &admin, &only)?;
    ensure!(set.status == 200, "{set:?}");
    let text = "{ entryCollection { totalCount } }";
    let named = json!({ "persistedQuery": { "version": 1, "sha256Hash": HASH } });
    for body in [
        json!({ "query": text }),
        json!({ "query": text, "extensions": named }),
        json!({ "extensions": named }),
        json!({ "documentId": "none" }),
    ] {
        let answer = post(tenant, &body)?;
        ensure!(code(&answer) == "document_not_registered", "{body}: {answer}");
    }
    let answer = post(tenant, &json!({ "documentId": "count" }))?;
    ensure!(answer.get("errors").is_none(), "{answer}");
    let list = json!([text]);
    let refused = send(tenant, "PUT", "/documents", &tenant.key, &list)?;
    ensure!(refused.status == 403, "{refused:?}");
    let put = send(tenant, "PUT", "/documents", &admin, &list)?;
    ensure!(put.status == 200, "{put:?}");
    let answer = post(tenant, &json!({ "extensions": named }))?;
    ensure!(answer.get("errors").is_none(), "{answer}");
    Ok(())
}

fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"]
        .as_str()
        .unwrap_or_default()
}

fn post<H: TestHost>(tenant: &Tenant<'_, H>, body: &Value) -> Result<Value> {
    let answer = send(tenant, "POST", "/graphql", &tenant.key, body)?;
    Ok(serde_json::from_str(&answer.body)?)
}

fn send<H: TestHost>(
    tenant: &Tenant<'_, H>,
    method: &str,
    path: &str,
    key: &str,
    body: &Value,
) -> Result<CaseResponse> {
    let request = request(method, path, "application/json", body.to_string());
    tenant.send(&with_key(request, key))
}
