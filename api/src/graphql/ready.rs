//! Futures that never wait.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The result of a future that does no I/O. It may ask to be polled again (joined futures yield now and then), but not
/// without end.
pub(super) fn ready<F: Future>(future: F) -> Option<F::Output> {
    const MAX_POLLS: usize = 100_000;
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..MAX_POLLS {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Some(output);
        }
    }
    None
}
