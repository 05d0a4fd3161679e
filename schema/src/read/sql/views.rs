//! `CREATE VIEW`, `ALTER VIEW` and `DROP VIEW`.

use super::Reader;
use super::draft::ident;
use crate::read::cursor::{Cursor, Finding};
use crate::{Ident, View};

/// A view and where its query is in the script, in bytes.
#[derive(Debug, Clone)]
pub(super) struct ViewDraft {
    view: View,
    at: usize,
    /// The database that it is in, where the script says it.
    database: Option<String>,
}

impl Reader {
    /// Behind `CREATE [OR REPLACE] … VIEW`.
    pub(super) fn create_view(&mut self, cursor: &mut Cursor<'_>, replace: bool) -> Result<(), Finding> {
        let keep = cursor.eat_all(&["IF", "NOT", "EXISTS"]);
        let (database, name) = cursor.database_and_name()?;
        let database = database.or_else(|| self.database.clone());
        let known = self.position(database.as_deref(), &name.value);
        match known {
            Some(_) if keep => return Ok(()),
            Some(_) if !replace => {
                return Err(Finding {
                    code: "duplicate-view",
                    message: format!(
                        "view {} is declared twice: write CREATE OR REPLACE VIEW",
                        name.value
                    ),
                    at: name.at,
                });
            }
            _ => {}
        }
        let mut columns: Vec<Ident> = Vec::new();
        if cursor.eat_mark("(") {
            loop {
                columns.push(ident(&cursor.name()?)?);
                if !cursor.eat_mark(",") {
                    break;
                }
            }
            cursor.expect_mark(")")?;
        }
        cursor.expect("AS")?;
        let name = ident(&name)?;
        let at = cursor.place();
        let query = query(cursor).to_owned();
        let draft = ViewDraft {
            view: View { name, columns, query },
            at,
            database,
        };
        match known {
            Some(position) => self.views[position] = draft,
            None => self.views.push(draft),
        }
        Ok(())
    }

    /// Behind `ALTER`: `[ALGORITHM = …] … VIEW name …` replaces a view; nothing else is looked at.
    pub(super) fn alter_view(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        let view = (0..16).find(|n| cursor.sees_nth(*n, "VIEW"));
        let is_view = view.is_some() && cursor.sees_any(&["ALGORITHM", "DEFINER", "SQL", "VIEW"]);
        if !is_view {
            return Ok(());
        }
        while !cursor.eat("VIEW") {
            cursor.advance();
        }
        self.create_view(cursor, true)
    }

    /// Behind `DROP VIEW`.
    pub(super) fn drop_views(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Finding> {
        cursor.eat_all(&["IF", "EXISTS"]);
        loop {
            let (database, name) = cursor.database_and_name()?;
            let database = database.or_else(|| self.database.clone());
            if let Some(position) = self.position(database.as_deref(), &name.value) {
                self.views.remove(position);
            }
            if !cursor.eat_mark(",") {
                return Ok(());
            }
        }
    }

    fn position(&self, database: Option<&str>, name: &str) -> Option<usize> {
        self.views.iter().position(|draft| {
            let same = draft.view.name.as_str().eq_ignore_ascii_case(name);
            let elsewhere =
                matches!((draft.database.as_deref(), database), (Some(one), Some(other)) if one != other);
            same && !elsewhere
        })
    }
}

/// The SELECT, without the `WITH CHECK OPTION` behind it: nothing is written through a view.
fn query<'t>(cursor: &mut Cursor<'t>) -> &'t str {
    let start = cursor.mark_position();
    loop {
        let mut behind = cursor.clone();
        if behind.eat("WITH") {
            behind.eat_any(&["CASCADED", "LOCAL"]);
            if behind.eat_all(&["CHECK", "OPTION"]) && (behind.at_end() || behind.sees_mark(";")) {
                break;
            }
        }
        if cursor.at_end() || cursor.sees_mark(";") {
            break;
        }
        cursor.advance();
    }
    let query = cursor.text_since(start);
    cursor.skip_rest();
    query
}

/// The views, and where their queries are.
pub(super) fn taken(drafts: Vec<ViewDraft>) -> (Vec<View>, Vec<usize>) {
    drafts.into_iter().map(|draft| (draft.view, draft.at)).unzip()
}
