//! The model of a tenant's API.

use std::collections::HashMap;

use schema::stored::{Scalar, Stored};
use schema::{ColumnId, TableId};

use crate::inflect::begins_as_value;

/// Everything that the API of one schema version shows.
#[derive(Debug, Clone)]
pub struct ApiModel {
    /// The tables and, behind them, the views: position `n` is [`TableId`] `n`.
    pub tables: Vec<ApiTable>,
    /// Tables by the names that REST takes: the API's and the declared ones.
    pub(crate) by_name: HashMap<String, TableId>,
    /// Tables by their type's name.
    pub(crate) by_type: HashMap<String, TableId>,
}

/// A table in the API.
#[derive(Debug, Clone)]
pub struct ApiTable {
    /// Its position.
    pub id: TableId,
    /// The declared name.
    pub declared: String,
    /// The declared comment, without what it says of its deprecation.
    pub comment: Option<String>,
    /// Why it should be used no more.
    pub deprecated: Option<String>,
    /// Whether it is a view, whose rows nobody writes.
    pub is_view: bool,
    /// Whether its rows are changed and removed only where their state is named.
    pub require_if_match: bool,
    /// All names that GraphQL and REST use for it.
    pub names: TableNames,
    /// The columns: position `n` is [`ColumnId`] `n`.
    pub columns: Vec<ApiColumn>,
    /// Relations from foreign keys, both ways.
    pub relations: Vec<Relation>,
    /// The primary key's columns; empty where there is none.
    pub key: Vec<ColumnId>,
    /// Whether a relation leads to many of its rows.
    pub listed: bool,
    /// Whether many of its rows may be aggregated in an order: a relation leads to them, or to rows that lead on to them.
    pub ranked: bool,
    /// Unique keys over columns that are never NULL, beside the primary one.
    pub unique: Vec<Vec<ColumnId>>,
    /// Every unique key, the primary one first: what names a row beside others.
    pub keys: Vec<UniqueKey>,
    /// How its rows are searched, where it has FULLTEXT keys.
    pub search: Option<ApiSearch>,
}

/// A unique key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UniqueKey {
    /// The declared name of the constraint; `PRIMARY` for the primary key, as in MySQL.
    pub constraint: String,
    /// Its columns, some of which may be NULL.
    pub columns: Vec<ColumnId>,
}

/// The full-text search of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiSearch {
    /// The columns that are searched, in the order of the index.
    pub columns: Vec<ColumnId>,
    /// The field of how well a row fits: `searchScore`.
    pub score: String,
    /// The field of a piece of its text: `searchSnippet`.
    pub snippet: String,
}

/// The names of one table in the API. Types are unique among all types, root fields among all root fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableNames {
    /// The object type, and the stem of the table's other types: `Book`.
    pub type_name: String,
    /// The table in REST paths: `book`.
    pub rest: String,
    /// `bookCollection`.
    pub collection: String,
    /// `bookByPk`, where there is a primary key.
    pub by_pk: String,
    /// `insertIntoBookCollection`.
    pub insert: String,
    /// `updateBookCollection`.
    pub update: String,
    /// `deleteFromBookCollection`.
    pub delete: String,
}

/// A column in the API.
#[derive(Debug, Clone)]
pub struct ApiColumn {
    /// The table that it belongs to.
    pub table: TableId,
    /// Its position.
    pub id: ColumnId,
    /// The declared name.
    pub declared: String,
    /// The declared comment, without what it says of its deprecation.
    pub comment: Option<String>,
    /// Why it should be used no more.
    pub deprecated: Option<String>,
    /// Its field, in both protocols: `publishedAt`.
    pub field: String,
    /// How it is kept.
    pub stored: Stored,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// Whether an insert may leave it out: it is nullable, has a default, or counts by itself.
    pub optional: bool,
    /// Whether it is generated: never written.
    pub generated: bool,
    /// The name of its GraphQL enum, where its members are GraphQL names.
    pub enum_type: Option<String>,
}

/// A way from a row to rows of another table (or the same).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Its field, in both protocols: `author`, `bookCollection`.
    pub field: String,
    /// To one row or to many.
    pub kind: RelationKind,
    /// The table that it leads to.
    pub target: TableId,
    /// Pairs of columns that are equal: of this table, of the target.
    pub join: Vec<(ColumnId, ColumnId)>,
    /// The declared name of the foreign key behind it.
    pub constraint: String,
    /// The GraphQL input by which a write says what is to be done through it: `BookAuthorToOneInput`.
    pub input: String,
}

/// What a relation leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationKind {
    /// The row that this table's foreign key refers to.
    ToOne {
        /// Whether there may be none.
        nullable: bool,
    },
    /// At most one row of another table refers to this one, with a unique key.
    OneToOne,
    /// Rows of another table refer to this one.
    ToMany,
}

impl ApiModel {
    /// The table at that position, if there is one.
    pub fn table(&self, id: TableId) -> Option<&ApiTable> {
        self.tables.get(id.index())
    }

    /// The table of that name in REST: the API's name or the declared one.
    pub fn table_named(&self, name: &str) -> Option<&ApiTable> {
        self.by_name.get(name).and_then(|id| self.table(*id))
    }

    /// The table whose object type has that name.
    pub fn table_of_type(&self, type_name: &str) -> Option<&ApiTable> {
        self.by_type.get(type_name).and_then(|id| self.table(*id))
    }
}

impl ApiTable {
    /// The column at that position. Positions in a table's own relations and keys are always valid.
    pub fn column(&self, id: ColumnId) -> Option<&ApiColumn> {
        self.columns.get(id.index())
    }

    /// The column of that field.
    pub fn column_of_field(&self, field: &str) -> Option<&ApiColumn> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// The column of that name as a member of an enum.
    pub fn column_of_member(&self, name: &str) -> Option<&ApiColumn> {
        self.columns.iter().find(|column| column.enum_name() == name)
    }

    /// The column of that name: its field or, where no field has it, its declared name.
    pub fn column_named(&self, name: &str) -> Option<&ApiColumn> {
        self.column_of_field(name)
            .or_else(|| self.columns.iter().find(|column| column.declared == name))
    }

    /// The relation by which a row can say what it refers to in place of this column.
    pub fn supplying(&self, column: ColumnId) -> Option<&Relation> {
        self.relations.iter().find(|relation| {
            matches!(relation.kind, RelationKind::ToOne { .. })
                && relation.join.iter().any(|(local, _)| *local == column)
        })
    }

    /// The unique key over just these columns, in whatever order.
    pub fn key_over(&self, columns: &[ColumnId]) -> Option<&UniqueKey> {
        self.keys.iter().find(|key| {
            key.columns.len() == columns.len() && key.columns.iter().all(|id| columns.contains(id))
        })
    }

    /// The columns that are searched, each with its position in the index.
    pub fn searched(&self) -> impl Iterator<Item = (usize, &ApiColumn)> {
        let ids = self.search.iter().flat_map(|search| &search.columns);
        ids.enumerate()
            .filter_map(|(position, id)| Some((position, self.column(*id)?)))
    }

    /// The relation of that field.
    pub fn relation(&self, field: &str) -> Option<&Relation> {
        self.relations.iter().find(|relation| relation.field == field)
    }

    /// A type of this table, by its role: `BookFilter`.
    pub fn type_for(&self, role: TypeRole) -> String {
        format!("{}{}", self.names.type_name, role.suffix())
    }
}

impl ApiColumn {
    /// What stands for a value that may be NULL and that nobody writes, of no declared column.
    pub fn of_value(table: TableId, id: ColumnId, name: String, stored: Stored) -> Self {
        Self {
            table,
            id,
            declared: name.clone(),
            comment: None,
            deprecated: None,
            field: name,
            stored,
            nullable: true,
            optional: true,
            generated: true,
            enum_type: None,
        }
    }

    /// Its name as a member of an enum, which some cannot be. No field starts with an underscore.
    pub fn enum_name(&self) -> String {
        if begins_as_value(&self.field) {
            format!("_{}", self.field)
        } else {
            self.field.clone()
        }
    }

    /// The type that the API shows.
    pub fn scalar(&self) -> Scalar {
        self.stored.scalar()
    }
}

impl Relation {
    /// Whether it leads to at most one row.
    pub fn is_to_one(&self) -> bool {
        !matches!(self.kind, RelationKind::ToMany)
    }
}

/// The types that each table brings beside its object type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeRole {
    /// The Relay connection.
    Connection,
    /// The Relay edge.
    Edge,
    /// The filter input.
    Filter,
    /// The filter input on related rows of which there may be many.
    ManyFilter,
    /// The order input.
    OrderBy,
    /// The order input of related rows of which there may be many.
    AggregateOrderBy,
    /// A row to insert.
    InsertInput,
    /// The columns to change.
    UpdateInput,
    /// What an insert answers.
    InsertResponse,
    /// What an update answers.
    UpdateResponse,
    /// What a delete answers.
    DeleteResponse,
    /// Aggregates of rows.
    Aggregate,
    /// How many different values columns have.
    CountFields,
    /// The sums of columns.
    SumFields,
    /// The averages of columns.
    AvgFields,
    /// The least values of columns.
    MinFields,
    /// The greatest values of columns.
    MaxFields,
    /// A group of rows.
    Group,
    /// What the rows of a group have in common.
    GroupKeys,
    /// What rows may be grouped by.
    GroupKey,
    /// The filter input of groups.
    Having,
    /// Its conditions on counts of columns.
    HavingCounts,
    /// Its conditions on sums and averages.
    HavingNumbers,
    /// Its conditions on least and greatest values.
    HavingFields,
    /// The order input of groups.
    GroupOrderBy,
    /// An order by keys.
    GroupKeysOrderBy,
    /// An order by counts, least or greatest values.
    FieldsOrderBy,
    /// An order by sums or averages.
    NumbersOrderBy,
    /// The columns, by their names.
    Column,
    /// What becomes of a row to insert whose key is taken.
    OnConflict,
    /// What to search for.
    SearchInput,
    /// The columns that are searched.
    SearchColumn,
    /// A row by one of its unique keys.
    UniqueInput,
    /// A row to insert or, where its key is taken, to update.
    UpsertInput,
    /// Related rows to update.
    UpdateManyInput,
    /// What is added to numbers of a row.
    IncrementInput,
    /// JSON that is put before or behind documents of a row.
    JoinInput,
    /// Keys that are taken from documents of a row.
    DeleteKeyInput,
    /// Positions of elements that are taken from documents of a row.
    DeleteElemInput,
    /// Ways to what is taken from documents of a row.
    DeletePathInput,
}

impl TypeRole {
    /// All of them.
    pub const ALL: [Self; 40] = [
        Self::Connection,
        Self::Edge,
        Self::Filter,
        Self::ManyFilter,
        Self::OrderBy,
        Self::AggregateOrderBy,
        Self::InsertInput,
        Self::UpdateInput,
        Self::InsertResponse,
        Self::UpdateResponse,
        Self::DeleteResponse,
        Self::Aggregate,
        Self::CountFields,
        Self::SumFields,
        Self::AvgFields,
        Self::MinFields,
        Self::MaxFields,
        Self::Group,
        Self::GroupKeys,
        Self::GroupKey,
        Self::Having,
        Self::HavingCounts,
        Self::HavingNumbers,
        Self::HavingFields,
        Self::GroupOrderBy,
        Self::GroupKeysOrderBy,
        Self::FieldsOrderBy,
        Self::NumbersOrderBy,
        Self::Column,
        Self::OnConflict,
        Self::SearchInput,
        Self::SearchColumn,
        Self::UniqueInput,
        Self::UpsertInput,
        Self::UpdateManyInput,
        Self::IncrementInput,
        Self::JoinInput,
        Self::DeleteKeyInput,
        Self::DeleteElemInput,
        Self::DeletePathInput,
    ];

    /// Whether it is an input object.
    pub const fn is_input(self) -> bool {
        matches!(
            self,
            Self::Filter
                | Self::ManyFilter
                | Self::OrderBy
                | Self::AggregateOrderBy
                | Self::InsertInput
                | Self::UpdateInput
                | Self::OnConflict
                | Self::UniqueInput
                | Self::UpsertInput
                | Self::UpdateManyInput
                | Self::IncrementInput
                | Self::JoinInput
                | Self::DeleteKeyInput
                | Self::DeleteElemInput
                | Self::DeletePathInput
                | Self::Having
                | Self::HavingCounts
                | Self::HavingNumbers
                | Self::HavingFields
                | Self::GroupOrderBy
                | Self::GroupKeysOrderBy
                | Self::FieldsOrderBy
                | Self::NumbersOrderBy
                | Self::SearchInput
        )
    }

    /// What stands behind the object type's name.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Connection => "Connection",
            Self::Edge => "Edge",
            Self::Filter => "Filter",
            Self::ManyFilter => "ManyFilter",
            Self::OrderBy => "OrderBy",
            Self::AggregateOrderBy => "AggregateOrderBy",
            Self::InsertInput => "InsertInput",
            Self::UpdateInput => "UpdateInput",
            Self::InsertResponse => "InsertResponse",
            Self::UpdateResponse => "UpdateResponse",
            Self::DeleteResponse => "DeleteResponse",
            Self::Aggregate => "Aggregate",
            Self::CountFields => "CountFields",
            Self::SumFields => "SumFields",
            Self::AvgFields => "AvgFields",
            Self::MinFields => "MinFields",
            Self::MaxFields => "MaxFields",
            Self::Group => "Group",
            Self::GroupKeys => "GroupKeys",
            Self::GroupKey => "GroupKey",
            Self::Having => "Having",
            Self::HavingCounts => "HavingCounts",
            Self::HavingNumbers => "HavingNumbers",
            Self::HavingFields => "HavingFields",
            Self::GroupOrderBy => "GroupOrderBy",
            Self::GroupKeysOrderBy => "GroupKeysOrderBy",
            Self::FieldsOrderBy => "FieldsOrderBy",
            Self::NumbersOrderBy => "NumbersOrderBy",
            Self::Column => "Column",
            Self::OnConflict => "OnConflict",
            Self::SearchInput => "SearchInput",
            Self::SearchColumn => "SearchColumn",
            Self::UniqueInput => "UniqueInput",
            Self::UpsertInput => "UpsertInput",
            Self::UpdateManyInput => "UpdateManyInput",
            Self::IncrementInput => "IncrementInput",
            Self::JoinInput => "JoinInput",
            Self::DeleteKeyInput => "DeleteKeyInput",
            Self::DeleteElemInput => "DeleteElemInput",
            Self::DeletePathInput => "DeletePathInput",
        }
    }
}
