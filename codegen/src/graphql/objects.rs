//! The fields of object types and of `Node`.

use schema::stored::{Reshape, Scalar};

use super::{Constant, FieldDef, InputDef, Keep, Leaf, Meaning, TypeKind, TypeRef, TypeSystem, described};
use crate::model::{ApiColumn, ApiTable, Relation, RelationKind, TypeRole};

/// The arguments of an update that change documents that are there, as PostgreSQL's operators on `jsonb` do.
pub const RESHAPES: [(&str, Reshape, TypeRole, &str); 5] = [
    (
        "append",
        Reshape::Append,
        TypeRole::JoinInput,
        "JSON that is put behind documents as they are then: members join those of an object and win over them, elements follow \
         those of an array. NULL stays NULL.",
    ),
    (
        "prepend",
        Reshape::Prepend,
        TypeRole::JoinInput,
        "JSON that is put before documents: members of the object that is there win.",
    ),
    (
        "deleteKey",
        Reshape::DeleteKey,
        TypeRole::DeleteKeyInput,
        "The key whose member is taken from an object, or the string that is taken from an array.",
    ),
    (
        "deleteElem",
        Reshape::DeleteElement,
        TypeRole::DeleteElemInput,
        "The position of the element that is taken from an array, from 0; from the end where it is negative.",
    ),
    (
        "deleteAtPath",
        Reshape::DeletePath,
        TypeRole::DeletePathInput,
        "The way to what is taken from a document, such as `[\"a\", 0]` or `\"$.a[0]\"`.",
    ),
];

impl TypeSystem<'_> {
    /// The fields of an object or interface type that `keep` holds for; none for other types.
    pub fn fields(self, kind: TypeKind, keep: Keep<'_>) -> Vec<FieldDef> {
        let table = |id| self.model.table(id);
        match kind {
            TypeKind::Query => self.query(keep),
            TypeKind::Mutation => self.mutation(keep),
            TypeKind::Node => kept([self.node_id_field()], keep),
            TypeKind::PageInfo => kept(self.page_info(), keep),
            TypeKind::Meta(meta) => kept(self.meta_fields(meta), keep),
            TypeKind::Row(id) => table(id).map_or_else(Vec::new, |table| self.row(table, keep)),
            TypeKind::Of(id, role) => {
                table(id).map_or_else(Vec::new, |table| kept(self.of_role(table, role), keep))
            }
            _ => Vec::new(),
        }
    }

    fn query(self, keep: Keep<'_>) -> Vec<FieldDef> {
        let mut fields = Vec::new();
        for table in &self.model.tables {
            if keep(&table.names.collection) {
                let rows = self.collection(&table.names.collection, table, Meaning::Collection(table.id));
                fields.push(rows.deprecated(table.deprecated.as_ref()));
            }
            if !table.key.is_empty() && keep(&table.names.by_pk) {
                fields.push(self.by_pk(table).deprecated(table.deprecated.as_ref()));
            }
        }
        if keep("node") {
            let node_id = InputDef::new("nodeId", self.leaf(Leaf::Id).required());
            fields.push(
                FieldDef::new("node", self.reference(TypeKind::Node), Meaning::Node)
                    .described("The row of a `nodeId`, or null where there is none any more.")
                    .taking(vec![node_id]),
            );
        }
        fields
    }

    fn by_pk(self, table: &ApiTable) -> FieldDef {
        let arguments = table
            .key
            .iter()
            .filter_map(|id| table.column(*id))
            .map(|column| InputDef::new(&column.field, self.column_type(table, column).required()))
            .collect();
        FieldDef::new(
            &table.names.by_pk,
            self.reference(TypeKind::Row(table.id)),
            Meaning::ByPk(table.id),
        )
        .described(format!(
            "The row of `{}` with this primary key, or null.",
            table.declared
        ))
        .taking(arguments)
    }

    fn mutation(self, keep: Keep<'_>) -> Vec<FieldDef> {
        let mut fields = Vec::new();
        for table in &self.model.tables {
            let names = &table.names;
            let writable = Self::has(table, TypeRole::InsertInput);
            if writable && keep(&names.insert) {
                fields.push(self.insert(table).deprecated(table.deprecated.as_ref()));
            }
            if writable && keep(&names.update) {
                fields.push(self.update(table).deprecated(table.deprecated.as_ref()));
            }
            if !table.is_view && keep(&names.delete) {
                fields.push(self.delete(table).deprecated(table.deprecated.as_ref()));
            }
        }
        fields
    }

    fn insert(self, table: &ApiTable) -> FieldDef {
        let objects = self.of(table, TypeRole::InsertInput).list().required();
        let mut arguments = vec![InputDef::new("objects", objects)];
        if Self::has(table, TypeRole::OnConflict) {
            arguments.push(
                InputDef::new("onConflict", self.of(table, TypeRole::OnConflict))
                    .described("What becomes of a row whose key is taken: an error unless said."),
            );
        }
        FieldDef::new(
            &table.names.insert,
            self.of(table, TypeRole::InsertResponse).required(),
            Meaning::Insert(table.id),
        )
        .described(format!("Adds rows to `{}`.", table.declared))
        .taking(arguments)
    }

    fn update(self, table: &ApiTable) -> FieldDef {
        let increments = Self::has(table, TypeRole::IncrementInput);
        let ty = self.of(table, TypeRole::UpdateInput);
        let reshapes = Self::has(table, TypeRole::JoinInput);
        let ty = if increments || reshapes { ty } else { ty.required() };
        let set = InputDef::new("set", ty).described("The columns to change, with their new values.");
        let mut arguments = vec![set];
        if increments {
            arguments.push(
                InputDef::new("increment", self.of(table, TypeRole::IncrementInput)).described(
                    "What is added to numbers as they are then; less than zero takes away. NULL stays NULL.",
                ),
            );
        }
        if reshapes {
            arguments.extend(RESHAPES.map(|(name, _, role, description)| {
                InputDef::new(name, self.of(table, role)).described(description)
            }));
        }
        arguments.extend(self.which_rows(table));
        FieldDef::new(
            &table.names.update,
            self.of(table, TypeRole::UpdateResponse).required(),
            Meaning::Update(table.id),
        )
        .described(format!("Changes rows of `{}`.", table.declared))
        .taking(arguments)
    }

    fn delete(self, table: &ApiTable) -> FieldDef {
        FieldDef::new(
            &table.names.delete,
            self.of(table, TypeRole::DeleteResponse).required(),
            Meaning::Delete(table.id),
        )
        .described(format!("Removes rows of `{}`.", table.declared))
        .taking(self.which_rows(table).into())
    }

    fn which_rows(self, table: &ApiTable) -> [InputDef; 3] {
        let if_match = InputDef::new("ifMatch", self.leaf(Leaf::String)).described(
            "The `etag` of the one row that the filter finds: if it is another by now, nothing is changed.",
        );
        [
            InputDef::new("filter", self.of(table, TypeRole::Filter))
                .described("Which rows; all if left out."),
            InputDef::new("atMost", self.leaf(Leaf::Int).required())
                .or(Constant::Int(1))
                .described("The most rows that may be written: more is an error that changes nothing."),
            if_match,
        ]
    }

    fn row(self, table: &ApiTable, keep: Keep<'_>) -> Vec<FieldDef> {
        let mut fields = Vec::new();
        if !table.key.is_empty() && keep("nodeId") {
            fields.push(self.node_id_field());
        }
        let columns = table.columns.iter().filter(|column| keep(&column.field));
        fields.extend(columns.map(|column| self.column_field(table, column)));
        if !table.is_view && keep("etag") {
            fields.push(
                FieldDef::new("etag", self.leaf(Leaf::String).required(), Meaning::Etag).described(
                    "Stands for all values of the row: `ifMatch` writes to it only while they are the same.",
                ),
            );
        }
        for (position, relation) in table.relations.iter().enumerate() {
            if keep(&relation.field) {
                let deprecated = self
                    .model
                    .table(relation.target)
                    .and_then(|table| table.deprecated.as_ref());
                let field = self.relation_field(relation, position);
                fields.extend(field.map(|field| field.deprecated(deprecated)));
            }
        }
        fields.extend(self.found_fields(table, keep));
        fields
    }

    fn column_field(self, table: &ApiTable, column: &ApiColumn) -> FieldDef {
        let ty = self.column_type(table, column);
        if column.scalar() == Scalar::Json {
            // Nothing need be at a path.
            let path = InputDef::new("path", self.leaf(Leaf::JsonPath))
                .described("Only this part of the document, or null where there is none.");
            return FieldDef::new(&column.field, ty, Meaning::Column(column.id))
                .described(Self::column_description(column))
                .deprecated(column.deprecated.as_ref())
                .taking(vec![path]);
        }
        let ty = ty.required_unless(column.nullable);
        FieldDef::new(&column.field, ty, Meaning::Column(column.id))
            .described(Self::column_description(column))
            .deprecated(column.deprecated.as_ref())
    }

    fn relation_field(self, relation: &Relation, position: usize) -> Option<FieldDef> {
        let target = self.model.table(relation.target)?;
        let meaning = Meaning::Relation(position);
        let row = self.reference(TypeKind::Row(target.id));
        let field = match relation.kind {
            RelationKind::ToMany => self.collection(&relation.field, target, meaning),
            RelationKind::OneToOne => FieldDef::new(&relation.field, row, meaning),
            RelationKind::ToOne { nullable } => {
                FieldDef::new(&relation.field, row.required_unless(nullable), meaning)
            }
        };
        let through = format!(
            "Through the foreign key `{}`, to table `{}`.",
            relation.constraint, target.declared
        );
        Some(field.described(through))
    }

    /// A field that answers a connection, with a collection's arguments.
    fn collection(self, name: &str, table: &ApiTable, meaning: Meaning) -> FieldDef {
        let int = || self.leaf(Leaf::Int);
        let cursor = || self.leaf(Leaf::Cursor);
        let mut arguments = vec![
            InputDef::new("first", int()).described("The first so many rows."),
            InputDef::new("last", int()).described("The last so many rows."),
            InputDef::new("before", cursor()).described("Only rows before this place."),
            InputDef::new("after", cursor()).described("Only rows after this place."),
            InputDef::new("offset", int()).described("So many rows are passed over first."),
            InputDef::new("filter", self.of(table, TypeRole::Filter))
                .described("Which rows; all if left out."),
        ];
        if Self::has(table, TypeRole::OrderBy) {
            arguments.push(
                InputDef::new("orderBy", self.of(table, TypeRole::OrderBy).list())
                    .described("Their order; the key completes it."),
            );
        }
        if Self::has(table, TypeRole::Column) {
            arguments.push(
                InputDef::new("distinctOn", self.of(table, TypeRole::Column).list()).described(
                    "Of rows with the same values in these columns the first only, with which `orderBy` begins.",
                ),
            );
        }
        arguments.extend(self.search_argument(table));
        FieldDef::new(name, self.of(table, TypeRole::Connection).required(), meaning)
            .described(format!("Rows of `{}`, page by page.", table.declared))
            .taking(arguments)
    }

    fn of_role(self, table: &ApiTable, role: TypeRole) -> Vec<FieldDef> {
        let row = || self.reference(TypeKind::Row(table.id));
        let int = || self.leaf(Leaf::Int).required();
        match role {
            TypeRole::Connection => [
                vec![
                    FieldDef::new(
                        "edges",
                        self.of(table, TypeRole::Edge).list().required(),
                        Meaning::Edges,
                    ),
                    FieldDef::new("nodes", row().list().required(), Meaning::Nodes),
                    FieldDef::new(
                        "pageInfo",
                        self.reference(TypeKind::PageInfo).required(),
                        Meaning::PageInfo,
                    ),
                    FieldDef::new("totalCount", int(), Meaning::TotalCount)
                        .described("All rows that the filter finds, whatever the page."),
                ],
                self.of_all_rows(table),
            ]
            .concat(),
            TypeRole::Edge => vec![
                FieldDef::new("cursor", self.leaf(Leaf::Cursor).required(), Meaning::Cursor),
                FieldDef::new("node", row().required(), Meaning::EdgeNode),
            ],
            TypeRole::InsertResponse | TypeRole::UpdateResponse | TypeRole::DeleteResponse => vec![
                FieldDef::new("affectedCount", int(), Meaning::AffectedCount)
                    .described("How many rows were written."),
                FieldDef::new("records", row().list().required(), Meaning::Records)
                    .described("The rows that were written."),
            ],
            role if role.is_input() || role == TypeRole::SearchColumn => Vec::new(),
            _ => self.of_aggregates(table, role),
        }
    }

    fn page_info(self) -> [FieldDef; 4] {
        let boolean = || self.leaf(Leaf::Boolean).required();
        let cursor = || self.leaf(Leaf::Cursor);
        [
            FieldDef::new("hasNextPage", boolean(), Meaning::HasNextPage),
            FieldDef::new("hasPreviousPage", boolean(), Meaning::HasPreviousPage),
            FieldDef::new("startCursor", cursor(), Meaning::StartCursor),
            FieldDef::new("endCursor", cursor(), Meaning::EndCursor),
        ]
    }

    fn node_id_field(self) -> FieldDef {
        FieldDef::new("nodeId", self.leaf(Leaf::Id).required(), Meaning::NodeId)
            .described("Names the row among all rows of all tables.")
    }

    /// The type of a column's values, nullable.
    pub fn column_type(self, table: &ApiTable, column: &ApiColumn) -> TypeRef {
        match (&column.enum_type, &column.stored) {
            (Some(_), _) => self.reference(TypeKind::ColumnEnum(table.id, column.id)),
            (None, schema::stored::Stored::Set(_)) => self.leaf(Leaf::String).list(),
            (None, _) => self.leaf(Leaf::of(column.scalar())),
        }
    }

    /// The comment, the declared name and, where no GraphQL enum says them, the members.
    pub(super) fn column_description(column: &ApiColumn) -> String {
        use schema::stored::Stored;
        let declared = match &column.stored {
            Stored::Enum(values) if column.enum_type.is_none() => {
                format!("Column `{}`: one of {}.", column.declared, quoted(values))
            }
            Stored::Set(values) => format!("Column `{}`: any of {}.", column.declared, quoted(values)),
            _ => format!("Column `{}`.", column.declared),
        };
        described(column.comment.as_deref(), &declared)
    }

    pub(super) fn leaf(self, leaf: Leaf) -> TypeRef {
        self.reference(TypeKind::Leaf(leaf))
    }

    pub(super) fn of(self, table: &ApiTable, role: TypeRole) -> TypeRef {
        self.reference(TypeKind::Of(table.id, role))
    }
}

fn quoted(values: &[String]) -> String {
    values
        .iter()
        .map(|value| format!("\"{value}\""))
        .collect::<Vec<_>>()
        .join(", ")
}

fn kept(fields: impl IntoIterator<Item = FieldDef>, keep: Keep<'_>) -> Vec<FieldDef> {
    fields.into_iter().filter(|field| keep(&field.name)).collect()
}
