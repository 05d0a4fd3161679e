//! Why a value is not one of its column's type.

/// The most characters of a refused value that an error repeats.
const SHOWN_CHARS: usize = 60;

/// Why a value is not one of its column's type. The message says what was expected and what came, and may be shown to
/// users.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    /// Not of the type, or outside its range.
    #[error("expected {expected}, got {got}")]
    Expected {
        /// What the column takes.
        expected: String,
        /// What came, shortened.
        got: String,
    },
    /// A text or binary value beyond the column's length.
    #[error("expected at most {max} {unit}, got {got}")]
    TooLong {
        /// The most that the column takes.
        max: u64,
        /// `characters` or `bytes`.
        unit: &'static str,
        /// How many came.
        got: u64,
    },
    /// A date such as 0000-00-00 or 2024-00-10, which no calendar has.
    #[error("the zero date {got} is not a date; write NULL or a real date")]
    ZeroDate {
        /// What came.
        got: String,
    },
    /// A literal whose value depends on the clock or on the column's default, which the caller has to fill in.
    #[error("{got} cannot stand here")]
    Unresolved {
        /// The literal as it is written in SQL.
        got: String,
    },
}

impl ValueError {
    pub(super) fn expected(expected: impl Into<String>, got: impl AsRef<str>) -> Self {
        Self::Expected {
            expected: expected.into(),
            got: shorten(got.as_ref()),
        }
    }

    /// With the kind of the JSON value where its text would say little.
    pub(super) fn expected_json(expected: impl Into<String>, got: &serde_json::Value) -> Self {
        Self::Expected {
            expected: expected.into(),
            got: describe(got),
        }
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn describe(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => "null".to_owned(),
        serde_json::Value::Bool(flag) => flag.to_string(),
        serde_json::Value::Number(number) => shorten(number.as_str()),
        serde_json::Value::String(text) => format!("\"{}\"", shorten(text)),
        serde_json::Value::Array(_) => "an array".to_owned(),
        serde_json::Value::Object(_) => "an object".to_owned(),
    }
}
