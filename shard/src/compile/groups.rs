//! Groups of rows, and aggregates of all of them.
//!
//! Rows are aggregated in a subquery that answers a row for each group: its keys, and the pieces of its aggregates. Around
//! it, values are made of the pieces, compared, ordered and printed.

mod rows;

use schema::ColumnId;
use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{Cast, MomentPart, Stored};

use super::depth;
use super::index;
use super::json;
use super::object::{Place, object};
use super::related;
use super::scope::Scope;
use super::select;
use super::source::Join;
use super::statement::{Builder, Statement};
use super::{Assembly, Gathering, Read, missing_table};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout, literal};
use crate::op::{Form, GroupMember, GroupValue, Groups, JsonPart, Measure, Query};
use crate::port::Harvest;

/// The most columns of a result (the platform's limit).
const COLUMNS: usize = 100;

/// The most values that are looked up one by one: SQLite joins 64 subqueries at the most.
const MAX_ENDS: usize = 20;

/// Compiles a root's groups: a row of the statement for each.
pub(super) fn root(layout: &Layout, query: &Query, groups: &Groups) -> Result<Read, ShardError> {
    let mut builder = Builder::default();
    let mut source = Source::new(layout, &mut builder, (query, &[]), groups)?;
    let nothing = groups.members.is_empty();
    let printed = if nothing {
        "NULL".to_owned()
    } else {
        source.object(layout, &mut builder, &groups.members, Place::Row)?
    };
    let from = source.from(&mut builder, &[])?;
    let total = if query.page.count {
        Some(source.count(&mut builder)?)
    } else {
        None
    };
    let rows = format!("SELECT {printed} FROM {from} LIMIT -1");
    let gathered = (!nothing).then(|| {
        let head = total
            .as_ref()
            .map_or_else(String::new, |total| format!(",{total}"));
        format!("SELECT count(*),string_agg({printed},','){head} FROM {from}")
    });
    let sql = match &total {
        Some(total) => format!("SELECT {total} UNION ALL SELECT * FROM ({rows})"),
        None => rows,
    };
    let rewrites = builder.rewrites;
    let statement = builder.finish(sql);
    Ok(Read {
        gathered: gathered.map(|sql| Gathering {
            statement: Statement {
                sql,
                params: statement.params.clone(),
            },
            placed: false,
        }),
        statement,
        harvest: Harvest {
            head: total.is_some(),
            lists: usize::from(!nothing),
            ..Harvest::default()
        },
        tagged: false,
        next: None,
        keep: None,
        assembly: match (nothing, groups.single) {
            (true, _) => Assembly::Nothing,
            (_, true) => Assembly::One,
            (_, false) => Assembly::Many,
        },
        rewrites,
    })
}

/// Compiles groups into a scalar expression: an array, or the only object.
pub(super) fn scalar(
    layout: &Layout,
    builder: &mut Builder,
    query: &Query,
    join: &[Join],
    groups: &Groups,
) -> Result<String, ShardError> {
    let mut source = Source::new(layout, builder, (query, join), groups)?;
    let printed = match groups.members.as_slice() {
        [member] if groups.bare => source.member(layout, builder, &member.value)?,
        members => source.object(layout, builder, members, Place::Nested)?,
    };
    let from = source.from(builder, join)?;
    Ok(if groups.single && groups.bare {
        depth::value(&printed, &format!("{from} LIMIT 1"))
    } else if groups.single {
        depth::text(layout, &printed, &format!("{from} LIMIT 1"))
    } else {
        depth::text(layout, &format!("json_group_array({printed})"), &from)
    })
}

/// Where the groups of a query come from.
struct Source<'a> {
    layout: &'a Layout,
    table: &'a TableLayout,
    query: &'a Query,
    groups: &'a Groups,
    /// The rows.
    base: Scope<'a>,
    alias: String,
    /// The groups.
    group: Scope<'a>,
    /// The aliases of the subqueries: one, but where all rows are one group with more pieces than a subquery has.
    aliases: Vec<String>,
    /// SQLite's own aggregates.
    pieces: Vec<String>,
    /// How many of them a subquery has at the most.
    width: usize,
}

impl<'a> Source<'a> {
    fn new(
        layout: &'a Layout,
        builder: &mut Builder,
        (query, join): (&'a Query, &[Join]),
        groups: &'a Groups,
    ) -> Result<Self, ShardError> {
        let table = layout
            .table(query.table)
            .ok_or_else(|| missing_table(query.table))?;
        let alias = builder.alias();
        let grouped = builder.alias();
        Ok(Self {
            layout,
            table,
            query,
            groups,
            base: Scope::base(table, alias.clone()),
            alias,
            group: Scope::derived(table, grouped.clone()),
            aliases: vec![grouped],
            pieces: Vec::new(),
            width: if are_ends(table, (query, join), groups) {
                1
            } else {
                COLUMNS
            },
        })
    }

    /// The SQL of an object with those members.
    fn object(
        &mut self,
        layout: &Layout,
        builder: &mut Builder,
        members: &[GroupMember],
        place: Place,
    ) -> Result<String, ShardError> {
        let members = members
            .iter()
            .map(|member| {
                let value = self.member(layout, builder, &member.value)?;
                Ok((member.key.as_str(), value))
            })
            .collect::<Result<Vec<_>, ShardError>>()?;
        Ok(object(&members, place))
    }

    /// The SQL of a member's value, which a JSON function takes.
    fn member(
        &mut self,
        layout: &Layout,
        builder: &mut Builder,
        value: &GroupValue,
    ) -> Result<String, ShardError> {
        Ok(match value {
            GroupValue::Measure(measure) => self.json(builder, *measure)?,
            GroupValue::Cast(measure, cast) => self.cast(builder, *measure, *cast)?,
            GroupValue::Object(members) => self.object(layout, builder, members, Place::Nested)?,
            GroupValue::Text(text) => literal(text),
            GroupValue::Null => "NULL".to_owned(),
            GroupValue::Related(related) => select::related(layout, builder, &self.group, related)?,
        })
    }

    /// The SQL of a value in another JSON form.
    fn cast(&mut self, builder: &mut Builder, measure: Measure, cast: Cast) -> Result<String, ShardError> {
        if let Some((aggregate, pieces)) = self.aggregated(builder, measure)? {
            let nonce = nonce(builder, aggregate.stored().cast_rewrites(cast));
            return Ok(aggregate.cast_sql(&pieces, cast, &nonce));
        }
        let (stored, sql) = self.value(builder, measure)?;
        let nonce = nonce(builder, stored.cast_rewrites(cast));
        Ok(stored.cast_sql(&sql, cast, &nonce))
    }

    /// The aggregate that a value is, with its pieces.
    fn aggregated(
        &mut self,
        builder: &mut Builder,
        measure: Measure,
    ) -> Result<Option<(Aggregate, Vec<String>)>, ShardError> {
        let (function, id, form) = match measure {
            Measure::Key(_) | Measure::Rows => return Ok(None),
            Measure::Of(function, id) => (function, id, None),
            Measure::Made(function, id, form) => (function, id, Some(form)),
        };
        let (stored, sql) = self.made(builder, id, form)?;
        let aggregate = Aggregate::of(function, &stored)
            .ok_or_else(|| ShardError::Internal(format!("there is no {function:?} of column {}", id.0)))?;
        let pieces = aggregate.pieces(&sql);
        let pieces = pieces.into_iter().map(|piece| self.piece(builder, piece));
        let pieces = pieces.collect();
        Ok(Some((aggregate, pieces)))
    }

    /// How a column's values, or what is made of them, are kept, and the SQL of a row's.
    fn made(
        &self,
        builder: &mut Builder,
        id: ColumnId,
        form: Option<Form>,
    ) -> Result<(Stored, String), ShardError> {
        // A value of a related row is of no column here.
        let own = || Ok::<_, ShardError>((self.base.layout(id)?.stored.clone(), self.base.column(id)?));
        let made = match form {
            None => Some(own()?),
            Some(Form::Cast(cast)) => {
                let (stored, column) = own()?;
                stored.recast(&column, cast)
            }
            Some(Form::Part(path, as_text, cast)) => {
                let part = JsonPart {
                    column: id,
                    path,
                    as_text,
                };
                json::made(builder, &self.base, &part, cast)?
            }
            Some(Form::Related(at)) => match self.groups.related.get(usize::from(at)) {
                Some(value) => Some((
                    related::stored(self.layout, value)?,
                    related::value(self.layout, builder, &self.base, value)?,
                )),
                None => None,
            },
        };
        made.ok_or_else(|| ShardError::Internal(format!("{form:?} is not made of column {}", id.0)))
    }

    fn json(&mut self, builder: &mut Builder, measure: Measure) -> Result<String, ShardError> {
        if let Some((aggregate, pieces)) = self.aggregated(builder, measure)? {
            let nonce = nonce(builder, aggregate.rewrites());
            return Ok(aggregate.json_sql(&pieces, &nonce));
        }
        let (stored, sql) = self.value(builder, measure)?;
        // No count of rows is beyond what a number in JSON holds.
        if measure == Measure::Rows {
            return Ok(sql);
        }
        let nonce = nonce(builder, stored.rewrites());
        Ok(stored.json_sql(&sql, &nonce))
    }

    /// The SQL of a value as it compares.
    fn compared(&mut self, builder: &mut Builder, measure: Measure) -> Result<(Stored, String), ShardError> {
        let (stored, sql) = self.value(builder, measure)?;
        let sql = stored.compared_sql(&sql);
        Ok((stored, sql))
    }

    /// The SQL of a value in its stored form.
    fn value(&mut self, builder: &mut Builder, measure: Measure) -> Result<(Stored, String), ShardError> {
        if let Some((aggregate, pieces)) = self.aggregated(builder, measure)? {
            return Ok((aggregate.stored().clone(), aggregate.sql(&pieces)));
        }
        if let Measure::Key(at) = measure {
            return self.key(builder, at);
        }
        let stored = Stored::Int {
            min: 0,
            max: i64::MAX,
        };
        Ok((stored, self.piece(builder, "count(*)".to_owned())))
    }

    fn key(&self, builder: &mut Builder, at: u16) -> Result<(Stored, String), ShardError> {
        let key = self.groups.keys.get(usize::from(at));
        let key = key.ok_or_else(|| ShardError::Internal(format!("there is no key {at}")))?;
        let (stored, _) = self.made(builder, key.column, key.form)?;
        let named = || format!("{}.k{at}", self.aliases[0]);
        Ok(match key.part {
            None if key.form.is_some() => (stored, named()),
            None => (stored, self.group.column(key.column)?),
            Some(part) => (part.of(&stored).ok_or_else(|| no_part(part))?, named()),
        })
    }

    /// The name of one of SQLite's own aggregates outside of the subquery. The same twice is one.
    fn piece(&mut self, builder: &mut Builder, sql: String) -> String {
        let at = self
            .pieces
            .iter()
            .position(|piece| *piece == sql)
            .unwrap_or_else(|| {
                self.pieces.push(sql);
                self.pieces.len() - 1
            });
        // What all rows are one group of is read once more for the pieces that do not fit.
        let subquery = if self.groups.keys.is_empty() {
            at / self.width
        } else {
            0
        };
        while self.aliases.len() <= subquery {
            self.aliases.push(builder.alias());
        }
        format!("{}.a{at}", self.aliases[subquery])
    }
}

/// Whether nothing is asked of all rows but least and greatest values that an index tells: SQLite looks them up there only where
/// one is asked for alone.
fn are_ends(table: &TableLayout, (query, join): (&Query, &[Join]), groups: &Groups) -> bool {
    let mut measures = Vec::new();
    let are_measures = groups
        .members
        .iter()
        .all(|member| measured(&member.value, &mut measures));
    let is_end = |measure: &Measure| match measure {
        Measure::Of(Function::Min | Function::Max, id) => index::ends(table, query, join, *id),
        _ => false,
    };
    are_measures
        && groups.keys.is_empty()
        && groups.having.is_none()
        && measures.len() <= MAX_ENDS
        && measures.iter().all(is_end)
}

/// Adds what a value measures; false for one of related rows.
fn measured(value: &GroupValue, measures: &mut Vec<Measure>) -> bool {
    match value {
        GroupValue::Measure(measure) | GroupValue::Cast(measure, _) => measures.push(*measure),
        GroupValue::Object(members) => {
            return members.iter().all(|member| measured(&member.value, measures));
        }
        GroupValue::Text(_) | GroupValue::Null => {}
        GroupValue::Related(_) => return false,
    }
    true
}

fn nonce(builder: &mut Builder, rewrites: bool) -> String {
    if rewrites { builder.nonce() } else { String::new() }
}

fn no_part(part: MomentPart) -> ShardError {
    ShardError::Internal(format!("a column has no {part:?}"))
}
