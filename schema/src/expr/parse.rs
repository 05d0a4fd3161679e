//! From the parser's tree to ours; what has no exact meaning here is refused by its name.

use super::ExprError;
use super::parse_literal::cast_type;
use super::syntax::{Arithmetic, Comparison, Node};
use super::typed::Typed;
use crate::grammar::ast::{self, Expr, Name, Operator};
use crate::{Ident, Table, grammar};

/// The longest expression, in bytes.
const MAX_BYTES: usize = 32_768;

/// The deepest nesting, chains of AND and OR not counted.
const MAX_DEPTH: u16 = 100;

/// The tree of an expression over a table.
pub(super) fn parse<'a>(table: &'a Table, text: &str) -> Result<Node<'a>, ExprError> {
    if text.len() > MAX_BYTES {
        return Err(ExprError::unsupported(format!(
            "more than {MAX_BYTES} bytes of text"
        )));
    }
    let parsed = grammar::expression(text)?;
    let reader = Reader {
        names: Names::Table(table),
        depth: 0,
    };
    reader.read(&parsed)
}

/// What names mean, and what else stands in an expression, inside a query.
pub(super) trait QueryNames {
    /// The column of that name, with what qualifies it before.
    fn column(&self, names: &[Name]) -> Result<Typed, ExprError>;

    /// An aggregate or a subquery; nothing for any other expression.
    fn outside(&self, expr: &Expr) -> Result<Option<Typed>, ExprError>;
}

/// Whose columns an expression names.
#[derive(Clone, Copy)]
enum Names<'a> {
    Table(&'a Table),
    Query(&'a dyn QueryNames),
}

#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    names: Names<'a>,
    depth: u16,
}

pub(super) type Read<'a> = Result<Node<'a>, ExprError>;

impl<'a> Reader<'a> {
    /// Reads expressions inside a query.
    pub(super) fn of_query(names: &'a dyn QueryNames) -> Self {
        Self {
            names: Names::Query(names),
            depth: 0,
        }
    }

    pub(super) fn boxed(self, expr: &Expr) -> Result<Box<Node<'a>>, ExprError> {
        self.read(expr).map(Box::new)
    }

    pub(super) fn list(self, exprs: &[Expr]) -> Result<Vec<Node<'a>>, ExprError> {
        exprs.iter().map(|expr| self.read(expr)).collect()
    }

    pub(super) fn read(mut self, expr: &Expr) -> Read<'a> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(ExprError::unsupported(format!(
                "an expression nested deeper than {MAX_DEPTH}"
            )));
        }
        if let Names::Query(names) = self.names
            && let Some(typed) = names.outside(expr)?
        {
            return Ok(ready(typed));
        }
        match expr {
            Expr::Path(names) => self.path(names),
            Expr::Null => Ok(Node::Null),
            Expr::Flag(flag) => Ok(Node::Flag(*flag)),
            Expr::Number(digits) => Ok(Node::Number(digits.clone())),
            Expr::Text(text) => Ok(Node::String(text.clone())),
            Expr::Hex(bytes) => Ok(Node::Hex(bytes.clone())),
            Expr::Introduced(prefix, value) => self.introduced(prefix, value),
            Expr::Negate(inner) => Ok(Node::Negate(self.boxed(inner)?)),
            Expr::Not(inner) => Ok(not(self.read(inner)?)),
            Expr::Binary(op, left, right) => self.binary(left, *op, right),
            Expr::Logic(logic, parts) => Ok(Node::Logic(*logic, self.list(parts)?)),
            Expr::IsNull(inner) => Ok(Node::IsNull(self.boxed(inner)?)),
            Expr::IsTruth(inner, truth) => Ok(Node::IsTruth(self.boxed(inner)?, *truth)),
            Expr::In(value, list) => Ok(Node::In(self.boxed(value)?, self.list(list)?)),
            Expr::Between(parts) => {
                let [value, low, high] = parts.as_ref();
                let parts = [self.read(value)?, self.read(low)?, self.read(high)?];
                Ok(Node::Between(Box::new(parts)))
            }
            Expr::Like(like) => self.like(like),
            Expr::Case {
                operand,
                branches,
                otherwise,
            } => self.case(operand.as_deref(), branches, otherwise.as_deref()),
            Expr::Call(call) => self.function(call),
            Expr::Cast(inner, name) => Ok(Node::Cast(self.boxed(inner)?, cast_type(name)?)),
            Expr::Collate(inner, collation) => Ok(Node::Collate(self.boxed(inner)?, collation.clone())),
            Expr::Trim { side, what, from } => self.trim(*side, what.as_deref(), from),
            Expr::Subquery(_) | Expr::Exists(_) | Expr::InQuery(..) => {
                Err(ExprError::unsupported("subqueries"))
            }
            Expr::Window(..) => Err(ExprError::unsupported("window functions")),
            Expr::Regexp(..) => Err(ExprError::unsupported("REGEXP")),
            Expr::Interval(..) => Err(ExprError::unsupported(
                "INTERVAL except after + or - and in DATE_ADD",
            )),
            Expr::AsBytes(_) => Err(ExprError::unsupported("the operator BINARY")),
        }
    }

    fn path(self, names: &[Name]) -> Read<'a> {
        match (names, self.names) {
            ([name], _) => self.column(name),
            (_, Names::Query(query)) => query.column(names).map(ready),
            ([.., table, column], Names::Table(own))
                if table.value.eq_ignore_ascii_case(own.name.as_str()) =>
            {
                self.column(column)
            }
            ([.., table, _], _) => Err(ExprError::unsupported(format!(
                "columns of another table, '{}'",
                table.value
            ))),
            ([], _) => Err(ExprError::syntax("a name is missing")),
        }
    }

    fn column(self, name: &Name) -> Read<'a> {
        let word = name.value.to_ascii_uppercase();
        if !name.quoted && is_clock_word(&word) {
            return Ok(Node::Call(word, Vec::new()));
        }
        let table = match self.names {
            Names::Table(table) => table,
            Names::Query(names) => return names.column(std::slice::from_ref(name)).map(ready),
        };
        let found = Ident::new(&name.value)
            .ok()
            .and_then(|ident| table.column(&ident));
        found.map(Node::Column).ok_or_else(|| ExprError::UnknownColumn {
            name: name.value.clone(),
        })
    }

    /// `_utf8mb4'x'` and `_binary'x'`.
    fn introduced(self, prefix: &str, value: &Expr) -> Read<'a> {
        let inner = self.read(value)?;
        match (prefix, inner) {
            ("_utf8mb4" | "_utf8mb3" | "_utf8" | "_ascii" | "_latin1", Node::String(text))
                if text.is_ascii() || prefix.starts_with("_utf8") =>
            {
                Ok(Node::String(text))
            }
            ("_utf8mb4" | "_utf8mb3" | "_utf8", Node::Hex(bytes)) => String::from_utf8(bytes)
                .map(Node::String)
                .map_err(|_| ExprError::syntax(format!("{prefix} before bytes that are no text in UTF-8"))),
            ("_binary", Node::String(text)) => Ok(Node::Hex(text.into_bytes())),
            ("_binary", Node::Hex(bytes)) => Ok(Node::Hex(bytes)),
            _ => Err(ExprError::unsupported(format!("{prefix} before a value"))),
        }
    }

    fn binary(self, left: &Expr, op: Operator, right: &Expr) -> Read<'a> {
        match (op, left, right) {
            (Operator::Add, start, Expr::Interval(count, unit))
            | (Operator::Add, Expr::Interval(count, unit), start) => {
                return self.later(self.read(start)?, (count, unit), false);
            }
            (Operator::Subtract, start, Expr::Interval(count, unit)) => {
                return self.later(self.read(start)?, (count, unit), true);
            }
            _ => {}
        }
        let (left, right) = (self.boxed(left)?, self.boxed(right)?);
        match meaning(op)? {
            Meaning::Arithmetic(op) => Ok(Node::Arithmetic(op, left, right)),
            Meaning::Comparison(op) => Ok(Node::Compare(op, left, right)),
        }
    }

    fn like(self, like: &ast::Like) -> Read<'a> {
        let ast::Like {
            value,
            pattern,
            escape,
        } = like;
        let Node::String(pattern) = self.read(pattern)? else {
            return Err(ExprError::unsupported(
                "LIKE with a pattern that is no text literal",
            ));
        };
        let escape = match escape.as_ref().map(|escape| self.read(escape)).transpose()? {
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

    fn case(self, operand: Option<&Expr>, branches: &[(Expr, Expr)], otherwise: Option<&Expr>) -> Read<'a> {
        let operand = operand.map(|operand| self.read(operand)).transpose()?;
        let branches = branches
            .iter()
            .map(|(condition, result)| {
                let condition = self.read(condition)?;
                let condition = match &operand {
                    Some(operand) => {
                        Node::Compare(Comparison::Equal, Box::new(operand.clone()), Box::new(condition))
                    }
                    None => condition,
                };
                Ok((condition, self.read(result)?))
            })
            .collect::<Result<Vec<_>, ExprError>>()?;
        let otherwise = match otherwise {
            Some(otherwise) => self.read(otherwise)?,
            None => Node::Null,
        };
        Ok(Node::Case(branches, Box::new(otherwise)))
    }
}

fn ready<'a>(typed: Typed) -> Node<'a> {
    Node::Ready(Box::new(typed))
}

pub(super) fn not(node: Node) -> Node {
    Node::Not(Box::new(node))
}

/// Functions that MySQL takes without parentheses.
fn is_clock_word(word: &str) -> bool {
    matches!(
        word,
        "CURRENT_TIMESTAMP" | "CURRENT_DATE" | "LOCALTIME" | "LOCALTIMESTAMP" | "UTC_TIMESTAMP" | "UTC_DATE"
    )
}

/// What an operator does.
enum Meaning {
    Arithmetic(Arithmetic),
    Comparison(Comparison),
}

fn meaning(op: Operator) -> Result<Meaning, ExprError> {
    use Meaning::{Arithmetic as A, Comparison as C};
    Ok(match op {
        Operator::Add => A(Arithmetic::Add),
        Operator::Subtract => A(Arithmetic::Subtract),
        Operator::Multiply => A(Arithmetic::Multiply),
        Operator::Divide => A(Arithmetic::Divide),
        Operator::WholeDivide => A(Arithmetic::WholeDivide),
        Operator::Remainder => A(Arithmetic::Remainder),
        Operator::BitAnd => A(Arithmetic::BitAnd),
        Operator::BitOr => A(Arithmetic::BitOr),
        Operator::Equal => C(Comparison::Equal),
        Operator::NotEqual => C(Comparison::NotEqual),
        Operator::Less => C(Comparison::Less),
        Operator::LessOrEqual => C(Comparison::LessOrEqual),
        Operator::Greater => C(Comparison::Greater),
        Operator::GreaterOrEqual => C(Comparison::GreaterOrEqual),
        Operator::NullSafe => C(Comparison::NullSafe),
        Operator::ShiftLeft => return Err(ExprError::unsupported("the operator <<")),
        Operator::ShiftRight => return Err(ExprError::unsupported("the operator >>")),
        Operator::BitXor => return Err(ExprError::unsupported("the operator ^")),
    })
}
