//! Aggregates and groups of rows, the naive way: every value looked at.

use std::cmp::Ordering;

use serde_json::{Map, Value as Json, json};

use super::calendar::Part;
use super::evaluate::{Evaluator, by_null};
use super::query::{Direction, Groups, Having};
use super::value::{Kind, Value, scaled};
use super::world::Row;

/// What is computed of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Count,
    CountDistinct,
    Sum,
    Avg,
    Min,
    Max,
}

/// A value of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// How many there are.
    Rows,
    /// An aggregate of a column.
    Of(Function, usize),
    /// The key of that position, which they have in common.
    Key(usize),
}

/// The type of a value, a column's or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    /// A column's.
    Column(Kind),
    /// A whole number, in JSON as a number.
    Whole,
    /// A DECIMAL of that many digits after the point.
    Decimal(u32),
}

impl Type {
    /// How two values that are not NULL compare.
    pub(super) fn compare(self, left: &Value, right: &Value) -> Ordering {
        match self {
            Self::Column(kind) => kind.compare(left, right),
            Self::Whole | Self::Decimal(_) => Kind::Int.compare(left, right),
        }
    }

    /// As both protocols write it in JSON.
    pub(super) fn json(self, value: &Value) -> Json {
        match (self, value) {
            (Self::Whole, _) => Kind::Int.json(value),
            (Self::Decimal(scale), Value::Number(number)) => json!(scaled(*number, scale)),
            (Self::Decimal(_), _) => Json::Null,
            (Self::Column(kind), _) => kind.json(value),
        }
    }

    /// As a GraphQL document writes it.
    pub(super) fn literal(self, value: &Value) -> String {
        match self {
            Self::Column(kind) => kind.literal(value),
            _ => self.json(value).to_string(),
        }
    }
}

impl Function {
    /// All that GraphQL has.
    pub(super) const ALL: [Self; 5] = [Self::CountDistinct, Self::Sum, Self::Avg, Self::Min, Self::Max];

    /// Its name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::CountDistinct => "countDistinct",
            Self::Sum => "sum",
            Self::Avg => "avg",
            Self::Min => "min",
            Self::Max => "max",
        }
    }

    /// Whether a column of that type has it.
    pub(super) const fn is_of(self, kind: Kind) -> bool {
        match self {
            Self::Sum | Self::Avg => matches!(
                kind,
                Kind::Int | Kind::Big | Kind::Decimal | Kind::Wide | Kind::Bool | Kind::Real
            ),
            _ => true,
        }
    }

    /// The type of its value.
    pub(super) const fn ty(self, kind: Kind) -> Type {
        let scale = match kind {
            Kind::Decimal => 2,
            Kind::Wide => 10,
            _ => 0,
        };
        match self {
            Self::Count | Self::CountDistinct => Type::Whole,
            Self::Min | Self::Max => Type::Column(kind),
            Self::Sum | Self::Avg if matches!(kind, Kind::Real) => Type::Column(kind),
            Self::Sum => Type::Decimal(scale),
            Self::Avg => Type::Decimal(scale + 4),
        }
    }

    fn of(self, kind: Kind, values: &[&Value]) -> Value {
        let count = i128::try_from(values.len()).unwrap_or_default();
        let sum = || -> i128 {
            let numbers = values.iter().map(|value| match value {
                Value::Number(number) => *number,
                _ => 0,
            });
            numbers.sum()
        };
        let least = |reverse: bool| {
            let mut sorted = values.to_vec();
            sorted.sort_by(|left, right| kind.compare(left, right));
            let found = if reverse { sorted.last() } else { sorted.first() };
            found.map_or(Value::Null, |value| (*value).clone())
        };
        match self {
            Self::Count => Value::Number(count),
            Self::CountDistinct => {
                let mut distinct: Vec<&Value> = Vec::new();
                for value in values {
                    if !distinct.iter().any(|other| kind.compare(other, value).is_eq()) {
                        distinct.push(value);
                    }
                }
                Value::Number(i128::try_from(distinct.len()).unwrap_or_default())
            }
            _ if values.is_empty() => Value::Null,
            Self::Sum => Value::Number(sum()),
            Self::Avg if kind == Kind::Real => Value::Ratio(sum(), count),
            // Half away from zero.
            Self::Avg => {
                let (twice, half) = (sum() * 20_000, if sum() < 0 { -count } else { count });
                Value::Number((twice + half) / (2 * count))
            }
            Self::Min => least(false),
            Self::Max => least(true),
        }
    }
}

/// The rows of a group, with what they have in common.
struct Group<'w> {
    keys: Vec<(Type, Value)>,
    rows: Vec<&'w Row>,
}

impl<'w> Evaluator<'w> {
    /// A value of rows.
    pub(super) fn measure(self, table: usize, rows: &[&Row], measure: Measure) -> (Type, Value) {
        match measure {
            Measure::Of(function, column) => {
                let kind = self.world.tables[table].columns[column].kind;
                let values = rows.iter().map(|row| &row.values[column]);
                let values: Vec<&Value> = values.filter(|value| **value != Value::Null).collect();
                (function.ty(kind), function.of(kind, &values))
            }
            Measure::Rows | Measure::Key(_) => (
                Type::Whole,
                Value::Number(i128::try_from(rows.len()).unwrap_or_default()),
            ),
        }
    }

    /// `{count sum {…}}` of rows.
    pub(super) fn aggregates(self, table: usize, rows: &[&Row], measures: &[Measure]) -> Map<String, Json> {
        let mut members = Map::new();
        for measure in measures {
            let (ty, value) = self.measure(table, rows, *measure);
            match measure {
                Measure::Of(function, column) => {
                    let field = self.model.tables[table].columns[*column].field.clone();
                    let object = members.entry(function.name()).or_insert_with(|| json!({}));
                    object[field] = ty.json(&value);
                }
                Measure::Rows | Measure::Key(_) => {
                    members.insert("count".to_owned(), ty.json(&value));
                }
            }
        }
        members
    }

    /// What GraphQL answers of groups.
    pub(super) fn groups(self, table: usize, rows: &[&'w Row], groups: &Groups) -> Json {
        let found = self.grouped(table, rows, groups);
        let answered = found.iter().map(|group| {
            let mut members = self.aggregates(table, &group.rows, &groups.measures);
            let keys = groups.keys.iter().zip(&group.keys);
            let keys: Map<String, Json> = keys
                .map(|((column, part), (ty, value))| (self.key_name(table, *column, *part), ty.json(value)))
                .collect();
            if !keys.is_empty() {
                members.insert("keys".to_owned(), Json::Object(keys));
            }
            Json::Object(members)
        });
        Json::Array(answered.collect())
    }

    /// What REST answers of groups: the keys under their names, then each measure under a name of its own.
    pub(super) fn flat_groups(self, table: usize, rows: &[&'w Row], groups: &Groups) -> Json {
        let found = self.grouped(table, rows, groups);
        let answered = found.iter().map(|group| {
            let keys = groups.keys.iter().zip(&group.keys);
            let keys = keys
                .map(|((column, part), (ty, value))| (self.key_name(table, *column, *part), ty.json(value)));
            let measures = groups.measures.iter().enumerate().map(|(at, measure)| {
                let (ty, value) = self.measure(table, &group.rows, *measure);
                (format!("m{at}"), ty.json(&value))
            });
            Json::Object(keys.chain(measures).collect())
        });
        Json::Array(answered.collect())
    }

    /// The name of a key in the API.
    pub(super) fn key_name(self, table: usize, column: usize, part: Option<Part>) -> String {
        let field = &self.model.tables[table].columns[column].field;
        part.map_or_else(|| field.clone(), |part| format!("{field}_{}", part.name()))
    }

    fn grouped(self, table: usize, rows: &[&'w Row], asked: &Groups) -> Vec<Group<'w>> {
        let mut groups: Vec<Group<'w>> = Vec::new();
        if asked.keys.is_empty() {
            groups.push(Group {
                keys: Vec::new(),
                rows: rows.to_vec(),
            });
        } else {
            for row in rows {
                let keys = self.keys(table, row, asked);
                let same = |group: &&mut Group<'_>| {
                    let pairs = group.keys.iter().zip(&keys);
                    pairs
                        .into_iter()
                        .all(|((ty, left), (_, right))| by_value(*ty, left, right).is_eq())
                };
                match groups.iter_mut().find(same) {
                    Some(group) => {
                        group.rows.push(row);
                        // Of texts that differ in case, the least by its bytes is shown.
                        for ((_, shown), (_, other)) in group.keys.iter_mut().zip(keys) {
                            if let (Value::Text(left), Value::Text(right)) = (&*shown, &other)
                                && right < left
                            {
                                *shown = other;
                            }
                        }
                    }
                    None => groups.push(Group {
                        keys,
                        rows: vec![row],
                    }),
                }
            }
        }
        if let Some(having) = &asked.having {
            groups.retain(|group| self.has(table, group, having) == Some(true));
        }
        groups.sort_by(|left, right| self.before(table, asked, left, right));
        let groups = groups.into_iter().skip(asked.offset.unwrap_or_default());
        groups.take(asked.first.unwrap_or(usize::MAX)).collect()
    }

    fn keys(self, table: usize, row: &Row, asked: &Groups) -> Vec<(Type, Value)> {
        let keys = asked.keys.iter().map(|(column, part)| {
            let value = &row.values[*column];
            match part {
                Some(part) => (part.ty(), part.of(value)),
                None => (
                    Type::Column(self.world.tables[table].columns[*column].kind),
                    value.clone(),
                ),
            }
        });
        keys.collect()
    }

    fn of_group(self, table: usize, group: &Group<'_>, measure: Measure) -> (Type, Value) {
        match measure {
            Measure::Key(at) => group.keys[at].clone(),
            measure => self.measure(table, &group.rows, measure),
        }
    }

    /// By the terms, then by the keys.
    fn before(self, table: usize, asked: &Groups, left: &Group<'_>, right: &Group<'_>) -> Ordering {
        let keys = (0..asked.keys.len()).map(|at| {
            (
                Measure::Key(at),
                Direction {
                    descending: false,
                    nulls_first: true,
                },
            )
        });
        let terms = asked.order.iter().copied().chain(keys);
        let mut orderings = terms.map(|(measure, direction)| {
            let (ty, left) = self.of_group(table, left, measure);
            let (_, right) = self.of_group(table, right, measure);
            by_null(direction, ty, &left, &right)
        });
        orderings
            .find(|ordering| ordering.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    fn has(self, table: usize, group: &Group<'_>, having: &Having) -> Option<bool> {
        let all = |parts: &[Having]| {
            parts
                .iter()
                .map(|part| self.has(table, group, part))
                .collect::<Vec<_>>()
        };
        match having {
            Having::And(parts) => super::condition::chained(&all(parts), false),
            Having::Or(parts) => super::condition::chained(&all(parts), true),
            Having::Not(inner) => self.has(table, group, inner).map(|held| !held),
            Having::Compare(measure, operator, operand) => {
                let (ty, value) = self.of_group(table, group, *measure);
                (value != Value::Null).then(|| operator.holds(ty.compare(&value, operand)))
            }
            Having::IsNull(measure, wanted) => {
                let (_, value) = self.of_group(table, group, *measure);
                Some((value == Value::Null) == *wanted)
            }
        }
    }
}

fn by_value(ty: Type, left: &Value, right: &Value) -> Ordering {
    by_null(
        Direction {
            descending: false,
            nulls_first: true,
        },
        ty,
        left,
        right,
    )
}
