//! What a script's SET statements say of how to read it: the SQL mode, the time zone, the checks of foreign keys.

use std::collections::BTreeMap;

use crate::read::statements::quoted_end;

/// The modes that make a double quote a name's.
const ANSI: [&str; 8] = [
    "ANSI",
    "ANSI_QUOTES",
    "DB2",
    "MAXDB",
    "MSSQL",
    "ORACLE",
    "POSTGRESQL",
    "POSTGRESQL_COMPAT",
];

const MODE: &str = "SQL_MODE";
const ZONE: &str = "TIME_ZONE";
const REFERENCES: &str = "FOREIGN_KEY_CHECKS";
const NAMES: &str = "CHARACTER_SET_CLIENT";

/// The session that a script runs in, as its SET statements so far have it. What a script has not set is unknown.
#[derive(Debug, Clone, Default)]
pub(crate) struct Session {
    /// Variables by their names in capitals; those of users begin with `@`.
    values: BTreeMap<String, String>,
}

/// The zone that TIMESTAMP literals are in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Zone {
    /// Not said, or UTC.
    #[default]
    Utc,
    /// So many seconds ahead of UTC.
    Offset(i32),
    /// By a name, whose rules are not known here.
    Named(String),
}

impl Session {
    /// Reads a SET statement.
    pub(crate) fn set(&mut self, statement: &str) {
        let text = statement
            .trim()
            .trim_end_matches([';', ' '])
            .trim_end_matches("*/");
        let text = text.get(3..).unwrap_or_default().trim_start();
        if let Some(charset) = after_word(text, "NAMES").or_else(|| after_word(text, "CHARACTER SET")) {
            let charset = charset.split_whitespace().next().unwrap_or_default();
            self.values.insert(NAMES.to_owned(), unquoted(charset));
            return;
        }
        for assignment in split(text, ',') {
            if let Some((to, value)) = assignment.split_once('=') {
                let value = self.value(value.trim());
                self.values.insert(variable(to.trim_end_matches(':')), value);
            }
        }
    }

    /// A literal, another variable's value, or `IFNULL` of those.
    fn value(&self, text: &str) -> String {
        if let Some(inner) = after_word(text, "IFNULL(").and_then(|inner| inner.strip_suffix(')')) {
            let values = split(inner, ',').into_iter().map(|part| self.value(part.trim()));
            return values
                .into_iter()
                .find(|value| !value.is_empty())
                .unwrap_or_default();
        }
        if text.starts_with('@') {
            return self.values.get(&variable(text)).cloned().unwrap_or_default();
        }
        unquoted(text)
    }

    fn get(&self, name: &str) -> &str {
        self.values.get(name).map_or("", String::as_str)
    }

    fn has_mode(&self, test: impl Fn(&str) -> bool) -> bool {
        let modes = self.get(MODE).to_ascii_uppercase();
        modes
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .any(test)
    }

    /// Whether double quotes are around names.
    pub(crate) fn ansi_quotes(&self) -> bool {
        self.has_mode(|mode| ANSI.contains(&mode))
    }

    /// Whether 0 in an `AUTO_INCREMENT` column is kept, rather than taken for the next number.
    pub(crate) fn keeps_zero(&self) -> bool {
        self.has_mode(|mode| mode == "NO_AUTO_VALUE_ON_ZERO")
    }

    /// Whether a backslash in a text is one.
    pub(crate) fn plain_backslashes(&self) -> bool {
        self.has_mode(|mode| mode == "NO_BACKSLASH_ESCAPES")
    }

    /// Whether foreign keys are checked, and their actions done.
    pub(crate) fn checks_references(&self) -> bool {
        !matches!(
            self.get(REFERENCES).to_ascii_uppercase().as_str(),
            "0" | "OFF" | "FALSE"
        )
    }

    /// Whether texts are in latin1 (which is Windows-1252 to MySQL).
    pub(crate) fn is_latin1(&self) -> bool {
        self.get(NAMES).eq_ignore_ascii_case("latin1")
    }

    /// The zone of TIMESTAMP literals.
    pub(crate) fn zone(&self) -> Zone {
        let name = self.get(ZONE);
        if ["", "SYSTEM", "DEFAULT", "UTC", "Z"]
            .iter()
            .any(|utc| name.eq_ignore_ascii_case(utc))
        {
            return Zone::Utc;
        }
        match offset(name) {
            Some(0) => Zone::Utc,
            Some(seconds) => Zone::Offset(seconds),
            None => Zone::Named(name.to_owned()),
        }
    }
}

/// `+05:30` in seconds.
fn offset(text: &str) -> Option<i32> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let part = |digits: &str, most: i32| {
        let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<i32>().ok().filter(|value| plain && *value <= most)
    };
    Some(sign * (part(hours, 14)? * 3600 + part(minutes, 59)? * 60))
}

/// What follows the word that the text begins with.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (front, rest) = text.split_at_checked(word.len())?;
    let ends = word.ends_with('(') || rest.starts_with(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    (front.eq_ignore_ascii_case(word) && ends).then(|| rest.trim_start())
}

/// A variable's name in capitals, without the marks of the session's own.
fn variable(text: &str) -> String {
    let upper = text.trim().to_ascii_uppercase();
    let mut name = upper.as_str();
    for mark in ["@@", "SESSION.", "SESSION ", "LOCAL.", "LOCAL "] {
        name = name.strip_prefix(mark).unwrap_or(name).trim_start();
    }
    name.trim_matches('`').to_owned()
}

fn unquoted(text: &str) -> String {
    let text = text.trim();
    let inner = |quote: char| text.strip_prefix(quote)?.strip_suffix(quote);
    inner('\'').or_else(|| inner('"')).unwrap_or(text).to_owned()
}

/// The parts between separators that are in no quotes and no parentheses.
fn split(text: &str, separator: char) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut parts, mut start, mut at, mut depth) = (Vec::new(), 0, 0, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            b'\'' | b'"' | b'`' => {
                at = quoted_end(bytes, at).unwrap_or(bytes.len());
                continue;
            }
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            byte if char::from(byte) == separator && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_the_mode() {
        let mut session = Session::default();
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
            session.set(text);
            assert_eq!(session.ansi_quotes(), expected, "{text}");
        }
    }

    #[test]
    fn follows_the_zone() {
        let mut session = Session::default();
        for (text, expected) in [
            ("SET @OLD_TIME_ZONE=@@TIME_ZONE", Zone::Utc),
            ("SET TIME_ZONE='+02:00'", Zone::Offset(7200)),
            (
                "SET @kept = @@time_zone, time_zone = \"-3:30\" */;",
                Zone::Offset(-12_600),
            ),
            ("SET TIME_ZONE=IFNULL(@kept, 'system')", Zone::Offset(7200)),
            ("SET TIME_ZONE=IFNULL(@OLD_TIME_ZONE, 'system')", Zone::Utc),
            (
                "SET time_zone = 'Europe/Prague'",
                Zone::Named("Europe/Prague".to_owned()),
            ),
            ("SET SESSION time_zone = '+00:00'", Zone::Utc),
        ] {
            session.set(text);
            assert_eq!(session.zone(), expected, "{text}");
        }
        session.set("SET NAMES 'latin1' COLLATE latin1_swedish_ci, FOREIGN_KEY_CHECKS=0");
        assert!(session.is_latin1() && session.checks_references());
        session.set("SET FOREIGN_KEY_CHECKS = OFF, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");
        assert!(!session.checks_references() && session.keeps_zero() && !session.plain_backslashes());
        session.set("SE");
        session.set("é");
    }
}
