//! Whatever comes is answered.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::{planned, post};
use crate::http::{Header, Method, Request};

/// Words that documents are made of, so that many random ones come far.
const WORDS: [&str; 62] = [
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ":",
    "!",
    "=",
    "$",
    "@",
    "...",
    "query",
    "mutation",
    "fragment",
    "on",
    "F",
    "G",
    "Query",
    "Book",
    "BookFilter",
    "Int",
    "Boolean",
    "$a",
    "$b",
    "@include(if: $a)",
    "@skip(if: true)",
    "bookCollection",
    "authorByPk",
    "node",
    "nodeId",
    "nodes",
    "edges",
    "cursor",
    "pageInfo",
    "hasNextPage",
    "totalCount",
    "id",
    "title",
    "author",
    "filter:",
    "orderBy:",
    "first:",
    "after:",
    "objects:",
    "set:",
    "year",
    "eq:",
    "in:",
    "and:",
    "not:",
    "1",
    "-1.5e9",
    "\"x\"",
    "\"\"\"y\"\"\"",
    "novel",
    "null",
    "true",
    "__typename",
    "__schema",
    "__type(name: \"Book\")",
    "deleteFromLogCollection",
];

fn document() -> impl Strategy<Value = String> {
    vec(prop::sample::select(&WORDS[..]), 0..40).prop_map(|words| words.join(" "))
}

/// Documents that are nearly right: a selection tree with random names and arguments.
fn nearly() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec![
        "bookCollection",
        "bookByPk(id: 1)",
        "author",
        "nodes",
        "edges",
        "node",
        "node(nodeId: \"5B5D\")",
        "pageInfo",
        "reviewCollection(first: $a)",
        "... on Book",
        "... on Node @include(if: $b)",
        "...F",
        "x: author",
        "__schema",
        "types",
        "bookCollection(filter: {year: {gte: $a}})",
        "deleteFromLogCollection",
        "records",
    ]);
    let leaf = prop::sample::select(vec![
        "id",
        "title",
        "__typename",
        "cursor",
        "totalCount",
        "nodeId",
        "name",
        "a: id",
        "hasNextPage",
    ])
    .prop_map(ToOwned::to_owned);
    let tree = leaf.prop_recursive(5, 30, 3, move |inner| {
        (field.clone(), vec(inner, 1..4))
            .prop_map(|(field, inner)| format!("{field} {{ {} }}", inner.join(" ")))
    });
    (
        tree.clone(),
        tree,
        prop::sample::select(vec!["query($a: Int, $b: Boolean = true)", "mutation", ""]),
    )
        .prop_map(|(one, two, head)| format!("{head} {{ {one} }} fragment F on Book {{ {two} }}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn on_random_documents(document in document(), a in any::<i64>()) {
        let _ = planned(&post(&json!({ "query": document, "variables": { "a": a, "b": null } })));
    }

    #[test]
    fn on_nearly_right_documents(document in nearly(), a in any::<i8>()) {
        let _ = planned(&post(&json!({ "query": document, "variables": { "a": a } })));
    }

    #[test]
    fn on_any_text(document in "\\PC{0,80}") {
        let _ = planned(&post(&json!({ "query": document })));
    }

    #[test]
    fn on_any_request(body in vec(any::<u8>(), 0..200), query in "\\PC{0,80}", accept in "\\PC{0,40}", method in 0..3_u8) {
        let mut request = Request {
            method: [Method::Get, Method::Post, Method::Head][usize::from(method)],
            body,
            query: Some(query),
            ..Request::default()
        };
        request.headers.set(Header::Accept, accept);
        request.headers.set(Header::ContentType, "application/json".to_owned());
        let _ = planned(&request);
    }
}
