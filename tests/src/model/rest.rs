//! Queries as paths of REST.

use codegen::ApiModel;
use serde_json::Value as Json;

use super::aggregate::{Function, Measure};
use super::query::{By, Direction, Filter, Groups, List, Operator, Select, Term};
use super::rows::Given;
use super::value::{Kind, Value};
use super::world::World;
use super::write::{What, Write};
use crate::case::CaseRequest;

/// Prints queries of a world.
#[derive(Clone, Copy)]
pub(super) struct Printer<'w> {
    /// The types of columns.
    pub(super) world: &'w World,
    /// The names.
    pub(super) model: &'w ApiModel,
    /// Values that earlier operations of a batch have answered, which are referred to.
    pub(super) known: &'w [Known],
}

/// A value that an earlier operation of a batch has answered.
#[derive(Debug, Clone)]
pub(super) struct Known {
    /// Its type.
    pub(super) kind: Kind,
    /// It.
    pub(super) value: Json,
    /// What refers to it.
    pub(super) reference: String,
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
                .map(|term| self.term(list.table, term))
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
                "{}{}({})",
                relation.field,
                if list.inner { "!inner" } else { "" },
                self.select(list.table, &list.select)
            ));
        }
        members.join(",")
    }

    fn term(self, table: usize, term: &Term) -> String {
        format!("{}{}", self.by(table, &term.by), directed(term.direction))
    }

    fn by(self, table: usize, by: &By) -> String {
        let relation = |position: usize| &self.model.tables[table].relations[position];
        match by {
            By::Column(column) => self.field(table, *column).to_owned(),
            By::One(position, inner) => {
                let relation = relation(*position);
                format!("{}({})", relation.field, self.by(relation.target.index(), inner))
            }
            // REST has no such order.
            By::Behind(..) => String::new(),
            By::Many(position, measure) => {
                let relation = relation(*position);
                format!(
                    "{}({})",
                    relation.field,
                    self.measure(relation.target.index(), *measure)
                )
            }
        }
    }

    fn measure(self, table: usize, measure: Measure) -> String {
        match measure {
            Measure::Of(function, column) => format!("{}.{}()", self.field(table, column), function.name()),
            Measure::Rows | Measure::Key(_) => "count()".to_owned(),
        }
    }

    /// The path of groups of a table's rows. Each measure has a name of its own.
    pub(super) fn groups(self, table: usize, filter: Option<&Filter>, groups: &Groups) -> String {
        let keys = groups
            .keys
            .iter()
            .map(|(column, _)| self.field(table, *column).to_owned());
        let measures = groups.measures.iter().enumerate();
        let measures = measures.map(|(at, measure)| format!("m{at}:{}", self.measure(table, *measure)));
        let members: Vec<String> = keys.chain(measures).collect();
        let mut parameters = vec![format!("select={}", encoded(&members.join(",")))];
        if let Some(filter) = filter {
            parameters.push(format!(
                "and={}",
                encoded(&format!("({})", self.filter(table, filter)))
            ));
        }
        let order: Vec<String> = groups
            .order
            .iter()
            .filter_map(|(measure, direction)| {
                let name = match measure {
                    Measure::Key(at) => self.field(table, groups.keys[*at].0).to_owned(),
                    measure => format!("m{}", groups.measures.iter().position(|other| other == measure)?),
                };
                Some(format!("{name}{}", directed(*direction)))
            })
            .collect();
        if !order.is_empty() {
            parameters.push(format!("order={}", order.join(",")));
        }
        for (name, number) in [("limit", groups.first), ("offset", groups.offset)] {
            parameters.extend(number.map(|number| format!("{name}={number}")));
        }
        format!(
            "/rest/{}?{}",
            self.model.tables[table].names.rest,
            parameters.join("&")
        )
    }

    /// A condition in a list of them.
    pub(super) fn filter(self, table: usize, filter: &Filter) -> String {
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
                self.word(kind(*column), value)
            ),
            // Not expressible.
            Filter::Related(..) => String::new(),
            Filter::In(column, values) => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| self.word(kind(*column), value))
                    .collect();
                format!("{}.in.({})", self.field(table, *column), values.join(","))
            }
            Filter::IsNull(column, wanted) => format!(
                "{}.{}is.null",
                self.field(table, *column),
                if *wanted { "" } else { "not." }
            ),
        }
    }

    /// A value, or what refers to it.
    fn json(self, kind: Kind, value: &Value) -> Json {
        let own = kind.json(value);
        match self.known(kind, &own) {
            Some(known) => Json::from(known.reference.as_str()),
            None => own,
        }
    }

    fn word(self, kind: Kind, value: &Value) -> String {
        match self.known(kind, &kind.json(value)) {
            Some(known) => format!("\"{}\"", known.reference),
            None => kind.word(value),
        }
    }

    fn known(&self, kind: Kind, value: &Json) -> Option<&Known> {
        let same = |known: &&Known| known.kind == kind && known.value == *value;
        // Of two operations the later one's.
        self.known.iter().rev().filter(|_| !value.is_null()).find(same)
    }

    fn field(&self, table: usize, column: usize) -> &str {
        &self.model.tables[table].columns[column].field
    }
}

impl Printer<'_> {
    /// A write that answers its rows; `None` where this protocol cannot say it.
    pub(super) fn write(self, write: &Write) -> Option<CaseRequest> {
        let table = write.table;
        let mut parameters = vec![format!("select={}", encoded(&self.select(table, &write.select)))];
        let mut prefer = "return=representation".to_owned();
        let object = |row: &Given| {
            let members = row.iter().map(|(column, value)| {
                let kind = self.world.tables[table].columns[*column].kind;
                (self.field(table, *column).to_owned(), self.json(kind, value))
            });
            Json::Object(members.collect())
        };
        if let What::Update(_, filter, at_most) | What::Delete(filter, at_most) = &write.what {
            let filter = filter.as_ref().filter(|filter| plain(filter))?;
            parameters.push(format!(
                "and={}",
                encoded(&format!("({})", self.filter(table, filter)))
            ));
            prefer.push_str(&format!(", max-affected={at_most}"));
        }
        let (method, body) = match &write.what {
            What::Insert(rows, conflict) => {
                if let Some(conflict) = conflict {
                    prefer.push_str(match &conflict.update {
                        None => ", resolution=merge-duplicates",
                        Some(update) if update.is_empty() => ", resolution=ignore-duplicates",
                        Some(_) => return None,
                    });
                    if let Some(target) = &conflict.target {
                        let target: Vec<&str> =
                            target.iter().map(|column| self.field(table, *column)).collect();
                        parameters.push(format!("on_conflict={}", target.join(",")));
                    }
                }
                ("POST", Some(Json::Array(rows.iter().map(object).collect())))
            }
            What::Update(set, ..) => ("PATCH", Some(object(set))),
            What::Delete(..) => ("DELETE", None),
            // This protocol nests otherwise.
            What::Create(_) | What::Change(..) => return None,
        };
        Some(CaseRequest {
            method: method.to_owned(),
            path: format!(
                "/rest/{}?{}",
                self.model.tables[table].names.rest,
                parameters.join("&")
            ),
            headers: vec![
                ("content-type".to_owned(), "application/json".to_owned()),
                ("prefer".to_owned(), prefer),
            ],
            body: body
                .map_or_else(String::new, |body| body.to_string())
                .into_bytes(),
        })
    }
}

/// Whether this protocol can say a write.
pub(super) fn says(write: &Write) -> bool {
    match &write.what {
        What::Insert(_, conflict) => {
            let update = conflict.as_ref().and_then(|conflict| conflict.update.as_ref());
            update.is_none_or(Vec::is_empty)
        }
        What::Update(_, filter, _) | What::Delete(filter, _) => filter.as_ref().is_some_and(plain),
        What::Create(_) | What::Change(..) => false,
    }
}

/// Whether this protocol can ask for it: it pages forward only, has no empty groups, no `startsWith`, and says conditions on
/// related rows otherwise.
pub(super) fn expressible(list: &List) -> bool {
    list.page.last.is_none()
        && list.distinct.is_empty()
        && list.filter.as_ref().is_none_or(plain)
        && list.order.iter().all(|term| ordered(list, &term.by))
        && list
            .select
            .relations
            .iter()
            .all(|(_, nested)| expressible(nested))
}

/// The same groups without what this protocol does not have; it counts values rather than different ones.
pub(super) fn grouped(groups: &Groups) -> Groups {
    let mut groups = groups.clone();
    groups.having = None;
    groups.keys.retain(|(_, part)| part.is_none());
    let order = groups.order.iter_mut().map(|(measure, _)| measure);
    for measure in groups.measures.iter_mut().chain(order) {
        if let Measure::Of(function @ Function::CountDistinct, _) = measure {
            *function = Function::Count;
        }
    }
    if groups.measures.is_empty() {
        groups.measures.push(Measure::Rows);
    }
    let (measures, keys) = (groups.measures.clone(), groups.keys.len());
    groups.order.retain(|(measure, _)| match measure {
        Measure::Key(at) => *at < keys,
        measure => measures.contains(measure),
    });
    groups
}

/// An order by related rows takes the filter with which they are embedded; that it is another here.
fn ordered(list: &List, by: &By) -> bool {
    let embedded = |position: usize| list.select.relations.iter().any(|(other, _)| *other == position);
    match by {
        By::Column(_) => true,
        By::One(position, inner) => !embedded(*position) && unembedded(inner),
        By::Many(position, measure) => !embedded(*position) && has_name(*measure),
        By::Behind(..) => false,
    }
}

fn unembedded(by: &By) -> bool {
    match by {
        By::Column(_) => true,
        By::One(_, inner) => unembedded(inner),
        By::Many(_, measure) => has_name(*measure),
        By::Behind(..) => false,
    }
}

const fn has_name(measure: Measure) -> bool {
    !matches!(measure, Measure::Of(Function::CountDistinct, _))
}

/// Whether this protocol can write the condition.
pub(super) fn plain(filter: &Filter) -> bool {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => !parts.is_empty() && parts.iter().all(plain),
        Filter::Not(inner) => plain(inner),
        Filter::Compare(_, operator, _) => *operator != Operator::StartsWith,
        Filter::In(..) | Filter::IsNull(..) => true,
        Filter::Related(..) => false,
    }
}

fn directed(direction: Direction) -> String {
    format!(
        ".{}.nulls{}",
        if direction.descending { "desc" } else { "asc" },
        if direction.nulls_first { "first" } else { "last" }
    )
}

/// Percent-encoded.
pub(super) fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'.' | b',' | b'(' | b')' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
