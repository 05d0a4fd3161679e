//! GraphQL over HTTP (the draft of July 2024): from a request to a call, and back.

use serde_json::{Map, Value, json};

use super::failure::{Failure, Located};
use super::media::{self, Media};
use super::persisted::{self, Persisted};
use crate::error::{ApiError, Code, not_json};
use crate::http::{Header, Method, Request, Response};
use crate::plan::Limits;

/// A call as a client made it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Call {
    pub(super) document: Option<String>,
    /// The document that it names.
    pub(super) persisted: Option<Persisted>,
    pub(super) operation: Option<String>,
    pub(super) variables: Map<String, Value>,
    /// Whether only a query may be run.
    pub(super) reads_only: bool,
    /// Whether the answer is explained.
    pub(super) explain: bool,
}

/// Reads a request; the error is of a request that is not a GraphQL call at all.
pub(super) fn read(request: &Request, limits: &Limits) -> Result<Call, ApiError> {
    match request.method {
        Method::Get => from_query(request.query.as_deref().unwrap_or_default()),
        Method::Post => from_body(request, limits),
        _ => Err(ApiError::new(
            Code::MethodNotAllowed,
            "GraphQL is served by POST, and by GET for queries",
        )),
    }
}

fn from_body(request: &Request, limits: &Limits) -> Result<Call, ApiError> {
    media::check_content_type(request.headers.get(Header::ContentType))?;
    if request.body.len() > limits.max_body {
        return Err(ApiError::new(
            Code::TooLarge,
            format!("the body has more than {} bytes", limits.max_body),
        ));
    }
    if request.body.is_empty() {
        return Err(bad("the body is empty: send {\"query\": \"…\"} as JSON"));
    }
    let body: Value = serde_json::from_slice(&request.body)
        .map_err(|error| bad(format!("the body {}", not_json(&error, "an object"))))?;
    match body {
        Value::Object(members) => from_members(members, false),
        Value::Array(_) => Err(bad(
            "batches are not served: send one JSON object, with several fields in its document",
        )),
        _ => Err(bad("the body is no JSON object")),
    }
}

fn from_query(query: &str) -> Result<Call, ApiError> {
    let mut members = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decoded(name)?;
        let value = match name.as_str() {
            "query" => Value::String(decoded(value)?),
            "operationName" if value.is_empty() => Value::Null,
            "operationName" => Value::String(decoded(value)?),
            "variables" | "extensions" if value.is_empty() => Value::Null,
            "variables" | "extensions" => serde_json::from_str(&decoded(value)?).map_err(|error| {
                bad(format!(
                    "the parameter `{name}` {}",
                    not_json(&error, "an object")
                ))
            })?,
            "documentId" | "id" | "doc_id" => Value::String(decoded(value)?),
            _ => continue,
        };
        if members.insert(name.clone(), value).is_some() {
            return Err(bad(format!("the parameter `{name}` is there twice")));
        }
    }
    from_members(members, true)
}

fn from_members(mut members: Map<String, Value>, reads_only: bool) -> Result<Call, ApiError> {
    let document = match members.remove("query") {
        Some(Value::String(document)) => Some(document),
        None | Some(Value::Null) => None,
        Some(_) => return Err(bad("`query` is not a string")),
    };
    let operation = match members.remove("operationName") {
        None | Some(Value::Null) => None,
        Some(Value::String(name)) => Some(name),
        Some(_) => return Err(bad("`operationName` is not a string")),
    };
    let variables = object(members.remove("variables"), "variables")?;
    let extensions = object(members.remove("extensions"), "extensions")?;
    let persisted = persisted::named(&mut members, &extensions)?;
    let document = document.filter(|document| persisted.is_none() || !document.is_empty());
    if document.is_none() && persisted.is_none() {
        return Err(no_document());
    }
    let explain = match extensions.get("explain") {
        None | Some(Value::Null) => false,
        Some(Value::Bool(explain)) => *explain,
        Some(_) => return Err(bad("`extensions.explain` is neither true nor false")),
    };
    Ok(Call {
        document,
        persisted,
        operation,
        variables,
        reads_only,
        explain,
    })
}

pub(super) fn no_document() -> ApiError {
    bad("`query` is missing: it holds the GraphQL document")
}

fn object(value: Option<Value>, name: &str) -> Result<Map<String, Value>, ApiError> {
    match value {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members),
        Some(_) => Err(bad(format!("`{name}` is not an object"))),
    }
}

fn bad(message: impl Into<String>) -> ApiError {
    ApiError::new(Code::BadRequest, message)
}

/// `application/x-www-form-urlencoded`: `+` is a space.
fn decoded(text: &str) -> Result<String, ApiError> {
    let hex = |byte: Option<&u8>| {
        byte.and_then(|byte| char::from(*byte).to_digit(16))
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match first {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = hex(rest.first()).zip(hex(rest.get(1)));
                let (high, low) =
                    digits.ok_or_else(|| bad("a `%` in the URL is not followed by two digits"))?;
                bytes.push(high * 16 + low);
                rest = &rest[2..];
            }
            other => bytes.push(*other),
        }
    }
    String::from_utf8(bytes).map_err(|_| bad("the URL is not UTF-8"))
}

/// An answer of a request that is not a GraphQL call: its own status, whatever the media type.
pub(super) fn refused<T>(media: Media, error: ApiError) -> Response<T> {
    let code = error.code;
    let response = Response::text(code.status(), media.content_type(), body(&[error.into()], false));
    match code {
        Code::MethodNotAllowed => response.with("allow", "GET, POST"),
        _ => response,
    }
}

/// An answer of a call that was refused before anything ran: no `data`.
pub(super) fn failed<T>(media: Media, failure: &Failure) -> Response<T> {
    let status = match (media, failure.code().status()) {
        (_, status) if status >= 500 => status,
        (Media::Json, _) => 200,
        (Media::GraphqlResponse, status) => status,
    };
    Response::text(status, media.content_type(), body(&failure.errors, false))
}

/// A mutation by GET.
pub(super) fn mutation_by_get<T>(media: Media) -> Response<T> {
    let error = ApiError::new(Code::MethodNotAllowed, "a mutation is sent by POST");
    Response::text(405, media.content_type(), body(&[error.into()], false)).with("allow", "POST")
}

/// An answer of a call that ran and failed as a whole: `data` is null.
pub(super) fn nothing<T>(media: Media, error: Located) -> Response<T> {
    let status = match error.error.code.status() {
        status if status >= 500 => status,
        _ => 200,
    };
    Response::text(status, media.content_type(), body(&[error], true))
}

fn body(errors: &[Located], ran: bool) -> String {
    let errors: Vec<Value> = errors.iter().map(Located::json).collect();
    let body = if ran {
        json!({ "errors": errors, "data": null })
    } else {
        json!({ "errors": errors })
    };
    body.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_decoded() {
        assert_eq!(decoded("a+b%20%C3%A9").unwrap(), "a b é");
        assert!(decoded("%2").is_err());
        assert!(decoded("%zz").is_err());
        assert!(decoded("%ff").is_err());
    }

    #[test]
    fn a_get_carries_all_parameters() {
        let call =
            from_query("query=%7B__typename%7D&variables=%7B%22a%22%3A1%7D&operationName=X&other=1").unwrap();
        assert_eq!(call.document.as_deref(), Some("{__typename}"));
        assert_eq!(call.operation.as_deref(), Some("X"));
        assert_eq!(call.variables.get("a"), Some(&json!(1)));
        assert!(from_query("query=a&query=b").is_err());
        assert!(from_query("query=a&variables=[]").is_err());
        assert!(from_query("").is_err());
    }
}
