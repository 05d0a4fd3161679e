//! From a shard's answer to a response.

use codegen::ApiTable;
use serde::{Deserialize, Serialize};
use shard::ShardError;
use shard::identity::seal;
use shard::op::OpInfo;
use shard::port::HostText;
use shard::wire::{self, Demand};

use crate::error::{ApiError, Code};
use crate::explain::Explains;
use crate::gateway::{Responds, unexpected};
use crate::http::{Body, NEXT, Response};
use crate::plan::tree::Places;
use crate::rest::convert::{self, Heading};
use crate::rest::etag::{Fresh, Tagging};
use crate::rest::location::Location;
use crate::rest::lower::Window;
use crate::rest::media::Media;
use crate::rest::path::Key;
use crate::rest::range::content_range;

/// How a shard's answer becomes a response.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Respond {
    pub(crate) head: Head,
    pub(crate) answer: Answer,
}

/// What every response has.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Head {
    /// The body's media type.
    pub(crate) media: Media,
    /// The members of each row in their order, where the media type has a header of them.
    pub(crate) columns: Vec<Heading>,
    /// Whether there is a body.
    pub(crate) body: bool,
    /// `Preference-Applied`.
    pub(crate) applied: Option<String>,
    /// Whether the answer is explained; it is not when it is answered again.
    #[serde(skip)]
    pub(crate) explains: Explains,
}

/// What was asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Answer {
    /// Rows of a table.
    List(Listed),
    /// The row of a key.
    Row(Missing, Tagging),
    /// A write.
    Written(Written),
    /// Rows with what is told of their page.
    Page,
}

/// Rows that were asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Listed {
    /// Which of them.
    pub(crate) window: Window,
    /// Whether a `Range` header said so.
    pub(crate) ranged: bool,
    /// Whether the number of all rows is exact, where it is told.
    pub(crate) exact: bool,
    /// Whether they stand behind or before a cursor, so that nobody knows how many are before them.
    pub(crate) placed: bool,
    /// How the next page is asked for, if it can be.
    pub(crate) next: Option<Next>,
}

/// How a page's neighbour is asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Next {
    /// The path and the query, up to what says where the page begins.
    pub(crate) address: String,
    /// Whether that is the number of rows before it, and no cursor.
    pub(crate) by_offset: bool,
    /// Whether the pages are read backward.
    pub(crate) backward: bool,
    /// Whether the pages are one answer, of which this is a part.
    pub(crate) streamed: bool,
}

impl Next {
    fn tell<T>(&self, response: Response<T>, place: &str) -> Response<T> {
        let address = format!("{}{place}", self.address);
        if self.streamed {
            return response.with(NEXT, address);
        }
        let relation = if self.backward { "prev" } else { "next" };
        response.with("link", format!("<{address}>; rel=\"{relation}\""))
    }
}

/// A write that was asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Written {
    /// What was done.
    pub(crate) verb: Verb,
    /// Whether the client asked how many rows there were.
    pub(crate) counted: bool,
    /// Whether it has to be exactly one row.
    pub(crate) single: bool,
    /// What to say where the path's key finds no row.
    pub(crate) missing: Option<Missing>,
    /// How the row's tag is made, where its state is asked for.
    pub(crate) tagging: Tagging,
    /// Where the rows that are embedded stand in the body: for errors, which are not kept.
    #[serde(skip)]
    pub(crate) places: Option<Places>,
}

/// What a write does.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Verb {
    /// Adds rows: one whose path is known, or others.
    Insert(Option<Location>),
    /// Adds or changes the row of a key.
    Put,
    /// Changes rows.
    Update,
    /// Removes rows.
    Delete,
}

/// A key that may find no row.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Missing {
    table: String,
    key: String,
}

impl Missing {
    /// For that table and key.
    pub(crate) fn new(table: &ApiTable, key: &Key<'_>) -> Self {
        Self {
            table: table.names.rest.clone(),
            key: key.shown(),
        }
    }

    fn error(&self) -> ApiError {
        ApiError::new(
            Code::NotFound,
            format!("'{}' has no row with the key '{}'", self.table, self.key),
        )
        .with("table", self.table.clone())
    }
}

/// The error where one row was asked for and that many were read. Where it is more, nobody counted how many there are in all.
fn not_alone(read: u64) -> ApiError {
    if read == 0 {
        return not_single(0);
    }
    ApiError::new(
        Code::NotAcceptable,
        "one row was asked for, as 'application/vnd.pgrst.object+json' does, and there are more",
    )
    .with("details", "The result contains more than 1 row")
}

/// The error where one row was asked for and there are so many others, or none. `details` reads as PostgREST's clients expect it.
pub(crate) fn not_single(rows: u64) -> ApiError {
    ApiError::new(
        Code::NotAcceptable,
        format!(
            "one row was asked for, as '{}' does, and there are {rows}",
            "application/vnd.pgrst.object+json"
        ),
    )
    .with("details", format!("The result contains {rows} rows"))
    .with("rows", rows)
}

impl Responds for Respond {
    fn respond<T: HostText>(self, outcome: Result<(T, wire::Answer), ShardError>) -> Response<T> {
        let Self { head, answer } = self;
        let (text, infos) = match outcome {
            Ok((text, wire::Answer::Rows(infos))) => (text, infos),
            Ok(_) => return ApiError::from(unexpected()).problem(),
            Err(error) => return refused(&answer, error).problem(),
        };
        let info = infos.into_iter().next().unwrap_or_default();
        match answer {
            Answer::List(listed) => list(&head, &listed, text, &info),
            Answer::Row(missing, _) if info.rows == 0 => missing.error().problem(),
            Answer::Row(_, tagging) => row(&head, &tagging, text, &info),
            Answer::Written(written) => self::written(&head, &written, text, &info),
            Answer::Page => head.read(200, text),
        }
    }

    fn demand(&self) -> Option<Demand> {
        match &self.answer {
            Answer::Written(written) if written.single || written.missing.is_some() => Some(ONE),
            Answer::Written(_) | Answer::Page => None,
            Answer::Row(..) => Some(ONE),
            Answer::List(listed) => {
                let all = if listed.exact { listed.window.offset } else { 0 };
                Some(if self.head.media.is_object() {
                    Demand { all, ..ONE_ALONE }
                } else {
                    Demand {
                        least: 0,
                        most: u64::MAX,
                        all,
                    }
                })
            }
        }
    }

    fn reads_text(&self) -> bool {
        matches!(&self.answer, Answer::Row(_, tagging) if tagging.reads_text())
    }

    fn explains(&self) -> Explains {
        self.head.explains
    }
}

/// The media type of an answer that holds nothing, where another would hold rows.
pub(crate) const NOTHING: &str = "text/plain";

/// What must hold where one row is asked for and no other may be.
const ONE_ALONE: Demand = Demand { most: 1, ..ONE };

/// What must hold where a row is named.
const ONE: Demand = Demand {
    least: 1,
    most: u64::MAX,
    all: 0,
};

impl Respond {
    /// Whether the answer is one of several parts, which its host asks for one after the other.
    pub(crate) fn is_streamed(&self) -> bool {
        matches!(&self.answer, Answer::List(listed) if listed.next.as_ref().is_some_and(|next| next.streamed))
    }

    /// The error behind one of a shard.
    pub(crate) fn refusal(&self, error: ShardError) -> ApiError {
        match (&self.answer, error) {
            (Answer::Row(missing, _), ShardError::Unmet(_)) => missing.error(),
            (Answer::List(_), ShardError::Unmet(rows)) if self.head.media.is_object() => not_alone(rows),
            (Answer::List(listed), ShardError::Unmet(_)) => behind(listed.window.offset),
            (answer, error) => refused(answer, error),
        }
    }
}

/// The error of a page that starts behind the last row.
fn behind(offset: u64) -> ApiError {
    ApiError::new(
        Code::RangeNotSatisfiable,
        format!("the rows asked for start at {offset}, behind the last"),
    )
}

fn refused(answer: &Answer, error: ShardError) -> ApiError {
    match (answer, error) {
        (Answer::Written(Written { single: true, .. }), ShardError::TooManyRows { found, .. }) => {
            not_single(found)
        }
        (Answer::Written(written), ShardError::Unmet(rows)) => written
            .missing
            .as_ref()
            .map_or_else(|| not_single(rows), Missing::error),
        (Answer::Written(written), error) => Places::explain(written.places.as_ref(), error),
        (_, error) => error.into(),
    }
}

impl Head {
    /// A response to a read, whose headers are the same without the body.
    fn read<T: HostText>(&self, status: u16, text: T) -> Response<T> {
        let mut response = self.bare(status).with("content-type", self.media.content_type());
        if self.body {
            response.body = match self.media {
                Media::Json | Media::Object | Media::Plan | Media::PlanText => Body::Shard(text),
                _ => Body::Text(self.converted(&text.to_text())),
            };
        }
        response
    }

    /// Rows as the shard wrote them, in the form of the media type.
    pub(crate) fn converted(&self, rows: &str) -> String {
        let converted = match self.media {
            Media::Json | Media::Object | Media::Plan | Media::PlanText => None,
            Media::Stripped | Media::StrippedObject => convert::stripped(rows),
            Media::Csv => convert::csv(rows, &self.columns),
            Media::Lines => convert::lines(rows),
        };
        converted.unwrap_or_else(|| rows.to_owned())
    }

    /// A response to a write, which has a body only where it was asked for.
    fn written<T: HostText>(&self, status: u16, text: T) -> Response<T> {
        match status {
            _ if self.body => self.read(status, text),
            204 => self.bare(status),
            // What may have a body says of an empty one, too, what it is.
            _ => self.bare(status).with("content-type", NOTHING),
        }
    }

    fn bare<T>(&self, status: u16) -> Response<T> {
        let response = Response::empty(status);
        match &self.applied {
            Some(applied) => response.with("preference-applied", applied.clone()),
            None => response,
        }
    }
}

/// A row that its reader may have already.
fn row<T: HostText>(head: &Head, tagging: &Tagging, text: T, info: &OpInfo) -> Response<T> {
    let state = info.state.as_deref().unwrap_or_default();
    let tag = tagging.tag(state, || text.to_text());
    let response = match tagging.fresh(&tag) {
        Fresh::New => head.read(200, text),
        Fresh::Known => Response::empty(304),
        Fresh::Unwanted => ApiError::new(
            Code::PreconditionFailed,
            "the row is not what If-Match names: its tag is the one of `ETag`",
        )
        .problem(),
    };
    response.with("etag", format!("\"{tag}\""))
}

fn list<T: HostText>(head: &Head, listed: &Listed, text: T, info: &OpInfo) -> Response<T> {
    let offset = listed.window.offset;
    let rows = info.rows;
    // An estimate is never less than what is seen.
    let seen = if listed.exact || rows == 0 {
        0
    } else {
        offset + rows
    };
    let total = info.total.map(|total| total.max(seen));
    if head.media.is_object() && rows != 1 {
        return not_alone(rows).problem();
    }
    let range = if listed.placed {
        content_range(0, 0, total)
    } else {
        content_range(offset, rows, total)
    };
    if listed.exact && total.is_some_and(|total| offset > total) {
        return behind(offset).problem().with("content-range", range);
    }
    let response = head.read(status(listed, rows, total), text);
    // A stream of lines ends where its last part does, which nobody knows yet.
    let response = match head.media {
        Media::Lines => response,
        _ => response.with("content-range", range),
    };
    match (&listed.next, &info.key) {
        (Some(next), _) if next.by_offset => {
            // Groups are not looked at beyond a page: a full one may be the last.
            let full = rows > 0 && rows >= u64::from(listed.window.limit);
            if full && total.is_none_or(|total| offset + rows < total) {
                next.tell(response, &(offset + rows).to_string())
            } else {
                response
            }
        }
        (Some(next), Some(place)) => next.tell(response, &seal(place)),
        _ => response,
    }
}

/// 206 where rows are known to be left out: by their number, or else by a range that starts later or came full.
fn status(listed: &Listed, rows: u64, total: Option<u64>) -> u16 {
    let Window { limit, offset } = listed.window;
    let partial = match total {
        Some(total) => rows < total,
        None => listed.ranged && (offset > 0 || rows >= u64::from(limit)),
    };
    if partial { 206 } else { 200 }
}

fn written<T: HostText>(head: &Head, written: &Written, text: T, info: &OpInfo) -> Response<T> {
    if info.rows == 0 {
        if let Some(missing) = &written.missing {
            return missing.error().problem();
        }
        if written.single {
            return not_single(0).problem();
        }
    }
    let total = written.counted.then_some(info.rows);
    let (status, range) = match &written.verb {
        // An upsert that only found rows that were there has created nothing.
        Verb::Insert(_) if info.added == Some(0) => (200, content_range(0, 0, total)),
        Verb::Insert(_) => (201, content_range(0, 0, total)),
        Verb::Put if info.added == Some(0) => (changed(head), String::new()),
        Verb::Put => (201, String::new()),
        Verb::Update => (changed(head), content_range(0, info.rows, total)),
        Verb::Delete => (changed(head), content_range(0, 0, total)),
    };
    let tag = info
        .state
        .as_deref()
        .map(|state| written.tagging.tag(state, || text.to_text()));
    let mut response = head.written(status, text);
    if let Some(tag) = tag {
        response = response.with("etag", format!("\"{tag}\""));
    }
    if written.missing.is_none() && !matches!(written.verb, Verb::Put) {
        response = response.with("content-range", range);
    }
    if let Verb::Insert(Some(location)) = &written.verb
        && info.added != Some(0)
        && let Some(path) = location.path(info.key.as_deref())
    {
        response = response.with("location", path);
    }
    response
}

const fn changed(head: &Head) -> u16 {
    if head.body { 200 } else { 204 }
}
