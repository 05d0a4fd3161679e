//! Clients of a tenant's API in programming languages: one text each, without dependencies, made of a part that is the same for
//! all and of what the tables bring. The same declaration prints the same bytes, and a column stands in lines of its own.

mod inputs;
#[cfg(feature = "languages")]
pub mod python;
#[cfg(feature = "languages")]
pub mod rust;
mod text;
pub mod typescript;

/// The stable codes of errors, each with its HTTP status: written down once, in the TypeScript client's own text.
#[cfg(feature = "languages")]
fn codes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let text = include_str!("typescript/runtime.ts");
    let (_, codes) = text.split_once("const statuses = {\n").unwrap_or_default();
    let (codes, _) = codes.split_once('}').unwrap_or_default();
    let codes = codes.lines().filter_map(|line| line.trim().strip_suffix(','));
    codes.filter_map(|line| line.split_once(": "))
}
