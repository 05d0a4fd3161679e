//! Planning: from names and JSON values to operations and bound values. Pure; shared by both protocols.

pub mod binder;
pub(crate) mod complexity;
pub mod conflict;
pub mod filter;
pub mod groups;
pub mod json;
pub mod later;
pub mod limits;
pub mod order;
pub mod pattern;
pub mod planned;
pub mod regex;
pub mod rows;
pub mod search;
pub mod tree;

use codegen::ApiModel;

pub use binder::Binder;
pub use limits::Limits;
pub use planned::Planned;

/// What requests of a tenant are planned against.
#[derive(Debug, Clone, Copy)]
pub struct Planning<'m> {
    /// The API.
    pub model: &'m ApiModel,
    /// What one request may ask for.
    pub limits: &'m Limits,
    /// Where it stands, if it is an operation of a batch.
    pub batch: Option<later::InBatch<'m>>,
}

impl<'m> Planning<'m> {
    /// Of a tenant without settings of its own.
    pub const fn of(model: &'m ApiModel) -> Self {
        Self {
            model,
            limits: &Limits::DEFAULT,
            batch: None,
        }
    }
}
