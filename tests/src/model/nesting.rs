//! Random nested writes.

use codegen::{ApiModel, Relation};

use super::nested::{Object, Related, is_forward};
use super::queries::Queries;
use super::rows::Given;
use super::value::Value;
use super::write::{What, changed, inserted, upserted, vague};
use crate::random::Random;

/// Makes objects for a world.
pub(super) struct Nesting<'w> {
    pub(super) queries: Queries<'w>,
}

impl Nesting<'_> {
    fn model(&self) -> &ApiModel {
        self.queries.model
    }

    /// A row to add, with others nested so deep. `under` is the relation, if any, that it stands under.
    pub(super) fn added(
        &self,
        table: usize,
        under: Option<&Relation>,
        depth: usize,
        random: &mut Random,
    ) -> Object {
        let mut object = Object {
            given: inserted(self.queries.world, table, random),
            related: Vec::new(),
        };
        self.nest(table, (under, depth), true, &mut object, random);
        object
    }

    /// What a row is changed to.
    pub(super) fn changed(
        &self,
        table: usize,
        under: Option<&Relation>,
        depth: usize,
        random: &mut Random,
    ) -> Object {
        let mut object = Object {
            given: changed(self.queries.world, table, random),
            related: Vec::new(),
        };
        self.nest(table, (under, depth), false, &mut object, random);
        object
    }

    fn nest(
        &self,
        table: usize,
        (under, depth): (Option<&Relation>, usize),
        is_new: bool,
        object: &mut Object,
        random: &mut Random,
    ) {
        if let Some(relation) = under.filter(|relation| !is_forward(relation)) {
            let own = |column: usize| relation.join.iter().any(|(_, theirs)| theirs.index() == column);
            object.given.retain(|(column, _)| !own(*column));
        }
        if depth == 0 {
            return;
        }
        for (position, relation) in self.model().tables[table].relations.iter().enumerate() {
            // The columns that refer to the row above are its.
            let shares = under.filter(|one| !is_forward(one)).is_some_and(|one| {
                let theirs = |column| one.join.iter().any(|(_, theirs)| *theirs == column);
                is_forward(relation) && relation.join.iter().any(|(own, _)| theirs(*own))
            });
            if shares || !random.percent(45) {
                continue;
            }
            let related = if is_forward(relation) {
                let own = |column: usize| relation.join.iter().any(|(own, _)| own.index() == column);
                object.given.retain(|(column, _)| !own(*column));
                self.parent(table, relation, (depth - 1, is_new), random)
            } else {
                self.children(relation, (depth - 1, is_new), random)
            };
            object.related.extend(related.map(|related| (position, related)));
        }
    }

    fn parent(
        &self,
        table: usize,
        relation: &Relation,
        (depth, is_new): (usize, bool),
        random: &mut Random,
    ) -> Option<Related> {
        let target = relation.target.index();
        let mut related = Related::default();
        let columns = &self.queries.world.tables[table].columns;
        let nullable = relation.join.iter().all(|(own, _)| columns[own.index()].nullable);
        match random.below(if is_new { 6 } else { 10 }) {
            0 | 1 => related
                .create
                .push(self.added(target, Some(relation), depth, random)),
            2 | 3 => related.connect.push(self.named(target, random)?),
            4 | 5 => {
                let What::Insert(mut rows, Some(conflict)) = upserted(self.queries.world, target, random)
                else {
                    return None;
                };
                related.upsert.push((
                    Object {
                        given: rows.pop()?,
                        related: Vec::new(),
                    },
                    conflict,
                ));
            }
            6 if nullable => related.disconnect_it = true,
            7 if nullable => related.delete_it = true,
            _ if is_new => return None,
            _ => {
                let change = self.changed(target, Some(relation), depth, random);
                if change.given.is_empty() && change.related.is_empty() {
                    return None;
                }
                related.update.push((None, change));
            }
        }
        Some(related)
    }

    fn children(
        &self,
        relation: &Relation,
        (depth, is_new): (usize, bool),
        random: &mut Random,
    ) -> Option<Related> {
        let target = relation.target.index();
        let declared = &self.queries.world.tables[target];
        let one = relation.is_to_one();
        let mut related = Related::default();
        match random.below(4) {
            0 | 1 => {
                let most = if one { 1 } else { 1 + random.below(2) };
                let create = (0..most).map(|_| self.added(target, Some(relation), depth, random));
                related.create = create.collect();
            }
            2 => related.connect.extend(self.named(target, random)),
            _ => {
                let own = |column: &usize| relation.join.iter().any(|(_, theirs)| theirs.index() == *column);
                if let What::Insert(mut rows, Some(mut conflict)) =
                    upserted(self.queries.world, target, random)
                    && let Some(mut given) = rows.pop()
                {
                    given.retain(|(column, _)| !own(column));
                    if let Some(update) = &mut conflict.update {
                        update.retain(|column| !own(column));
                    }
                    // What is passed over is found by a key that the row gives.
                    let target = conflict.target.clone().unwrap_or_else(|| declared.key.clone());
                    if !target.is_empty() && !target.iter().any(own) && !declared.key.iter().any(own) {
                        conflict.target = Some(target);
                        let object = Object {
                            given,
                            related: Vec::new(),
                        };
                        related.upsert.push((object, conflict));
                    }
                }
            }
        }
        if !is_new {
            let nullable = relation
                .join
                .iter()
                .all(|(_, theirs)| declared.columns[theirs.index()].nullable);
            match random.below(4) {
                0 if one && nullable => related.disconnect_it = true,
                0 if nullable => related.disconnect.extend(self.named(target, random)),
                1 if one => related.delete_it = true,
                1 => related.delete.extend(self.named(target, random)),
                2 => {
                    let change = self.changed(target, Some(relation), depth.min(1), random);
                    let filter = || self.queries.filter(target, 1, &mut random.clone());
                    let filter = (!one).then(filter).filter(|filter| !vague(filter));
                    if !(change.given.is_empty() && change.related.is_empty()) {
                        related.update.push((filter, change));
                    }
                }
                _ => {}
            }
        }
        Some(related).filter(|related| !related.is_nothing())
    }

    /// The values of a row in one of its keys; of a row that is not there, at times.
    fn named(&self, table: usize, random: &mut Random) -> Option<Given> {
        let declared = &self.queries.world.tables[table];
        let keys = declared.keys();
        if keys.is_empty() {
            return None;
        }
        let key = random.pick(&keys);
        let values = if declared.rows.is_empty() || random.percent(5) {
            self.queries.world.row(table, random)
        } else {
            random.pick(&declared.rows).values.clone()
        };
        let named: Given = key
            .iter()
            .map(|column| (*column, values[*column].clone()))
            .collect();
        named
            .iter()
            .all(|(_, value)| *value != Value::Null)
            .then_some(named)
    }
}

impl Related {
    /// Whether nothing is done.
    pub(super) fn is_nothing(&self) -> bool {
        self.create.is_empty()
            && self.connect.is_empty()
            && self.upsert.is_empty()
            && self.update.is_empty()
            && self.disconnect.is_empty()
            && self.delete.is_empty()
            && !self.disconnect_it
            && !self.delete_it
    }
}
