//! What one request may ask for. Beyond any of these it is refused before any work.

use crate::error::{ApiError, Code};
use crate::settings::LimitSettings;

/// The limits on one request of a tenant, whatever its protocol: its settings, and what no setting changes.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Rows that a list answers where the request does not say.
    pub default_rows: u32,
    /// The most rows that a list answers.
    pub max_rows: u32,
    /// The most rows that one insert adds.
    pub max_inserted: usize,
    /// Rows that a request could touch.
    pub max_complexity: u64,
    /// Rows that a list within rows counts for where the request does not say how many.
    pub unsaid_rows: u32,
    /// Relations nested in relations.
    pub max_nesting: usize,
    /// Fields at a document's root.
    pub max_root_fields: usize,
    /// Operations of a batch.
    pub max_batch: usize,
    /// Aliases in a document.
    pub max_aliases: usize,
    /// A request's body, in bytes.
    pub max_body: usize,
    /// A GraphQL document, in bytes.
    pub max_document: usize,
    /// A GraphQL document, in tokens.
    pub max_tokens: usize,
    /// Fields within fields of a GraphQL document with its fragments spread; introspection has limits of its own.
    pub max_depth: usize,
    /// Brackets within brackets in a GraphQL document, and selections on the way to any of its fields.
    pub max_brackets: usize,
    /// Selections in a GraphQL document with its fragments spread.
    pub max_selections: usize,
    /// Variables that a GraphQL document declares.
    pub max_variables: usize,
    /// Lists of fields or types within such lists in an introspection.
    pub max_introspection: usize,
    /// An introspection's answer, in bytes.
    pub max_introspected: usize,
}

impl Limits {
    /// The limits of a tenant without settings of its own.
    pub const DEFAULT: Self = Self::of(&LimitSettings::DEFAULT);

    /// The limits of a tenant.
    pub const fn of(settings: &LimitSettings) -> Self {
        Self {
            default_rows: settings.default_rows,
            max_rows: settings.max_rows,
            max_inserted: settings.inserted_rows as usize,
            max_complexity: settings.complexity,
            unsaid_rows: settings.unsaid_rows,
            max_nesting: settings.nesting as usize,
            max_root_fields: settings.root_fields as usize,
            max_batch: settings.batch_operations as usize,
            max_aliases: settings.aliases as usize,
            max_body: 16 * 1024 * 1024,
            max_document: settings.document_bytes as usize,
            max_tokens: settings.tokens as usize,
            max_depth: settings.depth as usize,
            max_brackets: 100,
            max_selections: 10_000,
            max_variables: 500,
            max_introspection: 2,
            max_introspected: 32 * 1024 * 1024,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The refusal of what is beyond a limit: what was counted, and what is allowed.
pub(crate) fn beyond(
    counted: impl TryInto<u64>,
    allowed: impl TryInto<u64>,
    message: impl Into<String>,
) -> ApiError {
    let number = |number: Result<u64, _>| number.unwrap_or(u64::MAX);
    ApiError::new(Code::LimitExceeded, message)
        .with("counted", number(counted.try_into().map_err(|_| ())))
        .with("allowed", number(allowed.try_into().map_err(|_| ())))
}

/// Refuses a count beyond a limit. `message` says what was counted; both numbers stand behind it.
pub(crate) fn within(counted: usize, allowed: usize, message: &str) -> Result<(), ApiError> {
    if counted <= allowed {
        return Ok(());
    }
    Err(beyond(
        counted as u64,
        allowed as u64,
        format!("{message}: {counted} were counted, and {allowed} are allowed"),
    ))
}
