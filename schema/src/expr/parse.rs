//! From the parser's tree to ours; what has no exact meaning here is refused by its name.

use sqlparser::ast::{self, BinaryOperator, Expr, UnaryOperator};

use super::parse_literal::literal;
use super::syntax::{Arithmetic, Comparison, Logic, Node};
use super::{ExprError, tokens};
use crate::{Ident, Table};

/// The deepest nesting, chains of AND and OR not counted.
const MAX_DEPTH: u16 = 100;

/// The tree of an expression over a table.
pub(super) fn parse<'a>(table: &'a Table, text: &str) -> Result<Node<'a>, ExprError> {
    let parsed = tokens::parse(text)?;
    let reader = Reader { table, depth: 0 };
    reader.whole(&parsed)
}

#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    table: &'a Table,
    depth: u16,
}

pub(super) type Read<'a> = Result<Node<'a>, ExprError>;

impl<'a> Reader<'a> {
    /// An expression in parentheses or by itself. The parser binds XOR more tightly than MySQL does, so it stands only
    /// here, and only between operands that leave no doubt.
    pub(super) fn whole(self, expr: &Expr) -> Read<'a> {
        if let Expr::BinaryOp {
            op: BinaryOperator::Xor,
            left,
            right,
        } = expr
        {
            let is_clear = |side: &Expr| {
                matches!(
                    side,
                    Expr::Nested(_) | Expr::Identifier(_) | Expr::Value(_) | Expr::Function(_)
                )
            };
            if !is_clear(left) || !is_clear(right) {
                return Err(ExprError::unsupported(
                    "XOR between operands without parentheses; write (a) XOR (b)",
                ));
            }
            return Ok(Node::Logic(Logic::Xor, vec![self.read(left)?, self.read(right)?]));
        }
        self.read(expr)
    }

    pub(super) fn boxed(self, expr: &Expr) -> Result<Box<Node<'a>>, ExprError> {
        self.read(expr).map(Box::new)
    }

    fn list(self, exprs: &[Expr]) -> Result<Vec<Node<'a>>, ExprError> {
        exprs.iter().map(|expr| self.whole(expr)).collect()
    }

    pub(super) fn read(mut self, expr: &Expr) -> Read<'a> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(ExprError::unsupported(format!(
                "an expression nested deeper than {MAX_DEPTH}"
            )));
        }
        match expr {
            Expr::Nested(inner) => self.whole(inner),
            Expr::Identifier(name) => self.column(name),
            Expr::CompoundIdentifier(names) => self.qualified(names),
            Expr::Value(value) => literal(&value.value),
            Expr::Prefixed { prefix, value } => self.introduced(&prefix.value, value),
            Expr::UnaryOp { op, expr } => self.unary(*op, expr),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right),
            Expr::IsNull(inner) | Expr::IsUnknown(inner) => Ok(Node::IsNull(self.boxed(inner)?)),
            Expr::IsNotNull(inner) | Expr::IsNotUnknown(inner) => Ok(not(Node::IsNull(self.boxed(inner)?))),
            Expr::IsTrue(inner) => Ok(Node::IsTruth(self.boxed(inner)?, true)),
            Expr::IsFalse(inner) => Ok(Node::IsTruth(self.boxed(inner)?, false)),
            Expr::IsNotTrue(inner) => Ok(not(Node::IsTruth(self.boxed(inner)?, true))),
            Expr::IsNotFalse(inner) => Ok(not(Node::IsTruth(self.boxed(inner)?, false))),
            Expr::In {
                expr,
                target: ast::InTarget::List(list),
                negated,
                ..
            } => Ok(maybe_not(*negated, Node::In(self.boxed(expr)?, self.list(list)?))),
            Expr::Between {
                expr,
                negated,
                low,
                high,
            } => {
                let parts = [self.read(expr)?, self.read(low)?, self.read(high)?];
                Ok(maybe_not(*negated, Node::Between(Box::new(parts))))
            }
            Expr::Like {
                negated,
                any: false,
                expr,
                pattern,
                escape_char,
            } => {
                let like = self.like(expr, pattern, escape_char.as_deref())?;
                Ok(maybe_not(*negated, like))
            }
            Expr::Case {
                operand,
                conditions,
                else_result,
                ..
            } => self.case(operand.as_deref(), conditions, else_result.as_deref()),
            Expr::Function(function) => self.function(function),
            _ => self.special(expr),
        }
    }

    fn column(self, name: &ast::Ident) -> Read<'a> {
        // The parser takes double quotes for a text already.
        if name.quote_style.is_none() && name.value.starts_with('@') {
            return Err(ExprError::unsupported(format!("the variable {}", name.value)));
        }
        let word = name.value.to_ascii_uppercase();
        if name.quote_style.is_none() && is_clock_word(&word) {
            return Ok(Node::Call(word, Vec::new()));
        }
        let found = Ident::new(&name.value)
            .ok()
            .and_then(|ident| self.table.column(&ident));
        found.map(Node::Column).ok_or_else(|| ExprError::UnknownColumn {
            name: name.value.clone(),
        })
    }

    fn qualified(self, names: &[ast::Ident]) -> Read<'a> {
        match names {
            [.., table, column] if table.value.eq_ignore_ascii_case(self.table.name.as_str()) => {
                self.column(column)
            }
            [.., table, _] => Err(ExprError::unsupported(format!(
                "columns of another table, '{}'",
                table.value
            ))),
            _ => Err(ExprError::syntax("a name is missing")),
        }
    }

    /// `_utf8mb4'x'` and `_binary'x'`.
    fn introduced(self, prefix: &str, value: &Expr) -> Read<'a> {
        let inner = self.read(value)?;
        match (prefix.to_ascii_lowercase().as_str(), inner) {
            ("_utf8mb4" | "_utf8mb3" | "_utf8" | "_ascii" | "_latin1", Node::String(text))
                if text.is_ascii() || prefix.to_ascii_lowercase().starts_with("_utf8") =>
            {
                Ok(Node::String(text))
            }
            ("_utf8mb4" | "_utf8mb3" | "_utf8", Node::Hex(bytes)) => String::from_utf8(bytes)
                .map(Node::String)
                .map_err(|_| ExprError::syntax(format!("{prefix} before bytes that are no text in UTF-8"))),
            ("_binary", Node::String(text)) => Ok(Node::Hex(text.into_bytes())),
            ("_binary", Node::Hex(bytes)) => Ok(Node::Hex(bytes)),
            ("n", text @ Node::String(_)) => Ok(text),
            _ => Err(ExprError::unsupported(format!("{prefix} before a value"))),
        }
    }

    fn unary(self, op: UnaryOperator, expr: &Expr) -> Read<'a> {
        match op {
            UnaryOperator::Minus => Ok(Node::Negate(self.boxed(expr)?)),
            UnaryOperator::Plus => self.read(expr),
            UnaryOperator::Not => Ok(not(self.read(expr)?)),
            other => Err(ExprError::unsupported(format!("the operator {other}"))),
        }
    }

    fn binary(self, left: &Expr, op: &BinaryOperator, right: &Expr) -> Read<'a> {
        if let BinaryOperator::And | BinaryOperator::Or = op {
            return self.chain(op, left, right);
        }
        if let (BinaryOperator::Plus | BinaryOperator::Minus, Expr::Interval(interval)) = (op, right) {
            return self.later(self.read(left)?, interval, *op == BinaryOperator::Minus);
        }
        if let (BinaryOperator::Plus, Expr::Interval(interval)) = (op, left) {
            return self.later(self.read(right)?, interval, false);
        }
        let (left, right) = (self.boxed(left)?, self.boxed(right)?);
        if let Some(op) = arithmetic(op) {
            return Ok(Node::Arithmetic(op, left, right));
        }
        match comparison(op) {
            Some(op) => Ok(Node::Compare(op, left, right)),
            None if *op == BinaryOperator::Xor => Err(ExprError::unsupported(
                "XOR without parentheses around it; write ((a) XOR (b))",
            )),
            None => Err(ExprError::unsupported(format!("the operator {op}"))),
        }
    }

    /// A chain of one operator leans to the left: it is followed without recursion.
    fn chain(self, op: &BinaryOperator, left: &Expr, right: &Expr) -> Read<'a> {
        let mut parts = vec![self.read(right)?];
        let mut rest = left;
        while let Expr::BinaryOp {
            left,
            op: next,
            right,
        } = rest
            && next == op
        {
            parts.push(self.read(right)?);
            rest = left;
        }
        parts.push(self.read(rest)?);
        parts.reverse();
        let logic = if *op == BinaryOperator::And {
            Logic::And
        } else {
            Logic::Or
        };
        Ok(Node::Logic(logic, parts))
    }

    fn like(self, value: &Expr, pattern: &Expr, escape: Option<&Expr>) -> Read<'a> {
        let Node::String(pattern) = self.read(pattern)? else {
            return Err(ExprError::unsupported(
                "LIKE with a pattern that is no text literal",
            ));
        };
        let escape = match escape.map(|escape| self.read(escape)).transpose()? {
            None => '\\',
            Some(Node::String(text)) => {
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (Some(c), None) => c,
                    // Without an escape nothing can be one that a text holds.
                    (None, _) => '\0',
                    _ => return Err(ExprError::syntax("ESCAPE takes one character")),
                }
            }
            Some(_) => return Err(ExprError::syntax("ESCAPE takes one character")),
        };
        Ok(Node::Like {
            value: self.boxed(value)?,
            pattern,
            escape,
        })
    }

    fn case(self, operand: Option<&Expr>, branches: &[ast::CaseWhen], otherwise: Option<&Expr>) -> Read<'a> {
        let operand = operand.map(|operand| self.read(operand)).transpose()?;
        let branches = branches
            .iter()
            .map(|branch| {
                let condition = self.whole(&branch.condition)?;
                let condition = match &operand {
                    Some(operand) => {
                        Node::Compare(Comparison::Equal, Box::new(operand.clone()), Box::new(condition))
                    }
                    None => condition,
                };
                Ok((condition, self.whole(&branch.result)?))
            })
            .collect::<Result<Vec<_>, ExprError>>()?;
        let otherwise = match otherwise {
            Some(otherwise) => self.whole(otherwise)?,
            None => Node::Null,
        };
        Ok(Node::Case(branches, Box::new(otherwise)))
    }
}

pub(super) fn not(node: Node) -> Node {
    Node::Not(Box::new(node))
}

fn maybe_not(negated: bool, node: Node) -> Node {
    if negated { not(node) } else { node }
}

/// Functions that MySQL takes without parentheses.
fn is_clock_word(word: &str) -> bool {
    matches!(
        word,
        "CURRENT_TIMESTAMP" | "CURRENT_DATE" | "LOCALTIME" | "LOCALTIMESTAMP" | "UTC_TIMESTAMP" | "UTC_DATE"
    )
}

fn arithmetic(op: &BinaryOperator) -> Option<Arithmetic> {
    Some(match op {
        BinaryOperator::Plus => Arithmetic::Add,
        BinaryOperator::Minus => Arithmetic::Subtract,
        BinaryOperator::Multiply => Arithmetic::Multiply,
        BinaryOperator::Divide => Arithmetic::Divide,
        BinaryOperator::MyIntegerDivide => Arithmetic::WholeDivide,
        BinaryOperator::Modulo => Arithmetic::Remainder,
        BinaryOperator::BitwiseAnd => Arithmetic::BitAnd,
        BinaryOperator::BitwiseOr => Arithmetic::BitOr,
        _ => return None,
    })
}

fn comparison(op: &BinaryOperator) -> Option<Comparison> {
    Some(match op {
        BinaryOperator::Eq => Comparison::Equal,
        BinaryOperator::NotEq => Comparison::NotEqual,
        BinaryOperator::Lt => Comparison::Less,
        BinaryOperator::LtEq => Comparison::LessOrEqual,
        BinaryOperator::Gt => Comparison::Greater,
        BinaryOperator::GtEq => Comparison::GreaterOrEqual,
        BinaryOperator::Spaceship => Comparison::NullSafe,
        _ => return None,
    })
}
