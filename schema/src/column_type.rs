//! The MySQL column types.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A MySQL column type with its parameters (MySQL manual, "Data Types").
///
/// `BOOL`, `BOOLEAN` and `TINYINT(1)` are [`ColumnType::Boolean`]; display widths of other integers and `ZEROFILL` are
/// not kept.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum ColumnType {
    /// `BOOL`, `BOOLEAN`, `TINYINT(1)`.
    Boolean,
    /// `TINYINT` to `BIGINT`.
    #[serde(rename_all = "camelCase")]
    Int {
        /// Which of the five.
        width: IntWidth,
        /// `UNSIGNED`.
        #[serde(default, skip_serializing_if = "is_false")]
        unsigned: bool,
    },
    /// `DECIMAL(precision, scale)`.
    #[serde(rename_all = "camelCase")]
    Decimal {
        /// All digits, 1 to 65.
        #[schemars(range(min = 1, max = 65))]
        precision: u8,
        /// Digits after the point, 0 to 30 and no more than `precision`.
        #[schemars(range(min = 0, max = 30))]
        scale: u8,
        /// `UNSIGNED`.
        #[serde(default, skip_serializing_if = "is_false")]
        unsigned: bool,
    },
    /// `FLOAT`: single precision.
    #[serde(rename_all = "camelCase")]
    Float {
        /// `UNSIGNED`.
        #[serde(default, skip_serializing_if = "is_false")]
        unsigned: bool,
    },
    /// `DOUBLE`.
    #[serde(rename_all = "camelCase")]
    Double {
        /// `UNSIGNED`.
        #[serde(default, skip_serializing_if = "is_false")]
        unsigned: bool,
    },
    /// `BIT(width)`, 1 to 64.
    Bit {
        /// Bits.
        #[schemars(range(min = 1, max = 64))]
        width: u8,
    },
    /// `CHAR(length)`.
    Char {
        /// Characters, 0 to 255.
        #[schemars(range(max = 255))]
        length: u32,
    },
    /// `VARCHAR(length)`.
    Varchar {
        /// Characters, 0 to 65,535.
        #[schemars(range(max = 65_535))]
        length: u32,
    },
    /// `TINYTEXT` to `LONGTEXT`.
    Text {
        /// Which of the four.
        size: LobSize,
    },
    /// `BINARY(length)`: shorter values are padded with zero bytes.
    Binary {
        /// Bytes, 0 to 255.
        #[schemars(range(max = 255))]
        length: u32,
    },
    /// `VARBINARY(length)`.
    Varbinary {
        /// Bytes, 0 to 65,535.
        #[schemars(range(max = 65_535))]
        length: u32,
    },
    /// `TINYBLOB` to `LONGBLOB`.
    Blob {
        /// Which of the four.
        size: LobSize,
    },
    /// `DATE`.
    Date,
    /// `TIME(fraction)`: from -838:59:59 to 838:59:59.
    Time {
        /// Digits of a second, 0 to 6.
        #[serde(default)]
        #[schemars(range(max = 6))]
        fraction: u8,
    },
    /// `DATETIME(fraction)`: without a time zone.
    Datetime {
        /// Digits of a second, 0 to 6.
        #[serde(default)]
        #[schemars(range(max = 6))]
        fraction: u8,
    },
    /// `TIMESTAMP(fraction)`: an instant, kept in UTC.
    Timestamp {
        /// Digits of a second, 0 to 6.
        #[serde(default)]
        #[schemars(range(max = 6))]
        fraction: u8,
    },
    /// `YEAR`: 1901 to 2155, and 0.
    Year,
    /// `ENUM('a', 'b')`.
    Enum {
        /// The members in their order, 1 to 65,535 of them.
        values: Vec<String>,
    },
    /// `SET('a', 'b')`.
    Set {
        /// The members in their order, 1 to 64 of them.
        values: Vec<String>,
    },
    /// `JSON`.
    Json,
    /// `GEOMETRY` and its kinds.
    #[serde(rename_all = "camelCase")]
    Geometry {
        /// Which kinds of shape the column takes.
        kind: GeometryKind,
        /// `SRID`: the only spatial reference system that the column takes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        srid: Option<u32>,
    },
}

/// The five integer widths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum IntWidth {
    /// `TINYINT`, 1 byte.
    Tiny,
    /// `SMALLINT`, 2 bytes.
    Small,
    /// `MEDIUMINT`, 3 bytes.
    Medium,
    /// `INT`, 4 bytes.
    Int,
    /// `BIGINT`, 8 bytes.
    Big,
}

impl IntWidth {
    /// Bits of a value.
    pub const fn bits(self) -> u32 {
        match self {
            Self::Tiny => 8,
            Self::Small => 16,
            Self::Medium => 24,
            Self::Int => 32,
            Self::Big => 64,
        }
    }
}

/// The four sizes of `TEXT` and `BLOB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum LobSize {
    /// 255 bytes.
    Tiny,
    /// 65,535 bytes.
    Normal,
    /// 16,777,215 bytes; the platform's limit on a row (2 MB) comes first.
    Medium,
    /// 4,294,967,295 bytes; the platform's limit on a row (2 MB) comes first.
    Long,
}

impl ColumnType {
    /// `CHAR` to `LONGTEXT`.
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::Char { .. } | Self::Varchar { .. } | Self::Text { .. })
    }
}

impl LobSize {
    /// The most bytes that MySQL keeps.
    pub const fn max_bytes(self) -> u64 {
        match self {
            Self::Tiny => 0xff,
            Self::Normal => 0xffff,
            Self::Medium => 0xff_ffff,
            Self::Long => 0xffff_ffff,
        }
    }
}

/// What a spatial column takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the names of GeoJSON's and MySQL's own shapes")]
pub enum GeometryKind {
    Geometry,
    Point,
    LineString,
    Polygon,
    MultiPoint,
    MultiLineString,
    MultiPolygon,
    GeometryCollection,
}
fn is_false(flag: &bool) -> bool {
    !flag
}
