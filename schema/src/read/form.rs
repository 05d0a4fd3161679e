//! Checks a document against a JSON Schema of our own: the keywords that `schemars` writes for our types, and no others.
//!
//! A validator of the whole standard is a quarter of the Worker. It is the second opinion in the tests.

use serde_json::{Map, Value};

use super::{Location, Problem};

/// The longest part of a document that a message repeats, in characters.
const MOST_SHOWN: usize = 100;

/// Checks a document.
///
/// # Errors
/// All that has another form, each with a JSON pointer.
pub fn check(document: &Value, form: &Value) -> Result<(), Vec<Problem>> {
    let mut checker = Checker {
        forms: form,
        path: String::new(),
        problems: Vec::new(),
    };
    checker.value(document, form);
    if checker.problems.is_empty() {
        Ok(())
    } else {
        Err(checker.problems)
    }
}

struct Checker<'f> {
    /// The whole form, which holds the named ones.
    forms: &'f Value,
    /// Where the value stands.
    path: String,
    problems: Vec<Problem>,
}

impl<'f> Checker<'f> {
    fn value(&mut self, value: &Value, form: &'f Value) {
        let Value::Object(form) = form else { return };
        if let Some(named) = self.named(form) {
            self.value(value, named);
        }
        if let Some(types) = form.get("type")
            && !is_of(value, types)
        {
            return self.problem(format!(
                "expected {}, and there is {}",
                wanted(types),
                shown(value)
            ));
        }
        if !one_of_constants(value, form) {
            return self.problem(format!(
                "expected {}, and there is {}",
                constants(form),
                shown(value)
            ));
        }
        if let Some(Value::Array(forms)) = form.get("oneOf").or_else(|| form.get("anyOf")) {
            self.alternatives(value, forms);
        }
        match value {
            Value::Object(members) => self.members(members, form),
            Value::Array(items) => {
                if let Some(form) = form.get("items") {
                    for (position, item) in items.iter().enumerate() {
                        self.at(&position.to_string(), |checker| checker.value(item, form));
                    }
                }
            }
            Value::String(text) => self.length(text, form),
            Value::Number(_) => self.range(value, form),
            Value::Bool(_) | Value::Null => {}
        }
    }

    /// The form that `$ref` names.
    fn named(&self, form: &Map<String, Value>) -> Option<&'f Value> {
        let pointer = form.get("$ref")?.as_str()?.strip_prefix('#')?;
        self.forms.pointer(pointer)
    }

    fn members(&mut self, members: &Map<String, Value>, form: &'f Map<String, Value>) {
        let known = form.get("properties").and_then(Value::as_object);
        for name in form
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if let Some(name) = name.as_str()
                && !members.contains_key(name)
            {
                self.problem(format!("the member \"{name}\" is missing"));
            }
        }
        let closed = form.get("additionalProperties") == Some(&Value::Bool(false));
        for (name, member) in members {
            match known.and_then(|known| known.get(name)) {
                Some(form) => self.at(name, |checker| checker.value(member, form)),
                None if closed => {
                    let names: Vec<&str> = known
                        .into_iter()
                        .flat_map(Map::keys)
                        .map(String::as_str)
                        .collect();
                    self.problem(format!(
                        "there is no member \"{}\" here; there are {}",
                        cut(name),
                        names.join(", ")
                    ));
                }
                None => {}
            }
        }
    }

    /// One of several forms has to do. Where a value tells which of them it means, its problems there are the ones.
    fn alternatives(&mut self, value: &Value, forms: &'f [Value]) {
        let found = self.problems.len();
        let mut meant = None;
        for form in forms {
            self.value(value, form);
            let problems = self.problems.split_off(found);
            if problems.is_empty() {
                return;
            }
            if self.is_meant(value, form) {
                meant = Some(problems);
            }
        }
        if let Some(problems) = meant {
            self.problems.extend(problems);
            return;
        }
        let names: Vec<String> = forms.iter().filter_map(|form| self.name(form)).collect();
        self.problem(format!(
            "expected {}, and there is {}",
            names.join(", or "),
            shown(value)
        ));
    }

    /// Whether a form has the only member of an object, or names what is not null.
    fn is_meant(&self, value: &Value, form: &'f Value) -> bool {
        let Value::Object(form) = form else { return false };
        if self.named(form).is_some() {
            return !value.is_null();
        }
        let known = form.get("properties").and_then(Value::as_object);
        match (value, known) {
            (Value::Object(members), Some(known)) => members.keys().any(|name| known.contains_key(name)),
            _ => false,
        }
    }

    /// What a form takes, in a few words.
    fn name(&self, form: &'f Value) -> Option<String> {
        let Value::Object(members) = form else { return None };
        if let Some(named) = self.named(members) {
            return self.name(named);
        }
        if members.contains_key("const") || members.contains_key("enum") {
            return Some(constants(members));
        }
        match members.get("required").and_then(Value::as_array)?.as_slice() {
            [only] => Some(format!("{{{only}: …}}")),
            _ => None,
        }
        .or_else(|| members.get("type").map(wanted))
    }

    fn length(&mut self, text: &str, form: &Map<String, Value>) {
        let length = text.chars().count() as u64;
        let limit = |name: &str| form.get(name).and_then(Value::as_u64);
        if limit("minLength").is_some_and(|least| length < least) {
            self.problem("it is too short".to_owned());
        }
        if let Some(most) = limit("maxLength").filter(|most| length > *most) {
            self.problem(format!("it has more than {most} characters"));
        }
    }

    fn range(&mut self, value: &Value, form: &Map<String, Value>) {
        let Some(number) = value.as_f64() else { return };
        let limit = |name: &str| form.get(name).and_then(|limit| Some((limit, limit.as_f64()?)));
        if let Some((least, _)) = limit("minimum").filter(|(_, least)| number < *least) {
            self.problem(format!("{} is less than {least}", shown(value)));
        }
        if let Some((most, _)) = limit("maximum").filter(|(_, most)| number > *most) {
            self.problem(format!("{} is more than {most}", shown(value)));
        }
    }

    /// Does something one step deeper (RFC 6901).
    fn at(&mut self, step: &str, work: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push('/');
        self.path.push_str(&step.replace('~', "~0").replace('/', "~1"));
        work(self);
        self.path.truncate(length);
    }

    fn problem(&mut self, message: String) {
        self.problems.push(Problem {
            code: "form",
            message,
            at: Location::Path(self.path.clone()),
        });
    }
}

fn one_of_constants(value: &Value, form: &Map<String, Value>) -> bool {
    let constant = form.get("const").is_none_or(|constant| constant == value);
    let listed = form.get("enum").and_then(Value::as_array);
    constant && listed.is_none_or(|listed| listed.contains(value))
}

fn constants(form: &Map<String, Value>) -> String {
    let listed = form.get("enum").and_then(Value::as_array).into_iter().flatten();
    let texts: Vec<String> = form
        .get("const")
        .into_iter()
        .chain(listed)
        .map(Value::to_string)
        .collect();
    texts.join(", or ")
}

/// Whether a value is of a type, or of one of a list of them. A whole number is one as it is written.
fn is_of(value: &Value, types: &Value) -> bool {
    match types {
        Value::Array(types) => types.iter().any(|one| is_of(value, one)),
        Value::String(name) => match name.as_str() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "integer" => value.is_i64() || value.is_u64(),
            _ => value.is_number(),
        },
        _ => false,
    }
}

fn wanted(types: &Value) -> String {
    let one = |name: &Value| match name.as_str() {
        Some("object") => "an object",
        Some("array") => "a list",
        Some("string") => "a text",
        Some("boolean") => "true or false",
        Some("null") => "null",
        Some("integer") => "a whole number",
        _ => "a number",
    };
    match types {
        Value::Array(types) => types.iter().map(one).collect::<Vec<_>>().join(", or "),
        name => one(name).to_owned(),
    }
}

/// A value as a message repeats it.
fn shown(value: &Value) -> String {
    match value {
        Value::Object(_) => "an object".to_owned(),
        Value::Array(_) => "a list".to_owned(),
        scalar => cut(&scalar.to_string()),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::read::json::json_schema;

    fn problems(document: &Value) -> Vec<String> {
        let problems = check(document, &json_schema()).err().unwrap_or_default();
        problems
            .iter()
            .map(|found| format!("{}: {}", found.at, found.message))
            .collect()
    }

    fn column(ty: &Value) -> Value {
        json!({"tables": [{"name": "t", "columns": [{"name": "c", "type": ty}]}]})
    }

    #[test]
    fn says_what_and_where() {
        assert_eq!(problems(&column(&json!("json"))), Vec::<String>::new());
        let at = "/tables/0/columns/0/type";
        for (ty, message) in [
            (
                json!({"int": {"width": "big", "sign": 1}}),
                "/int: there is no member \"sign\" here; there are width, unsigned",
            ),
            (json!({"int": {}}), "/int: the member \"width\" is missing"),
            (
                json!({"decimal": {"precision": 66, "scale": 1.5}}),
                "/decimal/precision: 66 is more than 65",
            ),
            (json!({"bit": {"width": 0}}), "/bit/width: 0 is less than 1"),
            (
                json!({"bit": {"width": "8"}}),
                "/bit/width: expected a whole number, and there is \"8\"",
            ),
        ] {
            assert_eq!(problems(&column(&ty))[0], format!("{at}{message}"));
        }
        let unknown = problems(&column(&json!("string")));
        assert!(
            unknown[0].starts_with(&format!("{at}: expected \"boolean\", or {{\"int\": …}}, or")),
            "{unknown:?}"
        );
        assert_eq!(
            problems(&json!({"tables": {}, "more": null})),
            [
                "/tables: expected a list, and there is an object",
                "the document: there is no member \"more\" here; there are tables, views"
            ]
        );
    }

    /// A keyword that is not known here would be passed over.
    #[test]
    fn knows_every_keyword_of_the_forms() {
        fn walk(form: &Value) {
            let Value::Object(members) = form else { return };
            for (keyword, value) in members {
                match keyword.as_str() {
                    "properties" | "$defs" => value.as_object().unwrap().values().for_each(walk),
                    "oneOf" | "anyOf" => value.as_array().unwrap().iter().for_each(walk),
                    "items" => walk(value),
                    "additionalProperties" => assert_eq!(value, &Value::Bool(false)),
                    "$ref" => assert!(value.as_str().unwrap().starts_with("#/$defs/")),
                    "type" | "const" | "enum" | "required" | "minimum" | "maximum" | "minLength"
                    | "maxLength" => {}
                    // They tell, and demand nothing.
                    "$schema" | "title" | "description" | "default" | "format" => {}
                    other => panic!("{other}"),
                }
            }
        }
        walk(&json_schema());
    }
}
