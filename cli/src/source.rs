//! Schemas in files.

use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result, anyhow};
use schema::Schema;
use schema::read::{self, Problem, Warning};

/// Reads a schema: JSON where the file's name ends so, else SQL. What is accepted and not kept is told on the standard error.
pub(crate) fn read(file: &Path) -> Result<Schema> {
    let bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
    let is_json = file
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let read = if is_json {
        let text = String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", file.display()))?;
        of_json(&text)
    } else {
        read::sql::read_bytes(&bytes).map(|read| (read.schema, read.warnings))
    };
    match read {
        Ok((schema, warnings)) => {
            for warning in warnings {
                eprintln!("warning: {}: {}: {}", file.display(), warning.at, warning.message);
            }
            Ok(schema)
        }
        Err(problems) => Err(refused(problems)).with_context(|| file.display().to_string()),
    }
}

/// What is wrong with a schema.
#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` passes")]
pub(crate) fn refused(problems: Vec<Problem>) -> Error {
    let lines: Vec<String> = problems.iter().map(|problem| format!("  {problem}")).collect();
    anyhow!("the schema cannot be honoured:\n{}", lines.join("\n"))
}

/// Reads a declaration in JSON.
pub(crate) fn of_json(text: &str) -> Result<(Schema, Vec<Warning>), Vec<Problem>> {
    let schema = read::json::read(text)?;
    let warnings = read::json::warnings(&schema);
    Ok((schema, warnings))
}
