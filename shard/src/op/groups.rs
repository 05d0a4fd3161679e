//! Aggregates of rows: of all that a query finds, or group by group.

use schema::ColumnId;
use schema::stored::aggregate::Function;
use schema::stored::{Cast, MomentPart};
use serde::{Deserialize, Serialize};

use super::{Related, Slot, Test};

/// Groups of the rows that a query finds, whatever its page, and what is answered of each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groups {
    /// What the rows of a group have in common. Without any, all rows are one group, even where there are none.
    pub keys: Vec<GroupKey>,
    /// Which groups; all if there is none.
    pub having: Option<GroupFilter>,
    /// Their order; the keys complete it.
    pub order: Vec<GroupTerm>,
    /// At most this many groups (an integer).
    pub limit: Option<Slot>,
    /// That many groups are passed over first (an integer).
    pub offset: Option<Slot>,
    /// What is answered of a group. Nothing at all where there is none: an empty text.
    pub members: Vec<GroupMember>,
    /// Only the first group, not in an array; null where there is none.
    pub single: bool,
}

/// What the rows of a group have in common: a column's value, under its collation, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupKey {
    /// The column.
    pub column: ColumnId,
    /// The part.
    pub part: Option<MomentPart>,
}

/// A member of a JSON object that stands for a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMember {
    /// The response key. Unique in its object.
    pub key: String,
    /// Its value.
    pub value: GroupValue,
}

/// What a group's member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupValue {
    /// A value of the group, in its JSON form.
    Measure(Measure),
    /// A value of the group in another JSON form.
    Cast(Measure, Cast),
    /// More members.
    Object(Vec<GroupMember>),
    /// A constant string.
    Text(String),
    /// Null: a key that rows are not grouped by.
    Null,
    /// Rows of a related table. The columns that join them are keys.
    Related(Box<Related>),
}

/// A value of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// The key at that position.
    Key(u16),
    /// How many rows there are.
    Rows,
    /// An aggregate of a column.
    Of(Function, ColumnId),
}

/// A condition on a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum GroupFilter {
    /// All hold; true if there is none.
    And(Vec<GroupFilter>),
    /// One holds; false if there is none.
    Or(Vec<GroupFilter>),
    /// Does not hold.
    Not(Box<GroupFilter>),
    /// A test of a value.
    Measure(Measure, Test),
}

/// One term of an order of groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupTerm {
    /// What is compared.
    pub by: Measure,
    /// Descending.
    pub descending: bool,
    /// NULL before all values.
    pub nulls_first: bool,
}
