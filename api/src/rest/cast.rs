//! Columns as a selection picks them: themselves, a part of their document, or in another form.

use codegen::{ApiColumn, ApiTable};
use schema::stored::{Cast, Scalar};

use crate::error::{ApiError, Code};
use crate::rest::column::Way;
use crate::rest::names;
use crate::rest::scope::MemberValue;
use crate::rest::select::Picked;

/// What a cast asks for, by PostgreSQL's and MySQL's names of types.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Text,
    Whole,
    Number,
    Double,
    Json,
    Boolean,
    Date,
    Time,
    Moment,
}

impl Wanted {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "text" | "varchar" | "character varying" | "char" | "bpchar" | "citext" | "string" => Self::Text,
            "int" | "integer" | "int2" | "int4" | "int8" | "smallint" | "bigint" | "signed" | "unsigned" => {
                Self::Whole
            }
            "numeric" | "decimal" => Self::Number,
            "float" | "float4" | "float8" | "real" | "double" | "double precision" => Self::Double,
            "json" | "jsonb" => Self::Json,
            "bool" | "boolean" => Self::Boolean,
            "date" => Self::Date,
            "time" => Self::Time,
            "timestamp" | "timestamptz" | "datetime" => Self::Moment,
            _ => return None,
        })
    }
}

/// What a selection means by a column.
pub(crate) fn picked<'m>(table: &'m ApiTable, picked: &Picked) -> Result<MemberValue<'m>, ApiError> {
    let column = names::column(table, &picked.column.name, "select")?;
    let wanted = picked
        .cast
        .as_deref()
        .map(|name| Wanted::parse(name).ok_or_else(|| refused(column, name)))
        .transpose()?;
    let name = picked.cast.as_deref().unwrap_or_default();
    match &picked.column.way {
        Some(way) => part(column, way, wanted).ok_or_else(|| refused(column, name)),
        None => whole(column, wanted).ok_or_else(|| refused(column, name)),
    }
}

fn whole(column: &ApiColumn, wanted: Option<Wanted>) -> Option<MemberValue<'_>> {
    let own = Some(MemberValue::Column(column));
    let cast = |cast| {
        column
            .stored
            .casts(cast)
            .then_some(MemberValue::Cast(column, cast))
    };
    let scalar = column.scalar();
    let is_whole = matches!(scalar, Scalar::Int | Scalar::UnsignedInt | Scalar::BigInt);
    match wanted {
        None => own,
        Some(Wanted::Text) => cast(Cast::Text),
        Some(Wanted::Whole) if is_whole => cast(Cast::Number),
        Some(Wanted::Number) => cast(Cast::Number),
        Some(Wanted::Double) if matches!(scalar, Scalar::Int | Scalar::UnsignedInt | Scalar::Float) => own,
        Some(Wanted::Json) if matches!(scalar, Scalar::Json | Scalar::Geometry | Scalar::Set) => own,
        Some(Wanted::Boolean) if scalar == Scalar::Boolean => own,
        Some(Wanted::Date) if scalar == Scalar::Date => own,
        Some(Wanted::Date) => cast(Cast::Date),
        Some(Wanted::Time) if scalar == Scalar::Time => own,
        Some(Wanted::Time) => cast(Cast::Time),
        Some(Wanted::Moment) if matches!(scalar, Scalar::Datetime | Scalar::Timestamp) => own,
        Some(_) => None,
    }
}

/// A part of a document has a kind only when it is read: what may fail then is not a cast that holds.
fn part<'m>(column: &'m ApiColumn, way: &Way, wanted: Option<Wanted>) -> Option<MemberValue<'m>> {
    let as_text = match wanted {
        None => way.as_text,
        Some(Wanted::Text) => true,
        Some(Wanted::Json) if !way.as_text => false,
        Some(_) => return None,
    };
    let way = Way {
        as_text,
        path: way.path.clone(),
    };
    Some(MemberValue::Part(column, way))
}

fn refused(column: &ApiColumn, cast: &str) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!(
            "select: '{}::{cast}' is not a cast whose result is exact for every value: select the column itself, or \
             cast it to text",
            column.field
        ),
    )
    .with("field", column.field.clone())
}
