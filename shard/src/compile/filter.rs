//! Conditions on a row.

use schema::ColumnId;
use schema::stored::Stored;

use super::index::Bound;
use super::json;
use super::related;
use super::scope::Scope;
use super::source::{Reading, Source};
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout};
use crate::op::{Filter, Pieces, Query, Slot, Test};
use crate::search::SearchLayout;

/// The SQL of a condition that rows are kept by: whether it is false or NULL where it does not hold is all the same. Chains are
/// balanced, because SQLite bounds the depth of an expression.
pub(super) fn condition(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    filter: &Filter,
) -> Result<String, ShardError> {
    part(layout, builder, scope, filter, Sense::Plain)
}

/// How many negations are around a part of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sense {
    /// An even number: where the part is false, it may be NULL as well.
    Plain,
    /// An odd number.
    Negated,
}

impl Sense {
    const fn negated(self) -> Self {
        match self {
            Self::Plain => Self::Negated,
            Self::Negated => Self::Plain,
        }
    }
}

fn part(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    filter: &Filter,
    sense: Sense,
) -> Result<String, ShardError> {
    match filter {
        Filter::And(all) => chain(layout, builder, scope, (all, "AND", "1"), sense),
        Filter::Or(any) => chain(layout, builder, scope, (any, "OR", "0"), sense),
        Filter::Not(inner) => {
            let inner = part(layout, builder, scope, inner, sense.negated())?;
            Ok(format!("NOT {inner}"))
        }
        Filter::Column(id, Test::IsNotNull) if sense == Sense::Plain => scope.not_null(*id),
        Filter::Column(id, asked) => {
            let stored = &scope.layout(*id)?.stored;
            Ok(test(builder, &scope.column(*id)?, stored, asked))
        }
        Filter::Exists(found) if sense == Sense::Plain && related::leads(layout, found) => {
            related::among(layout, builder, scope, found)
        }
        Filter::Exists(found) => related::exists(layout, builder, scope, found),
        Filter::Untrue(inner) => Ok(format!(
            "({}) IS NOT TRUE",
            part(layout, builder, scope, inner, Sense::Plain)?
        )),
        Filter::Search(slot) => searched(builder, scope, *slot),
        Filter::Json(filter) => json::condition(builder, scope, filter),
        Filter::Among(query) => among(layout, builder, scope, query),
        Filter::First(query, same) => first(layout, builder, scope, (query, same)),
        Filter::Later { slot, .. } => {
            let settled = layout.settled(*slot).ok_or_else(|| {
                ShardError::Internal("a condition is compiled before its operands are known".to_owned())
            })?;
            part(layout, builder, scope, settled, sense)
        }
    }
}

/// The row is one of those that a query of its table finds.
fn among(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    query: &Query,
) -> Result<String, ShardError> {
    let source = Source::of(layout, builder, query, &[], Reading::default())?;
    Ok(format!(
        "({}) IN (SELECT {} FROM {})",
        key(scope)?.join(","),
        key(&source.scope)?.join(","),
        source.inner()
    ))
}

/// The row is the first of those that a query of its table finds with the same values in some columns.
fn first(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    (query, same): (&Query, &[ColumnId]),
) -> Result<String, ShardError> {
    // All of them are read, whatever their order.
    let bound = Bound::of(layout, scope.table, query);
    let reading = Reading {
        by: bound.map(|bound| bound.hint),
        ..Reading::default()
    };
    let source = Source::of(layout, builder, query, &[], reading)?;
    let same = same.iter().map(|id| {
        let collation = source.scope.layout(*id)?.stored.collation();
        let collation = collation.map_or_else(String::new, |name| format!(" COLLATE {name}"));
        Ok(format!("{}{collation}", source.scope.column(*id)?))
    });
    let same = same.collect::<Result<Vec<_>, ShardError>>()?;
    let keys = key(&source.scope)?;
    let aliases: Vec<String> = (0..keys.len()).map(|at| format!("k{at}")).collect();
    let named = keys
        .iter()
        .zip(&aliases)
        .map(|(key, name)| format!("{key} AS {name}"));
    // Beside a least value, SQLite answers the columns of its row.
    Ok(format!(
        "({}) IN (SELECT {} FROM (SELECT {},min(n) FROM {} GROUP BY {}))",
        key(scope)?.join(","),
        aliases.join(","),
        named.collect::<Vec<_>>().join(","),
        source.numbered(),
        same.join(",")
    ))
}

/// What names a row of a table: the columns of its key, or its number.
fn key(scope: &Scope<'_>) -> Result<Vec<String>, ShardError> {
    if scope.table.key.is_empty() {
        return Ok(vec![scope.row()]);
    }
    scope.table.key.iter().map(|id| scope.column(*id)).collect()
}

/// The search index finds the row.
fn searched(builder: &mut Builder, scope: &Scope<'_>, slot: Slot) -> Result<String, ShardError> {
    let search = index_of(scope.table)?;
    let (index, matched) = (&search.index, builder.slot(slot));
    Ok(match &search.numbers {
        None => format!(
            "{} IN (SELECT rowid FROM {index} WHERE {index} MATCH {matched})",
            scope.number()
        ),
        Some(numbers) => {
            let key = scope.table.key.iter();
            let columns = key.map(|id| scope.column(*id)).collect::<Result<Vec<_>, _>>()?;
            let names: Vec<String> = (0..columns.len()).map(|at| format!("k.k{at}")).collect();
            format!(
                "({}) IN (SELECT {} FROM {index} AS f JOIN {numbers} AS k ON k.id = f.rowid WHERE f.{index} MATCH {matched})",
                columns.join(","),
                names.join(",")
            )
        }
    })
}

/// The search index of a table.
pub(super) fn index_of(table: &TableLayout) -> Result<&SearchLayout, ShardError> {
    let none = || ShardError::Internal(format!("table {} is not searched", table.name));
    table.search.as_ref().ok_or_else(none)
}

fn chain(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    (filters, operator, empty): (&[Filter], &str, &str),
    sense: Sense,
) -> Result<String, ShardError> {
    let parts = filters
        .iter()
        .map(|filter| part(layout, builder, scope, filter, sense))
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
        Test::StartsWith(slot) if matches!(stored, Stored::Bytes { .. }) => {
            let start = builder.stored(*slot, stored);
            format!("({column} >= {start} AND substr({column},1,length({start})) = {start})")
        }
        Test::StartsWith(slot) => {
            // As bytes, because a text ends at a NUL for the functions that count characters. A part of no bytes is NULL.
            let start = builder.stored(*slot, stored);
            format!(
                "({column} >= {start} AND {column} <= {start}||char(1114111) AND \
                 ({start} = '' OR substr(CAST({column} AS BLOB),1,octet_length({start})) = CAST({start} AS BLOB)))"
            )
        }
        Test::All(tests) => each(builder, column, stored, (tests, "AND", "1")),
        Test::Any(tests) => each(builder, column, stored, (tests, "OR", "0")),
        Test::StartsWithFold(slot) => {
            let start = builder.stored(*slot, stored);
            let same = format!(
                "substr(CAST(lower({column}) AS BLOB),1,octet_length({start})) = CAST({start} AS BLOB)"
            );
            if stored.collation() == Some("NOCASE") {
                format!("({column} >= {start} AND {column} <= {start}||char(1114111) AND {same})")
            } else {
                // A part of no bytes is NULL, where it is to be false.
                format!("(octet_length({column}) >= octet_length({start}) AND {same})")
            }
        }
        Test::EndsWith { text, fold } => {
            let end = builder.stored(*text, stored);
            let value = folded(column, *fold);
            format!(
                "(octet_length({column}) >= octet_length({end}) AND \
                 substr(CAST({value} AS BLOB),-octet_length({end})) = CAST({end} AS BLOB))"
            )
        }
        Test::Contains { text, fold } => {
            let part = builder.stored(*text, stored);
            format!("instr({},{part}) > 0", folded(column, *fold))
        }
        Test::Walk { automaton, whole } => walk(builder, column, *automaton, *whole),
        Test::HasMembers(slot) => {
            let members = mask(builder, *slot);
            format!("{column}&{members} = {members}")
        }
        Test::HasOnlyMembers(slot) => format!("{column}&~{} = 0", mask(builder, *slot)),
        Test::HasSomeMember(slot) => format!("{column}&{} <> 0", mask(builder, *slot)),
        Test::IsDistinctFrom(slot) => format!("{column} IS NOT {}", builder.stored(*slot, stored)),
    }
}

fn each(
    builder: &mut Builder,
    column: &str,
    stored: &Stored,
    (tests, operator, empty): (&[Test], &str, &str),
) -> String {
    let parts: Vec<String> = tests
        .iter()
        .map(|asked| test(builder, column, stored, asked))
        .collect();
    balanced(&parts, operator).unwrap_or_else(|| empty.to_owned())
}

fn folded(sql: &str, fold: bool) -> String {
    if fold {
        format!("lower({sql})")
    } else {
        sql.to_owned()
    }
}

/// Walks an automaton through the text: `m` holds the places and states that are reached, `a` the steps. The text is named
/// once, so that no column of its table has the name of theirs.
fn walk(builder: &mut Builder, column: &str, automaton: Slot, whole: bool) -> String {
    let automaton = builder.slot(automaton);
    let end = if whole { " AND p > length(x)" } else { "" };
    format!(
        "CASE WHEN {column} IS NOT NULL THEN EXISTS (WITH RECURSIVE b(x) AS MATERIALIZED (SELECT {column}),\
         a(f,g,c) AS MATERIALIZED (SELECT value->>0,value->>1,value->>2 FROM json_each({automaton},'$.t')),\
         m(p,s) AS (SELECT 1,{automaton}->>'$.s' UNION SELECT p+1,g FROM m CROSS JOIN b CROSS JOIN a \
         WHERE f = s AND p <= length(x) AND substr(x,p,1) GLOB c) \
         SELECT 1 FROM m CROSS JOIN b WHERE s >= {automaton}->>'$.k'{end}) END"
    )
}

/// The SQL of a bit mask. A large one may arrive as a text, which no column's type turns into a number here.
fn mask(builder: &mut Builder, slot: Slot) -> String {
    format!("CAST({} AS INTEGER)", builder.slot(slot))
}

/// Walks through the text piece by piece. `s` is what is left of it behind the pieces found so far, NULL once one is not.
fn pieces(builder: &mut Builder, column: &str, found: &Pieces) -> String {
    let text = folded(column, found.fold);
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
