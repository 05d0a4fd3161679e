//! What planning a request comes to.

use schema::stored::Value;
use shard::op::Shape;
use shard::op::later::LaterSlots;

use crate::http::Response;

/// A planned request. `R` is what its frontend needs to turn the shard's answer into a response, `T` a text as the host
/// keeps it.
#[derive(Debug, Clone)]
pub enum Planned<R, T> {
    /// Answered without a shard.
    Ready(Response<T>),
    /// Refused in the protocol's own form.
    Refused(Response<T>),
    /// To be run in one transaction on the tenant's shard.
    Run {
        /// What decides the SQL.
        shape: Shape,
        /// What is bound to it.
        values: Vec<Value>,
        /// The slots of those of a batch's operation that earlier ones answer, or that hold such values.
        later: LaterSlots,
        /// How the answer becomes a response.
        respond: R,
    },
}
