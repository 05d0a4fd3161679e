//! How the columns of a row are spelled where an expression stands.

use schema::ColumnId;
use schema::stored::Stored;

use super::search::Found;
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::{ColumnLayout, TableLayout};
use crate::op::Snippet;
use crate::search::own_number;

/// A row in reach of an expression.
#[derive(Debug, Clone)]
pub(super) struct Scope<'a> {
    /// Its table.
    pub(super) table: &'a TableLayout,
    alias: Option<String>,
    derived: bool,
    /// Whether the values of related rows that order the rows have names.
    terms: bool,
    /// The search that found it, where its rank and snippets are wanted.
    found: Option<Found<'a>>,
}

impl<'a> Scope<'a> {
    /// A row of the table itself, under an alias.
    pub(super) fn base(table: &'a TableLayout, alias: String) -> Self {
        Self {
            table,
            alias: Some(alias),
            derived: false,
            terms: false,
            found: None,
        }
    }

    /// A row of a subquery that passes on the columns that are needed, as `c0`, `c1` and so on.
    pub(super) fn derived(table: &'a TableLayout, alias: String) -> Self {
        Self {
            table,
            alias: Some(alias),
            derived: true,
            terms: false,
            found: None,
        }
    }

    /// The row that a write returns.
    pub(super) fn returned(table: &'a TableLayout) -> Self {
        Self {
            table,
            alias: None,
            derived: false,
            terms: false,
            found: None,
        }
    }

    /// The same rows where the values of related ones that order them are passed on, as `o0`, `o1` and so on.
    pub(super) fn with_terms(self) -> Self {
        Self { terms: true, ..self }
    }

    /// The table under its alias, behind the search that found the row: what stands behind FROM.
    pub(super) fn from(&self) -> String {
        match (&self.alias, &self.found) {
            (Some(alias), Some(found)) => found.joined(self.table, alias),
            (Some(alias), None) => format!("{} AS {alias}", self.table.quoted),
            (None, _) => self.table.quoted.clone(),
        }
    }

    /// The SQL of the value of related rows that is the order's term at that position, where it has a name.
    pub(super) fn term(&self, at: usize) -> Option<String> {
        let name = passed_term(at);
        self.terms.then(|| match &self.alias {
            Some(alias) if self.derived => format!("{alias}.{name}"),
            _ => name,
        })
    }

    /// The same row, found by a search.
    pub(super) fn found(mut self, by: Option<Found<'a>>) -> Self {
        self.found = by;
        self
    }

    /// The search that found it, where its rank or snippets are wanted.
    pub(super) fn found_by(&self) -> Option<&Found<'a>> {
        self.found.as_ref()
    }

    /// The SQL of how well a search fits it, less for better; NULL where none found it.
    pub(super) fn rank(&self) -> String {
        match (&self.found, &self.alias) {
            (None, _) => "NULL".to_owned(),
            (Some(_), Some(alias)) if self.derived => format!("{alias}.s"),
            // The sign keeps FTS5 from taking a comparison for the choice of another ranking.
            (Some(found), _) => format!("+{}.rank", found.alias),
        }
    }

    /// The SQL of a piece of its text around what a search found; NULL where none found it.
    pub(super) fn snippet(&self, builder: &mut Builder, snippet: &Snippet) -> String {
        let Some(found) = &self.found else {
            return "NULL".to_owned();
        };
        if self.derived {
            let alias = self.alias.as_deref().unwrap_or_default();
            return format!("{alias}.{}", passed_on_snippet(snippet));
        }
        let position = snippet
            .column
            .and_then(|id| found.search.columns.iter().position(|column| *column == id))
            .map_or_else(|| "-1".to_owned(), |position| position.to_string());
        let [start, end, between, tokens] =
            [snippet.start, snippet.end, snippet.between, snippet.tokens].map(|slot| builder.slot(slot));
        format!(
            "snippet({}.{},{position},{start},{end},{between},{tokens})",
            found.alias, found.search.index
        )
    }

    /// The column at that position.
    pub(super) fn layout(&self, id: ColumnId) -> Result<&'a ColumnLayout, ShardError> {
        self.table.column(id).ok_or_else(|| missing(self.table, id))
    }

    /// The SQL of a column's stored value.
    pub(super) fn column(&self, id: ColumnId) -> Result<String, ShardError> {
        let layout = self.layout(id)?;
        let name = if self.derived {
            passed_on(id)
        } else {
            layout.quoted.clone()
        };
        Ok(match &self.alias {
            Some(alias) => format!("{alias}.{name}"),
            None => name,
        })
    }

    /// The SQL of the condition that a column has a value, NULL rather than false where it has none. Where an index has it, as a
    /// bound, of which the index knows where it is.
    pub(super) fn not_null(&self, id: ColumnId) -> Result<String, ShardError> {
        let column = self.column(id)?;
        if self.derived || !self.table.indexes.iter().any(|index| index.columns.contains(&id)) {
            return Ok(format!("{column} IS NOT NULL"));
        }
        let least = match self.layout(id)?.stored.affinity() {
            "TEXT" => "''",
            "BLOB" => "x''",
            _ => "-9e999",
        };
        Ok(format!("{column} >= {least}"))
    }

    /// The same where a subquery around it may have columns of that name.
    pub(super) fn qualified(&self, id: ColumnId) -> Result<String, ShardError> {
        let column = self.column(id)?;
        Ok(match self.alias {
            Some(_) => column,
            None => format!("{}.{column}", self.table.quoted),
        })
    }

    /// The SQL of the row's number.
    pub(super) fn row(&self) -> String {
        let name = if self.derived { "r" } else { self.table.rowid };
        match &self.alias {
            Some(alias) => format!("{alias}.{name}"),
            None => name.to_owned(),
        }
    }

    /// The SQL of the number by which an index that is not SQLite's own names the row.
    pub(super) fn number(&self) -> String {
        match &self.alias {
            Some(alias) => own_number(self.table, alias),
            None => own_number(self.table, &self.table.quoted),
        }
    }

    /// The SQL of a column's value in its JSON form.
    pub(super) fn json(&self, builder: &mut Builder, id: ColumnId) -> Result<String, ShardError> {
        let layout = self.layout(id)?;
        let column = self.column(id)?;
        let nonce = if layout.stored.rewrites() {
            builder.nonce()
        } else {
            String::new()
        };
        Ok(layout.stored.json_sql(&column, &nonce))
    }

    /// The SQL of a column's value as a cursor or a key keeps it.
    pub(super) fn sealed(&self, id: ColumnId) -> Result<String, ShardError> {
        Ok(self.layout(id)?.stored.log_sql(&self.column(id)?))
    }

    /// The SQL of all stored values of the row: what its state is told by.
    pub(super) fn image(&self) -> Result<String, ShardError> {
        let columns = self.table.columns.iter().zip(0_u16..);
        let values = columns
            .map(|(_, position)| self.sealed(ColumnId(position)))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(crate::ddl::image(values.into_iter()))
    }

    /// The SQL of the row's key as a JSON array: what a cursor, a `nodeId` and a re-reading by key are made of.
    pub(super) fn key(&self, first: Option<String>) -> Result<String, ShardError> {
        let mut parts: Vec<String> = first.into_iter().collect();
        if self.table.key.is_empty() {
            parts.push(self.row());
        } else {
            for id in &self.table.key {
                parts.push(self.sealed(*id)?);
            }
        }
        Ok(format!("json_array({})", parts.join(",")))
    }
}

/// The name under which a subquery passes a column on.
pub(super) fn passed_on(id: ColumnId) -> String {
    format!("c{}", id.0)
}

/// The name under which a subquery passes on the value that is the order's term at that position.
pub(super) fn passed_term(at: usize) -> String {
    format!("o{at}")
}

/// The name under which a subquery passes a snippet on.
pub(super) fn passed_on_snippet(snippet: &Snippet) -> String {
    let column = snippet.column.map_or_else(String::new, |id| id.0.to_string());
    format!(
        "x{column}_{}_{}_{}_{}",
        snippet.start.0, snippet.end.0, snippet.between.0, snippet.tokens.0
    )
}

/// How a sealed element of a key compares with a column: the SQL of the stored value in it.
pub(super) fn unsealed(stored: &Stored, extracted: &str) -> String {
    stored.from_json_sql(extracted)
}

pub(super) fn missing(table: &TableLayout, id: ColumnId) -> ShardError {
    ShardError::Internal(format!("table {} has no column {}", table.name, id.0))
}
