//! Relations of views: where a view shows the columns of a foreign key as they are, or those that it refers to, its rows lead
//! where the table's rows do. They are read, and no row is written through them.

use std::collections::HashSet;

use schema::view::{Origin, ViewRows};
use schema::{ColumnId, ForeignKey, Schema, TableId};

use super::{column_ids, field_names, named_after};
use crate::inflect::referent;
use crate::model::{ApiTable, Relation, RelationKind};

/// Gives views and tables the relations between them, behind those of the tables among themselves.
pub(crate) fn attach(schema: &Schema, rows: &[ViewRows], tables: &mut [ApiTable]) {
    if rows.is_empty() {
        return;
    }
    let mut fields: Vec<HashSet<String>> = tables.iter().map(taken).collect();
    for (position, view) in rows.iter().enumerate() {
        let at = schema.tables.len() + position;
        for (child, table) in schema.tables.iter().enumerate() {
            for key in &table.foreign_keys {
                let parent = schema
                    .tables
                    .iter()
                    .position(|other| other.name.same(&key.references));
                let Some(parent) = parent.filter(|_| schema.enforces(key)) else {
                    continue;
                };
                let ends = Ends {
                    key,
                    local: column_ids(table, &key.columns),
                    remote: column_ids(&schema.tables[parent], &key.referenced_columns),
                    forward: forward(&tables[child], key),
                };
                if let Some(shown) = shown(view, child, &ends.local) {
                    ends.to_parent(tables, &mut fields, (at, parent), &shown);
                }
                if let Some(shown) = shown(view, parent, &ends.remote) {
                    ends.to_children(tables, &mut fields, (at, child), &shown);
                }
            }
        }
    }
}

fn taken(table: &ApiTable) -> HashSet<String> {
    let mut fields = field_names(table);
    fields.extend(table.relations.iter().map(|relation| relation.field.clone()));
    fields
}

/// What the key's relation from its own table is called.
fn forward(child: &ApiTable, key: &ForeignKey) -> String {
    let name = key.name.as_str();
    let mut relations = child.relations.iter();
    let own = relations
        .find(|relation| relation.constraint == name && matches!(relation.kind, RelationKind::ToOne { .. }));
    own.map_or_else(|| name.to_owned(), |relation| relation.field.clone())
}

/// The view's columns that are these of one row of a table.
fn shown(view: &ViewRows, table: usize, wanted: &[ColumnId]) -> Option<Vec<ColumnId>> {
    let origins = || {
        let columns = view.columns.iter().zip(0_u16..);
        columns.filter_map(|(column, at)| Some((column.origin.as_ref()?, ColumnId(at))))
    };
    let of = |origin: &Origin, id: ColumnId| origin.table == table && origin.column == id;
    let first = *wanted.first()?;
    origins()
        .filter(|(origin, _)| of(origin, first))
        .find_map(|(row, _)| {
            let column = |id: &ColumnId| {
                let found = origins().find(|(origin, _)| of(origin, *id) && origin.row == row.row);
                found.map(|(_, at)| at)
            };
            wanted.iter().map(column).collect()
        })
}

/// A foreign key with its positions.
struct Ends<'s> {
    key: &'s ForeignKey,
    local: Vec<ColumnId>,
    remote: Vec<ColumnId>,
    forward: String,
}

impl Ends<'_> {
    /// The view shows the key: its rows have a parent, and the parent has rows of the view.
    fn to_parent(
        &self,
        tables: &mut [ApiTable],
        fields: &mut [HashSet<String>],
        (view, parent): (usize, usize),
        shown: &[ColumnId],
    ) {
        let by_column = match self.key.columns.as_slice() {
            [column] => referent(column.as_str()),
            _ => None,
        };
        let by_column = by_column.filter(|name| !fields[view].contains(name));
        let field = by_column
            .unwrap_or_else(|| named_after(&tables[parent], &self.forward, &fields[view], (true, false)));
        let there = pairs(shown, &self.remote);
        self.push(
            tables,
            fields,
            (view, parent),
            (field, RelationKind::ToOne { nullable: true }, there),
        );
        let one = tells_apart(&tables[view], shown);
        let field = named_after(&tables[view], &self.forward, &fields[parent], (one, false));
        let back = pairs(&self.remote, shown);
        self.push(tables, fields, (parent, view), (field, several(one), back));
    }

    /// The view shows what the key refers to: its rows have children, and the children have rows of the view.
    fn to_children(
        &self,
        tables: &mut [ApiTable],
        fields: &mut [HashSet<String>],
        (view, child): (usize, usize),
        shown: &[ColumnId],
    ) {
        let unique = |key: &crate::model::UniqueKey| key.columns.iter().all(|id| self.local.contains(id));
        let one = tables[child].keys.iter().any(unique);
        let field = named_after(&tables[child], &self.forward, &fields[view], (one, false));
        let there = pairs(shown, &self.local);
        self.push(tables, fields, (view, child), (field, several(one), there));
        let one = tells_apart(&tables[view], shown);
        let field = named_after(&tables[view], &self.forward, &fields[child], (one, false));
        let back = pairs(&self.local, shown);
        self.push(tables, fields, (child, view), (field, several(one), back));
    }

    fn push(
        &self,
        tables: &mut [ApiTable],
        fields: &mut [HashSet<String>],
        (from, to): (usize, usize),
        (field, kind, join): (String, RelationKind, Vec<(ColumnId, ColumnId)>),
    ) {
        let Ok(target) = u16::try_from(to) else {
            return;
        };
        fields[from].insert(field.clone());
        tables[to].listed |= kind == RelationKind::ToMany;
        tables[from].relations.push(Relation {
            field,
            kind,
            target: TableId(target),
            join,
            constraint: self.key.name.as_str().to_owned(),
            // No row is written through it.
            input: String::new(),
        });
    }
}

fn pairs(from: &[ColumnId], to: &[ColumnId]) -> Vec<(ColumnId, ColumnId)> {
    from.iter().copied().zip(to.iter().copied()).collect()
}

/// Whether no two rows of a view have the same values there.
fn tells_apart(view: &ApiTable, columns: &[ColumnId]) -> bool {
    !view.key.is_empty() && view.key.iter().all(|id| columns.contains(id))
}

const fn several(one: bool) -> RelationKind {
    if one {
        RelationKind::OneToOne
    } else {
        RelationKind::ToMany
    }
}
