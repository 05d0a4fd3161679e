//! Values that an earlier answer of the same transaction gives.
//!
//! Among the values of an operation of a batch, a text may stand for a value that is known only once earlier operations have
//! answered: a [`Later`], written `{"$":…}`. It is a whole value, or an element of rows or of a list, where nothing else starts
//! with such a brace.

use std::fmt;

use schema::stored::{Stored, Value};
use schema::{ColumnId, TableId};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{Filter, Slot};

/// What a value is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Later {
    /// The table of the column whose value it is.
    pub table: TableId,
    /// The column.
    pub column: ColumnId,
    /// What the column is called in messages.
    pub field: String,
    /// A JSON text in which texts may be references: see [`Said`].
    pub json: String,
    /// Whether null is a value here, rather than nothing to compare with.
    pub nullable: bool,
}

/// How a later value starts.
pub const OPEN: &str = "{\"$\":";

/// A condition whose operands an earlier answer gives: among the values, a text of its JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterFilter {
    /// The operands. Of a search of several columns, the column is the first.
    pub operands: Later,
    /// What is asked, in the words of whoever planned it, who reads them again once the operands are known.
    pub words: String,
}

/// Where an operation's values are made of what earlier operations answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterSlots {
    /// Later values, or rows and lists that hold such.
    pub values: Vec<Slot>,
    /// Later conditions.
    pub filters: Vec<Slot>,
}

/// What is asked of a column, with its operands.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The column's table.
    pub table: TableId,
    /// The column.
    pub column: ColumnId,
    /// What it is called in messages.
    pub field: &'a str,
    /// How it is kept.
    pub stored: &'a Stored,
    /// See [`LaterFilter::words`].
    pub words: &'a str,
    /// The operands.
    pub operands: Json,
}

/// Plans a condition whose operands are known by now. Its values are added to those of its operation. What is wrong with it comes
/// in words.
pub type Planner = fn(Asked<'_>, &mut Vec<Value>) -> Result<Filter, String>;

/// A later value as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wrapped {
    #[serde(rename = "$")]
    pub(crate) later: Later,
}

impl fmt::Display for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let json = serde_json::to_string(self).map_err(|_| fmt::Error)?;
        write!(f, "{OPEN}{json}}}")
    }
}

/// Where the first later value in rows or a list starts: outside of texts.
pub fn find(rows: &str) -> Option<usize> {
    // Most rows have none, and are not looked at byte by byte.
    if !rows.contains(OPEN) {
        return None;
    }
    crate::chunk::outside_texts(rows, |rest| rest.starts_with(OPEN.as_bytes()))
}

/// A place in an earlier answer: `$0.id`, `$0[2].author.id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Which operation answered.
    pub operation: usize,
    /// The way through its answer.
    pub path: Vec<Member>,
}

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Member {
    /// A member of an object, or of the only row of an array.
    Name(String),
    /// An element of an array, from 0.
    Element(usize),
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'a> {
    /// Itself. A dollar sign at its start is written twice.
    Text(&'a str),
    /// What stands at a place in an earlier answer.
    Reference(Reference),
    /// Nothing: it starts as a reference does and is none.
    Neither,
}

impl<'a> Said<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        match text.strip_prefix('$') {
            None => Self::Text(text),
            Some(rest) if rest.starts_with('$') => Self::Text(rest),
            Some(rest) => Reference::parse(rest).map_or(Self::Neither, Self::Reference),
        }
    }
}

impl Reference {
    /// Reads what stands behind the dollar sign.
    fn parse(text: &str) -> Option<Self> {
        let (operation, mut rest) = number(text)?;
        let mut path = Vec::new();
        while !rest.is_empty() {
            if let Some(element) = rest.strip_prefix('[') {
                let (element, behind) = number(element)?;
                path.push(Member::Element(element));
                rest = behind.strip_prefix(']')?;
            } else {
                let name = rest.strip_prefix('.')?;
                let end = name.find(['.', '[']).unwrap_or(name.len());
                if end == 0 {
                    return None;
                }
                path.push(Member::Name(name[..end].to_owned()));
                rest = &name[end..];
            }
        }
        Some(Self { operation, path })
    }
}

fn number(text: &str) -> Option<(usize, &str)> {
    let end = text
        .find(|character: char| !character.is_ascii_digit())
        .unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}

/// Why a reference stands for no value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unresolved {
    /// So many rows are there, and it does not say which.
    Rows(u64),
    /// Nothing is at its place.
    Nothing,
    /// Null is, which nothing compares with.
    Null,
    /// Another kind of value is than the column takes. What it takes, in words.
    Value(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference(operation: usize, path: &[&str]) -> Said<'static> {
        let member = |step: &&str| {
            step.parse()
                .map_or_else(|_| Member::Name((*step).to_owned()), Member::Element)
        };
        Said::Reference(Reference {
            operation,
            path: path.iter().map(member).collect(),
        })
    }

    #[test]
    fn references_and_texts_are_told_apart() {
        for (text, said) in [
            ("", Said::Text("")),
            ("a$0.id", Said::Text("a$0.id")),
            ("$$0.id", Said::Text("$0.id")),
            ("$$$", Said::Text("$$")),
            ("$0", reference(0, &[])),
            ("$0.id", reference(0, &["id"])),
            ("$12[2].author.id", reference(12, &["2", "author", "id"])),
            ("$0.a[1][0]", reference(0, &["a", "1", "0"])),
            ("$0.größe", reference(0, &["größe"])),
        ] {
            assert_eq!(Said::of(text), said, "{text}");
        }
        for text in [
            "$",
            "$a",
            "$.id",
            "$0.",
            "$0..a",
            "$0[",
            "$0[]",
            "$0[1",
            "$0[a]",
            "$0id",
            "$0[1]a",
            "$ 0",
            "$-1",
            "$99999999999999999999.id",
        ] {
            assert_eq!(Said::of(text), Said::Neither, "{text}");
        }
    }

    #[test]
    fn later_values_are_found_outside_of_texts() {
        let later = Later {
            table: TableId(1),
            column: ColumnId(2),
            field: "a\"b".to_owned(),
            json: "\"$0.id\"".to_owned(),
            nullable: true,
        };
        let rows = format!("[[\"{{\\\"$\\\":\",{later},null]]");
        let at = find(&rows).unwrap();
        let mut read = serde_json::Deserializer::from_str(&rows[at..]).into_iter::<Wrapped>();
        assert_eq!(read.next().unwrap().unwrap().later, later);
        assert_eq!(&rows[at + read.byte_offset()..], ",null]]");
        assert_eq!(find("[[{\"\":0},{}]]"), None);
    }
}
