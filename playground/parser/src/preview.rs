//! What a push would change, before it does.

use schema::diff::{self, Step};
use schema::{Ident, Schema, read};
use serde_json::{Value, json};

/// The steps from one JSON declaration to another, or why they cannot be taken.
pub(crate) fn changes(current: &str, next: &str) -> Value {
    let (current, next) = match (declared(current), declared(next)) {
        (Ok(current), Ok(next)) => (current, next),
        (Err(problem), _) | (_, Err(problem)) => return json!({ "refused": [problem] }),
    };
    match diff::diff(&current, &next) {
        Ok(migration) => json!({ "steps": migration.steps.iter().map(step).collect::<Vec<_>>() }),
        Err(refusals) => {
            let refused: Vec<Value> = refusals
                .iter()
                .map(|refusal| json!({ "table": refusal.table.as_str(), "message": refusal.message }))
                .collect();
            json!({ "refused": refused })
        }
    }
}

fn declared(text: &str) -> Result<Schema, Value> {
    if text.trim().is_empty() {
        return Ok(Schema::default());
    }
    read::json::read(text).map_err(|problems| {
        let message = problems.first().map(ToString::to_string).unwrap_or_default();
        json!({ "table": null, "message": message })
    })
}

fn step(step: &Step) -> Value {
    let (kind, what, detail) = match step {
        Step::CreateTable(table) => (
            "table",
            table.name.to_string(),
            format!("{} columns", table.columns.len()),
        ),
        Step::AddColumn { table, column } => (
            "column",
            format!("{table}.{}", column.name),
            schema::print::column_type(&column.column_type),
        ),
        Step::AddIndex { table, index, unique } => {
            let columns: Vec<&str> = index.columns.iter().map(Ident::as_str).collect();
            let kind = if *unique { "unique" } else { "index" };
            (kind, format!("{table}.{}", index.name), columns.join(", "))
        }
        Step::AddSearch { table, index } => ("search", format!("{table}.{}", index.name), String::new()),
        Step::CreateView(view) => ("view", view.to_string(), String::new()),
        Step::ReplaceView(view) => ("replaced view", view.to_string(), String::new()),
        Step::DropView(view) => ("dropped view", view.to_string(), String::new()),
        Step::Redeclare { table } => ("comment", table.to_string(), "the declaration only".to_owned()),
    };
    json!({ "kind": kind, "what": what, "detail": detail })
}

#[cfg(test)]
mod tests {
    use super::changes;

    const BOOK: &str = r#"{"tables":[{"name":"book","columns":[{"name":"id","type":{"int":{"width":"int"}}}],"primaryKey":["id"]}]}"#;

    #[test]
    fn a_new_table_is_a_step() {
        assert_eq!(changes("", BOOK)["steps"][0]["what"], "book");
    }

    #[test]
    fn a_dropped_table_is_refused() {
        assert_eq!(changes(BOOK, r#"{"tables":[]}"#)["refused"][0]["table"], "book");
    }
}
