//! How a declaration lies in SQLite: the names, stored forms and keys that compiled statements and DDL need.

use crate::op::{Filter, Slot};
use crate::search::SearchLayout;
use schema::stored::{Stored, TextLimit};
use schema::view::{self, ViewRows};
use schema::{
    Column, ColumnId, DefaultValue, ForeignKey, Ident, ReferentialAction, Schema, Table, TableId, View,
};

/// The tables of one schema version and, behind them, its views: position `n` is [`TableId`] `n`.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The tables.
    pub tables: Vec<TableLayout>,
    /// Whether statements are written so that they nest as little as they can, though they run slower for it: for what SQLite
    /// refuses otherwise.
    pub deep: bool,
    /// What later conditions came to, for the one operation that is compiled with it: see [`Filter::Later`].
    pub settled: Vec<(Slot, Filter)>,
}

/// The column that names a view's row where no key does.
pub(crate) const VIEW_ROW: &str = "_ws_row";

/// One table.
#[derive(Debug, Clone)]
pub struct TableLayout {
    /// Its position.
    pub id: TableId,
    /// Its declared name.
    pub name: Ident,
    /// The name between quotes.
    pub quoted: String,
    /// The columns: position `n` is [`ColumnId`] `n`.
    pub columns: Vec<ColumnLayout>,
    /// The declared primary key; empty where there is none.
    pub key: Vec<ColumnId>,
    /// The columns of each key, index and foreign key, which has an index as well: by these rows are found, and come in order.
    pub indexes: Vec<IndexLayout>,
    /// The column that is SQLite's row number, if one is.
    pub row_number: Option<ColumnId>,
    /// Whether SQLite keeps the rows in the primary key's own tree.
    pub without_rowid: bool,
    /// Whether the removal of one of its rows can remove or change others of them, by foreign keys.
    pub acts_on_itself: bool,
    /// SQLite's name for the row's number where no column is it: one that no column has.
    pub rowid: &'static str,
    /// How the table is searched, where it has FULLTEXT keys.
    pub search: Option<SearchLayout>,
}

/// What finds rows by columns, and has them in their order.
#[derive(Debug, Clone)]
pub struct IndexLayout {
    /// Its columns.
    pub columns: Vec<ColumnId>,
    /// What stands behind the table's name to have no other used, where it can be said.
    pub hint: Option<String>,
}

/// One column.
#[derive(Debug, Clone)]
pub struct ColumnLayout {
    /// The declared name between quotes.
    pub quoted: String,
    /// How its values are kept.
    pub stored: Stored,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// Whether writes leave it to an expression.
    pub generated: bool,
    /// The SQL of its default, where it has one.
    pub default: Option<String>,
    /// Whether that is computed anew for each row, rather than a constant of the table's.
    pub computed_default: bool,
    /// The SQL of the current time in its form, where an update sets it.
    pub on_update: Option<String>,
}

impl Layout {
    /// What the later condition at a slot came to.
    pub(crate) fn settled(&self, slot: Slot) -> Option<&Filter> {
        let settled = self.settled.iter().find(|(at, _)| *at == slot);
        settled.map(|(_, filter)| filter)
    }

    /// Lays out a validated declaration.
    pub fn of(schema: &Schema) -> Self {
        let tables = schema
            .tables
            .iter()
            .zip(0_u16..)
            .map(|(table, position)| TableLayout::of(schema, table, TableId(position)));
        let rows = if schema.views.is_empty() {
            Vec::new()
        } else {
            view::rows(schema)
        };
        let views = schema.views.iter().zip(&rows).zip(0_usize..);
        let views = views.filter_map(|((declared, rows), position)| {
            let id = u16::try_from(schema.tables.len() + position).ok()?;
            Some(TableLayout::of_view(declared, rows, TableId(id)))
        });
        Self {
            tables: tables.chain(views).collect(),
            deep: false,
            settled: Vec::new(),
        }
    }

    /// The table at that position. Operations come from a planner that saw the same version, so it exists; a shard that is
    /// sent anything else answers an internal error.
    pub fn table(&self, id: TableId) -> Option<&TableLayout> {
        self.tables.get(id.index())
    }
}

/// Each key, index and foreign key. One that has no name of its own in SQLite, or shares its name, has no hint.
fn indexes(table: &Table, key: &[ColumnId], row_number: Option<ColumnId>) -> Vec<IndexLayout> {
    let declared = table.unique.iter().chain(&table.indexes);
    let named = declared.map(|index| IndexLayout {
        columns: positions(table, &index.columns),
        hint: Some(format!(
            " INDEXED BY {}",
            TableLayout::index_name(table, &index.name)
        )),
    });
    let references = table.foreign_keys.iter().map(|key| IndexLayout {
        columns: positions(table, &key.columns),
        hint: None,
    });
    let by_number = key.iter().eq(&row_number);
    let primary = IndexLayout {
        columns: key.to_vec(),
        hint: by_number.then(|| " NOT INDEXED".to_owned()),
    };
    [primary].into_iter().chain(named).chain(references).collect()
}

impl TableLayout {
    fn of(schema: &Schema, table: &Table, id: TableId) -> Self {
        let columns: Vec<ColumnLayout> = table
            .columns
            .iter()
            .map(|column| ColumnLayout::of(schema, table, column))
            .collect();
        let key = positions(table, &table.primary_key);
        let row_number = row_number(table, &key, &columns);
        let without_rowid =
            !key.is_empty() && row_number.is_none() && columns.iter().all(|column| is_small(&column.stored));
        Self {
            id,
            quoted: table.name.quoted(),
            name: table.name.clone(),
            rowid: rowid(table),
            search: SearchLayout::of(table, &key, row_number),
            indexes: indexes(table, &key, row_number),
            columns,
            key,
            row_number,
            without_rowid,
            acts_on_itself: acts_on_itself(schema, table),
        }
    }

    /// A view, whose rows nobody writes.
    fn of_view(declared: &View, rows: &ViewRows, id: TableId) -> Self {
        let columns = rows.columns.iter().map(|column| ColumnLayout {
            quoted: column.name.quoted(),
            stored: column.stored.clone(),
            nullable: column.nullable,
            generated: true,
            default: None,
            computed_default: false,
            on_update: None,
        });
        Self {
            id,
            quoted: if rows.key.is_empty() {
                Self::numbered_view(&declared.name)
            } else {
                declared.name.quoted()
            },
            name: declared.name.clone(),
            indexes: Vec::new(),
            rowid: VIEW_ROW,
            search: None,
            columns: columns.collect(),
            key: rows.key.clone(),
            row_number: None,
            without_rowid: false,
            acts_on_itself: false,
        }
    }

    /// The number by which SQLite finds a row, which grows with them: a view's rows have none, nor those in a key's own tree.
    pub(crate) fn numbered_by(&self) -> Option<&'static str> {
        (!self.without_rowid && self.rowid != VIEW_ROW).then_some(self.rowid)
    }

    /// The view of a view's rows that names each, where no key does.
    pub(crate) fn numbered_view(name: &Ident) -> String {
        quote(&format!("_ws_rows.{name}"))
    }

    /// Whether an index starts with that column.
    pub(crate) fn leads(&self, id: ColumnId) -> bool {
        self.led_by(id).next().is_some()
    }

    /// What has SQLite use an index that starts with that column, where it can be said.
    pub(crate) fn hint(&self, id: ColumnId) -> Option<&str> {
        self.led_by(id).find_map(|index| index.hint.as_deref())
    }

    fn led_by(&self, id: ColumnId) -> impl Iterator<Item = &IndexLayout> {
        let indexes = self.indexes.iter();
        indexes.filter(move |index| index.columns.first() == Some(&id))
    }

    /// The column at that position.
    pub fn column(&self, id: ColumnId) -> Option<&ColumnLayout> {
        self.columns.get(id.index())
    }

    /// The positions of columns of a validated declaration.
    pub fn positions(table: &Table, names: &[Ident]) -> Vec<ColumnId> {
        positions(table, names)
    }

    /// The name that an index has in SQLite, where all indexes of a database share one name space.
    pub fn index_name(table: &Table, index: &Ident) -> String {
        quote(&format!("{}.{}", table.name, index))
    }

    /// The name that a column's own CHECK has in SQLite.
    pub fn type_check_name(table: &Ident, column: &Ident) -> String {
        format!("{table}:~{column}")
    }

    /// The name that a declared CHECK has in SQLite.
    pub fn check_name(table: &Ident, check: &Ident) -> String {
        format!("{table}:{check}")
    }
}

impl ColumnLayout {
    fn of(schema: &Schema, table: &Table, column: &Column) -> Self {
        let stored = Stored::of(schema, table, column);
        let in_key = table.primary_key.iter().any(|key| key.same(&column.name));
        Self {
            quoted: column.name.quoted(),
            nullable: column.nullable && !in_key,
            generated: column.generated.is_some(),
            computed_default: matches!(
                column.default,
                Some(DefaultValue::Now | DefaultValue::Expression(_))
            ),
            default: crate::ddl::default_sql(table, column, &stored),
            on_update: column
                .on_update_now
                .then(|| crate::ddl::now_sql(&stored))
                .flatten(),
            stored,
        }
    }
}

/// A text between double quotes, ready for SQLite.
pub fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A text between single quotes, ready for SQLite.
pub fn literal(text: &str) -> String {
    // A NUL ends a statement's text, so it is spelled by its number.
    let quoted = text.replace('\'', "''");
    if quoted.contains('\0') {
        format!("('{}')", quoted.replace('\0', "'||char(0)||'"))
    } else {
        format!("'{quoted}'")
    }
}

fn positions(table: &Table, names: &[Ident]) -> Vec<ColumnId> {
    names
        .iter()
        .filter_map(|name| table.column_index(name))
        .filter_map(|index| u16::try_from(index).ok())
        .map(ColumnId)
        .collect()
}

fn rowid(table: &Table) -> &'static str {
    let taken = |name: &str| {
        table
            .columns
            .iter()
            .any(|column| column.name.as_str().eq_ignore_ascii_case(name))
    };
    ["rowid", "_rowid_", "oid"]
        .into_iter()
        .find(|name| !taken(name))
        .unwrap_or("rowid")
}

/// The `AUTO_INCREMENT` column, or the only column of an integer key: both are fastest as SQLite's row number.
fn row_number(table: &Table, key: &[ColumnId], columns: &[ColumnLayout]) -> Option<ColumnId> {
    let counting = table
        .columns
        .iter()
        .zip(0_u16..)
        .find(|(column, _)| column.auto_increment);
    if let Some((_, position)) = counting {
        return Some(ColumnId(position));
    }
    match key {
        [only] => columns
            .get(only.index())
            .filter(|column| {
                matches!(column.stored, Stored::Int { .. } | Stored::PlainUnsigned) && !column.generated
            })
            .map(|_| *only),
        _ => None,
    }
}

/// Whether foreign keys lead from the removal of a row back to its table: through rows that go too, to one that goes or is
/// changed.
fn acts_on_itself(schema: &Schema, table: &Table) -> bool {
    let mut open = vec![&table.name];
    let mut seen: Vec<&Ident> = Vec::new();
    while let Some(parent) = open.pop() {
        for child in &schema.tables {
            for key in child
                .foreign_keys
                .iter()
                .filter(|key| key.references.same(parent))
            {
                let acts = match key.on_delete {
                    ReferentialAction::NoAction | ReferentialAction::Restrict => continue,
                    ReferentialAction::Cascade => true,
                    _ => false,
                };
                if child.name.same(&table.name) {
                    return true;
                }
                if acts && !seen.iter().any(|name| name.same(&child.name)) {
                    seen.push(&child.name);
                    open.push(&child.name);
                }
            }
        }
    }
    false
}

/// Whether values are small enough for the key's own tree, and need no row number to be read again by.
fn is_small(stored: &Stored) -> bool {
    match stored {
        Stored::Text {
            limit: TextLimit::Chars(most),
            ..
        } => *most <= 255,
        Stored::Text { .. }
        | Stored::Bytes { .. }
        | Stored::Json
        | Stored::Geometry { .. }
        | Stored::Real { .. } => false,
        _ => true,
    }
}

/// The columns of a foreign key and of what it refers to.
pub fn foreign_key_columns<'a>(
    schema: &'a Schema,
    key: &'a ForeignKey,
) -> Option<(&'a Table, Vec<ColumnId>)> {
    let parent = schema.table(&key.references)?;
    Some((parent, positions(parent, &key.referenced_columns)))
}
