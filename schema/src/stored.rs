//! How each column type is kept in SQLite: its stored form, its bound form, the SQL that prints it as JSON, and its
//! limits. Nothing else knows.

/// A value in its stored form, as it is bound to a statement.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
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
