//! The generated clients: they compile under their languages' strict checks, whatever the names in a schema, and do what they
//! say against the built Worker.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use codegen::ApiModel;
use codegen::derive::derive;
use codegen::sdk;
use tests::host::Tenant;
use tests::workerd::OnWorkerd;

fn tests_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn tool(name: &str) -> Command {
    Command::new(runtime::root().join("node_modules/.bin").join(name))
}

/// Runs a command that has to succeed. Answers what it prints.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(output.status.success(), "{command:?}\n{out}{err}");
    out.into_owned()
}

/// A folder of this process, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("workersql-sdk-{}-{name}", std::process::id()));
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Every golden client, and the calls of the live test with the types that they must have.
#[test]
fn typescript_clients_of_all_cases_type_check() {
    run(tool("tsc").arg("-p").arg(tests_folder().join("sdk")));
}

#[test]
fn typescript_clients_of_hard_schemas_type_check() {
    let folder = folder("typescript");
    for (name, model) in hard() {
        fs::write(
            folder.join(format!("{name}.ts")),
            sdk::typescript::typescript(&model),
        )
        .unwrap();
    }
    let config = fs::read_to_string(tests_folder().join("sdk/tsconfig.json")).unwrap();
    let (options, _) = config.split_once("\"include\"").unwrap();
    fs::write(
        folder.join("tsconfig.json"),
        format!("{options}\"include\": [\"*.ts\"]}}"),
    )
    .unwrap();
    run(tool("tsc").arg("-p").arg(&folder));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn every_call_of_the_typescript_client_answers_as_it_is_typed() {
    let host = OnWorkerd::start("sdk").unwrap();
    let tenant = clients(&host);
    let script = folder("live").join("client.test.mjs");
    run(tool("esbuild")
        .arg(tests_folder().join("sdk/client.test.ts"))
        .arg("--bundle")
        .arg("--format=esm")
        .arg("--log-level=error")
        .arg(format!("--outfile={}", script.display())));
    let said = run(Command::new("node").args([&script, &address(&host, &tenant), Path::new(&tenant.key)]));
    println!("{said}");
    fs::remove_dir_all(script.parent().unwrap()).unwrap();
}

/// A tenant with the schema and the rows of the case `clients`.
fn clients(host: &OnWorkerd) -> Tenant<'_, OnWorkerd> {
    let case = tests_folder().join("cases/clients");
    let tenant = Tenant::create(host, "clients").unwrap();
    let schema = fs::read_to_string(case.join("schema.sql")).unwrap();
    tenant.push("application/sql", &schema).unwrap();
    tenant
        .import(&fs::read_to_string(case.join("data.sql")).unwrap())
        .unwrap();
    tenant
}

fn address(host: &OnWorkerd, tenant: &Tenant<'_, OnWorkerd>) -> PathBuf {
    format!("http://127.0.0.1:{}/t/{}", host.port(), tenant.name).into()
}

/// A column that is added changes the lines about it, and no other.
#[test]
fn a_column_adds_lines_and_changes_none() {
    let before = "CREATE TABLE a (id INT PRIMARY KEY, b INT, FOREIGN KEY (b) REFERENCES a (id)); CREATE TABLE z (id INT PRIMARY KEY);";
    let after = before.replace("b INT,", "b INT, c DATETIME NULL,");
    for (language, print) in LANGUAGES {
        let [before, after] = [before, &after].map(|schema| print(&read(schema)));
        let mut lines = after.lines();
        for line in before.lines() {
            assert!(lines.any(|other| other == line), "{language}: {line}");
        }
    }
}

/// How each language's client is printed.
const LANGUAGES: [(&str, Print); 1] = [("typescript", sdk::typescript::typescript)];

type Print = fn(&ApiModel) -> String;

fn read(sql: &str) -> ApiModel {
    derive(&schema::read::sql::read(sql).unwrap().schema)
}

/// Words that one of the languages keeps for itself, and names that its standard library or our own text uses.
const WORDS: &str = "abstract and any arguments array as assert async await become bool boolean box break byte call case catch \
    char class column const constructor continue crate database date debugger declare def default del delete do double dyn elif \
    else enum error eval except export extends extern false field filter final finally float fn for from function generic gen get \
    global goto group hash_map if impl implements import in infer init instanceof int interface is json keyof kind lambda let list \
    long loop macro map match mod module move mut namespace native never new none nonlocal not null number object of operation \
    option optional or order override package page page_info partial pass pick plan priv private promise property protected proto \
    prototype pub public query raise readonly record ref required request response result return row satisfies select self Self set \
    short static str string struct super switch symbol synchronized table target then this throw throws to_string trait transient \
    transport true try tuple type typed_dict typeof typing undefined union unique unknown unsafe unsized urllib use using value var \
    vec virtual void volatile where while with yield print exec id object_id dict bytes dataclass field_name __init__ __proto__";

fn hard() -> Vec<(&'static str, ApiModel)> {
    vec![
        ("words", read(&words())),
        ("unicode", read(UNICODE)),
        ("large", read(&large())),
        ("empty", read("")),
    ]
}

/// A table and columns for each word, with relations that go by words too.
fn words() -> String {
    let mut script = String::new();
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    for (position, word) in words.iter().enumerate() {
        let _ = write!(
            script,
            "CREATE TABLE `t{position}` (`{word}` ENUM('{word}', 'x') PRIMARY KEY); "
        );
        if !["Self", "__init__", "__proto__"].contains(word) {
            let _ = write!(
                script,
                "CREATE TABLE `{word}` (id INT PRIMARY KEY, `{word}_id` INT, FOREIGN KEY (`{word}_id`) REFERENCES `{word}` (id)) \
                 COMMENT='*/ \\\"\\\"\\\" \\\\ {word}\\n}} # //'; "
            );
        }
    }
    let plain: Vec<&&str> = words
        .iter()
        .filter(|word| !["id", "Self"].contains(*word))
        .collect();
    for (position, words) in plain.chunks(90).enumerate() {
        let columns: String = words
            .iter()
            .map(|word| format!(", `{word}` TEXT NOT NULL"))
            .collect();
        let _ = write!(
            script,
            "CREATE TABLE words_{position} (id INT PRIMARY KEY{columns}); "
        );
    }
    script
}

/// Scripts of many kinds, names that fall together once they are spelled in ASCII, and members that are no names.
const UNICODE: &str = "
    CREATE TABLE `größe` (`schlüssel` INT PRIMARY KEY, `数` INT, `with \"quote\"` INT, `é` INT, `e` INT, `E_` INT, `ｅ` INT);
    CREATE TABLE `groesse` (`数` DATETIME PRIMARY KEY, `_2` DATE, `2` DATE, `a-b` SET('ä', 'x\\\\y', '\\'', '\"', '*/'));
    CREATE TABLE `Größe_` (`😀` ENUM('😀', 'a b', '${x}', '`', '\\n') NOT NULL, `J` JSON, `g` GEOMETRY, `p` POINT);
    CREATE TABLE `таблица` (`колонка` BIGINT UNSIGNED PRIMARY KEY, `колонка_id` BIGINT UNSIGNED,
      FOREIGN KEY (`колонка_id`) REFERENCES `таблица` (`колонка`));
    CREATE TABLE book (id INT PRIMARY KEY, book INT, FOREIGN KEY (book) REFERENCES book (id));
    CREATE TABLE book_types (id INT PRIMARY KEY, camelCase INT, camel_case INT, `camel case` INT, CAMEL_CASE2 INT);
    CREATE TABLE book_kinds (a INT, b INT, PRIMARY KEY (a, b));
    CREATE TABLE book_row (a INT, b INT, FOREIGN KEY (a, b) REFERENCES book_kinds (a, b));
    CREATE TABLE new_book (id INT PRIMARY KEY);
    CREATE TABLE `s` (`f` FLOAT, `d` DECIMAL(65,30), `t` TIME(6), `y` YEAR, `b` BIT(64), `bin` BINARY(4), `ok` BOOL, `ts` TIMESTAMP NULL);
";

/// 200 tables of 100 columns, each of which refers to the one before.
fn large() -> String {
    const TYPES: [&str; 8] = [
        "INT NOT NULL",
        "VARCHAR(20)",
        "DECIMAL(10,2)",
        "DATETIME",
        "BIGINT",
        "JSON",
        "ENUM('a','b')",
        "DOUBLE NOT NULL",
    ];
    (0..200)
        .map(|table| {
            let columns: String = (0..98)
                .map(|column| format!(", column_{column} {}", TYPES[column % TYPES.len()]))
                .collect();
            let before = if table > 0 { table - 1 } else { 0 };
            format!(
                "CREATE TABLE table_{table} (id INT PRIMARY KEY, before_id INT{columns}, FOREIGN KEY (before_id) REFERENCES \
                 table_{before} (id));\n"
            )
        })
        .collect()
}
