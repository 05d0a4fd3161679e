//! A random declaration with its rows, kept naively: lists of rows.

use codegen::derive::derive;
use codegen::{ApiModel, Relation};

use super::random::Random;
use super::value::{Kind, Value};

/// Tables and their rows.
#[derive(Debug, Clone)]
pub(super) struct World {
    /// The tables; a foreign key leads to an earlier one or to its own.
    pub(super) tables: Vec<Table>,
    next: u64,
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Its name.
    pub(super) name: String,
    /// Its columns.
    pub(super) columns: Vec<Column>,
    /// The positions of the primary key's columns.
    pub(super) key: Vec<usize>,
    /// Its foreign keys.
    pub(super) references: Vec<Reference>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Its name.
    pub(super) name: String,
    /// Its type.
    pub(super) kind: Kind,
    /// Whether it may be NULL.
    pub(super) nullable: bool,
}

/// A foreign key to the one column of another table's primary key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference {
    /// The column.
    pub(super) column: usize,
    /// The table that it leads to.
    pub(super) target: usize,
    /// What a removal of the row there does.
    pub(super) on_delete: OnDelete,
}

/// What the removal of a row does to those that refer to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDelete {
    /// It is refused.
    Restrict,
    /// They go too.
    Cascade,
    /// They refer to nothing.
    SetNull,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Counts up: the order of tables without a key.
    pub(super) sequence: u64,
    /// By column.
    pub(super) values: Vec<Value>,
}

/// Why a write is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// A key is taken.
    Unique,
    /// A reference leads nowhere, or a row is still referred to.
    Reference,
}

impl World {
    /// A random declaration without rows.
    pub(super) fn declare(random: &mut Random) -> Self {
        // Either all restrict or none does: what a mixture does depends on the order in which rows are looked at.
        let restricts = random.percent(30);
        let mut tables: Vec<Table> = Vec::new();
        for position in 0..=random.below(4) {
            let mut table = Table::keyed(format!("t{position}"), random);
            for n in 0..=random.below(4) {
                table.columns.push(Column {
                    name: format!("c{n}"),
                    kind: Kind::any(random),
                    nullable: random.percent(60),
                });
            }
            tables.push(table);
            for n in 0..random.below(3) {
                refer(&mut tables, position, n, restricts, random);
            }
        }
        Self { tables, next: 0 }
    }

    /// The declaration as a script.
    pub(super) fn sql(&self) -> String {
        self.tables.iter().map(|table| table.sql(self)).collect()
    }

    /// The names that the API gives.
    pub(super) fn model(&self) -> ApiModel {
        let read = schema::read::sql::read_bytes(self.sql().as_bytes());
        derive(&read.map(|read| read.schema).unwrap_or_default())
    }

    /// The rows as a script.
    pub(super) fn inserts(&self) -> String {
        let mut script = String::new();
        for table in &self.tables {
            for row in &table.rows {
                let values: Vec<String> = table
                    .columns
                    .iter()
                    .zip(&row.values)
                    .map(|(column, value)| column.kind.sql_literal(value))
                    .collect();
                script += &format!("INSERT INTO {} VALUES ({});\n", table.name, values.join(","));
            }
        }
        script
    }

    /// Adds random rows that break nothing.
    pub(super) fn fill(&mut self, random: &mut Random) {
        for table in 0..self.tables.len() {
            for _ in 0..random.below(9) {
                let values = self.row(table, random);
                let mut with = self.clone();
                if with.insert(table, vec![values]).is_ok() {
                    *self = with;
                }
            }
        }
    }

    /// A random row, whose references mostly lead somewhere.
    pub(super) fn row(&self, table: usize, random: &mut Random) -> Vec<Value> {
        let declared = &self.tables[table];
        let mut values: Vec<Value> = declared
            .columns
            .iter()
            .map(|column| column.value(random))
            .collect();
        for reference in &declared.references {
            values[reference.column] = self.referred(declared, *reference, random);
        }
        values
    }

    /// A value for a reference.
    pub(super) fn referred(&self, table: &Table, reference: Reference, random: &mut Random) -> Value {
        let column = &table.columns[reference.column];
        let target = &self.tables[reference.target];
        if column.nullable && random.percent(20) {
            Value::Null
        } else if target.rows.is_empty() || random.percent(4) {
            column.kind.value(random)
        } else {
            random.pick(&target.rows).values[target.key[0]].clone()
        }
    }

    /// Adds rows to a table, all or none. Answers their positions.
    pub(super) fn insert(&mut self, table: usize, rows: Vec<Vec<Value>>) -> Result<Vec<usize>, Broken> {
        let mut added = Vec::new();
        for values in rows {
            let target = &mut self.tables[table];
            if target
                .rows
                .iter()
                .any(|row| target.same_key(&row.values, &values))
            {
                return Err(Broken::Unique);
            }
            added.push(target.rows.len());
            target.rows.push(Row {
                sequence: self.next,
                values,
            });
            self.next += 1;
        }
        self.check_references(table)?;
        Ok(added)
    }

    /// Whether every reference of a table leads somewhere.
    pub(super) fn check_references(&self, table: usize) -> Result<(), Broken> {
        let declared = &self.tables[table];
        for reference in &declared.references {
            let target = &self.tables[reference.target];
            let kind = declared.columns[reference.column].kind;
            for row in &declared.rows {
                let value = &row.values[reference.column];
                let found = |parent: &Row| {
                    let key = &parent.values[target.key[0]];
                    // A row that refers to itself must spell its key as it is: SQLite compares these two byte by byte.
                    let itself = reference.target == table && parent.sequence == row.sequence;
                    kind.compare(key, value).is_eq() && (!itself || key == value)
                };
                if *value != Value::Null && !target.rows.iter().any(found) {
                    return Err(Broken::Reference);
                }
            }
        }
        Ok(())
    }

    /// Removes rows of a table, with what that does to others.
    pub(super) fn delete(&mut self, table: usize, gone: &[u64]) -> Result<(), Broken> {
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
                    self.act(child, reference, &removed)?;
                }
            }
        }
        Ok(())
    }

    fn act(&mut self, child: usize, reference: Reference, removed: &[Row]) -> Result<(), Broken> {
        let key = self.tables[reference.target].key[0];
        let kind = self.tables[child].columns[reference.column].kind;
        let mut cascaded = Vec::new();
        for row in &mut self.tables[child].rows {
            let value = &mut row.values[reference.column];
            let refers = |gone: &Row| *value != Value::Null && kind.compare(&gone.values[key], value).is_eq();
            if !removed.iter().any(refers) {
                continue;
            }
            match reference.on_delete {
                OnDelete::Restrict => return Err(Broken::Reference),
                OnDelete::SetNull => *value = Value::Null,
                OnDelete::Cascade => cascaded.push(row.sequence),
            }
        }
        self.delete(child, &cascaded)
    }

    /// The rows that a relation leads to from a row.
    pub(super) fn related<'w>(&'w self, from: &Table, row: &Row, relation: &Relation) -> Vec<&'w Row> {
        let target = &self.tables[relation.target.index()];
        let equal = |candidate: &Row| {
            relation.join.iter().all(|(own, theirs)| {
                let (left, right) = (&row.values[own.index()], &candidate.values[theirs.index()]);
                let kind = from.columns[own.index()].kind;
                *left != Value::Null && *right != Value::Null && kind.compare(left, right).is_eq()
            })
        };
        target.rows.iter().filter(|candidate| equal(candidate)).collect()
    }
}

/// Adds a foreign key to the last table, if there is a table that it can lead to.
fn refer(tables: &mut [Table], position: usize, n: usize, restricts: bool, random: &mut Random) {
    let target = random.below(position + 1);
    let [key] = tables[target].key[..] else { return };
    let kind = tables[target].columns[key].kind;
    let own = target == position;
    let nullable = own || random.percent(50);
    let on_delete = match (restricts && !own, nullable && random.percent(50)) {
        (true, _) => OnDelete::Restrict,
        (false, true) => OnDelete::SetNull,
        (false, false) => OnDelete::Cascade,
    };
    let table = &mut tables[position];
    table.references.push(Reference {
        column: table.columns.len(),
        target,
        on_delete,
    });
    table.columns.push(Column {
        name: format!("r{n}"),
        kind,
        nullable,
    });
}

impl Column {
    fn value(&self, random: &mut Random) -> Value {
        if self.nullable && random.percent(30) {
            Value::Null
        } else {
            self.kind.value(random)
        }
    }
}

impl Table {
    fn keyed(name: String, random: &mut Random) -> Self {
        let kinds: &[Kind] = match random.below(10) {
            0..=4 => &[Kind::Int],
            5 => &[Kind::Text],
            6 => &[Kind::Big],
            7 => &[Kind::Date, Kind::Int],
            8 => &[Kind::Exact, Kind::Enum, Kind::Decimal],
            _ => &[],
        };
        let columns: Vec<Column> = kinds
            .iter()
            .enumerate()
            .map(|(n, kind)| Column {
                name: format!("k{n}"),
                kind: *kind,
                nullable: false,
            })
            .collect();
        Self {
            name,
            key: (0..columns.len()).collect(),
            columns,
            references: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Whether two rows have the same primary key.
    pub(super) fn same_key(&self, left: &[Value], right: &[Value]) -> bool {
        let same = |position: &usize| {
            let kind = self.columns[*position].kind;
            kind.compare(&left[*position], &right[*position]).is_eq()
        };
        !self.key.is_empty() && self.key.iter().all(same)
    }

    fn sql(&self, world: &World) -> String {
        let mut lines: Vec<String> = self
            .columns
            .iter()
            .map(|column| {
                let null = if column.nullable { "" } else { " NOT NULL" };
                format!("  {} {}{null}", column.name, column.kind.sql())
            })
            .collect();
        let names = |positions: &[usize]| {
            let names: Vec<&str> = positions.iter().map(|n| self.columns[*n].name.as_str()).collect();
            names.join(", ")
        };
        if !self.key.is_empty() {
            lines.push(format!("  PRIMARY KEY ({})", names(&self.key)));
        }
        for reference in &self.references {
            let target = &world.tables[reference.target];
            let action = match reference.on_delete {
                OnDelete::Restrict => "RESTRICT",
                OnDelete::Cascade => "CASCADE",
                OnDelete::SetNull => "SET NULL",
            };
            lines.push(format!(
                "  FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {action}",
                names(&[reference.column]),
                target.name,
                target.columns[target.key[0]].name
            ));
        }
        format!("CREATE TABLE {} (\n{}\n);\n", self.name, lines.join(",\n"))
    }
}
