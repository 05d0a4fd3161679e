//! Entity tags of rows (RFC 9110 sections 8.8.3 and 13.1): what they are made of, and what requests say of them.
//!
//! A tag is `"state-representation"`. The first half stands for all stored values of the row, and is what a write compares; the
//! second for what is shown of it, so that two representations of one row never have one tag.

use schema::stored::{Stored, state_of};
use serde::{Deserialize, Serialize};
use shard::op::{Expects, Guard, Part};

use crate::error::{ApiError, Code};
use crate::http::{Header, Headers};
use crate::plan::Binder;
use crate::rest::path::Key;
use crate::rest::request::Call;
use crate::rest::scope::{MemberValue, Scope};

/// Parts the halves of a tag.
const BETWEEN: char = '-';

/// The tags of a conditional header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Tags {
    /// `*`
    Any,
    /// A list.
    List(Vec<Tag>),
}

/// An entity tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tag {
    weak: bool,
    opaque: String,
}

/// How a row's tag is made, and what a reader says of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tagging {
    /// What stands for the representation; `None` where it holds other rows too, and its text has to tell.
    representation: Option<String>,
    /// `If-Match` of a read.
    expected: Option<Tags>,
    /// `If-None-Match` of a read.
    known: Option<Tags>,
}

/// What a reader's conditions come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fresh {
    /// The row is answered.
    New,
    /// The reader has it already.
    Known,
    /// The reader wants another one.
    Unwanted,
}

impl Tags {
    /// Reads a header. An empty one is none, since workerd does not hand it over.
    pub(crate) fn read(headers: &Headers, header: Header) -> Result<Option<Self>, ApiError> {
        let text = headers.get(header).unwrap_or_default().trim();
        if text.is_empty() {
            return Ok(None);
        }
        let tags = if text == "*" { Some(Self::Any) } else { list(text) };
        tags.map(Some).ok_or_else(|| {
            let name = if header == Header::IfMatch {
                "If-Match"
            } else {
                "If-None-Match"
            };
            ApiError::new(
                Code::BadRequest,
                format!(
                    "{name}: expected entity tags between double quotes as `ETag` has them, parted by commas, or *; nothing \
                     was changed"
                ),
            )
        })
    }

    /// The states in tags that compare strongly, as a guard takes them; `None` for any.
    fn states(&self, weak_too: bool) -> Option<String> {
        let Self::List(tags) = self else { return None };
        let states: Vec<&str> = tags
            .iter()
            .filter(|tag| weak_too || !tag.weak)
            .map(|tag| state(&tag.opaque))
            .collect();
        Some(serde_json::Value::from(states).to_string())
    }

    /// Whether one of them is that tag.
    fn name(&self, opaque: &str, weak_too: bool) -> bool {
        match self {
            Self::Any => true,
            Self::List(tags) => tags
                .iter()
                .any(|tag| (weak_too || !tag.weak) && tag.opaque == opaque),
        }
    }
}

/// The half of a tag that a write compares. A tag that was handed out by GraphQL is nothing else.
pub(crate) fn state(opaque: &str) -> &str {
    opaque.split(BETWEEN).next().unwrap_or(opaque)
}

/// One tag as GraphQL takes it: with its quotes or without.
pub(crate) fn single(text: &str) -> &str {
    let text = text.trim();
    let bare = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    state(bare.unwrap_or(text))
}

/// A list of tags; `None` where it is none. Empty elements are passed over (RFC 9110 section 5.6.1.2).
fn list(text: &str) -> Option<Tags> {
    let mut tags = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            break;
        }
        let (weak, quoted) = match rest.strip_prefix("W/") {
            Some(quoted) => (true, quoted),
            None => (false, rest),
        };
        let (opaque, behind) = quoted.strip_prefix('"')?.split_once('"')?;
        let behind = behind.trim_start_matches([' ', '\t']);
        if !behind.is_empty() && !behind.starts_with(',') {
            return None;
        }
        tags.push(Tag {
            weak,
            opaque: opaque.to_owned(),
        });
        rest = behind;
    }
    (!tags.is_empty()).then_some(Tags::List(tags))
}

impl Tagging {
    /// Of what is answered of a row, without a reader's conditions.
    pub(crate) fn of(call: &Call<'_>) -> Self {
        Self {
            representation: representation(&call.scope, call.is_single()),
            ..Self::default()
        }
    }

    /// The same with a reader's conditions.
    pub(crate) fn read(call: &Call<'_>, headers: &Headers) -> Result<Self, ApiError> {
        Ok(Self {
            expected: Tags::read(headers, Header::IfMatch)?,
            known: Tags::read(headers, Header::IfNoneMatch)?,
            ..Self::of(call)
        })
    }

    /// Whether the tag is made from the text that is answered.
    pub(crate) const fn reads_text(&self) -> bool {
        self.representation.is_none()
    }

    /// The tag of a row in that state, without quotes. `text` is its representation.
    pub(crate) fn tag(&self, state: &str, text: impl FnOnce() -> String) -> String {
        let shown = match &self.representation {
            Some(representation) => representation.clone(),
            None => short(&text()),
        };
        format!("{state}{BETWEEN}{shown}")
    }

    /// What a reader's conditions come to for that tag (RFC 9110 section 13.2.2).
    pub(crate) fn fresh(&self, tag: &str) -> Fresh {
        if self.expected.as_ref().is_some_and(|tags| !tags.name(tag, false)) {
            return Fresh::Unwanted;
        }
        match &self.known {
            Some(tags) if tags.name(tag, true) => Fresh::Known,
            _ => Fresh::New,
        }
    }
}

/// What stands for the representation that a scope gives of a row: its members, each with what else decides its text.
fn representation(scope: &Scope<'_>, alone: bool) -> Option<String> {
    let mut shown = String::from(if alone { "1" } else { "" });
    for member in &scope.members {
        let MemberValue::Column(column) = &member.value else {
            return None;
        };
        shown.push('\0');
        shown.push_str(&member.key);
        shown.push('\0');
        shown.push_str(&column.id.0.to_string());
        if let Stored::Enum(names) | Stored::Set(names) = &column.stored {
            // Stored by position: the names are the declaration's.
            for name in names.iter() {
                shown.push('\u{1}');
                shown.push_str(name);
            }
        }
    }
    Some(short(&shown))
}

fn short(text: &str) -> String {
    let mut digest = state_of(text.as_bytes());
    digest.truncate(12);
    digest
}

/// What must hold of a key's row before it is written: `If-Match` and `If-None-Match`. `absent` says whether `If-Match` holds where
/// there is no row, which the write then answers itself.
pub(crate) fn guards(
    call: &Call<'_>,
    headers: &Headers,
    binder: &mut Binder,
    absent: bool,
) -> Result<Vec<Part>, ApiError> {
    let expected = Tags::read(headers, Header::IfMatch)?;
    let known = Tags::read(headers, Header::IfNoneMatch)?;
    let Some(key) = &call.target.key else {
        return unconditional(call, expected.is_some() || known.is_some());
    };
    if call.scope.table.require_if_match && expected.is_none() && (absent || known != Some(Tags::Any)) {
        return Err(required(&call.scope.table.names.rest));
    }
    let mut guards = Vec::new();
    if let Some(tags) = expected {
        let states = tags.states(false);
        guards.push(guard(call, key, binder, (states, Expects::Same { absent }))?);
    }
    if let Some(tags) = known {
        let states = tags.states(true);
        guards.push(guard(call, key, binder, (states, Expects::Other))?);
    }
    Ok(guards)
}

/// A write to rows that no key names takes no conditions.
fn unconditional(call: &Call<'_>, conditional: bool) -> Result<Vec<Part>, ApiError> {
    let table = &call.scope.table.names.rest;
    if conditional {
        return Err(ApiError::new(
            Code::BadRequest,
            format!(
                "If-Match and If-None-Match are about one row, whose path is '{table}/{{key}}'; nothing was changed"
            ),
        ));
    }
    Ok(Vec::new())
}

fn guard(
    call: &Call<'_>,
    key: &Key<'_>,
    binder: &mut Binder,
    (states, expects): (Option<String>, Expects),
) -> Result<Part, ApiError> {
    use schema::stored::Value;
    Ok(Part::Guard(Guard {
        table: call.scope.table.id,
        filter: Some(key.filter(binder)?),
        states: binder.bind(states.map_or(Value::Null, Value::Text))?,
        expects,
    }))
}

/// The error where a table's rows are changed by `If-Match` only.
pub(crate) fn required(table: &str) -> ApiError {
    ApiError::new(
        Code::PreconditionRequired,
        format!(
            "rows of '{table}' are changed one at a time and only as they were seen: read the row, and send its `ETag` as \
             `If-Match` to its own path (in GraphQL, its `etag` as `ifMatch`); nothing was changed"
        ),
    )
    .with("table", table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(weak: bool, opaque: &str) -> Tag {
        Tag {
            weak,
            opaque: opaque.to_owned(),
        }
    }

    fn read(text: &str) -> Result<Option<Tags>, ApiError> {
        let mut headers = Headers::default();
        headers.set(Header::IfMatch, text.to_owned());
        Tags::read(&headers, Header::IfMatch)
    }

    #[test]
    fn reads_lists() {
        assert_eq!(read(" * ").unwrap(), Some(Tags::Any));
        assert_eq!(
            read("\"a,b\" , W/\"c\",, \"\"").unwrap(),
            Some(Tags::List(vec![
                tag(false, "a,b"),
                tag(true, "c"),
                tag(false, "")
            ]))
        );
        assert_eq!(read(" ").unwrap(), None);
        for bad in ["a", "\"a", "\"a\" \"b\"", "w/\"a\"", "*, \"a\"", ","] {
            assert_eq!(read(bad).unwrap_err().code, Code::BadRequest, "{bad}");
        }
    }

    #[test]
    fn a_read_compares_weakly_for_what_is_known_and_strongly_for_what_is_expected() {
        let tagging = |expected: Option<&str>, known: Option<&str>| Tagging {
            representation: None,
            expected: expected.and_then(list),
            known: known.and_then(list),
        };
        assert_eq!(tagging(None, Some("W/\"a-b\"")).fresh("a-b"), Fresh::Known);
        assert_eq!(tagging(None, Some("\"a-c\"")).fresh("a-b"), Fresh::New);
        assert_eq!(tagging(Some("W/\"a-b\""), None).fresh("a-b"), Fresh::Unwanted);
        assert_eq!(tagging(Some("\"x\", \"a-b\""), None).fresh("a-b"), Fresh::New);
    }

    #[test]
    fn a_write_compares_states() {
        let tags = list("\"a-b\", W/\"c-d\", \"e\"").unwrap();
        assert_eq!(tags.states(false).as_deref(), Some("[\"a\",\"e\"]"));
        assert_eq!(tags.states(true).as_deref(), Some("[\"a\",\"c\",\"e\"]"));
        assert_eq!(Tags::Any.states(false), None);
        assert_eq!(single(" \"a-b\" "), "a");
        assert_eq!(single("a"), "a");
    }
}
