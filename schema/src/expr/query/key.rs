//! What tells the rows of a query apart.

use std::ops::Range;

use super::names::Frame;
use super::output::Item;
use super::{QueryColumn, Rows};
use crate::grammar::ast::{Expr, JoinCondition, Logic, Operator};

/// The most columns that name a row where nothing but all of its values does.
const MOST: usize = 4;

/// Two columns that a condition makes equal.
#[derive(Debug, Clone)]
pub(super) struct Tie {
    pub(super) ends: [String; 2],
    /// The sources of whose rows it holds only, where a join puts NULLs in place of others.
    pub(super) within: Option<Range<usize>>,
}

impl Frame<'_> {
    /// Remembers which columns the condition of a join makes equal.
    pub(super) fn ties(&mut self, condition: &JoinCondition, missing: &Range<usize>) {
        if let JoinCondition::On(condition) = condition {
            let within = (!missing.is_empty()).then(|| missing.clone());
            self.tie(condition, within.as_ref());
        }
    }

    /// Remembers which columns a condition makes equal.
    pub(super) fn tie(&mut self, condition: &Expr, within: Option<&Range<usize>>) {
        match condition {
            Expr::Logic(Logic::And, parts) => {
                for part in parts {
                    self.tie(part, within);
                }
            }
            Expr::Binary(Operator::Equal, left, right) => {
                if let (Ok(Some(left)), Ok(Some(right))) = (self.column_of(left), self.column_of(right)) {
                    self.tied.push(Tie {
                        ends: [left.typed.sql.text, right.typed.sql.text],
                        within: within.cloned(),
                    });
                }
            }
            _ => {}
        }
    }

    /// How the rows of a SELECT can be told apart.
    pub(super) fn rows(&self, distinct: bool, groups: Option<&Vec<String>>, items: &[Item]) -> Rows {
        let found = match groups {
            Some(groups) => Self::selected(&self.telling(groups), items),
            None => self.kept().and_then(|key| Self::selected(&key, items)),
        };
        match found {
            Some(key) => Rows { key, distinct: true },
            None if distinct && items.len() <= MOST => Rows {
                key: (0..items.len()).collect(),
                distinct,
            },
            None => Rows {
                key: Vec::new(),
                distinct,
            },
        }
    }

    /// The columns of a group without those that a key among them tells.
    fn telling(&self, groups: &[String]) -> Vec<String> {
        let mut telling = groups.to_vec();
        for source in self.sources.iter().filter(|source| !source.key.is_empty()) {
            if source.key.iter().all(|column| telling.contains(column)) {
                let own = format!("{}.\"", source.alias);
                telling.retain(|column| source.key.contains(column) || !column.starts_with(&own));
            }
        }
        telling
    }

    /// The positions of the columns that are just these; nothing where one is not selected.
    fn selected(key: &[String], items: &[Item]) -> Option<Vec<usize>> {
        key.iter()
            .map(|sql| {
                items.iter().position(|item| match &item.column {
                    Some(_) => item.typed.sql.text == *sql,
                    None => item.output().is_ok_and(|output| output.sql.text == *sql),
                })
            })
            .collect()
    }

    /// The keys of all sources together, without those of which there is one row for the others' rows.
    fn kept(&self) -> Option<Vec<String>> {
        if self.sources.iter().any(|source| source.key.is_empty()) {
            return None;
        }
        let mut kept = vec![true; self.sources.len()];
        for at in (0..self.sources.len()).rev() {
            let is_told = |column: &String| {
                (0..self.sources.len())
                    .filter(|other| *other != at && kept[*other])
                    .any(|other| self.tells(other, at, column))
            };
            if self.sources.len() > 1 && self.sources[at].key.iter().all(is_told) {
                kept[at] = false;
            }
        }
        let sources = self.sources.iter().zip(kept);
        let kept = sources.filter(|(_, kept)| *kept);
        Some(kept.flat_map(|(source, _)| source.key.iter().cloned()).collect())
    }

    /// Whether a column of one source is equal to one of another, wherever the first has a row.
    fn tells(&self, other: usize, at: usize, column: &String) -> bool {
        if self.sources[other].missing && !self.sources[at].missing {
            return false;
        }
        let of_other = format!("{}.", self.sources[other].alias);
        self.tied.iter().any(|tie| {
            let holds = tie.within.as_ref().is_none_or(|within| within.contains(&at));
            let [left, right] = &tie.ends;
            holds
                && ((left == column && right.starts_with(&of_other))
                    || (right == column && left.starts_with(&of_other)))
        })
    }
}

/// All columns, where they are few enough to name a row.
pub(super) fn all_of(columns: &[QueryColumn]) -> Vec<usize> {
    if columns.len() <= MOST {
        (0..columns.len()).collect()
    } else {
        Vec::new()
    }
}
