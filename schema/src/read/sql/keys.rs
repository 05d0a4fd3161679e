//! Reads keys and constraints.

use super::draft::{Additions, CheckDraft, ForeignKeyDraft, KeyDraft, KeyKind, ident};
use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;
use crate::read::unkept::{Tally, Unkept};
use crate::{ForeignKey, Ident, ReferentialAction};

/// Reads the key or constraint that is next, if one is.
pub(super) fn read(
    cursor: &mut Cursor<'_>,
    table: &Ident,
    additions: &mut Additions,
    tally: &mut Tally<usize>,
) -> Result<bool, Finding> {
    let at = cursor.place();
    let name = constraint_name(cursor)?;
    let reading = KeyReading { table, tally, at };
    if cursor.eat_all(&["PRIMARY", "KEY"]) {
        additions
            .keys
            .extend(reading.key(cursor, KeyKind::Primary, name)?);
    } else if cursor.eat("UNIQUE") {
        cursor.eat_any(&["KEY", "INDEX"]);
        additions.keys.extend(reading.key(cursor, KeyKind::Unique, name)?);
    } else if cursor.eat_all(&["FOREIGN", "KEY"]) {
        additions.foreign_keys.push(foreign_key(cursor, table, name, at)?);
    } else if cursor.sees("CHECK") {
        additions.checks.push(check(cursor, name)?);
    } else if name.is_some() {
        return Err(cursor.expected("PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK"));
    } else if cursor.eat_any(&["KEY", "INDEX"]) {
        additions.keys.extend(reading.key(cursor, KeyKind::Plain, None)?);
    } else if cursor.eat("FULLTEXT") {
        cursor.eat_any(&["KEY", "INDEX"]);
        additions
            .keys
            .extend(reading.key(cursor, KeyKind::Fulltext, None)?);
    } else if cursor.eat("SPATIAL") {
        cursor.eat_any(&["KEY", "INDEX"]);
        let key = reading.key(cursor, KeyKind::Plain, None)?;
        let name = key
            .and_then(|key| key.name)
            .map_or_else(String::new, |name| format!(" {name}"));
        tally.note(Unkept::SpatialKey, at, format!("{table}{name}"));
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// `CONSTRAINT name`, where the name may be missing.
pub(super) fn constraint_name(cursor: &mut Cursor<'_>) -> Result<Option<Ident>, Finding> {
    if !cursor.eat("CONSTRAINT") || cursor.sees_any(&["PRIMARY", "UNIQUE", "FOREIGN", "CHECK"]) {
        return Ok(None);
    }
    ident(&cursor.name()?).map(Some)
}

/// `CHECK (…) [[NOT] ENFORCED]`.
pub(super) fn check(cursor: &mut Cursor<'_>, name: Option<Ident>) -> Result<CheckDraft, Finding> {
    let at = cursor.place();
    cursor.expect("CHECK")?;
    let expression = cursor.parenthesized()?.value;
    let enforced = !cursor.eat_all(&["NOT", "ENFORCED"]);
    cursor.eat("ENFORCED");
    Ok(CheckDraft {
        name,
        expression,
        enforced,
        at,
    })
}

/// Reads one key from `CREATE INDEX`: the kind is known, the name and table have been read.
pub(super) fn create_index(
    cursor: &mut Cursor<'_>,
    (kind, name, at): (KeyKind, Ident, usize),
    table: &Ident,
    tally: &mut Tally<usize>,
) -> Result<Option<KeyDraft>, Finding> {
    KeyReading { table, tally, at }.columns(cursor, kind, Some(name))
}

struct KeyReading<'a> {
    table: &'a Ident,
    tally: &'a mut Tally<usize>,
    at: usize,
}

impl KeyReading<'_> {
    /// `[IF NOT EXISTS] [name] [USING BTREE] (columns) [options]`.
    fn key(
        self,
        cursor: &mut Cursor<'_>,
        kind: KeyKind,
        constraint: Option<Ident>,
    ) -> Result<Option<KeyDraft>, Finding> {
        cursor.eat_all(&["IF", "NOT", "EXISTS"]);
        let mut name = constraint;
        if !cursor.sees_mark("(") && !cursor.sees_any(&["USING", "TYPE"]) {
            let own = cursor.name()?;
            if kind != KeyKind::Primary {
                name = Some(ident(&own)?);
            }
        }
        self.columns(cursor, kind, name)
    }

    fn columns(
        self,
        cursor: &mut Cursor<'_>,
        kind: KeyKind,
        name: Option<Ident>,
    ) -> Result<Option<KeyDraft>, Finding> {
        using(cursor);
        cursor.expect_mark("(")?;
        let mut columns = Vec::new();
        let mut functional = false;
        let label = match &name {
            Some(name) => format!("{}.{name}", self.table),
            None => self.table.to_string(),
        };
        loop {
            if cursor.sees_mark("(") {
                cursor.skip_group()?;
                functional = true;
            } else {
                columns.push(ident(&cursor.name()?)?);
                if cursor.sees_mark("(") {
                    cursor.skip_group()?;
                    self.tally.note(Unkept::KeyPrefix, self.at, &label);
                }
            }
            if cursor.eat("DESC") {
                self.tally.note(Unkept::KeyOrder, self.at, &label);
            }
            cursor.eat("ASC");
            if !cursor.eat_mark(",") {
                break;
            }
        }
        cursor.expect_mark(")")?;
        options(cursor)?;
        if functional {
            self.tally.note(Unkept::FunctionalKey, self.at, &label);
            return Ok(None);
        }
        Ok(Some(KeyDraft {
            kind,
            name,
            columns,
            at: self.at,
        }))
    }
}

fn using(cursor: &mut Cursor<'_>) -> bool {
    let found = cursor.eat_any(&["USING", "TYPE"]);
    if found {
        cursor.advance();
    }
    found
}

fn options(cursor: &mut Cursor<'_>) -> Result<(), Finding> {
    loop {
        if using(cursor)
            || cursor.eat_any(&["VISIBLE", "INVISIBLE", "IGNORED"])
            || cursor.eat_all(&["NOT", "IGNORED"])
        {
            continue;
        }
        if cursor.eat("COMMENT") {
            cursor.text()?;
        } else if cursor.eat_all(&["WITH", "PARSER"]) {
            cursor.name()?;
        } else if cursor.eat_any(&["KEY_BLOCK_SIZE", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE"]) {
            cursor.eat_mark("=");
            cursor.advance();
        } else {
            return Ok(());
        }
    }
}

fn foreign_key(
    cursor: &mut Cursor<'_>,
    table: &Ident,
    constraint: Option<Ident>,
    at: usize,
) -> Result<ForeignKeyDraft, Finding> {
    cursor.eat_all(&["IF", "NOT", "EXISTS"]);
    let mut name = constraint;
    if !cursor.sees_mark("(") {
        let index = ident(&cursor.name()?)?;
        name = name.or(Some(index));
    }
    let columns = column_names(cursor)?;
    let target = references(cursor)?;
    Ok(ForeignKeyDraft {
        key: ForeignKey {
            name: table.clone(),
            columns,
            references: target.table,
            referenced_columns: target.columns,
            on_delete: target.on_delete,
            on_update: target.on_update,
        },
        name,
        at,
    })
}

/// What `REFERENCES` says.
pub(super) struct Target {
    table: Ident,
    columns: Vec<Ident>,
    on_delete: ReferentialAction,
    on_update: ReferentialAction,
}

/// `REFERENCES table (columns) [MATCH …] [ON DELETE …] [ON UPDATE …]`.
pub(super) fn references(cursor: &mut Cursor<'_>) -> Result<Target, Finding> {
    cursor.expect("REFERENCES")?;
    let table = ident(&cursor.qualified_name()?)?;
    let columns = if cursor.sees_mark("(") {
        column_names(cursor)?
    } else {
        Vec::new()
    };
    let mut target = Target {
        table,
        columns,
        on_delete: ReferentialAction::NoAction,
        on_update: ReferentialAction::NoAction,
    };
    loop {
        if cursor.eat("MATCH") {
            cursor.name()?;
        } else if cursor.sees("ON") && cursor.sees_nth(1, "DELETE") {
            cursor.eat_all(&["ON", "DELETE"]);
            target.on_delete = action(cursor)?;
        } else if cursor.sees("ON") && cursor.sees_nth(1, "UPDATE") && action_follows(cursor) {
            cursor.eat_all(&["ON", "UPDATE"]);
            target.on_update = action(cursor)?;
        } else {
            return Ok(target);
        }
    }
}

/// Whether an action and not `CURRENT_TIMESTAMP` is behind `ON UPDATE`.
fn action_follows(cursor: &Cursor<'_>) -> bool {
    ["CASCADE", "SET", "RESTRICT", "NO"]
        .iter()
        .any(|word| cursor.sees_nth(2, word))
}

fn action(cursor: &mut Cursor<'_>) -> Result<ReferentialAction, Finding> {
    if cursor.eat("CASCADE") {
        Ok(ReferentialAction::Cascade)
    } else if cursor.eat("RESTRICT") {
        Ok(ReferentialAction::Restrict)
    } else if cursor.eat_all(&["SET", "NULL"]) {
        Ok(ReferentialAction::SetNull)
    } else if cursor.eat_all(&["SET", "DEFAULT"]) {
        Ok(ReferentialAction::SetDefault)
    } else if cursor.eat_all(&["NO", "ACTION"]) {
        Ok(ReferentialAction::NoAction)
    } else {
        Err(cursor.expected("CASCADE, RESTRICT, SET NULL, SET DEFAULT or NO ACTION"))
    }
}

/// `(a, b)`; prefix lengths and orders are passed over.
fn column_names(cursor: &mut Cursor<'_>) -> Result<Vec<Ident>, Finding> {
    cursor.expect_mark("(")?;
    let mut columns = Vec::new();
    loop {
        columns.push(ident(&cursor.name()?)?);
        if matches!(cursor.peek(), Some(Kind::Mark("("))) {
            cursor.skip_group()?;
        }
        cursor.eat_any(&["ASC", "DESC"]);
        if !cursor.eat_mark(",") {
            break;
        }
    }
    cursor.expect_mark(")")?;
    Ok(columns)
}
