//! The inputs of a collection, which GraphQL and `POST {table}/query` share.

use std::collections::HashSet;

use codegen::graphql::{InputDef, Leaf, TypeKind, TypeRef, TypeSystem};
use codegen::{ApiModel, ApiTable};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, OneOfBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};

use crate::names;
use crate::values::number;

/// The schemas of all inputs that a collection's arguments are made of.
pub(crate) fn all(model: &ApiModel) -> impl Iterator<Item = (String, RefOr<Schema>)> + '_ {
    let types = TypeSystem::new(model);
    let mut waiting: Vec<TypeKind> = model
        .tables
        .iter()
        .flat_map(|table| arguments(types, table))
        .map(|argument| argument.ty.kind())
        .collect();
    let mut seen: HashSet<TypeKind> = HashSet::new();
    let mut found = Vec::new();
    waiting.reverse();
    while let Some(kind) = waiting.pop() {
        if kind.is_input() && seen.insert(kind) {
            found.push(kind);
            waiting.extend(
                types
                    .input_fields(kind, &|_| true)
                    .iter()
                    .map(|field| field.ty.kind()),
            );
        }
    }
    found.into_iter().map(move |kind| {
        let fields = types.input_fields(kind, &|_| true);
        (
            component(&types.name(kind)),
            members(types, ObjectBuilder::new(), &fields).into(),
        )
    })
}

/// The body of `POST {table}/query`.
pub(crate) fn body(model: &ApiModel, table: &ApiTable) -> RefOr<Schema> {
    let types = TypeSystem::new(model);
    let object = ObjectBuilder::new()
        .description(Some(format!(
            "Which rows of `{}`, in which order, and what of them.",
            table.names.rest
        )))
        .property(
            "select",
            ArrayBuilder::new()
                .items(names::schema(&names::selected(table)))
                .description(Some(
                    "What is answered of each row, as the parameter `select` says it. All columns unless said.",
                )),
        )
        .property(
            "totalCount",
            ObjectBuilder::new()
                .schema_type(Type::Boolean)
                .description(Some("Whether all rows are counted that the filter finds.")),
        );
    members(types, object, &arguments(types, table)).into()
}

/// The answer to `POST {table}/query`.
pub(crate) fn page(row: &str) -> RefOr<Schema> {
    let boolean = || ObjectBuilder::new().schema_type(Type::Boolean);
    let cursor = || {
        let nullable: SchemaType = [Type::String, Type::Null].into_iter().collect();
        ObjectBuilder::new().schema_type(nullable)
    };
    let info = ObjectBuilder::new()
        .property("hasNextPage", boolean())
        .property("hasPreviousPage", boolean())
        .property("startCursor", cursor())
        .property("endCursor", cursor())
        .required("hasNextPage")
        .required("hasPreviousPage");
    ObjectBuilder::new()
        .property("rows", ArrayBuilder::new().items(names::schema(row)))
        .property("pageInfo", info)
        .property(
            "totalCount",
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .description(Some("Where it is asked for.")),
        )
        .required("rows")
        .required("pageInfo")
        .into()
}

fn arguments(types: TypeSystem<'_>, table: &ApiTable) -> Vec<InputDef> {
    let field = types.field(TypeKind::Query, &table.names.collection);
    field.map_or_else(Vec::new, |field| field.arguments)
}

/// Types of GraphQL are told apart from those of REST, which has others under the same names.
fn component(name: &str) -> String {
    format!("Input.{name}")
}

fn members(types: TypeSystem<'_>, object: ObjectBuilder, fields: &[InputDef]) -> ObjectBuilder {
    let object = object.additional_properties(Some(AdditionalProperties::FreeForm(false)));
    fields.iter().fold(object, |object, field| {
        let object = object.property(&field.name, member(types, field));
        if field.is_required() {
            object.required(&field.name)
        } else {
            object
        }
    })
}

fn member(types: TypeSystem<'_>, field: &InputDef) -> RefOr<Schema> {
    match field.name.as_str() {
        "first" | "last" | "offset" if matches!(field.ty.kind(), TypeKind::Leaf(Leaf::Int)) => {
            between(0, i64::from(i32::MAX)).into()
        }
        _ => schema(types, &field.ty),
    }
}

fn between(least: i64, greatest: i64) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(number(least)))
        .maximum(Some(number(greatest)))
}

fn schema(types: TypeSystem<'_>, ty: &TypeRef) -> RefOr<Schema> {
    match ty {
        TypeRef::NonNull(inner) => schema(types, inner),
        TypeRef::List(inner) => ArrayBuilder::new().items(schema(types, inner)).into(),
        TypeRef::Named(TypeKind::Leaf(leaf), _) => self::leaf(*leaf),
        TypeRef::Named(kind, name) if kind.is_input() => names::schema(&component(name)),
        TypeRef::Named(kind, _) => {
            let values = types.enum_values(*kind);
            ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(values.into_iter().map(|value| value.name)))
                .into()
        }
    }
}

fn leaf(leaf: Leaf) -> RefOr<Schema> {
    let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
    match leaf {
        Leaf::Boolean => of(Type::Boolean).into(),
        Leaf::Int => between(i64::from(i32::MIN), i64::from(i32::MAX)).into(),
        Leaf::UnsignedInt => between(0, i64::from(u32::MAX)).into(),
        Leaf::Float => of(Type::Number).into(),
        Leaf::Json | Leaf::GeoJson => ObjectBuilder::new().schema_type(SchemaType::AnyValue).into(),
        Leaf::JsonPath => OneOfBuilder::new()
            .item(of(Type::String).examples(["$.a[0]"]))
            .item(ArrayBuilder::new().items(ObjectBuilder::new().schema_type(SchemaType::AnyValue)))
            .into(),
        _ => of(Type::String).into(),
    }
}
