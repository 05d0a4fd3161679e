//! What is measured.

use serde_json::{Map, Value, json};

use super::call::Call;

/// One row of the table: requests that all sides answer, in the same order. They differ in a value, as a client's do, so that none is
/// answered for having been asked just before.
pub(crate) struct Row {
    pub(crate) name: &'static str,
    /// By which of our protocols.
    pub(crate) protocol: &'static str,
    /// What the rival is asked; under `/json`, the same where SQLite writes its JSON.
    pub(crate) rival: Vec<Call>,
    pub(crate) postgraphile: Vec<Call>,
    pub(crate) ours: Vec<Call>,
    /// Whether all sides answer the same; not where they hand out keys, or where the protocol has another form.
    pub(crate) comparable: bool,
}

/// Requests of a row that asks for something else each time. They divide among the connections.
const VARIED: u32 = 4096;

const REST: &str = "/t/bench/rest";

/// All rows.
pub(crate) fn all() -> Vec<Row> {
    let mut rows = reads();
    rows.extend(writes());
    rows
}

/// What a read is in each language, with `{}` in paths for the value in which its requests differ.
struct Read {
    name: &'static str,
    rival: &'static str,
    /// The GraphQL variable that holds the value, its least value, and how many there are.
    varied: Option<(&'static str, u32, u32)>,
    ours: &'static str,
    postgraphile: &'static str,
    rest: String,
}

impl Read {
    /// Each request's value.
    fn values(&self) -> Vec<u32> {
        let Some((_, least, count)) = self.varied else {
            return vec![0];
        };
        // By steps that meet them all before one comes again.
        (0..VARIED.min(count))
            .map(|at| least + at * 4711 % count)
            .collect()
    }

    fn variables(&self, value: u32) -> Value {
        self.varied
            .map_or_else(|| json!({}), |(name, ..)| json!({ name: value }))
    }

    /// The calls that `of` makes of each value.
    fn calls(&self, of: impl Fn(u32) -> Call) -> Vec<Call> {
        self.values().into_iter().map(of).collect()
    }
}

fn reads() -> Vec<Row> {
    let rows = all_reads().into_iter().flat_map(|read| {
        // An average is a text with its digits here, and a number in JavaScript.
        let same = !read.rival.starts_with("/counts");
        let row = |protocol, comparable, ours| Row {
            name: read.name,
            protocol,
            rival: read.calls(|value| Call::get(&read.rival.replace("{}", &value.to_string()))),
            postgraphile: read
                .calls(|value| Call::graphql("/graphql", read.postgraphile, &read.variables(value))),
            ours,
            comparable,
        };
        let rest = |value: u32| Call::get(&format!("{REST}{}", read.rest.replace("{}", &value.to_string())));
        [
            row(
                "graphql",
                same,
                read.calls(|value| graphql(read.ours, &read.variables(value))),
            ),
            row("rest", false, read.calls(rest)),
        ]
    });
    rows.collect()
}

fn all_reads() -> [Read; 5] {
    let books = "select=id,title,year,price";
    [
        Read {
            name: "read by key",
            rival: "/book?id={}",
            varied: Some(("id", 1, 10_000)),
            ours: "query($id: Int!) { bookByPk(id: $id) { id title year price } }",
            postgraphile: "query($id: Int!) { bookByPk: bookByRowId(rowId: $id) { id: rowId title year price } }",
            rest: format!("/book/{{}}?{books}"),
        },
        Read {
            name: "50 rows filtered and sorted",
            rival: "/books/since?year={}",
            varied: Some(("year", 1985, 10)),
            ours: "query($year: Int!) { bookCollection(filter: {year: {gte: $year}}, \
                   orderBy: [{title: AscNullsLast}], first: 50) { nodes { id title year price } } }",
            postgraphile: "query($year: Int!) { bookCollection: allBooks(filter: {year: {greaterThanOrEqualTo: $year}}, \
                           orderBy: [TITLE_ASC, ROW_ID_ASC], first: 50) { nodes { id: rowId title year price } } }",
            rest: format!("/book?{books}&year.gte={{}}&order=title.asc,id.asc&limit=50"),
        },
        Read {
            name: "20 parents with 5 children with 3 grandchildren",
            rival: "/authors",
            varied: None,
            ours: "{ authorCollection(first: 20) { nodes { id name bookCollection(first: 5) { nodes { id title \
                   reviewCollection(first: 3) { nodes { id rating } } } } } } }",
            postgraphile: "{ authorCollection: allAuthors(first: 20) { nodes { id: rowId name \
                           bookCollection: booksByAuthorId(first: 5) { nodes { id: rowId title \
                           reviewCollection: reviewsByBookId(first: 3) { nodes { id: rowId rating } } } } } } }",
            rest: "/author?select=id,name,bookCollection(id,title,reviewCollection(id,rating))&limit=20\
                   &bookCollection.limit=5&bookCollection.reviewCollection.limit=3"
                .to_owned(),
        },
        Read {
            name: "count and average by book for one author",
            rival: "/counts?author={}",
            varied: Some(("author", 1, 1000)),
            ours: "query($author: Int!) { bookCollection(filter: {authorId: {eq: $author}}) { nodes { id title \
                   reviewCollection { aggregate { count avg { rating } } } } } }",
            postgraphile: "query($author: Int!) { bookCollection: allBooks(condition: {authorId: $author}) { nodes { \
                           id: rowId title reviewCollection: reviewsByBookId { totalCount \
                           aggregate: aggregates { avg: average { rating } } } } } }",
            rest: "/book?select=id,title,reviewCollection(count(),rating.avg())&author_id.eq={}".to_owned(),
        },
        Read {
            name: "1,000 rows",
            rival: "/books",
            varied: None,
            ours: "{ bookCollection(first: 1000) { nodes { id title year price } } }",
            postgraphile: "{ bookCollection: allBooks(first: 1000) { nodes { id: rowId title year price } } }",
            rest: format!("/book?{books}&limit=1000"),
        },
    ]
}

fn writes() -> Vec<Row> {
    let (one_row, hundred) = (reviews(1), reviews(100));
    let one = "mutation($review: ReviewInput!) { insertIntoReviewCollection: createReview(input: {review: $review}) \
               { records: review { id: rowId } } }";
    let (each, variables) = one_by_one(&hundred);
    [
        insert("one insert", &one_row, (one, json!({ "review": one_row[0] }))),
        insert("100 inserts in one request", &hundred, (&each, variables)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The same as a row of [`all`] where PostGraphile takes many rows at once, as it does only by a function that somebody writes for its
/// database.
pub(crate) fn by_function() -> [Row; 2] {
    let rows = reviews(100);
    let many = "mutation($books: [Int!]!, $ratings: [Int!]!, $bodies: [String!]!) { insertIntoReviewCollection: \
                addReviews(input: {bookIds: $books, ratings: $ratings, bodies: $bodies}) { records: result { id: rowId } } }";
    let column = |name: &str| -> Value {
        let rows = rows.as_array().into_iter().flatten();
        rows.map(|row| row[name].clone()).collect()
    };
    let columns = json!({ "books": column("bookId"), "ratings": column("rating"), "bodies": column("body") });
    insert(
        "100 inserts, PostGraphile by a function for it",
        &rows,
        (many, columns),
    )
}

/// Reviews to add.
fn reviews(count: u32) -> Value {
    let review =
        |at: u32| json!({ "bookId": 17 * at + 5, "rating": at % 5 + 1, "body": "Read it in one evening." });
    (0..count).map(review).collect()
}

/// Rows to add in both protocols, and what PostGraphile is asked for it.
fn insert(name: &'static str, rows: &Value, (theirs, variables): (&str, Value)) -> [Row; 2] {
    let insert = "mutation($rows: [ReviewInsertInput!]!) { insertIntoReviewCollection(objects: $rows) \
                  { affectedCount records { id } } }";
    let row = |protocol, ours| Row {
        name,
        protocol,
        rival: vec![Call::post("/reviews", rows)],
        postgraphile: vec![Call::graphql("/graphql", theirs, &variables)],
        ours: vec![ours],
        comparable: false,
    };
    let rest = Call {
        prefer: Some("return=representation"),
        ..Call::post(&format!("{REST}/review?select=id"), rows)
    };
    [
        row("graphql", graphql(insert, &json!({ "rows": rows }))),
        row("rest", rest),
    ]
}

/// What PostGraphile derives from a table adds one row: a document that does it for each, and its variables.
fn one_by_one(rows: &Value) -> (String, Value) {
    let (mut taken, mut made, mut variables) = (Vec::new(), Vec::new(), Map::new());
    for (at, row) in rows.as_array().into_iter().flatten().enumerate() {
        taken.push(format!("$r{at}: ReviewInput!"));
        made.push(format!(
            "r{at}: createReview(input: {{review: $r{at}}}) {{ records: review {{ id: rowId }} }}"
        ));
        variables.insert(format!("r{at}"), row.clone());
    }
    (
        format!("mutation({}) {{ {} }}", taken.join(", "), made.join(" ")),
        variables.into(),
    )
}

fn graphql(query: &str, variables: &Value) -> Call {
    Call::graphql("/t/bench/graphql", query, variables)
}
