//! How deep expressions become. SQLite bounds their depth, and counts what stands in a subquery once more for every subquery
//! around it, so that the sum grows with the square of the levels. What stands behind a FROM does not count for what is around
//! it. A statement that is refused is written so that each level starts anew there, at the price of reading the text of the rows
//! below once more.

use crate::layout::Layout;

/// The SQL of a JSON text that is made of rows, as the argument of a JSON function.
pub(super) fn text(layout: &Layout, selected: &str, rows: &str) -> String {
    if layout.deep {
        format!("(SELECT json(j) FROM (SELECT {selected} AS j FROM {rows}))")
    } else {
        value(selected, rows)
    }
}

/// The SQL of a value that is no JSON text.
pub(super) fn value(selected: &str, rows: &str) -> String {
    format!("(SELECT {selected} FROM {rows})")
}

/// The subquery of a condition that there are rows.
pub(super) fn rows(layout: &Layout, selected: &str, rows: &str) -> String {
    if layout.deep {
        format!("(SELECT * FROM (SELECT {selected} FROM {rows}))")
    } else {
        value(selected, rows)
    }
}
