//! Rows that have to be there, by their unique keys.

use codegen::ApiTable;
use schema::ColumnId;
use shard::op::tree::Action;

use super::Named;
use super::planner::{Element, Planner, Source, StepRows, key_of};
use crate::error::ApiError;

impl<'a> Planner<'a, '_> {
    /// Finds rows, all of which have to be there: one step for each set of columns that they are named by.
    pub(super) fn find(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        named: Vec<Named<'a>>,
    ) -> Result<Vec<Source>, ApiError> {
        self.count(named.len())?;
        let mut sources = vec![Source { step: 0, row: 0 }; named.len()];
        let mut groups: Vec<(Vec<ColumnId>, StepRows, Vec<usize>)> = Vec::new();
        for (position, Named { path, mut key }) in named.into_iter().enumerate() {
            key.sort_by_key(|(column, _)| column.id);
            let columns: Vec<ColumnId> = key.iter().map(|(column, _)| column.id).collect();
            let elements: Vec<Element<'a>> = key
                .into_iter()
                .map(|(column, cell)| (Some(column), cell))
                .collect();
            let group = groups
                .iter()
                .position(|(other, _, _)| *other == columns)
                .unwrap_or_else(|| {
                    groups.push((columns, StepRows::default(), Vec::new()));
                    groups.len() - 1
                });
            let (_, rows, positions) = &mut groups[group];
            rows.push(&path, &elements)?;
            positions.push(position);
        }
        for (columns, rows, positions) in groups {
            let step = self.step(within, table, Action::Find(columns), rows)?;
            for by in key_of(table) {
                self.element(step, by);
            }
            for (row, position) in (0..).zip(positions) {
                sources[position] = Source { step, row };
            }
        }
        Ok(sources)
    }
}
