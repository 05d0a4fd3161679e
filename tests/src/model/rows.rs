//! What writes do to rows, and why they are refused.

use super::value::{Kind, Value};
use super::world::{OnDelete, Reference, Row, Table, World};

/// Why a write is refused: any of these codes, where more than one rule is broken.
pub(super) type Refused = Vec<&'static str>;

/// Stands among the codes of a write whose outcome is not said: which of two keys is looked at first.
pub(super) const UNSAID: &str = "unsaid";

const UNIQUE: &str = "unique_violation";
const REFERENCE: &str = "foreign_key_violation";

/// The values of a row by column; the others take their defaults.
pub(super) type Given = Vec<(usize, Value)>;

/// What becomes of a row whose key is taken.
#[derive(Debug, Clone)]
pub(super) struct Conflict {
    /// The columns of a unique key; unless said the primary key, or any where nothing is updated.
    pub(super) target: Option<Vec<usize>>,
    /// The columns that take the new row's values; unless said all that any row gives, beside the key.
    pub(super) update: Option<Vec<usize>>,
}

impl World {
    /// Adds rows to a table, all or none. Answers the numbers of those that were written.
    pub(super) fn insert(
        &mut self,
        table: usize,
        rows: &[Given],
        conflict: Option<&Conflict>,
    ) -> Result<Vec<u64>, Refused> {
        let keys = self.tables[table].keys();
        let any = conflict.is_some_and(Conflict::passes_any);
        let target = conflict.map(|conflict| conflict.target.clone().unwrap_or_else(|| keys[0].clone()));
        let update = conflict.map(|conflict| conflict.updated(rows, target.as_deref().unwrap_or_default()));
        let (mut refused, mut written) = (Refused::new(), Vec::new());
        for given in rows {
            let declared = &self.tables[table];
            let values = declared.completed(given);
            let counted = declared.counted(&values);
            let taken: Vec<(bool, u64)> = keys
                .iter()
                .filter_map(|key| Some((target.as_ref() == Some(key), declared.holder(key, &values, None)?)))
                .collect();
            let other = taken.iter().find(|(is_target, _)| !is_target);
            let own = taken.iter().find(|(is_target, _)| *is_target);
            let broken = declared.broken(&values);
            // What is left out of a row that changes one stays as it is there.
            let there = own.and_then(|(_, own)| declared.rows.iter().find(|row| row.sequence == *own));
            match there.map(|there| declared.broken(&declared.merged(given, &there.values))) {
                None => refused.extend(broken),
                // Whether its default, which nothing takes, has to keep the CHECK as well: as in MySQL alone, and not where another row
                // gives the column.
                Some(merged) if merged.is_empty() != broken.is_empty() => refused.push(UNSAID),
                Some(merged) => refused.extend(merged),
            }
            match (own, other) {
                (None, None) => {
                    written.push(self.next);
                    self.tables[table].counter = counted;
                    self.tables[table].rows.push(Row {
                        sequence: self.next,
                        values,
                    });
                    self.next += 1;
                }
                _ if any => {}
                (None, Some(_)) => refused.extend([UNIQUE, REFERENCE]),
                (Some((_, own)), Some((_, other))) if own != other => refused.push(UNSAID),
                (Some((_, own)), _) => {
                    let set: Given = given
                        .iter()
                        .filter(|(column, _)| update.as_ref().is_some_and(|update| update.contains(column)))
                        .cloned()
                        .collect();
                    // What the second of two rows with one key leaves out is not said.
                    if written.contains(own) {
                        refused.push(UNSAID);
                    }
                    if update.as_ref().is_some_and(|update| !update.is_empty()) {
                        refused.extend(self.set(table, &[*own], &set));
                        written.push(*own);
                    }
                }
            }
        }
        refused.extend(self.dangling());
        refuse(refused).map(|()| written)
    }

    /// Changes rows, all or none.
    pub(super) fn update(&mut self, table: usize, found: &[u64], set: &Given) -> Result<(), Refused> {
        let mut refused = self.set(table, found, set);
        refused.extend(self.dangling());
        refuse(refused)
    }

    /// Sets columns, and what follows them.
    fn set(&mut self, table: usize, found: &[u64], set: &Given) -> Refused {
        let mut refused = Refused::new();
        let before = self.tables[table].rows.clone();
        let declared = &mut self.tables[table];
        for row in declared
            .rows
            .iter_mut()
            .filter(|row| found.contains(&row.sequence))
        {
            for (column, value) in set {
                row.values[*column] = value.clone();
            }
        }
        let derived = declared.clone();
        for row in &mut declared.rows {
            derived.derive(&mut row.values);
        }
        let declared = &self.tables[table];
        for row in declared.rows.iter().filter(|row| found.contains(&row.sequence)) {
            refused.extend(declared.broken(&row.values));
            let taken = |key: &Vec<usize>| declared.holder(key, &row.values, Some(row.sequence)).is_some();
            if declared.keys().iter().any(taken) {
                refused.extend([UNIQUE, REFERENCE]);
            }
        }
        let after = self.tables[table].rows.clone();
        for (old, new) in before.iter().zip(&after) {
            refused.extend(self.follow(table, old, new));
        }
        refused
    }

    /// What the change of a key does to the rows that refer to it.
    fn follow(&mut self, table: usize, old: &Row, new: &Row) -> Refused {
        let mut refused = Refused::new();
        let declared = &self.tables[table];
        let key = declared.key.clone();
        let kinds: Vec<Kind> = key.iter().map(|column| declared.columns[*column].kind).collect();
        let same = |left: &[&Value], right: &[&Value]| {
            let mut pairs = kinds.iter().zip(left.iter().zip(right));
            pairs.all(|(kind, (left, right))| kind.compare(left, right).is_eq())
        };
        let of = |row: &'_ Row| {
            key.iter()
                .map(|column| row.values[*column].clone())
                .collect::<Vec<_>>()
        };
        let (before, now) = (of(old), of(new));
        let before: Vec<&Value> = before.iter().collect();
        if same(&before, &now.iter().collect::<Vec<_>>()) {
            return refused;
        }
        for child in &mut self.tables {
            for reference in child
                .references
                .iter()
                .filter(|reference| reference.target == table)
            {
                for row in &mut child.rows {
                    let values: Vec<&Value> = reference
                        .columns
                        .iter()
                        .map(|column| &row.values[*column])
                        .collect();
                    if values.contains(&&Value::Null) || !same(&values, &before) {
                        continue;
                    }
                    if reference.follows {
                        for (column, value) in reference.columns.iter().zip(&now) {
                            row.values[*column] = value.clone();
                        }
                    } else {
                        refused.push(REFERENCE);
                    }
                }
            }
        }
        refused
    }

    /// Whether its rows break nothing.
    pub(super) fn is_whole(&self) -> bool {
        self.dangling().is_none()
    }

    /// Whether any reference leads nowhere.
    fn dangling(&self) -> Option<&'static str> {
        (0..self.tables.len())
            .any(|table| !self.refers(table))
            .then_some(REFERENCE)
    }

    /// Whether every reference of a table leads somewhere.
    fn refers(&self, table: usize) -> bool {
        let declared = &self.tables[table];
        declared.references.iter().all(|reference| {
            let target = &self.tables[reference.target];
            declared.rows.iter().all(|row| {
                let found = |parent: &Row| {
                    // A row that refers to itself must spell its key as it is: SQLite compares these two byte by byte.
                    let itself = reference.target == table && parent.sequence == row.sequence;
                    let mut pairs = reference.columns.iter().zip(&target.key);
                    pairs.all(|(column, key)| {
                        let (value, key) = (&row.values[*column], &parent.values[*key]);
                        declared.columns[*column].kind.compare(key, value).is_eq()
                            && (!itself || key == value)
                    })
                };
                let mut columns = reference.columns.iter();
                columns.any(|column| row.values[*column] == Value::Null) || target.rows.iter().any(found)
            })
        })
    }

    /// Removes rows of a table, with what that does to others.
    pub(super) fn delete(&mut self, table: usize, gone: &[u64]) -> Result<(), Refused> {
        let (kept, removed): (Vec<Row>, Vec<Row>) = std::mem::take(&mut self.tables[table].rows)
            .into_iter()
            .partition(|row| !gone.contains(&row.sequence));
        self.tables[table].rows = kept;
        if removed.is_empty() {
            return Ok(());
        }
        for child in 0..self.tables.len() {
            for reference in self.tables[child].references.clone() {
                if reference.target == table {
                    self.act(child, &reference, &removed)?;
                }
            }
        }
        Ok(())
    }

    fn act(&mut self, child: usize, reference: &Reference, removed: &[Row]) -> Result<(), Refused> {
        let key = self.tables[reference.target].key.clone();
        let kinds = reference.columns.iter();
        let kinds: Vec<Kind> = kinds
            .map(|column| self.tables[child].columns[*column].kind)
            .collect();
        let mut cascaded = Vec::new();
        for row in &mut self.tables[child].rows {
            let refers = |gone: &Row| {
                let mut pairs = reference.columns.iter().zip(&key).zip(&kinds);
                pairs.all(|((column, key), kind)| {
                    let value = &row.values[*column];
                    *value != Value::Null && kind.compare(&gone.values[*key], value).is_eq()
                })
            };
            if !removed.iter().any(refers) {
                continue;
            }
            match reference.on_delete {
                OnDelete::Restrict => return Err(vec![REFERENCE]),
                OnDelete::SetNull => {
                    for column in &reference.columns {
                        row.values[*column] = Value::Null;
                    }
                }
                OnDelete::Cascade => cascaded.push(row.sequence),
            }
        }
        self.delete(child, &cascaded)
    }
}

impl Conflict {
    /// Whether a row is passed over whatever key of it is taken.
    fn passes_any(&self) -> bool {
        self.target.is_none() && self.update.as_ref().is_some_and(Vec::is_empty)
    }

    fn updated(&self, rows: &[Given], target: &[usize]) -> Vec<usize> {
        let mut given: Vec<usize> = rows.iter().flatten().map(|(column, _)| *column).collect();
        let all = given.clone();
        given.retain(|column| !target.contains(column));
        match &self.update {
            Some(update) => update.clone(),
            None if given.is_empty() => all,
            None => given,
        }
    }
}

impl Table {
    fn completed(&self, given: &Given) -> Vec<Value> {
        let columns = self.columns.iter().enumerate().map(|(position, column)| {
            let given = given.iter().find(|(other, _)| *other == position);
            match given {
                Some((_, value)) => value.clone(),
                None => column.default.clone().unwrap_or(Value::Null),
            }
        });
        let mut values: Vec<Value> = columns.collect();
        if let (Some(counter), [key]) = (self.counter, self.key.as_slice())
            && values[*key] == Value::Null
        {
            let greatest = self.rows.iter().filter_map(|row| row.values[*key].number()).max();
            values[*key] = Value::Number(counter.max(greatest.unwrap_or_default()) + 1);
        }
        self.derive(&mut values);
        values
    }

    /// The values of a row with others in their place.
    fn merged(&self, given: &Given, there: &[Value]) -> Vec<Value> {
        let mut values = there.to_vec();
        for (column, value) in given {
            values[*column] = value.clone();
        }
        self.derive(&mut values);
        values
    }

    /// Where the counter stands once a row with these values is added.
    fn counted(&self, values: &[Value]) -> Option<i128> {
        let added = self.key.first().and_then(|key| values[*key].number());
        Some(self.counter?.max(added?))
    }

    /// The row, but one, that has these values in a key already.
    fn holder(&self, key: &[usize], values: &[Value], but: Option<u64>) -> Option<u64> {
        let same = |row: &&Row| {
            key.iter().all(|position| {
                let (left, right) = (&row.values[*position], &values[*position]);
                let kind = self.columns[*position].kind;
                *left != Value::Null && *right != Value::Null && kind.compare(left, right).is_eq()
            })
        };
        let mut others = self.rows.iter().filter(|row| Some(row.sequence) != but);
        others.find(same).map(|row| row.sequence)
    }
}

fn refuse(refused: Refused) -> Result<(), Refused> {
    if refused.is_empty() { Ok(()) } else { Err(refused) }
}
