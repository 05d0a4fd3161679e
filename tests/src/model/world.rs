//! A random declaration with its rows, kept naively: lists of rows.

use codegen::derive::derive;
use codegen::{ApiModel, Relation};

use super::value::{Kind, Value};
use crate::random::Random;

/// Tables and their rows.
#[derive(Debug, Clone)]
pub(super) struct World {
    /// The tables; a foreign key leads to an earlier one or to its own.
    pub(super) tables: Vec<Table>,
    pub(super) next: u64,
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
    /// The positions of the columns of each unique key.
    pub(super) unique: Vec<Vec<usize>>,
    /// The columns that have an index of their own.
    pub(super) indexed: Vec<usize>,
    /// The columns that are at least [`LEAST`].
    pub(super) checked: Vec<usize>,
    /// Its foreign keys.
    pub(super) references: Vec<Reference>,
    /// Its rows.
    pub(super) rows: Vec<Row>,
    /// Where its key counts by itself: the greatest number that a row was added with.
    pub(super) counter: Option<i128>,
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
    /// What a row has that does not say.
    pub(super) default: Option<Value>,
    /// What it is made of, where it is generated: another column, and how.
    pub(super) generated: Option<(usize, Formula)>,
}

/// How a generated column's value is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    /// What an integer leaves when it is divided by 3.
    Rest,
    /// An integer, or 7 for NULL.
    Sure,
    /// A text with a letter more.
    Longer,
    /// Whether it is NULL.
    Missing,
}

/// A foreign key to another table's primary key.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// The columns, in the order of the key's.
    pub(super) columns: Vec<usize>,
    /// The table that it leads to.
    pub(super) target: usize,
    /// What a removal of the row there does.
    pub(super) on_delete: OnDelete,
    /// Whether it follows a change of the key there; else that is refused.
    pub(super) follows: bool,
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

/// What CHECKs ask of a column.
const LEAST: i128 = -2;

impl World {
    /// A random declaration without rows.
    pub(super) fn declare(random: &mut Random) -> Self {
        // Either all restrict or none does: what a mixture does depends on the order in which rows are looked at.
        let restricts = random.percent(30);
        let mut tables: Vec<Table> = Vec::new();
        for position in 0..=random.below(4) {
            let mut table = Table::keyed(format!("t{position}"), random);
            for n in 0..=random.below(4) {
                let kind = Kind::any(random);
                if kind == Kind::Int && random.percent(25) {
                    table.checked.push(table.columns.len());
                }
                table.columns.push(Column {
                    name: format!("c{n}"),
                    kind,
                    nullable: random.percent(60),
                    default: random.percent(20).then(|| kind.value(random)),
                    generated: None,
                });
            }
            for n in 0..random.below(3) {
                table.generate(n, random);
            }
            tables.push(table);
            for n in 0..random.below(3) {
                refer(&mut tables, position, n, restricts, random);
            }
            if let Some(table) = tables.last_mut() {
                table.be_indexed(random);
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
                let given = table.columns.iter().zip(&row.values);
                let given = given.filter(|(column, _)| column.generated.is_none());
                let (names, values): (Vec<&str>, Vec<String>) = given
                    .map(|(column, value)| (column.name.as_str(), column.kind.sql_literal(value)))
                    .unzip();
                script += &format!(
                    "INSERT INTO {} ({}) VALUES ({});\n",
                    table.name,
                    names.join(","),
                    values.join(",")
                );
            }
        }
        script
    }

    /// Adds random rows that break nothing.
    pub(super) fn fill(&mut self, random: &mut Random) {
        for table in 0..self.tables.len() {
            for _ in 0..random.below(9) {
                let values = self.row(table, random).into_iter().enumerate().collect();
                let mut with = self.clone();
                if with.insert(table, &[values], None).is_ok() {
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
        if let (Some(_), [key]) = (declared.counter, declared.key.as_slice()) {
            values[*key] = Value::Number(1 + i128::try_from(random.below(12)).unwrap_or_default());
        }
        for reference in &declared.references {
            for (column, value) in reference
                .columns
                .iter()
                .zip(self.referred(declared, reference, random))
            {
                values[*column] = value;
            }
        }
        declared.derive(&mut values);
        values
    }

    /// Values for a reference. One that is NULL in part leads nowhere, and may.
    fn referred(&self, table: &Table, reference: &Reference, random: &mut Random) -> Vec<Value> {
        let target = &self.tables[reference.target];
        let columns = reference.columns.iter().map(|column| &table.columns[*column]);
        if columns.clone().all(|column| column.nullable) && random.percent(20) {
            return vec![Value::Null; reference.columns.len()];
        }
        if target.rows.is_empty() || random.percent(4) {
            return columns.map(|column| column.kind.value(random)).collect();
        }
        let row = random.pick(&target.rows);
        let mut values: Vec<Value> = target.key.iter().map(|key| row.values[*key].clone()).collect();
        let at = random.below(values.len());
        if values.len() > 1 && table.columns[reference.columns[at]].nullable && random.percent(10) {
            values[at] = Value::Null;
        }
        values
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
    let key = tables[target].key.iter();
    let kinds: Vec<Kind> = key.map(|column| tables[target].columns[*column].kind).collect();
    if kinds.is_empty() {
        return;
    }
    let own = target == position;
    let nullable = own || random.percent(50);
    let on_delete = match (restricts && !own, nullable && random.percent(50)) {
        (true, _) => OnDelete::Restrict,
        (false, true) => OnDelete::SetNull,
        (false, false) => OnDelete::Cascade,
    };
    let table = &mut tables[position];
    table.references.push(Reference {
        columns: (table.columns.len()..table.columns.len() + kinds.len()).collect(),
        target,
        on_delete,
        follows: !own && random.percent(30),
    });
    table
        .columns
        .extend(kinds.into_iter().enumerate().map(|(at, kind)| Column {
            name: if at == 0 {
                format!("r{n}")
            } else {
                format!("r{n}_{at}")
            },
            kind,
            nullable,
            default: None,
            generated: None,
        }));
}

impl Formula {
    fn sql(self, base: &str) -> String {
        match self {
            Self::Rest => format!("{base} % 3"),
            Self::Sure => format!("COALESCE({base}, 7)"),
            Self::Longer => format!("CONCAT({base}, 'z')"),
            Self::Missing => format!("{base} IS NULL"),
        }
    }

    fn of(self, base: &Value) -> Value {
        match (self, base) {
            (Self::Missing, base) => Value::Number(i128::from(*base == Value::Null)),
            (Self::Sure, Value::Null) => Value::Number(7),
            (Self::Rest, Value::Number(number)) => Value::Number(number % 3),
            (Self::Longer, Value::Text(text)) => Value::Text(format!("{text}z")),
            (_, base) => base.clone(),
        }
    }
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
        let kinds: &[Kind] = match random.below(14) {
            0..=4 => &[Kind::Int],
            5 => &[Kind::Text],
            6 => &[Kind::Big],
            7 => &[Kind::Date, Kind::Int],
            8 => &[Kind::Exact, Kind::Enum, Kind::Decimal],
            9 => &[Kind::Bytes],
            10 => &[Kind::Wide],
            11 => &[Kind::Moment],
            12 => &[Kind::Text, Kind::Time, Kind::Set],
            _ => &[],
        };
        let columns: Vec<Column> = kinds
            .iter()
            .enumerate()
            .map(|(n, kind)| Column {
                name: format!("k{n}"),
                kind: *kind,
                nullable: false,
                default: None,
                generated: None,
            })
            .collect();
        Self {
            name,
            key: (0..columns.len()).collect(),
            columns,
            unique: Vec::new(),
            indexed: Vec::new(),
            checked: Vec::new(),
            references: Vec::new(),
            rows: Vec::new(),
            counter: (kinds == [Kind::Int] && random.percent(40)).then_some(0),
        }
    }

    /// Adds a column that is made of another one.
    fn generate(&mut self, n: usize, random: &mut Random) {
        let base = random.below(self.columns.len());
        // As in MySQL, not of what counts by itself.
        if self.counter.is_some() && self.key.contains(&base) || self.columns[base].generated.is_some() {
            return;
        }
        let kind = self.columns[base].kind;
        let formula = match (kind, random.below(3)) {
            (Kind::Int, 0) => Formula::Rest,
            (Kind::Int, 1) => Formula::Sure,
            (Kind::Text | Kind::Exact, 0 | 1) => Formula::Longer,
            _ => Formula::Missing,
        };
        self.columns.push(Column {
            name: format!("g{n}"),
            kind: if formula == Formula::Missing {
                Kind::Bool
            } else {
                kind
            },
            nullable: true,
            default: None,
            generated: Some((base, formula)),
        });
    }

    /// Makes the values of generated columns.
    pub(super) fn derive(&self, values: &mut [Value]) {
        for (at, column) in self.columns.iter().enumerate() {
            if let Some((base, formula)) = column.generated {
                values[at] = formula.of(&values[base]);
            }
        }
    }

    /// Adds an index and a unique key, or does not.
    fn be_indexed(&mut self, random: &mut Random) {
        if random.percent(40) {
            self.indexed.push(random.below(self.columns.len()));
        }
        if random.percent(60) {
            return;
        }
        let mut columns: Vec<usize> = (self.key.len()..self.columns.len()).collect();
        columns.retain(|column| self.columns[*column].generated.is_none() && random.percent(40));
        if !columns.is_empty() && columns.len() < 3 {
            self.unique.push(columns);
        }
    }

    /// All keys, the primary one first, if there is one.
    pub(super) fn keys(&self) -> Vec<Vec<usize>> {
        let primary = std::iter::once(self.key.clone()).filter(|key| !key.is_empty());
        primary.chain(self.unique.clone()).collect()
    }

    /// Whether no two rows have the same values in these columns.
    pub(super) fn is_key(&self, columns: &[usize]) -> bool {
        let named = |column: &usize| columns.contains(column) && !self.columns[*column].nullable;
        self.keys().iter().any(|key| key.iter().all(named))
    }

    /// Whether rows of it refer to others of it.
    pub(super) fn refers_to_itself(&self, own: usize) -> bool {
        self.references.iter().any(|reference| reference.target == own)
    }

    /// What CHECKs and NOT NULL say of a row.
    pub(super) fn broken(&self, values: &[Value]) -> Vec<&'static str> {
        let mut broken = Vec::new();
        let null = |column: &Column, value: &Value| !column.nullable && *value == Value::Null;
        if self
            .columns
            .iter()
            .zip(values)
            .any(|(column, value)| null(column, value))
        {
            broken.push("not_null_violation");
        }
        let small = |column: &usize| matches!(values[*column], Value::Number(number) if number < LEAST);
        if self.checked.iter().any(small) {
            broken.push("check_violation");
        }
        broken
    }

    fn sql(&self, world: &World) -> String {
        let mut lines: Vec<String> = self
            .columns
            .iter()
            .map(|column| {
                if let Some((base, formula)) = column.generated {
                    let made = formula.sql(&self.columns[base].name);
                    // Either kind, whatever the column.
                    let kept = if column.name.ends_with('0') {
                        "STORED"
                    } else {
                        "VIRTUAL"
                    };
                    return format!("  {} {} AS ({made}) {kept}", column.name, column.kind.sql());
                }
                let null = if column.nullable { "" } else { " NOT NULL" };
                let default = column
                    .default
                    .as_ref()
                    .map(|value| column.kind.sql_literal(value));
                let default = default.map_or_else(String::new, |value| format!(" DEFAULT {value}"));
                let counts = if column.name == "k0" && self.counter.is_some() {
                    " AUTO_INCREMENT"
                } else {
                    ""
                };
                format!("  {} {}{null}{default}{counts}", column.name, column.kind.sql())
            })
            .collect();
        let names = |positions: &[usize]| {
            let names: Vec<&str> = positions.iter().map(|n| self.columns[*n].name.as_str()).collect();
            names.join(", ")
        };
        if !self.key.is_empty() {
            lines.push(format!("  PRIMARY KEY ({})", names(&self.key)));
        }
        for (n, key) in self.unique.iter().enumerate() {
            lines.push(format!("  UNIQUE KEY u{n} ({})", names(key)));
        }
        for column in &self.indexed {
            lines.push(format!("  KEY i{column} ({})", self.columns[*column].name));
        }
        for column in &self.checked {
            lines.push(format!("  CHECK ({} >= {LEAST})", self.columns[*column].name));
        }
        for reference in &self.references {
            let target = &world.tables[reference.target];
            let key = target
                .key
                .iter()
                .map(|column| target.columns[*column].name.as_str());
            let key: Vec<&str> = key.collect();
            let action = match reference.on_delete {
                OnDelete::Restrict => "RESTRICT",
                OnDelete::Cascade => "CASCADE",
                OnDelete::SetNull => "SET NULL",
            };
            lines.push(format!(
                "  FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {action}{}",
                names(&reference.columns),
                target.name,
                key.join(", "),
                if reference.follows {
                    " ON UPDATE CASCADE"
                } else {
                    ""
                }
            ));
        }
        format!("CREATE TABLE {} (\n{}\n);\n", self.name, lines.join(",\n"))
    }
}
