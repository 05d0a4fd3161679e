//! JSON objects written by SQL.

use schema::ColumnId;

use super::json;
use super::scope::Scope;
use super::select;
use super::statement::Builder;
use crate::error::ShardError;
use crate::layout::{Layout, literal};
use crate::op::{Field, FieldValue, Found, Snippet};

/// Pairs in one `json_object`: a function takes at most 32 arguments (the platform's limit).
const PAIRS: usize = 16;

/// Values in one `printf` behind its format.
const PRINTED: usize = 31;

/// What an object is used for: as the argument of another JSON function, or as the text of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An argument: it must count as JSON, not as a text.
    Nested,
    /// A row's own text.
    Row,
}

/// The SQL of an object that stands for a row.
pub(super) fn row(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    fields: &[Field],
    place: Place,
) -> Result<String, ShardError> {
    let members = fields
        .iter()
        .map(|field| Ok((field.key.as_str(), value(layout, builder, scope, &field.value)?)))
        .collect::<Result<Vec<_>, ShardError>>()?;
    Ok(object(&members, place))
}

/// The SQL of an object with those members: a key, and the SQL of a value that a JSON function takes.
pub(super) fn object(members: &[(&str, String)], place: Place) -> String {
    if members.len() <= PAIRS {
        let pairs: Vec<String> = members
            .iter()
            .map(|(key, value)| format!("{},{value}", literal(key)))
            .collect();
        return format!("json_object({})", pairs.join(","));
    }
    let text = printed(members);
    match place {
        Place::Nested => format!("json({text})"),
        Place::Row => text,
    }
}

/// An object of many members: printed in runs that stay within the limit on arguments, then joined.
fn printed(members: &[(&str, String)]) -> String {
    let runs = members.chunks(PRINTED).enumerate().map(|(position, run)| {
        let mut format = String::from(if position == 0 { "{" } else { "," });
        for (at, (key, _)) in run.iter().enumerate() {
            if at > 0 {
                format.push(',');
            }
            format.push_str(&serde_json::Value::from(*key).to_string().replace('%', "%%"));
            format.push_str(":%s");
        }
        let values: Vec<String> = run
            .iter()
            .map(|(_, value)| format!("json_quote({value})"))
            .collect();
        format!("printf({},{})", literal(&format), values.join(","))
    });
    let mut parts: Vec<String> = runs.collect();
    parts.push("'}'".to_owned());
    format!("({})", parts.join("||"))
}

/// The SQL of a member's value, which a JSON function takes.
pub(super) fn value(
    layout: &Layout,
    builder: &mut Builder,
    scope: &Scope<'_>,
    value: &FieldValue,
) -> Result<String, ShardError> {
    match value {
        FieldValue::Column(id) => scope.json(builder, *id),
        FieldValue::Text(text) => Ok(literal(text)),
        FieldValue::NodeId(type_name) => Ok(format!("hex({})", scope.key(Some(literal(type_name)))?)),
        FieldValue::Related(related) => select::related(layout, builder, scope, related),
        FieldValue::State => {
            let nonce = builder.nonce();
            Ok(format!("'~s:'||{nonce}||':'||hex({})", scope.image()?))
        }
        // Six digits, because the last ones are those of the machine's logarithm.
        FieldValue::Found(Found::Score) if scope.found_by().is_some() => {
            Ok(format!("json(printf('%!.6g',-{}))", scope.rank()))
        }
        FieldValue::Found(Found::Score) => Ok("NULL".to_owned()),
        FieldValue::Found(Found::Snippet(snippet)) => Ok(scope.snippet(builder, snippet)),
        FieldValue::Json(part) => json::output(builder, scope, part),
        FieldValue::Cast(id, cast) => {
            let stored = &scope.layout(*id)?.stored;
            let nonce = if stored.cast_rewrites(*cast) {
                builder.nonce()
            } else {
                String::new()
            };
            Ok(stored.cast_sql(&scope.column(*id)?, *cast, &nonce))
        }
        FieldValue::Read(part, cast) => json::read(builder, scope, part, *cast),
    }
}

/// The columns of a row that its members are made of.
pub(super) fn needed(scope: &Scope<'_>, fields: &[Field], columns: &mut Needed) {
    for field in fields {
        needed_by(scope, &field.value, columns);
    }
}

/// The columns that a member's value is made of.
pub(super) fn needed_by(scope: &Scope<'_>, value: &FieldValue, columns: &mut Needed) {
    match value {
        FieldValue::Column(id) | FieldValue::Cast(id, _) => columns.column(*id),
        FieldValue::Json(part) | FieldValue::Read(part, _) => columns.column(part.column),
        FieldValue::Text(_) => {}
        FieldValue::NodeId(_) => columns.key(scope),
        FieldValue::Related(related) => {
            for (local, _) in &related.join {
                columns.column(*local);
            }
        }
        FieldValue::Found(Found::Score) => columns.rank = true,
        FieldValue::Found(Found::Snippet(snippet)) => columns.snippet(snippet),
        FieldValue::State => {
            let all = scope.table.columns.iter().zip(0_u16..);
            all.for_each(|(_, position)| columns.column(ColumnId(position)));
        }
    }
}

/// The columns that a subquery must pass on.
#[derive(Debug, Default)]
pub(super) struct Needed {
    pub(super) columns: Vec<ColumnId>,
    pub(super) row: bool,
    pub(super) rank: bool,
    pub(super) snippets: Vec<Snippet>,
}

impl Needed {
    pub(super) fn column(&mut self, id: ColumnId) {
        if !self.columns.contains(&id) {
            self.columns.push(id);
        }
    }

    fn snippet(&mut self, snippet: &Snippet) {
        if !self.snippets.contains(snippet) {
            self.snippets.push(*snippet);
        }
    }

    pub(super) fn key(&mut self, scope: &Scope<'_>) {
        if scope.table.key.is_empty() {
            self.row = true;
        }
        for id in &scope.table.key {
            self.column(*id);
        }
    }
}
