//! Letters to a shard as templates: what a host may send for requests of one form without asking the gateway again.

pub mod insert;
pub mod read;

use schema::stored::Value;
use shard::op::Shape;
use shard::wire::encode;

use crate::catalog::Catalog;
use crate::explain::Explains;
use crate::gateway::Responds;
use crate::graphql;
use crate::http::{Header, Request};
use crate::plan::Planned;
use crate::rest;
use crate::route::{Data, Route, route};
use crate::tenant::TenantName;

/// What a request is planned to.
struct Plan {
    shape: Shape,
    values: Vec<Value>,
    /// What makes the response; encoded.
    respond: Vec<u8>,
    /// Whether it looks at the shard's text for it.
    reads_text: bool,
}

/// The size of values in a letter, in bytes.
fn size(values: &[Value]) -> Option<usize> {
    let sizes = values.iter().map(|value| encode(value).map(|bytes| bytes.len()));
    sizes.sum::<Result<usize, _>>().ok()
}

/// The plan of a request that only its values tell from others: neither a row's state nor an explanation is asked for.
fn planned<T>(catalog: &Catalog, tenant: &TenantName, request: &Request) -> Option<Plan> {
    match route(&request.path) {
        Route::Data(_, Data::Graphql) => {
            let asked = graphql::asked(catalog.planning(), request).ok()?;
            plan(graphql::plan_asked::<T>(
                catalog.planning(),
                &catalog.documents,
                &asked,
            ))
        }
        // Its conditions would have to be compared with each row's tag.
        Route::Data(_, Data::Rest(path))
            if [Header::IfMatch, Header::IfNoneMatch]
                .iter()
                .all(|header| request.headers.get(*header).is_none()) =>
        {
            plan(rest::plan::<T>(catalog.planning(), tenant.as_str(), path, request).ok()?)
        }
        _ => None,
    }
}

fn plan<R: Responds, T>(planned: Planned<R, T>) -> Option<Plan> {
    match planned {
        Planned::Run {
            shape,
            values,
            respond,
            ..
        } if respond.explains() == Explains::No => Some(Plan {
            shape,
            values,
            respond: encode(&respond).ok()?,
            reads_text: respond.reads_text(),
        }),
        _ => None,
    }
}
