//! Names and texts that the parts of a document share.

use codegen::inflect::unused;
use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiModel, ApiTable, Relation};
use utoipa::openapi::{Ref, RefOr, Schema};

/// The names of schemas that belong to no table, chosen so that no table's type has them.
pub(crate) struct Shared {
    pub(crate) problem: String,
    pub(crate) graphql_request: String,
    pub(crate) graphql_response: String,
    pub(crate) batch_operation: String,
    pub(crate) batch_answer: String,
}

impl Shared {
    /// The names beside those of the model's types.
    pub(crate) fn new(model: &ApiModel) -> Self {
        let free = |name: &str| {
            !model
                .tables
                .iter()
                .any(|table| types(table).any(|taken| taken == name))
        };
        Self {
            problem: unused("Problem", free),
            graphql_request: unused("GraphqlRequest", free),
            graphql_response: unused("GraphqlResponse", free),
            batch_operation: unused("BatchOperation", free),
            batch_answer: unused("BatchAnswer", free),
        }
    }
}

/// The schemas that a table brings.
fn types(table: &ApiTable) -> impl Iterator<Item = String> {
    let roles = [TypeRole::InsertInput, TypeRole::UpdateInput, TypeRole::OrderBy];
    roles
        .map(|role| table.type_for(role))
        .into_iter()
        .chain([table.names.type_name.clone()])
}

/// The schema of rows that are added with a table's through a relation. Types of GraphQL have no dot in their names.
pub(crate) fn embedded(table: &ApiTable, relation: &Relation) -> String {
    format!("{}.{}", table.type_for(TypeRole::InsertInput), relation.field)
}

/// The schema of a filter on a column whose members are no names of GraphQL.
pub(crate) fn filter(table: &ApiTable, column: &ApiColumn) -> String {
    format!("Filter.{}.{}", table.names.type_name, column.field)
}

/// The schema of what `select` takes.
pub(crate) fn selected(table: &ApiTable) -> String {
    format!("Select.{}", table.names.type_name)
}

/// The declared comment, or else a text about what is described. Linters refuse an empty one.
pub(crate) fn described(comment: Option<&str>, otherwise: impl FnOnce() -> String) -> String {
    match comment.map(str::trim) {
        None | Some("") => otherwise(),
        Some(comment) => comment_text(comment),
    }
}

/// A declared comment as a description. Generators copy it into a comment of their language, which it must not end.
pub(crate) fn comment_text(comment: &str) -> String {
    comment.replace("*/", "* /").replace("\"\"\"", "\" \" \"")
}

/// A reference to a schema.
pub(crate) fn schema(name: &str) -> RefOr<Schema> {
    RefOr::Ref(Ref::from_schema_name(name))
}

/// A reference to a parameter.
pub(crate) fn parameter(name: &str) -> Ref {
    Ref::new(format!("#/components/parameters/{name}"))
}
