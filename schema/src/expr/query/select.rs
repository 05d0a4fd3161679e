//! One SELECT, and several as a UNION.

use std::cell::{Cell, RefCell};

use super::super::ExprError;
use super::super::typed::{Sql, Typed, kind_of};
use super::super::unify::unify;
use super::key::all_of;
use super::names::{Frame, Source};
use super::output::{Item, Output, collation, output};
use super::{Common, QueryColumn, Rows, Translated, Translator};
use crate::Ident;
use crate::grammar::ast::{self, Body, Expr, Item as Selected, Limit, Select, SetOperator, Sort};

/// The most queries in one UNION (the platform's limit).
const MAX_UNION: usize = 5;

const UNION_ALL: &str = " UNION ALL ";

/// ORDER BY and LIMIT. Without a LIMIT, the order of a query's rows is for those who read them to ask for.
pub(super) struct Cut<'q> {
    order: &'q [Sort],
    limit: &'q Limit,
}

impl<'q> Cut<'q> {
    pub(super) fn of(query: &'q ast::Query) -> Option<Self> {
        let order = query.order.as_slice();
        query.limit.as_ref().map(|limit| Self { order, limit })
    }

    fn sql(&self, terms: &[String]) -> String {
        let order = if terms.is_empty() {
            String::new()
        } else {
            format!(" ORDER BY {}", terms.join(","))
        };
        let whole = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        format!(
            "{order} LIMIT {} OFFSET {}",
            whole(self.limit.count),
            whole(self.limit.offset)
        )
    }
}

/// The position that a term names by its number, from 0.
fn ordinal(expr: &Expr, count: usize) -> Result<Option<usize>, ExprError> {
    let Expr::Number(digits) = expr else {
        return Ok(None);
    };
    match digits.parse::<usize>() {
        Ok(position) if position >= 1 && position <= count => Ok(Some(position - 1)),
        _ => Err(ExprError::syntax(format!("there is no column {digits}"))),
    }
}

fn directed(term: &Sort, sql: String) -> String {
    if term.descending {
        format!("{sql} DESC")
    } else {
        sql
    }
}

/// A SELECT whose columns are not written yet.
struct Branch {
    distinct: bool,
    items: Vec<Item>,
    /// What stands behind the columns.
    tail: String,
    rows: Rows,
}

impl Branch {
    fn sql(&self, outputs: &[Sql]) -> String {
        let columns: Vec<String> = self
            .items
            .iter()
            .zip(outputs)
            .map(|(item, sql)| format!("{sql} AS {}", item.name.quoted()))
            .collect();
        let distinct = if self.distinct { "DISTINCT " } else { "" };
        format!("SELECT {distinct}{}{}", columns.join(","), self.tail)
    }

    fn outputs(&self) -> Result<Vec<Output>, ExprError> {
        self.items.iter().map(Item::output).collect()
    }
}

impl Translator<'_> {
    pub(super) fn body<'f>(
        &self,
        body: &'f Body,
        outer: Option<&'f Frame<'f>>,
        common: &[Common<'f>],
        cut: Option<&Cut<'f>>,
    ) -> Result<Translated, ExprError> {
        let mut branches = Vec::new();
        Self::branches(body, &mut branches);
        if let [only] = branches.as_slice()
            && let Body::Select(select) = only.1
        {
            let branch = self.select(select, (outer, common), cut)?;
            let outputs = branch.outputs()?;
            let sqls: Vec<Sql> = outputs.iter().map(|output| output.sql.clone()).collect();
            return Ok(Translated {
                sql: branch.sql(&sqls),
                columns: columns(&branch.items, &outputs),
                rows: branch.rows,
            });
        }
        if branches.len() > MAX_UNION {
            return Err(ExprError::unsupported(format!(
                "a UNION of more than {MAX_UNION} queries"
            )));
        }
        self.union(&branches, (outer, common), cut)
    }

    /// The queries of a UNION from the left, each with the word before it.
    fn branches<'f>(body: &'f Body, branches: &mut Vec<(&'static str, &'f Body)>) {
        match body {
            Body::Select(_) | Body::Nested(_) => branches.push(("", body)),
            Body::Set { by, left, right } => {
                Self::branches(left, branches);
                let word = match by {
                    SetOperator::UnionAll => UNION_ALL,
                    SetOperator::Union => " UNION ",
                    SetOperator::Except => " EXCEPT ",
                    SetOperator::Intersect => " INTERSECT ",
                };
                branches.push((word, right));
            }
        }
    }

    fn branch<'f>(
        &self,
        body: &'f Body,
        (outer, common): (Option<&'f Frame<'f>>, &[Common<'f>]),
    ) -> Result<Branch, ExprError> {
        let inner = match body {
            Body::Select(select) => return self.select(select, (outer, common), None),
            Body::Nested(query) => self.query(query, outer, common)?,
            Body::Set { .. } => self.body(body, outer, common, None)?,
        };
        let source = Source {
            name: String::new(),
            alias: self.alias(),
            columns: inner.columns,
            joined: Vec::new(),
            key: Vec::new(),
            missing: false,
        };
        Ok(Branch {
            distinct: false,
            tail: format!(" FROM ({}) AS {}", inner.sql, source.alias),
            items: source
                .columns
                .iter()
                .map(|column| item(&source, column))
                .collect(),
            rows: Rows::default(),
        })
    }

    fn union<'f>(
        &self,
        branches: &[(&'static str, &'f Body)],
        around: (Option<&'f Frame<'f>>, &[Common<'f>]),
        cut: Option<&Cut<'f>>,
    ) -> Result<Translated, ExprError> {
        let parts = branches
            .iter()
            .map(|(_, body)| self.branch(body, around))
            .collect::<Result<Vec<_>, _>>()?;
        let width = parts[0].items.len();
        if parts.iter().any(|part| part.items.len() != width) {
            return Err(ExprError::syntax(
                "the queries of a UNION have different numbers of columns",
            ));
        }
        let mut sqls: Vec<Vec<Sql>> = vec![Vec::with_capacity(width); parts.len()];
        let mut columns = Vec::with_capacity(width);
        for at in 0..width {
            let items: Vec<&Item> = parts.iter().map(|part| &part.items[at]).collect();
            let (outputs, nullable) = (one_form(&items)?, items.iter().any(|item| item.nullable));
            columns.push(QueryColumn {
                name: items[0].name.clone(),
                stored: outputs[0].stored.clone(),
                nullable,
                // Rows of several queries come from several tables.
                origin: None,
                fold: outputs[0].fold,
                weight: outputs.iter().map(Output::weight).max().unwrap_or(1),
            });
            for (list, output) in sqls.iter_mut().zip(outputs) {
                list.push(output.sql);
            }
        }
        let mut sql = String::new();
        for ((word, _), (part, outputs)) in branches.iter().zip(parts.iter().zip(&sqls)) {
            sql.push_str(word);
            sql.push_str(&part.sql(outputs));
        }
        if let Some(cut) = cut {
            let terms = cut
                .order
                .iter()
                .map(|term| {
                    let position = match (ordinal(&term.by, width)?, &term.by) {
                        (Some(position), _) => Some(position),
                        (None, Expr::Path(names)) if names.len() == 1 => {
                            let name = &names[0].value;
                            columns
                                .iter()
                                .position(|column| super::names::same(&column.name, name))
                        }
                        _ => None,
                    };
                    let column = position.and_then(|position| columns.get(position));
                    let column = column.ok_or_else(|| {
                        ExprError::unsupported("ORDER BY of a UNION by other than a column of its result")
                    })?;
                    Ok(directed(term, column.name.quoted()))
                })
                .collect::<Result<Vec<_>, ExprError>>()?;
            sql.push_str(&cut.sql(&terms));
        }
        // Any other word leaves no two rows alike.
        let distinct = branches.last().is_some_and(|(word, _)| *word != UNION_ALL);
        let rows = Rows {
            key: if distinct { all_of(&columns) } else { Vec::new() },
            distinct,
        };
        Ok(Translated { sql, columns, rows })
    }

    fn select<'f>(
        &self,
        select: &'f Select,
        (outer, common): (Option<&'f Frame<'f>>, &[Common<'f>]),
        cut: Option<&Cut<'f>>,
    ) -> Result<Branch, ExprError> {
        let mut frame = Frame {
            translator: self,
            outer,
            common,
            sources: Vec::new(),
            tied: Vec::new(),
            turned: Vec::new(),
            selected: RefCell::default(),
            bare: Cell::new(None),
            windows: Cell::new(false),
            aggregated: Cell::new(false),
        };
        let mut tail = frame.from(&select.from)?;
        let mut items = Vec::new();
        frame.windows.set(true);
        for selected in &select.items {
            frame.select(selected, &mut items)?;
        }
        frame.windows.set(false);
        self.place.set(select.behind);
        let selection = select.filter.as_ref();
        if let Some(filter) = selection {
            frame.tie(filter, None);
        }
        let mut conditions = selection
            .map(|expr| frame.without_aggregates("WHERE", || frame.condition(expr)))
            .transpose()?
            .into_iter()
            .collect::<Vec<_>>();
        let named = items
            .iter()
            .map(|item| (item.name.as_str().to_owned(), item.typed.clone()));
        frame.selected.replace(named.collect());
        let groups = frame.groups(select, &items)?;
        let having = select
            .having
            .as_ref()
            .map(|expr| frame.condition(expr))
            .transpose()?;
        let grouped = !groups.is_empty() || frame.aggregated.get();
        let having = match having {
            // Without groups it is a condition on rows.
            Some(condition) if !grouped => {
                conditions.push(condition);
                None
            }
            having => having,
        };
        if !conditions.is_empty() {
            tail.push_str(&format!(" WHERE {}", Sql::chain(" AND ", &conditions)?));
        }
        if !groups.is_empty() {
            tail.push_str(&format!(" GROUP BY {}", groups.join(",")));
        }
        if let Some(having) = having {
            tail.push_str(&format!(" HAVING {having}"));
        }
        if let Some(cut) = cut {
            let terms = frame.order(cut.order, &items)?;
            tail.push_str(&cut.sql(&terms));
        }
        let rows = frame.rows(select.distinct, grouped.then_some(&groups), &items);
        Ok(Branch {
            distinct: select.distinct,
            items,
            tail,
            rows,
        })
    }
}

impl Frame<'_> {
    fn select(&self, selected: &Selected, items: &mut Vec<Item>) -> Result<(), ExprError> {
        match selected {
            Selected::Expr {
                expr,
                alias,
                text,
                at,
            } => {
                self.translator.place.set(*at);
                let name = match (alias, expr) {
                    (Some(alias), _) => &alias.value,
                    (None, Expr::Path(names)) => names.last().map_or(text, |name| &name.value),
                    (None, _) => text,
                };
                items.push(self.item(expr, name)?);
            }
            Selected::Star => self.all(items),
            Selected::QualifiedStar(path) => {
                let name = path.last().map_or("", |name| name.value.as_str());
                let mut sources = self.sources.iter();
                let source = sources.find(|source| source.name.eq_ignore_ascii_case(name));
                let source =
                    source.ok_or_else(|| ExprError::syntax(format!("there is no table for '{name}.*'")))?;
                items.extend(source.columns.iter().map(|column| item(source, column)));
            }
        }
        Ok(())
    }

    fn item(&self, expr: &Expr, name: &str) -> Result<Item, ExprError> {
        let name = Ident::new(name.trim()).map_err(|error| {
            ExprError::unsupported(format!("the column '{name}' without an alias: {error}"))
        })?;
        if let Some(found) = self.column_of(expr)? {
            return Ok(Item {
                name,
                typed: found.typed,
                column: Some(found.stored),
                nullable: found.nullable,
                origin: found.origin,
            });
        }
        let counts = matches!(expr, Expr::Call(call) if call.name == "COUNT");
        let typed = self.typed(expr).map_err(|error| match error {
            ExprError::NotSupported { what } if !what.contains("(for the column") => {
                ExprError::unsupported(format!("{what} (for the column '{name}')"))
            }
            other => other,
        })?;
        Ok(Item {
            name,
            typed,
            column: None,
            nullable: !counts,
            origin: None,
        })
    }

    /// `*`: columns that joins took together come first, and once.
    fn all(&self, items: &mut Vec<Item>) {
        let joined: Vec<&Ident> = self.sources.iter().flat_map(|source| &source.joined).collect();
        let is_joined = |column: &QueryColumn| joined.iter().any(|name| name.same(&column.name));
        let mut order: Vec<usize> = (0..self.sources.len()).collect();
        for (start, middle, end) in &self.turned {
            order[*start..*end].rotate_left(middle - start);
        }
        let all = || {
            let sources = order.iter().map(|at| &self.sources[*at]);
            sources.flat_map(|source| source.columns.iter().map(move |column| (source, column)))
        };
        let mut taken: Vec<&Ident> = Vec::new();
        for (source, column) in all().filter(|(_, column)| is_joined(column)) {
            if !taken.iter().any(|name| name.same(&column.name)) {
                taken.push(&column.name);
                items.push(item(source, column));
            }
        }
        items.extend(
            all()
                .filter(|(_, column)| !is_joined(column))
                .map(|(source, column)| item(source, column)),
        );
    }

    fn groups(&self, select: &Select, items: &[Item]) -> Result<Vec<String>, ExprError> {
        self.without_aggregates("GROUP BY", || {
            select
                .group
                .iter()
                .map(|expr| self.compared(expr, items))
                .collect()
        })
    }

    fn order(&self, terms: &[Sort], items: &[Item]) -> Result<Vec<String>, ExprError> {
        terms
            .iter()
            .map(|term| {
                // A selected name comes before a column of that name.
                let selected = match &term.by {
                    Expr::Path(names) if names.len() == 1 => items
                        .iter()
                        .find(|item| super::names::same(&item.name, &names[0].value)),
                    _ => None,
                };
                let sql = match selected {
                    Some(item) => item.output()?.sql.text,
                    None => self.compared(&term.by, items)?,
                };
                Ok(directed(term, sql))
            })
            .collect()
    }

    /// The SQL of an expression, or of a selected one by its number, under its collation.
    fn compared(&self, expr: &Expr, items: &[Item]) -> Result<String, ExprError> {
        if let Some(position) = ordinal(expr, items.len())? {
            return Ok(items[position].output()?.sql.text);
        }
        if let Some(found) = self.column_of(expr)? {
            return Ok(found.typed.sql.text);
        }
        Ok(output(&self.typed(expr)?)?.sql.text)
    }
}

fn item(source: &Source, column: &QueryColumn) -> Item {
    let found = source.column(column);
    Item {
        name: column.name.clone(),
        typed: found.typed,
        column: Some(found.stored),
        nullable: found.nullable,
        origin: found.origin,
    }
}

fn columns(items: &[Item], outputs: &[Output]) -> Vec<QueryColumn> {
    items
        .iter()
        .zip(outputs)
        .map(|(item, output)| QueryColumn {
            name: item.name.clone(),
            stored: output.stored.clone(),
            nullable: item.nullable,
            origin: item.origin.clone(),
            fold: output.fold,
            weight: if item.column.is_some() { 1 } else { output.weight() },
        })
        .collect()
}

/// The same column of several queries in one stored form.
fn one_form(items: &[&Item]) -> Result<Vec<Output>, ExprError> {
    let first = items[0].column.as_ref();
    if first.is_some() && items.iter().all(|item| item.column.as_ref() == first) {
        return items.iter().map(|item| item.output()).collect();
    }
    let values: Vec<Typed> = items.iter().map(|item| item.typed.clone()).collect();
    let unified = unify(&values).map_err(|error| items[0].named(error))?;
    let mut outputs = unified
        .parts
        .into_iter()
        .map(|sql| output(&Typed::new(sql, unified.kind.clone())).map_err(|error| items[0].named(error)))
        .collect::<Result<Vec<_>, _>>()?;
    // The first decides the type of all.
    let (stored, fold) = (outputs[0].stored.clone(), outputs[0].fold);
    debug_assert!(kind_of(&stored, collation(fold)).name() == unified.kind.name() || fold == outputs[0].fold);
    for other in &mut outputs {
        other.stored = stored.clone();
    }
    Ok(outputs)
}
