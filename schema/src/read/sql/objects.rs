//! Finds the names of what is not taken: triggers, routines, events and others.

use super::Reader;
use super::draft::KeyKind;
use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;
use crate::read::unkept::Unkept;

/// What kind of thing in a script is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotTakenKind {
    /// `CREATE TRIGGER`.
    Trigger,
    /// `CREATE PROCEDURE`.
    Procedure,
    /// `CREATE FUNCTION`.
    Function,
    /// `CREATE EVENT`.
    Event,
    /// `CREATE SEQUENCE` (`MariaDB`).
    Sequence,
    /// `CREATE TEMPORARY TABLE`.
    TemporaryTable,
    /// `CREATE SERVER`, `TABLESPACE`, `PACKAGE` and others.
    Other,
}

impl NotTakenKind {
    /// Its name in messages, such as `view`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trigger => "trigger",
            Self::Procedure => "procedure",
            Self::Function => "function",
            Self::Event => "event",
            Self::Sequence => "sequence",
            Self::TemporaryTable => "temporary table",
            Self::Other => "object",
        }
    }
}

/// Something in a script that is not taken, and does not stop the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// What it is.
    pub kind: NotTakenKind,
    /// Its name, as the script gives it.
    pub name: String,
    /// The line of its statement, from 1.
    pub line: usize,
}

const OBJECTS: [(&str, NotTakenKind); 9] = [
    ("TRIGGER", NotTakenKind::Trigger),
    ("PROCEDURE", NotTakenKind::Procedure),
    ("FUNCTION", NotTakenKind::Function),
    ("EVENT", NotTakenKind::Event),
    ("SEQUENCE", NotTakenKind::Sequence),
    ("PACKAGE", NotTakenKind::Other),
    ("SERVER", NotTakenKind::Other),
    ("TABLESPACE", NotTakenKind::Other),
    ("LOGFILE", NotTakenKind::Other),
];

impl Reader {
    /// Behind `CREATE`.
    pub(super) fn create(&mut self, cursor: &mut Cursor<'_>, at: usize) -> Result<(), Finding> {
        let replace = cursor.eat_all(&["OR", "REPLACE"]);
        if cursor.eat("TABLE") {
            return self.create_table(cursor, replace);
        }
        cursor.eat_any(&["ONLINE", "OFFLINE"]);
        let kind = if cursor.eat("UNIQUE") {
            Some(KeyKind::Unique)
        } else if cursor.eat("FULLTEXT") {
            Some(KeyKind::Fulltext)
        } else if cursor.eat("SPATIAL") {
            None
        } else {
            Some(KeyKind::Plain)
        };
        if cursor.eat("INDEX") {
            return self.create_index(cursor, kind);
        }
        if cursor.sees_any(&["DATABASE", "SCHEMA"]) {
            self.database_options(cursor);
            return Ok(());
        }
        if cursor.sees_any(&["USER", "ROLE"]) {
            self.tally.note(Unkept::Accounts, at, "CREATE USER");
            return Ok(());
        }
        if cursor.eat_all(&["TEMPORARY", "TABLE"]) {
            cursor.eat_all(&["IF", "NOT", "EXISTS"]);
            let name = cursor.qualified_name()?.value;
            self.not_take(NotTakenKind::TemporaryTable, name, at);
            return Ok(());
        }
        self.create_object(cursor, (replace, at))
    }

    /// `[ALGORITHM = …] [DEFINER = …] [SQL SECURITY …] [AGGREGATE] VIEW name …`
    fn create_object(
        &mut self,
        cursor: &mut Cursor<'_>,
        (replace, at): (bool, usize),
    ) -> Result<(), Finding> {
        let start = cursor.clone();
        while !cursor.at_end() {
            if cursor.eat_all(&["SQL", "SECURITY"]) {
                cursor.advance();
                continue;
            }
            if cursor.eat("DEFINER") {
                cursor.eat_mark("=");
                skip_account(cursor);
                continue;
            }
            if cursor.eat("VIEW") {
                return self.create_view(cursor, replace);
            }
            if let Some((word, kind)) = OBJECTS.iter().find(|(word, _)| cursor.sees(word)) {
                cursor.eat(word);
                cursor.eat("BODY");
                cursor.eat_all(&["IF", "NOT", "EXISTS"]);
                let name = cursor.qualified_name()?.value;
                self.not_take(*kind, name, at);
                return Ok(());
            }
            let prefix = cursor.sees_any(&[
                "ALGORITHM",
                "UNDEFINED",
                "MERGE",
                "TEMPTABLE",
                "AGGREGATE",
                "UNDO",
            ]) || cursor.sees_mark("=");
            if !prefix {
                break;
            }
            cursor.advance();
        }
        Err(start.expected("TABLE, INDEX, VIEW, TRIGGER, PROCEDURE, FUNCTION, EVENT or DATABASE"))
    }

    fn not_take(&mut self, kind: NotTakenKind, name: String, at: usize) {
        let known = self
            .not_taken
            .iter()
            .any(|(other, known, _)| *other == kind && *known == name);
        if !known {
            self.not_taken.push((kind, name, at));
        }
    }

    /// The character set and collation of a database, for the tables made in it.
    pub(super) fn database_options(&mut self, cursor: &mut Cursor<'_>) {
        let mut collation = None;
        while !cursor.at_end() {
            if cursor.eat_all(&["CHARACTER", "SET"]) || cursor.eat("CHARSET") {
                cursor.eat_mark("=");
                if let Ok(name) = cursor.name() {
                    self.text.set_charset(&name.value);
                }
            } else if cursor.eat("COLLATE") {
                cursor.eat_mark("=");
                collation = cursor.name().ok();
            } else {
                cursor.advance();
            }
        }
        if let Some(name) = collation {
            self.text.set_collation(&name.value);
        }
    }
}

/// `user`, `user`@`host`, `CURRENT_USER()`.
fn skip_account(cursor: &mut Cursor<'_>) {
    cursor.advance();
    if cursor.eat_mark("@") {
        cursor.advance();
    } else if matches!(cursor.peek(), Some(Kind::Mark("("))) {
        cursor.advance();
        cursor.eat_mark(")");
    }
}
