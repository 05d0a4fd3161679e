//! Media types: what a client accepts, and what it sends.

use serde::{Deserialize, Serialize};

use crate::error::{ApiError, Code};
use crate::http::{Header, Headers, essence};

/// What a response holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Media {
    /// `application/json`
    Json,
    /// `application/vnd.pgrst.object+json`: exactly one row, not in an array.
    Object,
    /// `application/vnd.pgrst.array+json;nulls=stripped`: members that are null are left out.
    Stripped,
    /// `application/vnd.pgrst.object+json;nulls=stripped`
    StrippedObject,
    /// `text/csv`
    Csv,
    /// `application/x-ndjson`: a row a line.
    Lines,
    /// `application/vnd.pgrst.plan+json`: how a read is done, without its rows.
    Plan,
    /// `application/vnd.pgrst.plan+text`: the same for people.
    PlanText,
}

const OBJECT: &str = "application/vnd.pgrst.object+json";
const ARRAY: &str = "application/vnd.pgrst.array+json";

/// What is answered, as errors list it.
const ANSWERED: [&str; 6] = [
    "application/json",
    OBJECT,
    "text/csv",
    "application/x-ndjson",
    PLAN,
    PLAN_TEXT,
];

const PLAN: &str = "application/vnd.pgrst.plan+json";
const PLAN_TEXT: &str = "application/vnd.pgrst.plan+text";

impl Media {
    /// The value of `Content-Type`.
    pub(crate) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Object => "application/vnd.pgrst.object+json; charset=utf-8",
            Self::Stripped => "application/vnd.pgrst.array+json;nulls=stripped; charset=utf-8",
            Self::StrippedObject => "application/vnd.pgrst.object+json;nulls=stripped; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::Plan => "application/vnd.pgrst.plan+json; charset=utf-8",
            Self::PlanText => "application/vnd.pgrst.plan+text; charset=utf-8",
            Self::Lines => "application/x-ndjson; charset=utf-8",
        }
    }

    /// Whether it tells how rows are read, and not the rows.
    pub(crate) const fn is_plan(self) -> bool {
        matches!(self, Self::Plan | Self::PlanText)
    }

    /// Whether it holds exactly one row, not in an array.
    pub(crate) const fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::StrippedObject)
    }

    fn of_range(range: &str, stripped: bool) -> Option<Self> {
        match (range, stripped) {
            ("*/*" | "application/*" | "application/json" | ARRAY, false) => Some(Self::Json),
            (OBJECT | "application/vnd.pgrst.object", false) => Some(Self::Object),
            (ARRAY, true) => Some(Self::Stripped),
            (OBJECT | "application/vnd.pgrst.object", true) => Some(Self::StrippedObject),
            (PLAN, false) => Some(Self::Plan),
            // As in PostgREST, a plan without a form is a text.
            (PLAN_TEXT | "application/vnd.pgrst.plan", false) => Some(Self::PlanText),
            ("text/csv" | "text/*", false) => Some(Self::Csv),
            ("application/x-ndjson" | "application/ndjson" | "application/jsonl", false) => Some(Self::Lines),
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
        let mut stripped = false;
        for parameter in parts {
            match parameter.split_once('=') {
                Some(("q" | "Q", value)) => quality = value.parse().unwrap_or(0.0),
                Some((name, _)) if name.eq_ignore_ascii_case("charset") => {}
                Some(("nulls", "stripped")) => stripped = true,
                Some(("header", "present")) => {}
                // What PostgREST's clients say of a plan; there is one kind of it here.
                Some(("for" | "options", _)) if media.starts_with("application/vnd.pgrst.plan") => {}
                _ => understood = parameter.is_empty() && understood,
            }
        }
        if let (true, Some(media)) = (understood && quality > 0.0, Media::of_range(&media, stripped))
            && best.is_none_or(|(before, _)| quality > before)
        {
            best = Some((quality, media));
        }
    }
    best.map(|(_, media)| media).ok_or_else(|| {
        ApiError::new(
            Code::NotAcceptable,
            format!(
                "Accept: '{accept}' has nothing that this API answers: {}",
                ANSWERED.join(", ")
            ),
        )
        .with("supported", ANSWERED.to_vec())
    })
}

/// What a body holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyMedia {
    /// JSON: an object, or an array of them.
    Json,
    /// CSV with a header.
    Csv,
    /// A JSON object a line.
    Lines,
    /// Form fields: one row.
    Form,
}

/// What a body's media type is; one without any is taken for JSON.
pub(crate) fn of_body(headers: &Headers) -> Result<BodyMedia, ApiError> {
    const TAKEN: [&str; 4] = [
        "application/json",
        "text/csv",
        "application/x-ndjson",
        "application/x-www-form-urlencoded",
    ];
    let media = essence(headers.get(Header::ContentType).unwrap_or_default());
    match media.as_str() {
        "" | "application/json" | "text/json" => Ok(BodyMedia::Json),
        "text/csv" => Ok(BodyMedia::Csv),
        "application/x-ndjson" | "application/ndjson" | "application/jsonl" => Ok(BodyMedia::Lines),
        "application/x-www-form-urlencoded" => Ok(BodyMedia::Form),
        other if other.ends_with("+json") => Ok(BodyMedia::Json),
        other => Err(ApiError::new(
            Code::UnsupportedMediaType,
            format!("Content-Type: '{other}' is not taken; send {}", TAKEN.join(", ")),
        )
        .with("supported", TAKEN.to_vec())),
    }
}

/// Refuses a body that is not JSON.
pub(crate) fn json_body(headers: &Headers) -> Result<(), ApiError> {
    match of_body(headers)? {
        BodyMedia::Json => Ok(()),
        _ => Err(ApiError::new(
            Code::UnsupportedMediaType,
            "Content-Type: this takes application/json only",
        )
        .with("supported", vec!["application/json"])),
    }
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
            ("text/csv;q=0.4, application/json;q=0.5", Ok(Media::Json)),
            (
                "application/json;q=0.5, application/vnd.pgrst.object+json",
                Ok(Media::Object),
            ),
            ("Application/JSON; charset=utf-8", Ok(Media::Json)),
            ("text/csv", Ok(Media::Csv)),
            ("application/x-ndjson", Ok(Media::Lines)),
            (
                "application/vnd.pgrst.plan+json; for=\"application/json\"; options=analyze|verbose",
                Ok(Media::Plan),
            ),
            (
                "application/vnd.pgrst.plan+text; for=\"application/json\"; options=;",
                Ok(Media::PlanText),
            ),
            ("application/vnd.pgrst.plan", Ok(Media::PlanText)),
            ("application/json;q=0", Err(Code::NotAcceptable)),
            ("text/html", Err(Code::NotAcceptable)),
            ("application/json;nulls=stripped", Err(Code::NotAcceptable)),
            (
                "application/vnd.pgrst.object+json;nulls=stripped",
                Ok(Media::StrippedObject),
            ),
            (
                "application/vnd.pgrst.array+json; nulls=stripped",
                Ok(Media::Stripped),
            ),
        ] {
            assert_eq!(accepting(accept), media, "{accept}");
        }
        assert_eq!(accepted(&Headers::default()), Ok(Media::Json));
    }

    #[test]
    fn tells_bodies_apart() {
        for (content_type, media) in [
            ("application/json; charset=utf-8", Some(BodyMedia::Json)),
            ("text/json", Some(BodyMedia::Json)),
            ("application/vnd.api+json", Some(BodyMedia::Json)),
            ("text/csv; header=present", Some(BodyMedia::Csv)),
            ("application/x-ndjson", Some(BodyMedia::Lines)),
            ("application/x-www-form-urlencoded", Some(BodyMedia::Form)),
            ("application/xml", None),
        ] {
            let mut headers = Headers::default();
            headers.set(Header::ContentType, content_type.to_owned());
            assert_eq!(of_body(&headers).ok(), media, "{content_type}");
        }
    }
}
