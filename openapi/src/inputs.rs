//! The inputs of a collection, which GraphQL and `POST {table}/query` share.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};

use codegen::graphql::{InputDef, Leaf, TypeKind, TypeRef, TypeSystem};
use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiModel, ApiTable};
use schema::stored::Scalar;
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, OneOfBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};

use crate::names;
use crate::values::{self, About, number};

/// An input as the document has it. Relations are followed once: what is said of related rows says nothing of rows related to these,
/// though the server reads it to any depth. Tools that make examples of a schema find no end in one that goes round.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Input<'m> {
    kind: TypeKind,
    /// Whether it is about related rows.
    related: bool,
    /// The column that it is a filter on, which says more of its values than its type does.
    column: Option<Column<'m>>,
}

impl<'m> Input<'m> {
    const fn outside(kind: TypeKind) -> Self {
        Self {
            kind,
            related: false,
            column: None,
        }
    }

    /// The input of a member, where the document has the member.
    fn member(self, model: &'m ApiModel, field: &InputDef) -> Option<Self> {
        let kind = field.ty.kind();
        let TypeKind::Of(_, role) = kind else {
            let column = Column::filtered(model, self.kind, field);
            return Some(Self {
                column,
                ..Self::outside(kind)
            });
        };
        let joined = kind == self.kind && ["and", "or", "not"].contains(&field.name.as_str());
        match role {
            TypeRole::Filter | TypeRole::ManyFilter | TypeRole::OrderBy | TypeRole::AggregateOrderBy
                if self.related =>
            {
                None
            }
            TypeRole::Filter | TypeRole::OrderBy => Some(Self {
                related: !joined,
                ..Self::outside(kind)
            }),
            _ => Some(Self::outside(kind)),
        }
    }

    /// The name of its schema. Types of GraphQL are told apart from those of REST, which has others under the same names.
    fn component(self, name: &str) -> String {
        if let Some(Column { table, column }) = self.column {
            return format!("Filter.{}.{}", table.names.type_name, column.field);
        }
        let group = if self.related { "Related" } else { "Input" };
        format!("{group}.{name}")
    }
}

/// A column of a table.
#[derive(Clone, Copy)]
struct Column<'m> {
    table: &'m ApiTable,
    column: &'m ApiColumn,
}

impl PartialEq for Column<'_> {
    fn eq(&self, other: &Self) -> bool {
        (self.table.id, self.column.id) == (other.table.id, other.column.id)
    }
}

impl Eq for Column<'_> {}

impl Hash for Column<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.table.id, self.column.id).hash(state);
    }
}

impl<'m> Column<'m> {
    /// The column on which a member of a table's filter is one.
    fn filtered(model: &'m ApiModel, filter: TypeKind, field: &InputDef) -> Option<Self> {
        let TypeKind::Of(table, TypeRole::Filter) = filter else {
            return None;
        };
        let table = model.table(table)?;
        let column = table.column_of_field(&field.name)?;
        let compared = matches!(
            field.ty.kind(),
            TypeKind::ScalarFilter(_) | TypeKind::ColumnEnumFilter(..)
        );
        let plain = !matches!(column.scalar(), Scalar::Json | Scalar::Geometry);
        (compared && plain).then_some(Self { table, column })
    }

    /// The values that an operator compares with.
    fn operand(self, operator: &str) -> Option<RefOr<Schema>> {
        let value = || values::schema(&self.column.stored, About::default());
        match operator {
            "eq" | "neq" | "gt" | "gte" | "lt" | "lte" => Some(value()),
            "contains" | "containedBy" | "overlaps" if self.column.scalar() == Scalar::Set => Some(value()),
            "in" | "nin" => Some(ArrayBuilder::new().items(value()).into()),
            _ => None,
        }
    }
}

/// The schemas of all inputs that a collection's arguments are made of.
pub(crate) fn all(model: &ApiModel) -> impl Iterator<Item = (String, RefOr<Schema>)> + '_ {
    let types = TypeSystem::new(model);
    let mut waiting: Vec<Input<'_>> = model
        .tables
        .iter()
        .flat_map(|table| arguments(types, table))
        .map(|argument| Input::outside(argument.ty.kind()))
        .collect();
    let mut seen: HashSet<Input<'_>> = HashSet::new();
    let mut found = Vec::new();
    waiting.reverse();
    while let Some(input) = waiting.pop() {
        if input.kind.is_input() && seen.insert(input) {
            found.push(input);
            let fields = types.input_fields(input.kind, &|_| true);
            waiting.extend(fields.iter().filter_map(|field| input.member(model, field)));
        }
    }
    found.into_iter().map(move |input| {
        let fields = types.input_fields(input.kind, &|_| true);
        (
            input.component(&types.name(input.kind)),
            described(types, &fields, input, |field| input.member(model, field)),
        )
    })
}

fn described<'m>(
    types: TypeSystem<'_>,
    fields: &[InputDef],
    input: Input<'m>,
    member: impl Fn(&InputDef) -> Option<Input<'m>>,
) -> RefOr<Schema> {
    let object = members(types, ObjectBuilder::new(), fields, member);
    let object = match input.column {
        None => object,
        Some(column) => fields
            .iter()
            .fold(object, |object, field| match column.operand(&field.name) {
                Some(operand) => object.property(&field.name, operand),
                None => object,
            }),
    };
    // One that names nothing, or nothing but a path, is refused.
    let least = match input.kind {
        TypeKind::IdFilter => Some(1),
        TypeKind::JsonPathFilter => Some(2),
        _ => None,
    };
    object.min_properties(least).into()
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
    members(types, object, &arguments(types, table), |argument| {
        Some(Input::outside(argument.ty.kind()))
    })
    .into()
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

fn members<'m>(
    types: TypeSystem<'_>,
    object: ObjectBuilder,
    fields: &[InputDef],
    input: impl Fn(&InputDef) -> Option<Input<'m>>,
) -> ObjectBuilder {
    let object = object.additional_properties(Some(AdditionalProperties::FreeForm(false)));
    fields.iter().fold(object, |object, field| {
        let Some(input) = input(field) else {
            return object;
        };
        let object = object.property(&field.name, member(types, field, input));
        if field.is_required() {
            object.required(&field.name)
        } else {
            object
        }
    })
}

fn member(types: TypeSystem<'_>, field: &InputDef, input: Input<'_>) -> RefOr<Schema> {
    match field.name.as_str() {
        "gt" | "gte" | "lt" | "lte" if matches!(field.ty.kind(), TypeKind::Leaf(Leaf::Json)) => {
            let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
            OneOfBuilder::new()
                .item(of(Type::String))
                .item(of(Type::Number))
                .into()
        }
        "first" | "last" | "offset" if matches!(field.ty.kind(), TypeKind::Leaf(Leaf::Int)) => {
            between(0, i64::from(i32::MAX)).into()
        }
        _ => schema(types, &field.ty, input),
    }
}

fn between(least: i64, greatest: i64) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(number(least)))
        .maximum(Some(number(greatest)))
}

fn schema(types: TypeSystem<'_>, ty: &TypeRef, input: Input<'_>) -> RefOr<Schema> {
    match ty {
        TypeRef::NonNull(inner) => schema(types, inner, input),
        TypeRef::List(inner) => ArrayBuilder::new().items(schema(types, inner, input)).into(),
        TypeRef::Named(TypeKind::Leaf(leaf), _) => self::leaf(*leaf),
        TypeRef::Named(kind, name) if kind.is_input() => names::schema(&input.component(name)),
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
        Leaf::Json => values::document(),
        Leaf::GeoJson => ObjectBuilder::new().schema_type(SchemaType::AnyValue).into(),
        Leaf::JsonPath => OneOfBuilder::new()
            .item(
                of(Type::String)
                    .pattern(Some("^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\[[0-9]{1,9}\\])*$"))
                    .examples(["$.a[0]"]),
            )
            .item(
                ArrayBuilder::new().items(
                    OneOfBuilder::new()
                        .item(of(Type::String))
                        .item(between(0, i64::from(i32::MAX))),
                ),
            )
            .into(),
        _ => of(Type::String).into(),
    }
}
