//! What planning a request comes to.

use std::convert::Infallible;

use schema::stored::Value;
use shard::op::Shape;

use crate::http::Response;

/// A planned request. `R` is what its frontend needs to turn the shard's answer into a response.
#[derive(Debug, Clone)]
pub enum Planned<R> {
    /// Answered without a shard.
    Ready(Response<Infallible>),
    /// To be run in one transaction on the tenant's shard.
    Run {
        /// What decides the SQL.
        shape: Shape,
        /// What is bound to it.
        values: Vec<Value>,
        /// How the answer becomes a response.
        respond: R,
    },
}
