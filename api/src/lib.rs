//! The gateway: authenticates, turns requests into plans, sends them to shards, and answers.

pub mod error;
#[cfg(target_arch = "wasm32")]
pub mod host;
pub mod http;
pub mod plan;
