//! Reads a list page by page, forwards and backwards, while rows are written between pages.

use anyhow::{Result, ensure};
use serde_json::{Value as Json, json};

use super::evaluate::{Form, Place, compare};
use super::play::{Play, is_too_deep, told};
use super::query::{List, Page};
use super::step::Turn;
use crate::host::TestHost;

/// Where a walk stands: a cursor, and the place that it stands for.
struct Stand {
    cursor: String,
    place: Place,
}

impl<H: TestHost> Play<'_, H> {
    /// Reads the pages of a list.
    pub(super) fn walk(&mut self, list: &List, turns: &[Turn]) -> Result<()> {
        let mut stand = None;
        for turn in turns {
            stand = self.page(list, turn, stand)?;
            for writes in &turn.writes {
                self.write(writes)?;
            }
        }
        Ok(())
    }

    /// Reads one page. Answers where the next one starts.
    fn page(&self, list: &List, turn: &Turn, stand: Option<Stand>) -> Result<Option<Stand>> {
        let list = List {
            page: Page {
                first: turn.forward.then_some(turn.rows),
                last: (!turn.forward).then_some(turn.rows),
                offset: None,
            },
            ..list.clone()
        };
        let word = if turn.forward { "after" } else { "before" };
        let from = stand.iter().map(|stand| format!("{word}: \"{}\"", stand.cursor));
        let document = self.document(&list, &from.collect::<Vec<_>>());
        let answer = self.answer(&document)?;
        if is_too_deep(&answer) {
            return Ok(stand);
        }
        let evaluator = self.evaluator(Form::Graphql);
        let mut rows = evaluator.rows(list.table);
        if let Some(stand) = &stand {
            rows.retain(|row| {
                let ordering = compare(&evaluator.place(list.table, &list.order, row), &stand.place);
                if turn.forward {
                    ordering.is_gt()
                } else {
                    ordering.is_lt()
                }
            });
        }
        let cut = evaluator.cut(&list, rows);
        let expected: Vec<Json> = cut
            .rows
            .iter()
            .map(|row| evaluator.row(list.table, &list.select, row))
            .collect();
        let connection = &answer["data"]["it"];
        let edges: &[Json] = connection["edges"].as_array().map_or(&[], Vec::as_slice);
        let nodes: Vec<Json> = edges.iter().map(|edge| edge["node"].clone()).collect();
        ensure!(connection["edges"].is_array(), "{document}\nanswered {answer}");
        told(&document, &json!(expected), &json!(nodes))?;
        let cursor = |edge: Option<&Json>| edge.map_or(Json::Null, |edge| edge["cursor"].clone());
        let more = if turn.forward {
            "hasNextPage"
        } else {
            "hasPreviousPage"
        };
        let info = json!({
            more: cut.more,
            "startCursor": cursor(edges.first()),
            "endCursor": cursor(edges.last()),
        });
        told(&document, &info, &connection["pageInfo"])?;
        if edges.is_empty() {
            return Ok(stand);
        }
        let back = turn.back.min(edges.len() - 1);
        let chosen = if turn.forward {
            edges.len() - 1 - back
        } else {
            back
        };
        Ok(Some(Stand {
            cursor: edges[chosen]["cursor"].as_str().unwrap_or_default().to_owned(),
            place: evaluator.place(list.table, &list.order, cut.rows[chosen]),
        }))
    }

    fn document(&self, list: &List, others: &[String]) -> String {
        let printer = self.graphql();
        format!(
            "{{ it: {}{} {{ pageInfo {{ {} startCursor endCursor }} edges {{ cursor node {{ {} }} }} }} }}",
            self.model.tables[list.table].names.collection,
            printer.arguments(list, others),
            if list.page.last.is_some() {
                "hasPreviousPage"
            } else {
                "hasNextPage"
            },
            printer.select(list.table, &list.select)
        )
    }
}
