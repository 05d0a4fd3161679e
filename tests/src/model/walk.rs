//! Reads a list page by page, forwards and backwards, while rows are written between pages.

use anyhow::{Context, Result, ensure};
use serde_json::{Value as Json, json};

use super::evaluate::{Cut, Evaluator, Form, Place, compare};
use super::play::{Play, is_too_deep, told};
use super::query::{List, Page};
use super::step::Turn;
use crate::case::CaseRequest;
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
        let list = &List {
            page: page(turn),
            ..list.clone()
        };
        let word = if turn.forward { "after" } else { "before" };
        let from = stand.iter().map(|stand| format!("{word}: \"{}\"", stand.cursor));
        let document = self.document(list, &from.collect::<Vec<_>>());
        let answer = self.answer(&document)?;
        if is_too_deep(&answer) {
            return Ok(stand);
        }
        let evaluator = self.evaluator(Form::Graphql);
        let cut = beyond(evaluator, list, turn, stand.as_ref());
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

    /// Reads the pages of a list in REST, by the cursors in what it links to.
    pub(super) fn walk_rest(&mut self, list: &List, turns: &[Turn]) -> Result<()> {
        let mut stand = None;
        for turn in turns {
            stand = self.page_rest(list, turn, stand)?;
            for writes in &turn.writes {
                self.write(writes)?;
            }
        }
        Ok(())
    }

    fn page_rest(&self, list: &List, turn: &Turn, stand: Option<Stand>) -> Result<Option<Stand>> {
        // Without a place to start from there is no backward.
        let turn = &Turn {
            forward: turn.forward || stand.is_none(),
            ..turn.clone()
        };
        let mut path = self.rest().path(&List {
            page: Page {
                first: Some(turn.rows),
                ..Page::default()
            },
            ..list.clone()
        });
        let word = if turn.forward { "after" } else { "before" };
        if let Some(stand) = &stand {
            path += &format!("&{word}={}", stand.cursor);
        }
        let response = self.tenant.send(&CaseRequest {
            method: "GET".to_owned(),
            path: path.clone(),
            headers: Vec::new(),
            body: Vec::new(),
        })?;
        let evaluator = self.evaluator(Form::Rest);
        let list = &List {
            page: page(turn),
            ..self.filtered(list)
        };
        let cut = beyond(evaluator, list, turn, stand.as_ref());
        let rows = cut.rows.iter();
        let expected: Vec<Json> = rows
            .map(|row| evaluator.row(list.table, &list.select, row))
            .collect();
        let answer = serde_json::from_str(&response.body).with_context(|| path.clone())?;
        told(&path, &Json::Array(expected), &answer)?;
        let link = response.headers.iter().find(|(name, _)| name == "link");
        let relation = if turn.forward { "next" } else { "prev" };
        let found = link.and_then(|(_, link)| {
            let address = link
                .strip_prefix('<')?
                .strip_suffix(&format!(">; rel=\"{relation}\""))?;
            address
                .rsplit_once(&format!("{word}="))
                .map(|(_, cursor)| cursor.to_owned())
        });
        ensure!(
            found.is_some() == cut.more && link.is_some() == cut.more,
            "{path}\nexpected a link: {}, answered {link:?}",
            cut.more
        );
        let end = if turn.forward {
            cut.rows.last()
        } else {
            cut.rows.first()
        };
        Ok(match (found, end) {
            (Some(cursor), Some(row)) => Some(Stand {
                cursor,
                place: evaluator.place(list.table, &list.order, row),
            }),
            _ => stand,
        })
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

const fn page(turn: &Turn) -> Page {
    let (rows, other) = (Some(turn.rows), None);
    let (first, last) = if turn.forward {
        (rows, other)
    } else {
        (other, rows)
    };
    Page {
        first,
        last,
        offset: None,
    }
}

/// The rows of a page beyond a place.
fn beyond<'w>(evaluator: Evaluator<'w>, list: &List, turn: &Turn, stand: Option<&Stand>) -> Cut<'w> {
    let mut rows = evaluator.found(list, evaluator.rows(list.table));
    if let Some(stand) = stand {
        rows.retain(|row| {
            let ordering = compare(&evaluator.place(list.table, &list.order, row), &stand.place);
            if turn.forward {
                ordering.is_gt()
            } else {
                ordering.is_lt()
            }
        });
    }
    evaluator.cut(list, rows)
}
