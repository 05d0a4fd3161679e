//! `Range` (in items) and `Content-Range`.

use crate::error::{ApiError, Code};

/// The part of the rows that a `Range` header asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ItemRange {
    /// The first row, from 0.
    pub(crate) first: u64,
    /// The last row; open if not said.
    pub(crate) last: Option<u64>,
}

impl ItemRange {
    /// How many rows, where it says so.
    pub(crate) fn rows(self) -> Option<u64> {
        self.last.map(|last| (last - self.first).saturating_add(1))
    }
}

/// Reads `0-24`, `items=0-24` or `0-`. A range in any other unit is ignored (RFC 9110 section 14.2).
pub(crate) fn parse(header: Option<&str>, unit: Option<&str>) -> Result<Option<ItemRange>, ApiError> {
    let Some(header) = header else {
        return Ok(None);
    };
    let (unit, text) = match header.split_once('=') {
        Some((unit, text)) => (unit, text),
        None => (unit.unwrap_or("items"), header),
    };
    let wrong = || {
        ApiError::new(
            Code::BadRequest,
            format!("Range: '{header}' is not a range of items, such as '0-24' or '25-'"),
        )
    };
    if !is_token(unit) {
        return Err(wrong());
    }
    if !unit.eq_ignore_ascii_case("items") {
        return Ok(None);
    }
    let (first, last) = text.trim().split_once('-').ok_or_else(wrong)?;
    let first = first.trim().parse().map_err(|_| wrong())?;
    let last = match last.trim() {
        "" => None,
        last => Some(last.parse().map_err(|_| wrong())?),
    };
    if last.is_some_and(|last| last < first) {
        return Err(ApiError::new(
            Code::RangeNotSatisfiable,
            format!("Range: '{header}' ends before it starts"),
        ));
    }
    Ok(Some(ItemRange { first, last }))
}

/// RFC 9110 section 5.6.2.
fn is_token(text: &str) -> bool {
    let of_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    !text.is_empty() && text.bytes().all(of_token)
}

/// `Content-Range`: `0-24/573`, `0-24/*` where nobody counted, `*/0` where no row came.
pub(crate) fn content_range(first: u64, rows: u64, total: Option<u64>) -> String {
    let total = total.map_or_else(|| "*".to_owned(), |total| total.to_string());
    if rows == 0 {
        format!("*/{total}")
    } else {
        format!("{first}-{}/{total}", first + rows - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_ranges_of_items() {
        let range = |first, last| Some(ItemRange { first, last });
        for (header, unit, read) in [
            ("0-24", Some("items"), range(0, Some(24))),
            ("items=5-5", None, range(5, Some(5))),
            ("10-", None, range(10, None)),
            ("bytes=0-5", None, None),
            ("0-5", Some("bytes"), None),
        ] {
            assert_eq!(parse(Some(header), unit).unwrap(), read, "{header}");
        }
        assert_eq!(parse(None, Some("items")).unwrap(), None);
        for wrong in ["-5", "a-b", "0-1,3-4", "5", "0-99999999999999999999"] {
            assert_eq!(
                parse(Some(wrong), None).unwrap_err().code,
                Code::BadRequest,
                "{wrong}"
            );
        }
        let backwards = parse(Some("5-2"), None).unwrap_err();
        assert_eq!(backwards.code, Code::RangeNotSatisfiable);
    }

    #[test]
    fn writes_content_ranges() {
        assert_eq!(content_range(0, 25, Some(573)), "0-24/573");
        assert_eq!(content_range(50, 1, None), "50-50/*");
        assert_eq!(content_range(0, 0, Some(0)), "*/0");
        assert_eq!(content_range(9, 0, None), "*/*");
    }
}
