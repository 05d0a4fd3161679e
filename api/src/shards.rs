//! The port to shards: implemented over Durable Object stubs, and over in-process SQLite.

use std::future::Future;

use shard::ShardError;
use shard::directory::{DirectoryRequest, TenantRecord};
use shard::port::HostText;
use shard::shard::Replied;
use shard::wire::Request;

use crate::tenant::TenantName;

/// Sends requests to shards.
pub trait Shards {
    /// A text as the host keeps it.
    type Text: HostText;

    /// Asks a tenant's shard.
    fn tenant(
        &self,
        tenant: &TenantName,
        request: &Request,
    ) -> impl Future<Output = Result<Replied<Self::Text>, ShardError>>;

    /// Asks the directory of tenants.
    fn directory(
        &self,
        request: &DirectoryRequest,
    ) -> impl Future<Output = Result<Vec<TenantRecord>, ShardError>>;
}

/// What the gateway needs of its surroundings beside shards.
pub trait Host {
    /// The admin token, where one is set.
    fn admin_token(&self) -> Option<&str>;

    /// The time, in microseconds since 1970 (UTC).
    fn now(&self) -> i64;

    /// Unguessable bytes.
    fn random(&self) -> Result<[u8; 32], crate::error::ApiError>;
}
