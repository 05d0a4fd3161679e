//! Expressions where literals are expected: taken as they are written, for others to read.

use super::Problem;
use super::lexer::{Lexer, Token};
use super::value::value;
use crate::stored::Literal;

/// Reads a value: a literal, or else an expression. Answers the piece after it.
pub(super) fn value_or_expression<'a>(
    lexer: &mut Lexer<'a>,
    first: Token<'a>,
) -> Result<(Literal, Token<'a>), Problem> {
    let mut ahead = lexer.clone();
    let may_begin = match &first {
        Token::Word(_) => true,
        Token::Mark(mark) => b"(-+~!@".contains(mark),
        _ => false,
    };
    let opens = first == Token::Mark(b'(');
    match value(&mut ahead, first) {
        Err(Problem::Unexpected { .. }) if may_begin => {}
        Ok((_, next)) if continues(&next) => {}
        done => {
            *lexer = ahead;
            return done;
        }
    }
    let (text, next) = expression(lexer, opens)?;
    Ok((Literal::Expression(text), next))
}

/// Whether a literal before this piece is only the start of an expression.
fn continues(next: &Token) -> bool {
    match next {
        Token::Mark(mark) => b"+-*/%|&^<>=!".contains(mark),
        Token::Word(word) => ["DIV", "MOD", "COLLATE", "XOR", "OR", "AND", "IS", "IN", "LIKE"]
            .iter()
            .any(|operator| word.eq_ignore_ascii_case(operator.as_bytes())),
        _ => false,
    }
}

/// The text from the piece that was read last, which may open a bracket, to the comma, bracket or end that ends it.
pub(super) fn expression<'a>(lexer: &mut Lexer<'a>, opens: bool) -> Result<(String, Token<'a>), Problem> {
    let start = lexer.token_start();
    let mut depth = usize::from(opens);
    loop {
        let token = lexer.next()?;
        match token {
            Token::Mark(b'(') => depth += 1,
            Token::Mark(b')') if depth > 0 => depth -= 1,
            Token::End if depth > 0 => return Err(Problem::Unclosed("a bracket")),
            Token::Mark(b',' | b')') | Token::End if depth == 0 => {
                let text = std::str::from_utf8(lexer.text_from(start)).map_err(|_| Problem::BadExpression)?;
                return Ok((text.trim_end().to_owned(), token));
            }
            _ => {}
        }
    }
}
