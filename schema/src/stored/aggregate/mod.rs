//! Aggregates of a column: the SQL over the stored form, and the stored form of what it answers.
//!
//! An aggregate is computed in two steps. Its *pieces* are SQLite's own aggregates over the rows; its value is an
//! expression over the pieces, in the [`Stored`] form of the answer. So a sum prints, compares and orders as a column does,
//! and is exact however large it gets: SQLite's own sum fails beyond 64 bits.

mod limbs;
mod printed;

use serde::{Deserialize, Serialize};

use super::{Cast, Stored};

pub(super) use printed::number;

/// How many digits more than its column a sum may have: ten thousand million rows are more than a database holds.
const SUM_DIGITS: u8 = 10;

/// What an average has more digits than its column (MySQL's `div_precision_increment`).
const AVG_DIGITS: u8 = 4;

/// The most digits after the point that MySQL keeps.
const MAX_SCALE: u8 = 30;

/// What becomes of a column's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Function {
    /// How many are not NULL.
    Count,
    /// How many different ones there are, NULL not among them.
    CountDistinct,
    /// Their sum; NULL where there are none.
    Sum,
    /// Their average; NULL where there are none.
    Avg,
    /// The least; NULL where there are none.
    Min,
    /// The greatest; NULL where there are none.
    Max,
}

impl Function {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Count,
        Self::CountDistinct,
        Self::Sum,
        Self::Avg,
        Self::Min,
        Self::Max,
    ];
}

/// An aggregate of a column's values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aggregate {
    function: Function,
    column: Stored,
    answer: Stored,
    number: Number,
}

/// How a sum is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    /// The column has none.
    None,
    /// As a double.
    Double,
    /// As one INTEGER, which the rows of a database cannot fill.
    Small {
        /// Digits after the point.
        scale: u8,
    },
    /// By limbs.
    Large {
        /// All digits of one value.
        precision: u8,
        /// Digits after the point.
        scale: u8,
    },
}

impl Aggregate {
    /// The aggregate of a column that is kept so; `None` where the type has no such: sums of what is no number, the least of
    /// what has no order.
    ///
    /// Sums and averages are those of MySQL: a `DECIMAL` at the column's scale, an average with four digits more (30 at most),
    /// rounded half away from zero; a double of `FLOAT` and `DOUBLE`, NULL where it leaves a double's range.
    pub fn of(function: Function, column: &Stored) -> Option<Self> {
        let number = Number::of(column);
        let answer = match function {
            Function::Count => count(),
            Function::CountDistinct if is_ordered(column) => count(),
            Function::Min | Function::Max if is_ordered(column) => column.clone(),
            Function::Sum => number.sum()?,
            Function::Avg => number.average()?,
            _ => return None,
        };
        Some(Self {
            function,
            column: column.clone(),
            answer,
            number,
        })
    }

    /// How the value is kept: how it prints, compares and is read.
    pub fn stored(&self) -> &Stored {
        &self.answer
    }

    /// Aggregates of SQLite's own over a column, `sql`. Other aggregates of the same column may have the same.
    pub fn pieces(&self, sql: &str) -> Vec<String> {
        match self.function {
            Function::Count => vec![format!("count({sql})")],
            Function::CountDistinct => vec![format!("count(DISTINCT {sql})")],
            Function::Min => vec![format!("min({sql})")],
            Function::Max => vec![format!("max({sql})")],
            Function::Sum => self.sums(sql),
            Function::Avg if self.number == Number::Double => vec![format!("avg({sql})")],
            Function::Avg => {
                let mut pieces = self.sums(sql);
                pieces.push(format!("count({sql})"));
                pieces
            }
        }
    }

    /// The SQL of the value in its stored form, over columns that hold the pieces in their order.
    pub fn sql(&self, pieces: &[String]) -> String {
        let Some(first) = pieces.first() else {
            return "NULL".to_owned();
        };
        match (self.function, self.number) {
            (Function::Sum | Function::Avg, Number::Double) => {
                format!("CASE WHEN abs({first})<9e999 THEN {first} END")
            }
            (Function::Sum, Number::Large { precision, .. }) => {
                limbs::sum_sql(pieces, precision + SUM_DIGITS)
            }
            (Function::Avg, Number::Small { scale }) => small_average_sql(first, pieces, extra(scale)),
            (Function::Avg, Number::Large { precision, scale }) => {
                let (count, limbs) = pieces.split_last().unwrap_or((first, &[]));
                limbs::average_sql(
                    &limbs::sum_sql(limbs, precision + SUM_DIGITS),
                    count,
                    precision + SUM_DIGITS,
                    (precision, extra(scale)),
                )
            }
            _ => first.clone(),
        }
    }

    /// The SQL of the value in its stored form, of the different values among those of an expression.
    pub fn distinct_sql(&self, sql: &str) -> String {
        match self.number {
            // In an order, so that what is rounded is so in the same way each time.
            Number::Double => {
                let distinct = format!("DISTINCT {sql} ORDER BY {sql}");
                self.sql(&self.pieces(&distinct))
            }
            Number::Small { .. } | Number::None => self.sql(&self.pieces(&format!("DISTINCT {sql}"))),
            // Pieces of different values may be the same, so the values are gathered first.
            Number::Large { .. } => format!(
                "(SELECT {} FROM json_each(json_group_array(DISTINCT {sql})))",
                self.sql(&self.pieces("value"))
            ),
        }
    }

    /// The SQL that prints the value, over columns that hold the pieces: see [`Stored::json_sql`].
    pub fn json_sql(&self, pieces: &[String], nonce_sql: &str) -> String {
        match (self.function, self.number) {
            (Function::Sum, Number::Large { scale, .. }) => {
                printed::marker_sql(pieces, "1", (scale, 0), nonce_sql)
            }
            (Function::Avg, Number::Large { scale, .. }) => match pieces.split_last() {
                Some((count, limbs)) => printed::marker_sql(limbs, count, (scale, extra(scale)), nonce_sql),
                None => "NULL".to_owned(),
            },
            _ if self.is_piece() => self.answer.json_sql(&self.sql(pieces), nonce_sql),
            // Printing mentions its operand more than once; the limits keep SQLite from putting the value in each place.
            _ => format!(
                "(SELECT {} FROM (SELECT {} AS x LIMIT 1) LIMIT 1)",
                self.answer.json_sql("x", nonce_sql),
                self.sql(pieces)
            ),
        }
    }

    /// The SQL of the value in another JSON form: see [`Stored::cast_sql`].
    pub fn cast_sql(&self, pieces: &[String], cast: Cast, nonce_sql: &str) -> String {
        if self.is_piece() {
            return self.answer.cast_sql(&self.sql(pieces), cast, nonce_sql);
        }
        format!(
            "(SELECT {} FROM (SELECT {} AS x LIMIT 1) LIMIT 1)",
            self.answer.cast_sql("x", cast, nonce_sql),
            self.sql(pieces)
        )
    }

    /// Whether an answer that holds the value goes through [`rewrite`](super::rewrite).
    pub fn rewrites(&self) -> bool {
        let sums = matches!(self.function, Function::Sum | Function::Avg);
        self.answer.rewrites() || (sums && matches!(self.number, Number::Large { .. }))
    }

    /// The value over rows, as one scalar expression: `sql` is the column there, `from` what stands behind FROM.
    pub fn over(&self, sql: &str, from: &str) -> String {
        let pieces = self.pieces(sql);
        if let [only] = pieces.as_slice()
            && self.is_piece()
        {
            return format!("(SELECT {only} FROM {from})");
        }
        let names: Vec<String> = (0..pieces.len()).map(|at| format!("a{at}")).collect();
        let columns: Vec<String> = pieces
            .iter()
            .zip(&names)
            .map(|(piece, name)| format!("{piece} AS {name}"))
            .collect();
        format!(
            "(SELECT {} FROM (SELECT {} FROM {from}))",
            self.sql(&names),
            columns.join(",")
        )
    }

    /// Whether the value is its only piece.
    fn is_piece(&self) -> bool {
        match self.function {
            Function::Sum => matches!(self.number, Number::Small { .. }),
            Function::Avg => false,
            _ => true,
        }
    }

    fn sums(&self, sql: &str) -> Vec<String> {
        match (self.number, &self.column) {
            (Number::Large { precision, .. }, Stored::Sortable { .. }) => limbs::of_text(sql, precision),
            (Number::Large { .. }, Stored::BiasedUnsigned) => limbs::of_biased(sql),
            (Number::Large { .. }, _) => limbs::of_integer(sql),
            _ => vec![format!("sum({sql})")],
        }
    }
}

impl Number {
    fn of(column: &Stored) -> Self {
        match column {
            Stored::Int { min, max } if *min < i64::from(i32::MIN) || *max > i64::from(u32::MAX) => {
                Self::large(19)
            }
            Stored::Bits { width: 33.. } | Stored::PlainUnsigned => Self::large(19),
            Stored::BiasedUnsigned => Self::large(20),
            Stored::Boolean | Stored::Int { .. } | Stored::Bits { .. } | Stored::Year => {
                Self::Small { scale: 0 }
            }
            Stored::Scaled {
                precision: ..=9,
                scale,
                ..
            } => Self::Small { scale: *scale },
            Stored::Scaled { precision, scale, .. } | Stored::Sortable { precision, scale, .. } => {
                Self::Large {
                    precision: *precision,
                    scale: *scale,
                }
            }
            Stored::Real { .. } => Self::Double,
            _ => Self::None,
        }
    }

    const fn large(precision: u8) -> Self {
        Self::Large { precision, scale: 0 }
    }

    fn sum(self) -> Option<Stored> {
        match self {
            Self::None => None,
            Self::Double => Some(double()),
            Self::Small { scale } => Some(scaled(scale)),
            Self::Large { precision, scale } => Some(sortable(precision + SUM_DIGITS, scale)),
        }
    }

    fn average(self) -> Option<Stored> {
        match self {
            Self::None => None,
            Self::Double => Some(double()),
            Self::Small { scale } => Some(scaled(scale + extra(scale))),
            Self::Large { precision, scale } => {
                Some(sortable(precision + extra(scale), scale + extra(scale)))
            }
        }
    }
}

/// The digits that an average adds to its column's scale.
fn extra(scale: u8) -> u8 {
    AVG_DIGITS.min(MAX_SCALE.saturating_sub(scale))
}

/// An average of integers whose sum is an INTEGER. The whole part and the rest are taken apart, so that nothing leaves 64
/// bits; an average has the sign of its sum, and truncation towards zero then rounds half away from it.
fn small_average_sql(sum: &str, pieces: &[String], extra: u8) -> String {
    let count = pieces.last().map_or(sum, String::as_str);
    let unit = 10_i64.pow(u32::from(extra));
    format!(
        "{sum}/{count}*{unit}+({sum}%{count}*{}+CASE WHEN {sum}<0 THEN -{count} ELSE {count} END)/(2*{count})",
        2 * unit
    )
}

/// Whether values of the type have an order, and so can be told apart by it.
fn is_ordered(column: &Stored) -> bool {
    !matches!(column, Stored::Json | Stored::Geometry { .. })
}

fn count() -> Stored {
    Stored::Int {
        min: 0,
        max: i64::from(i32::MAX),
    }
}

fn double() -> Stored {
    Stored::Real {
        single: false,
        unsigned: false,
    }
}

fn scaled(scale: u8) -> Stored {
    Stored::Scaled {
        precision: 18,
        scale,
        unsigned: false,
    }
}

fn sortable(precision: u8, scale: u8) -> Stored {
    Stored::Sortable {
        precision,
        scale,
        unsigned: false,
    }
}
