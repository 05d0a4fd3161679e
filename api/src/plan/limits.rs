//! What one request may ask for. Beyond any of these it is refused before any work.

/// The limits on one request, whatever its protocol.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Rows that a list answers where the request does not say.
    pub default_rows: u32,
    /// The most rows that a list answers.
    pub max_rows: u32,
    /// The most rows that one insert adds.
    pub max_inserted: usize,
    /// Relations nested in relations.
    pub max_nesting: usize,
    /// Fields at a document's root.
    pub max_root_fields: usize,
    /// Aliases in a document.
    pub max_aliases: usize,
    /// A request's body, in bytes.
    pub max_body: usize,
    /// A GraphQL document, in bytes.
    pub max_document: usize,
    /// A GraphQL document, in tokens.
    pub max_tokens: usize,
    /// Brackets within brackets in a GraphQL document, and selections within selections with its fragments spread.
    pub max_depth: usize,
    /// Selections in a GraphQL document with its fragments spread.
    pub max_selections: usize,
    /// Variables that a GraphQL document declares.
    pub max_variables: usize,
    /// Lists of fields or types within such lists in an introspection.
    pub max_introspection: usize,
}

impl Limits {
    /// The limits in force.
    pub const DEFAULT: Self = Self {
        default_rows: 1_000,
        max_rows: 10_000,
        max_inserted: 10_000,
        max_nesting: 20,
        max_root_fields: 100,
        max_aliases: 1_000,
        max_body: 16 * 1024 * 1024,
        max_document: 256 * 1024,
        max_tokens: 40_000,
        max_depth: 100,
        max_selections: 10_000,
        max_variables: 500,
        max_introspection: 3,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
