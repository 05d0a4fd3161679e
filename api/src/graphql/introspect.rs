//! Introspection (GraphQL, section 4), written straight from the model: a whole tenant's answer is megabytes, and no
//! second copy of it is ever built.

use codegen::graphql::{
    DIRECTIVES, DirectiveDef, EnumValue, FieldDef, InputDef, Leaf, Meaning, Meta, MetaType, TypeKind,
    TypeRef, TypeSystem,
};
use serde_json::Value;

use super::prepared::{Children, Field, Input, Selection, Values};
use crate::error::{ApiError, Code};
use crate::plan::Limits;
use crate::plan::limits::beyond;

/// Writes the answers of one document.
pub(super) struct Introspection<'i> {
    types: TypeSystem<'i>,
    limits: &'i Limits,
    values: &'i Values,
    text: String,
}

impl<'i> Introspection<'i> {
    pub(super) fn new(types: TypeSystem<'i>, limits: &'i Limits, values: &'i Values) -> Self {
        Self {
            types,
            limits,
            values,
            text: String::new(),
        }
    }

    /// The JSON text of `__schema`.
    pub(super) fn schema(mut self, field: &Field) -> Result<String, ApiError> {
        self.object(field, MetaType::Schema, |writer, field, meta| match meta {
            Meta::Types => writer.types(field),
            Meta::QueryType => writer.reference(field, TypeKind::Query),
            Meta::MutationType if writer.types.kind("Mutation").is_some() => {
                writer.reference(field, TypeKind::Mutation)
            }
            Meta::Directives => writer.list(field, &DIRECTIVES, Self::directive),
            _ => writer.null(),
        })?;
        Ok(self.text)
    }

    /// The JSON text of `__type`.
    pub(super) fn type_of_name(mut self, field: &Field, name: &str) -> Result<String, ApiError> {
        match self.types.kind(name) {
            Some(kind) => self.reference(field, kind)?,
            None => self.null()?,
        }
        Ok(self.text)
    }

    fn types(&mut self, field: &Field) -> Result<(), ApiError> {
        let built_in = Leaf::ALL.into_iter().filter(|leaf| leaf.is_built_in());
        let kinds: Vec<TypeKind> = self
            .types
            .kinds()
            .into_iter()
            .chain(built_in.map(TypeKind::Leaf))
            .chain(MetaType::ALL.map(TypeKind::Meta))
            .collect();
        self.list(field, &kinds, |writer, field, kind| {
            writer.reference(field, *kind)
        })
    }

    fn reference(&mut self, field: &Field, kind: TypeKind) -> Result<(), ApiError> {
        self.ty(field, &self.types.reference(kind))
    }

    fn ty(&mut self, field: &Field, ty: &TypeRef) -> Result<(), ApiError> {
        let (wrapper, inner) = match ty {
            TypeRef::Named(kind, name) => {
                return self.object(field, MetaType::Type, |writer, field, meta| {
                    writer.named(field, meta, *kind, name)
                });
            }
            TypeRef::List(inner) => ("LIST", inner),
            TypeRef::NonNull(inner) => ("NON_NULL", inner),
        };
        self.object(field, MetaType::Type, |writer, field, meta| match meta {
            Meta::Kind => writer.string(wrapper),
            Meta::OfType => writer.ty(field, inner),
            _ => writer.null(),
        })
    }

    fn named(&mut self, field: &Field, meta: Meta, kind: TypeKind, name: &str) -> Result<(), ApiError> {
        let is_output = !kind.is_leaf() && !kind.is_input();
        match meta {
            Meta::Kind => self.string(kind_name(kind)),
            Meta::Name => self.string(name),
            Meta::Description => self.maybe(self.types.description(kind).as_deref()),
            Meta::SpecifiedByUrl => match kind {
                TypeKind::Leaf(leaf) => self.maybe(leaf.specified_by()),
                _ => self.null(),
            },
            Meta::Fields if is_output => {
                let mut fields = self.types.fields(kind, &|_| true);
                if !self.includes_deprecated(field) {
                    fields.retain(|field| field.deprecated.is_none());
                }
                self.list(field, &fields, Self::field)
            }
            Meta::InputFields if kind.is_input() => {
                let mut fields = self.types.input_fields(kind, &|_| true);
                if !self.includes_deprecated(field) {
                    fields.retain(|field| field.deprecated.is_none());
                }
                self.list(field, &fields, Self::input)
            }
            Meta::EnumValues if kind.is_leaf() && !matches!(kind, TypeKind::Leaf(_)) => {
                let values = self.types.enum_values(kind);
                self.list(field, &values, Self::enum_value)
            }
            Meta::Interfaces if is_output => {
                let node = self.types.is_node(kind).then_some(TypeKind::Node);
                self.list(field, node.as_slice(), |writer, field, kind| {
                    writer.reference(field, *kind)
                })
            }
            Meta::PossibleTypes if kind == TypeKind::Node => {
                let rows = self
                    .types
                    .model
                    .tables
                    .iter()
                    .map(|table| TypeKind::Row(table.id));
                let rows: Vec<TypeKind> = rows.filter(|kind| self.types.is_node(*kind)).collect();
                self.list(field, &rows, |writer, field, kind| writer.reference(field, *kind))
            }
            Meta::IsOneOf if kind.is_input() => self.flag(false),
            _ => self.null(),
        }
    }

    /// Whether a list asks for what is deprecated, too (section 4.2.4).
    fn includes_deprecated(&self, field: &Field) -> bool {
        let mut arguments = field.arguments.iter();
        let argument = arguments.find(|argument| argument.name == "includeDeprecated");
        match argument.and_then(|argument| argument.value.as_ref()) {
            Some(Input::Const(value)) => *value == Value::Bool(true),
            Some(Input::Variable(index)) => {
                matches!(self.values.get(*index), Some(Some(Value::Bool(true))))
            }
            _ => false,
        }
    }

    fn field(&mut self, field: &Field, definition: &FieldDef) -> Result<(), ApiError> {
        self.object(field, MetaType::Field, |writer, field, meta| match meta {
            Meta::Name => writer.string(&definition.name),
            Meta::Description => writer.maybe(definition.description.as_deref()),
            Meta::Args => writer.list(field, &definition.arguments, Self::input),
            Meta::Type => writer.ty(field, &definition.ty),
            Meta::IsDeprecated => writer.flag(definition.deprecated.is_some()),
            Meta::DeprecationReason => writer.maybe(definition.deprecated.as_deref()),
            _ => writer.null(),
        })
    }

    fn input(&mut self, field: &Field, definition: &InputDef) -> Result<(), ApiError> {
        self.object(field, MetaType::InputValue, |writer, field, meta| match meta {
            Meta::Name => writer.string(&definition.name),
            Meta::Description => writer.maybe(definition.description.as_deref()),
            Meta::Type => writer.ty(field, &definition.ty),
            Meta::DefaultValue => {
                writer.maybe(definition.default.map(|default| default.to_string()).as_deref())
            }
            Meta::IsDeprecated => writer.flag(definition.deprecated.is_some()),
            Meta::DeprecationReason => writer.maybe(definition.deprecated.as_deref()),
            _ => writer.null(),
        })
    }

    fn enum_value(&mut self, field: &Field, value: &EnumValue) -> Result<(), ApiError> {
        self.object(field, MetaType::EnumValue, |writer, _, meta| match meta {
            Meta::Name => writer.string(&value.name),
            Meta::Description => writer.maybe(value.description),
            Meta::IsDeprecated => writer.flag(false),
            _ => writer.null(),
        })
    }

    fn directive(&mut self, field: &Field, directive: &DirectiveDef) -> Result<(), ApiError> {
        let argument = directive.argument(self.types);
        self.object(field, MetaType::Directive, |writer, field, meta| match meta {
            Meta::Name => writer.string(directive.name),
            Meta::Description => writer.string(directive.description),
            Meta::Locations => writer.list(field, directive.locations, |writer, _, location| {
                writer.string(location)
            }),
            Meta::Args => writer.list(field, std::slice::from_ref(&argument), Self::input),
            Meta::IsRepeatable => writer.flag(false),
            _ => writer.null(),
        })
    }

    fn object(
        &mut self,
        field: &Field,
        of: MetaType,
        mut member: impl FnMut(&mut Self, &Field, Meta) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        let empty = Selection::default();
        let selection = match &field.children {
            Children::Fields(selection) => selection,
            _ => &empty,
        };
        self.text.push('{');
        for (position, field) in selection.included(self.values).into_iter().enumerate() {
            self.text.push_str(if position == 0 { "\"" } else { ",\"" });
            // A name of GraphQL needs no escapes.
            self.text.push_str(&field.key);
            self.text.push_str("\":");
            match field.meaning {
                Meaning::TypeName => self.string(of.name())?,
                Meaning::Meta(meta) => member(self, field, meta)?,
                _ => {
                    return Err(ApiError::new(
                        Code::Internal,
                        "the introspection could not be answered",
                    ));
                }
            }
        }
        self.text.push('}');
        if self.text.len() > self.limits.max_introspected {
            return Err(beyond(
                self.text.len(),
                self.limits.max_introspected,
                format!(
                    "the introspection's answer has more than {} bytes: select less, or take the schema as text",
                    self.limits.max_introspected
                ),
            ));
        }
        Ok(())
    }

    fn list<I>(
        &mut self,
        field: &Field,
        items: &[I],
        mut item: impl FnMut(&mut Self, &Field, &I) -> Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        self.text.push('[');
        for (position, each) in items.iter().enumerate() {
            if position > 0 {
                self.text.push(',');
            }
            item(self, field, each)?;
        }
        self.text.push(']');
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "a member like the others")]
    fn string(&mut self, text: &str) -> Result<(), ApiError> {
        self.text.push_str(&Value::from(text).to_string());
        Ok(())
    }

    fn maybe(&mut self, text: Option<&str>) -> Result<(), ApiError> {
        match text {
            Some(text) => self.string(text),
            None => self.null(),
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "a member like the others")]
    fn flag(&mut self, flag: bool) -> Result<(), ApiError> {
        self.text.push_str(if flag { "true" } else { "false" });
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "a member like the others")]
    fn null(&mut self) -> Result<(), ApiError> {
        self.text.push_str("null");
        Ok(())
    }
}

fn kind_name(kind: TypeKind) -> &'static str {
    match kind {
        TypeKind::Leaf(_) => "SCALAR",
        TypeKind::Node => "INTERFACE",
        _ if kind.is_leaf() => "ENUM",
        _ if kind.is_input() => "INPUT_OBJECT",
        _ => "OBJECT",
    }
}
