//! No text that a client sends makes planning panic.

use proptest::prelude::*;

use crate::http::{Header, Headers, Method, Request};
use crate::plan::Planned;
use crate::plan::Planning;
use crate::rest::{percent, plan};

/// Texts that look like the grammar, so that they get far into it.
fn grammar() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "id",
        "title",
        "author",
        "book",
        "review",
        "bookCollection",
        "order",
        "year",
        "select",
        "limit",
        "offset",
        "and",
        "or",
        "not",
        "eq",
        "in",
        "is",
        "like",
        "any",
        "asc",
        "desc",
        "nullsfirst",
        "null",
        "*",
        "(",
        ")",
        ",",
        ".",
        ":",
        "::",
        "!",
        "\"",
        "\\",
        "->",
        "...",
        "{",
        "}",
        "1",
        "-1",
        "%",
        "é",
        " ",
        "=",
        "&",
        "inner",
        "count",
    ]);
    prop::collection::vec(word, 0..12).prop_map(|words| words.concat())
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => grammar(), 1 => any::<String>()]
}

/// Plans a request and answers whether it got as far as a shard's operation.
fn survives(path: &str, method: Method, query: String, headers: Headers, body: Vec<u8>) -> bool {
    let request = Request {
        method,
        path: String::new(),
        query: Some(query),
        headers,
        body,
    };
    matches!(
        plan::<super::Text>(Planning::of(&super::model()), "shop", path, &request),
        Ok(Planned::Run { .. })
    )
}

proptest! {
    #[test]
    fn any_parameters(pairs in prop::collection::vec((text(), text()), 0..4)) {
        let query: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{}={}", percent::encode(name), percent::encode(value)))
            .collect();
        survives("book", Method::Get, query.join("&"), Headers::default(), Vec::new());
        survives("book", Method::Delete, query.join("&"), Headers::default(), Vec::new());
    }

    #[test]
    fn any_known_parameters(
        name in prop::sample::select(vec!["select", "order", "or", "year", "title", "columns", "title.in", "limit"]),
        value in text(),
    ) {
        let query = format!("{name}={}", percent::encode(&value));
        survives("book", Method::Get, query.clone(), Headers::default(), Vec::new());
        survives("book", Method::Patch, query, Headers::default(), b"{\"title\":\"x\"}".to_vec());
    }

    #[test]
    fn any_query_path_and_headers(query in any::<String>(), path in any::<String>(), value in text()) {
        let mut headers = Headers::default();
        for header in Header::ALL {
            headers.set(header, value.clone());
        }
        survives(&path, Method::Get, query.clone(), headers, Vec::new());
        survives(&format!("tag/{path}"), Method::Get, String::new(), Headers::default(), Vec::new());
        survives("book", Method::Get, query, Headers::default(), Vec::new());
    }

    #[test]
    fn any_body(body in any::<Vec<u8>>(), text in any::<String>()) {
        survives("tag", Method::Post, String::new(), Headers::default(), body);
        let row = serde_json::json!({ "name": text }).to_string();
        let short = text.chars().count() <= 50;
        prop_assert_eq!(survives("tag", Method::Post, String::new(), Headers::default(), row.into_bytes()), short);
    }

    #[test]
    fn any_text_is_a_key(text in any::<String>()) {
        let path = format!("tag/{}", percent::encode(&text));
        prop_assert_eq!(
            survives(&path, Method::Get, String::new(), Headers::default(), Vec::new()),
            text.chars().count() <= 50
        );
    }
}
