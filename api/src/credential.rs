//! Who asks: the admin token and API keys (RFC 6750 bearer tokens).

use std::cell::RefCell;
use std::collections::HashMap;

use schema::stored::hex;
use sha2::{Digest, Sha256};
use shard::catalog::KeyRecord;

use crate::error::{ApiError, Code};
use crate::http::{Header, Headers};
use crate::tenant::TenantName;

/// What a request shows to prove who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Credential {
    /// The admin token.
    Admin,
    /// Something else: the name of the tenant that it claims to be a key of, and its hash.
    Key {
        /// The tenant's name within the key.
        tenant: Option<String>,
        /// SHA-256, in hexadecimal.
        hash: String,
    },
}

/// What every API key starts with.
const PREFIX: &str = "wsql_";

/// Characters of a key's secret part.
const SECRET: usize = 64;

/// An API key as it is handed out: `wsql_{tenant}_{64 hexadecimal digits}`, with 256 random bits.
pub fn new_key(tenant: &TenantName, random: [u8; 32]) -> String {
    format!("{PREFIX}{tenant}_{}", hex(&random))
}

/// A key as it is kept.
pub fn record(key: &str, name: &str) -> KeyRecord {
    let hash = hash(key);
    KeyRecord {
        id: format!("key_{}", &hash[..12]),
        name: name.to_owned(),
        hash,
    }
}

/// The hashes of credentials that were shown lately: most requests show one of a few.
#[derive(Default)]
pub(crate) struct Hashes(RefCell<HashMap<String, String>>);

impl Hashes {
    /// Hashes that are remembered; all go when there are more.
    const MOST: usize = 256;
    /// Bytes of a credential that is remembered.
    const LONGEST: usize = 256;

    fn of(&self, token: &str) -> String {
        if let Some(hash) = self.0.borrow().get(token) {
            return hash.clone();
        }
        let hash = hash(token);
        if token.len() <= Self::LONGEST {
            let mut known = self.0.borrow_mut();
            if known.len() >= Self::MOST {
                known.clear();
            }
            known.insert(token.to_owned(), hash.clone());
        }
        hash
    }
}

/// Reads the credential of a request: `Authorization: Bearer …`, or the `apikey` header.
pub(crate) fn read(
    headers: &Headers,
    admin_token: Option<&str>,
    hashes: &Hashes,
) -> Result<Credential, ApiError> {
    let bearer = headers.get(Header::Authorization).and_then(|value| {
        let (scheme, token) = value.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
    });
    let token = bearer
        .or_else(|| headers.get(Header::ApiKey))
        .filter(|token| !token.is_empty())
        .ok_or_else(|| ApiError::new(Code::Unauthenticated, "send `Authorization: Bearer <api key>`"))?;
    let hash = hashes.of(token);
    // Hashes are compared, so that the time it takes tells nothing of the token but its length.
    let is_admin = |admin: &str| !admin.is_empty() && admin.len() == token.len() && self::hash(admin) == hash;
    if admin_token.is_some_and(is_admin) {
        return Ok(Credential::Admin);
    }
    Ok(Credential::Key {
        tenant: tenant_of(token).map(str::to_owned),
        hash,
    })
}

/// The tenant that a key names.
fn tenant_of(key: &str) -> Option<&str> {
    let rest = key.strip_prefix(PREFIX)?;
    let at = rest.len().checked_sub(SECRET + 1)?;
    (rest.is_char_boundary(at) && rest[at..].starts_with('_')).then(|| &rest[..at])
}

/// The error for a key that does not open anything.
pub fn rejected() -> ApiError {
    ApiError::new(Code::Unauthenticated, "the key is not valid here")
}

fn hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_tenant() {
        let tenant = TenantName::new("a-b").unwrap();
        let key = new_key(&tenant, [7; 32]);
        assert_eq!(tenant_of(&key), Some("a-b"));
        assert_eq!(tenant_of("wsql_x"), None);
        assert_eq!(tenant_of(&format!("wsql_{}", "é".repeat(40))), None);
    }
}
