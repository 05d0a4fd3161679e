//! Relations from foreign keys, both ways, and their names.

pub(crate) mod of_views;

use std::collections::HashSet;

use schema::{ColumnId, ForeignKey, Schema, Table, TableId};

use crate::derive::{FILTER_WORDS, RESERVED_FIELDS, column_ids};
use crate::inflect::{raised, referent, unused};
use crate::model::{ApiTable, Relation, RelationKind};
use crate::taken::Types;

/// Gives every table the relations of all foreign keys, in the order of their declaration. `types` are the types' names that
/// are taken.
pub(crate) fn attach(schema: &Schema, tables: &mut [ApiTable], types: &mut Types) {
    let mut fields: Vec<HashSet<String>> = tables.iter().map(field_names).collect();
    for (table, child) in schema.tables.iter().zip(0_usize..) {
        for key in &table.foreign_keys {
            if let Some(ends) = Ends::of(schema, table, child, key) {
                attach_one(tables, &mut fields, &ends);
            }
        }
    }
    for table in tables {
        name_inputs(table, types);
    }
}

/// Finds whose rows orders may aggregate.
pub(crate) fn rank(tables: &mut [ApiTable]) {
    let mut waiting: Vec<usize> = (0..tables.len()).filter(|at| tables[*at].listed).collect();
    while let Some(at) = waiting.pop() {
        if std::mem::replace(&mut tables[at].ranked, true) {
            continue;
        }
        let onward = tables[at]
            .relations
            .iter()
            .filter(|relation| relation.is_to_one());
        waiting.extend(onward.map(|relation| usize::from(relation.target.0)));
    }
}

fn name_inputs(table: &mut ApiTable, types: &mut Types) {
    for relation in &mut table.relations {
        let many = if relation.is_to_one() { "ToOne" } else { "ToMany" };
        let stem = format!("{}{}{many}", table.names.type_name, raised(&relation.field));
        let stem = unused(&stem, |stem| !types.have(&format!("{stem}Input")));
        relation.input = format!("{stem}Input");
        types.take(relation.input.clone());
    }
}

/// A foreign key with its positions.
struct Ends<'a> {
    key: &'a ForeignKey,
    child: usize,
    parent: usize,
    join: Vec<(ColumnId, ColumnId)>,
    /// Whether at most one child refers to a parent.
    unique: bool,
    /// Whether a child refers to at most one parent: the key is to a key.
    to_one: bool,
    nullable: bool,
    /// Whether an earlier key of the child refers to the same parent.
    repeated: bool,
}

impl<'a> Ends<'a> {
    fn of(schema: &Schema, table: &Table, child: usize, key: &'a ForeignKey) -> Option<Self> {
        let parent = schema
            .tables
            .iter()
            .position(|other| other.name.same(&key.references))?;
        let local = column_ids(table, &key.columns);
        let remote = column_ids(&schema.tables[parent], &key.referenced_columns);
        let covers = |unique: &[ColumnId]| !unique.is_empty() && unique.iter().all(|id| local.contains(id));
        let unique = covers(&column_ids(table, &table.primary_key))
            || table
                .unique
                .iter()
                .any(|index| covers(&column_ids(table, &index.columns)));
        let nullable = key.columns.iter().any(|name| {
            let in_key = table.primary_key.iter().any(|key| key.same(name));
            !in_key && table.column(name).is_some_and(|column| column.nullable)
        });
        let repeated = table
            .foreign_keys
            .iter()
            .take_while(|other| other.name != key.name)
            .any(|other| other.references.same(&key.references));
        Some(Self {
            key,
            child,
            parent,
            join: local.into_iter().zip(remote).collect(),
            unique,
            to_one: schema.enforces(key),
            nullable,
            repeated,
        })
    }
}

fn attach_one(tables: &mut [ApiTable], fields: &mut [HashSet<String>], ends: &Ends<'_>) {
    let (Ok(child), Ok(parent)) = (u16::try_from(ends.child), u16::try_from(ends.parent)) else {
        return;
    };
    let forward = forward_name(
        &tables[ends.child],
        &tables[ends.parent],
        &fields[ends.child],
        ends,
    );
    fields[ends.child].insert(forward.clone());
    let backward = backward_name(&tables[ends.child], &forward, &fields[ends.parent], ends);
    fields[ends.parent].insert(backward.clone());
    tables[ends.child].relations.push(Relation {
        field: forward,
        kind: if ends.to_one {
            RelationKind::ToOne {
                nullable: ends.nullable,
            }
        } else {
            RelationKind::ToMany
        },
        target: TableId(parent),
        join: ends.join.clone(),
        constraint: ends.key.name.as_str().to_owned(),
        input: String::new(),
    });
    tables[ends.child].listed |= !ends.unique;
    tables[ends.parent].relations.push(Relation {
        field: backward,
        kind: if ends.unique {
            RelationKind::OneToOne
        } else {
            RelationKind::ToMany
        },
        target: TableId(child),
        join: ends.join.iter().map(|&(local, remote)| (remote, local)).collect(),
        constraint: ends.key.name.as_str().to_owned(),
        input: String::new(),
    });
}

/// `author` for `author_id`; else the other table's name, and with the columns if that is taken.
fn forward_name(child: &ApiTable, parent: &ApiTable, taken: &HashSet<String>, ends: &Ends<'_>) -> String {
    let by_column = match ends.key.columns.as_slice() {
        [column] => referent(column.as_str()),
        _ => None,
    };
    let stem = if ends.to_one {
        &parent.names.rest
    } else {
        &parent.names.collection
    };
    let candidates = [by_column.filter(|_| ends.to_one), Some(stem.clone())];
    if let Some(free) = candidates
        .into_iter()
        .flatten()
        .find(|name| !taken.contains(name))
    {
        return free;
    }
    let columns: String = ends
        .join
        .iter()
        .filter_map(|(local, _)| child.column(*local))
        .map(|column| raised(&column.field))
        .collect();
    unused(&format!("{stem}By{columns}"), |name| !taken.contains(name))
}

/// `bookCollection`; `bookCollectionByEditor` for a second key between the same tables.
fn backward_name(child: &ApiTable, forward: &str, taken: &HashSet<String>, ends: &Ends<'_>) -> String {
    named_after(child, forward, taken, (ends.unique, ends.repeated))
}

/// The name of a relation that leads to rows of a table, or to at most one of them.
fn named_after(
    target: &ApiTable,
    forward: &str,
    taken: &HashSet<String>,
    (one, repeated): (bool, bool),
) -> String {
    let stem = if one {
        &target.names.rest
    } else {
        &target.names.collection
    };
    if !repeated && !taken.contains(stem) {
        return stem.clone();
    }
    unused(&format!("{stem}By{}", raised(forward)), |name| {
        !taken.contains(name)
    })
}

fn field_names(table: &ApiTable) -> HashSet<String> {
    table
        .columns
        .iter()
        .map(|column| column.field.clone())
        .chain(
            RESERVED_FIELDS
                .iter()
                .chain(&FILTER_WORDS)
                .map(|&word| word.to_owned()),
        )
        .collect()
}
