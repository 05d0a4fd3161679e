//! Reading a declaration: MySQL DDL ([`sql`]) and JSON ([`json`]).

pub mod form;
pub mod json;
pub mod sql;
pub mod statements;

pub(crate) mod cursor;
pub(crate) mod latin1;
pub(crate) mod lexer;
pub(crate) mod unkept;

use std::fmt;

pub use statements::{Statement, Statements, statements};

/// Where in a declaration something is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Location {
    /// In a script.
    Text {
        /// From 1.
        line: usize,
        /// In characters, from 1.
        column: usize,
    },
    /// In a JSON document, as a JSON pointer (RFC 6901).
    Path(String),
}

impl Location {
    /// The line, from 1, of a place in a script.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::Text { line, .. } => Some(*line),
            Self::Path(_) => None,
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { line, column } => write!(f, "line {line}, column {column}"),
            Self::Path(path) if path.is_empty() => f.write_str("the document"),
            Self::Path(path) => f.write_str(path),
        }
    }
}

/// Something that cannot be honoured. One is enough to refuse the whole declaration.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}: {message}")]
pub struct Problem {
    /// A stable name of the kind of problem, in `kebab-case`.
    pub code: &'static str,
    /// What is wrong, and what to do about it.
    pub message: String,
    /// Where.
    pub at: Location,
}

/// Something that is accepted, but not enforced or not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// A stable name of the kind of warning, in `kebab-case`.
    pub code: &'static str,
    /// What is not done; names up to a handful of the things that it holds for, and counts the rest.
    pub message: String,
    /// Where it holds first.
    pub at: Location,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.message)
    }
}
