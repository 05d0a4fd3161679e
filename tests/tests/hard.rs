//! Documents of schemas that are hard: large ones stay small, and names that are hard to write give valid GraphQL.

use std::collections::HashSet;

use codegen::derive::derive;
use codegen::graphql::sdl;
use codegen::sdk;
use openapi::Bounds;
use serde_json::Value;

/// Names of types of columns stand once a column in most lists: what a document takes for each of 6,000.
#[test]
fn documents_of_many_columns_stay_small() {
    let script = tests::hard::wide(60);
    let model = derive(&schema::read::sql::read(&script).unwrap().schema);
    let columns: usize = model.tables.iter().map(|table| table.columns.len()).sum();
    let document = openapi::document(&model, "wide", Bounds::DEFAULT).unwrap();
    for (name, text, most) in [
        ("openapi.json", document, 520),
        ("schema.graphql", sdl(&model), 750),
        ("sdk.ts", sdk::typescript::typescript(&model), 430),
        ("sdk.rs", sdk::rust::rust(&model), 490),
        ("sdk.py", sdk::python::python(&model), 800),
    ] {
        let bytes = text.len() / columns;
        assert!(bytes <= most, "{name} takes {bytes} bytes a column");
    }
}

/// Collects what a document refers to.
fn references<'v>(value: &'v Value, found: &mut HashSet<&'v str>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                found.insert(reference);
            }
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// However much is shown, a component is there where it is referred to, and is referred to where it is there.
#[test]
fn components_are_those_that_are_referred_to() {
    for tables in [5, 30, 60] {
        let script = tests::hard::wide(tables);
        let model = derive(&schema::read::sql::read(&script).unwrap().schema);
        let document = openapi::document(&model, "wide", Bounds::DEFAULT).unwrap();
        let document: Value = serde_json::from_str(&document).unwrap();
        let mut used = HashSet::new();
        references(&document, &mut used);
        for group in ["schemas", "parameters", "responses", "headers"] {
            for name in document["components"][group].as_object().unwrap().keys() {
                let reference = format!("#/components/{group}/{name}");
                assert!(used.remove(reference.as_str()), "nothing refers to {reference}");
            }
        }
        assert_eq!(used, HashSet::new());
    }
}
