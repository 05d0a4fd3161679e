//! Orders, from their JSON form.

use codegen::graphql::function_named;
use codegen::{ApiTable, Relation};
use schema::stored::aggregate::Function;
use serde_json::{Map, Value};
use shard::op::{Filter, OrderBy, OrderTerm, RelatedTerm, RelatedValue};

use super::collection::direction;
use super::{Lowering, misplaced};
use crate::error::{ApiError, Code};
use crate::graphql::prepared::Field;
use crate::plan::order::BEST_FIRST;

/// A term under construction: what is compared, and whether it is descending and has NULL first.
type Term<B> = (B, bool, bool);

impl<'l> Lowering<'l> {
    /// The terms that a collection's argument asks for; of rows that a search ranks, the best first unless said.
    pub(super) fn order_by(
        &self,
        table: &ApiTable,
        field: &'l Field,
        search: Option<&Filter>,
    ) -> Result<Vec<OrderTerm>, ApiError> {
        let ranked = matches!(search, Some(Filter::Search(_) | Filter::Later { .. }));
        // An empty list says nothing of the order.
        let given = self.argument(field, "orderBy")?;
        let Some(given) = given.filter(|given| given.as_array().is_none_or(|terms| !terms.is_empty())) else {
            return Ok(ranked.then_some(BEST_FIRST).into_iter().collect());
        };
        let mut terms = Vec::new();
        for object in given
            .as_array()
            .ok_or_else(misplaced)?
            .iter()
            .filter_map(Value::as_object)
        {
            terms.extend(self.terms(table, object, 0)?);
        }
        if terms.iter().any(|(by, ..)| *by == OrderBy::Rank) && search.is_none() {
            return Err(unranked());
        }
        // A search for nothing but what is left out ranks no row.
        terms.retain(|(by, ..)| ranked || *by != OrderBy::Rank);
        let terms = terms.into_iter().map(|(by, descending, nulls_first)| OrderTerm {
            by,
            descending,
            nulls_first,
        });
        Ok(terms.collect())
    }

    fn terms(
        &self,
        table: &ApiTable,
        object: &Map<String, Value>,
        depth: usize,
    ) -> Result<Vec<Term<OrderBy>>, ApiError> {
        let mut terms = Vec::new();
        for (name, given) in object {
            if let Some(column) = table.column_of_field(name) {
                terms.extend(directed(OrderBy::Column(column.id), given));
                continue;
            }
            if table.search.as_ref().is_some_and(|search| search.score == *name) {
                if depth > 0 {
                    return Err(unranked());
                }
                // The less a rank is, the better.
                terms.extend(direction(given).map(|(down, _)| (OrderBy::Rank, !down, down)));
                continue;
            }
            let relation = table.relation(name).ok_or_else(misplaced)?;
            // Null: a variable that asks for no order by these rows.
            let Some(given) = given.as_object() else {
                continue;
            };
            terms.extend(self.related_terms(relation, given, depth)?);
        }
        Ok(terms)
    }

    fn related_terms(
        &self,
        relation: &Relation,
        given: &Map<String, Value>,
        depth: usize,
    ) -> Result<Vec<Term<OrderBy>>, ApiError> {
        self.bounded(depth)?;
        let target = self.table(relation.target)?;
        let of = if relation.is_to_one() {
            let terms = self.terms(target, given, depth + 1)?;
            let one = |by| RelatedTerm::One(Box::new(by));
            terms
                .into_iter()
                .map(|(by, down, first)| (one(by), down, first))
                .collect()
        } else {
            self.of_many(target, given, depth + 1)?
        };
        let related = |of| {
            OrderBy::Related(Box::new(RelatedValue {
                join: relation.join.clone(),
                table: target.id,
                filter: None,
                of,
            }))
        };
        Ok(of
            .into_iter()
            .map(|(of, down, first)| (related(of), down, first))
            .collect())
    }

    /// Aggregates of rows, and of the rows that each of them leads to.
    fn of_many(
        &self,
        target: &ApiTable,
        given: &Map<String, Value>,
        depth: usize,
    ) -> Result<Vec<Term<RelatedTerm>>, ApiError> {
        let mut terms = Vec::new();
        for (name, given) in given {
            if name == "count" {
                terms.extend(directed(RelatedTerm::Count, given));
                continue;
            }
            let Some(function) = function_named(name) else {
                let behind = self.behind(target, name, given, depth)?.into_iter();
                terms.extend(behind.map(|((function, by), down, first)| {
                    (RelatedTerm::Behind(function, Box::new(by)), down, first)
                }));
                continue;
            };
            for (field, direction) in given.as_object().into_iter().flatten() {
                let column = target.column_of_field(field).ok_or_else(misplaced)?;
                terms.extend(directed(RelatedTerm::Aggregate(function, column.id), direction));
            }
        }
        Ok(terms)
    }

    /// Aggregates of the rows behind a relation to one, each with what it is of.
    fn behind(
        &self,
        table: &ApiTable,
        name: &str,
        given: &Value,
        depth: usize,
    ) -> Result<Vec<Term<(Function, OrderBy)>>, ApiError> {
        self.bounded(depth)?;
        let relation = table.relation(name).filter(|relation| relation.is_to_one());
        let relation = relation.ok_or_else(misplaced)?;
        let target = self.table(relation.target)?;
        let mut terms = Vec::new();
        for (name, given) in given.as_object().into_iter().flatten() {
            if name == "count" {
                let (_, key) = relation.join.first().ok_or_else(misplaced)?;
                terms.extend(directed((Function::Count, OrderBy::Column(*key)), given));
            } else if let Some(function) = function_named(name) {
                for (field, direction) in given.as_object().into_iter().flatten() {
                    let column = target.column_of_field(field).ok_or_else(misplaced)?;
                    terms.extend(directed((function, OrderBy::Column(column.id)), direction));
                }
            } else {
                terms.extend(self.behind(target, name, given, depth + 1)?);
            }
        }
        let related = |by| {
            OrderBy::Related(Box::new(RelatedValue {
                join: relation.join.clone(),
                table: target.id,
                filter: None,
                of: RelatedTerm::One(Box::new(by)),
            }))
        };
        let terms = terms.into_iter();
        Ok(terms
            .map(|((function, by), down, first)| ((function, related(by)), down, first))
            .collect())
    }

    fn bounded(&self, depth: usize) -> Result<(), ApiError> {
        let most = self.limits.max_nesting;
        if depth < most {
            return Ok(());
        }
        Err(ApiError::new(
            Code::LimitExceeded,
            format!("orderBy: orders by related rows may be nested {most} deep"),
        ))
    }
}

fn unranked() -> ApiError {
    ApiError::new(
        Code::Contradiction,
        "orderBy: rows have a score only where `search` is given for them",
    )
    .with("argument", "orderBy")
}

/// A term in its direction; none for null: a variable that asks for no order by it.
fn directed<B>(by: B, asked: &Value) -> Option<Term<B>> {
    direction(asked).map(|(descending, nulls_first)| (by, descending, nulls_first))
}
