//! The native host: the gateway over in-process SQLite with the platform's limits set.

use std::path::Path;

use tests::host::Tenant;
use tests::native::Native;
use tests::{case, published, run};

#[test]
fn every_case_answers_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let cases = case::read_all(&folder).unwrap();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    let mut failures = Vec::new();
    for case in &cases {
        let native = Native::new().unwrap();
        match run::case(&native, case, &case.name, || native.golden()) {
            Ok(differences) => failures.extend(differences),
            Err(error) => failures.push(format!("{}: {error:#}", case.name)),
        }
    }
    assert!(
        failures.is_empty(),
        "{} failures\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn published_databases_load_as_they_are() {
    let Some(folder) = published::folder() else {
        println!("left out: the published scripts are not beside this checkout");
        return;
    };
    for database in published::all(&folder) {
        run::published(&Native::new().unwrap(), &database)
            .unwrap_or_else(|error| panic!("{}: {error:#}", database.name));
    }
}

#[test]
fn a_table_beyond_the_platforms_statements_is_refused() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "large").unwrap();
    let checks = ", CHECK (a > 1)".repeat(4_000);
    let refused = tenant
        .push(
            "application/sql",
            &format!("CREATE TABLE fits (a INT); CREATE TABLE t (a INT{checks});"),
        )
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("422") && refused.contains("the table 't'"),
        "{refused}"
    );
    assert_eq!(tenant.get("/schema").unwrap()["tables"], serde_json::json!([]));
}
