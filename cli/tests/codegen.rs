//! The command line as a user runs it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Languages, with the golden file of each.
const LANGUAGES: [(&str, &str); 4] = [
    ("typescript", "sdk.ts"),
    ("rust", "sdk.rs"),
    ("python", "sdk.py"),
    ("graphql", "schema.graphql"),
];

fn workersql(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_workersql"))
        .args(arguments)
        .env_remove("WORKERSQL_KEY")
        .output()
        .unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    let folders = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    folders.filter(|path| path.join("schema.sql").is_file()).collect()
}

#[test]
fn a_schema_file_prints_what_a_server_serves() {
    for case in cases() {
        for (language, golden) in LANGUAGES {
            let file = case.join("schema.sql");
            let output = workersql(&["codegen", "--lang", language, "--schema", file.to_str().unwrap()]);
            assert!(output.status.success(), "{}", stderr(&output));
            let expected = fs::read_to_string(case.join(golden)).unwrap();
            let printed = String::from_utf8(output.stdout).unwrap();
            assert!(
                printed.trim_end() == expected.trim_end(),
                "{} as {language}",
                case.display()
            );
        }
    }
}

#[test]
fn a_file_is_written_only_where_it_changes() {
    let folder = std::env::temp_dir().join(format!("workersql-cli-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let schema = folder.join("schema.json");
    fs::write(
        &schema,
        r#"{"tables":[{"name":"a","columns":[{"name":"id","type":"boolean"}],"primaryKey":["id"]}]}"#,
    )
    .unwrap();
    let out = folder.join("openapi.json");
    let run = || {
        workersql(&[
            "codegen",
            "--lang",
            "openapi",
            "--tenant",
            "shop",
            "--schema",
            schema.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
        ])
    };
    let output = run();
    assert!(output.status.success(), "{}", stderr(&output));
    let text = fs::read_to_string(&out).unwrap();
    assert!(text.contains("\"title\": \"shop\""), "{text}");
    let written = fs::metadata(&out).unwrap().modified().unwrap();
    assert!(run().status.success());
    assert_eq!(fs::metadata(&out).unwrap().modified().unwrap(), written);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_wrong_is_told() {
    let missing = workersql(&["codegen", "--lang", "graphql", "--schema", "/no/such.sql"]);
    assert!(stderr(&missing).contains("/no/such.sql"), "{}", stderr(&missing));
    let file = std::env::temp_dir().join(format!("workersql-cli-{}.sql", std::process::id()));
    fs::write(&file, "CREATE TABLE a (id INT,\n b NOTATYPE);").unwrap();
    let broken = workersql(&["codegen", "--lang", "graphql", "--schema", file.to_str().unwrap()]);
    assert!(!broken.status.success());
    assert!(stderr(&broken).contains("line 2"), "{}", stderr(&broken));
    fs::remove_file(file).unwrap();
    let both = workersql(&["codegen", "--lang", "graphql"]);
    assert!(stderr(&both).contains("--schema"), "{}", stderr(&both));
    let closed = workersql(&[
        "codegen",
        "--lang",
        "graphql",
        "--server",
        "http://127.0.0.1:1",
        "--tenant",
        "a",
        "--key",
        "k",
    ]);
    assert!(stderr(&closed).contains("127.0.0.1:1"), "{}", stderr(&closed));
}

/// A server that answers one request with that status and body. Answers the request.
fn served(status: &'static str, body: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut piece = [0; 1024];
        while !request.windows(4).any(|end| end == b"\r\n\r\n") {
            let read = stream.read(&mut piece).unwrap();
            request.extend_from_slice(&piece[..read]);
        }
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        )
        .unwrap();
        String::from_utf8(request).unwrap()
    });
    (address, served)
}

#[test]
fn a_server_is_asked_with_the_key() {
    let (address, request) = served("200 OK", "type Query { a: Int }\n");
    let output = workersql(&[
        "codegen", "--lang", "graphql", "--server", &address, "--tenant", "shop", "--key", "secret",
    ]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(output.stdout, b"type Query { a: Int }\n");
    let request = request.join().unwrap();
    assert!(
        request.starts_with("GET /t/shop/schema.graphql HTTP/1.1"),
        "{request}"
    );
    assert!(request.contains("authorization: Bearer secret"), "{request}");

    let (address, request) = served("401 Unauthorized", "{\"code\":\"unauthenticated\"}");
    let refused = workersql(&[
        "codegen", "--lang", "openapi", "--server", &address, "--tenant", "shop", "--key", "secret",
    ]);
    assert!(!refused.status.success());
    assert!(
        stderr(&refused).contains("unauthenticated"),
        "{}",
        stderr(&refused)
    );
    request.join().unwrap();
}
