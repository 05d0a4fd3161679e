//! MySQL's expressions in CHECK, in generated columns and in defaults, as SQL of SQLite over the stored forms.
//!
//! An expression is translated only where its result is MySQL's own; anything else is refused by name.

mod call;
mod cast;
mod compare;
mod date_format;
mod error;
mod exact;
mod json;
mod number;
mod parse;
mod parse_call;
mod parse_literal;
pub mod query;
mod real;
mod syntax;
mod target;
mod text;
mod text_parts;
mod time;
mod translate;
mod typed;
mod unify;

#[cfg(test)]
mod tests;

pub use error::ExprError;

use crate::{Column, ColumnType, Ident, Table};
use translate::Scope;

/// What an expression is for.
#[derive(Debug, Clone, Copy)]
pub enum Target<'a> {
    /// `CHECK`: a row for which it gives 0 is refused.
    Condition,
    /// The value of a generated column, or its default where it is not generated.
    Column(&'a Column),
    /// A value that an insert gives a column. It reads no columns, and may use the clock.
    Inserted(&'a Column),
    /// What a column of a row is changed to. It reads the row's columns, and may use the clock.
    Changed(&'a Column),
}

/// SQL of SQLite for an expression in MySQL's syntax (at most 32 KB), over the table's columns by their quoted names.
///
/// For a column, the SQL gives its stored form, and what lies beyond its type fails the column's own CHECK. Sums that
/// leave 64 bits fail with 'integer overflow'. Texts fold ASCII case where MySQL folds more. A TIMESTAMP is taken in
/// UTC. Only defaults may use the clock and `UUID()`.
pub fn translate(table: &Table, text: &str, target: Target<'_>) -> Result<String, ExprError> {
    let node = parse::parse(table, text)?;
    let scope = Scope {
        table,
        changes: matches!(target, Target::Changed(_)),
        fixed: match target {
            Target::Condition => Some("a CHECK"),
            Target::Column(column) if column.generated.is_some() => Some("a generated column"),
            Target::Column(_) | Target::Inserted(_) | Target::Changed(_) => None,
        },
        into_real: matches!(
            target,
            Target::Column(Column {
                column_type: ColumnType::Double { .. },
                ..
            }) | Target::Inserted(Column {
                column_type: ColumnType::Double { .. },
                ..
            }) | Target::Changed(Column {
                column_type: ColumnType::Double { .. },
                ..
            })
        ),
    };
    let sql = match target {
        Target::Condition => scope.condition(&node)?,
        Target::Column(column) => {
            if column.generated.is_none() {
                let default = "a default that reads the column";
                refuse_columns(&node, default, "; make it a generated column")?;
            }
            target::into_column(&scope, &node, column)?
        }
        Target::Inserted(column) => {
            refuse_columns(&node, "a value that reads the column", "")?;
            target::into_column(&scope, &node, column)?
        }
        Target::Changed(column) => target::into_column(&scope, &node, column)?,
    };
    Ok(sql.text)
}

/// The columns that an expression reads, each once, in the order of their first use.
pub fn columns(table: &Table, text: &str) -> Result<Vec<Ident>, ExprError> {
    let node = parse::parse(table, text)?;
    let mut names: Vec<Ident> = Vec::new();
    node.each_column(&mut |column| {
        if !names.contains(&column.name) {
            names.push(column.name.clone());
        }
    });
    Ok(names)
}

/// SQLite has no default and no inserted value that reads the row's other columns.
fn refuse_columns(node: &syntax::Node, what: &str, hint: &str) -> Result<(), ExprError> {
    let mut first = None;
    node.each_column(&mut |column| {
        first.get_or_insert(&column.name);
    });
    match first {
        Some(name) => Err(ExprError::unsupported(format!("{what} '{name}'{hint}"))),
        None => Ok(()),
    }
}
