//! Ways into a document.

use schema::stored::Value;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use shard::op::Slot;

use crate::error::{ApiError, Code};
use crate::plan::Binder;

/// So deep a document can be.
const MAX_STEPS: usize = 100;

/// A way into a document: the keys and positions to go by. Empty for the whole of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JsonPath(pub Vec<Step>);

/// One step on the way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// The member of that key.
    Key(String),
    /// The element at that position, from 0; from the end where it is negative.
    Index(i32),
}

impl JsonPath {
    /// Reads `$.a."b c"[0]`, with or without the `$`, or `["a", "b c", 0]`.
    pub fn read(given: &Json) -> Result<Self, ApiError> {
        let path = match given {
            Json::String(text) => Self::parse(text),
            Json::Array(steps) => steps.iter().map(step).collect::<Option<_>>().map(Self),
            _ => None,
        };
        path.filter(|path| path.0.len() <= MAX_STEPS).ok_or_else(|| {
            ApiError::new(
                Code::InvalidValue,
                format!(
                    "a path is a text such as \"$.a.b[0]\" or a list such as [\"a\", \"b\", 0], of at most {MAX_STEPS} \
                     steps; got {}",
                    shortened(&given.to_string())
                ),
            )
        })
    }

    fn parse(text: &str) -> Option<Self> {
        let mut steps = Vec::new();
        let mut rest = text.strip_prefix('$').unwrap_or(text);
        if rest.len() == text.len() && !rest.is_empty() && !rest.starts_with(['.', '[']) {
            // A bare key in front.
            let (key, behind) = bare(rest)?;
            steps.push(Step::Key(key.to_owned()));
            rest = behind;
        }
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix(".\"") {
                let (key, behind) = quoted_key(quoted)?;
                steps.push(Step::Key(key));
                rest = behind;
            } else if let Some(name) = rest.strip_prefix('.') {
                let (key, behind) = bare(name)?;
                steps.push(Step::Key(key.to_owned()));
                rest = behind;
            } else {
                let (inside, behind) = bracket(rest.strip_prefix('[')?)?;
                steps.push(inside);
                rest = behind;
            }
        }
        Some(Self(steps))
    }

    /// Its steps, as what is to be taken from a document names them: each as SQLite spells it in an object and in an array.
    pub fn steps(&self) -> Json {
        let steps = self.0.iter().map(|step| {
            let (key, index) = match step {
                Step::Key(key) => (key.clone(), key.parse().ok()),
                Step::Index(index) => (index.to_string(), Some(*index)),
            };
            let text = |step| Self(vec![step]).text()[1..].to_owned();
            let index: Option<i32> = index;
            serde_json::json!([text(Step::Key(key)), index.map(|index| text(Step::Index(index)))])
        });
        steps.collect()
    }

    /// The path as SQLite reads it. Characters that end a key there are spelled by their numbers.
    fn text(&self) -> String {
        let mut text = String::from("$");
        for step in &self.0 {
            match step {
                Step::Key(key) => write_key(key, &mut text),
                Step::Index(index) if *index < 0 => text.push_str(&format!("[#{index}]")),
                Step::Index(index) => text.push_str(&format!("[{index}]")),
            }
        }
        text
    }

    /// Binds it; `None` for the whole document.
    pub fn bind(&self, binder: &mut Binder) -> Result<Option<Slot>, ApiError> {
        if self.0.is_empty() {
            return Ok(None);
        }
        binder.bind(Value::Text(self.text())).map(Some)
    }

    /// The last key on the way, by which what it leads to is named.
    pub fn last_key(&self) -> Option<&str> {
        self.0.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Index(_) => None,
        })
    }
}

/// Writes `."key"`.
pub(super) fn write_key(key: &str, text: &mut String) {
    text.push_str(".\"");
    for character in key.chars() {
        if matches!(character, '"' | '\\') || character < ' ' {
            text.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            text.push(character);
        }
    }
    text.push('"');
}

/// A whole number, which JSON also writes as `3.0`.
fn whole<N: std::str::FromStr>(digits: &str) -> Option<N> {
    let digits = match digits.split_once('.') {
        Some((digits, zeros)) if zeros.bytes().all(|digit| digit == b'0') => digits,
        _ => digits,
    };
    digits.parse().ok()
}

fn step(given: &Json) -> Option<Step> {
    match given {
        Json::String(key) => Some(Step::Key(key.clone())),
        Json::Number(index) => whole(index.as_str()).map(Step::Index),
        _ => None,
    }
}

/// A key without quotes: letters, digits and what else ends nothing.
fn bare(text: &str) -> Option<(&str, &str)> {
    let end = text.find(['.', '[']).unwrap_or(text.len());
    let (key, behind) = text.split_at(end);
    (!key.is_empty() && !key.contains(['"', ']', '*', '$', ' '])).then_some((key, behind))
}

/// The rest of a key between double quotes, with a backslash before a character that stands for itself.
fn quoted_key(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((key, &text[at + 1..])),
            '\\' => key.push(characters.next()?.1),
            other => key.push(other),
        }
    }
    None
}

/// `0]`, `-1]`, `#-1]` or `"key"]`.
fn bracket(text: &str) -> Option<(Step, &str)> {
    if let Some(quoted) = text.strip_prefix('"') {
        let (key, behind) = quoted_key(quoted)?;
        return Some((Step::Key(key), behind.strip_prefix(']')?));
    }
    let (index, behind) = text.split_once(']')?;
    let from_end = index.strip_prefix('#');
    let number = from_end.unwrap_or(index).trim();
    let index: i32 = number
        .parse()
        .ok()
        .filter(|index| from_end.is_none() || *index < 0)?;
    (!number.starts_with('+')).then_some((Step::Index(index), behind))
}

fn shortened(text: &str) -> String {
    const SHOWN: usize = 100;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<String> {
        let given: Json = serde_json::from_str(json).unwrap();
        JsonPath::read(&given).ok().map(|path| path.text())
    }

    #[test]
    fn reads_both_spellings() {
        for (given, text) in [
            (r#""$.a.b[0]""#, r#"$."a"."b"[0]"#),
            (r#"["a", "b", 0]"#, r#"$."a"."b"[0]"#),
            (r#""a.b[-1]""#, r#"$."a"."b"[#-1]"#),
            (r#""$[#-2]""#, "$[#-2]"),
            (r#""$.\"a.b\"[\"c\"]""#, r#"$."a.b"."c""#),
            (r#"["a\"\\\u0000"]"#, r#"$."a\u0022\u005c\u0000""#),
            (r#""$""#, "$"),
            ("[]", "$"),
            (r#"["0", 0]"#, r#"$."0"[0]"#),
            (r#""$.größe""#, r#"$."größe""#),
        ] {
            assert_eq!(read(given).as_deref(), Some(text), "{given}");
        }
    }

    #[test]
    fn refuses_what_is_no_path() {
        for given in [
            r#""$.""#,
            r#""$a""#,
            r#""$.a[""#,
            r#""$.a[x]""#,
            r#""$.*""#,
            r#""$.a[*]""#,
            r#""$..a""#,
            "5",
            "null",
            "[null]",
            "[1.5]",
            "{}",
            r#""$[#1]""#,
            r#""$.\"a""#,
            r#""a b""#,
            "[99999999999]",
        ] {
            assert_eq!(read(given), None, "{given}");
        }
        let long = Json::from(vec!["a"; 101]);
        assert!(JsonPath::read(&long).is_err());
    }
}
