//! Aggregates and groups: what both protocols ask of them, within the limits of one statement.

use codegen::{ApiColumn, ApiTable};
use schema::ColumnId;
use schema::stored::Stored;
use schema::stored::aggregate::{Aggregate, Function};
use shard::op::{Filter, GroupFilter, GroupMember, GroupValue, Groups, Measure};

use crate::error::{ApiError, Code};

/// What SQLite answers at most for a group (the platform's limit on the columns of a result).
const MAX_VALUES: usize = 100;

/// A value of groups as a column of theirs, under a name for messages. `None` where the column has no such aggregate.
pub fn measured(table: &ApiTable, measure: Measure, name: String) -> Option<ApiColumn> {
    let (id, stored) = match measure {
        Measure::Of(function, id) => {
            let column = table.column(id)?;
            (id, Aggregate::of(function, &column.stored)?.stored().clone())
        }
        Measure::Rows | Measure::Key(_) | Measure::Made(..) => (
            ColumnId(0),
            Stored::Int {
                min: 0,
                max: i64::MAX,
            },
        ),
    };
    Some(ApiColumn::of_value(table.id, id, name, stored))
}

/// A condition on a column that stands for a value of groups, as one on the groups.
pub fn on_measure(measure: Measure, filter: Filter) -> Result<GroupFilter, ApiError> {
    let each = |filters: Vec<Filter>| {
        filters
            .into_iter()
            .map(|filter| on_measure(measure, filter))
            .collect::<Result<Vec<_>, _>>()
    };
    Ok(match filter {
        Filter::And(all) => GroupFilter::And(each(all)?),
        Filter::Or(any) => GroupFilter::Or(each(any)?),
        Filter::Not(inner) => GroupFilter::Not(Box::new(on_measure(measure, *inner)?)),
        Filter::Column(_, test) => GroupFilter::Measure(measure, test),
        Filter::Exists(_)
        | Filter::First(..)
        | Filter::Among(_)
        | Filter::Untrue(_)
        | Filter::Json(_)
        | Filter::Later { .. } => {
            return Err(ApiError::new(
                Code::Internal,
                "the value of a group has no related rows, and is no document",
            ));
        }
        Filter::Search(_) => return Err(ApiError::new(Code::Internal, "a group is not searched")),
    })
}

/// Refuses groups of more values than one statement can answer.
pub fn check(table: &ApiTable, groups: &Groups) -> Result<(), ApiError> {
    let mut pieces = Vec::new();
    gather(table, &groups.members, &mut pieces);
    for term in &groups.order {
        pieces_of(table, term.by, &mut pieces);
    }
    if let Some(having) = &groups.having {
        conditions(table, having, &mut pieces);
    }
    let values = pieces.len() + groups.keys.len();
    // Without keys, the rows are read once more for what does not fit.
    if values <= MAX_VALUES || groups.keys.is_empty() {
        return Ok(());
    }
    Err(ApiError::new(
        Code::LimitExceeded,
        format!(
            "these aggregates take {values} values of each group, and {MAX_VALUES} are allowed: ask for some of them under \
             another alias, or in another request"
        ),
    ))
}

fn gather(table: &ApiTable, members: &[GroupMember], pieces: &mut Vec<String>) {
    for member in members {
        match &member.value {
            GroupValue::Measure(measure) | GroupValue::Cast(measure, _) => {
                pieces_of(table, *measure, pieces);
            }
            GroupValue::Object(members) => gather(table, members, pieces),
            GroupValue::Text(_) | GroupValue::Null | GroupValue::Related(_) => {}
        }
    }
}

fn conditions(table: &ApiTable, filter: &GroupFilter, pieces: &mut Vec<String>) {
    match filter {
        GroupFilter::And(filters) | GroupFilter::Or(filters) => {
            filters
                .iter()
                .for_each(|filter| conditions(table, filter, pieces));
        }
        GroupFilter::Not(inner) => conditions(table, inner, pieces),
        GroupFilter::Measure(measure, _) => pieces_of(table, *measure, pieces),
    }
}

/// The values that an aggregate is made of. What aggregates have in common is computed once.
fn pieces_of(table: &ApiTable, measure: Measure, pieces: &mut Vec<String>) {
    let made_of = match measure {
        Measure::Key(_) => return,
        Measure::Rows => vec!["count(*)".to_owned()],
        Measure::Of(function, id) => {
            let aggregate = table
                .column(id)
                .and_then(|column| Aggregate::of(function, &column.stored));
            aggregate.map_or_else(Vec::new, |aggregate| aggregate.pieces(&id.0.to_string()))
        }
        // As many as there can be of numbers that are no decimals.
        Measure::Made(function, id, form) => (0..4)
            .map(|at| format!("{function:?} {} {form:?} {at}", id.0))
            .collect(),
    };
    for piece in made_of {
        if !pieces.contains(&piece) {
            pieces.push(piece);
        }
    }
}

/// The name of an aggregate's value in messages: `sum.price`.
pub fn named(function: Function, column: &ApiColumn) -> String {
    let function = match function {
        Function::Count => "count",
        Function::CountDistinct => "countDistinct",
        Function::Sum => "sum",
        Function::Avg => "avg",
        Function::Min => "min",
        Function::Max => "max",
    };
    format!("{function}.{}", column.field)
}
