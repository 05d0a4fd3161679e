//! The pages beside a page.

use crate::http::Request;
use crate::rest::media::Media;
use crate::rest::request::Call;
use crate::rest::respond::{Listed, Next};

/// How the page behind this one is asked for, or the one before where they are read backward: by the same address, with a cursor
/// in place of what said where this page begins.
pub(crate) fn of(call: &Call<'_>, request: &Request, listed: &Listed) -> Option<Next> {
    let backward = call.place.as_ref().is_some_and(|place| place.backward);
    let next = address(call, request, listed)?;
    Some(Next {
        address: format!("{}{}=", next.address, if backward { "before" } else { "after" }),
        backward,
        ..next
    })
}

/// The same where there are no cursors: a page is told by the number of rows before it.
pub(crate) fn by_offset(call: &Call<'_>, request: &Request, listed: &Listed) -> Option<Next> {
    let next = address(call, request, listed)?;
    Some(Next {
        address: format!("{}offset=", next.address),
        by_offset: true,
        ..next
    })
}

/// What both have in common: all but where the page begins.
fn address(call: &Call<'_>, request: &Request, listed: &Listed) -> Option<Next> {
    let streamed = call.media == Media::Lines;
    let limit = match (streamed, listed.ranged) {
        // A part of a streamed answer leaves so many rows to ask for.
        (true, _) => call
            .total
            .map(|total| total.saturating_sub(listed.window.limit.into())),
        (false, true) => Some(listed.window.limit.into()),
        (false, false) => None,
    };
    if streamed && limit == Some(0) {
        return None;
    }
    let mut address = format!("{}?", request.path);
    for pair in request.query.as_deref().unwrap_or_default().split('&') {
        let name = pair.split('=').next().unwrap_or_default();
        let replaced = match name {
            "" | "offset" => true,
            "limit" => limit.is_some(),
            "after" | "before" => {
                let given = call.place.as_ref().map(|place| place.cursor.as_str());
                pair.split_once('=').map(|(_, value)| value) == given
            }
            _ => false,
        };
        if !replaced {
            address.push_str(pair);
            address.push('&');
        }
    }
    if let Some(limit) = limit {
        address.push_str(&format!("limit={limit}&"));
    }
    Some(Next {
        address,
        by_offset: false,
        backward: false,
        streamed,
    })
}
