//! How deep expressions become. SQLite bounds their depth, and counts what stands in a subquery once more for every subquery
//! around it: the sum grows with the square of the levels. What stands behind a FROM does not count for what is around it, so
//! that there the sum starts anew, at the price of reading the text of the rows below once more.

use crate::op::{
    ConnectionField, ConnectionValue, EdgeValue, Field, FieldValue, Filter, GroupMember, GroupValue, Output,
};

/// The levels of related rows below which nothing is set apart.
const SHALLOW: usize = 2;

/// The SQL of a JSON text that is made of rows, as the argument of a JSON function.
pub(super) fn text(output: &Output, selected: &str, rows: &str) -> String {
    let is_json = !matches!(output, Output::Value(_));
    if is_json && levels(output) >= SHALLOW {
        format!("(SELECT json(j) FROM (SELECT {selected} AS j FROM {rows}))")
    } else {
        format!("(SELECT {selected} FROM {rows})")
    }
}

/// The subquery of a condition that there are rows.
pub(super) fn rows(filter: Option<&Filter>, selected: &str, rows: &str) -> String {
    if filter.map_or(0, conditions) >= SHALLOW {
        format!("(SELECT * FROM (SELECT {selected} FROM {rows}))")
    } else {
        format!("(SELECT {selected} FROM {rows})")
    }
}

/// How deep related rows are nested in what is answered.
fn levels(output: &Output) -> usize {
    match output {
        Output::One(fields) | Output::Tagged(fields) | Output::Many(fields) => in_fields(fields),
        Output::Value(value) | Output::Values(value) => in_value(value),
        Output::Connection(members) => deepest(members.iter().map(in_connection)),
        Output::Groups(groups) => deepest(groups.members.iter().map(in_group)),
        Output::Nothing => 0,
    }
}

fn in_fields(fields: &[Field]) -> usize {
    deepest(fields.iter().map(|field| in_value(&field.value)))
}

fn in_value(value: &FieldValue) -> usize {
    match value {
        FieldValue::Related(related) => 1 + levels(&related.query.output),
        _ => 0,
    }
}

fn in_connection(member: &ConnectionField) -> usize {
    match &member.value {
        ConnectionValue::Nodes(fields) => in_fields(fields),
        ConnectionValue::Edges(edges) => deepest(edges.iter().map(|edge| match &edge.value {
            EdgeValue::Node(fields) => in_fields(fields),
            _ => 0,
        })),
        ConnectionValue::Groups(groups) => deepest(groups.members.iter().map(in_group)),
        ConnectionValue::Aggregate(members) => deepest(members.iter().map(in_group)),
        ConnectionValue::PageInfo(_) | ConnectionValue::TotalCount | ConnectionValue::Text(_) => 0,
    }
}

fn in_group(member: &GroupMember) -> usize {
    match &member.value {
        GroupValue::Object(members) => deepest(members.iter().map(in_group)),
        GroupValue::Related(related) => 1 + levels(&related.query.output),
        _ => 0,
    }
}

/// How deep conditions on related rows are nested.
fn conditions(filter: &Filter) -> usize {
    match filter {
        Filter::And(parts) | Filter::Or(parts) => deepest(parts.iter().map(conditions)),
        Filter::Not(inner) | Filter::Untrue(inner) => conditions(inner),
        Filter::Exists(found) => 1 + found.filter.as_ref().map_or(0, conditions),
        Filter::Among(query) => query.filter.as_ref().map_or(0, conditions),
        Filter::Column(..) | Filter::Search(_) | Filter::Json(_) => 0,
    }
}

fn deepest(levels: impl Iterator<Item = usize>) -> usize {
    levels.max().unwrap_or_default()
}
