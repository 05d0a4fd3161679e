//! A validated MySQL identifier.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The longest identifier, in characters (MySQL manual, "Identifier Length Limits").
pub const MAX_CHARS: usize = 64;

/// The prefixes that the storage keeps for itself.
const RESERVED_PREFIXES: [&str; 3] = ["sqlite_", "_cf_", "_ws_"];

/// The name of a table, column, index or constraint, as it was declared.
///
/// Holds 1 to 64 characters, none of them NUL or a control character, and does not end in a space. Compared to the
/// letter; where MySQL compares names without case (columns), use [`Ident::folded`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Ident(Arc<str>);

/// Why a text is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentError {
    /// The text is empty.
    #[error("a name cannot be empty")]
    Empty,
    /// The text has more than [`MAX_CHARS`] characters.
    #[error("the name '{0}' has more than {MAX_CHARS} characters")]
    TooLong(String),
    /// A control character, or a space at the end.
    #[error("the name '{0}' has a control character or ends in a space")]
    BadCharacter(String),
    /// A name that the storage keeps for itself.
    #[error("names that start with '{prefix}' are kept for the storage: rename '{name}'")]
    Reserved {
        /// The name.
        name: String,
        /// The prefix that is taken.
        prefix: &'static str,
    },
}

impl Ident {
    /// Validates a name.
    pub fn new(name: &str) -> Result<Self, IdentError> {
        if name.is_empty() {
            return Err(IdentError::Empty);
        }
        if name.chars().count() > MAX_CHARS {
            return Err(IdentError::TooLong(name.to_owned()));
        }
        if name.chars().any(char::is_control) || name.ends_with(' ') {
            return Err(IdentError::BadCharacter(name.to_owned()));
        }
        let folded = name.to_ascii_lowercase();
        if let Some(prefix) = RESERVED_PREFIXES.into_iter().find(|p| folded.starts_with(p)) {
            return Err(IdentError::Reserved {
                name: name.to_owned(),
                prefix,
            });
        }
        Ok(Self(name.into()))
    }

    /// The name as it was declared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name with ASCII letters in lower case: equal for names that SQLite takes for the same.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Whether both name the same thing in SQLite, which folds ASCII letters.
    pub fn same(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }

    /// The name between double quotes, ready for SQLite.
    pub fn quoted(&self) -> String {
        format!("\"{}\"", self.0.replace('"', "\"\""))
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

impl TryFrom<String> for Ident {
    type Error = IdentError;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::new(&name)
    }
}

impl From<Ident> for String {
    fn from(ident: Ident) -> Self {
        ident.0.as_ref().to_owned()
    }
}

impl JsonSchema for Ident {
    fn schema_name() -> Cow<'static, str> {
        "Ident".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 1,
            "maxLength": MAX_CHARS,
            "description": "A name of up to 64 characters, without control characters, that does not end in a space."
        })
    }
}
