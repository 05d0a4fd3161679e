//! Scalars.

use schema::stored::Scalar;

/// A scalar of the type system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the scalars' own names; `description` says what they hold"
)]
pub enum Leaf {
    Boolean,
    Int,
    Float,
    String,
    Id,
    UnsignedInt,
    BigInt,
    Decimal,
    Bytes,
    Date,
    Time,
    Datetime,
    Timestamp,
    Json,
    JsonPath,
    GeoJson,
    Cursor,
}

impl Leaf {
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Boolean,
        Self::Int,
        Self::Float,
        Self::String,
        Self::Id,
        Self::UnsignedInt,
        Self::BigInt,
        Self::Decimal,
        Self::Bytes,
        Self::Date,
        Self::Time,
        Self::Datetime,
        Self::Timestamp,
        Self::Json,
        Self::JsonPath,
        Self::GeoJson,
        Self::Cursor,
    ];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Boolean => "Boolean",
            Self::Int => "Int",
            Self::Float => "Float",
            Self::String => "String",
            Self::Id => "ID",
            Self::UnsignedInt => "UnsignedInt",
            Self::BigInt => "BigInt",
            Self::Decimal => "Decimal",
            Self::Bytes => "Bytes",
            Self::Date => "Date",
            Self::Time => "Time",
            Self::Datetime => "Datetime",
            Self::Timestamp => "Timestamp",
            Self::Json => "JSON",
            Self::JsonPath => "JSONPath",
            Self::GeoJson => "GeoJSON",
            Self::Cursor => "Cursor",
        }
    }

    /// Whether the specification defines it (section 3.5), so that no schema has to.
    pub const fn is_built_in(self) -> bool {
        matches!(
            self,
            Self::Boolean | Self::Int | Self::Float | Self::String | Self::Id
        )
    }

    /// What it holds; `None` where the specification says it.
    pub const fn description(self) -> Option<&'static str> {
        Some(match self {
            Self::UnsignedInt => "A whole number from 0 to 4294967295, as a JSON number.",
            Self::BigInt => {
                "A whole number of up to 64 bits, as a string of digits; a number is taken as well where its digits \
                 arrive whole."
            }
            Self::Decimal => {
                "An exact decimal number, as a string with all digits of its scale; a number is taken as well."
            }
            Self::Bytes => "Bytes, in base64.",
            Self::Date => "A date such as `2024-02-29`.",
            Self::Time => "A time or a duration from `-838:59:59` to `838:59:59`, such as `12:30:00.25`.",
            Self::Datetime => "A date and time without a time zone, such as `2024-02-29T12:30:00.25`.",
            Self::Timestamp => {
                "An instant in UTC, such as `2024-02-29T12:30:00Z`; other offsets are taken as well."
            }
            Self::Json => "Any JSON value.",
            Self::JsonPath => {
                "A way into a JSON document: `$.a.\"b c\"[0]`, or the list `[\"a\", \"b c\", 0]`; `[-1]` counts from the end."
            }
            Self::GeoJson => "A GeoJSON geometry.",
            Self::Cursor => "A place in an order: pass it to `after` or `before` as it came.",
            _ => return None,
        })
    }

    /// The specification that its form follows.
    pub const fn specified_by(self) -> Option<&'static str> {
        Some(match self {
            Self::Bytes => "https://www.rfc-editor.org/rfc/rfc4648#section-4",
            Self::Date | Self::Timestamp => "https://www.rfc-editor.org/rfc/rfc3339#section-5.6",
            Self::Json => "https://www.rfc-editor.org/rfc/rfc8259",
            Self::GeoJson => "https://www.rfc-editor.org/rfc/rfc7946#section-3.1",
            _ => return None,
        })
    }

    /// The scalar that shows such a column; ENUM and SET as strings.
    pub const fn of(scalar: Scalar) -> Self {
        match scalar {
            Scalar::Boolean => Self::Boolean,
            Scalar::Int => Self::Int,
            Scalar::UnsignedInt => Self::UnsignedInt,
            Scalar::BigInt => Self::BigInt,
            Scalar::Decimal => Self::Decimal,
            Scalar::Float => Self::Float,
            Scalar::String | Scalar::Enum | Scalar::Set => Self::String,
            Scalar::Bytes => Self::Bytes,
            Scalar::Date => Self::Date,
            Scalar::Time => Self::Time,
            Scalar::Datetime => Self::Datetime,
            Scalar::Timestamp => Self::Timestamp,
            Scalar::Json => Self::Json,
            Scalar::Geometry => Self::GeoJson,
        }
    }
}
