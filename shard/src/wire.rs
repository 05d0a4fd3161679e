//! What goes between a gateway and a shard, and its encoding.

use schema::TableId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use schema::stored::Value;

use crate::catalog::{CatalogData, KeyRecord};
use crate::error::ShardError;
use crate::op::{OpInfo, Run};
use crate::port::Cost;

/// What a gateway asks of a shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// Operations on rows. The shape is encoded by itself, so that a shard finds its compiled form without decoding it.
    Run {
        /// See [`Run::catalog`].
        catalog: u64,
        /// See [`Run::shape`].
        shape: Vec<u8>,
        /// See [`Run::values`].
        values: Vec<Value>,
    },
    /// The catalog.
    Catalog,
    /// Make this shard a tenant's.
    Create(KeyRecord),
    /// Forget everything.
    Drop,
    /// A new declaration.
    Migrate {
        /// The schema version that it was planned against.
        from: u64,
        /// The declaration, as JSON text.
        declaration: String,
    },
    /// Rows of a dump: all or none, foreign keys checked at the end.
    Import {
        /// See [`Run::catalog`].
        catalog: u64,
        /// The rows, in the order of the dump.
        batches: Vec<ImportBatch>,
    },
    /// One more key.
    AddKey(KeyRecord),
    /// One key less, by its identifier.
    RemoveKey(String),
    /// The tenant's settings in place of those before.
    Settings {
        /// The catalog's version that they were changed from.
        catalog: u64,
        /// See [`CatalogData::settings`].
        settings: String,
    },
}

/// Rows of one table, neighbours in a dump.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportBatch {
    /// The table.
    pub table: TableId,
    /// The columns that the rows give.
    pub columns: Vec<crate::op::InsertColumn>,
    /// The rows, as [`crate::op::Insert::rows`] holds them.
    pub rows: String,
    /// How many there are.
    pub count: u64,
    /// Rows whose key is taken are left out rather than refused.
    pub ignore: bool,
}

/// What a shard answers, beside a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The shard's version: its change log's position.
    pub version: u64,
    /// What SQLite did.
    pub cost: (u64, u64),
    /// The answer.
    pub answer: Answer,
}

/// The kinds of answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// Of a run, whose body is the text.
    Rows(Vec<OpInfo>),
    /// The catalog.
    Catalog(CatalogData),
    /// The schema's new version.
    Migrated(u64),
    /// Rows imported.
    Imported(u64),
    /// Done; whether there was anything to do.
    Done(bool),
}

/// A row of a dump that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BadRow {
    /// Which batch.
    pub batch: usize,
    /// Which of its rows.
    pub row: usize,
    /// Why.
    pub error: Box<ShardError>,
}

impl Reply {
    /// The cost as the port counts it.
    pub const fn cost(&self) -> Cost {
        Cost {
            read: self.cost.0,
            written: self.cost.1,
        }
    }
}

impl Request {
    /// Encodes the operations of a run.
    pub fn run(run: &Run) -> Result<Self, ShardError> {
        Ok(Self::Run {
            catalog: run.catalog,
            shape: encode(&run.shape)?,
            values: run.values.clone(),
        })
    }
}

/// Encodes a message.
pub fn encode<T: Serialize>(message: &T) -> Result<Vec<u8>, ShardError> {
    postcard::to_stdvec(message).map_err(|error| ShardError::Internal(format!("encoding: {error}")))
}

/// Decodes a message.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ShardError> {
    postcard::from_bytes(bytes).map_err(|error| ShardError::Internal(format!("decoding: {error}")))
}
