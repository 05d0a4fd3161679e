//! Random writes, and what they do.

use codegen::ApiModel;
use serde_json::{Value as Json, json};

use super::evaluate::{Evaluator, Form, holds};
use super::graphql::Printer;
use super::query::{Filter, Queries, Select};
use super::random::Random;
use super::value::Value;
use super::world::{Broken, Row, World};

/// A write.
#[derive(Debug, Clone)]
pub(super) struct Write {
    table: usize,
    what: What,
    select: Select,
}

#[derive(Debug, Clone)]
enum What {
    /// The values of each row by column; a NULL may be left out.
    Insert(Vec<Vec<(usize, Value)>>),
    Update(Vec<(usize, Value)>, Option<Filter>, usize),
    Delete(Option<Filter>, usize),
}

/// Why a write is refused: any of these codes, where more than one rule is broken.
pub(super) type Refused = Vec<&'static str>;

impl Write {
    /// Any.
    pub(super) fn any(queries: &Queries<'_>, random: &mut Random) -> Self {
        let world = queries.world;
        let table = random.below(world.tables.len());
        let filter = |random: &mut Random| random.percent(90).then(|| queries.filter(table, 1, random));
        let what = match random.below(4) {
            0 | 1 => What::Insert(
                (0..=random.below(3))
                    .map(|_| inserted(world, table, random))
                    .collect(),
            ),
            2 => match changed(world, table, random) {
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
            What::Insert(rows) => {
                let rows: Vec<String> = rows.iter().map(|row| printer.object(self.table, row)).collect();
                (&names.insert, vec![format!("objects: [{}]", rows.join(", "))])
            }
            What::Update(set, _, at_most) => (
                &names.update,
                vec![
                    format!("set: {}", printer.object(self.table, set)),
                    format!("atMost: {at_most}"),
                ],
            ),
            What::Delete(_, at_most) => (&names.delete, vec![format!("atMost: {at_most}")]),
        };
        if let What::Update(_, Some(filter), _) | What::Delete(Some(filter), _) = &self.what {
            arguments.push(format!("filter: {}", printer.filter(self.table, filter)));
        }
        format!(
            "{field}({}) {{ affectedCount records {{ {} }} }}",
            arguments.join(", "),
            printer.select(self.table, &self.select)
        )
    }

    /// Whether a filter in it is one that writes refuse, because it would find every row.
    pub(super) fn is_vague(&self) -> bool {
        matches!(&self.what, What::Update(_, Some(filter), _) | What::Delete(Some(filter), _) if vague(filter))
    }

    /// Does it. Answers the field's value.
    pub(super) fn apply(&self, world: &mut World, model: &ApiModel) -> Result<Json, Refused> {
        match &self.what {
            What::Insert(rows) => self.insert(world, model, rows),
            What::Update(set, filter, at_most) => {
                let found = self.found(world, filter.as_ref());
                let mut refused = too_many(&found, *at_most);
                let table = &mut world.tables[self.table];
                for row in table.rows.iter_mut().filter(|row| found.contains(&row.sequence)) {
                    for (column, value) in set {
                        row.values[*column] = value.clone();
                    }
                }
                refused.extend(world.check_references(self.table).err().map(code));
                refuse(refused)?;
                Ok(self.payload(world, model, |row| found.contains(&row.sequence)))
            }
            What::Delete(filter, at_most) => {
                let found = self.found(world, filter.as_ref());
                let mut refused = too_many(&found, *at_most);
                let payload = self.payload(world, model, |row| found.contains(&row.sequence));
                refused.extend(world.delete(self.table, &found).err().map(code));
                refuse(refused)?;
                Ok(payload)
            }
        }
    }

    fn insert(
        &self,
        world: &mut World,
        model: &ApiModel,
        rows: &[Vec<(usize, Value)>],
    ) -> Result<Json, Refused> {
        let whole = |row: &Vec<(usize, Value)>| -> Vec<Value> {
            let given = |column| row.iter().find(|(position, _)| *position == column);
            (0..world.tables[self.table].columns.len())
                .map(|column| given(column).map_or(Value::Null, |(_, value)| value.clone()))
                .collect()
        };
        let rows: Vec<Vec<Value>> = rows.iter().map(whole).collect();
        let before = world.tables[self.table].rows.len();
        match world.insert(self.table, rows) {
            Ok(_) => {}
            // References are looked at as well, which this does not get to.
            Err(Broken::Unique) => return Err(vec!["unique_violation", "foreign_key_violation"]),
            Err(broken) => return Err(vec![code(broken)]),
        }
        let first = world.tables[self.table].rows.get(before).map(|row| row.sequence);
        Ok(self.payload(world, model, |row| {
            first.is_some_and(|first| row.sequence >= first)
        }))
    }

    fn found(&self, world: &World, filter: Option<&Filter>) -> Vec<u64> {
        let table = &world.tables[self.table];
        let wanted = |row: &&Row| filter.is_none_or(|filter| holds(table, row, filter) == Some(true));
        table.rows.iter().filter(wanted).map(|row| row.sequence).collect()
    }

    fn payload(&self, world: &World, model: &ApiModel, wanted: impl Fn(&Row) -> bool) -> Json {
        let evaluator = Evaluator {
            world,
            model,
            form: Form::Graphql,
        };
        let rows = world.tables[self.table].rows.iter().filter(|row| wanted(row));
        let records: Vec<Json> = rows
            .map(|row| evaluator.row(self.table, &self.select, row))
            .collect();
        json!({ "affectedCount": records.len(), "records": records })
    }
}

fn inserted(world: &World, table: usize, random: &mut Random) -> Vec<(usize, Value)> {
    let row = world.row(table, random).into_iter().enumerate();
    row.filter(|(_, value)| *value != Value::Null || random.percent(50))
        .collect()
}

fn changed(world: &World, table: usize, random: &mut Random) -> Vec<(usize, Value)> {
    let declared = &world.tables[table];
    let row = world.row(table, random).into_iter().enumerate();
    row.filter(|(column, _)| !declared.key.contains(column) && random.percent(40))
        .collect()
}

fn vague(filter: &Filter) -> bool {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => parts.is_empty() || parts.iter().any(vague),
        Filter::Not(inner) => vague(inner),
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

const fn code(broken: Broken) -> &'static str {
    match broken {
        Broken::Unique => "unique_violation",
        Broken::Reference => "foreign_key_violation",
    }
}
