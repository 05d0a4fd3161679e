//! What a shard keeps about itself: the declaration, the keys, the change log's position.

use schema::Schema;
use schema::stored::Value;
use serde::{Deserialize, Serialize};

use crate::error::ShardError;
use crate::port::Sql;

/// The tables of the shard's own.
const TABLES: &[&str] = &[
    "CREATE TABLE _ws_meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID",
    "CREATE TABLE _ws_schema (version INTEGER PRIMARY KEY, declaration TEXT NOT NULL, since INTEGER NOT NULL, \
     at INTEGER NOT NULL) STRICT",
    "CREATE TABLE _ws_key (id TEXT PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL UNIQUE, at INTEGER NOT NULL) \
     STRICT, WITHOUT ROWID",
    "CREATE TABLE _ws_log (seq INTEGER PRIMARY KEY, tbl INTEGER NOT NULL, op INTEGER NOT NULL, old TEXT, new TEXT) STRICT",
    "CREATE TABLE _ws_tx (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT",
];

/// The SQL of the current time in milliseconds.
const NOW: &str = "CAST(unixepoch('subsec')*1000 AS INTEGER)";

/// An API key as it is kept: never the key itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyRecord {
    /// Its public identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// SHA-256 of the key, in hexadecimal.
    pub hash: String,
}

/// What a gateway must know to serve a tenant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogData {
    /// Raised by every change to the schema, the keys or the settings.
    pub catalog: u64,
    /// The schema's version; 0 before the first push.
    pub schema_version: u64,
    /// The declaration, as JSON text.
    pub declaration: String,
    /// The keys.
    pub keys: Vec<KeyRecord>,
    /// The tenant's settings: a JSON text that the gateway reads.
    pub settings: String,
}

/// Whether a tenant lives in this database.
pub fn exists<S: Sql>(sql: &S) -> Result<bool, ShardError> {
    let rows = sql.rows(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_ws_meta'",
        &[],
    )?;
    Ok(!rows.is_empty())
}

/// Makes this database a tenant's.
pub fn create<S: Sql>(sql: &S, key: &KeyRecord) -> Result<(), ShardError> {
    for table in TABLES {
        sql.execute(table)?;
    }
    // Not 1: who remembers a tenant of that name that was dropped must not take this one for it.
    sql.rows(
        &format!("INSERT INTO _ws_meta (name, value) VALUES ('catalog', {NOW})"),
        &[],
    )?;
    add_key_row(sql, key)
}

/// Reads the catalog.
pub fn load<S: Sql>(sql: &S) -> Result<CatalogData, ShardError> {
    let (schema_version, declaration) = match sql
        .rows(
            "SELECT version, declaration FROM _ws_schema ORDER BY version DESC LIMIT 1",
            &[],
        )?
        .pop()
    {
        Some(row) => (unsigned(row.first()), text(row.get(1))),
        None => (0, "{\"tables\":[]}".to_owned()),
    };
    let keys = sql
        .rows("SELECT id, name, hash FROM _ws_key ORDER BY at, id", &[])?
        .iter()
        .map(|row| KeyRecord {
            id: text(row.first()),
            name: text(row.get(1)),
            hash: text(row.get(2)),
        })
        .collect();
    Ok(CatalogData {
        catalog: catalog(sql)?,
        schema_version,
        declaration,
        keys,
        settings: settings(sql)?,
    })
}

/// The catalog's version.
fn catalog<S: Sql>(sql: &S) -> Result<u64, ShardError> {
    let rows = sql.rows("SELECT value FROM _ws_meta WHERE name = 'catalog'", &[])?;
    Ok(unsigned(rows.first().and_then(|row| row.first())))
}

/// The declaration of a catalog.
pub fn declaration(data: &CatalogData) -> Result<Schema, ShardError> {
    serde_json::from_str(&data.declaration)
        .map_err(|error| ShardError::Internal(format!("the catalog: {error}")))
}

/// Keeps a new declaration.
pub fn store_schema<S: Sql>(sql: &S, version: u64, declaration: &str) -> Result<(), ShardError> {
    let params = [integer(version), Value::Text(declaration.to_owned())];
    sql.rows(
        &format!(
            "INSERT INTO _ws_schema (version, declaration, since, at) \
             VALUES (?1, ?2, (SELECT ifnull(max(seq), 0) FROM _ws_log), {NOW})"
        ),
        &params,
    )?;
    raise(sql)
}

/// Adds a key.
pub fn add_key<S: Sql>(sql: &S, key: &KeyRecord) -> Result<(), ShardError> {
    add_key_row(sql, key)?;
    raise(sql)
}

/// Keeps new settings.
pub fn store_settings<S: Sql>(sql: &S, settings: &str, max_time: u32) -> Result<(), ShardError> {
    sql.rows(
        "INSERT INTO _ws_meta (name, value) VALUES ('settings', ?1), ('max_time', CAST(?2 AS INTEGER)) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        &[Value::Text(settings.to_owned()), Value::Int(max_time.into())],
    )?;
    raise(sql)
}

/// Milliseconds that the operations of one run may take together.
pub fn max_time<S: Sql>(sql: &S) -> Result<u64, ShardError> {
    const DEFAULT: u64 = 20_000;
    let rows = sql.rows("SELECT value FROM _ws_meta WHERE name = 'max_time'", &[])?;
    Ok(rows.first().map_or(DEFAULT, |row| unsigned(row.first())))
}

fn settings<S: Sql>(sql: &S) -> Result<String, ShardError> {
    let rows = sql.rows("SELECT value FROM _ws_meta WHERE name = 'settings'", &[])?;
    Ok(rows
        .first()
        .map_or_else(|| "{}".to_owned(), |row| text(row.first())))
}

/// Removes a key. Answers whether there was one.
pub fn remove_key<S: Sql>(sql: &S, id: &str) -> Result<bool, ShardError> {
    let removed = sql.rows(
        "DELETE FROM _ws_key WHERE id = ?1 RETURNING 1",
        &[Value::Text(id.to_owned())],
    )?;
    if !removed.is_empty() {
        raise(sql)?;
    }
    Ok(!removed.is_empty())
}

fn add_key_row<S: Sql>(sql: &S, key: &KeyRecord) -> Result<(), ShardError> {
    let params = [&key.id, &key.name, &key.hash].map(|text| Value::Text(text.clone()));
    sql.rows(
        &format!("INSERT INTO _ws_key (id, name, hash, at) VALUES (?1, ?2, ?3, {NOW})"),
        &params,
    )?;
    Ok(())
}

pub(crate) fn raise<S: Sql>(sql: &S) -> Result<(), ShardError> {
    sql.rows(
        "UPDATE _ws_meta SET value = value + 1 WHERE name = 'catalog'",
        &[],
    )?;
    Ok(())
}

/// The change log's position: the shard's version.
pub fn version<S: Sql>(sql: &S) -> Result<u64, ShardError> {
    let rows = sql.rows("SELECT ifnull(max(seq), 0) FROM _ws_log", &[])?;
    Ok(unsigned(rows.first().and_then(|row| row.first())))
}

/// The statement that ends a transaction's changes in the log, over the version before. It answers the version behind, if anything has
/// changed.
pub(crate) fn seal() -> String {
    // Not `max`: beside a condition, SQLite reads the whole log for it.
    format!(
        "INSERT INTO _ws_tx (seq, at) SELECT seq, {NOW} FROM _ws_log WHERE seq > ?1 ORDER BY seq DESC LIMIT 1 RETURNING seq"
    )
}

/// Ends a transaction's changes in the log. Answers the version behind it, which is the one before where nothing changed.
pub fn seal_transaction<S: Sql>(sql: &S, before: u64) -> Result<u64, ShardError> {
    let rows = sql.rows(&seal(), &[integer(before)])?;
    Ok(rows.first().map_or(before, |row| unsigned(row.first())))
}

fn integer(number: u64) -> Value {
    i64::try_from(number).map_or(Value::Null, Value::Int)
}

fn unsigned(value: Option<&Value>) -> u64 {
    match value {
        Some(Value::Int(integer)) => u64::try_from(*integer).unwrap_or_default(),
        _ => 0,
    }
}

fn text(value: Option<&Value>) -> String {
    match value {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
