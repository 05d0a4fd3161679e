//! What one request may ask for.

/// The bounds of one request, the same in both protocols. Beyond them is an error before any work, never a silent cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Rows answered of a list that does not say how many it wants.
    pub default_rows: u32,
    /// Rows that one list may ask for.
    pub max_rows: u32,
    /// Levels of nested relations, and of nested conditions.
    pub max_depth: usize,
}

impl Limits {
    /// The limits of every tenant.
    pub const STANDARD: Self = Self {
        default_rows: 1_000,
        max_rows: 10_000,
        max_depth: 12,
    };
}
