//! Patterns within the platform's limit on them.
//!
//! SQLite's LIKE folds ASCII case and its GLOB does not; both take patterns of at most 50 bytes. What stands without a wildcard
//! is compared as it is; a longer pattern is taken apart at its `%` and tested piece by piece, or walked as an automaton.

use schema::stored::Value;
use shard::op::{Pieces, Slot, Test};

use crate::error::ApiError;
use crate::plan::{Binder, regex};

/// The platform's limit on a pattern, in bytes.
pub(crate) const MAX_BYTES: usize = 50;

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// Any text.
    AnyText,
    /// Any character.
    AnyCharacter,
    /// A character; a small letter where case is folded.
    Character(char),
    /// One of several characters, as GLOB writes it.
    Set(String),
}

/// A pattern with `%` for any text, `_` for any character and `\` before a character that stands for itself.
pub fn like(binder: &mut Binder, pattern: &str, fold: bool) -> Result<Test, ApiError> {
    let tokens = tokens(pattern, fold);
    match test(binder, &tokens, fold)? {
        Some(test) => Ok(test),
        None => regex::of_pattern(binder, &tokens, fold),
    }
}

/// The text at the value's start, and at the same time what an index finds it by; `None` for an empty one.
pub(super) fn start(binder: &mut Binder, text: &str, fold: bool) -> Result<Option<Test>, ApiError> {
    if text.is_empty() {
        return Ok(None);
    }
    let slot = bound(binder, text, fold)?;
    Ok(Some(if fold {
        Test::StartsWithFold(slot)
    } else {
        Test::StartsWith(slot)
    }))
}

/// A text that stands at the start, at the end, anywhere or alone.
pub fn literal(binder: &mut Binder, text: &str, anchor: Anchor, fold: bool) -> Result<Test, ApiError> {
    if text.is_empty() && anchor != Anchor::Whole {
        return any_text(binder);
    }
    let slot = bound(binder, text, fold)?;
    Ok(match anchor {
        Anchor::Start if fold => Test::StartsWithFold(slot),
        Anchor::Start => Test::StartsWith(slot),
        Anchor::End => Test::EndsWith { text: slot, fold },
        Anchor::Anywhere => Test::Contains { text: slot, fold },
        Anchor::Whole if fold => Test::Same { text: slot, fold },
        // The column's own comparison is what an index serves; it may find texts in other letters too.
        Anchor::Whole => Test::All(vec![Test::Eq(slot), Test::Same { text: slot, fold }]),
    })
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// At the start.
    Start,
    /// At the end.
    End,
    /// Anywhere.
    Anywhere,
    /// There is nothing else.
    Whole,
}

fn bound(binder: &mut Binder, text: &str, fold: bool) -> Result<Slot, ApiError> {
    let text = if fold {
        text.to_ascii_lowercase()
    } else {
        text.to_owned()
    };
    binder.bind(Value::Text(text))
}

/// That there is any text: unknown for NULL, as every comparison, so that its negation does not find NULL.
pub(super) fn any_text(binder: &mut Binder) -> Result<Test, ApiError> {
    Ok(Test::Glob(binder.bind(Value::Text("*".to_owned()))?))
}

/// The test of a pattern; `None` where it is longer than the platform takes and not of pieces alone.
pub(super) fn test(binder: &mut Binder, tokens: &[Token], fold: bool) -> Result<Option<Test>, ApiError> {
    let open_start = tokens.first() == Some(&Token::AnyText);
    let open_end = tokens.last() == Some(&Token::AnyText);
    if tokens.iter().all(|token| *token == Token::AnyText) && !tokens.is_empty() {
        return any_text(binder).map(Some);
    }
    let inner = &tokens[usize::from(open_start)..tokens.len() - usize::from(open_end)];
    if let Some(text) = text(inner) {
        let place = match (open_start, open_end) {
            (true, true) => Anchor::Anywhere,
            (true, false) => Anchor::End,
            (false, true) => Anchor::Start,
            (false, false) => Anchor::Whole,
        };
        return literal(binder, &text, place, fold).map(Some);
    }
    let sets = tokens.iter().any(|token| matches!(token, Token::Set(_)));
    let likes = fold && !sets;
    let short = if likes {
        like_text(tokens)
    } else {
        glob_text(tokens, fold)
    };
    let found = if short.len() <= MAX_BYTES {
        let slot = binder.bind(Value::Text(short))?;
        if likes {
            Test::LikeFold(slot)
        } else {
            Test::Glob(slot)
        }
    } else if !sets && !tokens.contains(&Token::AnyCharacter) {
        pieces(binder, tokens, fold)?
    } else {
        return Ok(None);
    };
    let known = tokens.iter().map_while(|token| match token {
        Token::Character(character) => Some(*character),
        _ => None,
    });
    Ok(Some(match start(binder, &known.collect::<String>(), fold)? {
        Some(start) => Test::All(vec![start, found]),
        None => found,
    }))
}

/// The text of tokens that are all characters.
fn text(tokens: &[Token]) -> Option<String> {
    tokens
        .iter()
        .map(|token| match token {
            Token::Character(character) => Some(*character),
            _ => None,
        })
        .collect()
}

fn tokens(pattern: &str, fold: bool) -> Vec<Token> {
    let folded = |character: char| {
        if fold {
            character.to_ascii_lowercase()
        } else {
            character
        }
    };
    let mut tokens = Vec::with_capacity(pattern.len());
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let token = match character {
            '%' => Token::AnyText,
            '_' => Token::AnyCharacter,
            '\\' => Token::Character(folded(characters.next().unwrap_or('\\'))),
            other => Token::Character(folded(other)),
        };
        if token != Token::AnyText || tokens.last() != Some(&Token::AnyText) {
            tokens.push(token);
        }
    }
    tokens
}

fn like_text(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::AnyText => text.push('%'),
            Token::AnyCharacter | Token::Set(_) => text.push('_'),
            Token::Character(character) => {
                if matches!(character, '%' | '_' | '\\') {
                    text.push('\\');
                }
                text.push(*character);
            }
        }
    }
    text
}

fn glob_text(tokens: &[Token], fold: bool) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::AnyText => text.push('*'),
            Token::AnyCharacter => text.push('?'),
            Token::Set(set) => text.push_str(set),
            Token::Character(character @ ('*' | '?' | '[')) => {
                text.push('[');
                text.push(*character);
                text.push(']');
            }
            Token::Character(character) if fold && character.is_ascii_alphabetic() => {
                text.extend([
                    '[',
                    character.to_ascii_lowercase(),
                    character.to_ascii_uppercase(),
                    ']',
                ]);
            }
            Token::Character(character) => text.push(*character),
        }
    }
    text
}

fn pieces(binder: &mut Binder, tokens: &[Token], fold: bool) -> Result<Test, ApiError> {
    let mut texts: Vec<String> = tokens
        .split(|token| *token == Token::AnyText)
        .map(|run| text(run).unwrap_or_default())
        .collect();
    // The first and the last text stand at the ends, and are empty beside a `%`.
    let last = texts.pop().unwrap_or_default();
    let first = if texts.is_empty() {
        String::new()
    } else {
        texts.remove(0)
    };
    let mut end = |text: String| match text.as_str() {
        "" => Ok(None),
        _ => binder.bind(Value::Text(text)).map(Some),
    };
    let (first, last) = (end(first)?, end(last)?);
    let middle = binder.bind(Value::Text(serde_json::Value::from(texts).to_string()))?;
    Ok(Test::Pieces(Pieces {
        fold,
        first,
        middle,
        last,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_patterns_become_glob_or_like() {
        let mut binder = Binder::default();
        like(&mut binder, "%a%b_c*\\%", false).unwrap();
        like(&mut binder, "%a%b_c*\\%", true).unwrap();
        assert_eq!(
            binder.finish(),
            vec![Value::Text("*a*b?c[*]%".into()), Value::Text("%a%b_c*\\%".into())]
        );
    }

    #[test]
    fn what_has_no_wildcard_inside_is_compared() {
        let of = |pattern: &str, fold| like(&mut Binder::default(), pattern, fold).unwrap();
        assert!(matches!(of("ab%", false), Test::StartsWith(_)));
        assert!(matches!(of("ab%", true), Test::StartsWithFold(_)));
        assert!(matches!(of("%ab", false), Test::EndsWith { fold: false, .. }));
        assert!(matches!(of("%ab%", true), Test::Contains { fold: true, .. }));
        assert!(matches!(of("ab", true), Test::Same { fold: true, .. }));
        assert!(matches!(of("%%", true), Test::Glob(_)));
        assert!(matches!(of("", true), Test::Same { .. }));
        // What stands before the first wildcard is found by an index.
        assert!(matches!(of("ab_c", false), Test::All(tests) if matches!(tests[0], Test::StartsWith(_))));
    }

    #[test]
    fn long_patterns_become_pieces() {
        let mut binder = Binder::default();
        let long = "X".repeat(60);
        let Test::Pieces(found) = like(&mut binder, &format!("%{long}%%y"), true).unwrap() else {
            panic!("not pieces");
        };
        assert!(found.first.is_none() && found.last.is_some());
        assert_eq!(
            binder.finish(),
            vec![
                Value::Text("y".into()),
                Value::Text(format!("[\"{}\"]", "x".repeat(60)))
            ]
        );
        let long = like(&mut Binder::default(), &format!("_{long}%"), true).unwrap();
        assert!(matches!(long, Test::Walk { whole: true, .. }));
    }
}
