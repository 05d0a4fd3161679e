//! A run that is one read and nothing else, described for a host that can do it by itself: a Worker's object does most of what it
//! is asked that way, without a call into wasm (`plain.js`).

use serde::Serialize;

use crate::compile::{Assembly, Chunk, CompiledPart, Gathering, Param, Program, Read};
use crate::error::ShardError;
use crate::op::Slot;
use crate::port::{Harvest, Sql};
use crate::shard::Shard;
use crate::wire::{Request, decode};

/// One read, and how its reply is put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plain {
    /// The statement.
    pub sql: String,
    /// The values that it binds.
    pub params: Vec<Slot>,
    /// What is taken of its rows, where [`Plain::keep`] stands for [`Harvest::keep`].
    pub harvest: Harvest,
    /// The value that says how many rows are kept.
    pub keep: Option<Slot>,
    /// Whether the harvest's key is what the row's state is told by. Else it is the place behind which rows follow.
    pub tagged: bool,
    /// The answer, in order.
    pub pieces: Vec<Piece>,
}

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Piece {
    /// The first list, or null where there are no rows.
    One,
    /// One of a template.
    Of(Chunk),
}

impl<S: Sql> Shard<S> {
    /// An encoded request as one read, if it is no more than that.
    ///
    /// # Errors
    /// The catalog is another, or the request cannot be read.
    pub fn plain(&self, request: &[u8]) -> Result<Option<Plain>, ShardError> {
        match decode(request)? {
            Request::Run { catalog, shape, .. } => Ok(plain(&*self.at(catalog)?.program(&shape)?)),
            _ => Ok(None),
        }
    }
}

fn plain(program: &Program) -> Option<Plain> {
    let mut read = None;
    let mut pieces = Vec::new();
    for part in &program.parts {
        match part {
            CompiledPart::Text(text) => pieces.push(Piece::Of(Chunk::Text(text.clone()))),
            CompiledPart::Read(one) if read.is_none() => {
                pieces.extend(assembled(&one.assembly)?);
                read = Some(one);
            }
            _ => return None,
        }
    }
    described(read?, pieces)
}

/// What is rewritten, or asks for more where a page came full, is the shard's own work.
fn described(read: &Read, pieces: Vec<Piece>) -> Option<Plain> {
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
    if read.rewrites || (read.next.is_some() && !placed) || (harvest.keys && placed == read.tagged) {
        return None;
    }
    let params = statement.params.iter().map(|param| match param {
        Param::Slot(slot) => Some(*slot),
        _ => None,
    });
    Some(Plain {
        sql: statement.sql.clone(),
        params: params.collect::<Option<_>>()?,
        harvest,
        keep: read.keep,
        tagged: read.tagged,
        pieces,
    })
}

fn assembled(assembly: &Assembly) -> Option<Vec<Piece>> {
    let of = |chunk: &Chunk| Piece::Of(chunk.clone());
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
