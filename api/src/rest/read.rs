//! GET and HEAD.

use shard::op::{Output, Page, Part, Query, Shape, ShardOp};

use crate::error::{ApiError, Code};
use crate::http::{Header, Headers, Method, Request};
use crate::plan::order;
use crate::plan::{Binder, Planned};
use crate::rest::complexity;
use crate::rest::etag::Tagging;
use crate::rest::groups;
use crate::rest::lower::{self, Window};
use crate::rest::media::Media;
use crate::rest::next;
use crate::rest::path::Key;
use crate::rest::range;
use crate::rest::request::Call;
use crate::rest::respond::{Answer, Head, Listed, Missing, Respond};
use crate::rest::scope::Scope;

/// Rows are counted up to here where an estimate will do.
const ESTIMATED_FROM: i64 = 10_000;

/// Rows of a streamed answer that are read at once.
const STREAMED_ROWS: u32 = 1_000;

/// Plans a read.
pub(crate) fn plan<T>(call: &Call<'_>, request: &Request) -> Result<Planned<Respond, T>, ApiError> {
    let head = Head {
        media: call.media,
        columns: call.columns_answered(),
        body: request.method != Method::Head,
        applied: call.preferences.applied(false),
        explains: call.explains(),
    };
    match &call.target.key {
        Some(key) => by_key(call, key, head, &request.headers),
        None => list(call, request, head),
    }
}

fn by_key<T>(
    call: &Call<'_>,
    key: &Key<'_>,
    head: Head,
    headers: &Headers,
) -> Result<Planned<Respond, T>, ApiError> {
    complexity::check(&call.scope, Some(1))?;
    let mut binder = Binder::of(call.scope.batch);
    let mut conditions = vec![key.filter(&mut binder)?];
    conditions.extend(lower::conditions(&mut binder, &call.scope)?);
    // Without a body too: the tag may be its text's.
    let output = Output::Tagged(lower::fields(&mut binder, &call.scope)?);
    let query = Query {
        table: call.scope.table.id,
        filter: lower::all(conditions),
        order: Vec::new(),
        page: Page::default(),
        output,
    };
    let answer = Answer::Row(Missing::new(call.scope.table, key), Tagging::read(call, headers)?);
    Ok(run(query, binder, Respond { head, answer }))
}

fn list<T>(call: &Call<'_>, request: &Request, head: Head) -> Result<Planned<Respond, T>, ApiError> {
    let mut binder = Binder::of(call.scope.batch);
    // What cannot be read is said before what cannot be satisfied.
    let filter = lower::all(lower::conditions(&mut binder, &call.scope)?);
    let (window, ranged) = window(call, request)?;
    complexity::check(&call.scope, Some(window.limit.into()))?;
    let single = call.is_single();
    // A row is answered alone only if there is no other, and a second one is enough to know.
    let most = if single { window.limit.min(2) } else { window.limit };
    let answered = Window {
        limit: most,
        ..window
    };
    let count = call.preferences.count.is_some();
    let listed = Listed {
        window,
        ranged,
        exact: call.preferences.count == Some("exact"),
        placed: call.place.is_some(),
        next: None,
    };
    if let Some(mut output) = groups::groups(&mut binder, &call.scope, answered, single)? {
        refuse_place(call)?;
        if let (Output::Groups(groups), false) = (&mut output, head.body) {
            groups.members.clear();
        }
        let query = Query {
            table: call.scope.table.id,
            filter,
            order: Vec::new(),
            page: Page {
                count,
                ..Page::default()
            },
            output,
        };
        let answer = Answer::List(Listed {
            exact: count,
            next: (!single)
                .then(|| next::by_offset(call, request, &listed))
                .flatten(),
            ..listed
        });
        return Ok(run(query, binder, Respond { head, answer }));
    }
    let order = lower::order(&mut binder, &call.scope, filter.as_ref())?;
    let mut page = Page {
        count,
        place: !single,
        ..answered.page(&mut binder)?
    };
    if count && !listed.exact {
        page.estimate = Some(binder.integer(ESTIMATED_FROM)?);
    }
    if let Some(place) = &call.place {
        let Scope { model, table, .. } = call.scope;
        let keyset = order::keyset(&mut binder, model, table, &order, &place.cursor)?;
        page.backward = place.backward;
        if place.backward {
            page.before = Some(keyset);
        } else {
            page.after = Some(keyset);
        }
    }
    let output = match (head.body, single) {
        (false, _) => Output::Nothing,
        (true, true) => Output::One(lower::fields(&mut binder, &call.scope)?),
        (true, false) => Output::Many(lower::fields(&mut binder, &call.scope)?),
    };
    let query = Query {
        table: call.scope.table.id,
        filter,
        order,
        page,
        output,
    };
    let answer = Answer::List(Listed {
        next: if single {
            None
        } else {
            next::of(call, request, &listed)
        },
        ..listed
    });
    Ok(run(query, binder, Respond { head, answer }))
}

fn refuse_place(call: &Call<'_>) -> Result<(), ApiError> {
    match call.place {
        None => Ok(()),
        Some(_) => Err(ApiError::new(
            Code::BadRequest,
            "after, before: groups have no cursors: page through them by 'offset'",
        )),
    }
}

/// Which rows: what `limit` and `offset` ask for, and of these what the `Range` header does, as in PostgREST. A range larger than one
/// answer may be is answered in part.
fn window(call: &Call<'_>, request: &Request) -> Result<(Window, bool), ApiError> {
    let asked = Window::of(&call.scope);
    let headers = &request.headers;
    let range = range::parse(headers.get(Header::Range), headers.get(Header::RangeUnit));
    if let Err(unread) = &range
        && unread.code == Code::BadRequest
    {
        return Err(unread.clone());
    }
    if call.media == Media::Lines {
        return Ok((part(call, asked), false));
    }
    let Some(range) = range? else {
        return Ok((asked, false));
    };
    let most = call.scope.limits.max_rows;
    let last = range.last.map(|last| last.saturating_add(1));
    let end = call
        .scope
        .limit
        .map(|limit| asked.offset.saturating_add(limit.into()));
    let first = range.first.max(asked.offset);
    let limit = match last.into_iter().chain(end).min() {
        Some(end) => u32::try_from(end.saturating_sub(first)).unwrap_or(most).min(most),
        None => asked.limit,
    };
    Ok((Window { limit, offset: first }, true))
}

/// The part of a streamed answer that is read at once.
fn part(call: &Call<'_>, asked: Window) -> Window {
    let most = STREAMED_ROWS.min(call.scope.limits.max_rows);
    let wanted = call.total.map(|total| u32::try_from(total).unwrap_or(most));
    Window {
        limit: wanted.map_or(most, |wanted| wanted.min(most)),
        ..asked
    }
}

fn run<T>(query: Query, binder: Binder, respond: Respond) -> Planned<Respond, T> {
    let (values, later) = binder.finish_later();
    Planned::Run {
        shape: Shape {
            parts: vec![Part::Op(ShardOp::Read(query))],
        },
        values,
        later,
        respond,
    }
}
