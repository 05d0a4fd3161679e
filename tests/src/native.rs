//! The native host: the gateway over in-process shards, all in one thread.

use std::cell::RefCell;
use std::collections::HashMap;

use anyhow::{Context, Result};
use api::error::ApiError;
use api::gateway::Gateway;
use api::http::{Body, Header, Method, NEXT, Request, Response};
use api::shards::{Host, Shards};
use api::template::insert;
use api::template::read::{Place, template};
use api::tenant::TenantName;
use futures_util::FutureExt;
use schema::stored::Value;
use shard::directory::{Directory, DirectoryRequest, TenantRecord};
use shard::native::NativeSql;
use shard::plain::Plain;
use shard::port::Sql;
use shard::shard::Replied;
use shard::wire;
use shard::{Shard, ShardError};

use crate::case::{CaseRequest, CaseResponse};
use crate::host::TestHost;

/// The admin token of native tests.
const ADMIN_TOKEN: &str = "native-admin-token";

/// A whole system in one process.
pub struct Native {
    gateway: Gateway,
    shards: NativeShards,
}

/// In-process shards, and what was sent to them.
pub struct NativeShards {
    shards: RefCell<HashMap<String, Shard<NativeSql>>>,
    directory: Directory<NativeSql>,
    /// The runs that were sent: plan and SQL.
    trace: RefCell<Vec<Traced>>,
    /// Whether anything is noted there.
    traces: bool,
    /// What went to a shard last and, where it is traced, came back.
    exchange: RefCell<Exchange>,
}

/// A letter to a shard and the reply to it, as they cross.
#[derive(Debug, Clone, Default)]
pub struct Exchange {
    /// The letter.
    pub letter: Vec<u8>,
    /// The reply's first half.
    pub told: Vec<u8>,
    /// Its second half.
    pub text: String,
}

/// A run, the shard's reply to it, and how its host may do it by itself.
pub struct PlainRun {
    /// The run as it was sent.
    pub letter: Vec<u8>,
    /// How to do it, if it is one read.
    pub described: Option<Plain>,
    /// The rows of the statement.
    pub rows: Vec<Vec<Value>>,
    /// The rows of the one that tells what follows.
    pub next: Vec<Vec<Value>>,
    /// The shard's version before.
    pub before: u64,
    /// The reply's first half.
    pub told: Vec<u8>,
    /// The same, not encoded.
    pub reply: wire::Reply,
    /// Its second half.
    pub text: String,
}

/// A run that was sent to a shard.
struct Traced {
    /// The shape and the values, readable.
    plan: String,
    /// The statements.
    sql: Vec<String>,
}

struct NativeHost;

impl Host for NativeHost {
    fn admin_token(&self) -> Option<&str> {
        Some(ADMIN_TOKEN)
    }

    fn now(&self) -> i64 {
        0
    }

    fn random(&self) -> Result<[u8; 32], ApiError> {
        // Keys of a test need no secrecy, and must not differ from run to run.
        Ok([7; 32])
    }
}

impl Native {
    /// An empty system.
    pub fn new() -> Result<Self> {
        let shards = NativeShards {
            shards: RefCell::default(),
            directory: Directory::new(NativeSql::in_memory()?)?,
            trace: RefCell::default(),
            traces: true,
            exchange: RefCell::default(),
        };
        Ok(Self {
            gateway: Gateway::default(),
            shards,
        })
    }

    /// An empty system that notes nothing of what is sent to shards, as the Worker does.
    pub fn untraced() -> Result<Self> {
        let mut host = Self::new()?;
        host.shards.traces = false;
        Ok(host)
    }

    /// The plans and the SQL of what was sent to shards since the last call, as golden files hold them.
    pub fn golden(&self) -> Vec<(&'static str, String)> {
        let trace = self.shards.trace.take();
        if trace.is_empty() {
            return Vec::new();
        }
        let plans: Vec<&str> = trace.iter().map(|traced| traced.plan.as_str()).collect();
        let sql: Vec<&str> = trace
            .iter()
            .flat_map(|traced| &traced.sql)
            .map(String::as_str)
            .collect();
        vec![
            ("plan", plans.join("\n")),
            ("sql", format!("{};", sql.join(";\n\n"))),
        ]
    }
}

impl Native {
    /// Looks at a tenant's database, or changes it behind the shard's back.
    pub fn with_database<R>(&self, tenant: &str, look: impl FnOnce(&NativeSql) -> R) -> Result<R> {
        let shards = self.shards.shards.borrow();
        let shard = shards.get(tenant).context("no such tenant")?;
        Ok(look(shard.sql()))
    }

    /// How SQLite runs what a tenant's shard ran since the last call: each statement with the lines of its plan.
    pub fn explained(&self, tenant: &str) -> Result<Vec<(String, Vec<String>)>> {
        let trace = self.shards.trace.take();
        let shards = self.shards.shards.borrow();
        let shard = shards.get(tenant).context("no such tenant")?;
        let statements = trace.into_iter().flat_map(|traced| traced.sql);
        let plan = |sql: String| {
            let params = (1..=100)
                .rev()
                .find(|n| sql.contains(&format!("?{n}")))
                .unwrap_or_default();
            let rows = shard
                .sql()
                .rows(&format!("EXPLAIN QUERY PLAN {sql}"), &vec![Value::Null; params])?;
            let lines = rows
                .into_iter()
                .filter_map(|row| match row.into_iter().next_back() {
                    Some(Value::Text(line)) => Some(line),
                    _ => None,
                });
            Ok((sql, lines.collect()))
        };
        statements
            .filter(|sql| !sql.starts_with("PRAGMA"))
            .map(plan)
            .collect()
    }
}

impl TestHost for Native {
    fn admin_token(&self) -> &str {
        ADMIN_TOKEN
    }

    fn send(&self, request: &CaseRequest) -> Result<CaseResponse> {
        self.send_with(request, &|_| Ok(()))
    }
}

impl Native {
    /// Sends a request, and does something before each part of its answer but the first.
    pub fn send_with(
        &self,
        request: &CaseRequest,
        between: &dyn Fn(usize) -> Result<()>,
    ) -> Result<CaseResponse> {
        let mut native = read(request);
        let mut response = answered(self.serve(&native)?);
        // What the Worker's entry does with an answer of several parts.
        let mut parts = 1;
        while let Some(at) = response.headers.iter().position(|(name, _)| name == NEXT) {
            between(parts)?;
            parts += 1;
            let (_, next) = response.headers.remove(at);
            let (path, query) = next.split_once('?').context("a part without a query")?;
            path.clone_into(&mut native.path);
            native.query = Some(query.to_owned());
            let part = answered(self.serve(&native)?);
            anyhow::ensure!(part.status == 200, "a part of an answer failed: {}", part.body);
            response.body.push_str(&part.body);
            response
                .headers
                .extend(part.headers.into_iter().filter(|(name, _)| name == NEXT));
        }
        Ok(response)
    }

    /// What the last request sent to a shard, as it was sent, and its template: see [`api::template::read::template`].
    pub fn template(&self, request: &CaseRequest, place: &Place) -> (Vec<u8>, Option<usize>) {
        let letter = self.shards.exchange.borrow().letter.clone();
        (letter, template::<String>(&self.gateway, &read(request), place))
    }

    /// The template of an insert's form: see [`api::template::insert::template`].
    pub fn insert_template(&self, request: &CaseRequest) -> Option<insert::Template> {
        insert::template::<String>(&self.gateway, &read(request))
    }

    /// What the last request sent to a shard that writes, and what came back; nothing where it sent something else. The catalog's
    /// version is 1 in it.
    pub fn written(&self) -> Result<Option<Exchange>> {
        let exchange = self.shards.exchange.take();
        if exchange.letter.is_empty() {
            return Ok(None);
        }
        let wire::Request::Write(run) = wire::decode(&exchange.letter)? else {
            return Ok(None);
        };
        Ok(Some(Exchange {
            letter: wire::encode(&wire::Request::Write(wire::EncodedRun { catalog: 1, ..run }))?,
            ..exchange
        }))
    }

    /// What the last request sent to a tenant's shard, as an object's JavaScript meets it; see [`PlainRun`].
    pub fn plain(&self, tenant: &str) -> Result<PlainRun> {
        let letter = self.shards.exchange.borrow().letter.clone();
        let shards = self.shards.shards.borrow();
        let shard = shards.get(tenant).context("no such tenant")?;
        let described = shard.plain(&letter)?;
        let (mut rows, mut next) = (Vec::new(), Vec::new());
        let mut asked = wire::decode(&letter)?;
        if let (Some(plain), wire::Request::Run(run) | wire::Request::Write(run)) = (&described, &mut asked) {
            let found = |sql: &str, params: &[u16]| {
                let params = params.iter().map(|at| run.values[usize::from(*at)].clone());
                shard.sql().rows(sql, &params.collect::<Vec<Value>>())
            };
            // What a write finds is not there yet when the shard does it.
            let undone = shard.sql().transaction(|| {
                rows = found(&plain.sql, &plain.params)?;
                if let Some(plain) = &plain.next {
                    next = found(&plain.sql, &plain.params)?;
                }
                Err::<(), _>(ShardError::RolledBack)
            });
            anyhow::ensure!(undone == Err(ShardError::RolledBack), "{undone:?}");
            // The catalog's version is the time at which it was made.
            run.catalog = 1;
        }
        let before = shard.version();
        let (reply, text) = shard.handle(&letter)?;
        Ok(PlainRun {
            before,
            described,
            rows,
            next,
            told: wire::encode(&Ok::<_, ShardError>(reply.clone()))?,
            reply,
            text: text.unwrap_or_default(),
            letter: wire::encode(&asked)?,
        })
    }

    fn serve(&self, request: &Request) -> Result<Response<String>> {
        self.gateway
            .serve(request, &self.shards, &NativeHost)
            .now_or_never()
            .context("an in-process shard made the gateway wait")
    }
}

/// A request as the gateway takes it.
fn read(request: &CaseRequest) -> Request {
    let (path, query) = match request.path.split_once('?') {
        Some((path, query)) => (path.to_owned(), Some(query.to_owned())),
        None => (request.path.clone(), None),
    };
    let mut native = Request {
        method: Method::parse(&request.method),
        path,
        query,
        body: request.body.clone(),
        ..Request::default()
    };
    for header in Header::ALL {
        let values: Vec<&str> = request
            .headers
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case(header.name()))
            .map(|(_, value)| value.as_str())
            .collect();
        if !values.is_empty() {
            native.headers.set(header, values.join(", "));
        }
    }
    native
}

fn answered(response: Response<String>) -> CaseResponse {
    CaseResponse {
        status: response.status,
        headers: response
            .headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into_owned()))
            .collect(),
        body: match response.body {
            Body::Empty => String::new(),
            Body::Text(text) | Body::Shard(text) => text,
        },
    }
}

impl Shards for NativeShards {
    type Text = String;

    async fn tenant(
        &self,
        tenant: &TenantName,
        request: &wire::Request,
    ) -> Result<Replied<String>, ShardError> {
        let mut shards = self.shards.borrow_mut();
        if !shards.contains_key(tenant.as_str()) {
            let sql = NativeSql::in_memory()?;
            shards.insert(
                tenant.as_str().to_owned(),
                Shard::new(sql, "n0nce".to_owned()).planning(api::batch::planned),
            );
        }
        let shard = &shards[tenant.as_str()];
        // As on a Worker, a message crosses in its encoded form.
        let encoded = wire::encode(request)?;
        if !self.traces {
            self.exchange.borrow_mut().letter.clone_from(&encoded);
            return shard.handle(&encoded);
        }
        let (reply, sql) = shard.sql().traced(|| shard.handle(&encoded));
        let text = reply.as_ref().ok().and_then(|(_, text)| text.clone());
        self.exchange.replace(Exchange {
            told: wire::encode(&reply.as_ref().map(|(reply, _)| reply))?,
            text: text.unwrap_or_default(),
            letter: encoded,
        });
        if let Err(ShardError::Internal(text)) = &reply {
            // What a Worker writes to its log.
            eprintln!("internal: {text}\n{}", sql.join(";\n"));
        }
        if let Some(plan) = plan(request)? {
            self.trace.borrow_mut().push(Traced { plan, sql });
        }
        reply
    }

    async fn directory(&self, request: &DirectoryRequest) -> Result<Vec<TenantRecord>, ShardError> {
        self.directory.answer(request)
    }
}

/// What a request asks, readable; `None` where it is none of the requests that golden files hold.
fn plan(request: &wire::Request) -> Result<Option<String>, ShardError> {
    let run = |shape: &[u8], values: &[Value]| -> Result<String, ShardError> {
        let shape: shard::op::Shape = wire::decode(shape)?;
        Ok(format!("{shape:#?}\n{values:#?}"))
    };
    Ok(match request {
        wire::Request::Run(asked) | wire::Request::Write(asked) => Some(run(&asked.shape, &asked.values)?),
        wire::Request::Transact(transaction) => match &transaction.work {
            wire::Work::Run(step) => Some(format!(
                "{}\n{:#?}\nkept: {}, rollback: {}",
                run(&step.shape, &step.values)?,
                step.demand,
                transaction.claim.is_some(),
                transaction.rollback
            )),
            wire::Work::Import(_) => None,
            wire::Work::Batch(operations) => {
                let steps = operations
                    .iter()
                    .map(|wire::Operation { step, later }| {
                        let run = run(&step.shape, &step.values)?;
                        let filters = match later.filters.as_slice() {
                            [] => String::new(),
                            filters => format!(", filters: {filters:?}"),
                        };
                        let values = &later.values;
                        Ok(format!("{run}\n{:?}, later: {values:?}{filters}", step.demand))
                    })
                    .collect::<Result<Vec<_>, ShardError>>()?;
                Some(steps.join("\n\n"))
            }
        },
        _ => None,
    })
}
