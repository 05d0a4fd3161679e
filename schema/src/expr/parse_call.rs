//! Functions, and what MySQL writes as one and the parser reads as syntax of its own.

use sqlparser::ast::{
    self, DateTimeField, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArguments, TrimWhereField,
};

use super::parse::{Read, Reader, not};
use super::parse_literal::{cast_type, literal};
use super::syntax::{CastTo, Node, TrimSide, Unit};
use super::{ExprError, tokens};

impl<'a> Reader<'a> {
    /// What MySQL writes as a function and the parser reads as syntax of its own.
    pub(super) fn special(self, expr: &Expr) -> Read<'a> {
        let call = |name: &str, arguments: Vec<Node<'a>>| Ok(Node::Call(name.to_owned(), arguments));
        match expr {
            Expr::Cast { expr, data_type, .. } => {
                Ok(Node::Cast(Box::new(self.whole(expr)?), cast_type(data_type)?))
            }
            Expr::Convert {
                expr,
                data_type: Some(data_type),
                ..
            } => Ok(Node::Cast(Box::new(self.whole(expr)?), cast_type(data_type)?)),
            Expr::Convert {
                expr,
                charset: Some(charset),
                ..
            } if charset.to_string().to_ascii_lowercase().starts_with("utf8") => {
                Ok(Node::Cast(Box::new(self.whole(expr)?), CastTo::Char(None)))
            }
            Expr::Collate { expr, collation } => Ok(Node::Collate(
                self.boxed(expr)?,
                collation.to_string().trim_matches('`').to_owned(),
            )),
            Expr::Ceil { expr, .. } => call("CEIL", vec![self.whole(expr)?]),
            Expr::Floor { expr, .. } => call("FLOOR", vec![self.whole(expr)?]),
            Expr::Extract { field, expr, .. } => {
                call(&field.to_string().to_ascii_uppercase(), vec![self.whole(expr)?])
            }
            Expr::Substring {
                expr,
                substring_from: Some(from),
                substring_for,
                ..
            } => {
                let mut arguments = vec![self.whole(expr)?, self.whole(from)?];
                if let Some(length) = substring_for {
                    arguments.push(self.whole(length)?);
                }
                call("SUBSTRING", arguments)
            }
            Expr::Trim {
                trim_where,
                trim_what,
                expr,
                trim_characters: None,
            } => self.trim(trim_where.as_ref(), trim_what.as_deref(), expr),
            Expr::TypedString(typed) => match literal(&typed.value.value)? {
                Node::String(text) => Ok(Node::Cast(
                    Box::new(Node::String(text)),
                    cast_type(&typed.data_type)?,
                )),
                _ => Err(unsupported(expr)),
            },
            Expr::Subquery(_) | Expr::Exists { .. } | Expr::In { .. } => {
                Err(ExprError::unsupported("subqueries"))
            }
            Expr::RLike { .. } => Err(ExprError::unsupported("REGEXP")),
            Expr::Interval(_) => Err(ExprError::unsupported(
                "INTERVAL except after + or - and in DATE_ADD",
            )),
            other => Err(unsupported(other)),
        }
    }

    fn trim(self, side: Option<&TrimWhereField>, what: Option<&Expr>, expr: &Expr) -> Read<'a> {
        let side = match side {
            Some(TrimWhereField::Leading) => TrimSide::Left,
            Some(TrimWhereField::Trailing) => TrimSide::Right,
            _ => TrimSide::Both,
        };
        let character = match what.map(|what| self.read(what)).transpose()? {
            None => ' ',
            Some(Node::String(text)) if text.chars().count() == 1 => text.chars().next().unwrap_or(' '),
            Some(_) => return Err(ExprError::unsupported("TRIM of more than one character")),
        };
        Ok(Node::Trim(Box::new(self.whole(expr)?), character, side))
    }

    pub(super) fn function(self, function: &Function) -> Read<'a> {
        let name = function.name.to_string().replace('`', "").to_ascii_uppercase();
        let plain = function.over.is_none() && function.filter.is_none() && function.within_group.is_empty();
        let arguments: &[FunctionArg] = match &function.args {
            FunctionArguments::None => &[],
            FunctionArguments::List(list)
                if list.duplicate_treatment.is_none() && list.clauses.is_empty() =>
            {
                &list.args
            }
            FunctionArguments::List(_) => return Err(ExprError::unsupported(format!("{name} with clauses"))),
            FunctionArguments::Subquery(_) => return Err(ExprError::unsupported("subqueries")),
        };
        if !plain || name.contains('.') {
            return Err(ExprError::unsupported(format!("{name} as it is written there")));
        }
        let exprs = arguments
            .iter()
            .map(|argument| match argument {
                FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Ok(expr),
                _ => Err(ExprError::unsupported(format!("{name} as it is written there"))),
            })
            .collect::<Result<Vec<&Expr>, _>>()?;
        match (name.as_str(), exprs.as_slice()) {
            (tokens::NOT, [inner]) => Ok(not(self.whole(inner)?)),
            ("DATE_ADD" | "ADDDATE", [start, Expr::Interval(interval)]) => {
                self.later(self.whole(start)?, interval, false)
            }
            ("DATE_SUB" | "SUBDATE", [start, Expr::Interval(interval)]) => {
                self.later(self.whole(start)?, interval, true)
            }
            ("CHAR" | "RAND" | "REGEXP_LIKE", _) => {
                Err(ExprError::unsupported(format!("the function {name}")))
            }
            _ => {
                let arguments = exprs
                    .iter()
                    .map(|expr| self.whole(expr))
                    .collect::<Result<Vec<_>, _>>()?;
                Ok(Node::Call(name, arguments))
            }
        }
    }

    pub(super) fn later(self, start: Node<'a>, interval: &ast::Interval, back: bool) -> Read<'a> {
        let amount = match self.read(&interval.value)? {
            Node::Number(text) | Node::String(text) => text.trim().parse::<i64>().ok(),
            Node::Negate(inner) => match *inner {
                Node::Number(text) => text.parse::<i64>().ok().map(|amount| -amount),
                _ => None,
            },
            _ => None,
        };
        let unit = match &interval.leading_field {
            Some(DateTimeField::Second) => Some((1, Unit::Second)),
            Some(DateTimeField::Minute) => Some((1, Unit::Minute)),
            Some(DateTimeField::Hour) => Some((1, Unit::Hour)),
            Some(DateTimeField::Day) => Some((1, Unit::Day)),
            Some(DateTimeField::Week(None)) => Some((7, Unit::Day)),
            Some(DateTimeField::Month) => Some((1, Unit::Month)),
            Some(DateTimeField::Quarter) => Some((3, Unit::Month)),
            Some(DateTimeField::Year) => Some((12, Unit::Month)),
            _ => None,
        };
        let (Some(amount), Some((times, unit)), None) = (amount, unit, &interval.last_field) else {
            return Err(ExprError::unsupported(
                "INTERVAL of other than a constant count of SECOND to YEAR",
            ));
        };
        let amount = amount
            .checked_mul(times)
            .filter(|amount| amount.unsigned_abs() < 1 << 40)
            .ok_or_else(|| ExprError::unsupported("so long an INTERVAL"))?;
        Ok(Node::Later(
            Box::new(start),
            if back { -amount } else { amount },
            unit,
        ))
    }
}

fn unsupported(expr: &Expr) -> ExprError {
    let shown: String = expr.to_string().chars().take(60).collect();
    ExprError::unsupported(format!("'{shown}'"))
}
