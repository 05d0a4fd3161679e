//! From the parser's tree to ours; what has no exact meaning here is refused by its name.

use sqlparser::ast::{
    self, BinaryOperator, DataType, DateTimeField, ExactNumberInfo, Expr, Function, FunctionArg,
    FunctionArgExpr, FunctionArguments, TrimWhereField, UnaryOperator, Value,
};

use super::syntax::{Arithmetic, CastTo, Comparison, Logic, Node, TrimSide, Unit};
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
struct Reader<'a> {
    table: &'a Table,
    depth: u16,
}

type Read<'a> = Result<Node<'a>, ExprError>;

impl<'a> Reader<'a> {
    /// An expression in parentheses or by itself. The parser binds XOR more tightly than MySQL does, so it stands only
    /// here, and only between operands that leave no doubt.
    fn whole(self, expr: &Expr) -> Read<'a> {
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

    fn boxed(self, expr: &Expr) -> Result<Box<Node<'a>>, ExprError> {
        self.read(expr).map(Box::new)
    }

    fn list(self, exprs: &[Expr]) -> Result<Vec<Node<'a>>, ExprError> {
        exprs.iter().map(|expr| self.whole(expr)).collect()
    }

    fn read(mut self, expr: &Expr) -> Read<'a> {
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

    /// What MySQL writes as a function and the parser reads as syntax of its own.
    fn special(self, expr: &Expr) -> Read<'a> {
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
            UnaryOperator::BangNot => match expr {
                Expr::Nested(_) | Expr::Identifier(_) | Expr::Function(_) | Expr::Value(_) => {
                    Ok(not(self.read(expr)?))
                }
                _ => Err(ExprError::unsupported(
                    "! before an operand without parentheses; write !(a)",
                )),
            },
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

    fn function(self, function: &Function) -> Read<'a> {
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

    fn later(self, start: Node<'a>, interval: &ast::Interval, back: bool) -> Read<'a> {
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

fn not(node: Node) -> Node {
    Node::Not(Box::new(node))
}

fn maybe_not(negated: bool, node: Node) -> Node {
    if negated { not(node) } else { node }
}

fn unsupported(expr: &Expr) -> ExprError {
    let shown: String = expr.to_string().chars().take(60).collect();
    ExprError::unsupported(format!("'{shown}'"))
}

/// Functions that MySQL takes without parentheses.
fn is_clock_word(word: &str) -> bool {
    matches!(
        word,
        "CURRENT_TIMESTAMP" | "CURRENT_DATE" | "LOCALTIME" | "LOCALTIMESTAMP" | "UTC_TIMESTAMP" | "UTC_DATE"
    )
}

fn literal<'a>(value: &Value) -> Read<'a> {
    match value {
        Value::Number(digits, _) => Ok(Node::Number(digits.clone())),
        Value::SingleQuotedString(text)
        | Value::DoubleQuotedString(text)
        | Value::NationalStringLiteral(text) => Ok(Node::String(text.clone())),
        Value::HexStringLiteral(digits) => hex(digits).map(Node::Hex),
        Value::SingleQuotedByteStringLiteral(bits) => binary_digits(bits).map(Node::Hex),
        Value::Boolean(flag) => Ok(Node::Flag(*flag)),
        Value::Null => Ok(Node::Null),
        other => Err(ExprError::unsupported(format!("the value {other}"))),
    }
}

fn hex(digits: &str) -> Result<Vec<u8>, ExprError> {
    let padded = if digits.len() % 2 == 0 {
        digits.to_owned()
    } else {
        format!("0{digits}")
    };
    padded
        .as_bytes()
        .chunks_exact(2)
        .map(|pair| {
            std::str::from_utf8(pair)
                .ok()
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect::<Option<Vec<u8>>>()
        .ok_or_else(|| ExprError::syntax(format!("'{digits}' is not hexadecimal")))
}

fn binary_digits(bits: &str) -> Result<Vec<u8>, ExprError> {
    if !bits.bytes().all(|b| matches!(b, b'0' | b'1')) {
        return Err(ExprError::syntax(format!("'{bits}' is not binary")));
    }
    let padded = format!("{}{bits}", "0".repeat((8 - bits.len() % 8) % 8));
    Ok(padded
        .as_bytes()
        .chunks_exact(8)
        .map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | (bit - b'0')))
        .collect())
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

fn cast_type(data_type: &DataType) -> Result<CastTo, ExprError> {
    let fraction = |digits: Option<u64>| {
        digits
            .map_or(Some(0), |digits| u8::try_from(digits).ok())
            .filter(|digits| *digits <= 6)
            .ok_or_else(|| ExprError::syntax("a DATETIME has 0 to 6 digits of a second"))
    };
    Ok(match data_type {
        DataType::Signed | DataType::SignedInteger => CastTo::Signed,
        DataType::Unsigned | DataType::UnsignedInteger => CastTo::Unsigned,
        DataType::Char(None) => CastTo::Char(None),
        DataType::Char(Some(ast::CharacterLength::IntegerLength { length, .. })) => {
            CastTo::Char(Some(u32::try_from(*length).unwrap_or(u32::MAX)))
        }
        DataType::Decimal(info) => decimal_type(info)?,
        DataType::Date => CastTo::Date,
        DataType::Datetime(digits) => CastTo::Datetime(fraction(*digits)?),
        DataType::Timestamp(digits, _) => CastTo::Datetime(fraction(*digits)?),
        DataType::Double(_) | DataType::DoublePrecision | DataType::Real => CastTo::Double,
        other => return Err(ExprError::unsupported(format!("CAST to {other}"))),
    })
}

fn decimal_type(info: &ExactNumberInfo) -> Result<CastTo, ExprError> {
    let (precision, scale) = match info {
        ExactNumberInfo::None => (10, 0),
        ExactNumberInfo::Precision(precision) => (*precision, 0),
        ExactNumberInfo::PrecisionAndScale(precision, scale) => (*precision, *scale),
    };
    match (u8::try_from(precision), u8::try_from(scale)) {
        (Ok(precision), Ok(scale)) => Ok(CastTo::Decimal { precision, scale }),
        _ => Err(ExprError::unsupported("CAST to a DECIMAL of so many digits")),
    }
}
