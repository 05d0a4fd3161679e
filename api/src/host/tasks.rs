//! Requests that wait for shards.
//!
//! A request is an `async` function that waits for nothing but shards, so no executor is needed: it is polled when it
//! begins and whenever replies have come. That spares the closures and promises that the usual bridge makes.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use js_sys::Array;
use shard::host::WorkerText;

use super::mailbox::{Letter, Mailbox};
use super::{first_task, now};
use crate::http::Response;

/// A task that has not been resumed for so long, in milliseconds, is dropped: its client went away.
const LONGEST_WAIT: f64 = 300_000.0;

/// Tasks beyond so many are looked through for ones whose client went away.
const MANY: usize = 256;

/// How far a request came.
pub(super) enum Step {
    /// There is a response.
    Answered(Response<WorkerText>),
    /// It waits for replies to these letters.
    Waiting { task: u32, letters: Vec<Letter> },
}

struct Task {
    since: f64,
    mailbox: Mailbox,
    work: Pin<Box<dyn Future<Output = Response<WorkerText>>>>,
}

#[derive(Default)]
struct Tasks {
    /// The last number given; `None` before the first, since chance is not to be had when the instance starts.
    last: Option<u32>,
    waiting: BTreeMap<u32, Task>,
}

thread_local! {
    static TASKS: RefCell<Tasks> = RefCell::default();
}

/// Begins a request whose shards are reached through that mailbox.
pub(super) fn begin(mailbox: Mailbox, work: impl Future<Output = Response<WorkerText>> + 'static) -> Step {
    advance(Task {
        since: 0.0,
        mailbox,
        work: Box::pin(work),
    })
}

/// Goes on with a task, given the replies; `None` if there is no such task.
pub(super) fn resume(task: f64, replies: &Array) -> Option<Step> {
    let number = whole(task)?;
    let task = TASKS.with_borrow_mut(|tasks| tasks.waiting.remove(&number))?;
    task.mailbox.receive(replies);
    Some(advance(task))
}

fn advance(mut task: Task) -> Step {
    match task.work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => Step::Answered(response),
        Poll::Pending => {
            let letters = task.mailbox.take_letters();
            task.since = now();
            let task = TASKS.with_borrow_mut(|tasks| tasks.keep(task));
            Step::Waiting { task, letters }
        }
    }
}

impl Tasks {
    fn keep(&mut self, task: Task) -> u32 {
        if self.waiting.len() >= MANY {
            let oldest = task.since - LONGEST_WAIT;
            self.waiting.retain(|_, waiting| waiting.since >= oldest);
        }
        let last = self
            .last
            .unwrap_or_else(|| whole(first_task()).unwrap_or_default());
        let number = last.wrapping_add(1);
        self.last = Some(number);
        self.waiting.insert(number, task);
        number
    }
}

fn whole(number: f64) -> Option<u32> {
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to fit"
    )]
    fits.then_some(number as u32)
}
