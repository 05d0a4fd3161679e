//! What inserts, updates and deletes come down to.

use schema::stored::Value as Stored;
use serde_json::json;

use super::{error, ops, shape};

#[test]
fn inserts_give_each_row_its_columns() {
    let document = "mutation($rows: [BookInsertInput!]!) { insertIntoBookCollection(objects: $rows) {
        affectedCount records { id author { fullName } } } }";
    let rows = json!([
        { "title": "A", "authorId": 1, "genre": "novel", "tags": ["new", "sale"], "extra": { "b": 1, "a": [1.10] } },
        { "authorId": 2, "title": "B", "price": "12.5" },
    ]);
    let found = ops(document, &json!({ "rows": rows }));
    assert!(
        found[0].contains(
            "columns: [InsertColumn { column: ColumnId(1), optional: false }, InsertColumn { column: ColumnId(2), optional: false }, \
             InsertColumn { column: ColumnId(4), optional: true }, InsertColumn { column: ColumnId(5), optional: true }, \
             InsertColumn { column: ColumnId(7), optional: true }, InsertColumn { column: ColumnId(9), optional: true }]"
        ),
        "{}",
        found[0]
    );
    let one = ops(document, &json!({ "rows": { "authorId": 1, "title": "A" } }));
    assert!(one[0].contains(
        "columns: [InsertColumn { column: ColumnId(1), optional: false }, InsertColumn { column: ColumnId(2)"
    ));
    for (rows, code, place) in [
        (json!([]), "invalid_value", "objects"),
        (json!([{ "title": "A" }]), "not_null_violation", "authorId"),
        (
            json!([{ "title": "A", "authorId": 1, "slug": "a" }]),
            "invalid_value",
            "$rows[0].slug",
        ),
        (
            json!([{ "title": "A", "authorId": 1, "price": null }]),
            "not_null_violation",
            "price",
        ),
        (
            json!([{ "title": "A", "authorId": 1, "price": "1.234" }]),
            "out_of_range",
            "price",
        ),
        (json!(null), "invalid_value", "$rows"),
    ] {
        let (found, message) = error(document, &json!({ "rows": rows }));
        assert_eq!(found, code, "{message}");
        assert!(message.starts_with(place), "{message}");
    }
}

#[test]
fn writes_say_how_many_rows_they_may_change() {
    let update = "mutation($n: Int, $y: Int) { updateBookCollection(set: {title: \"x\", year: null}, filter: {year: {eq: $y}}, atMost: $n) { affectedCount } }";
    let (_, values) = shape(update, &json!({ "y": 2000 }));
    assert_eq!(values.last(), Some(&Stored::Int(1)));
    let (_, values) = shape(update, &json!({ "y": 2000, "n": 7 }));
    assert_eq!(values.last(), Some(&Stored::Int(7)));
    assert_eq!(error(update, &json!({ "y": 2000, "n": null })).0, "invalid_value");
    assert_eq!(error(update, &json!({ "y": 2000, "n": -1 })).0, "invalid_value");
    assert_eq!(error(update, &json!({ "n": 1 })).0, "filter_required");
    assert_eq!(
        error(
            "mutation { updateBookCollection(set: {}) { affectedCount } }",
            &json!({})
        )
        .0,
        "invalid_value"
    );
    let all = ops(
        "mutation { deleteFromLogCollection(atMost: 100) { __typename affectedCount } }",
        &json!({}),
    );
    assert_eq!(
        all[0],
        "Delete(Delete { table: TableId(3), filter: None, at_most: Some(Slot(0)), returning: Payload([\
         PayloadField { key: \"__typename\", value: Text(\"LogDeleteResponse\") }, PayloadField { key: \"affectedCount\", value: AffectedCount }]) })"
    );
}
