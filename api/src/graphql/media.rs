//! Media types: which one an answer has, and which ones a request may have.

use serde::{Deserialize, Serialize};

use crate::error::{ApiError, Code};

/// The media type of an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Media {
    /// `application/json`: status 200 whatever became of a well-formed call.
    #[default]
    Json,
    /// `application/graphql-response+json`: status 400 where nothing ran.
    GraphqlResponse,
}

impl Media {
    const ALL: [Self; 2] = [Self::Json, Self::GraphqlResponse];

    /// The header's value.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        }
    }

    const fn subtype(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::GraphqlResponse => "graphql-response+json",
        }
    }
}

/// The best answer to an `Accept` header (RFC 9110 section 12.5.1). Where the client prefers none, `application/json`.
pub(super) fn negotiate(accept: Option<&str>) -> Result<Media, ApiError> {
    let Some(accept) = accept.filter(|accept| !accept.trim().is_empty()) else {
        return Ok(Media::Json);
    };
    let ranges: Vec<Range<'_>> = accept.split(',').filter_map(Range::parse).collect();
    let weighed = Media::ALL.map(|media| (weight(&ranges, media), media));
    let best = weighed
        .into_iter()
        .filter_map(|(weight, media)| Some((weight.filter(|(quality, _, _)| *quality > 0)?, media)))
        // The greater quality, then the more exact range, then the one that was named first.
        .max_by_key(|((quality, exact, index), media)| {
            (*quality, *exact, std::cmp::Reverse(*index), *media == Media::Json)
        });
    best.map(|(_, media)| media).ok_or_else(|| {
        ApiError::new(
            Code::NotAcceptable,
            "answers are application/graphql-response+json or application/json, in UTF-8",
        )
    })
}

/// Quality in thousandths, exactness, and place of the most exact range for a media type.
fn weight(ranges: &[Range<'_>], media: Media) -> Option<(u16, u8, usize)> {
    ranges
        .iter()
        .enumerate()
        .filter_map(|(index, range)| Some((range.exactness(media)?, index, range.quality)))
        .max_by_key(|(exact, index, _)| (*exact, std::cmp::Reverse(*index)))
        .map(|(exact, index, quality)| (quality, exact, index))
}

struct Range<'a> {
    main: &'a str,
    sub: &'a str,
    quality: u16,
}

impl<'a> Range<'a> {
    fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.split(';').map(str::trim);
        let (main, sub) = parts.next()?.split_once('/')?;
        let mut quality = 1000;
        for parameter in parts {
            let (name, value) = parameter.split_once('=')?;
            let value = value.trim().trim_matches('"');
            if name.trim().eq_ignore_ascii_case("q") {
                quality = thousandths(value)?;
            } else if name.trim().eq_ignore_ascii_case("charset") && !is_utf8(value) {
                return None;
            }
        }
        Some(Self { main, sub, quality })
    }

    fn exactness(&self, media: Media) -> Option<u8> {
        match (self.main, self.sub) {
            ("*", "*") => Some(0),
            (main, "*") if main.eq_ignore_ascii_case("application") => Some(1),
            (main, sub)
                if main.eq_ignore_ascii_case("application") && sub.eq_ignore_ascii_case(media.subtype()) =>
            {
                Some(2)
            }
            _ => None,
        }
    }
}

fn thousandths(text: &str) -> Option<u16> {
    let quality: f32 = text.parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 1000"
    )]
    (0.0..=1.0)
        .contains(&quality)
        .then_some((quality * 1000.0).round() as u16)
}

/// A request's body is JSON in UTF-8.
pub(super) fn check_content_type(content_type: Option<&str>) -> Result<(), ApiError> {
    let unsupported = |what: String| {
        ApiError::new(
            Code::UnsupportedMediaType,
            format!("{what}: send application/json in UTF-8"),
        )
    };
    let Some(content_type) = content_type else {
        return Err(unsupported("the request has no Content-Type".to_owned()));
    };
    let mut parts = content_type.split(';').map(str::trim);
    if !parts
        .next()
        .is_some_and(|media| media.eq_ignore_ascii_case("application/json"))
    {
        return Err(unsupported(format!("{content_type} is not taken")));
    }
    let charset = parts
        .filter_map(|parameter| parameter.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("charset"));
    match charset {
        Some((_, charset)) if !is_utf8(charset.trim().trim_matches('"')) => {
            Err(unsupported(format!("the charset {charset} is not taken")))
        }
        _ => Ok(()),
    }
}

fn is_utf8(charset: &str) -> bool {
    charset.eq_ignore_ascii_case("utf-8") || charset.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_accept_header_decides() {
        use Media::{GraphqlResponse, Json};
        for (accept, media) in [
            (None, Some(Json)),
            (Some(""), Some(Json)),
            (Some("*/*"), Some(Json)),
            (Some("application/*"), Some(Json)),
            (Some("application/json"), Some(Json)),
            (Some("application/graphql-response+json"), Some(GraphqlResponse)),
            (
                Some("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8"),
                Some(GraphqlResponse),
            ),
            (
                Some("application/json, application/graphql-response+json"),
                Some(Json),
            ),
            (
                Some("application/json;q=0.5, application/graphql-response+json;q=0.9"),
                Some(GraphqlResponse),
            ),
            (
                Some("application/graphql-response+json, application/json;q=0.9, */*;q=0.1"),
                Some(GraphqlResponse),
            ),
            (Some("application/json;q=0, */*"), Some(GraphqlResponse)),
            (Some("text/html"), None),
            (Some("application/json;q=0"), None),
            (Some("application/json; charset=latin1"), None),
            (Some(";;,/,q=1"), None),
        ] {
            assert_eq!(negotiate(accept).ok(), media, "{accept:?}");
        }
    }

    #[test]
    fn bodies_are_json_in_utf8() {
        for (content_type, taken) in [
            (Some("application/json"), true),
            (Some("application/json; charset=utf-8"), true),
            (Some("Application/JSON;charset=\"UTF-8\""), true),
            (Some("application/json; charset=latin1"), false),
            (Some("application/graphql"), false),
            (Some("text/plain"), false),
            (None, false),
        ] {
            assert_eq!(
                check_content_type(content_type).is_ok(),
                taken,
                "{content_type:?}"
            );
        }
    }
}
