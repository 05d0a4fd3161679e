//! Groups of rows, and aggregates of all of them.
//!
//! Rows are aggregated in a subquery that answers a row for each group: its keys, and the pieces of its aggregates. Around
//! it, values are made of the pieces, compared, ordered and printed.

use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{MomentPart, Stored};

use super::filter::{balanced, test};
use super::object::{Place, object};
use super::scope::{Scope, passed_on};
use super::select::{self, Join, restriction};
use super::statement::{Builder, Statement};
use super::{Assembly, Read, missing_table};
use crate::error::ShardError;
use crate::layout::{Layout, TableLayout, literal};
use crate::op::{GroupFilter, GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure, Query};
use crate::port::Harvest;

/// The most columns of a result (the platform's limit).
const COLUMNS: usize = 100;

/// Compiles a root's groups: a row of the statement for each.
pub(super) fn root(layout: &Layout, query: &Query, groups: &Groups) -> Result<Read, ShardError> {
    let mut builder = Builder::default();
    let mut source = Source::new(layout, &mut builder, query, groups)?;
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
        gathered: gathered.map(|sql| Statement {
            sql,
            params: statement.params.clone(),
        }),
        statement,
        harvest: Harvest {
            head: total.is_some(),
            lists: usize::from(!nothing),
            ..Harvest::default()
        },
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
    let mut source = Source::new(layout, builder, query, groups)?;
    let printed = source.object(layout, builder, &groups.members, Place::Nested)?;
    let from = source.from(builder, join)?;
    Ok(if groups.single {
        format!("(SELECT {printed} FROM {from} LIMIT 1)")
    } else {
        format!("(SELECT json_group_array({printed}) FROM {from})")
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
    /// The aliases of the subqueries: one, but where all rows are one group with more pieces than a result has columns.
    aliases: Vec<String>,
    /// SQLite's own aggregates.
    pieces: Vec<String>,
}

impl<'a> Source<'a> {
    fn new(
        layout: &'a Layout,
        builder: &mut Builder,
        query: &'a Query,
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
                let value = match &member.value {
                    GroupValue::Measure(measure) => self.json(builder, *measure)?,
                    GroupValue::Object(members) => self.object(layout, builder, members, Place::Nested)?,
                    GroupValue::Text(text) => literal(text),
                    GroupValue::Null => "NULL".to_owned(),
                    GroupValue::Related(related) => select::related(layout, builder, &self.group, related)?,
                };
                Ok((member.key.as_str(), value))
            })
            .collect::<Result<Vec<_>, ShardError>>()?;
        Ok(object(&members, place))
    }

    fn json(&mut self, builder: &mut Builder, measure: Measure) -> Result<String, ShardError> {
        let nonce = |builder: &mut Builder, rewrites: bool| {
            if rewrites { builder.nonce() } else { String::new() }
        };
        Ok(match measure {
            Measure::Key(at) => {
                let (stored, sql) = self.key(at)?;
                let nonce = nonce(builder, stored.rewrites());
                stored.json_sql(&sql, &nonce)
            }
            Measure::Rows => self.piece(builder, "count(*)".to_owned()),
            Measure::Of(function, id) => {
                let aggregate = self.aggregate(function, id)?;
                let pieces = self.pieces(builder, &aggregate, id)?;
                let nonce = nonce(builder, aggregate.rewrites());
                aggregate.json_sql(&pieces, &nonce)
            }
        })
    }

    /// The SQL of a value as it compares.
    fn compared(&mut self, builder: &mut Builder, measure: Measure) -> Result<(Stored, String), ShardError> {
        let (stored, sql) = match measure {
            Measure::Key(at) => self.key(at)?,
            Measure::Rows => {
                let sql = self.piece(builder, "count(*)".to_owned());
                (
                    Stored::Int {
                        min: 0,
                        max: i64::MAX,
                    },
                    sql,
                )
            }
            Measure::Of(function, id) => {
                let aggregate = self.aggregate(function, id)?;
                let pieces = self.pieces(builder, &aggregate, id)?;
                (aggregate.stored().clone(), aggregate.sql(&pieces))
            }
        };
        let sql = stored.compared_sql(&sql);
        Ok((stored, sql))
    }

    fn key(&self, at: u16) -> Result<(Stored, String), ShardError> {
        let key = self.groups.keys.get(usize::from(at));
        let key = key.ok_or_else(|| ShardError::Internal(format!("there is no key {at}")))?;
        let stored = &self.base.layout(key.column)?.stored;
        Ok(match key.part {
            None => (stored.clone(), self.group.column(key.column)?),
            Some(part) => {
                let kept = part.of(stored).ok_or_else(|| no_part(part))?;
                (kept, format!("{}.k{at}", self.aliases[0]))
            }
        })
    }

    fn aggregate(&self, function: Function, id: schema::ColumnId) -> Result<Aggregate, ShardError> {
        Aggregate::of(function, &self.base.layout(id)?.stored)
            .ok_or_else(|| ShardError::Internal(format!("there is no {function:?} of column {}", id.0)))
    }

    fn pieces(
        &mut self,
        builder: &mut Builder,
        aggregate: &Aggregate,
        id: schema::ColumnId,
    ) -> Result<Vec<String>, ShardError> {
        let pieces = aggregate.pieces(&self.base.column(id)?);
        Ok(pieces
            .into_iter()
            .map(|piece| self.piece(builder, piece))
            .collect())
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
            at / COLUMNS
        } else {
            0
        };
        while self.aliases.len() <= subquery {
            self.aliases.push(builder.alias());
        }
        format!("{}.a{at}", self.aliases[subquery])
    }

    /// The FROM clause: the groups that are left, in their order.
    fn from(&mut self, builder: &mut Builder, join: &[Join]) -> Result<String, ShardError> {
        let rows = self.rows(builder, join)?;
        if self.groups.keys.is_empty() {
            return self.ungrouped(builder, &rows);
        }
        let by_key = self
            .groups
            .order
            .iter()
            .all(|term| matches!(term.by, Measure::Key(_)));
        let cut = limit(builder, self.groups);
        let alias = self.aliases[0].clone();
        if by_key && self.groups.having.is_none() {
            // Served by an index where there is one, which is then read no further than the page.
            let order = self.order(builder, true)?;
            return Ok(format!("({}{order}{cut}) AS {alias}", self.grouped(&rows)?));
        }
        let condition = match &self.groups.having {
            Some(having) => format!(" WHERE {}", self.condition(builder, having)?),
            None => String::new(),
        };
        let order = self.order(builder, false)?;
        let grouped = self.grouped(&rows)?;
        Ok(format!(
            "(SELECT * FROM ({grouped}) AS {alias}{condition}{order}{cut}) AS {alias}"
        ))
    }

    /// The rows that are grouped: what stands behind FROM.
    fn rows(&self, builder: &mut Builder, join: &[Join]) -> Result<String, ShardError> {
        let restriction = restriction(self.layout, builder, (&self.base, join), self.query, false)?;
        Ok(format!("{} AS {}{restriction}", self.table.quoted, self.alias))
    }

    /// All rows as one group. Each subquery reads them under the same alias, which is its own.
    fn ungrouped(&mut self, builder: &mut Builder, rows: &str) -> Result<String, ShardError> {
        let mut conditions = Vec::new();
        if let Some(having) = &self.groups.having {
            conditions.push(self.condition(builder, having)?);
        }
        if let Some(limit) = self.groups.limit {
            conditions.push(format!("{} > 0", builder.slot(limit)));
        }
        if let Some(offset) = self.groups.offset {
            conditions.push(format!("{} = 0", builder.slot(offset)));
        }
        let subqueries: Vec<String> = self
            .aliases
            .iter()
            .enumerate()
            .map(|(at, alias)| {
                let columns = self.piece_columns(at * COLUMNS, COLUMNS);
                format!("(SELECT {} FROM {rows}) AS {alias}", columns.join(","))
            })
            .collect();
        let condition = balanced(&conditions, "AND").map_or_else(String::new, |all| format!(" WHERE {all}"));
        Ok(format!("{}{condition}", subqueries.join(",")))
    }

    fn piece_columns(&self, from: usize, most: usize) -> Vec<String> {
        let mut columns: Vec<String> = self
            .pieces
            .iter()
            .enumerate()
            .skip(from)
            .take(most)
            .map(|(at, piece)| format!("{piece} AS a{at}"))
            .collect();
        if columns.is_empty() {
            columns.push("count(*)".to_owned());
        }
        columns
    }

    /// The subquery that answers a row for each group.
    fn grouped(&self, rows: &str) -> Result<String, ShardError> {
        let mut columns = Vec::new();
        for (at, key) in self.groups.keys.iter().enumerate() {
            let sql = self.key_sql(key)?;
            columns.push(match key.part {
                Some(_) => format!("{sql} AS k{at}"),
                // Texts of one group may differ in case: always the same one stands for them.
                None if self.base.layout(key.column)?.stored.collation().is_some() => {
                    format!("min({sql} COLLATE BINARY) AS {}", passed_on(key.column))
                }
                None => format!("{sql} AS {}", passed_on(key.column)),
            });
        }
        if !self.pieces.is_empty() || columns.is_empty() {
            columns.extend(self.piece_columns(0, usize::MAX));
        }
        if columns.len() > COLUMNS {
            return Err(too_many());
        }
        Ok(format!(
            "SELECT {} FROM {rows}{}",
            columns.join(","),
            self.group_by()?
        ))
    }

    fn group_by(&self) -> Result<String, ShardError> {
        if self.groups.keys.is_empty() {
            return Ok(String::new());
        }
        let keys = self.groups.keys.iter().map(|key| self.key_sql(key));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" GROUP BY {}", keys.join(",")))
    }

    /// The SQL of a key of a row.
    fn key_sql(&self, key: &GroupKey) -> Result<String, ShardError> {
        let column = self.base.column(key.column)?;
        match key.part {
            None => Ok(column),
            Some(part) => Ok(part.sql(&self.base.layout(key.column)?.stored, &column)),
        }
    }

    /// The ORDER BY clause: what is asked for, then the keys. `inside` the subquery, keys are those of the rows.
    fn order(&mut self, builder: &mut Builder, inside: bool) -> Result<String, ShardError> {
        let mut terms = self.groups.order.clone();
        for at in (0_u16..).take(self.groups.keys.len()) {
            let by = Measure::Key(at);
            if !terms.iter().any(|term| term.by == by) {
                terms.push(GroupTerm {
                    by,
                    descending: false,
                    nulls_first: true,
                });
            }
        }
        let terms = terms
            .iter()
            .map(|term| {
                let mut sql = match term.by {
                    Measure::Key(at) if inside => {
                        let key = self.groups.keys.get(usize::from(at));
                        self.key_sql(
                            key.ok_or_else(|| ShardError::Internal(format!("there is no key {at}")))?,
                        )?
                    }
                    by => self.compared(builder, by)?.1,
                };
                if term.descending {
                    sql.push_str(" DESC");
                }
                if term.nulls_first == term.descending {
                    sql.push_str(if term.nulls_first {
                        " NULLS FIRST"
                    } else {
                        " NULLS LAST"
                    });
                }
                Ok(sql)
            })
            .collect::<Result<Vec<_>, ShardError>>()?;
        Ok(if terms.is_empty() {
            String::new()
        } else {
            format!(" ORDER BY {}", terms.join(","))
        })
    }

    fn condition(&mut self, builder: &mut Builder, filter: &GroupFilter) -> Result<String, ShardError> {
        let mut chain = |filters: &[GroupFilter], operator: &str, empty: &str| {
            let parts = filters
                .iter()
                .map(|filter| self.condition(builder, filter))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(balanced(&parts, operator).unwrap_or_else(|| empty.to_owned()))
        };
        match filter {
            GroupFilter::And(all) => chain(all, "AND", "1"),
            GroupFilter::Or(any) => chain(any, "OR", "0"),
            GroupFilter::Not(inner) => Ok(format!("NOT {}", self.condition(builder, inner)?)),
            GroupFilter::Measure(measure, asked) => {
                let (stored, sql) = self.compared(builder, *measure)?;
                Ok(test(builder, &sql, &stored, asked))
            }
        }
    }

    /// The SQL that counts the groups, whatever their page.
    fn count(&mut self, builder: &mut Builder) -> Result<String, ShardError> {
        let rows = self.rows(builder, &[])?;
        let Some(having) = &self.groups.having else {
            return Ok(match self.group_by()?.as_str() {
                "" => "1".to_owned(),
                by => format!("(SELECT count(*) FROM (SELECT 1 FROM {rows}{by}))"),
            });
        };
        let condition = self.condition(builder, having)?;
        let grouped = self.grouped(&rows)?;
        Ok(format!(
            "(SELECT count(*) FROM ({grouped}) AS {} WHERE {condition})",
            self.aliases[0]
        ))
    }
}

fn limit(builder: &mut Builder, groups: &Groups) -> String {
    match (groups.limit, groups.offset) {
        (None, None) => " LIMIT -1".to_owned(),
        (Some(limit), None) => format!(" LIMIT {}", builder.slot(limit)),
        (limit, Some(offset)) => {
            let limit = limit.map_or_else(|| "-1".to_owned(), |slot| builder.slot(slot));
            format!(" LIMIT {limit} OFFSET {}", builder.slot(offset))
        }
    }
}

fn no_part(part: MomentPart) -> ShardError {
    ShardError::Internal(format!("a column has no {part:?}"))
}

/// The planner refuses it before.
fn too_many() -> ShardError {
    ShardError::Internal("a group has more values than a result has columns".to_owned())
}
