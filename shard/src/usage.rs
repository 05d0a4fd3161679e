//! What a shard was asked of late: counted in memory, from when its host started.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use crate::port::Cost;

/// Minutes that are remembered: what is older is forgotten.
pub const MINUTES: u64 = 180;

/// A minute in milliseconds.
const MINUTE: u64 = 60_000;

/// What was asked in one minute.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minute {
    /// How many minutes ago.
    pub ago: u64,
    /// Requests for rows.
    pub requests: u64,
    /// Those of them that were refused.
    pub refused: u64,
    /// Rows that SQLite read.
    pub read: u64,
    /// Rows that SQLite wrote.
    pub written: u64,
}

/// The usage of a shard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// The database's size in bytes.
    pub size: u64,
    /// For how many minutes it was counted.
    pub counted: u64,
    /// The minutes with requests, the latest last.
    pub minutes: Vec<Minute>,
}

impl Usage {
    /// With what was counted elsewhere of the same tenant.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.counted = self.counted.max(other.counted);
        for minute in other.minutes {
            match self.minutes.binary_search_by(|known| minute.ago.cmp(&known.ago)) {
                Ok(at) => {
                    let known = &mut self.minutes[at];
                    known.requests += minute.requests;
                    known.refused += minute.refused;
                    known.read += minute.read;
                    known.written += minute.written;
                }
                Err(at) => self.minutes.insert(at, minute),
            }
        }
        self
    }
}

/// Counts. `Minute::ago` is the number of the minute by the clock here.
#[derive(Debug, Default)]
pub struct Counter {
    begun: Option<u64>,
    minutes: VecDeque<Minute>,
}

impl Counter {
    /// Counts a request, at that time in milliseconds from any start; without a cost, it was refused.
    pub fn count(&mut self, clock: u64, done: Option<Cost>) {
        let now = clock / MINUTE;
        self.begun.get_or_insert(now);
        while self
            .minutes
            .front()
            .is_some_and(|minute| minute.ago + MINUTES <= now)
        {
            self.minutes.pop_front();
        }
        if self.minutes.back().is_none_or(|minute| minute.ago != now) {
            let ago = now;
            self.minutes.push_back(Minute {
                ago,
                ..Minute::default()
            });
        }
        if let Some(minute) = self.minutes.back_mut() {
            let cost = done.unwrap_or_default();
            minute.requests += 1;
            minute.refused += u64::from(done.is_none());
            minute.read += cost.read;
            minute.written += cost.written;
        }
    }

    /// What was counted, at that time of the same clock, of a database of so many bytes.
    pub fn usage(&self, clock: u64, size: u64) -> Usage {
        let now = clock / MINUTE;
        let minutes = self.minutes.iter().map(|minute| Minute {
            ago: now.saturating_sub(minute.ago),
            ..*minute
        });
        Usage {
            size,
            counted: now.saturating_sub(self.begun.unwrap_or(now)).min(MINUTES - 1) + 1,
            minutes: minutes.filter(|minute| minute.ago < MINUTES).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counter, MINUTE, MINUTES};
    use crate::port::Cost;

    #[test]
    fn requests_are_counted_by_the_minute_and_forgotten_when_old() {
        let mut counter = Counter::default();
        counter.count(5, Some(Cost { read: 3, written: 1 }));
        counter.count(MINUTE - 1, None);
        counter.count(2 * MINUTE, Some(Cost::default()));
        let usage = counter.usage(3 * MINUTE, 4096);
        assert_eq!((usage.size, usage.counted), (4096, 4));
        let told: Vec<_> = usage
            .minutes
            .iter()
            .map(|minute| {
                (
                    minute.ago,
                    minute.requests,
                    minute.refused,
                    minute.read,
                    minute.written,
                )
            })
            .collect();
        assert_eq!(told, [(3, 2, 1, 3, 1), (1, 1, 0, 0, 0)]);
        let mut elsewhere = Counter::default();
        elsewhere.count(MINUTE, None);
        elsewhere.count(2 * MINUTE, None);
        let both = usage.with(elsewhere.usage(3 * MINUTE, 0));
        let told: Vec<_> = both
            .minutes
            .iter()
            .map(|minute| (minute.ago, minute.requests, minute.refused))
            .collect();
        assert_eq!((both.size, told), (4096, vec![(3, 2, 1), (2, 1, 1), (1, 2, 1)]));
        counter.count((MINUTES + 1) * MINUTE, None);
        assert_eq!(counter.usage((MINUTES + 1) * MINUTE, 0).minutes.len(), 2);
    }
}
