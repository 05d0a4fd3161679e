//! Aggregates and groups of random rows, in both protocols, against sums of big integers in memory.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use tests::host::Tenant;
use tests::native::Native;

const SCHEMA: &str = "CREATE TABLE parent (id INT PRIMARY KEY);
CREATE TABLE item (
  id INT PRIMARY KEY, parent_id INT NULL, word VARCHAR(9) NULL, kind ENUM('z', 'a') NULL, day DATE NULL,
  amount DECIMAL(30,4) NULL, hash BIGINT UNSIGNED NULL,
  FOREIGN KEY (parent_id) REFERENCES parent (id), KEY by_word (word)
);";

/// The columns that rows are grouped by, as GraphQL names them.
const KEYS: [&str; 4] = ["word", "kind", "parentId", "day_monthStart"];

#[derive(Debug, Clone)]
struct Row {
    parent: Option<i64>,
    word: Option<&'static str>,
    kind: Option<&'static str>,
    day: Option<&'static str>,
    /// Times 10,000.
    amount: Option<i128>,
    hash: Option<u64>,
}

fn any_row() -> impl Strategy<Value = Row> {
    let amount = prop_oneof![
        -30_000_i128..30_000,
        select(vec![10_i128.pow(30) - 1, 1 - 10_i128.pow(30), 0]),
        (-(10_i128.pow(30)) + 1)..10_i128.pow(30),
    ];
    let hash = prop_oneof![0_u64..5, select(vec![u64::MAX, 1 << 63]), any::<u64>()];
    (
        select(vec![None, Some(1), Some(2)]),
        select(vec![
            None,
            Some("b"),
            Some("B"),
            Some("a"),
            Some("\u{e9}"),
            Some(""),
        ]),
        select(vec![None, Some("z"), Some("a")]),
        select(vec![
            None,
            Some("2024-02-29"),
            Some("2024-02-01"),
            Some("1999-12-31"),
        ]),
        proptest::option::weighted(0.8, amount),
        proptest::option::weighted(0.8, hash),
    )
        .prop_map(|(parent, word, kind, day, amount, hash)| Row {
            parent,
            word,
            kind,
            day,
            amount,
            hash,
        })
}

impl Row {
    fn values(&self, id: usize) -> String {
        let text = |value: Option<&str>| value.map_or("NULL".to_owned(), |value| format!("'{value}'"));
        let number = |value: Option<String>| value.unwrap_or_else(|| "NULL".to_owned());
        format!(
            "({id},{},{},{},{},{},{})",
            number(self.parent.map(|parent| parent.to_string())),
            text(self.word),
            text(self.kind),
            text(self.day),
            number(self.amount.map(|amount| decimal(&amount.into(), 4))),
            number(self.hash.map(|hash| hash.to_string())),
        )
    }

    /// The key's place among the others, and what is shown of it.
    fn key(&self, key: &str) -> (i64, String, Value) {
        let text = |value: Option<&str>| (value.is_some().into(), value.unwrap_or_default().to_owned());
        match key {
            "word" => {
                let folded = self.word.map(str::to_ascii_lowercase);
                let (place, sorted) = text(folded.as_deref());
                (place, sorted, json!(self.word))
            }
            "kind" => {
                let place = match self.kind {
                    None => 0,
                    Some("z") => 1,
                    Some(_) => 2,
                };
                (place, String::new(), json!(self.kind))
            }
            "parentId" => (self.parent.unwrap_or_default(), String::new(), json!(self.parent)),
            _ => {
                let month = self.day.map(|day| format!("{}-01", &day[..7]));
                let (place, sorted) = text(month.as_deref());
                (place, sorted, json!(month))
            }
        }
    }
}

/// A whole number at a scale, as MySQL writes it.
fn decimal(number: &BigInt, scale: usize) -> String {
    let text = number.to_string();
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |digits| ("-", digits));
    let padded = format!("{digits:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    let point = if scale > 0 { "." } else { "" };
    format!("{sign}{whole}{point}{fraction}")
}

/// The average at four digits more, rounded half away from zero.
fn average(sum: &BigInt, count: usize) -> BigInt {
    let count = BigInt::from(count);
    let half = if *sum < BigInt::ZERO {
        -count.clone()
    } else {
        count.clone()
    };
    (sum * 20_000 + half) / (count * 2)
}

/// The sum, the average, the least, the greatest and the number of different values, as the API shows them.
fn aggregates(values: &[BigInt], scale: usize) -> [Value; 5] {
    let distinct = values.iter().collect::<BTreeSet<_>>().len();
    if values.is_empty() {
        return [Value::Null, Value::Null, Value::Null, Value::Null, json!(0)];
    }
    let sum: BigInt = values.iter().sum();
    [
        json!(decimal(&sum, scale)),
        json!(decimal(&average(&sum, values.len()), scale + 4)),
        json!(values.iter().min().map(|least| decimal(least, scale))),
        json!(values.iter().max().map(|greatest| decimal(greatest, scale))),
        json!(distinct),
    ]
}

fn amounts(rows: &[&Row]) -> Vec<BigInt> {
    rows.iter()
        .filter_map(|row| row.amount.map(BigInt::from))
        .collect()
}

fn hashes(rows: &[&Row]) -> Vec<BigInt> {
    rows.iter().filter_map(|row| row.hash.map(BigInt::from)).collect()
}

/// What GraphQL answers of the aggregates of rows.
fn shown(rows: &[&Row]) -> Value {
    let [sum, avg, min, max, distinct] = aggregates(&amounts(rows), 4);
    let [hash_sum, hash_avg, hash_min, hash_max, hash_distinct] = aggregates(&hashes(rows), 0);
    json!({
        "count": rows.len(),
        "countDistinct": { "amount": distinct, "hash": hash_distinct },
        "sum": { "amount": sum, "hash": hash_sum },
        "avg": { "amount": avg, "hash": hash_avg },
        "min": { "amount": min, "hash": hash_min },
        "max": { "amount": max, "hash": hash_max },
    })
}

const AGGREGATES: &str = "count countDistinct { amount hash } sum { amount hash } avg { amount hash } \
                          min { amount hash } max { amount hash }";

type Place = Vec<(i64, String)>;

/// The groups of rows by keys, in the order of the keys.
fn grouped<'r>(rows: &[&'r Row], keys: &[&str]) -> BTreeMap<Place, Vec<&'r Row>> {
    let mut groups: BTreeMap<Place, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let place = keys
            .iter()
            .map(|key| row.key(key))
            .map(|(at, text, _)| (at, text));
        groups.entry(place.collect()).or_default().push(row);
    }
    groups
}

/// A group's keys as they are shown: of texts that differ in case, the least by its bytes.
fn shown_keys(rows: &[&Row], keys: &[&str]) -> Value {
    let shown = keys.iter().map(|key| {
        let mut values: Vec<Value> = rows.iter().map(|row| row.key(key).2).collect();
        values.sort_by_key(ToString::to_string);
        ((*key).to_owned(), values[0].clone())
    });
    Value::Object(shown.collect())
}

fn shown_groups(rows: &[&Row], keys: &[&str], least: usize) -> Vec<Value> {
    let groups = grouped(rows, keys).into_values();
    groups
        .filter(|rows| rows.len() >= least)
        .map(|rows| {
            let mut group = shown(&rows);
            group["keys"] = shown_keys(&rows, keys);
            group
        })
        .collect()
}

fn of_parent(rows: &[Row], parent: i64) -> Vec<&Row> {
    rows.iter().filter(|row| row.parent == Some(parent)).collect()
}

/// What REST answers of groups by `word`.
fn rest_groups(rows: &[&Row]) -> Vec<Value> {
    let groups = grouped(rows, &["word"]).into_values();
    groups
        .map(|rows| {
            let [sum, avg, min, max, _] = aggregates(&amounts(&rows), 4);
            json!({
                "word": shown_keys(&rows, &["word"])["word"],
                "total": sum, "avg": avg, "min": min, "max": max,
                "hashes": hashes(&rows).len(), "count": rows.len(),
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn aggregates_and_groups_equal_a_naive_evaluation(
        rows in proptest::collection::vec(any_row(), 0..25),
        keys in proptest::sample::subsequence(KEYS.to_vec(), 1..=4).prop_shuffle(),
        least in 0_usize..4,
        first in 1_usize..30,
        offset in 0_usize..4,
    ) {
        let native = Native::new().unwrap();
        let tenant = Tenant::create(&native, "random").unwrap();
        tenant.push("application/sql", SCHEMA).unwrap();
        let mut script = "INSERT INTO parent VALUES (1),(2);".to_owned();
        if !rows.is_empty() {
            let values: Vec<String> = rows.iter().enumerate().map(|(id, row)| row.values(id + 1)).collect();
            script.push_str(&format!("INSERT INTO item VALUES {};", values.join(",")));
        }
        tenant.import(&script).unwrap();

        let all: Vec<&Row> = rows.iter().collect();
        let names = keys.join(" ");
        let list = keys.join(",");
        let document = format!(
            "{{ itemCollection {{ aggregate {{ {AGGREGATES} }}
               groupBy(keys: [{list}], having: {{ count: {{ gte: {least} }} }}) {{ keys {{ {names} }} {AGGREGATES} }}
               page: groupBy(keys: [{list}], first: {first}, offset: {offset}) {{ keys {{ {names} }} {AGGREGATES} }}
             }}
             parentCollection {{ nodes {{ id itemCollection {{ aggregate {{ {AGGREGATES} }}
               groupBy(keys: [{list}]) {{ keys {{ {names} }} {AGGREGATES} }} }} }} }} }}"
        );
        let data = tenant.graphql(&document).unwrap();
        let connection = &data["itemCollection"];
        prop_assert_eq!(&connection["aggregate"], &shown(&all));
        prop_assert_eq!(&connection["groupBy"], &json!(shown_groups(&all, &keys, least)));
        let page: Vec<Value> = shown_groups(&all, &keys, 0).into_iter().skip(offset).take(first).collect();
        prop_assert_eq!(&connection["page"], &json!(page));
        for (parent, node) in (1..).zip(data["parentCollection"]["nodes"].as_array().unwrap()) {
            let own = of_parent(&rows, parent);
            let connection = &node["itemCollection"];
            prop_assert_eq!(&connection["aggregate"], &shown(&own));
            prop_assert_eq!(&connection["groupBy"], &json!(shown_groups(&own, &keys, 0)));
        }

        let aggregates = "word,total:amount.sum(),amount.avg(),amount.min(),amount.max(),hashes:hash.count(),count()";
        let answer = tenant.get(&format!("/rest/item?select={aggregates}")).unwrap();
        prop_assert_eq!(&answer, &json!(rest_groups(&all)));
        let answer = tenant.get(&format!("/rest/parent?select=id,item({aggregates})&order=id")).unwrap();
        for (parent, row) in (1..).zip(answer.as_array().unwrap()) {
            prop_assert_eq!(&row["item"], &json!(rest_groups(&of_parent(&rows, parent))));
        }
    }
}

/// Every aggregate of a table as wide as tables may be takes more values than a result has columns, and a long statement.
#[test]
fn all_aggregates_of_a_wide_table() {
    let native = Native::new().unwrap();
    let types = [
        ("INT", 99),
        ("DECIMAL(12,2)", 99),
        ("DECIMAL(65,30)", 99),
        ("BIGINT UNSIGNED", 99),
        ("DOUBLE", 30),
    ];
    for (number, (ty, width)) in types.into_iter().enumerate() {
        let all: String = (1..=width).map(|at| format!("c{at} ")).collect();
        let tenant = Tenant::create(&native, &format!("wide{number}")).unwrap();
        let columns: String = (1..=width).map(|at| format!(", c{at} {ty} NULL")).collect();
        let schema = format!("CREATE TABLE wide (id INT PRIMARY KEY{columns})");
        tenant.push("application/sql", &schema).unwrap();
        tenant
            .import("INSERT INTO wide (id, c1, c30) VALUES (1, 1, 2), (2, 3, 5)")
            .unwrap();
        for functions in ["min", "max", "countDistinct", "sum", "avg"] {
            let document =
                format!("{{ wideCollection {{ aggregate {{ count {functions} {{ {all} }} }} }} }}");
            let data = tenant.graphql(&document).unwrap();
            assert_eq!(
                data["wideCollection"]["aggregate"]["count"], 2,
                "{ty} {functions}"
            );
        }
    }
}

#[test]
fn groups_of_too_many_values_are_refused() {
    let native = Native::new().unwrap();
    let tenant = Tenant::create(&native, "wide").unwrap();
    let columns: String = (1..=60).map(|at| format!(", c{at} INT NULL")).collect();
    let schema = format!("CREATE TABLE wide (id INT PRIMARY KEY{columns})");
    tenant.push("application/sql", &schema).unwrap();
    let all: String = (1..=60).map(|at| format!("c{at} ")).collect();
    let document =
        |functions: &str| format!("{{ wideCollection {{ groupBy(keys: [c1]) {{ count {functions} }} }} }}");
    let enough = document(&format!("sum {{ {all} }}"));
    tenant.graphql(&enough).unwrap();
    let beyond = document(&format!("min {{ {all} }} max {{ {all} }}"));
    let error = tenant.graphql(&beyond).unwrap_err().to_string();
    assert!(error.contains("limit_exceeded"), "{error}");
    let many: String = (0..60)
        .map(|at| format!("a{at}: aggregate {{ max {{ {all} }} }} "))
        .collect();
    let error = tenant.graphql(&format!("{{ wideCollection {{ {many} }} }}"));
    let error = error.unwrap_err().to_string();
    assert!(error.contains("limit_exceeded"), "{error}");
}
