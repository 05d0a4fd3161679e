//! Queries as GraphQL documents.

use codegen::ApiModel;

use super::query::{Filter, List, Select};
use super::value::Value;
use super::world::World;

/// Prints queries of a world.
#[derive(Clone, Copy)]
pub(super) struct Printer<'w> {
    /// The types of columns.
    pub(super) world: &'w World,
    /// The names.
    pub(super) model: &'w ApiModel,
}

impl Printer<'_> {
    /// The arguments and the selection of a list.
    pub(super) fn connection(self, list: &List) -> String {
        format!(
            "{} {{ totalCount pageInfo {{ {} }} nodes {{ {} }} }}",
            self.arguments(list, &[]),
            if list.page.last.is_some() {
                "hasPreviousPage"
            } else {
                "hasNextPage"
            },
            self.select(list.table, &list.select)
        )
    }

    /// The arguments of a list, with others as they are.
    pub(super) fn arguments(self, list: &List, others: &[String]) -> String {
        let mut arguments = others.to_vec();
        if let Some(filter) = &list.filter {
            arguments.push(format!("filter: {}", self.filter(list.table, filter)));
        }
        if !list.order.is_empty() {
            let terms: Vec<String> = list
                .order
                .iter()
                .map(|term| {
                    let direction = if term.descending { "Desc" } else { "Asc" };
                    let nulls = if term.nulls_first { "First" } else { "Last" };
                    format!(
                        "{{{}: {direction}Nulls{nulls}}}",
                        self.field(list.table, term.column)
                    )
                })
                .collect();
            arguments.push(format!("orderBy: [{}]", terms.join(", ")));
        }
        for (name, number) in [
            ("first", list.page.first),
            ("last", list.page.last),
            ("offset", list.page.offset),
        ] {
            arguments.extend(number.map(|number| format!("{name}: {number}")));
        }
        if arguments.is_empty() {
            String::new()
        } else {
            format!("({})", arguments.join(", "))
        }
    }

    /// The fields of a row.
    pub(super) fn select(self, table: usize, select: &Select) -> String {
        let mut fields: Vec<String> = select
            .columns
            .iter()
            .map(|position| self.field(table, *position).to_owned())
            .collect();
        for (position, list) in &select.relations {
            let relation = &self.model.tables[table].relations[*position];
            fields.push(if relation.is_to_one() {
                format!(
                    "{} {{ {} }}",
                    relation.field,
                    self.select(list.table, &list.select)
                )
            } else {
                format!("{}{}", relation.field, self.connection(list))
            });
        }
        fields.join(" ")
    }

    /// A condition.
    pub(super) fn filter(self, table: usize, filter: &Filter) -> String {
        let list = |filters: &[Filter]| {
            let printed: Vec<String> = filters.iter().map(|filter| self.filter(table, filter)).collect();
            printed.join(", ")
        };
        match filter {
            Filter::And(all) => format!("{{and: [{}]}}", list(all)),
            Filter::Or(any) => format!("{{or: [{}]}}", list(any)),
            Filter::Not(inner) => format!("{{not: {}}}", self.filter(table, inner)),
            Filter::Compare(column, operator, value) => format!(
                "{{{}: {{{}: {}}}}}",
                self.field(table, *column),
                operator.name(),
                self.literal(table, *column, value)
            ),
            Filter::In(column, values) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| self.literal(table, *column, value))
                    .collect();
                format!(
                    "{{{}: {{in: [{}]}}}}",
                    self.field(table, *column),
                    values.join(", ")
                )
            }
            Filter::IsNull(column, wanted) => format!(
                "{{{}: {{is: {}}}}}",
                self.field(table, *column),
                if *wanted { "NULL" } else { "NOT_NULL" }
            ),
        }
    }

    /// A row to insert, or columns to set.
    pub(super) fn object(self, table: usize, members: &[(usize, Value)]) -> String {
        let members: Vec<String> = members
            .iter()
            .map(|(column, value)| {
                format!(
                    "{}: {}",
                    self.field(table, *column),
                    self.literal(table, *column, value)
                )
            })
            .collect();
        format!("{{{}}}", members.join(", "))
    }

    fn field(&self, table: usize, column: usize) -> &str {
        &self.model.tables[table].columns[column].field
    }

    fn literal(self, table: usize, column: usize, value: &Value) -> String {
        self.world.tables[table].columns[column].kind.literal(value)
    }
}
