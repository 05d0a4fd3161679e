//! What SQL cannot write as JSON, put in place of the markers that stand for it.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{ValueError, aggregate, geometry, read, real};

/// Replaces each JSON string that is a marker with this nonce by the value it stands for: `"~b:NONCE:HEX"` by base64,
/// `"~g:NONCE:HEX"` by GeoJSON, `"~d:NONCE:DIGITS:STEPS"` by a number, `"~n:NONCE:SCALE:EXTRA:COUNT:LIMBS"` by a string of
/// digits, `"~s:NONCE:HEX"` by the state of a row; `"~D:…"` and `"~G:…"` by strings of what their small letters stand for;
/// `"~c:NONCE:XHEX"` by what a cast (a letter, here X) makes of a text, and `"~j:NONCE:XHEX"` of a document. In time linear to
/// the text. Fails where a text has not the form that its cast wants.
///
/// The nonce is a secret of whoever ran the statement and holds no quote or colon, so no tenant's text can pass for a
/// marker. What is no whole marker stays as it is.
pub fn rewrite<'a>(text: &'a str, nonce: &str) -> Result<Cow<'a, str>, ValueError> {
    let needle = format!(":{nonce}:");
    let mut out = String::new();
    let mut copied = 0;
    let mut from = 0;
    while let Some(found) = text[from..].find(&needle) {
        let at = from + found;
        let body_start = at + needle.len();
        from = body_start;
        let Some(start) = at.checked_sub(3).filter(|start| *start >= copied) else {
            continue;
        };
        let Some(length) = text[body_start..].find('"') else {
            break;
        };
        from = body_start + length;
        let opening = &text.as_bytes()[start..at];
        if let Some(value) = value_of(opening, &text[body_start..from]).transpose()? {
            out.push_str(&text[copied..start]);
            out.push_str(&value);
            from += 1;
            copied = from;
        }
    }
    if copied == 0 {
        return Ok(Cow::Borrowed(text));
    }
    out.push_str(&text[copied..]);
    Ok(Cow::Owned(out))
}

fn value_of(opening: &[u8], body: &str) -> Option<Result<String, ValueError>> {
    let is_json = match opening {
        b"\"~c" => false,
        b"\"~j" => true,
        _ => return printed(opening, body).map(Ok),
    };
    let (letter, hex) = body.split_at_checked(1)?;
    let text = String::from_utf8_lossy(&unhex(hex.as_bytes())?).into_owned();
    read::value(letter, &text, is_json)
}

fn printed(opening: &[u8], body: &str) -> Option<String> {
    match opening {
        b"\"~b" => Some(format!("\"{}\"", STANDARD.encode(unhex(body.as_bytes())?))),
        b"\"~g" => Some(shape(body)?),
        b"\"~G" => Some(serde_json::Value::from(shape(body)?).to_string()),
        b"\"~n" => aggregate::number(body).map(|digits| format!("\"{digits}\"")),
        b"\"~d" => number(body),
        b"\"~D" => Some(format!("\"{}\"", number(body)?)),
        b"\"~s" => Some(format!("\"{}\"", digest(&unhex(body.as_bytes())?))),
        _ => None,
    }
}

/// A blob that is no shape can only have been written past the API.
fn shape(body: &str) -> Option<String> {
    Some(geometry::to_geojson(&unhex(body.as_bytes())?).unwrap_or_else(|| "null".to_owned()))
}

fn number(body: &str) -> Option<String> {
    let (digits, steps) = body.split_once(':')?;
    let mut out = String::new();
    real::write_json(real::from_scaled(digits, steps.parse().ok()?)?, &mut out);
    Some(out)
}

/// What tells the state of a row, from its stored values as [`super::Stored::log_sql`] writes them: it differs where any of
/// them does.
pub fn state_of(image: &[u8]) -> String {
    digest(image)
}

/// 96 bits of a digest: two states that differ do not meet by chance, nor by intent.
fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)[..12])
}

/// The digits of bytes, hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Bytes from pairs of hexadecimal digits.
pub(super) fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |b: u8| char::from(b).to_digit(16).and_then(|d| u8::try_from(d).ok());
    if !digits.len().is_multiple_of(2) {
        return None;
    }
    digits
        .chunks_exact(2)
        .map(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?))
        .collect()
}
