//! A pass over a document's characters, before it is parsed: its size, its nesting, and its names.

use std::collections::HashSet;

use crate::error::{ApiError, Code};
use crate::plan::Limits;

/// Every name in the document, outside of strings and comments. Refuses what is beyond the limits in one pass without
/// recursion, so that the parser meets no document that could exhaust it.
pub(super) fn names<'d>(document: &'d str, limits: &Limits) -> Result<HashSet<&'d str>, ApiError> {
    if document.len() > limits.max_document {
        return Err(beyond(format!(
            "the document has {} bytes, and {} are allowed",
            document.len(),
            limits.max_document
        )));
    }
    let mut scan = Scan {
        limits,
        names: HashSet::new(),
        tokens: 0,
        aliases: 0,
        open: Vec::new(),
        in_arguments: 0,
    };
    let bytes = document.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = token_end(bytes, at);
        scan.token(&document[at..end])?;
        at = end;
    }
    Ok(scan.names)
}

pub(super) fn beyond(message: impl Into<String>) -> ApiError {
    ApiError::new(Code::LimitExceeded, message)
}

struct Scan<'l, 'd> {
    limits: &'l Limits,
    names: HashSet<&'d str>,
    tokens: usize,
    aliases: usize,
    open: Vec<u8>,
    in_arguments: usize,
}

impl<'d> Scan<'_, 'd> {
    fn token(&mut self, token: &'d str) -> Result<(), ApiError> {
        let first = token.as_bytes().first().copied().unwrap_or(b' ');
        match first {
            b' ' | b'\t' | b'\r' | b'\n' | b',' | b'#' => return Ok(()),
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
                self.names.insert(token);
            }
            b':' if self.in_arguments == 0 => self.aliases += 1,
            b'(' | b'[' | b'{' => {
                self.in_arguments += usize::from(first == b'(');
                self.open.push(first);
            }
            b')' | b']' | b'}' if self.open.pop() == Some(b'(') => self.in_arguments -= 1,
            _ => {}
        }
        self.tokens += 1;
        self.check()
    }

    fn check(&self) -> Result<(), ApiError> {
        let Limits {
            max_tokens,
            max_aliases,
            max_depth,
            ..
        } = *self.limits;
        if self.tokens > max_tokens {
            return Err(beyond(format!(
                "the document has more than {max_tokens} tokens: pass values as variables or split it"
            )));
        }
        if self.aliases > max_aliases {
            return Err(beyond(format!(
                "the document has more than {max_aliases} aliases"
            )));
        }
        if self.open.len() > max_depth {
            return Err(beyond(format!(
                "the document nests deeper than {max_depth} brackets"
            )));
        }
        Ok(())
    }
}

/// Where the token (or the run of characters that none starts with) ends. Always on a character's boundary.
fn token_end(bytes: &[u8], at: usize) -> usize {
    let run = |mut end: usize, inside: fn(u8) -> bool| {
        while bytes.get(end).is_some_and(|byte| inside(*byte)) {
            end += 1;
        }
        end
    };
    match bytes[at] {
        b'_' | b'a'..=b'z' | b'A'..=b'Z' => run(at, |byte| byte == b'_' || byte.is_ascii_alphanumeric()),
        b'#' => run(at, |byte| !matches!(byte, b'\n' | b'\r')),
        b'"' if bytes[at..].starts_with(b"\"\"\"") => block_end(bytes, at + 3),
        b'"' => string_end(bytes, at + 1),
        first if first.is_ascii() => at + 1,
        _ => run(at, |byte| !byte.is_ascii()),
    }
}

fn string_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\n' | b'\r' => return at,
            // An escaped character may be of several bytes; only ASCII ends a string.
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii) => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

fn block_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        if bytes[at..].starts_with(b"\\\"\"\"") {
            at += 4;
        } else if bytes[at..].starts_with(b"\"\"\"") {
            return at + 3;
        } else {
            at += 1;
        }
    }
    bytes.len()
}
