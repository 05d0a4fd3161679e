//! The statements of an import. Their first parameter is the text of a batch's rows, the second is NULL, or the position of
//! the one row that is meant.

use schema::expr::{self, ExprError, Target};
use schema::{Column, ColumnId, Schema, Table};

use super::insert::NewRows;
use super::missing_table;
use super::scope::missing;
use super::write::{differs, touched};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::wire::{Assigned, ImportBatch, TakenKey};

/// What rows of a batch are asked for.
const ROWS: &str = "json_each(?1) WHERE (?2 IS NULL OR key=CAST(?2 AS INTEGER))";

/// The statements for one batch.
#[derive(Debug)]
pub(crate) struct ImportSql {
    /// They remove rows whose place is taken.
    pub(crate) clear: Vec<String>,
    /// It inserts.
    pub(crate) insert: String,
}

/// Compiles a batch. The alias tells the table from `excluded`, which may be its name.
pub(crate) fn import(schema: &Schema, layout: &Layout, batch: &ImportBatch) -> Result<ImportSql, ShardError> {
    let importing = Importing {
        table: schema
            .tables
            .get(batch.table.index())
            .ok_or_else(|| missing_table(batch.table))?,
        layout: layout
            .table(batch.table)
            .ok_or_else(|| missing_table(batch.table))?,
        batch,
    };
    let computed = batch
        .computed
        .iter()
        .map(|(id, text)| Ok((*id, importing.translated(*id, text, Target::Inserted)?)))
        .collect::<Result<Vec<_>, ShardError>>()?;
    let rows = NewRows {
        table: importing.layout,
        columns: &batch.columns,
        computed: &computed,
        conflict: None,
    };
    let (names, values) = rows.plain_values()?;
    Ok(ImportSql {
        clear: importing.clear(&names, &values),
        insert: format!(
            "INSERT INTO {} AS old ({}) SELECT {} FROM {ROWS}{}",
            importing.layout.quoted,
            names.join(","),
            values.join(","),
            importing.on_conflict()?
        ),
    })
}

struct Importing<'a> {
    table: &'a Table,
    layout: &'a TableLayout,
    batch: &'a ImportBatch,
}

impl<'a> Importing<'a> {
    fn translated(
        &self,
        id: ColumnId,
        text: &str,
        target: impl Fn(&'a Column) -> Target<'a>,
    ) -> Result<String, ShardError> {
        let column = self
            .table
            .columns
            .get(id.index())
            .ok_or_else(|| missing(self.layout, id))?;
        // The gateway has translated it already, to refuse what has no meaning.
        expr::translate(self.table, text, target(column))
            .map_err(|error: ExprError| ShardError::Internal(format!("{text}: {error}")))
    }

    fn quoted(&self, id: ColumnId) -> Result<&'a str, ShardError> {
        let column = self.layout.column(id).ok_or_else(|| missing(self.layout, id))?;
        Ok(&column.quoted)
    }

    fn on_conflict(&self) -> Result<String, ShardError> {
        let assignments = match &self.batch.taken_key {
            TakenKey::Refused | TakenKey::Replaces => return Ok(String::new()),
            TakenKey::Ignored => return Ok(" ON CONFLICT DO NOTHING".to_owned()),
            TakenKey::ReplacesInPlace => return Ok(self.in_place()),
            TakenKey::Updates(assignments) => assignments,
        };
        let mut set = Vec::with_capacity(assignments.len());
        let mut changes = Vec::with_capacity(assignments.len());
        for (id, value) in assignments {
            let value = match value {
                Assigned::Given(given) => format!("excluded.{}", self.quoted(*given)?),
                Assigned::Expression(text) => self.translated(*id, text, Target::Changed)?,
            };
            let column = self.layout.column(*id).ok_or_else(|| missing(self.layout, *id))?;
            changes.push(differs(column, &column.quoted, &value));
            set.push(format!("{}={value}", column.quoted));
        }
        let given = |id| assignments.iter().any(|(column, _)| *column == id);
        set.extend(touched(self.layout, "old.", &changes, given));
        Ok(format!(" ON CONFLICT DO UPDATE SET {}", set.join(",")))
    }

    /// The row that has the primary key becomes the new one, so that nothing follows from its removal.
    fn in_place(&self) -> String {
        let key: Vec<&str> = self.key().collect();
        if key.is_empty() {
            return String::new();
        }
        let set: Vec<String> = self
            .layout
            .columns
            .iter()
            .filter(|column| !column.generated)
            .map(|column| format!("{0}=excluded.{0}", column.quoted))
            .collect();
        format!(" ON CONFLICT ({}) DO UPDATE SET {}", key.join(","), set.join(","))
    }

    fn key(&self) -> impl Iterator<Item = &'a str> + '_ {
        let columns = self.layout.key.iter().filter_map(|id| self.layout.column(*id));
        columns.map(|column| column.quoted.as_str())
    }

    /// Removes the rows that have a key of the new ones.
    fn clear(&self, names: &[String], values: &[String]) -> Vec<String> {
        let in_place = match self.batch.taken_key {
            TakenKey::Replaces => false,
            TakenKey::ReplacesInPlace => true,
            _ => return Vec::new(),
        };
        let value = |name: &str| {
            let at = names.iter().position(|other| other == name)?;
            Some(values[at].as_str())
        };
        let primary: Vec<String> = self.key().map(str::to_owned).collect();
        let primary_values: Option<Vec<&str>> = primary.iter().map(|name| value(name)).collect();
        let kept = primary_values.filter(|values| in_place && !values.is_empty());
        let unique = self.table.unique.iter().map(|index| {
            let ids = TableLayout::positions(self.table, &index.columns);
            let columns = ids.iter().filter_map(|id| self.layout.column(*id));
            columns.map(|column| column.quoted.clone()).collect()
        });
        let keys = unique.chain((!in_place).then(|| primary.clone()));
        keys.filter_map(|key: Vec<String>| {
            // A key that the rows leave to the table is a new one.
            let of_rows: Option<Vec<&str>> = key.iter().map(|name| value(name)).collect();
            let of_rows = of_rows.filter(|values| !values.is_empty())?;
            Some(match &kept {
                None => format!(
                    "DELETE FROM {} WHERE ({}) IN (SELECT {} FROM {ROWS})",
                    self.layout.quoted,
                    key.join(","),
                    of_rows.join(",")
                ),
                Some(kept) => self.others((&key, &of_rows), (&primary, kept)),
            })
        })
        .collect()
    }

    /// Removes the rows with that unique key and another primary key.
    fn others(&self, unique: (&[String], &[&str]), primary: (&[String], &[&str])) -> String {
        let given = |prefix: char, values: &[&str]| {
            let named = values
                .iter()
                .enumerate()
                .map(|(n, value)| format!("{value} AS {prefix}{n}"));
            named.collect::<Vec<_>>().join(",")
        };
        let same = |prefix: char, names: &[String]| {
            let pairs = names
                .iter()
                .enumerate()
                .map(|(n, name)| format!("old.{name}=new.{prefix}{n}"));
            pairs.collect::<Vec<_>>().join(" AND ")
        };
        let old: Vec<String> = primary.0.iter().map(|name| format!("old.{name}")).collect();
        format!(
            "DELETE FROM {table} WHERE ({}) IN (SELECT {} FROM (SELECT {},{} FROM {ROWS}) AS new JOIN {table} AS old ON {} \
             WHERE NOT ({}))",
            primary.0.join(","),
            old.join(","),
            given('u', unique.1),
            given('p', primary.1),
            same('u', unique.0),
            same('p', primary.0),
            table = self.layout.quoted,
        )
    }
}
