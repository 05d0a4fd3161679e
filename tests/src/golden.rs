//! Golden files: compared, or written anew where `UPDATE_GOLDEN` is set.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use crate::case::CaseResponse;

/// The response headers that are part of the API.
const HEADERS: [&str; 10] = [
    "content-type",
    "content-range",
    "location",
    "allow",
    "preference-applied",
    "workersql-version",
    "www-authenticate",
    "link",
    "etag",
    "idempotency-replayed",
];

/// Compares a text with a golden file, or writes the file. Answers what differs.
pub fn check(file: &Path, actual: &str) -> Result<(), String> {
    let actual = format!("{}\n", actual.trim_end());
    let expected = fs::read_to_string(file).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        return fs::write(file, &actual).map_err(|error| format!("{}: {error}", file.display()));
    }
    Err(format!(
        "{} differs\n--- expected\n{expected}--- actual\n{actual}",
        file.display()
    ))
}

/// A response as a golden file shows it.
pub fn response(response: &CaseResponse, tenant: &str) -> String {
    let mut text = format!("{}\n", response.status);
    // The tag of a row that holds the time is another in every run.
    let timed = without_times(&response.body) != response.body;
    for name in HEADERS {
        for (_, value) in response.headers.iter().filter(|(header, _)| header == name) {
            // Writing to a String cannot fail.
            let value = if name == "etag" && timed {
                "<of a time>".to_owned()
            } else {
                value.replace(tenant, "{tenant}")
            };
            let _ = writeln!(text, "{name}: {value}");
        }
    }
    text.push('\n');
    match serde_json::from_str::<serde_json::Value>(&response.body) {
        Ok(mut json) => {
            without_measures(&mut json);
            text.push_str(&serde_json::to_string_pretty(&json).unwrap_or_default());
        }
        Err(_) => text.push_str(&response.body),
    }
    without_times(&text)
}

/// Replaces what an explanation measures, which differs between hosts and runs.
fn without_measures(json: &mut serde_json::Value) {
    const MEASURES: [&str; 3] = ["rowsRead", "rowsWritten", "timeMicros"];
    match json {
        serde_json::Value::Array(items) => items.iter_mut().for_each(without_measures),
        serde_json::Value::Object(members) => {
            for (name, value) in members {
                if MEASURES.contains(&name.as_str()) {
                    *value = "<measured>".into();
                } else {
                    without_measures(value);
                }
            }
        }
        _ => {}
    }
}

/// A document of a tenant's API as a golden file shows it: valid, with the name that offline printers give a tenant.
pub fn document(text: &str, tenant: &str) -> String {
    text.replace(&format!("\"/t/{tenant}\""), "\"/t/tenant\"")
        .replace(&format!("\"title\": \"{tenant}\""), "\"title\": \"tenant\"")
}

/// Replaces the times of this very day, which differ from run to run.
fn without_times(text: &str) -> String {
    let today = today();
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(&today) {
        result.push_str(&rest[..at]);
        result.push_str("<now>");
        rest = rest[at + today.len()..]
            .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, 'T' | ':' | '.' | 'Z'));
    }
    result.push_str(rest);
    result
}

/// Today's date in UTC, as `YYYY-MM-DD`.
fn today() -> String {
    let sql = shard::native::NativeSql::in_memory();
    let rows = sql.and_then(|sql| shard::port::Sql::rows(&sql, "SELECT date('now')", &[]));
    match rows.ok().and_then(|rows| rows.into_iter().flatten().next()) {
        Some(schema::stored::Value::Text(date)) => date,
        _ => String::new(),
    }
}
