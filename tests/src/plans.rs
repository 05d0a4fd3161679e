//! That generated statements use the indexes that are declared: for each kind of filter, order and relation, how SQLite says
//! that it runs them.

mod asked;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use self::asked::{PAGES, REST, SCHEMA, SERVED, WRITES};
use crate::case::CaseRequest;
use crate::host::{Tenant, request};
use crate::native::Native;

/// Asks for each, and looks at SQLite's plans.
///
/// # Errors
/// An index that is declared is passed over.
pub fn indexes_are_used() -> Result<()> {
    let native = Native::new()?;
    let tenant = Tenant::create(&native, "plans")?;
    tenant.push("application/sql", SCHEMA)?;
    tenant.import(
        "INSERT INTO book (title, sku, price, sold) VALUES ('a', 'b', 2, 5), ('c', 'd', 2, 7);
         INSERT INTO edition (book_id, number) VALUES (1, 1), (1, 2), (2, 1);",
    )?;
    let mut passed_over = Vec::new();
    let mut look = |asked: &str, request: &CaseRequest, wanted: &[&str]| -> Result<()> {
        native.golden();
        let response = tenant.send(request)?;
        ensure!(
            response.status < 300 && !response.body.contains("\"errors\""),
            "{asked}: {response:?}"
        );
        let statements = native.explained(&tenant.name)?;
        let wrong = statements.iter().find_map(|(_, lines)| wrong(lines, asked));
        let statements: Vec<(String, Vec<String>)> = statements
            .into_iter()
            .map(|(sql, lines)| {
                let lines = lines.iter().map(|line| named(&sql, line)).collect();
                (sql, lines)
            })
            .collect();
        let lines = || statements.iter().flat_map(|(_, lines)| lines);
        let missing = wanted
            .iter()
            .find(|wanted| !lines().any(|line| line.contains(**wanted)));
        if missing.is_some() || wrong.is_some() {
            passed_over.push(format!(
                "{asked}\nmissing {missing:?}, wrong {wrong:?}\n{statements:#?}"
            ));
        }
        Ok(())
    };
    let graphql = |document: &str| {
        request(
            "POST",
            "/graphql",
            "application/json",
            json!({ "query": document }).to_string(),
        )
    };
    for (document, wanted) in SERVED.iter().chain(&WRITES) {
        look(document, &graphql(document), wanted)?;
    }
    for (asked, wanted) in PAGES {
        let (ahead, edge) = if asked.contains("last: ") {
            ("before", "startCursor")
        } else {
            ("after", "endCursor")
        };
        let page = |more: &str| format!("{{ page: {asked}{more}) {{ pageInfo {{ {edge} }} }} }}");
        let first = tenant.graphql(&page(""))?;
        let place = format!(", {ahead}: {}", first["page"]["pageInfo"][edge]);
        look(&format!("filter: {asked}"), &graphql(&page(&place)), wanted)?;
    }
    for (method, path, wanted) in REST {
        let body = if method == "PATCH" { "{\"pages\": 1}" } else { "" };
        look(path, &request(method, path, "application/json", body), wanted)?;
    }
    ensure!(passed_over.is_empty(), "{}", passed_over.join("\n\n"));
    Ok(())
}

/// A bound's rows are found by its index where they are few, and met in the order where they are many; both are the same rows, on
/// every page, in both directions.
///
/// # Errors
/// A page has other rows, or they are found in another way.
pub fn bounds_find_few_and_meet_many() -> Result<()> {
    const ROWS: i64 = 1_200;
    let native = Native::new()?;
    let tenant = Tenant::create(&native, "bounds")?;
    tenant.push(
        "application/sql",
        "CREATE TABLE t (id INT PRIMARY KEY, a INT NULL, b INT NOT NULL, KEY (a), KEY (b));",
    )?;
    let of = |id: i64| (id * 7919 % ROWS, id % 13);
    let rows = (1..=ROWS).map(|id| format!("({id},{},{})", of(id).0, of(id).1));
    let rows: Vec<String> = rows.chain([format!("({},NULL,0)", ROWS + 1)]).collect();
    tenant.import(&format!("INSERT INTO t VALUES {}", rows.join(",")))?;
    for (most, few) in [
        (0, true),
        (3, true),
        (499, true),
        (500, true),
        (501, false),
        (ROWS, false),
    ] {
        for (order, descending) in [
            ("", false),
            ("orderBy: [{b: AscNullsLast}],", false),
            ("orderBy: [{b: DescNullsLast}],", true),
        ] {
            let mut expected: Vec<i64> = (1..=ROWS).filter(|id| of(*id).0 < most).collect();
            if !order.is_empty() {
                expected.sort_by_key(|id| (of(*id).1, *id));
            }
            if descending {
                expected.reverse();
            }
            let mut found: Vec<i64> = Vec::new();
            let mut place = String::new();
            loop {
                let page = format!(
                    "{{ tCollection({order} first: 211, filter: {{a: {{lt: {most}}}}}{place}) {{ nodes {{ id }} pageInfo {{ endCursor hasNextPage }} }} }}"
                );
                native.golden();
                let answer = tenant.graphql(&page)?["tCollection"].clone();
                let statements = native.explained(&tenant.name)?;
                let by_index = |(sql, _): &(String, Vec<String>)| {
                    !sql.contains("(SELECT 1 ") && sql.contains("INDEXED BY")
                };
                let sorted = statements.iter().any(by_index);
                ensure!(sorted == few, "{page}\n{statements:#?}");
                let nodes = answer["nodes"].as_array().context("no nodes")?;
                found.extend(nodes.iter().filter_map(|node| node["id"].as_i64()));
                if answer["pageInfo"]["hasNextPage"] != json!(true) {
                    break;
                }
                place = format!(", after: {}", answer["pageInfo"]["endCursor"]);
            }
            ensure!(found == expected, "{most} {order}: {found:?}, not {expected:?}");
        }
    }
    Ok(())
}

/// A line of a plan with the table's own name for its alias.
fn named(sql: &str, line: &str) -> String {
    let mut words: Vec<&str> = line.split(' ').collect();
    if let Some(alias) = words.get(1).copied() {
        let table = sql
            .find(&format!("\" AS {alias}"))
            .filter(|at| !sql[at + 5 + alias.len()..].starts_with(|next: char| next.is_ascii_digit()))
            .and_then(|at| sql[..at].rsplit('"').next().map(str::to_owned));
        if let Some(table) = table {
            words[1] = &table;
            return words.join(" ");
        }
    }
    line.to_owned()
}

/// The line that says that an index was passed over: a table is read whole though the request says which rows, or an order
/// that an index has is made again.
fn wrong(lines: &[String], asked: &str) -> Option<String> {
    let filters = ["filter", ".eq.", "=eq.", "=gt.", "=lt.", "=not.", "ByPk"]
        .iter()
        .any(|word| asked.contains(word));
    // The rows of a subquery are read whole under its name.
    let mut subqueries: Vec<&str> = lines
        .iter()
        .filter_map(|line| {
            line.strip_prefix("CO-ROUTINE ")
                .or_else(|| line.strip_prefix("MATERIALIZE "))
        })
        .collect();
    let is_wrong = |line: &&String| {
        let scanned = line
            .strip_prefix("SCAN ")
            .filter(|name| !name.starts_with("json_each") && *name != "CONSTANT ROW");
        let of_subquery = scanned.and_then(|name| subqueries.iter().position(|subquery| *subquery == name));
        if let Some(at) = of_subquery {
            subqueries.remove(at);
            return false;
        }
        let sorts = line.contains("TEMP B-TREE FOR ORDER BY") && !filters;
        (scanned.is_some() && filters) || sorts || line.contains("AUTOMATIC")
    };
    lines.iter().find(is_wrong).cloned()
}
