//! Requests to shards and their replies, between a task and the entry that delivers them.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

use js_sys::{Array, JsString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shard::ShardError;
use shard::directory::{DirectoryRequest, TenantRecord};
use shard::host::WorkerText;
use shard::shard::Replied;
use shard::wire::{self, Request};
use wasm_bindgen::prelude::*;

use super::{meta_of, text_of};
use crate::shards::Shards;
use crate::tenant::TenantName;

/// The name of the only directory.
const DIRECTORY: &str = "directory";

/// A request to an object, not yet delivered.
pub(super) struct Letter {
    pub(super) directory: bool,
    pub(super) name: String,
    pub(super) request: Vec<u8>,
}

/// What a task has sent and received.
#[derive(Clone, Default)]
pub(super) struct Mailbox(Rc<RefCell<Post>>);

#[derive(Default)]
struct Post {
    letters: Vec<Letter>,
    /// Where the replies to delivered letters go, in the letters' order.
    expected: VecDeque<Rc<RefCell<Option<JsValue>>>>,
}

/// A reply: both halves of what an object sealed, or why there is none.
pub(super) type Delivered = Result<(Vec<u8>, WorkerText), String>;

impl Mailbox {
    /// Sends a request, and answers the reply when it has come.
    pub(super) fn send(&self, letter: Letter) -> impl Future<Output = Delivered> + use<> {
        let reply = Rc::default();
        let mut inner = self.0.borrow_mut();
        inner.letters.push(letter);
        inner.expected.push_back(Rc::clone(&reply));
        Awaited(reply)
    }

    /// The letters that were not delivered yet.
    pub(super) fn take_letters(&self) -> Vec<Letter> {
        std::mem::take(&mut self.0.borrow_mut().letters)
    }

    /// Hands over the replies to the letters that were taken, in order.
    pub(super) fn receive(&self, replies: &Array) {
        let expected = std::mem::take(&mut self.0.borrow_mut().expected);
        for (place, reply) in expected.into_iter().zip(replies.iter()) {
            *place.borrow_mut() = Some(reply);
        }
    }
}

struct Awaited(Rc<RefCell<Option<JsValue>>>);

impl Future for Awaited {
    type Output = Delivered;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Delivered> {
        match self.0.borrow_mut().take() {
            Some(reply) => Poll::Ready(opened(reply)),
            None => Poll::Pending,
        }
    }
}

fn opened(reply: JsValue) -> Delivered {
    let sealed: JsString = reply.dyn_into().map_err(|error| message(&error))?;
    Ok((meta_of(&sealed), WorkerText(text_of(&sealed))))
}

fn message(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => format!("{error:?}"),
    }
}

/// Shards behind Durable Object stubs.
pub(super) struct StubShards(Mailbox);

impl StubShards {
    /// Shards that are reached through that mailbox.
    pub(super) fn new(mailbox: &Mailbox) -> Self {
        Self(mailbox.clone())
    }

    /// Asks an object of that name.
    async fn ask<Q: Serialize, R: DeserializeOwned>(
        &self,
        directory: bool,
        name: &str,
        request: &Q,
    ) -> Result<(R, WorkerText), ShardError> {
        let request = wire::encode(request)?;
        let letter = Letter {
            directory,
            name: name.to_owned(),
            request,
        };
        let (reply, text) = self.0.send(letter).await.map_err(ShardError::Internal)?;
        let reply: Result<R, ShardError> = wire::decode(&reply)?;
        Ok((reply?, text))
    }
}

impl Shards for StubShards {
    type Text = WorkerText;

    async fn tenant(
        &self,
        tenant: &TenantName,
        request: &Request,
    ) -> Result<Replied<WorkerText>, ShardError> {
        let (reply, text) = self.ask(false, tenant.as_str(), request).await?;
        Ok((reply, Some(text)))
    }

    async fn directory(&self, request: &DirectoryRequest) -> Result<Vec<TenantRecord>, ShardError> {
        Ok(self.ask(true, DIRECTORY, request).await?.0)
    }
}
