//! What runs inside a shard: operations compiled to SQL, the rows, the change log, migrations.
//!
//! Knows no GraphQL, HTTP or tenants.

pub mod error;
#[cfg(target_arch = "wasm32")]
pub mod host;
pub mod identity;
pub mod op;
pub mod port;

pub use error::ShardError;
