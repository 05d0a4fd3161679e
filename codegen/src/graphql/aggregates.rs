//! The types of aggregates and groups.

use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{MomentPart, Scalar};

use super::kind::is_ordered;
use super::{EnumValue, FieldDef, InputDef, Keep, Leaf, Meaning, TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiColumn, ApiTable, TypeRole};

/// The objects of aggregates: their field, what they compute of a column, their type.
const FUNCTIONS: [(&str, Function, TypeRole); 5] = [
    ("countDistinct", Function::CountDistinct, TypeRole::CountFields),
    ("sum", Function::Sum, TypeRole::SumFields),
    ("avg", Function::Avg, TypeRole::AvgFields),
    ("min", Function::Min, TypeRole::MinFields),
    ("max", Function::Max, TypeRole::MaxFields),
];

/// A column, or a part of it, that rows are grouped by.
#[derive(Debug, Clone)]
pub struct ApiGroupKey<'m> {
    /// Its name: `authorId`, `publishedAt_year`. No field has a `_` but at its start.
    pub name: String,
    /// The column.
    pub column: &'m ApiColumn,
    /// The part.
    pub part: Option<MomentPart>,
}

impl ApiGroupKey<'_> {
    /// Its name where it is no member of an enum, as clients in other languages take it: `trueAt` for `_trueAt`.
    pub fn plain_name(&self) -> &str {
        self.name.trim_start_matches('_')
    }
}

impl ApiTable {
    /// What rows may be grouped by: columns that have an order, each followed by the parts of its dates.
    pub fn group_keys(&self) -> impl Iterator<Item = ApiGroupKey<'_>> {
        let columns = self.columns.iter().filter(|column| is_ordered(column.scalar()));
        columns.flat_map(|column| {
            let whole = ApiGroupKey {
                name: column.enum_name(),
                column,
                part: None,
            };
            let parts = MomentPart::ALL
                .into_iter()
                .filter(|part| part.of(&column.stored).is_some());
            std::iter::once(whole).chain(parts.map(move |part| ApiGroupKey {
                name: format!("{}_{}", column.enum_name(), part_name(part)),
                column,
                part: Some(part),
            }))
        })
    }

    /// The columns that have such an aggregate.
    pub fn aggregated(&self, function: Function) -> impl Iterator<Item = &ApiColumn> {
        self.columns
            .iter()
            .filter(move |column| Aggregate::of(function, &column.stored).is_some())
    }
}

/// What an aggregate's field, or that of an input about it, computes of columns.
pub fn function_named(field: &str) -> Option<Function> {
    FUNCTIONS
        .into_iter()
        .find(|(name, ..)| *name == field)
        .map(|(_, function, _)| function)
}

const fn part_name(part: MomentPart) -> &'static str {
    match part {
        MomentPart::Year => "year",
        MomentPart::Quarter => "quarter",
        MomentPart::Month => "month",
        MomentPart::Week => "week",
        MomentPart::Day => "day",
        MomentPart::DayOfWeek => "dayOfWeek",
        MomentPart::Hour => "hour",
        MomentPart::YearStart => "yearStart",
        MomentPart::QuarterStart => "quarterStart",
        MomentPart::MonthStart => "monthStart",
        MomentPart::WeekStart => "weekStart",
        MomentPart::Date => "date",
        MomentPart::HourStart => "hourStart",
    }
}

impl TypeSystem<'_> {
    /// Whether the table has such a type of aggregates: those without any field are left out.
    pub(super) fn has_aggregates(table: &ApiTable, role: TypeRole) -> bool {
        match role {
            TypeRole::SumFields
            | TypeRole::AvgFields
            | TypeRole::HavingNumbers
            | TypeRole::NumbersOrderBy => table.aggregated(Function::Sum).next().is_some(),
            TypeRole::Aggregate => true,
            _ => table.aggregated(Function::Min).next().is_some(),
        }
    }

    /// The types of values that only aggregates have.
    pub(super) fn aggregate_scalars(self) -> Vec<Scalar> {
        let tables = || self.model.tables.iter();
        let sums = tables()
            .flat_map(|table| table.columns.iter())
            .filter_map(|column| Aggregate::of(Function::Sum, &column.stored));
        let mut scalars: Vec<Scalar> = sums.map(|sum| sum.stored().scalar()).collect();
        if tables().next().is_some() {
            scalars.push(Scalar::Int);
        }
        scalars
    }

    /// The types of values that only keys have.
    pub(super) fn key_scalars(self) -> impl Iterator<Item = Scalar> {
        let columns = self.model.tables.iter().flat_map(|table| &table.columns);
        columns.flat_map(|column| {
            let part = |part: MomentPart| part.of(&column.stored).map(|part| part.scalar());
            MomentPart::ALL.into_iter().filter_map(part)
        })
    }

    /// What a connection answers of all rows.
    pub(super) fn of_all_rows(self, table: &ApiTable) -> Vec<FieldDef> {
        let aggregate = FieldDef::new(
            "aggregate",
            self.of(table, TypeRole::Aggregate).required(),
            Meaning::Aggregate,
        )
        .described("Aggregates of all rows that the filter finds, whatever the page.");
        let mut fields = vec![aggregate];
        if Self::has(table, TypeRole::Group) {
            fields.push(self.group_by(table));
        }
        fields
    }

    fn group_by(self, table: &ApiTable) -> FieldDef {
        let int = || self.leaf(Leaf::Int);
        let arguments = vec![
            InputDef::new("keys", self.of(table, TypeRole::GroupKey).list().required())
                .described("What the rows of a group have in common."),
            InputDef::new("having", self.of(table, TypeRole::Having))
                .described("Which groups; all if left out."),
            InputDef::new("orderBy", self.of(table, TypeRole::GroupOrderBy).list())
                .described("Their order; the keys complete it."),
            InputDef::new("first", int()).described("The first so many groups."),
            InputDef::new("offset", int()).described("So many groups are passed over first."),
        ];
        FieldDef::new(
            "groupBy",
            self.of(table, TypeRole::Group).list().required(),
            Meaning::Groups,
        )
        .described("Groups of all rows that the filter finds, whatever the page.")
        .taking(arguments)
    }

    /// The fields of the objects of aggregates and groups.
    pub(super) fn of_aggregates(self, table: &ApiTable, role: TypeRole) -> Vec<FieldDef> {
        match role {
            TypeRole::Aggregate => self.functions(table),
            TypeRole::Group => {
                let keys = self.of(table, TypeRole::GroupKeys).required();
                let keys = FieldDef::new("keys", keys, Meaning::GroupKeys)
                    .described("What the rows have in common; null where they are not grouped by it.");
                std::iter::once(keys).chain(self.functions(table)).collect()
            }
            TypeRole::GroupKeys => table
                .group_keys()
                .map(|key| {
                    let ty = match key.part.and_then(|part| part.of(&key.column.stored)) {
                        Some(kept) => self.leaf(Leaf::of(kept.scalar())),
                        None => self.column_type(table, key.column),
                    };
                    let field = FieldDef::new(&key.name, ty, Meaning::GroupKey(key.column.id, key.part));
                    match key.part {
                        Some(part) => {
                            let of = format!("Of column `{}`: {}.", key.column.declared, part.description());
                            field.described(of)
                        }
                        None => field.described(Self::column_description(key.column)),
                    }
                })
                .collect(),
            _ => FUNCTIONS
                .into_iter()
                .filter(|(_, _, own)| *own == role)
                .flat_map(|(_, function, _)| self.of_columns(table, function))
                .collect(),
        }
    }

    fn functions(self, table: &ApiTable) -> Vec<FieldDef> {
        let count = FieldDef::new("count", self.leaf(Leaf::Int).required(), Meaning::RowCount)
            .described("How many rows there are.");
        let objects = FUNCTIONS
            .into_iter()
            .filter(|(_, _, role)| Self::has(table, *role))
            .map(|(name, function, role)| {
                FieldDef::new(
                    name,
                    self.of(table, role).required(),
                    Meaning::Aggregates(function),
                )
                .described(described(function))
            });
        std::iter::once(count).chain(objects).collect()
    }

    fn of_columns(self, table: &ApiTable, function: Function) -> Vec<FieldDef> {
        table
            .aggregated(function)
            .map(|column| {
                let ty = self.aggregate_type(table, column, function);
                let ty = ty.required_unless(function != Function::CountDistinct);
                FieldDef::new(&column.field, ty, Meaning::Aggregated(function, column.id))
                    .described(format!("Of column `{}`.", column.declared))
            })
            .collect()
    }

    /// The type of an aggregate of a column, nullable.
    fn aggregate_type(self, table: &ApiTable, column: &ApiColumn, function: Function) -> TypeRef {
        match Aggregate::of(function, &column.stored) {
            Some(aggregate) if aggregate.stored() != &column.stored => {
                self.leaf(Leaf::of(aggregate.stored().scalar()))
            }
            _ => self.column_type(table, column),
        }
    }

    /// The fields of the inputs about aggregates and groups.
    pub(super) fn aggregate_input(self, table: &ApiTable, role: TypeRole, keep: Keep<'_>) -> Vec<InputDef> {
        let scalar = |scalar| self.reference(TypeKind::ScalarFilter(scalar));
        let direction = || self.reference(TypeKind::OrderByDirection);
        let of_columns = |function, ty: &dyn Fn(&ApiColumn) -> TypeRef| {
            let columns = table.aggregated(function).filter(|column| keep(&column.field));
            columns
                .map(|column| InputDef::new(&column.field, ty(column)))
                .collect()
        };
        match role {
            TypeRole::Having => self.having(table, keep),
            TypeRole::HavingCounts => of_columns(Function::CountDistinct, &|_| scalar(Scalar::Int)),
            TypeRole::HavingNumbers => of_columns(Function::Sum, &|column| {
                let sum = Aggregate::of(Function::Sum, &column.stored);
                scalar(sum.map_or(Scalar::Decimal, |sum| sum.stored().scalar()))
            }),
            TypeRole::HavingFields => of_columns(Function::Min, &|column| {
                self.reference(super::inputs::column_filter(table, column))
            }),
            TypeRole::GroupOrderBy | TypeRole::AggregateOrderBy => {
                let mut fields = Vec::new();
                if role == TypeRole::GroupOrderBy {
                    let keys = InputDef::new("keys", self.of(table, TypeRole::GroupKeysOrderBy));
                    fields.push(keys.described("By a key that rows are grouped by."));
                }
                fields.push(InputDef::new("count", direction()));
                fields.extend(self.by_function(
                    table,
                    [
                        TypeRole::FieldsOrderBy,
                        TypeRole::NumbersOrderBy,
                        TypeRole::FieldsOrderBy,
                    ],
                ));
                if role == TypeRole::AggregateOrderBy {
                    fields.extend(self.behind(table));
                }
                fields.retain(|field| keep(&field.name));
                fields
            }
            TypeRole::GroupKeysOrderBy => table
                .group_keys()
                .filter(|key| keep(&key.name))
                .map(|key| InputDef::new(key.name, direction()))
                .collect(),
            TypeRole::FieldsOrderBy => of_columns(Function::Min, &|_| direction()),
            TypeRole::NumbersOrderBy => of_columns(Function::Sum, &|_| direction()),
            _ => Vec::new(),
        }
    }

    /// By aggregates of the rows that each row leads to. What has a function's name is not reached.
    fn behind(self, table: &ApiTable) -> impl Iterator<Item = InputDef> {
        let to_one = table.relations.iter().filter(|relation| {
            relation.is_to_one() && relation.field != "count" && function_named(&relation.field).is_none()
        });
        to_one.filter_map(move |relation| {
            let target = self.model.table(relation.target)?;
            let role = TypeRole::AggregateOrderBy;
            Self::has(target, role).then(|| InputDef::new(&relation.field, self.of(target, role)))
        })
    }

    fn having(self, table: &ApiTable, keep: Keep<'_>) -> Vec<InputDef> {
        let own = || self.of(table, TypeRole::Having);
        let count = self.reference(TypeKind::ScalarFilter(Scalar::Int));
        let mut fields = vec![InputDef::new("count", count).described("How many rows there are.")];
        fields.extend(self.by_function(
            table,
            [
                TypeRole::HavingCounts,
                TypeRole::HavingNumbers,
                TypeRole::HavingFields,
            ],
        ));
        fields.extend([
            InputDef::new("and", own().list()).described("All hold; true if there is none."),
            InputDef::new("or", own().list()).described("One holds; false if there is none."),
            InputDef::new("not", own()).described("Does not hold."),
        ]);
        fields.retain(|field| keep(&field.name));
        fields
    }

    /// A field for each function: about counts, about numbers, about the columns' own values.
    fn by_function(self, table: &ApiTable, roles: [TypeRole; 3]) -> impl Iterator<Item = InputDef> {
        let [counts, numbers, values] = roles;
        FUNCTIONS.into_iter().filter_map(move |(name, function, _)| {
            let role = match function {
                Function::Sum | Function::Avg => numbers,
                Function::Min | Function::Max => values,
                Function::Count | Function::CountDistinct => counts,
            };
            Self::has(table, role)
                .then(|| InputDef::new(name, self.of(table, role)).described(described(function)))
        })
    }

    /// The members of a table's enum of keys.
    pub(super) fn group_key_values(table: &ApiTable) -> Vec<EnumValue> {
        table
            .group_keys()
            .map(|key| EnumValue {
                name: key.name,
                description: key.part.map(MomentPart::description),
            })
            .collect()
    }
}

const fn described(function: Function) -> &'static str {
    match function {
        Function::Count => "How many values are not null.",
        Function::CountDistinct => "How many different values there are, null not among them.",
        Function::Sum => "The sum of the values, exact for exact numbers; null where there are none.",
        Function::Avg => {
            "The average of the values, of exact numbers with four more digits; null where there are none."
        }
        Function::Min => "The least of the values; null where there are none.",
        Function::Max => "The greatest of the values; null where there are none.",
    }
}
