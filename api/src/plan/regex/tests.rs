//! What an expression comes to, and what is refused of one.

use super::*;
use crate::error::Code;

fn of(text: &str, fold: bool) -> Test {
    test(&mut Binder::default(), text, fold).unwrap()
}

#[test]
fn what_an_index_or_glob_can_say_is_no_automaton() {
    assert!(matches!(of("^ab", false), Test::StartsWith(_)));
    assert!(matches!(of("^ab", true), Test::StartsWithFold(_)));
    assert!(matches!(of("ab$", false), Test::EndsWith { fold: false, .. }));
    assert!(matches!(of("a\\.b", true), Test::Contains { fold: true, .. }));
    assert!(matches!(of("^ab$", true), Test::Same { fold: true, .. }));
    assert!(matches!(of("[a-f]x.{2}", false), Test::Glob(_)));
    assert!(matches!(of("a.*b", true), Test::LikeFold(_)));
    assert!(matches!(of("", false), Test::Glob(_)));
    assert!(matches!(of(".*", false), Test::Glob(_)));
    assert!(matches!(of("x*", false), Test::Glob(_)));
    assert!(matches!(of("^ab|c$", false), Test::Any(_)));
    assert!(matches!(of("^ab(c|d)", false), Test::All(tests) if matches!(tests[0], Test::StartsWith(_))));
    assert!(matches!(of("a+", false), Test::Walk { whole: false, .. }));
    assert!(matches!(of("^a+$", false), Test::Walk { whole: true, .. }));
}

#[test]
fn globs_of_sets_mean_what_the_sets_do() {
    let mut binder = Binder::default();
    for expression in [
        "[]^-]", "[^]]", "[^-]", "[*?[]", "[+--]", "[A-_]", "[\\^-z]", "[\\-^]", "[^\\W_]",
    ] {
        test(&mut binder, &format!("^{expression}.$"), false).unwrap();
    }
    let patterns: Vec<String> = binder
        .finish()
        .into_iter()
        .map(|value| match value {
            Value::Text(text) => text,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(
        patterns,
        [
            "[]^-]?",
            "[^]]?",
            "[^-]?",
            "[*?[]?",
            "[+--]?",
            "[]A-\\^-_]?",
            "[_-z^]?",
            "[-^]?",
            "[0-9A-Za-z]?"
        ]
    );
}

#[test]
fn says_what_is_wrong_and_where() {
    for (text, code, word, position) in [
        ("(a", Code::InvalidExpression, "not closed", 1),
        ("a)", Code::InvalidExpression, "closes no group", 2),
        ("[a", Code::InvalidExpression, "not closed", 1),
        ("*a", Code::InvalidExpression, "repeat", 1),
        ("a**", Code::InvalidExpression, "repeated already", 3),
        ("a{3,1}", Code::InvalidExpression, "count", 2),
        ("a{999}", Code::InvalidExpression, "count", 2),
        ("^*", Code::InvalidExpression, "anchor", 2),
        ("a\\", Code::InvalidExpression, "behind", 2),
        ("\\q", Code::InvalidExpression, "escape", 1),
        ("[z-a]", Code::InvalidExpression, "range", 1),
        ("[[:nix:]]", Code::InvalidExpression, "class", 1),
        ("(a)\\1", Code::NotSupported, "reference", 4),
        ("a(?=b)", Code::NotSupported, "ahead", 2),
        ("(?<!a)b", Code::NotSupported, "behind", 1),
        ("(?i)a", Code::NotSupported, "iregex", 1),
        ("\\bword", Code::NotSupported, "boundary", 1),
        ("\\p{L}", Code::NotSupported, "Unicode", 1),
        ("a++", Code::NotSupported, "gives nothing back", 2),
        ("(x{200}){3}", Code::LimitExceeded, "too large", 1),
    ] {
        let error = test(&mut Binder::default(), text, false).unwrap_err();
        assert_eq!(error.code, code, "{text}: {}", error.message);
        assert!(error.message.contains(word), "{text}: {}", error.message);
        assert_eq!(error.details["position"], position, "{text}: {}", error.message);
    }
    let inside = test(&mut Binder::default(), "a(^b|c)", false).unwrap_err();
    assert!(inside.message.contains("anchor"), "{}", inside.message);
    let deep = format!("{}a{}", "(".repeat(500), ")".repeat(499));
    assert!(test(&mut Binder::default(), &deep, false).is_err());
    let wide = format!("({}x)*", "a|".repeat(400));
    assert_eq!(
        test(&mut Binder::default(), &wide, false).unwrap_err().code,
        Code::LimitExceeded
    );
}

#[test]
fn large_sets_stay_within_the_limit_on_patterns() {
    for expression in [
        "^[acegikmoqsuwy02468é-ëñòóôõ𝄞-𝄢!#%)+ßøæ×÷]+$",
        "^[^acegikmoqsuwy02468é-ëñóõøßÀÂÄÆ𝄞-𝄢!#%)+^-]+$",
    ] {
        let mut binder = Binder::default();
        test(&mut binder, expression, false).unwrap();
        let Some(Value::Text(automaton)) = binder.finish().pop() else {
            panic!("no automaton")
        };
        let automaton: serde_json::Value = serde_json::from_str(&automaton).unwrap();
        let steps = automaton["t"].as_array().unwrap();
        assert!(steps.len() > 2);
        assert!(
            steps
                .iter()
                .all(|step| step[2].as_str().unwrap().len() <= MAX_BYTES)
        );
    }
}
