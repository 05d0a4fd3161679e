//! The `ApiModel`: every name, type and operation of a tenant's API, derived once from its declaration.
//!
//! The GraphQL type system, REST routes, `OpenAPI` and SDKs are printers of it, so they cannot disagree.

mod deprecation;
pub mod derive;
pub mod graphql;
pub mod inflect;
pub mod model;
mod relations;
pub mod sdk;
mod taken;

pub use model::{ApiColumn, ApiModel, ApiTable, Relation, RelationKind};
