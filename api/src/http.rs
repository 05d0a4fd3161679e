//! Requests and responses, free of any host's types.

use std::borrow::Cow;

/// An HTTP request, read whole.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path, still percent-encoded.
    pub path: String,
    /// What stands behind `?`, still percent-encoded.
    pub query: Option<String>,
    /// The headers that matter to this API.
    pub headers: Headers,
    /// The body, read whole.
    pub body: Vec<u8>,
}

/// The methods of this API (RFC 9110 section 9).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the methods' own names")]
pub enum Method {
    #[default]
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
    Other,
}

impl Method {
    /// Reads a method's name, in capitals.
    pub fn parse(name: &str) -> Self {
        match name {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "POST" => Self::Post,
            "PUT" => Self::Put,
            "PATCH" => Self::Patch,
            "DELETE" => Self::Delete,
            "OPTIONS" => Self::Options,
            _ => Self::Other,
        }
    }
}

/// The request headers that matter to this API.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the headers' own names")]
pub enum Header {
    Authorization,
    ContentType,
    Accept,
    Prefer,
    Range,
    RangeUnit,
    IfMatch,
    IfNoneMatch,
    IdempotencyKey,
    ApiKey,
    AcceptProfile,
}

impl Header {
    /// All of them, in the order in which a host hands them over.
    pub const ALL: [Self; 11] = [
        Self::Authorization,
        Self::ContentType,
        Self::Accept,
        Self::Prefer,
        Self::Range,
        Self::RangeUnit,
        Self::IfMatch,
        Self::IfNoneMatch,
        Self::IdempotencyKey,
        Self::ApiKey,
        Self::AcceptProfile,
    ];

    /// The name on the wire, in small letters.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Authorization => "authorization",
            Self::ContentType => "content-type",
            Self::Accept => "accept",
            Self::Prefer => "prefer",
            Self::Range => "range",
            Self::RangeUnit => "range-unit",
            Self::IfMatch => "if-match",
            Self::IfNoneMatch => "if-none-match",
            Self::IdempotencyKey => "idempotency-key",
            Self::ApiKey => "apikey",
            Self::AcceptProfile => "accept-profile",
        }
    }
}

impl Header {
    /// The kinds of request that it says something of: `r`, what reads (GET, HEAD); `d`, a GraphQL document that is sent; `w`,
    /// anything else. A host may leave it out elsewhere.
    pub const fn kinds(self) -> &'static str {
        match self {
            Self::Authorization | Self::Accept | Self::Prefer | Self::ApiKey => "rdw",
            Self::ContentType | Self::IdempotencyKey => "dw",
            Self::Range | Self::RangeUnit | Self::IfMatch | Self::IfNoneMatch | Self::AcceptProfile => "rw",
        }
    }
}

/// Request headers.
#[derive(Debug, Clone, Default)]
pub struct Headers([Option<String>; Header::ALL.len()]);

impl Headers {
    /// The header's value; several fields of one name are joined by `, ` (RFC 9110 section 5.2). An empty one counts as none.
    pub fn get(&self, header: Header) -> Option<&str> {
        self.given(header).filter(|value| !value.is_empty())
    }

    /// The same, also if it is empty: of an `Idempotency-Key`, on which a client relies, an empty one is refused rather than passed over.
    pub fn given(&self, header: Header) -> Option<&str> {
        self.0[header as usize].as_deref()
    }

    /// Sets a header's value.
    pub fn set(&mut self, header: Header, value: String) {
        self.0[header as usize] = Some(value);
    }
}

/// An HTTP response. `T` is a text as the host keeps it: a shard's answer is passed on without being read.
#[derive(Debug, Clone)]
pub struct Response<T> {
    /// The status code.
    pub status: u16,
    /// The headers, names in small letters.
    pub headers: Vec<(&'static str, Cow<'static, str>)>,
    /// The body.
    pub body: Body<T>,
    /// Whether status and headers follow from the request and from what the shard tells beside its text, and nothing else. A host
    /// may make the same of them when both are the same again.
    pub repeats: bool,
}

/// The header of a response that is only a part of an answer: the path and query of the next part, which the host asks for
/// with the same headers once the client has taken this one. It is not handed on.
pub const NEXT: &str = "workersql-next";

/// A response's body.
#[derive(Debug, Clone)]
pub enum Body<T> {
    /// None.
    Empty,
    /// A text of the gateway's own.
    Text(String),
    /// A shard's text.
    Shard(T),
}

impl<T> Response<T> {
    /// A response without a body.
    pub fn empty(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Body::Empty,
            repeats: false,
        }
    }

    /// A response with a text of that media type.
    pub fn text(status: u16, media_type: &'static str, text: String) -> Self {
        Self {
            status,
            headers: vec![("content-type", media_type.into())],
            body: Body::Text(text),
            repeats: false,
        }
    }

    /// The same with a header more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// The media type of a `Content-Type` header without its parameters, in small letters (RFC 9110 section 8.3.1).
pub fn essence(content_type: &str) -> String {
    content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

/// Whether that is the media type of an SQL script, or the one of any file, as clients send it that know no other.
pub(crate) fn is_script(media_type: &str) -> bool {
    matches!(
        media_type,
        "application/sql" | "text/sql" | "application/x-sql" | "application/octet-stream"
    )
}

/// The best of the offered media types by an `Accept` header (RFC 9110 section 12.5.1); the first of equals. `None` where the
/// client takes none of them.
pub fn preferred<'a>(accept: &str, offered: &[&'a str]) -> Option<&'a str> {
    let mut best: Option<(u32, &str)> = None;
    for offer in offered {
        let quality = quality(accept, offer);
        if quality > 0 && best.is_none_or(|(most, _)| quality > most) {
            best = Some((quality, offer));
        }
    }
    best.map(|(_, offer)| offer)
}

/// The weight of a media type, in thousandths: that of the most specific range that names it.
fn quality(accept: &str, offer: &str) -> u32 {
    let mut found: Option<(u8, u32)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default().to_ascii_lowercase();
        let specificity = match name.as_str() {
            "*/*" => 0,
            _ if name == offer => 2,
            _ if name
                .strip_suffix("/*")
                .is_some_and(|kind| offer.split('/').next() == Some(kind)) =>
            {
                1
            }
            _ => continue,
        };
        let weight = parts
            .find_map(|part| part.strip_prefix("q="))
            .map_or(1000, thousandths);
        if found.is_none_or(|(most, _)| specificity > most) {
            found = Some((specificity, weight));
        }
    }
    found.map_or(0, |(_, weight)| weight)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to 0..=1000"
)]
fn thousandths(weight: &str) -> u32 {
    weight
        .parse::<f64>()
        .map_or(0, |weight| (weight.clamp(0.0, 1.0) * 1000.0).round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_specific_range_decides() {
        let offered = ["application/json", "application/sql"];
        assert_eq!(preferred("*/*", &offered), Some("application/json"));
        assert_eq!(
            preferred("application/*;q=0.5, application/sql", &offered),
            Some("application/sql")
        );
        assert_eq!(
            preferred("application/json;q=0, */*;q=0.1", &offered),
            Some("application/sql")
        );
        assert_eq!(preferred("text/html", &offered), None);
        assert_eq!(essence("Application/JSON; charset=utf-8"), "application/json");
    }
}
