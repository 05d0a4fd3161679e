//! `GET /t/{tenant}/usage`: how large a tenant is, and what it was asked of late.

use serde_json::{Value, json};
use shard::wire::{Answer, Request as ShardRequest};

use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::error::ApiError;
use crate::gateway::{Attempt, Call, unexpected};
use crate::http::Method;
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// `/t/{tenant}/usage`
pub(crate) async fn usage<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Attempt<S::Text>, ApiError> {
    if !matches!(call.request.method, Method::Get | Method::Head) {
        return Err(not_allowed("GET, HEAD"));
    }
    let (reply, _) = call.ask(tenant, catalog, &ShardRequest::Usage).await?;
    let Answer::Usage(usage) = reply.answer else {
        return Err(unexpected().into());
    };
    let minutes: Vec<Value> = usage
        .minutes
        .iter()
        .map(|minute| {
            json!({
                "minutesAgo": minute.ago,
                "requests": minute.requests,
                "refused": minute.refused,
                "rowsRead": minute.read,
                "rowsWritten": minute.written,
            })
        })
        .collect();
    let answer = json!({ "bytes": usage.size, "countedMinutes": usage.counted, "minutes": minutes });
    Ok(Attempt::Answered(json_response(200, &answer)))
}
