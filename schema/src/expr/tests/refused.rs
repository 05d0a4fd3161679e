//! What is refused, and how it is said.

use super::{ColumnType, ExprError, Generated, IntWidth, Target, int, named, refusal};

#[test]
fn unsupported_conditions() {
    for (text, part) in [
        ("name regexp '^a'", "REGEXP"),
        ("regexp_like(name, '^a')", "REGEXP_LIKE"),
        ("a in (select 1)", "subqueries"),
        ("a > (select 1)", "subqueries"),
        ("exists (select 1)", "subqueries"),
        ("@x > 1", "variable"),
        ("other.a > 1", "another table"),
        ("day <= curdate()", "CURDATE() in a CHECK"),
        ("at <= now()", "NOW() in a CHECK"),
        ("uuid() = name", "UUID() in a CHECK"),
        ("nosuch(a) = 1", "the function NOSUCH"),
        ("a / 3 > 1", "ROUND(a / b, digits)"),
        ("huge + 1 > 0", "DECIMAL of more than 18 digits"),
        ("u + 1 > 0", "BIGINT UNSIGNED"),
        ("name", "as a condition"),
        ("name = 5", "comparing"),
        ("a = 'x'", "the text 'x'"),
        ("day = 'x'", "the date 'x'"),
        ("name like code", "no text literal"),
        (
            "name like '123456789012345678901234567890123456789012345678901'",
            "50 bytes",
        ),
        ("doc->'$**.a' = 1", "JSON path"),
        ("y = 99", "two digits"),
        ("coalesce(huge, 0) = 5", "a choice between"),
        ("a << 2 > 1", "<<"),
    ] {
        match refusal(text, Target::Condition) {
            ExprError::NotSupported { what } => assert!(what.contains(part), "{text}: {what}"),
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn unreadable_text() {
    for text in [
        "",
        "a >",
        "(a",
        "a b",
        "a > 1; drop table x",
        "'",
        "case when a",
        "a in (",
    ] {
        let error = refusal(text, Target::Condition);
        assert!(matches!(error, ExprError::Syntax { .. }), "{text}: {error:?}");
    }
}

#[test]
fn unknown_columns() {
    for text in ["nosuch > 1", "a > `no such`", "things.nosuch = 1"] {
        let error = refusal(text, Target::Condition);
        assert!(
            matches!(error, ExprError::UnknownColumn { .. }),
            "{text}: {error:?}"
        );
        assert!(super::columns(&super::table(), text).is_err());
    }
}

#[test]
fn generated_columns_stand_still() {
    let mut column = named("result", ColumnType::Date);
    column.generated = Some(Generated {
        expression: String::new(),
        stored: false,
    });
    let error = refusal("curdate()", Target::Column(&column));
    assert!(error.to_string().contains("in a generated column"), "{error}");
}

#[test]
fn defaults_read_no_columns() {
    let column = named("result", int(IntWidth::Int, false));
    let error = refusal("a + 1", Target::Column(&column));
    assert!(error.to_string().contains("default"), "{error}");
}

#[test]
fn constants_out_of_range() {
    let column = named("result", int(IntWidth::Tiny, false));
    let error = refusal("1000", Target::Column(&column));
    assert!(matches!(error, ExprError::Value { .. }), "{error:?}");
}

#[test]
fn length_and_depth_are_bounded() {
    let flat = vec!["a > 1"; 600].join(" and ");
    assert!(super::translate(&super::table(), &flat, Target::Condition).is_ok());
    for text in [
        format!("{}a{} > 1", "(".repeat(1000), ")".repeat(1000)),
        format!("{}1 > 0", "1+".repeat(1500)),
        format!("{}1 > 0", "1+".repeat(15_000)),
        format!("{}a", "not ".repeat(1500)),
        format!("{}a > 1", "-".repeat(500)),
        format!("big{}>0", "*big".repeat(80)),
        format!("a{}>0", " div a".repeat(300)),
        "x".repeat(40_000),
    ] {
        let shown = &text[..20];
        let error = refusal(&text, Target::Condition);
        assert!(
            matches!(error, ExprError::NotSupported { .. } | ExprError::Syntax { .. }),
            "{shown}: {error:?}"
        );
    }
}
