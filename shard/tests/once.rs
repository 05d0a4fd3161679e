//! Transactions on terms: answers that are kept by a key, and work that is undone.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use schema::stored::Value;
use schema::{ColumnId, TableId};
use shard::Shard;
use shard::catalog::KeyRecord;
use shard::error::ShardError;
use shard::native::NativeSql;
use shard::op::{Field, FieldValue, Insert, InsertColumn, Part, Returning, Shape, ShardOp, Slot};
use shard::port::Sql;
use shard::wire::{Answer, Claim, Request, Step, Transaction, Work, encode};

const HOUR: i64 = 3_600_000_000;

const SCHEMA: &str = r#"{"tables":[{"name":"note","columns":[
  {"name":"id","type":{"int":{"width":"int"}},"autoIncrement":true},
  {"name":"body","type":{"text":{"size":"long"}}}],"primaryKey":["id"]}]}"#;

fn shard() -> Shard<NativeSql> {
    let shard = Shard::new(NativeSql::in_memory().unwrap(), "n0nce".to_owned());
    let key = KeyRecord {
        id: "k".into(),
        name: "k".into(),
        hash: "h".into(),
    };
    shard.answer(Request::Create(key)).unwrap();
    let declaration = SCHEMA.to_owned();
    shard.answer(Request::Migrate { from: 0, declaration }).unwrap();
    shard
}

/// The catalog's version: requests that name another are refused.
fn catalog(shard: &Shard<NativeSql>) -> u64 {
    match shard.answer(Request::Catalog).unwrap().0.answer {
        Answer::Catalog(data) => data.catalog,
        other => panic!("{other:?}"),
    }
}

/// Adds notes and answers them.
fn add(shard: &Shard<NativeSql>, notes: &[&str], claim: Option<Claim>, rollback: bool) -> Request {
    let field = |key: &str, column| Field {
        key: key.to_owned(),
        value: FieldValue::Column(ColumnId(column)),
    };
    let insert = Insert {
        table: TableId(0),
        columns: vec![InsertColumn {
            column: ColumnId(1),
            optional: false,
        }],
        rows: Slot(0),
        returning: Returning::Many(vec![field("id", 0), field("body", 1)]),
        conflict: None,
        at_most: None,
    };
    let shape = Shape {
        parts: vec![Part::Op(ShardOp::Insert(insert))],
    };
    let rows: Vec<[&str; 1]> = notes.iter().map(|note| [*note]).collect();
    Request::Transact(Transaction {
        catalog: catalog(shard),
        work: Work::Run(Step {
            shape: encode(&shape).unwrap(),
            values: vec![Value::Text(serde_json::to_string(&rows).unwrap())],
            demand: None,
        }),
        claim,
        rollback,
    })
}

fn claim(key: &str, request: &str, now: i64) -> Claim {
    Claim {
        key: key.to_owned(),
        request: request.to_owned(),
        now,
        respond: vec![7],
    }
}

fn count(shard: &Shard<NativeSql>, table: &str) -> i64 {
    let rows = shard.sql().rows(&format!("SELECT count(*) FROM {table}"), &[]);
    match rows.unwrap()[0][0] {
        Value::Int(count) => count,
        _ => panic!("no count"),
    }
}

#[test]
fn a_key_is_kept_for_a_day() {
    let shard = shard();
    let send = |key: &str, request: &str, now: i64| {
        shard.answer(add(&shard, &["a"], Some(claim(key, request, now)), false))
    };
    let (first, text) = send("one", "r", 0).unwrap();
    assert!(matches!(first.answer, Answer::Rows(_)));
    let (again, same) = send("one", "r", 24 * HOUR).unwrap();
    assert_eq!((again.version, &same), (first.version, &text));
    let Answer::Replayed { answer, respond } = again.answer else {
        panic!("done again");
    };
    assert_eq!((*answer, respond), (first.answer, vec![7]));
    assert_eq!(send("one", "other", HOUR).unwrap_err(), ShardError::KeyReused);
    // Another request may have the key a day later, and what is old is cleared away.
    send("two", "r", HOUR).unwrap();
    let (later, _) = send("one", "other", 24 * HOUR + 1).unwrap();
    assert!(matches!(later.answer, Answer::Rows(_)));
    assert_eq!(count(&shard, "_ws_idempotency"), 2);
    send("three", "r", 72 * HOUR).unwrap();
    assert_eq!(count(&shard, "_ws_idempotency"), 1);
    assert_eq!(count(&shard, "note"), 4);
}

#[test]
fn a_key_is_known_before_the_catalog() {
    let shard = shard();
    shard
        .answer(add(&shard, &["a"], Some(claim("k", "r", 0)), false))
        .unwrap();
    let plain = add(&shard, &["a"], None, false);
    let claimed = add(&shard, &["a"], Some(claim("k", "r", 1)), false);
    let key = KeyRecord {
        id: "l".into(),
        name: "l".into(),
        hash: "i".into(),
    };
    shard.answer(Request::AddKey(key)).unwrap();
    assert_eq!(
        shard.answer(plain).unwrap_err(),
        ShardError::Stale(catalog(&shard))
    );
    let (reply, _) = shard.answer(claimed).unwrap();
    assert!(matches!(reply.answer, Answer::Replayed { .. }));
    let (reply, _) = shard.answer(Request::Recall(claim("k", "r", 1))).unwrap();
    assert!(matches!(reply.answer, Answer::Replayed { .. }));
    let (reply, _) = shard.answer(Request::Recall(claim("none", "r", 1))).unwrap();
    assert_eq!(reply.answer, Answer::Done(false));
}

#[test]
fn a_long_answer_is_kept_in_pieces() {
    let shard = shard();
    let long = "é\u{1f4da}\n".repeat(60_000);
    let notes = [long.as_str(), "", long.as_str(), long.as_str()];
    let (_, text) = shard
        .answer(add(&shard, &notes, Some(claim("k", "r", 0)), false))
        .unwrap();
    let (_, same) = shard
        .answer(add(&shard, &notes, Some(claim("k", "r", 0)), false))
        .unwrap();
    assert!(text == same, "the pieces are not the whole");
    assert!(count(&shard, "_ws_idempotency") > 1);
    let longer = [long.as_str(); 48];
    let refused = shard.answer(add(&shard, &longer, Some(claim("l", "r", 0)), false));
    assert_eq!(refused.unwrap_err(), ShardError::TooLarge);
    assert_eq!(count(&shard, "note"), 4);
}

#[test]
fn what_is_undone_leaves_no_trace() {
    let shard = shard();
    let (before, _) = shard.answer(add(&shard, &["a"], None, false)).unwrap();
    let (reply, text) = shard
        .answer(add(&shard, &["b", "c"], Some(claim("k", "r", 0)), true))
        .unwrap();
    assert_eq!(
        text.as_deref(),
        Some(r#"[{"id":2,"body":"b"},{"id":3,"body":"c"}]"#)
    );
    assert_eq!(reply.version, before.version);
    for table in ["note", "_ws_log", "_ws_tx"] {
        assert_eq!(count(&shard, table), 1, "{table}");
    }
    assert_eq!(count(&shard, "_ws_idempotency"), 0);
    let (_, text) = shard
        .answer(add(&shard, &["d"], Some(claim("k", "r", 0)), false))
        .unwrap();
    assert_eq!(text.as_deref(), Some(r#"[{"id":2,"body":"d"}]"#));
}
