//! Tenants and their keys, for whoever holds the admin token.

use serde::Deserialize;
use serde_json::{Value, json};
use shard::ShardError;
use shard::directory::{DirectoryRequest, TenantRecord};
use shard::wire::{Answer, Request as ShardRequest};

use crate::credential::{self, Credential};
use crate::error::{ApiError, Code};
use crate::gateway::Call;
use crate::http::{Method, Response};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// Tenants on one page of the list.
const PAGE: u32 = 1_000;

type Answered<S> = Result<Response<<S as Shards>::Text>, ApiError>;

/// `/admin/tenants`
pub(crate) async fn tenants<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Answered<S> {
    authorise(call)?;
    match call.request.method {
        Method::Get | Method::Head => list(call).await,
        Method::Post => create(call).await,
        _ => Err(not_allowed("GET, POST")),
    }
}

/// `/admin/tenants/{tenant}`
pub(crate) async fn tenant<S: Shards, H: Host>(call: &Call<'_, S, H>, name: &str) -> Answered<S> {
    authorise(call)?;
    let tenant = existing_name(name)?;
    match call.request.method {
        Method::Get | Method::Head => describe(call, &tenant).await,
        Method::Delete => remove(call, &tenant).await,
        _ => Err(not_allowed("GET, DELETE")),
    }
}

/// `/admin/tenants/{tenant}/keys`
pub(crate) async fn keys<S: Shards, H: Host>(call: &Call<'_, S, H>, name: &str) -> Answered<S> {
    authorise(call)?;
    let tenant = existing_name(name)?;
    if call.request.method != Method::Post {
        return Err(not_allowed("POST"));
    }
    call.catalog(&tenant).await?;
    let body: NewKey = body(call)?;
    let key = credential::new_key(&tenant, call.host.random()?);
    let record = credential::record(&key, &body.name);
    let id = record.id.clone();
    call.shards.tenant(&tenant, &ShardRequest::AddKey(record)).await?;
    call.forget(&tenant);
    Ok(json_response(
        201,
        &json!({ "id": id, "name": body.name, "key": key }),
    ))
}

/// `/admin/tenants/{tenant}/keys/{id}`
pub(crate) async fn key<S: Shards, H: Host>(call: &Call<'_, S, H>, name: &str, id: &str) -> Answered<S> {
    authorise(call)?;
    let tenant = existing_name(name)?;
    if call.request.method != Method::Delete {
        return Err(not_allowed("DELETE"));
    }
    call.catalog(&tenant).await?;
    let (reply, _) = call
        .shards
        .tenant(&tenant, &ShardRequest::RemoveKey(id.to_owned()))
        .await?;
    call.forget(&tenant);
    match reply.answer {
        Answer::Done(true) => Ok(Response::empty(204)),
        _ => Err(ApiError::new(
            Code::NotFound,
            format!("the tenant has no key '{id}'"),
        )),
    }
}

/// Only the admin token opens these; without one, nothing does.
fn authorise<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Result<(), ApiError> {
    if call.host.admin_token().is_none_or(str::is_empty) {
        return Err(ApiError::new(
            Code::AdminDisabled,
            "this deployment has no admin token: set the secret WORKERSQL_ADMIN_TOKEN",
        ));
    }
    match call.credential()? {
        Credential::Admin => Ok(()),
        Credential::Key { .. } => Err(ApiError::new(
            Code::Unauthenticated,
            "send `Authorization: Bearer <admin token>`",
        )),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewTenant {
    name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewKey {
    name: String,
}

async fn create<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Answered<S> {
    let body: NewTenant = body(call)?;
    let tenant = TenantName::new(&body.name).ok_or_else(|| {
        ApiError::new(
            Code::InvalidValue,
            "name: a tenant's name has 1 to 63 small letters, digits and hyphens, and does not start with a hyphen",
        )
        .with("field", "name")
    })?;
    let key = credential::new_key(&tenant, call.host.random()?);
    let record = credential::record(&key, "default");
    let id = record.id.clone();
    let created = call.shards.tenant(&tenant, &ShardRequest::Create(record)).await;
    // The list is completed in either case: an earlier call may have been cut off between the two.
    let listed = match created {
        Ok(_) | Err(ShardError::TenantExists) => {
            call.shards
                .directory(&DirectoryRequest::Add(tenant.as_str().to_owned()))
                .await?
        }
        Err(_) => Vec::new(),
    };
    created?;
    call.forget(&tenant);
    let answer = json!({
        "name": tenant.as_str(),
        "createdAt": listed.first().map(|record| record.created_at.clone()),
        "key": key,
        "keyId": id,
    });
    Ok(json_response(201, &answer).with("location", format!("/admin/tenants/{tenant}")))
}

async fn list<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Answered<S> {
    let after = call
        .request
        .query
        .as_deref()
        .and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("after=")))
        .unwrap_or_default();
    let request = DirectoryRequest::List {
        after: after.to_owned(),
        limit: PAGE,
    };
    let tenants = call.shards.directory(&request).await?;
    let next = (tenants.len() == PAGE as usize)
        .then(|| tenants.last().map(|record| record.name.clone()))
        .flatten();
    let tenants: Vec<Value> = tenants.iter().map(listed).collect();
    Ok(json_response(200, &json!({ "tenants": tenants, "after": next })))
}

async fn describe<S: Shards, H: Host>(call: &Call<'_, S, H>, tenant: &TenantName) -> Answered<S> {
    let catalog = call.catalog(tenant).await?;
    let found = call
        .shards
        .directory(&DirectoryRequest::Find(tenant.as_str().to_owned()))
        .await?;
    let mut answer = found
        .first()
        .map_or_else(|| json!({ "name": tenant.as_str() }), listed);
    let keys: Vec<Value> = catalog
        .keys
        .iter()
        .map(|key| json!({ "id": key.id, "name": key.name }))
        .collect();
    answer["schemaVersion"] = catalog.schema_version.into();
    answer["tables"] = catalog.schema.tables.len().into();
    answer["keys"] = keys.into();
    Ok(json_response(200, &answer))
}

async fn remove<S: Shards, H: Host>(call: &Call<'_, S, H>, tenant: &TenantName) -> Answered<S> {
    let find = DirectoryRequest::Find(tenant.as_str().to_owned());
    if call.shards.directory(&find).await?.is_empty() {
        return Err(ShardError::NoTenant.into());
    }
    call.shards.tenant(tenant, &ShardRequest::Drop).await?;
    call.shards
        .directory(&DirectoryRequest::Remove(tenant.as_str().to_owned()))
        .await?;
    call.forget(tenant);
    call.gateway.refusals.forget(tenant);
    Ok(Response::empty(204))
}

fn listed(record: &TenantRecord) -> Value {
    json!({ "name": record.name, "createdAt": record.created_at })
}

fn existing_name(name: &str) -> Result<TenantName, ApiError> {
    TenantName::new(name).ok_or_else(|| ShardError::NoTenant.into())
}

fn body<S: Shards, H: Host, T: serde::de::DeserializeOwned>(call: &Call<'_, S, H>) -> Result<T, ApiError> {
    serde_json::from_slice(&call.request.body).map_err(|error| {
        ApiError::new(
            Code::BadRequest,
            format!(
                "the body is not the JSON that is expected here: `{{\"name\": \"…\"}}` (line {}, column {})",
                error.line(),
                error.column()
            ),
        )
    })
}

pub(crate) fn json_response<T>(status: u16, body: &Value) -> Response<T> {
    Response::text(status, "application/json", body.to_string())
}

pub(crate) fn not_allowed(allowed: &'static str) -> ApiError {
    ApiError::new(Code::MethodNotAllowed, format!("this path takes {allowed}")).with("allow", allowed)
}
