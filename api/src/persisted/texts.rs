//! Texts of documents by their identifiers, bounded.

use std::cell::RefCell;
use std::collections::HashMap;

/// Bytes that are kept; all go where there are more, since each is asked of a shard again.
const BYTES: usize = 512 * 1024;

/// Documents that were asked for by name.
#[derive(Debug, Default)]
pub struct Texts(RefCell<Kept>);

#[derive(Debug, Default)]
struct Kept {
    by_id: HashMap<String, (String, bool)>,
    bytes: usize,
}

impl Texts {
    /// Bytes that are kept.
    pub(crate) fn bytes(&self) -> usize {
        self.0.borrow().bytes
    }

    /// The text, and whether it is registered.
    pub(crate) fn get(&self, id: &str) -> Option<(String, bool)> {
        self.0.borrow().by_id.get(id).cloned()
    }

    pub(crate) fn put(&self, id: &str, document: &str, registered: bool) {
        let mut kept = self.0.borrow_mut();
        let bytes = id.len() + document.len();
        if kept.bytes + bytes > BYTES {
            *kept = Kept::default();
        }
        kept.bytes += bytes;
        kept.by_id
            .insert(id.to_owned(), (document.to_owned(), registered));
    }
}
