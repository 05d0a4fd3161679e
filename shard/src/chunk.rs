//! Rows of an insert, a text at a time: one text has a limit that many rows together go beyond.

use std::collections::HashSet;

use crate::compile::KeyElement;
use crate::op::{DEFAULT, LEFT_OUT};

/// The most bytes of rows in one text, unless one row alone is larger: half of what the platform takes.
const MOST: usize = 1_000_000;

/// A JSON array of rows as arrays of fewer rows; `None` where one text holds them all.
pub(crate) fn chunks(rows: &str) -> Option<Vec<String>> {
    chunks_apart(rows, &[])
}

/// The same where rows of one key go one after the other: see [`apart`].
pub(crate) fn chunks_apart(rows: &str, key: &[KeyElement]) -> Option<Vec<String>> {
    if rows.len() <= MOST && key.is_empty() {
        return None;
    }
    let runs = apart(elements(rows), key);
    if rows.len() <= MOST && runs.len() == 1 {
        return None;
    }
    Some(runs.into_iter().flat_map(packed).collect())
}

/// Rows as arrays of them, each of a size that one text takes.
pub(crate) fn packed<'r>(rows: impl IntoIterator<Item = &'r str>) -> Vec<String> {
    let mut chunks = Vec::new();
    let mut chunk = String::new();
    for row in rows {
        if !chunk.is_empty() && chunk.len() + row.len() > MOST {
            chunks.push(format!("[{chunk}]"));
            chunk.clear();
        }
        if !chunk.is_empty() {
            chunk.push(',');
        }
        chunk.push_str(row);
    }
    if !chunk.is_empty() {
        chunks.push(format!("[{chunk}]"));
    }
    chunks
}

/// Rows in runs within which no two have the same key, where the elements of a key are given; one run where none are. A row that
/// is there only once an earlier one of the same request was added is then found by the later one.
pub(crate) fn apart<'r>(rows: impl IntoIterator<Item = &'r str>, key: &[KeyElement]) -> Vec<Vec<&'r str>> {
    let mut runs = vec![Vec::new()];
    let mut seen = HashSet::new();
    for row in rows {
        if let Some(key) = told_apart(row, key)
            && !seen.insert(key.clone())
        {
            seen = HashSet::from([key]);
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push(row);
        }
    }
    runs
}

/// The key of a row, as far as it tells it from others: letters of one case, because a collation may fold it. `None` where no
/// other row can have the same: one with NULL in it, or with a number that is counted on.
fn told_apart(row: &str, key: &[KeyElement]) -> Option<Vec<String>> {
    if key.is_empty() {
        return None;
    }
    let elements: Vec<&str> = members(row).collect();
    let value = |element: &KeyElement| match *elements.get(element.at)? {
        "null" => None,
        LEFT_OUT | DEFAULT if !element.has_default => None,
        value => Some(value.to_ascii_lowercase()),
    };
    key.iter().map(value).collect()
}

/// A text in pieces of at most that many bytes, cut between characters. At least one, which may be empty.
pub(crate) fn pieces(text: &str, most: usize) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > most {
        let (piece, tail) = rest.split_at(rest.floor_char_boundary(most));
        pieces.push(piece);
        rest = tail;
    }
    pieces.push(rest);
    pieces
}

/// The elements of a JSON array that are arrays themselves.
pub(crate) fn elements(array: &str) -> impl Iterator<Item = &str> {
    let (mut depth, mut start) = (0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    array.bytes().enumerate().filter_map(move |(at, byte)| {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            return None;
        }
        match byte {
            b'"' => quoted = true,
            b'[' => {
                depth += 1;
                if depth == 2 {
                    start = at;
                }
            }
            b']' => {
                depth = depth.saturating_sub(1);
                if depth == 1 {
                    return array.get(start..=at);
                }
            }
            _ => {}
        }
        None
    })
}

/// The members of a JSON array, as texts.
pub(crate) fn members(array: &str) -> impl Iterator<Item = &str> {
    let inner = array
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or_default();
    let mut rest = inner;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = member_end(rest);
        let member = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or_default();
        Some(member)
    })
}

/// The length of the first of several members with commas between.
fn member_end(members: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, byte) in members.bytes().enumerate() {
        if quoted {
            quoted = escaped || byte != b'"';
            escaped = byte == b'\\' && !escaped;
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 => return at,
            _ => {}
        }
    }
    members.len()
}

/// Where, outside of texts, the first object of a JSON text starts for whose rest that holds.
pub(crate) fn outside_texts(json: &str, is: impl Fn(&[u8]) -> bool) -> Option<usize> {
    let bytes = json.as_bytes();
    let (mut quoted, mut at) = (false, 0);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            b'{' if !quoted && is(&bytes[at..]) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_rows_stay_one_text() {
        assert_eq!(chunks("[[1],[2]]"), None);
    }

    #[test]
    fn many_rows_are_cut_between_rows() {
        let row = format!("[1,\"{}]\\\\\",\"\\\"[\",[0.5,-3],{{}}]", "x".repeat(400_000));
        let rows = format!("[{row},{row},{row}]");
        assert_eq!(
            chunks(&rows),
            Some(vec![format!("[{row},{row}]"), format!("[{row}]")])
        );
    }

    #[test]
    fn a_large_row_stands_alone() {
        let (large, small) = (format!("[\"{}\"]", "é".repeat(600_000)), "[2]");
        let found = chunks(&format!("[{small},{large},{small}]"));
        assert_eq!(
            found,
            Some(vec![
                format!("[{small}]"),
                format!("[{large}]"),
                format!("[{small}]")
            ])
        );
    }

    #[test]
    fn members_are_told_apart() {
        let all = |array| members(array).collect::<Vec<_>>();
        assert_eq!(
            all("[1,\"a,\\\"]\\\\\",[2,[3]],null,{\"\":0}]"),
            ["1", "\"a,\\\"]\\\\\"", "[2,[3]]", "null", "{\"\":0}"]
        );
        assert!(all("[]").is_empty());
    }

    #[test]
    fn rows_of_one_key_go_one_after_the_other() {
        let key = |has_default| {
            [
                KeyElement { at: 0, has_default },
                KeyElement { at: 2, has_default },
            ]
        };
        let runs = |rows: &str, has_default| -> Vec<usize> {
            let rows: Vec<&str> = elements(rows).collect();
            apart(rows, &key(has_default)).iter().map(Vec::len).collect()
        };
        let rows = "[[1,0,\"a\"],[2,0,\"a\"],[1,1,\"A\"],[2,0,\"a\"],[1,0,\"a\"],[1,0,null],[1,0,null]]";
        assert_eq!(runs(rows, false), [2, 2, 3]);
        let rows = "[[{},0,1],[{},0,1],[{\"\":0},0,1]]";
        assert_eq!((runs(rows, false), runs(rows, true)), (vec![3], vec![1, 2]));
        assert_eq!(chunks_apart(rows, &key(false)), None);
        assert_eq!(chunks_apart(rows, &key(true)).map(|chunks| chunks.len()), Some(2));
    }
}
