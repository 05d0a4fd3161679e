//! How many rows a request could touch, and how deep it nests relations.

use crate::error::ApiError;
use crate::plan::complexity::Complexity;
use crate::plan::limits::within;
use crate::rest::scope::{Embedded, MemberValue, Scope};

/// Refuses what is beyond the limits. `rows` is how many rows of the table itself are asked for, if that is said.
pub(crate) fn check(scope: &Scope<'_>, rows: Option<u64>) -> Result<(), ApiError> {
    within(
        nesting(scope),
        scope.limits.max_nesting,
        "select: relations are nested too deep in each other",
    )?;
    let mut complexity = Complexity::new();
    let outside = complexity.enter_list(rows, scope.limits);
    count(&mut complexity, scope);
    complexity.leave(outside);
    if let Some(batch) = scope.batch {
        complexity.add(batch.touched.get());
        batch.touched.set(complexity.total());
    }
    complexity.check(scope.limits)
}

fn count(complexity: &mut Complexity, scope: &Scope<'_>) {
    for embedded in embedded(scope) {
        let rows = if embedded.relation.is_to_one() {
            Some(1)
        } else {
            embedded.scope.limit.map(u64::from)
        };
        let outside = complexity.enter_list(rows, scope.limits);
        count(complexity, &embedded.scope);
        complexity.leave(outside);
    }
}

/// The grammar bounds how deep a selection is, and so this recursion.
fn nesting(scope: &Scope<'_>) -> usize {
    let inner = embedded(scope).map(|embedded| 1 + nesting(&embedded.scope));
    inner.max().unwrap_or_default()
}

fn embedded<'s, 'm>(scope: &'s Scope<'m>) -> impl Iterator<Item = &'s Embedded<'m>> {
    scope.members.iter().filter_map(|member| match &member.value {
        MemberValue::Embed(embedded) => Some(embedded),
        MemberValue::Column(_)
        | MemberValue::Part(..)
        | MemberValue::Cast(..)
        | MemberValue::Found(_)
        | MemberValue::Aggregate(..) => None,
    })
}
