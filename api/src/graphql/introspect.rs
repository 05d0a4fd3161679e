//! Introspection (GraphQL, section 4): answered from the whole type system, which is built for it and dropped.

use async_graphql::dynamic::Schema;
use async_graphql::parser::types::{
    DocumentOperations, ExecutableDocument, InlineFragment, OperationDefinition, Selection, SelectionSet,
};
use async_graphql::{Name, Positioned, Request, ValidationMode, Variables};
use codegen::graphql::{TypeKind, TypeSystem};
use serde_json::{Map, Value};

use super::failure::Failure;
use super::prepared::{Prepared, Values};
use super::ready::ready;
use super::registry::register;
use super::validate::located;
use crate::error::{ApiError, Code};

/// The answers of `__schema` and `__type`, by response key.
pub(super) fn answer(
    types: TypeSystem<'_>,
    prepared: &Prepared,
    document: &ExecutableDocument,
    values: &Values,
) -> Result<Map<String, Value>, Failure> {
    let schema = whole(types)?;
    let given: Map<String, Value> = prepared
        .variables
        .iter()
        .zip(values)
        .filter_map(|(variable, value)| Some((variable.name.clone(), value.clone()?)))
        .collect();
    let mut request = Request::new("").variables(Variables::from_json(Value::Object(given)));
    request.set_parsed_query(document.clone());
    let failed = || ApiError::new(Code::Internal, "the introspection could not be answered");
    let response = ready(schema.execute(request)).ok_or_else(failed)?;
    if !response.errors.is_empty() {
        let errors = response
            .errors
            .iter()
            .map(|error| located(types, error))
            .collect();
        return Err(Failure { errors });
    }
    match response.data.into_json() {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(failed().into()),
    }
}

fn whole(types: TypeSystem<'_>) -> Result<Schema, ApiError> {
    let kinds = types.kinds();
    let mutation = kinds.contains(&TypeKind::Mutation).then_some("Mutation");
    let mut builder = Schema::build("Query", mutation, None)
        .limit_recursive_depth(usize::MAX)
        // The document has been validated as a whole; its part may leave variables unused.
        .validation_mode(ValidationMode::Fast);
    for kind in kinds {
        let definition = types.define(kind, &|_| true);
        builder = register(builder, &types.name(kind), types.description(kind), &definition);
    }
    builder.finish().map_err(|error| {
        tracing::error!(%error, "the type system is not valid");
        ApiError::new(Code::Internal, "the type system could not be built")
    })
}

/// The operation with nothing at its root but `__schema` and `__type`.
pub(super) fn only(document: &ExecutableDocument, operation: &OperationDefinition) -> ExecutableDocument {
    let mut operation = operation.clone();
    operation.selection_set.node = introspecting(document, &operation.selection_set.node);
    ExecutableDocument {
        operations: DocumentOperations::Single(Positioned::new(operation, async_graphql::Pos::default())),
        fragments: document.fragments.clone(),
    }
}

fn introspecting(document: &ExecutableDocument, set: &SelectionSet) -> SelectionSet {
    let items = set
        .items
        .iter()
        .filter_map(|item| {
            let kept = match &item.node {
                Selection::Field(field) => {
                    let name: &Name = &field.node.name.node;
                    matches!(name.as_str(), "__schema" | "__type").then(|| item.node.clone())
                }
                Selection::InlineFragment(inline) => Some(Selection::InlineFragment(Positioned::new(
                    InlineFragment {
                        type_condition: None,
                        directives: inline.node.directives.clone(),
                        selection_set: Positioned::new(
                            introspecting(document, &inline.node.selection_set.node),
                            item.pos,
                        ),
                    },
                    item.pos,
                ))),
                Selection::FragmentSpread(spread) => {
                    let fragment = document.fragments.get(&spread.node.fragment_name.node)?;
                    Some(Selection::InlineFragment(Positioned::new(
                        InlineFragment {
                            type_condition: None,
                            directives: spread.node.directives.clone(),
                            selection_set: Positioned::new(
                                introspecting(document, &fragment.node.selection_set.node),
                                item.pos,
                            ),
                        },
                        item.pos,
                    )))
                }
            };
            kept.map(|kept| Positioned::new(kept, item.pos))
        })
        .collect();
    SelectionSet { items }
}
