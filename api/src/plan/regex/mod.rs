//! Regular expressions, by what the platform has: SQLite's REGEXP is not there, and no function can be added to it.
//!
//! An expression that GLOB can say becomes one; any other becomes an automaton that the shard walks through the text. So all
//! that is regular is exact: what is not (references, looking around), and boundaries of words, are refused.

mod automaton;
mod class;
mod parse;

#[cfg(test)]
mod tests;

use schema::stored::Value;
use shard::op::Test;

use self::class::Class;
use self::parse::Node;
use crate::error::ApiError;
use crate::plan::Binder;
use crate::plan::pattern::{self, MAX_BYTES, Token};

/// The test that an expression is found in a text; with `fold`, ASCII letters in either case. `.` stands for every character,
/// and `^` and `$` for the text's ends only, as in PostgreSQL.
pub fn test(binder: &mut Binder, text: &str, fold: bool) -> Result<Test, ApiError> {
    let node = parse::parse(text, fold)?;
    let branches = match node {
        Node::Choice(branches) => branches,
        other => vec![other],
    };
    // Alternatives without an anchor are one automaton.
    let (anchored, free): (Vec<Node>, Vec<Node>) = branches.into_iter().partition(is_anchored);
    let mut tests = Vec::with_capacity(anchored.len() + 1);
    for branch in anchored {
        tests.push(Branch::of(branch).test(binder, fold)?);
    }
    let free = match free.len() {
        0 => None,
        1 => free.into_iter().next(),
        _ => Some(Node::Choice(free)),
    };
    if let Some(free) = free {
        tests.push(Branch::of(free).test(binder, fold)?);
    }
    Ok(match tests.pop() {
        Some(only) if tests.is_empty() => only,
        last => Test::Any(tests.into_iter().chain(last).collect()),
    })
}

/// The test of a pattern that is too long for the platform's own.
pub(super) fn of_pattern(binder: &mut Binder, tokens: &[Token], fold: bool) -> Result<Test, ApiError> {
    let parts = tokens.iter().map(|token| match token {
        Token::Character(character) if fold => Node::Class(Class::one(*character).folded()),
        Token::Character(character) => Node::Class(Class::one(*character)),
        Token::AnyText => Node::Repeat(Box::new(Node::Class(Class::any())), 0, None),
        Token::AnyCharacter | Token::Set(_) => Node::Class(Class::any()),
    });
    let branch = Branch {
        start: true,
        end: true,
        parts: Vec::new(),
    };
    branch.walk(binder, &Node::Sequence(parts.collect()), fold)
}

fn is_anchored(node: &Node) -> bool {
    match node {
        Node::Start | Node::End => true,
        Node::Sequence(parts) => {
            matches!(parts.first(), Some(Node::Start)) || matches!(parts.last(), Some(Node::End))
        }
        _ => false,
    }
}

/// An alternative, without the anchors at its ends.
struct Branch {
    start: bool,
    end: bool,
    parts: Vec<Node>,
}

impl Branch {
    fn of(node: Node) -> Self {
        let mut parts = match node {
            Node::Sequence(parts) => parts,
            other => vec![other],
        };
        let leading = parts
            .iter()
            .take_while(|part| matches!(part, Node::Start))
            .count();
        parts.drain(..leading);
        let mut end = false;
        while matches!(parts.last(), Some(Node::End)) {
            parts.pop();
            end = true;
        }
        Self {
            start: leading > 0,
            end,
            parts,
        }
    }

    fn test(mut self, binder: &mut Binder, fold: bool) -> Result<Test, ApiError> {
        if let [Node::Choice(_)] = self.parts.as_slice()
            && !self.start
            && !self.end
            && let Some(inner) = self.parts.pop()
        {
            return self.walk(binder, &inner, fold);
        }
        if let Some(tokens) = self.tokens(fold)
            && let Some(test) = pattern::test(binder, &tokens, fold)?
        {
            return Ok(test);
        }
        let node = Node::Sequence(std::mem::take(&mut self.parts));
        self.walk(binder, &node, fold)
    }

    /// The expression as a pattern's tokens; `None` where it is none.
    fn tokens(&self, fold: bool) -> Option<Vec<Token>> {
        let mut tokens = Vec::new();
        if !self.start {
            tokens.push(Token::AnyText);
        }
        for part in &self.parts {
            token(part, fold, &mut tokens)?;
        }
        if !self.end {
            tokens.push(Token::AnyText);
        }
        Some(tokens)
    }

    fn walk(&self, binder: &mut Binder, node: &Node, fold: bool) -> Result<Test, ApiError> {
        // What takes nothing is found in every text whose start or end is open.
        if automaton::is_nullable(node) && !(self.start && self.end) {
            automaton::written(node, !self.start)?;
            return pattern::any_text(binder);
        }
        let automaton = automaton::written(node, !self.start)?;
        let walk = Test::Walk {
            automaton: binder.bind(Value::Text(automaton))?,
            whole: self.end,
        };
        if !self.start {
            return Ok(walk);
        }
        // An index finds the texts with the start that all of them have.
        match pattern::start(binder, &prefix(node, fold), fold)? {
            Some(start) => Ok(Test::All(vec![start, walk])),
            None => Ok(walk),
        }
    }
}

fn token(node: &Node, fold: bool, tokens: &mut Vec<Token>) -> Option<()> {
    match node {
        Node::Class(class) if class.is_any() => tokens.push(Token::AnyCharacter),
        Node::Class(class) => match class.only(fold) {
            Some(character) => tokens.push(Token::Character(character)),
            None => tokens.push(Token::Set(class.glob()?)),
        },
        Node::Sequence(parts) => {
            for part in parts {
                token(part, fold, tokens)?;
            }
        }
        Node::Repeat(inner, least, most) => {
            let open = most.is_none() && matches!(inner.as_ref(), Node::Class(class) if class.is_any());
            if !open && *most != Some(*least) {
                return None;
            }
            for _ in 0..*least {
                token(inner, fold, tokens)?;
                if tokens.len() > MAX_BYTES {
                    return None;
                }
            }
            if open {
                tokens.push(Token::AnyText);
            }
        }
        Node::Start | Node::End | Node::Choice(_) => return None,
    }
    Some(())
}

/// The characters that every text starts with.
fn prefix(node: &Node, fold: bool) -> String {
    let mut text = String::new();
    if let Node::Sequence(parts) = node {
        let known = parts.iter().map_while(|part| match part {
            Node::Class(class) => class.only(fold),
            _ => None,
        });
        text.extend(known);
    }
    text
}
