//! Paths: a table's rows, one row by its key, and GraphQL.

use codegen::model::TypeRole;
use codegen::{ApiModel, ApiTable};
use utoipa::openapi::link::LinkBuilder;
use utoipa::openapi::path::{Operation, OperationBuilder, PathItem, PathItemBuilder};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::Response;
use utoipa::openapi::schema::{ArrayBuilder, Schema};
use utoipa::openapi::{Content, Deprecated, HttpMethod, Ref, RefOr, Required};

use crate::Bounds;
use crate::batch;
use crate::brief;
use crate::filters::{self, Purpose, Shown};
use crate::graphql;
use crate::inputs;
use crate::names::{self, Shared};
use crate::parameters;
use crate::responses::{
    self, BAD_REQUEST, CONFLICT, FORBIDDEN, Holds, INTERNAL, JSON, NOT_ACCEPTABLE, NOT_FOUND,
    PRECONDITION_FAILED, PRECONDITION_REQUIRED, Problem, RANGE_NOT_SATISFIABLE, TOO_LARGE, UNAUTHENTICATED,
    UNAVAILABLE, UNPROCESSABLE, UNSUPPORTED_MEDIA_TYPE,
};

/// Errors of every operation.
pub(crate) const ALWAYS: [Problem; 8] = [
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    CONFLICT,
    TOO_LARGE,
    UNPROCESSABLE,
    INTERNAL,
    UNAVAILABLE,
];

/// All paths, relative to the tenant's.
pub(crate) fn all<'m>(
    model: &'m ApiModel,
    shared: &'m Shared,
    bounds: Bounds,
) -> impl Iterator<Item = (String, PathItem)> + 'm {
    let shown = Shown::of(model);
    let tables = model.tables.iter().flat_map(move |table| {
        let base = format!("/rest/{}", table.names.rest);
        let row = (!table.key.is_empty()).then(|| {
            let key: Vec<String> = parameters::key(table)
                .map(|part| format!("{{{}}}", part.name))
                .collect();
            (format!("{base}/{}", key.join(",")), of_row(table))
        });
        let query = (format!("{base}/query"), of_query(model, table, bounds));
        let paths = [(base, of_rows(table, shown, bounds)), query]
            .into_iter()
            .chain(row);
        paths.map(move |(path, item)| match shown {
            Shown::Fewest => (path, brief::path(item)),
            Shown::Few | Shown::All => (path, item),
        })
    });
    tables.chain([
        ("/graphql".to_owned(), graphql::path(shared)),
        ("/batch".to_owned(), batch::path(shared)),
    ])
}

/// One operation of a table, without its parameters.
struct Verb<'a> {
    table: &'a ApiTable,
    id: String,
    summary: String,
    description: &'a str,
}

impl Verb<'_> {
    /// With the table's filters, and then the parameters of those names.
    fn filtered(self, shown: Shown, purpose: Purpose, words: &[&str]) -> OperationBuilder {
        let table = self.table;
        let filters = filters::of_table(table, shown, purpose);
        let words = parameters::words(table, words).into_iter().map(RefOr::Ref);
        filters
            .chain(words)
            .fold(self.with(Vec::new()), |operation, parameter| match parameter {
                RefOr::Ref(reference) => operation.parameter_ref(reference),
                RefOr::T(parameter) => operation.parameter(parameter),
            })
    }

    fn with(self, parameters: Vec<Ref>) -> OperationBuilder {
        let deprecated = self.table.deprecated.is_some().then_some(Deprecated::True);
        let operation =
            operation(&self.table.names.rest, self.id, self.summary, self.description).deprecated(deprecated);
        parameters
            .into_iter()
            .fold(operation, OperationBuilder::parameter_ref)
    }
}

pub(crate) fn operation(tag: &str, id: String, summary: String, description: &str) -> OperationBuilder {
    OperationBuilder::new()
        .tag(tag)
        .operation_id(Some(id))
        .summary(Some(summary))
        .description(Some(description))
}

pub(crate) fn answering(
    operation: OperationBuilder,
    successes: impl IntoIterator<Item = (&'static str, impl Into<RefOr<Response>>)>,
    problems: &[Problem],
) -> Operation {
    let operation = successes
        .into_iter()
        .fold(operation, |operation, (status, response)| {
            operation.response(status, response)
        });
    ALWAYS
        .iter()
        .chain(problems)
        .fold(operation, |operation, problem| {
            operation.response(problem.status, problem.reference())
        })
        .build()
}

/// A collection's arguments in a body. No operation of GraphQL is named so.
fn of_query(model: &ApiModel, table: &ApiTable, bounds: Bounds) -> PathItem {
    let verb = Verb {
        table,
        id: format!("query{}Rows", table.names.type_name),
        summary: format!("Query rows of {}", table.names.rest),
        description: "Reads rows by the filter, order and page that GraphQL's collections take, in a JSON body.",
    };
    let operation = verb
        .with(Vec::new())
        .request_body(Some(json_body(inputs::body(model, table, bounds))));
    let page = Holds::Other(Box::new(inputs::page(&table.names.type_name)));
    let operation = answering(
        operation,
        [("200", responses::success("The rows, and their page.", &page, &[]))],
        &[NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE],
    );
    PathItemBuilder::new()
        .operation(HttpMethod::Post, operation)
        .build()
}

fn of_rows(table: &ApiTable, shown: Shown, bounds: Bounds) -> PathItem {
    let item = PathItemBuilder::new().operation(HttpMethod::Get, list(table, shown));
    if table.is_view {
        return item.build();
    }
    let item = item.operation(HttpMethod::Post, insert(table, bounds));
    // The row's own path takes it as well.
    let item = if table.key.is_empty() || shown != Shown::All {
        item
    } else {
        item.operation(HttpMethod::Put, put(table))
    };
    item.operation(HttpMethod::Patch, update(table, shown))
        .operation(HttpMethod::Delete, delete(table, shown))
        .build()
}

fn list(table: &ApiTable, shown: Shown) -> Operation {
    let row = &table.names.type_name;
    let found = "Answers the rows for which all filters hold.";
    let verb = Verb {
        table,
        id: table.names.collection.clone(),
        summary: format!("Read rows of {}", table.names.rest),
        description: &match shown {
            Shown::All | Shown::Few => format!("{found} {}", responses::FORMS),
            Shown::Fewest => found.to_owned(),
        },
    };
    let words = [
        "select",
        "order",
        "limit",
        "offset",
        "after",
        "before",
        "Range",
        "Prefer-read",
    ];
    let operation = verb.filtered(shown, Purpose::Read, &words);
    let headers = ["Content-Range", "Link", "Preference-Applied"];
    let success = |text| responses::success(text, &Holds::Rows(row), &headers);
    answering(
        operation,
        [
            ("200", linked(success("The rows."), table, FIRST_ROW)),
            ("206", success("The rows, and there are others beside them.")),
        ],
        &[NOT_ACCEPTABLE, RANGE_NOT_SATISFIABLE],
    )
}

fn insert(table: &ApiTable, bounds: Bounds) -> Operation {
    let row = &table.names.type_name;
    let verb = Verb {
        table,
        id: table.names.insert.clone(),
        summary: format!("Add rows to {}", table.names.rest),
        description: "Adds rows, all of them or none; one row may also stand alone, without an array. `Prefer: return=representation` answers them. With \
                      `Prefer: resolution=merge-duplicates` a row whose key is taken changes the row that is there, with \
                      `resolution=ignore-duplicates` it is passed over.",
    };
    let words: &[&str] = if table.keys.is_empty() {
        &["select", "Prefer-add-new", "Idempotency-Key"]
    } else {
        &["select", "Prefer-add", "Idempotency-Key", "on_conflict"]
    };
    // A choice between a row and rows is one that generators write as code that does not compile, or sends rows as a row.
    let body = ArrayBuilder::new()
        .items(names::schema(&table.type_for(TypeRole::InsertInput)))
        .max_items(Some(bounds.max_inserted));
    let success = responses::success(
        "The rows were added. They are answered where that is preferred.",
        &Holds::Rows(row),
        &[
            "Content-Range",
            "Location",
            "Preference-Applied",
            "Idempotency-Replayed",
        ],
    );
    let merged = responses::success(
        "Every row was there already. They are answered where that is preferred.",
        &Holds::Rows(row),
        &["Content-Range", "Preference-Applied"],
    );
    answering(
        verb.with(parameters::words(table, words))
            .request_body(Some(json_body(body.into()))),
        [
            ("200", responses::or_nothing(merged)),
            ("201", responses::or_nothing(linked(success, table, FIRST_ROW))),
        ],
        &[NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE],
    )
}

/// The row of a key that stands behind `?`.
fn put(table: &ApiTable) -> Operation {
    let names = &table.names;
    let verb = Verb {
        table,
        id: format!("put{}", names.type_name),
        summary: format!("Add or change a row of {} that filters name", names.rest),
        description: "Does what PUT on the row's own path does, for the row that these filters name by its key.",
    };
    let words = ["select", "Prefer-add", "Idempotency-Key"];
    let operation = parameters::named(table).fold(
        verb.with(parameters::words(table, &words)),
        OperationBuilder::parameter,
    );
    let rows = Holds::Rows(&names.type_name);
    answering(
        operation.request_body(Some(update_body(table))),
        put_answers(&rows),
        &problems(table, &[UNSUPPORTED_MEDIA_TYPE]),
    )
}

fn put_answers(row: &Holds<'_>) -> impl Iterator<Item = (&'static str, RefOr<Response>)> {
    let written = ["ETag", "Preference-Applied", "Idempotency-Replayed"];
    let added = responses::success(
        "The row was added. It is answered where that is preferred.",
        row,
        &written,
    );
    [("201", responses::or_nothing(added).into())]
        .into_iter()
        .chain(changed(row, &written))
}

/// Changes and removals of the rows that filters find.
const WRITE_WORDS: [&str; 3] = ["select", "Prefer-write", "Idempotency-Key"];

fn update(table: &ApiTable, shown: Shown) -> Operation {
    let verb = Verb {
        table,
        id: table.names.update.clone(),
        summary: format!("Change rows of {}", table.names.rest),
        description: "Changes the rows for which all filters hold, of which there has to be one at least: all of them or none.",
    };
    let operation = verb
        .filtered(shown, Purpose::Write, &WRITE_WORDS)
        .request_body(Some(update_body(table)));
    answering(
        operation,
        changed(
            &Holds::Rows(&table.names.type_name),
            &["Content-Range", "Preference-Applied", "Idempotency-Replayed"],
        ),
        &[NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE],
    )
}

fn delete(table: &ApiTable, shown: Shown) -> Operation {
    let verb = Verb {
        table,
        id: table.names.delete.clone(),
        summary: format!("Remove rows of {}", table.names.rest),
        description: "Removes the rows for which all filters hold, of which there has to be one at least: all of them or none.",
    };
    answering(
        verb.filtered(shown, Purpose::Write, &WRITE_WORDS),
        changed(
            &Holds::Rows(&table.names.type_name),
            &["Content-Range", "Preference-Applied", "Idempotency-Replayed"],
        ),
        &[NOT_ACCEPTABLE],
    )
}

/// Reads a row by its key.
fn read_row(table: &ApiTable) -> Operation {
    let names = &table.names;
    let get = Verb {
        table,
        id: names.by_pk.clone(),
        summary: format!("Read a row of {}", names.rest),
        description: "Answers the row with this key.",
    };
    let (row, read) = (Holds::Row(&names.type_name), ["ETag", "Preference-Applied"]);
    answering(
        get.with(parameters::words(
            table,
            &["select", "Prefer-read", "If-Match", "If-None-Match"],
        )),
        [
            ("200", responses::success("The row.", &row, &read)),
            (
                "304",
                responses::success(
                    "The row is as `If-None-Match` has it.",
                    &Holds::Nothing,
                    &["ETag"],
                ),
            ),
        ],
        &[NOT_FOUND, NOT_ACCEPTABLE, PRECONDITION_FAILED],
    )
}

/// A row by its key. The operations' names end as no root field of GraphQL does, so that they differ from all of these.
fn of_row(table: &ApiTable) -> PathItem {
    let names = &table.names;
    let row = Holds::Row(&names.type_name);
    let verb = |id: String, summary: String, description| Verb {
        table,
        id,
        summary,
        description,
    };
    let put = verb(
        row_operation(table, "put"),
        format!("Add or change a row of {}", names.rest),
        "Adds the row with this key, or changes it where it is there: what the body leaves out stays as it is, or takes its \
         default with `Prefer: missing=default`. The body may repeat the key.",
    );
    let patch = verb(
        row_operation(table, "update"),
        format!("Change a row of {}", names.rest),
        "Changes the row with this key.",
    );
    let delete = verb(
        row_operation(table, "delete"),
        format!("Remove a row of {}", names.rest),
        "Removes the row with this key.",
    );
    let written = ["ETag", "Preference-Applied", "Idempotency-Replayed"];
    let removed = ["Preference-Applied", "Idempotency-Replayed"];
    let [adds, writes] = ["Prefer-add", "Prefer-write"]
        .map(|prefer| ["select", prefer, "If-Match", "If-None-Match", "Idempotency-Key"]);
    let item = PathItemBuilder::new()
        .parameters(Some(parameters::key(table)))
        .operation(HttpMethod::Get, read_row(table));
    if table.is_view {
        return item.build();
    }
    item.operation(
        HttpMethod::Put,
        answering(
            put.with(parameters::words(table, &adds))
                .request_body(Some(update_body(table))),
            put_answers(&row).map(|(status, answer)| match answer {
                RefOr::T(answer) => (status, linked(answer, table, THE_ROW).into()),
                shared @ RefOr::Ref(_) => (status, shared),
            }),
            &problems(table, &[UNSUPPORTED_MEDIA_TYPE]),
        ),
    )
    .operation(
        HttpMethod::Patch,
        answering(
            patch
                .with(parameters::words(table, &writes))
                .request_body(Some(update_body(table))),
            changed(&row, &written),
            &problems(table, &[NOT_FOUND, UNSUPPORTED_MEDIA_TYPE]),
        ),
    )
    .operation(
        HttpMethod::Delete,
        answering(
            delete.with(parameters::words(table, &writes)),
            changed(&row, &removed),
            &problems(table, &[NOT_FOUND]),
        ),
    )
    .build()
}

/// The operation of a row that does so.
fn row_operation(table: &ApiTable, verb: &str) -> String {
    format!("{verb}{}Row", table.names.type_name)
}

/// Where the key of a row stands: in the first of rows that are answered.
const FIRST_ROW: &str = "$response.body#/0/";

/// Where the key of a row stands: in the request's path.
const THE_ROW: &str = "$request.path.";

/// An answer from which the operations of a row can be reached, whose key stands there.
fn linked(answer: Response, table: &ApiTable, place: &str) -> Response {
    if table.key.is_empty() {
        return answer;
    }
    let writes = ["update", "delete"].map(|verb| row_operation(table, verb));
    let writes = writes.into_iter().filter(|_| !table.is_view);
    let mut answer = answer;
    for operation in std::iter::once(table.names.by_pk.clone()).chain(writes) {
        let link = parameters::key(table).fold(LinkBuilder::new().operation_id(&operation), |link, part| {
            link.parameter(&part.name, format!("{place}{}", part.name))
        });
        answer.links.insert(operation, link.build().into());
    }
    answer
}

/// Errors of a write to a row, beside those.
fn problems(table: &ApiTable, others: &[Problem]) -> Vec<Problem> {
    let mut problems = vec![NOT_ACCEPTABLE, PRECONDITION_FAILED];
    if table.require_if_match {
        problems.push(PRECONDITION_REQUIRED);
    }
    problems.extend_from_slice(others);
    problems
}

fn changed(holds: &Holds<'_>, headers: &[&str]) -> [(&'static str, RefOr<Response>); 2] {
    [
        (
            "200",
            responses::success(
                "Done, with what was written, where that is preferred.",
                holds,
                headers,
            )
            .into(),
        ),
        ("204", Ref::from_response_name(responses::DONE).into()),
    ]
}

fn update_body(table: &ApiTable) -> RequestBody {
    json_body(names::schema(&table.type_for(TypeRole::UpdateInput)))
}

pub(crate) fn json_body(schema: RefOr<Schema>) -> RequestBody {
    RequestBodyBuilder::new()
        .content(JSON, Content::new(Some(schema)))
        .required(Some(Required::True))
        .build()
}
