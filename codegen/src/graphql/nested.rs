//! The inputs of nested writes: what is to be done to rows through a relation.

use schema::TableId;

use super::{Constant, InputDef, Keep, Leaf, TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiTable, Relation, RelationKind, TypeRole};

impl<'m> TypeSystem<'m> {
    /// The relation at that position of a table, with the table.
    pub(super) fn relation(self, table: TableId, position: u16) -> Option<(&'m ApiTable, &'m Relation)> {
        let table = self.model.table(table)?;
        Some((table, table.relations.get(usize::from(position))?))
    }

    /// The relations of a table through which rows can be written.
    pub(super) fn written_relations<'t>(
        self,
        table: &'t ApiTable,
    ) -> impl Iterator<Item = (u16, &'t Relation)> + use<'m, 't> {
        (0..).zip(&table.relations).filter(move |(_, relation)| {
            let target = self.model.table(relation.target);
            let (child, column) = match relation.kind {
                RelationKind::ToOne { .. } => (Some(table), relation.join.first().map(|(local, _)| *local)),
                _ => (target, relation.join.first().map(|(_, remote)| *remote)),
            };
            let generated = child
                .zip(column)
                .and_then(|(child, id)| child.column(id))
                .is_none_or(|column| column.generated);
            // A relation of a view has no input, as nothing is written through it.
            let written = !relation.input.is_empty();
            written && !generated && target.is_some_and(|target| Self::has(target, TypeRole::InsertInput))
        })
    }

    /// The fields for them in the inputs of a table's rows.
    pub(super) fn relation_fields(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        self.written_relations(table)
            .filter(|(_, relation)| keep(&relation.field))
            .map(|(position, relation)| {
                let target = self.model.table(relation.target);
                let target = target.map_or("", |target| &target.declared);
                let ty = self.reference(TypeKind::RelationInput(table.id, position));
                InputDef::new(&relation.field, ty).described(format!(
                    "What is done with rows of `{target}` through the foreign key `{}`.",
                    relation.constraint
                ))
            })
            .collect()
    }

    /// The fields of what is done through a relation.
    pub(super) fn relation_input(self, table: TableId, position: u16, keep: Keep<'_>) -> Vec<InputDef> {
        let Some((table, relation)) = self.relation(table, position) else {
            return Vec::new();
        };
        let Some(target) = self.model.table(relation.target) else {
            return Vec::new();
        };
        let optional = |child: &ApiTable, ids: &mut dyn Iterator<Item = schema::ColumnId>| {
            ids.filter_map(|id| child.column(id))
                .any(|column| column.nullable)
        };
        let words = Words {
            types: self,
            target,
            many: !relation.is_to_one(),
            detaches: match relation.kind {
                RelationKind::ToOne { .. } => {
                    optional(table, &mut relation.join.iter().map(|(local, _)| *local))
                }
                _ => optional(target, &mut relation.join.iter().map(|(_, remote)| *remote)),
            },
            // A row that others must refer to is not removed under them.
            removes: relation.kind != RelationKind::ToOne { nullable: false },
        };
        let mut fields = words.fields();
        fields.retain(|field| keep(&field.name));
        fields
    }

    /// The fields of the inputs that name, upsert and change related rows.
    pub(super) fn nested(self, table: &ApiTable, role: TypeRole, keep: Keep<'_>) -> Vec<InputDef> {
        let mut fields = match role {
            TypeRole::UniqueInput => table
                .columns
                .iter()
                .filter(|column| table.keys.iter().any(|key| key.columns.contains(&column.id)))
                .map(|column| {
                    InputDef::new(&column.field, self.column_type(table, column))
                        .described(Self::column_description(column)).deprecated(column.deprecated.as_ref())
                })
                .collect(),
            TypeRole::UpsertInput => vec![
                InputDef::new("create", self.of(table, TypeRole::InsertInput).required())
                    .described("The row."),
                InputDef::new("onConflict", self.of(table, TypeRole::OnConflict)).described(
                    "By which key it may be there already, and what it takes then: by the primary key, and all that is given, \
                     unless said.",
                ),
            ],
            _ => vec![
                InputDef::new("filter", self.of(table, TypeRole::Filter))
                    .described("Which of the related rows; all if left out."),
                InputDef::new("set", self.of(table, TypeRole::UpdateInput).required())
                    .described("What they are set to."),
                InputDef::new("atMost", self.leaf(Leaf::Int).required())
                    .or(Constant::Int(1))
                    .described("The most rows that it may be: more is an error that changes nothing."),
            ],
        };
        fields.retain(|field| keep(&field.name));
        fields
    }
}

/// The words of one relation's input.
struct Words<'t> {
    types: TypeSystem<'t>,
    target: &'t ApiTable,
    many: bool,
    detaches: bool,
    removes: bool,
}

impl Words<'_> {
    fn fields(&self) -> Vec<InputDef> {
        let named = TypeSystem::has(self.target, TypeRole::UniqueInput);
        let update = if self.many {
            TypeRole::UpdateManyInput
        } else {
            TypeRole::UpdateInput
        };
        let mut fields = vec![self.word("create", TypeRole::InsertInput, "Adds", "and relates")];
        if named {
            fields.push(self.word(
                "connect",
                TypeRole::UniqueInput,
                "Relates",
                "there already, by a unique key",
            ));
        }
        if TypeSystem::has(self.target, TypeRole::UpsertInput) {
            fields.push(self.word(
                "upsert",
                TypeRole::UpsertInput,
                "Adds, or changes where its key is taken, and relates",
                "",
            ));
        }
        fields.push(self.word(
            "update",
            update,
            "Changes",
            "related already: for changes of rows only",
        ));
        if self.detaches && (named || !self.many) {
            fields.push(self.gone(
                "disconnect",
                "Takes the reference away and leaves the row: for changes of rows only.",
            ));
        }
        if self.removes && (named || !self.many) {
            fields.push(self.gone("delete", "Removes the related row: for changes of rows only."));
        }
        fields
    }

    fn word(&self, name: &str, role: TypeRole, does: &str, more: &str) -> InputDef {
        let ty = self.types.of(self.target, role);
        let (ty, rows) = if self.many {
            (ty.list(), "rows")
        } else {
            (ty, "a row")
        };
        let text = format!("{does} {rows} {more}");
        InputDef::new(name, ty).described(format!("{}.", text.trim_end()))
    }

    fn gone(&self, name: &str, text: &str) -> InputDef {
        let ty: TypeRef = if self.many {
            self.types.of(self.target, TypeRole::UniqueInput).list()
        } else {
            self.types.leaf(Leaf::Boolean)
        };
        InputDef::new(name, ty).described(text)
    }
}
