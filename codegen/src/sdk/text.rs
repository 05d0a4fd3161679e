//! What the printers of all languages write alike.

use std::collections::HashSet;

use crate::model::{ApiColumn, ApiTable};

/// A comment's lines, without what would end or spoil it in any language: controls, and spaces at the ends of lines.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let lines = text.split(['\n', '\u{2028}', '\u{2029}', '\u{85}']).map(|line| {
        let plain: String = line
            .chars()
            .map(|character| if character.is_control() { ' ' } else { character })
            .collect();
        plain.trim_end().to_owned()
    });
    lines.collect()
}

/// What is said of a table: its comment, then what was declared.
pub(crate) fn of_table(table: &ApiTable) -> String {
    let declared = format!("Table `{}`.", table.declared);
    with_comment(table.comment.as_deref(), &declared, table.deprecated.as_deref())
}

/// What is said of a column.
pub(crate) fn of_column(column: &ApiColumn) -> String {
    with_comment(
        column.comment.as_deref(),
        &format!("Column `{}`.", column.declared),
        column.deprecated.as_deref(),
    )
}

/// What is said of a field that is computed of a row.
#[cfg(feature = "languages")]
pub(crate) fn of_computed(field: &crate::graphql::FieldDef) -> String {
    let said = field.description.as_deref().unwrap_or_default();
    format!("{said} Where it is asked for.").trim_start().to_owned()
}

/// Editors strike out what such a mark stands at.
fn with_comment(comment: Option<&str>, declared: &str, deprecated: Option<&str>) -> String {
    let mut text = match comment.map(str::trim).filter(|text| !text.is_empty()) {
        Some(comment) => format!("{comment}\n\n{declared}"),
        None => declared.to_owned(),
    };
    if let Some(reason) = deprecated {
        text.push_str("\n\n@deprecated ");
        text.push_str(reason);
    }
    text
}

/// A string literal in double quotes. What is invisible in code is written as the language escapes it.
pub(crate) fn literal(text: &str, escaped: impl Fn(char) -> String) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => literal.extend(['\\', character]),
            control if control.is_control() || matches!(control, '\u{2028}' | '\u{2029}') => {
                literal.push_str(&escaped(control));
            }
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

/// The names that a text of code uses, comments on lines of their own aside, and members behind a point aside.
pub(crate) fn names_in(code: &str) -> HashSet<&str> {
    let lines = code.lines().filter(|line| {
        let line = line.trim_start();
        !["*", "//", "/*", "#"].iter().any(|mark| line.starts_with(mark))
    });
    lines
        .flat_map(|line| line.split(|character: char| !character.is_ascii_alphanumeric() && character != '_'))
        .filter(|word| !word.is_empty())
        .collect()
}
