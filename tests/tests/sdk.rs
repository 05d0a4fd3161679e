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

use clients::runtime_::{
    Client, Conflict, batch, by_key, count, delete, find, find_by_key, insert, insert_new, update, upsert,
    upsert_on,
};
use clients::{Author, Book, Claim, LogLine, Vote, author, book, claim, codes_, log_line, vote};

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
    rust_columns(&client);
    rust_sums(&client);
    rust_writes(&client);
    rust_changes(&client);
    rust_claims(&client);
    rust_batches(&client);
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
    let titles = client.rows(find::<Book>().first(1).order(book::TITLE.asc()));
    let titles: Vec<String> = titles.map(|book| book.unwrap().title).collect();
    assert_eq!(titles, ["Solaris", "The Dispossessed", "The Lathe of Heaven"]);
    let key = vote::Key {
        book_id: 1,
        voter: "ann".to_owned(),
    };
    assert_eq!(client.run(&find_by_key::<Vote>(&key)).unwrap().unwrap().stars, 5);
}

fn rust_columns(client: &Client<Sent>) {
    let books = find::<Book>().filter(book::ID.lte(2)).order(book::ID.asc());
    let columns = (book::TITLE, book::YEAR, book::WEIGHT, book::EXTRA);
    let rows = client.run(&books.columns(columns)).unwrap();
    let pages = serde_json::json!({ "pages": 341 });
    let expected = [
        ("The Dispossessed", 1974, Some(0.5), Some(pages)),
        ("The Lathe of Heaven", 1971, None, None),
    ];
    let expected =
        expected.map(|(title, year, weight, extra)| (Some(title.to_owned()), Some(year), weight, extra));
    assert_eq!(rows, expected);
    let titles = client.run(&books.first(1).columns(book::TITLE)).unwrap();
    assert_eq!(titles, [Some("The Dispossessed".to_owned())]);
}

fn rust_sums(client: &Client<Sent>) {
    let liked = find::<Book>().filter(book::VOTE_COLLECTION.some(vote::STARS.gte(3)));
    let sums = (
        count(),
        book::AUTHOR_ID.count_distinct(),
        book::COPIES.sum(),
        book::WEIGHT.sum(),
        book::YEAR.min(),
        book::PUBLISHED_AT.max(),
        book::TAGS.max(),
    );
    let (rows, authors, copies, weight, year, published, tags) = client.run(&liked.aggregate(sums)).unwrap();
    assert_eq!((rows, authors, weight, year), (2, 2, Some(0.75), Some(1961)));
    assert_eq!(copies.as_deref(), Some("9007199254740995"));
    assert_eq!(published.as_deref(), Some("1974-05-01T10:30:00"));
    assert_eq!(tags.unwrap(), ["new", "sale"]);
    let none = find::<Book>().filter(book::ID.eq(99));
    assert_eq!(client.run(&none.aggregate(book::PRICE.avg())).unwrap(), None);
    let by = || (book::AUTHOR_ID.key(), book::PUBLISHED_AT.year());
    let groups = find::<Book>().group_by(by(), (count(), book::PRICE.max()));
    let groups = groups
        .order(book::PUBLISHED_AT.year().desc())
        .order(book::PRICE.max().asc());
    let answer = client.run(&groups.having(count().gte(1)).groups()).unwrap();
    let group = |author, year, price: &str| ((Some(author), year), (1, Some(price.to_owned())));
    let expected = [
        (2, None, "12.00"),
        (1, Some(1974), "9.99"),
        (1, Some(1971), "7.50"),
    ];
    assert_eq!(
        answer,
        expected.map(|(author, year, price)| group(author, year, price))
    );
    let cheap = find::<Book>()
        .filter(book::PRICE.lt(10))
        .group_by(book::FORMAT.key(), count());
    let cheap = cheap
        .having(book::PRICE.min().gt("1").and(!count().eq(0)))
        .order(count().desc());
    let page = client.run(&cheap.first(1).offset(1).groups()).unwrap();
    assert_eq!(page.len(), 1);
    let most = find::<Author>().order(author::BOOK_COLLECTION.order(book::PRICE.sum().desc_nulls_last()));
    let most = client.run(&most.also(&author::ETAG).one()).unwrap().unwrap();
    assert_eq!((most.name.as_str(), most.etag.is_some()), ("Ursula", true));
}

/// Columns whose names begin with words that GraphQL keeps for values.
fn rust_claims(client: &Client<Sent>) {
    let new = |falsehood: &str, nullable, moment: Option<&str>| claim::Insert {
        falsehood: falsehood.to_owned(),
        nullable: Some(nullable),
        true_at: moment.map(str::to_owned),
        ..Default::default()
    };
    let rows = [
        new("a", 1, Some("2024-01-31T10:00:00")),
        new("b", 2, Some("2024-02-01T10:00:00")),
        new("c", 2, None),
    ];
    assert_eq!(client.run(&insert::<Claim>(&rows)).unwrap().affected_count, 3);
    let moved = [new("c", 9, Some("2024-02-29T10:00:00"))];
    let named = Conflict::new().target([claim::FALSEHOOD.name()]);
    let moved = upsert_on(&moved, named.update([claim::TRUE_AT.name()]));
    let moved = client.run(&moved).unwrap().records.remove(0);
    assert_eq!(
        (moved.nullable, moved.true_at.as_deref()),
        (Some(2), Some("2024-02-29T10:00:00"))
    );
    let keys = (claim::NULLABLE.key(), claim::TRUE_AT.month());
    let groups = find::<Claim>().group_by(keys, (count(), claim::TRUE_AT.max(), claim::FALSEHOOD.max()));
    let groups = groups
        .order(claim::TRUE_AT.month().desc())
        .order(claim::NULLABLE.key().asc());
    let answer = client.run(&groups.groups()).unwrap();
    let group = |nullable, month, count, moment: &str, falsehood: &str| {
        let greatest = (Some(moment.to_owned()), Some(falsehood.to_owned()));
        ((Some(nullable), Some(month)), (count, greatest.0, greatest.1))
    };
    let expected = [
        group(2, 2, 2, "2024-02-29T10:00:00", "c"),
        group(1, 1, 1, "2024-01-31T10:00:00", "a"),
    ];
    assert_eq!(answer, expected);
    let distinct = find::<Claim>()
        .distinct_on(&claim::NULLABLE)
        .order(claim::NULLABLE.asc())
        .order(claim::TRUE_AT.desc());
    let distinct = client.run(&distinct.rows()).unwrap();
    let distinct: Vec<&str> = distinct.iter().map(|claim| claim.falsehood.as_str()).collect();
    assert_eq!(distinct, ["a", "c"]);
    let all = delete(claim::ID.gte(1), 3);
    assert_eq!(client.run(&all).unwrap().affected_count, 3);
}

fn rust_changes(client: &Client<Sent>) {
    let key = author::Key { id: 3 };
    let etag = || {
        let row = find::<Author>()
            .filter(by_key::<Author>(&key))
            .also(&author::ETAG);
        client.run(&row.one()).unwrap().unwrap().etag.unwrap()
    };
    let before = etag();
    let named = |name: &str| {
        update(
            by_key::<Author>(&key).if_match(&before),
            [author::COUNTRY.to(name)],
            1,
        )
    };
    assert_eq!(client.run(&named("PL")).unwrap().affected_count, 1);
    let moved = refused(client.run(&named("DE")).unwrap_err());
    assert_eq!(moved.code, "precondition_failed");
    let rows = [book::Insert {
        author_id: 2,
        title: "Solaris".to_owned(),
        price: Some("1.00".to_owned()),
        year: Some(1),
        ..Default::default()
    }];
    let key = || Conflict::new().target([book::AUTHOR_ID.name(), book::TITLE.name()]);
    let upserted = client
        .run(&upsert_on(&rows, key().update([book::PRICE.name()])))
        .unwrap();
    assert_eq!(
        (upserted.records[0].price.as_str(), upserted.records[0].year),
        ("1.00", Some(1961))
    );
    let kept = upsert_on(&rows, key().update([])).affected();
    assert_eq!(client.run(&kept).unwrap(), 0);
    let tagged = book::TAGS.operator("contains", ["new"]);
    let tagged = tagged.and(book::TITLE.ends_with("ssed").and(book::ID.not_in([7, 8])));
    let tagged = find::<Book>().filter(tagged);
    assert_eq!(client.run(&tagged.count()).unwrap(), 1);
}

fn rust_batches(client: &Client<Sent>) {
    let line = |line: &str| log_line::Insert {
        line: Some(line.to_owned()),
        at: None,
    };
    let ann = |name: &str| author::Insert {
        name: name.to_owned(),
        ..Default::default()
    };
    let writes = || {
        batch((
            insert::<Author>(&[ann("Ann")]),
            insert::<LogLine>(&[line("a"), line("b")]).affected(),
            update(author::NAME.eq("Ann"), [author::COUNTRY.to("GB")], 1),
        ))
    };
    let lines = || find::<LogLine>().filter(log_line::LINE.is_in(["a", "b"])).count();
    assert_eq!(client.run(&writes().dry_run()).unwrap().1, 2);
    assert_eq!(client.run(&lines()).unwrap(), 0);
    for _ in 0..2 {
        let (added, lines, changed) = client.run(&writes().idempotency_key("rust-1")).unwrap();
        assert_eq!((added.affected_count, lines), (1, 2));
        assert_eq!(changed.records[0].country.as_deref(), Some("GB"));
    }
    let named = |name: &str| find::<Author>().filter(author::NAME.eq(name));
    let inner = batch((named("Ann").count(), lines()));
    let (rows, counts, both) = client
        .run(&batch((
            named("Ann").rows(),
            inner,
            batch(vec![lines(), lines()]),
        )))
        .unwrap();
    assert_eq!((rows.len(), counts, both), (1, (1, 2), vec![2, 2]));
    let orphan = book::Insert {
        author_id: 99,
        title: "No author".to_owned(),
        ..Default::default()
    };
    let half = batch((insert::<Author>(&[ann("Lost")]), insert::<Book>(&[orphan])));
    let half = refused(client.run(&half).unwrap_err());
    assert_eq!(
        (half.code.as_str(), half.call),
        ("foreign_key_violation", Some(1))
    );
    assert_eq!(client.run(&named("Lost").count()).unwrap(), 0);
}

fn refused(error: clients::runtime_::Error<anyhow::Error>) -> clients::runtime_::Refusal {
    match error {
        clients::runtime_::Error::Refused(refusal) => refusal,
        clients::runtime_::Error::Transport(error) => panic!("{error}"),
    }
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
    let taken = client.run(&insert::<Book>(&[new("Rocannon's World")]));
    let refusal = refused(taken.unwrap_err());
    assert_eq!(
        (
            refusal.code.as_str(),
            refusal.status,
            refusal.constraint.as_deref()
        ),
        (codes_::UNIQUE_VIOLATION, 409, Some("title"))
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
