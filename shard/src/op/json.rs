//! What is read and asked of the documents in JSON columns.
//!
//! A path is a value: a text such as `$."a"[0]`, as SQLite reads it. `None` stands for the whole document.

use schema::ColumnId;
use serde::{Deserialize, Serialize};

use super::{Slot, Test};

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonPart {
    /// The column that holds the document.
    pub column: ColumnId,
    /// Where in it.
    pub path: Option<Slot>,
    /// As a text: the characters of a string, and any other value as it is written. JSON's null is NULL.
    pub as_text: bool,
}

/// A test of a part of a document. Nothing passes where there is no such part, but [`JsonTest::IsMissing`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonFilter {
    /// The column that holds the document.
    pub column: ColumnId,
    /// Where in it.
    pub path: Option<Slot>,
    /// What is asked.
    pub test: JsonTest,
}

/// What is asked of a part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum JsonTest {
    /// Of its text.
    Text(Test),
    /// A number that compares so with one (a text of digits, exactly).
    Number(Comparison, Slot),
    /// A string that compares so with one, by its characters.
    String(Comparison, Slot),
    /// One of these holds: a list of [`Self::Contains`]' assertions.
    Any(Slot),
    /// All of these hold.
    Contains(Contains),
    /// The part is contained in this.
    Within(Within),
    /// The part's keys, or an array's strings, are among or include these (a JSON array).
    Keys {
        /// The keys.
        keys: Slot,
        /// Whether all are there, rather than one.
        all: bool,
    },
    /// There is no such part.
    IsMissing,
}

/// How two values compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the comparisons' own names")]
pub enum Comparison {
    Eq,
    Gt,
    Gte,
    Lt,
    Lte,
}

/// What a document contains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contains {
    /// Assertions about parts of it, all of which hold: a JSON array of arrays, each of a path, a kind and what belongs to
    /// that: `["t", type]`, `["s", string]`, `["n", digits]`, `["o", members]`, `["a", elements]`, and `["m", …]` for an array
    /// with an element of which one of the first three holds.
    pub assertions: Slot,
    /// Arrays with an element that is an object or array and contains this, each by its path.
    pub elements: Vec<(Slot, Contains)>,
}

/// What contains a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// An object: each member of the document is one of its members.
    Object {
        /// The scalar members: a JSON array of arrays, each of a key, the key's path, and an assertion as in [`Contains`].
        scalars: Slot,
        /// The others, by their keys.
        nested: Vec<(Slot, Within)>,
    },
    /// An array: each element of the document is one of its elements.
    Array {
        /// The scalar elements: a JSON array of assertions as in [`Contains`], without a path.
        scalars: Slot,
        /// The others.
        nested: Vec<Within>,
    },
}
