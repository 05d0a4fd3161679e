//! The gateway: authenticates, turns requests into plans, sends them to shards, and answers.
//!
//! The whole way of a request is [`gateway::Gateway::serve`].

mod admin;
pub mod batch;
pub mod catalog;
pub mod credential;
mod documents;
pub mod error;
mod explain;
pub mod gateway;
pub mod graphql;
#[cfg(target_arch = "wasm32")]
pub mod host;
pub mod http;
mod import;
mod near;
pub mod persisted;
pub mod plan;
mod push;
pub mod rest;
mod route;
pub mod settings;
pub mod shards;
pub mod template;
pub mod tenant;
mod terms;
mod usage;
