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
    /// The same of the list that it is in.
    around: u64,
    depth: usize,
}

/// Where the count was before it went into a list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outside {
    within: u64,
    around: u64,
}

impl Complexity {
    /// Nothing is counted yet.
    pub(crate) const fn new() -> Self {
        Self {
            total: 0,
            within: 1,
            around: 1,
            depth: 0,
        }
    }

    /// Goes into a row or a list of so many rows.
    pub(crate) const fn enter(&mut self, rows: u64) -> Outside {
        let outside = Outside {
            within: self.within,
            around: self.around,
        };
        self.around = self.within;
        self.within = self.within.saturating_mul(rows);
        self.total = self.total.saturating_add(self.within);
        self.depth += 1;
        outside
    }

    /// Goes into a list that says how many rows it wants, or does not.
    pub(crate) fn enter_list(&mut self, said: Option<u64>, limits: &Limits) -> Outside {
        self.enter(said.unwrap_or_else(|| unsaid(self.depth, limits)))
    }

    /// Counts a list that stands beside the rows of the innermost one, such as groups of them.
    pub(crate) fn beside(&mut self, said: Option<u64>, limits: &Limits) {
        let rows = said.unwrap_or_else(|| unsaid(self.depth.saturating_sub(1), limits));
        self.total = self.total.saturating_add(self.around.saturating_mul(rows));
    }

    /// Comes out again.
    pub(crate) const fn leave(&mut self, outside: Outside) {
        self.within = outside.within;
        self.around = outside.around;
        self.depth -= 1;
    }

    /// Adds what was counted of another request.
    pub(crate) const fn add(&mut self, rows: u64) {
        self.total = self.total.saturating_add(rows);
    }

    /// What was counted.
    pub(crate) const fn total(&self) -> u64 {
        self.total
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

/// How many rows count for a list that does not say how many it wants.
fn unsaid(depth: usize, limits: &Limits) -> u64 {
    let rows = if depth == 0 {
        limits.default_rows
    } else {
        limits.unsaid_rows.min(limits.default_rows)
    };
    rows.into()
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
        complexity.beside(Some(7), &Limits::DEFAULT);
        complexity.beside(None, &Limits::DEFAULT);
        complexity.leave(root);
        let beside = 7 + u64::from(Limits::DEFAULT.default_rows);
        assert_eq!(complexity.total, 50 + 2 * 50 * 4 + 2 * 50 * 10 + beside);
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
