//! Whole dumps in the forms that tools write.

use std::fs;

use anyhow::{Result, ensure};
use tests::dumps::{self, Dump};
use tests::golden;
use tests::host::Tenant;
use tests::mariadb::{self, MariaDb};
use tests::native::Native;

#[test]
fn every_dump_holds_the_rows_that_mariadb_holds() {
    every(check);
}

/// Records the rows, and dumps what was loaded in the modes of MariaDB's tool, to be loaded again.
#[test]
#[ignore = "needs MariaDB: MARIADB_SOCKET"]
fn record() {
    let server = MariaDb::from_environment().expect("MARIADB_SOCKET");
    every(|dump| record_one(&server, dump));
}

/// Runs on every dump, or on those that `DUMP` names a part of.
fn every(mut run: impl FnMut(&Dump) -> Result<()>) {
    let wanted = std::env::var("DUMP").unwrap_or_default();
    let all = dumps::read_all(&mariadb::dumps()).expect("the folder of dumps");
    let mut failures = Vec::new();
    for dump in all.iter().filter(|dump| dump.name.contains(&wanted)) {
        if let Err(error) = run(dump) {
            failures.push(format!("{}: {error:#}", dump.name));
        }
    }
    assert!(
        failures.is_empty(),
        "{} failures\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

fn check(dump: &Dump) -> Result<()> {
    let native = Native::new()?;
    let tenant = Tenant::create(&native, "dump")?;
    let loaded = dumps::load(&tenant, &dump.script)?;
    golden::check(&dump.stem.with_extension("report"), &loaded.report).map_err(anyhow::Error::msg)?;
    let Some(schema) = loaded.schema else {
        return Ok(());
    };
    round_trips(&schema)?;
    let expected = fs::read_to_string(dump.stem.with_extension("rows")).unwrap_or_default();
    if expected.is_empty() || !loaded.imported {
        return Ok(());
    }
    let actual = dumps::rows(&tenant, &schema)?;
    dumps::compare(&schema, &dumps::parse(&expected)?, &actual)
}

/// The declaration is the same after a way through either form.
fn round_trips(schema: &schema::Schema) -> Result<()> {
    let sql = schema::print::sql(schema);
    let read = schema::read::sql::read(&sql).map_err(|problems| anyhow::anyhow!("{problems:?}\n{sql}"))?;
    ensure!(
        read.schema == *schema,
        "printed as SQL, it reads back otherwise:\n{sql}"
    );
    let json = serde_json::to_string(schema)?;
    let read = schema::read::json::read(&json).map_err(|problems| anyhow::anyhow!("{problems:?}\n{json}"))?;
    ensure!(
        read == *schema,
        "printed as JSON, it reads back otherwise:\n{json}"
    );
    Ok(())
}

fn record_one(server: &MariaDb, dump: &Dump) -> Result<()> {
    if let Err(error) = server.load(&dump.script) {
        println!("{}: MariaDB does not take it: {error}", dump.name);
        return Ok(());
    }
    let rows = server.rows()?;
    fs::write(dump.stem.with_extension("rows"), dumps::print(&rows))?;
    let modes: [&[&str]; 6] = [
        &[],
        &["--complete-insert", "--hex-blob", "--skip-extended-insert"],
        &["--routines", "--triggers", "--events", "--skip-opt"],
        &["--compatible=ansi", "--default-character-set=utf8mb4"],
        &["--insert-ignore", "--skip-comments", "--skip-set-charset"],
        &["--replace", "--tz-utc", "--order-by-primary"],
    ];
    let databases: Vec<String> = server
        .databases()?
        .into_iter()
        .filter(|name| name != "dump" || rows.is_empty())
        .collect();
    let mut failures = Vec::new();
    for mode in modes {
        let mut options = mode.to_vec();
        options.push("--databases");
        let databases = if databases.is_empty() {
            vec!["dump".to_owned()]
        } else {
            databases.clone()
        };
        let script = server.dump(&options, &databases)?;
        let native = Native::new()?;
        let tenant = Tenant::create(&native, "dump")?;
        let loaded = dumps::load(&tenant, &script)?;
        let same = match &loaded.schema {
            Some(schema) if loaded.imported => dumps::compare(schema, &rows, &dumps::rows(&tenant, schema)?),
            _ => Err(anyhow::anyhow!("{}", loaded.problems())),
        };
        if let Err(error) = same {
            failures.push(format!("dumped with {mode:?}: {error:#}"));
        }
    }
    ensure!(failures.is_empty(), "{}", failures.join("\n"));
    Ok(())
}
