//! Derives the [`ApiModel`] from a declaration. The same declaration always gives the same names, and a table, column
//! or key that is added at the end changes no other name.

use std::collections::{HashMap, HashSet};

use schema::stored::Stored;
use schema::view::{self, ViewRows};
use schema::{Column, ColumnId, ColumnType, Ident, Schema, Table, TableId, View};

use crate::deprecation;
use crate::inflect::{begins_as_value, camel, is_graphql_name, raised, unused};
use crate::model::{ApiColumn, ApiModel, ApiSearch, ApiTable, UniqueKey};
use crate::relations;
use crate::taken::Taken;

/// Fields that every object type has, and methods of JavaScript's objects on which readers of OpenAPI documents stumble.
pub(crate) const RESERVED_FIELDS: [&str; 9] = [
    "nodeId",
    "etag",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// Members of filters that are not columns.
pub const FILTER_WORDS: [&str; 3] = ["and", "or", "not"];

/// Derives the model of a declaration's API. The declaration has been validated: its keys name columns that exist.
pub fn derive(schema: &Schema) -> ApiModel {
    let mut taken = Taken::new();
    let mut tables: Vec<ApiTable> = schema
        .tables
        .iter()
        .zip(0_u16..)
        .map(|(table, position)| api_table(schema, table, TableId(position), &mut taken))
        .collect();
    let rows = if schema.views.is_empty() {
        Vec::new()
    } else {
        view::rows(schema)
    };
    if !rows.is_empty() {
        let ids = (0_u16..).skip(schema.tables.len());
        let views = schema.views.iter().zip(&rows).zip(ids);
        tables.extend(views.map(|((view, rows), id)| api_view(view, rows, TableId(id), &mut taken)));
    }
    relations::attach(schema, &mut tables, &mut taken.types);
    relations::of_views::attach(schema, &rows, &mut tables);
    relations::rank(&mut tables);
    for (declared, table) in schema.tables.iter().zip(&mut tables) {
        table.search = search(declared, table);
    }
    index(tables)
}

fn index(tables: Vec<ApiTable>) -> ApiModel {
    let mut by_name: HashMap<String, TableId> = tables
        .iter()
        .map(|table| (table.names.rest.clone(), table.id))
        .collect();
    for table in &tables {
        by_name.entry(table.declared.clone()).or_insert(table.id);
    }
    let by_type = tables
        .iter()
        .map(|table| (table.names.type_name.clone(), table.id))
        .collect();
    ApiModel {
        tables,
        by_name,
        by_type,
    }
}

fn api_table(schema: &Schema, table: &Table, id: TableId, taken: &mut Taken) -> ApiTable {
    let names = taken.names(&table.name);
    let fields = column_fields(table.columns.iter().map(|column| &column.name));
    let columns: Vec<ApiColumn> = table
        .columns
        .iter()
        .zip(fields)
        .map(|(column, (column_id, field))| {
            let column = api_column(schema, table, column, column_id, field);
            ApiColumn { table: id, ..column }
        })
        .collect();
    let (comment, deprecated) = deprecation::split(table.comment.as_deref());
    let mut table_model = ApiTable {
        id,
        declared: table.name.as_str().to_owned(),
        comment,
        deprecated,
        is_view: false,
        require_if_match: table.require_if_match,
        key: column_ids(table, &table.primary_key),
        unique: never_null(table, &columns),
        keys: unique_keys(table),
        names,
        columns,
        relations: Vec::new(),
        listed: false,
        ranked: false,
        search: None,
    };
    name_enums(&mut table_model, taken);
    table_model
}

fn api_view(view: &View, rows: &ViewRows, id: TableId, taken: &mut Taken) -> ApiTable {
    let fields = column_fields(rows.columns.iter().map(|column| &column.name));
    let columns = rows.columns.iter().zip(fields);
    let columns = columns.map(|(column, (column_id, field))| ApiColumn {
        table: id,
        id: column_id,
        declared: column.name.as_str().to_owned(),
        comment: None,
        deprecated: None,
        field,
        stored: column.stored.clone(),
        nullable: column.nullable,
        optional: true,
        generated: true,
        enum_type: match &column.stored {
            Stored::Enum(members) if are_names(members) => Some(String::new()),
            _ => None,
        },
    });
    let mut table = ApiTable {
        id,
        declared: view.name.as_str().to_owned(),
        comment: None,
        deprecated: None,
        is_view: true,
        require_if_match: false,
        key: rows.key.clone(),
        unique: Vec::new(),
        keys: Vec::new(),
        names: taken.names(&view.name),
        columns: columns.collect(),
        relations: Vec::new(),
        listed: false,
        ranked: false,
        search: None,
    };
    name_enums(&mut table, taken);
    table
}

/// The positions of columns with their fields.
fn column_fields<'i>(names: impl Iterator<Item = &'i Ident>) -> Vec<(ColumnId, String)> {
    let mut fields: HashSet<String> = RESERVED_FIELDS
        .iter()
        .chain(&FILTER_WORDS)
        .map(|&field| field.to_owned())
        .collect();
    names
        .zip(0_u16..)
        .map(|(name, position)| {
            let field = unused(&camel(name.as_str()), |name| !fields.contains(name));
            fields.insert(field.clone());
            (ColumnId(position), field)
        })
        .collect()
}

/// The search of a table, whose fields stand behind all others so that they take no name from them.
fn search(declared: &Table, table: &ApiTable) -> Option<ApiSearch> {
    let columns = declared.searched();
    let free = |name: &str| table.column_of_field(name).is_none() && table.relation(name).is_none();
    (!columns.is_empty()).then(|| ApiSearch {
        columns,
        score: unused("searchScore", free),
        snippet: unused("searchSnippet", free),
    })
}

fn api_column(schema: &Schema, table: &Table, column: &Column, id: ColumnId, field: String) -> ApiColumn {
    let in_key = table.primary_key.iter().any(|key| key.same(&column.name));
    let nullable = column.nullable && !in_key;
    let (comment, deprecated) = deprecation::split(column.comment.as_deref());
    ApiColumn {
        // Set by its table.
        table: TableId(0),
        id,
        declared: column.name.as_str().to_owned(),
        comment,
        deprecated,
        field,
        stored: Stored::of(schema, table, column),
        nullable,
        optional: nullable || column.default.is_some() || column.auto_increment || column.generated.is_some(),
        generated: column.generated.is_some(),
        // Set by `name_enums` where the members are names.
        enum_type: match &column.column_type {
            ColumnType::Enum { values } if are_names(values) => Some(String::new()),
            _ => None,
        },
    }
}

/// Whether an enum can have all these members.
fn are_names(values: &[String]) -> bool {
    let distinct: HashSet<&String> = values.iter().collect();
    distinct.len() == values.len()
        && values
            .iter()
            .all(|value| is_graphql_name(value) && !begins_as_value(value))
}

fn name_enums(table: &mut ApiTable, taken: &mut Taken) {
    for column in &mut table.columns {
        if let Some(enum_type) = &mut column.enum_type {
            let stem = format!("{}{}", table.names.type_name, raised(&column.field));
            *enum_type = unused(&stem, |name| {
                !taken.types.have(name) && !taken.types.have(&format!("{name}Filter"))
            });
            taken.types.take(enum_type.clone());
            taken.types.take(format!("{enum_type}Filter"));
        }
    }
}

fn unique_keys(table: &Table) -> Vec<UniqueKey> {
    let primary = (!table.primary_key.is_empty()).then(|| UniqueKey {
        constraint: "PRIMARY".to_owned(),
        columns: column_ids(table, &table.primary_key),
    });
    let others = table.unique.iter().map(|index| UniqueKey {
        constraint: index.name.as_str().to_owned(),
        columns: column_ids(table, &index.columns),
    });
    primary.into_iter().chain(others).collect()
}

fn never_null(table: &Table, columns: &[ApiColumn]) -> Vec<Vec<ColumnId>> {
    table
        .unique
        .iter()
        .map(|index| column_ids(table, &index.columns))
        .filter(|key| {
            key.iter()
                .all(|id| columns.get(id.index()).is_some_and(|column| !column.nullable))
        })
        .collect()
}

/// The positions of columns that the validated declaration names.
pub(crate) fn column_ids(table: &Table, names: &[Ident]) -> Vec<ColumnId> {
    names
        .iter()
        .filter_map(|name| table.column_index(name))
        .filter_map(|index| u16::try_from(index).ok())
        .map(ColumnId)
        .collect()
}
