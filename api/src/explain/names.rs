//! A plan with the names of tables and columns in place of their positions.

use codegen::{ApiModel, ApiTable};
use schema::{ColumnId, TableId};
use serde_json::{Map, Value};

/// Names what stands in a plan as its types are written in JSON.
pub(super) fn named(model: &ApiModel, plan: &mut Value) {
    Naming { model }.value(plan, None);
}

struct Naming<'m> {
    model: &'m ApiModel,
}

impl<'m> Naming<'m> {
    /// Names what is in a value, whose columns are that table's.
    fn value(&self, value: &mut Value, table: Option<&'m ApiTable>) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item, table)),
            Value::Object(object) => self.object(object, table),
            _ => {}
        }
    }

    fn object(&self, object: &mut Map<String, Value>, outer: Option<&'m ApiTable>) {
        let table = self.table_of(object);
        if let (Some(table), Some(named)) = (table, object.get_mut("table")) {
            *named = table.names.rest.as_str().into();
        }
        // A join goes from the outer row's columns to those of the table that stands beside it, or of the query's.
        let inner = table.or_else(|| {
            object
                .get("query")?
                .as_object()
                .and_then(|query| self.table_of(query))
        });
        let table = table.or(outer);
        for (key, value) in object.iter_mut() {
            match (key.as_str(), &mut *value) {
                ("join", Value::Array(pairs)) => pairs.iter_mut().for_each(|pair| match pair {
                    Value::Array(pair) => {
                        pair.iter_mut()
                            .zip([outer, inner])
                            .for_each(|(column, table)| name(column, table));
                    }
                    column => name(column, table),
                }),
                ("column" | "Column", column @ Value::Number(_)) => name(column, table),
                ("Column" | "Cast", Value::Array(items)) => {
                    items.iter_mut().take(1).for_each(|column| name(column, table));
                }
                ("Of" | "Made" | "Aggregate", Value::Array(items)) => {
                    items.iter_mut().skip(1).for_each(|column| name(column, table));
                }
                ("target" | "update" | "Find" | "Update", Value::Array(columns)) => {
                    columns.iter_mut().for_each(|column| name(column, table));
                }
                ("set" | "add", Value::Array(pairs)) => {
                    let columns = pairs.iter_mut().filter_map(|pair| pair.get_mut(0));
                    columns.for_each(|column| name(column, table));
                }
                _ => {}
            }
            self.value(value, table);
        }
    }

    fn table_of(&self, object: &Map<String, Value>) -> Option<&'m ApiTable> {
        let position = object.get("table")?.as_u64()?;
        self.model.table(TableId(position.try_into().ok()?))
    }
}

/// Puts a column's name in place of its position.
fn name(column: &mut Value, table: Option<&ApiTable>) {
    let position = column.as_u64().and_then(|position| position.try_into().ok());
    let found = position.and_then(|position| table?.column(ColumnId(position)));
    if let Some(found) = found {
        *column = found.field.as_str().into();
    }
}
