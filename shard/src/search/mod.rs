//! Full-text search: the FTS5 index behind a table's FULLTEXT keys.
//!
//! One index a table, over the columns of all its FULLTEXT keys. It holds no texts: it reads them from the table's own rows
//! (an external-content index), and triggers keep it in step, whatever changes a row. FTS5 names rows by a number, so a
//! table whose rows have none that stays gets a side table that gives each key one.

mod expression;

pub use expression::{Expression, Matched};

use schema::{ColumnId, Table};

use crate::layout::{TableLayout, literal, quote};

/// How a table is searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchLayout {
    /// The columns that are searched: position `n` is the index's column `f{n}`.
    pub columns: Vec<ColumnId>,
    /// The index's name between quotes.
    pub index: String,
    /// The side table that numbers the keys, between quotes; `None` where rows have numbers of their own.
    pub numbers: Option<String>,
    /// The view that the index reads texts from.
    content: String,
}

impl SearchLayout {
    /// How a table is searched, if it has FULLTEXT keys.
    pub(crate) fn of(table: &Table, key: &[ColumnId], row_number: Option<ColumnId>) -> Option<Self> {
        let columns = table.searched();
        // The index's own tables have its name with a word behind the dot, so no table's index has such a name.
        let name = &table.name;
        (!columns.is_empty()).then(|| Self {
            columns,
            index: quote(&format!("_ws_fts.{name}.")),
            numbers: (!key.is_empty() && row_number.is_none()).then(|| quote(&format!("_ws_ftn.{name}"))),
            content: format!("_ws_ftc.{name}"),
        })
    }
}

/// The SQL of a row's number in the index, where the table has one; its column is spelled behind `row`.
pub(crate) fn own_number(table: &TableLayout, row: &str) -> String {
    let name = table
        .row_number
        .and_then(|id| table.column(id))
        .map_or(table.rowid, |column| column.quoted.as_str());
    format!("{row}.{name}")
}

/// The statements that make a table's index and what keeps it in step. Rows that are there already come in by [`fill`].
pub(crate) fn create(table: &TableLayout) -> Vec<String> {
    let Some(search) = &table.search else {
        return Vec::new();
    };
    let texts: Vec<String> = texts(table, search, "t")
        .enumerate()
        .map(|(position, text)| format!("{text} AS f{position}"))
        .collect();
    let mut statements = Vec::with_capacity(6);
    let from = match &search.numbers {
        None => format!(
            "{} AS id,{} FROM {} AS t",
            own_number(table, "t"),
            texts.join(","),
            table.quoted
        ),
        Some(numbers) => {
            statements.push(numbers_sql(table, numbers));
            format!(
                "k.id AS id,{} FROM {numbers} AS k JOIN {} AS t ON {}",
                texts.join(","),
                table.quoted,
                same_key(table, "k.", "t")
            )
        }
    };
    statements.push(format!("CREATE VIEW {} AS SELECT {from}", quote(&search.content)));
    statements.push(format!(
        "CREATE VIRTUAL TABLE {} USING fts5({},content={},content_rowid='id',tokenize='unicode61 remove_diacritics 2')",
        search.index,
        fields(search),
        literal(&search.content)
    ));
    statements.extend(triggers(table, search));
    statements
}

/// The statements that index the rows that are there.
pub(crate) fn fill(table: &TableLayout) -> Vec<String> {
    let Some(search) = &table.search else {
        return Vec::new();
    };
    let numbers = search.numbers.as_ref().map(|numbers| {
        let columns: Vec<&str> = key_columns(table).collect();
        format!(
            "INSERT INTO {numbers} ({}) SELECT {} FROM {}",
            key_names(table),
            columns.join(","),
            table.quoted
        )
    });
    let rebuild = format!("INSERT INTO {0} ({0}) VALUES ('rebuild')", search.index);
    numbers.into_iter().chain([rebuild]).collect()
}

/// The statements that remove a table's index.
pub(crate) fn remove(table: &TableLayout) -> Vec<String> {
    let Some(search) = &table.search else {
        return Vec::new();
    };
    let mut statements: Vec<String> = trigger_names(table)
        .iter()
        .map(|trigger| format!("DROP TRIGGER IF EXISTS {trigger}"))
        .collect();
    statements.push(format!("DROP TABLE IF EXISTS {}", search.index));
    statements.push(format!("DROP VIEW IF EXISTS {}", quote(&search.content)));
    let numbers = search.numbers.as_ref();
    statements.extend(numbers.map(|numbers| format!("DROP TABLE IF EXISTS {numbers}")));
    statements
}

/// Keys compare as they do in the table itself.
fn numbers_sql(table: &TableLayout, numbers: &str) -> String {
    let columns: Vec<String> = table
        .key
        .iter()
        .filter_map(|id| table.column(*id))
        .enumerate()
        .map(|(position, column)| {
            let collation = column.stored.collation().unwrap_or("BINARY");
            format!("k{position} {} COLLATE {collation}", column.stored.affinity())
        })
        .collect();
    format!(
        "CREATE TABLE {numbers} (id INTEGER PRIMARY KEY,{},UNIQUE ({})) STRICT",
        columns.join(","),
        key_names(table)
    )
}

fn trigger_names(table: &TableLayout) -> [String; 3] {
    ["fti", "ftu", "ftd"].map(|kind| quote(&format!("_ws_{kind}.{}", table.name)))
}

fn triggers(table: &TableLayout, search: &SearchLayout) -> [String; 3] {
    let names = trigger_names(table);
    let trigger = |name: &str, event: &str, when: &str, body: &[String]| {
        format!(
            "CREATE TRIGGER {name} AFTER {event} ON {}{when} BEGIN {}; END",
            table.quoted,
            body.join("; ")
        )
    };
    let (add, take) = (indexed(table, search, "new"), unindexed(table, search, "old"));
    let (added, renamed, taken) = match &search.numbers {
        None => (None, None, None),
        Some(numbers) => {
            let new: Vec<String> = key_columns(table).map(|column| format!("new.{column}")).collect();
            let old = same_key(table, "", "old");
            (
                Some(format!(
                    "INSERT INTO {numbers} ({}) VALUES ({})",
                    key_names(table),
                    new.join(",")
                )),
                Some(format!(
                    "UPDATE {numbers} SET ({})=({}) WHERE {old}",
                    key_names(table),
                    new.join(",")
                )),
                Some(format!("DELETE FROM {numbers} WHERE {old}")),
            )
        }
    };
    let added: Vec<String> = added.into_iter().chain([add.clone()]).collect();
    let changed: Vec<String> = [take.clone()].into_iter().chain(renamed).chain([add]).collect();
    let taken: Vec<String> = [take].into_iter().chain(taken).collect();
    [
        trigger(&names[0], "INSERT", "", &added),
        trigger(
            &names[1],
            "UPDATE",
            &format!(" WHEN {}", changes(table, search)),
            &changed,
        ),
        trigger(&names[2], "DELETE", "", &taken),
    ]
}

/// The condition that an update changes what the index knows of a row.
fn changes(table: &TableLayout, search: &SearchLayout) -> String {
    let known: Vec<String> = match &search.numbers {
        None => vec![own_number(table, "old")],
        Some(_) => key_columns(table).map(|column| format!("old.{column}")).collect(),
    };
    let parts: Vec<String> = known
        .into_iter()
        .chain(texts(table, search, "old"))
        .map(|old| format!("{old} IS NOT new.{} COLLATE BINARY", &old["old.".len()..]))
        .collect();
    crate::compile::balanced(&parts, "OR").unwrap_or_else(|| "1".to_owned())
}

/// Adds a row to the index.
fn indexed(table: &TableLayout, search: &SearchLayout, row: &str) -> String {
    let texts: Vec<String> = texts(table, search, row).collect();
    format!(
        "INSERT INTO {} (rowid,{}) SELECT {},{}{}",
        search.index,
        fields(search),
        number(table, search, row),
        texts.join(","),
        of_numbers(table, search, row)
    )
}

/// Takes a row out of the index, which must be told the texts that it holds of it.
fn unindexed(table: &TableLayout, search: &SearchLayout, row: &str) -> String {
    let texts: Vec<String> = texts(table, search, row).collect();
    format!(
        "INSERT INTO {0} ({0},rowid,{1}) SELECT 'delete',{2},{3}{4}",
        search.index,
        fields(search),
        number(table, search, row),
        texts.join(","),
        of_numbers(table, search, row)
    )
}

fn number(table: &TableLayout, search: &SearchLayout, row: &str) -> String {
    match search.numbers {
        Some(_) => "k.id".to_owned(),
        None => own_number(table, row),
    }
}

fn of_numbers(table: &TableLayout, search: &SearchLayout, row: &str) -> String {
    search.numbers.as_ref().map_or_else(String::new, |numbers| {
        format!(" FROM {numbers} AS k WHERE {}", same_key(table, "k.", row))
    })
}

fn texts<'a>(
    table: &'a TableLayout,
    search: &'a SearchLayout,
    row: &'a str,
) -> impl Iterator<Item = String> + 'a {
    search
        .columns
        .iter()
        .filter_map(|id| table.column(*id))
        .map(move |column| format!("{row}.{}", column.quoted))
}

fn fields(search: &SearchLayout) -> String {
    let names: Vec<String> = (0..search.columns.len())
        .map(|position| format!("f{position}"))
        .collect();
    names.join(",")
}

/// The condition that a row of the side table, spelled by `side`, has the key of `row`.
fn same_key(table: &TableLayout, side: &str, row: &str) -> String {
    let parts: Vec<String> = key_columns(table)
        .enumerate()
        .map(|(position, column)| format!("{side}k{position} = {row}.{column}"))
        .collect();
    parts.join(" AND ")
}

fn key_columns(table: &TableLayout) -> impl Iterator<Item = &str> {
    table
        .key
        .iter()
        .filter_map(|id| table.column(*id))
        .map(|column| column.quoted.as_str())
}

fn key_names(table: &TableLayout) -> String {
    let names: Vec<String> = (0..table.key.len())
        .map(|position| format!("k{position}"))
        .collect();
    names.join(",")
}
