//! Which inputs of the GraphQL type system a client's calls lead to.

use std::collections::HashSet;

use crate::graphql::{FieldDef, InputDef, Meaning, TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiColumn, ApiTable, TypeRole};

/// The inputs of each table that calls start at.
const ROOTS: [TypeRole; 4] = [
    TypeRole::Filter,
    TypeRole::OrderBy,
    TypeRole::InsertInput,
    TypeRole::UpdateInput,
];

/// Arguments of lists that every table has.
const ARGUMENTS: [&str; 7] = ["first", "last", "before", "after", "offset", "filter", "orderBy"];

/// Every type that calls lead to, in the schema's order, where `printed` holds for it.
pub(crate) fn reached(types: TypeSystem<'_>, printed: fn(TypeKind) -> bool) -> Vec<TypeKind> {
    let tables = types.model.tables.iter();
    let mut waiting: Vec<TypeKind> = tables
        .flat_map(|table| {
            let lists = list_arguments(types, table).into_iter().map(|(_, ty)| ty.kind());
            let roots = ROOTS.map(|role| TypeKind::Of(table.id, role));
            roots.into_iter().chain(lists)
        })
        .filter(|kind| kind.is_leaf() || exists(types, *kind))
        .collect();
    let mut reached = HashSet::new();
    while let Some(kind) = waiting.pop() {
        if printed(kind) && reached.insert(kind) {
            let fields = types.input_fields(kind, &|_| true);
            waiting.extend(fields.iter().map(|field| field.ty.kind()));
        }
    }
    let kinds = types.kinds();
    kinds.into_iter().filter(|kind| reached.contains(kind)).collect()
}

/// Whether an input has any field: those without are no types.
pub(crate) fn exists(types: TypeSystem<'_>, kind: TypeKind) -> bool {
    !types.input_fields(kind, &|_| true).is_empty()
}

/// The arguments that only some tables' lists have.
pub(crate) fn list_arguments(types: TypeSystem<'_>, table: &ApiTable) -> Vec<(String, TypeRef)> {
    let field = types.field(TypeKind::Query, &table.names.collection);
    let arguments = field.map(|field| field.arguments).unwrap_or_default();
    arguments
        .into_iter()
        .filter(|argument| !ARGUMENTS.contains(&argument.name.as_str()))
        .map(|argument| (argument.name, argument.ty))
        .collect()
}

/// The fields of a row that are neither columns nor relations, and can be asked for without arguments.
pub(crate) fn computed(types: TypeSystem<'_>, table: &ApiTable) -> Vec<FieldDef> {
    let fields = types.fields(TypeKind::Row(table.id), &|_| true);
    fields
        .into_iter()
        .filter(|field| !matches!(field.meaning, Meaning::Column(_) | Meaning::Relation(_)))
        .filter(|field| field.arguments.iter().all(|argument| !argument.is_required()))
        .collect()
}

/// The column that a member of a row to write stands for.
pub(crate) fn written<'m>(types: TypeSystem<'m>, kind: TypeKind, field: &InputDef) -> Option<&'m ApiColumn> {
    match kind {
        TypeKind::Of(id, TypeRole::InsertInput | TypeRole::UpdateInput) => {
            types.model.table(id)?.column_of_field(&field.name)
        }
        _ => None,
    }
}

/// Whether a type belongs to a table.
pub(crate) fn belongs(kind: TypeKind, table: &ApiTable) -> bool {
    match kind {
        TypeKind::Of(id, _) | TypeKind::ColumnEnum(id, _) | TypeKind::ColumnEnumFilter(id, _) => {
            id == table.id
        }
        _ => false,
    }
}
