//! Nested writes: rows with what is done to rows that are related to them, and what that comes to.
//!
//! What is done goes in the order that the API promises: the rows that others refer to, the rows themselves, then those that
//! refer to them, of which some leave before others come.

use codegen::{ApiModel, Relation, RelationKind};

use super::evaluate::{Evaluator, Form};
use super::query::Filter;
use super::rows::{Conflict, Given, Refused, UNSAID};
use super::value::Value;
use super::world::{Row, World};

/// Why a nested write is refused is told by its own tests: any code will do here.
pub(super) const ANY: &str = "any";

/// A row to add or to change, with what is done to related rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Object {
    /// Its own values.
    pub(super) given: Given,
    /// By the relation's position.
    pub(super) related: Vec<(usize, Related)>,
}

/// What is done to the rows of a relation.
#[derive(Debug, Clone, Default)]
pub(super) struct Related {
    pub(super) disconnect: Vec<Given>,
    pub(super) delete: Vec<Given>,
    /// The one that there is.
    pub(super) disconnect_it: bool,
    /// The one that there is.
    pub(super) delete_it: bool,
    pub(super) update: Vec<(Option<Filter>, Object)>,
    pub(super) connect: Vec<Given>,
    pub(super) upsert: Vec<(Object, Conflict)>,
    pub(super) create: Vec<Object>,
}

/// A relation with what is done through it, under the row of that number.
type Under<'o> = (u64, &'o Related);

/// Does nested writes.
pub(super) struct Doer<'w> {
    pub(super) world: &'w mut World,
    pub(super) model: &'w ApiModel,
}

impl Doer<'_> {
    /// Adds rows with what is nested in them. Answers their numbers.
    pub(super) fn add(
        &mut self,
        table: usize,
        objects: &[&Object],
        conflict: Option<&Conflict>,
    ) -> Result<Vec<u64>, Refused> {
        let mut rows: Vec<Given> = objects.iter().map(|object| object.given.clone()).collect();
        let model = self.model;
        for (position, relation) in model.tables[table].relations.iter().enumerate() {
            if is_forward(relation) {
                self.parents(position, relation, objects, &mut rows)?;
            }
        }
        let added = self.world.insert(table, &rows, conflict)?;
        if conflict.is_some() && added.len() != rows.len() {
            // Rows that are passed over have no number.
            return if objects.iter().all(|object| object.related.is_empty()) {
                Ok(added)
            } else {
                Err(vec![UNSAID])
            };
        }
        for (position, relation) in model.tables[table].relations.iter().enumerate() {
            if !is_forward(relation) {
                let nested = objects.iter().zip(&added).filter_map(|(object, row)| {
                    let found = object.related.iter().find(|(other, _)| *other == position);
                    found.map(|(_, related)| (*row, related))
                });
                self.attach(table, relation, &nested.collect::<Vec<_>>())?;
            }
        }
        Ok(added)
    }

    /// Adds or finds the rows that new ones refer to.
    fn parents(
        &mut self,
        position: usize,
        relation: &Relation,
        objects: &[&Object],
        rows: &mut [Given],
    ) -> Result<(), Refused> {
        let target = relation.target.index();
        let nested: Vec<(usize, &Related)> = objects
            .iter()
            .enumerate()
            .filter_map(|(at, object)| {
                let found = object.related.iter().find(|(other, _)| *other == position);
                found.map(|(_, related)| (at, related))
            })
            .collect();
        let mut found: Vec<(usize, u64)> = Vec::new();
        let created = nested
            .iter()
            .filter_map(|(at, related)| Some((*at, related.create.first()?)));
        let (places, created): (Vec<usize>, Vec<&Object>) = created.unzip();
        if !created.is_empty() {
            found.extend(places.into_iter().zip(self.add(target, &created, None)?));
        }
        for (at, related) in &nested {
            for named in &related.connect {
                found.push((*at, self.named(target, named, None)?));
            }
        }
        for (at, related) in &nested {
            for (object, conflict) in &related.upsert {
                if conflict.update.as_ref().is_some_and(Vec::is_empty) {
                    // The row for which it may be passed over is found by all columns of the key.
                    let given = |column: &usize| object.given.iter().any(|(other, _)| other == column);
                    match &conflict.target {
                        Some(key) if key.iter().all(given) => {}
                        Some(_) => return Err(vec![ANY]),
                        None => return Err(vec![UNSAID]),
                    }
                }
                let added = self.add(target, &[object], Some(conflict))?;
                let there = match added.first() {
                    Some(row) => *row,
                    // It was passed over for the one that is there.
                    None => self.taken(target, &object.given, conflict)?,
                };
                found.push((*at, there));
            }
            if related.disconnect_it {
                rows[*at].extend(relation.join.iter().map(|(own, _)| (own.index(), Value::Null)));
            }
        }
        for (at, row) in found {
            let parent = self.row(target, row)?.values.clone();
            let join = relation.join.iter();
            rows[at].extend(join.map(|(own, theirs)| (own.index(), parent[theirs.index()].clone())));
        }
        Ok(())
    }

    /// Relates rows to others, which they refer to.
    fn attach(&mut self, table: usize, relation: &Relation, nested: &[Under<'_>]) -> Result<(), Refused> {
        let target = relation.target.index();
        let (mut created, mut upserted) = (Vec::new(), Vec::new());
        let mut connected: Vec<u64> = Vec::new();
        let mut sets = Vec::new();
        for (parent, related) in nested {
            let key = self.key(table, relation, *parent)?;
            let with = |object: &Object| {
                let mut object = object.clone();
                object.given.extend(key.clone());
                object
            };
            created.extend(related.create.iter().map(with));
            for (object, conflict) in &related.upsert {
                let mut conflict = conflict.clone();
                if let (Some(update), Some(target)) = (&mut conflict.update, &conflict.target) {
                    let more = key.iter().map(|(column, _)| *column);
                    update.extend(more.filter(|column| !target.contains(column)));
                }
                upserted.push((with(object), conflict));
            }
            for named in &related.connect {
                let row = self.named(target, named, None)?;
                if connected.contains(&row) {
                    return Err(vec![ANY]);
                }
                connected.push(row);
                sets.push((row, key.clone()));
            }
        }
        // All of them at once, as far as keys are concerned.
        if sets.len() > 1 && self.world.tables[target].unique.len() + self.world.tables[target].key.len() > 0
        {
            let keyed: Vec<usize> = self.world.tables[target].keys().concat();
            if sets
                .iter()
                .any(|(_, set)| set.iter().any(|(column, _)| keyed.contains(column)))
            {
                return Err(vec![UNSAID]);
            }
        }
        for (row, set) in sets {
            self.world.update(target, &[row], &set)?;
        }
        if upserted.len() > 1 {
            // They go in groups of what is asked.
            return Err(vec![UNSAID]);
        }
        for (object, conflict) in upserted {
            self.add(target, &[&object], Some(&conflict))?;
        }
        let created: Vec<&Object> = created.iter().collect();
        if !created.is_empty() {
            self.add(target, &created, None)?;
        }
        Ok(())
    }

    /// Changes rows with what is nested in the change.
    pub(super) fn change(&mut self, table: usize, found: &[u64], set: &Object) -> Result<(), Refused> {
        if found.is_empty() {
            // What lacks a value that it needs is refused all the same, and this is not looked at here.
            return if set.related.is_empty() {
                Ok(())
            } else {
                Err(vec![UNSAID])
            };
        }
        let [only] = found else {
            if set.related.is_empty() {
                return self.world.update(table, found, &set.given);
            }
            return Err(vec![UNSAID]);
        };
        let model = self.model;
        let relations = &model.tables[table].relations;
        let mut values = vec![set.given.clone()];
        let mut leaving = Vec::new();
        let mut rest = set.clone();
        for (position, relation) in relations.iter().enumerate().filter(|(_, one)| is_forward(one)) {
            let there = rest.related.iter().position(|(other, related)| {
                *other == position && (related.delete_it || !related.update.is_empty())
            });
            if let Some(at) = there {
                let (_, related) = rest.related.remove(at);
                let row = self.row(table, *only)?.clone();
                let parents = self.world.related(&self.world.tables[table], &row, relation);
                let parents: Vec<u64> = parents.iter().map(|row| row.sequence).collect();
                if let Some((_, change)) = related.update.first() {
                    if parents.is_empty() {
                        return Err(vec![ANY]);
                    }
                    self.change(relation.target.index(), &parents, change)?;
                } else {
                    values[0].extend(relation.join.iter().map(|(own, _)| (own.index(), Value::Null)));
                    leaving.push((relation.target.index(), parents));
                }
            }
            self.parents(position, relation, &[&rest], &mut values)?;
        }
        if !values[0].is_empty() {
            self.world.update(table, &[*only], &values[0])?;
        }
        for (target, rows) in leaving {
            self.world.delete(target, &rows)?;
        }
        for (position, related) in &rest.related {
            let relation = &relations[*position];
            if !is_forward(relation) {
                self.change_children(table, relation, (*only, related))?;
            }
        }
        Ok(())
    }

    fn change_children(
        &mut self,
        table: usize,
        relation: &Relation,
        under: Under<'_>,
    ) -> Result<(), Refused> {
        let (parent, related) = under;
        let target = relation.target.index();
        let nothing: Given = relation
            .join
            .iter()
            .map(|(_, theirs)| (theirs.index(), Value::Null))
            .collect();
        let children = |doer: &Self| -> Result<Vec<u64>, Refused> {
            let row = doer.row(table, parent)?.clone();
            let found = doer.world.related(&doer.world.tables[table], &row, relation);
            Ok(found.iter().map(|row| row.sequence).collect())
        };
        let named = |doer: &Self, list: &[Given]| -> Result<Vec<u64>, Refused> {
            let all = children(doer)?;
            list.iter()
                .map(|named| doer.named(target, named, Some(&all)))
                .collect()
        };
        let left = named(self, &related.disconnect)?;
        let mut once = left.clone();
        once.sort_unstable();
        once.dedup();
        if once.len() < left.len() {
            return Err(vec![ANY]);
        }
        self.world.update(target, &left, &nothing)?;
        let gone = named(self, &related.delete)?;
        self.world.delete(target, &gone)?;
        if related.disconnect_it {
            let all = children(self)?;
            self.world.update(target, &all, &nothing)?;
        }
        if related.delete_it {
            let all = children(self)?;
            if all.is_empty() {
                return Err(vec![ANY]);
            }
            self.world.delete(target, &all)?;
        }
        for (filter, change) in &related.update {
            let mut some = children(self)?;
            if relation.is_to_one() && some.is_empty() {
                return Err(vec![ANY]);
            }
            if let Some(filter) = filter {
                let evaluator = Evaluator {
                    world: self.world,
                    model: self.model,
                    form: Form::Graphql,
                };
                let holds = |row: &u64| {
                    let row = self.row(target, *row);
                    row.is_ok_and(|row| evaluator.holds(target, row, filter) == Some(true))
                };
                some.retain(holds);
            }
            self.change(target, &some, change)?;
        }
        self.attach(table, relation, &[under])
    }

    fn row(&self, table: usize, sequence: u64) -> Result<&Row, Refused> {
        let mut rows = self.world.tables[table].rows.iter();
        rows.find(|row| row.sequence == sequence)
            .ok_or_else(|| vec![UNSAID])
    }

    /// What a row that refers to this one has in its columns.
    fn key(&self, table: usize, relation: &Relation, row: u64) -> Result<Given, Refused> {
        let values = &self.row(table, row)?.values;
        let join = relation.join.iter();
        Ok(join
            .map(|(own, theirs)| (theirs.index(), values[own.index()].clone()))
            .collect())
    }

    /// The row with these values in a key, if need be among some.
    fn named(&self, table: usize, named: &Given, among: Option<&[u64]>) -> Result<u64, Refused> {
        let declared = &self.world.tables[table];
        let found = declared.rows.iter().find(|row| {
            let mut columns = named.iter();
            columns.all(|(column, value)| {
                let kind = declared.columns[*column].kind;
                row.values[*column] != Value::Null && kind.compare(&row.values[*column], value).is_eq()
            }) && among.is_none_or(|among| among.contains(&row.sequence))
        });
        found.map(|row| row.sequence).ok_or_else(|| vec![ANY])
    }

    /// The row for which another one was passed over.
    fn taken(&self, table: usize, given: &Given, conflict: &Conflict) -> Result<u64, Refused> {
        let Some(target) = &conflict.target else {
            return Err(vec![UNSAID]);
        };
        let named: Given = given
            .iter()
            .filter(|(column, _)| target.contains(column))
            .cloned()
            .collect();
        if named.len() < target.len() {
            return Err(vec![ANY]);
        }
        self.named(table, &named, None)
    }
}

/// Whether this table's foreign key is behind the relation.
pub(super) const fn is_forward(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::ToOne { .. })
}
