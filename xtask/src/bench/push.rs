//! The push of a large schema, and the first queries behind it.

use std::fmt::Write;
use std::time::Instant;

use anyhow::Context;
use runtime::{Answer, Connection};
use serde_json::{Value, json};

use super::Report;
use super::call::Call;
use super::load::milliseconds;
use super::tenant::{Tenant, built, started};
use crate::command::progress;

const TABLES: u32 = 200;

/// Tenants that get the schema, one after the other.
const TENANTS: usize = 10;

/// Milliseconds of each tenant's, in their order.
struct Times {
    name: &'static str,
    all: Vec<f64>,
}

/// `cargo xtask bench --push`.
pub(crate) fn run() -> Report {
    let worker = built("push")?;
    let schema = schema();
    let server = started(&worker)?;
    let mut connection = Connection::open(server.port())?;
    let (mut pushes, mut graphql, mut rest, mut restarted) = (vec![], vec![], vec![], vec![]);
    let mut tenants = Vec::new();
    progress(&format!("pushing {TABLES} tables for {TENANTS} tenants"));
    for position in 0..TENANTS {
        let tenant = Tenant::make(&mut connection, &format!("tenant-{position}"))?;
        pushes.push(timed(|| tenant.push(&mut connection, &schema))?.0);
        // Each first query is one of its tenant's, in turns in one protocol and the other.
        let (call, times) = if position % 2 == 0 {
            (in_graphql(&tenant), &mut graphql)
        } else {
            (in_rest(&tenant), &mut rest)
        };
        times.push(asked(&call, &mut connection)?);
        tenants.push(tenant);
    }
    drop(server);
    progress("asking processes that have just started");
    for tenant in &tenants {
        let server = started(&worker)?;
        restarted.push(asked(&in_graphql(tenant), &mut Connection::open(server.port())?)?);
    }
    let figures = [
        ("push", pushes),
        ("first query behind it (graphql)", graphql),
        ("first query behind it (rest)", rest),
        ("first query of a new process (graphql)", restarted),
    ]
    .map(|(name, all)| Times { name, all });
    print(&figures);
    Ok(json!({ "tables": TABLES, "rows": figures.iter().map(Times::as_value).collect::<Vec<_>>() }))
}

/// Tables of ten columns; all but the first refer to two before them.
fn schema() -> String {
    let mut script = String::new();
    for table in 0..TABLES {
        // Writing to a String cannot fail.
        let _ = write!(
            script,
            "CREATE TABLE part_{table} (\n  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,\n  name VARCHAR(100) NOT NULL,\n  \
             code CHAR(8) DEFAULT NULL,\n  amount DECIMAL(10,2) NOT NULL DEFAULT 0.00,\n  size BIGINT UNSIGNED,\n  \
             state ENUM('new','open','done') NOT NULL DEFAULT 'new',\n  made_at DATETIME NOT NULL,\n  notes TEXT,\n  \
             owner_id INT,\n  parent_id INT,\n  UNIQUE KEY part_{table}_code (code),\n  KEY part_{table}_made (made_at)"
        );
        if let Some(previous) = table.checked_sub(1) {
            for (column, referred) in [("owner", previous), ("parent", table / 2)] {
                let _ = write!(
                    script,
                    ",\n  CONSTRAINT part_{table}_{column} FOREIGN KEY ({column}_id) REFERENCES part_{referred} (id)"
                );
            }
        }
        script.push_str("\n) ENGINE=InnoDB;\n");
    }
    script
}

fn in_graphql(tenant: &Tenant) -> Call {
    let query = "{ part17Collection(filter: {state: {eq: open}}, orderBy: [{madeAt: DescNullsLast}], first: 10) \
                 { nodes { id name amount owner { id name } } } }";
    tenant.post("/graphql", &json!({ "query": query }))
}

fn in_rest(tenant: &Tenant) -> Call {
    tenant
        .get("/rest/part_17?select=id,name,amount,part_16(id,name)&state=eq.open&order=made_at.desc&limit=10")
}

/// Asks a tenant without rows, and tells how many milliseconds that took.
fn asked(call: &Call, connection: &mut Connection) -> anyhow::Result<f64> {
    let (time, answer): (f64, Answer) = timed(|| call.answered(connection))?;
    let text = answer.text();
    let empty = text == "[]" || text.ends_with("\"nodes\":[]}}}");
    empty
        .then_some(time)
        .with_context(|| format!("not the answer of an empty table: {text}"))
}

fn timed<R>(work: impl FnOnce() -> anyhow::Result<R>) -> anyhow::Result<(f64, R)> {
    let begun = Instant::now();
    let done = work()?;
    Ok((milliseconds(begun.elapsed()), done))
}

impl Times {
    /// The first, which is on a process that has done nothing of the kind yet; the median; the longest.
    fn figures(&self) -> [f64; 3] {
        let mut sorted = self.all.clone();
        sorted.sort_by(f64::total_cmp);
        [self.all.first(), sorted.get(sorted.len() / 2), sorted.last()]
            .map(|time| time.copied().unwrap_or_default())
    }

    fn as_value(&self) -> Value {
        let [first, median, longest] = self.figures();
        json!({ "name": self.name, "first_ms": first, "median_ms": median, "longest_ms": longest })
    }
}

fn print(figures: &[Times]) {
    println!(
        "{:<41} {:>9} {:>9} {:>9}",
        format!("milliseconds, {TABLES} tables"),
        "first",
        "median",
        "longest"
    );
    for times in figures {
        let [first, median, longest] = times.figures();
        println!("{:<41} {first:>9.1} {median:>9.1} {longest:>9.1}", times.name);
    }
}
