//! Clients of a tenant's API in programming languages: one text each, without dependencies, made of a part that is the same for
//! all and of what the tables bring. The same declaration prints the same bytes, and a column stands in lines of its own.

mod inputs;
#[cfg(feature = "languages")]
pub mod python;
#[cfg(feature = "languages")]
pub mod rust;
mod text;
pub mod typescript;
