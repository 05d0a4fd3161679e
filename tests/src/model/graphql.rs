//! Queries as GraphQL documents.

use codegen::{ApiModel, Relation};

use super::aggregate::Measure;
use super::nested::{Object, Related};
use super::query::{By, Direction, Filter, Groups, Having, List, Quantifier, Select};
use super::rows::{Conflict, Given};
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
            "{} {{ totalCount pageInfo {{ {} }} nodes {{ {} }} {}{} }}",
            self.arguments(list, &[]),
            if list.page.last.is_some() {
                "hasPreviousPage"
            } else {
                "hasNextPage"
            },
            self.select(list.table, &list.select),
            self.aggregate(list),
            self.grouped(list)
        )
    }

    fn aggregate(self, list: &List) -> String {
        if list.aggregates.is_empty() {
            return String::new();
        }
        format!("aggregate {{ {} }} ", self.measures(list.table, &list.aggregates))
    }

    fn measures(self, table: usize, measures: &[Measure]) -> String {
        let measures = measures.iter().map(|measure| match measure {
            Measure::Of(function, column) => {
                format!("{} {{ {} }}", function.name(), self.field(table, *column))
            }
            Measure::Rows | Measure::Key(_) => "count".to_owned(),
        });
        measures.collect::<Vec<_>>().join(" ")
    }

    fn grouped(self, list: &List) -> String {
        let Some(groups) = &list.groups else {
            return String::new();
        };
        let table = list.table;
        let keys: Vec<String> = (0..groups.keys.len())
            .map(|at| self.key(table, groups, at))
            .collect();
        let mut arguments = vec![format!("keys: [{}]", keys.join(", "))];
        if let Some(having) = &groups.having {
            arguments.push(format!("having: {}", self.having(table, having)));
        }
        if !groups.order.is_empty() {
            let terms = groups.order.iter().map(|(measure, direction)| match measure {
                Measure::Key(at) => format!(
                    "{{keys: {{{}: {}}}}}",
                    self.key(table, groups, *at),
                    direction.name()
                ),
                measure => self.by_measure(table, *measure, *direction),
            });
            arguments.push(format!("orderBy: [{}]", terms.collect::<Vec<_>>().join(", ")));
        }
        for (name, number) in [("first", groups.first), ("offset", groups.offset)] {
            arguments.extend(number.map(|number| format!("{name}: {number}")));
        }
        let shown = if keys.is_empty() {
            String::new()
        } else {
            format!("keys {{ {} }} ", keys.join(" "))
        };
        format!(
            "groupBy({}) {{ {shown}{} }}",
            arguments.join(", "),
            self.measures(table, &groups.measures)
        )
    }

    fn key(self, table: usize, groups: &Groups, at: usize) -> String {
        let (column, part) = groups.keys[at];
        let field = self.field(table, column);
        part.map_or_else(|| field.to_owned(), |part| format!("{field}_{}", part.name()))
    }

    fn by_measure(self, table: usize, measure: Measure, direction: Direction) -> String {
        match measure {
            Measure::Of(function, column) => format!(
                "{{{}: {{{}: {}}}}}",
                function.name(),
                self.field(table, column),
                direction.name()
            ),
            Measure::Rows | Measure::Key(_) => format!("{{count: {}}}", direction.name()),
        }
    }

    fn having(self, table: usize, having: &Having) -> String {
        let list = |parts: &[Having]| {
            let printed: Vec<String> = parts.iter().map(|part| self.having(table, part)).collect();
            printed.join(", ")
        };
        let on = |measure: &Measure, test: String| match measure {
            Measure::Of(function, column) => {
                format!(
                    "{{{}: {{{}: {test}}}}}",
                    function.name(),
                    self.field(table, *column)
                )
            }
            Measure::Rows | Measure::Key(_) => format!("{{count: {test}}}"),
        };
        match having {
            Having::And(parts) => format!("{{and: [{}]}}", list(parts)),
            Having::Or(parts) => format!("{{or: [{}]}}", list(parts)),
            Having::Not(inner) => format!("{{not: {}}}", self.having(table, inner)),
            Having::IsNull(measure, wanted) => on(measure, format!("{{is: {}}}", null(*wanted))),
            Having::Compare(measure, operator, value) => {
                let literal = match measure {
                    Measure::Of(function, column) => {
                        let kind = self.world.tables[table].columns[*column].kind;
                        function.ty(kind).literal(value)
                    }
                    Measure::Rows | Measure::Key(_) => super::aggregate::Type::Whole.literal(value),
                };
                on(measure, format!("{{{}: {literal}}}", operator.name()))
            }
        }
    }

    fn by(self, table: usize, by: &By, direction: Direction) -> String {
        let relation = |position: usize| &self.model.tables[table].relations[position];
        match by {
            By::Column(column) => format!("{{{}: {}}}", self.field(table, *column), direction.name()),
            By::One(position, inner) => {
                let relation = relation(*position);
                let inner = self.by(relation.target.index(), inner, direction);
                format!("{{{}: {inner}}}", relation.field)
            }
            By::Many(position, measure) => {
                let relation = relation(*position);
                let inner = self.by_measure(relation.target.index(), *measure, direction);
                format!("{{{}: {inner}}}", relation.field)
            }
            By::Behind(position, onward, measure) => {
                let relation = relation(*position);
                let onward = &self.model.tables[relation.target.index()].relations[*onward];
                let inner = self.by_measure(onward.target.index(), *measure, direction);
                format!("{{{}: {{{}: {inner}}}}}", relation.field, onward.field)
            }
        }
    }

    /// The arguments of a list, with others as they are.
    pub(super) fn arguments(self, list: &List, others: &[String]) -> String {
        let mut arguments = others.to_vec();
        if let Some(filter) = &list.filter {
            arguments.push(format!("filter: {}", self.filter(list.table, filter)));
        }
        if !list.distinct.is_empty() {
            let fields: Vec<&str> = list
                .distinct
                .iter()
                .map(|column| self.field(list.table, *column))
                .collect();
            arguments.push(format!("distinctOn: [{}]", fields.join(", ")));
        }
        if list.ordered && !list.order.is_empty() {
            let terms: Vec<String> = list
                .order
                .iter()
                .map(|term| self.by(list.table, &term.by, term.direction))
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
            Filter::IsNull(column, wanted) => {
                format!("{{{}: {{is: {}}}}}", self.field(table, *column), null(*wanted))
            }
            Filter::Related(position, quantifier, inner) => {
                let relation = &self.model.tables[table].relations[*position];
                let inner = inner.as_ref().map_or_else(
                    || "{}".to_owned(),
                    |inner| self.filter(relation.target.index(), inner),
                );
                let word = match quantifier {
                    Quantifier::One => return format!("{{{}: {inner}}}", relation.field),
                    Quantifier::Some => "some",
                    Quantifier::None => "none",
                    Quantifier::Every => "every",
                };
                format!("{{{}: {{{word}: {inner}}}}}", relation.field)
            }
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

    /// A row with what is done to related rows.
    pub(super) fn nested(self, table: usize, object: &Object) -> String {
        let own = self.object(table, &object.given);
        let mut members: Vec<String> = Vec::new();
        if !object.given.is_empty() {
            members.push(own[1..own.len() - 1].to_owned());
        }
        for (position, related) in &object.related {
            let relation = &self.model.tables[table].relations[*position];
            members.push(format!("{}: {}", relation.field, self.related(relation, related)));
        }
        format!("{{{}}}", members.join(", "))
    }

    fn related(self, relation: &Relation, related: &Related) -> String {
        let target = relation.target.index();
        let one = relation.is_to_one();
        let mut words = Vec::new();
        let mut word = |name: &str, items: Vec<String>| match items.as_slice() {
            [] => {}
            [only] if one => words.push(format!("{name}: {only}")),
            several => words.push(format!("{name}: [{}]", several.join(", "))),
        };
        let named = |list: &[Given]| {
            list.iter()
                .map(|named| self.object(target, named))
                .collect::<Vec<_>>()
        };
        word(
            "create",
            related
                .create
                .iter()
                .map(|object| self.nested(target, object))
                .collect(),
        );
        word("connect", named(&related.connect));
        word(
            "upsert",
            related
                .upsert
                .iter()
                .map(|upsert| self.upsert(target, upsert))
                .collect(),
        );
        let changes = related.update.iter().map(|(filter, change)| {
            let set = self.nested(target, change);
            match filter {
                _ if one => set,
                Some(filter) => {
                    format!(
                        "{{filter: {}, set: {set}, atMost: 1000}}",
                        self.filter(target, filter)
                    )
                }
                None => format!("{{set: {set}, atMost: 1000}}"),
            }
        });
        word("update", changes.collect());
        word("disconnect", named(&related.disconnect));
        word("delete", named(&related.delete));
        for (name, said) in [
            ("disconnect", related.disconnect_it),
            ("delete", related.delete_it),
        ] {
            if said {
                words.push(format!("{name}: true"));
            }
        }
        format!("{{{}}}", words.join(", "))
    }

    fn upsert(self, table: usize, (object, conflict): &(Object, Conflict)) -> String {
        format!(
            "{{create: {}, onConflict: {}}}",
            self.nested(table, object),
            self.conflict(table, conflict)
        )
    }

    /// What becomes of a row whose key is taken.
    pub(super) fn conflict(self, table: usize, conflict: &Conflict) -> String {
        let said = [("target", &conflict.target), ("update", &conflict.update)];
        let said = said.iter().filter_map(|(word, columns)| {
            let fields = columns.as_ref()?.iter().map(|column| self.field(table, *column));
            Some(format!("{word}: [{}]", fields.collect::<Vec<_>>().join(", ")))
        });
        format!("{{{}}}", said.collect::<Vec<_>>().join(", "))
    }

    /// A column's name.
    pub(super) fn field(&self, table: usize, column: usize) -> &str {
        &self.model.tables[table].columns[column].field
    }

    fn literal(self, table: usize, column: usize, value: &Value) -> String {
        self.world.tables[table].columns[column].kind.literal(value)
    }
}

const fn null(wanted: bool) -> &'static str {
    if wanted { "NULL" } else { "NOT_NULL" }
}

impl Direction {
    /// As GraphQL writes it.
    const fn name(self) -> &'static str {
        match (self.descending, self.nulls_first) {
            (false, true) => "AscNullsFirst",
            (false, false) => "AscNullsLast",
            (true, true) => "DescNullsFirst",
            (true, false) => "DescNullsLast",
        }
    }
}
