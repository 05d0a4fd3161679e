//! The forms of values that columns share: a document of many columns says each once, by a name.

use std::collections::BTreeMap;

use codegen::{ApiColumn, ApiModel};
use schema::GeometryKind;
use schema::stored::{Scalar, Stored};
use utoipa::openapi::{RefOr, Schema};

use crate::filters::{self, Shown};
use crate::names;
use crate::values::{self, About};

/// A column's value in a body: a reference where many columns of a large document have the same.
pub(crate) fn schema(column: &ApiColumn, about: About, shown: Shown) -> RefOr<Schema> {
    match of_value(column, &about, shown) {
        Some(name) => names::schema(&name),
        None => values::schema(&column.stored, about),
    }
}

/// A value that a parameter compares a column with, in the same way.
pub(crate) fn compared(column: &ApiColumn, shown: Shown) -> RefOr<Schema> {
    match of_comparison(column, shown) {
        Some(name) => names::schema(&name),
        None => values::compared(&column.stored),
    }
}

/// The named forms that the document refers to.
pub(crate) fn all(model: &ApiModel) -> BTreeMap<String, RefOr<Schema>> {
    let shown = Shown::of(model);
    let mut found = BTreeMap::new();
    for table in &model.tables {
        for column in &table.columns {
            let about = About::shown(column, shown);
            if let Some(name) = of_value(column, &about, shown) {
                found
                    .entry(name)
                    .or_insert_with(|| values::schema(&column.stored, about));
            }
        }
        for column in filters::compared(table, shown) {
            if let Some(name) = of_comparison(column, shown) {
                found
                    .entry(name)
                    .or_insert_with(|| values::compared(&column.stored));
            }
        }
    }
    found
}

/// Names of schemas with a dot are none of a table's.
fn of_value(column: &ApiColumn, about: &About, shown: Shown) -> Option<String> {
    // What is said of one column is said in its own place.
    let shared = shown != Shown::All && about.description.is_none() && !about.deprecated;
    let group = if about.nullable { "Null" } else { "Value" };
    let form = form(&column.stored).filter(|_| shared)?;
    Some(format!("{group}.{form}"))
}

fn of_comparison(column: &ApiColumn, shown: Shown) -> Option<String> {
    let name = match (column.scalar(), form(&column.stored)) {
        (Scalar::Decimal, _) => "Value.Decimal".to_owned(),
        // What is compared with may be beyond the column's own range.
        (Scalar::Int, _) => "Value.Int32".to_owned(),
        (Scalar::UnsignedInt, _) => "Value.UInt32".to_owned(),
        (Scalar::BigInt, Some(form)) => format!("Compared.{form}"),
        (_, form) => format!("Value.{}", form?),
    };
    (shown != Shown::All).then_some(name)
}

/// The name of a type's form, where a reference to it is shorter than the form.
fn form(stored: &Stored) -> Option<String> {
    Some(match stored {
        Stored::Int { .. } | Stored::Bits { .. } | Stored::PlainUnsigned | Stored::BiasedUnsigned => {
            whole(stored)?
        }
        Stored::Year => "Year".to_owned(),
        Stored::Scaled {
            precision,
            scale,
            unsigned,
        }
        | Stored::Sortable {
            precision,
            scale,
            unsigned,
        } => {
            let sign = if *unsigned { "U" } else { "" };
            format!("{sign}Decimal{precision}-{scale}")
        }
        Stored::Bytes { .. } => "Bytes".to_owned(),
        Stored::Time { fraction } => format!("Time{fraction}"),
        Stored::Datetime { fraction } => format!("Datetime{fraction}"),
        Stored::Geometry { kind, .. } => geometry(*kind).to_owned(),
        _ => return None,
    })
}

/// Integers by their bits, where they have all numbers of so many.
fn whole(stored: &Stored) -> Option<String> {
    if stored.scalar() == Scalar::BigInt {
        let signed = matches!(stored, Stored::Int { min, .. } if *min < 0);
        return Some(if signed { "Int64" } else { "UInt64" }.to_owned());
    }
    let (least, greatest) = values::range(stored);
    let bits = i64::BITS - greatest.leading_zeros();
    if greatest != (1_i64 << bits) - 1 {
        return None;
    }
    match least {
        0 => Some(format!("UInt{bits}")),
        least if least == -greatest - 1 => Some(format!("Int{}", bits + 1)),
        _ => None,
    }
}

const fn geometry(kind: GeometryKind) -> &'static str {
    match kind {
        GeometryKind::Geometry => "Geometry",
        GeometryKind::Point => "Point",
        GeometryKind::LineString => "LineString",
        GeometryKind::Polygon => "Polygon",
        GeometryKind::MultiPoint => "MultiPoint",
        GeometryKind::MultiLineString => "MultiLineString",
        GeometryKind::MultiPolygon => "MultiPolygon",
        GeometryKind::GeometryCollection => "GeometryCollection",
    }
}
