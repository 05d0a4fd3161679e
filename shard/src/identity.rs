//! The opaque texts that name a row (`nodeId`) and a place in an order (a cursor).
//!
//! Both are hexadecimal JSON arrays, because SQLite can write them inside a statement. They hold stored values as the
//! change log writes them, which are checked when they come back.

use schema::stored::Stored;
use schema::{ColumnId, TableId};
use serde_json::Value;

use crate::op::{OrderBy, OrderTerm, RelatedTerm};

/// A text that is not an identifier that this API handed out, or not one for this place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier that this API handed out for this place")]
pub struct BadIdentity;

/// How a rank is kept in a cursor: a double, to the last bit.
pub const RANK: Stored = Stored::Real {
    single: false,
    unsigned: false,
};

/// Tells apart the orders that cursors belong to: a cursor of one order is refused in another.
pub fn order_mark(table: TableId, order: &[OrderTerm]) -> u32 {
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let table = table.0.to_le_bytes();
    let terms = order.iter().flat_map(|term| {
        let mut bytes = Vec::with_capacity(6);
        mark(&term.by, &mut bytes);
        bytes.extend([u8::from(term.descending), u8::from(term.nulls_first)]);
        bytes
    });
    table
        .into_iter()
        .chain(terms)
        .fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}

/// What tells a term from others, as bytes.
fn mark(by: &OrderBy, bytes: &mut Vec<u8>) {
    /// Stands where a column's number would, of which there are far fewer.
    const RELATED: u32 = 1 << 24;
    match by {
        OrderBy::Column(ColumnId(id)) => bytes.extend(u32::from(*id).to_le_bytes()),
        OrderBy::Row => bytes.extend(u32::MAX.to_le_bytes()),
        OrderBy::Rank => bytes.extend((u32::MAX - 1).to_le_bytes()),
        // Its path is in the cursor itself.
        OrderBy::Json(part) => {
            let column = u32::from(part.column.0) | 1 << (16 + u32::from(part.as_text));
            bytes.extend(column.to_le_bytes());
        }
        OrderBy::Related(value) => {
            bytes.extend((RELATED | u32::from(value.table.0)).to_le_bytes());
            for (ColumnId(local), ColumnId(remote)) in &value.join {
                bytes.extend(local.to_le_bytes());
                bytes.extend(remote.to_le_bytes());
            }
            match &value.of {
                RelatedTerm::One(by) => mark(by, bytes),
                RelatedTerm::Count => bytes.extend(RELATED.to_le_bytes()),
                RelatedTerm::Aggregate(function, ColumnId(id)) => {
                    bytes.push(*function as u8);
                    bytes.extend(id.to_le_bytes());
                }
                RelatedTerm::Behind(function, by) => {
                    bytes.extend([u8::MAX, *function as u8]);
                    mark(by, bytes);
                }
            }
        }
    }
}

/// The elements in a cursor of that order, one for each of its terms; `Stored::from_log` reads them.
pub fn decode_cursor(cursor: &str, table: TableId, order: &[OrderTerm]) -> Result<Vec<Value>, BadIdentity> {
    let mut values = decode(cursor)?.into_iter();
    let mark = Value::from(order_mark(table, order));
    if values.next() != Some(mark) || values.len() != order.len() {
        return Err(BadIdentity);
    }
    Ok(values.collect())
}

/// The type's name and the key's elements in a `nodeId`; `Stored::from_log` reads them.
pub fn decode_node_id(id: &str) -> Result<(String, Vec<Value>), BadIdentity> {
    let mut values = decode(id)?.into_iter();
    match values.next() {
        Some(Value::String(type_name)) => Ok((type_name, values.collect())),
        _ => Err(BadIdentity),
    }
}

/// Writes a JSON array's text as an opaque one: what `hex` does in SQL.
pub fn seal(json: &str) -> String {
    use std::fmt::Write;
    json.bytes()
        .fold(String::with_capacity(json.len() * 2), |mut text, byte| {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02X}");
            text
        })
}

fn decode(text: &str) -> Result<Vec<Value>, BadIdentity> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return Err(BadIdentity);
    }
    let bytes = (0..text.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&text[at..at + 2], 16).map_err(|_| BadIdentity))
        .collect::<Result<Vec<u8>, _>>()?;
    serde_json::from_slice(&bytes).map_err(|_| BadIdentity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_of_another_order_is_refused() {
        let order = |descending| {
            vec![OrderTerm {
                by: OrderBy::Column(ColumnId(1)),
                descending,
                nulls_first: false,
            }]
        };
        let mark = order_mark(TableId(0), &order(false));
        let cursor = seal(&format!("[{mark},\"x\"]"));
        assert_eq!(
            decode_cursor(&cursor, TableId(0), &order(false)),
            Ok(vec![Value::from("x")])
        );
        assert_eq!(decode_cursor(&cursor, TableId(0), &order(true)), Err(BadIdentity));
        assert_eq!(decode_cursor("zz", TableId(0), &order(false)), Err(BadIdentity));
        assert_eq!(decode_cursor("é", TableId(0), &order(false)), Err(BadIdentity));
    }
}
