//! The Durable Object's host: SQLite over the object's storage.
//!
//! What crosses between wasm and JavaScript decides the speed here. A statement runs in one call, statement texts are
//! decoded once, and the texts that SQLite makes stay JavaScript strings from the cursor to the response.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::{Array, JsString, Uint8Array};
use schema::stored::{Value, state_of};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::directory::Directory;
use crate::error::ShardError;
use crate::op::later::Planner;
use crate::port::{Cost, Harvest, Harvested, HostText, Sql, SqlError};
use crate::shard::Shard;
use crate::usage::Counter;
use crate::wire::{self, Reply};

#[wasm_bindgen(module = "/src/glue.js")]
extern "C" {
    #[wasm_bindgen(js_name = pushNull)]
    fn push_null(list: &Array);
    #[wasm_bindgen(js_name = pushNumber)]
    fn push_number(list: &Array, number: f64);
    #[wasm_bindgen(js_name = pushText)]
    fn push_text(list: &Array, text: &str);
    #[wasm_bindgen(js_name = pushBlob)]
    fn push_blob(list: &Array, bytes: &[u8]);
    #[wasm_bindgen(catch)]
    fn harvest(
        sql: &JsValue,
        text: &JsString,
        params: &Array,
        lists: u32,
        flags: u32,
        keep: f64,
        numbers: &mut [f64],
    ) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch)]
    fn rows(sql: &JsValue, text: &JsString, params: &Array, size: &mut [f64]) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch)]
    fn execute(sql: &JsValue, text: &str, numbers: &mut [f64]) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn transaction(storage: &JsValue, work: &mut dyn FnMut() -> Result<(), JsValue>) -> Result<(), JsValue>;
    #[wasm_bindgen(catch)]
    fn deferring(storage: &JsValue, work: &mut dyn FnMut() -> Result<(), JsValue>) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = sizeOf)]
    fn size_of(sql: &JsValue) -> f64;
    #[wasm_bindgen(js_name = sqlOf)]
    fn sql_of(storage: &JsValue) -> JsValue;
    fn kind(value: &JsValue) -> u32;
    fn seal(meta: &[u8], text: &JsString) -> JsString;
    #[wasm_bindgen(js_name = joinedTexts)]
    fn joined_texts(first: &JsString, second: &JsString) -> JsString;
}

#[wasm_bindgen(module = "/src/plain.js")]
extern "C" {
    #[wasm_bindgen(js_name = plainRun)]
    fn plain_run(storage: &JsValue, described: &str) -> JsValue;
}

/// Statement texts that are kept as JavaScript strings; all go when there are more.
const TEXTS: usize = 1024;

/// Bytes of a constant of an answer that is kept so.
const LONGEST_CONSTANT: usize = 256;

/// Bytes of a run's description that JavaScript keeps: long statements take longer than the call of wasm.
const LONGEST_RUN: usize = 8192;

/// 2^53: the integers up to it are exact in a JavaScript number.
const EXACT: u64 = 1 << 53;

/// When a transaction's foreign keys are checked.
#[derive(Debug, Clone, Copy)]
enum Keys {
    AtOnce,
    Deferred,
}

/// The SQLite database of a Durable Object.
pub struct WorkerSql {
    storage: JsValue,
    sql: JsValue,
    texts: RefCell<HashMap<String, JsString>>,
}

impl WorkerSql {
    /// The database of an object, from its `ctx.storage`.
    pub fn new(storage: JsValue) -> Self {
        Self {
            sql: sql_of(&storage),
            storage,
            texts: RefCell::default(),
        }
    }

    fn text(&self, sql: &str) -> JsString {
        let mut texts = self.texts.borrow_mut();
        if let Some(text) = texts.get(sql) {
            return text.clone();
        }
        if texts.len() >= TEXTS {
            texts.clear();
        }
        let text = JsString::from(sql);
        texts.insert(sql.to_owned(), text.clone());
        text
    }

    /// Does `work` in a transaction.
    fn within<R>(&self, keys: Keys, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        let work = Cell::new(Some(work));
        let result = Cell::new(None);
        // An error in `work` is thrown, which is what makes the storage roll back. So is a panic, and goes on from here.
        let mut once = || {
            let done = work.take().map(|work| work());
            let kept = matches!(done, Some(Ok(_)));
            result.set(done);
            if kept { Ok(()) } else { Err(JsValue::NULL) }
        };
        let committed = match keys {
            Keys::AtOnce => transaction(&self.storage, &mut once),
            Keys::Deferred => deferring(&self.storage, &mut once),
        };
        match (committed, result.take()) {
            (Ok(()), Some(done)) | (Err(_), Some(done @ Err(_))) => done,
            (Err(error), None) if is_trap(&error) => wasm_bindgen::throw_val(error),
            (Err(error), _) => Err(failed(&error).into()),
            (Ok(()), None) => Err(ShardError::Internal("a transaction did not run".to_owned())),
        }
    }
}

impl Sql for WorkerSql {
    type Text = WorkerText;

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 are whole and positive"
    )]
    fn clock(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    fn constant(&self, text: &str) -> WorkerText {
        if text.len() > LONGEST_CONSTANT {
            return WorkerText::from_text(text);
        }
        WorkerText(self.text(text))
    }

    fn size(&self) -> Result<u64, SqlError> {
        Ok(count(size_of(&self.sql)))
    }

    fn query(&self, sql: &str, params: &[Value], taking: Harvest) -> Result<Harvested<WorkerText>, SqlError> {
        let lists = u32::try_from(taking.lists).map_err(|_| SqlError("too many lists".to_owned()))?;
        let heads = u32::try_from(taking.texts).map_err(|_| SqlError("too many texts".to_owned()))?;
        let flags = u32::from(taking.head)
            | u32::from(taking.keys) << 1
            | u32::from(taking.reverse) << 2
            | u32::from(taking.gathered) << 3
            | heads << 4;
        let keep = taking.keep.map_or(f64::INFINITY, number);
        let mut numbers = [0.0; 5];
        let texts = harvest(
            &self.sql,
            &self.text(sql),
            &bound(params),
            lists,
            flags,
            keep,
            &mut numbers,
        )
        .map_err(|error| failed(&error))?;
        let [taken, more, head, read, written] = numbers;
        let text = |at: u32| WorkerText(texts.get(at).unchecked_into());
        let key = |at: u32| texts.get(lists + heads + at).as_string();
        Ok(Harvested {
            rows: count(taken),
            more: more > 0.0,
            head: (head >= 0.0).then(|| count(head)),
            texts: (lists..lists + heads).map(text).collect(),
            lists: (0..lists).map(text).collect(),
            keys: if taking.keys { key(0).zip(key(1)) } else { None },
            cost: Cost {
                read: count(read),
                written: count(written),
            },
        })
    }

    fn execute(&self, sql: &str) -> Result<Cost, SqlError> {
        let mut numbers = [0.0; 2];
        execute(&self.sql, sql, &mut numbers).map_err(|error| failed(&error))?;
        let [read, written] = numbers.map(count);
        Ok(Cost { read, written })
    }

    fn transaction<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        self.within(Keys::AtOnce, work)
    }

    fn deferring<R>(&self, work: impl FnOnce() -> Result<R, ShardError>) -> Result<R, ShardError> {
        self.within(Keys::Deferred, work)
    }

    fn rows(&self, sql: &str, params: &[Value]) -> Result<Vec<Vec<Value>>, SqlError> {
        let mut size = [0.0];
        let flat =
            rows(&self.sql, &self.text(sql), &bound(params), &mut size).map_err(|error| failed(&error))?;
        let values: Vec<Value> = flat.iter().map(|item| value(&item)).collect();
        let width = usize::try_from(count(size[0]))
            .ok()
            .and_then(|rows| values.len().checked_div(rows))
            .unwrap_or(0);
        Ok(values.chunks(width.max(1)).map(<[Value]>::to_vec).collect())
    }
}

/// A JavaScript string.
#[derive(Debug, Clone)]
pub struct WorkerText(pub JsString);

impl HostText for WorkerText {
    fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    fn to_text(&self) -> String {
        String::from(&self.0)
    }

    fn concat(parts: &[Self]) -> Self {
        let mut parts = parts.iter();
        let Some(first) = parts.next() else {
            return Self::from_text("");
        };
        Self(parts.fold(first.0.clone(), |whole, part| joined_texts(&whole, &part.0)))
    }
}

fn bound(params: &[Value]) -> Array {
    let list = Array::new();
    for param in params {
        match param {
            Value::Null => push_null(&list),
            #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53")]
            Value::Int(integer) if integer.unsigned_abs() <= EXACT => {
                push_number(&list, *integer as f64);
            }
            Value::Int(integer) => push_text(&list, &integer.to_string()),
            Value::Real(real) => push_number(&list, *real),
            Value::Text(text) => push_text(&list, text),
            Value::Blob(bytes) => push_blob(&list, bytes),
        }
    }
    list
}

/// A value out of SQL. The host does not tell INTEGER from REAL: a whole number is taken for an integer.
fn value(item: &JsValue) -> Value {
    match kind(item) {
        0 => Value::Null,
        1 => item.as_f64().map_or(Value::Null, whole_or_real),
        2 => item.as_string().map_or(Value::Null, Value::Text),
        _ => Value::Blob(Uint8Array::new(item).to_vec()),
    }
}

fn whole_or_real(number: f64) -> Value {
    #[expect(clippy::cast_precision_loss, reason = "a bound, not a value")]
    let exact = number.abs() <= EXACT as f64;
    if exact && number.fract() == 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "whole, and at most 2^53")]
        Value::Int(number as i64)
    } else {
        Value::Real(number)
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn number(count: u64) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts are whole, not negative and far below 2^53"
)]
fn count(number: f64) -> u64 {
    number as u64
}

/// SQLite's message, as the storage words it.
fn failed(error: &JsValue) -> SqlError {
    let message = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .or_else(|| error.as_string());
    SqlError(message.unwrap_or_else(|| "the storage failed".to_owned()))
}

/// Whether that came from a panic within wasm, rather than from the storage. A stack that is too deep is a `RangeError`.
fn is_trap(error: &JsValue) -> bool {
    error.is_instance_of::<js_sys::WebAssembly::RuntimeError>()
        || error.is_instance_of::<js_sys::RangeError>()
}

/// A tenant's object, as the Worker's entry sees it, which makes a new one after a panic.
#[wasm_bindgen]
pub struct ShardCore(Shard<WorkerSql>);

impl ShardCore {
    /// The core over an object's `ctx.storage`. The nonce is as [`Shard::new`] wants it, the planner as [`Shard::planning`] does.
    /// The object's identifier tells whose counts go on: an object that has nothing to do for some seconds is ended.
    pub fn new(storage: JsValue, id: String, nonce: String, planner: Planner) -> Self {
        let shard = Shard::new(WorkerSql::new(storage), nonce).planning(planner);
        Self(shard.counting(counter(id)))
    }
}

/// Counters of objects that are kept; those of ended ones go when there are more.
const COUNTERS: usize = 1024;

thread_local! {
    static COUNTED: RefCell<HashMap<String, Rc<RefCell<Counter>>>> = RefCell::default();
}

fn counter(id: String) -> Rc<RefCell<Counter>> {
    COUNTED.with_borrow_mut(|counted| {
        if counted.len() >= COUNTERS {
            counted.retain(|_, counter| Rc::strong_count(counter) > 1);
        }
        if counted.len() >= COUNTERS {
            counted.clear();
        }
        Rc::clone(counted.entry(id).or_default())
    })
}

#[wasm_bindgen]
impl ShardCore {
    /// Does what an encoded request asks.
    pub fn run(&self, request: &[u8]) -> JsString {
        match self.0.handle(request) {
            Ok((reply, text)) => sealed(&Ok(reply), text.as_ref()),
            Err(error) => sealed(&Err::<Reply, _>(error), None),
        }
    }

    /// What does an encoded request's run without wasm, or undefined: see `plain.js`.
    pub fn plain(&self, request: &[u8]) -> JsValue {
        let plain = self.0.plain(request).ok().flatten();
        let described = plain.and_then(|plain| serde_json::to_string(&plain).ok());
        let short = described.filter(|text| text.len() <= LONGEST_RUN);
        short.map_or(JsValue::UNDEFINED, |text| plain_run(&self.0.sql().storage, &text))
    }

    /// The version of the catalog that is known; 0 if none is.
    pub fn catalog(&self) -> f64 {
        number(self.0.known_catalog().unwrap_or_default())
    }

    /// The shard's version.
    pub fn version(&self) -> f64 {
        number(self.0.version())
    }

    /// Counts a run without wasm, which read and wrote so many rows, and behind which the shard is at that version.
    #[wasm_bindgen(js_name = countRun)]
    pub fn count_run(&self, version: f64, read: f64, written: f64) {
        let cost = Cost {
            read: count(read),
            written: count(written),
        };
        self.0.count_run(count(version), cost);
    }

    /// Writes down the state of a row that has this image. A text takes several microseconds to cross.
    #[wasm_bindgen(js_name = stateOf)]
    pub fn state_of(&self, image: &[u8], digits: &mut [u8]) {
        for (to, digit) in digits.iter_mut().zip(state_of(image).bytes()) {
            *to = digit;
        }
    }
}

/// The directory's object, as the Worker's entry sees it, which makes a new one after a panic.
#[wasm_bindgen]
pub struct DirectoryCore(Directory<WorkerSql>);

#[wasm_bindgen]
impl DirectoryCore {
    /// The core over the object's `ctx.storage`.
    ///
    /// # Errors
    /// The storage failed.
    #[wasm_bindgen(constructor)]
    pub fn new(storage: JsValue) -> Result<Self, JsValue> {
        let directory = Directory::new(WorkerSql::new(storage));
        directory
            .map(Self)
            .map_err(|error| js_sys::Error::new(&error.to_string()).into())
    }

    /// Does what an encoded request asks.
    pub fn run(&self, request: &[u8]) -> JsString {
        sealed(
            &wire::decode(request).and_then(|request| self.0.answer(&request)),
            None,
        )
    }
}

/// A reply as it goes to the gateway: see `seal` in the glue.
fn sealed<R: Serialize>(reply: &Result<R, ShardError>, text: Option<&WorkerText>) -> JsString {
    // A `ShardError` that cannot be encoded leaves nothing, which the gateway reports as an unreadable reply.
    let bytes = wire::encode(reply).unwrap_or_default();
    match text {
        Some(WorkerText(text)) => seal(&bytes, text),
        None => seal(&bytes, &JsString::from("")),
    }
}
