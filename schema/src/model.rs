//! A tenant's declaration: the one model behind both its forms, MySQL DDL and JSON.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ColumnId, ColumnType, Ident};

/// Everything that a tenant declares.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Schema {
    /// The tables, in the order of their declaration.
    pub tables: Vec<Table>,
    /// The views, in the order of their declaration.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub views: Vec<View>,
}

/// A query with a name, read as a table is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct View {
    /// Its name.
    pub name: Ident,
    /// The names of its columns, where they are not the query's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Ident>,
    /// The SELECT, in MySQL's syntax.
    pub query: String,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Its name.
    pub name: Ident,
    /// `COMMENT`: the description in the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Whether a row is changed or removed only where `If-Match` names its state. In SQL, `@requireIfMatch` ends the comment.
    #[serde(default, skip_serializing_if = "is_false")]
    pub require_if_match: bool,
    /// The columns, in the order of their declaration.
    pub columns: Vec<Column>,
    /// The columns of the primary key, in the key's order; empty where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub primary_key: Vec<Ident>,
    /// `UNIQUE` keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unique: Vec<Index>,
    /// `KEY` and `INDEX`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Index>,
    /// `FULLTEXT` keys.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fulltext: Vec<Index>,
    /// Foreign keys that this table holds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
    /// `CHECK` constraints.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Column {
    /// Its name.
    pub name: Ident,
    /// Its type.
    #[serde(rename = "type")]
    pub column_type: ColumnType,
    /// Whether it takes NULL. `false` unless said.
    #[serde(default, skip_serializing_if = "is_false")]
    pub nullable: bool,
    /// What it holds where an insert does not say. A nullable column without a default holds NULL.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<DefaultValue>,
    /// `ON UPDATE CURRENT_TIMESTAMP`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub on_update_now: bool,
    /// `AUTO_INCREMENT`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub auto_increment: bool,
    /// `GENERATED ALWAYS AS (…)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub generated: Option<Generated>,
    /// Whether text compares by its bytes: a `_bin` or `_cs` collation. Other text folds ASCII case.
    #[serde(default, skip_serializing_if = "is_false")]
    pub binary_collation: bool,
    /// `COMMENT`: the description in the API.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// What a column holds where an insert does not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum DefaultValue {
    /// A constant, in the form that the API takes for the column's type.
    Value(serde_json::Value),
    /// `CURRENT_TIMESTAMP`, at the column's precision.
    Now,
    /// `(expression)`, in MySQL's syntax.
    Expression(String),
}

/// A generated column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Generated {
    /// The expression, in MySQL's syntax.
    pub expression: String,
    /// `STORED` rather than `VIRTUAL`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub stored: bool,
}

/// A key over columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Index {
    /// Its name, unique in its table.
    pub name: Ident,
    /// Its columns, in the key's order.
    pub columns: Vec<Ident>,
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ForeignKey {
    /// The constraint's name.
    pub name: Ident,
    /// The columns of this table that refer.
    pub columns: Vec<Ident>,
    /// The table that is referred to.
    pub references: Ident,
    /// Its columns, paired with `columns`.
    pub referenced_columns: Vec<Ident>,
    /// `ON DELETE`.
    #[serde(default, skip_serializing_if = "ReferentialAction::is_default")]
    pub on_delete: ReferentialAction,
    /// `ON UPDATE`.
    #[serde(default, skip_serializing_if = "ReferentialAction::is_default")]
    pub on_update: ReferentialAction,
}

/// What happens to the rows that refer to a row when it goes or its key changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ReferentialAction {
    /// Refused (MySQL's default; the same as `RESTRICT` there).
    #[default]
    NoAction,
    /// Refused.
    Restrict,
    /// They go, or change, too.
    Cascade,
    /// Their columns become NULL.
    SetNull,
    /// Their columns take their defaults.
    SetDefault,
}

impl ReferentialAction {
    fn is_default(&self) -> bool {
        *self == Self::NoAction
    }
}

/// A `CHECK` constraint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Check {
    /// The constraint's name.
    pub name: Ident,
    /// The condition, in MySQL's syntax. A row for which it is false is refused.
    pub expression: String,
    /// `false` for `NOT ENFORCED`.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub enforced: bool,
}

impl Schema {
    /// The table of that name, compared as SQLite does (ASCII case folded).
    pub fn table(&self, name: &Ident) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.same(name))
    }

    /// The view of that name.
    pub fn view(&self, name: &Ident) -> Option<&View> {
        self.views.iter().find(|view| view.name.same(name))
    }

    /// Whether a foreign key is enforced: it refers to all columns of a key. `InnoDB` takes others too, where many rows
    /// may be meant; they make relations, and no more.
    pub fn enforces(&self, key: &ForeignKey) -> bool {
        self.table(&key.references)
            .is_some_and(|target| target.is_key(&key.referenced_columns))
    }
}

impl Table {
    /// A table of which nothing but the name is declared yet.
    pub(crate) const fn new(name: Ident) -> Self {
        Self {
            name,
            comment: None,
            require_if_match: false,
            columns: Vec::new(),
            primary_key: Vec::new(),
            unique: Vec::new(),
            indexes: Vec::new(),
            fulltext: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
        }
    }

    /// The column of that name, compared without ASCII case as MySQL does.
    pub fn column(&self, name: &Ident) -> Option<&Column> {
        self.columns.iter().find(|column| column.name.same(name))
    }

    /// Whether those columns, in any order, are the primary key or a UNIQUE one.
    pub fn is_key(&self, columns: &[Ident]) -> bool {
        let same = |key: &[Ident]| {
            key.len() == columns.len()
                && key
                    .iter()
                    .all(|name| columns.iter().any(|other| other.same(name)))
        };
        same(&self.primary_key) || self.unique.iter().any(|unique| same(&unique.columns))
    }

    /// The columns of all FULLTEXT keys, each once: what a search looks through.
    pub fn searched(&self) -> Vec<ColumnId> {
        let mut found = Vec::new();
        for name in self.fulltext.iter().flat_map(|key| &key.columns) {
            let position = self
                .column_index(name)
                .and_then(|index| u16::try_from(index).ok());
            if let Some(id) = position.map(ColumnId)
                && !found.contains(&id)
            {
                found.push(id);
            }
        }
        found
    }

    /// The position of the column of that name.
    pub fn column_index(&self, name: &Ident) -> Option<usize> {
        self.columns.iter().position(|column| column.name.same(name))
    }
}

fn yes() -> bool {
    true
}
fn is_true(flag: &bool) -> bool {
    *flag
}
/// What ends a table's comment in SQL where [`Table::require_if_match`] holds.
const REQUIRE_IF_MATCH: &str = "@requireIfMatch";

impl Table {
    /// Takes a comment as SQL has it, with the option that may end it.
    pub(crate) fn set_comment(&mut self, comment: &str) {
        let mut rest = comment;
        while let Some(before) = rest.strip_suffix(REQUIRE_IF_MATCH)
            && (before.is_empty() || before.ends_with(char::is_whitespace))
        {
            self.require_if_match = true;
            let mut before = before.chars();
            before.next_back();
            rest = before.as_str();
        }
        self.comment = (!rest.is_empty()).then(|| rest.to_owned());
    }

    /// The comment as SQL has it.
    pub(crate) fn sql_comment(&self) -> Option<String> {
        let option = self.require_if_match.then_some(REQUIRE_IF_MATCH);
        match (self.comment.as_deref(), option) {
            (Some(comment), Some(option)) => Some(format!("{comment} {option}")),
            (comment, option) => comment.or(option).map(str::to_owned),
        }
    }
}

fn is_false(flag: &bool) -> bool {
    !flag
}
