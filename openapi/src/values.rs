//! The JSON of each column type.

use codegen::ApiColumn;
use codegen::inflect::{pascal, unused};
use schema::GeometryKind;
use schema::stored::{Scalar, Stored, TextLimit};
use serde_json::{Value, json};
use utoipa::Number;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, KnownFormat, Schema, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{Deprecated, Object, ObjectBuilder, RefOr};

use crate::filters::Shown;
use crate::names;

/// What is said of a value beside its type.
#[derive(Default)]
pub(crate) struct About {
    /// Whether it may be null.
    pub(crate) nullable: bool,
    /// What it holds.
    pub(crate) description: Option<String>,
    /// Whether it should be used no more.
    pub(crate) deprecated: bool,
    /// Whether an example is left out.
    pub(crate) bare: bool,
}

impl About {
    /// What a column's declaration says.
    pub(crate) fn of(column: &ApiColumn) -> Self {
        let comment = column.comment.as_deref().map(names::comment_text);
        let reason = column
            .deprecated
            .as_deref()
            .map(|reason| format!("Deprecated: {}", names::comment_text(reason)));
        let texts: Vec<String> = comment.into_iter().chain(reason).collect();
        Self {
            nullable: column.nullable,
            description: (!texts.is_empty()).then(|| texts.join(" ")),
            deprecated: column.deprecated.is_some(),
            bare: false,
        }
    }

    /// The same, as a document that shows so much has it in a body.
    pub(crate) fn shown(column: &ApiColumn, shown: Shown) -> Self {
        Self {
            bare: shown != Shown::All,
            ..Self::of(column)
        }
    }

    fn deprecation(&self) -> Option<Deprecated> {
        self.deprecated.then_some(Deprecated::True)
    }
}

/// A value as it stands in a body or, where nothing more is said of it, in a parameter.
pub(crate) fn schema(stored: &Stored, about: About) -> RefOr<Schema> {
    if let Stored::Set(members) = stored {
        return set(members, about);
    }
    let mut object = plain(stored);
    object.deprecated = about.deprecation();
    if about.bare {
        object.examples = Vec::new();
    }
    object.description = about.description;
    if about.nullable {
        if let SchemaType::Type(kind) = object.schema_type {
            object.schema_type = [kind, Type::Null].into_iter().collect();
        }
        if let Some(members) = &mut object.enum_values {
            members.push(Value::Null);
        }
    }
    RefOr::T(Schema::Object(object))
}

/// A value that names a row: one that the column could hold.
pub(crate) fn kept(stored: &Stored) -> RefOr<Schema> {
    schema(
        stored,
        About {
            bare: true,
            ..About::default()
        },
    )
}

/// A value that is compared with: of the type, though it may be one that the column could not hold.
pub(crate) fn compared(stored: &Stored) -> RefOr<Schema> {
    if let Stored::Set(members) = stored {
        return set(members, About::default());
    }
    let mut object = plain(stored);
    match stored {
        Stored::Scaled { .. } | Stored::Sortable { .. } => {
            object.pattern = Some("^-?[0-9]+(\\.[0-9]+)?$".to_owned());
        }
        Stored::Real { .. } => {}
        _ if stored.scalar() == Scalar::BigInt => object.pattern = Some("^-?[0-9]+$".to_owned()),
        _ => match stored.scalar() {
            Scalar::Int => (object.minimum, object.maximum) = bounds(i32::MIN, i32::MAX),
            Scalar::UnsignedInt => {
                object.format = Some(known(KnownFormat::Int64));
                (object.minimum, object.maximum) = bounds(0, u32::MAX);
            }
            _ => {}
        },
    }
    object.max_length = None;
    object.examples = Vec::new();
    RefOr::T(Schema::Object(object))
}

fn set(members: &[String], about: About) -> RefOr<Schema> {
    let array = ArrayBuilder::new()
        .items(one_of(members))
        .deprecated(about.deprecation())
        .description(about.description);
    let array = if about.nullable {
        array.schema_type([Type::Array, Type::Null].into_iter().collect::<SchemaType>())
    } else {
        array
    };
    RefOr::T(Schema::Array(array.build()))
}

/// The extension that names members, which generators of many languages read.
const NAMES: &str = "x-enum-varnames";

/// One of those texts. Where they are no names, the document gives them names: some generators would write code that does not compile.
fn one_of(members: &[String]) -> ObjectBuilder {
    let object = text().enum_values(Some(members.iter().cloned()));
    let mut known: Vec<String> = Vec::new();
    for member in members {
        let free = |name: &str| {
            let taken = |known: &String| known.eq_ignore_ascii_case(name);
            !known.iter().any(taken)
        };
        let name = unused(&pascal(member), free);
        known.push(name);
    }
    let mut as_they_are = members.iter().zip(&known);
    if as_they_are.all(|(member, name)| is_plain(member) && *name == pascal(member)) {
        return object;
    }
    object.extensions(Some(Extensions::from_iter([(NAMES, known)])))
}

/// Whether generators make a name of it: a letter, then letters, digits and what stands between words.
fn is_plain(member: &str) -> bool {
    let of_name = |letter: char| letter.is_ascii_alphanumeric() || "_- ".contains(letter);
    member.starts_with(|first: char| first.is_ascii_alphabetic()) && member.chars().all(of_name)
}

fn plain(stored: &Stored) -> Object {
    match stored {
        Stored::Enum(members) => one_of(members).examples(members.first().cloned()),
        Stored::Text { limit, .. } => text().max_length(most(*limit)).examples(
            ["text"]
                .iter()
                .copied()
                .filter(|example| most(*limit).is_none_or(|most| example.len() <= most)),
        ),
        Stored::Bytes { .. } => text()
            .format(Some(known(KnownFormat::Byte)))
            .content_encoding("base64")
            .examples(["AAECAw=="]),
        Stored::Scaled {
            precision,
            scale,
            unsigned,
        }
        | Stored::Sortable {
            precision,
            scale,
            unsigned,
        } => decimal(*precision, *scale, *unsigned),
        Stored::Real { single, unsigned } => {
            let format = if *single {
                KnownFormat::Float
            } else {
                KnownFormat::Double
            };
            ObjectBuilder::new()
                .schema_type(Type::Number)
                .format(Some(known(format)))
                .minimum(unsigned.then_some(Number::UInt(0)))
                .examples([json!(1.5)])
        }
        Stored::Date => text()
            .format(Some(known(KnownFormat::Date)))
            .examples(["2024-02-29"]),
        Stored::Time { fraction } => text()
            .pattern(Some(format!("^-?[0-9]{{2,3}}:[0-5][0-9]:[0-5][0-9]{ROUNDED}$")))
            .examples([format!("12:30:00{}", zeros(*fraction))]),
        Stored::Datetime { fraction } => text()
            .format(Some(SchemaFormat::Custom("date-time-local".to_owned())))
            .pattern(Some(format!(
                "^({DAY}|{LEAP_DAY})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]{ROUNDED}$"
            )))
            .examples([format!("2024-02-29T12:30:00{}", zeros(*fraction))]),
        Stored::Timestamp { fraction } => text()
            .format(Some(known(KnownFormat::DateTime)))
            .examples([format!("2024-02-29T12:30:00{}Z", zeros(*fraction))]),
        Stored::Json => ObjectBuilder::new().schema_type(SchemaType::AnyValue),
        Stored::Geometry { kind, .. } => geometry(*kind),
        _ => whole(stored),
    }
    .build()
}

/// A JSON document that is compared with: NULL is told by `is`.
pub(crate) fn document() -> RefOr<Schema> {
    let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
    let any = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    AnyOfBuilder::new()
        .item(of(Type::Object))
        .item(ArrayBuilder::new().items(any))
        .item(of(Type::String))
        .item(of(Type::Number))
        .item(of(Type::Boolean))
        .into()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// Texts that are bounded in bytes are bounded by as many characters.
fn most(limit: TextLimit) -> Option<usize> {
    match limit {
        TextLimit::Chars(most) => usize::try_from(most).ok(),
        TextLimit::Bytes(most) => usize::try_from(most).ok().filter(|most| *most < 1 << 24),
    }
}

fn whole(stored: &Stored) -> ObjectBuilder {
    match stored.scalar() {
        Scalar::Boolean => ObjectBuilder::new().schema_type(Type::Boolean).examples([true]),
        Scalar::BigInt => {
            let (format, pattern) = match stored {
                Stored::Int { min, .. } if *min < 0 => ("int64", "^-?[0-9]+$"),
                _ => ("uint64", "^[0-9]+$"),
            };
            text()
                .format(Some(SchemaFormat::Custom(format.to_owned())))
                .pattern(Some(pattern))
                .examples(["1"])
        }
        _ => {
            let (least, greatest) = range(stored);
            let format = if i32::try_from(greatest).is_ok() {
                KnownFormat::Int32
            } else {
                KnownFormat::Int64
            };
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .format(Some(known(format)))
                .minimum(Some(number(least)))
                .maximum(Some(number(greatest)))
                .examples([json!(if matches!(stored, Stored::Year) { 2024 } else { 1 })])
        }
    }
}

/// What a whole number of at most 32 bits ranges over.
pub(crate) fn range(stored: &Stored) -> (i64, i64) {
    match stored {
        Stored::Int { min, max } => (*min, *max),
        Stored::Bits { width } => (0, (1 << width) - 1),
        Stored::Year => (0, 2155),
        _ => (0, i64::from(u32::MAX)),
    }
}

/// The least and the greatest of a whole number of at most 32 bits.
fn bounds(least: impl Into<i64>, greatest: impl Into<i64>) -> (Option<Number>, Option<Number>) {
    (Some(number(least.into())), Some(number(greatest.into())))
}

/// A bound of at most 32 bits, which fits wherever this runs.
pub(crate) fn number(bound: i64) -> Number {
    match usize::try_from(bound) {
        Ok(bound) => Number::UInt(bound),
        Err(_) => Number::Int(isize::try_from(bound).unwrap_or(isize::MIN)),
    }
}

fn decimal(precision: u8, scale: u8, unsigned: bool) -> ObjectBuilder {
    let sign = if unsigned { "" } else { "-?" };
    let before = (precision - scale).max(1);
    text()
        .format(Some(SchemaFormat::Custom("decimal".to_owned())))
        .pattern(Some(format!("^{sign}[0-9]{{1,{before}}}{}$", parts(scale))))
        .examples([format!("0{}", zeros(scale))])
}

/// The days that every year has, from year 1.
const DAY: &str = "([1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|\
    (0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))";

/// The day that leap years have.
const LEAP_DAY: &str = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[48]|[2468][048]|[13579][26])00)-02-29";

/// The pattern of digits of a second. More than the column keeps are rounded.
const ROUNDED: &str = "(\\.[0-9]+)?";

/// The pattern of digits behind a point, at most so many.
fn parts(digits: u8) -> String {
    match digits {
        0 => String::new(),
        digits => format!("(\\.[0-9]{{1,{digits}}})?"),
    }
}

/// A point and so many zeros.
fn zeros(digits: u8) -> String {
    match digits {
        0 => String::new(),
        digits => format!(".{}", "0".repeat(usize::from(digits))),
    }
}

/// A GeoJSON geometry (RFC 7946 section 3.1).
fn geometry(kind: GeometryKind) -> ObjectBuilder {
    const KINDS: [&str; 7] = [
        "Point",
        "LineString",
        "Polygon",
        "MultiPoint",
        "MultiLineString",
        "MultiPolygon",
        "GeometryCollection",
    ];
    let kinds: &[&str] = match kind {
        GeometryKind::Geometry => &KINDS,
        GeometryKind::Point => &KINDS[..1],
        GeometryKind::LineString => &KINDS[1..2],
        GeometryKind::Polygon => &KINDS[2..3],
        GeometryKind::MultiPoint => &KINDS[3..4],
        GeometryKind::MultiLineString => &KINDS[4..5],
        GeometryKind::MultiPolygon => &KINDS[5..6],
        GeometryKind::GeometryCollection => &KINDS[6..],
    };
    let list = || ArrayBuilder::new().items(ObjectBuilder::new().schema_type(SchemaType::AnyValue));
    let object = ObjectBuilder::new()
        .schema_type(Type::Object)
        .property("type", text().enum_values(Some(kinds.iter().copied())))
        .required("type")
        .additional_properties(Some(AdditionalProperties::FreeForm(true)));
    let object = if matches!(kind, GeometryKind::GeometryCollection) {
        object
    } else {
        object.property("coordinates", list())
    };
    match kind {
        GeometryKind::Geometry | GeometryKind::GeometryCollection => object.property("geometries", list()),
        _ => object.required("coordinates"),
    }
}

fn known(format: KnownFormat) -> SchemaFormat {
    SchemaFormat::KnownFormat(format)
}
