//! Requests and responses, free of any host's types.

use std::borrow::Cow;
use std::convert::Infallible;

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
    Host,
    AcceptProfile,
}

impl Header {
    /// All of them, in the order in which a host hands them over.
    pub const ALL: [Self; 12] = [
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
        Self::Host,
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
            Self::Host => "host",
            Self::AcceptProfile => "accept-profile",
        }
    }
}

/// Request headers.
#[derive(Debug, Clone, Default)]
pub struct Headers([Option<String>; Header::ALL.len()]);

impl Headers {
    /// The header's value; several fields of one name are joined by `, ` (RFC 9110 section 5.2).
    pub fn get(&self, header: Header) -> Option<&str> {
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
}

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
        }
    }

    /// A response with a text of that media type.
    pub fn text(status: u16, media_type: &'static str, text: String) -> Self {
        Self {
            status,
            headers: vec![("content-type", media_type.into())],
            body: Body::Text(text),
        }
    }

    /// The same with a header more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl Response<Infallible> {
    /// The same for any host: it holds no shard's text.
    pub fn on_host<T>(self) -> Response<T> {
        Response {
            status: self.status,
            headers: self.headers,
            body: match self.body {
                Body::Empty => Body::Empty,
                Body::Text(text) => Body::Text(text),
                Body::Shard(never) => match never {},
            },
        }
    }
}
