//! Coercion of variables (GraphQL, section 6.1.2).

use schema::stored::Value as Stored;
use serde_json::{Value, json};

use super::{answer, error, ops, shape};

fn message(document: &str, variables: &Value) -> String {
    error(document, variables).1
}

#[test]
fn errors_say_where_in_the_variable() {
    let document = "query($f: BookFilter, $o: [BookOrderBy!], $n: Int!) { bookCollection(filter: $f, orderBy: $o, first: $n) { totalCount } }";
    for (variables, expected) in [
        (json!({}), "$n: Int! is required and missing"),
        (
            json!({ "n": null }),
            "$n: expected Int, got null: a value is required",
        ),
        (json!({ "n": "1" }), "$n: expected Int, got \"1\""),
        (
            json!({ "n": 1.5 }),
            "$n: expected a whole number from -2147483648 to 2147483647, got 1.5",
        ),
        (
            json!({ "n": 2_147_483_648_i64 }),
            "$n: expected a whole number from -2147483648 to 2147483647, got 2147483648",
        ),
        (json!({ "n": true }), "$n: expected Int, got true"),
        (
            json!({ "n": 1, "f": { "year": { "gte": "x" } } }),
            "$f.year.gte: expected Int, got \"x\"",
        ),
        (
            json!({ "n": 1, "f": { "and": [{}, { "titel": {} }] } }),
            "$f.and[1].titel: BookFilter has no field \"titel\" Did you mean \"title\"?",
        ),
        (
            json!({ "n": 1, "f": [] }),
            "$f: expected an object of type BookFilter, got a list",
        ),
        (
            json!({ "n": 1, "f": { "genre": { "eq": "prose" } } }),
            "$f.genre.eq: BookGenre has no member \"prose\", only novel, poetry",
        ),
        (
            json!({ "n": 1, "f": { "genre": { "in": ["novel", null] } } }),
            "$f.genre.in[1]: expected BookGenre, got null: a value is required",
        ),
        (
            json!({ "n": 1, "o": [{ "year": "Asc" }] }),
            "$o[0].year: OrderByDirection has no member \"Asc\", only AscNullsFirst, AscNullsLast, DescNullsFirst, DescNullsLast",
        ),
        (
            json!({ "n": 1, "o": [null] }),
            "$o[0]: expected BookOrderBy, got null: a value is required",
        ),
    ] {
        assert_eq!(message(document, &variables), expected, "{variables}");
    }
}

#[test]
fn what_may_be_left_out_may_be_null() {
    let document = "query($f: BookFilter, $o: [BookOrderBy!], $n: Int, $a: Cursor) { bookCollection(filter: $f, orderBy: $o, first: $n, after: $a) { totalCount } }";
    let plain = shape("{ bookCollection { totalCount } }", &json!({}));
    assert_eq!(shape(document, &json!({})), plain);
    assert_eq!(
        shape(document, &json!({ "f": null, "o": null, "n": null, "a": null })),
        plain
    );
    let document = "query($y: Int, $t: StringFilter) { bookCollection(filter: {year: {gte: $y}, title: $t}) { totalCount } }";
    assert!(ops(document, &json!({}))[0].contains("filter: Some(And([]))"));
    assert_eq!(
        message(document, &json!({ "y": null })),
        "year: nothing is gte null: test for it with `is: NULL`, or leave the operator out"
    );
}

#[test]
fn defaults_and_single_values_for_lists() {
    let document = "query($n: Int! = 3, $ids: [BigInt!] = \"7\", $o: [BookOrderBy!] = {title: DescNullsLast, year: AscNullsLast}) {
        bookCollection(first: $n, filter: {id: {in: $ids}}, orderBy: $o) { totalCount } }";
    let (_, values) = shape(document, &json!({}));
    assert_eq!(values, [Stored::Text("[7]".into()), Stored::Int(3)]);
    let (_, values) = shape(document, &json!({ "n": 1.0, "ids": 8 }));
    assert_eq!(values, [Stored::Text("[8]".into()), Stored::Int(1)]);
    let order = |variables: &Value| ops(document, variables).remove(0);
    let title = order(&json!({})).find("ColumnId(2)");
    let year = order(&json!({})).find("ColumnId(3)");
    assert!(title < year);
    let swapped = json!({ "o": [{ "year": "AscNullsLast", "title": "DescNullsLast" }] });
    assert!(order(&swapped).find("ColumnId(3)") < order(&swapped).find("ColumnId(2)"));
    assert!(message(document, &json!({ "n": null })).starts_with("$n"));
}

#[test]
fn variables_stand_inside_lists_objects_and_json() {
    let document = "mutation($t: String!, $x: Int, $none: Int) {
        insertIntoBookCollection(objects: [{title: $t, authorId: 1, extra: {a: [$x, {b: $x}]}, year: $none}]) { affectedCount } }";
    let (_, values) = shape(document, &json!({ "t": "T", "x": 5 }));
    let Stored::Text(rows) = &values[0] else {
        panic!("{values:?}")
    };
    assert!(rows.starts_with("[[1,\"T\",") && rows.contains("[5,{"), "{rows}");
}

#[test]
fn ids_may_be_numbers_and_scalars_keep_their_digits() {
    let document = "query($a: BigInt!, $p: Decimal!) { bookCollection(filter: {id: {eq: $a}, price: {eq: $p}}) { totalCount } }";
    let (_, values) = shape(document, &json!({ "a": "9007199254740993", "p": "1.10" }));
    assert_eq!(
        values[..2],
        [Stored::Int(9_007_199_254_740_993), Stored::Int(110)]
    );
    let exact: Value = serde_json::from_str("{\"a\": 9007199254740993, \"p\": 1.10}").unwrap();
    let (_, values) = shape(document, &exact);
    assert_eq!(
        values[..2],
        [Stored::Int(9_007_199_254_740_993), Stored::Int(110)]
    );
    assert!(message(document, &json!({ "a": true, "p": "1" })).starts_with("$a: expected BigInt"));
    assert_eq!(
        error(
            "query($id: ID!) { node(nodeId: $id) { nodeId } }",
            &json!({ "id": 7 })
        )
        .0,
        "invalid_cursor"
    );
}

#[test]
fn unknown_and_misused_variables() {
    for (document, expected) in [
        (
            "{ bookCollection(first: $n) { totalCount } }",
            "Variable \"$n\" is not defined",
        ),
        (
            "query($n: String) { bookCollection(first: $n) { totalCount } }",
            "first: the variable $n of type String does not fit Int",
        ),
        (
            "query($n: Int) { bookCollection(filter: {year: {in: $n}}) { totalCount } }",
            "filter.year.in: the variable $n of type Int does not fit [Int!]",
        ),
        (
            "query($n: BigInt) { bookByPk(id: $n) { id } }",
            "id: the variable $n of type BigInt does not fit BigInt!",
        ),
        (
            "query($n: Nothing) { bookCollection(first: $n) { totalCount } }",
            "Unknown type \"Nothing\"",
        ),
        (
            "query($n: Book) { bookCollection(first: $n) { totalCount } }",
            "Book",
        ),
        ("query($n: Int) { __typename }", "Variable \"$n\" is not used"),
    ] {
        let found = message(document, &json!({}));
        assert!(found.contains(expected), "{found}");
    }
    ops("query($n: BigInt = 7) { bookByPk(id: $n) { id } }", &json!({}));
    // More than the document declares is none of its business.
    assert_eq!(
        answer("{ __typename }", &json!({ "other": 1 }))["data"]["__typename"],
        "Query"
    );
}

#[test]
fn a_document_that_names_little_is_judged_like_one_that_names_all() {
    for document in [
        "{ bookCollection { totalCount(first: 1) } }",
        "{ bookCollection }",
        "{ bookCollection { nodes } }",
        "{ bookCollection { totalCount { x } } }",
        "{ bookByPk { id } }",
        "{ bookByPk(id: null) { id } }",
        "{ logByPk(line: \"x\") { line } }",
        "{ logCollection { nodes { nodeId } } }",
        "{ ...F } fragment F on Query { ...F }",
        "{ ...F }",
        "{ __typename } fragment F on Query { __typename }",
        "{ bookCollection { ... on Author { id } } }",
        "{ bookCollection { nodes { ... on Author { id } } } }",
        "{ bookCollection(first: 1, first: 2) { totalCount } }",
        "{ __typename @unknown }",
        "{ bookCollection { totalCount @include } }",
        "subscription { bookCollection { totalCount } }",
        "mutation { insertIntoBookCollection { affectedCount } }",
        "mutation { insertIntoBookCollection(objects: [{authorId: 1}]) { affectedCount } }",
        "query A { __typename } query B { __typename }",
        "query A { nothing } query B { __typename }",
    ] {
        let (code, message) = error(document, &json!({}));
        assert_eq!(code, "graphql_validation_failed", "{document}: {message}");
    }
}
