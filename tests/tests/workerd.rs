//! The built Worker on workerd, over HTTP: the same cases as natively, published databases, and what only a real host can show.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use runtime::Connection;
use tests::case::{self, CaseRequest};
use tests::host::{Tenant, TestHost};
use tests::workerd::OnWorkerd;
use tests::{again, bulk, documents, lines, published, run, settings, usage};

#[test]
fn every_case_answers_as_recorded() {
    let host = OnWorkerd::start("cases").unwrap();
    let cases = case::read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")).unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        match run::case(&host, case, &case.name, Vec::new) {
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
    let host = OnWorkerd::start("published").unwrap();
    for database in published::all(&folder) {
        run::published(&host, &database).unwrap_or_else(|error| panic!("{}: {error:#}", database.name));
    }
}

#[test]
fn ten_thousand_rows_in_one_request() {
    bulk::rows_in_one_request(&OnWorkerd::start("bulk").unwrap()).unwrap();
}

#[test]
fn many_rows_a_line() {
    lines::many_rows(&OnWorkerd::start("lines").unwrap()).unwrap();
}

#[test]
fn documents_are_found_by_name() {
    documents::are_found_by_name(&OnWorkerd::start("documents").unwrap()).unwrap();
}

#[test]
fn requests_that_come_again_see_every_change() {
    again::sees_every_change(&OnWorkerd::start("again").unwrap()).unwrap();
}

#[test]
fn rows_read_by_key_one_after_the_other_are_each_their_own() {
    again::reads_every_row(&OnWorkerd::start("rows_again").unwrap()).unwrap();
}

#[test]
fn rows_of_one_form_are_each_kept_as_they_were_sent() {
    again::adds_every_row(&OnWorkerd::start("forms").unwrap()).unwrap();
}

#[test]
fn writes_of_one_form_are_each_done_or_refused() {
    again::changes_every_row(&OnWorkerd::start("items").unwrap()).unwrap();
}

#[test]
fn usage_counts_what_was_asked() {
    usage::counts_what_was_asked(&OnWorkerd::start("usage").unwrap()).unwrap();
}

#[test]
fn settings_are_the_admins_and_hold_at_once() {
    settings::changed_by_the_admin(&OnWorkerd::start("settings").unwrap()).unwrap();
}

/// A sample of what runs natively in thousands.
#[test]
fn a_push_tells_what_it_read_and_wrote() {
    const TABLE: &str = "CREATE TABLE t (id INT PRIMARY KEY, a INT NOT NULL)";
    let host = OnWorkerd::start("pushes").unwrap();
    let tenant = Tenant::create(&host, "pushes").unwrap();
    tenant.push("application/sql", TABLE).unwrap();
    let rows: Vec<String> = (1..=300).map(|id| format!("({id},{id})")).collect();
    tenant
        .import(&format!("INSERT INTO t VALUES {}", rows.join(",")))
        .unwrap();
    let indexed = TABLE.replace("a INT NOT NULL", "a INT NOT NULL, KEY (a)");
    let answer = tenant
        .send(&tests::host::request(
            "PUT",
            "/schema",
            "application/sql",
            indexed,
        ))
        .unwrap();
    for told in ["workersql-rows-read", "workersql-rows-written"] {
        let (_, rows) = answer.headers.iter().find(|(name, _)| name == told).unwrap();
        assert!(
            (300..700).contains(&rows.parse::<u32>().unwrap()),
            "{told}: {rows}"
        );
    }
}

#[test]
fn any_query_answers_as_a_naive_evaluator_does() {
    let host = OnWorkerd::start("model").unwrap();
    for seed in 1_000_001..1_000_021 {
        tests::model::run(&host, seed, 20).unwrap_or_else(|error| panic!("{error:#}"));
    }
}

/// The audits that graphql-http's authors publish for servers, run as they are by Node.
#[test]
fn graphql_over_http_is_served_to_the_letter() {
    let host = OnWorkerd::start("audits").unwrap();
    let tenant = Tenant::create(&host, "audits").unwrap();
    tenant.push("application/sql", COUNTER).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphql-http.mjs");
    let audits = std::process::Command::new("node")
        .arg(script)
        .arg(format!(
            "http://127.0.0.1:{}/t/{}/graphql",
            host.port(),
            tenant.name
        ))
        .arg(&tenant.key)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&audits.stderr);
    assert!(audits.status.success(), "{said}");
    println!("{}", String::from_utf8_lossy(&audits.stdout));
}

const COUNTER: &str = "CREATE TABLE entry (id INT PRIMARY KEY, note VARCHAR(20));";

#[test]
fn data_survives_a_restart_and_a_deleted_tenant_does_not() {
    let mut host = OnWorkerd::start("restart").unwrap();
    let (name, key) = {
        let tenant = Tenant::create(&host, "kept").unwrap();
        tenant.push("application/sql", COUNTER).unwrap();
        tenant.import("INSERT INTO entry VALUES (1, 'a');").unwrap();
        (tenant.name.clone(), tenant.key.clone())
    };
    host.kill_and_restart().unwrap();
    let answer = host
        .send(&request("GET", &format!("/t/{name}/rest/entry"), &key, ""))
        .unwrap();
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (200, "[{\"id\":1,\"note\":\"a\"}]")
    );
    let path = format!("/admin/tenants/{name}");
    assert_eq!(
        host.send(&request("DELETE", &path, host.admin_token(), ""))
            .unwrap()
            .status,
        204
    );
    assert_eq!(
        host.send(&request("GET", &path, host.admin_token(), ""))
            .unwrap()
            .status,
        404
    );
    let gone = host
        .send(&request("GET", &format!("/t/{name}/rest/entry"), &key, ""))
        .unwrap();
    assert_eq!(gone.status, 401);
    let again = Tenant::create(&host, &name).unwrap();
    assert_eq!(again.get("/schema").unwrap(), serde_json::json!({ "tables": [] }));
}

/// Connections that ask for more than a shard can do.
const CROWD: usize = 320;

#[test]
fn more_than_a_shard_can_do_is_refused_and_the_rest_answered() {
    let host = OnWorkerd::start("crowd").unwrap();
    let tenant = Tenant::create(&host, "crowd").unwrap();
    tenant.push("application/sql", CROSSED).unwrap();
    let rows: Vec<String> = (1..=200).map(|id| format!("({id}, 'n')")).collect();
    tenant
        .import(&format!("INSERT INTO entry VALUES {};", rows.join(", ")))
        .unwrap();
    let other = Tenant::create(&host, "calm").unwrap();
    other.push("application/sql", COUNTER).unwrap();
    let (port, key, refused) = (host.port(), tenant.key.as_str(), &AtomicBool::new(false));
    let served: usize = std::thread::scope(|scope| {
        let crowd: Vec<_> = (0..CROWD)
            .map(|_| scope.spawn(move || ask_until_refused(refused, port, key)))
            .collect();
        while !refused.load(Ordering::Relaxed) {
            assert_eq!(other.get("/rest/entry").unwrap(), serde_json::json!([]));
        }
        crowd.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert!(served > 0, "nobody was served");
    assert_eq!(
        tenant.get("/rest/pair?select=count()").unwrap(),
        serde_json::json!([{ "count": 40_000 }])
    );
}

/// A view whose count takes a shard milliseconds.
const CROSSED: &str = "CREATE TABLE entry (id INT PRIMARY KEY, note VARCHAR(20));
CREATE VIEW pair AS SELECT a.id AS one, b.id AS other FROM entry a CROSS JOIN entry b;";

/// Asks until anybody was refused, which is always said in full. Answers how often it was served.
fn ask_until_refused(refused: &AtomicBool, port: u16, key: &str) -> usize {
    let mut connection = Connection::open(port).unwrap();
    let bearer = format!("Bearer {key}");
    let headers = [("authorization", bearer.as_str())];
    let patience = std::time::Instant::now() + Duration::from_mins(1);
    let mut served = 0;
    while !refused.load(Ordering::Relaxed) {
        assert!(std::time::Instant::now() < patience, "nobody is refused");
        let answer = connection
            .send("GET", "/t/crowd/rest/pair?select=count()", &headers, b"")
            .unwrap();
        if answer.status == 200 {
            served += 1;
            continue;
        }
        assert_eq!(answer.status, 503, "{}", answer.text());
        assert_eq!(answer.header("retry-after"), Some("1"));
        assert!(
            answer.text().contains("\"code\":\"unavailable\""),
            "{}",
            answer.text()
        );
        refused.store(true, Ordering::Relaxed);
    }
    served
}

/// Rows that refer to others.
const REFERRING: &str = "CREATE TABLE entry (id INT PRIMARY KEY, note VARCHAR(20));
CREATE TABLE line (id INT PRIMARY KEY, entry_id INT NOT NULL,
  CONSTRAINT line_entry FOREIGN KEY (entry_id) REFERENCES entry (id));";

/// Rows that each of the connections writes.
const LINES: u64 = 60;

#[test]
fn writes_that_are_committed_together_hold_or_fail_each_for_itself() {
    let host = OnWorkerd::start("together").unwrap();
    let tenant = Tenant::create(&host, "together").unwrap();
    tenant.push("application/sql", REFERRING).unwrap();
    tenant.import("INSERT INTO entry VALUES (1, 'n');").unwrap();
    let (port, key) = (host.port(), tenant.key.as_str());
    let versions: Vec<u64> = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| scope.spawn(move || write_lines(port, key, writer * LINES)))
            .collect();
        writers
            .into_iter()
            .flat_map(|writer| writer.join().unwrap())
            .collect()
    });
    let distinct: std::collections::BTreeSet<u64> = versions.iter().copied().collect();
    assert_eq!(distinct.len(), versions.len(), "two transactions had one version");
    assert_eq!(
        tenant.get("/rest/line?select=entryId,count()").unwrap(),
        serde_json::json!([{ "entryId": 1, "count": WRITERS * LINES }])
    );
}

/// Adds rows one by one, and behind each what has to be refused: a row that refers to nothing, and the same row again. Answers the
/// versions that were told.
fn write_lines(port: u16, key: &str, from: u64) -> Vec<u64> {
    let mut connection = Connection::open(port).unwrap();
    let bearer = format!("Bearer {key}");
    let headers = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let mut add = |id: u64, entry: u64| {
        let body = serde_json::json!({ "id": id, "entryId": entry }).to_string();
        connection
            .send("POST", "/t/together/rest/line", &headers, body.as_bytes())
            .unwrap()
    };
    let mut versions = Vec::new();
    for id in from..from + LINES {
        let added = add(id, 1);
        assert_eq!(added.status, 201, "{}", added.text());
        versions.push(added.header("workersql-version").unwrap().parse().unwrap());
        for (entry, code) in [(2, "foreign_key_violation"), (1, "unique_violation")] {
            let id = if entry == 2 { id + WRITERS * LINES } else { id };
            let refused = add(id, entry);
            assert_eq!(refused.status, 409, "{}", refused.text());
            assert!(refused.text().contains(code), "{}", refused.text());
        }
    }
    versions
}

/// How often the process is killed while rows are written.
const KILLS: u32 = 20;

/// Connections that write at once: enough that their writes are committed together.
const WRITERS: u64 = 16;

#[test]
fn a_killed_process_loses_no_acknowledged_row() {
    let mut host = OnWorkerd::start("kill").unwrap();
    let key = {
        let tenant = Tenant::create(&host, "crash").unwrap();
        tenant.push("application/sql", COUNTER).unwrap();
        tenant.key.clone()
    };
    let next = AtomicU64::new(1);
    let mut acknowledged: Vec<u64> = Vec::new();
    for round in 0..KILLS {
        let stop = AtomicBool::new(false);
        let acknowledgements = AtomicU64::new(0);
        let port = host.port();
        let written = std::thread::scope(|scope| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|_| scope.spawn(|| write_until(&stop, port, &key, &next, &acknowledgements)))
                .collect();
            await_acknowledgements(&acknowledgements);
            std::thread::sleep(Duration::from_millis(u64::from(round % 5) * 37));
            host.kill().unwrap();
            stop.store(true, Ordering::Relaxed);
            writers
                .into_iter()
                .flat_map(|writer| writer.join().unwrap())
                .collect::<Vec<u64>>()
        });
        acknowledged.extend(written);
        host.kill_and_restart().unwrap();
        let found = found(&host, &key, &acknowledged);
        assert_eq!(found, acknowledged.len(), "rows were lost by kill {round}");
    }
}

/// Waits until every writer had time for a few rows, so that each kill comes in the middle of writes however slow the machine is.
fn await_acknowledgements(acknowledgements: &AtomicU64) {
    let patience = std::time::Instant::now() + Duration::from_mins(1);
    while acknowledgements.load(Ordering::Relaxed) < WRITERS * 4 {
        assert!(
            std::time::Instant::now() < patience,
            "writes are not acknowledged"
        );
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Inserts rows until the connection breaks. Answers those that were acknowledged.
fn write_until(
    stop: &AtomicBool,
    port: u16,
    key: &str,
    next: &AtomicU64,
    acknowledgements: &AtomicU64,
) -> Vec<u64> {
    let mut acknowledged = Vec::new();
    let Ok(mut connection) = Connection::open(port) else {
        return acknowledged;
    };
    let bearer = format!("Bearer {key}");
    while !stop.load(Ordering::Relaxed) {
        let id = next.fetch_add(1, Ordering::Relaxed);
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/json"),
        ];
        let body = format!("{{\"id\":{id},\"note\":\"n\"}}");
        match connection.send("POST", "/t/crash/rest/entry", &headers, body.as_bytes()) {
            Ok(answer) if answer.status == 201 => {
                acknowledged.push(id);
                acknowledgements.fetch_add(1, Ordering::Relaxed);
            }
            Ok(answer) => panic!("{}: {}", answer.status, answer.text()),
            Err(_) => break,
        }
    }
    acknowledged
}

/// How many of those rows are there.
fn found(host: &OnWorkerd, key: &str, ids: &[u64]) -> usize {
    ids.chunks(500)
        .map(|chunk| {
            let list: Vec<String> = chunk.iter().map(u64::to_string).collect();
            let query = "query ($ids: [Int!]) { entryCollection(filter: {id: {in: $ids}}) { totalCount } }";
            let body = format!(
                "{{\"query\":\"{query}\",\"variables\":{{\"ids\":[{}]}}}}",
                list.join(",")
            );
            let answer = host
                .send(&request("POST", "/t/crash/graphql", key, &body))
                .unwrap();
            let answer: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
            usize::try_from(answer["data"]["entryCollection"]["totalCount"].as_u64().unwrap()).unwrap()
        })
        .sum()
}

fn request(method: &str, path: &str, key: &str, body: &str) -> CaseRequest {
    CaseRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: vec![
            ("authorization".to_owned(), format!("Bearer {key}")),
            ("content-type".to_owned(), "application/json".to_owned()),
        ],
        body: body.as_bytes().to_vec(),
    }
}
