//! The GraphQL frontend: from a request to one transaction on a shard, and back.
//!
//! [`plan`] is pure: it reads the request ([`http`]), prepares its document once (scanned, parsed, validated and merged;
//! kept in a [`DocumentCache`]), coerces its variables, and binds both to a shape. [`respond`] turns the shard's answer
//! into a response, without reading it.

mod cache;
mod check;
mod compile;
mod failure;
mod http;
mod input;
mod introspect;
pub(crate) mod lower;
mod media;
pub(crate) mod persisted;
mod prepared;
mod ready;
mod registry;
mod scan;
mod suggest;
mod validate;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, OperationDefinition};
use async_graphql::parser::{Error as ParseError, parse_query};
use codegen::graphql::TypeSystem;
use serde::{Deserialize, Serialize};
use shard::ShardError;
use shard::op::Part;
use shard::op::later::LaterSlots;
use shard::port::HostText;
use shard::wire::Answer;

pub use cache::DocumentCache;
pub use codegen::graphql::sdl;
pub(crate) use lower::rows;
pub use media::Media;
pub use prepared::Prepared;

use crate::error::{ApiError, Code};
use crate::explain::{self, Explains};
use crate::gateway::Responds;
use crate::http::{Body, Header, Request, Response};
use crate::plan::Planning;
use crate::plan::tree::Places;
use crate::rest::{self, rolls_back};
use failure::{Failure, Located};
use http::Call;
use lower::RootPart;

/// What a request comes down to.
pub type Planned<T> = crate::plan::Planned<Respond, T>;

/// How to answer once the shard has.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Respond {
    media: Media,
    /// Whether what was written is undone.
    rollback: bool,
    /// The root field behind each part of the shape that is an operation.
    roots: Vec<RootPart>,
    /// How an explanation was asked for; there is none when this is answered again.
    #[serde(skip)]
    explain: Explain,
}

/// How an explanation was asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Explain {
    /// Not at all.
    #[default]
    No,
    /// By the call's `extensions`.
    Asked,
    /// By `Prefer`, and so it is told that this held.
    Preferred,
}

/// Plans a request. Never fails: what is wrong with the request is an answer. `documents` belongs to `planning`.
pub fn plan<T>(planning: Planning<'_>, documents: &DocumentCache, request: &Request) -> Planned<T> {
    match asked(planning, request) {
        Ok(asked) => plan_asked(planning, documents, &asked),
        Err(refusal) => refusal.planned(),
    }
}

/// A request that was read, whose document may have to be found first.
#[derive(Debug)]
pub(crate) struct Asked {
    media: Media,
    rolls_back: bool,
    explain: Explain,
    call: Call,
}

/// A request that is not planned.
#[derive(Debug)]
pub(crate) struct Refusal {
    media: Media,
    error: ApiError,
    /// Whether it is a GraphQL call all the same.
    is_call: bool,
}

impl Asked {
    /// The document that it names.
    pub(crate) const fn persisted(&self) -> Option<&persisted::Persisted> {
        self.call.persisted.as_ref()
    }

    /// The document that it holds.
    pub(crate) fn document(&self) -> Option<&str> {
        self.call.document.as_deref()
    }

    /// Gives it the document that it names.
    pub(crate) fn set_document(&mut self, document: String) {
        self.call.document = Some(document);
    }

    /// The answer that its document cannot be executed.
    pub(crate) const fn refused(&self, error: ApiError) -> Refusal {
        Refusal {
            media: self.media,
            error,
            is_call: true,
        }
    }
}

impl Refusal {
    /// As an answer.
    pub(crate) fn planned<T>(self) -> Planned<T> {
        Planned::Refused(if self.is_call {
            http::failed(self.media, &self.error.into())
        } else {
            http::refused(self.media, self.error)
        })
    }
}

/// Reads a request.
pub(crate) fn asked(planning: Planning<'_>, request: &Request) -> Result<Asked, Refusal> {
    let refused = |media, error| Refusal {
        media,
        error,
        is_call: false,
    };
    let media = media::negotiate(request.headers.get(Header::Accept))
        .map_err(|error| refused(Media::default(), error))?;
    let call = http::read(request, planning.limits).map_err(|error| refused(media, error))?;
    let prefer = request.headers.get(Header::Prefer);
    let explain = match (rest::explains(prefer), call.explain) {
        (true, _) => Explain::Preferred,
        (false, true) => Explain::Asked,
        (false, false) => Explain::No,
    };
    Ok(Asked {
        media,
        rolls_back: rolls_back(prefer),
        explain,
        call,
    })
}

/// Plans a request whose document is there.
pub(crate) fn plan_asked<T>(planning: Planning<'_>, documents: &DocumentCache, asked: &Asked) -> Planned<T> {
    let media = asked.media;
    match run(planning, documents, &asked.call) {
        Ok(Some(lowered)) => {
            let respond = Respond {
                media,
                rollback: asked.rolls_back,
                explain: asked.explain,
                roots: Vec::new(),
            };
            planned(respond, lowered)
        }
        Ok(None) => Planned::Refused(http::mutation_by_get(media)),
        Err(failure) => Planned::Refused(http::failed(media, &failure)),
    }
}

/// Whether two requests are the same but for one variable, which stands in one place of their document.
pub(crate) fn differ_in_one_use(
    planning: Planning<'_>,
    documents: &DocumentCache,
    one: &Asked,
    other: &Asked,
) -> bool {
    let (call, of) = (&one.call, &other.call);
    let mut differing = call
        .variables
        .iter()
        .filter(|(name, value)| of.variables.get(*name) != Some(value));
    let (Some((name, value)), None) = (differing.next(), differing.next()) else {
        return false;
    };
    let mut same = of.clone();
    same.variables.insert(name.clone(), value.clone());
    if (one.media, one.rolls_back, one.explain) != (other.media, other.rolls_back, other.explain)
        || same != *call
    {
        return false;
    }
    let prepared = prepared(planning, documents, call);
    prepared.is_ok_and(|prepared| prepared.uses(name) == 1)
}

/// Checks every operation of a document, for its registration. Answers the errors as GraphQL shows them.
pub(crate) fn check(planning: Planning<'_>, document: &str) -> Result<(), Vec<serde_json::Value>> {
    let shown = |failure: Failure| failure.errors.iter().map(Located::json).collect::<Vec<_>>();
    let parsed = parse_query(document).ok();
    let names: Vec<Option<String>> = match parsed.as_ref().map(|parsed| &parsed.operations) {
        Some(DocumentOperations::Multiple(operations)) => {
            operations.keys().map(|name| Some(name.to_string())).collect()
        }
        _ => vec![None],
    };
    names.into_iter().try_for_each(|operation| {
        let call = Call {
            document: Some(document.to_owned()),
            operation,
            ..Call::default()
        };
        prepared(planning, &DocumentCache::new(0), &call)
            .map(|_| ())
            .map_err(shown)
    })
}

impl Responds for Respond {
    fn respond<T: HostText>(self, outcome: Result<(T, Answer), ShardError>) -> Response<T> {
        let error = match outcome {
            Ok((text, _)) => return self.succeeded(text),
            Err(error) => error,
        };
        let part = match &error {
            ShardError::Constraint(violation) => Some(violation.part),
            ShardError::TooManyRows { part, .. } | ShardError::PreconditionFailed(part) => Some(*part),
            ShardError::Nested(place, _) => Some(place.part),
            _ => None,
        };
        let root = self.roots.into_iter().find(|root| Some(root.part) == part);
        let places = root.as_ref().and_then(|root| root.places.as_ref());
        let error = Places::explain(places, error);
        let located = Located {
            root: root.map(|root| root.key),
            ..error.into()
        };
        http::nothing(self.media, located)
    }

    fn explains(&self) -> Explains {
        match self.explain {
            Explain::No => Explains::No,
            Explain::Asked | Explain::Preferred => Explains::Extension,
        }
    }

    fn name(&self, part: usize) -> Option<&str> {
        let root = self.roots.iter().find(|root| root.part == part);
        root.map(|root| root.key.as_str())
    }
}

impl Respond {
    fn succeeded<T>(&self, text: T) -> Response<T> {
        let response = Response {
            status: 200,
            headers: vec![("content-type", self.media.content_type().into())],
            body: Body::Shard(text),
            repeats: false,
        };
        self.applied(response)
    }

    fn applied<T>(&self, response: Response<T>) -> Response<T> {
        let held = match (self.rollback, self.explain) {
            (true, Explain::Preferred) => "tx=rollback, explain",
            (true, _) => "tx=rollback",
            (false, Explain::Preferred) => "explain",
            (false, _) => return response,
        };
        response.with("preference-applied", held)
    }
}

/// `None` where a mutation came by GET.
fn run(
    planning: Planning<'_>,
    documents: &DocumentCache,
    call: &Call,
) -> Result<Option<lower::Lowered>, Failure> {
    let prepared = prepared(planning, documents, call)?;
    if prepared.mutation && call.reads_only {
        return Ok(None);
    }
    let values = input::variables(
        TypeSystem::new(planning.model),
        &prepared.variables,
        &call.variables,
    )?;
    lower::lower(planning, &prepared, &values).map(Some)
}

fn prepared(
    planning: Planning<'_>,
    documents: &DocumentCache,
    call: &Call,
) -> Result<Arc<Prepared>, Failure> {
    let Planning { model, limits, .. } = planning;
    let operation = call.operation.as_deref();
    let text = call.document.as_deref().ok_or_else(http::no_document)?;
    if let Some(prepared) = documents.get(text, operation) {
        return Ok(prepared);
    }
    let names = scan::names(text, limits)?;
    let document = parse_query(text).map_err(|error| unparsed(&error))?;
    check::cost(&document, limits)?;
    let types = TypeSystem::new(model);
    let chosen = chosen(&document, operation)?;
    validate::validate(types, &document, operation, &names)?;
    let prepared = Arc::new(compile::prepare(types, limits, &document, chosen)?);
    documents.insert(text, operation, &prepared);
    Ok(prepared)
}

fn unparsed(error: &ParseError) -> Failure {
    let located = Located {
        locations: error
            .positions()
            .map(|place| (place.line, place.column))
            .collect(),
        ..ApiError::new(Code::GraphqlParse, what(error)).into()
    };
    Failure {
        errors: vec![located],
    }
}

/// The parser draws the place over several lines; the answer has it in `locations`.
fn what(error: &ParseError) -> String {
    match error {
        ParseError::Syntax { message, start, .. } => {
            let expected = message.rsplit("= ").next().unwrap_or_default();
            let expected = expected.trim().trim_end_matches('_').replace('_', " ");
            format!("line {}, column {}: {expected}", start.line, start.column)
        }
        other => other.to_string(),
    }
}

/// The operation to run (GraphQL, section 6.1).
fn chosen<'d>(
    document: &'d ExecutableDocument,
    name: Option<&str>,
) -> Result<&'d OperationDefinition, ApiError> {
    let unknown = |name: &str| {
        ApiError::new(
            Code::GraphqlValidation,
            format!("operationName: the document has no operation \"{name}\""),
        )
    };
    match (&document.operations, name) {
        (DocumentOperations::Single(operation), None) => Ok(&operation.node),
        (DocumentOperations::Single(_), Some(name)) => Err(unknown(name)),
        (DocumentOperations::Multiple(operations), Some(name)) => operations
            .get(name)
            .map(|operation| &operation.node)
            .ok_or_else(|| unknown(name)),
        (DocumentOperations::Multiple(operations), None) => {
            let mut all = operations.values();
            match (all.next(), all.next()) {
                (Some(only), None) => Ok(&only.node),
                _ => Err(ApiError::new(
                    Code::GraphqlValidation,
                    "operationName: the document has several operations: say which to run",
                )),
            }
        }
    }
}

/// A shape without operations is an answer already.
fn planned<T>(respond: Respond, lowered: lower::Lowered) -> Planned<T> {
    let lower::Lowered { shape, values, roots } = lowered;
    let operates = |part: &Part| matches!(part, Part::Op(_));
    if shape.parts.iter().any(operates) {
        let rollback = respond.rollback && shape.writes();
        return Planned::Run {
            shape,
            values,
            later: LaterSlots::default(),
            respond: Respond {
                rollback,
                roots,
                ..respond
            },
        };
    }
    let text = shape.parts.into_iter().map(|part| match part {
        Part::Text(text) => text,
        Part::Op(_) | Part::Guard(_) => String::new(),
    });
    let mut text: String = text.collect();
    if respond.explain != Explain::No {
        text = explain::extended(&text, &explain::nothing());
    }
    let answer = Response::text(200, respond.media.content_type(), text);
    let respond = Respond {
        rollback: false,
        ..respond
    };
    Planned::Ready(respond.applied(answer))
}
