//! The bookshop that both sides hold.

use std::fmt::Write;

use anyhow::Context;
use runtime::Connection;
use serde_json::{Value, json};

use super::tenant::Tenant;
use crate::demo::expect;

/// How many rows there are of each.
#[derive(Clone, Copy)]
struct Size {
    authors: u32,
    books: u32,
    reviews: u32,
}

/// What is measured.
const WHOLE: Size = Size {
    authors: 1_000,
    books: 10_000,
    reviews: 100_000,
};

/// What instructions are counted over: of each author, of each book and of each year as many are there as a request takes.
const SMALL: Size = Size {
    authors: 100,
    books: 5_000,
    reviews: 10_000,
};

/// Rows in one request.
const CHUNK: usize = 5_000;

pub(crate) const SCHEMA: &str = "
CREATE TABLE author (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, name VARCHAR(100) NOT NULL, country VARCHAR(60));
CREATE TABLE book (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, title VARCHAR(200) NOT NULL, year INT NOT NULL,
  price DECIMAL(8,2) NOT NULL, author_id INT NOT NULL, KEY book_author (author_id),
  CONSTRAINT book_author FOREIGN KEY (author_id) REFERENCES author (id));
CREATE TABLE review (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY, book_id INT NOT NULL, rating INT NOT NULL,
  body VARCHAR(500), KEY review_book (book_id),
  CONSTRAINT review_book FOREIGN KEY (book_id) REFERENCES book (id));
";

/// A table's rows.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
}

/// The rows: the same in every run. Multiplying by a prime scatters them.
fn tables(size: Size) -> [Table; 3] {
    let Size {
        authors,
        books,
        reviews,
    } = size;
    let author = |id: u32| {
        vec![
            json!(id),
            json!(format!("Author {id:04}")),
            json!(format!("Country {}", id % 50)),
        ]
    };
    let book = |id: u32| {
        let (scattered, cents) = (id.wrapping_mul(7_919) % books, id * 37 % 9_000 + 500);
        vec![
            json!(id),
            json!(format!("The book of {scattered:05}")),
            json!(1900 + id * 13 % 125),
            json!(format!("{}.{:02}", cents / 100, cents % 100)),
            json!(id % authors + 1),
        ]
    };
    let review = |id: u32| {
        let body = format!("Review {id}: read it in one evening, and would again.");
        vec![json!(id), json!(id % books + 1), json!(id % 5 + 1), json!(body)]
    };
    [
        Table {
            name: "author",
            columns: &["id", "name", "country"],
            rows: (1..=authors).map(author).collect(),
        },
        Table {
            name: "book",
            columns: &["id", "title", "year", "price", "author_id"],
            rows: (1..=books).map(book).collect(),
        },
        Table {
            name: "review",
            columns: &["id", "book_id", "rating", "body"],
            rows: (1..=reviews).map(review).collect(),
        },
    ]
}

/// Loads the rival's tables.
pub(crate) fn load_rival(server: &mut Connection) -> anyhow::Result<()> {
    for table in tables(WHOLE) {
        for rows in table.rows.chunks(CHUNK) {
            let body = json!({ "table": table.name, "columns": table.columns, "rows": rows }).to_string();
            expect(&server.send("POST", "/load", &[], body.as_bytes())?, 200).context("loading the rival")?;
        }
    }
    Ok(())
}

/// Makes the tenant `bench`, loads its tables, and answers its key.
pub(crate) fn load_ours(server: &mut Connection) -> anyhow::Result<String> {
    let tenant = Tenant::make(server, "bench")?;
    tenant.push(server, SCHEMA)?;
    for table in tables(WHOLE) {
        for rows in table.rows.chunks(CHUNK) {
            let script = insert(table.name, table.columns, rows);
            tenant.import(server, &script).context("loading ours")?;
        }
    }
    Ok(tenant.key)
}

/// The rows as scripts for PostgreSQL, one a line.
pub(crate) fn for_postgresql() -> String {
    scripts(WHOLE)
}

/// Fewer of these rows as scripts, one a line.
pub(crate) fn for_counting() -> String {
    scripts(SMALL)
}

fn scripts(size: Size) -> String {
    let mut scripts = String::new();
    for table in tables(size) {
        for rows in table.rows.chunks(CHUNK) {
            scripts.push_str(&insert(table.name, table.columns, rows));
            scripts.push('\n');
        }
    }
    scripts
}

fn insert(table: &str, columns: &[&str], rows: &[Vec<Value>]) -> String {
    let mut sql = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    for (at, row) in rows.iter().enumerate() {
        let values: Vec<String> = row.iter().map(literal).collect();
        // Writing to a String cannot fail.
        let _ = write!(sql, "{}({})", if at == 0 { "" } else { ", " }, values.join(", "));
    }
    sql.push(';');
    sql
}

fn literal(value: &Value) -> String {
    match value.as_str() {
        Some(text) => format!("'{}'", text.replace('\'', "''")),
        None => value.to_string(),
    }
}
