//! How each column type is kept in SQLite: its stored form, its bound form, the SQL that prints it as JSON, and its
//! limits. Nothing else knows.
//!
//! The stored forms are chosen so that comparison, ordering and indexes work on them, and so that digits are exact.

pub mod aggregate;
mod bulk;
mod cast;
mod column;
mod decimal;
mod document;
mod encode;
mod error;
mod form;
mod geometry;
mod import;
mod import_time;
mod moment_part;
mod place;
mod print;
mod read;
mod real;
mod resolve;
mod rewrite;
mod sortable;
mod step;
mod temporal;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::GeometryKind;

pub use cast::Cast;
pub use document::Reshape;
pub use error::ValueError;
pub use import::{Imported, Literal};
pub use moment_part::MomentPart;
pub use place::Place;
pub use rewrite::{hex, rewrite, state_of};

/// A value in its stored form, as it is bound to a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// NULL.
    Null,
    /// INTEGER.
    Int(i64),
    /// REAL.
    Real(f64),
    /// TEXT.
    Text(String),
    /// BLOB.
    Blob(Vec<u8>),
}

/// The type that the API shows, in GraphQL and OpenAPI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scalar {
    /// true or false.
    Boolean,
    /// A JSON number of at most 32 bits, signed: integers up to INT, and YEAR.
    Int,
    /// A JSON number of at most 32 bits, unsigned: INT UNSIGNED, BIT(2) to BIT(32).
    UnsignedInt,
    /// 64-bit integers, as a JSON string of digits.
    BigInt,
    /// DECIMAL, as a JSON string of digits with exactly the declared scale.
    Decimal,
    /// FLOAT and DOUBLE, as a JSON number.
    Float,
    /// Text.
    String,
    /// BINARY to LONGBLOB, in base64 (RFC 4648 section 4).
    Bytes,
    /// `2024-02-29`.
    Date,
    /// `-838:59:59.000000` to `838:59:59`.
    Time,
    /// `2024-02-29T12:30:00.25`, without a zone.
    Datetime,
    /// `2024-02-29T12:30:00.25Z`.
    Timestamp,
    /// One of the declared members, as a JSON string.
    Enum,
    /// A JSON array of declared members.
    Set,
    /// Any JSON.
    Json,
    /// GeoJSON (RFC 7946).
    Geometry,
}

/// How one column is kept. Resolved by [`Stored::of`] in the context of its schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// `BOOL`: INTEGER 0 or 1.
    Boolean,
    /// An integer type that fits SQLite's INTEGER: kept plain.
    Int {
        /// The least value.
        min: i64,
        /// The greatest value.
        max: i64,
    },
    /// `BIGINT UNSIGNED` that is an `AUTO_INCREMENT` key or tied by foreign keys to one: a plain INTEGER from 0,
    /// which ends at 2⁶³ − 1.
    PlainUnsigned,
    /// Any other `BIGINT UNSIGNED`, and `BIT(64)`: INTEGER with its sign bit flipped, so that it sorts.
    BiasedUnsigned,
    /// `BIT(1)` to `BIT(63)`: a plain INTEGER.
    Bits {
        /// Bits, 1 to 63. One bit is a boolean in the API.
        width: u8,
    },
    /// `DECIMAL` of at most 18 digits: INTEGER, multiplied by 10 to the scale.
    Scaled {
        /// All digits, 1 to 18.
        precision: u8,
        /// Digits after the point.
        scale: u8,
        /// Without negative values.
        unsigned: bool,
    },
    /// `DECIMAL` beyond 18 digits: TEXT that sorts. `1` and all digits padded with zeros where it is zero or more; `0`
    /// and each digit's complement to nine where it is negative.
    Sortable {
        /// All digits, 19 to 65.
        precision: u8,
        /// Digits after the point.
        scale: u8,
        /// Without negative values.
        unsigned: bool,
    },
    /// `FLOAT` and `DOUBLE`: REAL. A `FLOAT` is kept as the double that its shortest decimal form denotes.
    Real {
        /// `FLOAT`.
        single: bool,
        /// Without negative values.
        unsigned: bool,
    },
    /// `CHAR` to `LONGTEXT`: TEXT.
    Text {
        /// How long it may be.
        limit: TextLimit,
        /// Whether comparison folds ASCII case.
        fold_case: bool,
        /// `CHAR`: spaces at the end are not kept.
        fixed: bool,
    },
    /// `BINARY` to `LONGBLOB`: BLOB.
    Bytes {
        /// The most bytes.
        max: u64,
        /// `BINARY`: padded with zero bytes to `max`.
        fixed: bool,
    },
    /// `DATE`: TEXT `2024-02-29`.
    Date,
    /// `TIME`: INTEGER microseconds.
    Time {
        /// Digits of a second, 0 to 6.
        fraction: u8,
    },
    /// `DATETIME`: TEXT `2024-02-29T12:30:00.25`, always with all digits of its precision.
    Datetime {
        /// Digits of a second, 0 to 6.
        fraction: u8,
    },
    /// `TIMESTAMP`: TEXT `2024-02-29T12:30:00.25Z`, in UTC, always with all digits of its precision.
    Timestamp {
        /// Digits of a second, 0 to 6.
        fraction: u8,
    },
    /// `YEAR`: INTEGER.
    Year,
    /// `ENUM`: INTEGER, the member's position from 1.
    Enum(Arc<[String]>),
    /// `SET`: INTEGER, a bit for each member, the first in the lowest; the 64th is the sign bit.
    Set(Arc<[String]>),
    /// `JSON`: TEXT.
    Json,
    /// `GEOMETRY` and its kinds: BLOB in MySQL's own form, four bytes of SRID (little-endian) and WKB.
    Geometry {
        /// Which kinds of shape it takes.
        kind: GeometryKind,
        /// The only SRID that it takes.
        srid: Option<u32>,
    },
}

/// How long a text may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextLimit {
    /// `CHAR` and `VARCHAR`: characters (Unicode scalar values).
    Chars(u32),
    /// `TINYTEXT` to `LONGTEXT`: bytes in UTF-8.
    Bytes(u64),
}
