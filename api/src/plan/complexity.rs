//! How many rows a request could touch, from its pages alone: a list within rows counts once for each of them.
//!
//! Rows that a filter, an order or a count has to look at on the way are not known before a shard looks, and are not counted.

use crate::error::ApiError;
use crate::plan::limits::{Limits, beyond};

/// Counts while a request is planned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Complexity {
    total: u64,
    /// How often what is planned now is answered.
    within: u64,
    depth: usize,
}

/// Where the count was before it went into a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outside(u64);

impl Complexity {
    /// Nothing is counted yet.
    pub(crate) const fn new() -> Self {
        Self {
            total: 0,
            within: 1,
            depth: 0,
        }
    }

    /// Goes into a row or a list of so many rows.
    pub(crate) const fn enter(&mut self, rows: u64) -> Outside {
        let outside = Outside(self.within);
        self.within = self.within.saturating_mul(rows);
        self.total = self.total.saturating_add(self.within);
        self.depth += 1;
        outside
    }

    /// Goes into a list that says how many rows it wants, or does not.
    pub(crate) fn enter_list(&mut self, said: Option<u64>, limits: &Limits) -> Outside {
        let default = if self.depth == 0 {
            limits.default_rows
        } else {
            limits.unsaid_rows.min(limits.default_rows)
        };
        self.enter(said.unwrap_or_else(|| default.into()))
    }

    /// Comes out again.
    pub(crate) const fn leave(&mut self, outside: Outside) {
        self.within = outside.0;
        self.depth -= 1;
    }

    /// Refuses what is beyond the limit.
    pub(crate) fn check(&self, limits: &Limits) -> Result<(), ApiError> {
        let (counted, allowed) = (self.total, limits.max_complexity);
        if counted <= allowed {
            return Ok(());
        }
        Err(beyond(
            counted,
            allowed,
            format!(
                "the request could touch {counted} rows, and {allowed} are allowed: say how many rows each list is to have, \
                 ask for fewer, or nest less"
            ),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_multiply_and_neighbours_add() {
        let mut complexity = Complexity::new();
        let root = complexity.enter_list(Some(50), &Limits::DEFAULT);
        for rows in [Some(4), None] {
            let list = complexity.enter_list(rows, &Limits::DEFAULT);
            let one = complexity.enter(1);
            complexity.leave(one);
            complexity.leave(list);
        }
        complexity.leave(root);
        assert_eq!(complexity.total, 50 + 2 * 50 * 4 + 2 * 50 * 10);
        complexity.check(&Limits::DEFAULT).unwrap();
    }

    #[test]
    fn huge_products_do_not_wrap() {
        let mut complexity = Complexity::new();
        for _ in 0..20 {
            complexity.enter_list(Some(10_000), &Limits::DEFAULT);
        }
        let error = complexity.check(&Limits::DEFAULT).unwrap_err();
        assert_eq!(error.details["counted"], u64::MAX);
    }
}
