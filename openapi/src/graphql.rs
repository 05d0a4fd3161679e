//! GraphQL's path.

use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn, PathItem, PathItemBuilder};
use utoipa::openapi::schema::Type;
use utoipa::openapi::{HttpMethod, ObjectBuilder, Required};

use crate::names::{self, Shared};
use crate::paths::{ALWAYS, json_body, operation};
use crate::responses::{
    self, INTERNAL, NOT_ACCEPTABLE, NOT_FOUND, Problem, UNAVAILABLE, UNSUPPORTED_MEDIA_TYPE,
};

/// The tag of GraphQL. No table's name has a capital first.
pub(crate) const TAG: &str = "GraphQL";

/// `/graphql`
pub(crate) fn path(shared: &Shared) -> PathItem {
    // Root fields end in other words.
    let post = operation(
        TAG,
        "runGraphql".to_owned(),
        "Run a GraphQL document".to_owned(),
        "Runs a query or mutation; `schema.graphql` beside this document describes what there is.",
    )
    .parameter_ref(names::parameter("Prefer-mutation"))
    .parameter_ref(names::parameter("Idempotency-Key"))
    .request_body(Some(json_body(names::schema(&shared.graphql_request))));
    let get = operation(
        TAG,
        "graphqlQuery".to_owned(),
        "Run a GraphQL query".to_owned(),
        "Runs a query whose parts stand behind `?`.",
    );
    let members = [
        ("query", "The document.", "{ __typename }"),
        (
            "operationName",
            "Which of the document's operations to run.",
            "Books",
        ),
        (
            "variables",
            "The values of its variables, as a JSON object.",
            "{}",
        ),
        (
            "extensions",
            "The name of a document that the server knows, as Apollo's clients send it.",
            "{}",
        ),
        ("documentId", "The identifier of a registered document.", "books"),
    ];
    let get = members
        .into_iter()
        .fold(get, |get, (name, description, example)| {
            let text = ObjectBuilder::new().schema_type(Type::String).examples([example]);
            let text = match name {
                "variables" | "extensions" => text.content_media_type("application/json"),
                _ => text,
            };
            get.parameter(
                ParameterBuilder::new()
                    .name(name)
                    .parameter_in(ParameterIn::Query)
                    .required(Required::False)
                    .description(Some(description))
                    .schema(Some(text)),
            )
        });
    PathItemBuilder::new()
        .operation(
            HttpMethod::Get,
            answered(shared, get, &[NOT_FOUND, NOT_ACCEPTABLE]),
        )
        .operation(
            HttpMethod::Post,
            answered(shared, post, &[NOT_FOUND, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE]),
        )
        .build()
}

fn answered(shared: &Shared, operation: OperationBuilder, problems: &[Problem]) -> OperationBuilder {
    let operation = operation.response("200", responses::graphql(shared));
    ALWAYS
        .iter()
        .chain(problems)
        .fold(operation, |operation, problem| {
            // A server that failed says so before it looks at the media type.
            if [INTERNAL.status, UNAVAILABLE.status].contains(&problem.status) {
                return operation.response(problem.status, problem.reference());
            }
            operation.response(
                problem.status,
                responses::graphql_refusal(shared, problem.description()),
            )
        })
}
