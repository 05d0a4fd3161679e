//! Views: what pushes do to them, what is refused, pages over equal rows, and Sakila's seven as MariaDB answers them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tests::case::CaseRequest;
use tests::dumps::{self, Rows};
use tests::host::Tenant;
use tests::mariadb::MariaDb;
use tests::native::Native;
use tests::published;

const TABLES: &str = "CREATE TABLE item (id INT PRIMARY KEY, word VARCHAR(20) NULL, n INT NULL);\n";

fn put(tenant: &Tenant<'_, Native>, content_type: &str, declaration: &str) -> Value {
    let answer = tenant.send(&CaseRequest {
        method: "PUT".to_owned(),
        path: "/schema".to_owned(),
        headers: vec![("content-type".to_owned(), content_type.to_owned())],
        body: declaration.as_bytes().to_vec(),
    });
    let answer = answer.expect("an answer");
    assert!(matches!(answer.status, 200 | 201), "{}", answer.body);
    serde_json::from_str(&answer.body).expect("a report")
}

fn pushed(tenant: &Tenant<'_, Native>, views: &str) -> Value {
    put(tenant, "application/sql", &format!("{TABLES}{views}"))
}

fn refused(views: &str) -> String {
    let native = Native::new().expect("a tenant");
    let tenant = Tenant::create(&native, "refused").expect("a tenant");
    let error = tenant.push("application/sql", &format!("{TABLES}{views}"));
    error.expect_err(views).to_string()
}

#[test]
fn pushes_make_replace_and_drop_views() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "pushes").unwrap();
    let report = pushed(
        &tenant,
        "CREATE VIEW a AS SELECT id, n FROM item; CREATE VIEW b AS SELECT id FROM a WHERE n > 1;",
    );
    assert_eq!(report["views"]["created"], json!(["a", "b"]));
    tenant
        .import("INSERT INTO item VALUES (1, 'x', 1), (2, 'y', 2);")
        .unwrap();
    assert_eq!(tenant.get("/rest/b").unwrap(), json!([{"id": 2}]));
    let again = tenant.get("/schema").unwrap();
    let report = put(&tenant, "application/json", &again.to_string());
    assert_eq!(report.get("views"), None);
    let report = pushed(
        &tenant,
        "CREATE VIEW c AS SELECT COUNT(*) AS rows_ FROM b; CREATE VIEW b AS SELECT id, word FROM item WHERE n > 0;",
    );
    assert_eq!(
        report["views"],
        json!({"created": ["c"], "replaced": ["b"], "dropped": ["a"]})
    );
    assert_eq!(tenant.get("/rest/c").unwrap(), json!([{"rows": "2"}]));
    assert!(tenant.get("/rest/a").is_err());
    // A table may take the name of a view that goes.
    let report = pushed(&tenant, "CREATE TABLE b (id INT PRIMARY KEY);");
    assert_eq!(report["created"]["tables"], json!(["b"]));
    assert_eq!(report["views"]["dropped"], json!(["c", "b"]));
}

#[test]
fn a_change_that_breaks_a_view_names_it() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "breaks").unwrap();
    pushed(&tenant, "CREATE VIEW words AS SELECT word FROM item;");
    let error = tenant
        .push(
            "application/sql",
            "CREATE TABLE item (id INT PRIMARY KEY, n INT NULL); CREATE VIEW words AS SELECT word FROM item;",
        )
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("view words") && error.contains("'word'"),
        "{error}"
    );
    assert!(tenant.get("/rest/words").is_ok());
}

#[test]
fn what_is_not_translated_is_refused_with_its_place() {
    for (view, parts) in [
        (
            "CREATE VIEW v AS\nSELECT id,\n  SHA2(word, 256) AS h FROM item",
            &["line 4, column 3", "SHA2"][..],
        ),
        (
            "CREATE VIEW v AS\n SELECT id FROM item i\n JOIN nowhere ON 1 = 1",
            &["line 4, column 7", "'nowhere'"],
        ),
        (
            "CREATE VIEW v AS SELECT id FROM item WHERE missing = 1",
            &["line 2", "'missing'"],
        ),
        (
            "CREATE VIEW v AS SELECT id, n FROM item UNION SELECT id FROM item",
            &["UNION"],
        ),
        ("CREATE VIEW v AS SELECT id, n AS ID FROM item", &["'ID'"]),
        (
            "CREATE VIEW v (a) AS SELECT id, n FROM item",
            &["names 1 columns"],
        ),
        (
            "CREATE VIEW v AS SELECT * FROM w; CREATE VIEW w AS SELECT * FROM v",
            &["within itself"],
        ),
        ("CREATE VIEW v AS SELECT * FROM v", &["within itself"]),
        ("CREATE VIEW item AS SELECT 1 AS one", &["name of its own"]),
        (
            "CREATE VIEW v AS SELECT 1 AS a; CREATE VIEW v AS SELECT 2 AS a",
            &["OR REPLACE"],
        ),
        ("CREATE VIEW v AS SELECT", &["line 2, column 24"]),
        (
            "CREATE VIEW v AS SELECT id FROM item WHERE ROW_NUMBER() OVER (ORDER BY id) = 1",
            &["line 2"],
        ),
        (
            "CREATE VIEW v AS SELECT id FROM item WHERE COUNT(*) > 1",
            &["COUNT in WHERE"],
        ),
        (
            "CREATE VIEW v AS SELECT id FROM item JOIN item",
            &["several tables"],
        ),
        (
            "CREATE VIEW v AS SELECT n FROM item WITH CASCADED OPTION",
            &["line 2"],
        ),
    ] {
        let error = refused(view);
        assert!(error.contains("422"), "{view}: {error}");
        for part in parts {
            assert!(error.contains(part), "{view}: {error}");
        }
    }
}

#[test]
fn json_declares_views_and_says_where_they_fail() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "json").unwrap();
    let declared = |query: &str| {
        json!({
            "tables": [{"name": "item", "columns": [{"name": "id", "type": {"int": {"width": "big"}}}], "primaryKey": ["id"]}],
            "views": [{"name": "v", "columns": ["a"], "query": query}],
        })
        .to_string()
    };
    let error = tenant
        .push("application/json", &declared("SELECT x FROM item"))
        .unwrap_err()
        .to_string();
    assert!(error.contains("/views/0"), "{error}");
    tenant
        .push("application/json", &declared("SELECT id + 1 FROM item"))
        .unwrap();
    assert_eq!(tenant.get("/rest/v").unwrap(), json!([]));
}

/// Deep queries in deep expressions in chains of views: taken or refused, and never a trap.
#[test]
fn hostile_views_are_answered() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "hostile").unwrap();
    let deep = |depth: usize, links: usize| {
        let sum = "1+".repeat(links);
        let open = format!("SELECT {sum}(").repeat(depth);
        format!("{open}SELECT id FROM item LIMIT 1{}", ") AS a".repeat(depth))
    };
    for (depth, links) in [(7, 90), (12, 90), (30, 10), (39, 1), (200, 0), (1, 499)] {
        let query = deep(depth, links);
        let _ = tenant.push("application/sql", &format!("{TABLES}CREATE VIEW v AS {query};"));
    }
    let chain: String = (0..300)
        .rev()
        .map(|n| {
            format!(
                "CREATE VIEW v{n} AS SELECT id + {} AS id FROM v{};",
                "0+".repeat(80) + "1",
                n + 1
            )
        })
        .collect();
    let _ = tenant.push(
        "application/sql",
        &format!("{TABLES}{chain}CREATE VIEW v300 AS SELECT id FROM item;"),
    );
    let ring: String = (0..300)
        .map(|n| format!("CREATE VIEW v{n} AS SELECT id FROM v{};", (n + 1) % 300))
        .collect();
    let error = tenant
        .push("application/sql", &format!("{TABLES}{ring}"))
        .unwrap_err();
    assert!(error.to_string().contains("422"), "{error}");
    let wide = format!("SELECT 1 AS a{}", " UNION ALL SELECT 1".repeat(400));
    let joined = format!(
        "SELECT s0.id FROM item s0 {}",
        (1..70)
            .map(|n| format!("JOIN item s{n} ON 1 = 1 "))
            .collect::<String>()
    );
    for query in [wide, joined] {
        let error = tenant
            .push("application/sql", &format!("{TABLES}CREATE VIEW v AS {query};"))
            .unwrap_err();
        assert!(error.to_string().contains("422"), "{error}");
    }
}

/// Texts that expressions make compare as columns do, and rows of any type are told apart.
#[test]
fn columns_of_views_compare_as_those_of_tables() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "compare").unwrap();
    tenant
        .push(
            "application/sql",
            "CREATE TABLE odd (a VARCHAR(9) NULL, b VARCHAR(9) COLLATE utf8mb4_bin NULL, x DOUBLE NULL, raw BLOB NULL, j JSON NULL, \
             big BIGINT UNSIGNED NULL, w DECIMAL(40,10) NULL, t TIME NULL);
             CREATE VIEW made AS SELECT CONCAT(a, '!') AS folded, CONCAT(b, '!') AS exact, x * 2 AS x, raw, j, big, w, w AS v, \
             ADDDATE(DATE '2024-01-01', 1) AS d, t, a LIKE 'q%' AS q FROM odd;
             CREATE VIEW both_ AS SELECT folded AS word FROM made UNION ALL SELECT a FROM odd;",
        )
        .unwrap();
    tenant
        .import(
            "INSERT INTO odd VALUES ('Abc', 'Abc', 0.1, x'00ff', '{\"k\": [1, 2]}', 18446744073709551615, \
             123456789012345678901234567890.0123456789, '-838:59:59'), ('Abc', 'Abc', 0.1, x'00ff', '{\"k\": [1, 2]}', \
             18446744073709551615, 123456789012345678901234567890.0123456789, '-838:59:59'), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);",
        )
        .unwrap();
    for (filter, rows) in [
        ("folded=eq.abc!", 2),
        ("exact=eq.abc!", 0),
        ("exact=eq.Abc!", 2),
        ("folded=in.(ABC!,q)", 2),
        ("x=gte.0.2", 2),
        ("big=eq.18446744073709551615", 2),
        ("big=gt.18446744073709551614", 2),
        ("w=eq.123456789012345678901234567890.0123456789", 2),
        ("t=lt.-838:59:58", 2),
        ("d=eq.2024-01-02", 3),
        ("q=eq.0", 2),
        ("a=is.null", 0),
        ("folded=is.null", 1),
    ] {
        let answer = tenant.get(&format!("/rest/made?{filter}"));
        if filter.starts_with("a=") {
            assert!(answer.is_err(), "{filter}");
        } else {
            assert_eq!(answer.unwrap().as_array().unwrap().len(), rows, "{filter}");
        }
    }
    assert_eq!(
        tenant
            .get("/rest/both_?word=eq.ABC")
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        2
    );
    let page = tenant
        .graphql("{ madeCollection(first: 1, orderBy: [{x: DescNullsLast}, {big: AscNullsFirst}]) { pageInfo { endCursor } nodes { x } } }")
        .unwrap();
    let document = format!(
        "{{ madeCollection(first: 2, orderBy: [{{x: DescNullsLast}}, {{big: AscNullsFirst}}], after: {}) {{ nodes {{ x big raw }} }} }}",
        page["madeCollection"]["pageInfo"]["endCursor"]
    );
    let rest = tenant.graphql(&document).unwrap();
    assert_eq!(
        rest["madeCollection"]["nodes"].as_array().unwrap().len(),
        2,
        "{rest}"
    );
}

/// Pages of two walk through equal rows and NULLs, forwards and backwards, and meet every row once.
#[test]
fn pages_over_rows_without_a_key_are_exact() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "pages").unwrap();
    pushed(&tenant, "CREATE VIEW v AS SELECT word, n FROM item;");
    tenant
        .import(
            "INSERT INTO item VALUES (1, 'a', 1), (2, 'a', 1), (3, 'A', 1), (4, NULL, 1), (5, NULL, 1), (6, 'a', NULL), \
             (7, NULL, NULL), (8, NULL, NULL), (9, 'b', 2), (10, 'a', 1);",
        )
        .unwrap();
    for order in [
        "",
        "orderBy: [{word: AscNullsLast}]",
        "orderBy: [{n: DescNullsFirst}, {word: AscNullsFirst}]",
    ] {
        let all = tenant
            .graphql(
                &format!("{{ vCollection({order} first: 100) {{ nodes {{ word n }} }} }}").replace("( ", "("),
            )
            .unwrap();
        let all = all["vCollection"]["nodes"].as_array().unwrap().clone();
        assert_eq!(all.len(), 10);
        for (page, from, next, has) in [
            ("first: 2", "after", "endCursor", "hasNextPage"),
            ("last: 2", "before", "startCursor", "hasPreviousPage"),
        ] {
            let mut walked: Vec<Value> = Vec::new();
            let mut place = String::new();
            loop {
                let document = format!(
                    "{{ vCollection({order} {page} {place}) {{ nodes {{ word n }} pageInfo {{ {next} {has} }} }} }}"
                );
                let answer = tenant.graphql(&document).unwrap();
                let answer = &answer["vCollection"];
                let nodes = answer["nodes"].as_array().unwrap().clone();
                if page.starts_with('f') {
                    walked.extend(nodes);
                } else {
                    walked.splice(0..0, nodes);
                }
                if answer["pageInfo"][has] == false {
                    break;
                }
                place = format!("{from}: {}", answer["pageInfo"][next]);
            }
            assert_eq!(walked, all, "{order} {page}");
        }
    }
}

#[test]
fn sakilas_views_answer_what_mariadb_answers() {
    let Some((schema, data)) = sakila() else {
        println!("left out: the published scripts are not beside this checkout");
        return;
    };
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "sakila").unwrap();
    tenant.push("application/sql", &schema).unwrap();
    tenant.import(&data).unwrap();
    let declared = serde_json::from_value(tenant.get("/schema").unwrap()).unwrap();
    let rows = dumps::rows(&tenant, &declared).unwrap();
    assert_eq!(digests(&declared, &rows), fs::read_to_string(golden()).unwrap());
}

#[test]
#[ignore = "needs MariaDB: MARIADB_SOCKET"]
fn record() {
    let server = MariaDb::from_environment().expect("MARIADB_SOCKET");
    let (schema, data) = sakila().expect("the published scripts");
    server.load(format!("{schema}\n{data}").as_bytes()).unwrap();
    let declared = schema::read::sql::read(&schema).unwrap().schema;
    let rows = server.rows().unwrap();
    fs::write(golden(), digests(&declared, &rows)).unwrap();
}

fn sakila() -> Option<(String, String)> {
    let all = published::all(&published::folder()?);
    let found = all.into_iter().find(|database| database.name == "sakila")?;
    Some((found.schema, found.data))
}

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sakila-views.golden")
}

/// The number of each view's rows, and a digest of them. Lists of actors have no order that is asked for.
fn digests(schema: &schema::Schema, rows: &Rows) -> String {
    let by_name: BTreeMap<&str, &Vec<Vec<Value>>> =
        rows.iter().map(|(name, rows)| (name.as_str(), rows)).collect();
    let mut text = String::new();
    for view in &schema.views {
        let name = view.name.as_str();
        let mut rows = by_name.get(name).map(|rows| (*rows).clone()).unwrap_or_default();
        if name.ends_with("film_list") {
            for value in rows.iter_mut().flatten() {
                if let Some(text) = value.as_str() {
                    let mut parts: Vec<&str> = text.split(", ").collect();
                    parts.sort_unstable();
                    *value = parts.join(", ").into();
                }
            }
        }
        let lines = dumps::one_form(schema, name, &rows).expect("a view");
        // FNV-1a
        let digest = lines
            .iter()
            .flat_map(|line| line.bytes())
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name} {} {digest:016x}", lines.len());
    }
    text
}
