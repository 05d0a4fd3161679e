//! The tokens of one statement.

use super::statements::quoted_end;

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A keyword or a name without quotes, as written.
    Word(String),
    /// A name between backticks.
    Name(String),
    /// A text literal, escapes resolved.
    Text(String),
    /// Digits, perhaps with a point and an exponent.
    Number(String),
    /// `x'…'` or `0x…`: hexadecimal digits.
    Hex(String),
    /// `b'…'` or `0b…`: binary digits.
    Bits(String),
    /// An operator or other mark.
    Mark(&'static str),
}

/// A token and where it is in its statement, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Why a statement has no tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LexError {
    pub(crate) message: String,
    pub(crate) at: usize,
}

/// The marks, longest first.
const MARKS: [&str; 37] = [
    "->>", "<=>", "->", "<=", ">=", "<>", "!=", "<<", ">>", "&&", "||", ":=", "@@", "(", ")", ",", ".", ";",
    "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "@", "?", ":", "{", "}", "\\",
];

/// The tokens of a statement without comments.
pub(crate) fn tokens(text: &str) -> Result<Vec<Token>, LexError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        if next.is_whitespace() || next == '\0' {
            at += next.len_utf8();
            continue;
        }
        let (kind, end) = token_at(text, at, next)?;
        tokens.push(Token { kind, start: at, end });
        at = end;
    }
    Ok(tokens)
}

fn token_at(text: &str, at: usize, next: char) -> Result<(Kind, usize), LexError> {
    if let Some((prefix, kind)) = prefixed_literal(&text[at..]) {
        let (digits, end) = quoted(text, at + prefix)?;
        return Ok((kind(digits), end));
    }
    if matches!(next, '\'' | '"' | '`') {
        let (content, end) = quoted(text, at)?;
        let kind = if next == '`' {
            Kind::Name(content)
        } else {
            Kind::Text(content)
        };
        return Ok((kind, end));
    }
    if next.is_ascii_digit() || (next == '.' && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())) {
        return Ok(number(text, at));
    }
    if is_word_char(next) {
        let end = word_end(text, at);
        return Ok((Kind::Word(text[at..end].to_owned()), end));
    }
    for mark in MARKS {
        if text[at..].starts_with(mark) {
            return Ok((Kind::Mark(mark), at + mark.len()));
        }
    }
    Err(LexError {
        message: format!("the character '{next}' has no meaning here"),
        at,
    })
}

/// `x'…'`, `b'…'` and `n'…'`: the length of the prefix, and what the quoted text is.
/// Makes a token of a literal's content.
type Make = fn(String) -> Kind;

fn prefixed_literal(rest: &str) -> Option<(usize, Make)> {
    let bytes = rest.as_bytes();
    if bytes.get(1) != Some(&b'\'') {
        return None;
    }
    match bytes[0].to_ascii_lowercase() {
        b'x' => Some((1, Kind::Hex)),
        b'b' => Some((1, Kind::Bits)),
        b'n' => Some((1, Kind::Text)),
        _ => None,
    }
}

fn quoted(text: &str, start: usize) -> Result<(String, usize), LexError> {
    let quote = text.as_bytes()[start];
    let Some(end) = quoted_end(text.as_bytes(), start) else {
        return Err(LexError {
            message: format!("the quote {} is never closed", char::from(quote)),
            at: start,
        });
    };
    Ok((unescaped(&text[start + 1..end - 1], char::from(quote)), end))
}

/// The content of a quoted text (MySQL manual, "Special Character Escape Sequences").
fn unescaped(content: &str, quote: char) -> String {
    let mut out = String::with_capacity(content.len());
    let mut chars = content.chars();
    while let Some(next) = chars.next() {
        if next == quote {
            chars.next();
            out.push(quote);
        } else if next == '\\' && quote != '`' {
            match chars.next() {
                Some('0') => out.push('\0'),
                Some('b') => out.push('\u{8}'),
                Some('n') => out.push('\n'),
                Some('r') => out.push('\r'),
                Some('t') => out.push('\t'),
                Some('Z') => out.push('\u{1a}'),
                // For LIKE these stay as they are.
                Some(wildcard @ ('%' | '_')) => out.extend(['\\', wildcard]),
                Some(other) => out.push(other),
                None => {}
            }
        } else {
            out.push(next);
        }
    }
    out
}

fn number(text: &str, at: usize) -> (Kind, usize) {
    let word = &text[at..word_end(text, at)];
    if let Some(digits) = word.strip_prefix("0x")
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        return (Kind::Hex(digits.to_owned()), at + word.len());
    }
    if let Some(digits) = word.strip_prefix("0b")
        && !digits.is_empty()
        && digits.bytes().all(|byte| matches!(byte, b'0' | b'1'))
    {
        return (Kind::Bits(digits.to_owned()), at + word.len());
    }
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        from + bytes[from..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count()
    };
    let mut end = digits(at);
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign.min(bytes.len() - end - 1));
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    // A name may start with digits: 2fa_codes.
    if end < at + word.len() && !text[at..end].contains('.') {
        return (Kind::Word(word.to_owned()), at + word.len());
    }
    (Kind::Number(text[at..end].to_owned()), end)
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii()
}

fn word_end(text: &str, at: usize) -> usize {
    text[at..]
        .find(|c| !is_word_char(c))
        .map_or(text.len(), |found| at + found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        tokens(text)
            .expect("tokens")
            .into_iter()
            .map(|token| token.kind)
            .collect()
    }

    #[test]
    fn reads_literals() {
        assert_eq!(
            kinds(r#"'it''s\n\%' "a""b" x'0F' b'01' 0x1f 0b10 N'n' 1.5e-3 .5 2fa `a``b`"#),
            [
                Kind::Text("it's\n\\%".into()),
                Kind::Text("a\"b".into()),
                Kind::Hex("0F".into()),
                Kind::Bits("01".into()),
                Kind::Hex("1f".into()),
                Kind::Bits("10".into()),
                Kind::Text("n".into()),
                Kind::Number("1.5e-3".into()),
                Kind::Number(".5".into()),
                Kind::Word("2fa".into()),
                Kind::Name("a`b".into()),
            ]
        );
    }

    #[test]
    fn reads_marks() {
        assert_eq!(
            kinds("a->>b<=>c"),
            [
                Kind::Word("a".into()),
                Kind::Mark("->>"),
                Kind::Word("b".into()),
                Kind::Mark("<=>"),
                Kind::Word("c".into()),
            ]
        );
    }

    #[test]
    fn an_open_quote_is_an_error() {
        for open in ["'abc", "'abc\\'", "'", "`a``", "'a''"] {
            assert!(tokens(open).is_err(), "{open}");
        }
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>()) {
            let _ = tokens(&text);
        }

        #[test]
        fn never_panics_on_sql(text in "[a-z'\"`.0-9xbe+\\-> \\\\é]{0,60}") {
            let _ = tokens(&text);
        }
    }
}
