//! INSERT statements, row by row.

use std::sync::Arc;

use super::expression::value_or_expression;
use super::lexer::{Lexer, Token};
use super::value::unexpected;
use super::{DumpError, Problem, Row, Settings, TakenKey, Target, upsert};
use crate::session::Session;
use crate::stored::Literal;

/// The rows of a script: see [`super::rows`].
#[derive(Debug, Clone)]
pub struct Rows<'a> {
    lexer: Lexer<'a>,
    script: &'a [u8],
    /// The statement whose rows are being read.
    target: Option<Arc<Target>>,
    place: Place,
    session: Session,
    settings: Arc<Settings>,
    /// Whether `ON DUPLICATE KEY UPDATE` may stand somewhere.
    may_update: bool,
    /// Whether all of the script is UTF-8, whatever it says.
    is_utf8: bool,
}

/// How far lines and columns have been counted. Only goes forward, so that counting is linear.
#[derive(Debug, Clone, Copy)]
struct Place {
    counted: usize,
    line: usize,
    /// Characters of the line up to `column_counted`.
    characters: usize,
    column_counted: usize,
}

impl Place {
    fn line_at(&mut self, script: &[u8], pos: usize) -> usize {
        let passed = script.get(self.counted..pos).unwrap_or_default();
        if let Some(last) = passed.iter().rposition(|b| *b == b'\n') {
            self.line += passed.split(|b| *b == b'\n').count() - 1;
            self.characters = 0;
            self.column_counted = self.counted + last + 1;
        }
        self.counted = self.counted.max(pos);
        self.line
    }

    /// The column in characters: bytes that do not continue one.
    fn column_at(&mut self, script: &[u8], pos: usize) -> usize {
        let passed = script.get(self.column_counted..pos).unwrap_or_default();
        self.characters += passed.iter().filter(|b| **b & 0xC0 != 0x80).count();
        self.column_counted = self.column_counted.max(pos);
        self.characters + 1
    }
}

impl<'a> Rows<'a> {
    pub(super) fn new(script: &'a [u8]) -> Self {
        Self {
            lexer: Lexer::new(script),
            script,
            session: Session::default(),
            settings: Arc::default(),
            may_update: holds(script, b"DUPLICATE"),
            is_utf8: std::str::from_utf8(script).is_ok(),
            target: None,
            place: Place {
                counted: 0,
                line: 1,
                characters: 0,
                column_counted: 0,
            },
        }
    }

    fn line_at(&mut self, pos: usize) -> usize {
        self.place.line_at(self.script, pos)
    }

    fn error(&mut self, problem: Problem) -> DumpError {
        let pos = self.lexer.token_start();
        DumpError {
            line: self.line_at(pos),
            column: self.place.column_at(self.script, pos),
            problem,
        }
    }

    /// Goes on to the next row; nothing at the script's end.
    fn next_row(&mut self) -> Result<Option<Row>, Problem> {
        loop {
            if let Some(target) = self.target.clone() {
                return self.row(target).map(Some);
            }
            self.lexer.skip_space()?;
            if self.lexer.is_at_end() {
                return Ok(None);
            }
            if self.lexer.take_delimiter_line() {
                continue;
            }
            match self.lexer.next()? {
                Token::Word(word) if word.eq_ignore_ascii_case(b"INSERT") => {
                    if let Some(row) = self.statement(TakenKey::Refused)? {
                        return Ok(Some(row));
                    }
                }
                Token::Word(word) if word.eq_ignore_ascii_case(b"REPLACE") => {
                    if let Some(row) = self.statement(TakenKey::Replaces)? {
                        return Ok(Some(row));
                    }
                }
                Token::Word(word) if word.eq_ignore_ascii_case(b"SET") => self.set(),
                _ => self.lexer.end_statement(),
            }
        }
    }

    /// Follows a SET statement.
    fn set(&mut self) {
        let start = self.lexer.token_start();
        self.lexer.end_statement();
        let statement = self.script.get(start..self.lexer.pos()).unwrap_or_default();
        self.session.set(&String::from_utf8_lossy(statement));
        self.lexer.plain_backslashes = self.session.plain_backslashes();
        self.settings = Arc::new(Settings {
            zone: self.session.zone(),
            ignores_references: !self.session.checks_references(),
            keeps_zero: self.session.keeps_zero(),
            latin1: self.session.is_latin1() && !self.is_utf8,
        });
    }

    /// Reads up to the first row; the row itself where it is `SET a = 1`.
    fn statement(&mut self, taken_key: TakenKey) -> Result<Option<Row>, Problem> {
        let mut target = Target {
            database: None,
            table: String::new(),
            columns: None,
            taken_key,
            settings: Arc::clone(&self.settings),
        };
        let mut token = self.lexer.next()?;
        loop {
            match &token {
                Token::Word(word) if is_any(word, &["LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "INTO"]) => {}
                Token::Word(word) if is_any(word, &["IGNORE"]) => target.taken_key = TakenKey::Ignored,
                _ => break,
            }
            token = self.lexer.next()?;
        }
        target.table = name(token, "a table")?;
        token = self.lexer.next()?;
        if token == Token::Mark(b'.') {
            let table = name(self.lexer.next()?, "a table")?;
            target.database = Some(std::mem::replace(&mut target.table, table));
            token = self.lexer.next()?;
        }
        if token == Token::Mark(b'(') {
            target.columns = Some(self.columns()?);
            token = self.lexer.next()?;
        }
        match token {
            Token::Word(word) if is_any(word, &["VALUES", "VALUE"]) => {
                self.look_for_update(&mut target)?;
                self.target = Some(Arc::new(target));
                Ok(None)
            }
            Token::Word(word) if is_any(word, &["SET"]) && target.columns.is_none() => {
                self.look_for_update(&mut target)?;
                self.assignments(target).map(Some)
            }
            Token::Word(word) if is_any(word, &["SELECT", "WITH", "TABLE"]) => {
                Err(Problem::Unsupported("INSERT … SELECT"))
            }
            Token::Word(word) if is_any(word, &["PARTITION"]) => {
                Err(Problem::Unsupported("INSERT … PARTITION"))
            }
            other => Err(unexpected("VALUES", &other)),
        }
    }

    fn look_for_update(&self, target: &mut Target) -> Result<(), Problem> {
        if self.may_update
            && let Some(assignments) = upsert::ahead(&self.lexer, target.columns.as_deref())?
        {
            target.taken_key = TakenKey::Updates(assignments);
        }
        Ok(())
    }

    /// The list after its opening parenthesis.
    fn columns(&mut self) -> Result<Vec<String>, Problem> {
        let mut columns = Vec::new();
        let mut token = self.lexer.next()?;
        if token == Token::Mark(b')') {
            return Ok(columns);
        }
        loop {
            match token {
                Token::Word(word) if is_any(word, &["SELECT"]) => {
                    return Err(Problem::Unsupported("INSERT … SELECT"));
                }
                token => columns.push(name(token, "a column")?),
            }
            match self.lexer.next()? {
                Token::Mark(b',') => token = self.lexer.next()?,
                Token::Mark(b')') => return Ok(columns),
                other => return Err(unexpected("',' or ')'", &other)),
            }
        }
    }

    fn row(&mut self, target: Arc<Target>) -> Result<Row, Problem> {
        self.lexer.skip_space()?;
        let line = self.line_at(self.lexer.pos());
        let mut token = self.lexer.next()?;
        if matches!(token, Token::Word(word) if is_any(word, &["ROW"])) {
            token = self.lexer.next()?;
        }
        if token != Token::Mark(b'(') {
            return Err(unexpected("'(' and a row", &token));
        }
        let known = target.columns.as_ref().map(Vec::len);
        let values = self.values(known.unwrap_or(0))?;
        if let Some(columns) = known.filter(|columns| *columns != values.len() && !values.is_empty()) {
            return Err(Problem::Count {
                values: values.len(),
                columns,
            });
        }
        self.after_row()?;
        Ok(Row { target, values, line })
    }

    /// The row's values after its opening parenthesis.
    fn values(&mut self, expected: usize) -> Result<Vec<Literal>, Problem> {
        let mut values = Vec::with_capacity(expected);
        let mut token = self.lexer.next()?;
        if token == Token::Mark(b')') {
            return Ok(values);
        }
        loop {
            let (literal, next) = value_or_expression(&mut self.lexer, token)?;
            values.push(literal);
            match next {
                Token::Mark(b',') => token = self.lexer.next()?,
                Token::Mark(b')') => return Ok(values),
                other => return Err(unexpected("',' or ')'", &other)),
            }
        }
    }

    /// Another row follows a comma; else the statement ends.
    fn after_row(&mut self) -> Result<(), Problem> {
        match self.lexer.next()? {
            Token::Mark(b',') => Ok(()),
            Token::End => {
                self.target = None;
                self.lexer.end_statement();
                Ok(())
            }
            // The clause was read before the rows.
            Token::Word(word) if self.may_update && is_any(word, &["ON", "AS"]) => {
                self.target = None;
                self.lexer.end_statement();
                Ok(())
            }
            other => Err(unexpected("',' or the end of the statement", &other)),
        }
    }

    /// `a = 1, b = 2` after SET: one row.
    fn assignments(&mut self, mut target: Target) -> Result<Row, Problem> {
        self.lexer.skip_space()?;
        let line = self.line_at(self.lexer.pos());
        let (mut columns, mut values) = (Vec::new(), Vec::new());
        loop {
            columns.push(name(self.lexer.next()?, "a column")?);
            match self.lexer.next()? {
                Token::Mark(b'=') => {}
                other => return Err(unexpected("'='", &other)),
            }
            let first = self.lexer.next()?;
            let (literal, next) = value_or_expression(&mut self.lexer, first)?;
            values.push(literal);
            match next {
                Token::Mark(b',') => {}
                Token::End => break,
                Token::Word(word) if self.may_update && is_any(word, &["ON", "AS"]) => break,
                other => return Err(unexpected("',' or the end of the statement", &other)),
            }
        }
        self.lexer.end_statement();
        target.columns = Some(columns);
        Ok(Row {
            target: Arc::new(target),
            values,
            line,
        })
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, DumpError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.next_row() {
            Ok(row) => row.map(Ok),
            Err(problem) => {
                let error = self.error(problem);
                self.target = None;
                self.lexer.end_statement();
                Some(Err(error))
            }
        }
    }
}

pub(super) fn is_any(word: &[u8], names: &[&str]) -> bool {
    names
        .iter()
        .any(|name| word.eq_ignore_ascii_case(name.as_bytes()))
}

pub(super) fn name(token: Token, expected: &'static str) -> Result<String, Problem> {
    let bytes = match token {
        Token::Word(word) => word.to_vec(),
        Token::Name(name) => name.into_owned(),
        Token::DoubleQuoted(name) => name,
        other => return Err(unexpected(expected, &other)),
    };
    String::from_utf8(bytes).map_err(|_| Problem::BadName)
}

/// Whether a word stands anywhere in the script.
fn holds(script: &[u8], word: &[u8]) -> bool {
    let first = word.first().map(u8::to_ascii_lowercase);
    script.windows(word.len()).any(|window| {
        window.first().map(u8::to_ascii_lowercase) == first && window.eq_ignore_ascii_case(word)
    })
}
