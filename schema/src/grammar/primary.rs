//! What stands between operators: literals, names, parentheses, CASE.

use super::Parser;
use super::ast::{Expr, TypeName};
use crate::expr::ExprError;
use crate::read::lexer::Kind;

type Read = Result<Expr, ExprError>;

/// Types whose name before a text makes a literal of it.
const TYPED: [&str; 3] = ["DATE", "TIME", "TIMESTAMP"];

impl Parser<'_> {
    /// One value, with what binds to it most tightly.
    pub(super) fn simple(&mut self) -> Read {
        let mut value = self.prefixed()?;
        let mut links = 0;
        while self.cursor.eat("COLLATE") {
            Self::another(&mut links)?;
            let collation = match self.cursor.peek() {
                Some(Kind::Text(_)) => self.text()?,
                _ => self.name()?.value,
            };
            value = Expr::Collate(Box::new(value), collation);
        }
        Ok(value)
    }

    fn prefixed(&mut self) -> Read {
        if self.cursor.eat_mark("-") {
            return Ok(Expr::Negate(Box::new(self.nested(Self::prefixed)?)));
        }
        if self.cursor.eat_mark("+") {
            return self.nested(Self::prefixed);
        }
        if self.cursor.eat_mark("!") {
            return Ok(Expr::Not(Box::new(self.nested(Self::prefixed)?)));
        }
        if self.cursor.eat_mark("(") {
            return self.parenthesized();
        }
        match self.cursor.peek() {
            Some(Kind::Word(_)) => self.word(),
            Some(Kind::Name(_)) => self.column(),
            Some(Kind::Text(_)) => self.text().map(Expr::Text),
            Some(Kind::Number(digits)) => {
                let number = Expr::Number(digits.clone());
                self.cursor.advance();
                Ok(number)
            }
            Some(Kind::Hex(digits)) => {
                let bytes = bytes(digits, 16);
                self.cursor.advance();
                Ok(Expr::Hex(bytes))
            }
            Some(Kind::Bits(digits)) => {
                let bytes = bytes(digits, 2);
                self.cursor.advance();
                Ok(Expr::Hex(bytes))
            }
            Some(Kind::Mark("@" | "@@")) => Err(ExprError::unsupported("variables")),
            Some(Kind::Mark(mark @ ("~" | "?"))) => Err(ExprError::unsupported(format!("'{mark}'"))),
            _ => Err(self.expected("a value")),
        }
    }

    fn parenthesized(&mut self) -> Read {
        let inner = if self.sees_query() {
            Expr::Subquery(Box::new(self.query()?))
        } else {
            self.expr()?
        };
        if self.cursor.sees_mark(",") {
            return Err(ExprError::unsupported("rows in parentheses"));
        }
        self.expect_mark(")")?;
        Ok(inner)
    }

    /// A text; several in a row are one.
    pub(super) fn text(&mut self) -> Result<String, ExprError> {
        let Some(Kind::Text(first)) = self.cursor.peek() else {
            return Err(self.expected("a text in quotes"));
        };
        let mut text = first.clone();
        self.cursor.advance();
        while let Some(Kind::Text(more)) = self.cursor.peek() {
            text.push_str(more);
            self.cursor.advance();
        }
        Ok(text)
    }

    /// What begins with a word that is not quoted.
    fn word(&mut self) -> Read {
        let Some(Kind::Word(word)) = self.cursor.peek() else {
            return Err(self.expected("a word"));
        };
        let word = word.clone();
        let upper = word.to_ascii_uppercase();
        let next = self.cursor.peek_nth(1);
        let before_text = matches!(next, Some(Kind::Text(_)));
        let before_literal = matches!(next, Some(Kind::Text(_) | Kind::Hex(_) | Kind::Bits(_)));
        let called = matches!(next, Some(Kind::Mark("(")));
        if word.starts_with('_') && before_literal {
            self.cursor.advance();
            let literal = self.nested(Self::prefixed)?;
            return Ok(Expr::Introduced(word.to_ascii_lowercase(), Box::new(literal)));
        }
        if TYPED.contains(&upper.as_str()) && before_text {
            self.cursor.advance();
            let text = Expr::Text(self.text()?);
            let numbers = Vec::new();
            return Ok(Expr::Cast(Box::new(text), TypeName { name: upper, numbers }));
        }
        match upper.as_str() {
            "NULL" | "TRUE" | "FALSE" if !called => {
                self.cursor.advance();
                Ok(match upper.as_str() {
                    "NULL" => Expr::Null,
                    other => Expr::Flag(other == "TRUE"),
                })
            }
            "NOT" => Err(ExprError::unsupported("NOT behind an operator; write (NOT …)")),
            "CASE" => self.case(),
            "EXISTS" if called => self.exists(),
            "INTERVAL" if !called || !self.is_interval_function() => self.interval(),
            "BINARY" if !called => {
                self.cursor.advance();
                Ok(Expr::AsBytes(Box::new(self.nested(Self::prefixed)?)))
            }
            "MATCH" if called => Err(ExprError::unsupported("MATCH … AGAINST")),
            "ROW" if called => Err(ExprError::unsupported("rows in parentheses")),
            "SELECT" | "FROM" | "WHERE" | "WHEN" | "THEN" | "ELSE" | "END" | "AND" | "OR" | "IN" | "LIKE"
            | "BETWEEN" | "IS" | "GROUP" | "ORDER" | "HAVING" | "LIMIT" | "UNION" => {
                Err(self.expected("a value"))
            }
            _ if called => self.call(&upper),
            _ => self.column(),
        }
    }

    /// `INTERVAL(a, b)` is a function; `INTERVAL (a) DAY` is not.
    fn is_interval_function(&self) -> bool {
        let mut probe = self.cursor.clone();
        probe.advance();
        probe.skip_group().is_ok() && !matches!(probe.peek(), Some(Kind::Word(_)))
    }

    /// A column, and what `->` and `->>` take out of it.
    fn column(&mut self) -> Read {
        let path = Expr::Path(self.path()?);
        if matches!(self.cursor.peek(), Some(Kind::Mark("("))) {
            return Err(ExprError::unsupported("stored functions"));
        }
        let unquoted = self.cursor.sees_mark("->>");
        if !unquoted && !self.cursor.sees_mark("->") {
            return Ok(path);
        }
        self.cursor.advance();
        let at = Expr::Text(self.text()?);
        let extracted = super::call::called("JSON_EXTRACT", vec![path, at]);
        Ok(if unquoted {
            super::call::called("JSON_UNQUOTE", vec![extracted])
        } else {
            extracted
        })
    }

    fn case(&mut self) -> Read {
        self.expect("CASE")?;
        let operand = if self.cursor.sees("WHEN") {
            None
        } else {
            Some(Box::new(self.expr()?))
        };
        let mut branches = Vec::new();
        while self.cursor.eat("WHEN") {
            let condition = self.expr()?;
            self.expect("THEN")?;
            branches.push((condition, self.expr()?));
        }
        if branches.is_empty() {
            return Err(self.expected("WHEN"));
        }
        let otherwise = self.cursor.eat("ELSE").then(|| self.expr()).transpose()?;
        self.expect("END")?;
        Ok(Expr::Case {
            operand,
            branches,
            otherwise: otherwise.map(Box::new),
        })
    }

    fn exists(&mut self) -> Read {
        self.cursor.advance();
        self.expect_mark("(")?;
        let query = self.query()?;
        self.expect_mark(")")?;
        Ok(Expr::Exists(Box::new(query)))
    }

    fn interval(&mut self) -> Read {
        self.cursor.advance();
        let count = self.expr()?;
        let unit = self.name()?.value.to_ascii_uppercase();
        Ok(Expr::Interval(Box::new(count), unit))
    }
}

/// The bytes of hexadecimal or binary digits, filled with zeros on the left.
fn bytes(digits: &str, radix: u32) -> Vec<u8> {
    let width = if radix == 16 { 2 } else { 8 };
    let missing = (width - digits.len() % width) % width;
    let padded = format!("{}{digits}", "0".repeat(missing));
    padded
        .as_bytes()
        .chunks(width)
        .filter_map(|chunk| std::str::from_utf8(chunk).ok())
        .filter_map(|chunk| u8::from_str_radix(chunk, radix).ok())
        .collect()
}
