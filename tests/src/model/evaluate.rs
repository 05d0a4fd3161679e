//! Answers a query the naive way: looks at every row, sorts them, cuts the page.

use std::cmp::Ordering;

use codegen::ApiModel;
use serde_json::{Map, Value as Json, json};

use super::query::{Filter, List, Operator, Page, Select, Term};
use super::value::{Kind, Value};
use super::world::{Row, Table, World};

/// A world with the names of its API.
#[derive(Clone, Copy)]
pub(super) struct Evaluator<'w> {
    /// The rows.
    pub(super) world: &'w World,
    /// The names.
    pub(super) model: &'w ApiModel,
    /// How lists are answered.
    pub(super) form: Form,
}

/// How a protocol answers a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A connection.
    Graphql,
    /// An array.
    Rest,
}

/// The rows of a page.
pub(super) struct Cut<'w> {
    /// The rows.
    pub(super) rows: Vec<&'w Row>,
    /// How many there are on all pages.
    pub(super) total: usize,
    /// Whether there are more in the direction of the page.
    pub(super) more: bool,
}

impl<'w> Evaluator<'w> {
    /// The answer of a list.
    pub(super) fn list(self, list: &List) -> Json {
        let all = self.world.tables[list.table].rows.iter().collect();
        self.answer(list, all)
    }

    fn answer(self, list: &List, candidates: Vec<&'w Row>) -> Json {
        let cut = self.cut(list, candidates);
        let rows: Vec<Json> = cut
            .rows
            .iter()
            .map(|row| self.row(list.table, &list.select, row))
            .collect();
        match self.form {
            Form::Rest => Json::Array(rows),
            Form::Graphql => {
                let page = if list.page.last.is_some() {
                    json!({ "hasPreviousPage": cut.more })
                } else {
                    json!({ "hasNextPage": cut.more })
                };
                json!({ "totalCount": cut.total, "pageInfo": page, "nodes": rows })
            }
        }
    }

    /// The rows of a list's page.
    pub(super) fn cut(self, list: &List, mut rows: Vec<&'w Row>) -> Cut<'w> {
        let table = &self.world.tables[list.table];
        if let Some(filter) = &list.filter {
            rows.retain(|row| holds(table, row, filter) == Some(true));
        }
        rows.sort_by(|left, right| compare(table, &list.order, left, right));
        let total = rows.len();
        let Page { first, last, offset } = list.page;
        if let Some(last) = last {
            let start = total.saturating_sub(last);
            rows.drain(..start);
            return Cut {
                rows,
                total,
                more: start > 0,
            };
        }
        rows.drain(..offset.unwrap_or_default().min(total));
        let most = first.unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        Cut { rows, total, more }
    }

    /// The members of a row.
    pub(super) fn row(self, table: usize, select: &Select, row: &Row) -> Json {
        let (declared, api) = (&self.world.tables[table], &self.model.tables[table]);
        let mut members = Map::new();
        for position in &select.columns {
            let kind = declared.columns[*position].kind;
            let field = api.columns[*position].field.clone();
            members.insert(field, kind.json(&row.values[*position]));
        }
        for (position, list) in &select.relations {
            let relation = &api.relations[*position];
            let found = self.world.related(declared, row, relation);
            let answer = if relation.is_to_one() {
                found
                    .first()
                    .map_or(Json::Null, |row| self.row(list.table, &list.select, row))
            } else {
                self.answer(list, found)
            };
            members.insert(relation.field.clone(), answer);
        }
        Json::Object(members)
    }
}

/// How two rows are ordered: by the terms, then by the key, or by when they came where there is none.
pub(super) fn compare(table: &Table, order: &[Term], left: &Row, right: &Row) -> Ordering {
    let by_terms = order.iter().map(|term| {
        let kind = table.columns[term.column].kind;
        by_term(*term, kind, &left.values[term.column], &right.values[term.column])
    });
    let by_key = table.key.iter().map(|position| {
        let kind = table.columns[*position].kind;
        kind.compare(&left.values[*position], &right.values[*position])
    });
    by_terms
        .chain(by_key)
        .find(|ordering| ordering.is_ne())
        .unwrap_or_else(|| left.sequence.cmp(&right.sequence))
}

fn by_term(term: Term, kind: Kind, left: &Value, right: &Value) -> Ordering {
    let null = |value: &Value| *value == Value::Null;
    match (null(left), null(right)) {
        (true, true) => Ordering::Equal,
        (true, false) if term.nulls_first => Ordering::Less,
        (true, false) => Ordering::Greater,
        (false, true) if term.nulls_first => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) if term.descending => kind.compare(right, left),
        (false, false) => kind.compare(left, right),
    }
}

/// Whether a condition holds for a row, in SQL's three values.
pub(super) fn holds(table: &Table, row: &Row, filter: &Filter) -> Option<bool> {
    match filter {
        Filter::And(all) => chained(table, row, all, false),
        Filter::Or(any) => chained(table, row, any, true),
        Filter::Not(inner) => holds(table, row, inner).map(|held| !held),
        Filter::IsNull(column, wanted) => Some((row.values[*column] == Value::Null) == *wanted),
        Filter::In(_, list) if list.is_empty() => Some(false),
        Filter::In(column, list) => {
            let (kind, value) = (table.columns[*column].kind, &row.values[*column]);
            (*value != Value::Null).then(|| list.iter().any(|other| kind.compare(value, other).is_eq()))
        }
        Filter::Compare(column, operator, operand) => {
            let (kind, value) = (table.columns[*column].kind, &row.values[*column]);
            (*value != Value::Null).then(|| passes(kind, *operator, value, operand))
        }
    }
}

/// `decisive` is what one part needs to be for the whole to be it.
fn chained(table: &Table, row: &Row, parts: &[Filter], decisive: bool) -> Option<bool> {
    let parts: Vec<Option<bool>> = parts.iter().map(|part| holds(table, row, part)).collect();
    if parts.contains(&Some(decisive)) {
        return Some(decisive);
    }
    (!parts.contains(&None)).then_some(!decisive)
}

fn passes(kind: Kind, operator: Operator, value: &Value, operand: &Value) -> bool {
    let ordering = kind.compare(value, operand);
    match operator {
        Operator::Eq => ordering.is_eq(),
        Operator::Neq => ordering.is_ne(),
        Operator::Gt => ordering.is_gt(),
        Operator::Gte => ordering.is_ge(),
        Operator::Lt => ordering.is_lt(),
        Operator::Lte => ordering.is_le(),
        Operator::StartsWith => match (value, operand) {
            (Value::Text(text), Value::Text(start)) => text.starts_with(start.as_str()),
            _ => false,
        },
    }
}
