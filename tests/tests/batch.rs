//! Batches: values of every type by reference, limits, and what a failure leaves.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tests::case::{CaseRequest, CaseResponse};
use tests::host::{Tenant, TestHost, request, with_key};
use tests::native::Native;

const SCHEMA: &str = "CREATE TABLE every (
    id INT AUTO_INCREMENT PRIMARY KEY,
    t TINYINT, i INT, iu INT UNSIGNED, b BIGINT, bu BIGINT UNSIGNED,
    d DECIMAL(10,3), dw DECIMAL(65,30), f FLOAT, g DOUBLE, bit1 BIT(1), bit9 BIT(9), bit64 BIT(64), ok BOOL,
    c CHAR(5), v VARCHAR(40) COLLATE utf8mb4_bin, txt TEXT, bin BINARY(4), vb VARBINARY(10), bl BLOB,
    da DATE, ti TIME, ti6 TIME(6), dt DATETIME, dt3 DATETIME(3), ts TIMESTAMP NULL, ts6 TIMESTAMP(6) NULL, y YEAR,
    en ENUM('small','$0.en'), st SET('x','y','z'), js JSON, ge GEOMETRY
);
CREATE TABLE link (id INT AUTO_INCREMENT PRIMARY KEY, text_of VARCHAR(40) NULL, whole BIGINT NULL, every_id INT NULL,
    FOREIGN KEY (every_id) REFERENCES every (id));";

fn shop(host: &Native) -> Tenant<'_, Native> {
    let tenant = Tenant::create(host, "shop").unwrap();
    tenant.push("application/sql", SCHEMA).unwrap();
    tenant
}

fn send(tenant: &Tenant<'_, Native>, operations: &Value) -> (u16, Value) {
    let CaseResponse { status, body, .. } = tenant
        .send(&request(
            "POST",
            "/batch",
            "application/json",
            operations.to_string(),
        ))
        .unwrap();
    (status, serde_json::from_str(&body).unwrap())
}

/// Rows with extremes of every type.
fn rows() -> Vec<Value> {
    vec![
        json!({}),
        json!({
            "t": -128, "i": -2_147_483_648_i64, "iu": 4_294_967_295_u64, "b": "-9223372036854775808",
            "bu": "18446744073709551615", "d": "-1234567.891",
            "dw": "-12345678901234567890123456789012345.123456789012345678901234567890", "f": 0.1, "g": 1e-320, "bit1": true,
            "bit9": 511, "bit64": "18446744073709551615", "ok": false, "c": "a b", "v": "$$0.v \u{0}\u{1}\"\\{\"$\":",
            "txt": "$$", "bin": "AAECAw==", "vb": "/w==", "bl": "", "da": "9999-12-31", "ti": "-838:59:59",
            "ti6": "01:02:03.000004", "dt": "1000-01-01T00:00:00", "dt3": "2024-02-29T12:30:00.125",
            "ts": "2024-02-29T12:30:00Z", "ts6": "2024-02-29T12:30:00.000001Z", "y": 2155, "en": "$$0.en",
            "st": ["x", "z"], "js": {"a": [1.10, 12_345_678_901_234_567_890_u64, null, "$$1"], "$": 0},
            "ge": {"type": "Point", "coordinates": [1.5, -2.25]}
        }),
        json!({"js": [], "st": [], "v": "", "b": "0", "g": -1.797_693_134_862_315_7e308, "js2": null}),
    ]
}

#[test]
fn a_row_copied_by_references_is_the_same() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    for mut row in rows() {
        row.as_object_mut().unwrap().remove("js2");
        let names: Vec<String> = {
            let (_, found) = send(
                &tenant,
                &json!([{"method": "POST", "path": "/every", "body": [{}],
                         "headers": {"Prefer": "return=representation"}}]),
            );
            let first = found[0]["body"][0].as_object().unwrap();
            first.keys().filter(|name| *name != "id").cloned().collect()
        };
        let copied = |operation: usize| -> Value {
            let members = names
                .iter()
                .map(|name| (name.clone(), json!(format!("${operation}.{name}"))));
            Value::Object(members.collect())
        };
        let (status, answers) = send(
            &tenant,
            &json!([
                {"method": "POST", "path": "/every", "body": [row]},
                {"method": "POST", "path": "/every", "body": copied(0)},
                {"method": "POST", "path": "/every", "body": [{}]},
                {"method": "PATCH", "path": "/every/$2.id", "body": copied(1)},
                {"method": "POST", "path": "/link", "body": {"every": copied(0)}},
                {"method": "GET", "path": "/link?id=eq.$4.id&select=every(*)"},
                {"method": "GET", "path": "/every?id=in.($0.id,$1.id,$2.id)&order=id"}
            ]),
        );
        assert_eq!(status, 200, "{answers}");
        let mut all: Vec<Value> = answers[6]["body"].as_array().unwrap().clone();
        all.push(answers[5]["body"][0]["every"].clone());
        let shown: Vec<String> = all
            .into_iter()
            .map(|mut row| {
                row.as_object_mut().unwrap().remove("id");
                row.to_string()
            })
            .collect();
        assert_eq!(shown.len(), 4);
        assert!(shown.iter().all(|row| *row == shown[0]), "{shown:#?}");
    }
}

#[test]
fn rows_are_found_by_the_values_of_earlier_ones() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    for row in &rows()[1..2] {
        let (status, answers) = send(
            &tenant,
            &json!([{"method": "POST", "path": "/every", "body": row,
            "headers": {"Prefer": "return=representation"}}]),
        );
        assert_eq!(status, 200, "{answers}");
        for name in row.as_object().unwrap().keys() {
            if ["js", "ge", "bl", "f", "g"].contains(&name.as_str()) {
                continue;
            }
            // `SET` is compared by its members in a list.
            let (status, found) = send(
                &tenant,
                &json!([
                    {"method": "GET", "path": "/every?order=id&limit=1"},
                    {"method": "GET", "path": format!("/every?{name}=eq.$0.{name}&select=id")},
                    {"method": "GET", "path": format!("/every?{name}.in=$0.{name}&select=id")}
                ]),
            );
            if name == "st" {
                assert_eq!(status, 200, "{name}: {found}");
                continue;
            }
            assert_eq!(
                (status, &found[1]["body"]),
                (200, &json!([{"id": 1}])),
                "{name}: {found}"
            );
            assert_eq!(found[2]["body"], json!([{"id": 1}]), "{name}: {found}");
        }
    }
}

#[test]
fn numbers_and_texts_stand_for_each_other_as_in_a_url() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    let (status, answers) = send(
        &tenant,
        &json!([
            {"method": "POST", "path": "/every", "body": {"b": "9007199254740993", "i": 7, "ok": true}},
            {"method": "POST", "path": "/link", "body": {"textOf": "$0.i", "whole": "$0.b", "everyId": "$0.id"}},
            {"method": "PATCH", "path": "/every/$1.everyId", "body": {"i": "$1.textOf"}},
            {"method": "GET", "path": "/link/$1.id"}
        ]),
    );
    assert_eq!(status, 200, "{answers}");
    assert_eq!(
        answers[3]["body"],
        json!({"id": 1, "textOf": "7", "whole": "9007199254740993", "everyId": 1})
    );
}

#[test]
fn a_batch_beyond_its_limit_is_refused_in_milliseconds() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    let operation = json!({"method": "POST", "path": "/link", "body": {"whole": 1}});
    let many = Value::from(vec![operation.clone(); 1_000]);
    let start = Instant::now();
    let (status, problem) = send(&tenant, &many);
    assert!(
        start.elapsed() < Duration::from_millis(200),
        "{:?}",
        start.elapsed()
    );
    assert_eq!((status, &problem["code"]), (422, &json!("limit_exceeded")));
    assert_eq!(
        (&problem["counted"], &problem["allowed"]),
        (&json!(1_000), &json!(100))
    );
    let (status, answers) = send(&tenant, &Value::from(vec![operation; 100]));
    assert_eq!((status, answers.as_array().map(Vec::len)), (200, Some(100)));
    let brackets = "[".repeat(10_000_000);
    let start = Instant::now();
    let refused = tenant
        .send(&CaseRequest {
            method: "POST".to_owned(),
            path: "/batch".to_owned(),
            headers: Vec::new(),
            body: brackets.into_bytes(),
        })
        .unwrap();
    assert_eq!(refused.status, 400, "{}", refused.body);
    assert!(
        start.elapsed() < Duration::from_millis(500),
        "{:?}",
        start.elapsed()
    );
}

#[test]
fn rows_that_operations_could_touch_are_counted_together() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    let patch = request(
        "PATCH",
        "/settings",
        "application/json",
        "{\"limits\": {\"complexity\": 50}}",
    );
    let patch = with_key(patch, host.admin_token());
    assert_eq!(tenant.send(&patch).unwrap().status, 200);
    let read = json!({"method": "GET", "path": "/link?limit=25"});
    assert_eq!(send(&tenant, &json!([read, read])).0, 200);
    let (status, problem) = send(&tenant, &json!([read, read, read]));
    assert_eq!((status, &problem["operation"]), (422, &json!(2)), "{problem}");
    assert_eq!(
        (&problem["counted"], &problem["allowed"]),
        (&json!(75), &json!(50))
    );
}

#[test]
fn a_failure_undoes_all() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    let insert = json!({"method": "POST", "path": "/link", "body": {"whole": 1}});
    for last in [
        json!({"method": "POST", "path": "/link", "body": {"everyId": 5}}),
        json!({"method": "GET", "path": "/link/77"}),
        json!({"method": "GET", "path": "/link?id=gt.0&limit=5", "headers": {"Accept": "application/vnd.pgrst.object+json"}}),
        json!({"method": "DELETE", "path": "/link/77"}),
        json!({"method": "POST", "path": "/link", "body": {"whole": "$0.textOf", "textOf": "$1.nothing"}}),
        json!({"method": "POST", "path": "/link", "body": [{"every": {"t": "$0.id"}}, {"everyId": 99}]}),
    ] {
        let (status, problem) = send(&tenant, &json!([insert, insert, last]));
        assert!(status >= 400, "{problem}");
        assert_eq!(problem["operation"], 2, "{problem}");
        assert_eq!(tenant.get("/rest/link").unwrap(), json!([]), "{last}");
    }
}

/// Ten thousand rows in one request: added, then half of them changed and half added. Prints how long each took.
#[test]
fn ten_thousand_rows_are_upserted_at_once() {
    let host = Native::new().unwrap();
    let tenant = shop(&host);
    let rows = |from: u32| -> Value {
        (from..from + 10_000)
            .map(|id| json!({"id": id, "whole": id.to_string(), "textOf": format!("row {from}")}))
            .collect()
    };
    for (from, changed) in [(1, 0), (5_001, 5_000)] {
        let start = Instant::now();
        let (status, answers) = send(
            &tenant,
            &json!([
                {"method": "POST", "path": "/link?on_conflict=id", "body": rows(from),
                 "headers": {"Prefer": "resolution=merge-duplicates, count=exact"}},
                {"method": "GET", "path": "/link?id=gte.$0[9999].id&select=id,whole", "headers": {"Prefer": "count=exact"}}
            ]),
        );
        assert_eq!(status, 200, "{answers}");
        println!(
            "10,000 rows, {changed} of them there before: {:?}",
            start.elapsed()
        );
        assert_eq!(answers[0]["headers"]["content-range"], "*/10000");
        let last = from + 9_999;
        assert_eq!(
            answers[1]["body"],
            json!([{"id": last, "whole": last.to_string()}])
        );
    }
    let kept = tenant.get(
        "/rest/link?textOf=eq.row 1&select=count()"
            .replace(' ', "%20")
            .as_str(),
    );
    assert_eq!(kept.unwrap(), json!([{"count": 5_000}]));
}
