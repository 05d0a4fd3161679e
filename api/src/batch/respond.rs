//! From the answers of a batch's operations to one response.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use shard::ShardError;
use shard::port::HostText;
use shard::wire::{self, Answer};

use crate::error::ApiError;
use crate::gateway::{Responds, unexpected};
use crate::http::{Body, Response, essence};
use crate::rest;

/// How a shard's answer to a batch becomes a response.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Respond {
    /// Of each operation.
    pub(crate) each: Vec<Each>,
    /// Whether all is undone in the end.
    pub(crate) rollback: bool,
}

/// How an operation's answer becomes its part of the response.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Each {
    /// As it would alone.
    Run(Box<rest::Respond>),
    /// It was known before: the text is the shard's answer all the same.
    Ready {
        /// The status.
        status: u16,
        /// The headers.
        headers: Vec<(String, String)>,
        /// Whether there is a body.
        body: bool,
    },
}

impl Each {
    /// A response that asks no shard.
    pub(super) fn ready<T>(response: Response<T>) -> Self {
        Self::Ready {
            status: response.status,
            headers: response
                .headers
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into_owned()))
                .collect(),
            body: !matches!(response.body, Body::Empty),
        }
    }
}

/// One operation's part of the response.
struct Part<T> {
    status: u16,
    headers: Map<String, Value>,
    body: Option<T>,
}

impl Responds for Respond {
    fn respond<T: HostText>(self, outcome: Result<(T, Answer), ShardError>) -> Response<T> {
        let (text, answers) = match outcome {
            Ok((text, Answer::Batch(answers))) if answers.len() == self.each.len() => (text, answers),
            Ok(_) => return ApiError::from(unexpected()).problem(),
            Err(error) => return self.refusal(error).problem(),
        };
        let text = text.to_text();
        let mut rest = text.as_str();
        let mut pieces = Vec::with_capacity(answers.len() * 2 + 1);
        let mut before = String::from("[");
        for (each, answered) in self.each.into_iter().zip(answers) {
            let length = usize::try_from(answered.length).unwrap_or(usize::MAX);
            let Some((own, behind)) = rest.split_at_checked(length) else {
                return ApiError::from(unexpected()).problem();
            };
            rest = behind;
            let part = part(each, T::from_text(own), answered.infos);
            let headers = Value::Object(part.headers);
            before.push_str(&format!(
                "{{\"status\":{},\"headers\":{headers},\"body\":",
                part.status
            ));
            match part.body {
                Some(body) => {
                    pieces.push(T::from_text(&before));
                    pieces.push(body);
                    before.clear();
                }
                None => before.push_str("null"),
            }
            before.push_str("},");
        }
        before.pop();
        before.push(']');
        pieces.push(T::from_text(&before));
        let mut response = Response::empty(200).with("content-type", "application/json; charset=utf-8");
        if self.rollback {
            response = response.with("preference-applied", "tx=rollback");
        }
        response.body = Body::Shard(T::concat(&pieces));
        response
    }
}

impl Respond {
    /// The error of the operation that failed, as it would be alone.
    fn refusal(&self, error: ShardError) -> ApiError {
        let ShardError::Batch(position, error) = error else {
            return error.into();
        };
        let error = match self.each.get(position) {
            Some(Each::Run(respond)) => respond.refusal(*error),
            _ => (*error).into(),
        };
        super::at(position, error)
    }
}

fn part<T: HostText>(each: Each, text: T, infos: Vec<shard::op::OpInfo>) -> Part<T> {
    match each {
        Each::Ready {
            status,
            headers,
            body,
        } => Part {
            status,
            headers: headers
                .into_iter()
                .map(|(name, value)| (name, Value::from(value)))
                .collect(),
            body: body.then_some(text),
        },
        Each::Run(respond) => {
            let response = respond.respond(Ok((text, wire::Answer::Rows(infos))));
            let json = response.headers.iter().any(|(name, value)| {
                *name == "content-type" && {
                    let essence = essence(value);
                    essence.ends_with("/json") || essence.ends_with("+json")
                }
            });
            let empty = matches!(response.body, Body::Empty);
            let body = match response.body {
                Body::Empty => None,
                Body::Text(text) => Some(T::from_text(&text)),
                Body::Shard(text) => Some(text),
            };
            Part {
                status: response.status,
                headers: response
                    .headers
                    .into_iter()
                    // The next page of rows that an earlier answer names is not found by its address.
                    .filter(|(name, _)| *name != "link" && !(empty && *name == "content-type"))
                    .map(|(name, value)| (name.to_owned(), Value::from(value.into_owned())))
                    .collect(),
                // What is no JSON is a text in it.
                body: body.map(|body| {
                    if json {
                        body
                    } else {
                        T::from_text(&Value::from(body.to_text()).to_string())
                    }
                }),
            }
        }
    }
}
