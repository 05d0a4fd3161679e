//! The JSON of each column type.

use schema::GeometryKind;
use schema::stored::{Scalar, Stored, TextLimit};
use serde_json::{Value, json};
use utoipa::Number;
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, KnownFormat, OneOfBuilder, Schema, SchemaFormat,
    SchemaType, Type,
};
use utoipa::openapi::{Object, ObjectBuilder, RefOr};

/// What is said of a value beside its type.
#[derive(Default)]
pub(crate) struct About {
    /// Whether it may be null.
    pub(crate) nullable: bool,
    /// Whether only the server writes it.
    pub(crate) read_only: bool,
    /// What it holds.
    pub(crate) description: Option<String>,
}

/// A value as it stands in a body or, where nothing more is said of it, in a parameter.
pub(crate) fn schema(stored: &Stored, about: About) -> RefOr<Schema> {
    if let Stored::Set(members) = stored {
        return set(members, about);
    }
    if matches!(stored, Stored::Year) {
        return year(about);
    }
    let mut object = plain(stored);
    object.description = about.description;
    object.read_only = about.read_only.then_some(true);
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

/// Years as MySQL has them: 0, or from 1901.
fn year(about: About) -> RefOr<Schema> {
    let whole = || ObjectBuilder::new().schema_type(Type::Integer);
    let years = whole()
        .minimum(Some(number(1901)))
        .maximum(Some(number(2155)))
        .examples([json!(2024)]);
    let none = about
        .nullable
        .then(|| ObjectBuilder::new().schema_type(Type::Null));
    let ways = OneOfBuilder::new()
        .item(years)
        .item(whole().enum_values(Some([json!(0)])))
        .description(about.description);
    let mut ways = none.into_iter().fold(ways, OneOfBuilder::item).build();
    ways.read_only = about.read_only.then_some(true);
    RefOr::T(Schema::OneOf(ways))
}

fn set(members: &[String], about: About) -> RefOr<Schema> {
    let items = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(members.iter().cloned()));
    let array = ArrayBuilder::new().items(items).description(about.description);
    let array = if about.nullable {
        array.schema_type([Type::Array, Type::Null].into_iter().collect::<SchemaType>())
    } else {
        array
    };
    RefOr::T(Schema::Array(array.build()))
}

fn plain(stored: &Stored) -> Object {
    match stored {
        Stored::Enum(members) => text()
            .enum_values(Some(members.iter().cloned()))
            .examples(members.first().cloned()),
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
            .pattern(Some(format!(
                "^-?[0-9]{{2,3}}:[0-5][0-9]:[0-5][0-9]{}$",
                parts(*fraction)
            )))
            .examples([format!("12:30:00{}", zeros(*fraction))]),
        Stored::Datetime { fraction } => text()
            .format(Some(SchemaFormat::Custom("date-time-local".to_owned())))
            .pattern(Some(format!(
                "^({DAYS})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]{}$",
                parts(*fraction)
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

/// The pattern of the days that there are, from the year 1.
const DAYS: &str = "([0-9]{3}[1-9]|[0-9]{2}[1-9]0|[0-9][1-9]00|[1-9]000)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-\
                    (0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|([0-9]{2}(0[48]|[2468][048]|[13579][26])|\
                    (0[48]|[2468][048]|[13579][26])00)-02-29";

/// A JSON document that is compared with: NULL is told by `is`.
pub(crate) fn document() -> RefOr<Schema> {
    let of = |kind: Type| ObjectBuilder::new().schema_type(kind);
    let any = ObjectBuilder::new().schema_type(SchemaType::AnyValue);
    AnyOfBuilder::new()
        .item(of(Type::Object))
        .item(documents(any))
        .item(of(Type::String))
        .item(of(Type::Number))
        .item(of(Type::Boolean))
        .into()
}

/// A JSON document that holds no others.
pub(crate) fn scalar() -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([
            Type::String,
            Type::Number,
            Type::Boolean,
            Type::Null,
        ]))
        .into()
}

/// An array of JSON documents.
pub(crate) fn documents(items: impl Into<RefOr<Schema>>) -> ArrayBuilder {
    ArrayBuilder::new().items(items.into())
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
            let (format, greatest) = match stored {
                Stored::Int { min, max } if *min < 0 => ("int64", max.unsigned_abs()),
                Stored::PlainUnsigned => ("uint64", i64::MAX.unsigned_abs()),
                Stored::Bits { width } => ("uint64", (1 << width) - 1),
                _ => ("uint64", u64::MAX),
            };
            let digits = up_to(&greatest.to_string());
            let pattern = match format {
                "int64" => format!("^-?0*({digits})$"),
                _ => format!("^0*({digits})$"),
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
                .examples([json!(1)])
        }
    }
}

/// The pattern of the digits of whole numbers up to this one.
fn up_to(greatest: &str) -> String {
    let mut ways = vec![format!("[0-9]{{1,{}}}", greatest.len() - 1)];
    for (place, digit) in greatest.char_indices().filter(|(_, digit)| *digit != '0') {
        let lower = char::from_digit(digit.to_digit(10).unwrap_or(1) - 1, 10).unwrap_or('0');
        let first = if place == 0 { '1' } else { '0' };
        if lower < first {
            continue;
        }
        ways.push(match greatest.len() - place - 1 {
            0 => format!("{}[0-{lower}]", &greatest[..place]),
            rest => format!("{}[{first}-{lower}][0-9]{{{rest}}}", &greatest[..place]),
        });
    }
    ways.push(greatest.to_owned());
    ways.join("|")
}

/// What a whole number of at most 32 bits ranges over.
fn range(stored: &Stored) -> (i64, i64) {
    match stored {
        Stored::Int { min, max } => (*min, *max),
        Stored::Bits { width } => (0, (1 << width) - 1),
        _ => (0, i64::from(u32::MAX)),
    }
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
