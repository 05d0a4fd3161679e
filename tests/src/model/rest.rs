//! Queries as paths of REST.

use codegen::ApiModel;

use super::query::{Filter, List, Operator, Select};
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
    /// The path of a list, behind the tenant's.
    pub(super) fn path(self, list: &List) -> String {
        let mut parameters = vec![format!(
            "select={}",
            encoded(&self.select(list.table, &list.select))
        )];
        self.parameters("", list, &mut parameters);
        format!(
            "/rest/{}?{}",
            self.model.tables[list.table].names.rest,
            parameters.join("&")
        )
    }

    fn parameters(self, prefix: &str, list: &List, parameters: &mut Vec<String>) {
        if let Some(filter) = &list.filter {
            let condition = encoded(&format!("({})", self.filter(list.table, filter)));
            parameters.push(format!("{prefix}and={condition}"));
        }
        if !list.order.is_empty() {
            let terms: Vec<String> = list
                .order
                .iter()
                .map(|term| {
                    let direction = if term.descending { "desc" } else { "asc" };
                    let nulls = if term.nulls_first { "first" } else { "last" };
                    format!("{}.{direction}.nulls{nulls}", self.field(list.table, term.column))
                })
                .collect();
            parameters.push(format!("{prefix}order={}", terms.join(",")));
        }
        for (name, number) in [("limit", list.page.first), ("offset", list.page.offset)] {
            parameters.extend(number.map(|number| format!("{prefix}{name}={number}")));
        }
        for (position, nested) in &list.select.relations {
            let relation = &self.model.tables[list.table].relations[*position];
            self.parameters(&format!("{prefix}{}.", relation.field), nested, parameters);
        }
    }

    fn select(self, table: usize, select: &Select) -> String {
        let mut members: Vec<String> = select
            .columns
            .iter()
            .map(|position| self.field(table, *position).to_owned())
            .collect();
        for (position, list) in &select.relations {
            let relation = &self.model.tables[table].relations[*position];
            members.push(format!(
                "{}({})",
                relation.field,
                self.select(list.table, &list.select)
            ));
        }
        members.join(",")
    }

    fn filter(self, table: usize, filter: &Filter) -> String {
        let list = |filters: &[Filter]| {
            let printed: Vec<String> = filters.iter().map(|filter| self.filter(table, filter)).collect();
            printed.join(",")
        };
        let kind = |column: usize| self.world.tables[table].columns[column].kind;
        match filter {
            Filter::And(all) => format!("and({})", list(all)),
            Filter::Or(any) => format!("or({})", list(any)),
            Filter::Not(inner) => match inner.as_ref() {
                Filter::And(all) => format!("not.and({})", list(all)),
                Filter::Or(any) => format!("not.or({})", list(any)),
                // Twice negated, through a group of one.
                Filter::Not(twice) => format!("not.and(not.and({}))", self.filter(table, twice)),
                _ => format!("not.and({})", self.filter(table, inner)),
            },
            Filter::Compare(column, operator, value) => format!(
                "{}.{}.{}",
                self.field(table, *column),
                operator.name(),
                kind(*column).word(value)
            ),
            Filter::In(column, values) => {
                let values: Vec<String> = values.iter().map(|value| kind(*column).word(value)).collect();
                format!("{}.in.({})", self.field(table, *column), values.join(","))
            }
            Filter::IsNull(column, wanted) => format!(
                "{}.{}is.null",
                self.field(table, *column),
                if *wanted { "" } else { "not." }
            ),
        }
    }

    fn field(&self, table: usize, column: usize) -> &str {
        &self.model.tables[table].columns[column].field
    }
}

/// Whether this protocol can ask for it: it pages forward only, has no empty groups, and no `startsWith`.
pub(super) fn expressible(list: &List) -> bool {
    list.page.last.is_none()
        && list.filter.as_ref().is_none_or(plain)
        && list
            .select
            .relations
            .iter()
            .all(|(_, nested)| expressible(nested))
}

fn plain(filter: &Filter) -> bool {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => !parts.is_empty() && parts.iter().all(plain),
        Filter::Not(inner) => plain(inner),
        Filter::Compare(_, operator, _) => *operator != Operator::StartsWith,
        Filter::In(..) | Filter::IsNull(..) => true,
    }
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b',' | b'(' | b')' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
