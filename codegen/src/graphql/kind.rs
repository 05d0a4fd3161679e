//! Which types there are, by their names and in their order.

use schema::stored::Scalar;
use schema::{ColumnId, TableId};

use super::{Leaf, MetaType, TypeRef, TypeSystem};
use crate::model::{ApiTable, TypeRole};

/// A type of the type system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeKind {
    /// The root of queries.
    Query,
    /// The root of mutations.
    Mutation,
    /// The interface of rows with a `nodeId`.
    Node,
    /// `PageInfo`.
    PageInfo,
    /// `OrderByDirection`.
    OrderByDirection,
    /// `FilterIs`.
    FilterIs,
    /// A scalar.
    Leaf(Leaf),
    /// A table's rows.
    Row(TableId),
    /// Another type of a table.
    Of(TableId, TypeRole),
    /// What a write does through the relation at that position of a table.
    RelationInput(TableId, u16),
    /// The members of an ENUM column.
    ColumnEnum(TableId, ColumnId),
    /// The filter on such a column.
    ColumnEnumFilter(TableId, ColumnId),
    /// The filter on columns of that type.
    ScalarFilter(Scalar),
    /// The filter on a part of a JSON document.
    JsonPathFilter,
    /// The filter on `nodeId`.
    IdFilter,
    /// `SearchMode`.
    SearchMode,
    /// A type of introspection.
    Meta(MetaType),
}

/// All types of columns.
pub(super) const SCALARS: [Scalar; 16] = [
    Scalar::Boolean,
    Scalar::Int,
    Scalar::UnsignedInt,
    Scalar::BigInt,
    Scalar::Decimal,
    Scalar::Float,
    Scalar::String,
    Scalar::Bytes,
    Scalar::Date,
    Scalar::Time,
    Scalar::Datetime,
    Scalar::Timestamp,
    Scalar::Enum,
    Scalar::Set,
    Scalar::Json,
    Scalar::Geometry,
];

impl TypeKind {
    /// Whether it is an input object.
    pub const fn is_input(self) -> bool {
        match self {
            Self::Of(_, role) => role.is_input(),
            Self::RelationInput(..)
            | Self::ColumnEnumFilter(..)
            | Self::ScalarFilter(_)
            | Self::JsonPathFilter
            | Self::IdFilter => true,
            _ => false,
        }
    }

    /// Whether it has no fields: a scalar or an enum.
    pub const fn is_leaf(self) -> bool {
        matches!(
            self,
            Self::Leaf(_)
                | Self::OrderByDirection
                | Self::FilterIs
                | Self::ColumnEnum(..)
                | Self::Of(_, TypeRole::GroupKey | TypeRole::Column | TypeRole::SearchColumn)
                | Self::SearchMode
                | Self::Meta(MetaType::TypeKind | MetaType::DirectiveLocation)
        )
    }
}

impl TypeSystem<'_> {
    /// The type's name.
    pub fn name(self, kind: TypeKind) -> String {
        let of_column = |table, column| {
            self.column(table, column)
                .and_then(|column| column.enum_type.clone())
                .unwrap_or_default()
        };
        match kind {
            TypeKind::Query => "Query".to_owned(),
            TypeKind::Mutation => "Mutation".to_owned(),
            TypeKind::Node => "Node".to_owned(),
            TypeKind::PageInfo => "PageInfo".to_owned(),
            TypeKind::OrderByDirection => "OrderByDirection".to_owned(),
            TypeKind::FilterIs => "FilterIs".to_owned(),
            TypeKind::SearchMode => "SearchMode".to_owned(),
            TypeKind::Leaf(leaf) => leaf.name().to_owned(),
            TypeKind::Row(id) => self.table(id, |table| table.names.type_name.clone()),
            TypeKind::Of(id, role) => self.table(id, |table| table.type_for(role)),
            TypeKind::RelationInput(table, position) => self
                .relation(table, position)
                .map(|(_, relation)| relation.input.clone())
                .unwrap_or_default(),
            TypeKind::ColumnEnum(table, column) => of_column(table, column),
            TypeKind::ColumnEnumFilter(table, column) => format!("{}Filter", of_column(table, column)),
            TypeKind::ScalarFilter(Scalar::Enum) => "EnumFilter".to_owned(),
            TypeKind::ScalarFilter(Scalar::Set) => "SetFilter".to_owned(),
            TypeKind::ScalarFilter(scalar) => format!("{}Filter", Leaf::of(scalar).name()),
            TypeKind::JsonPathFilter => "JSONPathFilter".to_owned(),
            TypeKind::IdFilter => "IDFilter".to_owned(),
            TypeKind::Meta(meta) => meta.name().to_owned(),
        }
    }

    /// The type of that name.
    pub fn kind(self, name: &str) -> Option<TypeKind> {
        self.fixed_kind(name)
            .or_else(|| {
                self.model
                    .table_of_type(name)
                    .map(|table| TypeKind::Row(table.id))
            })
            .or_else(|| self.kind_by_role(name))
            .or_else(|| self.kind_of_column(name))
            .or_else(|| self.kind_of_relation(name))
    }

    /// Every type but those that the specification defines, in the order in which a schema prints them.
    pub fn kinds(self) -> Vec<TypeKind> {
        let mut kinds = vec![TypeKind::Query];
        if self.is_written() {
            kinds.push(TypeKind::Mutation);
        }
        kinds.push(TypeKind::Node);
        for table in &self.model.tables {
            kinds.push(TypeKind::Row(table.id));
            kinds.extend(
                TypeRole::ALL
                    .into_iter()
                    .filter(|role| Self::has(table, *role))
                    .map(|role| TypeKind::Of(table.id, role)),
            );
            kinds.extend(
                self.written_relations(table)
                    .map(|(position, _)| TypeKind::RelationInput(table.id, position)),
            );
            for column in table.columns.iter().filter(|column| column.enum_type.is_some()) {
                kinds.push(TypeKind::ColumnEnum(table.id, column.id));
                kinds.push(TypeKind::ColumnEnumFilter(table.id, column.id));
            }
        }
        if !self.model.tables.is_empty() {
            kinds.extend([
                TypeKind::PageInfo,
                TypeKind::OrderByDirection,
                TypeKind::FilterIs,
                TypeKind::IdFilter,
            ]);
            kinds.extend(self.is_searched().then_some(TypeKind::SearchMode));
            kinds.extend(self.used_scalars().map(TypeKind::ScalarFilter));
            if self.used_scalars().any(|scalar| scalar == Scalar::Json) {
                kinds.push(TypeKind::JsonPathFilter);
            }
        }
        kinds.extend(self.used_leaves().into_iter().map(TypeKind::Leaf));
        kinds
    }

    /// Whether the table has such a type: inputs without any field are left out.
    pub(super) fn has(table: &ApiTable, role: TypeRole) -> bool {
        match role {
            TypeRole::InsertInput
            | TypeRole::UpdateInput
            | TypeRole::InsertResponse
            | TypeRole::UpdateResponse => Self::writable(table).next().is_some(),
            TypeRole::ManyFilter => table.listed,
            TypeRole::AggregateOrderBy => table.ranked,
            TypeRole::UpdateManyInput => Self::writable(table).next().is_some(),
            TypeRole::IncrementInput => Self::incremented(table).next().is_some(),
            TypeRole::JoinInput
            | TypeRole::DeleteKeyInput
            | TypeRole::DeleteElemInput
            | TypeRole::DeletePathInput => Self::documents(table).next().is_some(),
            TypeRole::UniqueInput => !table.keys.is_empty(),
            TypeRole::Column => !table.columns.is_empty(),
            TypeRole::OnConflict | TypeRole::UpsertInput => {
                Self::writable(table).next().is_some() && !table.keys.is_empty()
            }
            TypeRole::OrderBy => {
                table.columns.iter().any(|column| is_ordered(column.scalar()))
                    || table.relations.iter().any(|relation| !relation.is_to_one())
            }
            TypeRole::SearchInput | TypeRole::SearchColumn => table.search.is_some(),
            TypeRole::DeleteResponse => !table.is_view,
            TypeRole::Connection | TypeRole::Edge | TypeRole::Filter => true,
            _ => Self::has_aggregates(table, role),
        }
    }

    /// Whether there is anything but views.
    fn is_written(self) -> bool {
        self.model.tables.iter().any(|table| !table.is_view)
    }

    /// Whether any table is searched.
    fn is_searched(self) -> bool {
        self.model.tables.iter().any(|table| table.search.is_some())
    }

    /// A nullable reference to a type.
    pub fn reference(self, kind: TypeKind) -> TypeRef {
        TypeRef::Named(kind, self.name(kind))
    }

    fn fixed_kind(self, name: &str) -> Option<TypeKind> {
        let any = !self.model.tables.is_empty();
        let fixed = match name {
            "Query" => TypeKind::Query,
            "Node" => TypeKind::Node,
            "Mutation" if self.is_written() => TypeKind::Mutation,
            "IDFilter" if any => TypeKind::IdFilter,
            "JSONPathFilter" if any => TypeKind::JsonPathFilter,
            "PageInfo" if any => TypeKind::PageInfo,
            "OrderByDirection" if any => TypeKind::OrderByDirection,
            "SearchMode" if self.is_searched() => TypeKind::SearchMode,
            "FilterIs" if any => TypeKind::FilterIs,
            _ => {
                if name.starts_with("__") {
                    return MetaType::ALL
                        .into_iter()
                        .find(|meta| meta.name() == name)
                        .map(TypeKind::Meta);
                }
                let leaf = Leaf::ALL.into_iter().find(|leaf| leaf.name() == name);
                let filter = || {
                    SCALARS
                        .into_iter()
                        .map(TypeKind::ScalarFilter)
                        .find(|kind| self.name(*kind) == name)
                };
                return leaf.map(TypeKind::Leaf).or_else(filter);
            }
        };
        Some(fixed)
    }

    fn kind_by_role(self, name: &str) -> Option<TypeKind> {
        TypeRole::ALL.into_iter().find_map(|role| {
            let table = self.model.table_of_type(name.strip_suffix(role.suffix())?)?;
            Self::has(table, role).then_some(TypeKind::Of(table.id, role))
        })
    }

    fn kind_of_column(self, name: &str) -> Option<TypeKind> {
        let stem = name.strip_suffix("Filter");
        self.model.tables.iter().find_map(|table| {
            table.columns.iter().find_map(|column| {
                let enum_type = column.enum_type.as_deref()?;
                if enum_type == name {
                    Some(TypeKind::ColumnEnum(table.id, column.id))
                } else if Some(enum_type) == stem {
                    Some(TypeKind::ColumnEnumFilter(table.id, column.id))
                } else {
                    None
                }
            })
        })
    }

    fn kind_of_relation(self, name: &str) -> Option<TypeKind> {
        self.model.tables.iter().find_map(|table| {
            self.written_relations(table)
                .find(|(_, relation)| relation.input == name)
                .map(|(position, _)| TypeKind::RelationInput(table.id, position))
        })
    }

    fn used_scalars(self) -> impl Iterator<Item = Scalar> {
        let columns = || self.model.tables.iter().flat_map(|table| &table.columns);
        let aggregates = self.aggregate_scalars();
        SCALARS.into_iter().filter(move |scalar| {
            aggregates.contains(scalar)
                || columns().any(|column| column.enum_type.is_none() && column.scalar() == *scalar)
        })
    }

    fn used_leaves(self) -> Vec<Leaf> {
        let mut used: Vec<Leaf> = self
            .used_scalars()
            .chain(self.key_scalars())
            .chain(self.step_scalars())
            .map(Leaf::of)
            .collect();
        if used.contains(&Leaf::Json) {
            used.push(Leaf::JsonPath);
        }
        let any = !self.model.tables.is_empty();
        Leaf::ALL
            .into_iter()
            .filter(|leaf| !leaf.is_built_in())
            .filter(|leaf| used.contains(leaf) || (any && *leaf == Leaf::Cursor))
            .collect()
    }

    fn table(self, id: TableId, name: impl Fn(&ApiTable) -> String) -> String {
        self.model.table(id).map(name).unwrap_or_default()
    }
}

/// Whether rows can be ordered by such a column.
pub const fn is_ordered(scalar: Scalar) -> bool {
    !matches!(scalar, Scalar::Json | Scalar::Geometry)
}
