//! What runs inside a shard: operations compiled to SQL, the rows, the change log, migrations.
//!
//! Knows no GraphQL, HTTP or tenants.

mod batch;
mod blame;
pub mod catalog;
mod chunk;
pub mod compile;
mod ddl;
pub mod directory;
pub mod documents;
pub mod error;
pub mod explain;
#[cfg(target_arch = "wasm32")]
pub mod host;
mod idempotency;
pub mod identity;
mod import;
pub mod layout;
mod migrate;
#[cfg(feature = "native")]
pub mod native;
pub mod op;
pub mod plain;
pub mod port;
mod run;
pub mod search;
pub mod shard;
mod transact;
mod tree;
pub mod usage;
mod violation;
pub mod wire;

pub use error::ShardError;
pub use shard::Shard;
