//! Operations over rusqlite: what they answer, and what the change log says of them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use schema::stored::Value;
use schema::{ColumnId, TableId};
use shard::Shard;
use shard::catalog::KeyRecord;
use shard::error::{ConstraintKind, ShardError};
use shard::native::NativeSql;
use shard::op::{
    Delete, Field, FieldValue, Filter, Insert, InsertColumn, OrderBy, OrderTerm, Output, Page, Part,
    PayloadField, PayloadValue, Query, Related, Returning, Run, Shape, ShardOp, Slot, Test,
};
use shard::port::Sql;
use shard::wire::{Answer, Request};

const AUTHOR: TableId = TableId(0);
const BOOK: TableId = TableId(1);

const SCHEMA: &str = r#"{"tables":[
  {"name":"author","columns":[{"name":"id","type":{"int":{"width":"int"}},"autoIncrement":true},
    {"name":"name","type":{"varchar":{"length":50}}}],"primaryKey":["id"]},
  {"name":"book","columns":[{"name":"id","type":{"int":{"width":"int"}},"autoIncrement":true},
    {"name":"author_id","type":{"int":{"width":"int"}}},
    {"name":"price","type":{"decimal":{"precision":8,"scale":2}}},
    {"name":"cover","type":{"blob":{"size":"normal"}},"nullable":true}],
   "primaryKey":["id"],
   "foreignKeys":[{"name":"book_author","columns":["author_id"],"references":"author","referencedColumns":["id"],
     "onDelete":"cascade"}]}
]}"#;

fn shard() -> Shard<NativeSql> {
    let shard = Shard::new(NativeSql::in_memory().unwrap(), "n0nce".to_owned());
    let key = KeyRecord {
        id: "k".into(),
        name: "k".into(),
        hash: "h".into(),
    };
    shard.answer(Request::Create(key)).unwrap();
    shard
        .answer(Request::Migrate {
            from: 0,
            declaration: SCHEMA.to_owned(),
        })
        .unwrap();
    shard
}

/// The catalog's version: requests that name another are refused.
fn catalog(shard: &Shard<NativeSql>) -> u64 {
    match shard.answer(Request::Catalog).unwrap().0.answer {
        Answer::Catalog(data) => data.catalog,
        other => panic!("{other:?}"),
    }
}

fn run(shard: &Shard<NativeSql>, parts: Vec<Part>, values: Vec<Value>) -> Result<(String, u64), ShardError> {
    let run = Run {
        catalog: catalog(shard),
        shape: Shape { parts },
        values,
    };
    let (reply, text) = shard.answer(Request::run(&run)?)?;
    assert!(matches!(reply.answer, Answer::Rows(_)));
    Ok((text.unwrap(), reply.version))
}

fn column(key: &str, id: u16) -> Field {
    Field {
        key: key.to_owned(),
        value: FieldValue::Column(ColumnId(id)),
    }
}

fn insert(table: TableId, columns: &[u16], rows: Slot, returning: Returning) -> Part {
    let columns = columns
        .iter()
        .map(|id| InsertColumn {
            column: ColumnId(*id),
            optional: false,
        })
        .collect();
    Part::Op(ShardOp::Insert(Insert {
        table,
        columns,
        rows,
        returning,
        conflict: None,
        at_most: None,
    }))
}

fn filled() -> Shard<NativeSql> {
    let shard = shard();
    let parts = vec![
        insert(AUTHOR, &[1], Slot(0), Returning::Nothing),
        insert(BOOK, &[1, 2, 3], Slot(1), Returning::Nothing),
    ];
    let rows = "[[1,999,\"00FF\"],[1,50,null],[2,100,null]]";
    let values = vec![
        Value::Text("[[\"Ann\"],[\"Bob\"]]".into()),
        Value::Text(rows.into()),
    ];
    let (text, version) = run(&shard, parts, values).unwrap();
    assert_eq!((text.as_str(), version), ("", 5));
    shard
}

fn books(order: Vec<OrderTerm>, page: Page) -> Query {
    Query {
        table: BOOK,
        filter: None,
        order,
        page,
        output: Output::Many(vec![column("id", 0), column("price", 2), column("cover", 3)]),
    }
}

const BY_ID: OrderTerm = OrderTerm {
    by: OrderBy::Column(ColumnId(0)),
    descending: false,
    nulls_first: true,
};

#[test]
fn rows_come_back_exact_and_nested() {
    let shard = filled();
    let related = Related {
        join: vec![(ColumnId(0), ColumnId(1))],
        query: books(vec![BY_ID], Page::default()),
    };
    let query = Query {
        table: AUTHOR,
        filter: Some(Filter::Column(ColumnId(1), Test::Eq(Slot(0)))),
        order: vec![BY_ID],
        page: Page::default(),
        output: Output::Many(vec![
            column("name", 1),
            Field {
                key: "books".into(),
                value: FieldValue::Related(Box::new(related)),
            },
        ]),
    };
    let (text, _) = run(
        &shard,
        vec![Part::Op(ShardOp::Read(query))],
        vec![Value::Text("Ann".into())],
    )
    .unwrap();
    assert_eq!(
        text,
        r#"[{"name":"Ann","books":[{"id":1,"price":"9.99","cover":"AP8="},{"id":2,"price":"0.50","cover":null}]}]"#
    );
}

#[test]
fn cascades_are_in_the_log_in_order_and_end_in_one_transaction() {
    let shard = filled();
    let delete = Delete {
        table: AUTHOR,
        filter: Some(Filter::Column(ColumnId(0), Test::Eq(Slot(0)))),
        at_most: Some(Slot(1)),
        returning: Returning::Payload(vec![PayloadField {
            key: "n".into(),
            value: PayloadValue::AffectedCount,
        }]),
    };
    let part = Part::Op(ShardOp::Delete(delete));
    let (text, version) = run(&shard, vec![part], vec![Value::Int(1), Value::Int(1)]).unwrap();
    assert_eq!((text.as_str(), version), (r#"{"n":1}"#, 8));
    let log = shard
        .sql()
        .rows(
            "SELECT seq, tbl, op, old FROM _ws_log WHERE seq > 5 ORDER BY seq",
            &[],
        )
        .unwrap();
    let tables: Vec<&Value> = log.iter().map(|row| &row[1]).collect();
    assert_eq!(log.len(), 3);
    assert_eq!(tables.iter().filter(|table| ***table == Value::Int(1)).count(), 2);
    assert!(
        log.iter()
            .any(|row| row[3] == Value::Text("[1,1,999,\"00FF\"]".into()))
    );
    let ends = shard
        .sql()
        .rows("SELECT seq FROM _ws_tx ORDER BY seq", &[])
        .unwrap();
    assert_eq!(ends, vec![vec![Value::Int(5)], vec![Value::Int(8)]]);
}

#[test]
fn a_broken_reference_names_its_key_and_keeps_nothing() {
    let shard = filled();
    let parts = vec![
        insert(AUTHOR, &[1], Slot(0), Returning::Nothing),
        insert(BOOK, &[1, 2], Slot(1), Returning::Nothing),
    ];
    let values = vec![Value::Text("[[\"Cy\"]]".into()), Value::Text("[[99,1]]".into())];
    let Err(ShardError::Constraint(violation)) = run(&shard, parts, values) else {
        panic!("went through")
    };
    assert_eq!(violation.kind, ConstraintKind::ForeignKey);
    assert_eq!(
        (violation.constraint.as_str(), violation.part),
        ("book_author", 1)
    );
    let left = shard.sql().rows(
        "SELECT (SELECT count(*) FROM author), (SELECT max(seq) FROM _ws_log)",
        &[],
    );
    assert_eq!(left.unwrap(), vec![vec![Value::Int(2), Value::Int(5)]]);
}

#[test]
fn another_catalog_is_refused() {
    let shard = filled();
    let current = catalog(&shard);
    let run = Run {
        catalog: current - 1,
        shape: Shape::default(),
        values: Vec::new(),
    };
    let answer = shard.answer(Request::run(&run).unwrap());
    assert!(matches!(answer, Err(ShardError::Stale(at)) if at == current));
}

#[test]
fn more_values_than_parameters_are_packed() {
    let shard = filled();
    let tests: Vec<Filter> = (0..300)
        .map(|slot| Filter::Column(ColumnId(0), Test::Eq(Slot(slot))))
        .collect();
    let query = Query {
        filter: Some(Filter::Or(tests)),
        ..books(vec![BY_ID], Page::default())
    };
    let values = (0..300)
        .map(|value| Value::Int(if value == 299 { 2 } else { 1000 + value }))
        .collect();
    let (text, _) = run(&shard, vec![Part::Op(ShardOp::Read(query))], values).unwrap();
    assert_eq!(text, r#"[{"id":2,"price":"0.50","cover":null}]"#);
}
