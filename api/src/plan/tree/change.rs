//! Rows that are there, to be changed with what is nested in the change.

use codegen::{ApiTable, Relation};
use schema::ColumnId;
use shard::op::tree::{Action, Kept, Select};

use super::children::{Parent, at_most_one};
use super::new::{give, is_forward, only_one, taken};
use super::planner::{Element, Planner, Source, StepRows, located, wrong};
use super::{Change, Path, Related, Row};
use crate::error::ApiError;
use crate::plan::rows::{self, Cell};
use schema::stored::Value;

/// A row that rows referred to, to be removed once they do not.
#[derive(Debug)]
struct Leaving<'a> {
    relation: &'a Relation,
    path: Path,
    key: Vec<Element<'a>>,
}

impl<'a> Planner<'a, '_> {
    /// Sets the rows that a step found, and writes what is nested. Answers what they are set to.
    pub(super) fn change(
        &mut self,
        select: u16,
        table: &'a ApiTable,
        mut set: Row<'a>,
    ) -> Result<Vec<(ColumnId, Cell<'a>)>, ApiError> {
        let mut leaving = Vec::new();
        for relation in table.relations.iter().filter(|relation| is_forward(relation)) {
            self.change_parent(select, table, relation, &mut set)?
                .into_iter()
                .for_each(|row| leaving.push(row));
            self.parents(Some(select), table, relation, std::slice::from_mut(&mut set))?;
        }
        let values: Vec<(ColumnId, Cell<'a>)> = set
            .columns
            .iter()
            .map(|(column, cell)| (column.id, cell.clone()))
            .collect();
        self.set(select, table, &set)?;
        for row in leaving {
            let target = self.target(row.relation)?;
            let key = row.relation.join.iter().map(|(_, remote)| Kept::Column(*remote));
            let mut rows = StepRows::default();
            rows.push(&row.path, &row.key)?;
            self.step(Some(select), target, Action::Delete(key.collect()), rows)?;
        }
        let parent = Parent::changed(select, values.clone());
        for (relation, related) in set.related {
            self.change_children(select, relation, &parent, related)?;
        }
        Ok(values)
    }

    /// The columns of the rows themselves.
    fn set(&mut self, select: u16, table: &'a ApiTable, set: &Row<'a>) -> Result<(), ApiError> {
        let add = if self.is_guarded(select) {
            std::mem::take(&mut self.add)
        } else {
            Vec::new()
        };
        if set.columns.is_empty() && add.is_empty() {
            return Ok(());
        }
        let mut elements = self.key_cells(select, table, &[]);
        let mut columns = Vec::with_capacity(set.columns.len());
        for (column, cell) in &set.columns {
            if column.generated {
                return Err(located(rows::generated(column), &set.path));
            }
            columns.push(column.id);
            elements.push((Some(*column), cell.clone()));
        }
        let mut rows = StepRows::default();
        let added: Vec<Element<'_>> = add
            .iter()
            .map(|(column, value)| (Some(column), Cell::Stored(value.clone())))
            .collect();
        let elements: Vec<Element<'_>> = elements.into_iter().chain(added).collect();
        rows.push(&set.path, &elements)?;
        let action = if add.is_empty() {
            Action::Update(columns)
        } else {
            Action::Add {
                set: columns,
                add: add.iter().map(|(column, _)| column.id).collect(),
            }
        };
        self.step(Some(select), table, action, rows)?;
        Ok(())
    }

    /// What a change does to the row that the changed ones refer to, beside choosing another.
    fn change_parent(
        &mut self,
        select: u16,
        table: &'a ApiTable,
        relation: &'a Relation,
        set: &mut Row<'a>,
    ) -> Result<Option<Leaving<'a>>, ApiError> {
        let there = set
            .related
            .iter()
            .find(|(other, _)| std::ptr::eq(*other, relation));
        let Some((_, related)) =
            there.filter(|(_, related)| related.delete_all || !related.update.is_empty())
        else {
            return Ok(None);
        };
        only_one(related)?;
        let Some(mut related) = taken(set, relation) else {
            return Ok(None);
        };
        let source = Source { step: select, row: 0 };
        let mut key = Vec::with_capacity(relation.join.len());
        for (local, _) in &relation.join {
            key.push((None, self.made(source, Kept::Column(*local))));
        }
        if let Some(change) = related.update.pop() {
            let target = self.target(relation)?;
            let found = Select {
                join: relation.join.iter().map(|(_, remote)| *remote).collect(),
                filter: change.filter,
                at_most: change.at_most,
                required: true,
            };
            let mut rows = StepRows::default();
            rows.push(&change.set.path, &key)?;
            let step = self.select(Some(select), target, found, rows)?;
            self.change(step, target, change.set)?;
            return Ok(None);
        }
        let nullable = |id: ColumnId| table.column(id).is_some_and(|column| column.nullable);
        if !relation.join.iter().any(|(local, _)| nullable(*local)) {
            return Err(wrong(
                &related.path,
                "a row of this table always refers to one of the other",
            ));
        }
        for (local, _) in &relation.join {
            if nullable(*local) {
                give(set, table, *local, Cell::Stored(Value::Null));
            }
        }
        Ok(Some(Leaving {
            relation,
            path: related.path,
            key,
        }))
    }

    /// What a change does to the rows that refer to the changed ones: those that go first, so that others may take their
    /// place.
    fn change_children(
        &mut self,
        select: u16,
        relation: &'a Relation,
        parent: &Parent<'a>,
        mut related: Related<'a>,
    ) -> Result<(), ApiError> {
        at_most_one(relation, &related)?;
        let within = Some(select);
        let table = self.target(relation)?;
        self.disconnect(within, relation, parent, std::mem::take(&mut related.disconnect))?;
        self.delete_children(within, relation, parent, std::mem::take(&mut related.delete))?;
        if related.disconnect_all || related.delete_all {
            let all = Select {
                join: Vec::new(),
                filter: None,
                at_most: None,
                required: related.delete_all,
            };
            let step = self.select_children(within, relation, parent, (&related.path, all))?;
            let found = [(Source { step, row: 0 }, related.path.clone())];
            if related.delete_all {
                self.remove(Some(step), table, found)?;
            } else {
                self.forget(Some(step), table, relation, found)?;
            }
        }
        for Change { filter, at_most, set } in std::mem::take(&mut related.update) {
            let some = Select {
                join: Vec::new(),
                filter,
                at_most,
                required: relation.is_to_one(),
            };
            let step = self.select_children(within, relation, parent, (&set.path, some))?;
            self.change(step, table, set)?;
        }
        self.attach(within, relation, vec![(parent.clone(), related)])
    }
}
