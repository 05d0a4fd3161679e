//! `/t/{tenant}/settings`: read with any key, changed with the admin token, since it loosens limits too.

use serde_json::Value;
use shard::ShardError;
use shard::wire::Request as ShardRequest;

use super::{Settings, patched};
use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::credential::Credential;
use crate::error::{ApiError, Code, not_json};
use crate::gateway::{Attempt, Call};
use crate::http::{Header, Method, Request};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// `/t/{tenant}/settings`
pub(crate) async fn settings<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
    credential: &Credential,
) -> Result<Attempt<S::Text>, ApiError> {
    match (call.request.method, credential) {
        (Method::Get | Method::Head, _) => answer(&catalog.settings),
        (Method::Patch, Credential::Admin) => change(call, tenant, catalog).await,
        (Method::Patch, Credential::Key { .. }) => Err(ApiError::new(
            Code::Forbidden,
            "settings are changed with the admin token: a key reads them",
        )),
        _ => Err(not_allowed("GET, HEAD, PATCH")),
    }
}

fn answer<T>(settings: &Settings) -> Result<Attempt<T>, ApiError> {
    let body = serde_json::to_value(settings)
        .map_err(|error| ShardError::Internal(format!("the settings: {error}")))?;
    Ok(Attempt::Answered(json_response(200, &body)))
}

async fn change<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Attempt<S::Text>, ApiError> {
    let patch = read_patch(call.request)?;
    let before: Value = serde_json::from_str(&catalog.set).unwrap_or_default();
    let (settings, set) = patched(&before, &patch)?;
    let request = ShardRequest::Settings {
        catalog: catalog.catalog,
        settings: set.to_string(),
        max_time: settings.limits.time_ms,
    };
    match call.shards.tenant(tenant, &request).await {
        Err(ShardError::Stale(_)) => return Ok(Attempt::Stale),
        other => other?,
    };
    call.forget(tenant);
    answer(&settings)
}

fn read_patch(request: &Request) -> Result<Value, ApiError> {
    let content_type = request.headers.get(Header::ContentType).unwrap_or_default();
    if !matches!(
        crate::http::essence(content_type).as_str(),
        "application/json" | "application/merge-patch+json"
    ) {
        return Err(ApiError::new(
            Code::UnsupportedMediaType,
            "send the settings to change as `Content-Type: application/json`",
        ));
    }
    serde_json::from_slice(&request.body).map_err(|error| {
        ApiError::new(
            Code::BadRequest,
            format!("the body {}", not_json(&error, "an object")),
        )
    })
}
