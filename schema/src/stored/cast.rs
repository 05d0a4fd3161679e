//! Values in another JSON form than their type's own, where its meaning is exact.

use serde::{Deserialize, Serialize};

use super::{Scalar, Stored};

/// Another JSON form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cast {
    /// A string: the characters of the value's own form.
    Text,
    /// A number, with all its digits.
    Number,
    /// The day of a moment.
    Date,
    /// The time of day of a moment.
    Time,
}

impl Stored {
    /// Whether a value of this type has that form.
    pub fn casts(&self, cast: Cast) -> bool {
        let scalar = self.scalar();
        match cast {
            // SQLite does not write the digits of every double.
            Cast::Text => !matches!(
                self,
                Self::Geometry { .. } | Self::Real { single: false, .. } | Self::Bytes { .. }
            ),
            Cast::Number => matches!(
                scalar,
                Scalar::Int | Scalar::UnsignedInt | Scalar::BigInt | Scalar::Decimal
            ),
            Cast::Date | Cast::Time => matches!(scalar, Scalar::Datetime | Scalar::Timestamp),
        }
    }

    /// SQL over the stored form for the value in that form, as an argument of `json_object`. `sql` is as in
    /// [`Stored::json_sql`].
    pub fn cast_sql(&self, sql: &str, cast: Cast) -> String {
        let own = self.json_sql(sql, "''");
        match (cast, self.scalar()) {
            (Cast::Text, Scalar::Boolean) => format!("CASE {sql} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END"),
            (Cast::Text, Scalar::Int | Scalar::UnsignedInt | Scalar::Float) => format!("CAST({sql} AS TEXT)"),
            // Behind an operator it no longer counts as JSON.
            (Cast::Text, Scalar::Json) => format!("({own}||'')"),
            (Cast::Text, Scalar::Set) => self.set_text_sql(sql),
            (Cast::Number, Scalar::BigInt | Scalar::Decimal) => format!("json({own})"),
            (Cast::Date, _) => format!("substr({sql},1,10)"),
            (Cast::Time, _) => format!("rtrim(substr({sql},12),'Z')"),
            _ => own,
        }
    }
}
