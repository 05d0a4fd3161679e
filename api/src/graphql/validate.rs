//! Validation (GraphQL, section 5) against a schema of just what a document names, which is built for it and dropped.
//!
//! A schema of everything that a tenant has would cost megabytes and many milliseconds; what a document does not name
//! cannot change whether it is valid.

use std::collections::HashSet;
use std::sync::Arc;

use async_graphql::dynamic::Schema;
use async_graphql::extensions::{Extension, ExtensionContext, ExtensionFactory, NextExecute};
use async_graphql::parser::types::{
    BaseType, DocumentOperations, ExecutableDocument, Selection, SelectionSet, Type,
};
use async_graphql::{Request, Response, ServerError};
use codegen::graphql::{FieldDef, InputDef, TypeDef, TypeKind, TypeSystem};

use super::failure::{Failure, Located};
use super::ready::ready;
use super::registry::register;
use super::suggest::did_you_mean;
use crate::error::{ApiError, Code};

/// The most errors that an answer holds.
const MAX_ERRORS: usize = 10;

/// Checks every rule of the specification. `names` are all names that the document holds.
pub(super) fn validate(
    types: TypeSystem<'_>,
    document: &ExecutableDocument,
    operation: Option<&str>,
    names: &HashSet<&str>,
) -> Result<(), Failure> {
    let schema = subset(types, document, names)?;
    let mut request = Request::new("");
    request.operation_name = operation.map(ToOwned::to_owned);
    request.set_parsed_query(document.clone());
    let response = ready(schema.execute(request))
        .ok_or_else(|| ApiError::new(Code::Internal, "the document could not be validated"))?;
    if response.errors.is_empty() {
        return Ok(());
    }
    let errors = response.errors.iter().take(MAX_ERRORS);
    Err(Failure {
        errors: errors.map(|error| located(types, error)).collect(),
    })
}

pub(super) fn located(types: TypeSystem<'_>, error: &ServerError) -> Located {
    let locations = error.locations.iter().map(|place| (place.line, place.column));
    let message = format!("{}{}", error.message, field_suggestion(types, &error.message));
    Located {
        error: ApiError::new(Code::GraphqlValidation, message),
        locations: locations.collect(),
        root: None,
    }
}

/// The schema knows only names of the document, so it has nothing to suggest.
fn field_suggestion(types: TypeSystem<'_>, message: &str) -> String {
    let parts = message
        .strip_prefix("Unknown field \"")
        .and_then(|rest| rest.split_once("\" on type \""))
        .and_then(|(field, rest)| Some((field, rest.split_once('"')?.0)));
    let Some((field, kind)) = parts.and_then(|(field, name)| Some((field, types.kind(name)?))) else {
        return String::new();
    };
    let fields = types.fields(kind, &|_| true);
    did_you_mean(fields.iter().map(|field| field.name.as_str()), field)
}

fn subset(
    types: TypeSystem<'_>,
    document: &ExecutableDocument,
    names: &HashSet<&str>,
) -> Result<Schema, ApiError> {
    let mutation = types.kind("Mutation").is_some();
    let builder = Schema::build("Query", mutation.then_some("Mutation"), None)
        .limit_recursive_depth(usize::MAX)
        .disable_suggestions()
        .extension(Stop);
    let mut builder = if names.contains("__schema") || names.contains("__type") {
        builder
    } else {
        builder.disable_introspection()
    };
    let mut subset = Subset {
        types,
        names,
        seen: HashSet::new(),
        open: vec![TypeKind::Query, TypeKind::Node],
    };
    subset.open.extend(mutation.then_some(TypeKind::Mutation));
    subset.open.extend(
        mentioned(document)
            .into_iter()
            .filter_map(|name| types.kind(name)),
    );
    while let Some(kind) = subset.open.pop() {
        if subset.seen.insert(kind) {
            let definition = subset.define(kind);
            builder = register(builder, &types.name(kind), None, &definition);
        }
    }
    builder.finish().map_err(|error| {
        tracing::error!(%error, "a subset of the type system is not valid");
        ApiError::new(Code::Internal, "the document could not be validated")
    })
}

struct Subset<'s> {
    types: TypeSystem<'s>,
    names: &'s HashSet<&'s str>,
    seen: HashSet<TypeKind>,
    open: Vec<TypeKind>,
}

impl Subset<'_> {
    fn define(&mut self, kind: TypeKind) -> TypeDef {
        let names = self.names;
        if kind.is_input() {
            let mut fields = self.types.input_fields(kind, &|_| true);
            fields.retain(|field| field.is_required() || names.contains(field.name.as_str()));
            self.open.extend(fields.iter().map(|field| field.ty.kind()));
            return TypeDef::Input(fields.into_iter().map(plain).collect());
        }
        let keep = |name: &str| name == "nodeId" || names.contains(name);
        match self.types.define(kind, &keep) {
            TypeDef::Object { node, fields } => TypeDef::Object {
                node,
                fields: self.outputs(kind, fields),
            },
            other => other,
        }
    }

    /// An object must have a field: one without arguments, where the document names none of its.
    fn outputs(&mut self, kind: TypeKind, mut fields: Vec<FieldDef>) -> Vec<FieldDef> {
        if fields.is_empty() {
            let all = self.types.fields(kind, &|_| true);
            fields.extend(all.into_iter().next());
        }
        for field in &mut fields {
            field.description = None;
            field
                .arguments
                .retain(|argument| argument.is_required() || self.names.contains(argument.name.as_str()));
            self.open.push(field.ty.kind());
            self.open
                .extend(field.arguments.iter().map(|argument| argument.ty.kind()));
            field.arguments = std::mem::take(&mut field.arguments)
                .into_iter()
                .map(plain)
                .collect();
        }
        fields
    }
}

/// Where a default stands in for a value, a nullable variable may stand as well (section 5.8.5); the library only sees
/// the type, so it is given a nullable one. Coercion refuses null there.
fn plain(mut input: InputDef) -> InputDef {
    if input.default.is_some() {
        input.ty = input.ty.nullable();
    }
    input.description = None;
    input
}

/// The names of types in a document.
fn mentioned(document: &ExecutableDocument) -> Vec<&str> {
    let mut names = Vec::new();
    for fragment in document.fragments.values() {
        names.push(fragment.node.type_condition.node.on.node.as_str());
        conditions(&fragment.node.selection_set.node, &mut names);
    }
    let operations: Vec<_> = match &document.operations {
        DocumentOperations::Single(operation) => vec![operation],
        DocumentOperations::Multiple(operations) => operations.values().collect(),
    };
    for operation in operations {
        let variables = operation.node.variable_definitions.iter();
        names.extend(variables.map(|variable| base_name(&variable.node.var_type.node)));
        conditions(&operation.node.selection_set.node, &mut names);
    }
    names
}

fn base_name(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(inner) => base_name(inner),
    }
}

/// The type conditions of inline fragments. As deep as the parser went.
fn conditions<'d>(set: &'d SelectionSet, names: &mut Vec<&'d str>) {
    for item in &set.items {
        match &item.node {
            Selection::Field(field) => conditions(&field.node.selection_set.node, names),
            Selection::InlineFragment(inline) => {
                let condition = inline.node.type_condition.as_ref();
                names.extend(condition.map(|condition| condition.node.on.node.as_str()));
                conditions(&inline.node.selection_set.node, names);
            }
            Selection::FragmentSpread(_) => {}
        }
    }
}

/// Answers nothing where resolving would start.
struct Stop;

impl ExtensionFactory for Stop {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_graphql::async_trait::async_trait]
impl Extension for Stop {
    async fn execute(&self, _: &ExtensionContext<'_>, _: Option<&str>, _: NextExecute<'_>) -> Response {
        Response::default()
    }
}
