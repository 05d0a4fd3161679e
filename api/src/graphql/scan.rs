//! A pass over a document's characters, before it is parsed: its size, its nesting, and its names.

use std::collections::HashSet;

use crate::error::ApiError;
use crate::plan::Limits;
use crate::plan::limits::within;

/// Every name in the document, outside of strings and comments. Refuses what is beyond the limits in one pass without
/// recursion, so that the parser meets no document that could exhaust it.
pub(super) fn names<'d>(document: &'d str, limits: &Limits) -> Result<HashSet<&'d str>, ApiError> {
    within(
        document.len(),
        limits.max_document,
        "the document has too many bytes",
    )?;
    let mut scan = Scan {
        names: HashSet::new(),
        tokens: 0,
        aliases: 0,
        open: Vec::new(),
        in_arguments: 0,
        deepest: 0,
    };
    let bytes = document.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = token_end(bytes, at);
        scan.token(&document[at..end]);
        at = end;
    }
    within(
        scan.tokens,
        limits.max_tokens,
        "the document has too many tokens, so pass values as variables or split it",
    )?;
    within(
        scan.aliases,
        limits.max_aliases,
        "the document has too many aliases",
    )?;
    within(
        scan.deepest,
        limits.max_brackets,
        "the document has too many brackets within brackets",
    )?;
    Ok(scan.names)
}

struct Scan<'d> {
    names: HashSet<&'d str>,
    tokens: usize,
    aliases: usize,
    open: Vec<u8>,
    in_arguments: usize,
    deepest: usize,
}

impl<'d> Scan<'d> {
    fn token(&mut self, token: &'d str) {
        let first = token.as_bytes().first().copied().unwrap_or(b' ');
        match first {
            b' ' | b'\t' | b'\r' | b'\n' | b',' | b'#' => return,
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => {
                self.names.insert(token);
            }
            b':' if self.in_arguments == 0 => self.aliases += 1,
            b'(' | b'[' | b'{' => {
                self.in_arguments += usize::from(first == b'(');
                self.open.push(first);
                self.deepest = self.deepest.max(self.open.len());
            }
            b')' | b']' | b'}' if self.open.pop() == Some(b'(') => self.in_arguments -= 1,
            _ => {}
        }
        self.tokens += 1;
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
        b'0'..=b'9' => run(at, |byte| byte == b'.' || byte.is_ascii_digit()),
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
