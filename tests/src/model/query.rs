//! What is read: filters, orders, pages, nested relations, aggregates and groups.

use std::cmp::Ordering;

use super::aggregate::Measure;
use super::calendar::Part;
use super::value::Value;

/// A list of rows.
#[derive(Debug, Clone)]
pub(super) struct List {
    /// The table.
    pub(super) table: usize,
    /// Which rows.
    pub(super) filter: Option<Filter>,
    /// In which order, before the key's.
    pub(super) order: Vec<Term>,
    /// Of rows with the same values in these columns the first only; the order begins with them. In GraphQL only.
    pub(super) distinct: Vec<usize>,
    /// Whether the order is said; else it is the one that `distinct` has by itself.
    pub(super) ordered: bool,
    /// Which of them.
    pub(super) page: Page,
    /// What is answered of each.
    pub(super) select: Select,
    /// What is answered of all that the filter finds. In GraphQL only.
    pub(super) aggregates: Vec<Measure>,
    /// Groups of all that the filter finds. In GraphQL only.
    pub(super) groups: Option<Groups>,
    /// As a nested list: rows without any of these are left out. REST says so; GraphQL filters by it.
    pub(super) inner: bool,
}

/// What is answered of a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Select {
    /// Columns.
    pub(super) columns: Vec<usize>,
    /// Relations by their position, with what is asked of the rows there.
    pub(super) relations: Vec<(usize, List)>,
}

/// Groups of rows.
#[derive(Debug, Clone)]
pub(super) struct Groups {
    /// What rows of a group have in common.
    pub(super) keys: Vec<(usize, Option<Part>)>,
    /// Which groups.
    pub(super) having: Option<Having>,
    /// In which order, before the keys'.
    pub(super) order: Vec<(Measure, Direction)>,
    /// At most so many.
    pub(super) first: Option<usize>,
    /// Behind so many.
    pub(super) offset: Option<usize>,
    /// What is answered of each.
    pub(super) measures: Vec<Measure>,
}

/// A condition on a group.
#[derive(Debug, Clone)]
pub(super) enum Having {
    And(Vec<Self>),
    Or(Vec<Self>),
    Not(Box<Self>),
    Compare(Measure, Operator, Value),
    IsNull(Measure, bool),
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
    /// On the rows that a relation, by its position, leads to.
    Related(usize, Quantifier, Option<Box<Self>>),
}

/// Which of the related rows a condition is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantifier {
    /// The one that there can be.
    One,
    Some,
    None,
    Every,
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
    Like,
    ILike,
}

/// What rows are ordered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum By {
    /// A column.
    Column(usize),
    /// Something of the one row that a relation leads to.
    One(usize, Box<Self>),
    /// A value of the rows that a relation leads to.
    Many(usize, Measure),
    /// A value of the rows behind these: that of the table which the second relation leads each of them to.
    Behind(usize, usize, Measure),
}

/// One term of an order.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// What is compared.
    pub(super) by: By,
    /// In which direction.
    pub(super) direction: Direction,
}

/// A direction, and where NULL stands in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Direction {
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

impl List {
    /// A list of whole rows.
    pub(super) fn plain(table: usize, columns: usize) -> Self {
        Self {
            table,
            filter: None,
            order: Vec::new(),
            distinct: Vec::new(),
            ordered: true,
            page: Page::default(),
            select: Select {
                columns: (0..columns).collect(),
                relations: Vec::new(),
            },
            aggregates: Vec::new(),
            groups: None,
            inner: false,
        }
    }

    /// The same, where rows that are to have related ones are filtered by that.
    pub(super) fn filtered(&self, to_one: &impl Fn(usize, usize) -> bool) -> Self {
        let mut list = self.clone();
        let mut all = Vec::new();
        for (position, nested) in &mut list.select.relations {
            let inner = nested.filtered(to_one);
            let (one, is_inner) = (to_one(list.table, *position), nested.inner);
            if is_inner {
                let quantifier = if one { Quantifier::One } else { Quantifier::Some };
                all.push(Filter::Related(
                    *position,
                    quantifier,
                    inner.filter.clone().map(Box::new),
                ));
            }
            *nested = inner;
        }
        if !all.is_empty() {
            all.extend(list.filter.take());
            list.filter = Some(Filter::And(all));
        }
        list
    }
}

impl Direction {
    /// Ascending, NULL first.
    pub(super) const FIRST: Self = Self {
        descending: false,
        nulls_first: true,
    };
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
            Self::Like => "like",
            Self::ILike => "ilike",
        }
    }

    /// Whether it holds for two values that compare so. Of patterns it is not known.
    pub(super) const fn holds(self, ordering: Ordering) -> bool {
        match self {
            Self::Eq => ordering.is_eq(),
            Self::Neq => ordering.is_ne(),
            Self::Gt => ordering.is_gt(),
            Self::Gte => ordering.is_ge(),
            Self::Lt => ordering.is_lt(),
            Self::Lte => ordering.is_le(),
            Self::StartsWith | Self::Like | Self::ILike => false,
        }
    }
}
