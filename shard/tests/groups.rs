//! How SQLite runs the statements of groups.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use schema::stored::Value;
use schema::stored::aggregate::Function;
use schema::{ColumnId, TableId};
use shard::compile::{CompiledPart, compile};
use shard::layout::Layout;
use shard::native::NativeSql;
use shard::op::{
    Filter, GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure, Output, Page, Part, Query, Shape,
    ShardOp, Slot, Test,
};
use shard::port::Sql;

const SCHEMA: &str = r#"{"tables":[{"name":"sale","primaryKey":["id"],"columns":[
    {"name":"id","type":{"int":{"width":"int"}}},
    {"name":"shop_id","type":{"int":{"width":"int"}},"nullable":true},
    {"name":"product","type":{"varchar":{"length":50}}},
    {"name":"price","type":{"decimal":{"precision":8,"scale":2}}}]}]}"#;

const TABLE: &str = "CREATE TABLE sale (id INTEGER PRIMARY KEY, shop_id INTEGER, product TEXT NOT NULL COLLATE NOCASE, \
                     price INTEGER NOT NULL) STRICT; \
                     CREATE INDEX by_shop ON sale (shop_id); CREATE INDEX by_product ON sale (product, price);";

const SHOP: GroupKey = GroupKey {
    column: ColumnId(1),
    part: None,
    form: None,
};
const PRODUCT: GroupKey = GroupKey {
    column: ColumnId(2),
    part: None,
    form: None,
};

/// What SQLite says of how it runs the statement.
fn plan(groups: Groups, filter: Option<Filter>) -> String {
    let layout = Layout::of(&serde_json::from_str(SCHEMA).unwrap());
    let query = Query {
        table: TableId(0),
        filter,
        order: Vec::new(),
        page: Page::default(),
        output: Output::Groups(Box::new(groups)),
    };
    let shape = Shape {
        parts: vec![Part::Op(ShardOp::Read(query))],
    };
    let program = compile(&layout, &shape).unwrap();
    let [CompiledPart::Read(read)] = program.parts.as_slice() else {
        panic!("{program:?}");
    };
    let sql = NativeSql::in_memory().unwrap();
    sql.execute(TABLE).unwrap();
    let explained = format!("EXPLAIN QUERY PLAN {}", read.statement.sql);
    let params = vec![Value::Null; read.statement.params.len()];
    let rows = sql.rows(&explained, &params).unwrap();
    let details = rows.iter().filter_map(|row| match row.last() {
        Some(Value::Text(detail)) => Some(detail.as_str()),
        _ => None,
    });
    details.collect::<Vec<_>>().join("\n")
}

fn by(keys: &[GroupKey]) -> Groups {
    let member = |key: &str, measure| GroupMember {
        key: key.to_owned(),
        value: GroupValue::Measure(measure),
    };
    Groups {
        keys: keys.to_vec(),
        limit: Some(Slot(0)),
        members: vec![
            member("key", Measure::Key(0)),
            member("count", Measure::Rows),
            member("sum", Measure::Of(Function::Sum, ColumnId(3))),
        ],
        ..Groups::default()
    }
}

#[test]
fn an_index_groups_and_orders() {
    for (key, index) in [(SHOP, "INDEX by_shop"), (PRODUCT, "COVERING INDEX by_product")] {
        let plan = plan(by(&[key]), None);
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}

#[test]
fn groups_without_an_index_are_sorted_once() {
    let plan = plan(by(&[PRODUCT, SHOP]), None);
    assert_eq!(plan.matches("TEMP B-TREE").count(), 1, "{plan}");
}

#[test]
fn a_filter_uses_its_index() {
    let filter = Filter::Column(ColumnId(1), Test::Eq(Slot(1)));
    let plan = plan(by(&[SHOP]), Some(filter));
    assert!(plan.contains("SEARCH t0 USING INDEX by_shop"), "{plan}");
}

#[test]
fn an_order_by_an_aggregate_sorts_groups_only() {
    let order = vec![GroupTerm {
        by: Measure::Rows,
        descending: true,
        nulls_first: false,
    }];
    let plan = plan(Groups { order, ..by(&[SHOP]) }, None);
    assert!(plan.contains("INDEX by_shop"), "{plan}");
    assert!(plan.contains("TEMP B-TREE FOR ORDER BY"), "{plan}");
    assert!(!plan.contains("FOR GROUP BY"), "{plan}");
}
