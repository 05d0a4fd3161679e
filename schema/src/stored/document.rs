//! What becomes of a document that is there, in SQL over its text: as PostgreSQL's operators on `jsonb` do it.

use serde::{Deserialize, Serialize};

use super::Cast;

/// A change of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reshape {
    /// The value given (JSON) is put behind it: members of objects are joined, those behind win; anything else becomes the
    /// elements of one array.
    Append,
    /// The same, before it.
    Prepend,
    /// The member of the key given (a text) is taken from an object, and strings that are the same from an array.
    DeleteKey,
    /// The element at the position given (an integer, from the end where it is negative) is taken from an array.
    DeleteElement,
    /// What is at the end of a way is taken: a JSON array of steps, each an array of how SQLite spells it in an object, and of how
    /// in an array, or null where it is no position.
    DeletePath,
}

impl Reshape {
    /// The SQL of the document afterwards. `document` is a column, `given` a parameter. NULL stays NULL; what is no object or array
    /// where one is needed fails as a cast does.
    pub fn sql(self, document: &str, given: &str) -> String {
        let kind = format!("json_type({document})");
        match self {
            Self::Append => joined_sql(document, given),
            Self::Prepend => joined_sql(given, document),
            Self::DeleteKey => format!(
                "CASE {kind} WHEN 'object' THEN json_patch({document},json_object({given},NULL)) WHEN 'array' THEN \
                 (SELECT '['||ifnull(group_concat(v,','),'')||']' FROM (SELECT {document}->('$['||e.key||']') AS v FROM \
                 json_each({document}) AS e WHERE e.type<>'text' OR e.value<>{given} ORDER BY e.key)) ELSE {} END",
                Cast::no_container_sql(document)
            ),
            Self::DeleteElement => format!(
                "CASE {kind} WHEN 'array' THEN json_remove({document},CASE WHEN CAST({given} AS INTEGER)<0 THEN \
                 '$[#'||CAST({given} AS INTEGER)||']' ELSE '$['||CAST({given} AS INTEGER)||']' END) ELSE {} END",
                Cast::no_array_sql(document)
            ),
            Self::DeletePath => format!(
                "CASE WHEN {kind} IN ('object','array') THEN (WITH RECURSIVE w(i,p) AS (SELECT 0,'$' UNION ALL SELECT i+1,p||\
                 CASE json_type({document},p) WHEN 'array' THEN {given}->i->>1 ELSE {given}->i->>0 END FROM w WHERE \
                 i<json_array_length({given})) SELECT CASE WHEN p='$' OR p IS NULL THEN {document} ELSE \
                 json_remove({document},p) END FROM w WHERE i=json_array_length({given})) ELSE {} END",
                Cast::no_container_sql(document)
            ),
        }
    }
}

/// The SQL of one document behind another.
fn joined_sql(first: &str, second: &str) -> String {
    // The members that the second has, too, give way. What is kept is never taken apart, so that no digit is lost.
    let left = format!("json_patch({first},(SELECT json_group_object(key,NULL) FROM json_each({second})))");
    let array = |document: &str| {
        format!(
            "CASE json_type({document}) WHEN 'array' THEN json({document}) ELSE '['||json({document})||']' END"
        )
    };
    let glued = |first: &str, second: &str, empty: &str| {
        format!(
            "(SELECT CASE WHEN a='{empty}' THEN b WHEN b='{empty}' THEN a ELSE substr(a,1,length(a)-1)||','||substr(b,2) END \
             FROM (SELECT {first} AS a,{second} AS b))"
        )
    };
    format!(
        "CASE WHEN {first} IS NULL OR {second} IS NULL THEN NULL WHEN json_type({first})='object' AND \
         json_type({second})='object' THEN {} ELSE {} END",
        glued(&left, &format!("json({second})"), "{}"),
        glued(&array(first), &array(second), "[]"),
    )
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::Reshape;

    fn reshaped(change: Reshape, document: &str, given: &str) -> Result<Option<String>, String> {
        let connection = Connection::open_in_memory().map_err(|error| error.to_string())?;
        let sql = format!("SELECT {} FROM (SELECT ?1 AS d)", change.sql("d", "?2"));
        connection
            .query_row(&sql, [document, given], |row| row.get(0))
            .map_err(|error| error.to_string())
    }

    #[test]
    fn documents_change_as_in_postgresql() {
        use Reshape as R;
        for (change, document, given, expected) in [
            (
                R::Append,
                r#"{"a":1,"b":{"c":1}}"#,
                r#"{"b":{"d":2},"e":null}"#,
                r#"{"a":1,"b":{"d":2},"e":null}"#,
            ),
            (
                R::Append,
                "{}",
                r#"{"a":12345678901234567890.10}"#,
                r#"{"a":12345678901234567890.10}"#,
            ),
            (
                R::Append,
                r#"{"a":12345678901234567890.10}"#,
                "{}",
                r#"{"a":12345678901234567890.10}"#,
            ),
            (R::Append, r#"{"a":1}"#, r#"{"a":2}"#, r#"{"a":2}"#),
            (R::Prepend, r#"{"a":1}"#, r#"{"a":2,"b":3}"#, r#"{"b":3,"a":1}"#),
            (R::Append, "[1,2]", "[3]", "[1,2,3]"),
            (R::Append, "[]", "[3]", "[3]"),
            (R::Append, "[1]", "[]", "[1]"),
            (R::Append, "[1]", r#"{"a":1}"#, r#"[1,{"a":1}]"#),
            (R::Append, "1", "\"x\"", r#"[1,"x"]"#),
            (R::Prepend, "[1]", "\"]\"", r#"["]",1]"#),
            (R::Append, "[1]", "null", "[1,null]"),
            (R::DeleteKey, r#"{"a":1,"b":2}"#, "a", r#"{"b":2}"#),
            (R::DeleteKey, r#"{"a\"b":1,"b":2}"#, "a\"b", r#"{"b":2}"#),
            (
                R::DeleteKey,
                r#"["a",1,"b","a",[1.10]]"#,
                "a",
                r#"[1,"b",[1.10]]"#,
            ),
            (R::DeleteKey, r#"["a"]"#, "a", "[]"),
            (R::DeleteElement, "[1,2,3]", "1", "[1,3]"),
            (R::DeleteElement, "[1,2,3]", "-1", "[1,2]"),
            (R::DeleteElement, "[1]", "7", "[1]"),
            (
                R::DeletePath,
                r#"{"a":[1,{"b":2,"c":3}]}"#,
                r#"[[".a",null],[".\"1\"","[1]"],[".b",null]]"#,
                r#"{"a":[1,{"c":3}]}"#,
            ),
            (
                R::DeletePath,
                r#"{"a":{"1":2}}"#,
                r#"[[".a",null],[".\"1\"","[1]"]]"#,
                r#"{"a":{}}"#,
            ),
            (
                R::DeletePath,
                r#"{"a":[1]}"#,
                r#"[[".a",null],[".b",null]]"#,
                r#"{"a":[1]}"#,
            ),
            (R::DeletePath, r#"{"a":1}"#, "[]", r#"{"a":1}"#),
            (
                R::DeletePath,
                r#"{"a":1}"#,
                r#"[[".x",null],[".y",null]]"#,
                r#"{"a":1}"#,
            ),
        ] {
            let found = reshaped(change, document, given);
            assert_eq!(
                found,
                Ok(Some(expected.to_owned())),
                "{change:?} {given} of {document}"
            );
        }
        for (change, document) in [
            (R::DeleteKey, "1"),
            (R::DeleteElement, "{}"),
            (R::DeleteElement, "\"x\""),
            (R::DeletePath, "null"),
        ] {
            let given = if change == R::DeletePath { "[]" } else { "1" };
            assert!(
                reshaped(change, document, given).is_err(),
                "{change:?} of {document}"
            );
        }
    }
}
