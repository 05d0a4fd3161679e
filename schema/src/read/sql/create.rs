//! Reads `CREATE TABLE` and `CREATE INDEX`.

use super::Reader;
use super::column::{self, ColumnDraft};
use super::draft::{Additions, Draft, KeyDraft, KeyKind, TextDefaults, ident};
use super::keys;
use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;
use crate::read::unkept::Unkept;

impl Reader {
    /// Behind `CREATE [OR REPLACE] TABLE`.
    pub(super) fn create_table(&mut self, cursor: &mut Cursor<'_>, replace: bool) -> Result<(), Finding> {
        let lenient = cursor.eat_all(&["IF", "NOT", "EXISTS"]);
        let at = cursor.place();
        let (database, name) = cursor.database_and_name()?;
        let database = database.or_else(|| self.database.clone());
        let name = ident(&name)?;
        let same = |draft: &Draft| draft.is(database.as_deref(), name.as_str());
        if replace {
            self.drafts.retain(|draft| !same(draft));
        }
        let exists = self.drafts.iter().any(same);
        if exists && lenient {
            cursor.skip_rest();
            return Ok(());
        }
        let mut draft = Draft::new(name, at, self.text);
        draft.database = database;
        if cursor.sees("LIKE") || (cursor.sees_mark("(") && cursor.sees_nth(1, "LIKE")) {
            cursor.eat_mark("(");
            cursor.eat("LIKE");
            self.copy_table(cursor, &mut draft)?;
            cursor.eat_mark(")");
        } else if cursor.sees_mark("(")
            && !matches!(cursor.peek_nth(1), Some(Kind::Word(word)) if word.eq_ignore_ascii_case("SELECT"))
        {
            draft.text = table_text(cursor, self.text);
            self.elements(cursor, &mut draft)?;
        }
        self.table_options(cursor, &mut draft)?;
        self.drafts.push(draft);
        Ok(())
    }

    /// `LIKE other`: its columns and keys; foreign keys are not copied, as in `MySQL`.
    fn copy_table(&self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        let at = cursor.place();
        let other = ident(&cursor.qualified_name()?)?;
        let Some(model) = self
            .drafts
            .iter()
            .find(|candidate| candidate.table.name.same(&other))
        else {
            return Err(Finding {
                code: "unknown-table",
                message: format!("there is no table {other} to be like"),
                at,
            });
        };
        let name = draft.table.name.clone();
        draft.table = model.table.clone();
        draft.table.name = name;
        draft.table.foreign_keys.clear();
        draft.text = model.text;
        let place = draft.places.table;
        draft.places.columns = vec![place; draft.table.columns.len()];
        let checks = std::mem::take(&mut draft.table.checks);
        let mut additions = Additions::default();
        for check in checks {
            additions.checks.push(super::draft::CheckDraft {
                name: None,
                expression: check.expression,
                enforced: check.enforced,
                at,
            });
        }
        draft.add(additions)
    }

    /// The columns and keys between the parentheses. One that is not understood is reported and passed.
    fn elements(&mut self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        cursor.expect_mark("(")?;
        let mut additions = Additions::default();
        loop {
            if let Err(problem) = self.element(cursor, draft, &mut additions) {
                self.problems.push(problem);
                draft.broken = true;
                cursor.skip_element();
            } else if !cursor.sees_mark(",") && !cursor.sees_mark(")") {
                self.problems.push(cursor.expected("',' or ')'"));
                cursor.skip_element();
            }
            if !cursor.eat_mark(",") || cursor.sees_mark(")") {
                break;
            }
        }
        cursor.expect_mark(")")?;
        draft.add(additions)
    }

    fn element(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
        additions: &mut Additions,
    ) -> Result<(), Finding> {
        if keys::read(cursor, &draft.table.name, additions, &mut self.tally)? {
            return Ok(());
        }
        if cursor.sees("PERIOD") && cursor.sees_nth(1, "FOR") {
            self.tally.note(
                Unkept::SystemVersioning,
                cursor.place(),
                draft.table.name.to_string(),
            );
            cursor.skip_element();
            return Ok(());
        }
        let column = column::read(cursor, &draft.table.name, draft.text, &mut self.tally)?;
        let position = draft.table.columns.len();
        place_column(draft, column, position, additions);
        Ok(())
    }

    /// Behind the parentheses; `MySQL`'s options without effect here are passed over.
    pub(super) fn table_options(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
    ) -> Result<(), Finding> {
        while !cursor.at_end() {
            cursor.eat_mark(",");
            if cursor.sees_any(&["AS", "SELECT", "IGNORE", "REPLACE", "TABLE", "VALUES"])
                || (cursor.sees_mark("(") && cursor.sees_nth(1, "SELECT"))
            {
                return Err(Finding {
                    code: "create-select",
                    message: format!(
                        "table {} is made from a query: declare its columns, and insert its rows by an import",
                        draft.table.name
                    ),
                    at: cursor.place(),
                });
            }
            if cursor.sees("PARTITION") {
                self.tally
                    .note(Unkept::Partitions, cursor.place(), draft.table.name.to_string());
                cursor.skip_rest();
                return Ok(());
            }
            self.table_option(cursor, draft)?;
        }
        Ok(())
    }

    pub(super) fn table_option(&mut self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        let at = cursor.place();
        cursor.eat("DEFAULT");
        if cursor.eat_all(&["CHARACTER", "SET"]) || cursor.eat_any(&["CHARSET", "COLLATE"]) {
            cursor.eat_mark("=");
            cursor.name()?;
        } else if cursor.eat("COMMENT") {
            cursor.eat_mark("=");
            let comment = cursor.text()?;
            draft.table.require_if_match = false;
            draft.table.set_comment(&comment);
        } else if cursor.eat("AUTO_INCREMENT") {
            cursor.eat_mark("=");
            if cursor.whole()? > 1 {
                self.tally
                    .note(Unkept::AutoIncrementStart, at, draft.table.name.to_string());
            }
        } else if cursor.eat_all(&["WITH", "SYSTEM", "VERSIONING"]) {
            self.tally
                .note(Unkept::SystemVersioning, at, draft.table.name.to_string());
        } else if cursor.eat_all(&["DATA", "DIRECTORY"]) || cursor.eat_all(&["INDEX", "DIRECTORY"]) {
            cursor.eat_mark("=");
            cursor.text()?;
        } else {
            option_without_effect(cursor)?;
        }
        Ok(())
    }

    /// `CREATE [UNIQUE | FULLTEXT | SPATIAL] INDEX name ON table (…)`, behind `INDEX`.
    pub(super) fn create_index(
        &mut self,
        cursor: &mut Cursor<'_>,
        kind: Option<KeyKind>,
    ) -> Result<(), Finding> {
        cursor.eat_all(&["IF", "NOT", "EXISTS"]);
        let at = cursor.place();
        let name = ident(&cursor.name()?)?;
        if cursor.eat("USING") {
            cursor.advance();
        }
        cursor.expect("ON")?;
        let table = ident(&cursor.qualified_name()?)?;
        let Some(kind) = kind else {
            self.tally.note(Unkept::SpatialKey, at, format!("{table} {name}"));
            cursor.skip_rest();
            return Ok(());
        };
        let key = keys::create_index(cursor, (kind, name, at), &table, &mut self.tally)?;
        cursor.skip_rest();
        let draft = self.draft_mut(&table, at)?;
        draft.add(Additions {
            keys: key.into_iter().collect(),
            ..Additions::default()
        })
    }
}

/// Puts a column where it belongs, and what it says about the table with the other additions.
pub(super) fn place_column(
    draft: &mut Draft,
    column: ColumnDraft,
    position: usize,
    additions: &mut Additions,
) {
    let key = |kind| KeyDraft {
        kind,
        name: None,
        columns: vec![column.column.name.clone()],
        at: column.at,
    };
    if column.primary {
        additions.keys.push(key(KeyKind::Primary));
    }
    if column.unique {
        additions.keys.push(key(KeyKind::Unique));
    }
    additions.checks.extend(column.checks);
    draft.insert_column(position, column.column, column.at);
}

/// A name and a value, with or without `=` between them.
fn option_without_effect(cursor: &mut Cursor<'_>) -> Result<(), Finding> {
    if !matches!(cursor.peek(), Some(Kind::Word(_))) {
        return Err(cursor.expected("a table option"));
    }
    if cursor.eat_all(&["START", "TRANSACTION"]) {
        return Ok(());
    }
    cursor.advance();
    cursor.eat_mark("=");
    if cursor.sees_mark("(") {
        return cursor.skip_group();
    }
    if cursor.at_end() {
        return Err(cursor.expected("the option's value"));
    }
    cursor.advance();
    Ok(())
}

/// What text is in this table: its options stand behind the columns that they hold for.
fn table_text(cursor: &Cursor<'_>, inherited: TextDefaults) -> TextDefaults {
    let mut ahead = cursor.clone();
    let mut text = inherited;
    if ahead.skip_group().is_err() {
        return text;
    }
    let mut collation = None;
    while !ahead.at_end() {
        if ahead.eat_all(&["CHARACTER", "SET"]) || ahead.eat("CHARSET") {
            ahead.eat_mark("=");
            if let Ok(name) = ahead.name() {
                text.set_charset(&name.value);
            }
        } else if ahead.eat("COLLATE") {
            ahead.eat_mark("=");
            collation = ahead.name().ok();
        } else {
            ahead.advance();
        }
    }
    if let Some(name) = collation {
        text.set_collation(&name.value);
    }
    text
}
