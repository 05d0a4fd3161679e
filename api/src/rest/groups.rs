//! Aggregates in a selection: the grammar (`price.sum()`, `count()`), and what they come to. Rows are grouped by whatever
//! else is selected.

use codegen::ApiColumn;
use schema::ColumnId;
use schema::stored::aggregate::{Aggregate, Function};
use shard::op::{GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure, Output};

use crate::error::{ApiError, Code};
use crate::near;
use crate::plan::{Binder, groups};
use crate::rest::lower::{self, Window};
use crate::rest::order::Term;
use crate::rest::scan::Scanner;
use crate::rest::scope::{Member, MemberValue, Scope};
use crate::rest::select::{self, Named};

/// The functions by their names.
const FUNCTIONS: [(&str, Function); 5] = [
    ("avg", Function::Avg),
    ("count", Function::Count),
    ("max", Function::Max),
    ("min", Function::Min),
    ("sum", Function::Sum),
];

/// An aggregate as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aggregated {
    /// The alias, if there is one, and the column; for `count()`, which is of the rows, no column.
    pub(crate) alias: Option<String>,
    /// The column.
    pub(crate) column: Option<String>,
    /// What is computed.
    pub(crate) function: Function,
    /// The type that stands behind the column.
    pub(crate) input: Option<String>,
    /// The type that stands behind the function.
    pub(crate) output: Option<String>,
}

impl Aggregated {
    /// The name in the answer: the function's, unless there is an alias.
    pub(crate) fn key(&self) -> &str {
        let named = FUNCTIONS.iter().find(|(_, function)| *function == self.function);
        match &self.alias {
            Some(alias) => alias,
            None => named.map_or("", |(name, _)| name),
        }
    }
}

/// Reads what stands behind a name, where it makes it an aggregate: `.sum()` or `::type.sum()` behind a column, `()` behind
/// `count`; and the type that it is cast to.
pub(crate) fn read(scanner: &mut Scanner<'_>, named: &Named) -> Result<Option<Aggregated>, ApiError> {
    if named.name == "count" && scanner.eat("()") {
        return Ok(Some(Aggregated {
            alias: named.alias.clone(),
            column: None,
            function: Function::Count,
            input: None,
            output: select::cast(scanner)?,
        }));
    }
    let start = scanner.clone();
    let input = select::cast(scanner)?;
    if !scanner.rest().starts_with('.') {
        *scanner = start;
        return Ok(None);
    }
    let before = scanner.clone();
    scanner.expect(".")?;
    let name = scanner.take_while(|character| character.is_ascii_alphabetic());
    let function = FUNCTIONS.iter().find(|(known, _)| *known == name);
    let Some((_, function)) = function.filter(|_| scanner.eat("()")) else {
        return Err(before.expected("one of '.avg()', '.count()', '.max()', '.min()' and '.sum()'"));
    };
    Ok(Some(Aggregated {
        alias: named.alias.clone(),
        column: Some(named.name.clone()),
        function: *function,
        input,
        output: select::cast(scanner)?,
    }))
}

/// Refuses an aggregate that the column's type does not have.
pub(crate) fn check(function: Function, column: &ApiColumn) -> Result<(), ApiError> {
    if Aggregate::of(function, &column.stored).is_some() {
        return Ok(());
    }
    let (of, takes) = match function {
        Function::Sum | Function::Avg => ("numbers", "has no sum and no average"),
        _ => ("values with an order", "has no least and no greatest value"),
    };
    Err(ApiError::new(
        Code::InvalidValue,
        format!(
            "select: the column '{}' {takes}: that is of {of} only",
            column.field
        ),
    )
    .with("field", column.field.clone()))
}

/// The groups of a scope that selects aggregates; `None` where it selects none.
pub(crate) fn groups(
    binder: &mut Binder,
    scope: &Scope<'_>,
    window: Window,
    single: bool,
) -> Result<Option<Output>, ApiError> {
    if !scope.is_grouped() {
        return Ok(None);
    }
    let keys = keys(scope)?;
    let members = scope
        .members
        .iter()
        .filter(|member| !member.is_unanswered())
        .map(|member| {
            let value = match &member.value {
                MemberValue::Embed(embedded) => {
                    GroupValue::Related(Box::new(lower::related(binder, embedded)?))
                }
                value => {
                    let measure = measure(&keys, value).ok_or_else(unplanned)?;
                    match value {
                        MemberValue::Aggregate(.., Some(cast)) => GroupValue::Cast(measure, *cast),
                        _ => GroupValue::Measure(measure),
                    }
                }
            };
            Ok(GroupMember {
                key: member.key.clone(),
                value,
            })
        })
        .collect::<Result<Vec<_>, ApiError>>()?;
    let order = scope.order.iter().flatten();
    let order = order
        .map(|term| group_term(scope, &keys, term))
        .collect::<Result<Vec<_>, _>>()?;
    let page = window.page(binder)?;
    let groups = Groups {
        keys,
        having: None,
        order,
        limit: page.limit,
        offset: page.offset,
        members,
        single,
    };
    groups::check(scope.table, &groups)?;
    Ok(Some(Output::Groups(Box::new(groups))))
}

/// What rows are grouped by: the columns that are selected, and those that join them to what is embedded.
fn keys(scope: &Scope<'_>) -> Result<Vec<GroupKey>, ApiError> {
    let mut keys: Vec<GroupKey> = Vec::new();
    let mut push = |column: ColumnId| {
        let key = GroupKey { column, part: None };
        if !keys.contains(&key) {
            keys.push(key);
        }
    };
    for member in &scope.members {
        match &member.value {
            MemberValue::Column(column) => {
                if Aggregate::of(Function::CountDistinct, &column.stored).is_none() {
                    return Err(ApiError::new(
                        Code::InvalidValue,
                        format!(
                            "select: rows are grouped by what is selected beside aggregates, and not by '{}', whose values \
                             have no order",
                            column.field
                        ),
                    )
                    .with("field", column.field.clone()));
                }
                push(column.id);
            }
            MemberValue::Part(..) | MemberValue::Cast(..) => return Err(ungroupable(&member.key)),
            MemberValue::Embed(embedded) if embedded.spread => return Err(ungroupable(&member.key)),
            MemberValue::Embed(embedded) if !member.is_unanswered() => {
                embedded.relation.join.iter().for_each(|(local, _)| push(*local));
            }
            MemberValue::Found(_) => {
                return Err(ApiError::new(
                    Code::InvalidValue,
                    format!(
                        "select: '{}' is said of a row, and not of a group of them",
                        member.key
                    ),
                ));
            }
            MemberValue::Embed(_) | MemberValue::Aggregate(..) => {}
        }
    }
    Ok(keys)
}

fn measure(keys: &[GroupKey], value: &MemberValue<'_>) -> Option<Measure> {
    match value {
        MemberValue::Aggregate(function, Some(column), _) => Some(Measure::Of(*function, column.id)),
        MemberValue::Aggregate(_, None, _) => Some(Measure::Rows),
        MemberValue::Column(column) => {
            let at = keys.iter().position(|key| key.column == column.id)?;
            u16::try_from(at).ok().map(Measure::Key)
        }
        MemberValue::Embed(_) | MemberValue::Part(..) | MemberValue::Cast(..) | MemberValue::Found(_) => None,
    }
}

fn ungroupable(key: &str) -> ApiError {
    ApiError::new(
        Code::NotSupported,
        format!(
            "select: beside aggregates stand columns and embedded relations as they are, and '{key}' is a part of a document, a \
             cast or a spread relation"
        ),
    )
}

/// A term of an order, by the name of a member in the answer or of a column that rows are grouped by.
fn group_term(scope: &Scope<'_>, keys: &[GroupKey], term: &Term) -> Result<GroupTerm, ApiError> {
    let named = |member: &&Member<'_>| term.column.way.is_none() && member.key == term.column.name;
    if term.inside.is_some() {
        return Err(ungrouped(scope, term.column.key()));
    }
    let by = scope
        .members
        .iter()
        .find(named)
        .and_then(|member| measure(keys, &member.value))
        .or_else(|| {
            let column = scope
                .table
                .column_named(&term.column.name)
                .filter(|_| term.column.way.is_none())?;
            measure(keys, &MemberValue::Column(column))
        });
    let by = by.ok_or_else(|| ungrouped(scope, term.column.key()))?;
    Ok(GroupTerm {
        by,
        descending: term.descending,
        nulls_first: term.nulls_first,
    })
}

fn ungrouped(scope: &Scope<'_>, name: &str) -> ApiError {
    let names: Vec<&str> = scope
        .members
        .iter()
        .filter(|member| !matches!(member.value, MemberValue::Embed(_)))
        .map(|member| member.key.as_str())
        .collect();
    let advice = near::question(&near::nearest(name, names.iter().copied()));
    ApiError::new(
        Code::UnknownName,
        format!(
            "order: rows that are aggregated are ordered by what is selected, and '{name}' is not{advice}"
        ),
    )
    .with("name", name)
    .with("selected", names)
}

fn unplanned() -> ApiError {
    ApiError::new(Code::Internal, "the request could not be planned")
}
