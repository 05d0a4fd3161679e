//! A search as search engines read it, and PostgreSQL's `websearch_to_tsquery`.

use shard::search::Expression;

use super::{joined, phrase};

/// Words and phrases that all must be found, groups of them parted by `or`, and `-` before what must not be found.
pub(super) fn parse(text: &str) -> Option<Expression> {
    let items = items(text);
    let last = items.len().saturating_sub(1);
    let mut groups = Vec::new();
    let mut group = Vec::new();
    for (position, item) in items.into_iter().enumerate() {
        match item {
            // At an end it parts nothing, so it is a word.
            Item::Or(_) if position > 0 && position < last => {
                groups.extend(joined(std::mem::take(&mut group), Expression::All));
            }
            Item::Or(word) => group.extend(phrase(word, false)),
            Item::Term(expression) => group.push(expression),
        }
    }
    groups.extend(joined(group, Expression::All));
    joined(groups, Expression::Any)
}

enum Item<'t> {
    Or(&'t str),
    Term(Expression),
}

fn items(text: &str) -> Vec<Item<'_>> {
    let mut items = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let unsigned = rest.trim_start_matches(['-', '+']);
        let excluded = rest[..rest.len() - unsigned.len()].contains('-');
        let (content, behind) = if let Some(quoted) = unsigned.strip_prefix('"') {
            // A quote that is left open ends with the text.
            quoted.split_once('"').unwrap_or((quoted, ""))
        } else {
            let end = unsigned
                .find(|character: char| character.is_whitespace() || character == '"')
                .unwrap_or(unsigned.len());
            unsigned.split_at(end)
        };
        let quoted = unsigned.starts_with('"');
        let (prefix, behind) = match behind.strip_prefix('*') {
            Some(behind) if quoted => (true, behind),
            _ => (!quoted && content.ends_with('*'), behind),
        };
        if !quoted && !excluded && content.eq_ignore_ascii_case("or") {
            items.push(Item::Or(content));
        } else if let Some(found) = phrase(content, prefix) {
            items.push(Item::Term(if excluded {
                Expression::Not(Box::new(found))
            } else {
                found
            }));
        }
        rest = behind.trim_start();
    }
    items
}
