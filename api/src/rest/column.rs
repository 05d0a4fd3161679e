//! A column as a request spells it, maybe with a way into its document: `doc->a->0->>b`.

use serde::{Deserialize, Serialize};

use crate::error::ApiError;
use crate::plan::json::{JsonPath, Step};
use crate::rest::scan::Scanner;

/// A column's name, and what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnRef {
    /// The name.
    pub(crate) name: String,
    /// A way into its document.
    pub(crate) way: Option<Way>,
}

/// A way into a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Way {
    /// The steps.
    pub(crate) path: JsonPath,
    /// Whether its last arrow is `->>`: what it leads to counts as a text.
    pub(crate) as_text: bool,
}

impl ColumnRef {
    /// A name with nothing behind it.
    pub(crate) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            way: None,
        }
    }

    /// Reads what stands behind a name.
    pub(crate) fn behind(scanner: &mut Scanner<'_>, name: String) -> Result<Self, ApiError> {
        let way = Way::read(scanner)?;
        Ok(Self { name, way })
    }

    /// Reads a name and what stands behind it.
    pub(crate) fn read(scanner: &mut Scanner<'_>) -> Result<Self, ApiError> {
        let name = scanner.name()?;
        Self::behind(scanner, name)
    }

    /// The name by which it is answered unless an alias says another: the last key on the way.
    pub(crate) fn key(&self) -> &str {
        let last = self.way.as_ref().and_then(|way| way.path.last_key());
        last.unwrap_or(&self.name)
    }
}

impl Way {
    fn read(scanner: &mut Scanner<'_>) -> Result<Option<Self>, ApiError> {
        let mut steps = Vec::new();
        let mut as_text = false;
        loop {
            let before = scanner.clone();
            if scanner.eat("->>") {
                steps.push(step(scanner)?);
                as_text = true;
            } else if scanner.eat("->") {
                if as_text {
                    return Err(before.refused("'->>' gives a text, so it is the last arrow"));
                }
                steps.push(step(scanner)?);
            } else {
                break;
            }
            if as_text && scanner.rest().starts_with("->") {
                return Err(scanner.refused("'->>' gives a text, so it is the last arrow"));
            }
        }
        Ok((!steps.is_empty()).then_some(Self {
            path: JsonPath(steps),
            as_text,
        }))
    }
}

/// A key, or a position where it is a bare whole number.
fn step(scanner: &mut Scanner<'_>) -> Result<Step, ApiError> {
    let quoted = scanner.peek() == Some('"');
    let key = scanner.json_key()?;
    Ok(match key.parse() {
        Ok(index) if !quoted && !key.starts_with('+') => Step::Index(index),
        _ => Step::Key(key),
    })
}
