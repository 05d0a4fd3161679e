//! Operations compiled to SQL. Deterministic: aliases come from a counter, so the SQL can be a golden file.

mod connection;
mod depth;
mod filter;
mod groups;
mod import;
mod index;
mod insert;
mod json;
mod keyset;
mod object;
mod related;
mod scope;
mod search;
mod select;
mod source;
mod statement;
pub mod tree;
mod write;

pub use connection::{Assembly, Chunk};
pub(crate) use filter::balanced;
pub(crate) use import::{ImportSql, import};
pub(crate) use index::FEW;
pub use statement::{Param, Statement};

use schema::TableId;

use crate::error::ShardError;
use crate::layout::Layout;
use crate::op::{Expects, InsertColumn, Part, Shape, ShardOp, Slot};
use crate::port::Harvest;

/// A shape compiled: what a shard does for it, part by part.
#[derive(Debug, Clone)]
pub struct Program {
    /// The parts, in order.
    pub parts: Vec<CompiledPart>,
    /// Whether any part writes.
    pub writes: bool,
}

/// A part compiled.
#[derive(Debug, Clone)]
pub enum CompiledPart {
    /// A constant text.
    Text(String),
    /// One statement whose rows become the text.
    Read(Read),
    /// One of two such statements.
    Choice(Box<Choice>),
    /// A write, and what it answers.
    Write(Box<Write>),
    /// What must hold for what is behind it.
    Guard(GuardRead),
    /// Nested writes, and what they answer.
    Tree(Box<tree::TreeProgram>),
}

/// A statement that reads, and how its rows become one text.
#[derive(Debug, Clone)]
pub struct Read {
    /// The statement, which answers row by row.
    pub statement: Statement,
    /// The same with all rows gathered by SQLite into one, which is faster, but bound to the size of one text.
    pub gathered: Option<Gathering>,
    /// What is taken of its rows; `keep` is bound at run time by `limit`.
    pub harvest: Harvest,
    /// The slot of the page's size, where one more row is asked for than is answered.
    pub keep: Option<Slot>,
    /// How the harvest becomes a text.
    pub assembly: Assembly,
    /// Whether the text holds markers that must be rewritten (base64, GeoJSON, some doubles).
    pub rewrites: bool,
    /// What tells the place behind which other rows follow.
    pub next: Option<Next>,
    /// Whether the harvest's key is what the row's state is told by.
    pub tagged: bool,
}

/// Two ways to read the rows of a query that one index finds and another has in their order: the better one is known when it is known
/// how many rows the first finds.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Counts them, up to one more than a few.
    pub probe: Statement,
    /// Finds all of them by that index and sorts them: for a few.
    pub found: Read,
    /// Looks at rows in their order until there are enough.
    pub ordered: Read,
}

/// A statement whose only row holds all rows, joined.
#[derive(Debug, Clone)]
pub struct Gathering {
    /// The statement.
    pub statement: Statement,
    /// Whether it tells, too, what [`Read::next`] does.
    pub placed: bool,
}

/// What is read where a page came full: the place of its last row in the direction of reading, and whether a row follows.
#[derive(Debug, Clone)]
pub struct Next {
    /// A text for the last row, and one for the row behind it.
    pub statement: Statement,
    /// The rows that the page may have.
    pub limit: Slot,
}

/// What must hold of a row.
#[derive(Debug, Clone)]
pub struct GuardRead {
    /// The statement that reads what the row's state is told by.
    pub statement: Statement,
    /// The slot of the states.
    pub states: Slot,
    /// What must hold.
    pub expects: Expects,
}

/// A write.
#[derive(Debug, Clone)]
pub struct Write {
    /// For a removal that may take what it answers, or rows that it finds, with it: they are read before.
    pub before: Option<Read>,
    /// The write itself.
    pub statement: Statement,
    /// For an insert: the slot of its rows, which go in several texts where one would be too large.
    pub rows: Option<Slot>,
    /// What these give, in the order of a row's elements.
    pub columns: Vec<InsertColumn>,
    /// For an upsert whose rows may leave columns out: what tells those apart that go one after the other.
    pub apart: Vec<KeyElement>,
    /// For an insert that may change rows instead: the table whose added rows are counted.
    pub added: Option<TableId>,
    /// What is taken of the rows that it returns.
    pub harvest: Harvest,
    /// More rows than this slot's are an error.
    pub at_most: Option<Slot>,
    /// Rows to be read behind the write by the keys that it returned; their statement takes the keys as its last parameter.
    pub after: Option<Read>,
    /// How the answer is put together.
    pub assembly: Assembly,
    /// Whether the text holds markers that must be rewritten.
    pub rewrites: bool,
    /// Whether the key of what is answered is what the row's state is told by.
    pub tagged: bool,
}

/// An element of the rows of an upsert that is a part of their key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyElement {
    /// Its position.
    pub at: usize,
    /// Whether rows that leave it out have the same value there.
    pub has_default: bool,
}

/// Compiles a shape.
pub fn compile(layout: &Layout, shape: &Shape) -> Result<Program, ShardError> {
    let parts = shape
        .parts
        .iter()
        .map(|part| match part {
            Part::Text(text) => Ok(CompiledPart::Text(text.clone())),
            Part::Op(ShardOp::Read(query)) => select::root(layout, query),
            Part::Op(ShardOp::Insert(insert)) => written(insert::insert(layout, insert)),
            Part::Op(ShardOp::Update(update)) => written(write::update(layout, update)),
            Part::Op(ShardOp::Delete(delete)) => written(write::delete(layout, delete)),
            Part::Guard(guard) => select::guard(layout, guard).map(CompiledPart::Guard),
            Part::Op(ShardOp::Tree(tree)) => {
                tree::tree(layout, tree).map(|program| CompiledPart::Tree(Box::new(program)))
            }
        })
        .collect::<Result<_, _>>()?;
    Ok(Program {
        parts,
        writes: shape.writes(),
    })
}

fn written(write: Result<Write, ShardError>) -> Result<CompiledPart, ShardError> {
    write.map(|write| CompiledPart::Write(Box::new(write)))
}

fn missing_table(id: schema::TableId) -> ShardError {
    ShardError::Internal(format!("there is no table {}", id.0))
}
