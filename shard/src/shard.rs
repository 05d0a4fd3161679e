//! A shard: one tenant's rows, catalog and change log, and what it does on request.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use schema::Schema;
use schema::stored::Value;

use crate::catalog::{self, KeyRecord};
use crate::compile::{Program, compile};
use crate::documents::{self, DocumentRequest};
use crate::error::{ShardError, Violation};
use crate::layout::Layout;
use crate::op::later::Planner;
use crate::op::{Filter, Shape, Slot};
use crate::port::{Cost, HostText, Sql};
use crate::run::{self, RunError, Runner};
use crate::usage::Counter;
use crate::wire::{Answer, Reply, Request, Transaction, Work, decode};
use crate::{migrate, violation};

/// Compiled shapes that are kept; the oldest half goes when there are more.
const PROGRAMS: usize = 512;

/// A shard over a host's SQLite.
pub struct Shard<S: Sql> {
    pub(crate) sql: S,
    /// Marks what is rewritten in answers; never leaves the shard.
    pub(crate) nonce: String,
    /// What plans conditions that wait for earlier answers.
    pub(crate) planner: Option<Planner>,
    loaded: RefCell<Option<Rc<Loaded>>>,
    pub(crate) version: Cell<u64>,
    usage: Rc<RefCell<Counter>>,
}

/// What a shard remembers of its catalog.
pub(crate) struct Loaded {
    pub(crate) catalog: u64,
    pub(crate) schema_version: u64,
    pub(crate) schema: Schema,
    pub(crate) layout: Layout,
    pub(crate) max_time: u64,
    programs: RefCell<HashMap<Vec<u8>, Kept>>,
    /// The shapes that are compiled for depth.
    deep: RefCell<HashSet<Vec<u8>>>,
    clock: Cell<u64>,
    /// See [`Runner::only_to`].
    pub(crate) only_to: Cell<Option<(usize, usize)>>,
}

/// A compiled shape, and when it was last used.
type Kept = (u64, Rc<Program>);

/// A reply, and the text that goes with it.
pub type Replied<T> = (Reply, Option<T>);

impl<S: Sql> Shard<S> {
    /// A shard over that database. The nonce is a secret of at least 64 random bits, of letters and digits.
    pub fn new(sql: S, nonce: String) -> Self {
        Self {
            sql,
            nonce,
            planner: None,
            loaded: RefCell::new(None),
            version: Cell::new(0),
            usage: Rc::default(),
        }
    }

    /// The same with a planner of conditions that wait for what earlier operations of a batch answer.
    #[must_use]
    pub fn planning(self, planner: Planner) -> Self {
        Self {
            planner: Some(planner),
            ..self
        }
    }

    /// The same that goes on with what was counted before, by a shard over the same database that its host has ended.
    #[must_use]
    pub fn counting(self, usage: Rc<RefCell<Counter>>) -> Self {
        Self { usage, ..self }
    }

    /// The database, for hosts and tests.
    pub const fn sql(&self) -> &S {
        &self.sql
    }

    /// The version of the catalog that is known; none before the first request, or behind a change.
    pub fn known_catalog(&self) -> Option<u64> {
        self.loaded.borrow().as_ref().map(|loaded| loaded.catalog)
    }

    /// Its version: its change log's position.
    pub const fn version(&self) -> u64 {
        self.version.get()
    }

    /// Counts a run that the host did by itself, behind which the shard is at that version.
    pub fn count_run(&self, version: u64, cost: Cost) {
        self.version.set(version);
        self.usage.borrow_mut().count(self.sql.clock(), Some(cost));
    }

    /// Does what an encoded request asks.
    pub fn handle(&self, request: &[u8]) -> Result<Replied<S::Text>, ShardError> {
        self.answer(decode(request)?)
    }

    /// Does what a request asks.
    pub fn answer(&self, request: Request) -> Result<Replied<S::Text>, ShardError> {
        let counts = matches!(
            request,
            Request::Run(_)
                | Request::Write(_)
                | Request::Transact(_)
                | Request::Explain(_)
                | Request::Import { .. }
        );
        let done = self.done(request);
        // Who plans against an old catalog asks again.
        if counts && !matches!(done, Err(ShardError::Stale(_))) {
            let cost = done.as_ref().ok().map(|(reply, _)| reply.cost());
            self.usage.borrow_mut().count(self.sql.clock(), cost);
        }
        done
    }

    fn done(&self, request: Request) -> Result<Replied<S::Text>, ShardError> {
        match request {
            Request::Run(run) | Request::Write(run) => {
                self.deepened(&[&run.shape], || self.run(run.catalog, &run.shape, &run.values))
            }
            Request::Catalog => {
                self.load()?;
                Ok(self.reply(Answer::Catalog(catalog::load(&self.sql)?)))
            }
            Request::Create(key) => self.create(&key),
            Request::Drop => self.drop_all(),
            Request::Migrate { from, declaration } => self.migrate(from, &declaration),
            Request::Import { catalog, batches } => self.transact(&Transaction {
                catalog,
                work: Work::Import(batches),
                claim: None,
                rollback: false,
            }),
            Request::AddKey(key) => self.changing_catalog(|sql| catalog::add_key(sql, &key).map(|()| true)),
            Request::Settings {
                catalog,
                settings,
                max_time,
            } => {
                self.at(catalog)?;
                self.changing_catalog(|sql| catalog::store_settings(sql, &settings, max_time).map(|()| true))
            }
            Request::Documents(request) => self.documents(&request),
            Request::RemoveKey(id) => self.changing_catalog(|sql| catalog::remove_key(sql, &id)),
            Request::Transact(transaction) => {
                self.deepened(&transaction.shapes(), || self.transact(&transaction))
            }
            Request::Recall(claim) => self.recall(&claim),
            Request::Explain(transaction) => {
                self.deepened(&transaction.shapes(), || self.explain(&transaction))
            }
            Request::Usage => self.told(),
        }
    }

    /// Does what is asked. Where SQLite refuses a statement for how deep it nests, the shapes are compiled anew for depth, and it
    /// is done then.
    fn deepened(
        &self,
        shapes: &[&[u8]],
        work: impl Fn() -> Result<Replied<S::Text>, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        match work() {
            Err(error) if error.is_too_deep() => {
                let loaded = self.load()?;
                let mut changed = false;
                for shape in shapes {
                    changed |= loaded.deepen(shape);
                }
                if changed { work() } else { Err(error) }
            }
            done => done,
        }
    }

    fn told(&self) -> Result<Replied<S::Text>, ShardError> {
        self.load()?;
        let usage = self.usage.borrow().usage(self.sql.clock(), self.sql.size()?);
        Ok(self.reply(Answer::Usage(usage)))
    }

    /// What runs programs with these values.
    pub(crate) fn runner<'a>(&'a self, loaded: &'a Loaded, values: &'a [Value]) -> Runner<'a, S> {
        Runner {
            sql: &self.sql,
            values,
            nonce: &self.nonce,
            max_time: loaded.max_time,
            only_to: &loaded.only_to,
        }
    }

    fn run(&self, catalog: u64, encoded: &[u8], values: &[Value]) -> Result<Replied<S::Text>, ShardError> {
        let loaded = self.at(catalog)?;
        let program = loaded.program(encoded)?;
        let runner = self.runner(&loaded, values);
        if program.writes {
            let locate = |found: &Violation| runner.referring_nowhere(&loaded.schema, &program, found);
            let work = |last| runner.run(&program, last);
            return self.write(&loaded, &work, &locate, |answer, version| {
                Ok(ran(answer, version))
            });
        }
        let answer = runner
            .run(&program, None)
            .map_err(|error| explained(&loaded.schema, error))?;
        Ok(ran(answer, self.version.get()))
    }

    fn create(&self, key: &KeyRecord) -> Result<Replied<S::Text>, ShardError> {
        if catalog::exists(&self.sql)? {
            return Err(ShardError::TenantExists);
        }
        self.sql.transaction(|| catalog::create(&self.sql, key))?;
        self.forget();
        Ok(self.reply(Answer::Done(true)))
    }

    /// Drops every table. Children go before their parents, so that no foreign key acts.
    fn drop_all(&self) -> Result<Replied<S::Text>, ShardError> {
        let existed = catalog::exists(&self.sql)?;
        if existed {
            self.sql.deferring(|| migrate::drop_everything(&self.sql))?;
        }
        self.forget();
        self.usage.take();
        Ok(self.reply(Answer::Done(existed)))
    }

    fn migrate(&self, from: u64, declaration: &str) -> Result<Replied<S::Text>, ShardError> {
        let loaded = self.load()?;
        if loaded.schema_version != from {
            return Err(ShardError::SchemaMoved(loaded.schema_version));
        }
        let version = from + 1;
        let Cost { read, written } = self.sql.transaction(|| {
            let cost = migrate::run(&self.sql, &loaded.schema, declaration)?;
            catalog::store_schema(&self.sql, version, declaration)?;
            Ok(cost)
        })?;
        self.forget();
        self.load()?;
        let (reply, text) = self.reply(Answer::Migrated(version));
        let cost = (read, written);
        Ok((Reply { cost, ..reply }, text))
    }

    fn changing_catalog(
        &self,
        change: impl FnOnce(&S) -> Result<bool, ShardError>,
    ) -> Result<Replied<S::Text>, ShardError> {
        self.load()?;
        let done = self.sql.transaction(|| change(&self.sql))?;
        self.forget();
        Ok(self.reply(Answer::Done(done)))
    }

    fn documents(&self, request: &DocumentRequest) -> Result<Replied<S::Text>, ShardError> {
        self.load()?;
        let found = self.sql.transaction(|| {
            let found = documents::answer(&self.sql, request)?;
            if request.changes() {
                catalog::raise(&self.sql)?;
            }
            Ok(found)
        })?;
        if request.changes() {
            self.forget();
        }
        Ok(self.reply(Answer::Documents(found)))
    }

    pub(crate) fn reply(&self, answer: Answer) -> Replied<S::Text> {
        (
            Reply {
                version: self.version.get(),
                cost: (0, 0),
                answer,
            },
            None,
        )
    }

    fn forget(&self) {
        *self.loaded.borrow_mut() = None;
    }

    /// The catalog, if it is at that version.
    pub(crate) fn at(&self, catalog: u64) -> Result<Rc<Loaded>, ShardError> {
        let loaded = self.load()?;
        if loaded.catalog == catalog {
            Ok(loaded)
        } else {
            Err(ShardError::Stale(loaded.catalog))
        }
    }

    /// The catalog, read once. The shard is the only one that writes to its database, so what it remembers stays true.
    pub(crate) fn load(&self) -> Result<Rc<Loaded>, ShardError> {
        if let Some(loaded) = self.loaded.borrow().as_ref() {
            return Ok(Rc::clone(loaded));
        }
        if !catalog::exists(&self.sql)? {
            return Err(ShardError::NoTenant);
        }
        let data = catalog::load(&self.sql)?;
        let schema = catalog::declaration(&data)?;
        let loaded = Rc::new(Loaded {
            catalog: data.catalog,
            schema_version: data.schema_version,
            layout: Layout::of(&schema),
            schema,
            max_time: catalog::max_time(&self.sql)?,
            programs: RefCell::default(),
            deep: RefCell::default(),
            clock: Cell::new(0),
            only_to: Cell::new(None),
        });
        self.version.set(catalog::version(&self.sql)?);
        *self.loaded.borrow_mut() = Some(Rc::clone(&loaded));
        Ok(loaded)
    }
}

impl Loaded {
    /// The compiled form of an encoded shape.
    pub(crate) fn program(&self, encoded: &[u8]) -> Result<Rc<Program>, ShardError> {
        let now = self.clock.get() + 1;
        self.clock.set(now);
        let mut programs = self.programs.borrow_mut();
        if let Some((used, program)) = programs.get_mut(encoded) {
            *used = now;
            return Ok(Rc::clone(program));
        }
        let shape: Shape = decode(encoded)?;
        drop(programs);
        let program = Rc::new(if self.deep.borrow().contains(encoded) {
            compile(&self.layout_of(encoded, Vec::new()), &shape)?
        } else {
            compile(&self.layout, &shape)?
        });
        self.keep(encoded, &program);
        Ok(program)
    }

    /// Has an encoded shape compiled for depth from now on. Answers whether it was not yet.
    fn deepen(&self, encoded: &[u8]) -> bool {
        let mut deep = self.deep.borrow_mut();
        if deep.len() >= PROGRAMS {
            deep.clear();
        }
        self.programs.borrow_mut().remove(encoded);
        deep.insert(encoded.to_vec())
    }

    /// The layout that a shape is compiled for, where its later conditions came to these.
    fn layout_of(&self, encoded: &[u8], settled: Vec<(Slot, Filter)>) -> Layout {
        Layout {
            deep: self.deep.borrow().contains(encoded),
            settled,
            ..self.layout.clone()
        }
    }

    /// A shape whose later conditions came to these, compiled for this once.
    pub(crate) fn settled(
        &self,
        encoded: &[u8],
        settled: Vec<(Slot, Filter)>,
    ) -> Result<Rc<Program>, ShardError> {
        compile(&self.layout_of(encoded, settled), &decode(encoded)?).map(Rc::new)
    }

    fn keep(&self, encoded: &[u8], program: &Rc<Program>) {
        let now = self.clock.get();
        let mut programs = self.programs.borrow_mut();
        if programs.len() >= PROGRAMS {
            let oldest = now.saturating_sub(PROGRAMS as u64 / 2);
            programs.retain(|_, (used, _)| *used > oldest);
        }
        programs.insert(encoded.to_vec(), (now, Rc::clone(program)));
    }
}

/// The reply to a run.
pub(crate) fn ran<T>(answer: run::Answer<T>, version: u64) -> Replied<T> {
    let Cost { read, written } = answer.cost;
    let reply = Reply {
        version,
        cost: (read, written),
        answer: Answer::Rows(answer.infos),
    };
    (reply, Some(answer.text))
}

/// The public error behind one of a run.
pub(crate) fn explained(schema: &Schema, error: RunError) -> ShardError {
    match error {
        RunError::Shard(error) => error,
        RunError::Sql { part, row, error, .. } => violation::explain(schema, &error, (part, row)),
    }
}

/// Reads a text that a host keeps; for hosts and tests.
pub fn text_of<T: HostText>(text: Option<&T>) -> String {
    text.map(HostText::to_text).unwrap_or_default()
}
