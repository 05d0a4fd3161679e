//! Answers that are kept by a client's key, so that a request that is sent again is not done again.

use schema::stored::Value;

use crate::chunk::pieces;
use crate::error::ShardError;
use crate::port::{HostText, Sql};
use crate::shard::Replied;
use crate::wire::{Answer, Claim, Reply, decode, encode};

/// How long an answer is kept, in microseconds.
const KEPT: i64 = 24 * 60 * 60 * 1_000_000;

/// Expired keys that one request clears away.
const CLEARED: usize = 50;

/// Bytes of an answer in one row.
const PIECE: usize = 500_000;

/// The longest answer that is kept.
const LONGEST: usize = 16 * 1024 * 1024;

/// Made where the first key comes: a tenant that sends none has no such table.
const TABLE: &str = "CREATE TABLE IF NOT EXISTS _ws_idempotency (key TEXT NOT NULL, piece INTEGER NOT NULL, \
    at INTEGER NOT NULL, request TEXT NOT NULL, reply BLOB NOT NULL, body TEXT NOT NULL, PRIMARY KEY (key, piece)) \
    STRICT, WITHOUT ROWID; CREATE INDEX IF NOT EXISTS _ws_idempotency_at ON _ws_idempotency (at)";

/// The answer kept by a key; `None` where there is none, or none any more. Another request by the same key is an error.
pub(crate) fn recall<S: Sql>(sql: &S, claim: &Claim) -> Result<Option<Replied<S::Text>>, ShardError> {
    sql.execute(TABLE)?;
    let rows = sql.rows(
        "SELECT request, reply, body FROM _ws_idempotency WHERE key = ?1 AND at >= ?2 ORDER BY piece",
        &[Value::Text(claim.key.clone()), Value::Int(claim.now - KEPT)],
    )?;
    let mut reply = None;
    let mut texts = Vec::with_capacity(rows.len());
    for row in rows {
        let [Value::Text(request), Value::Blob(bytes), Value::Text(body)] = row.as_slice() else {
            return Err(ShardError::Internal("a kept answer cannot be read".to_owned()));
        };
        if *request != claim.request {
            return Err(ShardError::KeyReused);
        }
        if reply.is_none() {
            reply = Some(decode::<(Reply, Vec<u8>)>(bytes)?);
        }
        texts.push(S::Text::from_text(body));
    }
    Ok(reply.map(|(reply, respond)| {
        let answer = Answer::Replayed {
            answer: Box::new(reply.answer),
            respond,
        };
        // Nothing is read or written for it again.
        let cost = (0, 0);
        let reply = Reply {
            cost,
            answer,
            ..reply
        };
        (reply, Some(S::Text::concat(&texts)))
    }))
}

/// Keeps an answer, in the transaction of what it answers.
pub(crate) fn keep<S: Sql>(
    sql: &S,
    claim: &Claim,
    reply: &Reply,
    text: Option<&S::Text>,
) -> Result<(), ShardError> {
    clear(sql, claim)?;
    let body = text.map(HostText::to_text).unwrap_or_default();
    if body.len() > LONGEST {
        return Err(ShardError::TooLarge);
    }
    let encoded = encode(&(reply, &claim.respond))?;
    for (position, piece) in pieces(&body, PIECE).into_iter().enumerate() {
        let first = position == 0;
        let params = [
            Value::Text(claim.key.clone()),
            Value::Int(i64::try_from(position).unwrap_or(i64::MAX)),
            Value::Int(claim.now),
            Value::Text(claim.request.clone()),
            Value::Blob(if first { encoded.clone() } else { Vec::new() }),
            Value::Text(piece.to_owned()),
        ];
        sql.rows(
            "INSERT INTO _ws_idempotency (key, piece, at, request, reply, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            &params,
        )?;
    }
    Ok(())
}

/// Removes the key's own answer, which has expired if it is still there, and some others that have.
fn clear<S: Sql>(sql: &S, claim: &Claim) -> Result<(), ShardError> {
    sql.rows(
        &format!(
            "DELETE FROM _ws_idempotency WHERE key = ?1 OR key IN \
             (SELECT key FROM _ws_idempotency WHERE at < ?2 ORDER BY at LIMIT {CLEARED})"
        ),
        &[Value::Text(claim.key.clone()), Value::Int(claim.now - KEPT)],
    )?;
    Ok(())
}
