//! Conditions on rows, in SQL's three values.

use super::evaluate::Evaluator;
use super::query::{Filter, Operator, Quantifier};
use super::value::{Kind, Value};
use super::world::Row;

impl Evaluator<'_> {
    /// Whether a condition holds for a row.
    pub(super) fn holds(self, table: usize, row: &Row, filter: &Filter) -> Option<bool> {
        let all = |parts: &[Filter]| {
            parts
                .iter()
                .map(|part| self.holds(table, row, part))
                .collect::<Vec<_>>()
        };
        let kind = |column: usize| self.world.tables[table].columns[column].kind;
        match filter {
            Filter::And(parts) => chained(&all(parts), false),
            Filter::Or(parts) => chained(&all(parts), true),
            Filter::Not(inner) => self.holds(table, row, inner).map(|held| !held),
            Filter::IsNull(column, wanted) => Some((row.values[*column] == Value::Null) == *wanted),
            Filter::In(_, list) if list.is_empty() => Some(false),
            Filter::In(column, list) => {
                let value = &row.values[*column];
                (*value != Value::Null).then(|| {
                    list.iter()
                        .any(|other| kind(*column).compare(value, other).is_eq())
                })
            }
            Filter::Compare(column, operator, operand) => {
                let value = &row.values[*column];
                (*value != Value::Null).then(|| passes(kind(*column), *operator, value, operand))
            }
            Filter::Related(relation, quantifier, inner) => {
                let relation = &self.model.tables[table].relations[*relation];
                let related = self.world.related(&self.world.tables[table], row, relation);
                let target = relation.target.index();
                let met = related.iter().map(|row| match inner {
                    Some(inner) => self.holds(target, row, inner) == Some(true),
                    None => true,
                });
                let met: Vec<bool> = met.collect();
                Some(match quantifier {
                    Quantifier::One | Quantifier::Some => met.contains(&true),
                    Quantifier::None => !met.contains(&true),
                    Quantifier::Every => !met.contains(&false),
                })
            }
        }
    }
}

/// `decisive` is what one part needs to be for the whole to be it.
pub(super) fn chained(parts: &[Option<bool>], decisive: bool) -> Option<bool> {
    if parts.contains(&Some(decisive)) {
        return Some(decisive);
    }
    (!parts.contains(&None)).then_some(!decisive)
}

fn passes(kind: Kind, operator: Operator, value: &Value, operand: &Value) -> bool {
    match (operator, value, operand) {
        (Operator::StartsWith, Value::Text(text), Value::Text(start)) => text.starts_with(start.as_str()),
        (Operator::Like, Value::Text(text), Value::Text(pattern)) => like(&chars(text), &chars(pattern)),
        (Operator::ILike, Value::Text(text), Value::Text(pattern)) => like(
            &chars(&text.to_ascii_lowercase()),
            &chars(&pattern.to_ascii_lowercase()),
        ),
        _ => operator.holds(kind.compare(value, operand)),
    }
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// `%` stands for any text, `_` for any character, `\` for the next one itself.
fn like(text: &[char], pattern: &[char]) -> bool {
    match pattern {
        [] => text.is_empty(),
        ['%', rest @ ..] => (0..=text.len()).any(|from| like(&text[from..], rest)),
        ['_', rest @ ..] => !text.is_empty() && like(&text[1..], rest),
        ['\\', one, rest @ ..] | [one, rest @ ..] => text.first() == Some(one) && like(&text[1..], rest),
    }
}
