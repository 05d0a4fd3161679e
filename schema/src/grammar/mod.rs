//! MySQL's grammar of expressions and SELECTs (MySQL manual, "Expressions" and "SELECT Statement").
//!
//! What a general SQL parser makes of all dialects weighs a fifth of the Worker; this is what declarations need of one, with
//! MySQL's own precedence. It knows no columns, types or functions: that is for whoever reads the tree.

pub(crate) mod ast;
mod call;
mod expression;
mod primary;
mod query;

#[cfg(test)]
mod tests;

use self::ast::Window;
use crate::expr::ExprError;
use crate::read::cursor::{Cursor, Finding};
use crate::read::lexer::Kind;

/// The longest text, in bytes.
const MAX_BYTES: usize = 65_536;
/// Expressions and queries within such.
const MAX_DEPTH: u16 = 40;
/// Operators in a row: each is a level of the tree.
const MAX_CHAIN: u16 = 500;

/// Reads an expression, to the end of the text.
pub(crate) fn expression(text: &str) -> Result<ast::Expr, ExprError> {
    let mut parser = Parser::new(text)?;
    let read = parser.expr()?;
    parser.end()?;
    Ok(read)
}

/// Reads a SELECT, to the end of the text. What is wrong comes with the byte where it was met.
pub(crate) fn query(text: &str) -> Result<ast::Query, (ExprError, usize)> {
    let mut parser = Parser::new(text).map_err(|error| (error, 0))?;
    let read = parser.query().and_then(|read| parser.end().map(|()| read));
    read.map_err(|error| (error, parser.cursor.place()))
}

/// The tokens of a text, and how deep in it the next one stands.
struct Parser<'t> {
    cursor: Cursor<'t>,
    depth: u16,
    /// The windows that the SELECT around has given names.
    windows: Vec<(String, Window)>,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Result<Self, ExprError> {
        if text.len() > MAX_BYTES {
            return Err(ExprError::unsupported(format!(
                "more than {MAX_BYTES} bytes of text"
            )));
        }
        let cursor = Cursor::new(text, 0).map_err(refusal)?;
        if cursor.at_end() {
            return Err(ExprError::syntax("it is empty"));
        }
        Ok(Self {
            cursor,
            depth: 0,
            windows: Vec::new(),
        })
    }

    fn end(&mut self) -> Result<(), ExprError> {
        let semicolon = self.cursor.eat_mark(";");
        if self.cursor.at_end() && !semicolon {
            return Ok(());
        }
        Err(self.expected("the end"))
    }

    /// Reads something that may nest, one level deeper.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, ExprError>) -> Result<T, ExprError> {
        if self.depth >= MAX_DEPTH {
            return Err(ExprError::unsupported(format!(
                "an expression nested deeper than {MAX_DEPTH}"
            )));
        }
        self.depth += 1;
        let result = read(self);
        self.depth -= 1;
        result
    }

    /// Counts one more operator in a row.
    fn another(links: &mut u16) -> Result<(), ExprError> {
        *links += 1;
        if *links > MAX_CHAIN {
            return Err(ExprError::unsupported(format!(
                "more than {MAX_CHAIN} operators in a row"
            )));
        }
        Ok(())
    }

    /// Elements with commas between, at least one.
    fn list<T>(
        &mut self,
        mut element: impl FnMut(&mut Self) -> Result<T, ExprError>,
    ) -> Result<Vec<T>, ExprError> {
        let mut elements = vec![element(self)?];
        while self.cursor.eat_mark(",") {
            elements.push(element(self)?);
        }
        Ok(elements)
    }

    fn expect(&mut self, word: &str) -> Result<(), ExprError> {
        self.cursor.expect(word).map_err(refusal)
    }

    fn expect_mark(&mut self, mark: &str) -> Result<(), ExprError> {
        self.cursor.expect_mark(mark).map_err(refusal)
    }

    fn expected(&self, what: &str) -> ExprError {
        refusal(self.cursor.expected(what))
    }

    /// A name in quotes or without.
    fn name(&mut self) -> Result<ast::Name, ExprError> {
        let name = match self.cursor.peek() {
            Some(Kind::Word(value)) => ast::Name {
                value: value.clone(),
                quoted: false,
            },
            Some(Kind::Name(value)) => ast::Name {
                value: value.clone(),
                quoted: true,
            },
            _ => return Err(self.expected("a name")),
        };
        self.cursor.advance();
        Ok(name)
    }

    /// A name with what qualifies it.
    fn path(&mut self) -> Result<Vec<ast::Name>, ExprError> {
        let mut names = vec![self.name()?];
        while self.cursor.eat_mark(".") {
            names.push(self.name()?);
        }
        Ok(names)
    }

    fn sees_query(&self) -> bool {
        self.cursor.sees("SELECT") || self.cursor.sees("WITH")
    }
}

fn refusal(finding: Finding) -> ExprError {
    ExprError::syntax(finding.message)
}
