//! PostgreSQL's `to_tsquery`: `a & (b | !c)`, `a <-> b`, `begins:*`, `'a phrase'`. Where an operator is missing, both sides
//! must be found, so that plain words are no error.

use shard::search::Expression;

use super::{joined, phrase};
use crate::error::{ApiError, Code};

/// Brackets within brackets: the index reads so many at most.
const MAX_DEPTH: usize = 8;

/// What is searched for; `None` where no word is.
pub(super) fn parse(text: &str) -> Result<Option<Expression>, ApiError> {
    let mut reading = Reading { rest: text };
    let mut parts = Vec::new();
    loop {
        parts.extend(reading.any(0)?);
        // A bracket that closes nothing.
        if !reading.eat(")") {
            return Ok(joined(parts, Expression::All));
        }
    }
}

struct Reading<'t> {
    rest: &'t str,
}

impl Reading<'_> {
    fn any(&mut self, depth: usize) -> Result<Option<Expression>, ApiError> {
        let mut parts: Vec<Expression> = self.all(depth)?.into_iter().collect();
        while self.eat("|") {
            parts.extend(self.all(depth)?);
        }
        Ok(joined(parts, Expression::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Option<Expression>, ApiError> {
        let mut parts = Vec::new();
        loop {
            self.spaces();
            if self.rest.is_empty() || self.rest.starts_with(['|', ')']) {
                return Ok(joined(parts, Expression::All));
            }
            if !self.eat("&") {
                parts.extend(self.followed(depth)?);
            }
        }
    }

    /// Operands one behind the other.
    fn followed(&mut self, depth: usize) -> Result<Option<Expression>, ApiError> {
        let mut found = self.operand(depth)?;
        while self.eat("<") {
            let (distance, behind) = self.rest.split_once('>').unwrap_or((self.rest, ""));
            if !matches!(distance, "-" | "1") {
                return Err(unsupported(
                    &format!("<{distance}>"),
                    "words at a distance of more than one",
                ));
            }
            self.rest = behind;
            let next = self.operand(depth)?;
            found = match (found, next) {
                (None, other) | (other, None) => other,
                (
                    Some(Expression::Phrase { text, prefix: false }),
                    Some(Expression::Phrase { text: next, prefix }),
                ) => Some(Expression::Phrase {
                    text: format!("{text} {next}"),
                    prefix,
                }),
                _ => return Err(unsupported("<->", "anything but words one behind the other")),
            };
        }
        Ok(found)
    }

    fn operand(&mut self, depth: usize) -> Result<Option<Expression>, ApiError> {
        let mut negated = false;
        while self.eat("!") {
            negated = !negated;
        }
        let found = if self.eat("(") {
            if depth == MAX_DEPTH {
                return Err(ApiError::new(
                    Code::LimitExceeded,
                    format!("the brackets of a search nest at most {MAX_DEPTH} deep"),
                ));
            }
            let inner = self.any(depth + 1)?;
            self.eat(")");
            inner
        } else {
            self.word()?
        };
        Ok(found.map(|found| {
            if negated {
                Expression::Not(Box::new(found))
            } else {
                found
            }
        }))
    }

    fn word(&mut self) -> Result<Option<Expression>, ApiError> {
        self.spaces();
        if let Some(quoted) = self.rest.strip_prefix('\'') {
            let (content, behind) = quoted.split_once('\'').unwrap_or((quoted, ""));
            self.rest = behind;
            let prefix = self.mark()?;
            return Ok(phrase(content, prefix));
        }
        let end = |character: char| character.is_whitespace() || "&|!()<'".contains(character);
        let at = self.rest.find(end).unwrap_or(self.rest.len());
        let (word, behind) = self.rest.split_at(at);
        if word.is_empty() {
            // A sign that stands where a word should: passed over.
            let mut characters = self.rest.chars();
            if !self.rest.starts_with(['|', ')', '&']) {
                characters.next();
            }
            self.rest = characters.as_str();
            return Ok(None);
        }
        let (content, marks) = word.rsplit_once(':').unwrap_or((word, ""));
        if marks.is_empty() || !is_marks(marks) {
            self.rest = behind;
            return Ok(phrase(word, false));
        }
        self.rest = &self.rest[content.len()..];
        let prefix = self.mark()?;
        Ok(phrase(content, prefix))
    }

    /// `:*` behind a word.
    fn mark(&mut self) -> Result<bool, ApiError> {
        let Some(behind) = self.rest.strip_prefix(':') else {
            return Ok(false);
        };
        let end = behind
            .find(|character: char| !is_marks(character.encode_utf8(&mut [0; 4])))
            .unwrap_or(behind.len());
        let (marks, behind) = behind.split_at(end);
        if marks.chars().any(|mark| mark != '*') {
            return Err(unsupported(&format!(":{marks}"), "weights"));
        }
        self.rest = behind;
        Ok(marks == "*")
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.spaces();
        match self.rest.strip_prefix(sign) {
            Some(behind) => {
                self.rest = behind;
                true
            }
            None => false,
        }
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

fn is_marks(text: &str) -> bool {
    text.chars().all(|mark| "*ABCDabcd".contains(mark))
}

fn unsupported(sign: &str, what: &str) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!("'{sign}' in a search: {what} cannot be asked for; `wfts` takes any text"),
    )
}
