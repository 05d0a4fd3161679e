//! Rows in other forms than JSON's array: these are read, where others are passed on as the shard wrote them.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::rest::body::Row;

/// A column of a text of rows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Heading {
    /// The name.
    pub(crate) name: String,
    /// Whether its values are documents, whose texts stand between quotes.
    pub(crate) document: bool,
}

/// Rows as CSV (RFC 4180), with a header. NULL is an empty field, an empty text is `""`, and documents and what is nested are JSON.
pub(crate) fn csv(text: &str, columns: &[Heading]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    write_record(&mut out, columns.iter().map(|column| field(&column.name)));
    for row in rows(text)? {
        let Row(members) = serde_json::from_str(row).ok()?;
        let value = |column: &Heading| {
            let member = members.iter().find(|(key, _)| *key == column.name);
            match member {
                None => String::new(),
                Some((_, text @ Value::String(_))) if column.document => field(&text.to_string()),
                Some((_, value)) => cell(value),
            }
        };
        write_record(&mut out, columns.iter().map(value));
    }
    Some(out)
}

fn write_record(out: &mut String, fields: impl Iterator<Item = String>) {
    for (position, field) in fields.enumerate() {
        if position > 0 {
            out.push(',');
        }
        out.push_str(&field);
    }
    out.push_str("\r\n");
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.is_empty() || text == "NULL" => format!("\"{text}\""),
        Value::String(text) => field(text),
        other => field(&other.to_string()),
    }
}

fn field(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A row a line.
pub(crate) fn lines(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    for row in rows(text)? {
        out.push_str(row);
        out.push('\n');
    }
    Some(out)
}

/// Without members that are null, at any depth.
pub(crate) fn stripped(text: &str) -> Option<String> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    strip(&mut value);
    Some(value.to_string())
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|_, member| !member.is_null());
            members.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}

/// The texts of rows: of an array's elements, or of one row alone.
fn rows(text: &str) -> Option<Vec<&str>> {
    if !text.starts_with('[') {
        return Some(vec![text]);
    }
    let rows: Vec<&RawValue> = serde_json::from_str(text).ok()?;
    Some(rows.into_iter().map(RawValue::get).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_keeps_null_and_empty_apart() {
        let rows = r#"[{"a":null,"b":"","c":1.10},{"a":"x, \"y\"","b":"line\nbreak","c":{"d":[1,"e"]}}]"#;
        let columns = ["a", "b", "c"].map(|name| heading(name, false));
        assert_eq!(
            csv(rows, &columns).unwrap(),
            "a,b,c\r\n,\"\",1.10\r\n\"x, \"\"y\"\"\",\"line\nbreak\",\"{\"\"d\"\":[1,\"\"e\"\"]}\"\r\n"
        );
        assert_eq!(csv("[]", &columns).unwrap(), "a,b,c\r\n");
        assert_eq!(csv(r#"{"a":true}"#, &columns).unwrap(), "a,b,c\r\ntrue,,\r\n");
    }

    #[test]
    fn csv_keeps_texts_in_documents_apart() {
        let columns = [heading("text", false), heading("document", true)];
        assert_eq!(
            csv(
                r#"[{"text":"1","document":"1"},{"text":"null","document":1},{"text":"x","document":null}]"#,
                &columns
            )
            .unwrap(),
            "text,document\r\n1,\"\"\"1\"\"\"\r\nnull,1\r\nx,\r\n"
        );
    }

    fn heading(name: &str, document: bool) -> Heading {
        Heading {
            name: name.to_owned(),
            document,
        }
    }

    #[test]
    fn lines_and_strips() {
        assert_eq!(
            lines(r#"[{"a":"}\n,{"},{"b":[1]}]"#).unwrap(),
            "{\"a\":\"}\\n,{\"}\n{\"b\":[1]}\n"
        );
        assert_eq!(lines("[]").unwrap(), "");
        assert_eq!(
            stripped(r#"[{"a":null,"b":{"c":null,"d":[null,{"e":null}]},"f":1.10}]"#).unwrap(),
            r#"[{"b":{"d":[null,{}]},"f":1.10}]"#
        );
    }
}
