//! A small declaration that has a bit of everything.

use codegen::ApiModel;
use schema::Schema;
use serde_json::json;

pub(super) fn schema() -> Schema {
    let int = || json!({ "int": { "width": "int" } });
    let text = || json!({ "varchar": { "length": 255 } });
    let key = |name: &str, columns: &str, references: &str| json!({ "name": name, "columns": [columns], "references": references, "referencedColumns": ["id"] });
    serde_json::from_value(json!({ "tables": [
        { "name": "author", "comment": "People who \"write\"\nbooks", "primaryKey": ["id"], "columns": [
            { "name": "id", "type": int(), "autoIncrement": true },
            { "name": "full_name", "type": text(), "comment": "As printed" },
            { "name": "born", "type": "date", "nullable": true },
        ]},
        { "name": "book", "primaryKey": ["id"], "columns": [
            { "name": "id", "type": { "int": { "width": "big" } }, "autoIncrement": true },
            { "name": "author_id", "type": int() },
            { "name": "title", "type": text() },
            { "name": "year", "type": "year", "nullable": true },
            { "name": "price", "type": { "decimal": { "precision": 10, "scale": 2 } }, "default": { "value": "0.00" } },
            { "name": "genre", "type": { "enum": { "values": ["novel", "poetry"] } }, "nullable": true },
            { "name": "binding", "type": { "enum": { "values": ["hard cover", "soft"] } }, "nullable": true },
            { "name": "tags", "type": { "set": { "values": ["new", "sale"] } }, "nullable": true },
            { "name": "in_print", "type": "boolean", "default": { "value": true } },
            { "name": "extra", "type": "json", "nullable": true },
            { "name": "cover", "type": { "blob": { "size": "normal" } }, "nullable": true },
            { "name": "slug", "type": text(), "generated": { "expression": "lower(title)" } },
        ], "foreignKeys": [key("book_author", "author_id", "author")] },
        { "name": "review", "primaryKey": ["book_id", "nr"], "columns": [
            { "name": "book_id", "type": { "int": { "width": "big" } } },
            { "name": "nr", "type": int() },
            { "name": "stars", "type": { "int": { "width": "tiny", "unsigned": true } } },
            { "name": "place", "type": { "geometry": { "kind": "point" } }, "nullable": true },
            { "name": "at", "type": { "timestamp": { "fraction": 3 } }, "default": "now" },
        ], "foreignKeys": [key("review_book", "book_id", "book")] },
        { "name": "log", "columns": [
            { "name": "line", "type": text(), "nullable": true },
            { "name": "weight", "type": { "double": {} }, "nullable": true },
        ]},
    ]}))
    .unwrap()
}

pub(super) fn model() -> ApiModel {
    codegen::derive::derive(&schema())
}
