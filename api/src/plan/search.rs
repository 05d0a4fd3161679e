//! Full-text searches: from a user's words to what the index is asked. Any text is taken; only what goes beyond a limit or
//! means something that the index cannot do is refused.

use codegen::ApiTable;
use schema::ColumnId;
use schema::stored::Value;
use serde::{Deserialize, Serialize};
use shard::op::Filter;
use shard::search::{Expression, Matched};

use crate::error::{ApiError, Code};
use crate::plan::Binder;

mod tsquery;
mod web;

/// The most words and phrases of one search.
const MAX_TERMS: usize = 200;

/// How the words of a search are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// As search engines do: `"a phrase"`, `-without`, `one OR other`, `begins*`.
    Web,
    /// All of the words.
    All,
    /// Any of the words.
    Any,
    /// The words one behind the other.
    Phrase,
    /// PostgreSQL's `to_tsquery`: `a & (b | !c)`, `a <-> b`, `begins:*`.
    Tsquery,
}

/// What is searched for; `None` where no word is.
pub fn parse(text: &str, mode: Mode) -> Result<Option<Expression>, ApiError> {
    let expression = match mode {
        Mode::Web => web::parse(text),
        Mode::All => joined(words(text).collect(), Expression::All),
        Mode::Any => joined(words(text).collect(), Expression::Any),
        Mode::Phrase => phrase(text, false),
        Mode::Tsquery => tsquery::parse(text)?,
    };
    match &expression {
        Some(expression) if terms(expression) > MAX_TERMS => Err(ApiError::new(
            Code::LimitExceeded,
            format!("a search takes at most {MAX_TERMS} different words"),
        )),
        _ => Ok(expression),
    }
}

/// The same in those columns of a table, or in all that are searched if there are none.
pub fn within(table: &ApiTable, columns: &[ColumnId], expression: Expression) -> Expression {
    let positions: Vec<usize> = table
        .searched()
        .filter(|(_, column)| columns.contains(&column.id))
        .map(|(position, _)| position)
        .collect();
    if positions.is_empty() {
        return expression;
    }
    Expression::Within(positions, Box::new(expression))
}

/// The condition that a search finds a row. A search for no word finds nothing.
pub fn filter(binder: &mut Binder, expression: Option<&Expression>) -> Result<Filter, ApiError> {
    let mut bound = |text: String| Ok(Filter::Search(binder.bind(Value::Text(text))?));
    match expression.map(Expression::matched) {
        None => Ok(Filter::Or(Vec::new())),
        Some(Matched::Found(text)) => bound(text),
        Some(Matched::NotFound(text)) => Ok(Filter::Not(Box::new(bound(text)?))),
    }
}

/// Several searches as one, which finds what all of them do.
pub fn all(mut expressions: Vec<Expression>) -> Option<Expression> {
    if expressions.len() > 1 {
        return Some(Expression::All(expressions));
    }
    expressions.pop()
}

fn words(text: &str) -> impl Iterator<Item = Expression> + '_ {
    text.split_whitespace().filter_map(|word| phrase(word, false))
}

/// The words of a text one behind the other; `None` where it has none.
fn phrase(text: &str, prefix: bool) -> Option<Expression> {
    text.chars()
        .any(char::is_alphanumeric)
        .then(|| Expression::Phrase {
            text: text.to_owned(),
            prefix,
        })
}

/// Several expressions as one, each once; `None` of none.
fn joined(parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    let mut distinct: Vec<Expression> = Vec::with_capacity(parts.len().min(MAX_TERMS + 1));
    for part in parts {
        // Beyond the limit it is refused anyway, so the rest need not be compared.
        if distinct.len() > MAX_TERMS || !distinct.contains(&part) {
            distinct.push(part);
        }
    }
    match distinct.pop() {
        Some(only) if distinct.is_empty() => Some(only),
        Some(last) => {
            distinct.push(last);
            Some(join(distinct))
        }
        None => None,
    }
}

fn terms(expression: &Expression) -> usize {
    match expression {
        Expression::Phrase { text, .. } => text.split_whitespace().count().max(1),
        Expression::All(parts) | Expression::Any(parts) => parts.iter().map(terms).sum(),
        Expression::Not(inner) | Expression::Within(_, inner) => terms(inner),
    }
}

#[cfg(test)]
mod tests;
