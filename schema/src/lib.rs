//! What a tenant may declare: the model, its readers (MySQL DDL and JSON), the difference between two declarations,
//! and how each column type is kept in SQLite.
//!
//! Nothing here knows storage, HTTP or GraphQL.

pub mod column_type;
pub mod diff;
pub mod dump;
pub mod expr;
mod grammar;
pub mod id;
pub mod ident;
pub mod model;
pub mod print;
pub mod read;
mod session;
pub mod stored;
pub mod validate;
pub mod view;

pub use column_type::{ColumnType, GeometryKind, IntWidth, LobSize};
pub use id::{ColumnId, TableId};
pub use ident::Ident;
pub use model::{
    Check, Column, DefaultValue, ForeignKey, Generated, Index, ReferentialAction, Schema, Table, View,
};
