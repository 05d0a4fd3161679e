//! Types as async-graphql has them, for validation only: without descriptions, and never resolved.

use async_graphql::dynamic::{
    Enum, Field, FieldFuture, InputObject, InputValue, Interface, InterfaceField, Object, Scalar,
    SchemaBuilder, TypeRef as DynamicRef,
};
use codegen::graphql::{Constant, FieldDef, InputDef, TypeDef, TypeRef};

/// Registers a type with all that its definition holds.
pub(super) fn register(schema: SchemaBuilder, name: &str, definition: &TypeDef) -> SchemaBuilder {
    match definition {
        TypeDef::Scalar(leaf) if leaf.is_built_in() => schema,
        TypeDef::Scalar(_) => schema.register(Scalar::new(name)),
        TypeDef::Enum(values) => {
            schema.register(Enum::new(name).items(values.iter().map(|value| value.name.as_str())))
        }
        TypeDef::Object { node, fields } => {
            let empty = Object::new(name);
            let object = if *node { empty.implement("Node") } else { empty };
            schema.register(
                fields
                    .iter()
                    .fold(object, |object, field| object.field(output(field))),
            )
        }
        TypeDef::Interface(fields) => {
            let interface = fields.iter().fold(Interface::new(name), |interface, field| {
                interface.field(InterfaceField::new(&field.name, reference(&field.ty)))
            });
            schema.register(interface)
        }
        TypeDef::Input(fields) => {
            let object = fields
                .iter()
                .fold(InputObject::new(name), |object, field| object.field(input(field)));
            schema.register(object)
        }
    }
}

fn output(field: &FieldDef) -> Field {
    let empty = Field::new(&field.name, reference(&field.ty), |_| {
        FieldFuture::from_value(None)
    });
    field
        .arguments
        .iter()
        .fold(empty, |output, argument| output.argument(input(argument)))
}

fn input(definition: &InputDef) -> InputValue {
    let value = InputValue::new(&definition.name, reference(&definition.ty));
    match definition.default {
        Some(Constant::Int(default)) => value.default_value(default),
        Some(Constant::Boolean(default)) => value.default_value(default),
        Some(Constant::Text(default)) => value.default_value(default),
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
