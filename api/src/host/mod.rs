//! The gateway's host: requests from the Workers runtime, responses to it, and shards behind Durable Object stubs.
//!
//! The runtime's entry is `worker.js`. It calls [`begin`], which answers a response or a task's number; it delivers what
//! the outbox holds and calls [`resume`] with the replies, until there is a response.

mod console;
mod mailbox;
mod tasks;

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, JsString};
use shard::host::{ShardCore, WorkerText};
use wasm_bindgen::prelude::*;

use crate::batch::planned;
use crate::error::{ApiError, Code};
use crate::gateway::Gateway;
use crate::http::{Body, Header, Headers, Method, NEXT, Request, Response};
use crate::shards::Host;
use crate::template::insert;
use crate::template::read::{Place, template};
use mailbox::{Mailbox, StubShards};
use tasks::Step;

#[wasm_bindgen(module = "/src/glue.js")]
extern "C" {
    fn post(outbox: &Array, directory: bool, name: &str, request: &[u8]);
    #[wasm_bindgen(js_name = metaOf)]
    fn meta_of(reply: &JsString) -> Vec<u8>;
    #[wasm_bindgen(js_name = textOf)]
    fn text_of(reply: &JsString) -> JsString;
    #[wasm_bindgen(js_name = headerLayout)]
    fn header_layout(fields: &str) -> JsValue;
    fn respond(status: u16, layout: &JsValue, values: &str, body: &JsString) -> JsValue;
    #[wasm_bindgen(js_name = respondRepeatable)]
    fn respond_repeatable(status: u16, layout: &JsValue, values: &str, body: &JsString) -> JsValue;
    #[wasm_bindgen(js_name = respondText)]
    fn respond_text(status: u16, layout: &JsValue, values: &str, body: &str) -> JsValue;
    #[wasm_bindgen(js_name = respondEmpty)]
    fn respond_empty(status: u16, layout: &JsValue, values: &str) -> JsValue;
    #[wasm_bindgen(js_name = setNext)]
    fn set_next(response: &JsValue, next: &str);
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
    static LAYOUTS: RefCell<Vec<Layout>> = RefCell::default();
}

#[wasm_bindgen(start)]
fn start() {
    console::install();
}

/// The headers that the entry hands over, in their order, parted by NUL: the name, a space and the kinds of request.
#[wasm_bindgen(js_name = headerNames)]
pub fn header_names() -> String {
    Header::ALL
        .map(|header| format!("{} {}", header.name(), header.kinds()))
        .join("\0")
}

/// A tenant's object over its `ctx.storage`: see [`ShardCore::new`].
#[wasm_bindgen(js_name = shardCore)]
pub fn shard_core(storage: JsValue, id: String, nonce: String) -> ShardCore {
    ShardCore::new(storage, id, nonce, planned)
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

/// How many bytes of a request's letter stand behind an integer of its: see [`template`]. `at` and `length` are its place in the body,
/// if there is one, else it ends the path.
#[wasm_bindgen(js_name = templateOf)]
pub fn template_of(head: &str, body: Option<Vec<u8>>, at: usize, length: usize) -> Option<usize> {
    let place = match body {
        Some(_) => Place::Body(at..at + length),
        None => Place::Path,
    };
    let request = request(head, body.unwrap_or_default());
    template::<WorkerText>(&GATEWAY.with(Rc::clone), &request, &place)
}

/// How the letters of an insert's form are put together: see [`insert::template`] and [`insert::Template::described`].
#[wasm_bindgen(js_name = insertTemplateOf)]
pub fn insert_template_of(head: &str, body: String) -> Option<String> {
    let request = request(head, body.into_bytes());
    insert::template::<WorkerText>(&GATEWAY.with(Rc::clone), &request).map(|template| template.described())
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

/// A response's header as its maker wrote it.
type Field = (&'static str, Cow<'static, str>);

/// Names of headers, and the values that are constants: made in JavaScript once, since most responses have one of a few.
struct Layout {
    fields: Vec<(&'static str, Option<&'static str>)>,
    made: JsValue,
}

/// Layouts that are kept; all go when there are more.
const MOST_LAYOUTS: usize = 64;

impl Layout {
    fn of(headers: &[Field]) -> Self {
        let mut text = String::new();
        let mut fields = Vec::with_capacity(headers.len());
        for (name, value) in headers {
            let constant = match value {
                Cow::Borrowed(constant) => Some(*constant),
                Cow::Owned(_) => None,
            };
            fields.push((*name, constant));
            text.push_str(name);
            text.push('\0');
            text.push_str(constant.unwrap_or(MISSING));
            text.push('\0');
        }
        Self {
            fields,
            made: header_layout(&text),
        }
    }

    fn is_of(&self, headers: &[Field]) -> bool {
        let same = |(field, header): (&(&'static str, Option<&'static str>), &Field)| {
            field.0 == header.0
                && match (field.1, &header.1) {
                    (Some(constant), Cow::Borrowed(value)) => constant == *value,
                    (None, Cow::Owned(_)) => true,
                    _ => false,
                }
        };
        self.fields.len() == headers.len() && self.fields.iter().zip(headers).all(same)
    }
}

fn response_of(mut response: Response<WorkerText>) -> JsValue {
    let next = response.headers.iter().position(|(name, _)| *name == NEXT);
    let next = next.map(|at| response.headers.remove(at).1);
    let mut values = String::new();
    for (_, value) in &response.headers {
        if let Cow::Owned(value) = value {
            values.push_str(value);
            values.push('\0');
        }
    }
    let made = LAYOUTS.with_borrow_mut(|layouts| {
        let known = layouts.iter().position(|layout| layout.is_of(&response.headers));
        let known = known.unwrap_or_else(|| {
            if layouts.len() >= MOST_LAYOUTS {
                layouts.clear();
            }
            layouts.push(Layout::of(&response.headers));
            layouts.len() - 1
        });
        let layout = &layouts[known].made;
        match &response.body {
            Body::Empty if response.repeats => {
                respond_repeatable(response.status, layout, &values, &JsString::from(""))
            }
            Body::Empty => respond_empty(response.status, layout, &values),
            Body::Text(text) => respond_text(response.status, layout, &values, text),
            Body::Shard(WorkerText(text)) if response.repeats && next.is_none() => {
                respond_repeatable(response.status, layout, &values, text)
            }
            Body::Shard(WorkerText(text)) => respond(response.status, layout, &values, text),
        }
    });
    if let Some(next) = next {
        set_next(&made, &next);
    }
    made
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
