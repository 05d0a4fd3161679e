//! Which relation a selection means by a name.

use codegen::{ApiColumn, ApiModel, ApiTable, Relation, RelationKind};
use schema::ColumnId;
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
    // A key's own name and columns mean its tables, and no view that shows them.
    let is_tables = |relation: &Relation| model.table(relation.target).is_some_and(|target| !target.is_view);
    let ways: [&dyn Fn(&Relation) -> bool; 4] = [
        &|relation| relation.field == name,
        &|relation| leads_to(model, relation, name),
        &|relation| !is_backward(relation) && is_tables(relation) && by_column(model, table, relation, name),
        &|relation| is_tables(relation) && relation.constraint == name,
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

/// How a selection gets to the rows that it embeds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Path<'m> {
    /// The relation of the table itself.
    pub(crate) relation: &'m Relation,
    /// Where that leads to a table between: the relation from there.
    pub(crate) onward: Option<&'m Relation>,
}

/// The relation that goes by a name, else the way by a table between: one whose rows are told apart by the two rows that they
/// refer to, as in PostgREST. A hint, as for [`resolve`] or the name of the table between, picks one of several.
pub(crate) fn path<'m>(
    model: &'m ApiModel,
    table: &'m ApiTable,
    name: &str,
    hint: Option<&str>,
) -> Result<Path<'m>, ApiError> {
    let error = match resolve(model, table, name, hint) {
        Ok(relation) => {
            return Ok(Path {
                relation,
                onward: None,
            });
        }
        Err(error) if error.code == Code::AmbiguousRelation => return Err(error),
        Err(error) => error,
    };
    let linked = between(model, table, name).filter(|step| step.links() && step.is_hinted(hint));
    let paths = linked.map(|step| Path {
        relation: step.near,
        onward: Some(step.far),
    });
    let mut paths: Vec<Path<'_>> = paths.collect();
    // Where both ends are one table, the key from the table between to this end tells the two directions apart.
    let starts = |path: &Path<'_>| Some(path.relation.constraint.as_str()) == hint;
    if paths.iter().any(starts) {
        paths.retain(starts);
    }
    match paths.as_slice() {
        [] => Err(error),
        [path] => Ok(*path),
        several => Err(several_between(table, name, several)),
    }
}

/// A way from a table to another by one between.
struct Between<'m> {
    near: &'m Relation,
    table: &'m ApiTable,
    far: &'m Relation,
}

/// All ways to the table of that name by a table whose foreign key leads on there.
fn between<'m>(model: &'m ApiModel, table: &'m ApiTable, name: &str) -> impl Iterator<Item = Between<'m>> {
    table.relations.iter().flat_map(move |near| {
        let between = model.table(near.target).into_iter();
        between.flat_map(move |table| {
            let onward = table.relations.iter();
            onward
                .filter(|far| !is_backward(far) && leads_to(model, far, name))
                .map(move |far| Between { near, table, far })
        })
    })
}

impl Between<'_> {
    /// Whether the table's rows are there to relate the two: one of its keys holds both of its foreign keys.
    fn links(&self) -> bool {
        let Self { near, table, far } = self;
        let nears = near.join.iter().map(|(_, remote)| remote);
        let columns: Vec<&ColumnId> = nears.chain(far.join.iter().map(|(local, _)| local)).collect();
        let mut keys = table.keys.iter();
        near.kind == RelationKind::ToMany
            && far.constraint != near.constraint
            && keys.any(|key| columns.iter().all(|column| key.columns.contains(column)))
    }

    /// Whether a hint, if there is any, names it.
    fn is_hinted(&self, hint: Option<&str>) -> bool {
        let Self { near, table, far } = self;
        hint.is_none_or(|hint| {
            [
                &table.names.rest,
                &table.declared,
                &near.constraint,
                &far.constraint,
                &near.field,
            ]
            .iter()
            .any(|known| *known == hint)
        })
    }
}

fn several_between(table: &ApiTable, name: &str, paths: &[Path<'_>]) -> ApiError {
    let ways: Vec<String> = paths
        .iter()
        .filter_map(|path| Some(format!("{}({}(*))", path.relation.field, path.onward?.field)))
        .collect();
    ApiError::new(
        Code::AmbiguousRelation,
        format!(
            "select: more than one table relates '{}' and '{name}': go by one of them, as in '{}', or name it, as in '{name}!{}'",
            table.names.rest,
            ways.join("' or '"),
            paths[0].relation.constraint
        ),
    )
    .with("candidates", ways)
}

/// The relation that a name in a body means; `None` where there is none, an error where there are several.
pub(crate) fn of<'m>(
    model: &'m ApiModel,
    table: &'m ApiTable,
    name: &str,
) -> Option<Result<&'m Relation, ApiError>> {
    match resolve(model, table, name, None) {
        Ok(relation) if model.table(relation.target).is_some_and(|target| target.is_view) => {
            Some(Err(only_read(table, relation)))
        }
        Ok(relation) => Some(Ok(relation)),
        Err(error) if error.code == Code::AmbiguousRelation => {
            let message = error.message.replacen("select", "body", 1);
            Some(Err(ApiError { message, ..error }))
        }
        Err(_) => None,
    }
}

/// The error of rows that are to be written through a relation to a view.
fn only_read(table: &ApiTable, relation: &Relation) -> ApiError {
    ApiError::new(
        Code::BadRequest,
        format!(
            "body: '{}' of '{}' leads to a view, whose rows are only read: write to the table that it reads from",
            relation.field, table.names.rest
        ),
    )
    .with("name", relation.field.clone())
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
    let mut ways = between(model, table, name);
    ways.next()
        .map(|way| format!("{}({}(*))", way.near.field, way.far.field))
}
