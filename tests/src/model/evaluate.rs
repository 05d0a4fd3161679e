//! Answers a query the naive way: looks at every row, sorts them, cuts the page.

use std::cmp::Ordering;

use codegen::ApiModel;
use serde_json::{Map, Value as Json, json};

use super::aggregate::Type;
use super::query::{By, Direction, List, Page, Select, Term};
use super::value::{Kind, Value};
use super::world::{Row, World};

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
    /// All rows that the filter finds.
    pub(super) all: Vec<&'w Row>,
    /// Whether there are more in the direction of the page.
    pub(super) more: bool,
}

/// Where a row stands in an order: the values of its terms, then those of its key, or when it came where there is none.
pub(super) type Place = Vec<(Direction, Type, Value)>;

impl<'w> Evaluator<'w> {
    /// The answer of a list.
    pub(super) fn list(self, list: &List) -> Json {
        self.answer(list, self.rows(list.table))
    }

    /// All rows of a table.
    pub(super) fn rows(self, table: usize) -> Vec<&'w Row> {
        self.world.tables[table].rows.iter().collect()
    }

    fn answer(self, list: &List, candidates: Vec<&'w Row>) -> Json {
        let cut = self.cut(list, candidates);
        let rows: Vec<Json> = cut
            .rows
            .iter()
            .map(|row| self.row(list.table, &list.select, row))
            .collect();
        if self.form == Form::Rest {
            return Json::Array(rows);
        }
        let page = if list.page.last.is_some() {
            json!({ "hasPreviousPage": cut.more })
        } else {
            json!({ "hasNextPage": cut.more })
        };
        let mut answer = json!({ "totalCount": cut.all.len(), "pageInfo": page, "nodes": rows });
        if !list.aggregates.is_empty() {
            answer["aggregate"] = Json::Object(self.aggregates(list.table, &cut.all, &list.aggregates));
        }
        if let Some(groups) = &list.groups {
            answer["groupBy"] = self.groups(list.table, &cut.all, groups);
        }
        answer
    }

    /// All rows of a list, in its order.
    pub(super) fn found(self, list: &List, mut rows: Vec<&'w Row>) -> Vec<&'w Row> {
        if let Some(filter) = &list.filter {
            rows.retain(|row| self.holds(list.table, row, filter) == Some(true));
        }
        let mut placed: Vec<(Place, &'w Row)> = rows
            .into_iter()
            .map(|row| (self.place(list.table, &list.order, row), row))
            .collect();
        placed.sort_by(|(left, _), (right, _)| compare(left, right));
        let columns = &self.world.tables[list.table].columns;
        let same = |left: &Row, right: &Row| {
            list.distinct.iter().all(|column| {
                let (left, right) = (&left.values[*column], &right.values[*column]);
                by_null(Direction::FIRST, Type::Column(columns[*column].kind), left, right).is_eq()
            })
        };
        let mut all: Vec<&'w Row> = Vec::new();
        for (_, row) in placed {
            if list.distinct.is_empty() || !all.iter().any(|earlier| same(earlier, row)) {
                all.push(row);
            }
        }
        all
    }

    /// The rows of a list's page.
    pub(super) fn cut(self, list: &List, rows: Vec<&'w Row>) -> Cut<'w> {
        let all = self.found(list, rows);
        let mut rows = all.clone();
        let Page { first, last, offset } = list.page;
        if let Some(last) = last {
            let start = rows.len().saturating_sub(last);
            rows.drain(..start);
            return Cut {
                rows,
                all,
                more: start > 0,
            };
        }
        rows.drain(..offset.unwrap_or_default().min(all.len()));
        let most = first.unwrap_or(usize::MAX);
        let more = rows.len() > most;
        rows.truncate(most);
        Cut { rows, all, more }
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

    /// Where a row stands in an order.
    pub(super) fn place(self, table: usize, order: &[Term], row: &Row) -> Place {
        let declared = &self.world.tables[table];
        let mut place: Place = Vec::with_capacity(order.len() + 1);
        let mut columns = Vec::new();
        for term in order {
            let (ty, value) = self.by(table, &term.by, row);
            place.push((term.direction, ty, value));
            if let By::Column(column) = term.by {
                columns.push(column);
            }
            // What comes behind a key says no more of the place, also where the row changes.
            if declared.is_key(&columns) {
                return place;
            }
        }
        // A term that repeats another says nothing.
        let last = (0..order.len()).rfind(|&at| order[..at].iter().all(|earlier| earlier.by != order[at].by));
        let descending = last.is_some_and(|at| order[at].direction.descending);
        let direction = Direction {
            descending,
            nulls_first: !descending,
        };
        for position in &declared.key {
            let ty = Type::Column(declared.columns[*position].kind);
            place.push((direction, ty, row.values[*position].clone()));
        }
        if declared.key.is_empty() {
            place.push((
                direction,
                Type::Column(Kind::Big),
                Value::Number(row.sequence.into()),
            ));
        }
        place
    }

    fn by(self, table: usize, by: &By, row: &Row) -> (Type, Value) {
        let declared = &self.world.tables[table];
        let related = |relation: usize| {
            let relation = &self.model.tables[table].relations[relation];
            (
                relation.target.index(),
                self.world.related(declared, row, relation),
            )
        };
        match by {
            By::Column(column) => (
                Type::Column(declared.columns[*column].kind),
                row.values[*column].clone(),
            ),
            By::Many(relation, measure) => {
                let (target, rows) = related(*relation);
                self.measure(target, &rows, *measure)
            }
            By::Behind(relation, onward, measure) => {
                let (between, rows) = related(*relation);
                let relation = &self.model.tables[between].relations[*onward];
                let declared = &self.world.tables[between];
                let behind = |row: &&Row| self.world.related(declared, row, relation).first().copied();
                let rows: Vec<&Row> = rows.iter().filter_map(behind).collect();
                self.measure(relation.target.index(), &rows, *measure)
            }
            By::One(relation, inner) => {
                let (target, rows) = related(*relation);
                let found = rows.first().map(|row| self.by(target, inner, row));
                found.unwrap_or((Type::Whole, Value::Null))
            }
        }
    }
}

/// How two places in one order compare.
pub(super) fn compare(left: &Place, right: &Place) -> Ordering {
    let pairs = left.iter().zip(right);
    pairs
        .map(|((direction, ty, left), (_, other, right))| {
            // The type of a row that is not there is not known.
            let ty = if *left == Value::Null { other } else { ty };
            by_null(*direction, *ty, left, right)
        })
        .find(|ordering| ordering.is_ne())
        .unwrap_or(Ordering::Equal)
}

/// How two values compare in a direction, either of which may be NULL.
pub(super) fn by_null(direction: Direction, ty: Type, left: &Value, right: &Value) -> Ordering {
    let null = |value: &Value| *value == Value::Null;
    match (null(left), null(right)) {
        (true, true) => Ordering::Equal,
        (true, false) if direction.nulls_first => Ordering::Less,
        (true, false) => Ordering::Greater,
        (false, true) if direction.nulls_first => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) if direction.descending => ty.compare(right, left),
        (false, false) => ty.compare(left, right),
    }
}
