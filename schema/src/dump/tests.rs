//! Scripts in, rows out.

use proptest::prelude::*;

use super::*;
use crate::stored::Literal;

fn read(script: &str) -> Vec<Result<Row, DumpError>> {
    rows(script.as_bytes()).collect()
}

fn values(script: &str) -> Vec<Vec<Literal>> {
    read(script).into_iter().map(|row| row.unwrap().values).collect()
}

fn one(literal: &str) -> Literal {
    let rows = values(&format!("INSERT INTO t VALUES ({literal});"));
    assert_eq!(rows.len(), 1, "{literal}");
    rows[0][0].clone()
}

fn error(script: &str) -> String {
    read(script)
        .into_iter()
        .find_map(Result::err)
        .map(|error| error.to_string())
        .unwrap()
}

fn string(text: &str) -> Literal {
    Literal::String(text.into())
}

fn number(text: &str) -> Literal {
    Literal::Number(text.into())
}

#[test]
fn rows_know_their_table_columns_and_line() {
    let script = "-- a dump\n\nINSERT INTO `shop`.`or``der` (`id`, name) VALUES\n(1, 'a'),\n  (2, 'b');\n\
                  insert ignore t values (3);REPLACE INTO t VALUE ROW(4);";
    let rows: Vec<Row> = read(script).into_iter().map(Result::unwrap).collect();
    assert_eq!(rows.iter().map(|row| row.line).collect::<Vec<_>>(), [4, 5, 6, 6]);
    assert_eq!(
        *rows[1].target,
        Target {
            database: Some("shop".into()),
            table: "or`der".into(),
            columns: Some(vec!["id".into(), "name".into()]),
            taken_key: TakenKey::Refused,
            settings: Arc::default(),
        }
    );
    assert_eq!(rows[1].values, [number("2"), string("b")]);
    assert_eq!(rows[2].target.taken_key, TakenKey::Ignored);
    assert_eq!(rows[3].target.taken_key, TakenKey::Replaces);
}

#[test]
fn literals_keep_their_digits_and_bytes() {
    assert_eq!(
        one("-12.5000000000000000000000000001"),
        number("-12.5000000000000000000000000001")
    );
    assert_eq!(one("+ .5e-3"), number(".5e-3"));
    assert_eq!(one("18446744073709551615"), number("18446744073709551615"));
    assert_eq!(one("null"), Literal::Null);
    assert_eq!(one("TRUE"), Literal::Bool(true));
    assert_eq!(one("false"), Literal::Bool(false));
    assert_eq!(one("DEFAULT"), Literal::Default);
    assert_eq!(one("0x00fF"), Literal::Bytes(vec![0, 255]));
    assert_eq!(one("0xF"), Literal::Bytes(vec![15]));
    assert_eq!(one("x'4142'"), Literal::Bytes(b"AB".to_vec()));
    assert_eq!(one("X''"), Literal::Bytes(vec![]));
    assert_eq!(one("b'101'"), Literal::Bytes(vec![5]));
    assert_eq!(one("0b100000001"), Literal::Bytes(vec![1, 1]));
    assert_eq!(one("b''"), Literal::Bytes(vec![]));
}

#[test]
fn texts_resolve_their_escapes() {
    assert_eq!(one("'a\\0\\'\\\"b'"), string("a\0'\"b"));
}

#[test]
fn quotes_of_both_kinds_and_introducers() {
    assert_eq!(one(r"'\b\n\r\t\Z\\\%\_\q'"), string("\u{8}\n\r\t\u{1a}\\\\%\\_q"));
    assert_eq!(one("'it''s'"), string("it's"));
    assert_eq!(one(r#""say ""hi"" it's""#), string("say \"hi\" it's"));
    assert_eq!(one("'a' \n 'b'"), string("ab"));
    assert_eq!(one("N'é'"), string("é"));
    assert_eq!(one("_utf8mb4'é'"), string("é"));
    assert_eq!(one("_utf8mb4 x'c3a9'"), Literal::Bytes(vec![0xc3, 0xa9]));
    let script = b"INSERT INTO t VALUES (_binary '\xff\\0\xfe');";
    let row = rows(script).next().unwrap().unwrap();
    assert_eq!(row.values, [Literal::String(vec![255, 0, 254])]);
}

#[test]
fn functions_that_dumps_hold() {
    for now in [
        "NOW()",
        "now(6)",
        "CURRENT_TIMESTAMP",
        "CURRENT_TIMESTAMP()",
        "CURDATE()",
        "UTC_TIMESTAMP(3)",
    ] {
        assert_eq!(one(now), Literal::Now, "{now}");
    }
    let shape = |srid| Literal::Shape {
        wkt: "POINT(1 2)".into(),
        srid,
    };
    assert_eq!(one("ST_GeomFromText('POINT(1 2)')"), shape(0));
    assert_eq!(one("GeomFromText ( 'POINT(1 2)' , 4326 )"), shape(4326));
    assert_eq!(one("ST_GeometryFromText('POINT(1 2)',3857)"), shape(3857));
}

#[test]
fn version_comments_count_as_if_they_were_bare() {
    let script = "/*!40000 ALTER TABLE t DISABLE KEYS */;\n\
                  INSERT INTO t VALUES (1,/*!50705 0x01,*/'a' /* no; */),(2,/*!50705 0x02,*/'b');\n\
                  /*!50003 INSERT INTO t VALUES (3) */;";
    assert_eq!(
        values(script),
        [
            vec![number("1"), Literal::Bytes(vec![1]), string("a")],
            vec![number("2"), Literal::Bytes(vec![2]), string("b")],
            vec![number("3")],
        ]
    );
}

#[test]
fn other_statements_are_passed_over() {
    let script = "SET @a = 'INSERT INTO t VALUES (9);';\n\
                  # INSERT INTO t VALUES (9);\n\
                  -- don't; INSERT INTO t VALUES (9);\n\
                  /* it's; INSERT INTO t VALUES (9); */\n\
                  CREATE TABLE `t;'` (a INT COMMENT 'it\\'s; \"a');\n\
                  DELIMITER $$\n\
                  CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW BEGIN\n  INSERT INTO log VALUES (9);\nEND$$\n\
                  DELIMITER ;;\n\
                  /*!50003 CREATE PROCEDURE p() BEGIN /* x */ INSERT INTO t VALUES (9); END */;;\n\
                  DELIMITER ;\n\
                  INSERT INTO t VALUES (1);\nCOMMIT; INSERT INTO t VALUES (2)";
    assert_eq!(values(script), [vec![number("1")], vec![number("2")]]);
}

#[test]
fn set_writes_one_row() {
    let rows = read("INSERT INTO t SET `a` = 1, b = 'x';INSERT INTO t () VALUES ();");
    let first = rows[0].as_ref().unwrap();
    assert_eq!(first.target.columns, Some(vec!["a".into(), "b".into()]));
    assert_eq!(first.values, [number("1"), string("x")]);
    assert_eq!(rows[1].as_ref().unwrap().values, []);
}

#[test]
fn errors_say_where_and_the_rest_goes_on() {
    let script = "INSERT INTO t (a) VALUES (1),\n ('é', 2);\nINSERT INTO t VALUES (3);";
    let all = read(script);
    assert_eq!(
        all[1].as_ref().unwrap_err().to_string(),
        "line 2, column 9: the row has 2 values for 1 columns"
    );
    assert_eq!(all[2].as_ref().unwrap().values, [number("3")]);
    assert_eq!(
        error("INSERT INTO t VALUES (1 2);"),
        "line 1, column 25: expected ',' or ')', found 2"
    );
    assert_eq!(
        error("INSERT INTO t VALUES ('a"),
        "line 1, column 23: a quote is not closed"
    );
    assert_eq!(error("\n/* a"), "line 2, column 1: a comment is not closed");
    assert!(error("INSERT INTO t SELECT * FROM u;").contains("INSERT … SELECT is not supported"));
    assert!(error("INSERT INTO t VALUES (x'4');").contains("is not a literal"));
    assert!(error("INSERT INTO t VALUES (x'zz');").contains("is not a literal"));
    assert!(error("INSERT INTO t VALUES (1,);").contains("expected a literal, found ')'"));
}

#[test]
fn expressions_are_taken_as_they_are_written() {
    let expression = |text: &str| Literal::Expression(text.to_owned());
    assert_eq!(
        values(
            "INSERT INTO t VALUES (1 + 2, (UUID()), NOW() - INTERVAL 1 DAY , concat('a,)', \"b\"), -(3), @x)"
        ),
        [[
            expression("1 + 2"),
            expression("(UUID())"),
            expression("NOW() - INTERVAL 1 DAY"),
            expression("concat('a,)', \"b\")"),
            expression("-(3)"),
            expression("@x"),
        ]]
    );
    assert_eq!(one("MD5('secret')"), string("5ebe2294ecd0e0f08eab7690d2a6ee69"));
    assert_eq!(
        one("sha1('a')"),
        string("86f7e437faa5a7fce15d1ddcb9eaeaea377667b8")
    );
    assert_eq!(
        one("PASSWORD('mypass')"),
        string("*6C8989366EAF75BB670AD8EA7A7FC1176A95CEF4")
    );
    assert_eq!(one("UNHEX('4d7953')"), string("MyS"));
    assert_eq!(one("FROM_BASE64('YWJj ZA==')"), string("abcd"));
    assert_eq!(one("SHA2('abc', 1)"), Literal::Null);
}

#[test]
fn the_clause_behind_the_rows_holds_for_them() {
    let taken = |script: &str| {
        let rows: Vec<Row> = read(script).into_iter().map(Result::unwrap).collect();
        rows[0].target.taken_key.clone()
    };
    let given = |column: &str, of: &str| Assignment {
        column: column.to_owned(),
        value: Assigned::Given(of.to_owned()),
    };
    let set = |column: &str, text: &str| Assignment {
        column: column.to_owned(),
        value: Assigned::Expression(text.to_owned()),
    };
    assert_eq!(
        taken(
            "INSERT INTO t (a, b) VALUES (1, '('), (2, 'on') ON DUPLICATE KEY UPDATE b = VALUES(`b`), n = n + 1;"
        ),
        TakenKey::Updates(vec![given("b", "b"), set("n", "n + 1")])
    );
    assert_eq!(
        taken(
            "INSERT INTO t (a, b) VALUES (1, 2) AS new (m, k) ON DUPLICATE KEY UPDATE t.a = m, b = new.k, c = m + 1"
        ),
        TakenKey::Updates(vec![given("a", "a"), given("b", "b"), set("c", "m + 1")])
    );
    assert_eq!(
        taken("INSERT INTO t SET a = 1 ON DUPLICATE KEY UPDATE a = a"),
        TakenKey::Updates(vec![set("a", "a")])
    );
}

#[test]
fn settings_hold_from_their_place_on() {
    let script = "SET SQL_MODE='NO_BACKSLASH_ESCAPES'; INSERT INTO t VALUES ('C:\\'); SET sql_mode='';\n\
                  /*!40103 SET TIME_ZONE='+02:00' */; INSERT INTO t VALUES ('a\\'b');";
    let rows: Vec<Row> = read(script).into_iter().map(Result::unwrap).collect();
    assert_eq!(rows[0].values, [string("C:\\")]);
    assert_eq!(rows[1].values, [string("a'b")]);
    assert_eq!(rows[0].target.settings.zone, Zone::Utc);
    assert_eq!(rows[1].target.settings.zone, Zone::Offset(7200));
}

#[test]
fn a_long_line_of_errors_takes_linear_time() {
    let script = "é; INSERT INTO t VALUES (?); ".repeat(50_000);
    let started = std::time::Instant::now();
    let errors: Vec<DumpError> = rows(script.as_bytes()).filter_map(Result::err).collect();
    assert_eq!(errors.len(), 50_000);
    assert_eq!(errors[49_999].column, 49_999 * 29 + 26);
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

fn quoted(text: &[u8]) -> Vec<u8> {
    let mut out = b"'".to_vec();
    for b in text {
        match b {
            0 => out.extend(b"\\0"),
            b'\'' => out.extend(b"''"),
            b'\\' => out.extend(b"\\\\"),
            26 => out.extend(b"\\Z"),
            other => out.push(*other),
        }
    }
    out.push(b'\'');
    out
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_a_panic(script in prop::collection::vec(any::<u8>(), 0..200)) {
        rows(&script).for_each(drop);
    }

    #[test]
    fn any_pieces_are_read_without_a_panic(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "INSERT ", "INTO ", "t ", "VALUES ", "SET ", "(", ")", ",", "'", "\"", "`", "\\", ";", "/*!50000 ", "*/",
                "/*", "--", " ", "\n", "#", "DELIMITER ", "$$", "0x", "b'", "x'", "_utf8 ", "N", "1e", ".", "-", "1",
                "é", "NOW", "ST_GeomFromText", "a=", "ON ",
            ]),
            0..40,
        )
    ) {
        rows(pieces.concat().as_bytes()).for_each(drop);
    }

    #[test]
    fn texts_come_back(texts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..5)) {
        let mut script = b"INSERT INTO t VALUES ".to_vec();
        for text in &texts {
            script.extend(b"(");
            script.extend(quoted(text));
            script.extend(b"),");
        }
        script.pop();
        script.push(b';');
        let read: Vec<Vec<Literal>> = rows(&script).map(|row| row.unwrap().values).collect();
        let expected: Vec<Vec<Literal>> = texts.into_iter().map(|text| vec![Literal::String(text)]).collect();
        prop_assert_eq!(read, expected);
    }
}
