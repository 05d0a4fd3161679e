//! The rows that are grouped, and which groups of them are left in which order.

use super::super::filter::{balanced, test};
use super::super::index::Bound;
use super::super::scope::passed_on;
use super::super::source::{Join, clause, restriction};
use super::super::statement::Builder;
use super::{COLUMNS, Source};
use crate::error::ShardError;
use crate::op::{GroupFilter, GroupKey, GroupTerm, Measure};

impl Source<'_> {
    /// The FROM clause: the groups that are left, in their order.
    pub(super) fn from(&mut self, builder: &mut Builder, join: &[Join]) -> Result<String, ShardError> {
        let rows = self.rows(builder, join)?;
        if self.groups.keys.is_empty() {
            return self.ungrouped(builder, &rows);
        }
        let by_key = self
            .groups
            .order
            .iter()
            .all(|term| matches!(term.by, Measure::Key(_)));
        let cut = builder.page(self.groups.limit, self.groups.offset, false);
        let alias = self.aliases[0].clone();
        if by_key && self.groups.having.is_none() {
            // Served by an index where there is one, which is then read no further than the page.
            let order = self.order(builder, true)?;
            return Ok(format!(
                "({}{order}{cut}) AS {alias}",
                self.grouped(builder, &rows)?
            ));
        }
        let condition = match &self.groups.having {
            Some(having) => format!(" WHERE {}", self.condition(builder, having)?),
            None => String::new(),
        };
        let order = self.order(builder, false)?;
        let grouped = self.grouped(builder, &rows)?;
        Ok(format!(
            "(SELECT * FROM ({grouped}) AS {alias}{condition}{order}{cut}) AS {alias}"
        ))
    }

    /// The rows that are grouped: what stands behind FROM.
    fn rows(&self, builder: &mut Builder, join: &[Join]) -> Result<String, ShardError> {
        let restriction = restriction(self.layout, builder, (&self.base, join), self.query, false)?;
        // All of them are read, whatever they are grouped by.
        let found = join.is_empty() && !self.groups.keys.is_empty();
        let bound = Bound::of(self.layout, self.table, self.query).filter(|_| found);
        let by = bound.map_or("", |bound| bound.hint);
        Ok(format!(
            "{} AS {}{by}{restriction}",
            self.table.quoted, self.alias
        ))
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
                let columns = self.piece_columns(at * self.width, self.width);
                format!("(SELECT {} FROM {rows}) AS {alias}", columns.join(","))
            })
            .collect();
        let condition = clause(&conditions);
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
    fn grouped(&self, builder: &mut Builder, rows: &str) -> Result<String, ShardError> {
        let mut columns = Vec::new();
        for (at, key) in self.groups.keys.iter().enumerate() {
            let sql = self.key_sql(builder, key)?;
            columns.push(match key.part {
                // Texts of one group may differ in case: always the same one stands for them.
                _ if key.form.is_some()
                    && self.made(builder, key.column, key.form)?.0.collation().is_some() =>
                {
                    format!("min({sql} COLLATE BINARY) AS k{at}")
                }
                _ if key.form.is_some() => format!("{sql} AS k{at}"),
                Some(_) => format!("{sql} AS k{at}"),
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
            self.group_by(builder)?
        ))
    }

    fn group_by(&self, builder: &mut Builder) -> Result<String, ShardError> {
        if self.groups.keys.is_empty() {
            return Ok(String::new());
        }
        let keys = self.groups.keys.iter().map(|key| self.key_sql(builder, key));
        let keys = keys.collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" GROUP BY {}", keys.join(",")))
    }

    /// The SQL of a key of a row.
    fn key_sql(&self, builder: &mut Builder, key: &GroupKey) -> Result<String, ShardError> {
        let (stored, sql) = self.made(builder, key.column, key.form)?;
        Ok(match key.part {
            None => sql,
            Some(part) => part.sql(&stored, &sql),
        })
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
                            builder,
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
    pub(super) fn count(&mut self, builder: &mut Builder) -> Result<String, ShardError> {
        let rows = self.rows(builder, &[])?;
        let Some(having) = &self.groups.having else {
            return Ok(match self.group_by(builder)?.as_str() {
                "" => "1".to_owned(),
                by => format!("(SELECT count(*) FROM (SELECT 1 FROM {rows}{by}))"),
            });
        };
        let condition = self.condition(builder, having)?;
        let grouped = self.grouped(builder, &rows)?;
        Ok(format!(
            "(SELECT count(*) FROM ({grouped}) AS {} WHERE {condition})",
            self.aliases[0]
        ))
    }
}

/// The planner refuses it before.
fn too_many() -> ShardError {
    ShardError::Internal("a group has more values than a result has columns".to_owned())
}
