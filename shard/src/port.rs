//! The port to SQLite: implemented over a Durable Object's storage, and over rusqlite with the platform's limits set.

use schema::stored::Value;
use serde::Serialize;

use crate::error::ShardError;

/// SQLite, inside a shard. Synchronous: a transaction never waits for anything.
pub trait Sql {
    /// A text as the host keeps it: a large JSON text of a Worker stays a JavaScript string and never enters wasm.
    type Text: HostText;

    /// Runs one statement and harvests its rows.
    fn query(&self, sql: &str, params: &[Value], harvest: Harvest)
    -> Result<Harvested<Self::Text>, SqlError>;

    /// A text that answers of one shape share, which a host may keep.
    fn constant(&self, text: &str) -> Self::Text {
        HostText::from_text(text)
    }

    /// Runs statements whose rows nobody reads, such as DDL. No parameters. Answers what SQLite read and wrote, where the host counts
    /// it.
    fn execute(&self, sql: &str) -> Result<Cost, SqlError>;

    /// Runs `work` in a transaction, which is rolled back if it fails or panics.
    fn transaction<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError>;

    /// The same with foreign keys put off to its end, or to where `work` looks at them. A host's transaction may be part of a larger
    /// one, whose rest has them checked at once again.
    fn deferring<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        self.transaction(|| {
            self.execute("PRAGMA defer_foreign_keys = ON")?;
            work()
        })
    }

    /// The time in milliseconds, from any start. May stand still while a Worker waits for nothing.
    fn clock(&self) -> u64;

    /// The database's size in bytes.
    fn size(&self) -> Result<u64, SqlError>;

    /// Runs one statement and reads its rows: for the catalog and other small things.
    fn rows(&self, sql: &str, params: &[Value]) -> Result<Vec<Vec<Value>>, SqlError>;
}

/// A text as the host keeps it.
pub trait HostText: Clone {
    /// From a Rust text.
    fn from_text(text: &str) -> Self;
    /// The Rust text. Copies it: for texts that must be read.
    fn to_text(&self) -> String;
    /// The texts in order as one.
    fn concat(parts: &[Self]) -> Self;
}

/// What is taken of a statement's rows. Its columns are, in this order: a head, lists, a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Harvest {
    /// The first row is a head: its first column is an integer of its own, and the row is not counted.
    pub head: bool,
    /// So many texts stand in the head's row behind its integer.
    pub texts: usize,
    /// So many columns (the first ones) hold texts, each joined over the rows by `,`.
    pub lists: usize,
    /// The column behind the lists holds a text, of which the first and the last are taken.
    pub keys: bool,
    /// Rows beyond so many are not taken, only noticed ([`Harvested::more`]).
    pub keep: Option<u64>,
    /// The rows are joined in the opposite order.
    pub reverse: bool,
    /// SQLite has joined the rows: the statement's only row holds their number, the lists (NULL where there are no rows),
    /// the head, if there is one, and the key, which may be NULL.
    pub gathered: bool,
}

/// What was taken of a statement's rows.
#[derive(Debug, Clone)]
pub struct Harvested<T> {
    /// Rows taken.
    pub rows: u64,
    /// Whether there were rows beyond [`Harvest::keep`].
    pub more: bool,
    /// The head's integer.
    pub head: Option<u64>,
    /// The texts of the head's row.
    pub texts: Vec<T>,
    /// The lists, without brackets.
    pub lists: Vec<T>,
    /// The key of the first and of the last row taken, in the order in which they are joined.
    pub keys: Option<(String, String)>,
    /// Rows that SQLite read and wrote, where the host counts them.
    pub cost: Cost,
}

/// Rows that SQLite read and wrote: what the platform bills.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Rows read.
    pub read: u64,
    /// Rows written, each index entry counting as one.
    pub written: u64,
}

impl std::ops::AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        self.read += other.read;
        self.written += other.written;
    }
}

/// SQLite's own error. Its text stays inside: it is logged, never answered.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{0}")]
pub struct SqlError(pub String);
