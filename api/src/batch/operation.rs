//! The operations of a batch, read.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use crate::error::{ApiError, Code, not_json};
use crate::http::{Header, Headers, Method, Request};
use crate::plan::Planning;
use crate::plan::limits::within;
use crate::rest::{explains, json_body, percent, rolls_back};

/// An operation of a batch.
pub(super) struct Operation {
    /// What stands behind `/rest/`, still percent-encoded.
    pub(super) path: String,
    /// The operation as a request of its own.
    pub(super) request: Request,
}

/// A member of an operation: as it was written.
type Members = BTreeMap<String, Box<RawValue>>;

/// What an operation has.
const MEMBERS: [&str; 4] = ["method", "path", "headers", "body"];

/// Headers that are the whole batch's.
const WHOLE: [Header; 3] = [Header::Authorization, Header::ApiKey, Header::IdempotencyKey];

/// What a request for a batch looks like, in words.
const FORM: &str =
    "an array of operations, such as [{\"method\": \"POST\", \"path\": \"/book\", \"body\": {…}}]";

/// Reads the operations of a batch.
pub(super) fn all(
    request: &Request,
    tenant: &str,
    Planning { model, limits, .. }: Planning<'_>,
) -> Result<Vec<Operation>, ApiError> {
    let most = limits.max_body;
    if request.body.len() > most {
        return Err(ApiError::new(
            Code::TooLarge,
            format!(
                "the body has {} bytes, and {most} are taken: send it in parts",
                request.body.len()
            ),
        )
        .with("limit", most));
    }
    let operations: Vec<Members> = serde_json::from_slice(&request.body).map_err(|error| {
        ApiError::new(Code::BadRequest, format!("the body {}", not_json(&error, FORM)))
            .with("line", error.line())
            .with("column", error.column())
    })?;
    if operations.is_empty() {
        return Err(ApiError::new(
            Code::BadRequest,
            format!("the batch has no operation: send {FORM}"),
        ));
    }
    within(
        operations.len(),
        limits.max_batch,
        "the batch has too many operations: send it in parts",
    )?;
    let shared = request.headers.get(Header::Prefer);
    // Paths are taken as a `Location` has them, and as the OpenAPI document has them where that means no table.
    let mut bases = vec![format!("t/{tenant}/rest/")];
    if model
        .tables
        .iter()
        .all(|table| table.names.rest != "rest" && table.declared != "rest")
    {
        bases.push("rest/".to_owned());
    }
    operations
        .iter()
        .enumerate()
        .map(|(position, members)| {
            Operation::read(members, &bases, shared).map_err(|error| super::at(position, error))
        })
        .collect()
}

impl Operation {
    /// `shared` is what the batch prefers: it holds where an operation prefers nothing itself.
    fn read(members: &Members, bases: &[String], shared: Option<&str>) -> Result<Self, ApiError> {
        if let Some(unknown) = members.keys().find(|name| !MEMBERS.contains(&name.as_str())) {
            return Err(ApiError::new(
                Code::UnknownName,
                format!("an operation has no '{unknown}': it has {}", MEMBERS.join(", ")),
            )
            .with("name", unknown.as_str()));
        }
        let method = method(&text(members, "method")?)?;
        let whole = text(members, "path")?;
        let (path, query) = match whole.split_once('?') {
            Some((path, query)) => (path, Some(query.to_owned())),
            None => (whole.as_str(), None),
        };
        let path = path.strip_prefix('/').unwrap_or(path);
        let below = bases.iter().find_map(|base| path.strip_prefix(base.as_str()));
        let path = below.unwrap_or(path);
        let mut headers = headers(members)?;
        json_body(&headers).map_err(|error| ApiError {
            message: format!(
                "{}: an operation's body is JSON within the batch's; rows in another form go in a request of their own",
                error.message
            ),
            ..error
        })?;
        if let (None, Some(shared)) = (headers.get(Header::Prefer), shared) {
            headers.set(Header::Prefer, shared.to_owned());
        }
        if explains(headers.get(Header::Prefer)) {
            return Err(ApiError::new(
                Code::BadRequest,
                "Prefer: explain tells of a request of its own, and of none in a batch",
            ));
        }
        let body = members.get("body").map(|body| body.get());
        let body = body.filter(|body| *body != "null").unwrap_or_default();
        Ok(Self {
            path: path.to_owned(),
            request: Request {
                method,
                path: format!("/{}{path}", bases[0]),
                query,
                headers,
                body: body.as_bytes().to_vec(),
            },
        })
    }

    /// Adds the operations that this one may refer to. Too many do no harm: their answers are made for nothing.
    pub(super) fn refers(&self, to: &mut BTreeSet<usize>) {
        let query = self.request.query.as_deref().unwrap_or_default();
        for text in [self.path.as_str(), query] {
            dollars(percent::decode(text).as_deref().unwrap_or(text), to);
        }
        dollars(&String::from_utf8_lossy(&self.request.body), to);
    }
}

fn dollars(text: &str, to: &mut BTreeSet<usize>) {
    for behind in text.split('$').skip(1) {
        let end = behind
            .find(|character: char| !character.is_ascii_digit())
            .unwrap_or(behind.len());
        to.extend(behind[..end].parse::<usize>());
    }
}

fn text(members: &Members, name: &str) -> Result<String, ApiError> {
    members
        .get(name)
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .ok_or_else(|| {
            ApiError::new(
                Code::BadRequest,
                format!(
                    "an operation has a '{name}', which is a text, such as \"POST\" or \"/book?select=id\""
                ),
            )
            .with("name", name)
        })
}

fn method(name: &str) -> Result<Method, ApiError> {
    match Method::parse(&name.to_ascii_uppercase()) {
        Method::Options | Method::Other => Err(ApiError::new(
            Code::MethodNotAllowed,
            format!("an operation's method is GET, HEAD, POST, PUT, PATCH or DELETE, not '{name}'"),
        )
        .with("allow", "GET, HEAD, POST, PUT, PATCH, DELETE")),
        method => Ok(method),
    }
}

fn headers(members: &Members) -> Result<Headers, ApiError> {
    let mut headers = Headers::default();
    let Some(raw) = members.get("headers").filter(|raw| raw.get() != "null") else {
        return Ok(headers);
    };
    let named: BTreeMap<String, String> = serde_json::from_str(raw.get()).map_err(|_| {
        ApiError::new(
            Code::BadRequest,
            "an operation's headers are an object of texts, such as {\"Prefer\": \"return=representation\"}",
        )
    })?;
    for (name, value) in named {
        let known = Header::ALL
            .into_iter()
            .find(|header| name.eq_ignore_ascii_case(header.name()));
        let Some(header) = known else { continue };
        if WHOLE.contains(&header) {
            return Err(ApiError::new(
                Code::BadRequest,
                format!("{name} is a header of the whole batch, and of none of its operations"),
            ));
        }
        if header == Header::Prefer && rolls_back(Some(&value)) {
            return Err(ApiError::new(
                Code::BadRequest,
                "Prefer: tx=rollback is a preference of the whole batch: its operations are done or undone together",
            ));
        }
        headers.set(header, value);
    }
    Ok(headers)
}
