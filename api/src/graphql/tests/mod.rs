mod bookshop;
mod http;
mod limits;
mod never_panics;
mod plans;
mod variables;
mod writes;

use std::convert::Infallible;

use serde_json::{Value, json};
use shard::op::{Part, Shape};

use super::{DocumentCache, Planned, plan};
use crate::http::{Body, Header, Method, Request, Response};
use crate::plan::Planning;

type Answer = Response<Infallible>;

fn post(body: &Value) -> Request {
    let mut request = Request {
        method: Method::Post,
        body: body.to_string().into_bytes(),
        ..Request::default()
    };
    request
        .headers
        .set(Header::ContentType, "application/json".to_owned());
    request
}

fn planned(request: &Request) -> Planned<Infallible> {
    plan(
        Planning::of(&bookshop::model()),
        &DocumentCache::new(1 << 20),
        request,
    )
}

/// The plan of a document: its shape and values.
fn shape(document: &str, variables: &Value) -> (Shape, Vec<schema::stored::Value>) {
    match planned(&post(&json!({ "query": document, "variables": variables }))) {
        Planned::Run { shape, values, .. } => (shape, values),
        Planned::Ready(answer) | Planned::Refused(answer) => panic!("{}", text(&answer)),
    }
}

/// The operations of a document's plan, in their debug form without line breaks.
fn ops(document: &str, variables: &Value) -> Vec<String> {
    let (shape, _) = shape(document, variables);
    let ops = shape.parts.into_iter().filter_map(|part| match part {
        Part::Op(op) => Some(format!("{op:?}")),
        Part::Text(_) | Part::Guard(_) => None,
    });
    ops.collect()
}

fn answer(document: &str, variables: &Value) -> Value {
    ready(&post(&json!({ "query": document, "variables": variables })))
}

fn ready(request: &Request) -> Value {
    match planned(request) {
        Planned::Ready(answer) | Planned::Refused(answer) => serde_json::from_str(text(&answer)).unwrap(),
        Planned::Run { shape, .. } => panic!("{shape:?}"),
    }
}

/// The code and message of the only error.
fn error(document: &str, variables: &Value) -> (String, String) {
    let answer = answer(document, variables);
    let errors = answer["errors"].as_array().unwrap_or_else(|| panic!("{answer}"));
    assert!(answer.get("data").is_none(), "{answer}");
    let first = &errors[0];
    (
        first["extensions"]["code"].as_str().unwrap().to_owned(),
        first["message"].as_str().unwrap().to_owned(),
    )
}

fn text(answer: &Answer) -> &str {
    match &answer.body {
        Body::Text(text) => text,
        Body::Empty => "",
        Body::Shard(never) => match *never {},
    }
}
