//! `TINYINT(1)` is a boolean by custom only. Where the script's own rows hold other numbers, it is a small integer.

use std::sync::Arc;

use serde_json::Value;

use super::draft::Draft;
use crate::dump::{self, Row, Target};
use crate::read::unkept::{Tally, Unkept};
use crate::stored::Literal;
use crate::{ColumnType, DefaultValue, Ident, IntWidth};

/// Makes integers of the booleans that are filled with other numbers than 0 and 1.
pub(super) fn widen(script: &str, drafts: &mut [Draft], filled: &[&str], tally: &mut Tally<usize>) {
    let concerned = |draft: &Draft| {
        let named = filled
            .iter()
            .any(|name| draft.table.name.as_str().eq_ignore_ascii_case(name));
        named
            && draft
                .table
                .columns
                .iter()
                .any(|column| column.column_type == ColumnType::Boolean)
    };
    if !drafts.iter().any(concerned) {
        return;
    }
    let mut seen: Option<(Arc<Target>, Booleans)> = None;
    for row in dump::rows(script.as_bytes()).flatten() {
        let booleans = match &seen {
            Some((target, booleans)) if Arc::ptr_eq(target, &row.target) => booleans,
            _ => {
                let found = Booleans::of(drafts, &row);
                &seen.insert((Arc::clone(&row.target), found)).1
            }
        };
        for (value, column) in &booleans.values {
            if row.values.get(*value).is_some_and(is_wide) {
                make_integer(&mut drafts[booleans.draft], *column, tally);
            }
        }
    }
}

/// The boolean columns that a statement fills.
struct Booleans {
    draft: usize,
    /// Positions in a row, and in the table.
    values: Vec<(usize, usize)>,
}

impl Booleans {
    fn of(drafts: &[Draft], row: &Row) -> Self {
        let same = |draft: &Draft| draft.table.name.as_str().eq_ignore_ascii_case(&row.target.table);
        let Some(position) = drafts.iter().position(same) else {
            return Self {
                draft: 0,
                values: Vec::new(),
            };
        };
        let table = &drafts[position].table;
        let columns: Vec<Option<usize>> = match &row.target.columns {
            None => (0..table.columns.len()).map(Some).collect(),
            Some(names) => names
                .iter()
                .map(|name| table.column_index(&Ident::new(name).ok()?))
                .collect(),
        };
        let is_boolean = |column: &usize| table.columns[*column].column_type == ColumnType::Boolean;
        Self {
            draft: position,
            values: columns
                .into_iter()
                .enumerate()
                .filter_map(|(value, column)| Some((value, column.filter(is_boolean)?)))
                .collect(),
        }
    }
}

/// Whether a value is a TINYINT and no boolean.
fn is_wide(literal: &Literal) -> bool {
    let text = match literal {
        Literal::Number(text) => text.trim(),
        Literal::String(bytes) => std::str::from_utf8(bytes).unwrap_or_default().trim(),
        _ => return false,
    };
    text.parse::<i8>().is_ok_and(|number| !(0..=1).contains(&number))
}

fn make_integer(draft: &mut Draft, position: usize, tally: &mut Tally<usize>) {
    let column = &mut draft.table.columns[position];
    if column.column_type != ColumnType::Boolean {
        return;
    }
    column.column_type = ColumnType::Int {
        width: IntWidth::Tiny,
        unsigned: false,
    };
    if let Some(DefaultValue::Value(Value::Bool(flag))) = column.default {
        column.default = Some(DefaultValue::Value(Value::from(u8::from(flag))));
    }
    let label = format!("{}.{}", draft.table.name, column.name);
    tally.note(Unkept::NumericBoolean, draft.places.columns[position], label);
}
