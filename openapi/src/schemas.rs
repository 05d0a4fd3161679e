//! Schemas: each table's row, its inputs and its orders, and those that belong to no table.

use std::collections::BTreeMap;

use codegen::model::TypeRole;
use codegen::{ApiColumn, ApiModel, ApiTable, Relation, RelationKind};
use schema::stored::aggregate::{Aggregate, Function};
use serde_json::{Map, Value, json};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{AdditionalProperties, ArrayBuilder, OneOfBuilder, Schema, SchemaType, Type};
use utoipa::openapi::{ObjectBuilder, RefOr};

use crate::batch;
use crate::filters::{self, Shown};
use crate::inputs;
use crate::named;
use crate::names::{self, Shared};
use crate::values::About;

/// All schemas.
pub(crate) fn all<'m>(
    model: &'m ApiModel,
    shared: &'m Shared,
) -> impl Iterator<Item = (String, RefOr<Schema>)> + 'm {
    let shown = Shown::of(model);
    let tables = model.tables.iter().flat_map(move |table| {
        let written = (!table.is_view).then(|| {
            [
                (table.type_for(TypeRole::InsertInput), insert(model, table, shown)),
                (table.type_for(TypeRole::UpdateInput), update(table, shown)),
            ]
        });
        let embedded = embedding(model, table, shown)
            .map(|(relation, target)| (names::embedded(table, relation), embedded_row(relation, target)));
        std::iter::once((table.names.type_name.clone(), row(model, table, shown)))
            .chain(written.into_iter().flatten())
            .chain(embedded)
            .chain([
                (table.type_for(TypeRole::OrderBy), order(model, table, shown)),
                (names::selected(table), selected(model, table, shown)),
            ])
    });
    tables.chain(named::all(model)).chain(inputs::all(model)).chain([
        (shared.problem.clone(), problem()),
        (shared.graphql_request.clone(), graphql_request()),
        (shared.graphql_response.clone(), graphql_response()),
        (shared.batch_operation.clone(), batch::operation()),
        (shared.batch_answer.clone(), batch::answer()),
    ])
}

/// A row as it is answered. A selection leaves members out, adds relations and renames, so that none is required. Nobody sends it, and so
/// none is read-only: generators leave those out where they write a row down.
fn row(model: &ApiModel, table: &ApiTable, shown: Shown) -> RefOr<Schema> {
    let description = names::described(table.comment.as_deref(), || {
        format!("A row of `{}`.", table.names.rest)
    });
    let mut object = ObjectBuilder::new().description(Some(description));
    for column in &table.columns {
        let about = About::shown(column, shown);
        object = object.property(&column.field, named::schema(column, about, shown));
    }
    for relation in &table.relations {
        if let Some(target) = model.table(relation.target) {
            object = object.property(&relation.field, related(relation, target));
        }
    }
    if let Some(search) = &table.search {
        object = object
            .property(&search.score, found(Type::Number, &search.score))
            .property(&search.snippet, found(Type::String, &search.snippet));
    }
    object.into()
}

/// What is said of a row that a search found.
fn found(kind: Type, name: &str) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([kind, Type::Null]))
        .description(Some(format!(
            "Answered where it is selected, as `{name}`; null unless a search found the row."
        )))
        .into()
}

fn related(relation: &Relation, target: &ApiTable) -> RefOr<Schema> {
    let row = names::schema(&target.names.type_name);
    let description = format!("Answered where it is selected: `{}(*)`.", relation.field);
    match relation.kind {
        RelationKind::ToMany => ArrayBuilder::new()
            .items(row)
            .description(Some(description))
            .into(),
        // A filter on the embedded row may leave it out, whatever the key says.
        RelationKind::ToOne { .. } | RelationKind::OneToOne => OneOfBuilder::new()
            .item(row)
            .item(ObjectBuilder::new().schema_type(Type::Null))
            .description(Some(description))
            .into(),
    }
}

/// The columns that a client writes.
fn written(table: &ApiTable) -> impl Iterator<Item = &ApiColumn> + Clone {
    table.columns.iter().filter(|column| !column.generated)
}

fn input<'c>(
    columns: impl Iterator<Item = &'c ApiColumn>,
    shown: Shown,
    description: String,
) -> ObjectBuilder {
    let object = ObjectBuilder::new()
        .description(Some(description))
        .additional_properties(Some(AdditionalProperties::FreeForm(false)));
    columns.fold(object, |object, column| {
        let about = About::shown(column, shown);
        object.property(&column.field, named::schema(column, about, shown))
    })
}

fn insert(model: &ApiModel, table: &ApiTable, shown: Shown) -> RefOr<Schema> {
    let mut object = input(
        written(table),
        shown,
        format!(
            "A row to add to `{}`. Columns left out take their defaults.",
            table.names.rest
        ),
    );
    for (relation, target) in embedding(model, table, shown) {
        object = object.property(&relation.field, embedded(table, relation, target));
    }
    // A row that is embedded can stand in for the columns that refer to it.
    let twice = embedding(model, table, shown)
        .filter(|(relation, _)| matches!(relation.kind, RelationKind::ToOne { .. }))
        .flat_map(|(relation, _)| {
            let own = relation.join.iter().filter_map(|(own, _)| table.column(*own));
            own.map(|column| [relation.field.as_str(), column.field.as_str()])
        });
    let object = object.extensions(never_together(twice));
    written(table)
        .filter(|column| !column.optional && table.supplying(column.id).is_none())
        .fold(object, |object, column| object.required(&column.field))
        .into()
}

/// What refuses objects with both members of a pair. utoipa has no part for the keyword, and generators pass over it.
pub(crate) fn never_together<'p>(pairs: impl Iterator<Item = [&'p str; 2]>) -> Option<Extensions> {
    let mut refused: BTreeMap<&str, Map<String, Value>> = BTreeMap::new();
    for [member, other] in pairs {
        let others = refused.entry(member).or_default();
        others.insert(other.to_owned(), Value::Bool(false));
    }
    let refused: Map<String, Value> = refused
        .into_iter()
        .map(|(member, others)| (member.to_owned(), json!({ "properties": others })))
        .collect();
    (!refused.is_empty()).then(|| Extensions::from_iter([("dependentSchemas", Value::Object(refused))]))
}

/// The relations of which more is shown than that their rows are answered.
fn related_rows(table: &ApiTable, shown: Shown) -> impl Iterator<Item = &Relation> {
    table.relations.iter().filter(move |_| shown == Shown::All)
}

/// The relations through which rows are added with a row.
fn embedding<'m>(
    model: &'m ApiModel,
    table: &'m ApiTable,
    shown: Shown,
) -> impl Iterator<Item = (&'m Relation, &'m ApiTable)> {
    let written = related_rows(table, shown).filter(|_| !table.is_view);
    written.filter_map(|relation| {
        let target = model.table(relation.target)?;
        (!target.is_view).then_some((relation, target))
    })
}

/// Related rows that are added with the row.
fn embedded(table: &ApiTable, relation: &Relation, target: &ApiTable) -> RefOr<Schema> {
    let row = names::schema(&names::embedded(table, relation));
    if relation.is_to_one() {
        return row;
    }
    ArrayBuilder::new()
        .items(row)
        .description(Some(format!("Rows of `{}` to add with it.", target.names.rest)))
        .into()
}

/// A row that is added with another. What it takes from the other is not its own to say, and rows with it are not shown: tools that
/// make examples find no end in a form that holds itself.
fn embedded_row(relation: &Relation, target: &ApiTable) -> RefOr<Schema> {
    let own = written(target).filter(|column| {
        matches!(relation.kind, RelationKind::ToOne { .. })
            || relation.join.iter().all(|(_, taken)| *taken != column.id)
    });
    let description = format!(
        "A row to add to `{}` with another. The server also takes rows that are added with this one, to any depth.",
        target.names.rest
    );
    own.clone()
        .filter(|column| !column.optional)
        .fold(input(own, Shown::All, description), |object, column| {
            object.required(&column.field)
        })
        .into()
}

fn update(table: &ApiTable, shown: Shown) -> RefOr<Schema> {
    input(
        written(table),
        shown,
        format!(
            "New values of rows of `{}`. Columns left out stay as they are.",
            table.names.rest
        ),
    )
    .into()
}

/// A text rather than a list of names: it is how PostgREST's clients write it, and generators take what the pattern leaves out.
fn selected(model: &ApiModel, table: &ApiTable, shown: Shown) -> RefOr<Schema> {
    let relations = related_rows(table, shown).filter_map(|relation| {
        let inside = columns(model.table(relation.target)?).join("|");
        Some(format!("{}\\(({inside})(,({inside}))*\\)", relation.field))
    });
    let found = table
        .search
        .iter()
        .flat_map(|search| [search.score.clone(), search.snippet.clone()]);
    let members: Vec<String> = columns(table).into_iter().chain(found).chain(relations).collect();
    let member = members.join("|");
    let text = text().examples(["*"]);
    // No tool makes a type of the pattern.
    if shown == Shown::Fewest {
        let description = format!(
            "Columns of `{}`, and relations with columns of theirs.",
            table.names.rest
        );
        return text.description(Some(description)).into();
    }
    text.pattern(Some(format!("^(({member})(,({member}))*)?$")))
        .description(Some(format!(
            "What is answered of each row of `{}`: its columns, `*`, and relations with what is wanted of their rows. The server takes \
             all of PostgREST's grammar: aliases before a colon, `author!inner(name)`, relations within relations, parts of JSON \
             (`extra->a`), casts (`price::int`), and aggregates as in `price.sum()` and `count()`, which group the rows by what else is selected. The \
             filters, order and page of a relation's rows have its name before them: `author.name.eq=...`.",
            table.names.rest
        )))
        .into()
}

/// Patterns of a table's columns, and of all of them.
fn columns(table: &ApiTable) -> Vec<String> {
    let columns = table.columns.iter().map(|column| column.field.clone());
    std::iter::once("\\*".to_owned()).chain(columns).collect()
}

/// The directions of an order by values of which some may be NULL, or none.
fn directions(nullable: bool, shown: Shown) -> &'static [&'static str] {
    if nullable && shown == Shown::All {
        &["asc", "desc", "asc.nullsfirst", "desc.nullslast"]
    } else {
        &["asc", "desc"]
    }
}

fn order(model: &ApiModel, table: &ApiTable, shown: Shown) -> RefOr<Schema> {
    let ordered = |column: &&ApiColumn| shown != Shown::Fewest || filters::is_found_by(table, column);
    let terms = table.columns.iter().filter(ordered).flat_map(|column| {
        let endings = directions(column.nullable, shown).iter();
        endings.map(|ending| format!("{}.{ending}", column.field))
    });
    let scores = table
        .search
        .iter()
        .flat_map(|search| ["asc", "desc"].map(|ending| format!("{}.{ending}", search.score)));
    let related = related_rows(table, shown).flat_map(|relation| {
        let inside = match model.table(relation.target) {
            Some(target) if relation.is_to_one() => {
                let ordered = target
                    .columns
                    .iter()
                    .filter(|column| Aggregate::of(Function::Max, &column.stored).is_some());
                ordered.map(|column| column.field.clone()).collect()
            }
            _ => vec!["count()".to_owned()],
        };
        inside
            .into_iter()
            .flat_map(|inside| ["asc", "desc"].map(|ending| format!("{}({inside}).{ending}", relation.field)))
    });
    let more = " NULL stands last in an ascending order and first in a descending one, unless said. The server also takes \
                aggregates of related rows, as in `book(price.max()).desc`.";
    let more = if shown == Shown::Fewest { "" } else { more };
    text()
        .enum_values(Some(terms.chain(scores).chain(related)))
        .description(Some(format!(
            "A column of `{}`, or of a related row, and a direction.{more}",
            table.names.rest
        )))
        .into()
}

fn text() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

/// A problem document (RFC 9457), with the members that every one has.
pub(crate) fn problem() -> RefOr<Schema> {
    let member = |description: &str| text().description(Some(description));
    ObjectBuilder::new()
        .description(Some(
            "A problem document (RFC 9457). Further members say more about some codes: `table`, `fields`, `constraint`, `line`.",
        ))
        .property("type", member("The code as a URN.").examples(["urn:workersql:error:not_found"]))
        .property("title", member("What the code means.").examples(["Not found"]))
        .property(
            "status",
            ObjectBuilder::new()
                .schema_type(Type::Integer)
                .description(Some("The HTTP status."))
                .examples([json!(404)]),
        )
        .property("detail", member("What is wrong, where, and what to do."))
        .property("message", member("The same as `detail`."))
        .property("code", member("What kind of error it is: stable.").examples(["not_found"]))
        .required("type")
        .required("title")
        .required("status")
        .required("detail")
        .required("code")
        .into()
}

fn any_object() -> ObjectBuilder {
    ObjectBuilder::new().additional_properties(Some(AdditionalProperties::FreeForm(true)))
}

fn nullable(object: ObjectBuilder, kind: Type) -> ObjectBuilder {
    object.schema_type([kind, Type::Null].into_iter().collect::<SchemaType>())
}

fn graphql_request() -> RefOr<Schema> {
    ObjectBuilder::new()
        .description(Some("A GraphQL call."))
        .property(
            "query",
            text()
                .description(Some("The document."))
                .examples(["{ __typename }"]),
        )
        .property(
            "operationName",
            nullable(text(), Type::String).description(Some("Which of the document's operations to run.")),
        )
        .property(
            "variables",
            nullable(any_object(), Type::Object).description(Some("The values of its variables.")),
        )
        .property(
            "extensions",
            nullable(
                any_object().property(
                    "explain",
                    ObjectBuilder::new().schema_type(SchemaType::from_iter([Type::Boolean, Type::Null])),
                ),
                Type::Object,
            )
            .description(Some(
                "With `explain` the answer tells how it came about; others are passed over.",
            )),
        )
        .required("query")
        .into()
}

fn graphql_response() -> RefOr<Schema> {
    ObjectBuilder::new()
        .description(Some("What a GraphQL call answers."))
        .property(
            "data",
            nullable(any_object(), Type::Object).description(Some("What the document selects.")),
        )
        .property(
            "errors",
            ArrayBuilder::new()
                .items(any_object().property("message", text()).required("message"))
                .description(Some("What is wrong, with a stable `extensions.code`.")),
        )
        .property(
            "extensions",
            any_object().description(Some(
                "`explain`, where it was asked for: each operation's plan, SQL and rows.",
            )),
        )
        .into()
}
