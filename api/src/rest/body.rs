//! Bodies: a JSON object or an array of them, an object a line, CSV, or form fields.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use codegen::ApiTable;

use crate::error::{ApiError, Code, not_json};
use crate::http::Request;
use crate::plan::Limits;
use crate::rest::media::{self, BodyMedia};
use crate::rest::{csv, query};

/// The rows of a body.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Rows {
    /// One object.
    One(Row),
    /// An array of objects.
    Many(Vec<Row>),
}

/// An object's members in their order, repeated ones included.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row(pub(crate) Vec<(String, Value)>);

/// Reads a body by its media type.
pub(crate) fn of(request: &Request, table: &ApiTable) -> Result<Rows, ApiError> {
    let body = &request.body;
    let media = media::of_body(&request.headers)?;
    if media == BodyMedia::Json {
        return parse(body);
    }
    check_size(body)?;
    let text =
        std::str::from_utf8(body).map_err(|_| ApiError::new(Code::BadRequest, "the body is not UTF-8"))?;
    match media {
        BodyMedia::Csv => csv::rows(table, text).map(Rows::Many),
        BodyMedia::Form if text.trim_start().starts_with(['{', '[']) => Err(ApiError::new(
            Code::BadRequest,
            "the body looks like JSON and its media type is that of a form: send it with 'Content-Type: application/json'",
        )),
        BodyMedia::Form => csv::form(table, query::pairs(text)?).map(Rows::One),
        _ => lines(text).map(Rows::Many),
    }
}

/// A JSON object a line.
fn lines(text: &str) -> Result<Vec<Row>, ApiError> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(position, line)| {
            let row = parse(line.as_bytes()).and_then(|rows| match rows {
                Rows::One(row) => Ok(row),
                Rows::Many(_) => Err(ApiError::new(
                    Code::BadRequest,
                    "the body has an array on a line of its own: each line is one object",
                )),
            });
            let line = position + 1;
            row.map_err(|error| ApiError {
                message: format!("line {line} of the body: {}", error.message),
                ..error.with("line", line)
            })
        })
        .collect()
}

fn check_size(body: &[u8]) -> Result<(), ApiError> {
    let most = Limits::DEFAULT.max_body;
    if body.len() > most {
        return Err(ApiError::new(
            Code::TooLarge,
            format!(
                "the body has {} bytes, and {most} are taken: send it in parts",
                body.len()
            ),
        )
        .with("limit", most));
    }
    Ok(())
}

/// Reads a JSON body.
pub(crate) fn parse(body: &[u8]) -> Result<Rows, ApiError> {
    check_size(body)?;
    // Asked for by its first byte: a number would pass for an object where digits are kept as they are.
    match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'{') => read(body).map(Rows::One),
        Some(b'[') => read(body).map(Rows::Many),
        None => Err(ApiError::new(
            Code::BadRequest,
            "the body is empty: send a JSON object, or an array of objects",
        )),
        Some(_) => Err(ApiError::new(
            Code::BadRequest,
            "the body is neither a JSON object nor an array of objects",
        )
        .with("line", 1)),
    }
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, ApiError> {
    serde_json::from_slice(body).map_err(|error| {
        ApiError::new(
            Code::BadRequest,
            format!(
                "the body {}",
                not_json(&error, "an object, or an array of objects")
            ),
        )
        .with("line", error.line())
        .with("column", error.column())
    })
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Row;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object that stands for a row")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Row, A::Error> {
                let mut members = Vec::with_capacity(map.size_hint().unwrap_or_default());
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Row(members))
            }
        }

        deserializer.deserialize_map(Members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_rows_with_their_digits() {
        let Rows::One(Row(members)) = parse(b" {\"a\": 1.10, \"a\": null}").unwrap() else {
            panic!("not one");
        };
        assert_eq!(members.len(), 2);
        assert_eq!(members[0].1.to_string(), "1.10");
        assert!(matches!(parse(b"[]").unwrap(), Rows::Many(rows) if rows.is_empty()));
    }

    #[test]
    fn says_where_it_is_wrong() {
        for (body, line) in [
            ("{\n\"a\": 1,\n}", 3),
            ("[{},\n5]", 2),
            ("[{}", 1),
            ("5", 1),
            ("{} {}", 1),
        ] {
            let error = parse(body.as_bytes()).unwrap_err();
            assert_eq!(error.code, Code::BadRequest, "{body}");
            assert_eq!(error.details["line"], line, "{body}");
        }
        assert_eq!(parse(b" \n").unwrap_err().code, Code::BadRequest);
        assert_eq!(parse(b"{\"a\": \"\xff\"}").unwrap_err().code, Code::BadRequest);
    }
}
