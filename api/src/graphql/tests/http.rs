//! GraphQL over HTTP: status codes, media types, and answers.

use serde_json::{Value, json};
use shard::ShardError;
use shard::error::{ConstraintKind, Violation};
use shard::wire;

use super::{Answer, planned, post, text};
use crate::gateway::Responds;
use crate::graphql::{DocumentCache, Planned, plan};
use crate::http::{Body, Header, Method, Request};
use crate::plan::Planning;

const JSON: &str = "application/json; charset=utf-8";
const GRAPHQL: &str = "application/graphql-response+json; charset=utf-8";

fn header<'a, T>(answer: &'a crate::http::Response<T>, name: &str) -> Option<&'a str> {
    let found = answer.headers.iter().find(|(header, _)| *header == name);
    found.map(|(_, value)| value.as_ref())
}

fn ready(request: &Request) -> Answer {
    match planned(request) {
        Planned::Ready(answer) | Planned::Refused(answer) => answer,
        Planned::Run { shape, .. } => panic!("{shape:?}"),
    }
}

fn accepting(mut request: Request, accept: &str) -> Request {
    request.headers.set(Header::Accept, accept.to_owned());
    request
}

fn get(query: &str) -> Request {
    Request {
        query: Some(query.to_owned()),
        ..Request::default()
    }
}

#[test]
fn statuses_by_media_type() {
    let graphql = "application/graphql-response+json";
    for (body, of_json, of_graphql) in [
        (json!({ "query": "{ __typename }" }), 200, 200),
        (
            json!({ "query": "{ __typename }", "variables": null, "operationName": null, "extensions": {} }),
            200,
            200,
        ),
        (json!({ "query": "{" }), 200, 400),
        (json!({ "query": "" }), 200, 400),
        (json!({ "query": "{ nothing }" }), 200, 400),
        (
            json!({ "query": "query($id: ID!) { node(nodeId: $id) { nodeId } }" }),
            200,
            400,
        ),
        (
            json!({ "query": "query A { __typename }", "operationName": "B" }),
            200,
            400,
        ),
        (
            json!({ "query": "{ bookCollection(first: -1) { totalCount } }" }),
            200,
            400,
        ),
        (json!({ "qeury": "{ __typename }" }), 400, 400),
        (json!({ "query": 1 }), 400, 400),
        (json!({ "query": "{ __typename }", "variables": [] }), 400, 400),
        (json!({ "query": "{ __typename }", "variables": "{}" }), 400, 400),
        (json!({ "query": "{ __typename }", "operationName": 1 }), 400, 400),
        (json!({ "query": "{ __typename }", "extensions": "x" }), 400, 400),
        (json!([{ "query": "{ __typename }" }]), 400, 400),
        (json!("x"), 400, 400),
    ] {
        let answer = ready(&post(&body));
        assert_eq!(
            (answer.status, header(&answer, "content-type")),
            (of_json, Some(JSON)),
            "{body}"
        );
        let answer = ready(&accepting(post(&body), graphql));
        assert_eq!(
            (answer.status, header(&answer, "content-type")),
            (of_graphql, Some(GRAPHQL)),
            "{body}"
        );
        let parsed: Value = serde_json::from_str(text(&answer)).unwrap();
        assert_eq!(parsed.get("data").is_some(), of_graphql == 200, "{body}");
        assert_eq!(parsed.get("errors").is_some(), of_graphql != 200, "{body}");
    }
}

#[test]
fn bodies_that_are_no_calls() {
    let raw = |content_type: Option<&str>, body: &[u8]| {
        let mut request = Request {
            method: Method::Post,
            body: body.to_vec(),
            ..Request::default()
        };
        if let Some(content_type) = content_type {
            request.headers.set(Header::ContentType, content_type.to_owned());
        }
        ready(&request).status
    };
    assert_eq!(raw(Some("application/json"), b"{ \"not"), 400);
    assert_eq!(raw(Some("application/json"), b""), 400);
    assert_eq!(raw(Some("application/json"), b"\xff"), 400);
    assert_eq!(raw(Some("application/json"), "[".repeat(100_000).as_bytes()), 400);
    assert_eq!(raw(None, b"{}"), 415);
    assert_eq!(raw(Some("application/graphql"), b"{ __typename }"), 415);
    assert_eq!(
        raw(
            Some("application/json; charset=utf-8"),
            b"{\"query\":\"{ __typename }\"}"
        ),
        200
    );
}

#[test]
fn gets_only_read() {
    assert_eq!(ready(&get("query=%7B__typename%7D")).status, 200);
    let answer = ready(&get("query=mutation%7B__typename%7D"));
    assert_eq!((answer.status, header(&answer, "allow")), (405, Some("POST")));
    let both = "query=query+A%7B__typename%7D+mutation+B%7B__typename%7D&operationName=";
    assert_eq!(ready(&get(&format!("{both}A"))).status, 200);
    assert_eq!(ready(&get(&format!("{both}B"))).status, 405);
    assert_eq!(ready(&get("")).status, 400);
    assert_eq!(ready(&get("query=%7B__typename%7D&variables=%7B")).status, 400);
    assert_eq!(
        ready(&get("query=%7B__typename%7D&variables=&extensions=%7B%7D")).status,
        200
    );
    let put = Request {
        method: Method::Put,
        ..Request::default()
    };
    let answer = ready(&put);
    assert_eq!(
        (answer.status, header(&answer, "allow")),
        (405, Some("GET, POST"))
    );
    assert_eq!(
        ready(&accepting(get("query=%7B__typename%7D"), "text/html")).status,
        406
    );
}

#[test]
fn a_shard_s_answer_is_passed_on_and_its_errors_are_placed() {
    let request = accepting(
        post(
            &json!({ "query": "mutation { a: deleteFromLogCollection { affectedCount } b: deleteFromBookCollection { affectedCount } }" }),
        ),
        "application/graphql-response+json",
    );
    let run = || match planned(&request) {
        Planned::Run { respond, .. } => respond,
        Planned::Ready(answer) | Planned::Refused(answer) => panic!("{answer:?}"),
    };
    let answer = run().respond(Ok(("text".to_owned(), wire::Answer::Rows(Vec::new()))));
    assert_eq!(
        (answer.status, header(&answer, "content-type")),
        (200, Some(GRAPHQL))
    );
    assert!(matches!(answer.body, Body::Shard(text) if text == "text"));

    let violation = Violation {
        kind: ConstraintKind::ForeignKey,
        table: "review".into(),
        constraint: "review_book".into(),
        columns: vec!["book_id".into()],
        references: Some("book".into()),
        part: 3,
        row: None,
    };
    let answer = run().respond::<String>(Err(ShardError::Constraint(violation)));
    let Body::Text(body) = &answer.body else { panic!() };
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(answer.status, 200);
    assert_eq!(body["data"], Value::Null);
    assert!(body.get("data").is_some());
    assert_eq!(body["errors"][0]["path"], json!(["b"]));
    assert_eq!(body["errors"][0]["extensions"]["code"], "foreign_key_violation");
    assert_eq!(body["errors"][0]["extensions"]["constraint"], "review_book");

    let answer = run().respond::<String>(Err(ShardError::Internal("SQLITE_ERROR".into())));
    let Body::Text(body) = &answer.body else { panic!() };
    assert_eq!(answer.status, 500);
    assert!(!body.contains("SQLITE"), "{body}");
}

#[test]
fn documents_are_kept_within_bounds() {
    let model = super::bookshop::model();
    let documents = DocumentCache::new(64 * 1024);
    for n in 0..500 {
        let request =
            post(&json!({ "query": format!("{{ a{n}: bookCollection(first: {n}) {{ totalCount }} }}") }));
        let planned: Planned<String> = plan(Planning::of(&model), &documents, &request);
        assert!(matches!(planned, Planned::Run { .. }));
    }
    assert!((10..100).contains(&documents.len()), "{}", documents.len());
    let same = post(
        &json!({ "query": "query($n: Int) { bookCollection(first: $n) { totalCount } }", "variables": { "n": 1 } }),
    );
    let before = documents.len();
    for _ in 0..3 {
        let _: Planned<String> = plan(Planning::of(&model), &documents, &same);
    }
    assert!(documents.len() <= before + 1);
}

#[test]
fn a_declaration_without_tables_has_a_schema() {
    let model = codegen::derive::derive(&schema::Schema::default());
    let run = |document: &str| match plan::<String>(
        Planning::of(&model),
        &DocumentCache::new(1024),
        &post(&json!({ "query": document })),
    ) {
        Planned::Ready(answer) | Planned::Refused(answer) => match answer.body {
            Body::Text(text) => serde_json::from_str::<Value>(&text).unwrap(),
            other => panic!("{other:?}"),
        },
        Planned::Run { shape, .. } => panic!("{shape:?}"),
    };
    assert_eq!(
        run("{ __schema { mutationType { name } queryType { fields { name } } } }")["data"]["__schema"],
        json!({
            "mutationType": null, "queryType": { "fields": [{ "name": "node" }] }
        })
    );
    assert_eq!(
        run("mutation { x }")["errors"][0]["extensions"]["code"],
        "graphql_validation_failed"
    );
    assert_eq!(
        run("{ node(nodeId: \"00\") { nodeId } }")["errors"][0]["extensions"]["code"],
        "invalid_cursor"
    );
}
