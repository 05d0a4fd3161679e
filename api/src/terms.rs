//! The terms on which a request writes: once only by a key of the client's, or not at all in the end.

use schema::stored::Value;
use serde::Serialize;
use sha2::{Digest, Sha256};
use shard::ShardError;
use shard::wire::{Claim, Demand, Request as ShardRequest, Step, Transaction, Work, encode};

use crate::error::{ApiError, Code};
use crate::http::{Header, Method, Request};
use crate::rest::rolls_back;

/// The longest `Idempotency-Key`, in characters.
const LONGEST_KEY: usize = 255;

/// The headers that decide what a request asks for.
const ASKING: [Header; 6] = [
    Header::ContentType,
    Header::Accept,
    Header::Prefer,
    Header::Range,
    Header::IfMatch,
    Header::IfNoneMatch,
];

/// The terms of one request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Terms {
    /// `Idempotency-Key`: under what the answer is kept.
    pub(crate) claim: Option<Claim>,
    /// `Prefer: tx=rollback`: all is undone in the end.
    pub(crate) rollback: bool,
    /// When the request came, in microseconds.
    pub(crate) came: i64,
}

impl Terms {
    /// Reads a request's headers. `now` is the time in microseconds.
    pub(crate) fn of(request: &Request, now: i64) -> Result<Self, ApiError> {
        if matches!(
            request.method,
            Method::Get | Method::Head | Method::Options | Method::Other
        ) {
            return Ok(Self {
                came: now,
                ..Self::default()
            });
        }
        let claim = match request.headers.given(Header::IdempotencyKey) {
            None => None,
            Some(header) => Some(Claim {
                key: key(header)?.to_owned(),
                request: fingerprint(request),
                now,
                respond: Vec::new(),
            }),
        };
        Ok(Self {
            claim,
            rollback: rolls_back(request.headers.get(Header::Prefer)),
            came: now,
        })
    }

    /// Whether a write under them is nothing out of the ordinary.
    pub(crate) const fn is_plain(&self) -> bool {
        self.claim.is_none() && !self.rollback
    }

    /// The request for work under these terms. `respond` comes back where a kept answer is answered again.
    pub(crate) fn transact<R: Serialize>(
        &self,
        catalog: u64,
        work: Work,
        respond: &R,
    ) -> Result<ShardRequest, ShardError> {
        let transaction = self.transaction(catalog, work, respond)?;
        Ok(ShardRequest::Transact(transaction))
    }

    /// The transaction of that work.
    pub(crate) fn transaction<R: Serialize>(
        &self,
        catalog: u64,
        work: Work,
        respond: &R,
    ) -> Result<Transaction, ShardError> {
        let claim = match &self.claim {
            None => None,
            Some(claim) => Some(Claim {
                respond: encode(respond)?,
                ..claim.clone()
            }),
        };
        Ok(Transaction {
            catalog,
            work,
            claim,
            rollback: self.rollback,
        })
    }
}

/// The work of one run.
pub(crate) fn run(shape: Vec<u8>, values: Vec<Value>, demand: Option<Demand>) -> Work {
    Work::Run(Step {
        shape,
        values,
        demand,
    })
}

/// The key of a header: as it is, or between quotes as a structured field has it.
fn key(header: &str) -> Result<&str, ApiError> {
    let header = header.trim();
    let key = header
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(header);
    let printable = key
        .bytes()
        .all(|byte| (b' '..=b'~').contains(&byte) && byte != b'"');
    if key.is_empty() || key.len() > LONGEST_KEY || !printable {
        return Err(ApiError::new(
            Code::BadRequest,
            format!(
                "Idempotency-Key: expected 1 to {LONGEST_KEY} printable ASCII characters without a double quote, \
                 such as a UUID; nothing was changed"
            ),
        )
        .with("limit", LONGEST_KEY));
    }
    Ok(key)
}

/// A digest of what a request asks for.
fn fingerprint(request: &Request) -> String {
    let mut digest = Sha256::new();
    let mut add = |part: Option<&[u8]>| {
        // With its length, so that no two requests read alike.
        let length = part.map_or(u64::MAX, |part| part.len() as u64);
        digest.update(length.to_be_bytes());
        digest.update(part.unwrap_or_default());
    };
    add(Some(format!("{:?}", request.method).as_bytes()));
    add(Some(request.path.as_bytes()));
    add(request.query.as_deref().map(str::as_bytes));
    for header in ASKING {
        add(request.headers.get(header).map(str::as_bytes));
    }
    add(Some(&request.body));
    schema::stored::hex(&digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(key: &str, body: &str) -> Request {
        let mut request = Request {
            method: Method::Post,
            path: "/t/shop/rest/book".to_owned(),
            body: body.as_bytes().to_vec(),
            ..Request::default()
        };
        request.headers.set(Header::IdempotencyKey, key.to_owned());
        request
    }

    #[test]
    fn a_key_is_read_in_both_spellings() {
        let claim = |key: &str| Terms::of(&request(key, "{}"), 0).unwrap().claim.unwrap();
        assert_eq!(claim("abc"), claim("\"abc\""));
        assert_eq!(claim(" a b ").key, "a b");
        for bad in ["", " ", "\"\"", "é", &"x".repeat(256)] {
            assert_eq!(
                Terms::of(&request(bad, "{}"), 0).unwrap_err().code,
                Code::BadRequest,
                "{bad}"
            );
        }
    }

    #[test]
    fn what_is_asked_for_decides_the_fingerprint() {
        let first = request("k", "{}");
        let print = fingerprint(&first);
        assert_eq!(print, fingerprint(&request("other", "{}")));
        assert_ne!(print, fingerprint(&request("k", "{ }")));
        let mut preferring = first.clone();
        preferring
            .headers
            .set(Header::Prefer, "return=minimal".to_owned());
        assert_ne!(print, fingerprint(&preferring));
        let mut asked = first;
        asked.query = Some(String::new());
        assert_ne!(print, fingerprint(&asked));
    }
}
