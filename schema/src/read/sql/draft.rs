//! A table while its statements are being read.

use crate::read::cursor::{Finding, Placed};
use crate::validate::MAX_KEYS;
use crate::validate::{At, Part};
use crate::{Check, Column, ForeignKey, Ident, Index, Table};

/// A table and where its parts are in the script, in bytes.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) table: Table,
    pub(super) places: Places,
    pub(super) text: TextDefaults,
    /// The database that it is in, where the script says it.
    pub(super) database: Option<String>,
    /// Whether a part of it was not understood, so that other parts may miss it.
    pub(super) broken: bool,
}

/// What text columns are unless they say.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TextDefaults {
    /// The character set `binary`: text is bytes.
    pub(super) bytes: bool,
    /// A `_bin` or `_cs` collation.
    pub(super) binary_collation: bool,
}

impl TextDefaults {
    /// What a character set makes of them; its own collation is the new default.
    pub(super) fn set_charset(&mut self, charset: &str) {
        self.bytes = charset.eq_ignore_ascii_case("binary");
        self.binary_collation = false;
    }

    /// What a collation makes of them.
    pub(super) fn set_collation(&mut self, collation: &str) {
        self.bytes = collation.eq_ignore_ascii_case("binary");
        self.binary_collation = is_binary_collation(collation);
    }
}

/// Whether text in that collation compares by its bytes, or at least by case.
pub(super) fn is_binary_collation(collation: &str) -> bool {
    let folded = collation.to_ascii_lowercase();
    folded == "binary" || folded.ends_with("_bin") || folded.split('_').any(|part| part == "cs")
}

#[derive(Debug, Clone, Default)]
pub(super) struct Places {
    pub(super) table: usize,
    pub(super) columns: Vec<usize>,
    pub(super) primary_key: usize,
    pub(super) unique: Vec<usize>,
    pub(super) indexes: Vec<usize>,
    pub(super) fulltext: Vec<usize>,
    pub(super) foreign_keys: Vec<usize>,
    pub(super) checks: Vec<usize>,
}

impl Places {
    /// Where a part is; the table's own place for what has none.
    pub(super) fn of(&self, at: At) -> usize {
        let place = match at.part {
            Part::Table | Part::View(_) => None,
            Part::Column(n) => self.columns.get(n),
            Part::PrimaryKey => Some(&self.primary_key),
            Part::Unique(n) => self.unique.get(n),
            Part::Index(n) => self.indexes.get(n),
            Part::Fulltext(n) => self.fulltext.get(n),
            Part::ForeignKey(n) => self.foreign_keys.get(n),
            Part::Check(n) => self.checks.get(n),
        };
        place.copied().unwrap_or(self.table)
    }
}

/// Which list of a table a key is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KeyKind {
    Primary,
    Unique,
    Plain,
    Fulltext,
}

/// A key before it has a name.
#[derive(Debug, Clone)]
pub(super) struct KeyDraft {
    pub(super) kind: KeyKind,
    pub(super) name: Option<Ident>,
    pub(super) columns: Vec<Ident>,
    pub(super) at: usize,
}

/// A foreign key before it has a name.
#[derive(Debug, Clone)]
pub(super) struct ForeignKeyDraft {
    pub(super) name: Option<Ident>,
    pub(super) key: ForeignKey,
    pub(super) at: usize,
}

/// A check before it has a name.
#[derive(Debug, Clone)]
pub(super) struct CheckDraft {
    pub(super) name: Option<Ident>,
    pub(super) expression: String,
    pub(super) enforced: bool,
    pub(super) at: usize,
}

/// What a statement adds to a table besides columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Additions {
    pub(super) keys: Vec<KeyDraft>,
    pub(super) foreign_keys: Vec<ForeignKeyDraft>,
    pub(super) checks: Vec<CheckDraft>,
}

/// A name that the model takes.
pub(super) fn ident(name: &Placed<String>) -> Result<Ident, Finding> {
    Ident::new(&name.value).map_err(|error| Finding {
        code: "bad-name",
        message: error.to_string(),
        at: name.at,
    })
}

impl Draft {
    pub(super) fn new(name: Ident, at: usize, text: TextDefaults) -> Self {
        Self {
            table: Table::new(name),
            places: Places {
                table: at,
                primary_key: at,
                ..Places::default()
            },
            text,
            database: None,
            broken: false,
        }
    }

    /// Whether it is the table of that name in that database. One that is not said may be any.
    pub(super) fn is(&self, database: Option<&str>, name: &str) -> bool {
        let elsewhere = match (&self.database, database) {
            (Some(own), Some(other)) => own != other,
            _ => false,
        };
        !elsewhere && self.table.name.as_str().eq_ignore_ascii_case(name)
    }

    pub(super) fn insert_column(&mut self, position: usize, column: Column, at: usize) {
        let position = position.min(self.table.columns.len());
        self.table.columns.insert(position, column);
        self.places.columns.insert(position, at);
    }

    /// Adds what a statement declares, naming as MySQL does what it leaves unnamed.
    pub(super) fn add(&mut self, additions: Additions) -> Result<(), Finding> {
        let named = additions
            .keys
            .iter()
            .filter_map(|key| key.name.clone())
            .collect::<Vec<_>>();
        for key in additions.keys {
            self.add_key(key, &named)?;
        }
        let named: Vec<Ident> = additions
            .foreign_keys
            .iter()
            .filter_map(|key| key.name.clone())
            .collect();
        for key in additions.foreign_keys {
            self.add_foreign_key(key, &named)?;
        }
        let named: Vec<Ident> = additions
            .checks
            .iter()
            .filter_map(|check| check.name.clone())
            .collect();
        for check in additions.checks {
            self.add_check(check, &named)?;
        }
        Ok(())
    }

    fn add_key(&mut self, key: KeyDraft, reserved: &[Ident]) -> Result<(), Finding> {
        if key.kind == KeyKind::Primary {
            return self.add_primary_key(key);
        }
        let table = &self.table;
        if table.unique.len() + table.indexes.len() + table.fulltext.len() >= MAX_KEYS {
            return Err(Finding {
                code: "too-many-keys",
                message: format!("table {} has more than {MAX_KEYS} keys", table.name),
                at: key.at,
            });
        }
        let name = match key.name {
            Some(name) => name,
            None => self.free_key_name(&key.columns, reserved, key.at)?,
        };
        let index = Index {
            name,
            columns: key.columns,
        };
        let (list, places) = match key.kind {
            KeyKind::Unique => (&mut self.table.unique, &mut self.places.unique),
            KeyKind::Fulltext => (&mut self.table.fulltext, &mut self.places.fulltext),
            KeyKind::Plain | KeyKind::Primary => (&mut self.table.indexes, &mut self.places.indexes),
        };
        list.push(index);
        places.push(key.at);
        Ok(())
    }

    fn add_primary_key(&mut self, key: KeyDraft) -> Result<(), Finding> {
        if !self.table.primary_key.is_empty() {
            return Err(Finding {
                code: "second-primary-key",
                message: format!("table {} already has a primary key", self.table.name),
                at: key.at,
            });
        }
        for column in &mut self.table.columns {
            if key.columns.iter().any(|name| name.same(&column.name)) {
                column.nullable = false;
            }
        }
        self.table.primary_key = key.columns;
        self.places.primary_key = key.at;
        Ok(())
    }

    /// The first column's name, then with `_2`, `_3` and so on.
    fn free_key_name(&self, columns: &[Ident], reserved: &[Ident], at: usize) -> Result<Ident, Finding> {
        let first = columns.first().map_or("key", Ident::as_str);
        let mut number = 1_usize;
        loop {
            let candidate = if number == 1 {
                first.to_owned()
            } else {
                format!("{first}_{number}")
            };
            let name = ident(&Placed { value: candidate, at })?;
            let taken = reserved.iter().any(|other| other.same(&name)) || self.has_key(&name);
            if !taken && !name.as_str().eq_ignore_ascii_case("primary") {
                return Ok(name);
            }
            number += 1;
        }
    }

    pub(super) fn has_key(&self, name: &Ident) -> bool {
        let table = &self.table;
        let mut keys = table.unique.iter().chain(&table.indexes).chain(&table.fulltext);
        keys.any(|key| key.name.same(name))
    }

    fn add_foreign_key(&mut self, draft: ForeignKeyDraft, reserved: &[Ident]) -> Result<(), Finding> {
        let mut key = draft.key;
        if let Some(name) = draft.name {
            key.name = name;
        } else {
            let taken = self
                .table
                .foreign_keys
                .iter()
                .map(|key| &key.name)
                .chain(reserved);
            let number = next_number(taken, &format!("{}_ibfk_", self.table.name));
            key.name = self.generated_name("ibfk", number, draft.at)?;
        }
        self.table.foreign_keys.push(key);
        self.places.foreign_keys.push(draft.at);
        Ok(())
    }

    fn add_check(&mut self, draft: CheckDraft, reserved: &[Ident]) -> Result<(), Finding> {
        let name = if let Some(name) = draft.name {
            name
        } else {
            let taken = self.table.checks.iter().map(|check| &check.name).chain(reserved);
            let number = next_number(taken, &format!("{}_chk_", self.table.name));
            self.generated_name("chk", number, draft.at)?
        };
        self.table.checks.push(Check {
            name,
            expression: draft.expression,
            enforced: draft.enforced,
        });
        self.places.checks.push(draft.at);
        Ok(())
    }

    fn generated_name(&self, kind: &str, number: usize, at: usize) -> Result<Ident, Finding> {
        let suffix = format!("_{kind}_{number}");
        let room = crate::ident::MAX_CHARS.saturating_sub(suffix.len());
        let table: String = self.table.name.as_str().chars().take(room).collect();
        ident(&Placed {
            value: table + &suffix,
            at,
        })
    }
}

/// One more than the largest number behind the prefix.
fn next_number<'a>(names: impl Iterator<Item = &'a Ident>, prefix: &str) -> usize {
    let prefix = prefix.to_ascii_lowercase();
    let numbers = names.filter_map(|name| name.folded().strip_prefix(&prefix)?.parse::<usize>().ok());
    numbers.max().unwrap_or(0) + 1
}
