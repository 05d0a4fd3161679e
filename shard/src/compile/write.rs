//! Writes, and what they answer of the rows that they wrote.

use schema::ColumnId;

use super::connection::{Assembly, payload};
use super::filter::condition;
use super::object::{self, Place};
use super::scope::{Scope, unsealed};
use super::statement::Builder;
use super::{Read, Write, missing_table};
use crate::error::ShardError;
use crate::layout::{ColumnLayout, Layout, TableLayout};
use crate::op::{Delete, Field, FieldValue, Filter, PayloadValue, Returning, Slot, Update};
use crate::port::Harvest;

/// Compiles an update.
pub(super) fn update(layout: &Layout, update: &Update) -> Result<Write, ShardError> {
    let table = layout
        .table(update.table)
        .ok_or_else(|| missing_table(update.table))?;
    let mut builder = Builder::default();
    let assignments = assignments(&mut builder, table, update)?;
    let (alias, restriction) = restriction(layout, &mut builder, table, update.filter.as_ref())?;
    let sql = format!(
        "UPDATE {}{alias} SET {}{restriction}",
        table.quoted,
        assignments.join(",")
    );
    returning(layout, table, builder, sql, &update.returning, update.at_most)
}

/// The columns that are set, and those that take the time of a change. As in MySQL, such a time stays as it is where no value
/// changes.
fn assignments(
    builder: &mut Builder,
    table: &TableLayout,
    Update {
        set, add, reshape, ..
    }: &Update,
) -> Result<Vec<String>, ShardError> {
    let mut assignments = Vec::with_capacity(set.len());
    let mut changes = Vec::with_capacity(set.len());
    for (id, slot) in set {
        let column = table
            .column(*id)
            .ok_or_else(|| super::scope::missing(table, *id))?;
        let value = builder.stored(*slot, &column.stored);
        // A bound integer may arrive as a REAL, and a large one as a TEXT; the comparison knows the column's type.
        changes.push(differs(column, &column.quoted, &value));
        assignments.push(format!("{}={value}", column.quoted));
    }
    for (id, slot) in add {
        let column = table
            .column(*id)
            .ok_or_else(|| super::scope::missing(table, *id))?;
        let step = column
            .stored
            .step()
            .ok_or_else(|| ShardError::Internal(format!("nothing is added to a value of column {}", id.0)))?;
        let step = builder.stored(*slot, &step);
        let value = column.stored.stepped_sql(&column.quoted, &step);
        changes.push(differs(column, &column.quoted, &value));
        assignments.push(format!("{}={value}", column.quoted));
    }
    for (id, change, slot) in reshape {
        let column = table
            .column(*id)
            .ok_or_else(|| super::scope::missing(table, *id))?;
        let value = change.sql(&column.quoted, &builder.slot(*slot));
        changes.push(differs(column, &column.quoted, &value));
        assignments.push(format!("{}={value}", column.quoted));
    }
    let given = |id: ColumnId| {
        let reshaped = reshape.iter().any(|(column, ..)| *column == id);
        reshaped || set.iter().chain(add).any(|(column, _)| *column == id)
    };
    assignments.extend(touched(table, "", &changes, given));
    if assignments.is_empty() {
        // Nothing to set: every row that is found is written as it is.
        let column = table.columns.iter().find(|column| !column.generated);
        let column = column.ok_or_else(|| ShardError::Internal("a table without columns".to_owned()))?;
        assignments.push(format!("{0}={0}", column.quoted));
    }
    Ok(assignments)
}

/// SQL that is true where a column's value changes, be it only in the case of its letters.
pub(super) fn differs(column: &ColumnLayout, old: &str, new: &str) -> String {
    match column.stored.collation() {
        Some(_) => format!("{old} COLLATE BINARY IS NOT {new}"),
        None => format!("{old} IS NOT {new}"),
    }
}

/// Assignments of the time of a change to the columns that keep it and are not given. `row` stands before the names of the
/// row that is there: an alias and a dot, or nothing.
pub(super) fn touched(
    table: &TableLayout,
    row: &str,
    changes: &[String],
    given: impl Fn(ColumnId) -> bool,
) -> Vec<String> {
    let Some(any) = super::filter::balanced(changes, "OR") else {
        return Vec::new();
    };
    let keeps_time = table
        .columns
        .iter()
        .zip(0_u16..)
        .filter_map(|(column, position)| {
            let now = column.on_update.as_ref()?;
            (!given(ColumnId(position))).then_some((column, now))
        });
    keeps_time
        .map(|(column, now)| format!("{0}=CASE WHEN {any} THEN {now} ELSE {row}{0} END", column.quoted))
        .collect()
}

/// Compiles a removal.
pub(super) fn delete(layout: &Layout, delete: &Delete) -> Result<Write, ShardError> {
    let table = layout
        .table(delete.table)
        .ok_or_else(|| missing_table(delete.table))?;
    let mut builder = Builder::default();
    let (alias, restriction) = restriction(layout, &mut builder, table, delete.filter.as_ref())?;
    let sql = format!("DELETE FROM {}{alias}{restriction}", table.quoted);
    if is_flat(&delete.returning) && !table.acts_on_itself {
        return returning(layout, table, builder, sql, &delete.returning, delete.at_most);
    }
    // Related rows may go with the row, so they are read before; so may rows that are found themselves.
    let mut reader = Builder::default();
    let alias = reader.alias();
    let scope = Scope::base(table, alias.clone());
    let columns = records(layout, &mut reader, &scope, &delete.returning)?;
    let filter = match &delete.filter {
        Some(filter) => format!(" WHERE {}", condition(layout, &mut reader, &scope, filter)?),
        None => String::new(),
    };
    let read = format!(
        "SELECT {} FROM {} AS {alias}{filter}",
        if columns.is_empty() {
            "1".to_owned()
        } else {
            columns.join(",")
        },
        table.quoted
    );
    let before = self::read(reader, read, columns.len());
    Ok(Write {
        rewrites: before.rewrites,
        before: Some(before),
        rows: None,
        columns: Vec::new(),
        apart: Vec::new(),
        added: None,
        statement: builder.finish(sql),
        harvest: Harvest::default(),
        at_most: delete.at_most,
        after: None,
        assembly: assembly(&delete.returning),
        tagged: false,
    })
}

/// The alias of the rows to be written, where subqueries mention them, whose own columns may have the same names; and the
/// WHERE clause.
fn restriction(
    layout: &Layout,
    builder: &mut Builder,
    table: &TableLayout,
    filter: Option<&Filter>,
) -> Result<(&'static str, String), ShardError> {
    let Some(filter) = filter else {
        return Ok(("", String::new()));
    };
    let (alias, scope) = if filter.relates() {
        (" AS w", Scope::base(table, "w".to_owned()))
    } else {
        ("", Scope::returned(table))
    };
    let condition = condition(layout, builder, &scope, filter)?;
    Ok((alias, format!(" WHERE {condition}")))
}

/// Completes a write by what it returns: the answer itself where it is made of the row's own columns, else the keys by which
/// the rows are read again.
pub(super) fn returning(
    layout: &Layout,
    table: &TableLayout,
    mut builder: Builder,
    sql: String,
    returning: &Returning,
    at_most: Option<Slot>,
) -> Result<Write, ShardError> {
    let scope = Scope::returned(table);
    let tagged = matches!(returning, Returning::Tagged(_));
    let mut harvest = Harvest::default();
    let mut after = None;
    let mut columns = Vec::new();
    if matches!(returning, Returning::Key) {
        harvest.keys = true;
        columns.push(scope.key(None)?);
    } else if is_flat(returning) {
        columns = records(layout, &mut builder, &scope, returning)?;
        harvest.lists = columns.len();
        if tagged {
            harvest.keys = true;
            columns.push(scope.image()?);
        }
    } else {
        columns.push(scope.key(None)?);
        harvest.lists = 1;
        after = Some(by_keys(layout, table, returning)?);
    }
    let sql = if columns.is_empty() {
        sql
    } else {
        format!("{sql} RETURNING {}", columns.join(","))
    };
    Ok(Write {
        before: None,
        rows: None,
        columns: Vec::new(),
        apart: Vec::new(),
        added: None,
        rewrites: builder.rewrites || after.as_ref().is_some_and(|read| read.rewrites),
        statement: builder.finish(sql),
        harvest,
        at_most,
        after,
        assembly: assembly(returning),
        tagged,
    })
}

/// How rows that were written before are answered, by their keys.
pub(super) struct Answered {
    pub(super) after: Option<Read>,
    pub(super) assembly: Assembly,
    pub(super) rewrites: bool,
}

/// How rows that were written before are answered.
pub(super) fn answered(
    layout: &Layout,
    table: &TableLayout,
    returning: &Returning,
) -> Result<Answered, ShardError> {
    let after = if record_fields(returning).is_empty() {
        None
    } else {
        Some(by_keys(layout, table, returning)?)
    };
    Ok(Answered {
        rewrites: after.as_ref().is_some_and(|read| read.rewrites),
        after,
        assembly: assembly(returning),
    })
}

/// Reads rows by the keys that a write returned, in their order.
fn by_keys(layout: &Layout, table: &TableLayout, returning: &Returning) -> Result<Read, ShardError> {
    let mut builder = Builder::default();
    let alias = builder.alias();
    let scope = Scope::base(table, alias.clone());
    let mut columns = records(layout, &mut builder, &scope, returning)?;
    let lists = columns.len();
    let tagged = matches!(returning, Returning::Tagged(_));
    if tagged {
        columns.push(scope.image()?);
    }
    let keys = builder.keys();
    let matched = if table.key.is_empty() {
        format!("{} = k.value->>0", scope.row())
    } else {
        let parts = table
            .key
            .iter()
            .enumerate()
            .map(|(position, id)| {
                let stored = &scope.layout(*id)?.stored;
                Ok(format!(
                    "{} = {}",
                    scope.column(*id)?,
                    unsealed(stored, &format!("k.value->>{position}"))
                ))
            })
            .collect::<Result<Vec<_>, ShardError>>()?;
        parts.join(" AND ")
    };
    let sql = format!(
        "SELECT {} FROM json_each({keys}) AS k CROSS JOIN {} AS {alias} ON {matched}",
        columns.join(","),
        table.quoted
    );
    let mut read = read(builder, sql, lists);
    read.harvest.keys = tagged;
    Ok(read)
}

fn read(builder: Builder, sql: String, lists: usize) -> Read {
    Read {
        rewrites: builder.rewrites,
        gathered: None,
        statement: builder.finish(sql),
        harvest: Harvest {
            lists,
            ..Harvest::default()
        },
        keep: None,
        assembly: Assembly::Nothing,
        tagged: false,
        next: None,
    }
}

/// The SQL of each list of records that an answer holds.
fn records(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    returning: &Returning,
) -> Result<Vec<String>, ShardError> {
    record_fields(returning)
        .into_iter()
        .map(|fields| object::row(layout, builder, scope, fields, Place::Row))
        .collect()
}

fn record_fields(returning: &Returning) -> Vec<&[Field]> {
    match returning {
        Returning::Nothing | Returning::Key => Vec::new(),
        Returning::One(fields) | Returning::Tagged(fields) | Returning::Many(fields) => vec![fields],
        Returning::Payload(members) => members
            .iter()
            .filter_map(|member| match &member.value {
                PayloadValue::Records(fields) => Some(fields.as_slice()),
                _ => None,
            })
            .collect(),
    }
}

fn is_flat(returning: &Returning) -> bool {
    record_fields(returning).iter().all(|fields| {
        fields
            .iter()
            .all(|field| !matches!(field.value, FieldValue::Related(_)))
    })
}

fn assembly(returning: &Returning) -> Assembly {
    match returning {
        Returning::Nothing | Returning::Key => Assembly::Nothing,
        Returning::One(_) | Returning::Tagged(_) => Assembly::One,
        Returning::Many(_) => Assembly::Many,
        Returning::Payload(fields) => Assembly::Template(payload(fields)),
    }
}
