//! SQL of SQLite together with the MySQL type of what it gives, in its stored form.

use std::sync::Arc;

use super::ExprError;
use super::number::Number;
use crate::stored::{Stored, Value};
use crate::{Column, ColumnType, IntWidth, Table};

/// SQLite's limit on the depth of an expression is 100; what stands around ours takes some of it.
const MAX_DEPTH: u16 = 90;
/// The longest SQL of one expression, in bytes. A statement holds the whole table in 100 KB.
const MAX_BYTES: usize = 30_000;

/// SQL that stands as an operand without parentheses of its own.
#[derive(Debug, Clone)]
pub(super) struct Sql {
    pub(super) text: String,
    /// An upper bound of its depth as SQLite counts it.
    depth: u16,
}

/// SQL with its type.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub(super) sql: Sql,
    pub(super) kind: Kind,
}

/// A type as MySQL sees it and the stored form that the SQL gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    Null,
    /// A decimal literal: takes the form of what it meets.
    Number(Number),
    /// A text literal: takes the form of what it meets.
    String(String),
    /// A hexadecimal or bit literal: takes the form of what it meets.
    Hex(Vec<u8>),
    /// An integer, decimal or truth value.
    Exact(Range),
    Bits {
        width: u8,
    },
    Year,
    /// `BIGINT UNSIGNED` with its sign bit flipped.
    Biased,
    /// `BIGINT UNSIGNED` whose form another table decides.
    Untold,
    Sortable {
        precision: u8,
        scale: u8,
        unsigned: bool,
    },
    Real,
    Text(Collation),
    Bytes {
        /// The number of bytes, where all values have it.
        length: Option<u64>,
    },
    Date,
    /// Microseconds.
    Time {
        fraction: u8,
    },
    Datetime {
        fraction: u8,
    },
    Timestamp {
        fraction: u8,
    },
    /// The current moment, as a `DATETIME`.
    Now {
        fraction: u8,
    },
    Enum {
        members: Arc<[String]>,
        collation: Collation,
    },
    Set {
        members: Arc<[String]>,
        collation: Collation,
    },
    Json,
    Geometry,
}

/// An integer, multiplied by 10 to the scale, between two bounds (of the multiplied value).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) scale: u8,
    pub(super) low: i128,
    pub(super) high: i128,
}

/// How texts compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Collation {
    pub(super) fold: bool,
    pub(super) rank: Rank,
}

/// Whose collation wins: the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    Explicit,
    Column,
    Literal,
}

impl Sql {
    /// A literal or a column.
    pub(super) fn atom(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            depth: 1,
        }
    }

    /// SQL that holds `parts`, `levels` deep in it.
    pub(super) fn over(levels: u16, parts: &[&Self], text: String) -> Result<Self, ExprError> {
        let inner = parts.iter().map(|part| part.depth).max().unwrap_or(0);
        let depth = inner.saturating_add(levels);
        if depth > MAX_DEPTH || text.len() > MAX_BYTES {
            return Err(ExprError::unsupported(
                "an expression so long or so deeply nested; split it up",
            ));
        }
        Ok(Self { text, depth })
    }

    /// `parts` with an operator between them, as a balanced tree.
    pub(super) fn chain(operator: &str, parts: &[Self]) -> Result<Self, ExprError> {
        match parts {
            [] => Ok(Self::atom("NULL")),
            [part] => Ok(part.clone()),
            more => {
                let (left, right) = more.split_at(more.len() / 2);
                let (left, right) = (Self::chain(operator, left)?, Self::chain(operator, right)?);
                let text = format!("({left}{operator}{right})");
                Self::over(1, &[&left, &right], text)
            }
        }
    }

    /// A function of `parts`.
    pub(super) fn call(name: &str, parts: &[Self]) -> Result<Self, ExprError> {
        let refs: Vec<&Self> = parts.iter().collect();
        let texts: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
        Self::over(1, &refs, format!("{name}({})", texts.join(",")))
    }
}

impl std::fmt::Display for Sql {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl Range {
    pub(super) const TRUTH: Self = Self {
        scale: 0,
        low: 0,
        high: 1,
    };

    pub(super) fn whole(low: i128, high: i128) -> Self {
        Self { scale: 0, low, high }
    }
}

impl Collation {
    pub(super) const LITERAL: Self = Self {
        fold: true,
        rank: Rank::Literal,
    };

    /// The collation of what is made of both.
    pub(super) fn with(self, other: Self) -> Self {
        match self.rank.cmp(&other.rank) {
            std::cmp::Ordering::Less => self,
            std::cmp::Ordering::Greater => other,
            std::cmp::Ordering::Equal => Self {
                fold: self.fold && other.fold,
                rank: self.rank,
            },
        }
    }

    pub(super) fn name(self) -> &'static str {
        if self.fold { "NOCASE" } else { "BINARY" }
    }
}

impl Typed {
    pub(super) fn new(sql: Sql, kind: Kind) -> Self {
        Self { sql, kind }
    }

    pub(super) fn null() -> Self {
        Self::new(Sql::atom("NULL"), Kind::Null)
    }

    pub(super) fn truth(sql: Sql) -> Self {
        Self::new(sql, Kind::Exact(Range::TRUTH))
    }

    pub(super) fn whole(sql: Sql, low: i128, high: i128) -> Self {
        Self::new(sql, Kind::Exact(Range::whole(low, high)))
    }

    /// A literal, whose SQL is written when it is known what it meets.
    pub(super) fn literal(kind: Kind) -> Self {
        Self::new(Sql::atom("NULL"), kind)
    }

    pub(super) fn column(table: &Table, column: &Column) -> Self {
        let sql = Sql::atom(column.name.quoted());
        Self::new(sql, column_kind(table, column))
    }

    /// What the row that was to be inserted has in the column.
    pub(super) fn inserted(table: &Table, column: &Column) -> Self {
        let sql = Sql::atom(format!("excluded.{}", column.name.quoted()));
        Self::new(sql, column_kind(table, column))
    }

    pub(super) fn is_literal(&self) -> bool {
        matches!(
            self.kind,
            Kind::Null | Kind::Number(_) | Kind::String(_) | Kind::Hex(_)
        )
    }
}

/// How a column is kept as far as its own table tells; nothing where another table decides.
pub(super) fn stored_form(table: &Table, column: &Column) -> Option<Stored> {
    let is_wide = matches!(
        column.column_type,
        ColumnType::Int {
            width: IntWidth::Big,
            unsigned: true
        }
    );
    if is_wide && column.auto_increment {
        return Some(Stored::PlainUnsigned);
    }
    let is_tied = table
        .foreign_keys
        .iter()
        .any(|key| key.columns.iter().any(|name| name.same(&column.name)));
    (!is_wide || !is_tied).then(|| Stored::of_type(&column.column_type, column.binary_collation))
}

fn column_kind(table: &Table, column: &Column) -> Kind {
    let Some(stored) = stored_form(table, column) else {
        return Kind::Untold;
    };
    let collation = Collation {
        fold: !column.binary_collation,
        rank: Rank::Column,
    };
    kind_of(&stored, collation)
}

/// The type of values that are kept so.
pub(super) fn kind_of(stored: &Stored, collation: Collation) -> Kind {
    match stored.clone() {
        Stored::Boolean => Kind::Exact(Range::TRUTH),
        Stored::Int { min, max } => Kind::Exact(Range::whole(i128::from(min), i128::from(max))),
        Stored::PlainUnsigned => Kind::Exact(Range::whole(0, i128::from(i64::MAX))),
        Stored::BiasedUnsigned => Kind::Biased,
        Stored::Bits { width } => Kind::Bits { width },
        Stored::Scaled {
            precision,
            scale,
            unsigned,
        } => {
            let high = 10_i128.pow(u32::from(precision)) - 1;
            Kind::Exact(Range {
                scale,
                low: if unsigned { 0 } else { -high },
                high,
            })
        }
        Stored::Sortable {
            precision,
            scale,
            unsigned,
        } => Kind::Sortable {
            precision,
            scale,
            unsigned,
        },
        Stored::Real { .. } => Kind::Real,
        Stored::Text { .. } => Kind::Text(collation),
        Stored::Bytes { max, fixed } => Kind::Bytes {
            length: fixed.then_some(max),
        },
        Stored::Date => Kind::Date,
        Stored::Time { fraction } => Kind::Time { fraction },
        Stored::Datetime { fraction } => Kind::Datetime { fraction },
        Stored::Timestamp { fraction } => Kind::Timestamp { fraction },
        Stored::Year => Kind::Year,
        Stored::Enum(members) => Kind::Enum { members, collation },
        Stored::Set(members) => Kind::Set { members, collation },
        Stored::Json => Kind::Json,
        Stored::Geometry { .. } => Kind::Geometry,
    }
}

impl Kind {
    /// As a message names it.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Number(_) | Self::Exact(_) => "a number",
            Self::String(_) | Self::Text(_) => "a text",
            Self::Hex(_) | Self::Bytes { .. } => "binary data",
            Self::Bits { .. } => "BIT",
            Self::Year => "YEAR",
            Self::Biased => "BIGINT UNSIGNED",
            Self::Untold => "BIGINT UNSIGNED of a foreign key",
            Self::Sortable { .. } => "DECIMAL of more than 18 digits",
            Self::Real => "FLOAT or DOUBLE",
            Self::Date => "DATE",
            Self::Time { .. } => "TIME",
            Self::Datetime { .. } | Self::Now { .. } => "DATETIME",
            Self::Timestamp { .. } => "TIMESTAMP",
            Self::Enum { .. } => "ENUM",
            Self::Set { .. } => "SET",
            Self::Json => "JSON",
            Self::Geometry => "GEOMETRY",
        }
    }
}

/// A stored value as SQL.
pub(super) fn value_sql(value: &Value) -> Sql {
    match value {
        Value::Null => Sql::atom("NULL"),
        Value::Int(number) => integer(*number),
        Value::Real(number) => Sql::atom(format!("({number:e})")),
        Value::Text(text) => text_sql(text),
        Value::Blob(bytes) => Sql::atom(format!("x'{}'", hex(bytes))),
    }
}

pub(super) fn integer(number: i64) -> Sql {
    match number {
        // The least has no literal of its own.
        i64::MIN => Sql::atom("(-9223372036854775807-1)"),
        0.. => Sql::atom(number.to_string()),
        _ => Sql::atom(format!("({number})")),
    }
}

/// A text as SQL. SQL ends at a NUL, so that is written apart.
pub(super) fn text_sql(text: &str) -> Sql {
    if !text.contains('\0') {
        return Sql::atom(format!("'{}'", text.replace('\'', "''")));
    }
    Sql::atom(format!("CAST(x'{}' AS TEXT)", hex(text.as_bytes())))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}
