//! What documents come down to.

use schema::stored::Value as Stored;
use serde_json::json;
use shard::op::{Part, ShardOp};

use super::{answer, error, ops, shape};

/// The constant texts of a document's plan, with `·` where an operation stands.
fn texts(document: &str) -> String {
    let (shape, _) = shape(document, &json!({}));
    let texts = shape.parts.into_iter().map(|part| match part {
        Part::Text(text) => text,
        Part::Op(_) => "·".to_owned(),
        Part::Guard(_) => "?".to_owned(),
    });
    texts.collect()
}

#[test]
fn root_fields_keep_the_order_of_the_document() {
    assert_eq!(
        texts("{ b: bookCollection { totalCount } t: __typename a: authorByPk(id: 1) { id } }"),
        r#"{"data":{"b":·,"t":"Query","a":·}}"#
    );
    assert_eq!(
        answer("{ __typename }", &json!({})),
        json!({ "data": { "__typename": "Query" } })
    );
    assert_eq!(
        answer("{ x: __typename @skip(if: true) }", &json!({})),
        json!({ "data": {} })
    );
}

#[test]
fn a_collection_is_one_operation_with_its_relations() {
    let document =
        "{ bookCollection(filter: {title: {startsWith: \"A\"}, or: [{year: {is: NULL}}, {year: {in: 2001}}]},
        orderBy: [{year: DescNullsLast, title: AscNullsFirst}], first: 5, offset: 2) {
        edges { cursor node { nodeId id author { fullName } reviewCollection(last: 1) { nodes { stars } } } }
        pageInfo { hasNextPage endCursor } totalCount } }";
    insta_like(
        &ops(document, &json!({}))[0],
        "Read(Query { table: TableId(1), filter: Some(And([Column(ColumnId(2), StartsWith(Slot(0))), \
         Or([Column(ColumnId(3), IsNull), Column(ColumnId(3), In(Slot(1)))])])), \
         order: [OrderTerm { by: Column(ColumnId(3)), descending: true, nulls_first: false }, \
         OrderTerm { by: Column(ColumnId(2)), descending: false, nulls_first: true }, \
         OrderTerm { by: Column(ColumnId(0)), descending: false, nulls_first: true }], \
         page: Page { limit: Some(Slot(2)), offset: Some(Slot(3)), after: None, before: None, backward: false, count: false, estimate: None, place: false }, \
         output: Connection([ConnectionField { key: \"edges\", value: Edges([\
         EdgeField { key: \"cursor\", value: Cursor }, EdgeField { key: \"node\", value: Node([\
         Field { key: \"nodeId\", value: NodeId(\"Book\") }, Field { key: \"id\", value: Column(ColumnId(0)) }, \
         Field { key: \"author\", value: Related(Related { join: [(ColumnId(1), ColumnId(0))], query: Query { \
         table: TableId(0), filter: None, order: [], \
         page: Page { limit: None, offset: None, after: None, before: None, backward: false, count: false, estimate: None, place: false }, \
         output: One([Field { key: \"fullName\", value: Column(ColumnId(1)) }]) } }) }, \
         Field { key: \"reviewCollection\", value: Related(Related { join: [(ColumnId(0), ColumnId(0))], query: Query { \
         table: TableId(2), filter: None, order: [OrderTerm { by: Column(ColumnId(0)), descending: false, nulls_first: true }, \
         OrderTerm { by: Column(ColumnId(1)), descending: false, nulls_first: true }], \
         page: Page { limit: Some(Slot(4)), offset: None, after: None, before: None, backward: true, count: false, estimate: None, place: false }, \
         output: Connection([ConnectionField { key: \"nodes\", value: Nodes([\
         Field { key: \"stars\", value: Column(ColumnId(2)) }]) }]) } }) }]) }]) }, \
         ConnectionField { key: \"pageInfo\", value: PageInfo([PageInfoField { key: \"hasNextPage\", value: HasNextPage }, \
         PageInfoField { key: \"endCursor\", value: EndCursor }]) }, \
         ConnectionField { key: \"totalCount\", value: TotalCount }]) })",
    );
    let (_, values) = shape(document, &json!({}));
    assert_eq!(
        values,
        [
            Stored::Text("A".into()),
            Stored::Text("[2001]".into()),
            Stored::Int(5),
            Stored::Int(2),
            Stored::Int(1),
        ]
    );
}

fn insta_like(found: &str, expected: &str) {
    assert_eq!(found.replace(", ", ",\n"), expected.replace(", ", ",\n"));
}

#[test]
fn fields_of_one_response_key_merge_through_fragments() {
    let apart = "query($yes: Boolean! = true) {
        bookCollection { ...Nodes nodes { author { id } } }
        ... on Query { bookCollection { nodes { ... on Book { author { fullName } } title } } }
    }
    fragment Nodes on BookConnection { nodes { ... @include(if: $yes) { id } ... on Node { nodeId } } }";
    let together = "{ bookCollection { nodes { id nodeId author { id fullName } title } } }";
    assert_eq!(ops(apart, &json!({})), ops(together, &json!({})));
}

#[test]
fn a_mutation_field_that_stands_twice_runs_once() {
    let found = ops(
        "mutation { a: deleteFromLogCollection { affectedCount } ...M b: deleteFromLogCollection { records { line } } }
         fragment M on Mutation { a: deleteFromLogCollection { records { line } } }",
        &json!({}),
    );
    assert_eq!(found.len(), 2);
    assert!(
        found[0].contains("AffectedCount") && found[0].contains("Records"),
        "{}",
        found[0]
    );
}

#[test]
fn directives_hold_at_every_level() {
    let document = "query($a: Boolean!, $b: Boolean!) {
        x: authorByPk(id: 1) @include(if: $a) { id }
        y: authorByPk(id: 1) { id fullName @skip(if: $b) born @include(if: $a) @skip(if: $b) }
        x: authorByPk(id: 1) @include(if: $b) { born }
    }";
    let keys = |a: bool, b: bool| {
        let (shape, _) = shape(document, &json!({ "a": a, "b": b }));
        let parts = shape.parts.iter().map(|part| match part {
            Part::Text(text) => text.clone(),
            Part::Guard(_) => String::new(),
            Part::Op(ShardOp::Read(query)) => match &query.output {
                shard::op::Output::One(fields) => {
                    fields.iter().map(|field| format!("{} ", field.key)).collect()
                }
                other => panic!("{other:?}"),
            },
            Part::Op(other) => panic!("{other:?}"),
        });
        parts.collect::<String>()
    };
    assert_eq!(keys(true, false), r#"{"data":{"x":id ,"y":id fullName born }}"#);
    assert_eq!(keys(false, true), r#"{"data":{"y":id ,"x":born }}"#);
    assert_eq!(keys(true, true), r#"{"data":{"x":id born ,"y":id }}"#);
    assert_eq!(keys(false, false), r#"{"data":{"y":id fullName }}"#);
}

#[test]
fn fields_that_cannot_merge_are_refused() {
    for document in [
        "{ x: authorByPk(id: 1) { id } x: authorByPk(id: 2) { id } }",
        "{ authorCollection { nodes { a: id a: born } } }",
        "{ authorCollection { nodes { id } } ... on Query { authorCollection { nodes { id: born } } } }",
        "{ bookCollection { nodes { reviewCollection(first: 1) { totalCount } } nodes { reviewCollection { totalCount } } } }",
    ] {
        assert_eq!(
            error(document, &json!({})).0,
            "graphql_validation_failed",
            "{document}"
        );
    }
}

fn node_id(text: &str) -> String {
    shard::identity::seal(text)
}

#[test]
fn a_node_is_read_from_its_own_table() {
    let document = "query($id: ID!) { node(nodeId: $id) { __typename nodeId
        ... on Book { title } ...R ... on Author { id name: fullName } } }
        fragment R on Review { stars book { title } }";
    let fields = |id: &str| ops(document, &json!({ "id": node_id(id) }));
    let book = fields(r#"["Book",7]"#);
    assert!(
        book[0].contains("table: TableId(1), filter: Some(Column(ColumnId(0), Eq(Slot(0))))"),
        "{}",
        book[0]
    );
    assert!(book[0].contains(r#"One([Field { key: "__typename", value: Text("Book") }, Field { key: "nodeId", value: NodeId("Book") }, Field { key: "title", value: Column(ColumnId(2)) }])"#), "{}", book[0]);
    let review = fields(r#"["Review",7,1]"#);
    assert!(
        review[0].contains("And([Column(ColumnId(0), Eq(Slot(0))), Column(ColumnId(1), Eq(Slot(1)))])"),
        "{}",
        review[0]
    );
    assert_eq!(
        answer(document, &json!({ "id": node_id(r#"["Gone",7]"#) })),
        json!({ "data": { "node": null } })
    );
    for id in [
        "",
        "zz",
        "é",
        "5B",
        &node_id("[]"),
        &node_id("[1]"),
        &node_id(r#"["Book"]"#),
        &node_id(r#"["Book","x"]"#),
        &node_id(r#"["Book",null]"#),
        &node_id(r#"["Log",1]"#),
        &node_id(r#"["Book",1.5]"#),
    ] {
        assert_eq!(error(document, &json!({ "id": id })).0, "invalid_cursor", "{id}");
    }
}

#[test]
fn filters_read_as_they_are_written() {
    let filter = |filter: &str| {
        let (shape, _) = shape(
            &format!("{{ bookCollection(filter: {filter}) {{ totalCount }} }}"),
            &json!({}),
        );
        match &shape.parts[1] {
            Part::Op(ShardOp::Read(query)) => format!("{:?}", query.filter),
            other => panic!("{other:?}"),
        }
    };
    for (given, expected) in [
        ("{}", "Some(And([]))"),
        ("{and: []}", "Some(And([]))"),
        ("{or: []}", "Some(Or([]))"),
        ("{not: {id: {eq: 1}}}", "Some(Column(ColumnId(0), Neq(Slot(0))))"),
        ("{and: null, title: null}", "Some(And([]))"),
        (
            "{genre: {neq: novel}, binding: {in: [\"soft\"]}}",
            "Some(And([Column(ColumnId(5), Neq(Slot(0))), Column(ColumnId(6), In(Slot(1)))]))",
        ),
        (
            "{tags: {eq: [\"new\"]}, extra: {is: NOT_NULL}}",
            "Some(And([Column(ColumnId(7), Eq(Slot(0))), Column(ColumnId(9), IsNotNull)]))",
        ),
        (
            "{year: {gte: 2000, lt: 2010}}",
            "Some(And([Column(ColumnId(3), Gte(Slot(0))), Column(ColumnId(3), Lt(Slot(1)))]))",
        ),
        (
            "{or: {inPrint: {eq: true}}}",
            "Some(Or([Column(ColumnId(8), Eq(Slot(0)))]))",
        ),
        (
            "{title: {ilike: \"a%\"}}",
            "Some(Column(ColumnId(2), StartsWithFold(Slot(0))))",
        ),
    ] {
        assert_eq!(filter(given), expected, "{given}");
    }
    let id = node_id(r#"["Book",7]"#);
    assert_eq!(
        filter(&format!("{{nodeId: {{eq: \"{id}\"}}}}")),
        "Some(Column(ColumnId(0), Eq(Slot(0))))"
    );
}

#[test]
fn filters_that_mean_nothing_are_refused() {
    for (filter, code) in [
        ("{year: {eq: null}}", "invalid_value"),
        ("{year: {is: null}}", "invalid_value"),
        ("{price: {eq: \"1,234\"}}", "invalid_value"),
        ("{id: {eq: \"twelve\"}}", "invalid_value"),
        ("{extra: {gt: 1}}", "graphql_validation_failed"),
        ("{inPrint: {gt: true}}", "graphql_validation_failed"),
        ("{genre: {eq: \"novel\"}}", "graphql_validation_failed"),
        ("{genre: {eq: prose}}", "graphql_validation_failed"),
        ("{titel: {eq: \"a\"}}", "graphql_validation_failed"),
        ("\"x\"", "graphql_validation_failed"),
        ("[{}]", "graphql_validation_failed"),
        ("{year: 2000}", "graphql_validation_failed"),
        ("{year: {eq: 99999999999}}", "graphql_validation_failed"),
        ("{nodeId: {eq: \"00\"}}", "invalid_cursor"),
    ] {
        let document = format!("{{ bookCollection(filter: {filter}) {{ totalCount }} }}");
        assert_eq!(error(&document, &json!({})).0, code, "{filter}");
    }
}

#[test]
fn pages_go_one_way() {
    let page = |arguments: &str| format!("{{ bookCollection({arguments}) {{ totalCount }} }}");
    for (arguments, code) in [
        ("first: 1, last: 1", "contradiction"),
        ("first: -1", "invalid_value"),
        ("last: -1", "invalid_value"),
        ("offset: -1", "invalid_value"),
        ("first: 10001", "limit_exceeded"),
        ("last: 10001", "limit_exceeded"),
        ("last: 1, offset: 1", "contradiction"),
        ("after: \"00\"", "invalid_cursor"),
        ("after: \"00\", before: \"00\"", "contradiction"),
        ("first: 1.5", "graphql_validation_failed"),
        ("orderBy: [{extra: AscNullsLast}]", "graphql_validation_failed"),
    ] {
        assert_eq!(error(&page(arguments), &json!({})).0, code, "{arguments}");
    }
    for arguments in [
        "first: 0",
        "first: null, last: null, after: null",
        "orderBy: [{}], first: 10000",
        "orderBy: {year: AscNullsLast}",
    ] {
        ops(&page(arguments), &json!({}));
    }
    let (shape, values) = shape("{ bookCollection { totalCount } }", &json!({}));
    assert_eq!(values, [Stored::Int(1000)]);
    let Part::Op(ShardOp::Read(query)) = &shape.parts[1] else {
        panic!()
    };
    let mark = shard::identity::order_mark(query.table, &query.order);
    let cursor = shard::identity::seal(&format!("[{mark},7]"));
    let before = ops(
        "query($c: Cursor) { bookCollection(before: $c) { totalCount } }",
        &json!({ "c": cursor }),
    );
    assert!(
        before[0].contains("before: Some([Some(Slot(1))]), backward: true"),
        "{}",
        before[0]
    );
}

#[test]
fn introspection_stands_beside_data() {
    let document =
        "query($n: String!) { t: __type(name: $n) { kind fields { name type { kind ofType { name } } } }
        bookByPk(id: 1) { id } ...S } fragment S on Query { __schema { queryType { n: name } } }";
    let (shape, _) = shape(document, &json!({ "n": "BookEdge" }));
    let Part::Text(text) = &shape.parts[0] else {
        panic!()
    };
    assert_eq!(
        text,
        "{\"data\":{\"t\":{\"kind\":\"OBJECT\",\"fields\":[{\"name\":\"cursor\",\"type\":{\"kind\":\"NON_NULL\",\"ofType\":{\"name\":\"Cursor\"}}},\
         {\"name\":\"node\",\"type\":{\"kind\":\"NON_NULL\",\"ofType\":{\"name\":\"Book\"}}}]},\"bookByPk\":"
    );
    let Part::Text(text) = &shape.parts[2] else {
        panic!()
    };
    assert_eq!(text, ",\"__schema\":{\"queryType\":{\"n\":\"Query\"}}}}");
    assert_eq!(
        answer("{ __type(name: \"None\") { name } }", &json!({})),
        json!({ "data": { "__type": null } })
    );
    let skipped = "query($s: Boolean!) { __typename ... @skip(if: $s) { __schema { queryType { name } } } }";
    assert_eq!(
        answer(skipped, &json!({ "s": true })),
        json!({ "data": { "__typename": "Query" } })
    );
}

#[test]
fn a_document_that_does_not_parse_says_what_was_expected() {
    for (document, expected) in [
        (
            "{ bookCollection(first: ) { x }",
            "line 1, column 25: expected value",
        ),
        ("{\n", "line 2, column 1: expected selection"),
        ("", "line 1, column 1: expected executable definition"),
        ("query($a: [Int) { x }", "line 1, column 11: expected type"),
        (
            "fragment A on Query { __typename }",
            "document does not contain an operation",
        ),
    ] {
        let found = error(document, &json!({}));
        assert_eq!(found, ("graphql_parse_failed".to_owned(), expected.to_owned()));
    }
}

#[test]
fn errors_name_their_place_in_the_answer() {
    let found = answer(
        "{ a: bookCollection { totalCount } b: bookCollection(first: -1) { totalCount } }",
        &json!({}),
    );
    assert_eq!(found["errors"][0]["path"], json!(["b"]));
    let found = answer("{\n  bookCollection { nodes { titel } } }", &json!({}));
    assert_eq!(
        found["errors"][0]["locations"],
        json!([{ "line": 2, "column": 28 }])
    );
    assert_eq!(
        found["errors"][0]["message"],
        "Unknown field \"titel\" on type \"Book\". Did you mean \"title\"?"
    );
    let found = answer(
        "{ bookCollection(filter: {and: [{price: {eq: \"dear\"}}]}) { totalCount } }",
        &json!({}),
    );
    assert_eq!(
        found["errors"][0]["extensions"]["argument"],
        "filter.and[0].price.eq"
    );
}
