//! Media types: what a client accepts, and what it sends.

use serde::{Deserialize, Serialize};

use crate::error::{ApiError, Code};
use crate::http::{Header, Headers};

/// What a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Media {
    /// `application/json`
    Json,
    /// `application/vnd.pgrst.object+json`: exactly one row, not in an array.
    Object,
    /// `application/vnd.pgrst.plan+json`: how a read is done, without its rows.
    Plan,
}

const OBJECT: &str = "application/vnd.pgrst.object+json";

const PLAN: &str = "application/vnd.pgrst.plan+json";

impl Media {
    /// The value of `Content-Type`.
    pub(crate) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Object => "application/vnd.pgrst.object+json; charset=utf-8",
            Self::Plan => "application/vnd.pgrst.plan+json; charset=utf-8",
        }
    }

    fn of_range(range: &str) -> Option<Self> {
        match range {
            "*/*" | "application/*" | "application/json" | "application/vnd.pgrst.array+json" => {
                Some(Self::Json)
            }
            OBJECT | "application/vnd.pgrst.object" => Some(Self::Object),
            PLAN => Some(Self::Plan),
            _ => None,
        }
    }
}

/// The media type that a client accepts and prefers (RFC 9110 section 12.5.1).
pub(crate) fn accepted(headers: &Headers) -> Result<Media, ApiError> {
    let Some(accept) = headers
        .get(Header::Accept)
        .filter(|accept| !accept.trim().is_empty())
    else {
        return Ok(Media::Json);
    };
    let mut best: Option<(f32, Media)> = None;
    for range in accept.split(',') {
        let mut parts = range.split(';').map(str::trim);
        let media = parts.next().unwrap_or_default().to_ascii_lowercase();
        let mut quality = 1.0;
        let mut understood = true;
        for parameter in parts {
            match parameter.split_once('=') {
                Some(("q" | "Q", value)) => quality = value.parse().unwrap_or(0.0),
                Some((name, _)) if name.eq_ignore_ascii_case("charset") => {}
                // What PostgREST's clients say of a plan; there is one kind of it here.
                Some(("for" | "options", _)) if media == PLAN => {}
                _ => understood = parameter.is_empty() && understood,
            }
        }
        if let (true, Some(media)) = (understood && quality > 0.0, Media::of_range(&media))
            && best.is_none_or(|(before, _)| quality > before)
        {
            best = Some((quality, media));
        }
    }
    best.map(|(_, media)| media).ok_or_else(|| {
        ApiError::new(
            Code::NotAcceptable,
            format!(
                "Accept: '{accept}' has nothing that this API answers: application/json, {OBJECT} or {PLAN}"
            ),
        )
        .with("supported", vec!["application/json", OBJECT, PLAN])
    })
}

/// Refuses a body that is not JSON. One without a media type is taken for it.
pub(crate) fn json_body(headers: &Headers) -> Result<(), ApiError> {
    let Some(content_type) = headers.get(Header::ContentType) else {
        return Ok(());
    };
    let media = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if matches!(media.as_str(), "" | "application/json" | "text/json") || media.ends_with("+json") {
        return Ok(());
    }
    Err(ApiError::new(
        Code::UnsupportedMediaType,
        format!("Content-Type: '{media}' is not taken; send application/json"),
    )
    .with("supported", vec!["application/json"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepting(accept: &str) -> Result<Media, Code> {
        let mut headers = Headers::default();
        headers.set(Header::Accept, accept.to_owned());
        accepted(&headers).map_err(|error| error.code)
    }

    #[test]
    fn picks_what_is_preferred() {
        for (accept, media) in [
            ("", Ok(Media::Json)),
            ("*/*", Ok(Media::Json)),
            ("application/vnd.pgrst.object+json", Ok(Media::Object)),
            ("text/csv, application/json;q=0.5", Ok(Media::Json)),
            (
                "application/json;q=0.5, application/vnd.pgrst.object+json",
                Ok(Media::Object),
            ),
            ("Application/JSON; charset=utf-8", Ok(Media::Json)),
            (
                "application/vnd.pgrst.plan+json; for=\"application/json\"; options=analyze|verbose",
                Ok(Media::Plan),
            ),
            ("text/csv", Err(Code::NotAcceptable)),
            ("application/json;q=0", Err(Code::NotAcceptable)),
            (
                "application/vnd.pgrst.object+json;nulls=stripped",
                Err(Code::NotAcceptable),
            ),
        ] {
            assert_eq!(accepting(accept), media, "{accept}");
        }
        assert_eq!(accepted(&Headers::default()), Ok(Media::Json));
    }

    #[test]
    fn takes_json_bodies() {
        for (content_type, taken) in [
            ("application/json; charset=utf-8", true),
            ("text/json", true),
            ("application/vnd.api+json", true),
            ("text/csv", false),
            ("application/x-www-form-urlencoded", false),
        ] {
            let mut headers = Headers::default();
            headers.set(Header::ContentType, content_type.to_owned());
            assert_eq!(json_body(&headers).is_ok(), taken, "{content_type}");
        }
    }
}
