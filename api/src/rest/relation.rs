//! Which relation a selection means by a name.

use codegen::{ApiColumn, ApiModel, ApiTable, Relation, RelationKind};
use serde_json::json;

use crate::error::{ApiError, Code};
use crate::near;

/// The relation that goes by a name: its own field, else the table that it leads to, else the column or the constraint of
/// its foreign key. A hint, the relation's field or its foreign key's column or constraint, picks one of several.
pub(crate) fn resolve<'m>(
    model: &'m ApiModel,
    table: &'m ApiTable,
    name: &str,
    hint: Option<&str>,
) -> Result<&'m Relation, ApiError> {
    let ways: [&dyn Fn(&Relation) -> bool; 4] = [
        &|relation| relation.field == name,
        &|relation| leads_to(model, relation, name),
        &|relation| !is_backward(relation) && by_column(model, table, relation, name),
        &|relation| relation.constraint == name,
    ];
    let mut named = false;
    for way in ways {
        let mut found: Vec<&Relation> = table.relations.iter().filter(|relation| way(relation)).collect();
        named |= !found.is_empty();
        if let Some(hint) = hint {
            found.retain(|relation| hinted(model, table, relation, hint));
            prefer_children(table, &mut found);
        }
        match found.as_slice() {
            [] => {}
            [one] => return Ok(one),
            several => return Err(ambiguous(model, table, name, several)),
        }
    }
    Err(match hint {
        Some(hint) if named => wrong_hint(table, name, hint),
        _ => unknown(model, table, name),
    })
}

/// The relation that a name in a body means; `None` where there is none, an error where there are several.
pub(crate) fn of<'m>(
    model: &'m ApiModel,
    table: &'m ApiTable,
    name: &str,
) -> Option<Result<&'m Relation, ApiError>> {
    match resolve(model, table, name, None) {
        Ok(relation) => Some(Ok(relation)),
        Err(error) if error.code == Code::AmbiguousRelation => {
            let message = error.message.replacen("select", "body", 1);
            Some(Err(ApiError { message, ..error }))
        }
        Err(_) => None,
    }
}

fn leads_to(model: &ApiModel, relation: &Relation, name: &str) -> bool {
    model
        .table(relation.target)
        .is_some_and(|target| target.names.rest == name || target.declared == name)
}

fn is_backward(relation: &Relation) -> bool {
    !matches!(relation.kind, RelationKind::ToOne { .. })
}

/// Whether the foreign key is one column of that name.
fn by_column(model: &ApiModel, table: &ApiTable, relation: &Relation, name: &str) -> bool {
    let [(local, remote)] = relation.join.as_slice() else {
        return false;
    };
    let column: Option<&ApiColumn> = if is_backward(relation) {
        model
            .table(relation.target)
            .and_then(|target| target.column(*remote))
    } else {
        table.column(*local)
    };
    column.is_some_and(|column| column.field == name || column.declared == name)
}

fn hinted(model: &ApiModel, table: &ApiTable, relation: &Relation, hint: &str) -> bool {
    relation.field == hint || relation.constraint == hint || by_column(model, table, relation, hint)
}

/// A key from a table to itself is a relation both ways under one hint: the children are meant, as in PostgREST, since the
/// parent has the column's name.
fn prefer_children(table: &ApiTable, found: &mut Vec<&Relation>) {
    if found.len() > 1 && found.iter().all(|relation| relation.target == table.id) {
        found.retain(|relation| is_backward(relation));
    }
}

fn ambiguous(model: &ApiModel, table: &ApiTable, name: &str, found: &[&Relation]) -> ApiError {
    let fields: Vec<&str> = found.iter().map(|relation| relation.field.as_str()).collect();
    let candidates: Vec<serde_json::Value> = found
        .iter()
        .map(|relation| {
            json!({
                "relation": relation.field,
                "constraint": relation.constraint,
                "table": model.table(relation.target).map(|target| target.names.rest.as_str()),
                "many": !relation.is_to_one(),
            })
        })
        .collect();
    ApiError::new(
        Code::AmbiguousRelation,
        format!(
            "select: more than one relation leads from '{}' to '{name}': name one of {}, or give its foreign key as \
             '{name}!{}'",
            table.names.rest,
            fields.join(", "),
            found[0].constraint
        ),
    )
    .with("candidates", candidates)
}

fn wrong_hint(table: &ApiTable, name: &str, hint: &str) -> ApiError {
    let constraints: Vec<&str> = table
        .relations
        .iter()
        .map(|relation| relation.constraint.as_str())
        .collect();
    ApiError::new(
        Code::UnknownName,
        format!(
            "select: no relation from '{}' to '{name}' has a foreign key or column '{hint}'",
            table.names.rest
        ),
    )
    .with("name", hint)
    .with("constraints", constraints)
}

fn unknown(model: &ApiModel, table: &ApiTable, name: &str) -> ApiError {
    let of = &table.names.rest;
    if table.column_named(name).is_some() {
        return ApiError::new(
            Code::UnknownName,
            format!("select: '{name}' of '{of}' is a column that refers to no table, so nothing is selected inside it"),
        )
        .with("name", name);
    }
    if name == "count" {
        return ApiError::new(
            Code::UnknownName,
            "select: rows are counted by 'count()', and the values of a column by 'column.count()'",
        );
    }
    let fields: Vec<&str> = table
        .relations
        .iter()
        .map(|relation| relation.field.as_str())
        .collect();
    let advice = match through(model, table, name) {
        Some(path) => format!(": go by the table between them, '{path}'"),
        None => near::question(&near::nearest(name, fields.iter().copied())),
    };
    ApiError::new(
        Code::UnknownName,
        format!("select: '{of}' has no relation '{name}'{advice}"),
    )
    .with("name", name)
    .with("relations", fields)
}

/// The way to a table by one between, if there is one.
fn through(model: &ApiModel, table: &ApiTable, name: &str) -> Option<String> {
    table.relations.iter().find_map(|near| {
        let between = model.table(near.target)?;
        let far = between
            .relations
            .iter()
            .find(|far| !is_backward(far) && leads_to(model, far, name))?;
        Some(format!("{}({}(*))", near.field, far.field))
    })
}
