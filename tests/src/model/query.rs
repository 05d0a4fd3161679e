//! Random reads: filters, orders, pages and nested relations.

use codegen::ApiModel;

use super::random::Random;
use super::value::{Kind, Value};
use super::world::World;

/// A list of rows.
#[derive(Debug, Clone)]
pub(super) struct List {
    /// The table.
    pub(super) table: usize,
    /// Which rows.
    pub(super) filter: Option<Filter>,
    /// In which order, before the key's.
    pub(super) order: Vec<Term>,
    /// Which of them.
    pub(super) page: Page,
    /// What is answered of each.
    pub(super) select: Select,
}

/// What is answered of a row.
#[derive(Debug, Clone)]
pub(super) struct Select {
    /// Columns.
    pub(super) columns: Vec<usize>,
    /// Relations by their position, with what is asked of the rows there.
    pub(super) relations: Vec<(usize, List)>,
}

/// A condition.
#[derive(Debug, Clone)]
pub(super) enum Filter {
    /// All hold.
    And(Vec<Self>),
    /// One holds.
    Or(Vec<Self>),
    /// Does not hold.
    Not(Box<Self>),
    /// A comparison with a value.
    Compare(usize, Operator, Value),
    /// One of a list.
    In(usize, Vec<Value>),
    /// NULL, or not.
    IsNull(usize, bool),
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    StartsWith,
}

/// A column to order by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    /// The column.
    pub(super) column: usize,
    /// The greatest first.
    pub(super) descending: bool,
    /// NULLs before all others.
    pub(super) nulls_first: bool,
}

/// A page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Page {
    /// At most so many, from the start.
    pub(super) first: Option<usize>,
    /// At most so many, from the end.
    pub(super) last: Option<usize>,
    /// Behind so many.
    pub(super) offset: Option<usize>,
}

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
        List {
            table,
            filter: random.percent(60).then(|| self.filter(table, 2, random)),
            order: self.order(table, random),
            page: Page::any(random),
            select: self.select(table, depth, random),
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
                let target = relation.target.index();
                let list = if relation.is_to_one() {
                    List {
                        filter: None,
                        order: Vec::new(),
                        page: Page::default(),
                        ..self.list(target, depth - 1, random)
                    }
                } else {
                    self.list(target, depth - 1, random)
                };
                relations.push((position, list));
            }
        }
        Select { columns, relations }
    }

    /// An order by some columns, each at most once.
    pub(super) fn order(&self, table: usize, random: &mut Random) -> Vec<Term> {
        let mut terms: Vec<Term> = Vec::new();
        for _ in 0..random.below(4) {
            let column = random.below(self.world.tables[table].columns.len());
            if terms.iter().all(|term| term.column != column) {
                terms.push(Term {
                    column,
                    descending: random.percent(50),
                    nulls_first: random.percent(50),
                });
            }
        }
        terms
    }

    /// A condition on a table's rows.
    pub(super) fn filter(&self, table: usize, depth: usize, random: &mut Random) -> Filter {
        if depth > 0 && random.percent(45) {
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
        let declared = &self.world.tables[table];
        let position = random.below(declared.columns.len());
        let column = &declared.columns[position];
        match random.below(10) {
            0 => Filter::IsNull(position, random.percent(50)),
            1 | 2 => {
                let values = (0..random.below(4)).map(|_| self.value(table, position, random));
                Filter::In(position, values.collect())
            }
            _ => Filter::Compare(
                position,
                operator(column.kind, random),
                self.value(table, position, random),
            ),
        }
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

fn operator(kind: Kind, random: &mut Random) -> Operator {
    const ALL: [Operator; 6] = [
        Operator::Eq,
        Operator::Neq,
        Operator::Gt,
        Operator::Gte,
        Operator::Lt,
        Operator::Lte,
    ];
    if kind.is_text() && random.percent(20) {
        Operator::StartsWith
    } else if kind.is_compared() {
        *random.pick(&ALL)
    } else {
        *random.pick(&ALL[..2])
    }
}

impl Operator {
    /// As both protocols write it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Neq => "neq",
            Self::Gt => "gt",
            Self::Gte => "gte",
            Self::Lt => "lt",
            Self::Lte => "lte",
            Self::StartsWith => "startsWith",
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
