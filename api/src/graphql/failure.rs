//! An error of a GraphQL request, with its places in the document and in the answer.

use serde_json::{Value, json};

use crate::error::{ApiError, Code};

/// Errors before anything ran: `errors` without `data`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Failure {
    /// At least one error.
    pub(super) errors: Vec<Located>,
}

/// An error with its places.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Located {
    pub(super) error: ApiError,
    /// Lines and columns in the document, from 1.
    pub(super) locations: Vec<(usize, usize)>,
    /// The response key of the root field.
    pub(super) root: Option<String>,
}

impl Located {
    /// A member of `errors` (GraphQL, section 7.1.2).
    pub(super) fn json(&self) -> Value {
        let mut json = self.error.graphql();
        if let Some(message) = shortened(&self.error.message) {
            json["message"] = message.into();
        }
        if let Value::Object(members) = &mut json {
            if !self.locations.is_empty() {
                let locations: Vec<Value> = self
                    .locations
                    .iter()
                    .map(|(line, column)| json!({ "line": line, "column": column }))
                    .collect();
                members.insert("locations".to_owned(), locations.into());
            }
            if let Some(root) = &self.root {
                members.insert("path".to_owned(), json!([root]));
            }
        }
        json
    }
}

/// A message that repeats a name of any length, in a length that can be read.
fn shortened(message: &str) -> Option<String> {
    const LONGEST: usize = 2_000;
    let (end, _) = message.char_indices().nth(LONGEST)?;
    Some(format!("{}…", &message[..end]))
}

impl From<ApiError> for Located {
    fn from(error: ApiError) -> Self {
        Self {
            error,
            locations: Vec::new(),
            root: None,
        }
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self {
            errors: vec![error.into()],
        }
    }
}

impl Failure {
    /// The code of the first error.
    pub(super) fn code(&self) -> Code {
        self.errors
            .first()
            .map_or(Code::Internal, |first| first.error.code)
    }

    /// The same, of the root field with that response key.
    pub(super) fn at(mut self, root: &str) -> Self {
        for error in &mut self.errors {
            error.root.get_or_insert_with(|| root.to_owned());
        }
        self
    }
}
