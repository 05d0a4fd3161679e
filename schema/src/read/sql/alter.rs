//! Reads `ALTER TABLE`, `RENAME TABLE` and the like.

use super::Reader;
use super::column::{self, literal_default, read_default};
use super::create::place_column;
use super::draft::{Additions, Draft, TextDefaults, ident};
use super::keys;
use crate::read::cursor::{Cursor, Finding};
use crate::read::unkept::Unkept;
use crate::{Ident, Index};

impl Reader {
    /// Behind `ALTER TABLE`.
    pub(super) fn alter_table(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        cursor.eat_all(&["IF", "EXISTS"]);
        let at = cursor.place();
        let name = ident(&cursor.qualified_name()?)?;
        let Some(position) = self.drafts.iter().position(|draft| draft.table.name.same(&name)) else {
            // A dump of rows alone switches the keys of tables that it does not declare.
            if cursor.eat_any(&["ENABLE", "DISABLE"]) && cursor.eat("KEYS") && cursor.at_end() {
                return Ok(());
            }
            return Err(unknown_table(&name, at));
        };
        let mut draft = self.drafts.remove(position);
        let mut additions = Additions::default();
        loop {
            if let Err(problem) = self.action(cursor, &mut draft, &mut additions) {
                self.problems.push(problem);
                draft.broken = true;
                cursor.skip_element();
            }
            if !cursor.eat_mark(",") {
                break;
            }
        }
        let added = draft.add(additions);
        self.drafts.insert(position, draft);
        added?;
        if cursor.at_end() {
            Ok(())
        } else {
            Err(cursor.expected("',' or the end of the statement"))
        }
    }

    fn action(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
        additions: &mut Additions,
    ) -> Result<(), Finding> {
        if cursor.eat("ADD") {
            self.add(cursor, draft, additions)
        } else if cursor.eat("MODIFY") {
            cursor.eat("COLUMN");
            cursor.eat_all(&["IF", "EXISTS"]);
            self.redefine(cursor, draft, None, additions)
        } else if cursor.eat("CHANGE") {
            cursor.eat("COLUMN");
            let old = Some(ident(&cursor.name()?)?);
            self.redefine(cursor, draft, old, additions)
        } else if cursor.eat("ALTER") {
            self.alter_part(cursor, draft)
        } else if cursor.eat("DROP") {
            drop_part(cursor, draft)
        } else if cursor.eat("RENAME") {
            rename_part(cursor, draft)
        } else {
            self.other_action(cursor, draft)
        }
    }

    fn other_action(&mut self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        if cursor.eat_any(&["ENABLE", "DISABLE"]) {
            cursor.expect("KEYS")
        } else if cursor.eat_all(&["ORDER", "BY"]) {
            cursor.skip_rest();
            Ok(())
        } else if cursor.eat_any(&["FORCE"]) {
            Ok(())
        } else if cursor.eat_all(&["CONVERT", "TO"]) {
            Self::convert(cursor, draft)
        } else if cursor.sees_any(&[
            "PARTITION",
            "REMOVE",
            "REORGANIZE",
            "COALESCE",
            "TRUNCATE",
            "EXCHANGE",
        ]) {
            self.tally
                .note(Unkept::Partitions, cursor.place(), draft.table.name.to_string());
            cursor.skip_rest();
            Ok(())
        } else {
            // Several options may stand in one action without commas.
            loop {
                self.table_option(cursor, draft)?;
                if cursor.at_end() || cursor.sees_mark(",") {
                    return Ok(());
                }
            }
        }
    }

    /// `CONVERT TO CHARACTER SET x [COLLATE y]` changes the columns there are.
    fn convert(cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        if !cursor.eat("CHARSET") {
            cursor.expect("CHARACTER")?;
            cursor.expect("SET")?;
        }
        let mut text = TextDefaults::default();
        text.set_charset(&cursor.name()?.value);
        if cursor.eat("COLLATE") {
            text.set_collation(&cursor.name()?.value);
        }
        draft.text = text;
        for column in &mut draft.table.columns {
            if matches!(
                column.column_type,
                crate::ColumnType::Char { .. }
                    | crate::ColumnType::Varchar { .. }
                    | crate::ColumnType::Text { .. }
            ) {
                column.binary_collation = text.binary_collation;
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
        additions: &mut Additions,
    ) -> Result<(), Finding> {
        if cursor.sees("PARTITION") {
            return self.other_action(cursor, draft);
        }
        if keys::read(cursor, &draft.table.name, additions, &mut self.tally)? {
            return Ok(());
        }
        cursor.eat("COLUMN");
        cursor.eat_all(&["IF", "NOT", "EXISTS"]);
        if !cursor.eat_mark("(") {
            return self.add_column(cursor, draft, None, additions);
        }
        loop {
            if !keys::read(cursor, &draft.table.name, additions, &mut self.tally)? {
                self.add_column(cursor, draft, None, additions)?;
            }
            if !cursor.eat_mark(",") {
                break;
            }
        }
        cursor.expect_mark(")")
    }

    /// Adds the column defined next; `replaced` is the position of the one that it replaces, already taken out.
    fn add_column(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
        replaced: Option<usize>,
        additions: &mut Additions,
    ) -> Result<(), Finding> {
        let column = column::read(cursor, &draft.table.name, draft.text, &mut self.tally)?;
        let position = if cursor.eat("FIRST") {
            0
        } else if cursor.eat("AFTER") {
            let at = cursor.place();
            let before = ident(&cursor.name()?)?;
            draft
                .table
                .column_index(&before)
                .ok_or_else(|| unknown_column(draft, &before, at))?
                + 1
        } else {
            replaced.unwrap_or(draft.table.columns.len())
        };
        place_column(draft, column, position, additions);
        Ok(())
    }

    /// `MODIFY` and `CHANGE`: the definition that is next takes the place of the old one.
    fn redefine(
        &mut self,
        cursor: &mut Cursor<'_>,
        draft: &mut Draft,
        old: Option<Ident>,
        additions: &mut Additions,
    ) -> Result<(), Finding> {
        let at = cursor.place();
        let new = ident(&cursor.clone().name()?)?;
        let old = old.unwrap_or_else(|| new.clone());
        let position = draft
            .table
            .column_index(&old)
            .ok_or_else(|| unknown_column(draft, &old, at))?;
        let before = draft.table.columns.remove(position);
        let place = draft.places.columns.remove(position);
        if let Err(problem) = self.add_column(cursor, draft, Some(position), additions) {
            draft.insert_column(position, before, place);
            return Err(problem);
        }
        if !old.same(&new) {
            rename_column(draft, &old, &new);
        }
        let key = draft.table.primary_key.clone();
        for column in &mut draft.table.columns {
            if key.iter().any(|name| name.same(&column.name)) {
                column.nullable = false;
            }
        }
        Ok(())
    }

    fn alter_part(&mut self, cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
        if cursor.eat_any(&["INDEX", "KEY"]) {
            cursor.name()?;
            cursor.eat_any(&["VISIBLE", "INVISIBLE", "IGNORED"]);
            return Ok(());
        }
        if cursor.eat_any(&["CHECK", "CONSTRAINT"]) {
            let name = ident(&cursor.name()?)?;
            let enforced = !cursor.eat("NOT");
            cursor.expect("ENFORCED")?;
            for check in &mut draft.table.checks {
                if check.name.same(&name) {
                    check.enforced = enforced;
                }
            }
            return Ok(());
        }
        cursor.eat("COLUMN");
        let at = cursor.place();
        let name = ident(&cursor.name()?)?;
        let position = draft
            .table
            .column_index(&name)
            .ok_or_else(|| unknown_column(draft, &name, at))?;
        let label = format!("{}.{name}", draft.table.name);
        let column = &mut draft.table.columns[position];
        if cursor.eat_all(&["DROP", "DEFAULT"]) {
            column.default = None;
        } else if cursor.eat_all(&["SET", "DEFAULT"]) {
            column.default = match read_default(cursor)? {
                Err(default) => Some(default),
                Ok(literal) => literal_default(
                    &column.column_type,
                    &literal,
                    !column.nullable,
                    (&label, &mut self.tally),
                )?,
            };
        } else if cursor.eat("SET") {
            cursor.eat_any(&["VISIBLE", "INVISIBLE"]);
        } else {
            return Err(cursor.expected("SET DEFAULT or DROP DEFAULT"));
        }
        Ok(())
    }

    /// `RENAME TABLE a TO b, …`
    pub(super) fn rename_tables(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        loop {
            let at = cursor.place();
            let old = ident(&cursor.qualified_name()?)?;
            cursor.expect("TO")?;
            let new = ident(&cursor.qualified_name()?)?;
            self.draft_mut(&old, at)?.table.name = new;
            if !cursor.eat_mark(",") {
                return Ok(());
            }
        }
    }

    /// The table of that name.
    pub(super) fn draft_mut(&mut self, name: &Ident, at: usize) -> Result<&mut Draft, Finding> {
        let found = self.drafts.iter_mut().find(|draft| draft.table.name.same(name));
        found.ok_or_else(|| unknown_table(name, at))
    }
}

fn unknown_table(name: &Ident, at: usize) -> Finding {
    Finding {
        code: "unknown-table",
        message: format!("there is no table {name} in this declaration"),
        at,
    }
}

fn unknown_column(draft: &Draft, name: &Ident, at: usize) -> Finding {
    Finding {
        code: "unknown-column",
        message: format!("table {} has no column {name}", draft.table.name),
        at,
    }
}

fn drop_part(cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
    let table = &mut draft.table;
    if cursor.eat_all(&["PRIMARY", "KEY"]) {
        table.primary_key.clear();
        return Ok(());
    }
    if cursor.eat_any(&["INDEX", "KEY"]) {
        cursor.eat_all(&["IF", "EXISTS"]);
        let name = ident(&cursor.name()?)?;
        drop_key(draft, &name);
        return Ok(());
    }
    if cursor.eat_all(&["FOREIGN", "KEY"]) || cursor.eat_any(&["CHECK", "CONSTRAINT"]) {
        cursor.eat_all(&["IF", "EXISTS"]);
        let name = ident(&cursor.name()?)?;
        remove_named(&mut table.foreign_keys, &mut draft.places.foreign_keys, |key| {
            key.name.same(&name)
        });
        remove_named(&mut table.checks, &mut draft.places.checks, |check| {
            check.name.same(&name)
        });
        drop_key(draft, &name);
        return Ok(());
    }
    cursor.eat("COLUMN");
    cursor.eat_all(&["IF", "EXISTS"]);
    let name = ident(&cursor.name()?)?;
    cursor.eat_any(&["RESTRICT", "CASCADE"]);
    remove_named(&mut table.columns, &mut draft.places.columns, |column| {
        column.name.same(&name)
    });
    Ok(())
}

pub(super) fn drop_key(draft: &mut Draft, name: &Ident) {
    let (table, places) = (&mut draft.table, &mut draft.places);
    let named = |key: &Index| key.name.same(name);
    remove_named(&mut table.unique, &mut places.unique, named);
    remove_named(&mut table.indexes, &mut places.indexes, named);
    remove_named(&mut table.fulltext, &mut places.fulltext, named);
}

fn remove_named<T>(list: &mut Vec<T>, places: &mut Vec<usize>, is_it: impl Fn(&T) -> bool) {
    if let Some(position) = list.iter().position(is_it) {
        list.remove(position);
        if position < places.len() {
            places.remove(position);
        }
    }
}

fn rename_part(cursor: &mut Cursor<'_>, draft: &mut Draft) -> Result<(), Finding> {
    let column = cursor.eat("COLUMN");
    if column || cursor.eat_any(&["INDEX", "KEY"]) {
        let old = ident(&cursor.name()?)?;
        cursor.expect("TO")?;
        let new = ident(&cursor.name()?)?;
        if column {
            rename_column(draft, &old, &new);
        } else {
            let table = &mut draft.table;
            let keys = table
                .unique
                .iter_mut()
                .chain(&mut table.indexes)
                .chain(&mut table.fulltext);
            for key in keys.filter(|key| key.name.same(&old)) {
                key.name = new.clone();
            }
        }
        return Ok(());
    }
    cursor.eat_any(&["TO", "AS"]);
    cursor.eat_mark("=");
    draft.table.name = ident(&cursor.qualified_name()?)?;
    Ok(())
}

fn rename_column(draft: &mut Draft, old: &Ident, new: &Ident) {
    let table = &mut draft.table;
    let columns = table.columns.iter_mut().map(|column| &mut column.name);
    let keys = table
        .unique
        .iter_mut()
        .chain(&mut table.indexes)
        .chain(&mut table.fulltext);
    let names = columns
        .chain(&mut table.primary_key)
        .chain(keys.flat_map(|key| &mut key.columns))
        .chain(table.foreign_keys.iter_mut().flat_map(|key| &mut key.columns));
    for name in names.filter(|name| name.same(old)) {
        *name = new.clone();
    }
}
