//! Functions, and what has the form of one.

use super::ExprError;
use super::parse::{Read, Reader};
use super::syntax::{Node, TrimSide, Unit};
use crate::grammar::ast::{self, Arguments, Call, Expr};

impl<'a> Reader<'a> {
    pub(super) fn trim(self, side: ast::TrimSide, what: Option<&Expr>, from: &Expr) -> Read<'a> {
        let side = match side {
            ast::TrimSide::Leading => TrimSide::Left,
            ast::TrimSide::Trailing => TrimSide::Right,
            ast::TrimSide::Both => TrimSide::Both,
        };
        let character = match what.map(|what| self.read(what)).transpose()? {
            None => ' ',
            Some(Node::String(text)) if text.chars().count() == 1 => text.chars().next().unwrap_or(' '),
            Some(_) => return Err(ExprError::unsupported("TRIM of more than one character")),
        };
        Ok(Node::Trim(self.boxed(from)?, character, side))
    }

    pub(super) fn function(self, call: &Call) -> Read<'a> {
        let name = &call.name;
        let arguments = match &call.arguments {
            Arguments::List(arguments)
                if !call.distinct && call.order.is_empty() && call.separator.is_none() =>
            {
                arguments.as_slice()
            }
            _ => return Err(ExprError::unsupported(format!("{name} as it is written there"))),
        };
        match (name.as_str(), arguments) {
            ("DATE_ADD" | "ADDDATE", [start, Expr::Interval(count, unit)]) => {
                self.later(self.read(start)?, (count, unit), false)
            }
            ("DATE_SUB" | "SUBDATE", [start, Expr::Interval(count, unit)]) => {
                self.later(self.read(start)?, (count, unit), true)
            }
            ("TIMESTAMPDIFF", [Expr::Path(unit), from, to]) => {
                let unit = unit.last().map_or("", |unit| &unit.value).to_ascii_uppercase();
                let unit = unit.strip_prefix("SQL_TSI_").unwrap_or(&unit);
                let arguments = vec![self.read(from)?, self.read(to)?];
                Ok(Node::Call(format!("TIMESTAMPDIFF {unit}"), arguments))
            }
            ("ADDDATE" | "SUBDATE", [start, days]) => {
                self.later(self.read(start)?, (days, "DAY"), name == "SUBDATE")
            }
            ("CEILING", [value]) => Ok(Node::Call("CEIL".to_owned(), vec![self.read(value)?])),
            ("CHAR" | "RAND" | "REGEXP_LIKE", _) => {
                Err(ExprError::unsupported(format!("the function {name}")))
            }
            _ => Ok(Node::Call(name.clone(), self.list(arguments)?)),
        }
    }

    pub(super) fn later(self, start: Node<'a>, (count, unit): (&Expr, &str), back: bool) -> Read<'a> {
        let amount = match self.read(count)? {
            Node::Number(text) | Node::String(text) => text.trim().parse::<i64>().ok(),
            Node::Negate(inner) => match *inner {
                Node::Number(text) => text.parse::<i64>().ok().map(|amount| -amount),
                _ => None,
            },
            _ => None,
        };
        let unit = match unit {
            "SECOND" => Some((1, Unit::Second)),
            "MINUTE" => Some((1, Unit::Minute)),
            "HOUR" => Some((1, Unit::Hour)),
            "DAY" => Some((1, Unit::Day)),
            "WEEK" => Some((7, Unit::Day)),
            "MONTH" => Some((1, Unit::Month)),
            "QUARTER" => Some((3, Unit::Month)),
            "YEAR" => Some((12, Unit::Month)),
            _ => None,
        };
        let (Some(amount), Some((times, unit))) = (amount, unit) else {
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
