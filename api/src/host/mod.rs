//! The gateway's host: requests from the Workers runtime, responses to it, and shards behind Durable Object stubs.
//!
//! The runtime's entry is `worker.js`. It calls [`begin`], which answers a response or a task's number; it delivers what
//! the outbox holds and calls [`resume`] with the replies, until there is a response.

mod console;
mod mailbox;
mod tasks;

use std::rc::Rc;

use js_sys::{Array, JsString};
use shard::host::WorkerText;
use wasm_bindgen::prelude::*;

use crate::error::{ApiError, Code};
use crate::gateway::Gateway;
use crate::http::{Body, Header, Headers, Method, Request, Response};
use crate::shards::Host;
use mailbox::{Mailbox, StubShards};
use tasks::Step;

#[wasm_bindgen(module = "/src/glue.js")]
extern "C" {
    fn post(outbox: &Array, directory: bool, name: &str, request: &[u8]);
    #[wasm_bindgen(js_name = metaOf)]
    fn meta_of(reply: &JsString) -> String;
    #[wasm_bindgen(js_name = textOf)]
    fn text_of(reply: &JsString) -> JsString;
    fn respond(status: u16, headers: &str, body: &JsString) -> JsValue;
    #[wasm_bindgen(js_name = respondText)]
    fn respond_text(status: u16, headers: &str, body: &str) -> JsValue;
    #[wasm_bindgen(js_name = respondEmpty)]
    fn respond_empty(status: u16, headers: &str) -> JsValue;
    #[wasm_bindgen(js_name = adminToken)]
    fn admin_token(env: &JsValue) -> Option<String>;
    #[wasm_bindgen(js_name = firstTask)]
    fn first_task() -> f64;
    fn random() -> Vec<u8>;
    fn now() -> f64;
    fn log(text: &str);
}

/// What the head has in place of a header that the request lacks.
const MISSING: &str = "\u{1}";

thread_local! {
    static GATEWAY: Rc<Gateway> = Rc::default();
}

#[wasm_bindgen(start)]
fn start() {
    console::install();
}

/// The headers that the entry hands over, in their order, parted by NUL.
#[wasm_bindgen(js_name = headerNames)]
pub fn header_names() -> String {
    Header::ALL.map(Header::name).join("\0")
}

/// Begins a request: answers its response, or the number of a task that waits for what was put in the outbox.
#[wasm_bindgen]
pub fn begin(head: &str, body: Option<Vec<u8>>, env: &JsValue, outbox: &Array) -> JsValue {
    let request = request(head, body.unwrap_or_default());
    let mailbox = Mailbox::default();
    let shards = StubShards::new(&mailbox);
    let surroundings = Surroundings::of(env);
    let gateway = GATEWAY.with(Rc::clone);
    let work = async move { gateway.serve(&request, &shards, &surroundings).await };
    let step = tasks::begin(mailbox, work);
    answered(step, outbox)
}

/// Goes on with a task. `replies` holds one for each request that the task put in the outbox, in order: a sealed text,
/// or an error. Answers as [`begin`] does, or undefined where there is no such task any more: it took too long.
#[wasm_bindgen]
pub fn resume(task: f64, replies: &Array, outbox: &Array) -> JsValue {
    tasks::resume(task, replies).map_or(JsValue::UNDEFINED, |step| answered(step, outbox))
}

fn answered(step: Step, outbox: &Array) -> JsValue {
    match step {
        Step::Answered(response) => response_of(response),
        Step::Waiting { task, letters } => {
            for letter in letters {
                post(outbox, letter.directory, &letter.name, &letter.request);
            }
            task.into()
        }
    }
}

fn request(head: &str, body: Vec<u8>) -> Request {
    let mut fields = head.split('\0');
    let method = Method::parse(fields.next().unwrap_or_default());
    let (path, query) = target(fields.next().unwrap_or_default());
    let mut headers = Headers::default();
    for (header, value) in Header::ALL.into_iter().zip(fields) {
        if value != MISSING {
            headers.set(header, value.to_owned());
        }
    }
    Request {
        method,
        path: path.to_owned(),
        query: query.map(str::to_owned),
        headers,
        body,
    }
}

/// The path and the query of an absolute URL, as the runtime has normalised it.
fn target(url: &str) -> (&str, Option<&str>) {
    let url = url.split('#').next().unwrap_or(url);
    let behind_scheme = url.find("://").map_or(0, |at| at + 3);
    let path = url[behind_scheme..]
        .find('/')
        .map_or("/", |at| &url[behind_scheme + at..]);
    match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    }
}

fn response_of(response: Response<WorkerText>) -> JsValue {
    let mut headers = String::new();
    for (name, value) in &response.headers {
        headers.push_str(name);
        headers.push('\0');
        headers.push_str(value);
        headers.push('\0');
    }
    match response.body {
        Body::Empty => respond_empty(response.status, &headers),
        Body::Text(text) => respond_text(response.status, &headers, &text),
        Body::Shard(WorkerText(text)) => respond(response.status, &headers, &text),
    }
}

/// What the runtime gives beside shards.
struct Surroundings {
    admin_token: Option<String>,
}

impl Surroundings {
    fn of(env: &JsValue) -> Self {
        Self {
            admin_token: admin_token(env),
        }
    }
}

impl Host for Surroundings {
    fn admin_token(&self) -> Option<&str> {
        self.admin_token.as_deref()
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "milliseconds since 1970 are far below 2^53"
    )]
    fn now(&self) -> i64 {
        now() as i64 * 1000
    }

    fn random(&self) -> Result<[u8; 32], ApiError> {
        <[u8; 32]>::try_from(random())
            .map_err(|_| ApiError::new(Code::Internal, "the server has no source of randomness"))
    }
}
