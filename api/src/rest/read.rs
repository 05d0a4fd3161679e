//! GET and HEAD.

use shard::op::{Output, Page, Part, Query, Shape, ShardOp};

use crate::error::ApiError;
use crate::http::{Header, Headers, Method, Request};
use crate::plan::{Binder, Planned};
use crate::rest::complexity;
use crate::rest::etag::Tagging;
use crate::rest::groups;
use crate::rest::lower::{self, Window};
use crate::rest::media::Media;
use crate::rest::path::Key;
use crate::rest::range;
use crate::rest::request::Call;
use crate::rest::respond::{Answer, Head, Listed, Missing, Respond};

/// Plans a read.
pub(crate) fn plan<T>(call: &Call<'_>, request: &Request) -> Result<Planned<Respond, T>, ApiError> {
    let head = Head {
        media: call.media,
        body: request.method != Method::Head,
        applied: call.preferences.applied(false),
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
    let mut binder = Binder::default();
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
    let (window, ranged) = window(call, request)?;
    complexity::check(&call.scope, Some(window.limit.into()))?;
    let single = call.media == Media::Object;
    let mut binder = Binder::default();
    let filter = lower::all(lower::conditions(&mut binder, &call.scope)?);
    // A row is answered alone only if there is no other, and a second one is enough to know.
    let most = if single { window.limit.min(2) } else { window.limit };
    let answered = Window {
        limit: most,
        ..window
    };
    let count = call.preferences.count.is_some();
    let answer = Answer::List(Listed { window, ranged });
    if let Some(mut output) = groups::groups(&mut binder, &call.scope, answered, single)? {
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
        return Ok(run(query, binder, Respond { head, answer }));
    }
    let page = Page {
        count,
        ..answered.page(&mut binder)?
    };
    let output = match (head.body, single) {
        (false, _) => Output::Nothing,
        (true, true) => Output::One(lower::fields(&mut binder, &call.scope)?),
        (true, false) => Output::Many(lower::fields(&mut binder, &call.scope)?),
    };
    let query = Query {
        table: call.scope.table.id,
        order: lower::order(&mut binder, &call.scope, filter.as_ref())?,
        filter,
        page,
        output,
    };
    Ok(run(query, binder, Respond { head, answer }))
}

/// Which rows: `limit` and `offset`, else the `Range` header. A range larger than one answer may be is answered in part.
fn window(call: &Call<'_>, request: &Request) -> Result<(Window, bool), ApiError> {
    let asked = Window::of(&call.scope);
    if call.scope.limit.is_some() || call.scope.offset.is_some() {
        return Ok((asked, false));
    }
    let headers = &request.headers;
    let Some(range) = range::parse(headers.get(Header::Range), headers.get(Header::RangeUnit))? else {
        return Ok((asked, false));
    };
    let most = call.scope.limits.max_rows;
    let limit = match range.rows() {
        Some(rows) => u32::try_from(rows).unwrap_or(most).min(most),
        None => asked.limit,
    };
    let window = Window {
        limit,
        offset: range.first,
    };
    Ok((window, true))
}

fn run<T>(query: Query, binder: Binder, respond: Respond) -> Planned<Respond, T> {
    Planned::Run {
        shape: Shape {
            parts: vec![Part::Op(ShardOp::Read(query))],
        },
        values: binder.finish(),
        respond,
    }
}
