//! `LIKE` patterns within the platform's limit on them.
//!
//! SQLite's LIKE folds ASCII case and its GLOB does not; both take patterns of at most 50 bytes. A longer pattern is taken
//! apart at its `%` and tested piece by piece, which works for any length as long as no `_` stands in it.

use schema::stored::Value;
use shard::op::{Pieces, Test};

use crate::error::{ApiError, Code};
use crate::plan::Binder;

/// The platform's limit on a pattern, in bytes.
const MAX_BYTES: usize = 50;

/// A pattern with `%` for any text, `_` for any character and `\` before a character that stands for itself.
pub fn like(binder: &mut Binder, pattern: &str, fold: bool) -> Result<Test, ApiError> {
    let tokens = tokens(pattern);
    let short = if fold {
        like_text(&tokens)
    } else {
        glob_text(&tokens)
    };
    if short.len() <= MAX_BYTES {
        let slot = binder.bind(Value::Text(short))?;
        return Ok(if fold {
            Test::LikeFold(slot)
        } else {
            Test::Glob(slot)
        });
    }
    pieces(binder, &tokens, fold)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    AnyText,
    AnyCharacter,
    Character(char),
}

fn tokens(pattern: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(pattern.len());
    let mut characters = pattern.chars();
    while let Some(character) = characters.next() {
        let token = match character {
            '%' => Token::AnyText,
            '_' => Token::AnyCharacter,
            '\\' => Token::Character(characters.next().unwrap_or('\\')),
            other => Token::Character(other),
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
            Token::AnyCharacter => text.push('_'),
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

fn glob_text(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::AnyText => text.push('*'),
            Token::AnyCharacter => text.push('?'),
            Token::Character(character @ ('*' | '?' | '[')) => {
                text.push('[');
                text.push(*character);
                text.push(']');
            }
            Token::Character(character) => text.push(*character),
        }
    }
    text
}

fn pieces(binder: &mut Binder, tokens: &[Token], fold: bool) -> Result<Test, ApiError> {
    if tokens.contains(&Token::AnyCharacter) {
        return Err(ApiError::new(
            Code::LimitExceeded,
            format!(
                "a pattern of more than {MAX_BYTES} bytes takes `%` but not `_`: shorten it or escape the `_` as `\\_`"
            ),
        ));
    }
    let folded = |character: char| {
        if fold {
            character.to_ascii_lowercase()
        } else {
            character
        }
    };
    let mut texts: Vec<String> = tokens
        .split(|token| *token == Token::AnyText)
        .map(|run| {
            run.iter()
                .filter_map(|token| match token {
                    Token::Character(character) => Some(folded(*character)),
                    _ => None,
                })
                .collect()
        })
        .collect();
    // A pattern without `%` is one text; else the first and the last text stand at the ends, and are empty beside a `%`.
    let last = texts.pop().unwrap_or_default();
    if texts.is_empty() {
        return Ok(Test::Same {
            text: binder.bind(Value::Text(last))?,
            fold,
        });
    }
    let first = texts.remove(0);
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
        like(&mut binder, "a%b_c*\\%", false).unwrap();
        like(&mut binder, "a%b_c*\\%", true).unwrap();
        assert_eq!(
            binder.finish(),
            vec![Value::Text("a*b?c[*]%".into()), Value::Text("a%b_c*\\%".into())]
        );
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
        assert!(matches!(
            like(&mut Binder::default(), &long, true).unwrap(),
            Test::Same { fold: true, .. }
        ));
        assert!(like(&mut Binder::default(), &format!("_{long}"), true).is_err());
    }
}
