//! Rows of an insert, a text at a time: one text has a limit that many rows together go beyond.

/// The most bytes of rows in one text, unless one row alone is larger: half of what the platform takes.
const MOST: usize = 1_000_000;

/// A JSON array of rows as arrays of fewer rows; `None` where one text holds them all.
pub(crate) fn chunks(rows: &str) -> Option<Vec<String>> {
    if rows.len() <= MOST {
        return None;
    }
    Some(packed(elements(rows)))
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
}
