//! Reads a declaration from JSON, and describes its form.

use serde_json::Value;

use super::cursor::Placed;
use super::form;
use super::sql::column_default;
use super::statements::statements;
use super::{Location, Problem, Warning};
use crate::validate::{self, At, Broken, Part, canonical};
use crate::{DefaultValue, Schema, Table};

/// The JSON Schema (draft 2020-12) of a declaration.
pub fn json_schema() -> Value {
    schemars::schema_for!(Schema).to_value()
}

/// Reads a document. Its constants and expressions come out in the one form that the SQL reader gives too.
///
/// # Errors
/// All that cannot be honoured, each with a JSON pointer, or with line and column where the text is not JSON.
pub fn read(text: &str) -> Result<Schema, Vec<Problem>> {
    let document: Value = serde_json::from_str(text).map_err(|error| {
        vec![Problem {
            code: "syntax",
            message: if error.is_eof() {
                "the document ends before its JSON does".to_owned()
            } else {
                "this is not valid JSON".to_owned()
            },
            at: Location::Text {
                line: error.line().max(1),
                column: error.column().max(1),
            },
        }]
    })?;
    form::check(&document, &json_schema())?;
    let mut schema: Schema = serde_json::from_value(document.clone()).map_err(|_| misnamed(&document))?;
    let mut broken = Vec::new();
    for position in 0..schema.tables.len() {
        normalize(&mut schema, position, &mut broken);
    }
    for (position, view) in schema.views.iter_mut().enumerate() {
        match plain_expression(&view.query) {
            Ok(text) => view.query = text,
            Err(message) => broken.push(Broken {
                code: "expression",
                message,
                at: At {
                    table: position,
                    part: Part::View(0),
                },
            }),
        }
    }
    let mut rules = validate::validate(&schema).problems;
    // What cannot be read is not said twice.
    rules.retain(|found| broken.iter().all(|other| other.at != found.at));
    broken.extend(rules);
    if broken.is_empty() {
        return Ok(schema);
    }
    Err(broken.into_iter().map(problem).collect())
}

/// What of a declaration is accepted but not enforced or not kept.
pub fn warnings(schema: &Schema) -> Vec<Warning> {
    validate::validate(schema)
        .warnings
        .warnings(|at| Location::Path(at.pointer()))
}

fn problem(found: Broken) -> Problem {
    Problem {
        code: found.code,
        message: found.message,
        at: Location::Path(found.at.pointer()),
    }
}

/// What has the right form but is not taken: names that break a rule of [`crate::Ident`].
fn misnamed(document: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    find_bad_names(document, &mut String::new(), &mut problems);
    if problems.is_empty() {
        problems.push(Problem {
            code: "form",
            message: "this is not a declaration".to_owned(),
            at: Location::Path(String::new()),
        });
    }
    problems
}

/// Names stand under `name` and `references`, and in lists of columns.
fn find_bad_names(value: &Value, path: &mut String, problems: &mut Vec<Problem>) {
    const LISTS: [&str; 3] = ["columns", "primaryKey", "referencedColumns"];
    let length = path.len();
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                *path += &format!("/{}", key.replace('~', "~0").replace('/', "~1"));
                if matches!(key.as_str(), "name" | "references") {
                    check_name(member, path, problems);
                } else if key != "default" && key != "type" {
                    find_bad_names(member, path, problems);
                }
                path.truncate(length);
            }
        }
        Value::Array(items) => {
            let named = LISTS.iter().any(|list| path.ends_with(&format!("/{list}")));
            for (n, item) in items.iter().enumerate() {
                *path += &format!("/{n}");
                if named && item.is_string() {
                    check_name(item, path, problems);
                } else {
                    find_bad_names(item, path, problems);
                }
                path.truncate(length);
            }
        }
        _ => {}
    }
}

fn check_name(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    if let Some(Err(error)) = value.as_str().map(crate::Ident::new) {
        problems.push(Problem {
            code: "bad-name",
            message: error.to_string(),
            at: Location::Path(path.to_owned()),
        });
    }
}

/// Gives constants and expressions their one form. What has none stays, for the validation to refuse.
fn normalize(schema: &mut Schema, position: usize, broken: &mut Vec<Broken>) {
    let table: &mut Table = &mut schema.tables[position];
    let mut bad_text = |part, message: String| {
        broken.push(Broken {
            code: "expression",
            message,
            at: At {
                table: position,
                part,
            },
        });
    };
    if let Some(comment) = table.comment.take() {
        // As SQL would read it, so that both forms say the same.
        table.set_comment(&comment);
    }
    for (n, column) in table.columns.iter_mut().enumerate() {
        column.comment.take_if(|comment| comment.is_empty());
        if let Some(generated) = &mut column.generated {
            match plain_expression(&generated.expression) {
                Ok(text) => generated.expression = text,
                Err(message) => bad_text(Part::Column(n), message),
            }
        }
        match &column.default {
            Some(DefaultValue::Value(value)) => {
                if let Ok(value) = canonical(&column.column_type, value) {
                    column.default = Some(DefaultValue::Value(value));
                }
            }
            Some(DefaultValue::Expression(text)) => match plain_expression(text) {
                Err(message) => bad_text(Part::Column(n), message),
                Ok(value) => match column_default(&column.column_type, Placed { value, at: 0 }) {
                    Ok(default) => column.default = default,
                    Err(message) => bad_text(Part::Column(n), message),
                },
            },
            Some(DefaultValue::Now) | None => {}
        }
    }
    for (n, check) in table.checks.iter_mut().enumerate() {
        match plain_expression(&check.expression) {
            Ok(text) => check.expression = text,
            Err(message) => bad_text(Part::Check(n), message),
        }
    }
}

/// An expression that is one when it stands in a script: without comments and semicolons.
fn plain_expression(text: &str) -> Result<String, String> {
    let trimmed = text.trim();
    let mut parts = statements(trimmed);
    match (parts.next(), parts.next()) {
        (Some(part), None) if part.text == trimmed => Ok(trimmed.to_owned()),
        _ => Err(format!(
            "'{trimmed}' must be one expression or query without comments"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{json_schema, read};
    use crate::read::Problem;

    fn refused(text: &str) -> Vec<String> {
        let problems = read(text).expect_err("problems");
        let line = |problem: Problem| format!("{} {}", problem.code, problem.at);
        problems.into_iter().map(line).collect()
    }

    #[test]
    fn reads_a_declaration() {
        let text = r#"{"tables": [{"name": "t", "columns": [
            {"name": "id", "type": {"int": {"width": "big", "unsigned": true}}, "autoIncrement": true},
            {"name": "price", "type": {"decimal": {"precision": 5, "scale": 2}}, "default": {"value": "1.5"}},
            {"name": "at", "type": {"datetime": {}}, "nullable": true, "default": {"expression": " now() "}}
        ], "primaryKey": ["id"]}]}"#;
        let schema = read(text).expect("a declaration");
        let again = serde_json::to_value(&schema).expect("JSON");
        assert_eq!(again["tables"][0]["columns"][1]["default"]["value"], "1.50");
        assert_eq!(again["tables"][0]["columns"][2]["default"], "now");
    }

    #[test]
    fn says_where() {
        assert_eq!(refused("{\n\"tables\": ]}"), ["syntax line 2, column 11"]);
        assert_eq!(refused(r#"{"tables": 1, "more": 2}"#).len(), 2);
        assert_eq!(
            refused(r#"{"tables": [{"name": "t", "columns": [{"name": 3, "type": "json"}]}]}"#),
            ["form /tables/0/columns/0/name",]
        );
        assert_eq!(
            refused(r#"{"tables": [{"name": "sqlite_t", "columns": [{"name": "a", "type": "json"}]}]}"#),
            ["bad-name /tables/0/name",]
        );
        assert_eq!(
            refused(
                r#"{"tables": [{"name": "t", "columns": [{"name": "a", "type": {"char": {"length": 3}},
                "default": {"value": 1}}], "primaryKey": ["b"], "checks": [{"name": "c", "expression": "a; b"}]}]}"#
            ),
            [
                "expression /tables/0/checks/0",
                "invalid-default /tables/0/columns/0",
                "unknown-column /tables/0/primaryKey"
            ]
        );
    }

    #[test]
    fn describes_its_form() {
        assert!(json_schema()["properties"]["tables"].is_object());
    }
}
