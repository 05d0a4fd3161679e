//! Random reads.

use codegen::ApiModel;

use super::aggregate::{Function, Measure, Type};
use super::calendar::{PARTS, parts_of};
use super::query::{By, Direction, Filter, Groups, Having, List, Operator, Page, Quantifier, Select, Term};
use super::value::{Kind, Value};
use super::world::World;
use crate::random::Random;

const PATTERNS: [&str; 12] = [
    "%", "a%", "%b", "_", "A_", "%a%", "\\_b", "a\\%", "%\\\\%", "z_z", "É%", "_%'%",
];

const ORDERED: [Operator; 6] = [
    Operator::Eq,
    Operator::Neq,
    Operator::Gt,
    Operator::Gte,
    Operator::Lt,
    Operator::Lte,
];

/// Makes queries on a world.
pub(super) struct Queries<'w> {
    /// The rows, of which filters take values.
    pub(super) world: &'w World,
    /// The relations.
    pub(super) model: &'w ApiModel,
}

impl Queries<'_> {
    /// A list of a table's rows.
    pub(super) fn list(&self, table: usize, depth: usize, random: &mut Random) -> List {
        let mut order = self.order(table, random);
        let (mut distinct, mut ordered) = (Vec::new(), true);
        if random.percent(12) {
            ordered = random.percent(70);
            for _ in 0..=random.below(2) {
                let column = random.below(self.world.tables[table].columns.len());
                if !distinct.contains(&column) {
                    distinct.push(column);
                }
            }
            let own = distinct.iter().map(|column| Term {
                by: By::Column(*column),
                direction: if ordered {
                    Direction::any(random)
                } else {
                    Direction::FIRST
                },
            });
            let own: Vec<Term> = own.collect();
            order = if ordered {
                own.into_iter().chain(order).collect()
            } else {
                own
            };
        }
        List {
            table,
            filter: random.percent(60).then(|| self.filter(table, 3, random)),
            order,
            distinct,
            ordered,
            page: Page::any(random),
            select: self.select(table, depth, random),
            aggregates: self.measures(table, 20, random),
            groups: random.percent(15).then(|| self.groups(table, random)),
            inner: false,
        }
    }

    /// What is answered of a row, with relations nested so deep.
    pub(super) fn select(&self, table: usize, depth: usize, random: &mut Random) -> Select {
        let mut columns: Vec<usize> = (0..self.world.tables[table].columns.len()).collect();
        columns.retain(|_| random.percent(70));
        if columns.is_empty() {
            columns.push(0);
        }
        let mut relations = Vec::new();
        for (position, relation) in self.model.tables[table].relations.iter().enumerate() {
            if depth > 0 && random.percent(45) {
                let mut list = self.list(relation.target.index(), depth - 1, random);
                // As in PostgREST, a row does not have what is cut down to nothing.
                list.inner = list.page.first != Some(0) && random.percent(20);
                if relation.is_to_one() {
                    // Only a row that must be there is filtered: else it would be null in REST, and GraphQL has no such.
                    let filter = list.filter.take().filter(|_| list.inner);
                    if !list.inner {
                        self.loosen(list.table, &mut list.select);
                    }
                    list = List {
                        filter,
                        inner: list.inner,
                        select: list.select,
                        ..List::plain(list.table, 0)
                    };
                }
                relations.push((position, list));
            }
        }
        Select { columns, relations }
    }

    /// Lets no row of a selection depend on related ones.
    fn loosen(&self, table: usize, select: &mut Select) {
        for (position, list) in &mut select.relations {
            list.inner = false;
            if self.model.tables[table].relations[*position].is_to_one() {
                list.filter = None;
            }
        }
    }

    /// An order by some columns and by related rows.
    pub(super) fn order(&self, table: usize, random: &mut Random) -> Vec<Term> {
        (0..random.below(4))
            .map(|_| Term {
                by: self.by(table, 2, random),
                direction: Direction::any(random),
            })
            .collect()
    }

    fn by(&self, table: usize, depth: usize, random: &mut Random) -> By {
        let relations = &self.model.tables[table].relations;
        if depth > 0 && !relations.is_empty() && random.percent(30) {
            let position = random.below(relations.len());
            let target = relations[position].target.index();
            return if relations[position].is_to_one() {
                By::One(position, Box::new(self.by(target, depth - 1, random)))
            } else {
                self.many(position, target, random)
            };
        }
        By::Column(random.below(self.world.tables[table].columns.len()))
    }

    /// A value of the rows that a relation leads to, or of those behind them.
    fn many(&self, position: usize, target: usize, random: &mut Random) -> By {
        let relations = self.model.tables[target].relations.iter().enumerate();
        let to_one: Vec<(usize, usize)> = relations
            .filter(|(_, relation)| relation.is_to_one())
            .map(|(onward, relation)| (onward, relation.target.index()))
            .collect();
        if to_one.is_empty() || random.percent(60) {
            return By::Many(position, self.measure(target, random));
        }
        let (onward, behind) = *random.pick(&to_one);
        By::Behind(position, onward, self.measure(behind, random))
    }

    fn measure(&self, table: usize, random: &mut Random) -> Measure {
        let columns = &self.world.tables[table].columns;
        let column = random.below(columns.len());
        let function = *random.pick(&Function::ALL);
        if random.percent(20) || !function.is_of(columns[column].kind) {
            Measure::Rows
        } else {
            Measure::Of(function, column)
        }
    }

    /// Values that are answered: none, but in so many of a hundred cases.
    fn measures(&self, table: usize, chance: usize, random: &mut Random) -> Vec<Measure> {
        let mut measures: Vec<Measure> = Vec::new();
        if random.percent(chance) {
            for _ in 0..=random.below(4) {
                let measure = self.measure(table, random);
                if !measures.contains(&measure) && self.is_definite(table, measure) {
                    measures.push(measure);
                }
            }
        }
        measures
    }

    /// Whether there is one answer only: which of two texts that differ in case is the least is not said.
    fn is_definite(&self, table: usize, measure: Measure) -> bool {
        match measure {
            Measure::Of(Function::Min | Function::Max, column) => {
                self.world.tables[table].columns[column].kind != Kind::Text
            }
            _ => true,
        }
    }

    /// Groups of a table's rows.
    pub(super) fn groups(&self, table: usize, random: &mut Random) -> Groups {
        let mut keys = Vec::new();
        for _ in 0..random.below(4) {
            let column = random.below(self.world.tables[table].columns.len());
            let parts = parts_of(self.world.tables[table].columns[column].kind);
            let part = (parts > 0 && random.percent(60)).then(|| PARTS[random.below(parts)].0);
            if !keys.contains(&(column, part)) {
                keys.push((column, part));
            }
        }
        let mut order: Vec<(Measure, Direction)> = Vec::new();
        for _ in 0..random.below(3) {
            let measure = if !keys.is_empty() && random.percent(40) {
                Measure::Key(random.below(keys.len()))
            } else {
                self.measure(table, random)
            };
            if order.iter().all(|(other, _)| *other != measure) {
                order.push((measure, Direction::any(random)));
            }
        }
        let mut measures = self.measures(table, 100, random);
        if measures.is_empty() {
            measures.push(Measure::Rows);
        }
        Groups {
            keys,
            having: random.percent(40).then(|| self.having(table, 2, random)),
            order,
            first: random.percent(30).then(|| random.below(5)),
            offset: random.percent(20).then(|| random.below(3)),
            measures,
        }
    }

    fn having(&self, table: usize, depth: usize, random: &mut Random) -> Having {
        if depth > 0 && random.percent(35) {
            let many = |random: &mut Random| {
                (0..random.below(3))
                    .map(|_| self.having(table, depth - 1, random))
                    .collect()
            };
            return match random.below(3) {
                0 => Having::And(many(random)),
                1 => Having::Or(many(random)),
                _ => Having::Not(Box::new(self.having(table, depth - 1, random))),
            };
        }
        let measure = self.measure(table, random);
        if random.percent(15) {
            return Having::IsNull(measure, random.percent(50));
        }
        let ordered = |kind: Kind| if kind.is_compared() { 6 } else { 2 };
        let small = Value::Number(i128::try_from(random.below(4)).unwrap_or_default());
        let (operators, operand) = match measure {
            Measure::Of(function, column) => match function.ty(self.world.tables[table].columns[column].kind)
            {
                Type::Column(kind) => (ordered(kind), self.value(table, column, random)),
                Type::Whole => (6, small),
                Type::Decimal(_) => (6, self.value(table, column, random)),
            },
            Measure::Rows | Measure::Key(_) => (6, small),
        };
        Having::Compare(measure, ORDERED[random.below(operators)], operand)
    }

    /// A condition on a table's rows.
    pub(super) fn filter(&self, table: usize, depth: usize, random: &mut Random) -> Filter {
        if depth > 0 && random.percent(40) {
            let many = |random: &mut Random| {
                (0..random.below(4))
                    .map(|_| self.filter(table, depth - 1, random))
                    .collect()
            };
            return match random.below(3) {
                0 => Filter::And(many(random)),
                1 => Filter::Or(many(random)),
                _ => Filter::Not(Box::new(self.filter(table, depth - 1, random))),
            };
        }
        let relations = &self.model.tables[table].relations;
        if depth > 0 && !relations.is_empty() && random.percent(35) {
            return self.related_filter(table, depth - 1, random);
        }
        let declared = &self.world.tables[table];
        let position = random.below(declared.columns.len());
        let kind = declared.columns[position].kind;
        match random.below(10) {
            0 => Filter::IsNull(position, random.percent(50)),
            1 | 2 => {
                let values = (0..random.below(4)).map(|_| self.value(table, position, random));
                Filter::In(position, values.collect())
            }
            3 | 4 if kind.is_text() => {
                let operator = if random.percent(50) {
                    Operator::Like
                } else {
                    Operator::ILike
                };
                Filter::Compare(
                    position,
                    operator,
                    Value::Text((*random.pick(&PATTERNS)).to_owned()),
                )
            }
            5 if kind.is_text() => Filter::Compare(
                position,
                Operator::StartsWith,
                self.value(table, position, random),
            ),
            _ => {
                let operators = if kind.is_compared() { 6 } else { 2 };
                let operator = ORDERED[random.below(operators)];
                Filter::Compare(position, operator, self.value(table, position, random))
            }
        }
    }

    /// A condition that finds one row: by a key of it. Of a table without rows or keys there is none.
    pub(super) fn row_filter(&self, table: usize, random: &mut Random) -> Option<Filter> {
        let declared = &self.world.tables[table];
        if declared.rows.is_empty() || declared.keys().is_empty() {
            return None;
        }
        let row = random.pick(&declared.rows);
        let key = declared.keys().swap_remove(0);
        let equal = key.iter().map(|column| match &row.values[*column] {
            Value::Null => Filter::IsNull(*column, true),
            value => Filter::Compare(*column, Operator::Eq, value.clone()),
        });
        Some(Filter::And(equal.collect()))
    }

    fn related_filter(&self, table: usize, depth: usize, random: &mut Random) -> Filter {
        let relations = &self.model.tables[table].relations;
        let position = random.below(relations.len());
        let relation = &relations[position];
        let inner = random
            .percent(85)
            .then(|| Box::new(self.filter(relation.target.index(), depth, random)));
        let quantifier = if relation.is_to_one() {
            Quantifier::One
        } else {
            *random.pick(&[Quantifier::Some, Quantifier::None, Quantifier::Every])
        };
        Filter::Related(position, quantifier, inner)
    }

    /// A value that some row is likely to have.
    fn value(&self, table: usize, column: usize, random: &mut Random) -> Value {
        let declared = &self.world.tables[table];
        if !declared.rows.is_empty() && random.percent(60) {
            let found = &random.pick(&declared.rows).values[column];
            if *found != Value::Null {
                return found.clone();
            }
        }
        declared.columns[column].kind.value(random)
    }
}

impl Direction {
    fn any(random: &mut Random) -> Self {
        Self {
            descending: random.percent(50),
            nulls_first: random.percent(50),
        }
    }
}

impl Page {
    fn any(random: &mut Random) -> Self {
        let mut page = Self::default();
        match random.below(5) {
            0 | 1 => page.first = Some(random.below(6)),
            2 => page.last = Some(random.below(6)),
            _ => {}
        }
        if page.last.is_none() && random.percent(25) {
            page.offset = Some(random.below(4));
        }
        page
    }
}
