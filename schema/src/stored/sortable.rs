//! `DECIMAL` beyond 18 digits: as a text that sorts.

use std::fmt::Write as _;

use super::decimal::{Decimal, Excess, Misfit};

/// Digits of one limb, the most whose value and complement fit an INTEGER.
const LIMB: u8 = 18;

/// `1` and the digits where it is zero or more, `0` and their complements to nine where it is negative.
pub(super) fn text(number: &Decimal, precision: u8, scale: u8, excess: Excess) -> Result<String, Misfit> {
    let digits = number.digits_at(scale, precision, excess)?;
    let padded = format!("{digits:0>width$}", width = usize::from(precision));
    if number.is_negative() && !digits.is_empty() {
        let complement = padded.bytes().map(|digit| char::from(b'0' + (b'9' - digit)));
        return Ok(std::iter::once('0').chain(complement).collect());
    }
    Ok(format!("1{padded}"))
}

/// The SQL that writes the number with exactly its scale.
pub(super) fn number_sql(sql: &str, precision: u8, scale: u8) -> String {
    // Positions count from 1, and the marker is the first; the last whole digit stays, be it a zero.
    let whole = precision - scale;
    let head_end = whole.max(1);
    let plain = |from: u8, length: u8| format!("substr({sql},{from},{length})");
    let complement = |from: u8, length: u8| complement_sql(sql, from, length);
    let pieces = |part: &dyn Fn(u8, u8) -> String| {
        let mut pieces = Vec::new();
        if whole > 1 {
            pieces.push(format!("ltrim({},'0')", part(2, whole - 1)));
        }
        pieces.push(if whole > 0 {
            part(head_end + 1, 1)
        } else {
            "'0'".to_owned()
        });
        if scale > 0 {
            pieces.push(part(whole + 2, scale));
        }
        pieces
    };
    let point = if scale > 0 { "||'.'||" } else { "||" };
    let mut plain = pieces(&plain);
    let last = plain.pop().unwrap_or_default();
    let plain = match plain.join("||") {
        first if first.is_empty() => last,
        first => format!("{first}{point}{last}"),
    };
    // One call, where a chain would be deeper than a statement of nested rows has room for.
    let complement = pieces(&complement);
    let dot = if scale > 0 { "." } else { "" };
    let format = format!("-{}{dot}%s", "%s".repeat(complement.len() - 1));
    format!(
        "CASE WHEN {sql}>='1' THEN {plain} WHEN {sql} IS NOT NULL THEN printf('{format}',{}) END",
        complement.join(",")
    )
}

/// The digits of a negative number, from their complements.
pub(super) fn complement_sql(sql: &str, from: u8, length: u8) -> String {
    let mut format = String::new();
    let mut arguments = String::new();
    let mut at = 0;
    while at < length {
        let digits = LIMB.min(length - at);
        let nines = "9".repeat(usize::from(digits));
        // Writing to a String cannot fail.
        let _ = write!(format, "%0{digits}d");
        let _ = write!(arguments, ",{nines}-substr({sql},{},{digits})", from + at);
        at += digits;
    }
    format!("printf('{format}'{arguments})")
}
