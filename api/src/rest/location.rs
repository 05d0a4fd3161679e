//! The path of a row that was added.

use codegen::ApiTable;
use schema::stored::Stored;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::plan::rows::{Cell, GivenRow};
use crate::rest::percent;

/// The path of an added row, as far as it is known before it is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Location {
    /// The table's path.
    base: String,
    key: Vec<KeyPart>,
}

/// One column's part of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum KeyPart {
    /// The client gave it.
    Given(String),
    /// The shard makes it, in a stored form that reads as the API's.
    Made,
}

impl Location {
    /// The path of a row to be added; `None` where the table has no key, or the key's text is not known before or after.
    pub(crate) fn of(tenant: &str, table: &ApiTable, row: &GivenRow<'_>) -> Option<Self> {
        if table.key.is_empty() {
            return None;
        }
        let part = |id: &schema::ColumnId| {
            let given = row.iter().find(|(column, _)| column.id == *id);
            let json = given.and_then(|(_, cell)| match cell {
                Cell::Json(json) => Some(*json),
                _ => None,
            });
            match json {
                None | Some(Value::Null) => {
                    reads_as_stored(&table.column(*id)?.stored).then_some(KeyPart::Made)
                }
                Some(Value::String(text)) => Some(KeyPart::Given(text.clone())),
                Some(Value::Number(number)) => Some(KeyPart::Given(number.to_string())),
                Some(Value::Bool(flag)) => Some(KeyPart::Given(flag.to_string())),
                Some(Value::Array(_) | Value::Object(_)) => None,
            }
        };
        Some(Self {
            base: format!(
                "/t/{}/rest/{}",
                percent::encode(tenant),
                percent::encode(&table.names.rest)
            ),
            key: table.key.iter().map(part).collect::<Option<_>>()?,
        })
    }

    /// Whether the shard makes a part of it.
    pub(crate) fn is_made(&self) -> bool {
        self.key.contains(&KeyPart::Made)
    }

    /// The path, with what the shard made: the stored key as a JSON text.
    pub(crate) fn path(&self, stored: Option<&str>) -> Option<String> {
        let made = stored.and_then(elements).unwrap_or_default();
        let parts = self
            .key
            .iter()
            .enumerate()
            .map(|(position, part)| match part {
                KeyPart::Given(text) => Some(percent::encode(text)),
                KeyPart::Made => made
                    .get(position)
                    .and_then(text)
                    .map(|text| percent::encode(&text)),
            })
            .collect::<Option<Vec<_>>>()?;
        Some(format!("{}/{}", self.base, parts.join(",")))
    }
}

/// Whether the stored form's text is also the API's.
fn reads_as_stored(stored: &Stored) -> bool {
    match stored {
        Stored::Int { .. }
        | Stored::PlainUnsigned
        | Stored::Text { .. }
        | Stored::Date
        | Stored::Datetime { .. }
        | Stored::Timestamp { .. }
        | Stored::Year => true,
        Stored::Bits { width } => *width > 1,
        _ => false,
    }
}

fn elements(stored: &str) -> Option<Vec<Value>> {
    match serde_json::from_str(stored).ok()? {
        Value::Array(elements) => Some(elements),
        one => Some(vec![one]),
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
