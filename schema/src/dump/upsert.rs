//! `ON DUPLICATE KEY UPDATE`, which stands behind the rows that it is for.

use super::expression::expression;
use super::insert::{is_any, name};
use super::lexer::{Lexer, Token};
use super::value::unexpected;
use super::{Assigned, Assignment, Problem};

/// Looks for the clause from the statement's VALUES on.
pub(super) fn ahead(lexer: &Lexer, columns: Option<&[String]>) -> Result<Option<Vec<Assignment>>, Problem> {
    let mut lexer = lexer.clone();
    let mut alias = Alias::default();
    let mut depth = 0_usize;
    loop {
        match lexer.next()? {
            Token::End => return Ok(None),
            Token::Mark(b'(') => depth += 1,
            Token::Mark(b')') => depth = depth.saturating_sub(1),
            Token::Word(word) if depth == 0 && is_any(word, &["AS"]) => alias = Alias::read(&mut lexer)?,
            Token::Word(word) if depth == 0 && is_any(word, &["ON"]) => {
                for expected in ["DUPLICATE", "KEY", "UPDATE"] {
                    match lexer.next()? {
                        Token::Word(word) if is_any(word, &[expected]) => {}
                        other => return Err(unexpected("DUPLICATE KEY UPDATE", &other)),
                    }
                }
                return assignments(&mut lexer, &alias, columns).map(Some);
            }
            _ => {}
        }
    }
}

/// `AS new (a, b)`: other names for the row that is inserted.
#[derive(Debug, Default)]
struct Alias {
    row: Option<String>,
    columns: Vec<String>,
}

impl Alias {
    fn read(lexer: &mut Lexer) -> Result<Self, Problem> {
        let mut alias = Self {
            row: Some(name(lexer.next()?, "a name")?),
            columns: Vec::new(),
        };
        let mut ahead = lexer.clone();
        if ahead.next()? != Token::Mark(b'(') {
            return Ok(alias);
        }
        loop {
            alias.columns.push(name(ahead.next()?, "a column")?);
            match ahead.next()? {
                Token::Mark(b',') => {}
                Token::Mark(b')') => break,
                other => return Err(unexpected("',' or ')'", &other)),
            }
        }
        *lexer = ahead;
        Ok(alias)
    }

    /// The column of the table that a column of the alias stands for.
    fn column(&self, named: String, columns: Option<&[String]>) -> Option<String> {
        if self.columns.is_empty() {
            return Some(named);
        }
        let at = self
            .columns
            .iter()
            .position(|column| column.eq_ignore_ascii_case(&named))?;
        columns?.get(at).cloned()
    }
}

fn assignments(
    lexer: &mut Lexer,
    alias: &Alias,
    columns: Option<&[String]>,
) -> Result<Vec<Assignment>, Problem> {
    let mut list = Vec::new();
    loop {
        let mut column = name(lexer.next()?, "a column")?;
        let mut token = lexer.next()?;
        while token == Token::Mark(b'.') {
            column = name(lexer.next()?, "a column")?;
            token = lexer.next()?;
        }
        if token != Token::Mark(b'=') {
            return Err(unexpected("'='", &token));
        }
        let (value, next) = assigned(lexer, alias, columns)?;
        list.push(Assignment { column, value });
        match next {
            Token::Mark(b',') => {}
            Token::End => return Ok(list),
            other => return Err(unexpected("',' or the end of the statement", &other)),
        }
    }
}

fn assigned<'a>(
    lexer: &mut Lexer<'a>,
    alias: &Alias,
    columns: Option<&[String]>,
) -> Result<(Assigned, Token<'a>), Problem> {
    let first = lexer.next()?;
    let mut ahead = lexer.clone();
    if let Some(column) = given(&mut ahead, &first, alias, columns) {
        let next = ahead.next()?;
        if matches!(next, Token::Mark(b',') | Token::End) {
            *lexer = ahead;
            return Ok((Assigned::Given(column), next));
        }
    }
    let (text, next) = expression(lexer, first == Token::Mark(b'('))?;
    Ok((Assigned::Expression(text), next))
}

/// The column of the row to insert that is meant by `VALUES(a)`, `new.a`, or `m` where `AS new (m)`.
fn given(lexer: &mut Lexer, first: &Token, alias: &Alias, columns: Option<&[String]>) -> Option<String> {
    if matches!(first, Token::Word(word) if is_any(word, &["VALUES", "VALUE"])) {
        if lexer.next().ok()? != Token::Mark(b'(') {
            return None;
        }
        let column = name(lexer.next().ok()?, "a column").ok()?;
        return (lexer.next().ok()? == Token::Mark(b')')).then_some(column);
    }
    let named = name(first.clone(), "a name").ok()?;
    if alias
        .columns
        .iter()
        .any(|column| column.eq_ignore_ascii_case(&named))
    {
        return alias.column(named, columns);
    }
    if !alias.row.as_ref()?.eq_ignore_ascii_case(&named) || lexer.next().ok()? != Token::Mark(b'.') {
        return None;
    }
    alias.column(name(lexer.next().ok()?, "a column").ok()?, columns)
}
