//! Which declared constraint SQLite's error is about.

use schema::stored::{Stored, Value};
use schema::{Ident, Schema, Table, TableId};

use crate::error::{ConstraintKind, ShardError, Violation};
use crate::layout::TableLayout;
use crate::port::{Sql, SqlError};

/// What SQLite says where a foreign key does not hold. It does not say which: see [`broken_foreign_key`].
pub(crate) const FOREIGN_KEY: &str = "FOREIGN KEY constraint failed";

/// The public error behind SQLite's.
pub(crate) fn explain(schema: &Schema, error: &SqlError, (part, row): (usize, Option<u32>)) -> ShardError {
    let violation = failed(&error.0, "UNIQUE constraint failed: ")
        .and_then(|place| unique(schema, place))
        .or_else(|| {
            failed(&error.0, "NOT NULL constraint failed: ").and_then(|place| not_null(schema, place))
        })
        .or_else(|| failed(&error.0, "CHECK constraint failed: ").and_then(|name| check(schema, name)))
        .or_else(|| mistyped(schema, &error.0));
    match violation {
        Some(violation) => ShardError::Constraint(Violation {
            part,
            row,
            ..violation
        }),
        None => error.clone().into(),
    }
}

/// Whether one row by itself is to blame, and at once: not a foreign key, which may hold when all rows are there.
pub(crate) fn is_of_row(SqlError(text): &SqlError) -> bool {
    (text.contains("constraint failed") && !text.contains(FOREIGN_KEY)) || text.contains("cannot store ")
}

/// What stands behind a phrase, without the code that a host may add.
fn failed<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let place = &text[text.find(phrase)? + phrase.len()..];
    Some(place.split(": SQLITE_").next().unwrap_or(place))
}

fn violation(kind: ConstraintKind, table: &Table, constraint: &str, columns: &[Ident]) -> Violation {
    Violation {
        kind,
        table: table.name.as_str().to_owned(),
        constraint: constraint.to_owned(),
        columns: columns.iter().map(|name| name.as_str().to_owned()).collect(),
        references: None,
        part: 0,
        row: None,
    }
}

/// SQLite names the columns, so the key is the one whose columns give the same text.
fn unique(schema: &Schema, place: &str) -> Option<Violation> {
    for table in &schema.tables {
        let spelled = |columns: &[Ident]| {
            let columns: Vec<String> = columns
                .iter()
                .map(|column| format!("{}.{column}", table.name))
                .collect();
            columns.join(", ").eq_ignore_ascii_case(place)
        };
        if !table.primary_key.is_empty() && spelled(&table.primary_key) {
            return Some(violation(
                ConstraintKind::Unique,
                table,
                "PRIMARY",
                &table.primary_key,
            ));
        }
        for index in &table.unique {
            if spelled(&index.columns) {
                return Some(violation(
                    ConstraintKind::Unique,
                    table,
                    index.name.as_str(),
                    &index.columns,
                ));
            }
        }
        // An AUTO_INCREMENT column is unique by itself, whatever key it is declared in.
        for column in table.columns.iter().filter(|column| column.auto_increment) {
            let only = [column.name.clone()];
            if spelled(&only) {
                return Some(violation(ConstraintKind::Unique, table, "PRIMARY", &only));
            }
        }
    }
    None
}

fn not_null(schema: &Schema, place: &str) -> Option<Violation> {
    column_at(schema, place).map(|(table, column)| violation(ConstraintKind::NotNull, table, "", &[column]))
}

fn column_at<'a>(schema: &'a Schema, place: &str) -> Option<(&'a Table, Ident)> {
    schema.tables.iter().find_map(|table| {
        let rest = place.strip_prefix(table.name.as_str())?.strip_prefix('.')?;
        let column = table
            .columns
            .iter()
            .find(|column| column.name.as_str().eq_ignore_ascii_case(rest))?;
        Some((table, column.name.clone()))
    })
}

fn check(schema: &Schema, name: &str) -> Option<Violation> {
    for table in &schema.tables {
        for check in &table.checks {
            if TableLayout::check_name(&table.name, &check.name) == name {
                let columns: Vec<Ident> = table
                    .columns
                    .iter()
                    .filter(|column| mentions(&check.expression, column.name.as_str()))
                    .map(|column| column.name.clone())
                    .collect();
                return Some(violation(
                    ConstraintKind::Check,
                    table,
                    check.name.as_str(),
                    &columns,
                ));
            }
        }
        for column in &table.columns {
            if TableLayout::type_check_name(&table.name, &column.name) == name {
                return Some(violation(
                    ConstraintKind::Type,
                    table,
                    "",
                    std::slice::from_ref(&column.name),
                ));
            }
        }
    }
    None
}

/// Whether a condition's text has the column's name as a word of its own.
fn mentions(expression: &str, column: &str) -> bool {
    let expression = expression.to_ascii_lowercase();
    let column = column.to_ascii_lowercase();
    let part_of_word = |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_');
    expression.match_indices(&column).any(|(at, _)| {
        !part_of_word(expression[..at].chars().next_back())
            && !part_of_word(expression[at + column.len()..].chars().next())
    })
}

/// `cannot store TEXT value in INTEGER column book.price`, of a STRICT table.
fn mistyped(schema: &Schema, text: &str) -> Option<Violation> {
    let place = &text[text.find("cannot store ")?..];
    let place = place.split(" column ").nth(1)?;
    let place = place.split(": SQLITE_").next().unwrap_or(place);
    column_at(schema, place).map(|(table, column)| violation(ConstraintKind::Type, table, "", &[column]))
}

/// The first foreign key of those tables that does not hold. Reads them whole: only called where something is known to be
/// broken, or at the end of an import. Answers with it the values that refer to nothing, as a JSON array of stored values.
pub(crate) fn broken_foreign_key<S: Sql>(
    sql: &S,
    schema: &Schema,
    within: impl Fn(TableId) -> bool,
) -> Result<Option<(Violation, String)>, ShardError> {
    let tables = schema
        .tables
        .iter()
        .zip(0_u16..)
        .filter(|(_, id)| within(TableId(*id)));
    for (table, _) in tables {
        for key in table.foreign_keys.iter().filter(|key| schema.enforces(key)) {
            let Some(parent) = schema.table(&key.references) else {
                continue;
            };
            let local: Vec<String> = key
                .columns
                .iter()
                .map(|name| format!("c.{}", name.quoted()))
                .collect();
            let present: Vec<String> = local
                .iter()
                .map(|column| format!("{column} IS NOT NULL"))
                .collect();
            let equal: Vec<String> = local
                .iter()
                .zip(&key.referenced_columns)
                .map(|(column, remote)| format!("p.{} = {column}", remote.quoted()))
                .collect();
            let values: Vec<String> = key
                .columns
                .iter()
                .zip(&local)
                .filter_map(|(name, sql)| Some(Stored::of(schema, table, table.column(name)?).log_sql(sql)))
                .collect();
            let nowhere = format!(
                "NOT EXISTS (SELECT 1 FROM {} AS p WHERE {})",
                parent.name.quoted(),
                equal.join(" AND ")
            );
            let is_text = |name: &Ident| {
                let column = table.column(name);
                column.is_some_and(|column| matches!(Stored::of(schema, table, column), Stored::Text { .. }))
            };
            let broken = if parent.name.same(&table.name) && key.columns.iter().any(is_text) {
                format!("({nowhere} OR {})", itself_otherwise(&equal))
            } else {
                nowhere
            };
            let orphan = format!(
                "SELECT json_array({}) FROM {} AS c WHERE {} AND {broken} LIMIT 1",
                values.join(","),
                table.name.quoted(),
                present.join(" AND "),
            );
            if let Some(Value::Text(values)) = sql.rows(&orphan, &[])?.into_iter().flatten().next() {
                let mut found = violation(ConstraintKind::ForeignKey, table, key.name.as_str(), &key.columns);
                found.references = Some(parent.name.as_str().to_owned());
                return Ok(Some((found, values)));
            }
        }
    }
    Ok(None)
}

/// The condition that a row refers to itself, but in other letters than its key's. SQLite compares a row's reference to itself
/// byte by byte whatever the key's collation, and refuses it.
fn itself_otherwise(equal: &[String]) -> String {
    let itself: Vec<String> = equal.iter().map(|equal| equal.replacen("p.", "c.", 1)).collect();
    let exact: Vec<String> = itself
        .iter()
        .map(|equal| format!("{equal} COLLATE BINARY"))
        .collect();
    format!("({} AND NOT ({}))", itself.join(" AND "), exact.join(" AND "))
}
