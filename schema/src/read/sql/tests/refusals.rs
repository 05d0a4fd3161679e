use proptest::prelude::*;

use super::{codes, read};

#[test]
fn every_problem_is_reported_where_it_is() {
    let script = "-- shop\nCREATE TABLE a (\n  id INT,\n  é VARCHAR(9), x NOSUCH(3),\n  y INT NOPE,\n  PRIMARY KEY (x)\n);\nCREATE TABLE b (y INT,\n  KEY (z)); FROB;";
    let problems = read(script).expect_err("problems");
    let found: Vec<String> = problems
        .iter()
        .map(|problem| format!("{} {}", problem.code, problem.at))
        .collect();
    assert_eq!(
        found,
        [
            "unknown-type line 4, column 19",
            "syntax line 5, column 9",
            "unknown-column line 9, column 3",
            "unknown-statement line 9, column 13",
        ]
    );
}

#[test]
fn tables_and_columns() {
    assert_eq!(
        codes("CREATE TABLE a (x INT); CREATE TABLE A (x INT)"),
        ["duplicate-table"]
    );
    assert_eq!(codes("CREATE TABLE a (x INT, X INT)"), ["duplicate-column"]);
    assert_eq!(codes("CREATE TABLE sqlite_a (x INT)"), ["bad-name"]);
    assert_eq!(codes("CREATE TABLE a (`` INT)"), ["bad-name"]);
    let many = |count: usize| {
        let columns: Vec<String> = (0..count).map(|n| format!("c{n} INT")).collect();
        format!("CREATE TABLE a ({})", columns.join(", "))
    };
    assert!(read(&many(100)).is_ok());
    assert_eq!(codes(&many(101)), ["too-many-columns"]);
    assert_eq!(
        codes("CREATE TABLE a (x INT AUTO_INCREMENT)"),
        ["auto-increment", "auto-increment"]
    );
    assert_eq!(codes("CREATE TABLE a (x TEXT ON UPDATE NOW())"), ["on-update"]);
}

#[test]
fn keys_and_references() {
    let with = |key: &str| {
        codes(&format!(
            "CREATE TABLE p (id INT PRIMARY KEY, n INT, KEY (n)); CREATE TABLE c (a INT NOT NULL, b BIGINT, {key})"
        ))
    };
    assert_eq!(with("KEY k (a), UNIQUE k (b)"), ["duplicate-key-name"]);
    assert_eq!(with("PRIMARY KEY (a), PRIMARY KEY (b)"), ["second-primary-key"]);
    assert_eq!(with("FOREIGN KEY (a) REFERENCES q (id)"), ["unknown-table"]);
    assert_eq!(with("FOREIGN KEY (b) REFERENCES p (id)"), ["foreign-key"]);
    assert_eq!(with("FOREIGN KEY (a, b) REFERENCES p (id)"), ["foreign-key"]);
    assert_eq!(
        with("FOREIGN KEY (a) REFERENCES p (id) ON DELETE SET NULL"),
        ["foreign-key"]
    );
    assert_eq!(with("FOREIGN KEY (x) REFERENCES p (id)"), ["foreign-key"]);
}

#[test]
fn a_reference_to_no_key_is_told() {
    let read = crate::read::sql::read(
        "CREATE TABLE p (id INT PRIMARY KEY, n INT, KEY (n)); CREATE TABLE c (a INT, FOREIGN KEY (a) REFERENCES p (n))",
    );
    let warnings = read.expect("a declaration").warnings;
    assert_eq!(warnings.len(), 1);
    assert_eq!(warnings[0].code, "foreign-key-not-enforced");
    assert!(
        warnings[0].message.ends_with(": c.c_ibfk_1 to p(n)"),
        "{}",
        warnings[0]
    );
}

#[test]
fn tables_of_two_databases_do_not_take_each_others_place() {
    let declare = |database: &str| {
        format!("USE {database}; DROP TABLE IF EXISTS a; CREATE TABLE IF NOT EXISTS a ({database} INT);")
    };
    let script = declare("x") + &declare("y");
    assert_eq!(codes(&script), ["duplicate-table"]);
    assert_eq!(
        codes("CREATE TABLE x.a (n INT); DROP TABLE y.a; CREATE TABLE y.a (n INT)"),
        ["duplicate-table"]
    );
    assert!(crate::read::sql::read(&(declare("x") + &declare("x"))).is_ok());
}

#[test]
fn broken_scripts() {
    for script in [
        "CREATE TABLE a (x INT",
        "CREATE TABLE",
        "CREATE TABLE a",
        "CREATE TABLE a ()",
        "CREATE",
        "ALTER TABLE",
        "CREATE TABLE a (x INT) ENGINE",
        "CREATE TABLE a (x INT DEFAULT)",
        "CREATE TABLE a (x VARCHAR(9) COMMENT 'x)",
    ] {
        assert!(read(script).is_err(), "{script}");
    }
}

proptest! {
    #[test]
    fn never_panics(script in any::<String>()) {
        let _ = read(&script);
    }

    #[test]
    fn never_panics_on_what_looks_like_ddl(
        words in prop::collection::vec(prop::sample::select(vec![
            "CREATE", "TABLE", "ALTER", "ADD", "KEY", "PRIMARY", "UNIQUE", "(", ")", ",", "a", "`b`", "INT", "VARCHAR", "5",
            "DEFAULT", "'x'", "NOT", "NULL", "FOREIGN", "REFERENCES", "CHECK", "AS", "CONSTRAINT", "ON", "DELETE", "SET",
            "ENUM", "MODIFY", "CHANGE", "DROP", "RENAME", "TO", "INDEX", "COMMENT", "=", "LIKE", "VIEW", "DEFINER", "@", ";",
        ]), 0..30)
    ) {
        let _ = read(&words.join(" "));
    }
}

#[test]
fn more_keys_than_mysql_takes() {
    let keys = ", KEY (a)".repeat(5_000);
    let problems =
        super::super::read(&format!("CREATE TABLE t (a INT PRIMARY KEY{keys});")).expect_err("keys");
    assert_eq!((problems.len(), problems[0].code), (1, "too-many-keys"));
    let word = "'".repeat(10_000);
    let problems = super::super::read(&word).expect_err("no statement");
    assert!(problems[0].message.len() < 200, "{}", problems[0].message);
}
