//! The documents and clients of a declaration are stable: a column more changes only lines about that column.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use codegen::ApiModel;
use codegen::derive::derive;
use codegen::graphql::sdl;
use codegen::sdk;
use openapi::Bounds;

fn model(script: &str) -> ApiModel {
    derive(&schema::read::sql::read(script).unwrap().schema)
}

/// All that is generated of a declaration.
fn generated(script: &str) -> [(&'static str, String); 5] {
    let model = model(script);
    let document = openapi::document(&model, "shop", Bounds::DEFAULT).unwrap();
    [
        ("openapi.json", document),
        ("schema.graphql", sdl(&model)),
        ("sdk.ts", sdk::typescript::typescript(&model)),
        ("sdk.rs", sdk::rust::rust(&model)),
        ("sdk.py", sdk::python::python(&model)),
    ]
}

/// Lines that the second text has more often than the first.
fn more<'t>(first: &str, second: &'t str) -> Vec<&'t str> {
    let mut counts: HashMap<&str, i32> = HashMap::new();
    for line in first.lines() {
        *counts.entry(line).or_default() += 1;
    }
    second
        .lines()
        .filter(|line| {
            let count = counts.entry(line).or_default();
            *count -= 1;
            *count < 0
        })
        .collect()
}

/// Whether all letters of a text stand in another, in this order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut letters = whole.chars();
    part.chars().all(|letter| letters.any(|other| other == letter))
}

/// A column of each type: what is generated for a table's first column of a type is about more than the column.
const FIRST: [&str; 8] = [
    "INT",
    "VARCHAR(20)",
    "DECIMAL(8,2)",
    "JSON",
    "DATETIME",
    "BIGINT UNSIGNED",
    "DATE",
    "SET('a')",
];

/// The types of the columns that are added.
const TYPES: [&str; 6] = [
    "INT NULL",
    "VARCHAR(20) NOT NULL",
    "DECIMAL(8,2)",
    "JSON",
    "DATETIME NOT NULL",
    "BIGINT UNSIGNED",
];

/// Whether a line stands around the name of a column: a list of one, a description, and the argument of a column of JSON.
fn is_around(line: &str) -> bool {
    let line = line.trim();
    ["", ", \"required\": [", "]", "path: JSONPath", "): JSON"].contains(&line)
        || line.starts_with('"') && line.ends_with('"')
}

/// Adds a column of that type to a table, and looks at what changes: lines that name it, and lines that do now.
fn adds_its_own_lines(script: &str, table: &str, ty: &str) {
    let columns = FIRST.iter().enumerate();
    let columns = columns.map(|(position, first)| format!("ADD COLUMN plugh_{position} {first}"));
    let columns = columns.collect::<Vec<_>>().join(", ");
    let script = &format!("{script}\nALTER TABLE `{table}` {columns};");
    let changed = format!("{script}\nALTER TABLE `{table}` ADD COLUMN quux_corge {ty};");
    for ((file, before), (_, after)) in generated(script).into_iter().zip(generated(&changed)) {
        let spelled = |line: &str| {
            let line = line.to_ascii_lowercase().replace('_', "");
            line.contains("quuxcorge")
        };
        let added = more(&before, &after);
        let foreign: Vec<&&str> = added
            .iter()
            .filter(|line| !spelled(line) && !is_around(line))
            .collect();
        assert!(foreign.is_empty(), "{file}, {table} with a {ty}: {foreign:#?}");
        for gone in more(&after, &before) {
            assert!(
                added.iter().any(|line| is_within(gone, line)),
                "{file}, {table} with a {ty} has no more: {gone}"
            );
        }
    }
}

#[test]
fn a_column_more_changes_lines_about_it() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    for case in [
        "clients",
        "types",
        "search",
        "keys",
        "names",
        "deprecations",
        "nested",
    ] {
        let script = fs::read_to_string(cases.join(case).join("schema.sql")).unwrap();
        let declared = schema::read::sql::read(&script).unwrap().schema;
        for (position, table) in declared.tables.iter().enumerate() {
            adds_its_own_lines(&script, table.name.as_str(), TYPES[position % TYPES.len()]);
        }
    }
}
