//! Planning: from names and JSON values to operations and bound values. Pure; shared by both protocols.

pub mod binder;
pub mod filter;
pub mod limits;
pub mod order;
pub mod pattern;
pub mod planned;
pub mod rows;

pub use binder::Binder;
pub use limits::Limits;
pub use planned::Planned;
