//! What goes between a gateway and a shard, and its encoding.

use schema::{ColumnId, TableId};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use schema::stored::Value;

use crate::catalog::{CatalogData, KeyRecord};
use crate::documents::{DocumentRecord, DocumentRequest};
use crate::error::ShardError;
use crate::explain::Watched;
use crate::op::later::LaterSlots;
use crate::op::{OpInfo, Run};
use crate::port::Cost;
use crate::usage::Usage;

/// What a gateway asks of a shard. The object's JavaScript knows the first three by their places (`runs.js`, `worker.js`).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Request {
    /// Reads of rows.
    Run(EncodedRun),
    /// The same where some operation writes: hosts tell the two apart by the first byte.
    Write(EncodedRun),
    /// A transaction on terms of its own.
    Transact(Transaction),
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
        /// Milliseconds that the operations of one run may take together.
        max_time: u32,
    },
    /// The answer that is kept by a key, if there is one.
    Recall(Claim),
    /// Documents that are kept.
    Documents(DocumentRequest),
    /// A transaction, with how it was done. One that only reads is a plain read.
    Explain(Transaction),
    /// How large it is, and what it was asked of late.
    Usage,
}

/// A [`Run`] whose shape is encoded by itself, so that a shard finds its compiled form without decoding it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EncodedRun {
    /// See [`Run::catalog`].
    pub catalog: u64,
    /// See [`Run::shape`].
    #[serde(with = "whole")]
    pub shape: Vec<u8>,
    /// See [`Run::values`].
    pub values: Vec<Value>,
}

/// A transaction that is more than one run, or that is not simply done: all or none.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Transaction {
    /// See [`Run::catalog`].
    pub catalog: u64,
    /// What is done.
    pub work: Work,
    /// By what key its answer is kept, and answered instead where it is kept already.
    pub claim: Option<Claim>,
    /// Whether all is undone in the end, and only answered as if it had been done.
    pub rollback: bool,
}

/// What a transaction does.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Work {
    /// One run, answered as [`Request::Run`] is.
    Run(Step),
    /// Rows of a dump, as [`Request::Import`] takes them.
    Import(Vec<ImportBatch>),
    /// Runs, one after the other, answered by [`Answer::Batch`].
    Batch(Vec<Operation>),
}

impl Transaction {
    /// The encoded shapes of its runs.
    pub(crate) fn shapes(&self) -> Vec<&[u8]> {
        match &self.work {
            Work::Run(step) => vec![&step.shape],
            Work::Import(_) => Vec::new(),
            Work::Batch(operations) => {
                let shapes = operations.iter().map(|each| each.step.shape.as_slice());
                shapes.collect()
            }
        }
    }
}

/// One of several runs of a transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Operation {
    /// What is done.
    pub step: Step,
    /// What is made of the answers of earlier operations.
    pub later: LaterSlots,
}

/// One run of a transaction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// See [`Run::shape`]; encoded.
    #[serde(with = "whole")]
    pub shape: Vec<u8>,
    /// See [`Run::values`].
    pub values: Vec<Value>,
    /// What must hold of what its first operation finds, or nothing is changed.
    pub demand: Option<Demand>,
}

/// How many rows an operation must find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// At least so many.
    pub least: u64,
    /// At most so many.
    pub most: u64,
    /// At least so many without a page, where these are counted.
    pub all: u64,
}

/// A key under which an answer is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The key, as the client chose it.
    pub key: String,
    /// What tells the request from others: a digest.
    pub request: String,
    /// The time, in microseconds since 1970 (UTC).
    pub now: i64,
    /// What the gateway wants back with the answer, to make the same response of it again.
    pub respond: Vec<u8>,
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
    /// What becomes of a row whose key is taken.
    pub taken_key: TakenKey,
    /// Columns that all of the rows compute, by expressions in MySQL's syntax.
    pub computed: Vec<(ColumnId, String)>,
}

/// What becomes of an imported row whose key another row has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TakenKey {
    /// An error.
    Refused,
    /// It is left out.
    Ignored,
    /// The other row is removed, with all that follows from it.
    Replaces,
    /// It takes the other's place where that has its primary key, and nothing follows; else the other is removed.
    ReplacesInPlace,
    /// The other row's columns are set.
    Updates(Vec<(ColumnId, Assigned)>),
}

/// What a column of a row that was there before is set to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assigned {
    /// What the imported row has in that column.
    Given(ColumnId),
    /// An expression in MySQL's syntax over the row that was there before.
    Expression(String),
}

/// What a shard answers, beside a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The shard's version: its change log's position.
    pub version: u64,
    /// What SQLite did.
    pub cost: (u64, u64),
    /// The answer.
    pub answer: Answer,
}

/// The kinds of answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// What was answered before to the same request by the same key. Its text is the reply's.
    Replayed {
        /// The answer.
        answer: Box<Answer>,
        /// See [`Claim::respond`].
        respond: Vec<u8>,
    },
    /// Documents that are kept.
    Documents(Vec<DocumentRecord>),
    /// Of several runs, whose bodies are the text, joined.
    Batch(Vec<Answered>),
    /// The shard's usage.
    Usage(Usage),
    /// What was answered, and how that was done.
    Explained {
        /// The answer.
        answer: Box<Answer>,
        /// The statements that were run for it, in order.
        statements: Vec<Watched>,
    },
}

/// What one of several runs answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// One for each of its operations, in order.
    pub infos: Vec<OpInfo>,
    /// The length of its body in bytes of UTF-8.
    pub length: u64,
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
        let encoded = EncodedRun {
            catalog: run.catalog,
            shape: encode(&run.shape)?,
            values: run.values.clone(),
        };
        Ok(if run.shape.writes() {
            Self::Write(encoded)
        } else {
            Self::Run(encoded)
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

/// Bytes copied as one. A list of numbers, which is what `Vec<u8>` is to serde, goes one by one.
mod whole {
    use std::fmt;

    use serde::de::{Error, Visitor};
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        deserializer.deserialize_bytes(Whole)
    }

    struct Whole;

    impl Visitor<'_> for Whole {
        type Value = Vec<u8>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("bytes")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }
    }
}
