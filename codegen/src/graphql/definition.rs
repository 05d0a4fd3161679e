//! What types and fields are made of.

use std::fmt;

use schema::stored::MomentPart;
use schema::stored::aggregate::Function;
use schema::{ColumnId, TableId};

use super::{Leaf, Meta, TypeKind};

/// A reference to a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeRef {
    /// The type itself, or null.
    Named(TypeKind, String),
    /// A list, or null.
    List(Box<Self>),
    /// Never null.
    NonNull(Box<Self>),
}

impl TypeRef {
    /// `[T!]`.
    #[must_use]
    pub fn list(self) -> Self {
        Self::List(Box::new(self.required()))
    }

    /// `T!`.
    #[must_use]
    pub fn required(self) -> Self {
        match self {
            Self::NonNull(_) => self,
            other => Self::NonNull(Box::new(other)),
        }
    }

    /// `T!`, or `T` where it may be null.
    #[must_use]
    pub fn required_unless(self, nullable: bool) -> Self {
        if nullable { self } else { self.required() }
    }

    /// `T` of `T!`.
    #[must_use]
    pub fn nullable(self) -> Self {
        match self {
            Self::NonNull(inner) => *inner,
            other => other,
        }
    }

    /// The type inside all lists.
    pub fn kind(&self) -> TypeKind {
        match self {
            Self::Named(kind, _) => *kind,
            Self::List(inner) | Self::NonNull(inner) => inner.kind(),
        }
    }

    /// Whether null is none of its values.
    pub const fn is_required(&self) -> bool {
        matches!(self, Self::NonNull(_))
    }
}

impl fmt::Display for TypeRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(_, name) => f.write_str(name),
            Self::List(inner) => write!(f, "[{inner}]"),
            Self::NonNull(inner) => write!(f, "{inner}!"),
        }
    }
}

/// What a type is.
#[derive(Debug, Clone)]
pub enum TypeDef {
    /// A scalar.
    Scalar(Leaf),
    /// An enum.
    Enum(Vec<EnumValue>),
    /// An object.
    Object {
        /// Whether it implements `Node`.
        node: bool,
        /// Its fields.
        fields: Vec<FieldDef>,
    },
    /// An interface.
    Interface(Vec<FieldDef>),
    /// An input object.
    Input(Vec<InputDef>),
}

/// A member of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<&'static str>,
}

/// A field of an object or interface.
#[derive(Debug, Clone)]
pub struct FieldDef {
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// Its arguments.
    pub arguments: Vec<InputDef>,
    /// Why it should be used no more.
    pub deprecated: Option<String>,
    /// Its type.
    pub ty: TypeRef,
    /// What it stands for.
    pub meaning: Meaning,
}

/// An argument, or a field of an input object.
#[derive(Debug, Clone)]
pub struct InputDef {
    /// Its name.
    pub name: String,
    /// Its description.
    pub description: Option<String>,
    /// Why it should be used no more. Nothing that must be given is deprecated (section 3.13.3).
    pub deprecated: Option<String>,
    /// Its type.
    pub ty: TypeRef,
    /// Its value where none is given.
    pub default: Option<Constant>,
}

/// A constant, as a default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constant {
    /// A whole number.
    Int(i32),
    /// true or false.
    Boolean(bool),
    /// A text without characters that need escapes.
    Text(&'static str),
}

/// As a literal of GraphQL.
impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(number) => write!(f, "{number}"),
            Self::Boolean(flag) => write!(f, "{flag}"),
            Self::Text(text) => write!(f, "\"{text}\""),
        }
    }
}

impl FieldDef {
    pub(super) fn new(name: impl Into<String>, ty: TypeRef, meaning: Meaning) -> Self {
        Self {
            name: name.into(),
            description: None,
            deprecated: None,
            arguments: Vec::new(),
            ty,
            meaning,
        }
    }

    pub(super) fn described(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    pub(super) fn deprecated(mut self, reason: Option<&String>) -> Self {
        self.deprecated = reason.cloned();
        self
    }

    pub(super) fn taking(mut self, arguments: Vec<InputDef>) -> Self {
        self.arguments = arguments;
        self
    }
}

impl InputDef {
    pub(super) fn new(name: impl Into<String>, ty: TypeRef) -> Self {
        Self {
            name: name.into(),
            description: None,
            deprecated: None,
            ty,
            default: None,
        }
    }

    pub(super) fn described(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    pub(super) fn deprecated(mut self, reason: Option<&String>) -> Self {
        self.deprecated = reason.filter(|_| !self.is_required()).cloned();
        self
    }

    pub(super) fn or(mut self, default: Constant) -> Self {
        self.default = Some(default);
        self
    }

    /// Whether a value must be given.
    pub const fn is_required(&self) -> bool {
        self.ty.is_required() && self.default.is_none()
    }
}

/// What a field stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Root: rows of a table.
    Collection(TableId),
    /// Root: the row of a key.
    ByPk(TableId),
    /// Root: the row of a `nodeId`.
    Node,
    /// Root: rows to add.
    Insert(TableId),
    /// Root: rows to change.
    Update(TableId),
    /// Root: rows to remove.
    Delete(TableId),
    /// Of a row: its `nodeId`.
    NodeId,
    /// Of a row: what stands for its state.
    Etag,
    /// Of a row: a column.
    Column(ColumnId),
    /// Of a row: the relation at that position in its table's relations.
    Relation(usize),
    /// Of a row that a search found: how well it fits.
    SearchScore,
    /// Of a row that a search found: a piece of its text.
    SearchSnippet,
    /// Of a connection.
    Edges,
    /// Of a connection.
    Nodes,
    /// Of a connection.
    PageInfo,
    /// Of a connection.
    TotalCount,
    /// Of a connection: aggregates of all rows.
    Aggregate,
    /// Of a connection: groups of all rows.
    Groups,
    /// Of aggregates: how many rows there are.
    RowCount,
    /// Of aggregates: those of columns by that function.
    Aggregates(Function),
    /// Of such: that of a column.
    Aggregated(Function, ColumnId),
    /// Of a group.
    GroupKeys,
    /// Of a group's keys: a column, or a part of it.
    GroupKey(ColumnId, Option<MomentPart>),
    /// Of an edge.
    Cursor,
    /// Of an edge.
    EdgeNode,
    /// Of a page.
    HasNextPage,
    /// Of a page.
    HasPreviousPage,
    /// Of a page.
    StartCursor,
    /// Of a page.
    EndCursor,
    /// Of a write's answer.
    AffectedCount,
    /// Of a write's answer.
    Records,
    /// Of any object: the name of its type.
    TypeName,
    /// Of introspection.
    Meta(Meta),
}
