//! Nested writes: one statement for each step.

use schema::ColumnId;

use super::filter::condition;
use super::insert::NewRows;
use super::scope::{Scope, unsealed};
use super::statement::{Builder, Statement};
use super::write::{Answered, answered, differs, touched};
use super::{KeyElement, Read, missing_table};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::op::Slot;
use crate::op::tree::{Action, Kept, Keys, Select, Step, Tree};
use crate::port::Harvest;

use super::connection::Assembly;

/// Arguments of one `json_array` (the platform's limit).
const ELEMENTS: usize = 32;

/// A tree compiled.
#[derive(Debug, Clone)]
pub struct TreeProgram {
    /// Its steps, in order.
    pub steps: Vec<CompiledStep>,
    /// Where the keys of the answered rows come from.
    pub keys: Keys,
    /// How many elements a key has.
    pub key_length: usize,
    /// The answered rows, read by their keys behind all steps.
    pub after: Option<Read>,
    /// How the answer is put together.
    pub assembly: Assembly,
    /// Whether the text holds markers that must be rewritten.
    pub rewrites: bool,
}

/// A step compiled.
#[derive(Debug, Clone)]
pub struct CompiledStep {
    /// The step for each of whose rows this is done.
    pub within: Option<u16>,
    /// The rows that it is done to, before what earlier steps made stands in them.
    pub rows: Slot,
    /// The statement, which takes the rows as its last parameter and answers what is kept of each.
    pub statement: Statement,
    /// What is taken of its rows.
    pub harvest: Harvest,
    /// What is checked of them.
    pub check: Check,
    /// As [`super::Write::apart`].
    pub apart: Vec<KeyElement>,
}

/// What is checked of a step's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Nothing.
    Nothing,
    /// One is answered for each that is given.
    Each,
    /// None is answered as null.
    Present,
    /// No two have the same elements, so many from the first.
    Distinct(usize),
    /// They are at most so many; where that is asked for, there is one for each that is given, whose position is the last
    /// element.
    Found(Option<Slot>, bool),
}

/// Compiles a tree.
pub(super) fn tree(layout: &Layout, tree: &Tree) -> Result<TreeProgram, ShardError> {
    let steps = tree
        .steps
        .iter()
        .map(|step| compiled(layout, step))
        .collect::<Result<_, _>>()?;
    let table = layout
        .table(tree.table)
        .ok_or_else(|| missing_table(tree.table))?;
    let Answered {
        after,
        assembly,
        rewrites,
    } = answered(layout, table, &tree.returning)?;
    Ok(TreeProgram {
        steps,
        keys: tree.keys.clone(),
        key_length: table.key.len().max(1),
        after,
        assembly,
        rewrites,
    })
}

fn compiled(layout: &Layout, step: &Step) -> Result<CompiledStep, ShardError> {
    let table = layout
        .table(step.table)
        .ok_or_else(|| missing_table(step.table))?;
    let mut builder = Builder::default();
    let mut apart = Vec::new();
    let writer = Writer {
        layout,
        table,
        returns: &step.returns,
    };
    let (sql, lists, check) = match &step.action {
        Action::Insert { columns, conflict } => {
            let new = NewRows {
                table,
                columns,
                computed: &[],
                conflict: conflict.as_ref(),
            };
            let rows = builder.keys();
            let sql = new.sql(&mut builder, &rows)?;
            apart = new.apart()?;
            let kept = writer.kept(&Scope::returned(table), &[])?;
            let passes_over = conflict
                .as_ref()
                .is_some_and(|conflict| conflict.update.is_empty());
            let check = if kept.is_empty() || passes_over {
                Check::Nothing
            } else {
                Check::Each
            };
            (returning(sql, &kept), kept.len(), check)
        }
        Action::Find(key) => writer.find(&mut builder, key)?,
        Action::Select(select) => writer.select(&mut builder, select)?,
        Action::Update(columns) => writer.update(&mut builder, columns, &[])?,
        Action::Add { set, add } => writer.update(&mut builder, set, add)?,
        Action::Delete(key) => (writer.delete(&mut builder, key)?, 0, Check::Nothing),
    };
    Ok(CompiledStep {
        within: step.within,
        rows: step.rows,
        statement: builder.finish(sql),
        harvest: Harvest {
            lists,
            ..Harvest::default()
        },
        check,
        apart,
    })
}

fn returning(sql: String, kept: &[String]) -> String {
    if kept.is_empty() {
        sql
    } else {
        format!("{sql} RETURNING {}", kept.join(","))
    }
}

/// Writes the statements of one step.
struct Writer<'a> {
    layout: &'a Layout,
    table: &'a TableLayout,
    returns: &'a [Kept],
}

impl Writer<'_> {
    /// What is kept of a row and further elements, as JSON arrays of at most so many as one function takes.
    fn kept(&self, scope: &Scope<'_>, further: &[String]) -> Result<Vec<String>, ShardError> {
        let mut elements = self
            .returns
            .iter()
            .map(|by| sealed(scope, *by))
            .collect::<Result<Vec<_>, _>>()?;
        elements.extend_from_slice(further);
        let arrays = elements.chunks(ELEMENTS);
        Ok(arrays
            .map(|run| format!("json_array({})", run.join(",")))
            .collect())
    }

    fn find(&self, builder: &mut Builder, key: &[ColumnId]) -> Result<(String, usize, Check), ShardError> {
        let (alias, given) = (builder.alias(), builder.alias());
        let rows = builder.keys();
        let scope = Scope::base(self.table, alias.clone());
        let columns: Vec<Kept> = key.iter().copied().map(Kept::Column).collect();
        let matched = matched(&scope, &columns, &format!("{given}.value"), 0)?;
        // A row that is found has no NULL in the columns that it was found by.
        let present = key.first().map(|first| scope.column(*first)).transpose()?;
        let present = present.ok_or_else(|| ShardError::Internal("a row is named by nothing".to_owned()))?;
        let kept: Vec<String> = self
            .kept(&scope, &[])?
            .into_iter()
            .map(|array| format!("CASE WHEN {present} IS NOT NULL THEN {array} ELSE 'null' END"))
            .collect();
        let sql = format!(
            "SELECT {} FROM json_each({rows}) AS {given} LEFT JOIN {} AS {alias} ON {matched}",
            kept.join(","),
            self.table.quoted
        );
        Ok((sql, kept.len(), Check::Present))
    }

    fn select(&self, builder: &mut Builder, select: &Select) -> Result<(String, usize, Check), ShardError> {
        let (alias, given) = (builder.alias(), builder.alias());
        let scope = Scope::base(self.table, alias.clone());
        let filter = select
            .filter
            .as_ref()
            .map(|filter| condition(self.layout, builder, &scope, filter))
            .transpose()?;
        let rows = builder.keys();
        let columns: Vec<Kept> = select.join.iter().copied().map(Kept::Column).collect();
        let mut tests = Vec::new();
        if !columns.is_empty() {
            tests.push(matched(&scope, &columns, &format!("{given}.value"), 0)?);
        }
        tests.extend(filter);
        let condition = if tests.is_empty() {
            String::new()
        } else {
            format!(" WHERE {}", tests.join(" AND "))
        };
        let kept = self.kept(&scope, &[format!("{given}.key")])?;
        let sql = format!(
            "SELECT {} FROM json_each({rows}) AS {given} CROSS JOIN {} AS {alias}{condition}",
            kept.join(","),
            self.table.quoted
        );
        Ok((sql, kept.len(), Check::Found(select.at_most, select.required)))
    }

    fn update(
        &self,
        builder: &mut Builder,
        set: &[ColumnId],
        add: &[ColumnId],
    ) -> Result<(String, usize, Check), ShardError> {
        let (alias, given) = (builder.alias(), builder.alias());
        let rows = builder.keys();
        let scope = Scope::base(self.table, alias.clone());
        let key = key_of(self.table);
        let value = format!("{given}.value");
        let matched = matched(&scope, &key, &value, 0)?;
        let mut assignments = Vec::with_capacity(set.len() + add.len());
        let mut changes = Vec::with_capacity(set.len() + add.len());
        for (position, id) in set.iter().chain(add).enumerate() {
            let column = scope.layout(*id)?;
            let element = format!("{value}->>'$[{}]'", key.len() + position);
            let old = scope.column(*id)?;
            let new = match column.stored.step() {
                Some(step) if position >= set.len() => {
                    column.stored.stepped_sql(&old, &step.from_json_sql(&element))
                }
                _ => column.stored.from_json_sql(&element),
            };
            changes.push(differs(column, &old, &new));
            assignments.push(format!("{}={new}", column.quoted));
        }
        let given_column = |id| set.contains(&id) || add.contains(&id);
        assignments.extend(touched(self.table, &format!("{alias}."), &changes, given_column));
        let sql = format!(
            "UPDATE {} AS {alias} SET {} FROM json_each({rows}) AS {given} WHERE {matched}",
            self.table.quoted,
            assignments.join(",")
        );
        Ok((sql, 0, Check::Distinct(key.len())))
    }

    fn delete(&self, builder: &mut Builder, key: &[Kept]) -> Result<String, ShardError> {
        let (alias, given) = (builder.alias(), builder.alias());
        let rows = builder.keys();
        let scope = Scope::base(self.table, alias.clone());
        let names = key
            .iter()
            .map(|by| spelled(&scope, *by))
            .collect::<Result<Vec<_>, _>>()?;
        let values = key
            .iter()
            .enumerate()
            .map(|(position, by)| element(&scope, *by, &format!("{given}.value"), position))
            .collect::<Result<Vec<_>, _>>()?;
        let names = match names.as_slice() {
            [one] => one.clone(),
            several => format!("({})", several.join(",")),
        };
        Ok(format!(
            "DELETE FROM {} AS {alias} WHERE {names} IN (SELECT {} FROM json_each({rows}) AS {given})",
            self.table.quoted,
            values.join(",")
        ))
    }
}

/// SQL that is true where columns have the values of a row's elements from a position on.
fn matched(scope: &Scope<'_>, columns: &[Kept], row: &str, from: usize) -> Result<String, ShardError> {
    let tests = columns
        .iter()
        .enumerate()
        .map(|(position, by)| {
            Ok(format!(
                "{} = {}",
                spelled(scope, *by)?,
                element(scope, *by, row, from + position)?
            ))
        })
        .collect::<Result<Vec<_>, ShardError>>()?;
    Ok(tests.join(" AND "))
}

/// What names a row of a table.
fn key_of(table: &TableLayout) -> Vec<Kept> {
    if table.key.is_empty() {
        vec![Kept::Row]
    } else {
        table.key.iter().copied().map(Kept::Column).collect()
    }
}

fn spelled(scope: &Scope<'_>, by: Kept) -> Result<String, ShardError> {
    match by {
        Kept::Column(id) => scope.column(id),
        Kept::Row => Ok(scope.row()),
    }
}

fn sealed(scope: &Scope<'_>, by: Kept) -> Result<String, ShardError> {
    match by {
        Kept::Column(id) => scope.sealed(id),
        Kept::Row => Ok(scope.row()),
    }
}

/// The SQL of an element of a row, in the stored form of what it stands for.
fn element(scope: &Scope<'_>, by: Kept, row: &str, position: usize) -> Result<String, ShardError> {
    let extracted = format!("{row}->>'$[{position}]'");
    match by {
        Kept::Column(id) => Ok(unsealed(&scope.layout(id)?.stored, &extracted)),
        Kept::Row => Ok(extracted),
    }
}
