//! What can be added to a number that is there.

use super::Stored;
use super::aggregate::{Aggregate, Function};

impl Stored {
    /// The form of what is added to a value of this type, which may be less than zero; `None` where nothing is. Of a FLOAT
    /// neither: SQLite does not round to its digits.
    pub fn step(&self) -> Option<Self> {
        Some(match self {
            Self::Int { .. } | Self::PlainUnsigned | Self::BiasedUnsigned => Self::Int {
                min: i64::MIN,
                max: i64::MAX,
            },
            Self::Scaled { precision, scale, .. } => Self::Scaled {
                precision: *precision,
                scale: *scale,
                unsigned: false,
            },
            Self::Sortable { precision, scale, .. } => Self::Sortable {
                precision: *precision,
                scale: *scale,
                unsigned: false,
            },
            Self::Real { single: false, .. } => Self::Real {
                single: false,
                unsigned: false,
            },
            _ => return None,
        })
    }

    /// SQL for the sum of a value and such a step, NULL for NULL. Beyond the type it is a value that the column refuses.
    pub fn stepped_sql(&self, value: &str, step: &str) -> String {
        match self {
            Self::Real { .. } => format!("({value}+{step})"),
            Self::Sortable { precision, scale, .. } => {
                let wide = Self::Sortable {
                    precision: *precision,
                    scale: *scale,
                    unsigned: false,
                };
                let sum = Aggregate::of(Function::Sum, &wide);
                let (sum, digits) = match sum.as_ref().map(|sum| (sum, sum.stored())) {
                    Some((sum, Self::Sortable { precision, .. })) => (sum, *precision),
                    _ => return "NULL".to_owned(),
                };
                let more = usize::from(digits - precision);
                let sum = sum.over("v", &format!("(SELECT {value} AS v UNION ALL SELECT {step})"));
                format!(
                    "(SELECT CASE WHEN {value} IS NULL THEN NULL WHEN substr(x,1,{0}) IN ('1{1}','0{2}') \
                     THEN substr(x,1,1)||substr(x,{3}) ELSE 'x' END FROM (SELECT {sum} AS x))",
                    more + 1,
                    "0".repeat(more),
                    "9".repeat(more),
                    more + 2
                )
            }
            // A sum beyond 64 bits is a REAL, which may be an INTEGER again, another one.
            _ => format!(
                "(SELECT CASE typeof(x) WHEN 'real' THEN 'x' ELSE x END FROM (SELECT {value}+CAST({step} AS INTEGER) AS x))"
            ),
        }
    }
}
