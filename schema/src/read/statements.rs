//! Splits a MySQL script into its statements, as the `mysql` client does.
//!
//! Comments are blanked. The content of a version comment (`/*!50705 … */`, `/*M!100203 … */`) counts as SQL. Both keep
//! their length, so that a byte of [`Statement::text`] is at the same distance from the statement's start as in the
//! script.

use std::borrow::Cow;
use std::ops::Range;

use crate::session::Session;

/// The version from which the content of a version comment is for no server: `MariaDB` starts its dumps with
/// `/*M!999999\- enable the sandbox mode */`, a command to its own client.
const NO_SERVER: u32 = 999_999;

/// One statement of a script, without its delimiter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its text, with comments as spaces.
    pub text: Cow<'a, str>,
    /// Where it starts, in bytes from the start of the script.
    pub offset: usize,
    /// The line that it starts on, from 1.
    pub line: usize,
    /// The character of that line that it starts at, from 1.
    pub column: usize,
}

/// The statements of a script, in order. Takes time linear in the script's length.
#[derive(Debug, Clone)]
pub struct Statements<'a> {
    source: &'a str,
    position: usize,
    delimiter: Cow<'a, str>,
    in_version_comment: bool,
    session: Session,
    /// As the session has it.
    plain_backslashes: bool,
    counted: Counted,
}

/// The lines counted so far.
#[derive(Debug, Clone, Copy)]
struct Counted {
    offset: usize,
    line: usize,
    line_start: usize,
}

/// Splits a script.
pub fn statements(script: &str) -> Statements<'_> {
    let start = if script.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    Statements {
        source: script,
        position: start,
        delimiter: Cow::Borrowed(";"),
        in_version_comment: false,
        session: Session::default(),
        plain_backslashes: false,
        counted: Counted {
            offset: start,
            line: 1,
            line_start: start,
        },
    }
}

impl<'a> Iterator for Statements<'a> {
    type Item = Statement<'a>;

    fn next(&mut self) -> Option<Statement<'a>> {
        loop {
            self.skip_to_statement();
            if self.position >= self.source.len() {
                return None;
            }
            if self.take_delimiter_command() || self.take_delimiter() {
                continue;
            }
            return Some(self.take_statement());
        }
    }
}

impl<'a> Statements<'a> {
    /// Passes white space, comments and the marks of version comments.
    fn skip_to_statement(&mut self) {
        while let Some(&byte) = self.source.as_bytes().get(self.position) {
            if byte.is_ascii_whitespace() {
                self.position += 1;
            } else if self.at_delimiter(self.position) {
                return;
            } else if let Some(end) = self.blank_at(self.position) {
                self.position = end;
            } else {
                return;
            }
        }
    }

    /// `DELIMITER ;;`, which ends with its line.
    fn take_delimiter_command(&mut self) -> bool {
        const COMMAND: &str = "delimiter";
        let rest = &self.source[self.position..];
        let Some(word) = rest.get(..COMMAND.len()) else {
            return false;
        };
        if !word.eq_ignore_ascii_case(COMMAND) || !rest[COMMAND.len()..].starts_with([' ', '\t']) {
            return false;
        }
        let line = rest.lines().next().unwrap_or_default();
        if let Some(delimiter) = line[COMMAND.len()..].split_whitespace().next() {
            self.delimiter = Cow::Borrowed(delimiter);
        }
        self.position += line.len();
        true
    }

    fn take_delimiter(&mut self) -> bool {
        let found = self.at_delimiter(self.position);
        if found {
            self.position += self.delimiter.len();
        }
        found
    }

    fn take_statement(&mut self) -> Statement<'a> {
        let start = self.position;
        let mut blanks = Vec::new();
        let mut end = start;
        while let Some(&byte) = self.source.as_bytes().get(end) {
            if self.at_delimiter(end) {
                break;
            } else if matches!(byte, b'\'' | b'"' | b'`') {
                end = quote_end(self.source.as_bytes(), end, self.plain_backslashes)
                    .unwrap_or(self.source.len());
            } else if let Some(after) = self.blank_at(end) {
                blanks.push(end..after);
                end = after;
            } else {
                end += 1;
            }
        }
        self.position = end
            + if end < self.source.len() {
                self.delimiter.len()
            } else {
                0
            };
        let (line, column) = self.line_and_column(start);
        let text = blanked(&self.source[start..end], start, &blanks);
        if text.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("SET")) {
            self.session.set(&text);
            self.plain_backslashes = self.session.plain_backslashes();
        }
        Statement {
            text,
            offset: start,
            line,
            column,
        }
    }

    fn at_delimiter(&self, at: usize) -> bool {
        self.source.as_bytes()[at..].starts_with(self.delimiter.as_bytes())
    }

    /// The end of what is to be blanked at `at`: a comment, or one of the marks of a version comment.
    fn blank_at(&mut self, at: usize) -> Option<usize> {
        let rest = &self.source.as_bytes()[at..];
        match rest {
            [b'#', ..] => Some(line_end(self.source.as_bytes(), at)),
            [b'-', b'-'] => Some(at + 2),
            [b'-', b'-', next, ..] if next.is_ascii_whitespace() || next.is_ascii_control() => {
                Some(line_end(self.source.as_bytes(), at))
            }
            [b'*', b'/', ..] if self.in_version_comment => {
                self.in_version_comment = false;
                Some(at + 2)
            }
            [b'/', b'*', b'!', ..] => Some(self.version_comment(at, 3)),
            [b'/', b'*', b'M', b'!', ..] => Some(self.version_comment(at, 4)),
            [b'/', b'*', ..] => Some(self.comment_end(at + 2)),
            _ => None,
        }
    }

    /// The end of a version comment's opening mark, or of the whole comment where it is for no server.
    fn version_comment(&mut self, at: usize, mark: usize) -> usize {
        let digits = self.source.as_bytes()[at + mark..]
            .iter()
            .take(6)
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        // Fewer than five digits are the start of the content.
        let digits = if digits < 5 { 0 } else { digits };
        let content = at + mark + digits;
        if self.source[at + mark..content].parse() == Ok(NO_SERVER) {
            return self.comment_end(content);
        }
        self.in_version_comment = true;
        content
    }

    fn comment_end(&self, from: usize) -> usize {
        self.source[from..]
            .find("*/")
            .map_or(self.source.len(), |found| from + found + 2)
    }

    fn line_and_column(&mut self, offset: usize) -> (usize, usize) {
        let passed = &self.source.as_bytes()[self.counted.offset..offset];
        for (at, byte) in passed.iter().enumerate() {
            if *byte == b'\n' {
                self.counted.line += 1;
                self.counted.line_start = self.counted.offset + at + 1;
            }
        }
        self.counted.offset = offset;
        let column = self.source[self.counted.line_start..offset].chars().count() + 1;
        (self.counted.line, column)
    }
}

fn line_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |found| from + found)
}

/// The end of the quoted text that starts at `start`, behind its closing quote; `None` where that is missing.
pub(crate) fn quoted_end(bytes: &[u8], start: usize) -> Option<usize> {
    quote_end(bytes, start, false)
}

/// The same, where a backslash may be a character like others.
pub(crate) fn quote_end(bytes: &[u8], start: usize, plain_backslashes: bool) -> Option<usize> {
    let quote = bytes[start];
    let mut at = start + 1;
    while at < bytes.len() {
        if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return Some(at + 1);
            }
            at += 2;
        } else if bytes[at] == b'\\' && quote != b'`' && !plain_backslashes {
            at += 2;
        } else {
            at += 1;
        }
    }
    None
}

/// The text with the ranges of the script as spaces; line breaks stay.
fn blanked<'a>(text: &'a str, start: usize, blanks: &[Range<usize>]) -> Cow<'a, str> {
    if blanks.is_empty() {
        return Cow::Borrowed(text.trim_end());
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for blank in blanks {
        out.push_str(&text[at..blank.start - start]);
        at = blank.end - start;
        out.extend(
            text.as_bytes()[blank.start - start..at]
                .iter()
                .map(|byte| match byte {
                    b'\n' => '\n',
                    _ => ' ',
                }),
        );
    }
    out.push_str(&text[at..]);
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(script: &str) -> Vec<String> {
        statements(script)
            .map(|statement| squeezed(&statement.text))
            .collect()
    }

    fn squeezed(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn splits_outside_quotes_and_comments() {
        let script = "a 'x;''y\\';' b; -- c;\nd \"e;\" `f;\\`; # g;\r\n/* h; */ i--1;;";
        assert_eq!(texts(script), ["a 'x;''y\\';' b", "d \"e;\" `f;\\`", "i--1"]);
    }

    #[test]
    fn content_of_version_comments_counts() {
        let script = "/*!40101 SET x=1 */;\nCREATE TABLE t (a INT /*!80003 SRID 0 */,/*!b INT*/);\n/*M!100100 c */; /*M!999999\\- enable */ d";
        assert_eq!(
            texts(script),
            ["SET x=1", "CREATE TABLE t (a INT SRID 0 , b INT )", "c", "d"]
        );
    }

    #[test]
    fn delimiters_change() {
        let script = "DELIMITER ;;\nBEGIN a; b; END ;;\ndelimiter $$\nc$$\nDELIMITER ;\nd;";
        assert_eq!(texts(script), ["BEGIN a; b; END", "c", "d"]);
    }

    #[test]
    fn says_where() {
        let script = "\u{feff}a;\r\n  é; b /* é */ c;";
        let found: Vec<_> = statements(script).map(|s| (s.line, s.column, s.offset)).collect();
        assert_eq!(found, [(1, 1, 3), (2, 3, 9), (2, 6, 13)]);
        let last = statements(script).last().expect("three statements");
        assert_eq!(last.text.len(), "b /* é */ c".len());
    }

    proptest! {
        #[test]
        fn never_panics_and_never_overlaps(script in "[a-z;'\"`/*!\\-# \\\\\n0-9Mé]{0,80}") {
            let mut end = 0;
            for statement in statements(&script) {
                prop_assert!(statement.offset >= end);
                end = statement.offset + statement.text.len();
                prop_assert!(end <= script.len());
            }
        }

        #[test]
        fn takes_any_text(script in any::<String>()) {
            let _ = statements(&script).count();
        }
    }
}
