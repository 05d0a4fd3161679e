//! Columns as a selection picks them: themselves, a part of their document, or in another form.

use codegen::{ApiColumn, ApiTable};
use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{Cast, Scalar, Stored};

use crate::error::{ApiError, Code};
use crate::rest::column::Way;
use crate::rest::groups::Aggregated;
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
    let Some(wanted) = wanted else {
        return Some(MemberValue::Column(column));
    };
    Some(match form(&column.stored, wanted)? {
        Form::Other(cast) => MemberValue::Cast(column, cast),
        Form::Own => MemberValue::Column(column),
    })
}

/// What values are answered as.
#[derive(Clone, Copy)]
enum Form {
    Own,
    Other(Cast),
}

impl Form {
    const fn cast(self) -> Option<Cast> {
        match self {
            Self::Own => None,
            Self::Other(cast) => Some(cast),
        }
    }
}

/// The form of values that a cast asks for; `None` where it is not exact.
fn form(stored: &Stored, wanted: Wanted) -> Option<Form> {
    let cast = |cast| stored.casts(cast).then_some(Form::Other(cast));
    let own = Some(Form::Own);
    let scalar = stored.scalar();
    let is_whole = matches!(scalar, Scalar::Int | Scalar::UnsignedInt | Scalar::BigInt)
        || matches!(
            stored,
            Stored::Scaled { scale: 0, .. } | Stored::Sortable { scale: 0, .. }
        );
    match wanted {
        Wanted::Text => cast(Cast::Text),
        Wanted::Whole if is_whole => cast(Cast::Number),
        Wanted::Double if matches!(scalar, Scalar::Int | Scalar::UnsignedInt | Scalar::Float) => own,
        // All digits, which is more than a double has.
        Wanted::Number | Wanted::Double => cast(Cast::Number),
        Wanted::Json if matches!(scalar, Scalar::Json | Scalar::Geometry | Scalar::Set) => own,
        Wanted::Boolean if scalar == Scalar::Boolean => own,
        Wanted::Date if scalar == Scalar::Date => own,
        Wanted::Date => cast(Cast::Date),
        Wanted::Time if scalar == Scalar::Time => own,
        Wanted::Time => cast(Cast::Time),
        Wanted::Moment if matches!(scalar, Scalar::Datetime | Scalar::Timestamp) => own,
        Wanted::Whole | Wanted::Json | Wanted::Boolean | Wanted::Moment => None,
    }
}

/// The form that an aggregate is answered in: what stands behind the function says it, else what stands behind the column.
pub(crate) fn aggregated(
    aggregated: &Aggregated,
    column: Option<&ApiColumn>,
) -> Result<Option<Cast>, ApiError> {
    let answer = match column {
        Some(column) => {
            Aggregate::of(aggregated.function, &column.stored).map(|found| found.stored().clone())
        }
        None => None,
    };
    let answer = answer.unwrap_or(Stored::Int {
        min: 0,
        max: i64::MAX,
    });
    let field = column.map_or("count()", |column| &column.field);
    let mut asked = Form::Own;
    if let (Some(name), Some(column)) = (&aggregated.input, column) {
        let wanted = Wanted::parse(name).ok_or_else(|| inexact(field, name))?;
        asked = input(column, aggregated.function, wanted, &answer).ok_or_else(|| inexact(field, name))?;
    }
    let Some(name) = &aggregated.output else {
        return Ok(asked.cast());
    };
    let wanted = Wanted::parse(name);
    wanted
        .and_then(|wanted| form(&answer, wanted))
        .map(Form::cast)
        .ok_or_else(|| inexact(field, name))
}

/// What a cast of the values means for their aggregate: numbers stay the same ones, and are answered as such.
fn input(column: &ApiColumn, function: Function, wanted: Wanted, answer: &Stored) -> Option<Form> {
    match (function, form(&column.stored, wanted)?) {
        (Function::Count | Function::CountDistinct, _) | (_, Form::Own) => Some(Form::Own),
        (_, number @ Form::Other(Cast::Number)) if answer.casts(Cast::Number) => Some(number),
        (_, Form::Other(_)) => None,
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
    inexact(&column.field, cast)
}

fn inexact(field: &str, cast: &str) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!(
            "select: '{field}::{cast}' is not a cast whose result is exact for every value: select it as it is, or cast it \
             to text"
        ),
    )
    .with("field", field)
}
