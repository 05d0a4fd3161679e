//! The gateway: authenticates, turns requests into plans, sends them to shards, and answers.

pub mod error;
pub mod http;
pub mod plan;
pub mod rest;
