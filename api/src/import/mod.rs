//! `POST /t/{tenant}/import`: the rows of a MySQL dump, all or none.

mod batch;
mod note;
mod plan;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use shard::ShardError;
use shard::port::HostText;
use shard::wire::{Answer, BadRow, Request as ShardRequest, Work};

use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::error::{ApiError, Code};
use crate::gateway::{Attempt, Call, Responds, attempt, unexpected};
use crate::http::{Header, Method, Response, essence, is_script};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;
use crate::terms::Terms;

/// The largest script, in bytes: it is one message to the shard.
const MAX_BYTES: usize = 24 * 1024 * 1024;

/// Imports the body's rows.
pub(crate) async fn import<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
    terms: &Terms,
) -> Result<Attempt<S::Text>, ApiError> {
    if call.request.method != Method::Post {
        return Err(not_allowed("POST"));
    }
    let plan = check_body(call).and_then(|()| plan::plan(catalog, &call.request.body, call.host.now()));
    let plan = match plan {
        Ok(plan) => plan,
        // What was refused now may have been done before the schema changed.
        Err(error) => {
            let kept = call.recalled::<Imported>(tenant, terms).await?;
            return kept.map(Attempt::Answered).ok_or(error);
        }
    };
    let imported = Imported {
        counts: plan.counts,
        warnings: Value::from(plan.warnings).to_string(),
        rollback: terms.rollback,
        lines: plan.lines,
    };
    let request = if terms.is_plain() {
        ShardRequest::Import {
            catalog: catalog.catalog,
            batches: plan.batches,
        }
    } else {
        terms.transact(catalog.catalog, Work::Import(plan.batches), &imported)?
    };
    attempt(call.ask(tenant, catalog, &request).await, imported)
}

/// How a shard's answer becomes a response.
#[derive(Debug, Serialize, Deserialize)]
struct Imported {
    counts: BTreeMap<String, u64>,
    /// A JSON array.
    warnings: String,
    rollback: bool,
    /// The line of each row of each batch. Not kept with the answer, which has no need of it.
    #[serde(skip)]
    lines: Vec<Vec<usize>>,
}

impl Responds for Imported {
    fn respond<T: HostText>(self, outcome: Result<(T, Answer), ShardError>) -> Response<T> {
        let rows = match outcome {
            Ok((_, Answer::Imported(rows))) => rows,
            Ok(_) => return ApiError::from(unexpected()).problem(),
            Err(ShardError::Import(bad)) => return bad_row(bad, &self.lines).problem(),
            Err(error) => return ApiError::from(error).problem(),
        };
        let warnings: Value = serde_json::from_str(&self.warnings).unwrap_or_default();
        let response = json_response(
            200,
            &json!({
                "rows": rows,
                "tables": self.counts,
                "ignored": self.counts.values().sum::<u64>() - rows,
                "warnings": warnings,
            }),
        );
        if self.rollback {
            response.with("preference-applied", "tx=rollback")
        } else {
            response
        }
    }
}

fn check_body<S: Shards, H: Host>(call: &Call<'_, S, H>) -> Result<(), ApiError> {
    let content_type = call.request.headers.get(Header::ContentType).unwrap_or_default();
    if !is_script(&essence(content_type)) {
        return Err(ApiError::new(
            Code::UnsupportedMediaType,
            "send the dump as `Content-Type: application/sql`",
        ));
    }
    if call.request.body.len() > MAX_BYTES {
        return Err(ApiError::new(
            Code::TooLarge,
            format!(
                "the dump has {} bytes, and {MAX_BYTES} go in one call: split it between statements",
                call.request.body.len()
            ),
        ));
    }
    Ok(())
}

fn refused(line: usize, message: impl std::fmt::Display) -> ApiError {
    ApiError::new(
        Code::InvalidImport,
        format!("line {line}: {message}; nothing was imported"),
    )
    .with("line", line)
}

/// A row that the shard refused, by its line.
fn bad_row(bad: BadRow, lines: &[Vec<usize>]) -> ApiError {
    let line = lines
        .get(bad.batch)
        .and_then(|lines| lines.get(bad.row))
        .copied()
        .unwrap_or_default();
    let mut error = ApiError::from(*bad.error);
    error.message = format!("line {line}: {}; nothing was imported", error.message);
    error.with("line", line)
}
