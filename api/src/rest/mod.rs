//! The REST frontend, with PostgREST's grammar.
//!
//! `{table}`, `{table}/{key}` and `{table}/query`, by the API's names or the declared ones. The reading order: `path`, `request`, then `read`
//! or `write`, then `respond`. All of it is pure.
//!
//! Parameters: `select`, `order`, `limit`, `offset`, `and`, `or` (and `not.and`, `not.or`) and `columns` are words of the
//! API, and any other name is a filter: `year=gte.2000`, or `year.gte=2000`. A word wins over a column of the same
//! name; such a column is filtered by the second spelling, `order.eq=5`. Behind an embedded relation's name and a dot
//! stand the same words and filters for its rows: `book.limit=3`, `book.year=gte.2000`.

mod body;
mod by_body;
mod cast;
pub(crate) mod column;
mod complexity;
mod convert;
mod csv;
pub(crate) mod etag;
pub(crate) mod filters;
mod groups;
pub(crate) mod inside;
mod linked;
mod location;
mod lower;
pub(crate) mod media;
mod names;
mod nested;
mod next;
mod order;
mod path;
pub(crate) mod percent;
mod prefer;
mod query;
mod range;
mod read;
mod related;
mod relation;
mod request;
mod respond;
mod scan;
mod scope;
mod search;
mod select;
mod upsert;
mod write;

#[cfg(test)]
mod tests;

use codegen::ApiTable;
use schema::stored::Scalar;

use crate::error::{ApiError, Code};
use crate::http::{Method, Request, Response};
use crate::plan::{Planned, Planning};

pub(crate) use media::json_body;
pub(crate) use prefer::{explains, rolls_back};
pub use respond::Respond;

/// Plans a request. `path_rest` is what stands behind `/t/{tenant}/rest/`, still percent-encoded: `book` or `book/17`.
///
/// # Errors
///
/// Everything that is wrong with the request is found here, before any shard is asked; nothing is changed by then.
pub fn plan<T>(
    planning: Planning<'_>,
    tenant: &str,
    path_rest: &str,
    request: &Request,
) -> Result<Planned<Respond, T>, ApiError> {
    if let Some(table) = path_rest.strip_suffix("/query")
        && !table.contains('/')
    {
        let target = path::parse(planning.model, table)?;
        match request.method {
            Method::Post => return by_body::plan(planning, target.table, request),
            // It may be a row's key.
            _ if is_named_by_text(target.table) => {}
            Method::Options => return Ok(Planned::Ready(options("POST, OPTIONS"))),
            _ => return Ok(Planned::Refused(not_allowed("POST, OPTIONS"))),
        }
    }
    let target = path::parse(planning.model, path_rest)?;
    let allow = if target.table.is_view {
        "GET, HEAD, OPTIONS"
    } else if target.key.is_some() {
        "GET, HEAD, PUT, PATCH, DELETE, OPTIONS"
    } else if target.table.key.is_empty() {
        "GET, HEAD, POST, PATCH, DELETE, OPTIONS"
    } else {
        "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"
    };
    match request.method {
        Method::Get | Method::Head => read::plan(&request::read(planning, target, request)?, request),
        Method::Options => Ok(Planned::Ready(options(allow))),
        _ if target.table.is_view => Ok(Planned::Refused(not_allowed(allow))),
        Method::Post if target.key.is_none() => {
            write::insert(&request::read(planning, target, request)?, tenant, request)
        }
        Method::Put if !target.table.key.is_empty() => {
            upsert::put(&request::read(planning, target, request)?, request)
        }
        Method::Patch => write::update(&request::read(planning, target, request)?, request),
        Method::Delete => write::delete(&request::read(planning, target, request)?, request),
        _ => Ok(Planned::Refused(not_allowed(allow))),
    }
}

/// Whether a row's key is one text, which could be any.
fn is_named_by_text(table: &ApiTable) -> bool {
    match table.key.as_slice() {
        [key] => table.column(*key).is_some_and(|key| {
            matches!(
                key.scalar(),
                Scalar::String | Scalar::Bytes | Scalar::Enum | Scalar::Set
            )
        }),
        _ => false,
    }
}

fn options<T>(allow: &'static str) -> Response<T> {
    Response::empty(204).with("allow", allow)
}

fn not_allowed<T>(allow: &'static str) -> Response<T> {
    ApiError::new(
        Code::MethodNotAllowed,
        format!("the method is not for this path, which takes {allow}"),
    )
    .problem()
    .with("allow", allow)
}
