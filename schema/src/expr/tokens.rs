//! From text to tokens, and the tokens of MySQL that the parser would read with another precedence or not at all.

use sqlparser::ast::Expr;
use sqlparser::dialect::MySqlDialect;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Token, Tokenizer, Word};

use super::ExprError;

/// The longest expression, in bytes.
const MAX_BYTES: usize = 32_768;
/// The most tokens: what the parser nests for each is bounded by them.
const MAX_TOKENS: usize = 4_000;

/// What the parser nests: its frames are large, and a stack of 1 MB has to do.
const PARSER_DEPTH: usize = 20;

/// The name of the function that stands for `!`.
pub(super) const NOT: &str = "!";

/// Reads an expression.
pub(super) fn parse(text: &str) -> Result<Expr, ExprError> {
    if text.len() > MAX_BYTES {
        return Err(ExprError::unsupported(format!(
            "more than {MAX_BYTES} bytes of text"
        )));
    }
    let dialect = MySqlDialect {};
    let tokens = Tokenizer::new(&dialect, text)
        .tokenize()
        .map_err(|error| ExprError::syntax(error.to_string()))?;
    let tokens: Vec<Token> = tokens
        .into_iter()
        .filter(|token| !matches!(token, Token::Whitespace(_)))
        .collect();
    if tokens.is_empty() {
        return Err(ExprError::syntax("it is empty"));
    }
    if tokens.len() > MAX_TOKENS {
        return Err(ExprError::unsupported(format!(
            "more than {MAX_TOKENS} words and signs"
        )));
    }
    let mut parser = Parser::new(&dialect)
        .with_recursion_limit(PARSER_DEPTH)
        .with_tokens(adapted(&tokens));
    let parsed = parser.parse_expr().map_err(refusal)?;
    match parser.peek_token().token {
        Token::EOF => Ok(parsed),
        other => Err(ExprError::syntax(format!("'{other}' is not expected there"))),
    }
}

fn refusal(error: ParserError) -> ExprError {
    match error {
        ParserError::RecursionLimitExceeded => ExprError::unsupported("parentheses nested too deep"),
        ParserError::TokenizerError(message) | ParserError::ParserError(message) => {
            ExprError::syntax(message)
        }
    }
}

/// Replaces `&&` and `||` by words, `MOD` between operands by `%`, `!` and `column->path` by calls, and leaves out the
/// character set of a cast.
fn adapted(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            // `a MOD b`; with a parenthesis it is the function.
            token if is_word(token, "MOD") && tokens.get(at) != Some(&Token::LParen) => out.push(Token::Mod),
            Token::Overlap => out.push(word("AND")),
            Token::StringConcat => out.push(word("OR")),
            Token::ExclamationMark => at += negation(&tokens[at..], &mut out),
            Token::Arrow | Token::LongArrow => {
                let Some(path) = tokens.get(at) else {
                    out.push(token.clone());
                    continue;
                };
                at += 1;
                let column = out.split_off(column_start(&out));
                out.extend(extraction(column, path, *token == Token::LongArrow));
            }
            _ => {
                let skipped = character_set(&tokens[at - 1..]);
                // Only a type's name stands before it.
                let after_type = out
                    .last()
                    .is_some_and(|last| *last == Token::RParen || is_word(last, "CHAR"));
                if skipped > 0 && after_type {
                    at += skipped - 1;
                } else {
                    out.push(token.clone());
                }
            }
        }
    }
    out
}

/// The function that `!` becomes, which binds as tightly: over parentheses or over one name. How many tokens it took.
fn negation(rest: &[Token], out: &mut Vec<Token>) -> usize {
    let function = Token::make_word(NOT, Some('`'));
    match rest {
        [Token::LParen, ..] => {
            out.push(function);
            0
        }
        [Token::Word(_), Token::LParen | Token::Period, ..] => {
            out.push(Token::ExclamationMark);
            0
        }
        [name @ Token::Word(_), ..] => {
            out.extend([function, Token::LParen, name.clone(), Token::RParen]);
            1
        }
        _ => {
            out.push(Token::ExclamationMark);
            0
        }
    }
}

/// Where the column begins that ends `out`: `name`, `table.name` or `schema.table.name`.
fn column_start(out: &[Token]) -> usize {
    let mut start = out.len().saturating_sub(1);
    while start >= 2 && out[start - 1] == Token::Period {
        start -= 2;
    }
    start
}

fn extraction(column: Vec<Token>, path: &Token, unquoted: bool) -> Vec<Token> {
    let mut call = vec![word("JSON_EXTRACT"), Token::LParen];
    call.extend(column);
    call.extend([Token::Comma, path.clone(), Token::RParen]);
    if unquoted {
        call.splice(0..0, [word("JSON_UNQUOTE"), Token::LParen]);
        call.push(Token::RParen);
    }
    call
}

/// How many tokens at the front name a character set: `CHARSET utf8mb4`, `CHARACTER SET utf8mb4`.
fn character_set(tokens: &[Token]) -> usize {
    match tokens {
        [first, Token::Word(_), ..] if is_word(first, "CHARSET") => 2,
        [first, second, Token::Word(_), ..] if is_word(first, "CHARACTER") && is_word(second, "SET") => 3,
        _ => 0,
    }
}

fn is_word(token: &Token, name: &str) -> bool {
    matches!(token, Token::Word(Word { value, quote_style: None, .. }) if value.eq_ignore_ascii_case(name))
}

fn word(name: &str) -> Token {
    Token::make_word(name, None)
}
