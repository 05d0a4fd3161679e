//! What a query reads from: tables, views, other queries, and how they are joined.

use super::super::ExprError;
use super::super::compare::compare;
use super::super::syntax::Comparison;
use super::super::typed::{Sql, Typed};
use super::key::Tie;
use super::names::{Frame, Source, same};
use super::{QueryColumn, Translated};
use crate::grammar::ast::{Factor, JoinCondition, JoinKind, Joined, Name};
use crate::stored::Stored;
use crate::view::Origin;
use crate::{ColumnId, Ident};

impl<'f> Frame<'f> {
    /// The FROM clause; its sources are in reach from then on.
    pub(super) fn from(&mut self, tables: &'f [Joined]) -> Result<String, ExprError> {
        let is_dual = matches!(tables, [Joined { first: Factor::Table { path, .. }, joins }]
            if joins.is_empty() && matches!(path.as_slice(), [name] if name.value.eq_ignore_ascii_case("dual")));
        if tables.is_empty() || is_dual {
            return Ok(String::new());
        }
        let parts = tables
            .iter()
            .map(|table| self.joined(table))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(format!(" FROM {}", parts.join(" JOIN ")))
    }

    fn joined(&mut self, table: &'f Joined) -> Result<String, ExprError> {
        let start = self.sources.len();
        let mut sql = self.factor(&table.first)?;
        for join in &table.joins {
            let middle = self.sources.len();
            let right = self.factor(&join.factor)?;
            let condition = self.constraint(&join.condition, join.kind, (start, middle))?;
            let missing = match join.kind {
                JoinKind::Inner => 0..0,
                JoinKind::Left => middle..self.sources.len(),
                JoinKind::Right => start..middle,
            };
            self.ties(&join.condition, &missing);
            for source in &mut self.sources[missing] {
                source.missing = true;
                for column in &mut source.columns {
                    column.nullable = true;
                }
            }
            let word = match join.kind {
                JoinKind::Inner => "JOIN",
                JoinKind::Left => "LEFT JOIN",
                JoinKind::Right => "RIGHT JOIN",
            };
            sql.push_str(&format!(" {word} {right}"));
            if let Some(condition) = condition {
                sql.push_str(&format!(" ON {condition}"));
            }
        }
        Ok(sql)
    }

    fn factor(&mut self, factor: &'f Factor) -> Result<String, ExprError> {
        match factor {
            Factor::Table { path, alias, at } => {
                self.translator.place.set(*at);
                self.table(path, alias.as_ref())
            }
            Factor::Derived {
                query,
                alias,
                columns,
            } => {
                // A derived table sees the queries around, not what stands beside it.
                let inner = self.translator.query(query, self.outer, self.common)?;
                let inner = named(inner, &alias.value, idents(columns)?)?;
                let sql = format!("({})", inner.sql);
                Ok(self.source(&alias.value, inner.columns, &inner.rows.key, &sql))
            }
            Factor::Nested(joined) => {
                let inner = self.joined(joined)?;
                Ok(if joined.joins.is_empty() {
                    inner
                } else {
                    format!("({inner})")
                })
            }
        }
    }

    fn table(&mut self, path: &[Name], alias: Option<&Name>) -> Result<String, ExprError> {
        let last = path.last().map_or("", |name| name.value.as_str());
        let shown = alias.map_or(last, |alias| alias.value.as_str());
        let common = self.common.iter().rev();
        let mut common = common.filter(|(name, _)| name.eq_ignore_ascii_case(last));
        if let (1, Some((_, query))) = (path.len(), common.next()) {
            let sql = format!("({})", query.sql);
            return Ok(self.source(shown, query.columns.clone(), &query.rows.key, &sql));
        }
        let views = self.translator.views;
        if let Some(view) = views.named(last) {
            let (name, rows) = view?;
            let key: Vec<usize> = rows.key.iter().map(|id| id.index()).collect();
            return Ok(self.source(shown, rows.columns.clone(), &key, &name.quoted()));
        }
        let schema = views.schema;
        let mut tables = schema.tables.iter().enumerate();
        let table = tables.find(|(_, table)| same(&table.name, last));
        let Some((position, table)) = table else {
            return Err(ExprError::unsupported(format!(
                "'{last}', which is no table or view of this declaration"
            )));
        };
        let columns = table.columns.iter().zip(0_u16..).map(|(column, at)| {
            let in_key = table.primary_key.iter().any(|key| key.same(&column.name));
            QueryColumn {
                name: column.name.clone(),
                stored: Stored::of(schema, table, column),
                nullable: column.nullable && !in_key,
                origin: Some(Origin {
                    table: position,
                    column: ColumnId(at),
                    row: String::new(),
                }),
                fold: !column.binary_collation,
                weight: 1,
            }
        });
        let key = table
            .primary_key
            .iter()
            .filter_map(|name| table.column_index(name));
        let key: Vec<usize> = key.collect();
        Ok(self.source(shown, columns.collect(), &key, &table.name.quoted()))
    }

    fn source(&mut self, name: &str, mut columns: Vec<QueryColumn>, key: &[usize], sql: &str) -> String {
        let alias = self.translator.alias();
        let heaviest = columns.iter().map(|column| column.weight).max().unwrap_or(1);
        let heaviest = heaviest.max(self.translator.heaviest.get());
        self.translator.heaviest.set(heaviest);
        for origin in columns.iter_mut().filter_map(|column| column.origin.as_mut()) {
            origin.row = format!("{alias}.{}", origin.row);
        }
        let from = format!("{sql} AS {alias}");
        let key = key.iter().filter_map(|at| columns.get(*at));
        let key = key.map(|column| format!("{alias}.{}", column.name.quoted()));
        self.sources.push(Source {
            key: key.collect(),
            missing: false,
            name: name.to_owned(),
            alias,
            columns,
            joined: Vec::new(),
        });
        from
    }

    /// The condition of a join between the sources from `start` to `middle` and those behind.
    fn constraint(
        &mut self,
        condition: &'f JoinCondition,
        kind: JoinKind,
        (start, middle): (usize, usize),
    ) -> Result<Option<Sql>, ExprError> {
        let names: Vec<Ident> = match condition {
            JoinCondition::None => return Ok((kind != JoinKind::Inner).then(|| Sql::atom("1"))),
            JoinCondition::On(condition) => {
                return self
                    .without_aggregates("a join", || self.condition(condition))
                    .map(Some);
            }
            JoinCondition::Using(names) => idents(names)?,
            JoinCondition::Natural => self.common_names(start, middle),
        };
        let mut parts = Vec::with_capacity(names.len());
        for name in &names {
            let left = self.one_of(start..middle, name)?;
            let right = self.one_of(middle..self.sources.len(), name)?;
            self.tied.push(Tie {
                ends: [left.sql.text.clone(), right.sql.text.clone()],
                within: match kind {
                    JoinKind::Inner => None,
                    JoinKind::Left => Some(middle..self.sources.len()),
                    JoinKind::Right => Some(start..middle),
                },
            });
            parts.push(compare(Comparison::Equal, &left, &right)?);
        }
        // The column that they have together is the one of the side whose rows all stay.
        let others = if kind == JoinKind::Right {
            self.turned.push((start, middle, self.sources.len()));
            start..middle
        } else {
            middle..self.sources.len()
        };
        for source in &mut self.sources[others] {
            source.joined.extend(names.iter().cloned());
        }
        if parts.is_empty() {
            return Ok(None);
        }
        Sql::chain(" AND ", &parts).map(Some)
    }

    fn common_names(&self, start: usize, middle: usize) -> Vec<Ident> {
        let columns = |sources: &[Source]| -> Vec<Ident> {
            let all = sources.iter().flat_map(|source| &source.columns);
            all.map(|column| column.name.clone()).collect()
        };
        let right = columns(&self.sources[middle..]);
        let mut names: Vec<Ident> = Vec::new();
        for name in columns(&self.sources[start..middle]) {
            if right.iter().any(|other| other.same(&name)) && !names.iter().any(|other| other.same(&name)) {
                names.push(name);
            }
        }
        names
    }

    fn one_of(&self, sources: std::ops::Range<usize>, name: &Ident) -> Result<Typed, ExprError> {
        self.sources[sources]
            .iter()
            .filter(|source| !source.joined.iter().any(|joined| joined.same(name)))
            .find_map(|source| {
                let column = source.columns.iter().find(|column| column.name.same(name))?;
                Some(source.column(column).typed)
            })
            .ok_or_else(|| ExprError::UnknownColumn {
                name: name.as_str().to_owned(),
            })
    }
}

fn ident(name: &Name) -> Result<Ident, ExprError> {
    Ident::new(&name.value).map_err(|error| ExprError::syntax(error.to_string()))
}

pub(super) fn idents(names: &[Name]) -> Result<Vec<Ident>, ExprError> {
    names.iter().map(ident).collect()
}

/// The columns of a query under other names, if there are any.
pub(super) fn named(mut query: Translated, title: &str, names: Vec<Ident>) -> Result<Translated, ExprError> {
    if names.is_empty() {
        return Ok(query);
    }
    if names.len() != query.columns.len() {
        return Err(ExprError::syntax(format!(
            "{title} names {} columns, and its query has {}",
            names.len(),
            query.columns.len()
        )));
    }
    query.sql = super::renamed(&query, &names);
    for (column, name) in query.columns.iter_mut().zip(names) {
        column.name = name;
    }
    Ok(query)
}
