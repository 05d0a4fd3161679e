//! Aggregates of rows: of all that a query finds, or group by group.

use schema::ColumnId;
use schema::stored::aggregate::Function;
use schema::stored::{Cast, MomentPart};
use serde::{Deserialize, Serialize};

use super::{Related, RelatedValue, Slot, Test};

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
    /// The value of the only member, instead of an object with it. Of related rows only.
    pub bare: bool,
    /// Values of related rows that [`Form::Related`] points at.
    pub related: Vec<RelatedValue>,
}

/// What the rows of a group have in common: a column's value, under its collation, or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupKey {
    /// The column.
    pub column: ColumnId,
    /// The part.
    pub part: Option<MomentPart>,
    /// What is made of the value first.
    pub form: Option<Form>,
}

/// What is made of a column's values before they are grouped or aggregated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// Values of another type.
    Cast(Cast),
    /// A part of each document, maybe as another type: the path, and whether it counts as a text.
    Part(Option<Slot>, bool, Option<Cast>),
    /// A value of a related row instead: the position in [`Groups::related`].
    Related(u16),
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
    /// An aggregate of what is made of a column.
    Made(Function, ColumnId, Form),
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
