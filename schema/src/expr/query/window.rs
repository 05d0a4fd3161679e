//! Functions of the rows around each row.

use super::super::ExprError;
use super::super::typed::{Kind, Sql, Typed, kind_of};
use super::super::unify::unify;
use super::names::Frame;
use super::output::collation;
use crate::grammar::ast::{Arguments, Call, Expr, Window};
use crate::stored::Stored;
use crate::stored::aggregate::{Aggregate, Function as Kinds};

impl Frame<'_> {
    /// The value of a window function.
    pub(super) fn window(&self, call: &Call, window: &Window) -> Result<Typed, ExprError> {
        if !self.windows.get() || self.bare.get().is_some() {
            return Err(ExprError::unsupported(
                "window functions but for what is selected; select it in a query within",
            ));
        }
        // None stands in another.
        self.windows.set(false);
        let typed = self.without_aggregates("a window function; take the groups in a query within", || {
            self.over(call, window)
        });
        self.windows.set(true);
        typed
    }

    fn over(&self, call: &Call, window: &Window) -> Result<Typed, ExprError> {
        if call.distinct || !call.order.is_empty() || call.separator.is_some() {
            return Err(ExprError::unsupported(format!(
                "{} of DISTINCT or ordered values OVER rows",
                call.name
            )));
        }
        let (over, depth) = self.rows_of(window)?;
        let exprs: &[Expr] = match &call.arguments {
            Arguments::Star => &[],
            Arguments::List(exprs) => exprs,
        };
        let whole = |sql: String| {
            let sql = Sql::over(2, &[&depth], format!("({sql} {over})"))?;
            Ok(Typed::whole(sql, 0, i128::from(i64::MAX)))
        };
        match (call.name.as_str(), exprs) {
            ("ROW_NUMBER" | "RANK" | "DENSE_RANK", []) => {
                whole(format!("{}()", call.name.to_ascii_lowercase()))
            }
            ("NTILE", [Expr::Number(parts)]) => whole(format!("ntile({})", whole_number(parts)?)),
            ("COUNT", []) if call.arguments == Arguments::Star => whole("count(*)".to_owned()),
            ("COUNT", [value]) => whole(format!("count({})", self.argument(value)?.sql)),
            ("FIRST_VALUE" | "LAST_VALUE" | "LAG" | "LEAD", [value]) => {
                self.another(call, value, "", (&over, &depth))
            }
            ("PERCENT_RANK" | "CUME_DIST", []) => {
                let text = format!("({}() {over})", call.name.to_ascii_lowercase());
                Ok(Typed::new(Sql::over(2, &[&depth], text)?, Kind::Real))
            }
            ("LAG" | "LEAD", [value, Expr::Number(rows), default]) => {
                let unified = unify(&[self.typed(value)?, self.typed(default)?])?;
                let rows = whole_number(rows)?;
                let name = call.name.to_ascii_lowercase();
                let (value, default) = (&unified.parts[0], &unified.parts[1]);
                let text = format!("({name}({value},{rows},{default}) {over})");
                Ok(Typed::new(
                    Sql::over(3, &[value, default, &depth], text)?,
                    unified.kind,
                ))
            }
            ("LAG" | "LEAD" | "NTH_VALUE", [value, Expr::Number(rows)]) => {
                let rows = format!(",{}", whole_number(rows)?);
                self.another(call, value, &rows, (&over, &depth))
            }
            ("SUM" | "AVG" | "MIN" | "MAX", [value]) => {
                self.aggregated_over(call, value, window, (&over, &depth))
            }
            (name, _) => Err(ExprError::unsupported(format!(
                "{name} with these arguments OVER rows"
            ))),
        }
    }

    /// The value of another row.
    fn another(
        &self,
        call: &Call,
        value: &Expr,
        more: &str,
        (over, depth): (&str, &Sql),
    ) -> Result<Typed, ExprError> {
        let value = self.argument(value)?;
        let name = call.name.to_ascii_lowercase();
        let text = format!("({name}({}{more}) {over})", value.sql);
        let kind = kind_of(&value.stored, collation(value.fold));
        Ok(Typed::new(Sql::over(3, &[&value.sql, depth], text)?, kind))
    }

    fn aggregated_over(
        &self,
        call: &Call,
        value: &Expr,
        window: &Window,
        (over, depth): (&str, &Sql),
    ) -> Result<Typed, ExprError> {
        let name = &call.name;
        let value = self.argument(value)?;
        if matches!(value.stored, Stored::Enum(_) | Stored::Set(_)) {
            return Err(ExprError::unsupported(format!(
                "{name} of ENUM and SET, which MySQL takes for texts; CAST them AS CHAR"
            )));
        }
        let of = match name.as_str() {
            "SUM" => Kinds::Sum,
            "AVG" => Kinds::Avg,
            "MIN" => Kinds::Min,
            _ => Kinds::Max,
        };
        if window.frame.is_some()
            && matches!(value.stored, Stored::Real { .. })
            && matches!(of, Kinds::Sum | Kinds::Avg)
        {
            return Err(ExprError::unsupported(format!(
                "{name} of FLOAT and DOUBLE over ROWS or RANGE, whose sums are not exact"
            )));
        }
        let summed = matches!(of, Kinds::Sum | Kinds::Avg);
        let stored = if summed {
            narrow(of, &value.stored)
        } else {
            Some(value.stored.clone())
        };
        let aggregate = stored
            .and_then(|stored| Aggregate::of(of, &stored))
            .ok_or_else(|| {
                ExprError::unsupported(format!(
                    "{name} OVER rows of values of that type; take it of a GROUP BY in a query within"
                ))
            })?;
        let pieces: Vec<String> = aggregate
            .pieces(&value.sql.text)
            .into_iter()
            .map(|piece| format!("({piece} {over})"))
            .collect();
        let text = format!("({})", aggregate.sql(&pieces));
        let kind: Kind = kind_of(aggregate.stored(), collation(value.fold));
        Ok(Typed::new(Sql::over(14, &[&value.sql, depth], text)?, kind))
    }

    /// What stands behind a function, from OVER on, and SQL that is as deep.
    fn rows_of(&self, window: &Window) -> Result<(String, Sql), ExprError> {
        let mut parts = Vec::new();
        let mut inner = Vec::new();
        if !window.partition.is_empty() {
            let by = window.partition.iter().map(|expr| self.argument(expr));
            let by: Vec<Sql> = by.map(|value| Ok(value?.sql)).collect::<Result<_, ExprError>>()?;
            let texts: Vec<&str> = by.iter().map(|sql| sql.text.as_str()).collect();
            parts.push(format!("PARTITION BY {}", texts.join(",")));
            inner.extend(by);
        }
        if !window.order.is_empty() {
            let mut terms = Vec::with_capacity(window.order.len());
            for term in &window.order {
                let by = self.argument(&term.by)?.sql;
                terms.push(if term.descending {
                    format!("{by} DESC")
                } else {
                    by.text.clone()
                });
                inner.push(by);
            }
            parts.push(format!("ORDER BY {}", terms.join(",")));
        }
        parts.extend(window.frame.clone());
        let over = format!("OVER ({})", parts.join(" "));
        let inner: Vec<&Sql> = inner.iter().collect();
        let depth = Sql::over(1, &inner, over.clone())?;
        Ok((over, depth))
    }
}

/// A form whose sums are one INTEGER: there is no room for limbs, which are put together in a subquery where no window is. A
/// sum beyond 64 bits is an error when it is read.
fn narrow(of: Kinds, stored: &Stored) -> Option<Stored> {
    /// What an average has more digits than its column.
    const AVERAGE: u8 = 4;
    let scaled = |scale| Stored::Scaled {
        precision: 9,
        scale,
        unsigned: false,
    };
    match stored {
        Stored::Scaled { precision, scale, .. } if of == Kinds::Sum || precision + AVERAGE <= 18 => {
            Some(scaled(*scale))
        }
        Stored::Int { min, max } if *min < i64::from(i32::MIN) || *max > i64::from(u32::MAX) => {
            (of == Kinds::Sum).then(|| scaled(0))
        }
        Stored::PlainUnsigned => (of == Kinds::Sum).then(|| scaled(0)),
        Stored::Scaled { .. }
        | Stored::Sortable { .. }
        | Stored::BiasedUnsigned
        | Stored::Bits { width: 33.. } => None,
        other => Some(other.clone()),
    }
}

fn whole_number(digits: &str) -> Result<u64, ExprError> {
    digits
        .parse()
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| ExprError::unsupported("a number of rows that is not a whole one from 1"))
}
