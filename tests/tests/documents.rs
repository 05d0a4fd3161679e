//! The documents that describe the API: linters find nothing in them, and what they say holds against the built Worker.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tests::case;
use tests::command::run;
use tests::host::Tenant;
use tests::published;
use tests::workerd::OnWorkerd;

/// The linters' own folder.
fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("documents")
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The OpenAPI documents of all cases, the deployment's own, and two that show less for their size.
fn documents(reader: &str) -> Vec<PathBuf> {
    let mut documents: Vec<PathBuf> = fs::read_dir(cases())
        .unwrap()
        .map(|case| case.unwrap().path().join(case::OPENAPI))
        .chain([folder().join(case::OPENAPI)])
        .chain([30, 60].map(|tables| large(reader, tables)))
        .collect();
    documents.sort();
    documents
}

/// The document of so many tables of 100 columns, in a file for that reader.
fn large(reader: &str, tables: usize) -> PathBuf {
    let script = tests::hard::wide(tables);
    let model = codegen::derive::derive(&schema::read::sql::read(&script).unwrap().schema);
    let document = openapi::document(&model, "large", openapi::Bounds::DEFAULT).unwrap();
    let name = format!("workersql-{}-{reader}-{tables}.json", std::process::id());
    let path = std::env::temp_dir().join(name);
    fs::write(&path, document).unwrap();
    path
}

fn linter(name: &str) -> Command {
    let mut linter = Command::new(folder().join("node_modules/.bin").join(name));
    linter.current_dir(folder());
    linter
}

#[test]
fn redocly_finds_nothing() {
    let output = linter("redocly")
        .args(["lint", "--format=json", "--config=redocly.yaml"])
        .args(documents("redocly"))
        .env("REDOCLY_TELEMETRY", "off")
        .env("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
        .output()
        .unwrap();
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    // A warning alone is no failure of the command.
    let report = serde_json::Deserializer::from_str(&out)
        .into_iter::<serde_json::Value>()
        .next();
    let Some(Ok(report)) = report else {
        panic!("{out}{err}");
    };
    let totals = &report["totals"];
    assert_eq!(
        (totals["errors"].as_u64(), totals["warnings"].as_u64()),
        (Some(0), Some(0)),
        "{out}"
    );
}

#[test]
fn spectral_finds_nothing() {
    run(linter("spectral")
        .args(["lint", "--fail-severity=hint", "--ruleset=spectral.yaml"])
        .args(documents("spectral")));
}

/// A case's declaration and rows, or those of a published database.
fn described(name: &str) -> ((&'static str, String), String) {
    let databases = published::folder().map_or_else(Vec::new, |folder| published::all(&folder));
    if let Some(database) = databases.into_iter().find(|database| database.name == name) {
        return (("application/sql", database.schema), database.data);
    }
    let case = case::read(&cases().join(name)).unwrap();
    (case.schema, case.data.unwrap())
}

/// Requests that the document allows and requests that it does not, and chains of them. `SCHEMATHESIS_SECONDS` says how long,
/// `SCHEMATHESIS_SEED` which ones, `SCHEMATHESIS_ON` on which case or published database.
#[test]
fn schemathesis_finds_nothing() {
    let set = |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let (seconds, seed) = (set("SCHEMATHESIS_SECONDS", "60"), set("SCHEMATHESIS_SEED", "1"));
    println!("SCHEMATHESIS_SEED={seed} SCHEMATHESIS_SECONDS={seconds}");
    let host = OnWorkerd::start("documents").unwrap();
    let tenant = Tenant::create(&host, "library").unwrap();
    let ((media, schema), data) = described(&set("SCHEMATHESIS_ON", "clients"));
    tenant.push(media, &schema).unwrap();
    tenant.import(&data).unwrap();
    let mut schemathesis = Command::new(runtime::root().join(".tools/schemathesis/bin/schemathesis"));
    run(schemathesis
        .arg("--config-file")
        .arg(runtime::root().join("schemathesis.toml"))
        .args(["run", "--no-color", "--checks=all", "--continue-on-failure"])
        .args(["--max-time", &seconds, "--seed", &seed])
        .args(["--header", &format!("Authorization: Bearer {}", tenant.key)])
        .arg(format!(
            "http://127.0.0.1:{}/t/{}/openapi.json",
            host.port(),
            tenant.name
        ))
        // What it notes down of a run goes with it.
        .current_dir(std::env::temp_dir()));
}
