//! Batches: an ordered list of REST operations in one transaction, in which later ones refer to what earlier ones answer.

pub(crate) mod condition;
mod operation;
mod respond;

use std::cell::Cell;
use std::collections::BTreeSet;

use shard::op::later::LaterSlots;
use shard::op::{Part, Shape};
use shard::wire::{Operation, Step, encode};

use crate::error::{ApiError, Code};
use crate::gateway::Responds;
use crate::http::{Body, Header, Method, Request, Response};
use crate::plan::later::InBatch;
use crate::plan::{Planned, Planning};
use crate::rest;

pub use condition::planned;
pub(crate) use respond::{Each, Respond};

/// A planned batch.
pub(crate) struct Batch {
    /// What a shard does.
    pub(crate) operations: Vec<Operation>,
    /// How its answer becomes a response.
    pub(crate) respond: Respond,
}

/// Plans a batch.
///
/// # Errors
///
/// What is wrong with any of the operations, as it would be alone, with its position.
pub(crate) fn plan(planning: Planning<'_>, tenant: &str, request: &Request) -> Result<Batch, ApiError> {
    if request.method != Method::Post {
        return Err(ApiError::new(
            Code::MethodNotAllowed,
            "a batch is sent by POST: an array of operations",
        )
        .with("allow", "POST, OPTIONS"));
    }
    rest::json_body(&request.headers)?;
    let read = operation::all(request, tenant, planning)?;
    let mut referred = BTreeSet::new();
    for operation in &read {
        operation.refers(&mut referred);
    }
    let touched = Cell::new(0);
    let mut batch = Batch {
        operations: Vec::with_capacity(read.len()),
        respond: Respond {
            each: Vec::with_capacity(read.len()),
            rollback: rest::rolls_back(request.headers.get(Header::Prefer)),
        },
    };
    for (position, operation::Operation { path, request }) in read.iter().enumerate() {
        let in_batch = InBatch {
            position,
            referred: referred.contains(&position),
            touched: &touched,
        };
        let planning = Planning {
            batch: Some(in_batch),
            ..planning
        };
        let (operation, each) = one(planning, tenant, path, request).map_err(|error| at(position, error))?;
        batch.operations.push(operation);
        batch.respond.each.push(each);
    }
    Ok(batch)
}

fn one(
    planning: Planning<'_>,
    tenant: &str,
    path: &str,
    request: &Request,
) -> Result<(Operation, Each), ApiError> {
    let reads = matches!(request.method, Method::Get | Method::Head);
    if reads && request.headers.get(Header::IfMatch).is_some() {
        return Err(ApiError::new(
            Code::NotSupported,
            "If-Match in a batch is for writes: send it with the PATCH, PUT or DELETE of the row",
        ));
    }
    let (shape, values, later, each) = match rest::plan::<String>(planning, tenant, path, request)? {
        Planned::Run {
            shape,
            values,
            later,
            respond,
        } => (shape, values, later, Each::Run(Box::new(respond))),
        Planned::Ready(response) => {
            let text = ready_text(&response);
            let shape = Shape {
                parts: vec![Part::Text(text)],
            };
            (shape, Vec::new(), LaterSlots::default(), Each::ready(response))
        }
        Planned::Refused(response) => {
            let allow = response.headers.iter().find(|(name, _)| *name == "allow");
            let allow = allow.map(|(_, value)| value.to_string()).unwrap_or_default();
            return Err(ApiError::new(
                Code::MethodNotAllowed,
                format!("the method is not for this path, which takes {allow}"),
            )
            .with("allow", allow));
        }
    };
    if matches!(&each, Each::Run(respond) if respond.is_streamed()) {
        return Err(ApiError::new(
            Code::NotSupported,
            "Accept: rows a line are answered part by part, and a batch in one: take application/json or text/csv",
        ));
    }
    let demand = match &each {
        Each::Run(respond) => respond.demand(),
        Each::Ready { .. } => None,
    };
    let step = Step {
        shape: encode(&shape)?,
        values,
        demand,
    };
    Ok((Operation { step, later }, each))
}

fn ready_text(response: &Response<String>) -> String {
    match &response.body {
        Body::Empty => String::new(),
        Body::Text(text) | Body::Shard(text) => text.clone(),
    }
}

/// An error of an operation, with its position.
fn at(position: usize, mut error: ApiError) -> ApiError {
    error.message = format!("operation {position}: {}", error.message);
    error.with("operation", position)
}
