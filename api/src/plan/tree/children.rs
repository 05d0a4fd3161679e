//! Rows that refer to others, once these are there.

use codegen::{ApiTable, Relation};
use schema::ColumnId;
use schema::stored::Value;
use shard::op::tree::{Action, Kept, Select};

use super::new::{Adding, give};
use super::planner::{Element, Planner, Source, StepRows, key_of, wrong};
use super::{Named, Path, Related, Row};
use crate::error::ApiError;
use crate::plan::rows::Cell;

/// A row that others refer to.
#[derive(Debug, Clone)]
pub(super) struct Parent<'a> {
    source: Source,
    /// What it was set to since it was found.
    set: Vec<(ColumnId, Cell<'a>)>,
}

impl<'a> Parent<'a> {
    /// A row as a step made or found it.
    pub(super) const fn of(source: Source) -> Self {
        Self {
            source,
            set: Vec::new(),
        }
    }

    /// The row that a step found, set to those values since.
    pub(super) const fn changed(select: u16, set: Vec<(ColumnId, Cell<'a>)>) -> Self {
        Self {
            source: Source { step: select, row: 0 },
            set,
        }
    }
}

/// The columns of a relation from the parent's side: of the parent, of the child.
type Join = [(ColumnId, ColumnId)];

impl<'a> Planner<'a, '_> {
    /// Writes the children of new rows.
    pub(super) fn new_children(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        nested: Vec<(Parent<'a>, Related<'a>)>,
    ) -> Result<(), ApiError> {
        for (_, related) in &nested {
            at_most_one(relation, related)?;
            let gone =
                !related.disconnect.is_empty() || !related.delete.is_empty() || !related.update.is_empty();
            if gone || related.disconnect_all || related.delete_all {
                return Err(wrong(
                    &related.path,
                    "nothing is related to a new row yet: use create, connect or upsert",
                ));
            }
        }
        self.attach(within, relation, nested)
    }

    /// Creates, connects and upserts children.
    pub(super) fn attach(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        nested: Vec<(Parent<'a>, Related<'a>)>,
    ) -> Result<(), ApiError> {
        let table = self.target(relation)?;
        let (mut created, mut connected, mut upserted) = (Vec::new(), Vec::new(), Vec::new());
        for (parent, related) in nested {
            for mut row in related.create {
                self.refer(&mut row, table, &relation.join, &parent)?;
                created.push(row);
            }
            for (mut row, asked) in related.upsert {
                self.refer(&mut row, table, &relation.join, &parent)?;
                upserted.push((row, asked));
            }
            connected.extend(related.connect.into_iter().map(|named| (parent.clone(), named)));
        }
        let foreign: Vec<ColumnId> = relation.join.iter().map(|(_, remote)| *remote).collect();
        self.connect(within, table, relation, connected)?;
        self.upsert(within, table, upserted, &foreign)?;
        if !created.is_empty() {
            let adding = Adding {
                within,
                asked: None,
                always: &[],
                word: "",
            };
            self.add(table, created, &adding)?;
        }
        Ok(())
    }

    /// Makes a new child refer to its parent.
    fn refer(
        &mut self,
        row: &mut Row<'a>,
        table: &'a ApiTable,
        join: &Join,
        parent: &Parent<'a>,
    ) -> Result<(), ApiError> {
        for (local, remote) in join {
            let given = row.columns.iter().find(|(column, _)| column.id == *remote);
            if let ([_], Some((column, _))) = (join, given) {
                return Err(wrong(
                    &row.path,
                    format_args!(
                        "{} is that of the row that this one stands under: leave it out",
                        column.field
                    ),
                ));
            }
            let cell = self.parent_cell(parent, *local);
            give(row, table, *remote, cell);
        }
        Ok(())
    }

    fn connect(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        relation: &Relation,
        connected: Vec<(Parent<'a>, Named<'a>)>,
    ) -> Result<(), ApiError> {
        if connected.is_empty() {
            return Ok(());
        }
        let (parents, named): (Vec<_>, Vec<_>) = connected.into_iter().unzip();
        let paths: Vec<Path> = named.iter().map(|named| named.path.clone()).collect();
        let sources = self.find(within, table, named)?;
        let mut rows = StepRows::default();
        for ((source, parent), path) in sources.into_iter().zip(parents).zip(paths) {
            let mut elements = self.key_elements(source, table);
            for (local, remote) in &relation.join {
                elements.push((table.column(*remote), self.parent_cell(&parent, *local)));
            }
            rows.push(&path, &elements)?;
        }
        let foreign = relation.join.iter().map(|(_, remote)| *remote).collect();
        self.step(within, table, Action::Update(foreign), rows)?;
        Ok(())
    }

    /// Takes the reference to the parent from named children.
    pub(super) fn disconnect(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        parent: &Parent<'a>,
        named: Vec<Named<'a>>,
    ) -> Result<(), ApiError> {
        if named.is_empty() {
            return Ok(());
        }
        let table = self.target(relation)?;
        let found = self.find_children(within, relation, parent, named)?;
        self.forget(within, table, relation, found)
    }

    /// Sets the columns of a foreign key to NULL, as far as they may be.
    pub(super) fn forget(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        relation: &Relation,
        rows: impl IntoIterator<Item = (Source, Path)>,
    ) -> Result<(), ApiError> {
        let foreign: Vec<ColumnId> = relation
            .join
            .iter()
            .map(|(_, remote)| *remote)
            .filter(|id| table.column(*id).is_some_and(|column| column.nullable))
            .collect();
        let mut step_rows = StepRows::default();
        for (source, path) in rows {
            if foreign.is_empty() {
                return Err(wrong(
                    &path,
                    "a row of this table always refers to one of the other",
                ));
            }
            let mut elements = self.key_elements(source, table);
            elements.extend(foreign.iter().map(|_| (None, Cell::Stored(Value::Null))));
            step_rows.push(&path, &elements)?;
        }
        self.step(within, table, Action::Update(foreign), step_rows)?;
        Ok(())
    }

    /// Removes named children.
    pub(super) fn delete_children(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        parent: &Parent<'a>,
        named: Vec<Named<'a>>,
    ) -> Result<(), ApiError> {
        if named.is_empty() {
            return Ok(());
        }
        let table = self.target(relation)?;
        let found = self.find_children(within, relation, parent, named)?;
        self.remove(within, table, found)
    }

    /// Removes rows that a step found.
    pub(super) fn remove(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        rows: impl IntoIterator<Item = (Source, Path)>,
    ) -> Result<(), ApiError> {
        let mut step_rows = StepRows::default();
        for (source, path) in rows {
            step_rows.push(&path, &self.key_elements(source, table))?;
        }
        self.step(within, table, Action::Delete(key_of(table)), step_rows)?;
        Ok(())
    }

    /// Named rows, which have to be the parent's children, with their places in the request.
    fn find_children(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        parent: &Parent<'a>,
        mut named: Vec<Named<'a>>,
    ) -> Result<impl Iterator<Item = (Source, Path)> + use<>, ApiError> {
        let table = self.target(relation)?;
        let paths: Vec<Path> = named.iter().map(|named| named.path.clone()).collect();
        for row in &mut named {
            for (local, remote) in &relation.join {
                let Some(column) = table.column(*remote) else {
                    continue;
                };
                let cell = self.parent_cell(parent, *local);
                // Also where the key that names it has a value for the column, which then is the parent's or finds nothing.
                row.key.push((column, cell));
            }
        }
        Ok(self.find(within, table, named)?.into_iter().zip(paths))
    }

    /// The step that finds all children of a parent, or those that a condition holds for.
    pub(super) fn select_children(
        &mut self,
        within: Option<u16>,
        relation: &'a Relation,
        parent: &Parent<'a>,
        (path, mut select): (&Path, Select),
    ) -> Result<u16, ApiError> {
        let table = self.target(relation)?;
        let mut elements: Vec<Element<'a>> = Vec::with_capacity(relation.join.len());
        for (local, remote) in &relation.join {
            select.join.push(*remote);
            elements.push((table.column(*remote), self.parent_cell(parent, *local)));
        }
        let mut rows = StepRows::default();
        rows.push(path, &elements)?;
        self.select(within, table, select, rows)
    }

    fn parent_cell(&mut self, parent: &Parent<'a>, column: ColumnId) -> Cell<'a> {
        match parent.set.iter().find(|(id, _)| *id == column) {
            Some((_, cell)) => cell.clone(),
            None => self.made(parent.source, Kept::Column(column)),
        }
    }

    fn key_elements(&mut self, source: Source, table: &ApiTable) -> Vec<Element<'a>> {
        key_of(table)
            .into_iter()
            .map(|by| (None, self.made(source, by)))
            .collect()
    }
}

/// At most one row of a table with a unique key refers to another.
pub(super) fn at_most_one(relation: &Relation, related: &Related<'_>) -> Result<(), ApiError> {
    let attached = related.create.len() + related.connect.len() + related.upsert.len();
    let detached =
        usize::from(related.disconnect_all) + usize::from(related.delete_all) + related.update.len();
    if !relation.is_to_one() || (attached <= 1 && detached <= 1) {
        return Ok(());
    }
    Err(wrong(
        &related.path,
        "at most one of create, connect and upsert is wanted, and one of update, disconnect and delete",
    ))
}
