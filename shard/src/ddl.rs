//! A declaration as SQLite DDL: tables, indexes, and the triggers that keep the change log.

use schema::expr::{self, Target};
use schema::stored::{Stored, Value};
use schema::view::ViewRows;
use schema::{
    Column, ColumnId, DefaultValue, ForeignKey, Index, ReferentialAction, Schema, Table, TableId, View,
};

use crate::compile::balanced;
use crate::error::ShardError;
use crate::layout::{ColumnLayout, Layout, TableLayout, VIEW_ROW, foreign_key_columns, literal, quote};

/// Arguments of one `json_array` (the platform's limit).
const ELEMENTS: usize = 32;

/// All statements that create a table with its indexes and triggers.
pub(crate) fn create_table(
    schema: &Schema,
    layout: &Layout,
    table: &Table,
    id: TableId,
) -> Result<Vec<String>, ShardError> {
    let laid = layout
        .table(id)
        .ok_or_else(|| ShardError::Internal(format!("no table {}", id.0)))?;
    let mut parts = Vec::with_capacity(table.columns.len() + 4);
    for (column, layout) in table.columns.iter().zip(&laid.columns) {
        parts.push(column_sql(table, laid, column, layout)?);
    }
    if !laid.key.is_empty() && laid.row_number.is_none_or(|row| laid.key != [row]) {
        parts.push(format!("PRIMARY KEY ({})", columns_sql(laid, &laid.key)));
    }
    for key in table.foreign_keys.iter().filter(|key| schema.enforces(key)) {
        parts.push(foreign_key_sql(schema, table, key)?);
    }
    for check in table.checks.iter().filter(|check| check.enforced) {
        // A condition that SQLite cannot express was accepted with a warning: it is not enforced.
        if let Ok(condition) = expr::translate(table, &check.expression, Target::Condition) {
            let name = TableLayout::check_name(&table.name, &check.name);
            parts.push(format!("CONSTRAINT {} CHECK ({condition})", quote(&name)));
        }
    }
    let options = if laid.without_rowid {
        "STRICT, WITHOUT ROWID"
    } else {
        "STRICT"
    };
    let mut statements = vec![format!(
        "CREATE TABLE {} ({}) {options}",
        laid.quoted,
        parts.join(",")
    )];
    statements.extend(indexes(table));
    statements.extend(triggers(laid));
    statements.extend(crate::search::create(laid));
    Ok(statements)
}

/// The statements that create a view. Where no key names its rows, a second view does: by all of their values, and by a
/// number where several rows have the same.
pub(crate) fn create_view(declared: &View, rows: &ViewRows, laid: &TableLayout) -> Vec<String> {
    let name = declared.name.quoted();
    let mut statements = vec![format!("CREATE VIEW {name} AS {}", rows.sql)];
    if rows.key.is_empty() {
        let values = laid
            .columns
            .iter()
            .map(|column| column.stored.log_sql(&column.quoted));
        let mut row = image(values);
        if !rows.distinct {
            let columns: Vec<&str> = laid.columns.iter().map(|column| column.quoted.as_str()).collect();
            let same = columns.join(",");
            row = format!("{row}||' '||row_number() OVER (PARTITION BY {same})");
        }
        statements.push(format!(
            "CREATE VIEW {} AS SELECT *,{row} AS {VIEW_ROW} FROM {name}",
            laid.quoted
        ));
    }
    statements
}

/// The column's definition, as CREATE TABLE and ADD COLUMN take it.
pub(crate) fn column_sql(
    table: &Table,
    laid: &TableLayout,
    column: &Column,
    layout: &ColumnLayout,
) -> Result<String, ShardError> {
    let mut sql = format!("{} {}", layout.quoted, layout.stored.affinity());
    let position = table
        .column_index(&column.name)
        .and_then(|index| u16::try_from(index).ok())
        .map(ColumnId);
    if position.is_some() && position == laid.row_number {
        // AUTO_INCREMENT never hands out a number twice, as in MySQL.
        sql.push_str(if column.auto_increment {
            " PRIMARY KEY AUTOINCREMENT"
        } else {
            " PRIMARY KEY"
        });
        if !laid.key.is_empty() && laid.key != [ColumnId(position.map_or(0, |id| id.0))] {
            return Ok(with_check(sql, table, column, layout));
        }
    }
    if let Some(collation) = layout.stored.collation() {
        sql.push_str(" COLLATE ");
        sql.push_str(collation);
    }
    if let Some(generated) = &column.generated {
        let expression = expr::translate(table, &generated.expression, Target::Column(column))
            .map_err(|error| ShardError::Internal(format!("{}: {error}", column.name)))?;
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        sql.push_str(&format!(" GENERATED ALWAYS AS ({expression}) {kind}"));
    }
    if !layout.nullable {
        sql.push_str(" NOT NULL");
    }
    if let Some(default) = &layout.default {
        sql.push_str(&format!(" DEFAULT ({default})"));
    }
    Ok(with_check(sql, table, column, layout))
}

fn with_check(mut sql: String, table: &Table, column: &Column, layout: &ColumnLayout) -> String {
    if let Some(check) = layout.stored.check(&layout.quoted) {
        let name = TableLayout::type_check_name(&table.name, &column.name);
        sql.push_str(&format!(" CONSTRAINT {} CHECK ({check})", quote(&name)));
    }
    sql
}

fn foreign_key_sql(schema: &Schema, table: &Table, key: &ForeignKey) -> Result<String, ShardError> {
    let (parent, remote) = foreign_key_columns(schema, key)
        .ok_or_else(|| ShardError::Internal(format!("{} refers to no table", key.name)))?;
    let local: Vec<String> = key
        .columns
        .iter()
        .filter_map(|name| table.column(name))
        .map(|column| column.name.quoted())
        .collect();
    let remote: Vec<String> = remote
        .iter()
        .map(|id| parent.columns[id.index()].name.quoted())
        .collect();
    let mut sql = format!(
        "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({})",
        key.name.quoted(),
        local.join(","),
        parent.name.quoted(),
        remote.join(",")
    );
    for (event, action) in [("DELETE", key.on_delete), ("UPDATE", key.on_update)] {
        if let Some(action) = action_sql(action) {
            sql.push_str(&format!(" ON {event} {action}"));
        }
    }
    Ok(sql)
}

/// MySQL takes RESTRICT and NO ACTION for the same; SQLite's NO ACTION is checked when a statement ends, as MySQL's is.
fn action_sql(action: ReferentialAction) -> Option<&'static str> {
    match action {
        ReferentialAction::NoAction | ReferentialAction::Restrict => None,
        ReferentialAction::Cascade => Some("CASCADE"),
        ReferentialAction::SetNull => Some("SET NULL"),
        ReferentialAction::SetDefault => Some("SET DEFAULT"),
    }
}

/// The statements that create a table's indexes: its keys, and one for each foreign key that none of them serves.
pub(crate) fn indexes(table: &Table) -> Vec<String> {
    let mut statements: Vec<String> = table
        .unique
        .iter()
        .map(|index| index_sql(table, index, true))
        .collect();
    statements.extend(table.indexes.iter().map(|index| index_sql(table, index, false)));
    for key in &table.foreign_keys {
        if !is_served(table, key) {
            let index = Index {
                name: key.name.clone(),
                columns: key.columns.clone(),
            };
            let taken = table
                .unique
                .iter()
                .chain(&table.indexes)
                .any(|other| other.name.same(&index.name));
            if !taken {
                statements.push(index_sql(table, &index, false));
            }
        }
    }
    statements
}

/// One index.
pub(crate) fn index_sql(table: &Table, index: &Index, unique: bool) -> String {
    let columns: Vec<String> = index.columns.iter().map(schema::Ident::quoted).collect();
    format!(
        "CREATE {}INDEX {} ON {} ({})",
        if unique { "UNIQUE " } else { "" },
        TableLayout::index_name(table, &index.name),
        table.name.quoted(),
        columns.join(",")
    )
}

fn is_served(table: &Table, key: &ForeignKey) -> bool {
    let starts = |columns: &[schema::Ident]| {
        columns.len() >= key.columns.len() && columns.iter().zip(&key.columns).all(|(a, b)| a.same(b))
    };
    starts(&table.primary_key)
        || table
            .unique
            .iter()
            .chain(&table.indexes)
            .any(|index| starts(&index.columns))
}

fn columns_sql(table: &TableLayout, ids: &[ColumnId]) -> String {
    let names: Vec<&str> = ids
        .iter()
        .filter_map(|id| table.column(*id))
        .map(|column| column.quoted.as_str())
        .collect();
    names.join(",")
}

/// The names of a table's triggers.
pub(crate) fn trigger_names(table: &TableLayout) -> [String; 3] {
    ["i", "u", "d"].map(|kind| quote(&format!("_ws_{kind}.{}", table.name)))
}

/// The triggers that write the change log: whatever changes a row, cascades included, fires them.
pub(crate) fn triggers(table: &TableLayout) -> [String; 3] {
    let names = trigger_names(table);
    let id = table.id.0;
    let (old, new) = (row_image(table, "old"), row_image(table, "new"));
    let log = |name: &str, event: &str, columns: &str, values: &str| {
        format!(
            "CREATE TRIGGER {name} AFTER {event} ON {} BEGIN INSERT INTO _ws_log ({columns}) VALUES ({values}); END",
            table.quoted
        )
    };
    [
        log(&names[0], "INSERT", "tbl,op,new", &format!("{id},1,{new}")),
        match large_sql(table) {
            None => log(
                &names[1],
                "UPDATE",
                "tbl,op,old,new",
                &format!("{id},2,{old},{new}"),
            ),
            // Two images that are too large for one row of the log are two rows: the old one, then the new one.
            Some(large) => format!(
                "CREATE TRIGGER {} AFTER UPDATE ON {} BEGIN \
                 INSERT INTO _ws_log (tbl,op,old,new) SELECT {id},2,{old},CASE WHEN NOT {large} THEN {new} END; \
                 INSERT INTO _ws_log (tbl,op,new) SELECT {id},2,{new} WHERE {large}; END",
                names[1], table.quoted
            ),
        },
        log(&names[2], "DELETE", "tbl,op,old", &format!("{id},3,{old}")),
    ]
}

/// SQL that is true where a change's two images together may be too large for one row; `None` where they never are.
fn large_sql(table: &TableLayout) -> Option<String> {
    /// Bytes of values, which the log's form may double.
    const LARGE: u32 = 400_000;
    let lengths: Vec<String> = table
        .columns
        .iter()
        .filter(|column| column.stored.may_be_large())
        .flat_map(|column| ["old", "new"].map(|row| format!("octet_length({row}.{})", column.quoted)))
        .map(|length| format!("ifnull({length},0)"))
        .collect();
    let sum = balanced(&lengths, "+")?;
    Some(format!("({sum}>{LARGE})"))
}

/// A whole row as the log keeps it.
fn row_image(table: &TableLayout, row: &str) -> String {
    let values = table.columns.iter();
    image(values.map(|column| column.stored.log_sql(&format!("{row}.{}", column.quoted))))
}

/// A row's values as one JSON array; of arrays, where there are many.
pub(crate) fn image(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    if values.len() <= ELEMENTS {
        return format!("json_array({})", values.join(","));
    }
    let runs: Vec<String> = values
        .chunks(ELEMENTS)
        .map(|run| format!("json_array({})", run.join(",")))
        .collect();
    format!("json_array({})", runs.join(","))
}

/// The SQL of a column's default, in its stored form.
pub(crate) fn default_sql(table: &Table, column: &Column, stored: &Stored) -> Option<String> {
    match column.default.as_ref()? {
        DefaultValue::Value(value) => stored.encode(value).ok().map(|value| value_sql(&value)),
        DefaultValue::Now => now_sql(stored),
        DefaultValue::Expression(text) => expr::translate(table, text, Target::Column(column)).ok(),
    }
}

/// The SQL of the current time, in the stored form of a time column.
pub(crate) fn now_sql(stored: &Stored) -> Option<String> {
    let (fraction, zone) = match stored {
        Stored::Datetime { fraction } => (*fraction, ""),
        Stored::Timestamp { fraction } => (*fraction, "Z"),
        Stored::Date => return Some("date('now')".to_owned()),
        _ => return None,
    };
    // SQLite knows milliseconds.
    Some(match fraction {
        0 => format!("strftime('%Y-%m-%dT%H:%M:%S{zone}','now')"),
        1..=3 => {
            let suffix = if zone.is_empty() { "" } else { "||'Z'" };
            format!(
                "substr(strftime('%Y-%m-%dT%H:%M:%f','now'),1,{}){suffix}",
                20 + fraction
            )
        }
        _ => format!(
            "strftime('%Y-%m-%dT%H:%M:%f{}{zone}','now')",
            "0".repeat(usize::from(fraction) - 3)
        ),
    })
}

fn value_sql(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_owned(),
        // The least integer has no literal of its own.
        Value::Int(i64::MIN) => "(-9223372036854775807 - 1)".to_owned(),
        Value::Int(integer) => integer.to_string(),
        Value::Real(real) => format!("{real:e}"),
        Value::Text(text) => literal(text),
        Value::Blob(bytes) => format!(
            "x'{}'",
            bytes.iter().fold(String::new(), |mut hex, byte| {
                use std::fmt::Write;
                // Writing to a String cannot fail.
                let _ = write!(hex, "{byte:02X}");
                hex
            })
        ),
    }
}
