//! Conditions on a row.

use schema::stored::Stored;

use super::json;
use super::related;
use super::scope::Scope;
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::Layout;
use crate::op::{Filter, Pieces, Slot, Test};

/// The SQL of a condition. Chains are balanced, because SQLite bounds the depth of an expression.
pub(super) fn condition(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    filter: &Filter,
) -> Result<String, ShardError> {
    match filter {
        Filter::And(all) => chain(layout, builder, scope, (all, "AND", "1")),
        Filter::Or(any) => chain(layout, builder, scope, (any, "OR", "0")),
        Filter::Not(inner) => Ok(format!("NOT {}", condition(layout, builder, scope, inner)?)),
        Filter::Column(id, asked) => {
            let stored = &scope.layout(*id)?.stored;
            Ok(test(builder, &scope.column(*id)?, stored, asked))
        }
        Filter::Exists(found) => related::exists(layout, builder, scope, found),
        Filter::Untrue(inner) => Ok(format!(
            "({}) IS NOT TRUE",
            condition(layout, builder, scope, inner)?
        )),
        Filter::Json(filter) => json::condition(builder, scope, filter),
    }
}

fn chain(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    (filters, operator, empty): (&[Filter], &str, &str),
) -> Result<String, ShardError> {
    let parts = filters
        .iter()
        .map(|filter| condition(layout, builder, scope, filter))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(balanced(&parts, operator).unwrap_or_else(|| empty.to_owned()))
}

/// The parts joined by an operator, as a tree of the least depth. `None` if there are none.
pub(crate) fn balanced(parts: &[String], operator: &str) -> Option<String> {
    match parts {
        [] => None,
        [one] => Some(one.clone()),
        // A short chain reads better flat, and costs no depth that matters.
        few if few.len() <= 8 => Some(format!("({})", few.join(&format!(" {operator} ")))),
        many => {
            let (left, right) = many.split_at(many.len() / 2);
            let left = balanced(left, operator)?;
            let right = balanced(right, operator)?;
            Some(format!("({left} {operator} {right})"))
        }
    }
}

/// The SQL of a test of an expression whose values are kept as that type's.
pub(super) fn test(builder: &mut Builder, column: &str, stored: &Stored, test: &Test) -> String {
    match test {
        Test::Eq(slot) => format!("{column} = {}", builder.stored(*slot, stored)),
        Test::Neq(slot) => format!("{column} <> {}", builder.stored(*slot, stored)),
        Test::Gt(slot) => format!("{column} > {}", builder.stored(*slot, stored)),
        Test::Gte(slot) => format!("{column} >= {}", builder.stored(*slot, stored)),
        Test::Lt(slot) => format!("{column} < {}", builder.stored(*slot, stored)),
        Test::Lte(slot) => format!("{column} <= {}", builder.stored(*slot, stored)),
        Test::In(slot) => {
            let element = stored.from_json_sql("value");
            format!(
                "{column} IN (SELECT {element} FROM json_each({}))",
                builder.slot(*slot)
            )
        }
        Test::IsNull => format!("{column} IS NULL"),
        Test::IsNotNull => format!("{column} IS NOT NULL"),
        Test::Glob(slot) => format!("{column} GLOB {}", builder.stored(*slot, stored)),
        Test::LikeFold(slot) => format!("{column} LIKE {} ESCAPE '\\'", builder.stored(*slot, stored)),
        Test::Same { text, fold } => {
            format!(
                "{column} = {} COLLATE {}",
                builder.stored(*text, stored),
                if *fold { "NOCASE" } else { "BINARY" }
            )
        }
        Test::Pieces(found) => pieces(builder, column, found),
        Test::StartsWith(slot) => {
            // As bytes, because a text ends at a NUL for the functions that count characters. A part of no bytes is NULL.
            let start = builder.stored(*slot, stored);
            format!(
                "({column} >= {start} AND {column} <= {start}||char(1114111) AND \
                 ({start} = '' OR substr(CAST({column} AS BLOB),1,octet_length({start})) = CAST({start} AS BLOB)))"
            )
        }
        Test::HasMembers(slot) => {
            let members = mask(builder, *slot);
            format!("{column}&{members} = {members}")
        }
        Test::HasOnlyMembers(slot) => format!("{column}&~{} = 0", mask(builder, *slot)),
        Test::HasSomeMember(slot) => format!("{column}&{} <> 0", mask(builder, *slot)),
        Test::IsDistinctFrom(slot) => format!("{column} IS NOT {}", builder.stored(*slot, stored)),
    }
}

/// The SQL of a bit mask. A large one may arrive as a text, which no column's type turns into a number here.
fn mask(builder: &mut Builder, slot: Slot) -> String {
    format!("CAST({} AS INTEGER)", builder.slot(slot))
}

/// Walks through the text piece by piece. `s` is what is left of it behind the pieces found so far, NULL once one is not.
fn pieces(builder: &mut Builder, column: &str, found: &Pieces) -> String {
    let folded = |sql: &str| {
        if found.fold {
            format!("lower({sql})")
        } else {
            sql.to_owned()
        }
    };
    let text = folded(column);
    let start = found.first.map_or_else(
        || text.clone(),
        |first| {
            let first = builder.slot(first);
            format!("CASE WHEN substr({text},1,length({first})) = {first} THEN substr({text},length({first})+1) END")
        },
    );
    let end = found.last.map_or_else(
        || "s IS NOT NULL".to_owned(),
        |last| {
            let last = builder.slot(last);
            format!("ifnull(length(s) >= length({last}) AND substr(s,-length({last})) = {last},0)")
        },
    );
    let list = builder.slot(found.middle);
    let piece = format!("({list}->>k)");
    format!(
        "(WITH RECURSIVE m(k,s) AS (SELECT 0,{start} UNION ALL SELECT k+1,\
         CASE WHEN instr(s,{piece}) > 0 THEN substr(s,instr(s,{piece})+length({piece})) END \
         FROM m WHERE k < json_array_length({list}) AND s IS NOT NULL) \
         SELECT {end} FROM m ORDER BY k DESC LIMIT 1)"
    )
}
