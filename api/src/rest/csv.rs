//! Texts of rows: CSV (RFC 4180) and form fields, whose values get the form that their column's JSON has.

use codegen::{ApiColumn, ApiTable};
use schema::stored::Scalar;
use serde_json::Value;

use crate::error::{ApiError, Code};
use crate::rest::body::Row;

/// A field of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Field {
    text: String,
    quoted: bool,
}

/// The rows of a text whose first record names the columns. An empty field is NULL, and so is `NULL`, unless in quotes.
pub(crate) fn rows(table: &ApiTable, text: &str) -> Result<Vec<Row>, ApiError> {
    let mut records = records(text.strip_prefix('\u{feff}').unwrap_or(text))?.into_iter();
    let Some((_, header)) = records.next() else {
        return Err(wrong(1, "the body is empty: its first line names the columns"));
    };
    let names: Vec<String> = header.into_iter().map(|field| field.text).collect();
    records
        .map(|(line, record)| {
            if record.len() != names.len() {
                return Err(wrong(
                    line,
                    &format!("{} fields, where the header names {}", record.len(), names.len()),
                ));
            }
            let members = names.iter().zip(record).map(|(name, field)| {
                let value = match (field.quoted, field.text.as_str()) {
                    (false, "" | "NULL") => Value::Null,
                    (_, text) => typed(table.column_named(name), text).map_err(|error| ApiError {
                        message: format!("line {line}: {}", error.message),
                        ..error
                    })?,
                };
                Ok((name.clone(), value))
            });
            members.collect::<Result<_, _>>().map(Row)
        })
        .collect()
}

/// The row of form fields.
pub(crate) fn form(table: &ApiTable, fields: Vec<(String, String)>) -> Result<Row, ApiError> {
    let members = fields.into_iter().map(|(name, text)| {
        let value = typed(table.column_named(&name), &text)?;
        Ok((name, value))
    });
    members.collect::<Result<_, _>>().map(Row)
}

/// A text in the form that a column's JSON has. What cannot have it stays a text, which is refused where the row is read; of a
/// document, whose texts stand between quotes, it is refused here.
fn typed(column: Option<&ApiColumn>, text: &str) -> Result<Value, ApiError> {
    let given = || Value::from(text);
    Ok(match column.map(ApiColumn::scalar) {
        Some(Scalar::Boolean) => match text {
            "true" | "t" | "1" => Value::Bool(true),
            "false" | "f" | "0" => Value::Bool(false),
            _ => given(),
        },
        Some(Scalar::Json) => serde_json::from_str(text).map_err(|error| no_document(column, &error))?,
        Some(Scalar::Float | Scalar::Geometry) => serde_json::from_str(text).unwrap_or_else(|_| given()),
        Some(Scalar::Set) if text.starts_with('[') => serde_json::from_str(text).unwrap_or_else(|_| given()),
        Some(Scalar::Set) => {
            let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            let members = inner
                .unwrap_or(text)
                .split(',')
                .filter(|member| !member.is_empty());
            members.map(Value::from).collect()
        }
        _ => given(),
    })
}

fn no_document(column: Option<&ApiColumn>, error: &serde_json::Error) -> ApiError {
    let field = column.map_or("", |column| &column.field);
    let refused = format!("{field}: expected JSON, in which a text stands between double quotes: {error}");
    ApiError::new(Code::InvalidValue, refused).with("field", field)
}

/// The records with the lines that they start at; empty lines are none.
fn records(text: &str) -> Result<Vec<(usize, Vec<Field>)>, ApiError> {
    let mut records = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while !rest.is_empty() {
        let start = line;
        let mut record = Vec::new();
        loop {
            let (field, behind) = field(rest, start)?;
            line += field.text.matches('\n').count();
            record.push(field);
            rest = behind;
            if let Some(behind) = rest.strip_prefix(',') {
                rest = behind;
                continue;
            }
            rest = rest.strip_prefix('\r').unwrap_or(rest);
            rest = rest.strip_prefix('\n').unwrap_or(rest);
            line += 1;
            break;
        }
        let blank = matches!(record.as_slice(), [Field { text, quoted: false }] if text.is_empty());
        if !blank {
            records.push((start, record));
        }
    }
    Ok(records)
}

fn field(text: &str, line: usize) -> Result<(Field, &str), ApiError> {
    let Some(mut rest) = text.strip_prefix('"') else {
        let end = text.find([',', '\r', '\n']).unwrap_or(text.len());
        let (bare, behind) = text.split_at(end);
        let field = Field {
            text: bare.to_owned(),
            quoted: false,
        };
        return Ok((field, behind));
    };
    let mut text = String::new();
    loop {
        let Some((inside, behind)) = rest.split_once('"') else {
            return Err(wrong(line, "a quote that opens here is not closed"));
        };
        text.push_str(inside);
        let Some(more) = behind.strip_prefix('"') else {
            rest = behind;
            break;
        };
        text.push('"');
        rest = more;
    }
    if !rest.is_empty() && !rest.starts_with([',', '\r', '\n']) {
        return Err(wrong(
            line,
            "behind a closing quote stands neither a comma nor the line's end",
        ));
    }
    Ok((Field { text, quoted: true }, rest))
}

fn wrong(line: usize, what: &str) -> ApiError {
    ApiError::new(
        Code::BadRequest,
        format!("the body cannot be read as CSV, at line {line}: {what}"),
    )
    .with("line", line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let records = records(text).unwrap().into_iter();
        records
            .map(|(_, record)| record.into_iter().map(|field| field.text).collect())
            .collect()
    }

    #[test]
    fn reads_records() {
        assert_eq!(
            texts("a,b\r\n\"x, \"\"y\"\"\",\"1\r\n2\"\n\n,\n"),
            [["a", "b"], ["x, \"y\"", "1\r\n2"], ["", ""]]
        );
        assert_eq!(texts("a"), [["a"]]);
        assert_eq!(texts("a,b"), [["a", "b"]]);
    }

    #[test]
    fn says_where_it_is_wrong() {
        for (text, line) in [("a\n\"x", 2), ("a\n\"x\"y", 2)] {
            assert_eq!(records(text).unwrap_err().details["line"], line, "{text}");
        }
    }
}
