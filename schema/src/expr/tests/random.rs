//! Text that nobody chose never panics, and what is translated is SQL.

use proptest::prelude::*;

use super::{ColumnType, Target, database, decimal, named, run, table, translate};

/// Words that make an expression more often than letters do.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "b",
        "n",
        "big",
        "u",
        "price",
        "huge",
        "ratio",
        "name",
        "code",
        "day",
        "at",
        "ts",
        "t",
        "size",
        "tags",
        "doc",
        "blob",
        "bits",
        "1",
        "2.5",
        "'x'",
        "'2024-01-01'",
        "null",
        "true",
        "+",
        "-",
        "*",
        "/",
        "div",
        "%",
        "=",
        "<=>",
        "<",
        "and",
        "or",
        "not",
        "xor",
        "in",
        "(",
        ")",
        ",",
        "between",
        "is",
        "like",
        "case",
        "when",
        "then",
        "else",
        "end",
        "if(",
        "coalesce(",
        "concat(",
        "round(",
        "->",
        "->>",
        "'$.n'",
        "interval",
        "month",
        "cast(",
        "as",
        "signed",
        "date(",
        "json_array(",
        "_utf8mb4",
        "x'41'",
        "&&",
        "||",
        "!",
        "collate",
        "utf8mb4_bin",
        "&",
        "`a`",
    ]);
    prop::collection::vec(word, 1..24).prop_map(|words| words.join(" "))
}

/// Expressions that mostly have a meaning.
fn expressions() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec![
        "a",
        "b",
        "n",
        "big",
        "u",
        "flag",
        "price",
        "rate",
        "huge",
        "ratio",
        "bits",
        "name",
        "code",
        "note",
        "day",
        "at",
        "ts",
        "t",
        "y",
        "size",
        "tags",
        "doc",
        "1",
        "-2.75",
        "1e2",
        "'x'",
        "'5'",
        "'2024-01-01'",
        "null",
        "true",
        "doc->'$.n'",
        "doc->>'$.s'",
        "x'41'",
    ])
    .prop_map(str::to_owned);
    leaf.prop_recursive(5, 40, 3, |inner| {
        let operator = prop::sample::select(vec![
            "+", "-", "*", "/", "div", "%", "=", "<=>", "<", ">=", "<>", "and", "or", "xor", "&",
        ]);
        let function = prop::sample::select(vec![
            "coalesce",
            "ifnull",
            "nullif",
            "greatest",
            "least",
            "concat",
            "round",
            "mod",
            "left",
            "datediff",
            "json_array",
        ]);
        let one = prop::sample::select(vec![
            "abs",
            "floor",
            "ceil",
            "round",
            "length",
            "upper",
            "trim",
            "year",
            "hour",
            "date",
            "sign",
            "not",
            "-",
            "json_type",
            "json_length",
        ]);
        prop_oneof![
            (inner.clone(), operator, inner.clone()).prop_map(|(a, op, b)| format!("(({a}) {op} ({b}))")),
            (function, inner.clone(), inner.clone()).prop_map(|(f, a, b)| format!("{f}({a}, {b})")),
            (one, inner.clone()).prop_map(|(f, a)| format!("{f}({a})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("case when {a} then {b} else {c} end")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} between {b} and {c})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("({a} in ({b}, {c}))")),
        ]
    })
}

/// Translates for several targets, and runs what comes out: an error of its own is one that a value causes.
fn check(text: &str) {
    let table = table();
    let connection = database();
    let columns = [
        named("r", decimal(12, 3)),
        named("r", decimal(40, 3)),
        named("r", ColumnType::Varchar { length: 20 }),
        named("r", ColumnType::Datetime { fraction: 3 }),
        named("r", ColumnType::Double { unsigned: false }),
    ];
    let targets = columns
        .iter()
        .map(Target::Column)
        .chain(std::iter::once(Target::Condition));
    for target in targets {
        let Ok(sql) = translate(&table, text, target) else {
            continue;
        };
        if let Err(error) = run(&connection, &sql) {
            let message = error.to_string();
            let expected = ["integer overflow", "malformed JSON", "JSON_LENGTH of an object"];
            assert!(
                expected.iter().any(|part| message.contains(part)),
                "{text}\n{sql}\n{message}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_text(text in "\\PC{0,60}") {
        check(&text);
    }

    #[test]
    fn any_words(text in words()) {
        check(&text);
    }

    #[test]
    fn any_expression(text in expressions()) {
        check(&text);
    }
}
