//! Random writes, and what they do.

use codegen::ApiModel;
use serde_json::{Value as Json, json};

use super::evaluate::{Evaluator, Form};
use super::graphql::Printer;
use super::nested::{ANY, Doer, Object};
use super::nesting::Nesting;
use super::queries::Queries;
use super::query::{Filter, Select};
use super::rows::{Conflict, Given, Refused, UNSAID};
use super::value::{Kind, Value};
use super::world::{Row, Table, World};
use crate::random::Random;

/// A write.
#[derive(Debug, Clone)]
pub(super) struct Write {
    /// The table.
    pub(super) table: usize,
    /// What is done.
    pub(super) what: What,
    /// What is answered of the rows.
    pub(super) select: Select,
}

/// What a write does.
#[derive(Debug, Clone)]
pub(super) enum What {
    /// Adds rows.
    Insert(Vec<Given>, Option<Conflict>),
    /// Changes at most so many rows.
    Update(Given, Option<Filter>, usize),
    /// Removes at most so many rows.
    Delete(Option<Filter>, usize),
    /// Adds a row with what is nested in it.
    Create(Object),
    /// Changes the row that a filter finds, with what is nested in the change.
    Change(Object, Filter),
}

impl Write {
    /// Any.
    pub(super) fn any(queries: &Queries<'_>, random: &mut Random) -> Self {
        let world = queries.world;
        let table = random.below(world.tables.len());
        let filter = |random: &mut Random| random.percent(90).then(|| queries.filter(table, 2, random));
        let nesting = Nesting {
            queries: Queries { ..*queries },
        };
        let what = match random.below(12) {
            8 | 9 => What::Create(nesting.added(table, None, 2, random)),
            10 | 11 => {
                let change = nesting.changed(table, None, 2, random);
                let filter = queries.row_filter(table, random);
                match filter {
                    Some(filter) if !(change.given.is_empty() && change.related.is_empty()) => {
                        What::Change(change, filter)
                    }
                    _ => What::Create(nesting.added(table, None, 2, random)),
                }
            }
            0..=2 => What::Insert(
                (0..=random.below(3))
                    .map(|_| inserted(world, table, random))
                    .collect(),
                None,
            ),
            3 | 4 => upserted(world, table, random),
            5 | 6 => match changed(world, table, random) {
                set if set.is_empty() => What::Delete(filter(random), random.below(4)),
                set => What::Update(set, filter(random), random.below(5)),
            },
            _ => What::Delete(filter(random), random.below(4)),
        };
        Self {
            table,
            what,
            select: queries.select(table, 1, random),
        }
    }

    /// As a field of a mutation.
    pub(super) fn field(&self, printer: Printer<'_>) -> String {
        let names = &printer.model.tables[self.table].names;
        let (field, mut arguments) = match &self.what {
            What::Insert(rows, conflict) => {
                let rows: Vec<String> = rows.iter().map(|row| printer.object(self.table, row)).collect();
                let mut arguments = vec![format!("objects: [{}]", rows.join(", "))];
                if let Some(conflict) = conflict {
                    arguments.push(format!("onConflict: {}", printer.conflict(self.table, conflict)));
                }
                (&names.insert, arguments)
            }
            What::Update(set, _, at_most) => (
                &names.update,
                vec![
                    format!("set: {}", printer.object(self.table, set)),
                    format!("atMost: {at_most}"),
                ],
            ),
            What::Delete(_, at_most) => (&names.delete, vec![format!("atMost: {at_most}")]),
            What::Create(object) => (
                &names.insert,
                vec![format!("objects: [{}]", printer.nested(self.table, object))],
            ),
            What::Change(object, _) => (
                &names.update,
                vec![format!("set: {}", printer.nested(self.table, object))],
            ),
        };
        if let What::Update(_, Some(filter), _) | What::Delete(Some(filter), _) | What::Change(_, filter) =
            &self.what
        {
            arguments.push(format!("filter: {}", printer.filter(self.table, filter)));
        }
        format!(
            "{field}({}) {{ affectedCount records {{ {} }} }}",
            arguments.join(", "),
            printer.select(self.table, &self.select)
        )
    }

    /// As REST means it: as in PostgREST, by the primary key unless said, also where rows are passed over.
    pub(super) fn by_key(&mut self, world: &World) {
        let key = &world.tables[self.table].key;
        if let What::Insert(_, Some(conflict)) = &mut self.what
            && conflict.target.is_none()
            && !key.is_empty()
        {
            conflict.target = Some(key.clone());
        }
    }

    /// The values in it that REST says, each with its type.
    pub(super) fn values(&self, world: &World) -> Vec<(Kind, Value)> {
        let columns = &world.tables[self.table].columns;
        let mut values = Vec::new();
        let mut push = |column: usize, value: &Value| {
            if *value != Value::Null {
                values.push((columns[column].kind, value.clone()));
            }
        };
        match &self.what {
            What::Insert(rows, _) => rows
                .iter()
                .flatten()
                .for_each(|(column, value)| push(*column, value)),
            What::Update(set, filter, _) => {
                set.iter().for_each(|(column, value)| push(*column, value));
                filter.iter().for_each(|filter| compared(filter, &mut push));
            }
            What::Delete(filter, _) => filter.iter().for_each(|filter| compared(filter, &mut push)),
            What::Create(_) | What::Change(..) => {}
        }
        values
    }

    /// Whether it writes related rows.
    pub(super) const fn is_nested(&self) -> bool {
        matches!(self.what, What::Create(_) | What::Change(..))
    }

    /// Whether a filter in it is one that writes refuse, because it would find every row.
    pub(super) fn is_vague(&self) -> bool {
        matches!(&self.what, What::Update(_, Some(filter), _) | What::Delete(Some(filter), _) if vague(filter))
    }

    /// Does it. Answers the field's value.
    pub(super) fn apply(&self, world: &mut World, model: &ApiModel) -> Result<Json, Refused> {
        match &self.what {
            What::Insert(rows, conflict) => {
                let written = world.insert(self.table, rows, conflict.as_ref())?;
                Ok(self.payload(world, model, &written))
            }
            What::Update(set, filter, at_most) => {
                let found = self.found(world, model, filter.as_ref());
                let mut refused = too_many(&found, *at_most);
                refused.extend(world.update(self.table, &found, set).err().into_iter().flatten());
                refuse(refused)?;
                Ok(self.payload(world, model, &found))
            }
            What::Create(object) => {
                let mut after = world.clone();
                let doer = &mut Doer {
                    world: &mut after,
                    model,
                };
                let written = doer.add(self.table, &[object], None).map_err(nested)?;
                *world = after;
                self.whole_payload(world, model, &written)
            }
            What::Change(object, filter) => {
                let found = self.found(world, model, Some(filter));
                if found.len() > 1 {
                    return Err(vec![ANY]);
                }
                let mut after = world.clone();
                let doer = &mut Doer {
                    world: &mut after,
                    model,
                };
                doer.change(self.table, &found, object).map_err(nested)?;
                *world = after;
                self.whole_payload(world, model, &found)
            }
            What::Delete(filter, at_most) => {
                let found = self.found(world, model, filter.as_ref());
                let mut refused = too_many(&found, *at_most);
                let payload = self.payload(world, model, &found);
                refused.extend(world.delete(self.table, &found).err().into_iter().flatten());
                refuse(refused)?;
                Ok(payload)
            }
        }
    }

    /// The payload of nested writes, unless they removed a row of their own.
    fn whole_payload(&self, world: &World, model: &ApiModel, written: &[u64]) -> Result<Json, Refused> {
        let there = |row: &u64| {
            world.tables[self.table]
                .rows
                .iter()
                .any(|other| other.sequence == *row)
        };
        if written.iter().all(there) {
            Ok(self.payload(world, model, written))
        } else {
            Err(vec![UNSAID])
        }
    }

    fn found(&self, world: &World, model: &ApiModel, filter: Option<&Filter>) -> Vec<u64> {
        let evaluator = evaluator(world, model);
        let wanted =
            |row: &&Row| filter.is_none_or(|filter| evaluator.holds(self.table, row, filter) == Some(true));
        let rows = world.tables[self.table].rows.iter();
        rows.filter(wanted).map(|row| row.sequence).collect()
    }

    fn payload(&self, world: &World, model: &ApiModel, written: &[u64]) -> Json {
        let evaluator = evaluator(world, model);
        let rows = &world.tables[self.table].rows;
        let records: Vec<Json> = written
            .iter()
            .filter_map(|sequence| rows.iter().find(|row| row.sequence == *sequence))
            .map(|row| evaluator.row(self.table, &self.select, row))
            .collect();
        json!({ "affectedCount": records.len(), "records": records })
    }
}

const fn evaluator<'w>(world: &'w World, model: &'w ApiModel) -> Evaluator<'w> {
    Evaluator {
        world,
        model,
        form: Form::Graphql,
    }
}

/// Why nested writes are refused: by any code.
fn nested(mut refused: Refused) -> Refused {
    refused.push(ANY);
    refused
}

pub(super) fn inserted(world: &World, table: usize, random: &mut Random) -> Given {
    let Table {
        columns,
        counter,
        key,
        ..
    } = &world.tables[table];
    let row = world.row(table, random).into_iter().enumerate();
    row.filter(|(column, value)| {
        if columns[*column].generated.is_some() {
            return false;
        }
        if counter.is_some() && key.contains(column) {
            return random.percent(30);
        }
        let said = *value != Value::Null && columns[*column].default.is_none();
        said || random.percent(50)
    })
    .collect()
}

/// Rows of which some are there already, by one of the keys.
pub(super) fn upserted(world: &World, table: usize, random: &mut Random) -> What {
    let declared = &world.tables[table];
    let keys = declared.keys();
    let mut rows: Vec<Given> = (0..=random.below(3))
        .map(|_| inserted(world, table, random))
        .collect();
    if keys.is_empty() || (declared.key.is_empty() && keys.len() > 1) || declared.refers_to_itself(table) {
        return What::Insert(rows, None);
    }
    let at = random.below(keys.len());
    for row in &mut rows {
        if let Some(counter) = declared.counter {
            // How far the counter goes on for a row that is not added is not said: one is named that it has passed.
            let passed = usize::try_from(counter).unwrap_or_default().max(1);
            let number = 1 + i128::try_from(random.below(passed)).unwrap_or_default();
            row.retain(|(column, _)| !declared.key.contains(column));
            row.push((declared.key[0], Value::Number(number)));
        }
        if !declared.rows.is_empty() && random.percent(60) {
            let there = &random.pick(&declared.rows).values;
            row.retain(|(column, _)| !keys[at].contains(column));
            row.extend(keys[at].iter().map(|column| (*column, there[*column].clone())));
        }
    }
    let said = at > 0 || random.percent(50);
    let mut update: Vec<usize> = (0..declared.columns.len()).collect();
    update.retain(|column| {
        let writes = declared.columns[*column].generated.is_none() && !declared.key.contains(column);
        writes && !keys[at].contains(column) && random.percent(40)
    });
    let conflict = Conflict {
        target: said.then(|| keys[at].clone()),
        update: random.percent(60).then_some(update),
    };
    // The primary key is written only where it is what is taken.
    let moves = at > 0 && conflict.update.is_none();
    What::Insert(rows, (!moves).then_some(conflict))
}

pub(super) fn changed(world: &World, table: usize, random: &mut Random) -> Given {
    let declared = &world.tables[table];
    let keyed = random.percent(25) && !declared.refers_to_itself(table);
    let row = world.row(table, random).into_iter().enumerate();
    row.filter(|(column, _)| {
        let writes = declared.columns[*column].generated.is_none();
        writes && (keyed || !declared.key.contains(column)) && random.percent(40)
    })
    .collect()
}

pub(super) fn vague(filter: &Filter) -> bool {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => parts.is_empty() || parts.iter().any(vague),
        Filter::Not(inner) => vague(inner),
        Filter::Related(_, _, inner) => inner.as_ref().is_none_or(|inner| vague(inner)),
        _ => false,
    }
}

fn too_many(found: &[u64], at_most: usize) -> Refused {
    if found.len() > at_most {
        vec!["too_many_rows"]
    } else {
        Vec::new()
    }
}

fn refuse(refused: Refused) -> Result<(), Refused> {
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}

/// The values that a filter compares with.
fn compared(filter: &Filter, push: &mut impl FnMut(usize, &Value)) {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => parts.iter().for_each(|part| compared(part, push)),
        Filter::Not(inner) => compared(inner, push),
        Filter::Compare(column, _, value) => push(*column, value),
        Filter::In(column, values) => values.iter().for_each(|value| push(*column, value)),
        Filter::IsNull(..) | Filter::Related(..) => {}
    }
}
