//! A run that is one statement and nothing else, described for a host that can do it by itself: a Worker's object does most of what it
//! is asked that way, without a call into wasm (`plain.js`).

use serde::Serialize;

use crate::catalog::seal;
use crate::compile::{
    Assembly, Chunk, CompiledPart, Gathering, Next, Param, Program, Read, Statement, Write,
};
use crate::error::ShardError;
use crate::op::Slot;
use crate::port::{Harvest, Sql};
use crate::shard::Shard;
use crate::wire::{Request, decode};

/// One read or write, and how its reply is put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plain {
    /// The statement.
    pub sql: String,
    /// The values that it binds, by their slots.
    pub params: Vec<u16>,
    /// What is taken of its rows, where [`Plain::keep`] stands for [`Harvest::keep`].
    pub harvest: Harvest,
    /// The value that says how many rows are kept.
    pub keep: Option<u16>,
    /// Whether the harvest's key is what the row's state is told by. Else it is the place behind which rows follow.
    pub tagged: bool,
    /// What tells that place apart from the rows.
    pub next: Option<PlainNext>,
    /// The answer, in order.
    pub pieces: Vec<Piece>,
    /// What a write does beside its statement.
    pub writes: Option<PlainWrite>,
}

/// See [`Write`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlainWrite {
    /// The value that says how many rows it may write.
    pub at_most: Option<u16>,
    /// The statement that ends its transaction, over the version before, and answers the one behind.
    pub seal: String,
}

/// See [`Next`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlainNext {
    /// The statement.
    pub sql: String,
    /// The values that it binds.
    pub params: Vec<u16>,
    /// The value that says how many rows the page may have.
    pub limit: u16,
}

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Piece {
    /// The first list, or null where there are no rows.
    One,
    /// Whether that value is more than zero.
    Skipped(u16),
    /// One of a template, of another kind.
    Of(Chunk),
}

impl<S: Sql> Shard<S> {
    /// An encoded request as one read or write, if it is no more than that.
    ///
    /// # Errors
    /// The catalog is another, or the request cannot be read.
    pub fn plain(&self, request: &[u8]) -> Result<Option<Plain>, ShardError> {
        match decode(request)? {
            Request::Run(run) | Request::Write(run) => {
                Ok(plain(&*self.at(run.catalog)?.program(&run.shape)?))
            }
            _ => Ok(None),
        }
    }
}

fn plain(program: &Program) -> Option<Plain> {
    let mut only = None;
    let mut pieces = Vec::new();
    for part in &program.parts {
        let mut plain = match part {
            CompiledPart::Text(text) => {
                pieces.push(Piece::Of(Chunk::Text(text.clone())));
                continue;
            }
            _ if only.is_some() => return None,
            CompiledPart::Read(read) => described(read)?,
            CompiledPart::Write(write) => described_write(write)?,
            CompiledPart::Choice(_) | CompiledPart::Tree(_) | CompiledPart::Guard(_) => return None,
        };
        pieces.append(&mut plain.pieces);
        only = Some(plain);
    }
    Some(Plain { pieces, ..only? })
}

/// What is rewritten is the shard's own work.
fn described(read: &Read) -> Option<Plain> {
    let (statement, harvest) = match &read.gathered {
        Some(Gathering { statement, placed }) => {
            let harvest = Harvest {
                gathered: true,
                keys: *placed,
                ..read.harvest
            };
            (statement, harvest)
        }
        None => (&read.statement, read.harvest),
    };
    let placed = read.gathered.as_ref().is_some_and(|gathering| gathering.placed);
    if read.rewrites || (harvest.keys && placed == read.tagged) {
        return None;
    }
    let next = match &read.next {
        Some(next) if !placed => Some(following(next)?),
        _ => None,
    };
    Some(Plain {
        sql: statement.sql.clone(),
        params: slots(statement)?,
        harvest,
        keep: read.keep.map(|Slot(at)| at),
        tagged: read.tagged,
        next,
        pieces: assembled(&read.assembly)?,
        writes: None,
    })
}

/// What is read before a write or behind it, and rows that go one after the other, are the shard's own work.
fn described_write(write: &Write) -> Option<Plain> {
    let alone =
        write.before.is_none() && write.after.is_none() && write.added.is_none() && write.apart.is_empty();
    if !alone || write.rewrites {
        return None;
    }
    Some(Plain {
        sql: write.statement.sql.clone(),
        params: slots(&write.statement)?,
        harvest: write.harvest,
        keep: None,
        tagged: write.tagged,
        next: None,
        pieces: assembled(&write.assembly)?,
        writes: Some(PlainWrite {
            at_most: write.at_most.map(|Slot(at)| at),
            seal: seal(),
        }),
    })
}

/// What is looked at behind a full page.
fn following(next: &Next) -> Option<PlainNext> {
    Some(PlainNext {
        sql: next.statement.sql.clone(),
        params: slots(&next.statement)?,
        limit: next.limit.0,
    })
}

/// What a statement binds, if that is nothing but values.
fn slots(statement: &Statement) -> Option<Vec<u16>> {
    let slots = statement.params.iter().map(|param| match param {
        Param::Slot(Slot(at)) => Some(*at),
        _ => None,
    });
    slots.collect()
}

fn assembled(assembly: &Assembly) -> Option<Vec<Piece>> {
    let of = |chunk: &Chunk| match chunk {
        Chunk::Skipped(Slot(at)) => Piece::Skipped(*at),
        other => Piece::Of(other.clone()),
    };
    match assembly {
        Assembly::Nothing => Some(Vec::new()),
        Assembly::One => Some(vec![Piece::One]),
        Assembly::Many => {
            let bracket = |text: &str| Chunk::Text(text.to_owned());
            Some([bracket("["), Chunk::List(0), bracket("]")].map(Piece::Of).into())
        }
        // Cursors are sealed.
        Assembly::Template(chunks) if chunks.contains(&Chunk::First) || chunks.contains(&Chunk::Last) => None,
        Assembly::Template(chunks) => Some(chunks.iter().map(of).collect()),
    }
}
