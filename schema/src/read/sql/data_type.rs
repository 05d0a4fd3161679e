//! Reads a column's type.

use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;
use crate::{ColumnType, GeometryKind, IntWidth, LobSize};

/// A column type and what is written with it.
#[derive(Debug, Clone)]
pub(super) struct TypeSpec {
    pub(super) column_type: ColumnType,
    /// `CHARACTER SET` and its short forms.
    pub(super) charset: Option<String>,
    /// `BINARY` behind a text type: its `_bin` collation.
    pub(super) binary: bool,
    /// `ZEROFILL`.
    pub(super) zerofill: bool,
    /// `FLOAT(7,4)`: the rounding is not kept.
    pub(super) rounded: bool,
    /// `SERIAL`, which is more than a type.
    pub(super) serial: bool,
    /// A type of `MariaDB` that is kept as text.
    pub(super) as_text: bool,
}

impl TypeSpec {
    fn plain(column_type: ColumnType) -> Self {
        Self {
            column_type,
            charset: None,
            binary: false,
            zerofill: false,
            rounded: false,
            serial: false,
            as_text: false,
        }
    }
}

/// Reads the type that is next.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Result<TypeSpec, Finding> {
    let at = cursor.place();
    let Some(Kind::Word(word)) = cursor.peek() else {
        return Err(cursor.expected("a column type"));
    };
    let word = word.to_ascii_uppercase();
    cursor.advance();
    let mut spec = base_type(cursor, &word, at)?;
    attributes(cursor, &mut spec);
    if spec
        .charset
        .as_deref()
        .is_some_and(|name| name.eq_ignore_ascii_case("binary"))
    {
        spec.column_type = as_bytes(spec.column_type);
        spec.charset = None;
    }
    Ok(spec)
}

/// The type that a text type is in the character set `binary`.
pub(super) fn as_bytes(column_type: ColumnType) -> ColumnType {
    match column_type {
        ColumnType::Char { length } => ColumnType::Binary { length },
        ColumnType::Varchar { length } => ColumnType::Varbinary { length },
        ColumnType::Text { size } => ColumnType::Blob { size },
        other => other,
    }
}

fn base_type(cursor: &mut Cursor<'_>, word: &str, at: usize) -> Result<TypeSpec, Finding> {
    if let Some(width) = int_width(word) {
        return integer(cursor, width);
    }
    let column_type = match word {
        "BOOL" | "BOOLEAN" => ColumnType::Boolean,
        "SERIAL" => return Ok(serial()),
        "DECIMAL" | "NUMERIC" | "DEC" | "FIXED" => decimal(cursor)?,
        "FLOAT" | "FLOAT4" | "DOUBLE" | "FLOAT8" | "REAL" => return floating(cursor, word),
        "BIT" => ColumnType::Bit {
            width: small(cursor, "BIT", 64)?.unwrap_or(1),
        },
        "DATE" => ColumnType::Date,
        "TIME" => ColumnType::Time {
            fraction: small(cursor, "TIME", 6)?.unwrap_or(0),
        },
        "DATETIME" => ColumnType::Datetime {
            fraction: small(cursor, "DATETIME", 6)?.unwrap_or(0),
        },
        "TIMESTAMP" => timestamp(cursor)?,
        "YEAR" => {
            length(cursor)?;
            ColumnType::Year
        }
        "JSON" => ColumnType::Json,
        "ENUM" => ColumnType::Enum {
            values: members(cursor)?,
        },
        "SET" => ColumnType::Set {
            values: members(cursor)?,
        },
        "UUID" => return Ok(as_text(ColumnType::Char { length: 36 })),
        "INET4" => return Ok(as_text(ColumnType::Varchar { length: 15 })),
        "INET6" => return Ok(as_text(ColumnType::Varchar { length: 45 })),
        _ => return text_or_bytes(cursor, word, at),
    };
    Ok(TypeSpec::plain(column_type))
}

/// The longest form of the type's values decides.
fn as_text(column_type: ColumnType) -> TypeSpec {
    TypeSpec {
        as_text: true,
        ..TypeSpec::plain(column_type)
    }
}

fn text_or_bytes(cursor: &mut Cursor<'_>, word: &str, at: usize) -> Result<TypeSpec, Finding> {
    let column_type = match word {
        "CHAR" | "CHARACTER" | "NCHAR" => character(cursor)?,
        "NATIONAL" => {
            if cursor.eat("VARCHAR") || cursor.eat("VARCHARACTER") {
                varchar(cursor)?
            } else {
                cursor.eat_any(&["CHARACTER", "CHAR"]);
                character(cursor)?
            }
        }
        "VARCHAR" | "VARCHARACTER" | "NVARCHAR" => varchar(cursor)?,
        "TINYTEXT" => text(LobSize::Tiny),
        "MEDIUMTEXT" => text(LobSize::Medium),
        "LONGTEXT" => text(LobSize::Long),
        "TEXT" => text(sized(length(cursor)?)),
        "TINYBLOB" => blob(LobSize::Tiny),
        "MEDIUMBLOB" => blob(LobSize::Medium),
        "LONGBLOB" => blob(LobSize::Long),
        "BLOB" => blob(sized(length(cursor)?)),
        "LONG" => long(cursor),
        "BINARY" => ColumnType::Binary {
            length: clamped(length(cursor)?.unwrap_or(1)),
        },
        "VARBINARY" => ColumnType::Varbinary {
            length: clamped(needed_length(cursor, "VARBINARY")?),
        },
        _ => geometry(word).ok_or_else(|| unknown(word, at))?,
    };
    Ok(TypeSpec::plain(column_type))
}

fn unknown(word: &str, at: usize) -> Finding {
    let hint = match word {
        "VECTOR" => "; vectors are not supported: declare it as JSON or BLOB",
        _ => "",
    };
    Finding {
        code: "unknown-type",
        message: format!("'{word}' is not a MySQL column type{hint}"),
        at,
    }
}

fn int_width(word: &str) -> Option<IntWidth> {
    Some(match word {
        "TINYINT" | "INT1" => IntWidth::Tiny,
        "SMALLINT" | "INT2" => IntWidth::Small,
        "MEDIUMINT" | "MIDDLEINT" | "INT3" => IntWidth::Medium,
        "INT" | "INTEGER" | "INT4" => IntWidth::Int,
        "BIGINT" | "INT8" => IntWidth::Big,
        _ => return None,
    })
}

fn integer(cursor: &mut Cursor<'_>, width: IntWidth) -> Result<TypeSpec, Finding> {
    let display = length(cursor)?;
    let boolean =
        width == IntWidth::Tiny && display == Some(1) && !cursor.sees_any(&["UNSIGNED", "ZEROFILL"]);
    Ok(TypeSpec::plain(if boolean {
        ColumnType::Boolean
    } else {
        ColumnType::Int {
            width,
            unsigned: false,
        }
    }))
}

fn serial() -> TypeSpec {
    TypeSpec {
        serial: true,
        ..TypeSpec::plain(ColumnType::Int {
            width: IntWidth::Big,
            unsigned: true,
        })
    }
}

fn decimal(cursor: &mut Cursor<'_>) -> Result<ColumnType, Finding> {
    let (precision, scale) = digits(cursor)?.unwrap_or((10, None));
    Ok(ColumnType::Decimal {
        precision: if precision == 0 { 10 } else { precision },
        scale: scale.unwrap_or(0),
        unsigned: false,
    })
}

fn floating(cursor: &mut Cursor<'_>, word: &str) -> Result<TypeSpec, Finding> {
    let mut double = !word.starts_with("FLOAT") || word == "FLOAT8";
    if word == "DOUBLE" {
        cursor.eat("PRECISION");
    }
    let digits = digits(cursor)?;
    if let Some((precision, None)) = digits {
        double |= precision > 24;
    }
    let column_type = if double {
        ColumnType::Double { unsigned: false }
    } else {
        ColumnType::Float { unsigned: false }
    };
    Ok(TypeSpec {
        rounded: matches!(digits, Some((_, Some(_)))),
        ..TypeSpec::plain(column_type)
    })
}

fn timestamp(cursor: &mut Cursor<'_>) -> Result<ColumnType, Finding> {
    // TIMESTAMP(14) is the display width of MySQL 4.
    let written = length(cursor)?.unwrap_or(0);
    Ok(ColumnType::Timestamp {
        fraction: if written > 6 {
            0
        } else {
            u8::try_from(written).unwrap_or(0)
        },
    })
}

fn character(cursor: &mut Cursor<'_>) -> Result<ColumnType, Finding> {
    if cursor.eat("VARYING") || cursor.eat("VARCHAR") {
        return varchar(cursor);
    }
    Ok(ColumnType::Char {
        length: clamped(length(cursor)?.unwrap_or(1)),
    })
}

fn varchar(cursor: &mut Cursor<'_>) -> Result<ColumnType, Finding> {
    let chars = needed_length(cursor, "VARCHAR")?;
    Ok(ColumnType::Varchar {
        length: clamped(chars),
    })
}

fn long(cursor: &mut Cursor<'_>) -> ColumnType {
    if cursor.eat("VARBINARY") {
        return blob(LobSize::Medium);
    }
    if cursor.eat_any(&["CHAR", "CHARACTER"]) {
        cursor.eat("VARYING");
    } else {
        cursor.eat_any(&["VARCHAR", "VARCHARACTER"]);
    }
    text(LobSize::Medium)
}

fn text(size: LobSize) -> ColumnType {
    ColumnType::Text { size }
}

fn blob(size: LobSize) -> ColumnType {
    ColumnType::Blob { size }
}

/// The smallest size for so many bytes, as MySQL chooses it.
fn sized(length: Option<u64>) -> LobSize {
    let length = length.unwrap_or(0xffff);
    [LobSize::Tiny, LobSize::Normal, LobSize::Medium]
        .into_iter()
        .find(|size| length != 0 && length <= size.max_bytes())
        .unwrap_or(if length == 0 {
            LobSize::Normal
        } else {
            LobSize::Long
        })
}

fn geometry(word: &str) -> Option<ColumnType> {
    let kind = match word {
        "GEOMETRY" => GeometryKind::Geometry,
        "POINT" => GeometryKind::Point,
        "LINESTRING" => GeometryKind::LineString,
        "POLYGON" => GeometryKind::Polygon,
        "MULTIPOINT" => GeometryKind::MultiPoint,
        "MULTILINESTRING" => GeometryKind::MultiLineString,
        "MULTIPOLYGON" => GeometryKind::MultiPolygon,
        "GEOMETRYCOLLECTION" | "GEOMCOLLECTION" => GeometryKind::GeometryCollection,
        _ => return None,
    };
    Some(ColumnType::Geometry { kind, srid: None })
}

fn members(cursor: &mut Cursor<'_>) -> Result<Vec<String>, Finding> {
    cursor.expect_mark("(")?;
    let mut values = Vec::new();
    loop {
        // MySQL cuts spaces at the end off members.
        values.push(cursor.text()?.trim_end_matches(' ').to_owned());
        if !cursor.eat_mark(",") {
            break;
        }
    }
    cursor.expect_mark(")")?;
    Ok(values)
}

fn attributes(cursor: &mut Cursor<'_>, spec: &mut TypeSpec) {
    loop {
        if cursor.eat("UNSIGNED") {
            set_unsigned(&mut spec.column_type);
        } else if cursor.eat("ZEROFILL") {
            spec.zerofill = true;
            set_unsigned(&mut spec.column_type);
        } else if cursor.eat("SIGNED") || cursor.eat("COMPRESSED") {
        } else if cursor.eat("BINARY") {
            spec.binary = true;
        } else if cursor.eat("BYTE") {
            spec.column_type = as_bytes(spec.column_type.clone());
        } else if cursor.eat("ASCII") || cursor.eat("UNICODE") {
            spec.charset = Some("ucs2".to_owned());
        } else if cursor.eat_all(&["CHARACTER", "SET"])
            || cursor.eat_all(&["CHAR", "SET"])
            || cursor.eat("CHARSET")
        {
            cursor.eat_mark("=");
            spec.charset = cursor.name().ok().map(|name| name.value);
        } else {
            return;
        }
    }
}

fn set_unsigned(column_type: &mut ColumnType) {
    if *column_type == ColumnType::Boolean {
        *column_type = ColumnType::Int {
            width: IntWidth::Tiny,
            unsigned: true,
        };
    }
    if let ColumnType::Int { unsigned, .. }
    | ColumnType::Decimal { unsigned, .. }
    | ColumnType::Float { unsigned }
    | ColumnType::Double { unsigned } = column_type
    {
        *unsigned = true;
    }
}

/// `(n)`.
fn length(cursor: &mut Cursor<'_>) -> Result<Option<u64>, Finding> {
    if !cursor.eat_mark("(") {
        return Ok(None);
    }
    let value = cursor.whole()?;
    cursor.eat_any(&["CHAR", "BYTE"]);
    cursor.expect_mark(")")?;
    Ok(Some(value))
}

fn needed_length(cursor: &mut Cursor<'_>, name: &str) -> Result<u64, Finding> {
    length(cursor)?.ok_or_else(|| Finding {
        code: "length-missing",
        message: format!("{name} needs a length, as in {name}(255)"),
        at: cursor.place(),
    })
}

/// `(n)` where n is at most `most`.
fn small(cursor: &mut Cursor<'_>, name: &str, most: u8) -> Result<Option<u8>, Finding> {
    let at = cursor.place();
    let Some(value) = length(cursor)? else {
        return Ok(None);
    };
    match u8::try_from(value) {
        Ok(value) if value <= most => Ok(Some(value)),
        _ => Err(Finding {
            code: "type-limit",
            message: format!("{name}({value}): at most {most}"),
            at,
        }),
    }
}

/// `(precision)` or `(precision, scale)`.
fn digits(cursor: &mut Cursor<'_>) -> Result<Option<(u8, Option<u8>)>, Finding> {
    if !cursor.eat_mark("(") {
        return Ok(None);
    }
    let at = cursor.place();
    let precision = cursor.whole()?;
    let scale = if cursor.eat_mark(",") {
        Some(cursor.whole()?)
    } else {
        None
    };
    cursor.expect_mark(")")?;
    let limit = |value: u64| {
        u8::try_from(value).map_err(|_| Finding {
            code: "type-limit",
            message: format!("{value} digits are too many"),
            at,
        })
    };
    Ok(Some((limit(precision)?, scale.map(limit).transpose()?)))
}

fn clamped(length: u64) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
