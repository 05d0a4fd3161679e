//! From scopes to queries: names become positions, texts become bound values.

use codegen::{ApiColumn, ApiTable};
use schema::stored::Scalar;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use shard::op::{
    Exists, Field, FieldValue, Filter, Groups, JsonPart, Linked, OrderBy, OrderTerm, Output, Page, Query,
    Related, Test,
};

use crate::batch::condition::{self, Found};
use crate::error::{ApiError, Code};
use crate::plan::Binder;
use crate::plan::binder::Operand;
use crate::plan::filter::{Operator, among, compare, contain};
use crate::plan::json::Part;
use crate::plan::order::{BEST_FIRST, total};
use crate::rest::column::{ColumnRef, Way};
use crate::rest::filters::{Asked, Is, Tree};
use crate::rest::groups;
use crate::rest::inside;
use crate::rest::linked;
use crate::rest::related::{self as by_related, Place};
use crate::rest::scope::{Embedded, MemberValue, Scope};
use crate::rest::{names, search};

/// The members of a row.
pub(crate) fn fields(binder: &mut Binder, scope: &Scope<'_>) -> Result<Vec<Field>, ApiError> {
    let mut fields = Vec::with_capacity(scope.members.len());
    for member in &scope.members {
        let value = match &member.value {
            MemberValue::Column(column) => FieldValue::Column(column.id),
            MemberValue::Found(said) => FieldValue::Found(said.found(binder)?),
            MemberValue::Cast(column, cast) => FieldValue::Cast(column.id, *cast),
            MemberValue::Part(column, way, None) => FieldValue::Json(part(binder, column, way)?),
            MemberValue::Part(column, way, Some(cast)) => FieldValue::Read(part(binder, column, way)?, *cast),
            MemberValue::Embed(embedded) if embedded.spread => {
                spread(binder, embedded, &mut fields)?;
                continue;
            }
            MemberValue::Embed(_) if member.is_unanswered() => continue,
            MemberValue::Embed(embedded) => FieldValue::Related(Box::new(related(binder, embedded)?)),
            MemberValue::Aggregate(..) => {
                return Err(ApiError::new(
                    Code::NotSupported,
                    "select: aggregates are answered of a table's rows, not of one row by its key and not of a write",
                ));
            }
        };
        fields.push(Field {
            key: member.key.clone(),
            value,
        });
    }
    Ok(fields)
}

fn part(binder: &mut Binder, column: &ApiColumn, way: &Way) -> Result<JsonPart, ApiError> {
    let part = Part::new(binder, column, &way.path)?;
    Ok(JsonPart {
        column: column.id,
        path: part.path,
        as_text: way.as_text,
    })
}

/// The members of related rows among those of the row: each a value, or an array of values where there may be many rows.
fn spread(binder: &mut Binder, embedded: &Embedded<'_>, fields: &mut Vec<Field>) -> Result<(), ApiError> {
    let related = related(binder, embedded)?;
    if let Some(onward) = linked::onward(&related) {
        fields.extend(linked::spread(&related, onward));
        return Ok(());
    }
    let (members, many) = match related.query.output {
        Output::One(members) => (members, false),
        Output::Many(members) => (members, true),
        _ => return aggregates(&related, fields),
    };
    for member in members {
        let output = if many {
            Output::Values(member.value)
        } else {
            Output::Value(member.value)
        };
        let related = Related {
            join: related.join.clone(),
            query: Query {
                output,
                filter: related.query.filter.clone(),
                order: related.query.order.clone(),
                page: related.query.page.clone(),
                table: related.query.table,
            },
        };
        fields.push(Field {
            key: member.key,
            value: FieldValue::Related(Box::new(related)),
        });
    }
    Ok(())
}

/// Aggregates of related rows: each a value, or an array of values where there may be several groups.
fn aggregates(related: &Related, fields: &mut Vec<Field>) -> Result<(), ApiError> {
    let (groups, linked) = match &related.query.output {
        Output::Groups(groups) => (groups.as_ref(), None),
        Output::Linked(linked) => (&linked.groups, Some(linked)),
        _ => {
            return Err(ApiError::new(
                Code::Internal,
                "what is spread is neither rows nor groups",
            ));
        }
    };
    for member in &groups.members {
        let only = Groups {
            members: vec![member.clone()],
            single: groups.keys.is_empty(),
            bare: true,
            ..groups.clone()
        };
        let output = match linked {
            Some(linked) => Output::Linked(Box::new(Linked {
                groups: only,
                ..linked.as_ref().clone()
            })),
            None => Output::Groups(Box::new(only)),
        };
        let related = Related {
            join: related.join.clone(),
            query: Query {
                output,
                ..related.query.clone()
            },
        };
        fields.push(Field {
            key: member.key.clone(),
            value: FieldValue::Related(Box::new(related)),
        });
    }
    Ok(())
}

/// The rows of an embedded relation.
pub(crate) fn related(binder: &mut Binder, embedded: &Embedded<'_>) -> Result<Related, ApiError> {
    if let Some(onward) = embedded.onward {
        return linked::related(binder, embedded, onward);
    }
    let scope = &embedded.scope;
    let to_one = embedded.relation.is_to_one();
    let query = if let Some(output) = groups::groups(binder, scope, Window::of(scope), to_one)? {
        Query {
            table: scope.table.id,
            filter: all(conditions(binder, scope)?),
            order: Vec::new(),
            page: Page::default(),
            output,
        }
    } else if to_one {
        let mut conditions = conditions(binder, scope)?;
        // One row at most: an order changes nothing, and a cut leaves it or not.
        if scope.limit == Some(0) || scope.offset.is_some_and(|offset| offset > 0) {
            conditions.push(Filter::Or(Vec::new()));
        }
        Query {
            table: scope.table.id,
            filter: all(conditions),
            order: Vec::new(),
            page: Page::default(),
            output: Output::One(fields(binder, scope)?),
        }
    } else {
        let filter = all(conditions(binder, scope)?);
        let output = Output::Many(fields(binder, scope)?);
        Query {
            table: scope.table.id,
            order: order(binder, scope, filter.as_ref())?,
            filter,
            page: Window::of(scope).page(binder)?,
            output,
        }
    };
    Ok(Related {
        join: embedded.relation.join.clone(),
        query,
    })
}

/// Which of the rows are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Window {
    /// At most so many.
    pub(crate) limit: u32,
    /// Behind so many.
    pub(crate) offset: u64,
}

impl Window {
    /// What a scope's own parameters ask for.
    pub(crate) fn of(scope: &Scope<'_>) -> Self {
        Self {
            limit: scope.limit.unwrap_or(scope.limits.default_rows),
            offset: scope.offset.unwrap_or(0),
        }
    }

    /// The page, with nothing counted.
    pub(crate) fn page(self, binder: &mut Binder) -> Result<Page, ApiError> {
        let offset = match self.offset {
            0 => None,
            // A range may start beyond SQLite's integers, where no row is.
            offset => Some(binder.integer(i64::try_from(offset).unwrap_or(i64::MAX))?),
        };
        Ok(Page {
            limit: Some(binder.integer(i64::from(self.limit))?),
            offset,
            ..Page::default()
        })
    }
}

/// The total order that a scope asks for; of rows that a search ranks, the best first unless said.
pub(crate) fn order(
    binder: &mut Binder,
    scope: &Scope<'_>,
    filter: Option<&Filter>,
) -> Result<Vec<OrderTerm>, ApiError> {
    let ranked = search::ranks(filter);
    let Some(terms) = &scope.order else {
        let asked: Vec<OrderTerm> = ranked.then_some(BEST_FIRST).into_iter().collect();
        return Ok(total(scope.table, &asked));
    };
    let asked = terms
        .iter()
        .map(|term| {
            if let Some(score) = search::score(scope, term, ranked)? {
                return Ok(score);
            }
            let by = match (&term.inside, &term.column.way) {
                (Some(inside), _) => by_related::order(binder, Place::of(scope), &term.column.name, inside)?,
                (None, way) => {
                    let column = names::column(scope.table, &term.column.name, "order")?;
                    match way {
                        Some(way) => OrderBy::Json(part(binder, column, way)?),
                        None => OrderBy::Column(column.id),
                    }
                }
            };
            Ok(OrderTerm {
                by,
                descending: term.descending,
                nulls_first: term.nulls_first,
            })
        })
        .collect::<Result<Vec<_>, ApiError>>()?;
    Ok(total(scope.table, &asked))
}

/// The conditions of a scope, all of which hold: its filters, and that there are the relations that rows must have.
pub(crate) fn conditions(binder: &mut Binder, scope: &Scope<'_>) -> Result<Vec<Filter>, ApiError> {
    let mut conditions = scope
        .filters
        .iter()
        .filter(|tree| !matches!(tree, Tree::Leaf(_, Asked::Search(..))))
        .map(|tree| condition(binder, scope, tree))
        .collect::<Result<Vec<_>, _>>()?;
    for member in &scope.members {
        if let MemberValue::Embed(embedded) = &member.value
            && embedded.inner
        {
            conditions.push(exists(binder, embedded)?);
        }
    }
    conditions.extend(search::all(binder, scope)?);
    Ok(conditions)
}

/// That there are rows that a relation embeds.
fn exists(binder: &mut Binder, embedded: &Embedded<'_>) -> Result<Filter, ApiError> {
    let mut conditions = narrowing(binder, embedded)?;
    if embedded.scope.limit == Some(0) {
        conditions.push(Filter::Or(Vec::new()));
    }
    Ok(Filter::Exists(Box::new(Exists {
        join: embedded.relation.join.clone(),
        table: embedded.relation.target,
        filter: all(conditions),
    })))
}

/// The conditions that an embedded relation sets, on the rows that it leads to first.
pub(crate) fn narrowing(binder: &mut Binder, embedded: &Embedded<'_>) -> Result<Vec<Filter>, ApiError> {
    let conditions = conditions(binder, &embedded.scope)?;
    Ok(match embedded.onward {
        Some(onward) if !conditions.is_empty() => vec![Filter::Exists(Box::new(Exists {
            join: onward.join.clone(),
            table: onward.target,
            filter: all(conditions),
        }))],
        _ => conditions,
    })
}

/// Conditions as one, if there are any.
pub(crate) fn all(mut conditions: Vec<Filter>) -> Option<Filter> {
    match conditions.len() {
        0 => None,
        1 => conditions.pop(),
        _ => Some(Filter::And(conditions)),
    }
}

fn condition(binder: &mut Binder, scope: &Scope<'_>, tree: &Tree) -> Result<Filter, ApiError> {
    let mut each = |trees: &[Tree]| -> Result<Vec<Filter>, ApiError> {
        trees.iter().map(|tree| condition(binder, scope, tree)).collect()
    };
    match tree {
        Tree::All(trees) => each(trees).map(Filter::And),
        Tree::Any(trees) => each(trees).map(Filter::Or),
        Tree::Not(tree) => condition(binder, scope, tree).map(Filter::negated),
        Tree::Leaf(target, asked) => match scope.embed_named(&target.name) {
            Some(embedded) if target.way.is_none() && scope.table.column_named(&target.name).is_none() => {
                embedding(binder, embedded, &target.name, asked)
            }
            _ => leaf(binder, scope.table, target, asked),
        },
    }
}

/// Whether a relation embeds anything.
fn embedding(
    binder: &mut Binder,
    embedded: &Embedded<'_>,
    name: &str,
    asked: &Asked,
) -> Result<Filter, ApiError> {
    match asked {
        Asked::Is(Is::NotNull) => exists(binder, embedded),
        Asked::Is(Is::Null) => Ok(Filter::Not(Box::new(exists(binder, embedded)?))),
        _ => Err(ApiError::new(
            Code::BadRequest,
            format!(
                "{name}: a relation takes 'is.null' and 'not.is.null': its columns are filtered as '{name}.column=eq.…'"
            ),
        )
        .with("name", name)),
    }
}

fn leaf(
    binder: &mut Binder,
    table: &ApiTable,
    target: &ColumnRef,
    asked: &Asked,
) -> Result<Filter, ApiError> {
    let column = names::column(table, &target.name, "filter")?;
    let asked = asked.starred();
    let asked = match condition::of_asked(binder, column, target.way.as_ref(), &asked)? {
        Found::Asked(asked) => asked,
        Found::Later(filter) => return Ok(filter),
    };
    let asked = asked.as_ref();
    if let Some(way) = &target.way {
        let part = Part::new(binder, column, &way.path)?;
        return if way.as_text {
            inside::text(binder, part, asked)
        } else {
            inside::json(binder, part, asked)
        };
    }
    match asked {
        Asked::Search(mode, text) => search::one(binder, table, target, (*mode, text)),
        Asked::Contain(containment, text) => contain(binder, column, *containment, Operand::Text(text)),
        Asked::Distinct(_) if column.scalar() == Scalar::Json => {
            inside::json(binder, Part::whole(column), asked)
        }
        Asked::Distinct(text) => {
            let slot = binder.column(column, Operand::Text(text))?;
            Ok(Filter::Column(column.id, Test::IsDistinctFrom(slot)))
        }
        Asked::Compare(operator, text) => compare(binder, column, *operator, Operand::Text(text)),
        Asked::Among(texts) => among(binder, column, texts.iter().map(|text| Operand::Text(text))),
        Asked::Is(Is::Null) => Ok(Filter::Column(column.id, Test::IsNull)),
        Asked::Is(Is::NotNull) => Ok(Filter::Column(column.id, Test::IsNotNull)),
        Asked::Is(truth) => {
            if column.scalar() != Scalar::Boolean {
                return Err(ApiError::new(
                    Code::InvalidValue,
                    format!(
                        "{}: 'is' takes true, false and unknown on booleans only",
                        column.field
                    ),
                )
                .with("field", column.field.clone()));
            }
            if *truth == Is::Unknown {
                return Ok(Filter::Column(column.id, Test::IsNull));
            }
            let truth = Json::Bool(*truth == Is::True);
            let equal = compare(binder, column, Operator::Eq, Operand::Json(&truth))?;
            // Never NULL itself, so that its negation holds where the column is NULL.
            Ok(Filter::And(vec![
                Filter::Column(column.id, Test::IsNotNull),
                equal,
            ]))
        }
    }
}
