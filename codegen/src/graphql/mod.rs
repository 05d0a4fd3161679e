//! The GraphQL type system of an [`ApiModel`], defined type by type on demand: nothing is built before it is asked for,
//! so that a gateway holds no schema per tenant.

mod aggregates;
mod definition;
mod inputs;
mod json;
mod kind;
mod leaf;
mod meta;
mod nested;
mod objects;
mod sdl;
mod search;

#[cfg(test)]
mod tests;

pub use aggregates::{ApiGroupKey, function_named};
pub use definition::{Constant, EnumValue, FieldDef, InputDef, Meaning, TypeDef, TypeRef};
pub use kind::TypeKind;
pub use kind::is_ordered;
pub use leaf::Leaf;
pub use meta::{DIRECTIVES, DirectiveDef, Meta, MetaType};
pub use objects::RESHAPES;
pub use sdl::sdl;

use schema::ColumnId;
use schema::stored::Stored;

use crate::model::TypeRole;
use crate::{ApiColumn, ApiModel, ApiTable};

/// A predicate on the names of fields that a definition shall hold.
pub type Keep<'k> = &'k dyn Fn(&str) -> bool;

/// The type system of a model.
#[derive(Debug, Clone, Copy)]
pub struct TypeSystem<'m> {
    /// The model.
    pub model: &'m ApiModel,
}

impl<'m> TypeSystem<'m> {
    /// The type system of that model.
    pub const fn new(model: &'m ApiModel) -> Self {
        Self { model }
    }

    /// What a type is, with those of its fields (and, where it is a root, their arguments) that `keep` holds for.
    pub fn define(self, kind: TypeKind, keep: Keep<'_>) -> TypeDef {
        match kind {
            TypeKind::Leaf(leaf) => TypeDef::Scalar(leaf),
            TypeKind::Node => TypeDef::Interface(self.fields(kind, keep)),
            _ if kind.is_leaf() => TypeDef::Enum(self.enum_values(kind)),
            _ if kind.is_input() => TypeDef::Input(self.input_fields(kind, keep)),
            _ => TypeDef::Object {
                node: self.is_node(kind),
                fields: self.fields(kind, keep),
            },
        }
    }

    /// One field of an object or interface type.
    pub fn field(self, kind: TypeKind, name: &str) -> Option<FieldDef> {
        self.fields(kind, &|field| field == name).into_iter().next()
    }

    /// One field of an input type.
    pub fn input_field(self, kind: TypeKind, name: &str) -> Option<InputDef> {
        self.input_fields(kind, &|field| field == name).into_iter().next()
    }

    /// Whether it is an object type that implements `Node`.
    pub fn is_node(self, kind: TypeKind) -> bool {
        matches!(kind, TypeKind::Row(id) if self.model.table(id).is_some_and(|table| !table.key.is_empty()))
    }

    /// What the type is for, and what was declared.
    pub fn description(self, kind: TypeKind) -> Option<String> {
        let text = match kind {
            TypeKind::Row(id) => {
                let table = self.model.table(id)?;
                return Some(described(
                    table.comment.as_deref(),
                    &format!("Table `{}`.", table.declared),
                ));
            }
            TypeKind::ColumnEnum(table, column) => {
                let table = self.model.table(table)?;
                let column = table.column(column)?;
                return Some(format!(
                    "The members of column `{}` of table `{}`.",
                    column.declared, table.declared
                ));
            }
            TypeKind::Leaf(leaf) => leaf.description()?,
            TypeKind::Node => "A row that its `nodeId` names among all rows.",
            TypeKind::PageInfo => "Where a page stands among all rows (Relay connections).",
            TypeKind::OrderByDirection => "A direction, and where NULL stands in it.",
            TypeKind::FilterIs => "A test for NULL.",
            TypeKind::SearchMode => "How the words of a search are read.",
            TypeKind::Of(_, TypeRole::SearchInput) => "What to search for.",
            TypeKind::Of(_, TypeRole::SearchColumn) => "The columns that a FULLTEXT key covers.",
            _ => return None,
        };
        Some(text.to_owned())
    }

    /// The table's columns that an input may write.
    fn writable(table: &ApiTable) -> impl Iterator<Item = &ApiColumn> {
        table.columns.iter().filter(|column| !column.generated)
    }

    /// The columns that numbers can be added to, with the form of these.
    fn incremented(table: &ApiTable) -> impl Iterator<Item = (&ApiColumn, Stored)> {
        Self::writable(table).filter_map(|column| Some((column, column.stored.step()?)))
    }

    /// The columns that hold documents.
    fn documents(table: &ApiTable) -> impl Iterator<Item = &ApiColumn> {
        Self::writable(table).filter(|column| column.scalar() == schema::stored::Scalar::Json)
    }

    /// The types of what is added to numbers.
    fn step_scalars(self) -> impl Iterator<Item = schema::stored::Scalar> {
        let tables = self.model.tables.iter();
        tables.flat_map(|table| Self::incremented(table).map(|(_, step)| step.scalar()))
    }

    fn column(self, table: schema::TableId, column: ColumnId) -> Option<&'m ApiColumn> {
        self.model.table(table)?.column(column)
    }
}

/// A comment, then what was declared.
fn described(comment: Option<&str>, declared: &str) -> String {
    match comment.map(str::trim).filter(|text| !text.is_empty()) {
        Some(comment) => format!("{comment}\n\n{declared}"),
        None => declared.to_owned(),
    }
}
