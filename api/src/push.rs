//! Pushes of a schema, and the declaration as it stands.

use schema::Schema;
use schema::diff::{self, Step};
use schema::read::{self, Location, Problem, Warning};
use serde_json::{Value, json};
use shard::ShardError;
use shard::wire::{Answer, Request as ShardRequest};

use crate::admin::{json_response, not_allowed};
use crate::catalog::Catalog;
use crate::error::{ApiError, Code};
use crate::gateway::{Attempt, Call, measured};
use crate::http::{Header, Method, Request, Response};
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;

/// The most problems that one answer lists.
const MAX_LISTED: usize = 100;

/// `/t/{tenant}/schema`
pub(crate) async fn schema<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Attempt<S::Text>, ApiError> {
    match call.request.method {
        Method::Get | Method::Head => declaration(call.request, catalog).map(Attempt::Answered),
        Method::Put => push(call, tenant, catalog).await,
        _ => Err(not_allowed("GET, HEAD, PUT")),
    }
}

fn declaration<T>(request: &Request, catalog: &Catalog) -> Result<Response<T>, ApiError> {
    let accept = request.headers.get(Header::Accept).unwrap_or("*/*");
    let response = match crate::http::preferred(accept, &["application/json", "application/sql"]) {
        Some("application/sql") => Response::text(
            200,
            "application/sql; charset=utf-8",
            schema::print::sql(&catalog.schema),
        ),
        Some(_) => {
            let text = serde_json::to_string_pretty(&catalog.schema)
                .map_err(|error| ShardError::Internal(format!("the declaration: {error}")))?;
            Response::text(200, "application/json", text)
        }
        None => {
            return Err(ApiError::new(
                Code::NotAcceptable,
                "the declaration comes as application/json or application/sql",
            ));
        }
    };
    Ok(response
        .with("workersql-schema-version", catalog.schema_version.to_string())
        .with("vary", "accept"))
}

/// A declaration as it was read, and what is to be said of it.
struct Pushed {
    schema: Schema,
    warnings: Vec<Value>,
    not_taken: Vec<Value>,
    inserts: Option<Value>,
}

async fn push<S: Shards, H: Host>(
    call: &Call<'_, S, H>,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Attempt<S::Text>, ApiError> {
    let pushed = read_body(call.request)?;
    let migration = diff::diff(&catalog.schema, &pushed.schema).map_err(|refusals| {
        let list: Vec<Value> = refusals
            .iter()
            .map(
                |refusal| json!({ "table": refusal.table.as_str(), "what": refusal.what, "message": refusal.message }),
            )
            .collect();
        let first = refusals
            .first()
            .map(|refusal| refusal.message.clone())
            .unwrap_or_default();
        ApiError::new(
            Code::MigrationRefused,
            format!(
                "the push would change what is there, which is not applied yet: {first}; nothing was changed"
            ),
        )
        .with("refused", list)
    })?;
    if pushed.schema == catalog.schema && catalog.schema_version > 0 {
        let answer = report(catalog.schema_version, &migration.steps, &pushed);
        return Ok(Attempt::Answered(json_response(200, &answer)));
    }
    let declaration = serde_json::to_string(&pushed.schema)
        .map_err(|error| ShardError::Internal(format!("the declaration: {error}")))?;
    let request = ShardRequest::Migrate {
        from: catalog.schema_version,
        declaration,
    };
    let (reply, _) = match call.shards.tenant(tenant, &request).await {
        Err(ShardError::SchemaMoved(_)) => return Ok(Attempt::Stale),
        other => other?,
    };
    call.forget(tenant);
    let Answer::Migrated(version) = reply.answer else {
        return Err(ShardError::Internal("a shard answered something else".to_owned()).into());
    };
    let status = if version == 1 { 201 } else { 200 };
    let answer = report(version, &migration.steps, &pushed);
    Ok(Attempt::Answered(measured(
        json_response(status, &answer),
        reply.version,
        reply.cost,
    )))
}

fn read_body(request: &Request) -> Result<Pushed, ApiError> {
    let content_type = request.headers.get(Header::ContentType).unwrap_or_default();
    match crate::http::essence(content_type).as_str() {
        script if crate::http::is_script(script) => read_sql(&request.body),
        "application/json" => read_json(utf8(&request.body)?),
        _ => Err(ApiError::new(
            Code::UnsupportedMediaType,
            "send the declaration as `Content-Type: application/sql` or `application/json`",
        )),
    }
}

fn utf8(body: &[u8]) -> Result<&str, ApiError> {
    std::str::from_utf8(body).map_err(|error| {
        let line = body[..error.valid_up_to()].split(|byte| *byte == b'\n').count();
        ApiError::new(Code::InvalidSchema, format!("line {line}: the text is not UTF-8")).with("line", line)
    })
}

fn read_sql(script: &[u8]) -> Result<Pushed, ApiError> {
    let read = read::sql::read_bytes(script).map_err(|problems| refused(&problems))?;
    let rows = read.inserts.rows();
    Ok(Pushed {
        schema: read.schema,
        warnings: warnings(&read.warnings),
        not_taken: read
            .not_taken
            .iter()
            .map(|object| json!({ "kind": object.kind.name(), "name": object.name, "line": object.line }))
            .collect(),
        inserts: (rows > 0).then(|| json!({ "rows": rows, "hint": "POST them to /import" })),
    })
}

fn read_json(text: &str) -> Result<Pushed, ApiError> {
    let schema = read::json::read(text).map_err(|problems| refused(&problems))?;
    Ok(Pushed {
        warnings: warnings(&read::json::warnings(&schema)),
        schema,
        not_taken: Vec::new(),
        inserts: None,
    })
}

fn warnings(warnings: &[Warning]) -> Vec<Value> {
    warnings
        .iter()
        .map(|warning| {
            located(
                json!({ "code": warning.code, "message": warning.message }),
                &warning.at,
            )
        })
        .collect()
}

/// Adds where something is: a line and a column, or a JSON pointer.
fn located(mut object: Value, at: &Location) -> Value {
    match at {
        Location::Text { line, column } => {
            object["line"] = (*line).into();
            object["column"] = (*column).into();
        }
        Location::Path(path) => object["path"] = path.as_str().into(),
    }
    object
}

/// The error for a declaration that cannot be honoured. The first problem is in the message, the first
/// [`MAX_LISTED`] are in the details.
fn refused(problems: &[Problem]) -> ApiError {
    let list: Vec<Value> = problems
        .iter()
        .take(MAX_LISTED)
        .map(|problem| {
            located(
                json!({ "code": problem.code, "message": problem.message }),
                &problem.at,
            )
        })
        .collect();
    let message = match problems {
        [] => "the declaration cannot be honoured".to_owned(),
        [only] => format!("{only}; nothing was changed"),
        [first, rest @ ..] => format!("{first} (and {} more problems); nothing was changed", rest.len()),
    };
    let mut error = ApiError::new(Code::InvalidSchema, message).with("problems", list);
    if let Some(line) = problems.first().and_then(|problem| problem.at.line()) {
        error = error.with("line", line);
    }
    error
}

/// What a push did.
fn report(version: u64, steps: &[Step], pushed: &Pushed) -> Value {
    let mut tables: Vec<&str> = Vec::new();
    let mut columns: Vec<String> = Vec::new();
    let mut indexes: Vec<String> = Vec::new();
    let (mut made, mut replaced, mut dropped) = (Vec::new(), Vec::new(), Vec::new());
    for step in steps {
        match step {
            Step::CreateTable(table) => tables.push(table.name.as_str()),
            Step::AddColumn { table, column } => columns.push(format!("{table}.{}", column.name)),
            Step::AddIndex { table, index, .. } | Step::AddSearch { table, index } => {
                indexes.push(format!("{table}.{}", index.name));
            }
            Step::CreateView(view) => made.push(view.as_str()),
            Step::ReplaceView(view) => replaced.push(view.as_str()),
            Step::DropView(view) => dropped.push(view.as_str()),
            Step::Redeclare { .. } => {}
        }
    }
    let mut answer = json!({
        "version": version,
        "created": { "tables": tables, "columns": columns, "indexes": indexes },
        "warnings": pushed.warnings,
        "notTaken": pushed.not_taken,
        "inserts": pushed.inserts,
    });
    if !(made.is_empty() && replaced.is_empty() && dropped.is_empty()) {
        answer["views"] = json!({ "created": made, "replaced": replaced, "dropped": dropped });
    }
    answer
}
