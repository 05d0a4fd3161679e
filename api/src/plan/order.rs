//! Total orders, and places in them.

use std::borrow::Cow;

use codegen::{ApiModel, ApiTable};
use schema::ColumnId;
use schema::stored::aggregate::Aggregate;
use schema::stored::{Stored, TextLimit, Value};
use shard::identity::{RANK, decode_cursor};
use shard::op::{JsonPart, Keyset, OrderBy, OrderTerm, RelatedTerm};

use crate::error::{ApiError, Code};
use crate::plan::Binder;

/// Completes an order with the key's columns, so that no two rows share a place. Terms behind a column or key that is
/// already unique change nothing and are dropped.
pub fn total(table: &ApiTable, asked: &[OrderTerm]) -> Vec<OrderTerm> {
    let mut order: Vec<OrderTerm> = Vec::with_capacity(asked.len() + table.key.len());
    for term in asked {
        if !order.iter().any(|earlier| earlier.by == term.by) {
            order.push(plain_nulls(table, term.clone()));
        }
        if is_unique(table, &order) {
            return order;
        }
    }
    keyed(table, order)
}

/// An order that ends in the key's columns, also where another unique key has completed it: by these rows are known. They go in the
/// direction of the last term, since an index holds the key behind its own columns: read in one direction, it serves them all.
pub fn keyed(table: &ApiTable, mut order: Vec<OrderTerm>) -> Vec<OrderTerm> {
    let rest: Vec<OrderBy> = if table.key.is_empty() {
        vec![OrderBy::Row]
    } else {
        table.key.iter().map(|id| OrderBy::Column(*id)).collect()
    };
    let descending = order.last().is_some_and(|term| term.descending);
    for by in rest {
        if !order.iter().any(|term| term.by == by) {
            order.push(OrderTerm {
                by,
                descending,
                nulls_first: !descending,
            });
        }
    }
    order
}

/// The order of a search's rows, the best first.
pub const BEST_FIRST: OrderTerm = OrderTerm {
    by: OrderBy::Rank,
    descending: false,
    nulls_first: true,
};

/// A column that is never NULL has one spelling of its order, which an index serves: NULLs where SQLite has them.
fn plain_nulls(table: &ApiTable, term: OrderTerm) -> OrderTerm {
    match &term.by {
        OrderBy::Column(id) if table.column(*id).is_some_and(|column| !column.nullable) => OrderTerm {
            nulls_first: !term.descending,
            ..term
        },
        _ => term,
    }
}

fn is_unique(table: &ApiTable, order: &[OrderTerm]) -> bool {
    let has = |id: &ColumnId| order.iter().any(|term| term.by == OrderBy::Column(*id));
    let keys = table.unique.iter().chain([&table.key]);
    keys.into_iter().any(|key| !key.is_empty() && key.iter().all(has))
}

/// The place that a cursor names in a total order.
pub fn keyset(
    binder: &mut Binder,
    model: &ApiModel,
    table: &ApiTable,
    order: &[OrderTerm],
    cursor: &str,
) -> Result<Keyset, ApiError> {
    let wrong = || {
        ApiError::new(
            Code::InvalidCursor,
            "the cursor was not handed out for this collection in this order: pass a cursor as \
             it came, with the same order",
        )
    };
    let values = decode_cursor(cursor, table.id, order).map_err(|_| wrong())?;
    let mut keyset = Keyset::with_capacity(values.len());
    for (value, term) in values.into_iter().zip(order) {
        let value = match &term.by {
            OrderBy::Json(part) => in_document(binder, part, &value),
            by => compared(model, table, by).and_then(|stored| unsealed(&stored, &value)),
        };
        keyset.push(match value.ok_or_else(wrong)? {
            Value::Null => None,
            value => Some(binder.bind(value)?),
        });
    }
    Ok(keyset)
}

/// The value of a place in an order by a part of a document: the cursor has the path beside it.
fn in_document(binder: &Binder, part: &JsonPart, element: &serde_json::Value) -> Option<Value> {
    let [path, value] = element.as_array()?.as_slice() else {
        return None;
    };
    let expected = match part.path {
        Some(slot) => binder.text(slot)?,
        None => "$",
    };
    if path.as_str()? != expected {
        return None;
    }
    let value = match value {
        serde_json::Value::Null => Value::Null,
        value => Stored::Text {
            limit: TextLimit::Bytes(u64::MAX),
            fold_case: false,
            fixed: false,
        }
        .from_log(value)?,
    };
    let readable = match &value {
        Value::Text(text) => part.as_text || serde_json::from_str::<serde_json::Value>(text).is_ok(),
        _ => true,
    };
    readable.then_some(value)
}

/// How what an order compares is kept.
fn compared<'m>(model: &'m ApiModel, table: &'m ApiTable, by: &OrderBy) -> Option<Cow<'m, Stored>> {
    let whole = |min| Some(Cow::Owned(Stored::Int { min, max: i64::MAX }));
    match by {
        OrderBy::Column(id) => Some(Cow::Borrowed(&table.column(*id)?.stored)),
        OrderBy::Row if table.is_view => Some(Cow::Owned(Stored::Text {
            limit: TextLimit::Bytes(u64::MAX),
            fold_case: false,
            fixed: false,
        })),
        OrderBy::Row => whole(i64::MIN),
        OrderBy::Rank => Some(Cow::Owned(RANK)),
        // Read by `in_document`, which knows the path.
        OrderBy::Json(_) => None,
        OrderBy::Related(value) => {
            let target = model.table(value.table)?;
            match &value.of {
                RelatedTerm::One(by) => compared(model, target, by),
                RelatedTerm::Count => whole(0),
                RelatedTerm::Aggregate(function, id) => {
                    let aggregate = Aggregate::of(*function, &target.column(*id)?.stored)?;
                    Some(Cow::Owned(aggregate.stored().clone()))
                }
                RelatedTerm::Behind(function, by) => {
                    let aggregate = Aggregate::of(*function, compared(model, target, by)?.as_ref())?;
                    Some(Cow::Owned(aggregate.stored().clone()))
                }
            }
        }
    }
}

/// The stored value of an element from outside; `None` where it is not of the class that is kept.
pub(crate) fn unsealed(stored: &Stored, element: &serde_json::Value) -> Option<Value> {
    let value = stored.from_log(element)?;
    let affinity = stored.affinity();
    let fits = match value {
        Value::Null => true,
        Value::Int(_) => affinity == "INTEGER",
        Value::Real(_) => affinity == "REAL",
        Value::Text(_) => affinity == "TEXT",
        Value::Blob(_) => affinity == "BLOB",
    };
    fits.then_some(value)
}
