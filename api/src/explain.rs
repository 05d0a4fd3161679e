//! Explanations: what a request was planned to, the statements that were run for it, and how long each stage took.

mod names;
mod text;

use serde_json::{Value, json};
use shard::explain::{Bound, Step, Watched};
use shard::op::{Part, Shape, ShardOp};
use shard::port::HostText;
use shard::wire::{Answer, Reply, Request as ShardRequest};

use crate::catalog::Catalog;
use crate::error::ApiError;
use crate::gateway::{Attempt, Call, Responds, attempt, unexpected};
use crate::http::{Body, Method, Response};
use crate::rest::media::Media;
use crate::shards::{Host, Shards};
use crate::tenant::TenantName;
use crate::terms::{self, Terms};

/// 2^53: the integers up to it are exact in any reader of JSON.
const EXACT: u64 = 1 << 53;

/// Where an answer's explanation stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Explains {
    /// There is none.
    #[default]
    No,
    /// In a GraphQL answer's `extensions`.
    Extension,
    /// In a document with the answer: `data` and `explain`.
    Beside,
    /// In the answer's place.
    Alone,
    /// In the answer's place, for people.
    AsText,
}

/// What is to be run and explained.
pub(crate) struct Wanted<'a, R> {
    pub(crate) terms: &'a Terms,
    pub(crate) shape: Shape,
    pub(crate) values: Vec<schema::stored::Value>,
    pub(crate) respond: R,
}

impl<S: Shards, H: Host> Call<'_, S, H> {
    /// Does what is planned, and tells how. A refusal is answered as it is.
    pub(crate) async fn explained<R: Responds>(
        &self,
        tenant: &TenantName,
        catalog: &Catalog,
        wanted: Wanted<'_, R>,
    ) -> Result<Attempt<S::Text>, ApiError> {
        let Wanted {
            terms,
            shape,
            values,
            respond,
        } = wanted;
        let planned = self.host.now();
        let none = Terms::default();
        let held = if shape.writes() { terms } else { &none };
        let work = terms::run(shard::wire::encode(&shape)?, values, respond.demand());
        let transaction = held.transaction(catalog.catalog, work, &respond)?;
        let outcome = self
            .ask(tenant, catalog, &ShardRequest::Explain(transaction))
            .await;
        let (reply, text) = match outcome {
            Ok(replied) => replied,
            Err(error) => return attempt(Err(error), respond),
        };
        let Answer::Explained { answer, statements } = reply.answer else {
            return Err(unexpected().into());
        };
        let moments = [terms.came, planned, self.host.now()];
        let operations = operations(catalog, &shape, &statements, |part| {
            respond.name(part).map(str::to_owned)
        })?;
        let explanation = told(&operations, &statements, moments);
        let explains = respond.explains();
        let reply = Reply {
            answer: *answer,
            ..reply
        };
        Ok(match attempt(Ok((reply, text)), respond)? {
            Attempt::Answered(response)
                if (200..300).contains(&response.status) && self.request.method != Method::Head =>
            {
                Attempt::Answered(with(response, explains, &explanation))
            }
            other => other,
        })
    }
}

/// The explanation. The moments are when the request came, when it was planned, and when the shard had answered.
fn told(operations: &[Value], statements: &[Watched], moments: [i64; 3]) -> Value {
    let [came, planned, answered] = moments;
    // A clock that stood still has told nothing.
    let between = |start: i64, end: i64| (end > start).then_some(end - start);
    let mut told = json!({
        "operations": operations,
        "timeMicros": { "plan": between(came, planned), "shard": between(planned, answered) },
    });
    count(&mut told, statements.iter());
    told
}

/// The explanation of an answer for which no shard was asked.
pub(crate) fn nothing() -> Value {
    told(&[], &[], [0; 3])
}

/// Adds the rows that statements read and wrote.
fn count<'w>(told: &mut Value, statements: impl Iterator<Item = &'w Watched>) {
    let (read, written) = statements.fold((0, 0), |(read, written), statement| {
        (read + statement.cost.0, written + statement.cost.1)
    });
    told["rowsRead"] = read.into();
    told["rowsWritten"] = written.into();
}

fn operations(
    catalog: &Catalog,
    shape: &Shape,
    statements: &[Watched],
    name: impl Fn(usize) -> Option<String>,
) -> Result<Vec<Value>, ApiError> {
    let mut all = Vec::new();
    for (position, part) in shape.parts.iter().enumerate() {
        let Part::Op(op) = part else { continue };
        let table = match op {
            ShardOp::Read(query) => query.table,
            ShardOp::Insert(insert) => insert.table,
            ShardOp::Update(update) => update.table,
            ShardOp::Delete(delete) => delete.table,
            ShardOp::Tree(tree) => tree.table,
        };
        let mut plan = serde_json::to_value(op)
            .map_err(|error| shard::ShardError::Internal(format!("a plan as JSON: {error}")))?;
        names::named(&catalog.model, &mut plan);
        let mine = || statements.iter().filter(|statement| statement.part == position);
        let mut operation = json!({
            "table": catalog.model.table(table).map(|table| table.names.rest.as_str()),
            "plan": plan,
            "statements": mine().map(statement).collect::<Vec<_>>(),
        });
        if let Some(name) = name(position) {
            operation["name"] = name.into();
        }
        count(&mut operation, mine());
        all.push(operation);
    }
    Ok(all)
}

fn statement(statement: &Watched) -> Value {
    let mut told = json!({
        "sql": statement.sql,
        "parameters": statement.bound.iter().map(bound).collect::<Vec<_>>(),
        "queryPlan": tree(&statement.steps),
    });
    count(&mut told, std::iter::once(statement));
    told
}

/// Steps with those that belong to them.
fn tree(mut steps: &[Step]) -> Vec<Value> {
    let mut all = Vec::new();
    while let Some((first, rest)) = steps.split_first() {
        let inner = rest.iter().take_while(|step| step.depth > first.depth).count();
        let (inner, others) = rest.split_at(inner);
        let mut told = json!({ "detail": first.detail });
        if !inner.is_empty() {
            told["steps"] = tree(inner).into();
        }
        all.push(told);
        steps = others;
    }
    all
}

fn bound(bound: &Bound) -> Value {
    match bound {
        Bound::Null => json!({ "kind": "null" }),
        Bound::Int(integer) if integer.unsigned_abs() <= EXACT => {
            json!({ "kind": "integer", "value": integer })
        }
        Bound::Int(integer) => json!({ "kind": "integer", "value": integer.to_string() }),
        Bound::Real(real) => json!({ "kind": "real", "value": real }),
        Bound::Text(start, length) => json!({ "kind": "text", "value": start, "length": length }),
        Bound::Blob(bytes) => json!({ "kind": "blob", "bytes": bytes }),
        Bound::Secret => json!({ "kind": "secret" }),
    }
}

/// A response with its explanation.
fn with<T: HostText>(mut response: Response<T>, explains: Explains, explanation: &Value) -> Response<T> {
    let body = match &response.body {
        Body::Empty => "null".to_owned(),
        Body::Text(text) => text.clone(),
        Body::Shard(text) => text.to_text(),
    };
    let (media, text) = match explains {
        Explains::No => return response,
        Explains::Extension => (None, extended(&body, explanation)),
        Explains::Beside => (
            Some(Media::Json),
            format!("{{\"data\":{body},\"explain\":{explanation}}}"),
        ),
        Explains::Alone => (Some(Media::Plan), format!("[{explanation}]")),
        Explains::AsText => (Some(Media::PlanText), text::text(explanation)),
    };
    if let Some(media) = media {
        response.headers.retain(|(name, _)| *name != "content-type");
        response = response.with("content-type", media.content_type());
    }
    if response.status == 204 {
        response.status = 200;
    }
    response.body = Body::Text(text);
    response
}

/// A GraphQL answer with an extension.
pub(crate) fn extended(body: &str, explanation: &Value) -> String {
    let open = body.trim_end().strip_suffix('}').unwrap_or(body);
    format!("{open},\"extensions\":{{\"explain\":{explanation}}}}}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stand_under_what_they_belong_to() {
        let step = |depth, detail: &str| Step {
            depth,
            detail: detail.to_owned(),
        };
        let steps = [
            step(0, "a"),
            step(1, "b"),
            step(2, "c"),
            step(1, "d"),
            step(0, "e"),
        ];
        let expected = json!([
            { "detail": "a", "steps": [{ "detail": "b", "steps": [{ "detail": "c" }] }, { "detail": "d" }] },
            { "detail": "e" },
        ]);
        assert_eq!(Value::from(tree(&steps)), expected);
    }

    #[test]
    fn large_integers_are_texts() {
        assert_eq!(bound(&Bound::Int(i64::MIN))["value"], "-9223372036854775808");
        assert_eq!(bound(&Bound::Int(7))["value"], 7);
    }
}
