//! The names of tables and columns as a request spells them: the API's or the declared ones.

use codegen::{ApiColumn, ApiModel, ApiTable};

use crate::error::{ApiError, Code};
use crate::near;

/// The table of that name.
pub(crate) fn table<'m>(model: &'m ApiModel, name: &str) -> Result<&'m ApiTable, ApiError> {
    model.table_named(name).ok_or_else(|| {
        let names = model.tables.iter().map(|table| table.names.rest.as_str());
        if name.is_empty() {
            return ApiError::new(
                Code::NotFound,
                "a table's name stands behind '/rest/': the document at /openapi.json lists them all",
            );
        }
        let near = near::nearest(name, names);
        ApiError::new(
            Code::NotFound,
            format!("there is no table '{name}'{}", near::question(&near)),
        )
        .with("suggestions", near)
    })
}

/// The column of that name.
pub(crate) fn column<'m>(table: &'m ApiTable, name: &str, place: &str) -> Result<&'m ApiColumn, ApiError> {
    table
        .column_named(name)
        .ok_or_else(|| no_column(table, name, place))
}

fn no_column(table: &ApiTable, name: &str, place: &str) -> ApiError {
    let of = &table.names.rest;
    let fields: Vec<&str> = table.columns.iter().map(|column| column.field.as_str()).collect();
    let message = if table.relations.iter().any(|relation| relation.field == name) {
        format!("{place}: '{name}' of '{of}' is a relation: its columns are selected by '{name}(*)'")
    } else {
        let near = near::nearest(name, fields.iter().copied());
        format!("{place}: '{of}' has no column '{name}'{}", near::question(&near))
    };
    ApiError::new(Code::UnknownName, message)
        .with("name", name)
        .with("columns", fields)
}
