//! The grammar of filters: `year=gte.2000`, `year.gte=2000` and `or=(a.eq.1,and(b.gt.2,c.is.null))`.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::error::ApiError;
use crate::plan::filter::{Containment, Operator};
use crate::plan::limits::Limits;
use crate::plan::search::Mode;
use crate::rest::column::ColumnRef;
use crate::rest::scan::Scanner;
use crate::rest::search;

/// A condition as it was written: its columns are still names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Tree {
    /// All hold.
    All(Vec<Tree>),
    /// One holds.
    Any(Vec<Tree>),
    /// Does not hold.
    Not(Box<Tree>),
    /// A test of one column.
    Leaf(ColumnRef, Asked),
}

/// What is asked of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Asked {
    /// A comparison with one value.
    Compare(Operator, String),
    /// `in`
    Among(Vec<String>),
    /// `is`
    Is(Is),
    /// `fts` and its siblings
    Search(Mode, String),
    /// `cs`, `cd` and `ov`
    Contain(Containment, String),
    /// `isdistinct`
    Distinct(String),
}

impl Asked {
    /// Its operands.
    pub(crate) fn operands(&self) -> impl Iterator<Item = &str> {
        let operands: &[String] = match self {
            Self::Compare(_, text) | Self::Contain(_, text) | Self::Distinct(text) => {
                std::slice::from_ref(text)
            }
            Self::Among(list) => list,
            Self::Is(_) | Self::Search(..) => &[],
        };
        operands.iter().map(String::as_str)
    }

    /// The same with as many other operands.
    pub(crate) fn with_operands(&self, mut operands: impl Iterator<Item = String>) -> Self {
        match self {
            Self::Compare(operator, _) => Self::Compare(*operator, operands.next().unwrap_or_default()),
            Self::Contain(containment, _) => Self::Contain(*containment, operands.next().unwrap_or_default()),
            Self::Distinct(_) => Self::Distinct(operands.next().unwrap_or_default()),
            Self::Among(_) => Self::Among(operands.collect()),
            Self::Is(_) | Self::Search(..) => self.clone(),
        }
    }

    /// The same with `%` for the `*` of a pattern, which stands for it in a URL, where `%` would need an escape.
    pub(crate) fn starred(&self) -> Cow<'_, Self> {
        match self {
            Self::Compare(operator @ (Operator::Like | Operator::Ilike), text) if text.contains('*') => {
                Cow::Owned(Self::Compare(*operator, text.replace('*', "%")))
            }
            _ => Cow::Borrowed(self),
        }
    }
}

fn containment(name: &str) -> Option<Containment> {
    Some(match name {
        "cs" => Containment::Contains,
        "cd" => Containment::Within,
        "ov" => Containment::Overlaps,
        _ => return None,
    })
}

/// What `is` takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Is {
    Null,
    NotNull,
    True,
    False,
    Unknown,
}

/// The operators of both spellings.
pub(crate) const OPERATORS: [&str; 29] = [
    "eq",
    "neq",
    "gt",
    "gte",
    "lt",
    "lte",
    "like",
    "ilike",
    "startsWith",
    "endsWith",
    "contains",
    "iStartsWith",
    "iEndsWith",
    "iContains",
    "regex",
    "iregex",
    "match",
    "imatch",
    "in",
    "nin",
    "is",
    "fts",
    "plfts",
    "phfts",
    "wfts",
    "isdistinct",
    "cs",
    "cd",
    "ov",
];

/// PostgREST's operators that this API does not have.
const FOREIGN: [&str; 5] = ["sl", "sr", "nxr", "nxl", "adj"];

/// Where a condition stands: it decides where its operand ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Alone: the operand is the rest of the text.
    Alone,
    /// In a group: the operand ends at `,` or `)` unless it is quoted.
    Group,
}

/// A group behind `and`, `or`, `not.and`, `not.or`; `None` for any other word.
pub(crate) fn group_word(name: &str) -> Option<(bool, bool)> {
    Some(match name {
        "and" => (false, false),
        "or" => (false, true),
        "not.and" => (true, false),
        "not.or" => (true, true),
        _ => return None,
    })
}

/// Reads the value of a parameter that is a column: `not.gte.2000`.
pub(crate) fn whole(parameter: &str, column: ColumnRef, text: &str) -> Result<Tree, ApiError> {
    let mut scanner = Scanner::new(parameter, text);
    let tree = condition(&mut scanner, column, Place::Alone)?;
    scanner.end()?;
    Ok(tree)
}

/// Reads a parameter whose name holds the operator: `year.gte=2000`, `year.not.in=1999,2000`. `None` if `operator` is none.
pub(crate) fn typed(
    parameter: &str,
    column: &ColumnRef,
    operator: &str,
    text: &str,
) -> Option<Result<Tree, ApiError>> {
    let (negated, operator) = match operator.strip_prefix("not.") {
        Some(operator) => (true, operator),
        None => (false, operator),
    };
    let mut scanner = Scanner::new(parameter, text);
    let asked = match operator {
        "in" => typed_list(&mut scanner).map(Asked::Among),
        "nin" => {
            let asked = typed_list(&mut scanner).map(Asked::Among);
            return Some(asked.map(|asked| negate(!negated, Tree::Leaf(column.to_owned(), asked))));
        }
        "is" => is(&mut scanner).map(Asked::Is),
        "isdistinct" => Ok(Asked::Distinct(text.to_owned())),
        name => match search::mode(name.split_once('(').map_or(name, |(name, _)| name)) {
            Some(mode) if name.ends_with(')') || !name.contains('(') => {
                Ok(Asked::Search(mode, text.to_owned()))
            }
            _ => Ok(match containment(name) {
                Some(containment) => Asked::Contain(containment, text.to_owned()),
                None => Asked::Compare(Operator::parse(name)?, text.to_owned()),
            }),
        },
    };
    Some(asked.map(|asked| negate(negated, Tree::Leaf(column.clone(), asked))))
}

/// Reads the value of `or`, `and` and their negations: `(a.eq.1,b.is.null)`.
pub(crate) fn group(parameter: &str, (negated, any): (bool, bool), text: &str) -> Result<Tree, ApiError> {
    let mut scanner = Scanner::new(parameter, text);
    let tree = members(&mut scanner, any, 0)?;
    scanner.end()?;
    Ok(negate(negated, tree))
}

fn members(scanner: &mut Scanner<'_>, any: bool, depth: usize) -> Result<Tree, ApiError> {
    let most = Limits::DEFAULT.max_nesting;
    if depth == most {
        return Err(scanner.refused(&format!("conditions may be nested {most} deep")));
    }
    scanner.spaces();
    scanner.expect("(")?;
    let mut members = Vec::new();
    loop {
        members.push(member(scanner, depth)?);
        scanner.spaces();
        if !scanner.eat(",") {
            break;
        }
    }
    scanner.expect(")")?;
    scanner.spaces();
    Ok(if any {
        Tree::Any(members)
    } else {
        Tree::All(members)
    })
}

fn member(scanner: &mut Scanner<'_>, depth: usize) -> Result<Tree, ApiError> {
    scanner.spaces();
    for word in ["not.and", "not.or", "and", "or"] {
        let mut ahead = scanner.clone();
        if let (true, Some((negated, any))) = (ahead.eat(word), group_word(word))
            && ahead.peek() == Some('(')
        {
            *scanner = ahead;
            return Ok(negate(negated, members(scanner, any, depth + 1)?));
        }
    }
    let column = ColumnRef::read(scanner)?;
    scanner.expect(".")?;
    condition(scanner, column, Place::Group)
}

fn negate(negated: bool, tree: Tree) -> Tree {
    if negated { Tree::Not(Box::new(tree)) } else { tree }
}

fn condition(scanner: &mut Scanner<'_>, column: ColumnRef, place: Place) -> Result<Tree, ApiError> {
    let negated = scanner.eat("not.");
    let before = scanner.clone();
    let name = scanner.take_while(|character| character.is_ascii_alphabetic());
    if let Some(mode) = search::mode(name) {
        language(scanner)?;
        scanner.expect(".")?;
        let text = operand(scanner, place)?;
        return Ok(negate(negated, Tree::Leaf(column, Asked::Search(mode, text))));
    }
    let quantifier = quantifier(scanner)?;
    if FOREIGN.contains(&name) && matches!(scanner.peek(), Some('.' | '(')) {
        return Err(before.unsupported(&format!("the operator '{name}' is")));
    }
    if !OPERATORS.contains(&name) || !scanner.eat(".") {
        let list = OPERATORS.join(", ");
        return Err(before.expected(&format!(
            "an operator and its operand, such as 'eq.1' (operators: {list})"
        )));
    }
    let tree = match (Operator::parse(name), quantifier) {
        (Some(operator), None) => {
            let text = operand(scanner, place)?;
            Tree::Leaf(column, Asked::Compare(operator, text))
        }
        (Some(operator), Some(any)) => {
            let leaf = |text| Tree::Leaf(column.clone(), Asked::Compare(operator, text));
            let leaves = list(scanner, '{', '}')?.into_iter().map(leaf).collect();
            if any { Tree::Any(leaves) } else { Tree::All(leaves) }
        }
        (None, Some(_)) => return Err(before.refused(&format!("'{name}' takes neither (any) nor (all)"))),
        (None, None) if name == "nin" => {
            negate(true, Tree::Leaf(column, Asked::Among(list(scanner, '(', ')')?)))
        }
        (None, None) if name == "in" => Tree::Leaf(column, Asked::Among(list(scanner, '(', ')')?)),
        (None, None) if name == "is" => Tree::Leaf(column, Asked::Is(is(scanner)?)),
        (None, None) => {
            let text = operand(scanner, place)?;
            let asked = match containment(name) {
                Some(containment) => Asked::Contain(containment, text),
                None => Asked::Distinct(text),
            };
            Tree::Leaf(column, asked)
        }
    };
    Ok(negate(negated, tree))
}

/// `(english)`: the index takes words as they are, whatever their language.
fn language(scanner: &mut Scanner<'_>) -> Result<(), ApiError> {
    if scanner.eat("(") {
        scanner.take_while(|character| character.is_alphanumeric() || "_-.".contains(character));
        scanner.expect(")")?;
    }
    Ok(())
}

/// `(any)` is true, `(all)` false.
fn quantifier(scanner: &mut Scanner<'_>) -> Result<Option<bool>, ApiError> {
    if scanner.eat("(any)") {
        Ok(Some(true))
    } else if scanner.eat("(all)") {
        Ok(Some(false))
    } else if scanner.peek() == Some('(') {
        Err(scanner.expected("'(any)' or '(all)'"))
    } else {
        Ok(None)
    }
}

fn operand(scanner: &mut Scanner<'_>, place: Place) -> Result<String, ApiError> {
    match place {
        Place::Alone => Ok(scanner.take_while(|_| true).to_owned()),
        Place::Group if scanner.peek() == Some('"') => scanner.quoted(),
        // A list or a document: its commas are its own.
        Place::Group => Ok(scanner.bracketed().unwrap_or_else(|| {
            scanner
                .take_while(|character| !matches!(character, ',' | ')'))
                .to_owned()
        })),
    }
}

fn is(scanner: &mut Scanner<'_>) -> Result<Is, ApiError> {
    let before = scanner.clone();
    let word = scanner.take_while(|character| character.is_ascii_alphabetic() || character == '_');
    Ok(match word.to_ascii_lowercase().as_str() {
        "null" => Is::Null,
        "not_null" => Is::NotNull,
        "true" => Is::True,
        "false" => Is::False,
        "unknown" => Is::Unknown,
        _ => return Err(before.expected("null, not_null, true, false or unknown")),
    })
}

/// `(a,"b,c")`; nothing between the brackets is no element.
fn list(scanner: &mut Scanner<'_>, open: char, close: char) -> Result<Vec<String>, ApiError> {
    scanner.expect(open.encode_utf8(&mut [0; 4]))?;
    let mut elements = Vec::new();
    let mut closing = [0; 4];
    let closing = &*close.encode_utf8(&mut closing);
    if scanner.eat(closing) {
        return Ok(elements);
    }
    loop {
        elements.push(element(scanner, close)?);
        if !scanner.eat(",") {
            break;
        }
    }
    scanner.expect(closing)?;
    Ok(elements)
}

/// `a,"b,c"` to the end. There is always an element: nothing is an empty text, as it is of a filter with one operand.
fn typed_list(scanner: &mut Scanner<'_>) -> Result<Vec<String>, ApiError> {
    let mut elements = Vec::new();
    loop {
        elements.push(typed_element(scanner));
        if !scanner.eat(",") {
            break;
        }
    }
    scanner.end()?;
    Ok(elements)
}

/// A quote that is not closed before the next comma stands for itself: clients that know types quote nothing.
fn typed_element(scanner: &mut Scanner<'_>) -> String {
    let mut ahead = scanner.clone();
    if ahead.peek() == Some('"')
        && let Ok(text) = ahead.quoted()
        && matches!(ahead.peek(), None | Some(','))
    {
        *scanner = ahead;
        return text;
    }
    scanner.take_while(|character| character != ',').to_owned()
}

fn element(scanner: &mut Scanner<'_>, close: char) -> Result<String, ApiError> {
    if scanner.peek() == Some('"') {
        scanner.quoted()
    } else {
        Ok(scanner
            .take_while(|character| character != ',' && character != close)
            .to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Code;

    fn compare(column: &str, operator: Operator, text: &str) -> Tree {
        Tree::Leaf(ColumnRef::named(column), Asked::Compare(operator, text.into()))
    }

    fn among(column: &str, texts: &[&str]) -> Tree {
        Tree::Leaf(
            ColumnRef::named(column),
            Asked::Among(texts.iter().map(|&text| text.to_owned()).collect()),
        )
    }

    #[test]
    fn reads_one_condition() {
        for (text, tree) in [
            ("gte.2000", compare("a", Operator::Gte, "2000")),
            ("eq.", compare("a", Operator::Eq, "")),
            ("eq.\"x\",)(", compare("a", Operator::Eq, "\"x\",)(")),
            ("like.*x%", compare("a", Operator::Like, "*x%")),
            ("startsWith.x", compare("a", Operator::StartsWith, "x")),
            ("in.(1,\"b,\\\"c\", d)", among("a", &["1", "b,\"c", " d"])),
            ("in.()", among("a", &[])),
            ("in.(\"\")", among("a", &[""])),
            ("is.NULL", Tree::Leaf(ColumnRef::named("a"), Asked::Is(Is::Null))),
            (
                "not.is.true",
                negate(true, Tree::Leaf(ColumnRef::named("a"), Asked::Is(Is::True))),
            ),
            (
                "like(any).{x*,\"y,z\"}",
                Tree::Any(vec![
                    compare("a", Operator::Like, "x*"),
                    compare("a", Operator::Like, "y,z"),
                ]),
            ),
        ] {
            assert_eq!(whole("a", ColumnRef::named("a"), text).unwrap(), tree, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_condition() {
        for text in [
            "",
            "5",
            "eq",
            "eq5",
            "equals.5",
            "in.1",
            "in.(1",
            "in.(1)2",
            "is.maybe",
            "is.nullx",
            "not.5",
            "eq(some).{1}",
            "in(any).{1}",
            "eq(any).1",
            "in.(\"a)",
        ] {
            assert_eq!(
                whole("a", ColumnRef::named("a"), text).unwrap_err().code,
                Code::BadRequest,
                "{text}"
            );
        }
        for text in ["sl.{1}", "not.nxr.x", "adj.1"] {
            assert_eq!(
                whole("a", ColumnRef::named("a"), text).unwrap_err().code,
                Code::NotSupported,
                "{text}"
            );
        }
    }

    #[test]
    fn reads_the_typed_spelling() {
        for (operator, text, tree) in [
            ("gte", "2000", compare("a", Operator::Gte, "2000")),
            ("in", "x,\"y,z\",", among("a", &["x", "y,z", ""])),
            ("in", "", among("a", &[""])),
            ("not.in", "1", negate(true, among("a", &["1"]))),
            (
                "is",
                "not_null",
                Tree::Leaf(ColumnRef::named("a"), Asked::Is(Is::NotNull)),
            ),
        ] {
            assert_eq!(
                typed("p", &ColumnRef::named("a"), operator, text)
                    .unwrap()
                    .unwrap(),
                tree,
                "{text}"
            );
        }
        assert!(typed("p", &ColumnRef::named("a"), "title", "x").is_none());
        assert!(typed("p", &ColumnRef::named("a"), "is", "5").unwrap().is_err());
    }

    #[test]
    fn reads_groups() {
        let tree = group(
            "or",
            (false, true),
            "(a.eq.1, and(b.gt.2,c.is.null),not.or(d.in.(1,2),\"e.f\".not.eq.\"x,y\"))",
        )
        .unwrap();
        assert_eq!(
            tree,
            Tree::Any(vec![
                compare("a", Operator::Eq, "1"),
                Tree::All(vec![
                    compare("b", Operator::Gt, "2"),
                    Tree::Leaf(ColumnRef::named("c"), Asked::Is(Is::Null))
                ]),
                negate(
                    true,
                    Tree::Any(vec![
                        among("d", &["1", "2"]),
                        negate(true, compare("e.f", Operator::Eq, "x,y"))
                    ])
                ),
            ])
        );
        // A column may be named as a group is.
        assert_eq!(
            group("and", (false, false), "(or.eq.1)").unwrap(),
            Tree::All(vec![compare("or", Operator::Eq, "1")])
        );
    }

    #[test]
    fn refuses_what_is_no_group() {
        let deep = format!("{}(a.eq.1){}", "(and".repeat(30), ")".repeat(30));
        for text in [
            "",
            "()",
            "a.eq.1",
            "(a.eq.1",
            "(a.eq.1,)",
            "(a)",
            "(a.eq.1)x",
            "(a.eq.\"x\"y)",
            &deep,
        ] {
            assert_eq!(
                group("or", (false, true), text).unwrap_err().code,
                Code::BadRequest,
                "{text}"
            );
        }
    }
}
