//! What is searched for, as a text of FTS5's query language that is always valid.

use std::fmt::Write as _;

/// What is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// Words one behind the other, as the index takes the text apart. The text has at least one letter or digit.
    Phrase {
        /// The text.
        text: String,
        /// Whether the last word may go on.
        prefix: bool,
    },
    /// All are found; there is at least one.
    All(Vec<Self>),
    /// One is found; there is at least one.
    Any(Vec<Self>),
    /// Is not found.
    Not(Box<Self>),
    /// Is found in the columns at those positions of the index; there is at least one.
    Within(Vec<usize>, Box<Self>),
}

/// What an expression comes to: FTS5 knows no negation on its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matched {
    /// The rows that this finds.
    Found(String),
    /// The rows that this does not find.
    NotFound(String),
}

impl Expression {
    /// The expression as FTS5 reads it.
    pub fn matched(&self) -> Matched {
        match self {
            Self::Phrase { text, prefix } => Matched::Found(phrase(text, *prefix)),
            Self::Within(columns, inner) => match inner.matched() {
                Matched::Found(text) => Matched::Found(within(columns, &text)),
                Matched::NotFound(text) => Matched::NotFound(within(columns, &text)),
            },
            Self::Not(inner) => match inner.matched() {
                Matched::Found(text) => Matched::NotFound(text),
                Matched::NotFound(text) => Matched::Found(text),
            },
            Self::All(parts) => {
                let (found, not_found) = parted(parts);
                match (joined(&found, "AND"), joined(&not_found, "OR")) {
                    (Some(found), Some(others)) => Matched::Found(format!("({found} NOT {others})")),
                    (None, Some(others)) => Matched::NotFound(others),
                    (found, None) => Matched::Found(found.unwrap_or_default()),
                }
            }
            Self::Any(parts) => {
                let (found, not_found) = parted(parts);
                match (joined(&found, "OR"), joined(&not_found, "AND")) {
                    (Some(found), Some(others)) => Matched::NotFound(format!("({others} NOT {found})")),
                    (None, Some(others)) => Matched::NotFound(others),
                    (found, None) => Matched::Found(found.unwrap_or_default()),
                }
            }
        }
    }
}

/// The parts that are found, and those that are not.
fn parted(parts: &[Expression]) -> (Vec<String>, Vec<String>) {
    let (mut found, mut not_found) = (Vec::new(), Vec::new());
    for part in parts {
        match part.matched() {
            Matched::Found(text) => found.push(text),
            Matched::NotFound(text) => not_found.push(text),
        }
    }
    (found, not_found)
}

fn within(columns: &[usize], text: &str) -> String {
    let names: Vec<String> = columns.iter().map(|position| format!("f{position}")).collect();
    format!("({{{}}} : ({text}))", names.join(" "))
}

fn joined(parts: &[String], operator: &str) -> Option<String> {
    match parts {
        [] => None,
        [one] => Some(one.clone()),
        many => Some(format!("({})", many.join(&format!(" {operator} ")))),
    }
}

/// A text between quotes. A NUL would end the expression, and parts words as any other sign does.
fn phrase(text: &str, prefix: bool) -> String {
    let mut quoted = format!("\"{}\"", text.replace('"', "\"\"").replace('\0', " "));
    if prefix {
        // Writing to a String cannot fail.
        let _ = write!(quoted, "*");
    }
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Expression {
        Expression::Phrase {
            text: text.to_owned(),
            prefix: false,
        }
    }

    fn not(inner: Expression) -> Expression {
        Expression::Not(Box::new(inner))
    }

    #[test]
    fn negations_move_outwards() {
        for (expression, matched) in [
            (word("a\"b"), Matched::Found("\"a\"\"b\"".to_owned())),
            (
                Expression::All(vec![word("a"), not(word("b")), not(word("c"))]),
                Matched::Found("(\"a\" NOT (\"b\" OR \"c\"))".to_owned()),
            ),
            (
                Expression::Any(vec![word("a"), not(word("b"))]),
                Matched::NotFound("(\"b\" NOT \"a\")".to_owned()),
            ),
            (
                Expression::All(vec![not(word("a")), not(word("b"))]),
                Matched::NotFound("(\"a\" OR \"b\")".to_owned()),
            ),
            (not(not(word("a"))), Matched::Found("\"a\"".to_owned())),
        ] {
            assert_eq!(expression.matched(), matched);
        }
        assert_eq!(
            Expression::Within(vec![0, 2], Box::new(word("a"))).matched(),
            Matched::Found("({f0 f2} : (\"a\"))".to_owned())
        );
    }
}
