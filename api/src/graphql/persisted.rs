//! Documents that a request names instead of sending: by the hash of their text (Apollo's automatic persisted queries), or by
//! the identifier under which they were registered (GraphQL over HTTP, appendix A, and Relay's spellings).

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::error::{ApiError, Code};

/// The longest identifier, in bytes.
pub(crate) const LONGEST_ID: usize = 255;

/// A document that a request names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Persisted {
    /// Its hash or identifier.
    pub(crate) id: String,
    /// Whether it is a hash, under which a client may leave the text.
    pub(crate) automatic: bool,
}

/// The SHA-256 of a document, in hexadecimal.
pub(crate) fn hash(document: &str) -> String {
    Sha256::digest(document)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// What a request's members name, if anything.
pub(super) fn named(
    members: &mut Map<String, Value>,
    extensions: &Map<String, Value>,
) -> Result<Option<Persisted>, ApiError> {
    let extension = match extensions.get("persistedQuery") {
        None | Some(Value::Null) => None,
        Some(Value::Object(extension)) => Some(extension),
        Some(_) => return Err(bad("`extensions.persistedQuery` is not an object")),
    };
    let hash = extension.and_then(|extension| extension.get("sha256Hash"));
    if let (Some(extension), Some(hash)) = (extension, hash) {
        return automatic(extension, hash).map(Some);
    }
    let names = ["documentId", "id", "doc_id"];
    let mut ids = names
        .iter()
        .filter_map(|name| members.remove(*name))
        .chain(names.iter().filter_map(|name| extension?.get(*name).cloned()))
        .filter(|id| !id.is_null());
    match (ids.next(), ids.next()) {
        (None, _) if extension.is_some() => Err(bad(
            "`extensions.persistedQuery` has neither `sha256Hash` nor `documentId`",
        )),
        (None, _) => Ok(None),
        (Some(Value::String(id)), None) => Ok(Some(Persisted { id, automatic: false })),
        (Some(_), None) => Err(bad("`documentId` is not a string")),
        (Some(_), Some(_)) => Err(bad("the request names a document twice: send one `documentId`")),
    }
}

fn automatic(extension: &Map<String, Value>, hash: &Value) -> Result<Persisted, ApiError> {
    if extension.get("version").and_then(Value::as_u64) != Some(1) {
        return Err(ApiError::new(
            Code::PersistedQueryNotSupported,
            "PersistedQueryNotSupported",
        ));
    }
    match hash.as_str() {
        Some(text) if text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            Ok(Persisted {
                id: text.to_ascii_lowercase(),
                automatic: true,
            })
        }
        _ => Err(bad(
            "`sha256Hash` is not the SHA-256 of a document in hexadecimal",
        )),
    }
}

/// The answer where there is no such document. Apollo's clients look for exactly these words, and then send the text.
pub(crate) fn not_found(persisted: &Persisted) -> ApiError {
    if persisted.automatic {
        ApiError::new(Code::PersistedQueryNotFound, "PersistedQueryNotFound")
    } else {
        ApiError::new(
            Code::DocumentNotFound,
            format!("documentId: no document is registered as \"{}\"", persisted.id),
        )
    }
}

fn bad(message: &str) -> ApiError {
    ApiError::new(Code::BadRequest, message)
}
