//! Scripts whose SQL mode has double quotes around names, as `mysqldump --compatible=ansi` writes them.

use crate::read::statements::quoted_end;

/// The statement with backticks for the double quotes around its names; what has a backtick or a double quote inside
/// stays. It keeps its length.
pub(super) fn with_names_in_backticks(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'\'' | b'"' | b'`')) {
        let start = at + found;
        out.push_str(&text[at..start]);
        let Some(end) = quoted_end(bytes, start) else {
            at = start;
            break;
        };
        let quoted = &text[start..end];
        let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
        if bytes[start] == b'"' && end - start > 2 && !inner.contains(['`', '"', '\\']) {
            out.extend(["`", inner, "`"]);
        } else {
            out.push_str(quoted);
        }
        at = end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rewrites_names_only() {
        assert_eq!(
            with_names_in_backticks(
                r#"CREATE TABLE "é t" ("a" INT DEFAULT '"x"' COMMENT 'it''s "b"', `c"d"` INT)"#
            ),
            r#"CREATE TABLE `é t` (`a` INT DEFAULT '"x"' COMMENT 'it''s "b"', `c"d"` INT)"#
        );
        assert_eq!(with_names_in_backticks("\"open"), "\"open");
        assert_eq!(with_names_in_backticks("'"), "'");
    }
}
