//! Regular expressions and patterns against another implementation of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use regex::Regex;
use serde_json::{Value, json};
use tests::case::CaseRequest;
use tests::host::Tenant;
use tests::native::Native;

/// Characters that mean something to GLOB, LIKE or expressions, and others.
const CHARACTERS: [char; 16] = [
    'a', 'b', 'A', 'B', '.', '%', '_', '*', '?', '[', ']', '-', '^', '\\', '\n', 'é',
];

fn atom() -> impl Strategy<Value = String> {
    let character = prop::sample::select(&CHARACTERS[..]);
    prop_oneof![
        4 => character.clone().prop_map(|character| regex::escape(&character.to_string())),
        1 => Just(".".to_owned()),
        1 => prop::sample::select(&["\\w", "\\W", "\\d", "\\s", "[a-b]", "[^a]", "[]a]", "[\\-^]", "[^\\]é-ü]", "[%-_]", "[^aceg02468!#%)é+^*?-]", "[[:upper:]]"][..])
            .prop_map(str::to_owned),
    ]
}

fn expression() -> impl Strategy<Value = String> {
    let inner = atom().prop_recursive(3, 12, 4, |inner| {
        let quantifier = prop::sample::select(&["", "", "", "*", "+", "?", "{2}", "{1,}", "{0,2}", "*?"][..]);
        let part =
            (inner.clone(), quantifier).prop_map(|(part, quantifier)| format!("(?:{part}){quantifier}"));
        let choice =
            prop::collection::vec(inner, 1..3).prop_map(|branches| format!("({})", branches.join("|")));
        prop::collection::vec(prop_oneof![part, choice], 1..4).prop_map(|parts| parts.concat())
    });
    let anchored = (any::<bool>(), inner, any::<bool>()).prop_map(|(start, body, end)| {
        format!(
            "{}{body}{}",
            if start { "^" } else { "" },
            if end { "$" } else { "" }
        )
    });
    prop::collection::vec(anchored, 1..3).prop_map(|branches| branches.join("|"))
}

fn texts() -> Vec<String> {
    let mut texts = vec![String::new()];
    for (position, first) in CHARACTERS.iter().enumerate() {
        texts.push(first.to_string());
        for step in [1, 3, 7] {
            let second = CHARACTERS[(position + step) % CHARACTERS.len()];
            let third = CHARACTERS[(position * step) % CHARACTERS.len()];
            texts.push(format!("{first}{second}"));
            texts.push(format!("{second}{first}{third}"));
            texts.push(format!("{first}{first}{second}{third}a"));
        }
    }
    texts
}

fn found(tenant: &Tenant<'_, Native>, operator: &str, pattern: &str) -> Vec<u64> {
    let document = format!(
        "query($p: String!) {{ tCollection(filter: {{x: {{{operator}: $p}}}}, first: 1000) {{ nodes {{ id }} }} }}"
    );
    let response = tenant
        .send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/graphql".to_owned(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: json!({"query": document, "variables": {"p": pattern}})
                .to_string()
                .into_bytes(),
        })
        .unwrap();
    let body: Value = serde_json::from_str(&response.body).unwrap();
    let nodes = body["data"]["tCollection"]["nodes"].as_array();
    let nodes = nodes.unwrap_or_else(|| panic!("{operator} {pattern:?}: {body}"));
    nodes.iter().filter_map(|node| node["id"].as_u64()).collect()
}

fn check(tenant: &Tenant<'_, Native>, texts: &[String], operator: &str, pattern: &str, oracle: &str) {
    // Its classes are Unicode's.
    let ascii = oracle
        .replace("\\w", "[0-9A-Za-z_]")
        .replace("\\W", "[^0-9A-Za-z_]");
    let oracle = Regex::new(&ascii).unwrap();
    let expected: Vec<u64> = texts
        .iter()
        .zip(1..)
        .filter(|(text, _)| oracle.is_match(text))
        .map(|(_, id)| id)
        .collect();
    assert_eq!(
        found(tenant, operator, pattern),
        expected,
        "{operator} {pattern:?}"
    );
}

#[test]
fn patterns_find_what_another_implementation_finds() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "matching").unwrap();
    let schema = "CREATE TABLE t (id INT PRIMARY KEY, x VARCHAR(200) DEFAULT NULL, KEY x (x))";
    tenant.push("application/sql", schema).unwrap();
    let texts = texts();
    let rows: Vec<Value> = texts
        .iter()
        .zip(1..)
        .map(|(text, id)| json!({"id": id, "x": text}))
        .collect();
    let null = json!({"id": 1_000_000, "x": null});
    let request = CaseRequest {
        method: "POST".to_owned(),
        path: "/rest/t".to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: Value::from(rows.into_iter().chain([null]).collect::<Vec<_>>())
            .to_string()
            .into_bytes(),
    };
    assert_eq!(tenant.send(&request).unwrap().status, 201);
    let mut runner = TestRunner::new(Config {
        cases: 250,
        failure_persistence: None,
        ..Config::default()
    });
    runner
        .run(&expression(), |pattern| {
            check(&tenant, &texts, "regex", &pattern, &format!("(?s){pattern}"));
            check(&tenant, &texts, "iregex", &pattern, &format!("(?si){pattern}"));
            Ok(())
        })
        .unwrap();
    let like = prop::collection::vec(
        prop_oneof![
            prop::sample::select(&CHARACTERS[..]),
            prop::sample::select(&['%', '_', '%', 'x'][..])
        ],
        0..6,
    );
    runner
        .run(&(like, 0_usize..3), |(pattern, stretched)| {
            // Patterns beyond the platform's limit on them.
            let mut pattern: String = pattern.into_iter().collect();
            pattern.push_str(&"%".repeat(stretched * 30));
            let mut oracle = String::new();
            let mut characters = pattern.chars();
            while let Some(character) = characters.next() {
                match character {
                    '%' => oracle.push_str(".*"),
                    '_' => oracle.push('.'),
                    '\\' => oracle.push_str(&regex::escape(&characters.next().unwrap_or('\\').to_string())),
                    other => oracle.push_str(&regex::escape(&other.to_string())),
                }
            }
            check(&tenant, &texts, "like", &pattern, &format!("(?s)^{oracle}$"));
            check(&tenant, &texts, "ilike", &pattern, &format!("(?si)^{oracle}$"));
            Ok(())
        })
        .unwrap();
    for text in ["a", "B", "%", "é", "", "]", "ab"] {
        let escaped = regex::escape(text);
        for (operator, oracle) in [
            ("startsWith", format!("^{escaped}")),
            ("endsWith", format!("{escaped}$")),
            ("contains", escaped.clone()),
            ("iStartsWith", format!("(?i)^{escaped}")),
            ("iEndsWith", format!("(?i){escaped}$")),
            ("iContains", format!("(?i){escaped}")),
        ] {
            // `$` of the other implementation is the text's end too.
            check(&tenant, &texts, operator, text, &oracle);
        }
    }
}
