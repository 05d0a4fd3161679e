//! The Durable Object's host, on a storage that stands for the real one: what crosses between wasm and JavaScript.
#![cfg(target_arch = "wasm32")]

use schema::stored::Value;
use shard::ShardError;
use shard::host::WorkerSql;
use shard::port::{Harvest, HostText, Sql};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

// `exec` answers the rows that the statement spells out as JSON after `rows`, or what was bound to it.
#[wasm_bindgen(inline_js = r#"
export function storage() {
  const cursor = (rows) => ({ rowsRead: 7, rowsWritten: 3, raw: () => ({ toArray: () => rows }), toArray: () => rows });
  return {
    log: [],
    sql: {
      exec(text, ...params) {
        if (text === "fail") throw new Error("no such table: t: SQLITE_ERROR");
        return cursor(text.startsWith("rows") ? JSON.parse(text.slice(4)) : [params]);
      },
    },
    transactionSync(work) {
      this.log.push("begin");
      try {
        const done = work();
        this.log.push("commit");
        return done;
      } catch (error) {
        this.log.push("rollback");
        throw error;
      }
    },
  };
}
export const logOf = (storage) => storage.log.join(" ");
"#)]
extern "C" {
    fn storage() -> JsValue;
    #[wasm_bindgen(js_name = logOf)]
    fn log_of(storage: &JsValue) -> String;
}

#[wasm_bindgen_test]
fn lists_are_joined_and_counted() {
    let sql = WorkerSql::new(storage());
    let taking = Harvest {
        head: true,
        lists: 2,
        keys: true,
        keep: Some(2),
        ..Harvest::default()
    };
    let rows = r#"rows[[9,"",""],["a","1","k"],["ü","2","l"],["c","3","m"]]"#;
    let found = sql.query(rows, &[], taking).unwrap();
    let lists: Vec<String> = found.lists.iter().map(HostText::to_text).collect();
    assert_eq!(lists, ["a,ü", "1,2"]);
    assert_eq!((found.rows, found.more, found.head), (2, true, Some(9)));
    assert_eq!(found.keys, Some(("k".to_owned(), "l".to_owned())));
    assert_eq!((found.cost.read, found.cost.written), (7, 3));
    let reversed = Harvest {
        reverse: true,
        ..taking
    };
    let found = sql.query(rows, &[], reversed).unwrap();
    assert_eq!(found.lists[0].to_text(), "ü,a");
    assert_eq!(found.keys, Some(("l".to_owned(), "k".to_owned())));
}

#[wasm_bindgen_test]
fn no_rows_are_empty_lists() {
    let taking = Harvest {
        lists: 1,
        keys: true,
        ..Harvest::default()
    };
    let found = WorkerSql::new(storage()).query("rows[]", &[], taking).unwrap();
    assert_eq!((found.rows, found.more, found.keys.is_none()), (0, false, true));
    assert_eq!(found.lists[0].to_text(), "");
}

#[wasm_bindgen_test]
fn values_go_in_and_come_out() {
    let values = [
        Value::Null,
        Value::Int(-42),
        Value::Int(i64::MAX),
        Value::Real(0.5),
        Value::Text("Ünïcode \u{0} 𝄞".to_owned()),
        Value::Blob(vec![0, 255, 3]),
    ];
    let found = WorkerSql::new(storage()).rows("echo", &values).unwrap();
    let mut expected = values.to_vec();
    // Beyond what a JavaScript number holds, it goes as a text.
    expected[2] = Value::Text(i64::MAX.to_string());
    assert_eq!(found, [expected]);
}

#[wasm_bindgen_test]
fn an_error_rolls_back_and_comes_out() {
    let storage = storage();
    let sql = WorkerSql::new(storage.clone());
    let failed = sql.transaction(|| -> Result<(), ShardError> { Err(ShardError::TooLarge) });
    assert_eq!(failed, Err(ShardError::TooLarge));
    assert_eq!(sql.transaction(|| Ok(5)), Ok(5));
    assert_eq!(log_of(&storage), "begin rollback begin commit");
    let error = sql.execute("fail").unwrap_err();
    assert_eq!(error.0, "no such table: t: SQLITE_ERROR");
}
