//! The types of introspection (GraphQL, section 4.2).

use super::{Constant, FieldDef, InputDef, Leaf, Meaning, TypeKind, TypeRef, TypeSystem};

/// A type of introspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the specification's own names")]
pub enum MetaType {
    Schema,
    Type,
    Field,
    InputValue,
    EnumValue,
    Directive,
    TypeKind,
    DirectiveLocation,
}

/// A field of introspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the specification's own names")]
pub enum Meta {
    Schema,
    TypeOfName,
    Name,
    Description,
    Types,
    QueryType,
    MutationType,
    SubscriptionType,
    Directives,
    Kind,
    SpecifiedByUrl,
    Fields,
    Interfaces,
    PossibleTypes,
    EnumValues,
    InputFields,
    OfType,
    IsOneOf,
    Args,
    Type,
    IsDeprecated,
    DeprecationReason,
    DefaultValue,
    Locations,
    IsRepeatable,
}

/// A directive that documents and schemas may use.
#[derive(Debug, Clone, Copy)]
pub struct DirectiveDef {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub description: &'static str,
    /// Where it may stand.
    pub locations: &'static [&'static str],
    /// The name of its argument.
    pub argument: &'static str,
    /// The type of its argument.
    pub leaf: Leaf,
    /// What the argument is where it is not given; where there is none, it must be.
    pub default: Option<Constant>,
}

/// All directives.
pub const DIRECTIVES: [DirectiveDef; 4] = [
    DirectiveDef {
        name: "include",
        description: "Includes this field or fragment only where the argument is true.",
        locations: &["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        argument: "if",
        leaf: Leaf::Boolean,
        default: None,
    },
    DirectiveDef {
        name: "skip",
        description: "Leaves this field or fragment out where the argument is true.",
        locations: &["FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"],
        argument: "if",
        leaf: Leaf::Boolean,
        default: None,
    },
    DirectiveDef {
        name: "deprecated",
        description: "Marks what is no longer supported.",
        locations: &[
            "FIELD_DEFINITION",
            "ARGUMENT_DEFINITION",
            "INPUT_FIELD_DEFINITION",
            "ENUM_VALUE",
        ],
        argument: "reason",
        leaf: Leaf::String,
        default: Some(Constant::Text("No longer supported")),
    },
    DirectiveDef {
        name: "specifiedBy",
        description: "Names the specification of a scalar.",
        locations: &["SCALAR"],
        argument: "url",
        leaf: Leaf::String,
        default: None,
    },
];

impl DirectiveDef {
    /// The directive's argument.
    pub fn argument(&self, types: TypeSystem<'_>) -> InputDef {
        let ty = types
            .reference(TypeKind::Leaf(self.leaf))
            .required_unless(self.default.is_some());
        InputDef {
            deprecated: None,
            default: self.default,
            ..InputDef::new(self.argument, ty)
        }
    }
}

impl MetaType {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Schema,
        Self::Type,
        Self::Field,
        Self::InputValue,
        Self::EnumValue,
        Self::Directive,
        Self::TypeKind,
        Self::DirectiveLocation,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Schema => "__Schema",
            Self::Type => "__Type",
            Self::Field => "__Field",
            Self::InputValue => "__InputValue",
            Self::EnumValue => "__EnumValue",
            Self::Directive => "__Directive",
            Self::TypeKind => "__TypeKind",
            Self::DirectiveLocation => "__DirectiveLocation",
        }
    }

    /// The members of those that are enums.
    pub(super) const fn values(self) -> &'static [&'static str] {
        match self {
            Self::TypeKind => &[
                "SCALAR",
                "OBJECT",
                "INTERFACE",
                "UNION",
                "ENUM",
                "INPUT_OBJECT",
                "LIST",
                "NON_NULL",
            ],
            Self::DirectiveLocation => &[
                "QUERY",
                "MUTATION",
                "SUBSCRIPTION",
                "FIELD",
                "FRAGMENT_DEFINITION",
                "FRAGMENT_SPREAD",
                "INLINE_FRAGMENT",
                "VARIABLE_DEFINITION",
                "SCHEMA",
                "SCALAR",
                "OBJECT",
                "FIELD_DEFINITION",
                "ARGUMENT_DEFINITION",
                "INTERFACE",
                "UNION",
                "ENUM",
                "ENUM_VALUE",
                "INPUT_OBJECT",
                "INPUT_FIELD_DEFINITION",
            ],
            _ => &[],
        }
    }
}

impl TypeSystem<'_> {
    /// `__schema` and `__type`, which every query root has without saying so.
    pub fn meta_root(self, name: &str) -> Option<FieldDef> {
        match name {
            "__schema" => Some(field(name, self.meta(MetaType::Schema).required(), Meta::Schema)),
            "__type" => Some(
                field(name, self.meta(MetaType::Type), Meta::TypeOfName)
                    .taking(vec![InputDef::new("name", self.leaf(Leaf::String).required())]),
            ),
            _ => None,
        }
    }

    pub(super) fn meta_fields(self, meta: MetaType) -> Vec<FieldDef> {
        match meta {
            MetaType::Schema => self.of_schema(),
            MetaType::Type => self.of_type(),
            MetaType::Field => [
                self.named(),
                vec![
                    self.listed("args", MetaType::InputValue, Meta::Args, true),
                    field("type", self.meta(MetaType::Type).required(), Meta::Type),
                ],
                self.deprecation(),
            ]
            .concat(),
            MetaType::InputValue => [
                self.named(),
                vec![
                    field("type", self.meta(MetaType::Type).required(), Meta::Type),
                    field("defaultValue", self.leaf(Leaf::String), Meta::DefaultValue),
                ],
                self.deprecation(),
            ]
            .concat(),
            MetaType::EnumValue => [self.named(), self.deprecation()].concat(),
            MetaType::Directive => [
                self.named(),
                vec![
                    field(
                        "isRepeatable",
                        self.leaf(Leaf::Boolean).required(),
                        Meta::IsRepeatable,
                    ),
                    field(
                        "locations",
                        self.meta(MetaType::DirectiveLocation).list().required(),
                        Meta::Locations,
                    ),
                    self.listed("args", MetaType::InputValue, Meta::Args, true),
                ],
            ]
            .concat(),
            MetaType::TypeKind | MetaType::DirectiveLocation => Vec::new(),
        }
    }

    fn of_schema(self) -> Vec<FieldDef> {
        let list = |meta: MetaType| self.meta(meta).list().required();
        vec![
            field("description", self.leaf(Leaf::String), Meta::Description),
            field("types", list(MetaType::Type), Meta::Types),
            field("queryType", self.meta(MetaType::Type).required(), Meta::QueryType),
            field("mutationType", self.meta(MetaType::Type), Meta::MutationType),
            field(
                "subscriptionType",
                self.meta(MetaType::Type),
                Meta::SubscriptionType,
            ),
            field("directives", list(MetaType::Directive), Meta::Directives),
        ]
    }

    fn of_type(self) -> Vec<FieldDef> {
        let text = || self.leaf(Leaf::String);
        let types = || self.meta(MetaType::Type).list();
        vec![
            field("kind", self.meta(MetaType::TypeKind).required(), Meta::Kind),
            field("name", text(), Meta::Name),
            field("description", text(), Meta::Description),
            field("specifiedByURL", text(), Meta::SpecifiedByUrl),
            self.listed("fields", MetaType::Field, Meta::Fields, false),
            field("interfaces", types(), Meta::Interfaces),
            field("possibleTypes", types(), Meta::PossibleTypes),
            self.listed("enumValues", MetaType::EnumValue, Meta::EnumValues, false),
            self.listed("inputFields", MetaType::InputValue, Meta::InputFields, false),
            field("ofType", self.meta(MetaType::Type), Meta::OfType),
            field("isOneOf", self.leaf(Leaf::Boolean), Meta::IsOneOf),
        ]
    }

    fn named(self) -> Vec<FieldDef> {
        vec![
            field("name", self.leaf(Leaf::String).required(), Meta::Name),
            field("description", self.leaf(Leaf::String), Meta::Description),
        ]
    }

    fn deprecation(self) -> Vec<FieldDef> {
        vec![
            field(
                "isDeprecated",
                self.leaf(Leaf::Boolean).required(),
                Meta::IsDeprecated,
            ),
            field(
                "deprecationReason",
                self.leaf(Leaf::String),
                Meta::DeprecationReason,
            ),
        ]
    }

    /// A list that can leave out what is deprecated.
    fn listed(self, name: &str, of: MetaType, meta: Meta, required: bool) -> FieldDef {
        let include =
            InputDef::new("includeDeprecated", self.leaf(Leaf::Boolean)).or(Constant::Boolean(false));
        field(name, self.meta(of).list().required_unless(!required), meta).taking(vec![include])
    }

    fn meta(self, meta: MetaType) -> TypeRef {
        self.reference(TypeKind::Meta(meta))
    }
}

fn field(name: &str, ty: TypeRef, meta: Meta) -> FieldDef {
    FieldDef::new(name, ty, Meaning::Meta(meta))
}
