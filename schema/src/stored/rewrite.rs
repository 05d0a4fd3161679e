//! What SQL cannot write as JSON, put in place of the markers that stand for it.

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{aggregate, geometry, real};

/// Replaces each JSON string that is a marker with this nonce by the value it stands for: `"~b:NONCE:HEX"` by base64,
/// `"~g:NONCE:HEX"` by GeoJSON, `"~d:NONCE:DIGITS:STEPS"` by a number, `"~n:NONCE:SCALE:EXTRA:COUNT:LIMBS"` by a string of
/// digits, `"~s:NONCE:HEX"` by the state of a row. In time linear to the text.
///
/// The nonce is a secret of whoever ran the statement and holds no quote or colon, so no tenant's text can pass for a
/// marker. What is no whole marker stays as it is.
pub fn rewrite<'a>(text: &'a str, nonce: &str) -> Cow<'a, str> {
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
        if let Some(value) = value_of(&text.as_bytes()[start..at], &text[body_start..from]) {
            out.push_str(&text[copied..start]);
            out.push_str(&value);
            from += 1;
            copied = from;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

fn value_of(opening: &[u8], body: &str) -> Option<String> {
    match opening {
        b"\"~b" => Some(format!("\"{}\"", STANDARD.encode(unhex(body.as_bytes())?))),
        // A blob that is no shape can only have been written past the API.
        b"\"~g" => Some(geometry::to_geojson(&unhex(body.as_bytes())?).unwrap_or_else(|| "null".to_owned())),
        b"\"~n" => aggregate::number(body).map(|digits| format!("\"{digits}\"")),
        b"\"~d" => {
            let (digits, steps) = body.split_once(':')?;
            let mut out = String::new();
            real::write_json(real::from_scaled(digits, steps.parse().ok()?)?, &mut out);
            Some(out)
        }
        b"\"~s" => Some(format!("\"{}\"", digest(&unhex(body.as_bytes())?))),
        _ => None,
    }
}

/// What tells the state of a row, from its stored values as [`super::Stored::log_sql`] writes them: it differs where any of
/// them does.
pub fn state_of(image: &str) -> String {
    digest(image.as_bytes())
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
