//! `GET /t/{tenant}/usage`: how large a tenant is, and what it was asked of late.

use std::cell::RefCell;
use std::collections::HashMap;

use serde_json::{Value, json};
use shard::usage::{Counter, Usage};
use shard::wire::{Answer, Request as ShardRequest};

use crate::admin::json_response;
use crate::catalog::Catalog;
use crate::documents::check_method;
use crate::error::ApiError;
use crate::gateway::{Attempt, Call, unexpected};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// Requests for rows that were refused before they reached a shard, by tenant.
#[derive(Default)]
pub(crate) struct Refusals(RefCell<HashMap<TenantName, Counter>>);

impl Refusals {
    /// Tenants that are counted for; all go when there are more.
    const MOST: usize = 1024;

    /// Counts one, at that time in microseconds.
    pub(crate) fn count(&self, tenant: &TenantName, now: i64) {
        let mut counted = self.0.borrow_mut();
        if counted.len() >= Self::MOST && !counted.contains_key(tenant) {
            counted.clear();
        }
        counted
            .entry(tenant.clone())
            .or_default()
            .count(milliseconds(now), None);
    }

    /// Forgets a tenant's.
    pub(crate) fn forget(&self, tenant: &TenantName) {
        self.0.borrow_mut().remove(tenant);
    }

    /// The shard's usage with these.
    fn added(&self, tenant: &TenantName, now: i64, usage: Usage) -> Usage {
        match self.0.borrow().get(tenant) {
            Some(counter) => usage.with(counter.usage(milliseconds(now), 0)),
            None => usage,
        }
    }
}

fn milliseconds(micros: i64) -> u64 {
    u64::try_from(micros / 1000).unwrap_or(0)
}

/// `/t/{tenant}/usage`
pub(crate) async fn usage<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Attempt<S::Text>, ApiError> {
    check_method(call.request)?;
    let (reply, _) = call.ask(tenant, catalog, &ShardRequest::Usage).await?;
    let Answer::Usage(usage) = reply.answer else {
        return Err(unexpected().into());
    };
    let usage = call.gateway.refusals.added(tenant, call.host.now(), usage);
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
