//! The whole frontend over a small bookshop.

mod answers;
mod any_text;
mod over_sqlite;
mod plans;
mod postgrest_js;
mod refusals;

use codegen::{ApiModel, derive::derive};
use shard::port::HostText;

use crate::error::ApiError;
use crate::http::{Header, Method, Request};
use crate::plan::{Planned, Planning};
use crate::rest::{Respond, plan};

/// What a shard answered, in a test.
#[derive(Debug, Clone)]
struct Text(String);

impl HostText for Text {
    fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    fn to_text(&self) -> String {
        self.0.clone()
    }

    fn concat(parts: &[Self]) -> Self {
        Self(parts.iter().map(|part| part.0.as_str()).collect())
    }
}

fn model() -> ApiModel {
    derive(&serde_json::from_str(include_str!("shop.json")).unwrap())
}

/// A request as `METHOD path?query`, with headers as `name: value` and a body.
fn request(line: &str, headers: &[(Header, &str)], body: &str) -> (String, Request) {
    let (method, target) = line.split_once(' ').unwrap();
    let (path, query) = match target.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (target, None),
    };
    let mut request = Request {
        method: Method::parse(method),
        path: format!("/t/shop/rest/{path}"),
        query,
        body: body.as_bytes().to_vec(),
        ..Request::default()
    };
    for (header, value) in headers {
        request.headers.set(*header, (*value).to_owned());
    }
    (path.to_owned(), request)
}

fn planned(line: &str, headers: &[(Header, &str)], body: &str) -> Result<Planned<Respond, Text>, ApiError> {
    let (path, request) = request(line, headers, body);
    plan(Planning::of(&model()), "shop", &path, &request)
}
