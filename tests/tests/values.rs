//! What a column of a type holds after an INSERT of a literal, held against MariaDB's answers.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::case::CaseRequest;
use tests::dumps;
use tests::host::Tenant;
use tests::mariadb::MariaDb;
use tests::native::Native;

/// A type, and the literals that are inserted into a column of it.
struct Section {
    column_type: String,
    lines: Vec<Line>,
}

/// `literal → MariaDB's answer | ours: why`
struct Line {
    literal: String,
    expected: String,
    /// Where ours is another answer: that, and the reason.
    differs: Option<(String, String)>,
}

#[test]
fn columns_hold_what_they_hold_in_mysql() {
    let (_, sections) = read();
    let mut failures = Vec::new();
    for section in &sections {
        for (line, actual) in section.lines.iter().zip(ours(section)) {
            let wanted = line.differs.as_ref().map_or(&line.expected, |(ours, _)| ours);
            if one_form(section, wanted) != one_form(section, &actual) {
                failures.push(format!(
                    "{} {}: {actual}, MariaDB {}",
                    section.column_type, line.literal, line.expected
                ));
            }
        }
    }
    assert!(
        failures.is_empty(),
        "{} differ\n{}",
        failures.len(),
        failures.join("\n")
    );
}

/// Records MariaDB's answers. What is told of ours stays.
#[test]
#[ignore = "needs MariaDB: MARIADB_SOCKET"]
fn record() {
    let server = MariaDb::from_environment().expect("MARIADB_SOCKET");
    let (mut text, sections) = read();
    for section in &sections {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "\n## {}", section.column_type);
        for (line, answer) in section.lines.iter().zip(theirs(&server, section)) {
            let _ = write!(text, "{} → {answer}", line.literal);
            if let Some((ours, why)) = &line.differs {
                let _ = write!(text, " | {ours}: {why}");
            }
            text.push('\n');
        }
    }
    fs::write(file(), text).unwrap();
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dumps/values.golden")
}

/// The file's introduction and its sections.
fn read() -> (String, Vec<Section>) {
    let text = fs::read_to_string(file()).expect("the golden file");
    let (mut introduction, mut sections) = (String::new(), Vec::<Section>::new());
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(column_type) = line.strip_prefix("## ") {
            sections.push(Section {
                column_type: column_type.to_owned(),
                lines: Vec::new(),
            });
        } else if let Some(section) = sections.last_mut() {
            section.lines.push(Line::read(line));
        } else {
            introduction += &format!("{line}\n");
        }
    }
    (introduction, sections)
}

impl Line {
    fn read(line: &str) -> Self {
        let (literal, answer) = line.split_once(" → ").unwrap_or((line, ""));
        let (expected, differs) = match answer.split_once(" | ") {
            Some((expected, differs)) => (expected, differs.split_once(": ")),
            None => (answer, None),
        };
        Self {
            literal: literal.to_owned(),
            expected: expected.to_owned(),
            differs: differs.map(|(ours, why)| (ours.to_owned(), why.to_owned())),
        }
    }
}

/// One form of what may be written in several.
fn one_form(section: &Section, answer: &str) -> Value {
    let script = format!("CREATE TABLE t (v {})", section.column_type);
    let declared = schema::read::sql::read(&script).expect("a declaration").schema;
    let value = serde_json::from_str(answer).unwrap_or_else(|_| answer.into());
    dumps::canonical(&declared.tables[0].columns[0].column_type, &value)
}

/// The answers by the numbers of rows that came to be; an error for the others.
fn answers(section: &Section, rows: &[Vec<Value>]) -> Vec<String> {
    let row = |n: usize| {
        rows.iter()
            .find(|row| row[0].as_str() == Some(n.to_string().as_str()))
    };
    (0..section.lines.len())
        .map(|n| row(n).map_or("error".to_owned(), |row| row[1].to_string()))
        .collect()
}

fn ours(section: &Section) -> Vec<String> {
    let native = Native::new().expect("a host");
    let tenant = Tenant::create(&native, "values").expect("a tenant");
    let declaration = format!("CREATE TABLE t (n INT PRIMARY KEY, v {})", section.column_type);
    tenant
        .push("application/sql", &declaration)
        .expect("a declaration");
    for (n, line) in section.lines.iter().enumerate() {
        let script = format!("INSERT INTO t VALUES ({n}, {});", line.literal);
        let request = CaseRequest {
            method: "POST".to_owned(),
            path: "/import".to_owned(),
            headers: vec![("content-type".to_owned(), "application/sql".to_owned())],
            body: script.into_bytes(),
        };
        let response = tenant.send(&request).expect("an answer");
        assert!(
            matches!(response.status, 200 | 409 | 422),
            "{}: {}",
            line.literal,
            response.body
        );
    }
    let declared = tenant.get("/schema").expect("a declaration");
    let schema = serde_json::from_value(declared).expect("a declaration");
    answers(section, &dumps::rows(&tenant, &schema).expect("rows")["t"])
}

fn theirs(server: &MariaDb, section: &Section) -> Vec<String> {
    let mut script = format!("CREATE TABLE t (n INT PRIMARY KEY, v {});\n", section.column_type);
    for (n, line) in section.lines.iter().enumerate() {
        script += &format!("INSERT INTO t VALUES ({n}, {});\n", line.literal);
    }
    server.load_what_goes(script.as_bytes()).expect("a script");
    answers(section, &server.rows().expect("rows")["t"])
}
