//! The declarations' reader as the playground's pages call it: in the browser, with the very code that a push runs.
//!
//! Answers are JSON texts, whose types are in `playground/src/schema/parser.ts`.

mod partial;
mod plain;
mod preview;

use schema::read::{self, Location, Problem, Warning};
use serde_json::{Value, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a script of MySQL: `{schema, problems, warnings, notTaken, rows, places}`. Where something cannot be read, the schema
/// is what the rest of the script declares.
#[wasm_bindgen(js_name = readSql)]
pub fn read_sql(script: &str) -> String {
    partial::sql(script).to_string()
}

/// Reads a declaration in JSON: `{schema, problems, warnings}`, with no schema where it cannot be read.
#[wasm_bindgen(js_name = readJson)]
pub fn read_json(text: &str) -> String {
    let answer = match read::json::read(text) {
        Ok(schema) => json!({
            "problems": [],
            "warnings": listed_warnings(&read::json::warnings(&schema)),
            "schema": schema,
        }),
        Err(problems) => json!({ "schema": null, "problems": listed(&problems), "warnings": [] }),
    };
    answer.to_string()
}

/// What a push of one declaration over another changes: `{steps}` or `{refused}`. Both are JSON declarations.
#[wasm_bindgen]
pub fn preview(current: &str, next: &str) -> String {
    preview::changes(current, next).to_string()
}

/// A JSON declaration as a script of MySQL; empty where it cannot be read.
#[wasm_bindgen(js_name = toSql)]
pub fn to_sql(declaration: &str) -> String {
    read::json::read(declaration).map_or_else(|_| String::new(), |schema| plain::sql(&schema))
}

/// The JSON Schema of declarations.
#[wasm_bindgen(js_name = declarationSchema)]
pub fn declaration_schema() -> String {
    read::json::json_schema().to_string()
}

fn listed(problems: &[Problem]) -> Vec<Value> {
    let each = |problem: &Problem| located(problem.code, &problem.message, &problem.at);
    problems.iter().map(each).collect()
}

fn listed_warnings(warnings: &[Warning]) -> Vec<Value> {
    let each = |warning: &Warning| located(warning.code, &warning.message, &warning.at);
    warnings.iter().map(each).collect()
}

fn located(code: &str, message: &str, at: &Location) -> Value {
    match at {
        Location::Text { line, column } => {
            json!({ "code": code, "message": message, "line": line, "column": column })
        }
        Location::Path(path) => json!({ "code": code, "message": message, "path": path }),
    }
}
