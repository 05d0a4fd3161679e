//! Reads a declaration from JSON.
