//! Parameters: those that every table has, and where they are put together with filters.

use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiModel, ApiTable};
use schema::ColumnId;
use utoipa::Number;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{AnyOfBuilder, ArrayBuilder, Schema, Type};
use utoipa::openapi::{ObjectBuilder, Ref, RefOr, Required};

use crate::Bounds;
use crate::filters;
use crate::names;
use crate::values;

/// All parameters by the names that operations refer to, if there are such operations.
pub(crate) fn all(model: &ApiModel, bounds: Bounds) -> impl Iterator<Item = (String, Parameter)> {
    let own = model.tables.iter().flat_map(move |table| {
        own(table).map(move |parameter| (component(table, &parameter.name), parameter))
    });
    let shared = SHARED
        .iter()
        .map(move |(name, make)| ((*name).to_owned(), make(bounds)));
    filters::all(model).chain(own).chain(shared)
}

/// References to the parameters of those names: the table's own, or else those of all tables.
pub(crate) fn words(table: &ApiTable, words: &[&str]) -> Vec<Ref> {
    let own: Vec<String> = own(table).map(|parameter| parameter.name).collect();
    words
        .iter()
        .map(|word| {
            if own.iter().any(|name| name == word) {
                names::parameter(&component(table, word))
            } else {
                names::parameter(word)
            }
        })
        .collect()
}

/// The parts of a row's path.
pub(crate) fn key(table: &ApiTable) -> impl Iterator<Item = Parameter> {
    key_columns(table).map(|column| {
        of_key(column)
            .name(column.field.clone())
            .parameter_in(ParameterIn::Path)
            .schema(Some(values::kept(&column.stored)))
            .build()
    })
}

/// The same as conditions that name one row.
pub(crate) fn named(table: &ApiTable) -> impl Iterator<Item = Parameter> {
    key_columns(table).map(|column| {
        of_key(column)
            .name(format!("{}.eq", column.field))
            .parameter_in(ParameterIn::Query)
            .schema(Some(values::compared(&column.stored)))
            .build()
    })
}

fn key_columns(table: &ApiTable) -> impl Iterator<Item = &ApiColumn> {
    table.key.iter().filter_map(|id| table.column(*id))
}

fn of_key(column: &ApiColumn) -> ParameterBuilder {
    let described = names::described(column.comment.as_deref(), || {
        format!("`{}` of the row.", column.field)
    });
    ParameterBuilder::new()
        .required(Required::True)
        .description(Some(described))
}

/// The parameters whose words are the table's own.
fn own(table: &ApiTable) -> impl Iterator<Item = Parameter> + '_ {
    let select = of_query("select", names::schema(&names::selected(table)))
        .description(Some("The members of each row. All columns unless said."))
        .build();
    let order = list(
        "order",
        "The columns to order by, the first before the others; the primary key decides between equals.",
        names::schema(&table.type_for(TypeRole::OrderBy)),
    );
    let keys: Vec<String> = table.keys.iter().map(|key| fields(table, &key.columns)).collect();
    let on_conflict = (!table.is_view && !keys.is_empty()).then(|| {
        described(
            "on_conflict",
            "The columns of the unique key that an upsert (`Prefer: resolution=...`) is about; the primary key unless said.",
            text().enum_values(Some(keys)),
        )
    });
    [select, order].into_iter().chain(on_conflict)
}

/// Columns' names with commas between.
fn fields(table: &ApiTable, columns: &[ColumnId]) -> String {
    let fields: Vec<&str> = columns
        .iter()
        .filter_map(|id| table.column(*id))
        .map(|column| column.field.as_str())
        .collect();
    fields.join(",")
}

pub(crate) fn component(table: &ApiTable, parameter: &str) -> String {
    format!("{}.{parameter}", table.names.type_name)
}

pub(crate) fn of_query(name: &str, schema: RefOr<Schema>) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .schema(Some(schema))
}

fn list(name: &str, description: &str, items: RefOr<Schema>) -> Parameter {
    let parameter = of_query(name, ArrayBuilder::new().items(items).min_items(Some(1)).into());
    parameter.description(Some(description)).build()
}

pub(crate) fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

type Make = fn(Bounds) -> Parameter;

/// The parameters that belong to no table. No table's parameter is named without a dot.
const SHARED: [(&str, Make); 13] = [
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
    ("Range", |_| {
        header(
            "Range",
            "The first and the last row that are wanted, from 0, the last open as in `0-`, where neither `limit` nor `offset` says it. \
             `Range-Unit: items` may stand beside it; a range of another unit is passed over, as is an empty one.",
            one_or(
                &["0-", ""],
                text()
                    .pattern(Some("^([0-9]{1,9}-[0-9]{0,9}|[!#$%&'*+.^_`|~0-9A-Za-z-]+=.*)$"))
                    .examples(["0-24"]),
            ),
        )
    }),
    ("Prefer-read", |_| prefer(READ)),
    ("Prefer-write", |_| prefer(WRITE)),
    ("Prefer-add", |_| prefer_rows(WRITE)),
    ("Prefer-add-new", |_| {
        let new: Vec<&str> = WRITE
            .iter()
            .copied()
            .filter(|word| !word.starts_with("resolution"))
            .collect();
        prefer_rows(&new)
    }),
    ("Prefer-mutation", |_| prefer(MUTATION)),
    ("If-Match", |_| {
        header(
            "If-Match",
            "Tags as `ETag` has them, or `*`: the row is read or written only if it is still as one of them says.",
            tags(),
        )
    }),
    ("If-None-Match", |_| {
        header(
            "If-None-Match",
            "Tags as `ETag` has them, or `*`: the row is read or written only if it is otherwise than all of them say.",
            tags(),
        )
    }),
    ("Idempotency-Key", |_| {
        header(
            "Idempotency-Key",
            "A key of the client's for this very request, kept for 24 hours: sent again with it, the request is answered as it \
             was and not done again. A new one for each request, such as a UUID.",
            text()
                .pattern(Some("^([!#-~]([ !#-~]{0,253}[!#-~])?|\"[ !#-~]{1,255}\")$"))
                .into(),
        )
    }),
];

/// Entity tags, or any (RFC 9110 section 13.1.1). An empty header is none: workerd does not hand these two over then. No example: a
/// request that is made of examples would be refused for it.
fn tags() -> RefOr<Schema> {
    one_or(&["*", ""], text().pattern(Some("^\"[!#-~]*\"(, \"[!#-~]*\")*$")))
}

/// The preferences (RFC 7240) of reads.
const READ: &[&str] = &[
    "count=exact",
    "count=planned",
    "count=estimated",
    "handling=strict",
    "handling=lenient",
];

/// The preferences of writes.
const WRITE: &[&str] = &[
    "return=minimal",
    "return=headers-only",
    "return=representation",
    "count=exact",
    "count=planned",
    "count=estimated",
    "missing=default",
    "resolution=merge-duplicates",
    "resolution=ignore-duplicates",
    "max-affected=100",
    "tx=commit",
    "tx=rollback",
    "handling=strict",
    "handling=lenient",
];

/// The preferences of GraphQL's mutations.
const MUTATION: &[&str] = &["tx=commit", "tx=rollback"];

/// One text rather than a list: some generators know no lists in headers. It has no pattern, since a server passes over a preference
/// that it does not know.
fn prefer(known: &[&str]) -> Parameter {
    header(
        "Prefer",
        "What the client prefers (RFC 7240), with commas between; `Preference-Applied` answers what held. With `tx=rollback` a \
         write is undone behind its answer. With `explain` the body is an object: `data`, the body as it would be, and `explain`, \
         how it came about (in GraphQL `extensions.explain`).",
        text()
            .description(Some(format!("Some of `{}`.", known.join("`, `"))))
            .examples(known.iter().copied())
            .into(),
    )
}

/// The same where nothing but an empty text is answered to who prefers nothing, with 201: calls that generators write read JSON all
/// the same, so that clients which fill in defaults are told to ask for the rows.
fn prefer_rows(known: &[&str]) -> Parameter {
    let mut parameter = prefer(known);
    if let Some(RefOr::T(Schema::Object(text))) = &mut parameter.schema {
        text.default = Some("return=representation".into());
        text.description = text.description.take().map(|known| {
            format!(
                "{known} What is written is answered with `return=representation`, which clients send that fill in defaults; an \
                 empty text is answered to a request without the header."
            )
        });
    }
    parameter
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

pub(crate) fn described(name: &str, description: &str, schema: ObjectBuilder) -> Parameter {
    of_query(name, schema.into())
        .description(Some(description))
        .build()
}

/// One of those very texts, or one of the others.
fn one_or(texts: &[&str], others: ObjectBuilder) -> RefOr<Schema> {
    AnyOfBuilder::new()
        .item(text().enum_values(Some(texts.iter().copied())))
        .item(others)
        .into()
}

fn cursor() -> ObjectBuilder {
    text().pattern(Some("^[0-9A-F]+$"))
}

fn whole() -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(Number::UInt(0)))
}
