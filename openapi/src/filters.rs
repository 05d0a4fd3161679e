//! Filters: a typed parameter for each column and operator.

use codegen::{ApiColumn, ApiModel, ApiTable};
use schema::stored::Scalar;
use utoipa::openapi::path::Parameter;
use utoipa::openapi::schema::{ArrayBuilder, Schema};
use utoipa::openapi::{Deprecated, RefOr};

use crate::named;
use crate::names;
use crate::parameters::{component, described, of_query, text};

/// How much a document shows. The server takes all of it in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    All,
    /// The commonest filters of each column, and nothing of a table's related rows but that they are answered: a document of all
    /// would be too large for those who read it.
    Few,
    /// Of these only the filters and orders of columns that keys and relations are about: the others stand in the body of a
    /// `query`. What columns and operations have in common is said once.
    Fewest,
}

impl Shown {
    /// The most columns of which all is shown, a table counting as [`Self::TABLE`] more: a document of about 5 MB. Generators
    /// take minutes for the types of larger ones.
    const MOST: usize = 1_000;

    /// The most columns of which the commonest filters are shown: a document of about 5 MB again.
    const MOST_FILTERED: usize = 5_000;

    /// The most columns of a table with all filters: TypeScript gives up checking a call of more parameters as generators write it.
    const MOST_OF_TABLE: usize = 50;

    /// What a table adds to a document, in columns.
    const TABLE: usize = 10;

    pub(crate) fn of(model: &ApiModel) -> Self {
        let size: usize = model
            .tables
            .iter()
            .map(|table| table.columns.len() + Self::TABLE)
            .sum();
        if size <= Self::MOST {
            Self::All
        } else if size <= Self::MOST_FILTERED {
            Self::Few
        } else {
            Self::Fewest
        }
    }

    fn shows(self, table: &ApiTable, column: &ApiColumn, operator: &str) -> bool {
        let is_text = matches!(column.scalar(), Scalar::String | Scalar::Bytes);
        match operator {
            _ if self == Self::All && table.columns.len() <= Self::MOST_OF_TABLE => true,
            "fts" => true,
            _ if self == Self::Fewest && !is_found_by(table, column) => false,
            "eq" | "like" | "cs" | "is" => true,
            "gte" | "lte" => !is_text,
            "in" => table.key.contains(&column.id),
            _ => false,
        }
    }

    /// Whether a filter stands where it is used, since only reading takes it: rows to write are named by their key then.
    fn stands_alone(self, table: &ApiTable, column: &ApiColumn) -> bool {
        self != Self::All && !table.key.is_empty() && !table.key.contains(&column.id)
    }
}

/// Whether a key or a relation is about the column: what rows are looked up by.
pub(crate) fn is_found_by(table: &ApiTable, column: &ApiColumn) -> bool {
    let mut keys = table.keys.iter().flat_map(|key| &key.columns);
    let mut joined = table.relations.iter().flat_map(|relation| &relation.join);
    keys.any(|id| *id == column.id) || joined.any(|(own, _)| *own == column.id)
}

/// The columns with a value of which a parameter that is shown compares.
pub(crate) fn compared(table: &ApiTable, shown: Shown) -> impl Iterator<Item = &ApiColumn> {
    let compares = |scalar, operator| {
        let listed = ["in", "nin"].contains(&operator);
        scalar != Scalar::Json && (listed || comparing(scalar).contains(&operator))
    };
    named(table, shown)
        .filter(move |(column, operator)| compares(column.scalar(), operator))
        .map(|(column, _)| column)
}

/// What the rows that filters find are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    Read,
    Write,
}

/// Operators that compare a column of that type with a value of the type.
const fn comparing(scalar: Scalar) -> &'static [&'static str] {
    match scalar {
        Scalar::Json | Scalar::Geometry => &[],
        Scalar::Boolean | Scalar::Set => &["eq", "neq"],
        _ => &["eq", "neq", "gt", "gte", "lt", "lte"],
    }
}

/// Operators that compare a column of that type with a pattern.
const fn matching(scalar: Scalar) -> &'static [&'static str] {
    match scalar {
        Scalar::String => &[
            "like",
            "ilike",
            "startsWith",
            "endsWith",
            "contains",
            "iStartsWith",
            "iEndsWith",
            "iContains",
            "regex",
            "iregex",
        ],
        Scalar::Bytes => &["startsWith", "endsWith", "contains"],
        _ => &[],
    }
}

/// Operators that compare what a column of that type holds with other such things.
const fn containing(scalar: Scalar) -> &'static [&'static str] {
    match scalar {
        Scalar::Json => &["eq", "neq", "cs", "cd", "ov"],
        Scalar::Set => &["cs", "cd", "ov"],
        _ => &[],
    }
}

/// Operators that search a column that a FULLTEXT key covers, and what they take.
const SEARCHING: [(&str, &str); 4] = [
    (
        "fts",
        "Words with the operators of PostgreSQL's `to_tsquery`: `a & (b | !c)`, `a <-> b`, `begins:*`.",
    ),
    ("plfts", "Words that are all found."),
    ("phfts", "Words one behind the other."),
    (
        "wfts",
        "Words as search engines read them: `\"a phrase\"`, `-without`, `one or other`, `begins*`.",
    ),
];

/// All filters of all tables by the names that operations refer to.
pub(crate) fn all(model: &ApiModel) -> impl Iterator<Item = (String, Parameter)> {
    let shown = Shown::of(model);
    model.tables.iter().flat_map(move |table| {
        named(table, shown)
            .filter(move |(column, _)| !shown.stands_alone(table, column))
            .map(move |(column, operator)| {
                (
                    component(table, &name(column, operator)),
                    filter(column, operator, shown),
                )
            })
    })
}

/// A table's filters, most of them as references.
pub(crate) fn of_table(
    table: &ApiTable,
    shown: Shown,
    purpose: Purpose,
) -> impl Iterator<Item = RefOr<Parameter>> {
    named(table, shown).filter_map(move |(column, operator)| {
        if !shown.stands_alone(table, column) {
            let component = component(table, &name(column, operator));
            return Some(RefOr::Ref(names::parameter(&component)));
        }
        (purpose == Purpose::Read).then(|| RefOr::T(filter(column, operator, shown)))
    })
}

fn name(column: &ApiColumn, operator: &str) -> String {
    format!("{}.{operator}", column.field)
}

fn named(table: &ApiTable, shown: Shown) -> impl Iterator<Item = (&ApiColumn, &'static str)> {
    table.columns.iter().flat_map(move |column| {
        let searched = table.searched().any(|(_, searched)| searched.id == column.id);
        let searching = SEARCHING.iter().map(|(operator, _)| *operator);
        operators(column)
            .chain(searching.filter(move |_| searched))
            .filter(move |operator| shown.shows(table, column, operator))
            .map(move |operator| (column, operator))
    })
}

fn operators(column: &ApiColumn) -> impl Iterator<Item = &'static str> {
    let scalar = column.scalar();
    // A SET in a list would need commas within commas.
    let listed = !comparing(scalar).is_empty() && scalar != Scalar::Set;
    let lists: &[&str] = if listed { &["in", "nin"] } else { &[] };
    let is: &[&str] = if column.nullable || scalar == Scalar::Boolean {
        &["is"]
    } else {
        &[]
    };
    [comparing(scalar), matching(scalar), lists, containing(scalar), is]
        .into_iter()
        .flatten()
        .copied()
}

fn filter(column: &ApiColumn, operator: &str, shown: Shown) -> Parameter {
    let mut parameter = comparison(column, operator, shown);
    parameter.deprecated = column.deprecated.is_some().then_some(Deprecated::True);
    parameter
}

fn comparison(column: &ApiColumn, operator: &str, shown: Shown) -> Parameter {
    let name = name(column, operator);
    let value = || named::compared(column, shown);
    let searching = SEARCHING.iter().find(|(known, _)| *known == operator);
    match (operator, column.scalar()) {
        ("is", _) => of_query(&name, is(column)).build(),
        ("in" | "nin", _) => of_query(&name, ArrayBuilder::new().items(value()).into()).build(),
        (operator, Scalar::Json) => {
            let (description, example) = match operator {
                "ov" => (
                    "A JSON array, of which one element at least is there.",
                    "[1,\"a\"]",
                ),
                _ => ("A JSON document.", "{\"a\":1}"),
            };
            let document = text().content_media_type("application/json");
            described(&name, description, document.examples([example]))
        }
        (operator, Scalar::String) if matching(Scalar::String).contains(&operator) => {
            of_query(&name, text().into()).build()
        }
        _ => match searching {
            Some((_, description)) => described(&name, description, text()),
            None => of_query(&name, value()).build(),
        },
    }
}

fn is(column: &ApiColumn) -> RefOr<Schema> {
    let words: &[&str] = match column.scalar() {
        Scalar::Boolean => &["null", "not_null", "true", "false", "unknown"],
        _ => &["null", "not_null"],
    };
    text().enum_values(Some(words.iter().copied())).into()
}
