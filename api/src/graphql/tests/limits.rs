//! Requests that are larger than any should be.

use std::fmt::Write;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{answer, error};

/// Generous for an unoptimised build on a busy machine; what it guards against takes minutes.
const SOON: Duration = Duration::from_secs(10);

fn refused(document: &str, code: &str) {
    let request = super::post(&json!({ "query": document }));
    let start = Instant::now();
    let super::Planned::Refused(answer) = super::planned(&request) else {
        panic!("not refused");
    };
    let answer: serde_json::Value = serde_json::from_str(super::text(&answer)).unwrap();
    let found = &answer["errors"][0]["extensions"]["code"];
    let message = &answer["errors"][0]["message"];
    assert_eq!(found, code, "{message}");
    assert!(start.elapsed() < SOON, "{:?}: {message}", start.elapsed());
}

fn many(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

#[test]
fn large_documents_are_refused_at_once() {
    refused(&"{".repeat(10_000_000), "limit_exceeded");
    refused(&"[".repeat(100_000), "limit_exceeded");
    refused(
        &format!(
            "{{ bookCollection(filter: {}) {{ totalCount }} }}",
            "{not:".repeat(50_000)
        ),
        "limit_exceeded",
    );
    refused(
        &format!("{{ {} }}", many(10_000, |n| format!("a{n}: __typename "))),
        "limit_exceeded",
    );
    refused(
        &format!("{{ {} }}", many(101, |n| format!("a{n}: __typename "))),
        "limit_exceeded",
    );
    refused(
        &format!("{{ {} }}", "__typename ".repeat(20_000)),
        "limit_exceeded",
    );
    refused(
        &format!(
            "query({}) {{ __typename }}",
            many(1_000, |n| format!("$v{n}: Int "))
        ),
        "limit_exceeded",
    );
}

#[test]
fn strings_and_comments_do_not_count_as_brackets() {
    let document = format!("{{ __typename }} # {}\n", "[{(".repeat(1_000));
    assert_eq!(answer(&document, &json!({}))["data"]["__typename"], "Query");
    let document = format!(
        "{{ bookCollection(filter: {{title: {{eq: \"{}\\\"\"}}}}) {{ nothing }} }}",
        "[".repeat(200)
    );
    refused(&document, "graphql_validation_failed");
    let document = format!(
        "{{ bookCollection(filter: {{title: {{eq: \"\"\"{}\\\"\"\" {{ \"\"\"}}}}) {{ nothing }} }}",
        "[".repeat(200)
    );
    refused(&document, "graphql_validation_failed");
}

#[test]
fn fragments_that_multiply_are_refused_at_once() {
    refused(
        "{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }",
        "graphql_validation_failed",
    );
    let mut doubling = "{ ...F0 } ".to_owned();
    for n in 0..60 {
        let _ = write!(doubling, "fragment F{n} on Query {{ ...F{0} ...F{0} }} ", n + 1);
    }
    doubling.push_str("fragment F60 on Query { __typename }");
    refused(&doubling, "limit_exceeded");
    let chain = many(2_000, |n| format!("fragment F{n} on Query {{ ...F{} }} ", n + 1));
    refused(
        &format!("{{ ...F0 }} {chain} fragment F2000 on Query {{ __typename }}"),
        "limit_exceeded",
    );
}

#[test]
fn relations_nest_to_a_limit() {
    let nested = |times: usize| {
        format!(
            "{{ reviewCollection {{ nodes {{ {} id {} }} }} }}",
            "book { author { bookCollection { nodes { ".repeat(times),
            "} } } }".repeat(times)
        )
        .replace("nodes {  id  }", "nodes { nr }")
    };
    let inside = nested(1).replace("id }", "title }");
    super::ops(&inside, &json!({}));
    let chain = |times: usize| {
        format!(
            "{{ bookCollection {{ nodes {{ {} id {} }} }} }}",
            "author { bookCollection(first: 1) { nodes { ".repeat(times),
            "} } }".repeat(times)
        )
    };
    super::ops(&chain(10), &json!({}));
    refused(&chain(11), "limit_exceeded");
}

#[test]
fn introspection_nests_to_a_limit() {
    let nested = |times: usize| {
        format!(
            "{{ __schema {{ types {{ {} name {} }} }} }}",
            "fields { type { ".repeat(times),
            "} }".repeat(times)
        )
    };
    assert!(answer(&nested(2), &json!({})).get("data").is_some());
    refused(&nested(3), "limit_exceeded");
}

#[test]
fn inserts_are_limited() {
    let rows = vec![json!({ "line": "x" }); 10_001];
    let document =
        "mutation($rows: [LogInsertInput!]!) { insertIntoLogCollection(objects: $rows) { affectedCount } }";
    assert_eq!(error(document, &json!({ "rows": rows })).0, "limit_exceeded");
}

/// A wasm instance has 1 MB of stack.
#[test]
fn the_deepest_documents_fit_a_small_stack() {
    let work = || {
        let chain = |times: usize| {
            format!(
                "{{ bookCollection {{ nodes {{ {} id {} }} }} }}",
                "author { bookCollection(first: 1) { nodes { ".repeat(times),
                "} } }".repeat(times)
            )
        };
        super::ops(&chain(10), &json!({}));
        let filter = format!("{}{}", "{not:".repeat(95), "}".repeat(95)).replace("{not:}", "{not:{}}");
        let _ = super::planned(&super::post(
            &json!({ "query": format!("{{ bookCollection(filter: {filter}) {{ totalCount }} }}") }),
        ));
        let mut filter = json!({});
        for _ in 0..100 {
            filter = json!({ "not": filter });
        }
        super::ops(
            "query($f: BookFilter) { bookCollection(filter: $f) { totalCount } }",
            &json!({ "f": filter }),
        );
    };
    std::thread::Builder::new()
        .stack_size(2 * 1024 * 1024)
        .spawn(work)
        .unwrap()
        .join()
        .unwrap();
}

fn bodies_refused(body: Vec<u8>, code: &str) {
    let mut request = super::post(&json!({}));
    request.body = body;
    let start = Instant::now();
    let super::Planned::Refused(answer) = super::planned(&request) else {
        panic!("not refused");
    };
    let text = super::text(&answer);
    assert!(text.len() < 10_000, "an answer of {} bytes", text.len());
    let answer: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn batches_and_deep_bodies_are_refused_at_once() {
    let operation = json!({ "query": "{ __typename }" });
    bodies_refused(
        json!(vec![operation; 1_000]).to_string().into_bytes(),
        "bad_request",
    );
    bodies_refused("[".repeat(10_000_000).into_bytes(), "bad_request");
    let deep = format!(
        "{{\"query\":\"{{__typename}}\",\"variables\":{{\"a\":{}{}}}}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    bodies_refused(deep.into_bytes(), "bad_request");
    let objects = format!(
        "{{\"query\":\"{{__typename}}\",\"extensions\":{}1{}}}",
        "{\"a\":".repeat(100_000),
        "}".repeat(100_000)
    );
    bodies_refused(objects.into_bytes(), "bad_request");
}

#[test]
fn long_names_and_many_directives_are_refused_at_once() {
    let name = "n".repeat(100_000);
    for document in [
        format!("{{ {name} }}"),
        format!("{{ bookCollection({name}: 1) {{ totalCount }} }}"),
        format!("query {name} {{ bookCollection(filter: {{{name}: 1}}) {{ totalCount }} }}"),
        format!("{{ ...{name} }}"),
        format!("{{ __typename @{name} }}"),
        format!("query($v: {name}) {{ __typename }}"),
        format!("{{ {name}: nothing }}"),
        format!("{{ __typename {} }}", "@skip(if: true) ".repeat(5_000)),
        format!(
            "{{ bookCollection(orderBy: [{}]) {{ totalCount }} }}",
            "{nothing: AscNullsFirst} ".repeat(5_000)
        ),
    ] {
        bodies_refused(
            json!({ "query": document }).to_string().into_bytes(),
            "graphql_validation_failed",
        );
    }
}

/// Work, not time: what is beyond is counted over the whole document, whatever its size, and never planned.
#[test]
fn what_was_counted_is_said() {
    let request = super::post(&json!({
        "query": format!("{{ {} }}", many(10_000, |n| format!("a{n}: __typename ")))
    }));
    let super::Planned::Refused(answer) = super::planned(&request) else {
        panic!("not refused");
    };
    let answer: serde_json::Value = serde_json::from_str(super::text(&answer)).unwrap();
    let extensions = &answer["errors"][0]["extensions"];
    assert_eq!(
        (&extensions["counted"], &extensions["allowed"]),
        (&json!(10_000), &json!(1_000)),
        "{answer}"
    );
}
