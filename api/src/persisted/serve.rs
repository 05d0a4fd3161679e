//! `/t/{tenant}/documents`: registers documents, lists and forgets them.

use serde_json::{Map, Value, json};
use shard::documents::{DocumentRecord, DocumentRequest};

use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::credential::Credential;
use crate::error::{ApiError, Code, not_json};
use crate::gateway::{Attempt, Call};
use crate::graphql::persisted::{LONGEST_ID, hash};
use crate::http::{Method, Response};
use crate::plan::limits::within;
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// The most documents of one registration.
const MOST: usize = 1_000;

/// `/t/{tenant}/documents`
pub(crate) async fn documents<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
    credential: &Credential,
) -> Result<Attempt<S::Text>, ApiError> {
    match call.request.method {
        Method::Get | Method::Head => {
            let found = call.ask_documents(tenant, DocumentRequest::List).await?;
            let documents: Map<String, Value> = found
                .into_iter()
                .map(|record| (record.id, Value::String(record.document)))
                .collect();
            Ok(Attempt::Answered(json_response(
                200,
                &json!({ "documents": documents }),
            )))
        }
        Method::Put => {
            authorise(catalog, credential)?;
            let records = read(call, catalog)?;
            let ids: Vec<String> = records.iter().map(|record| record.id.clone()).collect();
            call.ask_documents(tenant, DocumentRequest::Register(records))
                .await?;
            call.forget(tenant);
            Ok(Attempt::Answered(json_response(
                200,
                &json!({ "registered": ids }),
            )))
        }
        _ => Err(not_allowed("GET, HEAD, PUT")),
    }
}

/// `/t/{tenant}/documents/{id}`
pub(crate) async fn document<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
    credential: &Credential,
    id: &str,
) -> Result<Attempt<S::Text>, ApiError> {
    if call.request.method != Method::Delete {
        return Err(not_allowed("DELETE"));
    }
    authorise(catalog, credential)?;
    let gone = call
        .ask_documents(tenant, DocumentRequest::Remove(id.to_owned()))
        .await?;
    call.forget(tenant);
    if gone.is_empty() {
        return Err(ApiError::new(
            Code::NotFound,
            format!("no document is registered as \"{id}\""),
        ));
    }
    Ok(Attempt::Answered(Response::empty(204)))
}

/// Where only registered documents are executed, a key must not be able to add to them.
fn authorise(catalog: &Catalog, credential: &Credential) -> Result<(), ApiError> {
    match credential {
        Credential::Key { .. } if catalog.settings.registered_documents_only => Err(ApiError::new(
            Code::Forbidden,
            "while only registered documents are executed, they are registered with the admin token",
        )),
        _ => Ok(()),
    }
}

/// The documents of a body: an object of texts by identifier, or a list of texts, whose identifiers are their hashes.
fn read<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    catalog: &Catalog,
) -> Result<Vec<DocumentRecord>, ApiError> {
    const FORM: &str = "an object of documents by their identifiers, or a list of documents";
    let body: Value = serde_json::from_slice(&call.request.body)
        .map_err(|error| ApiError::new(Code::BadRequest, format!("the body {}", not_json(&error, FORM))))?;
    let given: Vec<(Option<String>, Value)> = match body {
        Value::Object(members) => members.into_iter().map(|(id, text)| (Some(id), text)).collect(),
        Value::Array(items) => items.into_iter().map(|text| (None, text)).collect(),
        _ => return Err(ApiError::new(Code::BadRequest, format!("the body is not {FORM}"))),
    };
    within(given.len(), MOST, "one registration has too many documents")?;
    let mut problems = Vec::new();
    let mut records = Vec::with_capacity(given.len());
    for (position, (id, text)) in given.into_iter().enumerate() {
        let place = id.clone().map_or_else(|| json!(position), Value::String);
        match record(catalog, id, text) {
            Ok(record) => records.push(record),
            Err(messages) => problems.push(json!({ "document": place, "errors": messages })),
        }
    }
    if problems.is_empty() {
        return Ok(records);
    }
    let first = problems[0].clone();
    Err(ApiError::new(
        Code::GraphqlValidation,
        format!(
            "the document {} cannot be executed: {}; none was registered",
            first["document"],
            first["errors"][0]["message"].as_str().unwrap_or_default()
        ),
    )
    .with("problems", problems))
}

fn record(catalog: &Catalog, id: Option<String>, text: Value) -> Result<DocumentRecord, Vec<Value>> {
    let wrong = |message: &str| vec![json!({ "message": message })];
    let Value::String(document) = text else {
        return Err(wrong("a document is a string"));
    };
    let id = id.unwrap_or_else(|| hash(&document));
    if id.is_empty() || id.len() > LONGEST_ID {
        return Err(wrong("an identifier has 1 to 255 bytes"));
    }
    crate::graphql::check(catalog.planning(), &document)?;
    Ok(DocumentRecord {
        id,
        document,
        registered: true,
    })
}
