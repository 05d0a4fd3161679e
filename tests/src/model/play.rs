//! Sends steps to a running system and compares what it answers.

use anyhow::{Context, Result, ensure};
use codegen::ApiModel;
use serde_json::{Map, Value as Json, json};

use super::evaluate::{Evaluator, Form};
use super::nested::ANY;
use super::query::List;
use super::step::{Outcome, Step};
use super::world::World;
use super::write::{What, Write};
use super::{graphql, rest};
use crate::case::{CaseRequest, CaseResponse};
use crate::host::{Tenant, TestHost};

/// One world on a running system.
pub(super) struct Play<'h, H: TestHost> {
    pub(super) tenant: Tenant<'h, H>,
    /// What is there by now.
    pub(super) world: World,
    /// The names.
    pub(super) model: ApiModel,
}

impl<'h, H: TestHost> Play<'h, H> {
    /// A world whose rows are there already.
    pub(super) fn new(tenant: Tenant<'h, H>, world: World) -> Self {
        let model = world.model();
        Self { tenant, world, model }
    }

    /// Does a step.
    pub(super) fn step(&mut self, step: &Step) -> Result<()> {
        match step {
            Step::Graphql(list) => self.read_graphql(list),
            Step::Both(list) => {
                if rest::expressible(list) {
                    self.read_rest(list)?;
                }
                self.read_graphql(list)
            }
            Step::Groups(list) => self.read_groups(list),
            Step::Write(writes) => self.write(writes),
            Step::RestWrite(write) => self.write_rest(write),
            Step::Batch(writes) => self.batch(writes),
            Step::RestWalk(list, turns) if rest::expressible(list) => self.walk_rest(list, turns),
            Step::Walk(list, turns) | Step::RestWalk(list, turns) => self.walk(&self.filtered(list), turns),
        }
    }

    pub(super) fn filtered(&self, list: &List) -> List {
        list.filtered(&|table, position| self.model.tables[table].relations[position].is_to_one())
    }

    fn read_graphql(&self, list: &List) -> Result<()> {
        let list = self.filtered(list);
        let collection = &self.model.tables[list.table].names.collection;
        let document = format!("{{ it: {collection}{} }}", self.graphql().connection(&list));
        let expected = json!({ "data": { "it": self.evaluator(Form::Graphql).list(&list) } });
        let answer = self.answer(&document)?;
        if is_too_deep(&answer) {
            return Ok(());
        }
        told(&document, &expected, &answer)
    }

    fn read_rest(&self, list: &List) -> Result<()> {
        let path = self.rest().path(list);
        let expected = self.evaluator(Form::Rest).list(&self.filtered(list));
        told(&format!("GET {path}"), &expected, &self.tenant.get(&path)?)
    }

    fn read_groups(&self, list: &List) -> Result<()> {
        let Some(groups) = list.groups.as_ref().map(rest::grouped) else {
            return Ok(());
        };
        let filter = list.filter.as_ref().filter(|filter| rest::plain(filter));
        let path = self.rest().groups(list.table, filter, &groups);
        let evaluator = self.evaluator(Form::Rest);
        let mut rows = evaluator.rows(list.table);
        rows.retain(|row| filter.is_none_or(|filter| evaluator.holds(list.table, row, filter) == Some(true)));
        let expected = evaluator.flat_groups(list.table, &rows, &groups);
        told(&format!("GET {path}"), &expected, &self.tenant.get(&path)?)
    }

    /// One mutation: all of it is done, or nothing.
    pub(super) fn write(&mut self, writes: &[Write]) -> Result<()> {
        let outcome = Outcome::of(&self.world, &self.model, writes);
        if writes.is_empty() || outcome.is_unsaid() {
            return Ok(());
        }
        let fields: Vec<String> = writes
            .iter()
            .enumerate()
            .map(|(n, write)| format!("w{n}: {}", write.field(self.graphql())))
            .collect();
        let document = format!("mutation {{ {} }}", fields.join(" "));
        let mut answer = self.answer(&document)?;
        match outcome.done {
            Ok((after, payloads)) => {
                let mut expected = json!({ "data": payloads });
                // Rows come in no promised order.
                sort_records(&mut answer);
                sort_records(&mut expected);
                told(&document, &expected, &answer)?;
                self.world = after;
            }
            Err(codes) => {
                let code = answer["errors"][0]["extensions"]["code"]
                    .as_str()
                    .unwrap_or_default();
                let told = codes.contains(&code) || codes.contains(&ANY) && !matches!(code, "" | "internal");
                ensure!(told, "{document}\nexpected {codes:?}\nanswered {answer}");
            }
        }
        self.compare_all(&document)
    }

    /// A write in REST, where it can say it.
    fn write_rest(&mut self, write: &Write) -> Result<()> {
        let mut write = write.clone();
        write.select.relations.clear();
        write.by_key(&self.world);
        let Some(request) = self.rest().write(&write) else {
            return self.write(&[write]);
        };
        let outcome = Outcome::of(&self.world, &self.model, std::slice::from_ref(&write));
        if outcome.is_unsaid() {
            return Ok(());
        }
        let what = format!(
            "{} {}\n{}",
            request.method,
            request.path,
            String::from_utf8_lossy(&request.body)
        );
        let response = self.tenant.send(&request)?;
        let mut answer = parsed(&response).with_context(|| what.clone())?;
        match outcome.done {
            Ok((after, mut payloads)) => {
                let mut expected = payloads["w0"]["records"].take();
                for records in [&mut expected, &mut answer] {
                    if let Some(records) = records.as_array_mut() {
                        records.sort_by_key(ToString::to_string);
                    }
                }
                ensure!(
                    response.status < 300,
                    "{what}\nexpected {expected}\nanswered {response:?}"
                );
                told(&what, &expected, &answer)?;
                self.world = after;
            }
            Err(codes) => {
                let code = answer["code"].as_str().unwrap_or_default();
                ensure!(
                    response.status >= 400 && codes.contains(&code),
                    "{what}\nexpected {codes:?}\nanswered {answer}"
                );
            }
        }
        self.compare_all(&what)
    }

    /// Writes as one batch, whose later operations refer to what earlier ones answer.
    fn batch(&mut self, writes: &[Write]) -> Result<()> {
        let mut writes = writes.to_vec();
        for write in &mut writes {
            write.select.relations.clear();
            write.by_key(&self.world);
        }
        let outcome = Outcome::of(&self.world, &self.model, &writes);
        if writes.is_empty() || outcome.is_unsaid() {
            return Ok(());
        }
        let payloads = outcome.done.as_ref().ok().map(|(_, payloads)| payloads.clone());
        let mut known: Vec<rest::Known> = Vec::new();
        let mut operations = Vec::with_capacity(writes.len());
        for (at, write) in writes.iter().enumerate() {
            let printer = rest::Printer {
                known: &known,
                ..self.rest()
            };
            let Some(request) = printer.write(write) else {
                return Ok(());
            };
            operations.push(operation(&request));
            let records = payloads
                .as_ref()
                .map(|payloads| &payloads[&format!("w{at}")]["records"]);
            // Rows that are added are answered in their order.
            if let (What::Insert(..), Some(Json::Array(records))) = (&write.what, records) {
                known.extend(self.told_by(write, at, records));
            }
        }
        let body = Json::Array(operations);
        let response = self.tenant.send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/batch".to_owned(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.to_string().into_bytes(),
        })?;
        let what = format!("POST /batch {body}");
        let answer = parsed(&response).with_context(|| what.clone())?;
        match outcome.done {
            Ok((after, payloads)) => {
                let parts = answer.as_array().into_iter().flatten();
                let mut bodies: Vec<Json> = parts.map(|part| part["body"].clone()).collect();
                let records = (0..writes.len()).map(|at| payloads[&format!("w{at}")]["records"].clone());
                let mut expected: Vec<Json> = records.collect();
                for rows in bodies
                    .iter_mut()
                    .chain(&mut expected)
                    .filter_map(Json::as_array_mut)
                {
                    rows.sort_by_key(ToString::to_string);
                }
                told(&what, &Json::Array(expected), &Json::Array(bodies))
                    .with_context(|| answer.to_string())?;
                self.world = after;
            }
            Err(codes) => {
                let code = answer["code"].as_str().unwrap_or_default();
                ensure!(
                    response.status >= 400 && codes.contains(&code),
                    "{what}\nexpected {codes:?}\nanswered {answer}"
                );
            }
        }
        self.compare_all(&what)
    }

    /// What a write's answer can be referred to for.
    fn told_by(&self, write: &Write, at: usize, records: &[Json]) -> Vec<rest::Known> {
        let columns = &self.world.tables[write.table].columns;
        let fields = &self.model.tables[write.table].columns;
        let mut known = Vec::new();
        for (row, record) in records.iter().enumerate() {
            for column in &write.select.columns {
                let field = &fields[*column].field;
                known.push(rest::Known {
                    kind: columns[*column].kind,
                    value: record[field].clone(),
                    reference: format!("${at}[{row}].{field}"),
                });
            }
        }
        known
    }

    /// Compares every row of every table.
    fn compare_all(&self, behind: &str) -> Result<()> {
        let mut fields = String::new();
        let mut expected = Map::new();
        for (table, declared) in self.world.tables.iter().enumerate() {
            let list = List::plain(table, declared.columns.len());
            let collection = &self.model.tables[table].names.collection;
            fields += &format!("x{table}: {collection}{} ", self.graphql().connection(&list));
            expected.insert(format!("x{table}"), self.evaluator(Form::Graphql).list(&list));
        }
        let answer = self.answer(&format!("{{ {fields} }}"))?;
        told(
            &format!("all rows behind {behind}"),
            &json!({ "data": expected }),
            &answer,
        )
    }

    /// What a document answers, also where that is an error.
    pub(super) fn answer(&self, document: &str) -> Result<Json> {
        let response = self.tenant.send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/graphql".to_owned(),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: json!({ "query": document }).to_string().into_bytes(),
        })?;
        parsed(&response).with_context(|| document.to_owned())
    }

    /// Prints documents.
    pub(super) const fn graphql(&self) -> graphql::Printer<'_> {
        graphql::Printer {
            world: &self.world,
            model: &self.model,
        }
    }

    /// Prints paths.
    pub(super) const fn rest(&self) -> rest::Printer<'_> {
        rest::Printer {
            world: &self.world,
            model: &self.model,
            known: &[],
        }
    }

    /// Knows the answers.
    pub(super) const fn evaluator(&self, form: Form) -> Evaluator<'_> {
        Evaluator {
            world: &self.world,
            model: &self.model,
            form,
        }
    }
}

/// A request as an operation of a batch.
fn operation(request: &CaseRequest) -> Json {
    let header = request.headers.iter().find(|(name, _)| name == "prefer");
    let body: Json = serde_json::from_slice(&request.body).unwrap_or_default();
    json!({
        "method": request.method,
        "path": request.path.strip_prefix("/rest").unwrap_or(&request.path),
        "headers": {"prefer": header.map(|(_, value)| value)},
        "body": body,
    })
}

/// Whether it is refused because it nests deeper than the platform's statements can. That no other is refused is up to the
/// cases.
pub(super) fn is_too_deep(answer: &Json) -> bool {
    let error = &answer["errors"][0];
    error["extensions"]["code"] == "limit_exceeded" && error.to_string().contains("nests more")
}

fn parsed(response: &CaseResponse) -> Result<Json> {
    serde_json::from_str(&response.body).with_context(|| format!("{response:?}"))
}

/// Refuses an answer that is not the expected one.
pub(super) fn told(what: &str, expected: &Json, answer: &Json) -> Result<()> {
    ensure!(
        same(answer, expected),
        "{what}\nexpected {expected}\nanswered {answer}"
    );
    Ok(())
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
