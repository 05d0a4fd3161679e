//! The literals of a row.

use super::Problem;
use super::function::Function;
use super::lexer::{Lexer, Token};
use crate::stored::Literal;

const VALUE: &str = "a literal";

/// The names of functions that read WKT.
const FROM_TEXT: [&[u8]; 10] = [
    b"ST_GEOMFROMTEXT",
    b"ST_GEOMETRYFROMTEXT",
    b"GEOMFROMTEXT",
    b"GEOMETRYFROMTEXT",
    b"ST_POINTFROMTEXT",
    b"ST_LINEFROMTEXT",
    b"ST_POLYFROMTEXT",
    b"POINTFROMTEXT",
    b"LINEFROMTEXT",
    b"POLYFROMTEXT",
];

/// The names of the current moment; all but the first four need parentheses, which is MySQL's to check.
const NOW: [&[u8]; 8] = [
    b"CURRENT_TIMESTAMP",
    b"LOCALTIME",
    b"LOCALTIMESTAMP",
    b"UTC_TIMESTAMP",
    b"NOW",
    b"SYSDATE",
    b"CURDATE",
    b"CURRENT_DATE",
];

/// Reads a value that begins with `first`, and answers the piece after it.
pub(super) fn value<'a>(lexer: &mut Lexer<'a>, first: Token<'a>) -> Result<(Literal, Token<'a>), Problem> {
    match first {
        Token::Word(word) => word_value(lexer, word),
        Token::Mark(sign @ (b'-' | b'+')) => match lexer.next()? {
            Token::Number(digits) => {
                let sign = if sign == b'-' { "-" } else { "" };
                Ok((Literal::Number(format!("{sign}{}", ascii(digits))), lexer.next()?))
            }
            other => Err(unexpected("a number", &other)),
        },
        other => literal(lexer, other),
    }
}

fn literal<'a>(lexer: &mut Lexer<'a>, token: Token<'a>) -> Result<(Literal, Token<'a>), Problem> {
    let literal = match token {
        Token::Number(digits) => Literal::Number(ascii(digits)),
        Token::Hex(digits) => Literal::Bytes(hex(digits).ok_or_else(|| bad("x'…'", digits))?),
        Token::Bits(digits) => Literal::Bytes(bits(digits).ok_or_else(|| bad("b'…'", digits))?),
        Token::Text(text) | Token::DoubleQuoted(text) => return joined(lexer, text),
        other => return Err(unexpected(VALUE, &other)),
    };
    Ok((literal, lexer.next()?))
}

/// Texts that follow each other are one.
fn joined<'a>(lexer: &mut Lexer<'a>, mut text: Vec<u8>) -> Result<(Literal, Token<'a>), Problem> {
    loop {
        match lexer.next()? {
            Token::Text(more) | Token::DoubleQuoted(more) => text.extend(more),
            next => return Ok((Literal::String(text), next)),
        }
    }
}

fn word_value<'a>(lexer: &mut Lexer<'a>, word: &'a [u8]) -> Result<(Literal, Token<'a>), Problem> {
    let is = |name: &[u8]| word.eq_ignore_ascii_case(name);
    let constant = if is(b"NULL") {
        Literal::Null
    } else if is(b"TRUE") || is(b"FALSE") {
        Literal::Bool(is(b"TRUE"))
    } else if is(b"DEFAULT") {
        Literal::Default
    } else if NOW.iter().any(|name| is(name)) {
        let next = lexer.next()?;
        return Ok((Literal::Now, after_now(lexer, next)?));
    } else if is(b"DATE") || is(b"TIME") || is(b"TIMESTAMP") {
        // `DATE '2024-01-01'`; a call of a function else.
        return match lexer.next()? {
            Token::Text(text) | Token::DoubleQuoted(text) => joined(lexer, text),
            _ => Err(unexpected(VALUE, &Token::Word(word))),
        };
    } else if word.starts_with(b"_") || is(b"N") {
        let next = lexer.next()?;
        return literal(lexer, next);
    } else if let Some(function) = Function::named(word) {
        return function.call(lexer);
    } else if FROM_TEXT.iter().any(|name| is(name)) {
        return shape(lexer);
    } else {
        return Err(unexpected(VALUE, &Token::Word(word)));
    };
    Ok((constant, lexer.next()?))
}

/// `()` and `(6)` may follow.
fn after_now<'a>(lexer: &mut Lexer<'a>, next: Token<'a>) -> Result<Token<'a>, Problem> {
    if next != Token::Mark(b'(') {
        return Ok(next);
    }
    let mut token = lexer.next()?;
    if let Token::Number(_) = token {
        token = lexer.next()?;
    }
    if token != Token::Mark(b')') {
        return Err(unexpected("')'", &token));
    }
    lexer.next()
}

/// `('POINT(1 2)')` or `('POINT(1 2)', 4326)`.
fn shape<'a>(lexer: &mut Lexer<'a>) -> Result<(Literal, Token<'a>), Problem> {
    match lexer.next()? {
        Token::Mark(b'(') => {}
        other => return Err(unexpected("'('", &other)),
    }
    let first = lexer.next()?;
    let (Literal::String(text), mut next) = value(lexer, first)? else {
        return Err(Problem::Unexpected {
            expected: "a text in WKT",
            found: "another literal".to_owned(),
        });
    };
    let mut srid = 0;
    if next == Token::Mark(b',') {
        srid = match lexer.next()? {
            Token::Number(digits) => ascii(digits).parse().map_err(|_| bad("an SRID", digits))?,
            other => return Err(unexpected("an SRID", &other)),
        };
        next = lexer.next()?;
    }
    if next != Token::Mark(b')') {
        return Err(unexpected("')'", &next));
    }
    let wkt = String::from_utf8_lossy(&text).into_owned();
    Ok((Literal::Shape { wkt, srid }, lexer.next()?))
}

/// Numbers hold nothing else.
fn ascii(digits: &[u8]) -> String {
    digits.iter().copied().map(char::from).collect()
}

/// MySQL completes a half of a pair at the front with a zero.
pub(super) fn hex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |b: u8| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    let (half, pairs) = digits.split_at(digits.len() % 2);
    let first = half.iter().map(|b| digit(*b));
    let others = pairs
        .chunks_exact(2)
        .map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?));
    first.chain(others).collect()
}

fn bits(digits: &[u8]) -> Option<Vec<u8>> {
    let bit = |b: &u8| match b {
        b'0' => Some(0_u8),
        b'1' => Some(1),
        _ => None,
    };
    let byte = |chunk: &[u8]| chunk.iter().try_fold(0_u8, |byte, b| Some(byte << 1 | bit(b)?));
    let (head, bytes) = digits.split_at(digits.len() % 8);
    let first = (!head.is_empty()).then_some(head);
    first.into_iter().chain(bytes.chunks_exact(8)).map(byte).collect()
}

fn bad(kind: &str, digits: &[u8]) -> Problem {
    Problem::BadLiteral(format!("{kind} with {}", shown(digits)))
}

pub(super) fn unexpected(expected: &'static str, found: &Token) -> Problem {
    let found = match found {
        Token::Word(word) => shown(word),
        Token::Name(name) => format!("`{}`", shown(name)),
        Token::Text(_) | Token::DoubleQuoted(_) => "a text".to_owned(),
        Token::Number(digits) => shown(digits),
        Token::Hex(_) | Token::Bits(_) => "a byte literal".to_owned(),
        Token::Mark(mark) if mark.is_ascii_graphic() => format!("'{}'", char::from(*mark)),
        Token::Mark(_) => "a control character".to_owned(),
        Token::End => "the end of the statement".to_owned(),
    };
    Problem::Unexpected { expected, found }
}

fn shown(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned()
}
