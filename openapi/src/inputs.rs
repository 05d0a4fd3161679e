//! The inputs of a collection, which GraphQL and `POST {table}/query` share.

use std::collections::{HashMap, HashSet};

use codegen::derive::FILTER_WORDS;
use codegen::graphql::{InputDef, Leaf, TypeKind, TypeRef, TypeSystem, is_ordered};
use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiModel, ApiTable};
use schema::stored::{Scalar, Stored};
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, OneOfBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};

use crate::Bounds;
use crate::filters::Shown;
use crate::names;
use crate::schemas;
use crate::values::{self, number};

/// An input as the document has it. Filters are joined once, and relations are followed once: what is said of related rows says
/// nothing of rows related to these, though the server reads both to any depth. Tools that make examples of a schema find no end in
/// one that goes round, and run out of patience with a large one.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Input {
    kind: TypeKind,
    place: Place,
}

/// Where an input stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Place {
    Outside,
    /// Among filters on the same rows.
    Joined,
    /// In what is said about related rows.
    Related,
}

impl Input {
    const fn outside(kind: TypeKind) -> Self {
        Self {
            kind,
            place: Place::Outside,
        }
    }

    /// The input of a member, where the document has the member.
    fn member(self, field: &InputDef, shown: Shown) -> Option<Self> {
        let kind = field.ty.kind();
        let TypeKind::Of(_, role) = kind else {
            let plain = matches!(kind, TypeKind::ColumnEnumFilter(..)) && shown != Shown::All;
            let texts = TypeKind::ScalarFilter(Scalar::String);
            return Some(Self::outside(if plain { texts } else { kind }));
        };
        let joins = kind == self.kind && FILTER_WORDS.contains(&field.name.as_str());
        let nested = matches!(self.kind, TypeKind::Of(..));
        let place = match (role, self.place) {
            (TypeRole::Filter | TypeRole::ManyFilter | TypeRole::OrderBy | TypeRole::AggregateOrderBy, _)
                if nested && shown != Shown::All =>
            {
                return None;
            }
            (
                TypeRole::Filter | TypeRole::ManyFilter | TypeRole::OrderBy | TypeRole::AggregateOrderBy,
                Place::Related,
            ) => return None,
            (TypeRole::Filter, Place::Joined) if joins => return None,
            (TypeRole::AggregateOrderBy, _)
                if matches!(self.kind, TypeKind::Of(_, TypeRole::AggregateOrderBy)) =>
            {
                return None;
            }
            (TypeRole::Filter, _) if joins => Place::Joined,
            (TypeRole::Filter | TypeRole::OrderBy, _) => Place::Related,
            _ => Place::Outside,
        };
        Some(Self { kind, place })
    }

    /// The name of its schema. Types of GraphQL are told apart from those of REST, which has others under the same names.
    fn component(self, name: &str) -> String {
        let group = match self.place {
            Place::Outside => "Input",
            Place::Joined => "Joined",
            Place::Related => "Related",
        };
        format!("{group}.{name}")
    }
}

/// The schemas of all inputs that a collection's arguments are made of.
pub(crate) fn all(model: &ApiModel) -> impl Iterator<Item = (String, RefOr<Schema>)> + '_ {
    let types = TypeSystem::new(model);
    let shown = Shown::of(model);
    let mut waiting: Vec<Input> = model
        .tables
        .iter()
        .flat_map(|table| arguments(types, table))
        .map(|argument| Input::outside(argument.ty.kind()))
        .collect();
    let mut seen: HashSet<Input> = HashSet::new();
    let mut found = Vec::new();
    waiting.reverse();
    while let Some(input) = waiting.pop() {
        if (input.kind.is_input() || is_enum(input.kind)) && seen.insert(input) {
            found.push(input);
            let fields = types.input_fields(input.kind, &|_| true);
            for field in &fields {
                if listed(model, input.kind, field).is_some() {
                    let inside = types.input_fields(field.ty.kind(), &|_| true);
                    waiting.extend(inside.iter().map(|field| Input::outside(field.ty.kind())));
                } else {
                    waiting.extend(input.member(field, shown));
                }
            }
        }
    }
    // In the order of GraphQL's types: that in which they are found depends on who refers to whom.
    let kinds = types.kinds().into_iter().enumerate();
    let positions: HashMap<TypeKind, usize> = kinds.map(|(position, kind)| (kind, position)).collect();
    found.sort_by_key(|input| (positions.get(&input.kind).copied(), input.place));
    let inputs = found.into_iter().map(move |input| {
        let name = input.component(&types.name(input.kind));
        if is_enum(input.kind) {
            let values = types.enum_values(input.kind).into_iter().map(|value| value.name);
            let values = values.filter(|name| is_named(model, input.kind, name));
            let schema = ObjectBuilder::new()
                .schema_type(Type::String)
                .enum_values(Some(values));
            return (name, schema.into());
        }
        let fields = types.input_fields(input.kind, &|_| true);
        // One that names nothing, or nothing but a path, is refused.
        let least = match input.kind {
            TypeKind::IdFilter => Some(1),
            TypeKind::JsonPathFilter => Some(2),
            _ => None,
        };
        let object = members(ObjectBuilder::new(), &fields, |field| {
            if let Some((table, column)) = listed(model, input.kind, field) {
                return Some(names::schema(&names::filter(table, column)));
            }
            let inside = input.member(field, shown)?;
            if inside.kind != field.ty.kind() {
                return Some(names::schema(&inside.component(&types.name(inside.kind))));
            }
            Some(match (member(field, inside), input.kind) {
                (RefOr::T(Schema::Array(mut list)), TypeKind::Of(_, TypeRole::SearchInput)) => {
                    list.min_items = Some(1);
                    list.into()
                }
                (schema, _) => schema,
            })
        });
        (name, object.min_properties(least).into())
    });
    inputs.chain(filters_of_members(model))
}

/// The column on which that member of a table's filter is one, if only the document lists its members: GraphQL has them as any texts.
fn listed<'m>(
    model: &'m ApiModel,
    filter: TypeKind,
    field: &InputDef,
) -> Option<(&'m ApiTable, &'m ApiColumn)> {
    let TypeKind::Of(table, TypeRole::Filter) = filter else {
        return None;
    };
    let table = model.table(table)?;
    let column = table.column_of_field(&field.name)?;
    (has_members(column) && Shown::of(model) == Shown::All).then_some((table, column))
}

fn has_members(column: &ApiColumn) -> bool {
    match column.stored {
        Stored::Enum(_) => column.enum_type.is_none(),
        Stored::Set(_) => true,
        _ => false,
    }
}

/// The schemas of filters on columns whose members only the document lists.
fn filters_of_members(model: &ApiModel) -> impl Iterator<Item = (String, RefOr<Schema>)> + '_ {
    let types = TypeSystem::new(model);
    let shown = Shown::of(model);
    model.tables.iter().flat_map(move |table| {
        let listed = move |column: &&ApiColumn| shown == Shown::All && has_members(column);
        let columns = table.columns.iter().filter(listed);
        columns.filter_map(move |column| {
            let filter = TypeKind::Of(table.id, TypeRole::Filter);
            let kind = types
                .input_fields(filter, &|name| name == column.field)
                .first()?
                .ty
                .kind();
            let fields = types.input_fields(kind, &|_| true);
            let value = || values::compared(&column.stored);
            let object = members(ObjectBuilder::new(), &fields, |field| {
                Some(match field.name.as_str() {
                    "eq" | "neq" | "gt" | "gte" | "lt" | "lte" => value(),
                    "contains" | "containedBy" | "overlaps" if matches!(column.stored, Stored::Set(_)) => {
                        value()
                    }
                    "in" | "nin" => ArrayBuilder::new().items(value()).into(),
                    _ => member(field, Input::outside(field.ty.kind())),
                })
            });
            Some((names::filter(table, column), object.into()))
        })
    })
}

/// Whether a value of that name does where the document has the type: columns are named to tell rows apart by them.
fn is_named(model: &ApiModel, kind: TypeKind, name: &str) -> bool {
    let TypeKind::Of(table, TypeRole::Column) = kind else {
        return true;
    };
    let column = model.table(table).and_then(|table| table.column_of_field(name));
    column.is_none_or(|column| is_ordered(column.scalar()))
}

/// Whether it is one of the other types of inputs, whose values have names.
fn is_enum(kind: TypeKind) -> bool {
    !kind.is_input() && !matches!(kind, TypeKind::Leaf(_))
}

/// The body of `POST {table}/query`.
pub(crate) fn body(model: &ApiModel, table: &ApiTable, bounds: Bounds) -> RefOr<Schema> {
    let types = TypeSystem::new(model);
    let object = ObjectBuilder::new()
        .description(Some(format!(
            "Which rows of `{}`, in which order, and what of them.",
            table.names.rest
        )))
        .property("select", names::schema(&names::selected(table)))
        .property(
            "totalCount",
            ObjectBuilder::new()
                .schema_type(Type::Boolean)
                .description(Some("Whether all rows are counted that the filter finds.")),
        );
    let one_way = BACKWARD
        .iter()
        .flat_map(|backward| FORWARD.map(|forward| [*backward, forward]));
    members(object, &arguments(types, table), |argument| {
        Some(match argument.name.as_str() {
            "first" | "last" => between(0, bounds.max_rows.into()).into(),
            // As a page tells its ends, so that these can be passed on.
            "after" | "before" => cursor().into(),
            _ => member(argument, Input::outside(argument.ty.kind())),
        })
    })
    .extensions(schemas::never_together(one_way))
    .into()
}

/// What says where a page that is read forward stands, and one that is read backward.
const FORWARD: [&str; 3] = ["first", "after", "offset"];
const BACKWARD: [&str; 2] = ["last", "before"];

/// The answer to `POST {table}/query`.
pub(crate) fn page(row: &str) -> RefOr<Schema> {
    let boolean = || ObjectBuilder::new().schema_type(Type::Boolean);
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

fn cursor() -> ObjectBuilder {
    let nullable: SchemaType = [Type::String, Type::Null].into_iter().collect();
    ObjectBuilder::new().schema_type(nullable)
}

fn arguments(types: TypeSystem<'_>, table: &ApiTable) -> Vec<InputDef> {
    let field = types.field(TypeKind::Query, &table.names.collection);
    field.map_or_else(Vec::new, |field| field.arguments)
}

fn members(
    object: ObjectBuilder,
    fields: &[InputDef],
    member: impl Fn(&InputDef) -> Option<RefOr<Schema>>,
) -> ObjectBuilder {
    let object = object.additional_properties(Some(AdditionalProperties::FreeForm(false)));
    fields.iter().fold(object, |object, field| {
        let Some(member) = member(field) else {
            return object;
        };
        let object = object.property(&field.name, member);
        if field.is_required() {
            object.required(&field.name)
        } else {
            object
        }
    })
}

fn member(field: &InputDef, input: Input) -> RefOr<Schema> {
    match field.name.as_str() {
        "gt" | "gte" | "lt" | "lte" if matches!(field.ty.kind(), TypeKind::Leaf(Leaf::Json)) => {
            let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
            OneOfBuilder::new()
                .item(of(Type::String))
                .item(of(Type::Number))
                .into()
        }
        "offset" if matches!(field.ty.kind(), TypeKind::Leaf(Leaf::Int)) => {
            between(0, i64::from(i32::MAX)).into()
        }
        _ => schema(&field.ty, input),
    }
}

fn between(least: i64, greatest: i64) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(number(least)))
        .maximum(Some(number(greatest)))
}

fn schema(ty: &TypeRef, input: Input) -> RefOr<Schema> {
    match ty {
        TypeRef::NonNull(inner) => schema(inner, input),
        TypeRef::List(inner) => ArrayBuilder::new().items(schema(inner, input)).into(),
        TypeRef::Named(TypeKind::Leaf(leaf), _) => self::leaf(*leaf),
        TypeRef::Named(_, name) => names::schema(&input.component(name)),
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
        // A list of keys is a way, too, but generators make nothing of a choice between it and a text.
        Leaf::JsonPath => of(Type::String)
            .pattern(Some("^\\$(\\.[A-Za-z_][A-Za-z0-9_]*|\\[[0-9]{1,9}\\])*$"))
            .description(Some("A way into a document, such as `$.a[0]`."))
            .into(),
        Leaf::BigInt => values::compared(&Stored::Int {
            min: i64::MIN,
            max: i64::MAX,
        }),
        Leaf::Decimal => values::compared(&Stored::Sortable {
            precision: 65,
            scale: 30,
            unsigned: false,
        }),
        Leaf::Bytes => values::compared(&Stored::Bytes {
            max: u64::MAX,
            fixed: false,
        }),
        Leaf::Date => values::compared(&Stored::Date),
        Leaf::Time => values::compared(&Stored::Time { fraction: 6 }),
        Leaf::Datetime => values::compared(&Stored::Datetime { fraction: 6 }),
        Leaf::Timestamp => values::compared(&Stored::Timestamp { fraction: 6 }),
        Leaf::String | Leaf::Id | Leaf::Cursor => of(Type::String).into(),
    }
}
