//! Reads a declaration from MySQL DDL: a dump as it comes, or a script by hand.
//!
//! The statements are read one by one, so that one which is not understood is reported and the rest goes on. Foreign
//! keys are resolved after the last.

mod alter;
mod ansi;
mod column;
mod create;
mod data_type;
mod draft;
mod inserts;
mod keys;
pub(crate) mod literal;
pub(crate) mod moment;
mod objects;
#[cfg(test)]
mod tests;
mod views;
mod wide;

use std::borrow::Cow;

use draft::{Draft, TextDefaults};
pub use inserts::{InsertCount, InsertCounts};
pub use objects::{NotTaken, NotTakenKind};
use views::ViewDraft;

use super::cursor::{Cursor, Finding, Placed, shortened};
use super::latin1;
use super::statements::{Statement, statements};
use super::unkept::{Tally, Unkept};
use super::{Location, Problem, Warning};
use crate::session::Session;
use crate::validate::{self, At, Broken, Part};
use crate::{ColumnType, DefaultValue, Ident, Schema, Table};

/// What a script declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SqlDeclaration {
    /// The tables.
    pub schema: Schema,
    /// What is accepted but not enforced or not kept; one of each kind.
    pub warnings: Vec<Warning>,
    /// Triggers, routines and events, by name.
    pub not_taken: Vec<NotTaken>,
    /// The rows that the script would insert.
    pub inserts: InsertCounts,
}

/// Reads a script.
///
/// # Errors
/// All that cannot be honoured, in the script's order.
pub fn read(script: &str) -> Result<SqlDeclaration, Vec<Problem>> {
    Reader::default().script(script)
}

/// Reads a script that may hold binary strings as they are, as dumps with rows do. All else has to be UTF-8, or latin1
/// where the script says `SET NAMES latin1`.
///
/// # Errors
/// All that cannot be honoured, in the script's order.
pub fn read_bytes(script: &[u8]) -> Result<SqlDeclaration, Vec<Problem>> {
    let text = String::from_utf8_lossy(script);
    if matches!(text, Cow::Owned(_)) && says_latin1(&text) {
        return read(&latin1::text(script));
    }
    let reader = Reader {
        holds_bytes: matches!(text, Cow::Owned(_)),
        ..Reader::default()
    };
    reader.script(&text)
}

fn says_latin1(script: &str) -> bool {
    let mut session = Session::default();
    statements(script).any(|statement| {
        let is_set = statement
            .text
            .get(..3)
            .is_some_and(|word| word.eq_ignore_ascii_case("SET"));
        is_set && {
            session.set(&statement.text);
            session.is_latin1()
        }
    })
}

impl Reader {
    fn script(mut self, script: &str) -> Result<SqlDeclaration, Vec<Problem>> {
        for statement in statements(script) {
            if let Err(problem) = self.statement(&statement) {
                self.problems.push(problem);
            }
        }
        self.finish(&Lines::of(script))
    }
}

/// What has been read so far.
#[derive(Debug, Default)]
struct Reader {
    drafts: Vec<Draft>,
    views: Vec<ViewDraft>,
    problems: Vec<Finding>,
    tally: Tally<usize>,
    not_taken: Vec<(NotTakenKind, String, usize)>,
    inserts: InsertCounts,
    text: TextDefaults,
    /// The script is not UTF-8 everywhere: U+FFFD stands for what is not.
    holds_bytes: bool,
    session: Session,
    /// The one that USE chose.
    database: Option<String>,
}

/// Statements that change no declaration.
const WITHOUT_EFFECT: [&str; 28] = [
    "LOCK",
    "UNLOCK",
    "START",
    "BEGIN",
    "COMMIT",
    "ROLLBACK",
    "SAVEPOINT",
    "RELEASE",
    "ANALYZE",
    "ANALYSE",
    "OPTIMIZE",
    "CHECK",
    "REPAIR",
    "CHECKSUM",
    "FLUSH",
    "SELECT",
    "SHOW",
    "DESCRIBE",
    "DESC",
    "EXPLAIN",
    "RESET",
    "PURGE",
    "DO",
    "DELIMITER",
    "END",
    "DECLARE",
    "CHANGE",
    "HELP",
];

/// Statements on rows.
const ON_ROWS: [&str; 10] = [
    "UPDATE",
    "DELETE",
    "TRUNCATE",
    "LOAD",
    "CALL",
    "WITH",
    "PREPARE",
    "EXECUTE",
    "DEALLOCATE",
    "HANDLER",
];

impl Reader {
    fn statement(&mut self, statement: &Statement<'_>) -> Result<(), Finding> {
        let named;
        let text = if self.session.ansi_quotes() {
            named = ansi::with_names_in_backticks(&statement.text);
            &named
        } else {
            &*statement.text
        };
        let end = text
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(text.len());
        let word = text[..end].to_ascii_uppercase();
        let at = statement.offset;
        match word.as_str() {
            "INSERT" | "REPLACE" => {
                let (table, rows) =
                    inserts::count(text, self.session.plain_backslashes()).ok_or_else(|| Finding {
                        code: "syntax",
                        message: format!("{word} names no table"),
                        at,
                    })?;
                self.inserts.add(table, rows);
                Ok(())
            }
            "CREATE" | "ALTER" | "DROP" | "RENAME" => {
                self.check_encoding(text, at)?;
                let mut cursor = Cursor::new(text, at)?;
                cursor.advance();
                self.definition(&word, &mut cursor, at)
            }
            "GRANT" | "REVOKE" => {
                self.tally.note(Unkept::Accounts, at, word);
                Ok(())
            }
            "SOURCE" => {
                let line = text.lines().next().unwrap_or_default();
                self.tally.note(Unkept::ClientCommand, at, line);
                Ok(())
            }
            "USE" => {
                let mut cursor = Cursor::new(text, at)?;
                cursor.advance();
                self.database = Some(cursor.name()?.value);
                Ok(())
            }
            "SET" => {
                self.session.set(text);
                Ok(())
            }
            word if ON_ROWS.contains(&word) => {
                self.tally.note(Unkept::DataStatement, at, word);
                Ok(())
            }
            word if WITHOUT_EFFECT.contains(&word) => Ok(()),
            _ => Err(Finding {
                code: "unknown-statement",
                message: format!(
                    "'{}' is not a MySQL statement",
                    shortened(text.split_whitespace().next().unwrap_or_default())
                ),
                at,
            }),
        }
    }

    fn check_encoding(&self, text: &str, at: usize) -> Result<(), Finding> {
        match text.find(char::REPLACEMENT_CHARACTER) {
            Some(found) if self.holds_bytes => Err(Finding {
                code: "not-utf8",
                message: "the text is not UTF-8: dump with --default-character-set=utf8mb4".to_owned(),
                at: at + found,
            }),
            _ => Ok(()),
        }
    }

    fn definition(&mut self, word: &str, cursor: &mut Cursor<'_>, at: usize) -> Result<(), Finding> {
        match word {
            "CREATE" => self.create(cursor, at),
            "DROP" => self.drop(cursor),
            "RENAME" if cursor.eat_any(&["TABLE", "TABLES"]) => self.rename_tables(cursor),
            "ALTER" => {
                cursor.eat_any(&["ONLINE", "OFFLINE", "IGNORE"]);
                if cursor.eat("TABLE") {
                    return self.alter_table(cursor);
                }
                if cursor.sees_any(&["DATABASE", "SCHEMA"]) {
                    self.database_options(cursor);
                }
                self.alter_view(cursor)
            }
            _ => Ok(()),
        }
    }

    /// A script may drop what it made: the placeholder tables of views.
    fn drop(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        if cursor.eat("INDEX") {
            let name = draft::ident(&cursor.name()?)?;
            cursor.expect("ON")?;
            let at = cursor.place();
            let table = draft::ident(&cursor.qualified_name()?)?;
            let draft = self.draft_mut(&table, at)?;
            alter::drop_key(draft, &name);
            return Ok(());
        }
        if cursor.eat("VIEW") {
            return self.drop_views(cursor);
        }
        if !cursor.eat("TABLE") {
            return Ok(());
        }
        cursor.eat_all(&["IF", "EXISTS"]);
        loop {
            let (database, name) = cursor.database_and_name()?;
            let database = database.as_deref().or(self.database.as_deref());
            self.drafts.retain(|draft| !draft.is(database, &name.value));
            if !cursor.eat_mark(",") {
                return Ok(());
            }
        }
    }

    fn finish(mut self, lines: &Lines<'_>) -> Result<SqlDeclaration, Vec<Problem>> {
        let filled: Vec<&str> = self.inserts.tables.keys().map(String::as_str).collect();
        wide::widen(lines.script, &mut self.drafts, &filled, &mut self.tally);
        let broken: Vec<bool> = self.drafts.iter().map(|draft| draft.broken).collect();
        let (tables, places): (Vec<Table>, Vec<_>) = self
            .drafts
            .into_iter()
            .map(|draft| (draft.table, draft.places))
            .unzip();
        let (views, view_places) = views::taken(self.views);
        let mut schema = Schema { tables, views };
        complete_references(&mut schema);
        let findings = validate::validate(&schema);
        let place = |at: At| match at.part {
            Part::View(offset) => view_places.get(at.table).map_or(0, |place| place + offset),
            _ => places.get(at.table).map_or(0, |places| places.of(at)),
        };
        let mut problems = self.problems;
        let own = findings
            .problems
            .into_iter()
            .filter(|found| !follows(&schema, &broken, found));
        problems.extend(own.map(|found| Finding {
            code: found.code,
            message: found.message,
            at: place(found.at),
        }));
        if !problems.is_empty() {
            problems.sort_by_key(|problem| problem.at);
            return Err(problems.into_iter().map(|found| lines.problem(found)).collect());
        }
        let mut warnings = self.tally.warnings(|at| lines.location(at));
        warnings.extend(findings.warnings.warnings(|at| lines.location(place(at))));
        let not_taken = self.not_taken.into_iter().map(|(kind, name, at)| NotTaken {
            kind,
            name,
            line: lines.line_and_column(at).0,
        });
        Ok(SqlDeclaration {
            schema,
            warnings,
            not_taken: not_taken.collect(),
            inserts: self.inserts,
        })
    }
}

/// Whether a problem may come only from a part of a table that was not understood, which is reported by itself.
fn follows(schema: &Schema, broken: &[bool], found: &Broken) -> bool {
    const OF_THE_TABLE: [&str; 6] = [
        "no-columns",
        "unknown-column",
        "foreign-key",
        "generated",
        "check",
        "auto-increment",
    ];
    if let Part::View(_) = found.at.part {
        return found.code == "view" && broken.contains(&true);
    }
    if broken[found.at.table] {
        return OF_THE_TABLE.contains(&found.code);
    }
    let Part::ForeignKey(n) = found.at.part else {
        return false;
    };
    let target = &schema.tables[found.at.table].foreign_keys[n].references;
    let position = schema.tables.iter().position(|table| table.name.same(target));
    position.is_some_and(|position| broken[position])
}

/// `REFERENCES parent` without columns means its primary key.
fn complete_references(schema: &mut Schema) {
    let keys: Vec<(Ident, Vec<Ident>)> = schema
        .tables
        .iter()
        .map(|table| (table.name.clone(), table.primary_key.clone()))
        .collect();
    for key in schema.tables.iter_mut().flat_map(|table| &mut table.foreign_keys) {
        if key.referenced_columns.is_empty()
            && let Some((_, primary)) = keys.iter().find(|(name, _)| name.same(&key.references))
        {
            key.referenced_columns.clone_from(primary);
        }
    }
}

/// Where the lines of a script start.
struct Lines<'a> {
    script: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(script: &'a str) -> Self {
        let breaks = script
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| at + 1);
        Self {
            script,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts[line - 1];
        let text = self.script.get(start..at).unwrap_or_default();
        (line, text.trim_start_matches('\u{feff}').chars().count() + 1)
    }

    fn location(&self, at: usize) -> Location {
        let (line, column) = self.line_and_column(at);
        Location::Text { line, column }
    }

    fn problem(&self, found: Finding) -> Problem {
        Problem {
            code: found.code,
            message: found.message,
            at: self.location(found.at),
        }
    }
}

/// The default that an expression is for a column of that type.
pub(crate) fn column_default(
    column_type: &ColumnType,
    expression: Placed<String>,
) -> Result<Option<DefaultValue>, String> {
    match column::expression_default(expression) {
        Err(default) => Ok(Some(default)),
        Ok(literal) => {
            let mut tally = Tally::default();
            column::literal_default(column_type, &literal, false, ("the column", &mut tally))
                .map_err(|found| found.message)
        }
    }
}
