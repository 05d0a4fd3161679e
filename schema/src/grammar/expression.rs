//! Operators, by their precedence.

use super::Parser;
use super::ast::{Expr, Like, Logic, Operator};
use crate::expr::ExprError;

type Read = Result<Expr, ExprError>;

/// The operators between values by their signs and words, and how tightly they bind.
const OPERATORS: [(&str, Operator, u8); 9] = [
    ("|", Operator::BitOr, 1),
    ("&", Operator::BitAnd, 2),
    ("<<", Operator::ShiftLeft, 3),
    (">>", Operator::ShiftRight, 3),
    ("+", Operator::Add, 4),
    ("-", Operator::Subtract, 4),
    ("*", Operator::Multiply, 5),
    ("/", Operator::Divide, 5),
    ("%", Operator::Remainder, 5),
];

const COMPARISONS: [(&str, Operator); 8] = [
    ("=", Operator::Equal),
    ("<=>", Operator::NullSafe),
    ("<>", Operator::NotEqual),
    ("!=", Operator::NotEqual),
    ("<=", Operator::LessOrEqual),
    ("<", Operator::Less),
    (">=", Operator::GreaterOrEqual),
    (">", Operator::Greater),
];

impl Parser<'_> {
    /// A whole expression.
    pub(super) fn expr(&mut self) -> Read {
        self.nested(Self::disjunction)
    }

    fn disjunction(&mut self) -> Read {
        self.chain(Logic::Or, &["OR"], "||", Self::exclusion)
    }

    fn exclusion(&mut self) -> Read {
        self.chain(Logic::Xor, &["XOR"], "", Self::conjunction)
    }

    fn conjunction(&mut self) -> Read {
        self.chain(Logic::And, &["AND"], "&&", Self::negation)
    }

    fn chain(
        &mut self,
        logic: Logic,
        words: &[&str],
        mark: &str,
        operand: impl Fn(&mut Self) -> Read,
    ) -> Read {
        let first = operand(self)?;
        let mut operands = vec![first];
        while self.cursor.eat_any(words) || (!mark.is_empty() && self.cursor.eat_mark(mark)) {
            operands.push(operand(self)?);
        }
        Ok(match operands.pop() {
            Some(only) if operands.is_empty() => only,
            Some(last) => {
                operands.push(last);
                Expr::Logic(logic, operands)
            }
            None => Expr::Logic(logic, operands),
        })
    }

    fn negation(&mut self) -> Read {
        if self.cursor.eat("NOT") {
            return Ok(Expr::Not(Box::new(self.nested(Self::negation)?)));
        }
        self.comparison()
    }

    fn comparison(&mut self) -> Read {
        let mut left = self.predicate()?;
        let mut links = 0;
        loop {
            Self::another(&mut links)?;
            if self.cursor.eat("IS") {
                left = self.is(left)?;
            } else if let Some((mark, operator)) =
                COMPARISONS.iter().find(|(mark, _)| self.cursor.sees_mark(mark))
            {
                self.expect_mark(mark)?;
                if self.cursor.sees_any(&["ALL", "ANY", "SOME"]) {
                    return Err(ExprError::unsupported("comparisons with ALL, ANY or SOME"));
                }
                let right = self.predicate()?;
                left = Expr::Binary(*operator, Box::new(left), Box::new(right));
            } else {
                return Ok(left);
            }
        }
    }

    fn is(&mut self, value: Expr) -> Read {
        let negated = self.cursor.eat("NOT");
        let value = Box::new(value);
        let test = if self.cursor.eat_any(&["NULL", "UNKNOWN"]) {
            Expr::IsNull(value)
        } else if self.cursor.eat("TRUE") {
            Expr::IsTruth(value, true)
        } else if self.cursor.eat("FALSE") {
            Expr::IsTruth(value, false)
        } else {
            return Err(self.expected("NULL, TRUE, FALSE or UNKNOWN"));
        };
        Ok(negated_if(negated, test))
    }

    fn predicate(&mut self) -> Read {
        let value = self.value(0)?;
        let negated = self.cursor.sees("NOT")
            && ["IN", "BETWEEN", "LIKE", "REGEXP", "RLIKE"]
                .iter()
                .any(|word| self.cursor.sees_nth(1, word));
        if negated {
            self.cursor.advance();
        }
        let test = if self.cursor.eat("IN") {
            self.among(value)?
        } else if self.cursor.eat("BETWEEN") {
            let low = self.value(0)?;
            self.expect("AND")?;
            // The upper bound may be a test itself, as MySQL has it.
            let high = self.nested(Self::predicate)?;
            Expr::Between(Box::new([value, low, high]))
        } else if self.cursor.eat("LIKE") {
            let pattern = self.simple()?;
            let escape = self.cursor.eat("ESCAPE").then(|| self.simple()).transpose()?;
            Expr::Like(Box::new(Like {
                value,
                pattern,
                escape,
            }))
        } else if self.cursor.eat_any(&["REGEXP", "RLIKE"]) {
            Expr::Regexp(Box::new(value), Box::new(self.value(0)?))
        } else if self.cursor.sees("MEMBER") || self.cursor.sees("SOUNDS") {
            return Err(ExprError::unsupported("MEMBER OF and SOUNDS LIKE"));
        } else {
            return Ok(value);
        };
        Ok(negated_if(negated, test))
    }

    fn among(&mut self, value: Expr) -> Read {
        self.expect_mark("(")?;
        let value = Box::new(value);
        let test = if self.sees_query() {
            Expr::InQuery(value, Box::new(self.query()?))
        } else {
            Expr::In(value, self.list(Self::expr)?)
        };
        self.expect_mark(")")?;
        Ok(test)
    }

    /// Values and the operators between that bind at least so tightly.
    pub(super) fn value(&mut self, at_least: u8) -> Read {
        let mut left = self.power()?;
        let mut links = 0;
        while let Some((operator, tightness)) = self.operator().filter(|(_, found)| *found >= at_least) {
            Self::another(&mut links)?;
            self.cursor.advance();
            let right = self.value(tightness + 1)?;
            left = Expr::Binary(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn operator(&self) -> Option<(Operator, u8)> {
        if self.cursor.sees("DIV") {
            return Some((Operator::WholeDivide, 5));
        }
        if self.cursor.sees("MOD") {
            return Some((Operator::Remainder, 5));
        }
        OPERATORS
            .iter()
            .find(|(mark, ..)| self.cursor.sees_mark(mark))
            .map(|(_, operator, tightness)| (*operator, *tightness))
    }

    /// `^` binds more tightly than the other operators.
    fn power(&mut self) -> Read {
        let mut left = self.simple()?;
        let mut links = 0;
        while self.cursor.eat_mark("^") {
            Self::another(&mut links)?;
            let right = self.simple()?;
            left = Expr::Binary(Operator::BitXor, Box::new(left), Box::new(right));
        }
        Ok(left)
    }
}

fn negated_if(negated: bool, test: Expr) -> Expr {
    if negated { Expr::Not(Box::new(test)) } else { test }
}
