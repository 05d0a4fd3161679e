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
    /// By the document, so that one is looked up without being copied: most have a single operation.
    documents: HashMap<Arc<str>, Vec<Entry>>,
    bytes: usize,
    clock: u64,
}

#[derive(Debug)]
struct Entry {
    operation: Option<Box<str>>,
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
        self.lock(|inner| inner.documents.values().map(Vec::len).sum())
    }

    /// Bytes that they take.
    pub fn bytes(&self) -> usize {
        self.lock(|inner| inner.bytes)
    }

    /// Whether no document is kept.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(super) fn get(&self, document: &str, operation: Option<&str>) -> Option<Arc<Prepared>> {
        self.lock(|inner| {
            inner.clock += 1;
            let entries = inner.documents.get_mut(document)?;
            let entry = entries
                .iter_mut()
                .find(|entry| entry.operation.as_deref() == operation)?;
            entry.used = inner.clock;
            Some(Arc::clone(&entry.prepared))
        })
    }

    pub(super) fn insert(&self, document: &str, operation: Option<&str>, prepared: &Arc<Prepared>) {
        let bytes = document.len() + prepared.weight;
        if bytes > self.max_bytes / 4 {
            return;
        }
        self.lock(|inner| {
            inner.remove(document, operation);
            inner.clock += 1;
            let entry = Entry {
                operation: operation.map(Into::into),
                prepared: Arc::clone(prepared),
                bytes,
                used: inner.clock,
            };
            inner.bytes += bytes;
            inner.documents.entry(document.into()).or_default().push(entry);
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
            let entries = self
                .documents
                .iter()
                .flat_map(|(document, entries)| entries.iter().map(move |entry| (document, entry)));
            let oldest = entries
                .min_by_key(|(_, entry)| entry.used)
                .map(|(document, entry)| (Arc::clone(document), entry.operation.clone()));
            let Some((document, operation)) = oldest else {
                return;
            };
            self.remove(&document, operation.as_deref());
        }
    }

    fn remove(&mut self, document: &str, operation: Option<&str>) {
        let Some(entries) = self.documents.get_mut(document) else {
            return;
        };
        if let Some(at) = entries
            .iter()
            .position(|entry| entry.operation.as_deref() == operation)
        {
            self.bytes -= entries.swap_remove(at).bytes;
        }
        if entries.is_empty() {
            self.documents.remove(document);
        }
    }
}
