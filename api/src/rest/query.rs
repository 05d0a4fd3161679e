//! The query string: `application/x-www-form-urlencoded` pairs, in their order.

use crate::error::{ApiError, Code};
use crate::rest::percent;

/// The parameters of a query string. `+` and `%20` are both spaces; a name without `=` has an empty value.
pub(crate) fn pairs(query: &str) -> Result<Vec<(String, String)>, ApiError> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Result<String, ApiError> {
    percent::decode(&text.replace('+', " ")).ok_or_else(|| {
        ApiError::new(
            Code::BadRequest,
            format!("the query string's '{text}' is not percent-encoded UTF-8"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_names_and_values() {
        assert_eq!(
            pairs("a=1&b+c=%C3%A9+x&&d&e==%3D").unwrap(),
            [("a", "1"), ("b c", "é x"), ("d", ""), ("e", "==")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        for wrong in ["a=%", "a=%4", "a=%zz", "a=%FF"] {
            assert_eq!(pairs(wrong).unwrap_err().code, Code::BadRequest, "{wrong}");
        }
    }
}
