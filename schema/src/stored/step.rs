//! What can be added to a number that is there.

use super::Stored;
use super::aggregate::{Aggregate, Function};

impl Stored {
    /// The form of what is added to a value of this type, which may be less than zero; `None` where nothing is.
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
            Self::Real { .. } => Self::Real {
                single: false,
                unsigned: false,
            },
            _ => return None,
        })
    }

    /// SQL for the sum of a value and such a step, NULL for NULL. Beyond the type it is a value that the column refuses.
    pub fn stepped_sql(&self, value: &str, step: &str) -> String {
        match self {
            Self::Real { single: true, .. } => single_sql(&format!("{value}+{step}")),
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

/// SQL that rounds a DOUBLE to a FLOAT as IEEE 754 does, half to even; `'x'` beyond. SQLite has no such numbers, so it is done by
/// Veltkamp's splitting (T. J. Dekker, "A floating-point technique for extending the available precision", 1971), whose ties are
/// then looked at.
fn single_sql(sum: &str) -> String {
    // Rounds to so many bits that the factor is one more than the power of two that is left of 53.
    let split = |value: &str, factor: &str| format!("({value}*{factor}-({value}*{factor}-{value}))");
    let (to_24, to_23) = ("536870913.0", "1073741825.0");
    let other = "(h+2.0*(x-h))";
    // Below the normal numbers the distances are the same everywhere: those of numbers near this one. A quotient is exact.
    let near = "(1.5/4294967296.0/4294967296.0/4294967296.0/2.0)";
    format!(
        "(SELECT CASE WHEN x IS NULL THEN NULL WHEN abs(x)>=3.4028235677973366e38 THEN 'x' \
         WHEN abs(x)<1.1754943508222875e-38 THEN x+{near}-{near} \
         WHEN h<>x AND {}={other} AND {}<>h THEN {other} ELSE h END \
         FROM (SELECT x,{} AS h FROM (SELECT {sum} AS x LIMIT 1) LIMIT 1) LIMIT 1)",
        split(other, to_24),
        split("h", to_23),
        split("x", to_24),
    )
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite::types::Value;

    use super::single_sql;

    #[test]
    fn doubles_are_rounded_to_floats_as_the_processor_does() {
        let connection = Connection::open_in_memory().unwrap();
        let mut statement = connection
            .prepare(&format!("SELECT {}", single_sql("?1")))
            .unwrap();
        let mut state = 1_u64;
        let mut random = || {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            state ^ (state >> 29)
        };
        for round in 0..200_000_u32 {
            let bits = random();
            let value = match round % 4 {
                // Any float, and what is next to it or half way to the next one.
                0 => f64::from(f32::from_bits((bits >> 32) as u32)),
                1 => {
                    let near = f64::from(f32::from_bits((bits >> 32) as u32));
                    f64::from_bits(near.to_bits() ^ (1 << 28))
                }
                2 => {
                    let near = f64::from(f32::from_bits((bits >> 32) as u32));
                    f64::from_bits(
                        (near.to_bits() ^ (1 << 28))
                            .wrapping_add(bits & 1)
                            .wrapping_sub(bits >> 1 & 1),
                    )
                }
                _ => f64::from_bits(bits & !(0x7FF << 52) | (896 + bits % 280) << 52),
            };
            if !value.is_finite() {
                continue;
            }
            #[expect(clippy::cast_possible_truncation, reason = "that is what is tested")]
            let rounded = value as f32;
            let found = statement
                .query_row([value], |row| row.get::<_, Value>(0))
                .unwrap();
            match found {
                Value::Text(_) => assert!(rounded.is_infinite(), "{value:e}"),
                Value::Real(found) => assert_eq!(found.to_bits(), f64::from(rounded).to_bits(), "{value:e}"),
                other => panic!("{value:e}: {other:?}"),
            }
        }
        let null = statement
            .query_row([Value::Null], |row| row.get::<_, Value>(0))
            .unwrap();
        assert_eq!(null, Value::Null);
    }
}
