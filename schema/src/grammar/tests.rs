use super::ast::{Body, Expr, Item, JoinCondition, JoinKind, Logic, Operator, SetOperator};
use super::{expression, query};

fn read(text: &str) -> Expr {
    expression(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The tree with all its parentheses.
fn shown(expr: &Expr) -> String {
    match expr {
        Expr::Path(names) => names
            .iter()
            .map(|name| name.value.as_str())
            .collect::<Vec<_>>()
            .join("."),
        Expr::Number(digits) => digits.clone(),
        Expr::Text(text) => format!("'{text}'"),
        Expr::Not(inner) => format!("(not {})", shown(inner)),
        Expr::Negate(inner) => format!("(-{})", shown(inner)),
        Expr::IsNull(inner) => format!("({} is null)", shown(inner)),
        Expr::Collate(inner, name) => format!("({} collate {name})", shown(inner)),
        Expr::Interval(count, unit) => format!("(interval {} {unit})", shown(count)),
        Expr::Between(parts) => {
            let [value, low, high] = parts.as_ref();
            format!("({} between {} and {})", shown(value), shown(low), shown(high))
        }
        Expr::In(value, list) => format!("({} in {})", shown(value), all(list, ",")),
        Expr::Like(like) => format!("({} like {})", shown(&like.value), shown(&like.pattern)),
        Expr::Logic(logic, parts) => {
            let word = match logic {
                Logic::And => " and ",
                Logic::Or => " or ",
                Logic::Xor => " xor ",
            };
            format!("({})", all(parts, word))
        }
        Expr::Binary(op, left, right) => {
            let sign = match op {
                Operator::Equal => "=",
                Operator::Less => "<",
                Operator::BitOr => "|",
                Operator::BitAnd => "&",
                Operator::ShiftLeft => "<<",
                Operator::Add => "+",
                Operator::Subtract => "-",
                Operator::Multiply => "*",
                Operator::WholeDivide => "div",
                Operator::Remainder => "%",
                Operator::BitXor => "^",
                other => panic!("{other:?}"),
            };
            format!("({}{sign}{})", shown(left), shown(right))
        }
        Expr::Call(call) => match &call.arguments {
            super::ast::Arguments::Star => format!("{}(*)", call.name),
            super::ast::Arguments::List(list) => format!("{}({})", call.name, all(list, ",")),
        },
        other => format!("{other:?}"),
    }
}

fn all(list: &[Expr], between: &str) -> String {
    list.iter().map(shown).collect::<Vec<_>>().join(between)
}

#[test]
fn operators_bind_as_in_mysql() {
    for (text, tree) in [
        ("a or b xor c and not d", "(a or (b xor (c and (not d))))"),
        ("a || b && c", "(a or (b and c))"),
        ("not a = b", "(not (a=b))"),
        ("!a = b", "((not a)=b)"),
        ("a = b < c", "((a=b)<c)"),
        ("a + b * c - d", "((a+(b*c))-d)"),
        ("a - b - c", "((a-b)-c)"),
        ("a mod 2 div 3", "((a%2)div3)"),
        ("a | b & c << d + e", "(a|(b&(c<<(d+e))))"),
        ("-a ^ b * c", "(((-a)^b)*c)"),
        ("a between 1 and 2 and b", "((a between 1 and 2) and b)"),
        ("a not in (1, 2) or b", "((not (a in 1,2)) or b)"),
        (
            "a not like 'x' collate utf8mb4_bin",
            "(not (a like ('x' collate utf8mb4_bin)))",
        ),
        ("a is not null = 1", "((not (a is null))=1)"),
        ("a + interval 1 day", "(a+(interval 1 DAY))"),
        (
            "a->>'$.b' = 'c' 'd'",
            "(JSON_UNQUOTE(JSON_EXTRACT(a,'$.b'))='cd')",
        ),
        ("mod(a, 2) = count(*)", "(MOD(a,2)=COUNT(*))"),
        ("t.`select` + `d b`.t.x", "(t.select+d b.t.x)"),
        ("extract(year from a)", "YEAR(a)"),
        ("substring(a from 2 for 3)", "SUBSTRING(a,2,3)"),
    ] {
        assert_eq!(shown(&read(text)), tree, "{text}");
    }
}

#[test]
fn what_is_no_expression_says_where() {
    for (text, found) in [
        ("", "it is empty"),
        ("a +", "the end of the statement"),
        ("(a", "expected ')'"),
        ("a b", "expected the end"),
        ("case a end", "expected WHEN"),
        ("a in ()", "expected a value"),
        ("a = from", "expected a value"),
        ("'a", "never closed"),
    ] {
        let error = expression(text).expect_err(text).to_string();
        assert!(error.contains(found), "{text}: {error}");
    }
}

#[test]
fn depth_and_length_are_bounded() {
    for text in [
        format!("{}1{}", "(".repeat(5_000), ")".repeat(5_000)),
        format!("{}1", "-".repeat(20_000)),
        format!("{}1", "not ".repeat(10_000)),
        format!("1{}", "+1".repeat(20_000)),
        format!("1{}", " collate a".repeat(5_000)),
        format!("1{}", "^1".repeat(20_000)),
        format!("1{}", "=1".repeat(20_000)),
        format!("{}1{}", "f(".repeat(5_000), ")".repeat(5_000)),
        format!("1 between 1 and {}2", "2 between 1 and ".repeat(3_000)),
        "case ".repeat(10_000),
        format!("select {}", "(select ".repeat(5_000)),
    ] {
        assert!(expression(&text).is_err(), "{}", &text[..20]);
        assert!(query(&text).is_err(), "{}", &text[..20]);
    }
    assert!(expression(&format!("1{}", " or a".repeat(3_000))).is_ok());
}

#[test]
fn selects_are_read() {
    let read = query(
        "WITH c (x) AS (SELECT 1) SELECT DISTINCT a.*, count(DISTINCT b) AS `n`, a.x + 1 y, 2 FROM db.t AS a \
         LEFT JOIN (u, v) ON a.id = u.id JOIN w USING (id, z) NATURAL JOIN q, (SELECT 1 AS one) d \
         WHERE a.x > 1 GROUP BY a.id DESC, 2 HAVING n > 1 UNION ALL (SELECT 1) ORDER BY 1 DESC, n LIMIT 5, 10",
    )
    .unwrap();
    assert_eq!(read.with.len(), 1);
    assert_eq!(read.order.len(), 2);
    assert!(read.order[0].descending);
    assert_eq!(read.limit.map(|limit| (limit.count, limit.offset)), Some((10, 5)));
    let Body::Set {
        by: SetOperator::UnionAll,
        left,
        ..
    } = read.body
    else {
        panic!("no union");
    };
    let Body::Select(select) = *left else {
        panic!("no select");
    };
    assert!(select.distinct && select.filter.is_some() && select.having.is_some());
    assert_eq!((select.group.len(), select.from.len()), (2, 2));
    let joins = &select.from[0].joins;
    assert_eq!(joins[0].kind, JoinKind::Left);
    assert!(matches!(&joins[1].condition, JoinCondition::Using(names) if names.len() == 2));
    assert_eq!(joins[2].condition, JoinCondition::Natural);
    let names: Vec<String> = select
        .items
        .iter()
        .map(|item| match item {
            Item::Star => "*".to_owned(),
            Item::QualifiedStar(path) => format!("{}.*", path[0].value),
            Item::Expr { alias, text, .. } => alias.as_ref().map_or(text, |alias| &alias.value).clone(),
        })
        .collect();
    assert_eq!(names, ["a.*", "n", "y", "2"]);
}

#[test]
fn group_concat_keeps_its_clauses() {
    let Expr::Call(call) = read("GROUP_CONCAT(DISTINCT a, b ORDER BY c DESC SEPARATOR '; ')") else {
        panic!("no call");
    };
    assert!(call.distinct && call.order[0].descending);
    assert_eq!(call.separator.as_deref(), Some("; "));
}

/// A parser of all of SQL as the second opinion: what both read, both read alike (but `^` and XOR, where it is not
/// MySQL).
mod second_opinion {
    use proptest::prelude::*;
    use sqlparser::ast::{BinaryOperator, Expr, UnaryOperator};
    use sqlparser::dialect::MySqlDialect;
    use sqlparser::parser::Parser;

    use super::{expression, shown};

    /// The tree with all its parentheses, as [`shown`] writes it.
    fn theirs(expr: &Expr) -> String {
        let pair =
            |left: &Expr, sign: &str, right: &Expr| format!("({}{sign}{})", theirs(left), theirs(right));
        match expr {
            Expr::Nested(inner) => theirs(inner),
            Expr::Identifier(name) => name.value.clone(),
            Expr::Value(value) => value.value.to_string(),
            Expr::UnaryOp {
                op: UnaryOperator::Not,
                expr,
            } => format!("(not {})", theirs(expr)),
            Expr::UnaryOp { expr, .. } => format!("(-{})", theirs(expr)),
            Expr::IsNull(inner) => format!("({} is null)", theirs(inner)),
            Expr::IsNotNull(inner) => format!("(not ({} is null))", theirs(inner)),
            Expr::Between {
                expr,
                negated,
                low,
                high,
            } => {
                let test = format!("({} between {} and {})", theirs(expr), theirs(low), theirs(high));
                if *negated { format!("(not {test})") } else { test }
            }
            Expr::BinaryOp { left, op, right } => match op {
                // Ours are chains.
                BinaryOperator::And => pair(left, " and ", right),
                BinaryOperator::Or => pair(left, " or ", right),
                BinaryOperator::MyIntegerDivide => pair(left, "div", right),
                other => pair(left, &other.to_string(), right),
            },
            other => panic!("{other}"),
        }
    }

    /// Operands with operators between, some in parentheses.
    fn expressions() -> impl Strategy<Value = String> {
        let leaf = prop::sample::select(vec!["a", "b", "1", "-c", "(a)"]).prop_map(str::to_owned);
        leaf.prop_recursive(4, 24, 3, |inner| {
            let sign = prop::sample::select(vec!["+", "-", "*", "div", "%", "=", "<", "and", "or", "&"]);
            prop_oneof![
                (inner.clone(), sign, inner.clone())
                    .prop_map(|(left, sign, right)| format!("{left} {sign} {right}")),
                inner.clone().prop_map(|inner| format!("({inner})")),
                inner.clone().prop_map(|inner| format!("(not ({inner}))")),
                inner.clone().prop_map(|inner| format!("(({inner}) is not null)")),
                (inner.clone(), inner.clone(), inner)
                    .prop_map(|(value, low, high)| format!("(({value}) between ({low}) and ({high}))")),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees(text in expressions()) {
            let ours = shown(&expression(&text).unwrap());
            let dialect = MySqlDialect {};
            let parsed = Parser::new(&dialect).try_with_sql(&text).unwrap().parse_expr().unwrap();
            // Chains of one operator lean to the left there.
            let flat = |tree: &str| tree.replace(['(', ')'], "");
            prop_assert_eq!(flat(&ours), flat(&theirs(&parsed)));
            if !text.contains("and") && !text.contains("or") {
                prop_assert_eq!(ours, theirs(&parsed));
            }
        }
    }
}

mod hostile {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn never_panics(text in "[a-z()'\"`,.0-9+*/%&|<>=! -]{0,80}") {
            let _ = super::expression(&text);
            let _ = super::query(&text);
        }

        #[test]
        fn never_panics_on_words(words in prop::collection::vec(prop::sample::select(vec![
            "select", "from", "where", "(", ")", "a", "`b`", "1", "'t'", ",", ".", "*", "join", "left", "on", "using",
            "and", "or", "not", "in", "between", "like", "is", "null", "case", "when", "then", "else", "end", "+",
            "interval", "day", "cast", "as", "char", "convert", "trim", "union", "all", "group", "by", "order", "limit",
            "exists", "->", "collate", "@", "_utf8'x'", "with", "distinct", "=", "extract", "substring", "for",
        ]), 0..40)) {
            let text = words.join(" ");
            let _ = super::expression(&text);
            let _ = super::query(&text);
        }
    }
}
