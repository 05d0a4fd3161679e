//! Conditions on rows.

use schema::ColumnId;
use serde::{Deserialize, Serialize};

use super::{Exists, JsonFilter, Query, Slot};

/// A condition on a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Filter {
    /// All hold; true if there is none.
    And(Vec<Filter>),
    /// One holds; false if there is none.
    Or(Vec<Filter>),
    /// Does not hold.
    Not(Box<Filter>),
    /// A test of one column.
    Column(ColumnId, Test),
    /// There is a related row.
    Exists(Box<Exists>),
    /// Is false or NULL.
    Untrue(Box<Filter>),
    /// The table's search index finds it (a text: an FTS5 expression, which is valid). The first one that must hold is also
    /// what rows are ranked by.
    Search(Slot),
    /// A test of the document in a JSON column.
    Json(Box<JsonFilter>),
    /// It is one of the rows of the same table that a query finds, by its key: which rows an ordered and cut write is for. The
    /// query answers nothing, and its page asks for places.
    Among(Box<Query>),
    /// It is the first, in their order, of the rows that a query finds with the same values in these columns. The query answers
    /// nothing, asks for places, and has the columns in its order.
    First(Box<Query>, Vec<ColumnId>),
    /// In a batch: what an earlier answer makes of the [`later::LaterFilter`] at that slot.
    Later {
        /// The slot.
        slot: Slot,
        /// Whether it is a search.
        searches: bool,
    },
}

/// A test of one column against values in its stored form. NULL passes none but [`Test::IsNull`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// Equal, under the column's collation.
    Eq(Slot),
    /// Not equal.
    Neq(Slot),
    /// Greater.
    Gt(Slot),
    /// Greater or equal.
    Gte(Slot),
    /// Less.
    Lt(Slot),
    /// Less or equal.
    Lte(Slot),
    /// One of a list: a text, the JSON array of stored values as `Stored::to_bulk_json` writes them.
    In(Slot),
    /// NULL.
    IsNull,
    /// Not NULL.
    IsNotNull,
    /// Case-sensitive GLOB; the pattern has at most 50 bytes (the platform's limit).
    Glob(Slot),
    /// LIKE that folds ASCII case, with `\` as escape; the pattern has at most 50 bytes.
    LikeFold(Slot),
    /// The same text, with or without ASCII case, whatever the column's collation.
    Same {
        /// The text.
        text: Slot,
        /// Whether ASCII case is folded.
        fold: bool,
    },
    /// Text pieces in this order with anything between them: how longer patterns are tested.
    Pieces(Pieces),
    /// Starts with the text, case-sensitive. Served by an index on the column.
    StartsWith(Slot),
    /// All hold.
    All(Vec<Test>),
    /// One holds.
    Any(Vec<Test>),
    /// Starts with the text (in small letters), whatever the case of ASCII letters. Served by an index on a column that folds
    /// case itself.
    StartsWithFold(Slot),
    /// Ends with the text, which is not empty.
    EndsWith {
        /// The text, in small letters where case is folded.
        text: Slot,
        /// Whether ASCII case is folded.
        fold: bool,
    },
    /// Holds the text somewhere.
    Contains {
        /// The text, in small letters where case is folded.
        text: Slot,
        /// Whether ASCII case is folded.
        fold: bool,
    },
    /// An automaton accepts it, as JSON: `{"s":…,"k":…,"t":[[from,to,class],…]}`, with the state to start in, the first of the
    /// states that accept, and the steps, each on a character that a GLOB pattern takes.
    Walk {
        /// The automaton.
        automaton: Slot,
        /// Whether it must take the whole text, rather than its start.
        whole: bool,
    },
    /// A SET with all of these members (a bit mask).
    HasMembers(Slot),
    /// A SET with none but these members.
    HasOnlyMembers(Slot),
    /// A SET with one of these members at least.
    HasSomeMember(Slot),
    /// Not the same as that, where NULL is a value like any other.
    IsDistinctFrom(Slot),
}

/// A pattern taken apart at its `%`. Where case is folded, the texts are in small letters already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pieces {
    /// Whether ASCII case is folded.
    pub fold: bool,
    /// The text that the value starts with.
    pub first: Option<Slot>,
    /// The texts between, in their order: a JSON array.
    pub middle: Slot,
    /// The text that the value ends with.
    pub last: Option<Slot>,
}

impl Filter {
    /// What does not hold where this does, and is unknown where this is.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            Self::Column(id, test) => match test.opposite() {
                Some(opposite) => Self::Column(id, opposite),
                None => Self::Not(Box::new(Self::Column(id, test))),
            },
            Self::And(mut all) | Self::Or(mut all) if all.len() == 1 => match all.pop() {
                Some(only) => only.negated(),
                None => Self::And(all),
            },
            other => Self::Not(Box::new(other)),
        }
    }
}

impl Test {
    /// The test that a value passes where it does not pass this one, if there is one: an index serves it, where it serves no negation.
    const fn opposite(&self) -> Option<Self> {
        Some(match self {
            Self::Eq(slot) => Self::Neq(*slot),
            Self::Neq(slot) => Self::Eq(*slot),
            Self::Gt(slot) => Self::Lte(*slot),
            Self::Gte(slot) => Self::Lt(*slot),
            Self::Lt(slot) => Self::Gte(*slot),
            Self::Lte(slot) => Self::Gt(*slot),
            Self::IsNull => Self::IsNotNull,
            Self::IsNotNull => Self::IsNull,
            _ => return None,
        })
    }
}
