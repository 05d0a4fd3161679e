//! The syntax of regular expressions: what PostgreSQL, MySQL and JavaScript have in common.

use super::class::Class;
use crate::error::{ApiError, Code};

/// The most characters of an expression.
const MAX_LENGTH: usize = 1_000;

/// The most groups within groups.
const MAX_DEPTH: usize = 50;

/// The most repetitions of a part that may be counted.
const MAX_COUNT: u32 = 255;

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// One character of a set.
    Class(Class),
    /// The text's start.
    Start,
    /// The text's end.
    End,
    /// One after another.
    Sequence(Vec<Node>),
    /// One of several.
    Choice(Vec<Node>),
    /// Again and again: at least, at most.
    Repeat(Box<Node>, u32, Option<u32>),
}

/// Reads an expression. With `fold`, ASCII letters stand for both cases.
pub(super) fn parse(text: &str, fold: bool) -> Result<Node, ApiError> {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() > MAX_LENGTH {
        return Err(ApiError::new(
            Code::LimitExceeded,
            format!(
                "a regular expression has at most {MAX_LENGTH} characters, got {}",
                characters.len()
            ),
        ));
    }
    let mut parser = Parser {
        characters: &characters,
        at: 0,
        fold,
    };
    let node = parser.choice(0)?;
    match parser.peek() {
        None => Ok(node),
        Some(_) => Err(parser.wrong("this ')' closes no group: write '\\)' for the character")),
    }
}

struct Parser<'p> {
    characters: &'p [char],
    at: usize,
    fold: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.characters.get(self.at..).unwrap_or_default();
        let length = text.chars().count();
        let found = rest.len() >= length && text.chars().zip(rest).all(|(wanted, found)| wanted == *found);
        if found {
            self.at += length;
        }
        found
    }

    fn choice(&mut self, depth: usize) -> Result<Node, ApiError> {
        let mut branches = vec![self.sequence(depth)?];
        while self.eat("|") {
            branches.push(self.sequence(depth)?);
        }
        Ok(match branches.pop() {
            Some(only) if branches.is_empty() => only,
            last => Node::Choice(branches.into_iter().chain(last).collect()),
        })
    }

    fn sequence(&mut self, depth: usize) -> Result<Node, ApiError> {
        let mut parts = Vec::new();
        while let Some(character) = self.peek() {
            if matches!(character, '|' | ')') {
                break;
            }
            let part = self.part(character, depth)?;
            parts.push(self.repeated(part)?);
        }
        Ok(match parts.pop() {
            Some(only) if parts.is_empty() => only,
            last => Node::Sequence(parts.into_iter().chain(last).collect()),
        })
    }

    fn part(&mut self, character: char, depth: usize) -> Result<Node, ApiError> {
        let start = self.at;
        self.at += 1;
        Ok(match character {
            '^' => Node::Start,
            '$' => Node::End,
            '.' => Node::Class(Class::any()),
            '(' => return self.group(start, depth),
            '[' => Node::Class(self.set(start)?),
            '\\' => return self.escape(start),
            '*' | '+' | '?' => return Err(wrong_at(start, "nothing stands here to repeat")),
            other => self.class(Class::one(other)),
        })
    }

    fn class(&self, class: Class) -> Node {
        Node::Class(if self.fold { class.folded() } else { class })
    }

    fn group(&mut self, start: usize, depth: usize) -> Result<Node, ApiError> {
        if depth == MAX_DEPTH {
            return Err(wrong_at(start, &format!("groups may be nested {MAX_DEPTH} deep")));
        }
        if self.eat("?") {
            let around = ["=", "!", "<=", "<!"].into_iter().any(|mark| self.eat(mark));
            if around {
                return Err(impossible(start, "looking ahead or behind"));
            }
            let named = self.eat("P<") || self.eat("<");
            if named {
                while self.peek().is_some_and(|character| character != '>') {
                    self.at += 1;
                }
            }
            if !self.eat(if named { ">" } else { ":" }) {
                return Err(impossible(
                    start,
                    "a flag inside the expression (`iregex` ignores case)",
                ));
            }
        }
        let inner = self.choice(depth + 1)?;
        if !self.eat(")") {
            return Err(wrong_at(start, "the group that opens here is not closed"));
        }
        Ok(inner)
    }

    fn escape(&mut self, start: usize) -> Result<Node, ApiError> {
        match self.peek() {
            Some('A') => {
                self.at += 1;
                Ok(Node::Start)
            }
            Some('z' | 'Z') => {
                self.at += 1;
                Ok(Node::End)
            }
            Some('b' | 'B' | 'y' | 'Y' | 'm' | 'M' | '<' | '>') => {
                Err(impossible(start, "a boundary of words"))
            }
            Some('1'..='9' | 'k') => Err(impossible(start, "a reference to a group")),
            _ => {
                let class = self.escaped(start)?;
                Ok(self.class(class))
            }
        }
    }

    /// What an escape stands for, in a set or outside.
    fn escaped(&mut self, start: usize) -> Result<Class, ApiError> {
        let Some(character) = self.peek() else {
            return Err(wrong_at(start, "nothing stands behind the '\\'"));
        };
        self.at += 1;
        Ok(match character {
            'd' => named("digit"),
            'D' => named("digit").not(),
            'w' => named("word"),
            'W' => named("word").not(),
            's' => named("space"),
            'S' => named("space").not(),
            'n' => Class::one('\n'),
            't' => Class::one('\t'),
            'r' => Class::one('\r'),
            'f' => Class::one('\u{c}'),
            'v' => Class::one('\u{b}'),
            'x' => Class::one(self.numbered(start, 2)?),
            'u' => Class::one(self.numbered(start, 4)?),
            'p' | 'P' => return Err(impossible(start, "a class of Unicode")),
            other if other.is_ascii_alphanumeric() => {
                return Err(wrong_at(start, &format!("'\\{other}' is no escape")));
            }
            other => Class::one(other),
        })
    }

    /// The character of so many hexadecimal digits, or of those in braces.
    fn numbered(&mut self, start: usize, digits: usize) -> Result<char, ApiError> {
        let braced = self.eat("{");
        let mut number = 0_u32;
        let mut read = 0;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(16))
            && (read < if braced { 6 } else { digits })
        {
            number = number * 16 + digit;
            read += 1;
            self.at += 1;
        }
        let closed = if braced {
            read > 0 && self.eat("}")
        } else {
            read == digits
        };
        char::from_u32(number)
            .filter(|_| closed)
            .ok_or_else(|| wrong_at(start, "the escape names no character"))
    }

    fn set(&mut self, start: usize) -> Result<Class, ApiError> {
        let negated = self.eat("^");
        let mut set: Option<Class> = None;
        loop {
            let Some(character) = self.peek() else {
                return Err(wrong_at(start, "the set that opens here is not closed"));
            };
            if character == ']' && set.is_some() {
                self.at += 1;
                break;
            }
            let member = self.member(start)?;
            set = Some(match set {
                Some(set) => set.or(&member),
                None => member,
            });
        }
        let set = set.unwrap_or_else(Class::any);
        let set = if self.fold { set.folded() } else { set };
        Ok(if negated { set.not() } else { set })
    }

    fn member(&mut self, start: usize) -> Result<Class, ApiError> {
        if self.eat("[:") {
            let name: String = self.characters[self.at..]
                .iter()
                .take_while(|character| **character != ':')
                .collect();
            self.at += name.chars().count();
            if !self.eat(":]") || !NAMED.contains(&name.as_str()) {
                return Err(wrong_at(start, &format!("there is no class '[:{name}:]'")));
            }
            return Ok(named(&name));
        }
        if self.eat("[.") || self.eat("[=") {
            return Err(impossible(start, "a collating element"));
        }
        let first = self.single(start)?;
        let ends = matches!(self.characters.get(self.at + 1), None | Some(']'));
        let (Some(low), Some('-'), false) = (first.only(false), self.peek(), ends) else {
            return Ok(first);
        };
        self.at += 1;
        match self.single(start)?.only(false) {
            Some(high) if low <= high => Ok(Class::range(low, high)),
            _ => Err(wrong_at(
                start,
                "the set holds a range that ends before it starts",
            )),
        }
    }

    fn single(&mut self, start: usize) -> Result<Class, ApiError> {
        let at = self.at;
        let Some(character) = self.peek() else {
            return Err(wrong_at(start, "the set that opens here is not closed"));
        };
        self.at += 1;
        if character == '\\' {
            return self.escaped(at);
        }
        Ok(Class::one(character))
    }

    fn repeated(&mut self, part: Node) -> Result<Node, ApiError> {
        let start = self.at;
        let counts = if self.eat("*") {
            Some((0, None))
        } else if self.eat("+") {
            Some((1, None))
        } else if self.eat("?") {
            Some((0, Some(1)))
        } else if self.peek() == Some('{') {
            self.counts()
        } else {
            None
        };
        let Some((least, most)) = counts else {
            return Ok(part);
        };
        if least > MAX_COUNT || most.is_some_and(|most| most > MAX_COUNT || most < least) {
            return Err(wrong_at(
                start,
                &format!("a count is from 0 to {MAX_COUNT}, the least first"),
            ));
        }
        if matches!(part, Node::Start | Node::End) {
            return Err(wrong_at(start, "an anchor cannot be repeated"));
        }
        if self.eat("+") {
            return Err(impossible(start, "a repetition that gives nothing back"));
        }
        // Whether it takes as little as it can decides which text is found, not whether one is.
        self.eat("?");
        if matches!(self.peek(), Some('*' | '+' | '?')) {
            return Err(self.wrong("what is repeated already stands before this"));
        }
        Ok(Node::Repeat(Box::new(part), least, most))
    }

    /// `{2}`, `{2,}` and `{2,5}`; other braces stand for themselves.
    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        let rest: String = self.characters[self.at + 1..].iter().take(9).collect();
        let (inside, _) = rest.split_once('}')?;
        let number = |text: &str| {
            text.bytes()
                .all(|byte| byte.is_ascii_digit())
                .then(|| text.parse().ok())?
        };
        let counts = match inside.split_once(',') {
            None => {
                let exactly = number(inside)?;
                (exactly, Some(exactly))
            }
            Some((least, "")) => (number(least)?, None),
            Some((least, most)) => (number(least)?, Some(number(most)?)),
        };
        self.at += inside.len() + 2;
        Some(counts)
    }

    fn wrong(&self, what: &str) -> ApiError {
        wrong_at(self.at, what)
    }
}

fn wrong_at(at: usize, what: &str) -> ApiError {
    refused(Code::InvalidExpression, at, what)
}

fn impossible(at: usize, what: &str) -> ApiError {
    refused(Code::NotSupported, at, &format!("{what} is not possible here"))
}

/// The error of something in an expression.
pub(super) fn refused(code: Code, at: usize, what: &str) -> ApiError {
    ApiError::new(
        code,
        format!("the regular expression: at character {}: {what}", at + 1),
    )
    .with("position", at + 1)
}

/// The classes that have a name.
const NAMED: [&str; 13] = [
    "alpha", "digit", "alnum", "upper", "lower", "space", "blank", "punct", "cntrl", "graph", "print",
    "xdigit", "word",
];

fn named(name: &str) -> Class {
    let ranges: &[(char, char)] = match name {
        "alpha" => &[('A', 'Z'), ('a', 'z')],
        "digit" => &[('0', '9')],
        "alnum" => &[('0', '9'), ('A', 'Z'), ('a', 'z')],
        "word" => &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')],
        "upper" => &[('A', 'Z')],
        "lower" => &[('a', 'z')],
        "blank" => &[('\t', '\t'), (' ', ' ')],
        "punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
        "cntrl" => &[('\u{1}', '\u{1f}'), ('\u{7f}', '\u{7f}')],
        "graph" => &[('!', '~')],
        "print" => &[(' ', '~')],
        "xdigit" => &[('0', '9'), ('A', 'F'), ('a', 'f')],
        _ => &[('\t', '\r'), (' ', ' ')],
    };
    let mut class: Option<Class> = None;
    for (first, last) in ranges {
        let range = Class::range(*first, *last);
        class = Some(match class {
            Some(class) => class.or(&range),
            None => range,
        });
    }
    class.unwrap_or_else(Class::any)
}
