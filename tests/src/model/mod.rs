//! The property that all tests of queries are instances of: whatever the schema, the rows and the query, the answer is the
//! one of a naive evaluator that looks at every row in memory.
//!
//! A seed makes a world (`world`), queries (`query`) and writes (`write`) on it; `evaluate` knows the answers, `graphql` and
//! `rest` print the requests.

mod evaluate;
mod graphql;
mod query;
mod random;
mod rest;
mod value;
mod world;
mod write;

use anyhow::{Context, Result, ensure};
use codegen::ApiModel;
use serde_json::{Value as Json, json};

use crate::case::CaseRequest;
use crate::host::{Tenant, TestHost};
use evaluate::{Evaluator, Form, compare};
use query::{List, Page, Queries, Select};
use random::Random;
use world::{Row, World};
use write::Write;

/// One world on a running system.
struct Play<'h, H: TestHost> {
    tenant: Tenant<'h, H>,
    world: World,
    model: ApiModel,
    random: Random,
}

/// Makes the world of a seed and asks so many questions of it.
///
/// # Errors
/// An answer is another than the evaluator's; says the seed, the world, the request and both answers.
pub fn run<H: TestHost>(host: &H, seed: u64, cases: usize) -> Result<()> {
    let mut random = Random::new(seed);
    let mut world = World::declare(&mut random);
    world.fill(&mut random);
    let script = format!("{}{}", world.sql(), world.inserts());
    let told = || format!("seed {seed}\n{script}");
    let tenant = Tenant::create(host, &format!("model-{seed}"))?;
    tenant.push("application/sql", &world.sql()).with_context(told)?;
    tenant.import(&world.inserts()).with_context(told)?;
    let model = world.model();
    let mut play = Play {
        tenant,
        world,
        model,
        random,
    };
    for case in 0..cases {
        play.step().with_context(|| {
            format!(
                "seed {seed}, case {case}\n{}{}",
                play.world.sql(),
                play.world.inserts()
            )
        })?;
    }
    Ok(())
}

impl<H: TestHost> Play<'_, H> {
    fn step(&mut self) -> Result<()> {
        match self.random.below(10) {
            0..=3 => self.read_graphql(),
            4..=6 => self.read_rest(),
            7 => self.walk(),
            _ => self.write(),
        }
    }

    fn list(&mut self) -> List {
        let queries = Queries {
            world: &self.world,
            model: &self.model,
        };
        let table = self.random.below(self.world.tables.len());
        queries.list(table, 2, &mut self.random)
    }

    fn read_graphql(&mut self) -> Result<()> {
        let list = self.list();
        let collection = &self.model.tables[list.table].names.collection;
        let document = format!("{{ it: {collection}{} }}", self.graphql().connection(&list));
        let expected = json!({ "data": { "it": self.evaluator(Form::Graphql).list(&list) } });
        self.expect_graphql(&document, &expected)
    }

    fn read_rest(&mut self) -> Result<()> {
        let list = self.list();
        if !rest::expressible(&list) {
            return self.read_graphql();
        }
        let printer = rest::Printer {
            world: &self.world,
            model: &self.model,
        };
        let path = printer.path(&list);
        let answer = self.tenant.get(&path)?;
        let expected = self.evaluator(Form::Rest).list(&list);
        ensure!(
            same(&answer, &expected),
            "GET {path}\nexpected {expected}\nanswered {answer}"
        );
        Ok(())
    }

    /// Reads a page, writes something, and reads on from one of the page's cursors.
    fn walk(&mut self) -> Result<()> {
        let mut list = self.list();
        let forward = self.random.percent(50);
        let rows = 1 + self.random.below(4);
        list.page = page(forward, rows);
        let (document, answer) = self.edges(&list, &[])?;
        let found = self.rows(&list);
        let edges = answer["data"]["it"]["edges"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        ensure!(edges.len() == found.len(), "{document}\nanswered {answer}");
        if found.is_empty() {
            return Ok(());
        }
        let chosen = self.random.below(found.len());
        let cursor = edges[chosen]["cursor"].as_str().unwrap_or_default();
        for _ in 0..self.random.below(3) {
            self.write()?;
        }
        let onward = self.random.percent(50);
        let word = if onward { "after" } else { "before" };
        let rows = 1 + self.random.below(4);
        list.page = page(onward, rows);
        let (document, answer) = self.edges(&list, &[format!("{word}: \"{cursor}\"")])?;
        let table = &self.world.tables[list.table];
        let beyond = |row: &&Row| {
            let ordering = compare(table, &list.order, &found[chosen], row);
            if onward {
                ordering.is_lt()
            } else {
                ordering.is_gt()
            }
        };
        let evaluator = self.evaluator(Form::Graphql);
        let cut = evaluator.cut(&list, table.rows.iter().filter(beyond).collect());
        let expected: Vec<Json> = cut
            .rows
            .iter()
            .map(|row| evaluator.row(list.table, &list.select, row))
            .collect();
        let nodes: Vec<Json> = answer["data"]["it"]["edges"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|edge| edge["node"].clone())
            .collect();
        ensure!(
            same(&json!(nodes), &json!(expected)),
            "{document}\nexpected {}\nanswered {answer}",
            json!(expected)
        );
        Ok(())
    }

    /// The edges of a list.
    fn edges(&self, list: &List, others: &[String]) -> Result<(String, Json)> {
        let printer = self.graphql();
        let document = format!(
            "{{ it: {}{} {{ edges {{ cursor node {{ {} }} }} }} }}",
            self.model.tables[list.table].names.collection,
            printer.arguments(list, others),
            printer.select(list.table, &list.select)
        );
        let answer = self.answer(&document)?;
        Ok((document, answer))
    }

    /// The rows of a list's page.
    fn rows(&self, list: &List) -> Vec<Row> {
        let all = self.world.tables[list.table].rows.iter().collect();
        let cut = self.evaluator(Form::Graphql).cut(list, all);
        cut.rows.into_iter().cloned().collect()
    }

    /// One mutation of one or two fields: all of it is done, or nothing.
    fn write(&mut self) -> Result<()> {
        let queries = Queries {
            world: &self.world,
            model: &self.model,
        };
        let count = 1 + self.random.below(2);
        let writes: Vec<Write> = (0..count)
            .map(|_| Write::any(&queries, &mut self.random))
            .filter(|write| !write.is_vague())
            .collect();
        if writes.is_empty() {
            return Ok(());
        }
        let printer = self.graphql();
        let fields: Vec<String> = writes
            .iter()
            .enumerate()
            .map(|(n, write)| format!("w{n}: {}", write.field(printer)))
            .collect();
        let document = format!("mutation {{ {} }}", fields.join(" "));
        let mut after = self.world.clone();
        let mut payloads = serde_json::Map::new();
        let mut refused = None;
        for (n, write) in writes.iter().enumerate() {
            match write.apply(&mut after, &self.model) {
                Ok(payload) => payloads.insert(format!("w{n}"), payload),
                Err(codes) => {
                    refused = Some(codes);
                    break;
                }
            };
        }
        match refused {
            None => {
                let mut answer = self.answer(&document)?;
                let mut expected = json!({ "data": payloads });
                // Rows come in no promised order.
                sort_records(&mut answer);
                sort_records(&mut expected);
                ensure!(
                    same(&answer, &expected),
                    "{document}\nexpected {expected}\nanswered {answer}"
                );
                self.world = after;
            }
            Some(codes) => {
                let answer = self.answer(&document)?;
                let code = answer["errors"][0]["extensions"]["code"]
                    .as_str()
                    .unwrap_or_default();
                ensure!(
                    codes.contains(&code),
                    "{document}\nexpected {codes:?}\nanswered {answer}"
                );
            }
        }
        self.compare_all()
    }

    /// Compares every row of every table.
    fn compare_all(&self) -> Result<()> {
        let mut fields = String::new();
        let mut expected = serde_json::Map::new();
        for (table, declared) in self.world.tables.iter().enumerate() {
            let list = List {
                table,
                filter: None,
                order: Vec::new(),
                page: Page::default(),
                select: Select {
                    columns: (0..declared.columns.len()).collect(),
                    relations: Vec::new(),
                },
            };
            let collection = &self.model.tables[table].names.collection;
            fields += &format!("x{table}: {collection}{} ", self.graphql().connection(&list));
            expected.insert(format!("x{table}"), self.evaluator(Form::Graphql).list(&list));
        }
        self.expect_graphql(&format!("{{ {fields} }}"), &json!({ "data": expected }))
    }

    fn expect_graphql(&self, document: &str, expected: &Json) -> Result<()> {
        let answer = self.answer(document)?;
        ensure!(
            same(&answer, expected),
            "{document}\nexpected {expected}\nanswered {answer}"
        );
        Ok(())
    }

    fn answer(&self, document: &str) -> Result<Json> {
        let response = self.tenant.send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/graphql".to_owned(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: json!({ "query": document }).to_string().into_bytes(),
        })?;
        serde_json::from_str(&response.body).with_context(|| format!("{document}\n{response:?}"))
    }

    const fn graphql(&self) -> graphql::Printer<'_> {
        graphql::Printer {
            world: &self.world,
            model: &self.model,
        }
    }

    const fn evaluator(&self, form: Form) -> Evaluator<'_> {
        Evaluator {
            world: &self.world,
            model: &self.model,
            form,
        }
    }
}

fn page(forward: bool, rows: usize) -> Page {
    Page {
        first: forward.then_some(rows),
        last: (!forward).then_some(rows),
        offset: None,
    }
}

/// Whether two answers are the same: numbers by their value, members of objects in any order.
fn same(left: &Json, right: &Json) -> bool {
    match (left, right) {
        (Json::Number(left), Json::Number(right)) => left
            .as_i64()
            .zip(right.as_i64())
            .map_or_else(|| left.as_f64() == right.as_f64(), |(left, right)| left == right),
        (Json::Array(left), Json::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| same(left, right))
        }
        (Json::Object(left), Json::Object(right)) => {
            left.len() == right.len()
                && left
                    .iter()
                    .all(|(name, value)| right.get(name).is_some_and(|other| same(value, other)))
        }
        _ => left == right,
    }
}

fn sort_records(answer: &mut Json) {
    let payloads = answer["data"].as_object_mut().into_iter().flatten();
    for (_, payload) in payloads {
        if let Some(records) = payload["records"].as_array_mut() {
            records.sort_by_key(ToString::to_string);
        }
    }
}
