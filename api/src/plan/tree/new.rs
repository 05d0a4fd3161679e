//! Rows to add: the rows that they refer to first, then they, then the rows that refer to them.

use codegen::{ApiColumn, ApiTable, Relation, RelationKind};
use schema::ColumnId;
use schema::stored::Value;
use serde_json::Value as Json;
use shard::op::Conflict;
use shard::op::tree::{Action, Kept};

use super::children::Parent;
use super::planner::{Planner, Source, StepRows, key_of, located, wrong};
use super::{Named, Path, Related, Row};
use crate::error::{ApiError, Code};
use crate::plan::conflict::Asked;
use crate::plan::rows::{self, Cell, GivenRow};

/// How rows are added.
#[derive(Debug)]
pub(super) struct Adding<'c> {
    /// The step for each of whose rows they are.
    pub(super) within: Option<u16>,
    /// What becomes of those whose key is taken.
    pub(super) asked: Option<Asked>,
    /// Columns that a row that is there takes in any case.
    pub(super) always: &'c [ColumnId],
    /// What the target is called in messages.
    pub(super) word: &'c str,
}

/// Rows that were added.
#[derive(Debug)]
pub(super) struct Added {
    /// The step that wrote them.
    pub(super) written: u16,
    /// Where each of them is found.
    pub(super) sources: Vec<Source>,
}

impl<'a> Planner<'a, '_> {
    /// Adds rows with what is nested in them.
    pub(super) fn add(
        &mut self,
        table: &'a ApiTable,
        mut rows: Vec<Row<'a>>,
        adding: &Adding<'_>,
    ) -> Result<Added, ApiError> {
        self.count(rows.len())?;
        for relation in table.relations.iter().filter(|relation| is_forward(relation)) {
            self.parents(adding.within, table, relation, &mut rows)?;
        }
        let mut children = Vec::new();
        for (position, row) in rows.iter_mut().enumerate() {
            for (relation, related) in std::mem::take(&mut row.related) {
                children.push((position, relation, related));
            }
        }
        let added = self.insert_step(table, rows, adding)?;
        for relation in table.relations.iter().filter(|relation| !is_forward(relation)) {
            let (of_relation, rest) = children
                .into_iter()
                .partition(|(_, other, _)| std::ptr::eq(*other, relation));
            children = rest;
            let nested: Vec<(usize, &Relation, Related<'a>)> = of_relation;
            let nested = nested
                .into_iter()
                .map(|(position, _, related)| (Parent::of(added.sources[position]), related))
                .collect();
            self.new_children(adding.within, relation, nested)?;
        }
        Ok(added)
    }

    /// Writes the rows, with nothing nested in them any more.
    fn insert_step(
        &mut self,
        table: &'a ApiTable,
        rows: Vec<Row<'a>>,
        adding: &Adding<'_>,
    ) -> Result<Added, ApiError> {
        let (paths, given): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.path, row.columns)).unzip();
        let columns = rows::given_columns(table, &given);
        let mut conflict = None;
        if let Some(asked) = &adding.asked {
            let mut planned = asked
                .named(table, adding.word)?
                .plan(table, &columns, adding.word)?;
            for id in adding.always {
                if !planned.update.contains(id) && !planned.target.contains(id) {
                    planned.update.push(*id);
                }
            }
            conflict = Some(planned);
        }
        let mut step_rows = StepRows::default();
        for (path, row) in paths.iter().zip(&given) {
            let mut text = String::new();
            rows::write_row(table, &columns, row, &mut text).map_err(|error| located(error, path))?;
            step_rows.push_text(path, &text);
        }
        let all_new = |conflict: &Conflict| {
            conflict.update.is_empty() && given.iter().all(|row| has_null(row, &conflict.target))
        };
        if conflict.as_ref().is_some_and(all_new) {
            conflict = None;
        }
        let passed_over = conflict
            .as_ref()
            .filter(|conflict| conflict.update.is_empty())
            .map(|conflict| conflict.target.clone());
        let action = Action::Insert { columns, conflict };
        let written = self.step(adding.within, table, action, step_rows)?;
        for by in key_of(table) {
            self.element(written, by);
        }
        let sources = match passed_over {
            None => (0..)
                .take(given.len())
                .map(|row| Source { step: written, row })
                .collect(),
            Some(target) => {
                let named = paths
                    .into_iter()
                    .zip(given)
                    .map(|(path, row)| named_by(&target, table, path, row))
                    .collect::<Result<Vec<_>, _>>()?;
                self.find(adding.within, table, named)?
            }
        };
        Ok(Added { written, sources })
    }

    /// Adds or finds the rows that rows refer to through a relation, and takes their keys over.
    pub(super) fn parents(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        relation: &'a Relation,
        rows: &mut [Row<'a>],
    ) -> Result<(), ApiError> {
        let target = self.target(relation)?;
        let (mut created, mut connected, mut upserted) = (Vec::new(), Vec::new(), Vec::new());
        for (position, row) in rows.iter_mut().enumerate() {
            let Some(mut related) = taken(row, relation) else {
                continue;
            };
            only_one(&related)?;
            not_given(row, table, relation, &related.path)?;
            if let Some(new) = related.create.pop() {
                created.push((position, new));
            } else if let Some(named) = related.connect.pop() {
                connected.push((position, named));
            } else if let Some(new) = related.upsert.pop() {
                upserted.push((position, new));
            } else if related.disconnect_all {
                for (local, _) in &relation.join {
                    if table.column(*local).is_some_and(|column| column.nullable) {
                        give(row, table, *local, Cell::Stored(Value::Null));
                    }
                }
            } else {
                return Err(wrong(
                    &related.path,
                    "a new row refers to nothing yet: use create, connect or upsert",
                ));
            }
        }
        let mut found: Vec<(usize, Source)> = Vec::new();
        let (positions, new): (Vec<_>, Vec<_>) = created.into_iter().unzip();
        if !new.is_empty() {
            let adding = Adding {
                within,
                asked: None,
                always: &[],
                word: "",
            };
            found.extend(positions.into_iter().zip(self.add(target, new, &adding)?.sources));
        }
        let (positions, named): (Vec<_>, Vec<_>) = connected.into_iter().unzip();
        found.extend(positions.into_iter().zip(self.find(within, target, named)?));
        let (positions, new): (Vec<_>, Vec<_>) = upserted.into_iter().unzip();
        found.extend(positions.into_iter().zip(self.upsert(within, target, new, &[])?));
        for (position, source) in found {
            for (local, remote) in &relation.join {
                let cell = self.made(source, Kept::Column(*remote));
                give(&mut rows[position], table, *local, cell);
            }
        }
        Ok(())
    }

    /// Adds rows or changes those that are there with their keys, group by group of what is asked.
    pub(super) fn upsert(
        &mut self,
        within: Option<u16>,
        table: &'a ApiTable,
        rows: Vec<(Row<'a>, Asked)>,
        always: &[ColumnId],
    ) -> Result<Vec<Source>, ApiError> {
        type Group<'a> = (Asked, bool, Vec<(usize, Row<'a>)>);
        let mut groups: Vec<Group<'a>> = Vec::new();
        let count = rows.len();
        for (position, (row, asked)) in rows.into_iter().enumerate() {
            let target = asked.target.as_deref().unwrap_or_default();
            let is_new = has_null(&row.columns, target);
            match groups
                .iter_mut()
                .find(|(other, new, _)| *other == asked && *new == is_new)
            {
                Some((.., group)) => group.push((position, row)),
                None => groups.push((asked, is_new, vec![(position, row)])),
            }
        }
        let mut sources = vec![Source { step: 0, row: 0 }; count];
        for (asked, _, group) in groups {
            let (positions, rows): (Vec<_>, Vec<_>) = group.into_iter().unzip();
            let word = rows.first().map_or_else(String::new, |row: &Row<'_>| {
                row.path.sibling("onConflict").member("target").to_string()
            });
            let adding = Adding {
                within,
                asked: Some(asked),
                always,
                word: &word,
            };
            for (position, source) in positions.into_iter().zip(self.add(table, rows, &adding)?.sources) {
                sources[position] = source;
            }
        }
        Ok(sources)
    }
}

/// Whether a row gives NULL for one of these columns of a key: no row that is there has the same key then, and the row is not
/// found by it.
fn has_null(row: &GivenRow<'_>, key: &[ColumnId]) -> bool {
    row.iter()
        .any(|(column, cell)| key.contains(&column.id) && matches!(cell, Cell::Json(Json::Null)))
}

/// Whether this table's foreign key is behind the relation.
pub(super) const fn is_forward(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::ToOne { .. })
}

/// What a row asks of a relation, which it does then no longer.
pub(super) fn taken<'a>(row: &mut Row<'a>, relation: &Relation) -> Option<Related<'a>> {
    let position = row
        .related
        .iter()
        .position(|(other, _)| std::ptr::eq(*other, relation))?;
    Some(row.related.remove(position).1)
}

/// A row refers to one other, in one way.
pub(super) fn only_one(related: &Related<'_>) -> Result<(), ApiError> {
    let asked = related.create.len()
        + related.connect.len()
        + related.upsert.len()
        + related.update.len()
        + usize::from(related.disconnect_all)
        + usize::from(related.delete_all);
    if asked == 1 {
        return Ok(());
    }
    Err(wrong(
        &related.path,
        format_args!(
            "exactly one of create, connect, upsert, update, disconnect and delete is wanted, got {asked}"
        ),
    ))
}

/// A row that says by a relation what it refers to says it by no column as well.
fn not_given(row: &Row<'_>, table: &ApiTable, relation: &Relation, path: &Path) -> Result<(), ApiError> {
    let given = |id: &ColumnId| row.columns.iter().any(|(column, _)| column.id == *id);
    if !relation.join.iter().all(|(local, _)| given(local)) {
        return Ok(());
    }
    let fields: Vec<&str> = relation
        .join
        .iter()
        .filter_map(|(local, _)| table.column(*local))
        .map(|column| column.field.as_str())
        .collect();
    let refused = wrong(
        path,
        format_args!(
            "the row gives {} already: leave one of them out",
            fields.join(", ")
        ),
    );
    Err(ApiError {
        code: Code::Contradiction,
        ..refused
    })
}

/// A row that is there already, by the columns of its key in the row that was passed over.
fn named_by<'a>(
    target: &[ColumnId],
    table: &'a ApiTable,
    path: Path,
    row: rows::GivenRow<'a>,
) -> Result<Named<'a>, ApiError> {
    let key: Vec<(&ApiColumn, Cell<'a>)> = row
        .into_iter()
        .filter(|(column, _)| target.contains(&column.id))
        .collect();
    if key.len() == target.len() {
        return Ok(Named { path, key });
    }
    let missing = target
        .iter()
        .filter_map(|id| table.column(*id))
        .find(|column| !key.iter().any(|(other, _)| other.id == column.id));
    let field = missing.map_or("", |column| column.field.as_str());
    let what = "is needed to find the row that is there, in place of which this one is passed over";
    Err(
        ApiError::new(Code::Contradiction, format!("{path}: {field} {what}"))
            .with("argument", path.to_string()),
    )
}

/// Gives a row a value, unless it has one in that column.
pub(super) fn give<'a>(row: &mut Row<'a>, table: &'a ApiTable, id: ColumnId, cell: Cell<'a>) {
    if let Some(column) = table.column(id)
        && !row.columns.iter().any(|(other, _)| other.id == id)
    {
        row.columns.push((column, cell));
    }
}
