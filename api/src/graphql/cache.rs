//! Prepared documents, kept by their text.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::prepared::Prepared;

/// Prepared documents of one catalog, bounded by what they take. The ones used longest ago go first.
///
/// Holds what was planned against one model: a new catalog gets a new cache.
#[derive(Debug)]
pub struct DocumentCache {
    max_bytes: usize,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    entries: HashMap<Key, Entry>,
    bytes: usize,
    clock: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Key {
    document: Arc<str>,
    operation: Option<Arc<str>>,
}

#[derive(Debug)]
struct Entry {
    prepared: Arc<Prepared>,
    bytes: usize,
    used: u64,
}

impl DocumentCache {
    /// A cache that keeps about so many bytes.
    pub fn new(max_bytes: usize) -> Self {
        Self {
            max_bytes,
            inner: Mutex::default(),
        }
    }

    /// How many documents are kept.
    pub fn len(&self) -> usize {
        self.lock(|inner| inner.entries.len())
    }

    /// Whether no document is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn get(&self, document: &str, operation: Option<&str>) -> Option<Arc<Prepared>> {
        let key = Key::new(document, operation);
        self.lock(|inner| {
            inner.clock += 1;
            let entry = inner.entries.get_mut(&key)?;
            entry.used = inner.clock;
            Some(Arc::clone(&entry.prepared))
        })
    }

    pub(super) fn insert(&self, document: &str, operation: Option<&str>, prepared: &Arc<Prepared>) {
        let bytes = document.len() + prepared.weight;
        if bytes > self.max_bytes / 4 {
            return;
        }
        let key = Key::new(document, operation);
        self.lock(|inner| {
            inner.clock += 1;
            let entry = Entry {
                prepared: Arc::clone(prepared),
                bytes,
                used: inner.clock,
            };
            inner.bytes += bytes;
            if let Some(old) = inner.entries.insert(key, entry) {
                inner.bytes -= old.bytes;
            }
            inner.shrink(self.max_bytes);
        });
    }

    fn lock<R>(&self, work: impl FnOnce(&mut Inner) -> R) -> R {
        // A cache that a panic left behind is still a cache: entries are whole or not there.
        work(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Inner {
    fn shrink(&mut self, max_bytes: usize) {
        while self.bytes > max_bytes {
            let oldest = self.entries.iter().min_by_key(|(_, entry)| entry.used);
            let Some(key) = oldest.map(|(key, _)| key.clone()) else {
                return;
            };
            if let Some(entry) = self.entries.remove(&key) {
                self.bytes -= entry.bytes;
            }
        }
    }
}

impl Key {
    fn new(document: &str, operation: Option<&str>) -> Self {
        Self {
            document: document.into(),
            operation: operation.map(Into::into),
        }
    }
}
