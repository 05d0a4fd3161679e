//! Walks over the tokens of one statement.

use super::lexer::{self, Kind, LexError, Token};

/// A problem or a warning, at a byte of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Finding {
    pub(crate) code: &'static str,
    pub(crate) message: String,
    pub(crate) at: usize,
}

/// A value and the byte of the script that it starts at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) at: usize,
}

/// The tokens of a statement, and the next of them.
#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    offset: usize,
    tokens: Vec<Token>,
    next: usize,
}

impl<'a> Cursor<'a> {
    /// Over a text that starts at a byte of the script.
    pub(crate) fn new(text: &'a str, offset: usize) -> Result<Self, Finding> {
        let tokens = lexer::tokens(text).map_err(|LexError { message, at }| Finding {
            code: "syntax",
            message,
            at: offset + at,
        })?;
        Ok(Self {
            text,
            offset,
            tokens,
            next: 0,
        })
    }

    pub(crate) fn peek(&self) -> Option<&Kind> {
        self.peek_nth(0)
    }

    pub(crate) fn peek_nth(&self, n: usize) -> Option<&Kind> {
        self.tokens.get(self.next + n).map(|token| &token.kind)
    }

    pub(crate) fn at_end(&self) -> bool {
        self.next >= self.tokens.len()
    }

    /// The byte of the script that the next token starts at.
    pub(crate) fn place(&self) -> usize {
        let at = self
            .tokens
            .get(self.next)
            .map_or(self.text.len(), |token| token.start);
        self.offset + at
    }

    pub(crate) fn advance(&mut self) {
        self.next += 1;
    }

    pub(crate) fn sees(&self, word: &str) -> bool {
        self.sees_nth(0, word)
    }

    pub(crate) fn sees_nth(&self, n: usize, word: &str) -> bool {
        matches!(self.peek_nth(n), Some(Kind::Word(found)) if found.eq_ignore_ascii_case(word))
    }

    pub(crate) fn sees_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.sees(word))
    }

    pub(crate) fn sees_mark(&self, mark: &str) -> bool {
        matches!(self.peek(), Some(Kind::Mark(found)) if *found == mark)
    }

    /// Takes the keyword if it is next.
    pub(crate) fn eat(&mut self, word: &str) -> bool {
        let found = self.sees(word);
        self.next += usize::from(found);
        found
    }

    /// Takes all the keywords, in a row, or none.
    pub(crate) fn eat_all(&mut self, words: &[&str]) -> bool {
        let found = words.iter().enumerate().all(|(n, word)| self.sees_nth(n, word));
        self.next += if found { words.len() } else { 0 };
        found
    }

    pub(crate) fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    pub(crate) fn eat_mark(&mut self, mark: &str) -> bool {
        let found = self.sees_mark(mark);
        self.next += usize::from(found);
        found
    }

    pub(crate) fn expect(&mut self, word: &str) -> Result<(), Finding> {
        if self.eat(word) {
            Ok(())
        } else {
            Err(self.expected(word))
        }
    }

    pub(crate) fn expect_mark(&mut self, mark: &str) -> Result<(), Finding> {
        if self.eat_mark(mark) {
            Ok(())
        } else {
            Err(self.expected(&format!("'{mark}'")))
        }
    }

    /// That something else stands where `what` should.
    pub(crate) fn expected(&self, what: &str) -> Finding {
        let found = match self.tokens.get(self.next) {
            Some(token) => format!("'{}'", shortened(&self.text[token.start..token.end])),
            None => "the end of the statement".to_owned(),
        };
        self.syntax(format!("expected {what}, found {found}"))
    }

    pub(crate) fn syntax(&self, message: String) -> Finding {
        Finding {
            code: "syntax",
            message,
            at: self.place(),
        }
    }

    /// A name; quotes of any kind or none.
    pub(crate) fn name(&mut self) -> Result<Placed<String>, Finding> {
        let at = self.place();
        let value = match self.peek() {
            Some(Kind::Word(name) | Kind::Name(name) | Kind::Text(name)) => name.clone(),
            _ => return Err(self.expected("a name")),
        };
        self.advance();
        Ok(Placed { value, at })
    }

    /// The last part of a name that may be qualified: `t`, `db`.`t`.
    pub(crate) fn qualified_name(&mut self) -> Result<Placed<String>, Finding> {
        self.database_and_name().map(|(_, name)| name)
    }

    /// A name, and the one before it where it is qualified.
    pub(crate) fn database_and_name(&mut self) -> Result<(Option<String>, Placed<String>), Finding> {
        let (mut database, mut name) = (None, self.name()?);
        while self.eat_mark(".") {
            database = Some(name.value);
            name = self.name()?;
        }
        Ok((database, name))
    }

    /// A text literal; several in a row are one.
    pub(crate) fn text(&mut self) -> Result<String, Finding> {
        if matches!(self.peek(), Some(Kind::Word(word)) if word.starts_with('_')) {
            self.advance();
        }
        let mut out = match self.peek() {
            Some(Kind::Text(text)) => text.clone(),
            _ => return Err(self.expected("a text in quotes")),
        };
        self.advance();
        while let Some(Kind::Text(more)) = self.peek() {
            out.push_str(more);
            self.advance();
        }
        Ok(out)
    }

    /// A whole number.
    pub(crate) fn whole(&mut self) -> Result<u64, Finding> {
        let value = match self.peek() {
            Some(Kind::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        let value = value.ok_or_else(|| self.expected("a whole number"))?;
        self.advance();
        Ok(value)
    }

    /// The text between a pair of parentheses, the outer white space cut off.
    pub(crate) fn parenthesized(&mut self) -> Result<Placed<String>, Finding> {
        let open = self.next;
        self.expect_mark("(")?;
        self.next = open;
        self.skip_group()?;
        let from = self.tokens[open].end;
        let to = self.tokens[self.next - 1].start;
        let inner = &self.text[from..to];
        if inner.trim_end().ends_with("--") {
            // A comment once it stands alone, as it does in the declaration.
            return Err(self.syntax("expected an operand behind '--', found ')'".to_owned()));
        }
        Ok(Placed {
            value: inner.trim().to_owned(),
            at: self.offset + from + (inner.len() - inner.trim_start().len()),
        })
    }

    /// Passes a pair of parentheses and what is between them.
    pub(crate) fn skip_group(&mut self) -> Result<(), Finding> {
        let start = self.next;
        let mut depth = 0_usize;
        while let Some(kind) = self.peek() {
            match kind {
                Kind::Mark("(") => depth += 1,
                Kind::Mark(")") => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.advance();
            if depth == 0 {
                return Ok(());
            }
        }
        self.next = start;
        Err(self.syntax("this parenthesis is never closed".to_owned()))
    }

    /// Passes the rest of a list's element: up to a comma or the closing parenthesis of the list.
    pub(crate) fn skip_element(&mut self) {
        while !self.at_end() && !self.sees_mark(",") && !self.sees_mark(")") {
            if !self.sees_mark("(") {
                self.advance();
            } else if self.skip_group().is_err() {
                self.next = self.tokens.len();
            }
        }
    }

    pub(crate) fn skip_rest(&mut self) {
        self.next = self.tokens.len();
    }

    /// Where the next token is among the tokens, for [`Cursor::text_since`].
    pub(crate) fn mark_position(&self) -> usize {
        self.next
    }

    /// Goes back to where [`Cursor::mark_position`] was.
    pub(crate) fn return_to(&mut self, mark: usize) {
        self.next = mark;
    }

    /// The text from the token at `mark` to the one before the next.
    pub(crate) fn text_since(&self, mark: usize) -> &'a str {
        if mark >= self.next {
            return "";
        }
        &self.text[self.tokens[mark].start..self.tokens[self.next - 1].end]
    }
}

pub(crate) fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    text.chars().take(MOST).chain("…".chars()).collect()
}
