//! Scripts whose SQL mode has double quotes around names, as `mysqldump --compatible=ansi` writes them.

use std::collections::BTreeMap;

use crate::read::statements::quoted_end;

/// The modes that make a double quote a name's.
const MODES: [&str; 8] = [
    "ANSI",
    "ANSI_QUOTES",
    "DB2",
    "MAXDB",
    "MSSQL",
    "ORACLE",
    "POSTGRESQL",
    "POSTGRESQL_COMPAT",
];

/// Whether double quotes are around names, as the SET statements so far have it.
#[derive(Debug, Default)]
pub(super) struct AnsiQuotes {
    pub(super) on: bool,
    /// What user variables keep: `SET @OLD_SQL_MODE=@@SQL_MODE`.
    kept: BTreeMap<String, bool>,
}

impl AnsiQuotes {
    /// Reads a SET statement.
    pub(super) fn set(&mut self, statement: &str) {
        let upper = statement.to_ascii_uppercase();
        for assignment in assignments(upper.trim_start_matches("SET")) {
            let Some((to, value)) = assignment.split_once('=') else {
                continue;
            };
            let (to, value) = (variable(to.trim_end_matches(':')), variable(value));
            if to == MODE {
                self.on = match self.kept.get(value) {
                    Some(kept) => *kept,
                    None => value
                        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                        .any(|mode| MODES.contains(&mode)),
                };
            } else if value == MODE {
                self.kept.insert(to.to_owned(), self.on);
            }
        }
    }
}

const MODE: &str = "SQL_MODE";

/// A variable's name without the marks of the session's own.
fn variable(text: &str) -> &str {
    let mut name = text.trim();
    for mark in ["@@", "SESSION.", "SESSION ", "LOCAL.", "LOCAL "] {
        name = name.strip_prefix(mark).unwrap_or(name).trim_start();
    }
    name.trim_matches('`')
}

/// The parts between commas that are in no quotes.
fn assignments(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\'' | b'"' | b'`' => at = quoted_end(bytes, at).unwrap_or(bytes.len()),
            b',' => {
                parts.push(&text[start..at]);
                at += 1;
                start = at;
            }
            _ => at += 1,
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The statement with backticks for the double quotes around its names; what has a backtick or a double quote inside
/// stays. It keeps its length.
pub(super) fn with_names_in_backticks(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'\'' | b'"' | b'`')) {
        let start = at + found;
        out.push_str(&text[at..start]);
        let Some(end) = quoted_end(bytes, start) else {
            at = start;
            break;
        };
        let quoted = &text[start..end];
        let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        if bytes[start] == b'"' && end - start > 2 && !inner.contains(['`', '"', '\\']) {
            out.extend(["`", inner, "`"]);
        } else {
            out.push_str(quoted);
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_mode() {
        let mut quotes = AnsiQuotes::default();
        for (text, expected) in [
            (
                "SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO,ANSI'",
                true,
            ),
            ("SET NAMES utf8mb4", true),
            ("SET @saved_sql_mode       = @@sql_mode", true),
            ("SET sql_mode              = 'STRICT_TRANS_TABLES'", false),
            ("SET sql_mode              = @saved_sql_mode", true),
            ("SET SQL_MODE=@OLD_SQL_MODE", false),
            ("SET SESSION sql_mode = \"ansi_quotes\"", true),
            ("SET @@session.sql_mode := ''", false),
            ("SET sql_mode", false),
        ] {
            quotes.set(text);
            assert_eq!(quotes.on, expected, "{text}");
        }
    }

    #[test]
    fn rewrites_names_only() {
        assert_eq!(
            with_names_in_backticks(
                r#"CREATE TABLE "é t" ("a" INT DEFAULT '"x"' COMMENT 'it''s "b"', `c"d"` INT)"#
            ),
            r#"CREATE TABLE `é t` (`a` INT DEFAULT '"x"' COMMENT 'it''s "b"', `c"d"` INT)"#
        );
        assert_eq!(with_names_in_backticks("\"open"), "\"open");
        assert_eq!(with_names_in_backticks("'"), "'");
    }
}
