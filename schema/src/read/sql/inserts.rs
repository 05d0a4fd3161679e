//! Counts the rows that a script inserts, without reading their values.

use std::collections::BTreeMap;

use crate::read::statements::{quote_end, quoted_end};

/// How much a script inserts. Counted only: reading a declaration runs no `INSERT`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InsertCounts {
    /// By table, as the script names it.
    pub tables: BTreeMap<String, InsertCount>,
}

/// How much a script inserts into one table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InsertCount {
    /// `INSERT` and `REPLACE` statements.
    pub statements: usize,
    /// Rows in them; those of an `INSERT … SELECT` are not known and not counted.
    pub rows: usize,
}

impl InsertCounts {
    /// Rows in all tables.
    pub fn rows(&self) -> usize {
        self.tables.values().map(|count| count.rows).sum()
    }

    /// Statements for all tables.
    pub fn statements(&self) -> usize {
        self.tables.values().map(|count| count.statements).sum()
    }

    pub(super) fn add(&mut self, table: String, rows: usize) {
        let count = self.tables.entry(table).or_default();
        count.statements += 1;
        count.rows += rows;
    }
}

/// The table and the number of rows of an `INSERT` or `REPLACE`; `None` where no table is named.
pub(super) fn count(statement: &str, plain_backslashes: bool) -> Option<(String, usize)> {
    let mut scan = Scan {
        bytes: statement.as_bytes(),
        at: 0,
        plain_backslashes,
    };
    scan.word()?;
    let table = scan.table(statement)?;
    Some((table, scan.rows()))
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
    /// A backslash in a text is one.
    plain_backslashes: bool,
}

impl Scan<'_> {
    fn skip_space(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    /// The range of the word that is next.
    fn word(&mut self) -> Option<(usize, usize)> {
        self.skip_space();
        let start = self.at;
        let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | 0x80..);
        while self.bytes.get(self.at).is_some_and(is_word) {
            self.at += 1;
        }
        (self.at > start).then_some((start, self.at))
    }

    fn table(&mut self, statement: &str) -> Option<String> {
        const MODIFIERS: [&str; 5] = ["LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO"];
        loop {
            let name = self.name(statement)?;
            if !name.1 && MODIFIERS.iter().any(|word| word.eq_ignore_ascii_case(&name.0)) {
                continue;
            }
            self.skip_space();
            if self.bytes.get(self.at) != Some(&b'.') {
                return Some(name.0);
            }
            self.at += 1;
        }
    }

    /// A name, and whether it was quoted.
    fn name(&mut self, statement: &str) -> Option<(String, bool)> {
        self.skip_space();
        if matches!(self.bytes.get(self.at), Some(b'`' | b'"')) {
            let quote = char::from(self.bytes[self.at]);
            let end = quoted_end(self.bytes, self.at)?;
            let name = statement
                .get(self.at + 1..end - 1)?
                .replace(&format!("{quote}{quote}"), &quote.to_string());
            self.at = end;
            return Some((name, true));
        }
        let (start, end) = self.word()?;
        Some((statement.get(start..end)?.to_owned(), false))
    }

    /// Groups behind `VALUES`; one row for `SET`.
    fn rows(&mut self) -> usize {
        let mut rows = 0;
        let mut depth = 0_usize;
        let mut in_values = false;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\'' | b'"' | b'`' => {
                    let end = quote_end(self.bytes, self.at, self.plain_backslashes);
                    self.at = end.unwrap_or(self.bytes.len());
                    continue;
                }
                b'(' => {
                    rows += usize::from(in_values && depth == 0);
                    depth += 1;
                }
                b')' => depth = depth.saturating_sub(1),
                b'a'..=b'z' | b'A'..=b'Z' | b'_' if depth == 0 => {
                    let Some((start, end)) = self.word() else {
                        return rows;
                    };
                    let word = &self.bytes[start..end];
                    if word.eq_ignore_ascii_case(b"VALUES") || word.eq_ignore_ascii_case(b"VALUE") {
                        in_values = true;
                    } else if in_values
                        && (word.eq_ignore_ascii_case(b"ON") || word.eq_ignore_ascii_case(b"AS"))
                    {
                        return rows;
                    } else if !in_values && word.eq_ignore_ascii_case(b"SET") {
                        return 1;
                    } else if !in_values && word.eq_ignore_ascii_case(b"SELECT") {
                        return 0;
                    }
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn counts_rows() {
        let counted = |sql: &str| count(sql, false).expect("an insert");
        assert_eq!(
            counted("INSERT INTO `a``b` VALUES (1,')('),(2,(3))"),
            ("a`b".into(), 2)
        );
        assert_eq!(
            counted("insert ignore into d.t (a, b) values (1, 2) on duplicate key update a=(3)"),
            ("t".into(), 1)
        );
        assert_eq!(counted("REPLACE t SET a = 1"), ("t".into(), 1));
        assert_eq!(counted("INSERT INTO t SELECT (1)"), ("t".into(), 0));
    }
}
