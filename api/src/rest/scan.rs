//! Walks over the text of a parameter, and says where it stops making sense.

use crate::error::{ApiError, Code};

/// A place in a parameter's value.
#[derive(Debug, Clone)]
pub(crate) struct Scanner<'a> {
    parameter: &'a str,
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// The start of that parameter's value.
    pub(crate) fn new(parameter: &'a str, text: &'a str) -> Self {
        Self {
            parameter,
            text,
            at: 0,
        }
    }

    /// What is left.
    pub(crate) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character, if any.
    pub(crate) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Passes over that text if it comes next.
    pub(crate) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// Passes over spaces.
    pub(crate) fn spaces(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// Passes over the characters that `wanted` holds for, and answers them.
    pub(crate) fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|character| !wanted(character)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// The text must come next.
    pub(crate) fn expect(&mut self, text: &str) -> Result<(), ApiError> {
        if self.eat(text) {
            Ok(())
        } else {
            Err(self.expected(&format!("'{text}'")))
        }
    }

    /// Nothing may be left.
    pub(crate) fn end(&self) -> Result<(), ApiError> {
        if self.rest().is_empty() {
            Ok(())
        } else {
            Err(self.expected("the end"))
        }
    }

    /// A name: between double quotes, with `\` before a quote or backslash in it, or bare up to a mark of the grammar.
    pub(crate) fn name(&mut self) -> Result<String, ApiError> {
        self.spaces();
        let name = if self.peek() == Some('"') {
            self.quoted()?
        } else {
            let arrow = self.rest().find("->").map_or(self.text.len(), |at| self.at + at);
            let start = self.at;
            self.take_while(|character| !matches!(character, ',' | '(' | ')' | ':' | '!' | '"' | '.' | '*'));
            self.at = self.at.min(arrow);
            self.text[start..self.at].trim_end().to_owned()
        };
        if name.is_empty() {
            return Err(self.expected("a name"));
        }
        self.spaces();
        Ok(name)
    }

    /// A key of a JSON document: between double quotes, or bare up to a mark of the grammar.
    pub(crate) fn json_key(&mut self) -> Result<String, ApiError> {
        if self.peek() == Some('"') {
            return self.quoted();
        }
        let rest = self.rest();
        let marks = rest.find([',', '(', ')', '"', '.', '!']).unwrap_or(rest.len());
        let end = ["->", "::"]
            .iter()
            .filter_map(|mark| rest.find(mark))
            .fold(marks, usize::min);
        let key = rest[..end].trim();
        if key.is_empty() {
            return Err(self.expected("a key or a position"));
        }
        self.at += end;
        Ok(key.to_owned())
    }

    /// A text between double quotes, with `\` before a character that stands for itself.
    pub(crate) fn quoted(&mut self) -> Result<String, ApiError> {
        let start = self.clone();
        self.expect("\"")?;
        let mut text = String::new();
        let mut characters = self.rest().char_indices();
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => {
                    self.at += at + 1;
                    return Ok(text);
                }
                '\\' => text.extend(characters.next().map(|(_, escaped)| escaped)),
                other => text.push(other),
            }
        }
        Err(start.refused("the quote that opens here is not closed"))
    }

    /// A text from a bracket to the one that closes it, with both, where such a one comes next. Brackets between double quotes
    /// do not count.
    pub(crate) fn bracketed(&mut self) -> Option<String> {
        let rest = self.rest();
        if !rest.starts_with(['{', '[']) {
            return None;
        }
        let mut depth = 0_usize;
        let mut quoted = false;
        let mut characters = rest.char_indices();
        while let Some((at, character)) = characters.next() {
            match character {
                '"' => quoted = !quoted,
                '\\' if quoted => drop(characters.next()),
                '{' | '[' if !quoted => depth += 1,
                '}' | ']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                self.at += at + character.len_utf8();
                return Some(rest[..at + character.len_utf8()].to_owned());
            }
        }
        None
    }

    /// The error of something else standing here.
    pub(crate) fn expected(&self, what: &str) -> ApiError {
        let found = match self.peek() {
            Some(character) => format!("'{character}'"),
            None => "the end".to_owned(),
        };
        self.refused(&format!("expected {what}, found {found}"))
    }

    /// The error of something here that cannot be read.
    pub(crate) fn refused(&self, why: &str) -> ApiError {
        self.error(Code::BadRequest, why)
    }

    /// The error of something here that PostgREST has and this API does not.
    pub(crate) fn unsupported(&self, what: &str) -> ApiError {
        self.error(Code::NotSupported, &format!("{what} not supported yet"))
    }

    fn error(&self, code: Code, why: &str) -> ApiError {
        let position = self.text[..self.at].chars().count() + 1;
        ApiError::new(
            code,
            format!(
                "{}: {why}, at character {position} of '{}'",
                self.parameter, self.text
            ),
        )
        .with("parameter", self.parameter)
        .with("position", position)
    }
}
