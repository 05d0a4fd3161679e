//! Answers: the shared problems and headers, and each operation's own.

use utoipa::openapi::header::{Header, HeaderBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ArrayBuilder, Schema, Type};
use utoipa::openapi::{Content, ObjectBuilder, Ref, RefOr};

use crate::names::{self, Shared};

/// One row instead of an array of them.
const OBJECT: &str = "application/vnd.pgrst.object+json";

/// An error that operations share.
#[derive(Clone, Copy)]
pub(crate) struct Problem {
    /// Its component's name.
    name: &'static str,
    /// Its status.
    pub(crate) status: &'static str,
    description: &'static str,
    /// A header that it has beside the media type.
    header: Option<&'static str>,
}

impl Problem {
    pub(crate) const fn new(name: &'static str, status: &'static str, description: &'static str) -> Self {
        Self {
            name,
            status,
            description,
            header: None,
        }
    }

    pub(crate) const fn with(mut self, header: &'static str) -> Self {
        self.header = Some(header);
        self
    }

    /// What it means.
    pub(crate) const fn description(self) -> &'static str {
        self.description
    }

    /// A reference to it.
    pub(crate) fn reference(self) -> Ref {
        Ref::from_response_name(self.name)
    }
}

pub(crate) const BAD_REQUEST: Problem = Problem::new(
    "BadRequest",
    "400",
    "The request cannot be read, a name or value in it is wrong, or a row does not satisfy its table.",
);
pub(crate) const UNAUTHENTICATED: Problem =
    Problem::new("Unauthenticated", "401", "There is no key, or it opens nothing.").with("WWW-Authenticate");
pub(crate) const FORBIDDEN: Problem = Problem::new("Forbidden", "403", "The key belongs to another tenant.");
pub(crate) const NOT_FOUND: Problem = Problem::new("NotFound", "404", "There is no row with this key.");
pub(crate) const METHOD_NOT_ALLOWED: Problem = Problem::new(
    "MethodNotAllowed",
    "405",
    "The method is not for the path of one of the operations.",
)
.with("Allow");
pub(crate) const NOT_ACCEPTABLE: Problem = Problem::new(
    "NotAcceptable",
    "406",
    "No media type that the client accepts, or one row was asked for and there are others or none.",
);
pub(crate) const CONFLICT: Problem = Problem::new(
    "Conflict",
    "409",
    "A unique key is taken, a foreign key would not hold, or the schema changed at the same time. Nothing was changed.",
);
pub(crate) const TOO_LARGE: Problem = Problem::new("TooLarge", "413", "Larger than the platform allows.");
pub(crate) const UNSUPPORTED_MEDIA_TYPE: Problem =
    Problem::new("UnsupportedMediaType", "415", "The body is not JSON.");
pub(crate) const PRECONDITION_FAILED: Problem = Problem::new(
    "PreconditionFailed",
    "412",
    "The row is not as `If-Match` or `If-None-Match` has it. Nothing was changed.",
);
pub(crate) const PRECONDITION_REQUIRED: Problem = Problem::new(
    "PreconditionRequired",
    "428",
    "Rows of this table are changed one at a time, with `If-Match`. Nothing was changed.",
);
pub(crate) const UNPROCESSABLE: Problem = Problem::new(
    "Unprocessable",
    "422",
    "The request is well-formed and cannot be done: it breaks a rule of a row, goes beyond a limit, contradicts itself, has a cursor \
     of another order or no filter, or an `Idempotency-Key` of another request. Nothing was changed.",
);
pub(crate) const RANGE_NOT_SATISFIABLE: Problem = Problem::new(
    "RangeNotSatisfiable",
    "416",
    "The range starts behind the last row, or ends before it starts.",
)
.with("Content-Range");
pub(crate) const INTERNAL: Problem = Problem::new("Internal", "500", "The server failed.");
pub(crate) const UNAVAILABLE: Problem =
    Problem::new("Unavailable", "503", "Overloaded or starting: try again.").with("Retry-After");

const PROBLEMS: [Problem; 15] = [
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    RANGE_NOT_SATISFIABLE,
    PRECONDITION_FAILED,
    PRECONDITION_REQUIRED,
    UNPROCESSABLE,
    INTERNAL,
    UNAVAILABLE,
];

/// The name of the answer that is any problem.
pub(crate) const ANY: &str = "Problem";

/// The problem that an operation answers whose problems are not told apart.
fn any(shared: &Shared) -> (String, Response) {
    let content = Content::new(Some(names::schema(&shared.problem)));
    let response = ResponseBuilder::new()
        .description("What is wrong; its `code` says which kind of error it is.")
        .content("application/problem+json", content);
    (ANY.to_owned(), response.build())
}

/// The name of the answer that is nothing.
pub(crate) const DONE: &str = "Done";

/// The answer of writes that have nothing to answer.
fn done() -> (String, Response) {
    let headers = [
        "Content-Range",
        "ETag",
        "Preference-Applied",
        "Idempotency-Replayed",
    ];
    (DONE.to_owned(), success("Done.", &Holds::Nothing, &headers))
}

/// All answers by the names that a tenant's operations refer to, if there are such operations.
pub(crate) fn all(shared: &Shared) -> impl Iterator<Item = (String, Response)> {
    problems(shared, &PROBLEMS).chain([done(), any(shared)])
}

/// These errors by their names.
pub(crate) fn problems(shared: &Shared, problems: &[Problem]) -> impl Iterator<Item = (String, Response)> {
    problems.iter().map(|problem| {
        let response = ResponseBuilder::new().description(problem.description).content(
            "application/problem+json",
            Content::new(Some(names::schema(&shared.problem))),
        );
        let response = with(response, problem.header.as_slice());
        (problem.name.to_owned(), response.build())
    })
}

/// The shared headers by their names.
pub(crate) fn headers() -> impl Iterator<Item = (String, Header)> {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let whole = || ObjectBuilder::new().schema_type(Type::Integer);
    [
        (
            "Allow",
            "The methods that the path takes.",
            text().examples(["GET, POST"]),
        ),
        (
            "Content-Range",
            "Which rows these are, from 0, and how many there are in all, or `*` where nobody counted.",
            text().examples(["0-24/573"]),
        ),
        (
            "Link",
            "The page that follows, or the one before: the address with a cursor (RFC 8288), where there is one.",
            text().examples(["</t/shop/rest/book?limit=10&after=5B315D>; rel=\"next\""]),
        ),
        (
            "Location",
            "The path of the row that was added, where it is one with a key.",
            text(),
        ),
        (
            "ETag",
            "Stands for this representation of the row; a write with it in `If-Match` is done only while the row is the same.",
            text().examples(["\"15b718e22740e0992cc138d3-681fbb42c424\""]),
        ),
        (
            "Idempotency-Replayed",
            "`true` where this was answered before, and not done again.",
            text().examples(["true"]),
        ),
        ("Preference-Applied", "The preferences that held.", text()),
        (
            "ETag-document",
            "Stands for this state of the document.",
            text().examples(["\"1-6b86b273ff34fce1\""]),
        ),
        (
            "Cache-Control",
            "Who may keep it, and for how long.",
            text().examples(["private, no-cache"]),
        ),
        ("Retry-After", "Seconds to wait.", whole()),
        (
            "WWW-Authenticate",
            "How to authenticate.",
            text().examples(["Bearer"]),
        ),
        ("Workersql-Rows-Read", "The rows that the database read.", whole()),
        (
            "Workersql-Rows-Written",
            "The rows that the database wrote, index entries among them.",
            whole(),
        ),
        (
            "Workersql-Version",
            "The tenant's version: it grows with every write.",
            whole(),
        ),
    ]
    .into_iter()
    .map(|(name, description, schema)| {
        let header = HeaderBuilder::new()
            .schema(Some(schema))
            .description(Some(description));
        (name.to_owned(), header.build())
    })
}

/// The headers that tell of the database.
pub(crate) const MEASURED: [&str; 3] = [
    "Workersql-Version",
    "Workersql-Rows-Read",
    "Workersql-Rows-Written",
];

/// What a success holds.
#[derive(Clone)]
pub(crate) enum Holds<'a> {
    /// Nothing.
    Nothing,
    /// A row of that schema.
    Row(&'a str),
    /// Rows of that schema. The other media types stand in [`FORMS`] only: clients would have to tell their types apart at each
    /// call, as none knows which of them a request accepts.
    Rows(&'a str),
    /// Something else.
    Other(Box<RefOr<Schema>>),
}

/// A success, with the headers that the database's answers have and these.
pub(crate) fn success(description: &str, holds: &Holds<'_>, headers: &[&str]) -> Response {
    let response = ResponseBuilder::new().description(description);
    let content = |schema| Content::new(Some(schema));
    let response = match holds {
        Holds::Nothing => response,
        Holds::Row(name) => response
            .content(JSON, content(names::schema(name)))
            .content(OBJECT, content(names::schema(name))),
        Holds::Rows(name) => {
            let rows = ArrayBuilder::new().items(names::schema(name));
            response.content(JSON, content(rows.into()))
        }
        Holds::Other(schema) => response.content(JSON, content(schema.as_ref().clone())),
    };
    with(with(response, headers), &MEASURED).build()
}

/// The same where the rows are answered only to those who prefer it: an answer without them is an empty text. It has the rows' schema,
/// so that generated types are not those of another text as well.
pub(crate) fn or_nothing(mut response: Response) -> Response {
    if let Some(rows) = response.content.get(JSON).cloned() {
        response.content.insert("text/plain".to_owned(), rows);
    }
    response
}

/// The media types that rows have beside JSON.
pub(crate) const FORMS: &str = "`Accept: text/csv` answers them as CSV, `application/x-ndjson` a row a line, `application/vnd.pgrst.object+json` one row \
     without its array, and `application/vnd.pgrst.array+json;nulls=stripped` without members that are null.";

/// The media type of bodies.
pub(crate) const JSON: &str = "application/json";

/// A GraphQL answer.
pub(crate) fn graphql(shared: &Shared) -> Response {
    let content = || Content::new(Some(names::schema(&shared.graphql_response)));
    ResponseBuilder::new()
        .description("What was asked for, or what is wrong with it.")
        .content(JSON, content())
        .content("application/graphql-response+json", content())
        .build()
}

/// What GraphQL answers to a request that it refuses: in its own form, or as a problem where the gateway refused it.
pub(crate) fn graphql_refusal(shared: &Shared, description: &str) -> Response {
    let content = || Content::new(Some(names::schema(&shared.graphql_response)));
    ResponseBuilder::new()
        .description(description)
        .content(
            "application/problem+json",
            Content::new(Some(names::schema(&shared.problem))),
        )
        .content(JSON, content())
        .content("application/graphql-response+json", content())
        .build()
}

fn with(response: ResponseBuilder, headers: &[&str]) -> ResponseBuilder {
    headers.iter().fold(response, |response, name| {
        response.header_ref(*name, Ref::new(format!("#/components/headers/{name}")))
    })
}
