//! A declaration as JSON, checked against its JSON Schema.

use std::sync::OnceLock;

use serde_json::Value;

use super::{Location, Problem, Warning};
use crate::Schema;
use crate::validate::At;

/// The JSON Schema of declarations (draft 2020-12), derived from the model.
pub fn json_schema() -> Value {
    let mut schema = schemars::schema_for!(Schema);
    schema.insert("$id".to_owned(), "urn:workersql:schema:v1".into());
    schema.insert("title".to_owned(), "A WorkerSQL declaration".into());
    schema.to_value()
}

/// A declaration in JSON, read.
#[derive(Debug, Clone)]
pub struct JsonDeclaration {
    /// The tables.
    pub schema: Schema,
    /// What is accepted but not enforced; one of each kind.
    pub warnings: Vec<Warning>,
}

/// Reads a declaration. Problems are named by their JSON pointers.
pub fn read(text: &str) -> Result<JsonDeclaration, Vec<Problem>> {
    let document: Value = serde_json::from_str(text).map_err(|error| {
        let at = Location::Text {
            line: error.line(),
            column: error.column(),
        };
        vec![Problem {
            code: "json-syntax",
            message: "the document is not JSON".to_owned(),
            at,
        }]
    })?;
    check(&document)?;
    let schema: Schema = serde_json::from_value(document).map_err(|error| {
        vec![Problem {
            code: "json-model",
            message: error.to_string(),
            at: Location::Path(String::new()),
        }]
    })?;
    let findings = crate::validate::validate(&schema);
    let place = |at: At| Location::Path(at.pointer());
    if findings.problems.is_empty() {
        return Ok(JsonDeclaration {
            schema,
            warnings: findings.warnings.warnings(place),
        });
    }
    Err(findings
        .problems
        .into_iter()
        .map(|found| Problem {
            code: found.code,
            message: found.message,
            at: place(found.at),
        })
        .collect())
}

/// The most problems that one answer lists.
const MOST: usize = 50;

fn check(document: &Value) -> Result<(), Vec<Problem>> {
    static VALIDATOR: OnceLock<Option<jsonschema::Validator>> = OnceLock::new();
    let validator = VALIDATOR.get_or_init(|| jsonschema::validator_for(&json_schema()).ok());
    let Some(validator) = validator else {
        return Ok(());
    };
    let problems: Vec<Problem> = validator
        .iter_errors(document)
        .take(MOST)
        .map(|error| Problem {
            code: "json-schema",
            message: error.to_string(),
            at: Location::Path(error.instance_path().to_string()),
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(problems)
    }
}
