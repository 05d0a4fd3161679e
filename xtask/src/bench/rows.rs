//! What is measured.

use serde_json::{Value, json};

use super::Call;

/// One row of the table.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    pub(crate) rival: Call,
    pub(crate) ours: Call,
    /// Whether both sides answer the same; not where they hand out keys.
    pub(crate) comparable: bool,
}

const REST: &str = "/t/bench/rest";

/// All rows.
pub(crate) fn all() -> Vec<Row> {
    let mut rows = reads();
    rows.extend(writes());
    rows.extend(rest());
    rows
}

fn reads() -> Vec<Row> {
    vec![
        row(
            "read by key",
            get("/book?id=4711"),
            graphql(
                "query($id: Int!) { bookByPk(id: $id) { id title year price } }",
                &json!({ "id": 4711 }),
            ),
        ),
        row(
            "50 rows filtered and sorted",
            get("/books/since?year=1990"),
            graphql(
                "query($year: Int!) { bookCollection(filter: {year: {gte: $year}}, \
                 orderBy: [{title: AscNullsLast}], first: 50) { nodes { id title year price } } }",
                &json!({ "year": 1990 }),
            ),
        ),
        row(
            "20 parents with 5 children with 3 grandchildren",
            get("/authors"),
            graphql(
                "{ authorCollection(first: 20) { nodes { id name bookCollection(first: 5) { nodes { id title \
                 reviewCollection(first: 3) { nodes { id rating } } } } } } }",
                &json!({}),
            ),
        ),
        row(
            "1,000 rows",
            get("/books"),
            graphql(
                "{ bookCollection(first: 1000) { nodes { id title year price } } }",
                &json!({}),
            ),
        ),
    ]
}

fn writes() -> Vec<Row> {
    let insert = "mutation($rows: [ReviewInsertInput!]!) { insertIntoReviewCollection(objects: $rows) \
                  { affectedCount records { id } } }";
    let reviews = |count: u32| -> Value {
        let review = |at: u32| json!({ "bookId": 17 * at + 5, "rating": at % 5 + 1, "body": "Read it in one evening." });
        (0..count).map(review).collect()
    };
    let write = |name, count| Row {
        comparable: false,
        ..row(
            name,
            post("/reviews", &reviews(count)),
            graphql(insert, &json!({ "rows": reviews(count) })),
        )
    };
    vec![write("one insert", 1), write("100 inserts in one request", 100)]
}

fn rest() -> Vec<Row> {
    let row = |name, rival, path| Row {
        comparable: false,
        ..row(name, rival, get(path))
    };
    let key = format!("{REST}/book/4711?select=id,title,year,price");
    let list =
        format!("{REST}/book?select=id,title,year,price&year.gte=1990&order=title.asc,id.asc&limit=50");
    vec![
        row("read by key (REST)", get("/book?id=4711"), &key),
        row(
            "50 rows filtered and sorted (REST)",
            get("/books/since?year=1990"),
            &list,
        ),
    ]
}

fn row(name: &'static str, rival: Call, ours: Call) -> Row {
    Row {
        name,
        rival,
        ours,
        comparable: true,
    }
}

fn get(path: &str) -> Call {
    Call {
        method: "GET",
        path: path.to_owned(),
        body: String::new(),
    }
}

fn post(path: &str, body: &Value) -> Call {
    Call {
        method: "POST",
        path: path.to_owned(),
        body: body.to_string(),
    }
}

fn graphql(query: &str, variables: &Value) -> Call {
    post(
        "/t/bench/graphql",
        &json!({ "query": query, "variables": variables }),
    )
}
