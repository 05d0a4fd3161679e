//! GraphQL documents that are kept by an identifier: registered ones, and those that clients left by their hash.

use schema::stored::Value;
use serde::{Deserialize, Serialize};

use crate::error::ShardError;
use crate::port::Sql;

/// Documents that clients may leave; the oldest go.
const LEFT: u32 = 1_000;

/// Made where the first document comes: a tenant that has none has no such table.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS _ws_document (id TEXT NOT NULL, registered INTEGER NOT NULL, \
    seq INTEGER NOT NULL, document TEXT NOT NULL, PRIMARY KEY (id, registered)) STRICT; \
    CREATE INDEX IF NOT EXISTS _ws_document_seq ON _ws_document (registered, seq)";

/// A document that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentRecord {
    /// By what it is asked for.
    pub id: String,
    /// Its text.
    pub document: String,
    /// Whether it was registered, rather than left by a client.
    pub registered: bool,
}

/// What a gateway asks of the documents kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DocumentRequest {
    /// The one of that identifier: registered before left.
    Find(String),
    /// All that are registered.
    List,
    /// Keep one that a client left.
    Leave(DocumentRecord),
    /// Register these, in place of others of the same identifiers.
    Register(Vec<DocumentRecord>),
    /// Forget a registered one.
    Remove(String),
}

impl DocumentRequest {
    /// Whether it changes what is registered, which gateways remember.
    pub(crate) const fn changes(&self) -> bool {
        matches!(self, Self::Register(_) | Self::Remove(_))
    }
}

/// Does what is asked. Answers what was found, or was there.
pub(crate) fn answer<S: Sql>(sql: &S, request: &DocumentRequest) -> Result<Vec<DocumentRecord>, ShardError> {
    sql.execute(TABLE)?;
    match request {
        DocumentRequest::Find(id) => read(
            sql,
            "SELECT id, document, registered FROM _ws_document WHERE id = ?1 ORDER BY registered DESC LIMIT 1",
            &[Value::Text(id.clone())],
        ),
        DocumentRequest::List => read(
            sql,
            "SELECT id, document, registered FROM _ws_document WHERE registered = 1 ORDER BY id",
            &[],
        ),
        DocumentRequest::Leave(record) => {
            put(sql, record)?;
            sql.rows(
                &format!(
                    "DELETE FROM _ws_document WHERE registered = 0 AND seq <= \
                     (SELECT max(seq) - {LEFT} FROM _ws_document WHERE registered = 0)"
                ),
                &[],
            )?;
            Ok(Vec::new())
        }
        DocumentRequest::Register(records) => {
            records.iter().try_for_each(|record| put(sql, record))?;
            Ok(Vec::new())
        }
        DocumentRequest::Remove(id) => read(
            sql,
            "DELETE FROM _ws_document WHERE id = ?1 AND registered = 1 RETURNING id, document, registered",
            &[Value::Text(id.clone())],
        ),
    }
}

fn put<S: Sql>(sql: &S, record: &DocumentRecord) -> Result<(), ShardError> {
    sql.rows(
        "INSERT INTO _ws_document (id, registered, seq, document) \
         VALUES (?1, ?2, (SELECT ifnull(max(seq), 0) + 1 FROM _ws_document WHERE registered = ?2), ?3) \
         ON CONFLICT (id, registered) DO UPDATE SET document = excluded.document",
        &[
            Value::Text(record.id.clone()),
            Value::Int(i64::from(record.registered)),
            Value::Text(record.document.clone()),
        ],
    )?;
    Ok(())
}

fn read<S: Sql>(sql: &S, statement: &str, params: &[Value]) -> Result<Vec<DocumentRecord>, ShardError> {
    let rows = sql.rows(statement, params)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| match <[Value; 3]>::try_from(row) {
            Ok([Value::Text(id), Value::Text(document), Value::Int(registered)]) => Some(DocumentRecord {
                id,
                document,
                registered: registered != 0,
            }),
            _ => None,
        })
        .collect())
}
