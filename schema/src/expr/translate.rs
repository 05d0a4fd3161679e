//! From the tree to SQL with types.

use super::compare::compare;
use super::exact::{self, Exact};
use super::number::Number;
use super::real;
use super::syntax::{Arithmetic, Comparison, Logic, Node, TrimSide};
use super::typed::{Collation, Kind, Rank, Sql, Typed, text_sql};
use super::unify::unify;
use super::{ExprError, cast, text, time};
use crate::Table;

/// What an expression may use where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) table: &'a Table,
    /// Why it may not use the clock or chance; nothing where it may.
    pub(super) fixed: Option<&'static str>,
    /// Whether its result becomes a REAL.
    pub(super) into_real: bool,
    /// Whether it changes a row that is in the way of another, which `VALUES(column)` reads.
    pub(super) changes: bool,
}

impl Scope<'_> {
    /// Refuses what gives another value each time.
    pub(super) fn varying(&self, name: &str) -> Result<(), ExprError> {
        match self.fixed {
            Some(place) => Err(ExprError::unsupported(format!(
                "{name} in {place}, whose value must not change by itself"
            ))),
            None => Ok(()),
        }
    }

    pub(super) fn value(&self, node: &Node) -> Result<Typed, ExprError> {
        match node {
            Node::Column(column) => Ok(Typed::column(self.table, column)),
            Node::Ready(typed) => Ok(typed.as_ref().clone()),
            Node::Null => Ok(Typed::null()),
            Node::Flag(flag) => Ok(Typed::truth(Sql::atom(if *flag { "1" } else { "0" }))),
            Node::Number(digits) => number(digits),
            Node::String(text) => Ok(Typed::literal(Kind::String(text.clone()))),
            Node::Hex(bytes) => Ok(Typed::literal(Kind::Hex(bytes.clone()))),
            Node::Negate(inner) => self.negated(inner),
            Node::Arithmetic(op, left, right) => self.arithmetic(*op, left, right),
            Node::Case(branches, otherwise) => self.case(branches, otherwise),
            Node::Call(name, arguments) if self.changes && matches!(name.as_str(), "VALUES" | "VALUE") => {
                match arguments.as_slice() {
                    [Node::Column(column)] => Ok(Typed::inserted(self.table, column)),
                    _ => Err(ExprError::syntax("VALUES takes one column".to_owned())),
                }
            }
            Node::Call(name, arguments) => super::call::call(self, name, arguments),
            Node::Cast(inner, to) => cast::cast(&self.value(inner)?, *to),
            Node::Collate(inner, name) => self.collated(inner, name),
            Node::Later(inner, amount, unit) => time::later(&self.value(inner)?, *amount, *unit),
            Node::Trim(inner, character, side) => self.trimmed(inner, *character, *side),
            _ => self.condition_of(node).map(Typed::truth),
        }
    }

    pub(super) fn values(&self, nodes: &[Node]) -> Result<Vec<Typed>, ExprError> {
        nodes.iter().map(|node| self.value(node)).collect()
    }

    /// The node as a condition: 1, 0 or NULL.
    pub(super) fn condition(&self, node: &Node) -> Result<Sql, ExprError> {
        truth(&self.value(node)?)
    }

    fn condition_of(&self, node: &Node) -> Result<Sql, ExprError> {
        match node {
            Node::Not(inner) => {
                let inner = self.condition(inner)?;
                Sql::over(1, &[&inner], format!("(NOT {inner})"))
            }
            Node::Compare(op, left, right) => compare(*op, &self.value(left)?, &self.value(right)?),
            Node::Logic(logic, parts) => {
                let parts = parts
                    .iter()
                    .map(|part| self.condition(part))
                    .collect::<Result<Vec<_>, _>>()?;
                Sql::chain(
                    match logic {
                        Logic::And => " AND ",
                        Logic::Or => " OR ",
                        Logic::Xor => "<>",
                    },
                    &parts,
                )
            }
            Node::Between(parts) => {
                let [value, low, high] = parts.as_ref();
                let value = self.value(value)?;
                let low = compare(Comparison::GreaterOrEqual, &value, &self.value(low)?)?;
                let high = compare(Comparison::LessOrEqual, &value, &self.value(high)?)?;
                Sql::chain(" AND ", &[low, high])
            }
            Node::In(value, list) => {
                let value = self.value(value)?;
                let equalities = list
                    .iter()
                    .map(|item| compare(Comparison::Equal, &value, &self.value(item)?))
                    .collect::<Result<Vec<_>, _>>()?;
                Sql::chain(" OR ", &equalities)
            }
            Node::Like {
                value,
                pattern,
                escape,
            } => text::like(&self.value(value)?, pattern, *escape),
            Node::IsNull(inner) => {
                let value = self.value(inner)?;
                if value.is_literal_value() {
                    return Ok(Sql::atom("0"));
                }
                Sql::over(1, &[&value.sql], format!("({} IS NULL)", value.sql))
            }
            Node::IsTruth(inner, wanted) => {
                let inner = self.condition(inner)?;
                Sql::over(1, &[&inner], format!("({inner} IS {})", u8::from(*wanted)))
            }
            _ => Err(ExprError::unsupported("that as a condition")),
        }
    }

    fn negated(&self, inner: &Node) -> Result<Typed, ExprError> {
        let value = self.value(inner)?;
        match value.kind {
            Kind::Number(number) => Ok(Typed::literal(Kind::Number(number.negated()))),
            Kind::Real => {
                let text = format!("(-{})", value.sql);
                Ok(Typed::new(Sql::over(1, &[&value.sql], text)?, Kind::Real))
            }
            _ => Ok(Exact::need(&value, "the negative")?.negated()?.typed()),
        }
    }

    fn arithmetic(&self, op: Arithmetic, left: &Node, right: &Node) -> Result<Typed, ExprError> {
        let (left, right) = (self.value(left)?, self.value(right)?);
        if real::either_real(&left, &right) || (op == Arithmetic::Divide && self.into_real) {
            return real::arithmetic(op, &left, &right);
        }
        let (left, right) = (Exact::need(&left, "a sum")?, Exact::need(&right, "a sum")?);
        Ok(exact::arithmetic(op, left, right)?.typed())
    }

    /// A quotient rounded to a scale, which is exact; nothing where the node is no quotient of exact numbers.
    pub(super) fn rounded_quotient(&self, node: &Node, scale: u8) -> Result<Option<Exact>, ExprError> {
        let Node::Arithmetic(Arithmetic::Divide, left, right) = node else {
            return Ok(None);
        };
        let (left, right) = (self.value(left)?, self.value(right)?);
        if real::either_real(&left, &right) {
            return Ok(None);
        }
        let (left, right) = (
            Exact::need(&left, "a quotient")?,
            Exact::need(&right, "a quotient")?,
        );
        // MySQL's quotient has no more digits to round.
        if scale > left.range.scale + 4 {
            return Err(ExprError::unsupported(
                "a quotient with more than four digits beyond its dividend's",
            ));
        }
        exact::quotient(left, right, scale).map(Some)
    }

    fn case(&self, branches: &[(Node, Node)], otherwise: &Node) -> Result<Typed, ExprError> {
        let conditions = branches
            .iter()
            .map(|(condition, _)| self.condition(condition))
            .collect::<Result<Vec<_>, _>>()?;
        let mut results = branches
            .iter()
            .map(|(_, result)| self.value(result))
            .collect::<Result<Vec<_>, _>>()?;
        results.push(self.value(otherwise)?);
        let unified = unify(&results)?;
        let mut text = String::from("(CASE");
        for (condition, result) in conditions.iter().zip(&unified.parts) {
            text.push_str(&format!(" WHEN {condition} THEN {result}"));
        }
        if let Some(last) = unified.parts.last() {
            text.push_str(&format!(" ELSE {last} END)"));
        }
        let inner: Vec<&Sql> = conditions.iter().chain(&unified.parts).collect();
        Ok(Typed::new(Sql::over(1, &inner, text)?, unified.kind))
    }

    fn collated(&self, inner: &Node, name: &str) -> Result<Typed, ExprError> {
        let (sql, _) = text::text(&self.value(inner)?)?;
        let name = name.to_ascii_lowercase();
        let binary = name == "binary" || name.ends_with("_bin") || name.ends_with("_cs");
        let collation = Collation {
            fold: !binary,
            rank: Rank::Explicit,
        };
        Ok(Typed::new(sql, Kind::Text(collation)))
    }

    fn trimmed(&self, inner: &Node, character: char, side: TrimSide) -> Result<Typed, ExprError> {
        let name = match side {
            TrimSide::Both => "trim",
            TrimSide::Left => "ltrim",
            TrimSide::Right => "rtrim",
        };
        let character = text_sql(&character.to_string());
        text::mapped(&self.value(inner)?, 1, |sql| format!("{name}({sql},{character})"))
    }
}

/// A literal with an exponent is a DOUBLE, others are exact.
fn number(digits: &str) -> Result<Typed, ExprError> {
    if let Some(number) = Number::parse(digits) {
        return Ok(Typed::literal(Kind::Number(number)));
    }
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(Typed::new(Sql::atom(format!("({number:e})")), Kind::Real)),
        _ => Err(ExprError::syntax(format!("'{digits}' is no number"))),
    }
}

/// A value as a condition, as MySQL takes it: 1 where it is not zero.
pub(super) fn truth(value: &Typed) -> Result<Sql, ExprError> {
    let sql = &value.sql;
    match &value.kind {
        Kind::Null => Ok(sql.clone()),
        Kind::Number(number) => Ok(Sql::atom(if number.is_zero() { "0" } else { "1" })),
        Kind::Exact(range) if range.scale == 0 && range.low >= 0 && range.high <= 1 => Ok(sql.clone()),
        Kind::Exact(_)
        | Kind::Bits { .. }
        | Kind::Year
        | Kind::Real
        | Kind::Time { .. }
        | Kind::Set { .. } => Sql::over(1, &[sql], format!("({sql}<>0)")),
        other => Err(ExprError::unsupported(format!(
            "{} as a condition; compare it with a value",
            other.name()
        ))),
    }
}
