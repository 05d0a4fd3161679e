//! Full-text search beyond what a case shows: keys that a later push adds, whole walks by cursors, names of any kind.

use proptest::prelude::*;
use serde_json::{Value, json};
use tests::host::{Tenant, TestHost, request, with_key};
use tests::native::Native;

fn ids(answer: &Value) -> Vec<i64> {
    let rows = answer.as_array().into_iter().flatten();
    rows.filter_map(|row| row["id"].as_i64()).collect()
}

#[test]
fn rows_from_before_the_key_are_found() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "later").unwrap();
    let push = |note: &str, small: &str| {
        let script = format!(
            "CREATE TABLE note (id INT PRIMARY KEY, title VARCHAR(50), body TEXT{note});
             CREATE TABLE small (lang CHAR(2), word VARCHAR(20), id INT, PRIMARY KEY (lang, word){small});"
        );
        let answer = tenant
            .send(&request("PUT", "/schema", "application/sql", script))
            .unwrap();
        serde_json::from_str::<Value>(&answer.body).unwrap()
    };
    push("", "");
    tenant
        .import("INSERT INTO note VALUES (1,'one fish','red'),(2,'two','blue fish'); INSERT INTO small VALUES ('en','fish',1),('de','Fisch',2)")
        .unwrap();
    let answer = push(", FULLTEXT KEY t (title)", ", FULLTEXT (word)");
    assert_eq!(
        answer["warnings"].to_string().matches("fulltext").count(),
        0,
        "{answer}"
    );
    assert_eq!(answer["created"]["indexes"], json!(["note.t", "small.word"]));
    assert_eq!(
        ids(&tenant.get("/rest/note?title=wfts.fish&select=id").unwrap()),
        [1]
    );
    assert_eq!(
        ids(&tenant.get("/rest/small?word=wfts.FISCH&select=id").unwrap()),
        [2]
    );
    push(
        ", FULLTEXT KEY t (title), FULLTEXT KEY b (body)",
        ", FULLTEXT (word)",
    );
    assert_eq!(
        ids(&tenant.get("/rest/note?body=wfts.fish&select=id").unwrap()),
        [2]
    );
    let searched = tenant
        .graphql("{ noteCollection(search: {query: \"blue fish\"}) { nodes { id } } }")
        .unwrap();
    assert_eq!(ids(&searched["noteCollection"]["nodes"]), [2]);
    // Without the key the rows stay, and nothing searches them.
    push("", "");
    assert!(tenant.get("/rest/note?title=wfts.fish").is_err());
    let all = tenant.get("/rest/note?select=id&order=id").unwrap();
    assert_eq!(ids(&all), [1, 2]);
}

#[test]
fn a_walk_by_cursors_meets_each_row_once() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "walk").unwrap();
    tenant
        .push(
            "application/sql",
            "CREATE TABLE t (id INT PRIMARY KEY, a TEXT, FULLTEXT (a))",
        )
        .unwrap();
    // Many rows share a rank, and each rank is a double of many digits.
    let rows: Vec<String> = (0..60)
        .map(|id| {
            format!(
                "({id},'{}fish {}')",
                "fish ".repeat(id % 3),
                "sea ".repeat(id % 5)
            )
        })
        .collect();
    tenant
        .import(&format!("INSERT INTO t VALUES {}", rows.join(",")))
        .unwrap();
    let page = |arguments: &str| {
        let document = format!(
            "{{ tCollection(search: {{query: \"fish\"}}, {arguments}) {{ nodes {{ id searchScore }} \
             pageInfo {{ startCursor endCursor hasNextPage hasPreviousPage }} }} }}"
        );
        tenant.graphql(&document).unwrap()["tCollection"].clone()
    };
    let whole = ids(&page("first: 100")["nodes"]);
    assert_eq!(whole.len(), 60);
    let mut forward = Vec::new();
    let mut answer = page("first: 7");
    loop {
        forward.extend(ids(&answer["nodes"]));
        if answer["pageInfo"]["hasNextPage"] == json!(false) {
            break;
        }
        answer = page(&format!("first: 7, after: {}", answer["pageInfo"]["endCursor"]));
    }
    assert_eq!(forward, whole);
    let mut backward = Vec::new();
    answer = page("last: 7");
    loop {
        backward.splice(0..0, ids(&answer["nodes"]));
        if answer["pageInfo"]["hasPreviousPage"] == json!(false) {
            break;
        }
        answer = page(&format!("last: 7, before: {}", answer["pageInfo"]["startCursor"]));
    }
    assert_eq!(backward, whole);
}

#[test]
fn any_name_is_searched_and_dropped() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "odd").unwrap();
    // Names that look like those of an index's own tables, and such as need quotes of every kind.
    let names = ["t", "t._data", "t.", "we'ird \"t\" %w", "ключ", "select"];
    let script: String = names
        .iter()
        .map(|name| {
            format!("CREATE TABLE `{name}` (`k'1` VARCHAR(9), `k\"2` INT, `a b` TEXT, `rank` TEXT, PRIMARY KEY (`k'1`, `k\"2`), FULLTEXT (`a b`, `rank`));\n\
                     INSERT INTO `{name}` VALUES ('a', 1, 'it''s a \"fish\"', 'none'), ('a', 2, 'bird', NULL);\n")
        })
        .collect();
    tenant.push("application/sql", &script).unwrap();
    tenant.import(&script).unwrap();
    let types = tenant.document("/schema.graphql").unwrap();
    assert_eq!(types.matches("SearchInput {").count(), names.len(), "{types}");
    for collection in types
        .lines()
        .filter_map(|line| {
            line.trim()
                .split_once("Collection(")
                .map(|(name, _)| name.to_owned())
        })
        .filter(|name| {
            !name.starts_with("insert") && !name.starts_with("update") && !name.starts_with("delete")
        })
    {
        let found = tenant
            .graphql(&format!(
                "mutation {{ update{0}Collection(set: {{k1: \"b\"}}, filter: {{k2: {{eq: 1}}}}) {{ affectedCount }} }}",
                raised(&collection)
            ))
            .unwrap();
        let changed = &found[format!("update{}Collection", raised(&collection))];
        assert_eq!(changed["affectedCount"], 1, "{found}");
        let found = tenant
            .graphql(&format!(
                "{{ {collection}Collection(search: {{query: \"fish\"}}) {{ nodes {{ k1 searchSnippet }} }} }}"
            ))
            .unwrap();
        assert_eq!(
            found[format!("{collection}Collection")]["nodes"],
            json!([{"k1": "b", "searchSnippet": "it's a \"<b>fish</b>\""}]),
            "{found}"
        );
    }
    let gone = with_key(
        request("DELETE", "/admin/tenants/odd", "application/sql", ""),
        native.admin_token(),
    );
    assert_eq!(native.send(&gone).unwrap().status, 204);
    let again = Tenant::create(&native, "odd").unwrap();
    assert_eq!(again.get("/schema").unwrap()["tables"], json!([]));
}

fn raised(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

/// One change to the rows of the table.
#[derive(Debug, Clone)]
enum Change {
    Insert(u8, &'static str),
    Update(u8, &'static str),
    Move(u8, u8),
    Delete(u8),
}

fn change() -> impl Strategy<Value = Change> {
    let word = prop::sample::select(vec!["fish", "bird", "fish bird", "", "Fish!"]);
    prop_oneof![
        (0_u8..6, word.clone()).prop_map(|(id, text)| Change::Insert(id, text)),
        (0_u8..6, word).prop_map(|(id, text)| Change::Update(id, text)),
        (0_u8..6, 0_u8..6).prop_map(|(from, to)| Change::Move(from, to)),
        (0_u8..6).prop_map(Change::Delete),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// After any changes, a search finds the rows that have the word, whether the rows have numbers of their own or not.
    #[test]
    fn the_index_stays_in_step(changes in prop::collection::vec(change(), 1..12)) {
        let native = Native::new().unwrap();
        let tenant = Tenant::create(&native, "step").unwrap();
        tenant.push(
            "application/sql",
            "CREATE TABLE a (id INT PRIMARY KEY, t VARCHAR(20), FULLTEXT (t)); \
             CREATE TABLE b (k VARCHAR(9) PRIMARY KEY, t VARCHAR(20), FULLTEXT (t))",
        ).unwrap();
        for change in &changes {
            for (table, key) in [("A", "id"), ("B", "k")] {
                let value = |id: &u8| if table == "A" { id.to_string() } else { format!("\"{id}\"") };
                let document = match change {
                    Change::Insert(id, text) => format!("insertInto{table}Collection(objects: [{{{key}: {}, t: \"{text}\"}}])", value(id)),
                    Change::Update(id, text) => format!("update{table}Collection(set: {{t: \"{text}\"}}, filter: {{{key}: {{eq: {}}}}})", value(id)),
                    Change::Move(from, to) => format!("update{table}Collection(set: {{{key}: {}}}, filter: {{{key}: {{eq: {}}}}})", value(to), value(from)),
                    Change::Delete(id) => format!("deleteFrom{table}Collection(filter: {{{key}: {{eq: {}}}}})", value(id)),
                };
                // Some break a key, and change nothing.
                let _ = tenant.graphql(&format!("mutation {{ {document} {{ affectedCount }} }}"));
            }
        }
        for (table, key) in [("a", "id"), ("b", "k")] {
            let found = tenant.get(&format!("/rest/{table}?t=wfts.fish&select={key}&order={key}")).unwrap();
            let meant = tenant.get(&format!("/rest/{table}?t=ilike.*fish*&select={key}&order={key}")).unwrap();
            prop_assert_eq!(found, meant);
        }
    }
}
