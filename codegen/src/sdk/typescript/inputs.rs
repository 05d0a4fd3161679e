//! The types of inputs: what the GraphQL type system takes, under the same names.

use std::fmt::Write;

use super::super::inputs::{belongs, written};
use super::{Printer, comment, values};
use crate::graphql::{InputDef, TypeKind, TypeRef};
use crate::model::{ApiTable, TypeRole};

impl Printer<'_> {
    /// The inputs that belong to a table.
    pub(super) fn table_inputs(&self, text: &mut String, table: &ApiTable) {
        for kind in self.inputs.iter().filter(|kind| belongs(**kind, table)) {
            self.input(text, *kind);
        }
    }

    /// The inputs that belong to none.
    pub(super) fn shared_inputs(&self, text: &mut String) {
        let tables = &self.model.tables;
        for kind in &self.inputs {
            if !tables.iter().any(|table| belongs(*kind, table)) {
                self.input(text, *kind);
            }
        }
    }

    fn input(&self, text: &mut String, kind: TypeKind) {
        let name = self.name(&self.types.name(kind));
        text.push('\n');
        if kind.is_leaf() {
            let _ = writeln!(text, "export type {name} =");
            let members = self.types.enum_values(kind);
            let literals: Vec<String> = members
                .iter()
                .map(|member| format!("  | {}", values::literal(&member.name)))
                .collect();
            // Its end stands alone, so that a member more changes no other line.
            let _ = writeln!(text, "{}\n;", literals.join("\n"));
            return;
        }
        let _ = writeln!(text, "export interface {name} {{");
        for field in self.types.input_fields(kind, &|_| true) {
            if let Some(said) = &field.description {
                comment(text, "  ", said);
            }
            let (optional, ty) = self.member(kind, &field);
            let _ = writeln!(text, "  {}{optional}: {ty};", field.name);
        }
        text.push_str("}\n");
    }

    /// Whether a member may be left out, and its type.
    fn member(&self, kind: TypeKind, field: &InputDef) -> (&'static str, String) {
        let optional = if field.is_required() { "" } else { "?" };
        if let Some(column) = written(self.types, kind, field) {
            let undefined = if field.is_required() { "" } else { " | undefined" };
            return (optional, format!("{}{undefined}", values::written(column)));
        }
        (optional, self.input_ref(&field.ty))
    }

    fn input_ref(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::NonNull(inner) => self.input_ref(inner),
            TypeRef::List(inner) => {
                let inner = self.input_ref(inner);
                if inner.contains(' ') {
                    format!("readonly ({inner})[]")
                } else {
                    format!("readonly {inner}[]")
                }
            }
            TypeRef::Named(kind, _) => self.input_type(*kind),
        }
    }

    /// The type of an input.
    pub(super) fn input_type(&self, kind: TypeKind) -> String {
        match kind {
            TypeKind::Leaf(leaf) => values::given(leaf).to_owned(),
            TypeKind::OrderByDirection => "Direction".to_owned(),
            TypeKind::Of(id, TypeRole::AggregateOrderBy) => {
                let table = self.model.table(id);
                let stem = table.map_or("", |table| table.names.type_name.as_str());
                format!("AggregateOrder<{stem}$>")
            }
            TypeKind::Of(id, TypeRole::Column) => {
                let table = self.model.table(id);
                table.map_or_else(String::new, |table| format!("keyof {}", self.row_name(table)))
            }
            _ => self.name(&self.types.name(kind)),
        }
    }
}

/// Whether a type is written out, and not by another of the language's means.
pub(super) fn is_printed(kind: TypeKind) -> bool {
    !matches!(
        kind,
        TypeKind::Leaf(_)
            | TypeKind::OrderByDirection
            | TypeKind::Of(_, TypeRole::AggregateOrderBy | TypeRole::Column)
    )
}
