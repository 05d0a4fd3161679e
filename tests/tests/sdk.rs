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
use runtime::Connection;
use tests::command::run;
use tests::host::Tenant;
use tests::workerd::OnWorkerd;

/// The Rust client of the case `clients`, as it is printed.
#[rustfmt::skip]
#[path = "../cases/clients/sdk.rs"]
mod clients;

use clients::runtime_::{Client, delete, find, find_by_key, insert, insert_new, update, upsert};
use clients::{Book, Vote, author, book, vote};

fn tests_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn tool(name: &str) -> Command {
    Command::new(runtime::root().join("node_modules/.bin").join(name))
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
    let program = "program.ts";
    fs::copy(
        tests_folder().join("sdk/wide").join(program),
        folder.join(program),
    )
    .unwrap();
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
fn python_clients_pass_mypy() {
    let folder = folder("python");
    // It takes minutes for types that lead to each other through so many relations.
    let in_time = |name: &str| !["large", "chain"].contains(&name);
    for (name, model) in hard().into_iter().filter(|(name, _)| in_time(name)) {
        fs::write(
            folder.join(format!("hard_{name}.py")),
            sdk::python::python(&model),
        )
        .unwrap();
    }
    for case in fs::read_dir(tests_folder().join("cases")).unwrap() {
        let case = case.unwrap();
        let name = case.file_name().to_string_lossy().replace('-', "_");
        fs::copy(case.path().join("sdk.py"), folder.join(format!("case_{name}.py"))).unwrap();
    }
    let calls = fs::read_to_string(tests_folder().join("sdk/client_test.py")).unwrap();
    fs::write(
        folder.join("calls.py"),
        calls.replace("from sdk import", "from case_clients import"),
    )
    .unwrap();
    let python = runtime::root().join(".tools/python/bin");
    run(Command::new(python.join("mypy"))
        .arg("--strict")
        .arg(".")
        .current_dir(&folder));
    run(Command::new(python.join("python"))
        .args(["-m", "compileall", "-q", "."])
        .current_dir(&folder));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn rust_clients_of_hard_schemas_compile() {
    let folder = folder("rust");
    fs::create_dir(folder.join("src")).unwrap();
    let mut root = String::from("#![deny(warnings)]\n");
    for (name, model) in hard().into_iter().filter(|(name, _)| *name != "large") {
        fs::write(
            folder.join(format!("src/hard_{name}.rs")),
            sdk::rust::rust(&model),
        )
        .unwrap();
        let _ = writeln!(root, "pub mod hard_{name};");
    }
    for case in fs::read_dir(tests_folder().join("cases")).unwrap() {
        let case = case.unwrap();
        let name = case.file_name().to_string_lossy().replace('-', "_");
        fs::copy(
            case.path().join("sdk.rs"),
            folder.join(format!("src/case_{name}.rs")),
        )
        .unwrap();
        let _ = writeln!(root, "pub mod case_{name};");
    }
    fs::write(folder.join("src/lib.rs"), root).unwrap();
    let manifest = "[package]\nname = \"clients\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
                    serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    // The versions that this workspace has, so that nothing is fetched.
    fs::copy(runtime::root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    run(Command::new(env!("CARGO"))
        .args(["check", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target")));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn calls_of_the_python_client_are_answered() {
    let host = OnWorkerd::start("sdk-python").unwrap();
    let tenant = clients(&host);
    let script = tests_folder().join("sdk/client_test.py");
    let [said, _] = run(Command::new("python3")
        .args([&script, &address(&host, &tenant), Path::new(&tenant.key)])
        .env("PYTHONPATH", tests_folder().join("cases/clients"))
        .env("PYTHONDONTWRITEBYTECODE", "1"));
    println!("{said}");
}

/// Sends a client's requests to the host.
struct Sent(u16);

impl clients::runtime_::Transport for Sent {
    type Error = anyhow::Error;

    fn send(&self, request: &clients::runtime_::Request) -> Result<clients::runtime_::Response, Self::Error> {
        let path = request
            .url
            .split_once("//")
            .and_then(|(_, rest)| rest.split_once('/'));
        let headers: Vec<(&str, &str)> = request
            .headers
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let path = format!("/{}", path.unwrap().1);
        let answer = Connection::open(self.0)?.send("POST", &path, &headers, &request.body)?;
        Ok(clients::runtime_::Response {
            status: answer.status,
            body: answer.text().into_bytes(),
        })
    }
}

#[test]
fn calls_of_the_rust_client_are_answered() {
    let host = OnWorkerd::start("sdk-rust").unwrap();
    let tenant = clients(&host);
    let address = address(&host, &tenant);
    let client = Client::new(&address.to_string_lossy(), &tenant.key, Sent(host.port()));
    rust_reads(&client);
    rust_writes(&client);
}

fn rust_reads(client: &Client<Sent>) {
    let books = find::<Book>()
        .filter(
            book::YEAR
                .gte(1970)
                .and(book::AUTHOR.is(author::NAME.starts_with("U"))),
        )
        .order(book::YEAR.desc())
        .embed(
            book::AUTHOR.embed_with([author::BOOK_COLLECTION.embed(find().first(1).order(book::ID.asc()))]),
        )
        .embed(book::VOTE_COLLECTION.embed(find().order(vote::VOTER.asc()).distinct_on(&vote::VOTER)));
    let rows = client.run(&books.rows()).unwrap();
    assert_eq!(
        (rows.len(), rows[0].title.as_str(), rows[0].copies.as_str()),
        (2, "The Dispossessed", "9007199254740993")
    );
    let by = rows[0].author.as_ref().unwrap();
    assert_eq!(
        (by.name.as_str(), by.book_collection.as_ref().unwrap().len()),
        ("Ursula", 1)
    );
    assert_eq!(rows[0].vote_collection.as_ref().unwrap()[1].voter, "bob");
    assert!(rows[0].book_text.is_none() && rows[1].extra.is_none());
    assert_eq!(
        client
            .run(&find::<Book>().filter(!book::FORMAT.eq("audio")).count())
            .unwrap(),
        2
    );
    let page = client.run(&find::<Book>().first(2).page()).unwrap();
    assert_eq!((page.total_count, page.page_info.has_next_page), (3, true));
    let pages: Vec<usize> = client
        .pages(find::<Book>().first(2))
        .map(|page| page.unwrap().len())
        .collect();
    assert_eq!(pages, [2, 1]);
    let key = vote::Key {
        book_id: 1,
        voter: "ann".to_owned(),
    };
    assert_eq!(client.run(&find_by_key::<Vote>(&key)).unwrap().unwrap().stars, 5);
}

fn rust_writes(client: &Client<Sent>) {
    let new = |title: &str| book::Insert {
        author_id: 1,
        title: title.to_owned(),
        price: Some("3.50".to_owned()),
        ..Default::default()
    };
    let added = client.run(&insert::<Book>(&[new("Rocannon's World")])).unwrap();
    assert_eq!(
        (
            added.affected_count,
            added.records[0].price.as_str(),
            added.records[0].year
        ),
        (1, "3.50", None)
    );
    let dry = client.run(&insert::<Book>(&[new("Tehanu")]).dry_run()).unwrap();
    assert_eq!(dry.affected_count, 1);
    assert_eq!(
        client
            .run(&insert_new::<Book>(&[new("Rocannon's World")]))
            .unwrap()
            .affected_count,
        0
    );
    let vote = vote::Insert {
        book_id: 1,
        voter: "ann".to_owned(),
        stars: 1,
    };
    assert_eq!(client.run(&upsert::<Vote>(&[vote])).unwrap().records[0].stars, 1);
    let mine = || book::TITLE.eq("Rocannon's World");
    let changed = client
        .run(&update(mine(), [book::YEAR.to(1966), book::SIZE.to_null()], 1))
        .unwrap();
    assert_eq!(changed.records[0].year, Some(1966));
    let refused = client
        .run(&insert::<Book>(&[new("Rocannon's World")]))
        .unwrap_err();
    let clients::runtime_::Error::Refused(refusal) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(
        (
            refusal.code.as_str(),
            refusal.status,
            refusal.constraint.as_deref()
        ),
        ("unique_violation", 200, Some("title"))
    );
    assert_eq!(client.run(&delete(mine(), 1)).unwrap().affected_count, 1);
    assert_eq!(
        client
            .run(&find::<Book>().filter(mine().or(book::ID.is_null())).count())
            .unwrap(),
        0
    );
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
    let [said, _] =
        run(Command::new("node").args([&script, &address(&host, &tenant), Path::new(&tenant.key)]));
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
const LANGUAGES: [(&str, Print); 3] = [
    ("typescript", sdk::typescript::typescript),
    ("rust", sdk::rust::rust),
    ("python", sdk::python::python),
];

type Print = fn(&ApiModel) -> String;

fn read(sql: &str) -> ApiModel {
    derive(&schema::read::sql::read(sql).unwrap().schema)
}

/// The models of hard schemas.
fn hard() -> Vec<(&'static str, ApiModel)> {
    tests::hard::all()
        .map(|(name, script)| (name, read(&script)))
        .to_vec()
}
