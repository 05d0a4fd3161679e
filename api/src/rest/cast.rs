//! Columns as a selection picks them: themselves, a part of their document, or in another form.

use codegen::{ApiColumn, ApiTable};
use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{Cast, Scalar, Stored};

use crate::error::{ApiError, Code};
use crate::rest::column::Way;
use crate::rest::groups::Aggregated;
use crate::rest::names;
use crate::rest::scope::{Measured, MemberValue};
use crate::rest::select::Picked;

/// The types that a cast takes, as messages tell them.
const NAMES: &str = "text, int, numeric, float8, bool, date, time, timestamp, timestamptz and json";

/// What a cast asks for, by PostgreSQL's and MySQL's names of types.
fn named(name: &str) -> Result<Cast, ApiError> {
    Ok(match name {
        "text" | "varchar" | "character varying" | "char" | "bpchar" | "citext" | "string" => Cast::Text,
        "int" | "integer" | "int2" | "int4" | "int8" | "smallint" | "bigint" | "signed" | "unsigned" => {
            Cast::Whole
        }
        "numeric" | "decimal" => Cast::Number,
        "float" | "float4" | "float8" | "real" | "double" | "double precision" => Cast::Double,
        "json" | "jsonb" => Cast::Json,
        "bool" | "boolean" => Cast::Boolean,
        "date" => Cast::Date,
        "time" | "time without time zone" => Cast::Time,
        "timestamp" | "datetime" | "timestamp without time zone" => Cast::Datetime,
        "timestamptz" | "timestamp with time zone" => Cast::Timestamp,
        _ => {
            return Err(ApiError::new(
                Code::NotSupported,
                format!("select: '{name}' is no type that a cast takes, which are {NAMES}"),
            )
            .with("cast", name));
        }
    })
}

/// What a selection means by a column.
pub(crate) fn picked<'m>(table: &'m ApiTable, picked: &Picked) -> Result<MemberValue<'m>, ApiError> {
    let column = names::column(table, &picked.column.name, "select")?;
    let cast = picked.cast.as_deref().map(named).transpose()?;
    let Some(way) = &picked.column.way else {
        return Ok(match cast {
            Some(cast) => form(&column.stored, cast)
                .map_err(|Senseless| senseless(&column.field, picked.cast.as_deref(), &column.stored))?
                .map_or(MemberValue::Column(column), |cast| {
                    MemberValue::Cast(column, cast)
                }),
            None => MemberValue::Column(column),
        });
    };
    let (way, cast) = part(way, cast);
    Ok(MemberValue::Part(column, way, cast))
}

/// No value of the type has that form.
struct Senseless;

/// The form of values that a cast asks for, where it is not their own.
fn form(stored: &Stored, cast: Cast) -> Result<Option<Cast>, Senseless> {
    use Scalar as S;
    let scalar = stored.scalar();
    if !stored.casts(cast) {
        return Err(Senseless);
    }
    let is_own = match cast {
        Cast::Text => matches!(scalar, S::String | S::Enum | S::Bytes | S::Date | S::Time),
        Cast::Whole | Cast::Number | Cast::Double if matches!(scalar, S::Int | S::UnsignedInt) => true,
        Cast::Number | Cast::Double => scalar == S::Float,
        Cast::Boolean => scalar == S::Boolean,
        Cast::Date => scalar == S::Date,
        Cast::Time => scalar == S::Time,
        Cast::Datetime => scalar == S::Datetime,
        Cast::Timestamp => scalar == S::Timestamp,
        Cast::Json => matches!(scalar, S::Json | S::Set | S::Geometry),
        Cast::Whole => false,
    };
    Ok((!is_own).then_some(cast))
}

/// A part of a document, and as what it is read: as a text and as JSON is said by the way itself.
fn part(way: &Way, cast: Option<Cast>) -> (Way, Option<Cast>) {
    let read = |as_text| Way {
        as_text,
        path: way.path.clone(),
    };
    match cast {
        Some(Cast::Text) => (read(true), None),
        Some(Cast::Json) if !way.as_text => (read(false), None),
        other => (read(way.as_text), other),
    }
}

/// What an aggregate is of, and the form that it is answered in: what stands behind the function says it, else what stands
/// behind the column.
pub(crate) fn measured<'m>(table: &'m ApiTable, aggregated: &Aggregated) -> Result<Measured<'m>, ApiError> {
    let output = aggregated.output.as_deref().map(named).transpose()?;
    let mut measured = Measured {
        function: aggregated.function,
        column: None,
        way: None,
        input: None,
        output,
    };
    let Some(of) = &aggregated.column else {
        let count = Stored::Int {
            min: 0,
            max: i64::from(i32::MAX),
        };
        measured.output = answered(&count, output)
            .map_err(|Senseless| senseless("count()", aggregated.output.as_deref(), &count))?;
        return Ok(measured);
    };
    let column = names::column(table, &of.name, "select")?;
    let name = aggregated.input.as_deref();
    let input = name.map(named).transpose()?;
    let refused = || {
        let of_aggregates = |cast| column.stored.recast("x", cast).is_some();
        senseless_where(&column.field, name, &column.stored, of_aggregates)
    };
    measured.column = Some(column);
    let kept = match (&of.way, input) {
        (Some(way), _) => {
            let (way, cast) = part(way, input);
            let kept = match cast {
                None if way.as_text => Cast::Text.parsed("x", false).map(|(kept, _)| kept),
                None => Some(Stored::Json),
                Some(cast) => cast.parsed("x", true).map(|(kept, _)| kept),
            };
            measured.way = Some(way);
            measured.input = cast;
            kept.ok_or_else(refused)?
        }
        (None, Some(cast)) => match form(&column.stored, cast).map_err(|Senseless| refused())? {
            Some(cast) => {
                measured.input = Some(cast);
                column.stored.recast("x", cast).ok_or_else(refused)?.0
            }
            None => column.stored.clone(),
        },
        (None, None) => column.stored.clone(),
    };
    let answer = Aggregate::of(aggregated.function, &kept)
        .ok_or_else(|| {
            let refused = no_aggregate(aggregated.function, column);
            let uncast = of.way.is_some() && input.is_none();
            let advice = if uncast {
                ": cast the part first, as in 'doc->a::numeric.sum()'"
            } else {
                ""
            };
            ApiError {
                message: format!("{}{advice}", refused.message),
                ..refused
            }
        })?
        .stored()
        .clone();
    let is_number = matches!(input, Some(Cast::Whole | Cast::Number | Cast::Double));
    // Numbers that were asked for are answered as such.
    let is_whole = measured.input == Some(Cast::Whole) && aggregated.function != Function::Avg;
    let wanted = if is_whole { Cast::Whole } else { Cast::Number };
    let output = output.or_else(|| (is_number && answer.casts(wanted)).then_some(wanted));
    measured.output = answered(&answer, output)
        .map_err(|Senseless| senseless(&column.field, aggregated.output.as_deref(), &answer))?;
    Ok(measured)
}

fn answered(answer: &Stored, output: Option<Cast>) -> Result<Option<Cast>, Senseless> {
    output.map_or(Ok(None), |cast| form(answer, cast))
}

/// Refuses an aggregate that the column's type does not have.
fn no_aggregate(function: Function, column: &ApiColumn) -> ApiError {
    let (of, takes) = match function {
        Function::Sum | Function::Avg => ("numbers", "has no sum and no average"),
        _ => ("values with an order", "has no least and no greatest value"),
    };
    ApiError::new(
        Code::InvalidValue,
        format!(
            "select: the column '{}' {takes}: that is of {of} only",
            column.field
        ),
    )
    .with("field", column.field.clone())
}

/// Refuses an aggregate that the column's type does not have.
pub(crate) fn check(function: Function, column: &ApiColumn) -> Result<(), ApiError> {
    match Aggregate::of(function, &column.stored) {
        Some(_) => Ok(()),
        None => Err(no_aggregate(function, column)),
    }
}

fn senseless(field: &str, cast: Option<&str>, stored: &Stored) -> ApiError {
    senseless_where(field, cast, stored, |_| true)
}

/// The same where not all casts of the type are taken.
fn senseless_where(
    field: &str,
    cast: Option<&str>,
    stored: &Stored,
    taken: impl Fn(Cast) -> bool,
) -> ApiError {
    let cast = cast.unwrap_or_default();
    let kept: Vec<&str> = [
        ("text", Cast::Text),
        ("int", Cast::Whole),
        ("numeric", Cast::Number),
        ("bool", Cast::Boolean),
        ("date", Cast::Date),
        ("time", Cast::Time),
        ("timestamp", Cast::Datetime),
        ("timestamptz", Cast::Timestamp),
        ("json", Cast::Json),
    ]
    .into_iter()
    .filter(|(_, cast)| stored.casts(*cast) && taken(*cast))
    .map(|(name, _)| name)
    .collect();
    ApiError::new(
        Code::NotSupported,
        format!(
            "select: '{field}::{cast}' is not a cast that such values take here: they are cast to {}",
            kept.join(", ")
        ),
    )
    .with("field", field)
}
