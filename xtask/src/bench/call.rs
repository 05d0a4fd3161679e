//! Requests as the benchmark sends them.

use std::sync::Arc;

use anyhow::Context;
use runtime::{Answer, Connection};
use serde_json::{Value, json};

/// A request of one side.
#[derive(Clone)]
pub(crate) struct Call {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) body: String,
    /// `Prefer`.
    pub(crate) prefer: Option<&'static str>,
    /// `Authorization`.
    pub(crate) bearer: Option<Arc<str>>,
}

impl Call {
    pub(crate) fn get(path: &str) -> Self {
        Self {
            method: "GET",
            path: path.to_owned(),
            body: String::new(),
            prefer: None,
            bearer: None,
        }
    }

    pub(crate) fn post(path: &str, body: &Value) -> Self {
        Self {
            method: "POST",
            body: body.to_string(),
            ..Self::get(path)
        }
    }

    pub(crate) fn graphql(path: &str, query: &str, variables: &Value) -> Self {
        Self::post(path, &json!({ "query": query, "variables": variables }))
    }

    /// The same for whoever has that key.
    pub(crate) fn with_key(mut self, key: &str) -> Self {
        self.bearer = Some(format!("Bearer {key}").into());
        self
    }

    pub(crate) fn send(&self, connection: &mut Connection) -> anyhow::Result<Answer> {
        let mut headers = vec![("content-type", "application/json")];
        headers.extend(self.prefer.map(|prefer| ("prefer", prefer)));
        headers.extend(self.bearer.as_deref().map(|bearer| ("authorization", bearer)));
        connection.send(self.method, &self.path, &headers, self.body.as_bytes())
    }

    /// Sends it, and makes an error of a refusal.
    pub(crate) fn answered(&self, connection: &mut Connection) -> anyhow::Result<Answer> {
        let answer = self.send(connection)?;
        self.check(&answer)?;
        Ok(answer)
    }

    /// An error unless it was answered as it should be.
    pub(crate) fn check(&self, answer: &Answer) -> anyhow::Result<()> {
        (answer.status / 100 == 2).then_some(()).with_context(|| {
            let Self { method, path, .. } = self;
            format!("{method} {path} answered {}: {}", answer.status, answer.text())
        })
    }
}
