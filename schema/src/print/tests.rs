//! What is printed reads back as the same declaration.

mod arbitrary;

use proptest::prelude::*;

use super::sql;
use crate::read;

#[test]
fn a_declaration_with_everything() {
    let script = r#"CREATE TABLE `a``b` (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'it''s \\ \n', flag BOOL NOT NULL DEFAULT 1,
      price DECIMAL(30,4) UNSIGNED DEFAULT 1.5, big BIGINT DEFAULT -9223372036854775808, bits BIT(40) DEFAULT b'101',
      f FLOAT DEFAULT 1e-7, name CHAR(5) COLLATE utf8mb4_bin DEFAULT 'a''b', body TEXT DEFAULT ('x\\y'),
      raw VARBINARY(9) DEFAULT x'00FF', blob_ BLOB DEFAULT (x'01'), doc JSON DEFAULT ('{"a": 1.10}'), y YEAR DEFAULT 1999,
      kind ENUM('it''s', 'b') DEFAULT 'b', flags SET('x','y') DEFAULT 'y,x', at DATETIME(3) DEFAULT NOW(3) ON UPDATE NOW(3),
      stamp TIMESTAMP NULL DEFAULT '2024-02-29 12:30:00', t TIME(2) DEFAULT '-12:00', d DATE DEFAULT '2024-02-29',
      place POINT NOT NULL SRID 4326, parent BIGINT UNSIGNED,
      PRIMARY KEY (id), UNIQUE (name, d), KEY (kind), FULLTEXT KEY ft (body),
      CONSTRAINT up FOREIGN KEY (parent) REFERENCES `a``b` (id) ON DELETE SET NULL ON UPDATE CASCADE
    ) COMMENT 'all ''types''';"#;
    let schema = read::sql::read(script).expect("a declaration").schema;
    let printed = sql(&schema);
    let again = read::sql::read(&printed).unwrap_or_else(|problems| panic!("{printed}\n{problems:#?}"));
    assert_eq!(again.schema, schema, "{printed}");
    assert_eq!(sql(&again.schema), printed);
    let json = serde_json::to_string(&schema).expect("JSON");
    assert_eq!(read::json::read(&json), Ok(schema));
}

#[test]
fn an_option_at_the_end_of_a_comment() {
    for (comment, kept, required) in [
        ("Money. @requireIfMatch", Some("Money."), true),
        ("@requireIfMatch", None, true),
        (" \n@requireIfMatch @requireIfMatch", Some(" "), true),
        ("x@requireIfMatch", Some("x@requireIfMatch"), false),
        (
            "@requireIfMatch is not here",
            Some("@requireIfMatch is not here"),
            false,
        ),
    ] {
        let script = format!("CREATE TABLE t (id INT PRIMARY KEY) COMMENT='{comment}'");
        let schema = read::sql::read(&script).expect("a declaration").schema;
        let table = &schema.tables[0];
        assert_eq!(
            (table.comment.as_deref(), table.require_if_match),
            (kept, required),
            "{comment}"
        );
        assert_eq!(
            read::sql::read(&sql(&schema)).expect("printed").schema,
            schema,
            "{comment}"
        );
        let json = serde_json::json!({"tables": [{"name": "t", "comment": comment, "primaryKey": ["id"],
            "columns": [{"name": "id", "type": {"int": {"width": "int"}}}]}]});
        assert_eq!(read::json::read(&json.to_string()), Ok(schema), "{comment}");
    }
}

proptest! {
    #[test]
    fn sql_and_json_read_back(schema in arbitrary::schema()) {
        let printed = sql(&schema);
        let again = read::sql::read(&printed).map_err(|problems| TestCaseError::fail(format!("{printed}\n{problems:#?}")))?;
        prop_assert_eq!(&again.schema, &schema, "{}", printed);
        let json = serde_json::to_string(&schema).expect("JSON");
        prop_assert_eq!(read::json::read(&json), Ok(schema));
    }

    /// One change to a document at random: it has the form where a validator of the whole standard says so, and the places are
    /// the same.
    #[test]
    fn the_form_is_as_the_standard_has_it(
        schema in arbitrary::schema(),
        place: prop::sample::Index,
        change in prop::sample::select(CHANGES.to_vec()),
    ) {
        let mut document = serde_json::to_value(&schema).expect("JSON");
        let mut places = Vec::new();
        pointers(&document, String::new(), &mut places);
        *document.pointer_mut(place.get::<String>(&places)).expect("a place") = serde_json::from_str(change).expect("JSON");
        let form = read::json::json_schema();
        let standard = jsonschema::validator_for(&form).expect("a form");
        let ours = read::form::check(&document, &form).err().unwrap_or_default();
        prop_assert_eq!(ours.is_empty(), standard.is_valid(&document), "{:?}\n{:#}", ours, document);
        for problem in standard.iter_errors(&document) {
            let at = problem.instance_path().to_string();
            let named = |path: &str| format!("{path}/").starts_with(&format!("{at}/"));
            prop_assert!(
                ours.iter().any(|ours| matches!(&ours.at, read::Location::Path(path) if named(path))),
                "{}: {:?}", at, ours
            );
        }
    }
}

/// What a place of a document is changed to.
const CHANGES: [&str; 14] = [
    "null",
    "true",
    "0",
    "-1",
    "66",
    "70000",
    "1.5",
    "\"\"",
    "\"json\"",
    "\"big\"",
    "[]",
    "{}",
    "{\"int\": {}}",
    "{\"value\": 1, \"more\": 2}",
];

/// The places of all values within a value.
fn pointers(value: &serde_json::Value, at: String, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(members) => {
            for (name, member) in members {
                pointers(
                    member,
                    format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
                    found,
                );
            }
        }
        serde_json::Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                pointers(item, format!("{at}/{position}"), found);
            }
        }
        _ => {}
    }
    found.push(at);
}
