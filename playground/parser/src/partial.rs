//! A script as far as it can be read: one types in the middle of it, and the diagram follows what is whole.

use schema::read::sql::{self, SqlDeclaration};
use schema::read::{Problem, statements};
use serde_json::{Value, json};

use crate::{listed, listed_warnings};

/// How often what cannot be read is left out, and the rest tried again. Each time at least one statement goes.
const TRIES: usize = 12;

/// The answer for a script.
pub(crate) fn sql(script: &str) -> Value {
    match sql::read(script) {
        Ok(read) => answer(&read, &[], script),
        Err(problems) => {
            let read = rest(script, &problems).unwrap_or_else(empty);
            answer(&read, &problems, script)
        }
    }
}

fn answer(read: &SqlDeclaration, problems: &[Problem], script: &str) -> Value {
    let not_taken: Vec<Value> = read
        .not_taken
        .iter()
        .map(|object| json!({ "kind": object.kind.name(), "name": object.name, "line": object.line }))
        .collect();
    json!({
        "schema": read.schema,
        "problems": listed(problems),
        "warnings": listed_warnings(&read.warnings),
        "notTaken": not_taken,
        "rows": read.inserts.rows(),
        "places": places(script, read),
    })
}

/// What is declared without the statements that have problems.
fn rest(script: &str, problems: &[Problem]) -> Option<SqlDeclaration> {
    let mut text = script.to_owned();
    let mut lines: Vec<usize> = problems.iter().filter_map(|problem| problem.at.line()).collect();
    for _ in 0..TRIES {
        let without = blanked(&text, &lines)?;
        match sql::read(&without) {
            Ok(read) => return Some(read),
            Err(problems) => lines = problems.iter().filter_map(|problem| problem.at.line()).collect(),
        }
        text = without;
    }
    None
}

/// The script with spaces in place of the statements on those lines; nothing where there are none.
fn blanked(script: &str, lines: &[usize]) -> Option<String> {
    let mut bytes = script.as_bytes().to_vec();
    let mut found = false;
    for statement in statements(script) {
        let last = statement.line + statement.text.matches('\n').count();
        if lines.iter().any(|line| (statement.line..=last).contains(line)) {
            found = true;
            let end = (statement.offset + statement.text.len()).min(bytes.len());
            for byte in &mut bytes[statement.offset..end] {
                if *byte != b'\n' {
                    *byte = b' ';
                }
            }
        }
    }
    found.then(|| String::from_utf8(bytes).ok()).flatten()
}

/// Where each table and view is declared: the line of its statement.
fn places(script: &str, read: &SqlDeclaration) -> Value {
    let mut places = serde_json::Map::new();
    let tables = read.schema.tables.iter().map(|table| table.name.as_str());
    let declared: Vec<&str> = tables
        .chain(read.schema.views.iter().map(|view| view.name.as_str()))
        .collect();
    for statement in statements(script) {
        let head = statement.text.split('(').next().unwrap_or_default();
        let mut words = head
            .split(|letter: char| letter.is_whitespace() || ".`\"".contains(letter))
            .filter(|word| !word.is_empty());
        if !words
            .next()
            .is_some_and(|word| word.eq_ignore_ascii_case("create"))
        {
            continue;
        }
        let words: Vec<&str> = words.collect();
        let named = declared
            .iter()
            .find(|name| words.iter().any(|word| word.eq_ignore_ascii_case(name)));
        if let Some(name) = named
            && !places.contains_key(*name)
        {
            places.insert((*name).to_owned(), statement.line.into());
        }
    }
    Value::Object(places)
}

fn empty() -> SqlDeclaration {
    SqlDeclaration {
        schema: schema::Schema::default(),
        warnings: Vec::new(),
        not_taken: Vec::new(),
        inserts: sql::InsertCounts::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::sql;

    #[test]
    fn what_cannot_be_read_is_told_and_the_rest_is_declared() {
        let answer = sql(
            "CREATE TABLE a (id INT PRIMARY KEY);\nCREATE TABLE b (id IN PRIMARY KEY);\n\
             CREATE TABLE c (id INT PRIMARY KEY, a_id INT,\n  FOREIGN KEY (a_id) REFERENCES a (id));",
        );
        let names: Vec<_> = answer["schema"]["tables"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|table| table["name"].clone())
            .collect();
        assert_eq!(names, ["a", "c"]);
        assert_eq!(answer["problems"][0]["line"], 2);
        assert_eq!(answer["places"]["c"], 3);
    }

    #[test]
    fn tables_that_refer_to_what_cannot_be_read_go_with_it() {
        let answer = sql(
            "CREATE TABLE a (id INTT);\nCREATE TABLE b (id INT PRIMARY KEY, a_id INT,\n  \
             FOREIGN KEY (a_id) REFERENCES a (id));\nCREATE TABLE ü (id INT PRIMARY KEY);",
        );
        assert_eq!(answer["schema"]["tables"][0]["name"], "ü", "{answer}");
        assert!(!answer["problems"].as_array().is_none_or(Vec::is_empty));
    }

    #[test]
    fn a_script_without_a_statement_declares_nothing() {
        assert_eq!(sql("")["schema"]["tables"].as_array().map(Vec::len), Some(0));
    }
}
