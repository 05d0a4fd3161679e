//! The fields of input types, and the members of enums.

use schema::stored::{Scalar, Stored};

use super::kind::is_ordered;
use super::{EnumValue, InputDef, Keep, Leaf, TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiColumn, ApiTable, Relation, TypeRole};

impl TypeSystem<'_> {
    /// The fields of an input type that `keep` holds for; none for other types.
    pub fn input_fields(self, kind: TypeKind, keep: Keep<'_>) -> Vec<InputDef> {
        match kind {
            TypeKind::Of(id, role) => self
                .model
                .table(id)
                .map_or_else(Vec::new, |table| self.table_input(table, role, keep)),
            TypeKind::ScalarFilter(Scalar::Json) => self.json_operators(keep),
            TypeKind::JsonPathFilter => self.json_path_operators(keep),
            TypeKind::RelationInput(table, position) => self.relation_input(table, position, keep),
            TypeKind::ScalarFilter(scalar) => self.operators(scalar, &self.operand(scalar), keep),
            TypeKind::ColumnEnumFilter(table, column) => {
                let operand = self.reference(TypeKind::ColumnEnum(table, column));
                self.operators(Scalar::Enum, &operand, keep)
            }
            TypeKind::IdFilter => Some(InputDef::new("eq", self.leaf(Leaf::Id)))
                .into_iter()
                .filter(|field| keep(&field.name))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn table_input(self, table: &ApiTable, role: TypeRole, keep: Keep<'_>) -> Vec<InputDef> {
        match role {
            TypeRole::Filter => self.filter(table, keep),
            TypeRole::ManyFilter => self.many_filter(table, keep),
            TypeRole::OrderBy => self.order(table, keep),
            TypeRole::SearchInput => self.search_input(table, keep),
            // A relation can say what a column of a foreign key would.
            TypeRole::InsertInput => self.written(table, keep, |column| {
                column.optional || table.supplying(column.id).is_some()
            }),
            TypeRole::UpdateInput => self.written(table, keep, |_| true),
            TypeRole::IncrementInput => self.increments(table, keep),
            TypeRole::JoinInput
            | TypeRole::DeleteKeyInput
            | TypeRole::DeleteElemInput
            | TypeRole::DeletePathInput => self.reshapes(table, role, keep),
            TypeRole::OnConflict => self.on_conflict(table, keep),
            TypeRole::UniqueInput | TypeRole::UpsertInput | TypeRole::UpdateManyInput => {
                self.nested(table, role, keep)
            }
            _ => self.aggregate_input(table, role, keep),
        }
    }

    fn order(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let columns = table
            .columns
            .iter()
            .filter(|column| is_ordered(column.scalar()) && keep(&column.field));
        let mut fields: Vec<InputDef> = columns
            .map(|column| {
                InputDef::new(&column.field, self.reference(TypeKind::OrderByDirection))
                    .deprecated(column.deprecated.as_ref())
            })
            .collect();
        let relations = table.relations.iter().filter(|relation| keep(&relation.field));
        fields.extend(relations.filter_map(|relation| {
            let target = self.model.table(relation.target)?;
            let role = if relation.is_to_one() {
                TypeRole::OrderBy
            } else {
                TypeRole::AggregateOrderBy
            };
            Self::has(target, role).then(|| InputDef::new(&relation.field, self.of(target, role)))
        }));
        fields.extend(self.search_order(table, keep));
        fields
    }

    fn written(
        self,
        table: &ApiTable,
        keep: Keep<'_>,
        optional: impl Fn(&ApiColumn) -> bool,
    ) -> Vec<InputDef> {
        let columns = Self::writable(table)
            .filter(|column| keep(&column.field))
            .map(|column| {
                let ty = self.column_type(table, column).required_unless(optional(column));
                InputDef::new(&column.field, ty)
                    .described(Self::column_description(column))
                    .deprecated(column.deprecated.as_ref())
            });
        columns.chain(self.relation_fields(table, keep)).collect()
    }

    fn increments(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let columns = Self::incremented(table).filter(|(column, _)| keep(&column.field));
        let field = |(column, step): (&ApiColumn, Stored)| {
            InputDef::new(&column.field, self.leaf(Leaf::of(step.scalar())))
                .described(Self::column_description(column))
                .deprecated(column.deprecated.as_ref())
        };
        columns.map(field).collect()
    }

    fn reshapes(self, table: &ApiTable, role: TypeRole, keep: Keep<'_>) -> Vec<InputDef> {
        let scalar = match role {
            TypeRole::DeleteKeyInput => Scalar::String,
            TypeRole::DeleteElemInput => Scalar::Int,
            _ => Scalar::Json,
        };
        Self::documents(table)
            .filter(|column| keep(&column.field))
            .map(|column| {
                InputDef::new(&column.field, self.leaf(Leaf::of(scalar)))
                    .described(Self::column_description(column))
                    .deprecated(column.deprecated.as_ref())
            })
            .collect()
    }

    fn on_conflict(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let columns = || self.of(table, TypeRole::Column).list();
        let fields = [
            InputDef::new("target", columns()).described(
                "The columns of the unique key that this is about. The primary key unless said; any key where `update` is \
                 empty.",
            ),
            InputDef::new("update", columns()).described(
                "The columns of the row that is there which take the new row's values; what the new row leaves out stays as \
                 it is. All that are given unless said. With none, the new row is passed over and neither counted nor answered.",
            ),
        ];
        fields.into_iter().filter(|field| keep(&field.name)).collect()
    }

    fn filter(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let mut fields: Vec<InputDef> = table
            .columns
            .iter()
            .filter(|column| keep(&column.field))
            .map(|column| {
                InputDef::new(&column.field, self.reference(column_filter(table, column)))
                    .deprecated(column.deprecated.as_ref())
            })
            .collect();
        for relation in &table.relations {
            if keep(&relation.field) {
                fields.extend(self.related_filter(relation));
            }
        }
        if !table.key.is_empty() && keep("nodeId") {
            fields.push(InputDef::new("nodeId", self.reference(TypeKind::IdFilter)));
        }
        let own = || self.of(table, TypeRole::Filter);
        let words = [
            InputDef::new("and", own().list()).described("All hold; true if there is none."),
            InputDef::new("or", own().list()).described("One holds; false if there is none."),
            InputDef::new("not", own()).described("Does not hold."),
        ];
        fields.extend(words.into_iter().filter(|word| keep(&word.name)));
        fields
    }

    fn related_filter(self, relation: &Relation) -> Option<InputDef> {
        let target = self.model.table(relation.target)?;
        Some(if relation.is_to_one() {
            InputDef::new(&relation.field, self.of(target, TypeRole::Filter))
                .described("There is such a row, and this holds for it.")
        } else {
            InputDef::new(&relation.field, self.of(target, TypeRole::ManyFilter))
        })
    }

    fn many_filter(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let filter = || self.of(table, TypeRole::Filter);
        let mut words = vec![
            InputDef::new("some", filter()).described("There is a row for which this holds."),
            InputDef::new("none", filter()).described("There is no row for which this holds."),
            InputDef::new("every", filter()).described(
                "This holds for every row; true if there is none, and false where it is unknown for one.",
            ),
        ];
        words.retain(|word| keep(&word.name));
        words
    }

    /// What a column of that type is compared with.
    fn operand(self, scalar: Scalar) -> TypeRef {
        let leaf = self.leaf(Leaf::of(scalar));
        if scalar == Scalar::Set { leaf.list() } else { leaf }
    }

    fn operators(self, scalar: Scalar, operand: &TypeRef, keep: Keep<'_>) -> Vec<InputDef> {
        let single = |name: &'static str| InputDef::new(name, operand.clone());
        let mut fields = Vec::new();
        if is_ordered(scalar) {
            fields.extend(["eq", "neq"].map(single));
        }
        if is_ordered(scalar) && !matches!(scalar, Scalar::Boolean | Scalar::Set) {
            fields.extend(["gt", "gte", "lt", "lte"].map(single));
        }
        if is_ordered(scalar) {
            fields.push(InputDef::new("in", operand.clone().list()));
            fields.push(
                InputDef::new("nin", operand.clone().list()).described("None of these; false for NULL."),
            );
        }
        fields.push(InputDef::new("is", self.reference(TypeKind::FilterIs)));
        if scalar == Scalar::String {
            fields.push(single("like").described(
                "Matches a pattern: `%` stands for any text, `_` for any character, `\\` for the next one itself.",
            ));
            fields.push(single("ilike").described("The same without regard to the case of ASCII letters."));
        }
        if matches!(scalar, Scalar::String | Scalar::Bytes) {
            fields.push(single("startsWith").described("Starts with this, to the letter."));
            fields.push(single("endsWith").described("Ends with this, to the letter."));
            fields.push(single("contains").described("Holds this somewhere, to the letter."));
        }
        if scalar == Scalar::String {
            fields.push(
                single("iStartsWith").described("Starts with this text, whatever the case of ASCII letters."),
            );
            fields.push(
                single("iEndsWith").described("Ends with this text, whatever the case of ASCII letters."),
            );
            fields.push(
                single("iContains")
                    .described("Holds this text somewhere, whatever the case of ASCII letters."),
            );
            fields.push(single("regex").described(
                "A regular expression is found in it: `^` and `$` are the text's ends, `.` is any character. Without \
                 references, looking around and boundaries of words.",
            ));
            fields.push(single("iregex").described("The same whatever the case of ASCII letters."));
        }
        if scalar == Scalar::Set {
            fields.push(single("contains").described("Has all of these members."));
            fields.push(single("containedBy").described("Has none but these members."));
            fields.push(single("overlaps").described("Has one of these members at least."));
        }
        fields.retain(|field| keep(&field.name));
        fields
    }

    /// The members of an enum type; none for other types.
    pub fn enum_values(self, kind: TypeKind) -> Vec<EnumValue> {
        let value = |name: &str, description| EnumValue {
            name: name.to_owned(),
            description,
        };
        match kind {
            TypeKind::OrderByDirection => vec![
                value("AscNullsFirst", Some("Ascending, NULL before all values.")),
                value("AscNullsLast", Some("Ascending, NULL after all values.")),
                value("DescNullsFirst", Some("Descending, NULL before all values.")),
                value("DescNullsLast", Some("Descending, NULL after all values.")),
            ],
            TypeKind::Meta(meta) => meta.values().iter().map(|name| value(name, None)).collect(),
            TypeKind::Of(id, TypeRole::GroupKey) => {
                self.model.table(id).map_or_else(Vec::new, Self::group_key_values)
            }
            TypeKind::Of(table, TypeRole::Column) => {
                let columns = self
                    .model
                    .table(table)
                    .into_iter()
                    .flat_map(|table| &table.columns);
                columns.map(|column| value(&column.enum_name(), None)).collect()
            }
            TypeKind::SearchMode => Self::search_modes(),
            TypeKind::Of(id, TypeRole::SearchColumn) => self.search_columns(id),
            TypeKind::FilterIs => vec![value("NULL", None), value("NOT_NULL", None)],
            TypeKind::ColumnEnum(table, column) => {
                match self.column(table, column).map(|column| &column.stored) {
                    Some(Stored::Enum(members)) => members.iter().map(|name| value(name, None)).collect(),
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }
}

/// The filter on a column.
pub(super) fn column_filter(table: &ApiTable, column: &ApiColumn) -> TypeKind {
    if column.enum_type.is_some() {
        TypeKind::ColumnEnumFilter(table.id, column.id)
    } else {
        TypeKind::ScalarFilter(column.scalar())
    }
}
