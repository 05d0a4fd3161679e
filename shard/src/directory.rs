//! The list of tenants: one object of its own. A tenant's own shard decides whether it exists; this only lists.

use schema::stored::Value;
use serde::{Deserialize, Serialize};

use crate::error::ShardError;
use crate::port::Sql;

/// What a gateway asks of the directory.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum DirectoryRequest {
    /// Adds a name, if it is new.
    Add(String),
    /// Removes a name.
    Remove(String),
    /// One tenant.
    Find(String),
    /// At most so many tenants behind a name, in the names' order.
    List {
        /// The name to start behind; empty for the first ones.
        after: String,
        /// At most so many.
        limit: u32,
    },
}

/// A tenant in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TenantRecord {
    /// Its name.
    pub name: String,
    /// When it was created (RFC 3339, UTC).
    pub created_at: String,
}

/// The directory over a host's SQLite.
pub struct Directory<S: Sql> {
    sql: S,
}

impl<S: Sql> Directory<S> {
    /// The directory in that database.
    pub fn new(sql: S) -> Result<Self, ShardError> {
        sql.execute("CREATE TABLE IF NOT EXISTS _ws_tenant (name TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID")?;
        Ok(Self { sql })
    }

    /// Does what a request asks, and answers the tenants that it is about.
    pub fn answer(&self, request: &DirectoryRequest) -> Result<Vec<TenantRecord>, ShardError> {
        let rows = match request {
            DirectoryRequest::Add(name) => self.sql.rows(
                "INSERT INTO _ws_tenant (name, at) VALUES (?1, CAST(unixepoch('subsec')*1000 AS INTEGER)) \
                 ON CONFLICT DO UPDATE SET at = at RETURNING name, strftime('%Y-%m-%dT%H:%M:%SZ', at/1000, 'unixepoch')",
                &[Value::Text(name.clone())],
            ),
            DirectoryRequest::Remove(name) => self.sql.rows(
                "DELETE FROM _ws_tenant WHERE name = ?1 RETURNING name, strftime('%Y-%m-%dT%H:%M:%SZ', at/1000, 'unixepoch')",
                &[Value::Text(name.clone())],
            ),
            DirectoryRequest::Find(name) => {
                self.sql.rows("SELECT name, strftime('%Y-%m-%dT%H:%M:%SZ', at/1000, 'unixepoch') FROM _ws_tenant WHERE name = ?1", &[Value::Text(name.clone())])
            }
            DirectoryRequest::List { after, limit } => self.sql.rows(
                "SELECT name, strftime('%Y-%m-%dT%H:%M:%SZ', at/1000, 'unixepoch') FROM _ws_tenant WHERE name > ?1 ORDER BY name LIMIT +?2",
                &[Value::Text(after.clone()), Value::Int(i64::from(*limit))],
            ),
        }?;
        Ok(rows.iter().filter_map(|row| record(row)).collect())
    }
}

fn record(row: &[Value]) -> Option<TenantRecord> {
    match row {
        [Value::Text(name), Value::Text(at)] => Some(TenantRecord {
            name: name.clone(),
            created_at: at.clone(),
        }),
        _ => None,
    }
}
