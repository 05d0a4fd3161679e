//! Random declarations, as scripts that a change can be made to.

use std::fmt::Write as _;

use crate::hard::EVERY_TYPE;
use crate::random::Random;

/// Columns that say more than their type. All tables have the one that the generated ones are made of.
const SAYING_MORE: [&str; 10] = [
    "INT NOT NULL DEFAULT 7",
    "VARCHAR(40) DEFAULT 'it''s' COMMENT 'a \"quoted\" */ text, with `marks` and\\na line'",
    "ENUM('x','y') NOT NULL DEFAULT 'y' COMMENT 'one of two'",
    "SET('a b','c') COMMENT '@deprecated use another'",
    "DECIMAL(12,4) UNSIGNED NOT NULL DEFAULT 0",
    "TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP",
    "BIGINT AS (column_0 + 1) VIRTUAL COMMENT 'one more'",
    "VARCHAR(30) AS (CONCAT(column_0, '!')) STORED",
    "BOOL COMMENT 'whether'",
    "JSON NOT NULL",
];

/// Types that a key can be over.
const INDEXED: [&str; 5] = [
    "INT NOT NULL",
    "VARCHAR(20) NOT NULL",
    "DATE",
    "DECIMAL(10,2)",
    "ENUM('new','paid')",
];

/// The name of what a declaration has more.
pub const MORE: &str = "quux_corge";

/// The name of what is like it.
const ONCE: &str = "plugh_waldo";

/// A declaration.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    /// Its tables, which refer to each other in any order.
    tables: Vec<DeclaredTable>,
}

/// A table.
#[derive(Debug, Clone)]
struct DeclaredTable {
    name: String,
    /// The columns behind those of the primary key: their names, and what stands behind these.
    columns: Vec<(String, String)>,
    /// The type of the primary key's one column, where it has one.
    key: Option<&'static str>,
    /// The other keys, in the order in which they were declared.
    keys: Vec<String>,
    comment: Option<String>,
}

/// A column, maybe with a key over it.
#[derive(Debug, Clone)]
struct DeclaredColumn {
    /// What stands behind its name.
    definition: String,
    /// What stands before its name in parentheses, and what behind.
    key: Option<(&'static str, String)>,
}

/// A declaration, and one that has something more than it.
pub struct Grown {
    /// Without it.
    pub before: Declared,
    /// With it.
    pub after: Declared,
}

impl Declared {
    /// The declaration of that seed.
    fn any(random: &mut Random) -> Self {
        let mut declared = Self::default();
        for position in 0..=random.below(5) {
            let key = match random.below(5) {
                0 => None,
                1 | 2 => Some("BIGINT UNSIGNED"),
                _ => Some("INT"),
            };
            declared.tables.push(DeclaredTable {
                name: format!(
                    "{}_{position}",
                    random.pick(&["book", "people", "Order_Line", "größe", "x"])
                ),
                columns: Vec::new(),
                key,
                keys: Vec::new(),
                comment: random.percent(30).then(|| format!("Rows of number {position}.")),
            });
        }
        for position in 0..declared.tables.len() {
            for n in 0..random.below(12) {
                let column = declared.column(random);
                declared.tables[position].put(n, &format!("c_{n}"), &column);
            }
        }
        declared
    }

    /// A declaration of that seed, and the same with a column [`MORE`] anywhere in any of its tables. There is a like column [`ONCE`]:
    /// what is said of a table's first column of a type, or of its first foreign key to a table, is about more than the column.
    pub fn with_a_column_more(seed: u64) -> Grown {
        let random = &mut Random::new(seed);
        let mut before = Self::any(random);
        let column = before.column(random);
        let position = random.below(before.tables.len());
        let table = &mut before.tables[position];
        table.put(random.below(table.columns.len() + 1), ONCE, &column);
        let mut after = before.clone();
        let table = &mut after.tables[position];
        table.put(random.below(table.columns.len() + 1), MORE, &column);
        Grown { before, after }
    }

    /// The same with a table more, behind a like table.
    pub fn with_a_table_more(seed: u64) -> Grown {
        let random = &mut Random::new(seed);
        let mut before = Self::any(random);
        let mut table = DeclaredTable {
            name: ONCE.to_owned(),
            columns: Vec::new(),
            key: Some("INT"),
            keys: Vec::new(),
            comment: None,
        };
        for n in 0..random.below(8) {
            table.put(n, &format!("c_{n}"), &before.column(random));
        }
        before.tables.push(table.clone());
        MORE.clone_into(&mut table.name);
        let mut after = before.clone();
        let position = random.below(after.tables.len() + 1);
        after.tables.insert(position, table);
        Grown { before, after }
    }

    /// The same tables in another order.
    #[must_use]
    pub fn reordered(&self, seed: u64) -> Self {
        let random = &mut Random::new(seed);
        let mut tables = self.tables.clone();
        for end in (1..tables.len()).rev() {
            tables.swap(end, random.below(end + 1));
        }
        Self { tables }
    }

    /// A random column: of any type, member of a key, or a foreign key to any of the tables.
    fn column(&self, random: &mut Random) -> DeclaredColumn {
        let targets: Vec<(&str, &str)> = self
            .tables
            .iter()
            .filter_map(|table| Some((table.name.as_str(), table.key?)))
            .collect();
        let (definition, key) = match random.below(10) {
            0..=1 if !targets.is_empty() => {
                let (target, ty) = random.pick(&targets);
                let rest = format!(" REFERENCES `{target}` (id)");
                ((*ty).to_owned(), Some(("FOREIGN KEY", rest)))
            }
            2 => {
                let kind = random.pick(&["KEY", "UNIQUE KEY"]);
                ((*random.pick(&INDEXED)).to_owned(), Some((*kind, String::new())))
            }
            3 => ("TEXT NOT NULL".to_owned(), Some(("FULLTEXT KEY", String::new()))),
            4..=6 => ((*random.pick(&SAYING_MORE)).to_owned(), None),
            _ => ((*random.pick(&EVERY_TYPE)).to_owned(), None),
        };
        DeclaredColumn { definition, key }
    }

    /// The script.
    pub fn sql(&self) -> String {
        self.tables.iter().map(DeclaredTable::sql).collect()
    }
}

impl DeclaredTable {
    /// Puts a column at a place. Its key comes behind the others, as one that is added does.
    fn put(&mut self, place: usize, name: &str, column: &DeclaredColumn) {
        self.columns
            .insert(place, (name.to_owned(), column.definition.clone()));
        if let Some((kind, rest)) = &column.key {
            self.keys.push(format!("{kind} (`{name}`){rest}"));
        }
    }

    fn sql(&self) -> String {
        let mut lines = match self.key {
            Some(ty) => vec![format!("id {ty} PRIMARY KEY")],
            None => vec![
                "a INT".to_owned(),
                "b VARCHAR(9)".to_owned(),
                "PRIMARY KEY (a, b)".to_owned(),
            ],
        };
        lines.push("column_0 INT NOT NULL".to_owned());
        let columns = self.columns.iter();
        lines.extend(columns.map(|(name, definition)| format!("`{name}` {definition}")));
        lines.extend(self.keys.iter().cloned());
        let mut script = format!("CREATE TABLE `{}` (\n  {}\n)", self.name, lines.join(",\n  "));
        if let Some(comment) = &self.comment {
            let _ = write!(script, " COMMENT='{comment}'");
        }
        script + ";\n"
    }
}
