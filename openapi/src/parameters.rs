//! Parameters: a typed one for each column and operator, and those that every table has.

use codegen::{ApiColumn, ApiModel, ApiTable, Relation};
use schema::stored::Scalar;
use utoipa::Number;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ArrayBuilder, Schema, Type};
use utoipa::openapi::{ObjectBuilder, Ref, RefOr, Required};

use crate::Bounds;
use crate::names;
use crate::values::{self, About};

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

/// All comparisons with one value that a column of that type is described with, in the document's order.
pub fn operators(scalar: Scalar) -> impl Iterator<Item = &'static str> {
    comparing(scalar).iter().chain(matching(scalar)).copied()
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

/// All parameters by the names that operations refer to.
pub(crate) fn all(model: &ApiModel, bounds: Bounds) -> impl Iterator<Item = (String, Parameter)> {
    let filters = model.tables.iter().flat_map(|table| {
        table.columns.iter().flat_map(move |column| {
            let searches = is_searched(table, column).then(|| searches(column));
            filters(column)
                .chain(searches.into_iter().flatten())
                .map(move |parameter| (component(table, &parameter.name), parameter))
        })
    });
    let embedded = model.tables.iter().flat_map(|table| {
        let relations = table.relations.iter();
        relations.map(move |relation| {
            let parameter = embedded(relation);
            (component(table, &parameter.name), parameter)
        })
    });
    let shared = SHARED
        .iter()
        .map(move |(name, make)| ((*name).to_owned(), make(bounds)));
    filters.chain(embedded).chain(shared)
}

/// References to a table's filters, and then to the shared parameters of those names.
pub(crate) fn references(table: &ApiTable, shared: &[&str]) -> Vec<Ref> {
    let filters = table
        .columns
        .iter()
        .flat_map(|column| {
            let searches = is_searched(table, column).then(|| searches(column).map(|search| search.name));
            filter_names(column).chain(searches.into_iter().flatten())
        })
        .map(|name| names::parameter(&component(table, &name)));
    let relations = table.relations.iter();
    let embedded = relations.map(|relation| names::parameter(&component(table, &embedded_name(relation))));
    let shared = shared.iter().map(|name| names::parameter(name));
    filters.chain(embedded).chain(shared).collect()
}

/// The parts of a row's path.
pub(crate) fn key(table: &ApiTable) -> impl Iterator<Item = Parameter> {
    table.key.iter().filter_map(|id| table.column(*id)).map(|column| {
        ParameterBuilder::new()
            .name(column.field.clone())
            .parameter_in(ParameterIn::Path)
            .required(Required::True)
            .description(Some(names::described(column.comment.as_deref(), || {
                format!("`{}` of the row.", column.field)
            })))
            .schema(Some(values::schema(&column.stored, About::default())))
            .build()
    })
}

/// `order`, whose terms are the table's own.
pub(crate) fn order(order_by: &str) -> Parameter {
    list(
        "order",
        "The columns to order by, the first before the others; the primary key decides between equals.",
        names::schema(order_by),
    )
}

fn component(table: &ApiTable, parameter: &str) -> String {
    format!("{}.{parameter}", table.names.type_name)
}

fn filter_names(column: &ApiColumn) -> impl Iterator<Item = String> {
    let scalar = column.scalar();
    // A SET in a list would need commas within commas.
    let listed = !comparing(scalar).is_empty() && scalar != Scalar::Set;
    let lists: &[&str] = if listed { &["in", "nin"] } else { &[] };
    operators(scalar)
        .chain(lists.iter().copied())
        .chain(containing(scalar).iter().copied())
        .chain(["is"])
        .map(|operator| format!("{}.{operator}", column.field))
}

fn filters(column: &ApiColumn) -> impl Iterator<Item = Parameter> {
    filter_names(column).map(|name| {
        let operator = name.rsplit('.').next().unwrap_or_default();
        let value = || values::schema(&column.stored, About::default());
        match operator {
            "in" | "nin" => list_of(&name, value()),
            _ if column.scalar() == Scalar::Json && operator != "is" => json_of(&name),
            "is" => of_query(&name, is(column)).build(),
            operator if matching(column.scalar()).contains(&operator) => {
                of_query(&name, text().into()).build()
            }
            _ => of_query(&name, value()).build(),
        }
    })
}

fn embedded_name(relation: &Relation) -> String {
    format!("{}.is", relation.field)
}

/// Whether a row has any of a relation's.
fn embedded(relation: &Relation) -> Parameter {
    let words = text().enum_values(Some(["null", "not_null"]));
    of_query(&embedded_name(relation), words.into())
        .description(Some(format!(
            "Whether `{0}`, which `select` must hold, has a row for which its own filters hold, such as `{0}.column.eq`.",
            relation.field
        )))
        .build()
}

fn is_searched(table: &ApiTable, column: &ApiColumn) -> bool {
    table.searched().any(|(_, searched)| searched.id == column.id)
}

fn searches(column: &ApiColumn) -> impl Iterator<Item = Parameter> {
    SEARCHING.iter().map(|(operator, description)| {
        described(&format!("{}.{operator}", column.field), description, text())
    })
}

fn is(column: &ApiColumn) -> RefOr<Schema> {
    let words: &[&str] = match column.scalar() {
        Scalar::Boolean => &["null", "not_null", "true", "false", "unknown"],
        _ => &["null", "not_null"],
    };
    text().enum_values(Some(words.iter().copied())).into()
}

fn of_query(name: &str, schema: RefOr<Schema>) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .schema(Some(schema))
}

/// A JSON document as a parameter.
fn json_of(name: &str) -> Parameter {
    let document = text().content_media_type("application/json").examples(["{}"]);
    of_query(name, document.into()).build()
}

fn list_of(name: &str, items: RefOr<Schema>) -> Parameter {
    of_query(name, ArrayBuilder::new().items(items).into()).build()
}

fn list(name: &str, description: &str, items: RefOr<Schema>) -> Parameter {
    let parameter = of_query(name, ArrayBuilder::new().items(items).into());
    parameter.description(Some(description)).build()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

type Make = fn(Bounds) -> Parameter;

/// The parameters that belong to no table. No table's parameter is named without a dot.
const SHARED: [(&str, Make); 19] = [
    ("select", |_| {
        described(
            "select",
            "The members of each row: columns, `*`, and relations with what is wanted of theirs, each with an alias before a \
             colon if need be. All columns unless said. With aggregates, `count()` and `avg()`, `count()`, `max()`, `min()` \
             and `sum()` of columns as in `price.sum()`, rows are grouped by what else is selected. `author!inner(name)` leaves \
             out rows without an author; the filters, order and page of a relation's rows have its name before them: \
             `author.name.eq=…`.",
            text().examples(["*"]),
        )
    }),
    ("and", |_| {
        group(
            "and",
            "Conditions that all hold: `(a.eq.1,or(b.lt.2,c.is.null))`.",
        )
    }),
    ("or", |_| {
        group("or", "Conditions of which one holds: `(a.eq.1,b.lt.2)`.")
    }),
    ("not.and", |_| {
        group("not.and", "Conditions that do not all hold.")
    }),
    ("not.or", |_| group("not.or", "Conditions of which none holds.")),
    ("limit", |bounds| {
        let most = usize::try_from(bounds.max_rows).ok().map(Number::UInt);
        described(
            "limit",
            "At most so many rows.",
            whole().maximum(most).default(Some(bounds.default_rows.into())),
        )
    }),
    ("offset", |_| {
        described(
            "offset",
            "The rows behind so many.",
            whole().default(Some(0.into())),
        )
    }),
    ("after", |_| {
        described(
            "after",
            "Only rows behind this place in the order: the cursor of a `Link` of the relation `next`.",
            cursor(),
        )
    }),
    ("before", |_| {
        described(
            "before",
            "Only the last rows before this place in the order; `Link` then tells the page before as `prev`.",
            cursor(),
        )
    }),
    ("columns", |_| {
        list(
            "columns",
            "The members of the body that count; others in it are passed over.",
            text().into(),
        )
    }),
    ("on_conflict", |_| {
        list(
            "on_conflict",
            "The columns of the unique key that an upsert (`Prefer: resolution=…`) is about; the primary key unless said.",
            text().into(),
        )
    }),
    ("Range", |_| {
        header(
            "Range",
            "The first and the last row that are wanted, from 0, where neither `limit` nor `offset` says it.",
            text()
                .pattern(Some("^(items=)?[0-9]{1,9}-[0-9]{0,9}$"))
                .examples(["0-24"])
                .into(),
        )
    }),
    ("Range-Unit", |_| {
        header(
            "Range-Unit",
            "The unit of `Range`, if that does not say it.",
            text().enum_values(Some(["items"])).into(),
        )
    }),
    ("Prefer-read", |_| prefer(READ)),
    ("Prefer-write", |_| prefer(WRITE)),
    ("Prefer-mutation", |_| prefer(MUTATION)),
    ("If-Match", |_| {
        header(
            "If-Match",
            "Tags as `ETag` has them, or `*`: the row is read or written only if it is still as one of them says.",
            text()
                .examples(["\"15b718e22740e0992cc138d3-681fbb42c424\""])
                .into(),
        )
    }),
    ("If-None-Match", |_| {
        header(
            "If-None-Match",
            "Tags as `ETag` has them, or `*`: the row is read or written only if it is otherwise than all of them say.",
            text()
                .examples(["\"15b718e22740e0992cc138d3-681fbb42c424\""])
                .into(),
        )
    }),
    ("Idempotency-Key", |_| {
        header(
            "Idempotency-Key",
            "A key of the client's for this very request, kept for 24 hours: sent again with it, the request is answered as it \
             was and not done again.",
            text()
                .min_length(Some(1))
                .max_length(Some(255))
                .examples(["8e03978e-40d5-43dd-bc93-6894a57f9324"])
                .into(),
        )
    }),
];

/// The preferences (RFC 7240) of reads.
const READ: &str = "count=(exact|planned|estimated)|handling=(strict|lenient)";

/// The preferences of writes.
const WRITE: &str = "return=(minimal|headers-only|representation)|count=(exact|planned|estimated)|missing=default|\
                     resolution=(merge|ignore)-duplicates|\
                     max-affected=[0-9]{1,9}|tx=(commit|rollback)|handling=(strict|lenient)";

/// The preferences of GraphQL's mutations.
const MUTATION: &str = "tx=(commit|rollback)";

/// One text rather than an array: some generators know no arrays in headers.
fn prefer(preference: &str) -> Parameter {
    let example = if preference == MUTATION {
        "tx=rollback"
    } else {
        "count=exact"
    };
    let list = text()
        .pattern(Some(format!("^({preference})(, ?({preference}))*$")))
        .examples([example]);
    header(
        "Prefer",
        "What the client prefers (RFC 7240), with commas between; `Preference-Applied` answers what held. With `tx=rollback` a write is undone behind \
         its answer.",
        list.into(),
    )
}

fn header(name: &str, description: &str, schema: RefOr<Schema>) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

fn described(name: &str, description: &str, schema: ObjectBuilder) -> Parameter {
    of_query(name, schema.into())
        .description(Some(description))
        .build()
}

fn group(name: &str, description: &str) -> Parameter {
    described(name, description, text().pattern(Some("^\\s*\\(.+\\)\\s*$")))
}

fn cursor() -> ObjectBuilder {
    text().pattern(Some("^[0-9A-F]+$"))
}

fn whole() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(Number::UInt(0)))
}
