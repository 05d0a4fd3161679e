//! The native host: the gateway over in-process SQLite with the platform's limits set.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use tests::case::CaseRequest;
use tests::host::Tenant;
use tests::native::Native;
use tests::{again, bulk, case, documents, lines, plans, published, run, settings, usage};

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
fn ten_thousand_rows_in_one_request() {
    bulk::rows_in_one_request(&Native::new().unwrap()).unwrap();
}

#[test]
fn many_rows_a_line() {
    lines::many_rows(&Native::new().unwrap()).unwrap();
}

/// A row that is there all the while is answered once, whatever comes and goes around it.
#[test]
fn lines_stay_in_place_while_rows_come_and_go() {
    let native = Native::new().unwrap();
    let tenant = lines::filled(&native).unwrap();
    let write = |method: &str, path: &str, body: &str| {
        let answer = tenant.send(&CaseRequest {
            method: method.to_owned(),
            path: format!("/rest/line{path}"),
            headers: vec![("content-type".to_owned(), "application/json".to_owned())],
            body: body.as_bytes().to_vec(),
        });
        let status = answer?.status;
        anyhow::ensure!(matches!(status, 201 | 204), "{status}");
        Ok(())
    };
    let mut request = lines::asking("?order=id");
    request.path = format!("/t/lines{}", request.path);
    request
        .headers
        .push(("authorization".to_owned(), format!("Bearer {}", tenant.key)));
    let answer = native
        .send_with(&request, &|part| {
            // 2,000 rows and one part are answered so far, or 4,000 and two: the row at the end goes, one ahead and one behind come.
            let end = part * 2_000;
            write("DELETE", &format!("/{end}"), "")?;
            write("DELETE", &format!("/{}", end + 10), "")?;
            for id in [end - 99, end + 99] {
                let row = format!("{{\"id\": {id}, \"rank_\": 0, \"word\": \"new\"}}");
                write("POST", "", &row)?;
            }
            Ok(())
        })
        .unwrap();
    let mut expected: Vec<u64> = (1..=lines::ROWS).map(|row| row * 2).collect();
    for end in [2_000, 4_000, 6_000] {
        expected.retain(|id| *id != end + 10);
        expected.push(end + 99);
    }
    expected.sort_unstable();
    assert_eq!(lines::ids(&answer).unwrap(), expected);
}

#[test]
fn declared_indexes_are_used() {
    plans::indexes_are_used().unwrap();
}

#[test]
fn bounds_find_few_rows_and_meet_many() {
    plans::bounds_find_few_and_meet_many().unwrap();
}

#[test]
fn documents_are_found_by_name() {
    documents::are_found_by_name(&Native::new().unwrap()).unwrap();
}

#[test]
fn requests_that_come_again_see_every_change() {
    again::sees_every_change(&Native::new().unwrap()).unwrap();
}

#[test]
fn rows_read_by_key_one_after_the_other_are_each_their_own() {
    again::reads_every_row(&Native::new().unwrap()).unwrap();
}

#[test]
fn rows_of_one_form_are_each_kept_as_they_were_sent() {
    again::adds_every_row(&Native::new().unwrap()).unwrap();
}

#[test]
fn writes_of_one_form_are_each_done_or_refused() {
    again::changes_every_row(&Native::new().unwrap()).unwrap();
}

#[test]
fn usage_counts_what_was_asked() {
    usage::counts_what_was_asked(&Native::new().unwrap()).unwrap();
}

#[test]
fn settings_are_the_admins_and_hold_at_once() {
    settings::changed_by_the_admin(&Native::new().unwrap()).unwrap();
}

/// Random schemas, rows, queries and writes against a naive evaluator. `MODEL_CASES` says how many (10,000 in
/// `cargo xtask test`), `MODEL_SEED` where to start.
#[test]
fn any_query_answers_as_a_naive_evaluator_does() {
    const CASES_OF_A_WORLD: u64 = 20;
    let number = |name: &str, default| std::env::var(name).map_or(default, |text| text.parse().unwrap());
    let (cases, start): (u64, u64) = (number("MODEL_CASES", 1_000), number("MODEL_SEED", 1));
    let worlds = cases.div_ceil(CASES_OF_A_WORLD);
    let next = AtomicU64::new(0);
    let work = || {
        while let world = next.fetch_add(1, Ordering::Relaxed)
            && world < worlds
        {
            let cases = usize::try_from(CASES_OF_A_WORLD).unwrap();
            let failure = tests::model::run(&Native::new().unwrap(), start + world, cases).err();
            if let Some(error) = failure {
                next.store(worlds, Ordering::Relaxed);
                panic!("{error:#}");
            }
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
}

/// Seeds and what was found by fuzzing, without a fuzzer.
#[test]
fn every_input_of_the_corpus_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus");
    for (name, target) in tests::fuzz::TARGETS {
        let inputs = std::fs::read_dir(corpus.join(name)).unwrap();
        let mut ran = 0;
        for input in inputs {
            let path = input.unwrap().path();
            println!("{}", path.display());
            target(&std::fs::read(path).unwrap());
            ran += 1;
        }
        assert!(ran > 0, "no corpus of {name}");
    }
}

/// Rows near the platform's limit of 2 MB are changed and removed, and an insert is not bound by it as a whole.
#[test]
fn large_rows_and_large_inserts() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "large").unwrap();
    let schema = "CREATE TABLE page (id INT PRIMARY KEY, body LONGTEXT, raw LONGBLOB)";
    tenant.push("application/sql", schema).unwrap();
    let text = "x".repeat(100_000);
    let rows: Vec<String> = (0..50)
        .map(|id| format!("{{id: {id}, body: \"{text}\"}}"))
        .collect();
    let rest = |method: &str, path: &str, body: String| CaseRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: body.into_bytes(),
    };
    let objects = rows
        .join(",")
        .replace("id:", "\"id\":")
        .replace("body:", "\"body\":");
    let inserted = tenant
        .send(&rest("POST", "/rest/page?select=id", format!("[{objects}]")))
        .unwrap();
    assert_eq!(inserted.status, 201, "{}", inserted.body);
    let all = tenant.get("/rest/page?select=id&order=id").unwrap();
    assert_eq!(all.as_array().unwrap().len(), 50);
    for (step, length) in [("a", 1_900_000), ("b", 1_900_000), ("c", 5)] {
        let body = format!("{{\"body\": \"{}\"}}", step.repeat(length));
        let changed = tenant.send(&rest("PATCH", "/rest/page?id=eq.7", body)).unwrap();
        assert_eq!(changed.status, 204, "{step}: {}", changed.body);
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

/// What is written elsewhere of the API's codes and limits is what they are.
#[test]
fn clients_and_documents_know_the_codes_and_the_limits() {
    let client = codegen::sdk::typescript::typescript(&codegen::derive::derive(&schema::Schema::default()));
    for code in api::error::Code::ALL {
        let entry = format!("  {}: {},", code.as_str(), code.status());
        assert!(client.contains(&entry), "{entry}");
    }
    let (offline, served) = (openapi::Bounds::DEFAULT, api::plan::Limits::DEFAULT);
    assert_eq!(
        (offline.default_rows, offline.max_rows, offline.max_inserted),
        (served.default_rows, served.max_rows, served.max_inserted)
    );
}

/// The document of what every deployment has is the recorded one, and no client gets it twice.
#[test]
fn the_deployment_is_described() {
    use tests::case::CaseResponse;
    use tests::host::TestHost;

    let native = Native::new().unwrap();
    let send = |method: &str, path: &str, tag: Option<&str>| -> CaseResponse {
        let headers = tag.map(|tag| ("if-none-match".to_owned(), tag.to_owned()));
        native
            .send(&CaseRequest {
                method: method.to_owned(),
                path: path.to_owned(),
                headers: headers.into_iter().collect(),
                body: Vec::new(),
            })
            .unwrap()
    };
    for path in ["/openapi.json", "/schema/v1.json", "/schema/settings/v1.json"] {
        let got = send("GET", path, None);
        let header = |wanted: &str| got.headers.iter().find(|(name, _)| name == wanted);
        let (_, tag) = header("etag").unwrap();
        let (_, kept) = header("cache-control").unwrap();
        assert_eq!(
            (got.status, kept.as_str()),
            (200, "public, max-age=3600"),
            "{path}"
        );
        assert_eq!(send("HEAD", path, None).status, 200, "{path}");
        let again = send("GET", path, Some(tag));
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        if path == "/openapi.json" {
            let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("documents/openapi.json");
            tests::golden::check(&golden, &got.body).unwrap();
        }
    }
}
