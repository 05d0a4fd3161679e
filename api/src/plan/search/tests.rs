use proptest::prelude::*;
use schema::stored::Value;
use shard::native::NativeSql;
use shard::port::Sql;
use shard::search::{Expression, Matched};

use super::{Mode, parse};
use crate::error::Code;

fn found(text: &str, mode: Mode) -> String {
    match parse(text, mode).unwrap().map(|expression| expression.matched()) {
        Some(Matched::Found(text)) => text,
        Some(Matched::NotFound(text)) => format!("NOT {text}"),
        None => "nothing".to_owned(),
    }
}

#[test]
fn reads_as_search_engines_do() {
    for (text, expression) in [
        ("le guin", r#"("le" AND "guin")"#),
        (r#""le guin""#, r#""le guin""#),
        ("earth -sea", r#"("earth" NOT "sea")"#),
        ("-sea", r#"NOT "sea""#),
        ("a b or c -d", r#"(("a" AND "b") OR ("c" NOT "d"))"#),
        ("or", r#""or""#),
        ("or a OR", r#"("or" AND "a" AND "OR")"#),
        ("gui*", r#""gui*"*"#),
        (r#""le gui"* x"#, r#"("le gui"* AND "x")"#),
        (r#"say "open"#, r#"("say" AND "open")"#),
        ("- * + \" \" ?!", "nothing"),
        ("", "nothing"),
        (
            "well-known 'quoted' AND NEAR(x)",
            r#"("well-known" AND "'quoted'" AND "AND" AND "NEAR(x)")"#,
        ),
        ("+must title:x", r#"("must" AND "title:x")"#),
        ("a a a", r#""a""#),
    ] {
        assert_eq!(found(text, Mode::Web), expression, "{text}");
    }
}

#[test]
fn reads_plain_words() {
    assert_eq!(found("a -b \"c", Mode::All), r#"("a" AND "-b" AND """c")"#);
    assert_eq!(found("a or b", Mode::Any), r#"("a" OR "or" OR "b")"#);
    assert_eq!(found("le  guin", Mode::Phrase), r#""le  guin""#);
}

#[test]
fn reads_tsqueries() {
    for (text, expression) in [
        ("fat & rat", r#"("fat" AND "rat")"#),
        ("fat & (rat | !cat)", r#"("fat" NOT ("cat" NOT "rat"))"#),
        ("!fat", r#"NOT "fat""#),
        ("fat <-> rat:*", r#""fat rat"*"#),
        ("'fat rat' | dog", r#"("fat rat" OR "dog")"#),
        ("le guin", r#"("le" AND "guin")"#),
        ("a & ", r#""a""#),
        ("(a", r#""a""#),
        ("a) b", r#"("a" AND "b")"#),
        ("& | ) (", "nothing"),
        ("a:b", "NOT"),
    ] {
        if expression == "NOT" {
            assert_eq!(parse(text, Mode::Tsquery).unwrap_err().code, Code::NotSupported);
        } else {
            assert_eq!(found(text, Mode::Tsquery), expression, "{text}");
        }
    }
    assert_eq!(found("12:30", Mode::Tsquery), r#""12:30""#);
    for text in ["a <2> b", "a <-> (b | c)", "a:* <-> b"] {
        assert_eq!(
            parse(text, Mode::Tsquery).unwrap_err().code,
            Code::NotSupported,
            "{text}"
        );
    }
    let deep = format!("{}a{}", "(".repeat(9), ")".repeat(9));
    assert_eq!(parse(&deep, Mode::Tsquery).unwrap_err().code, Code::LimitExceeded);
}

#[test]
fn bounds_the_words() {
    let many: Vec<String> = (0..201).map(|n| format!("w{n}")).collect();
    for mode in [Mode::Web, Mode::All, Mode::Any, Mode::Phrase, Mode::Tsquery] {
        assert!(parse(&many[..200].join(" "), mode).is_ok());
        assert_eq!(
            parse(&many.join(" "), mode).unwrap_err().code,
            Code::LimitExceeded
        );
    }
}

fn modes() -> impl Strategy<Value = Mode> {
    prop::sample::select(vec![Mode::Web, Mode::All, Mode::Any, Mode::Phrase, Mode::Tsquery])
}

proptest! {
    /// Whatever is written, the index takes what it comes to.
    #[test]
    fn the_index_takes_any_text(
        texts in prop::collection::vec("[a-cé界\"'*:(){}^+<>|&!\\- \\x00]{0,24}|(?s).{0,12}|(AND|OR|NOT|NEAR|or|-| ){0,8}", 1..8),
        mode in modes(),
    ) {
        let index = NativeSql::in_memory().unwrap();
        index.execute("CREATE VIRTUAL TABLE t USING fts5(f0,f1)").unwrap();
        index.execute("INSERT INTO t VALUES ('a b c é', '界 or and')").unwrap();
        for text in texts {
            let Ok(Some(expression)) = parse(&text, mode) else { continue };
            for columns in [vec![], vec![0], vec![0, 1]] {
                let within = match columns.as_slice() {
                    [] => expression.clone(),
                    _ => Expression::Within(columns, Box::new(expression.clone())),
                };
                let (Matched::Found(asked) | Matched::NotFound(asked)) = within.matched();
                let count = "SELECT count(*) FROM t WHERE t MATCH ?1";
                let counted = index.rows(count, &[Value::Text(asked.clone())]);
                prop_assert!(counted.is_ok(), "{text:?} came to {asked:?}: {counted:?}");
            }
        }
    }
}
