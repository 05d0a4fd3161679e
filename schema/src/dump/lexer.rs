//! The words, literals and marks of a MySQL script, and where its statements end.

use std::borrow::Cow;

use super::Problem;

/// One piece of a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    /// A keyword or a name without quotes.
    Word(&'a [u8]),
    /// A name in backticks.
    Name(Cow<'a, [u8]>),
    /// A text in single quotes, escapes resolved.
    Text(Vec<u8>),
    /// A text in double quotes: a name where a name is expected.
    DoubleQuoted(Vec<u8>),
    /// An unsigned number, as it was written.
    Number(&'a [u8]),
    /// The digits of `0x41` or `x'41'`.
    Hex(&'a [u8]),
    /// The digits of `0b01` or `b'01'`.
    Bits(&'a [u8]),
    /// Any other character.
    Mark(u8),
    /// The end of the statement.
    End,
}

/// Reads a script from its start to its end.
#[derive(Debug, Clone)]
pub(super) struct Lexer<'a> {
    script: &'a [u8],
    pos: usize,
    token_start: usize,
    delimiter: &'a [u8],
    /// Inside `/*!50705 … */`, whose text counts as if the comment were not there.
    in_version_comment: bool,
    /// A backslash in a text is one.
    pub(super) plain_backslashes: bool,
}

impl<'a> Lexer<'a> {
    pub(super) fn new(script: &'a [u8]) -> Self {
        let bom: &[u8] = b"\xEF\xBB\xBF";
        Self {
            script,
            pos: if script.starts_with(bom) { bom.len() } else { 0 },
            token_start: 0,
            delimiter: b";",
            in_version_comment: false,
            plain_backslashes: false,
        }
    }

    /// The script from there to the last piece's start.
    pub(super) fn text_from(&self, start: usize) -> &'a [u8] {
        self.script.get(start..self.token_start).unwrap_or_default()
    }

    /// Where the next piece begins, once [`Lexer::skip_space`] has run.
    pub(super) fn pos(&self) -> usize {
        self.pos
    }

    /// Where the last piece began, or what came instead of one.
    pub(super) fn token_start(&self) -> usize {
        self.token_start
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.pos >= self.script.len()
    }

    fn rest(&self) -> &'a [u8] {
        self.script.get(self.pos..).unwrap_or_default()
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.script.get(self.pos + ahead).copied()
    }

    /// Passes over white space and comments, and goes into and out of version comments.
    pub(super) fn skip_space(&mut self) -> Result<(), Problem> {
        loop {
            match self.peek(0) {
                Some(b) if b.is_ascii_whitespace() || b == 0x0B => self.pos += 1,
                Some(b'#') => self.skip_line(),
                Some(b'-') if self.is_dash_comment() => self.skip_line(),
                Some(b'/') if self.peek(1) == Some(b'*') => self.skip_comment()?,
                Some(b'*') if self.in_version_comment && self.peek(1) == Some(b'/') => {
                    self.in_version_comment = false;
                    self.pos += 2;
                }
                _ => return Ok(()),
            }
        }
    }

    /// `--` begins a comment only before a space or the line's end.
    fn is_dash_comment(&self) -> bool {
        self.peek(1) == Some(b'-')
            && self
                .peek(2)
                .is_none_or(|b| b.is_ascii_whitespace() || b.is_ascii_control())
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.pos += rest
            .iter()
            .position(|b| *b == b'\n')
            .map_or(rest.len(), |at| at + 1);
    }

    fn skip_comment(&mut self) -> Result<(), Problem> {
        if self.peek(2) == Some(b'!') && !self.in_version_comment {
            self.pos += 3;
            self.pos += self
                .rest()
                .iter()
                .take(6)
                .take_while(|b| b.is_ascii_digit())
                .count();
            self.in_version_comment = true;
            return Ok(());
        }
        let Some(at) = find(&self.rest()[2..], b"*/") else {
            self.token_start = self.pos;
            return Err(Problem::Unclosed("a comment"));
        };
        self.pos += at + 4;
        Ok(())
    }

    /// The next piece of the statement. At its end it stays there: see [`Lexer::end_statement`].
    pub(super) fn next(&mut self) -> Result<Token<'a>, Problem> {
        self.skip_space()?;
        self.token_start = self.pos;
        let Some(first) = self.peek(0) else {
            return Ok(Token::End);
        };
        if self.rest().starts_with(self.delimiter) {
            return Ok(Token::End);
        }
        match first {
            b'\'' => self.quoted().map(Token::Text),
            b'"' => self.quoted().map(Token::DoubleQuoted),
            b'`' => self.name(),
            b'0' if self.peek(1) == Some(b'x') => Ok(self.prefixed(u8::is_ascii_hexdigit, Token::Hex)),
            b'0' if self.peek(1) == Some(b'b') => {
                Ok(self.prefixed(|b| matches!(b, b'0' | b'1'), Token::Bits))
            }
            b'x' | b'X' if self.peek(1) == Some(b'\'') => match self.quoted_digits(Token::Hex)? {
                // Only `0x…` may begin with half a byte.
                Token::Hex(digits) if digits.len() % 2 == 1 => Err(Problem::BadLiteral(
                    "x'…' with an odd number of digits".to_owned(),
                )),
                token => Ok(token),
            },
            b'b' | b'B' if self.peek(1) == Some(b'\'') => self.quoted_digits(Token::Bits),
            b'0'..=b'9' => Ok(self.number()),
            b'.' if self.peek(1).is_some_and(|b| b.is_ascii_digit()) => Ok(self.number()),
            b if is_word(b) => Ok(Token::Word(self.take_while(is_word))),
            mark => {
                self.pos += 1;
                Ok(Token::Mark(mark))
            }
        }
    }

    fn take_while(&mut self, test: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.rest();
        let taken = &rest[..rest.iter().take_while(|b| test(**b)).count()];
        self.pos += taken.len();
        taken
    }

    /// `0x…`, `0b…`; a name such as `0xyz` where other characters follow.
    fn prefixed(&mut self, is_digit: impl Fn(&u8) -> bool, token: fn(&'a [u8]) -> Token<'a>) -> Token<'a> {
        let word = self.take_while(is_word);
        let digits = &word[2..];
        if !digits.is_empty() && digits.iter().all(is_digit) {
            token(digits)
        } else {
            Token::Word(word)
        }
    }

    fn quoted_digits(&mut self, token: fn(&'a [u8]) -> Token<'a>) -> Result<Token<'a>, Problem> {
        self.pos += 2;
        let digits = self.take_while(|b| b != b'\'');
        if self.is_at_end() {
            return Err(Problem::Unclosed("a quote"));
        }
        self.pos += 1;
        Ok(token(digits))
    }

    fn number(&mut self) -> Token<'a> {
        let start = self.pos;
        self.take_while(|b| b.is_ascii_digit());
        if self.peek(0) == Some(b'.') {
            self.pos += 1;
            self.take_while(|b| b.is_ascii_digit());
        }
        if matches!(self.peek(0), Some(b'e' | b'E')) {
            let signed = usize::from(matches!(self.peek(1), Some(b'-' | b'+')));
            if self.peek(1 + signed).is_some_and(|b| b.is_ascii_digit()) {
                self.pos += 1 + signed;
                self.take_while(|b| b.is_ascii_digit());
            }
        }
        Token::Number(&self.script[start..self.pos])
    }

    /// A name in backticks, two of which stand for one.
    fn name(&mut self) -> Result<Token<'a>, Problem> {
        self.pos += 1;
        let start = self.pos;
        let mut doubled = false;
        loop {
            self.take_while(|b| b != b'`');
            if self.is_at_end() {
                return Err(Problem::Unclosed("a name in backticks"));
            }
            self.pos += 1;
            if self.peek(0) != Some(b'`') {
                break;
            }
            doubled = true;
            self.pos += 1;
        }
        let raw = &self.script[start..self.pos - 1];
        if !doubled {
            return Ok(Token::Name(Cow::Borrowed(raw)));
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut bytes = raw.iter();
        while let Some(b) = bytes.next() {
            name.push(*b);
            if *b == b'`' {
                bytes.next();
            }
        }
        Ok(Token::Name(Cow::Owned(name)))
    }

    /// A text in quotes, which doubled stand for themselves, with backslash escapes.
    fn quoted(&mut self) -> Result<Vec<u8>, Problem> {
        let (quote, plain) = (self.script[self.pos], self.plain_backslashes);
        self.pos += 1;
        let mut text = Vec::new();
        loop {
            text.extend_from_slice(self.take_while(|b| b != quote && (b != b'\\' || plain)));
            match (self.peek(0), self.peek(1)) {
                (Some(b'\\'), Some(escaped)) if !plain => {
                    self.pos += 2;
                    unescape(escaped, &mut text);
                }
                (Some(b), Some(next)) if b == quote && next == quote => {
                    self.pos += 2;
                    text.push(quote);
                }
                (Some(b), _) if b == quote => {
                    self.pos += 1;
                    return Ok(text);
                }
                _ => {
                    self.pos = self.script.len();
                    return Err(Problem::Unclosed("a quote"));
                }
            }
        }
    }

    /// Passes over what is left of the statement, whatever it holds, and its delimiter.
    pub(super) fn end_statement(&mut self) {
        while !self.is_at_end() {
            if self.skip_space().is_err() {
                self.pos = self.script.len();
                return;
            }
            if self.rest().starts_with(self.delimiter) {
                self.pos += self.delimiter.len();
                return;
            }
            match self.peek(0) {
                Some(quote @ (b'\'' | b'"' | b'`')) => self.skip_quoted(quote),
                // A whole word at once, so that none is taken apart and looked at again.
                Some(b) if is_word(b) && !self.delimiter.first().is_some_and(|d| is_word(*d)) => {
                    self.take_while(is_word);
                }
                _ => self.pos += 1,
            }
        }
    }

    fn skip_quoted(&mut self, quote: u8) {
        self.pos += 1;
        loop {
            self.take_while(|b| b != quote && b != b'\\');
            match self.peek(0) {
                Some(b'\\') if quote != b'`' && !self.plain_backslashes => self.pos += 2,
                // A doubled quote reads as the end of one text and the start of another.
                Some(b) if b == quote => {
                    self.pos += 1;
                    return;
                }
                Some(_) => self.pos += 1,
                None => {
                    self.pos = self.script.len();
                    return;
                }
            }
        }
    }

    /// Obeys a `DELIMITER` line if one stands here.
    pub(super) fn take_delimiter_line(&mut self) -> bool {
        const WORD: &[u8] = b"DELIMITER";
        let rest = self.rest();
        let is_command = rest.len() > WORD.len()
            && rest[..WORD.len()].eq_ignore_ascii_case(WORD)
            && rest[WORD.len()].is_ascii_whitespace();
        if !is_command {
            return false;
        }
        let line = &rest[..rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len())];
        self.pos += line.len();
        let delimiter = line.get(WORD.len()..).unwrap_or_default().trim_ascii();
        if let Some(first) = delimiter
            .split(u8::is_ascii_whitespace)
            .next()
            .filter(|d| !d.is_empty())
        {
            self.delimiter = first;
        }
        true
    }
}

/// Letters, digits, `_`, `$`, and all that is not ASCII.
fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b == b'$' || b >= 0x80
}

/// `\%` and `\_` stay as they are, since they mean something to LIKE.
fn unescape(escaped: u8, text: &mut Vec<u8>) {
    match escaped {
        b'0' => text.push(0),
        b'b' => text.push(8),
        b'n' => text.push(b'\n'),
        b'r' => text.push(b'\r'),
        b't' => text.push(b'\t'),
        b'Z' => text.push(26),
        b'%' | b'_' => text.extend([b'\\', escaped]),
        other => text.push(other),
    }
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).position(|window| window == needle)
}
