//! Aggregates of a query's rows.

use super::super::typed::{Kind, Sql, Typed, kind_of, text_sql};
use super::super::{ExprError, text};
use super::names::Frame;
use super::output::{Output, collation, output};
use crate::grammar::ast::{Arguments, Call, Expr};
use crate::stored::Stored;
use crate::stored::aggregate::{Aggregate, Function as Kinds};

impl Frame<'_> {
    /// The value of an aggregate; nothing where the function is none.
    pub(super) fn aggregate(&self, call: &Call) -> Result<Option<Typed>, ExprError> {
        let name = &call.name;
        let of = match name.as_str() {
            "COUNT" => Some(Kinds::Count),
            "SUM" => Some(Kinds::Sum),
            "AVG" => Some(Kinds::Avg),
            "MIN" => Some(Kinds::Min),
            "MAX" => Some(Kinds::Max),
            "GROUP_CONCAT" | "ANY_VALUE" => None,
            _ => return Ok(None),
        };
        let exprs: &[Expr] = match &call.arguments {
            Arguments::Star => &[],
            Arguments::List(exprs) => exprs,
        };
        if name == "ANY_VALUE" {
            return match exprs {
                [expr] => self.typed(expr).map(Some),
                _ => Err(ExprError::syntax("ANY_VALUE takes one argument")),
            };
        }
        if let Some(place) = self.bare.get() {
            return Err(ExprError::unsupported(format!("{name} in {place}")));
        }
        self.aggregated.set(true);
        self.without_aggregates("another aggregate", || match of {
            Some(of) => self.computed(call, of, exprs),
            None => self.concatenated(call, exprs),
        })
        .map(Some)
    }

    fn computed(&self, call: &Call, of: Kinds, exprs: &[Expr]) -> Result<Typed, ExprError> {
        let count = |sql: Sql| Typed::whole(sql, 0, i128::from(i64::MAX));
        let name = &call.name;
        let expr = match exprs {
            [] if call.arguments == Arguments::Star && of == Kinds::Count => {
                return Ok(count(Sql::atom("count(*)")));
            }
            [expr] => expr,
            _ => return Err(ExprError::unsupported(format!("{name} of several values"))),
        };
        let value = self.argument(expr)?;
        let (sql, fold) = (&value.sql, collation(value.fold));
        if of == Kinds::Count {
            let distinct = if call.distinct { "DISTINCT " } else { "" };
            return Ok(count(Sql::over(1, &[sql], format!("count({distinct}{sql})"))?));
        }
        if matches!(value.stored, Stored::Enum(_) | Stored::Set(_)) {
            return Err(ExprError::unsupported(format!(
                "{name} of ENUM and SET, which MySQL takes for texts; CAST them AS CHAR"
            )));
        }
        let aggregate = Aggregate::of(of, &value.stored)
            .ok_or_else(|| ExprError::unsupported(format!("{name} of values of that type")))?;
        let value = match of {
            // The least and the greatest are the same of different values.
            Kinds::Sum | Kinds::Avg if call.distinct => aggregate.distinct_sql(&sql.text),
            _ => aggregate.sql(&aggregate.pieces(&sql.text)),
        };
        let text = format!("({value})");
        let kind = kind_of(aggregate.stored(), fold);
        Ok(Typed::new(Sql::over(12, &[sql], text)?, kind))
    }

    pub(super) fn argument(&self, expr: &Expr) -> Result<Output, ExprError> {
        match self.column_of(expr)? {
            Some(found) => Ok(Output {
                sql: found.typed.sql,
                stored: found.stored,
                fold: match found.typed.kind {
                    Kind::Text(collation) => collation.fold,
                    _ => true,
                },
            }),
            None => output(&self.typed(expr)?),
        }
    }

    fn concatenated(&self, call: &Call, exprs: &[Expr]) -> Result<Typed, ExprError> {
        let values = exprs
            .iter()
            .map(|expr| self.typed(expr))
            .collect::<Result<Vec<_>, _>>()?;
        let whole = match values.as_slice() {
            [] => return Err(ExprError::syntax("GROUP_CONCAT takes a value")),
            [only] => only.clone(),
            _ => text::concat(&values)?,
        };
        let (sql, collation) = text::text(&whole)?;
        let mut order = Vec::with_capacity(call.order.len());
        for term in &call.order {
            if let Expr::Number(_) = term.by {
                return Err(ExprError::unsupported("GROUP_CONCAT ordered by a number"));
            }
            let by = self.argument(&term.by)?.sql.text;
            order.push(if term.descending { format!("{by} DESC") } else { by });
        }
        let order = if order.is_empty() {
            String::new()
        } else {
            format!(" ORDER BY {}", order.join(","))
        };
        let separator = text_sql(call.separator.as_deref().unwrap_or(","));
        let text = if call.distinct {
            // SQLite takes DISTINCT with one argument only, so the texts are gathered first and joined then.
            let collated = format!("{sql} COLLATE {}", collation.name());
            format!(
                "(SELECT group_concat(value,{separator}) FROM \
                 json_each(json_group_array(DISTINCT {collated}{order}) FILTER (WHERE {sql} IS NOT NULL)))"
            )
        } else {
            format!("group_concat({sql},{separator}{order})")
        };
        Ok(Typed::new(Sql::over(5, &[&sql], text)?, Kind::Text(collation)))
    }
}
