//! The type system as async-graphql has it.

use async_graphql::dynamic::{
    Enum, EnumItem, Field, FieldFuture, InputObject, InputValue, Interface, InterfaceField, Object, Scalar,
    SchemaBuilder, TypeRef as DynamicRef,
};
use codegen::graphql::{EnumValue, FieldDef, InputDef, Leaf, TypeDef, TypeRef};

/// Registers a type with all that its definition holds.
pub(super) fn register(
    schema: SchemaBuilder,
    name: &str,
    description: Option<String>,
    definition: &TypeDef,
) -> SchemaBuilder {
    match definition {
        TypeDef::Scalar(leaf) if leaf.is_built_in() => schema,
        TypeDef::Scalar(leaf) => schema.register(scalar(*leaf)),
        TypeDef::Enum(values) => schema.register(described!(
            Enum::new(name).items(values.iter().map(item)),
            description
        )),
        TypeDef::Object { node, fields } => {
            let object = if *node {
                Object::new(name).implement("Node")
            } else {
                Object::new(name)
            };
            let object = fields
                .iter()
                .fold(object, |object, field| object.field(output(field)));
            schema.register(described!(object, description))
        }
        TypeDef::Interface(fields) => {
            let interface = fields.iter().fold(Interface::new(name), |interface, field| {
                interface.field(described!(
                    InterfaceField::new(&field.name, reference(&field.ty)),
                    field.description.clone()
                ))
            });
            schema.register(described!(interface, description))
        }
        TypeDef::Input(fields) => {
            let object = fields
                .iter()
                .fold(InputObject::new(name), |object, field| object.field(input(field)));
            schema.register(described!(object, description))
        }
    }
}

macro_rules! described {
    ($value:expr, $description:expr) => {
        match $description {
            Some(description) => $value.description(description),
            None => $value,
        }
    };
}
use described;

fn scalar(leaf: Leaf) -> Scalar {
    let scalar = described!(Scalar::new(leaf.name()), leaf.description());
    match leaf.specified_by() {
        Some(url) => scalar.specified_by_url(url),
        None => scalar,
    }
}

fn item(value: &EnumValue) -> EnumItem {
    described!(EnumItem::new(&value.name), value.description)
}

/// A field that is never resolved: answers come from shards.
fn output(field: &FieldDef) -> Field {
    let empty = Field::new(&field.name, reference(&field.ty), |_| {
        FieldFuture::from_value(None)
    });
    let empty = described!(empty, field.description.clone());
    field
        .arguments
        .iter()
        .fold(empty, |output, argument| output.argument(input(argument)))
}

fn input(definition: &InputDef) -> InputValue {
    let value = InputValue::new(&definition.name, reference(&definition.ty));
    let value = described!(value, definition.description.clone());
    match definition.default {
        Some(default) => value.default_value(default),
        None => value,
    }
}

fn reference(ty: &TypeRef) -> DynamicRef {
    match ty {
        TypeRef::Named(_, name) => DynamicRef::named(name),
        TypeRef::List(inner) => DynamicRef::List(Box::new(reference(inner))),
        TypeRef::NonNull(inner) => DynamicRef::NonNull(Box::new(reference(inner))),
    }
}
