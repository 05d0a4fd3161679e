//! Requests to one tenant, and spread over many; and the memory that these take.

use std::thread::{self, sleep};
use std::time::Duration;

use anyhow::{Context, bail};
use runtime::{Connection, Workerd};
use serde_json::{Value, json};

use super::Report;
use super::call::Call;
use super::load::{Load, Measured, count, in_turns};
use super::tenant::{Tenant, built, started};
use crate::command::progress;

/// Connections that make tenants.
const MAKERS: usize = 8;

/// Requests of a load, which go round its tenants.
const REQUESTS: u32 = 4096;

/// Longer than workerd keeps an object that nobody asks, which is ten seconds.
const IDLE: Duration = Duration::from_secs(15);

const SCHEMA: &str = "
CREATE TABLE author (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, country VARCHAR(60));
CREATE TABLE book (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, title VARCHAR(200) NOT NULL, year INT NOT NULL,
  price DECIMAL(8,2) NOT NULL, author_id INT NOT NULL, FOREIGN KEY (author_id) REFERENCES author (id));
";

/// Memory in bytes at the stages of a run.
struct Memory {
    empty: u64,
    made: u64,
    active: u64,
    idle: u64,
    again: u64,
}

/// The same request to one tenant, and spread over all.
struct Outcome {
    name: &'static str,
    one: Measured,
    all: Measured,
    /// The rate of all over that of one.
    ratio: f64,
}

/// `cargo xtask bench --tenants`.
pub(crate) fn run(number: usize, time: Duration) -> Report {
    if number < 2 {
        bail!("--tenants takes a number from 2");
    }
    let server = started(&built("tenants")?)?;
    let empty = server.memory_now()?;
    progress(&format!("making {number} tenants"));
    let tenants = made(&server, number)?;
    let made = server.memory_now()?;
    let mut outcomes = Vec::new();
    for (name, call) in requests() {
        progress(name);
        let loads = [&tenants[..1], &tenants].map(|tenants| Load {
            server: &server,
            calls: (0..REQUESTS)
                .zip(tenants.iter().cycle())
                .map(|(at, tenant)| call(tenant, at))
                .collect(),
        });
        let measured = in_turns(&loads, time)?;
        let [one, all] = measured.as_slice() else {
            bail!("a side was not measured");
        };
        outcomes.push(Outcome {
            name,
            one: one.medians(),
            all: all.medians(),
            ratio: all.over(one),
        });
    }
    let active = server.memory_now()?;
    progress("leaving all idle, then asking all again");
    sleep(IDLE);
    let idle = server.memory_now()?;
    let mut connection = Connection::open(server.port())?;
    for tenant in &tenants {
        read(tenant, 0).answered(&mut connection)?;
    }
    let memory = Memory {
        empty,
        made,
        active,
        idle,
        again: server.memory_now()?,
    };
    print(&outcomes, &memory, number);
    Ok(as_value(&outcomes, &memory, number))
}

fn made(server: &Workerd, number: usize) -> anyhow::Result<Vec<Tenant>> {
    let make = |maker: usize| {
        let mut connection = Connection::open(server.port())?;
        let mut tenants = Vec::new();
        for position in (maker..number).step_by(MAKERS) {
            let tenant = Tenant::make(&mut connection, &format!("tenant-{position}"))?;
            tenant.push(&mut connection, SCHEMA)?;
            tenant.import(&mut connection, &rows())?;
            tenants.push(tenant);
        }
        anyhow::Ok(tenants)
    };
    let make = &make;
    thread::scope(|scope| {
        let makers: Vec<_> = (0..MAKERS)
            .map(|maker| scope.spawn(move || make(maker)))
            .collect();
        let mut tenants = Vec::new();
        for maker in makers {
            tenants.extend(maker.join().ok().context("a maker's thread panicked")??);
        }
        Ok(tenants)
    })
}

/// A tenant's rows: 10 authors with 10 books each.
fn rows() -> String {
    let authors: Vec<String> = (1..=10)
        .map(|id| format!("({id}, 'Author {id}', 'Country')"))
        .collect();
    let books: Vec<String> = (1..=100)
        .map(|id| {
            format!(
                "({id}, 'The book of {id}', {}, {id}.50, {})",
                1900 + id,
                id % 10 + 1
            )
        })
        .collect();
    format!(
        "INSERT INTO author VALUES {};\nINSERT INTO book VALUES {};",
        authors.join(", "),
        books.join(", ")
    )
}

/// What a request is named, and how the one of that number is made for a tenant.
type Request = (&'static str, fn(&Tenant, u32) -> Call);

fn requests() -> [Request; 3] {
    [
        ("read by key", read),
        ("20 rows with 5 related ones, in GraphQL", |tenant, _| {
            let query = "{ authorCollection(first: 20) { nodes { id name bookCollection(first: 5) { nodes { id title } } } } }";
            tenant.post("/graphql", &json!({ "query": query }))
        }),
        ("one insert", |tenant, _| {
            let book = json!({ "title": "One more", "year": 2001, "price": "7.50", "authorId": 3 });
            tenant.post("/rest/book", &book)
        }),
    ]
}

/// One of a tenant's 100 books, another each time.
fn read(tenant: &Tenant, at: u32) -> Call {
    let id = at * 47 % 100 + 1;
    tenant.get(&format!("/rest/book/{id}?select=id,title,year,price"))
}

impl Outcome {
    fn cpu_ratio(&self) -> f64 {
        self.all.cpu / self.one.cpu
    }
}

#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^53 bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / (1024.0 * 1024.0)
}

impl Memory {
    fn for_each(&self, number: usize) -> f64 {
        megabytes(self.active.saturating_sub(self.empty)) * 1024.0 / count(number)
    }
}

/// Prints the table: rates and CPU with one tenant and with all.
fn print(outcomes: &[Outcome], memory: &Memory, number: usize) {
    println!(
        "{:<41} {:>13} {:>6} {:>11} {:>6}",
        format!("1 tenant and {number}"),
        "per second",
        "ratio",
        "CPU µs",
        "ratio"
    );
    for outcome in outcomes {
        let Outcome {
            name,
            one,
            all,
            ratio,
        } = outcome;
        println!(
            "{name:<41} {:>13} {:>6.2} {:>11} {:>6.2}",
            format!("{:.0}/{:.0}", one.per_second, all.per_second),
            ratio,
            format!("{:.0}/{:.0}", one.cpu, all.cpu),
            outcome.cpu_ratio(),
        );
    }
    let [empty, made, active, idle, again] = [
        memory.empty,
        memory.made,
        memory.active,
        memory.idle,
        memory.again,
    ]
    .map(megabytes);
    println!(
        "memory: {empty:.0} MB without tenants, {made:.0} MB when all were made, {active:.0} MB when all were asked ({:.0} KB each), \
         {idle:.0} MB when all were idle, {again:.0} MB when all were asked again",
        memory.for_each(number)
    );
}

fn as_value(outcomes: &[Outcome], memory: &Memory, number: usize) -> Value {
    let rows: Vec<Value> = outcomes
        .iter()
        .map(|outcome| {
            json!({
                "name": outcome.name,
                "ratio": outcome.ratio,
                "ratio_cpu": outcome.cpu_ratio(),
                "one": outcome.one.as_value(),
                "all": outcome.all.as_value(),
            })
        })
        .collect();
    json!({
        "tenants": number,
        "rows": rows,
        "memory": {
            "empty": memory.empty,
            "made": memory.made,
            "active": memory.active,
            "idle": memory.idle,
            "again": memory.again,
        },
    })
}
