//! Batches: their path, and what an operation and its answer look like.

use serde_json::json;
use utoipa::openapi::path::{PathItem, PathItemBuilder};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{HttpMethod, ObjectBuilder, RefOr};

use crate::names::{self, Shared};
use crate::paths::{answering, json_body, operation as described};
use crate::responses::{
    self, Holds, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, NOT_FOUND, PRECONDITION_FAILED, PRECONDITION_REQUIRED,
    RANGE_NOT_SATISFIABLE, UNSUPPORTED_MEDIA_TYPE,
};

/// The tag of batches. No table's name has a capital first.
pub(crate) const TAG: &str = "Batch";

/// `/batch`
pub(crate) fn path(shared: &Shared) -> PathItem {
    let operations: RefOr<Schema> = ArrayBuilder::new()
        .items(names::schema(&shared.batch_operation))
        .min_items(Some(1))
        .into();
    let answers = ArrayBuilder::new()
        .items(names::schema(&shared.batch_answer))
        .into();
    let operation = described(
        TAG,
        // Root fields of GraphQL and operations of rows end in other words.
        "batch".to_owned(),
        "Do several operations together".to_owned(),
        "Does the operations in their order and in one transaction: all of them, or none where any fails. Its problem is then the \
         answer, with the operation's position in `operation`. A text `$0.id` in a body, a key or a filter stands for what the \
         first operation answered there, whether its answer was asked for or not; `$0[2].author.id` names one of several rows and \
         goes on into embedded ones. A text that starts with a dollar sign is written with two. `Prefer` holds for operations \
         that have none of their own.",
    )
    .parameter_ref(names::parameter("Prefer-write"))
    .parameter_ref(names::parameter("Idempotency-Key"))
    .request_body(Some(json_body(operations)));
    let headers = ["Preference-Applied", "Idempotency-Replayed"];
    let operation = answering(
        operation,
        [(
            "200",
            responses::success(
                "What each of the operations answers.",
                &Holds::Other(Box::new(answers)),
                &headers,
            ),
        )],
        &[
            NOT_FOUND,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            PRECONDITION_FAILED,
            UNSUPPORTED_MEDIA_TYPE,
            RANGE_NOT_SATISFIABLE,
            PRECONDITION_REQUIRED,
        ],
    );
    PathItemBuilder::new()
        .operation(HttpMethod::Post, operation)
        .build()
}

fn text(description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
}

fn headers(description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .additional_properties(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some(description))
}

/// An operation.
pub(crate) fn operation() -> RefOr<Schema> {
    // References stand in it, and generators make nothing of a choice between an object and an array.
    let body = ObjectBuilder::new()
        .schema_type(SchemaType::AnyValue)
        .description(Some("The body, as alone; values in it may be references."));
    ObjectBuilder::new()
        .description(Some(
            "An operation of a batch: a request to a path below `/rest`.",
        ))
        .property(
            "method",
            text("The method.").enum_values(Some(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])),
        )
        .property(
            "path",
            // No example: tools send it as it is, and it is refused where there is no such table.
            text("What stands behind `/rest`, with its query, such as `/book/$0.id?select=id,title`."),
        )
        .property(
            "headers",
            headers("`Prefer`, `Accept`, `Range`, `If-Match` and `If-None-Match`, as alone.")
                .schema_type([Type::Object, Type::Null].into_iter().collect::<SchemaType>())
                .examples([json!({ "Prefer": "return=representation" })]),
        )
        .property("body", body)
        .required("method")
        .required("path")
        .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
        .into()
}

/// What an operation answers.
pub(crate) fn answer() -> RefOr<Schema> {
    ObjectBuilder::new()
        .description(Some("What an operation of a batch answers."))
        .property(
            "status",
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .description(Some("The status that it has alone."))
                .examples([json!(201)]),
        )
        .property("headers", headers("The headers, their names in small letters."))
        .property(
            "body",
            ObjectBuilder::new()
                .schema_type(SchemaType::AnyValue)
                .description(Some("The body; null where there is none.")),
        )
        .required("status")
        .required("headers")
        .required("body")
        .into()
}
