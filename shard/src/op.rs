//! The operations that a gateway asks of a shard: the only wire type.
//!
//! An operation is split in two: its *shape*, which decides the SQL, and its *values*, which are bound to it. A shape
//! refers to a value by its [`Slot`]. Equal shapes compile to equal SQL, so a shard caches compiled statements by the
//! encoded shape.

mod filter;
mod groups;
mod json;
pub mod later;
mod related;
pub mod tree;

use schema::stored::{Cast, Reshape, Value};
use schema::{ColumnId, TableId};
use serde::{Deserialize, Serialize, Serializer};

pub use filter::{Filter, Pieces, Test};
pub use groups::{Form, GroupFilter, GroupKey, GroupMember, GroupTerm, GroupValue, Groups, Measure};
pub use json::{Comparison, Contains, JsonFilter, JsonPart, JsonTest, Within};
pub use related::{Exists, RelatedTerm, RelatedValue};

/// The position of a value in [`Run::values`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub struct Slot(pub u16);

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Whoever reads a plan would take a position for the value.
        if serializer.is_human_readable() {
            serializer.collect_str(&format_args!("value {}", self.0 + 1))
        } else {
            self.0.serialize(serializer)
        }
    }
}

/// One transaction: reads only, or reads and writes, all or none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// The version of the catalog (schema and keys) that this was planned against. A shard at another one refuses.
    pub catalog: u64,
    /// What decides the SQL.
    pub shape: Shape,
    /// What is bound to it.
    pub values: Vec<Value>,
}

/// The parts of an answer's body, in order. The body is their texts, joined.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// Constant texts and operations.
    pub parts: Vec<Part>,
}

/// One part of an answer's body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Passed on as it is.
    Text(String),
    /// Replaced by the JSON that the operation answers.
    Op(ShardOp),
    /// Nothing: what must hold for the parts behind it, or nothing is changed.
    Guard(Guard),
}

/// A condition on the state of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// The table.
    pub table: TableId,
    /// Which of its rows.
    pub filter: Option<Filter>,
    /// States, as [`OpInfo::state`] tells them: a JSON array of texts, or NULL for any.
    pub states: Slot,
    /// What must hold.
    pub expects: Expects,
}

/// What a guard wants of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expects {
    /// It is the only one, and in one of the states.
    Same {
        /// Whether it may be missing.
        absent: bool,
    },
    /// It is missing, or in another state.
    Other,
}

/// One operation on one table, with whatever it answers from related tables. Runs as one SQL statement where it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ShardOp {
    /// Reads rows.
    Read(Query),
    /// Adds rows.
    Insert(Insert),
    /// Changes rows.
    Update(Update),
    /// Removes rows.
    Delete(Delete),
    /// Writes rows of several related tables together.
    Tree(tree::Tree),
}

/// Rows of a table, and what is answered of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// The table.
    pub table: TableId,
    /// Which of its rows.
    pub filter: Option<Filter>,
    /// Their order: total, so that a keyset names one place in it. Ends in the key's columns or [`OrderBy::Row`].
    /// Empty where only one row can come.
    pub order: Vec<OrderTerm>,
    /// Which part of them.
    pub page: Page,
    /// What is answered.
    pub output: Output,
}

/// What is answered of the rows that a query finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Output {
    /// The first row as a JSON object, or null. Where a page's limit lets more rows come, [`OpInfo::rows`] tells whether they
    /// did, and only where it did not is the text an object.
    One(Vec<Field>),
    /// A JSON array of objects.
    Many(Vec<Field>),
    /// A Relay connection.
    Connection(Vec<ConnectionField>),
    /// Nothing: an empty text (a REST `HEAD`). The number of rows still comes in [`OpInfo`].
    Nothing,
    /// Groups of the rows. The query has no order, and no page but whether the groups are counted.
    Groups(Box<Groups>),
    /// Groups of the rows that rows of a table between lead to. Of related rows only, whose join is with that table.
    Linked(Box<Linked>),
    /// As [`Output::One`], and [`OpInfo::state`] tells the row's state. Of a root only.
    Tagged(Vec<Field>),
    /// A value of the first row, or null. Of related rows only.
    Value(FieldValue),
    /// A JSON array of a value of each row. Of related rows only.
    Values(FieldValue),
}

/// Groups of rows behind a table between.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Linked {
    /// The table between.
    pub between: TableId,
    /// Pairs of columns that are equal: of the table between, of the rows' own.
    pub onward: Vec<(ColumnId, ColumnId)>,
    /// What is answered.
    pub groups: Groups,
}

/// A member of a JSON object that stands for a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// The member's name: the response key. Unique in its object.
    pub key: String,
    /// Its value.
    pub value: FieldValue,
}

/// What a row's member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FieldValue {
    /// The column's value, in its JSON form.
    Column(ColumnId),
    /// A constant string, such as `__typename`.
    Text(String),
    /// The row's opaque identifier: see [`crate::identity`].
    NodeId(String),
    /// Rows of a related table.
    Related(Box<Related>),
    /// The row's state, as [`OpInfo::state`] tells it.
    State,
    /// What a search says of the row: null where none found it.
    Found(Found),
    /// A part of the document in a JSON column.
    Json(JsonPart),
    /// The column's value in another JSON form.
    Cast(ColumnId, Cast),
    /// A part of the document in a JSON column, as another type.
    Read(JsonPart, Cast),
}

/// What a search says of a row that it found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Found {
    /// How well it fits, more for better.
    Score,
    /// A piece of its text.
    Snippet(Snippet),
}

/// A piece of a row's text around what a search found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snippet {
    /// The column; the one with the best piece if there is none.
    pub column: Option<ColumnId>,
    /// The text before each word that was found.
    pub start: Slot,
    /// The text behind it.
    pub end: Slot,
    /// The text where a piece was cut.
    pub between: Slot,
    /// The most words (an integer from 1 to 64).
    pub tokens: Slot,
}

/// Rows of a related table, under one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Pairs of columns that are equal: of the outer table, of the related one.
    pub join: Vec<(ColumnId, ColumnId)>,
    /// The rows, further filtered, ordered and cut.
    pub query: Query,
}

/// A member of a connection object (Relay connections, section 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConnectionField {
    /// The response key.
    pub key: String,
    /// Its value.
    pub value: ConnectionValue,
}

/// What a connection's member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConnectionValue {
    /// `edges`.
    Edges(Vec<EdgeField>),
    /// `nodes`.
    Nodes(Vec<Field>),
    /// `pageInfo`.
    PageInfo(Vec<PageInfoField>),
    /// `totalCount`: all rows that the filter finds, whatever the page.
    TotalCount,
    /// A constant string.
    Text(String),
    /// One group of all rows that the filter finds, whatever the page.
    Aggregate(Vec<GroupMember>),
    /// Groups of them.
    Groups(Box<Groups>),
}

/// A member of an edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EdgeField {
    /// The response key.
    pub key: String,
    /// Its value.
    pub value: EdgeValue,
}

/// What an edge's member holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EdgeValue {
    /// `cursor`: see [`crate::identity`].
    Cursor,
    /// `node`.
    Node(Vec<Field>),
    /// A constant string.
    Text(String),
}

/// A member of `pageInfo`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageInfoField {
    /// The response key.
    pub key: String,
    /// Its value.
    pub value: PageInfoValue,
}

/// What a member of `pageInfo` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageInfoValue {
    /// Whether rows follow the page.
    HasNextPage,
    /// Whether rows precede the page.
    HasPreviousPage,
    /// The first row's cursor, or null.
    StartCursor,
    /// The last row's cursor, or null.
    EndCursor,
    /// A constant string.
    Text(String),
}

/// One term of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderTerm {
    /// What is compared.
    pub by: OrderBy,
    /// Descending.
    pub descending: bool,
    /// NULL before all values.
    pub nulls_first: bool,
}

/// What an order compares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum OrderBy {
    /// A column, under its collation.
    Column(ColumnId),
    /// The row's own number in a table without a primary key.
    Row,
    /// A value of related rows.
    Related(Box<RelatedValue>),
    /// How well the query's [`Filter::Search`] fits, the best first.
    Rank,
    /// A part of the document in a JSON column: numbers before texts, or by the characters of its text.
    Json(JsonPart),
}

/// Which part of the rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// At most this many rows (an integer).
    pub limit: Option<Slot>,
    /// That many rows are passed over first (an integer).
    pub offset: Option<Slot>,
    /// Rows after this place only.
    pub after: Option<Keyset>,
    /// Rows before this place only.
    pub before: Option<Keyset>,
    /// The last rows rather than the first: they are found in the opposite order and answered in the order.
    pub backward: bool,
    /// Count all rows that the filter finds, into [`OpInfo::total`].
    pub count: bool,
    /// Count so many at most (an integer), and take the table's size for an estimate where there are more.
    pub estimate: Option<Slot>,
    /// Of a root that is no connection: tell the place at which other rows follow, in [`OpInfo::key`].
    pub place: bool,
}

/// A place in an order: one value for each of its terms, `None` where it is NULL.
pub type Keyset = Vec<Option<Slot>>;

/// Stands in a row to add for a column that it leaves out: it takes the default, or stays as it is where an upsert changes a
/// row that is there.
pub const LEFT_OUT: &str = "{}";

/// Stands in a row to add for a column's default, also where an upsert changes a row that is there.
pub const DEFAULT: &str = "{\"\":0}";

/// Rows to add.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insert {
    /// The table.
    pub table: TableId,
    /// The columns that the rows give, in the order of the rows' elements.
    pub columns: Vec<InsertColumn>,
    /// A text: a JSON array of rows, each an array of one element a column, as `Stored::to_bulk_json` writes them, or
    /// [`LEFT_OUT`] or [`DEFAULT`].
    pub rows: Slot,
    /// What is answered.
    pub returning: Returning,
    /// What becomes of a row whose key is taken; an error if this does not say.
    pub conflict: Option<Conflict>,
    /// More rows written than this (an integer) is an error that changes nothing.
    pub at_most: Option<Slot>,
}

/// What becomes of a row to add whose key is taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Conflict {
    /// The columns of the unique key that this is about; of any key where there are none, and then nothing is updated.
    pub target: Vec<ColumnId>,
    /// The columns of the row that is there which take the new row's values. A column that the new row leaves out stays as it
    /// is. Without any, the row that is there is left alone and the new one passed over.
    pub update: Vec<ColumnId>,
}

/// A column that inserted rows give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsertColumn {
    /// The column.
    pub column: ColumnId,
    /// Whether some rows leave it to its default.
    pub optional: bool,
}

/// A change to the rows that a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Update {
    /// The table.
    pub table: TableId,
    /// New values.
    pub set: Vec<(ColumnId, Slot)>,
    /// What is added to numbers, each kept as its column's `Stored::step`.
    pub add: Vec<(ColumnId, Slot)>,
    /// What becomes of documents that are there.
    pub reshape: Vec<(ColumnId, Reshape, Slot)>,
    /// Which rows; all if there is none.
    pub filter: Option<Filter>,
    /// More rows than this (an integer) is an error that changes nothing.
    pub at_most: Option<Slot>,
    /// What is answered.
    pub returning: Returning,
}

/// The removal of the rows that a filter finds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delete {
    /// The table.
    pub table: TableId,
    /// Which rows; all if there is none.
    pub filter: Option<Filter>,
    /// More rows than this (an integer) is an error that changes nothing.
    pub at_most: Option<Slot>,
    /// What is answered.
    pub returning: Returning,
}

/// What a write answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Returning {
    /// An empty text.
    Nothing,
    /// An empty text; the first row's key comes in [`OpInfo::key`].
    Key,
    /// The first written row as an object, or null.
    One(Vec<Field>),
    /// The written rows as an array.
    Many(Vec<Field>),
    /// An object: `affectedCount` and `records`.
    Payload(Vec<PayloadField>),
    /// As [`Returning::One`], and [`OpInfo::state`] tells the row's state.
    Tagged(Vec<Field>),
}

/// A member of a write's payload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayloadField {
    /// The response key.
    pub key: String,
    /// Its value.
    pub value: PayloadValue,
}

/// What a member of a write's payload holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PayloadValue {
    /// How many rows were written.
    AffectedCount,
    /// The written rows.
    Records(Vec<Field>),
    /// A constant string.
    Text(String),
}

/// What a shard tells of an operation beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpInfo {
    /// Rows answered or written.
    pub rows: u64,
    /// All rows that the filter finds, where [`Page::count`] asked for it.
    pub total: Option<u64>,
    /// The stored key of the first row written, as JSON text, where a write to one row asked for it. Of a read that asked for
    /// [`Page::place`], its end in the direction of reading, where rows follow.
    pub key: Option<String>,
    /// How many of the rows written were added rather than changed, where an insert could change some.
    pub added: Option<u64>,
    /// What stands for all stored values of the row, where it was asked for: it differs where any of them does.
    pub state: Option<String>,
}

impl Shape {
    /// Whether any part writes.
    pub fn writes(&self) -> bool {
        self.parts
            .iter()
            .any(|part| matches!(part, Part::Op(op) if !matches!(op, ShardOp::Read(_))))
    }

    /// The insert that is all it does, of rows whose keys none may have.
    pub fn only_insert(&self) -> Option<&Insert> {
        let mut found = None;
        for part in &self.parts {
            match part {
                Part::Text(_) => {}
                Part::Op(ShardOp::Insert(insert)) if found.is_none() && insert.conflict.is_none() => {
                    found = Some(insert);
                }
                Part::Op(_) | Part::Guard(_) => return None,
            }
        }
        found
    }
}
