//! What is measured.

use serde_json::{Value, json};

use super::Call;

/// One row of the table: a request that both sides answer.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// By which of our protocols.
    pub(crate) protocol: &'static str,
    /// What the rival is asked; under `/json`, the same where SQLite writes its JSON.
    pub(crate) rival: Call,
    pub(crate) ours: Call,
    /// Whether both sides answer the same; not where they hand out keys, or where the protocol has another form.
    pub(crate) comparable: bool,
}

const REST: &str = "/t/bench/rest";

/// All rows.
pub(crate) fn all() -> Vec<Row> {
    let mut rows = reads();
    rows.extend(writes());
    rows
}

fn reads() -> Vec<Row> {
    let books = "select=id,title,year,price";
    let nested = "select=id,name,bookCollection(id,title,reviewCollection(id,rating))&limit=20\
                  &bookCollection.limit=5&bookCollection.reviewCollection.limit=3";
    let rows = [
        (
            "read by key",
            "/book?id=4711",
            graphql(
                "query($id: Int!) { bookByPk(id: $id) { id title year price } }",
                &json!({ "id": 4711 }),
            ),
            format!("/book/4711?{books}"),
        ),
        (
            "50 rows filtered and sorted",
            "/books/since?year=1990",
            graphql(
                "query($year: Int!) { bookCollection(filter: {year: {gte: $year}}, \
                 orderBy: [{title: AscNullsLast}], first: 50) { nodes { id title year price } } }",
                &json!({ "year": 1990 }),
            ),
            format!("/book?{books}&year.gte=1990&order=title.asc,id.asc&limit=50"),
        ),
        (
            "20 parents with 5 children with 3 grandchildren",
            "/authors",
            graphql(
                "{ authorCollection(first: 20) { nodes { id name bookCollection(first: 5) { nodes { id title \
                 reviewCollection(first: 3) { nodes { id rating } } } } } } }",
                &json!({}),
            ),
            format!("/author?{nested}"),
        ),
        (
            "count and average by book for one author",
            "/counts?author=12",
            graphql(
                "query($author: Int!) { bookCollection(filter: {authorId: {eq: $author}}) { nodes { id title \
                 reviewCollection { aggregate { count avg { rating } } } } } }",
                &json!({ "author": 12 }),
            ),
            "/book?select=id,title,reviewCollection(count(),rating.avg())&author_id.eq=12".to_owned(),
        ),
        (
            "1,000 rows",
            "/books",
            graphql(
                "{ bookCollection(first: 1000) { nodes { id title year price } } }",
                &json!({}),
            ),
            format!("/book?{books}&limit=1000"),
        ),
    ];
    rows.into_iter()
        .flat_map(|(name, rival, graphql, rest)| {
            // An average is a text with its digits here.
            let same = !rival.starts_with("/counts");
            [
                row(name, ("graphql", same), get(rival), graphql),
                row(name, ("rest", false), get(rival), get(&format!("{REST}{rest}"))),
            ]
        })
        .collect()
}

fn writes() -> Vec<Row> {
    let insert = "mutation($rows: [ReviewInsertInput!]!) { insertIntoReviewCollection(objects: $rows) \
                  { affectedCount records { id } } }";
    let reviews = |count: u32| -> Value {
        let review = |at: u32| json!({ "bookId": 17 * at + 5, "rating": at % 5 + 1, "body": "Read it in one evening." });
        (0..count).map(review).collect()
    };
    let write = |name, count| {
        let rows = reviews(count);
        let rest = Call {
            prefer: Some("return=representation"),
            ..post(&format!("{REST}/review?select=id"), &rows)
        };
        [
            row(
                name,
                ("graphql", false),
                post("/reviews", &rows),
                graphql(insert, &json!({ "rows": rows })),
            ),
            row(name, ("rest", false), post("/reviews", &rows), rest),
        ]
    };
    let mut rows = Vec::from(write("one insert", 1));
    rows.extend(write("100 inserts in one request", 100));
    rows
}

fn row(name: &'static str, (protocol, comparable): (&'static str, bool), rival: Call, ours: Call) -> Row {
    Row {
        name,
        protocol,
        rival,
        ours,
        comparable,
    }
}

fn get(path: &str) -> Call {
    Call {
        method: "GET",
        path: path.to_owned(),
        body: String::new(),
        prefer: None,
    }
}

fn post(path: &str, body: &Value) -> Call {
    Call {
        method: "POST",
        path: path.to_owned(),
        body: body.to_string(),
        prefer: None,
    }
}

fn graphql(query: &str, variables: &Value) -> Call {
    post(
        "/t/bench/graphql",
        &json!({ "query": query, "variables": variables }),
    )
}
