//! Whole dumps: scripts as tools write them, pushed and imported as they are, their rows compared with MariaDB's.
//!
//! ```text
//! tests/dumps/
//!   {name}.sql      the script, for both calls
//!   {name}.report   golden: what the push and the import answer
//!   {name}.rows     recorded from MariaDB: its rows; absent where MariaDB does not take the script
//! ```
//!
//! CONTRIBUTING.md says how the rows are recorded again.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use schema::stored::Stored;
use schema::{ColumnType, Schema};
use serde_json::Value;

use crate::case::{CaseRequest, CaseResponse};
use crate::host::{Tenant, TestHost};

/// A script.
#[derive(Debug)]
pub struct Dump {
    /// The file's name without its extension.
    pub name: String,
    /// The file's path without its extension.
    pub stem: PathBuf,
    /// The bytes.
    pub script: Vec<u8>,
}

/// The rows of each table: a JSON array a row, each value as MySQL writes it.
pub type Rows = BTreeMap<String, Vec<Vec<Value>>>;

/// What a host made of a script.
#[derive(Debug)]
pub struct Loaded {
    /// What the push and the import answered.
    pub report: String,
    /// The declaration; `None` where the push was refused.
    pub schema: Option<Schema>,
    /// Whether the rows are in.
    pub imported: bool,
}

impl Loaded {
    /// The lines of the report that tell errors.
    pub fn problems(&self) -> String {
        let lines = self.report.lines();
        let telling = lines.filter(|line| line.contains("message") && !line.contains("not kept"));
        telling.collect::<Vec<_>>().join("\n")
    }
}

/// The scripts of a folder, by name.
pub fn read_all(folder: &Path) -> Result<Vec<Dump>> {
    let mut dumps = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "sql") {
            let stem = path.with_extension("");
            dumps.push(Dump {
                name: stem
                    .file_name()
                    .map(|name| name.to_string_lossy().into_owned())
                    .unwrap_or_default(),
                stem,
                script: fs::read(&path)?,
            });
        }
    }
    dumps.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(dumps)
}

/// Pushes a script and imports its rows.
pub fn load<H: TestHost>(tenant: &Tenant<'_, H>, script: &[u8]) -> Result<Loaded> {
    let call = |method: &str, path: &str| {
        tenant.send(&CaseRequest {
            method: method.to_owned(),
            path: path.to_owned(),
            headers: vec![("content-type".to_owned(), "application/sql".to_owned())],
            body: script.to_vec(),
        })
    };
    let pushed = call("PUT", "/schema")?;
    let mut report = format!("push: {}\n", shown(&pushed)?);
    if pushed.status != 201 {
        return Ok(Loaded {
            report,
            schema: None,
            imported: false,
        });
    }
    let imported = call("POST", "/import")?;
    report += &format!("\nimport: {}\n", shown(&imported)?);
    let declared = tenant.get("/schema")?;
    Ok(Loaded {
        report,
        schema: Some(serde_json::from_value(declared)?),
        imported: imported.status == 200,
    })
}

fn shown(response: &CaseResponse) -> Result<String> {
    let body: Value = serde_json::from_str(&response.body)?;
    Ok(format!(
        "{}\n{}",
        response.status,
        serde_json::to_string_pretty(&body)?
    ))
}

/// All rows, as the REST API answers them.
pub fn rows<H: TestHost>(tenant: &Tenant<'_, H>, schema: &Schema) -> Result<Rows> {
    let mut all = Rows::new();
    for table in shown_tables(schema) {
        let answered = tenant.get(&format!("/rest/{}?limit=10000", table.path))?;
        let rows = answered.as_array().context("a list")?;
        let mut read = Vec::new();
        for row in rows {
            let values = table.columns.iter().map(|(field, column_type)| {
                let value = row
                    .get(field)
                    .with_context(|| format!("{}.{field}: no field in {row}", table.name))?;
                Ok(mysql_form(column_type, value))
            });
            read.push(values.collect::<Result<Vec<_>>>()?);
        }
        all.insert(table.name, read);
    }
    Ok(all)
}

/// A table or view as REST shows it.
struct Shown {
    name: String,
    path: String,
    /// Its fields, and what MySQL would have for their types.
    columns: Vec<(String, ColumnType)>,
}

fn shown_tables(schema: &Schema) -> Vec<Shown> {
    let model = codegen::derive::derive(schema);
    let tables = model.tables.into_iter().enumerate().map(|(position, table)| {
        let declared = schema.tables.get(position);
        let columns = table.columns.into_iter().enumerate().map(|(at, column)| {
            let column_type = match declared {
                Some(declared) => declared.columns[at].column_type.clone(),
                None => viewed_type(&column.stored),
            };
            (column.field, column_type)
        });
        Shown {
            name: table.declared,
            path: table.names.rest,
            columns: columns.collect(),
        }
    });
    tables.collect()
}

/// A type whose values are written as those of a view's column are.
fn viewed_type(stored: &Stored) -> ColumnType {
    match stored {
        Stored::Int { .. } | Stored::BiasedUnsigned | Stored::PlainUnsigned | Stored::Boolean => {
            ColumnType::Int {
                width: schema::IntWidth::Big,
                unsigned: false,
            }
        }
        Stored::Real { .. } => ColumnType::Double { unsigned: false },
        Stored::Set(members) => ColumnType::Set {
            values: members.to_vec(),
        },
        Stored::Bytes { .. } => ColumnType::Varbinary { length: 1 },
        Stored::Datetime { fraction } => ColumnType::Datetime { fraction: *fraction },
        Stored::Timestamp { fraction } => ColumnType::Timestamp { fraction: *fraction },
        Stored::Json => ColumnType::Json,
        _ => ColumnType::Varchar { length: 1 },
    }
}

/// A value of the API as MySQL writes it: NULL or a text.
fn mysql_form(column_type: &ColumnType, value: &Value) -> Value {
    let text = match (column_type, value) {
        (_, Value::Null) => return Value::Null,
        (ColumnType::Json | ColumnType::Geometry { .. }, value) => value.to_string(),
        (_, Value::Bool(flag)) => u8::from(*flag).to_string(),
        (ColumnType::Set { .. }, Value::Array(members)) => {
            let members: Vec<&str> = members.iter().filter_map(Value::as_str).collect();
            members.join(",")
        }
        (
            ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. },
            Value::String(base64),
        ) => hex(base64),
        (ColumnType::Datetime { .. }, Value::String(text)) => text.replace('T', " "),
        (ColumnType::Timestamp { .. }, Value::String(text)) => text.trim_end_matches('Z').replace('T', " "),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    };
    Value::String(text)
}

/// Base64 as hexadecimal digits.
fn hex(base64: &str) -> String {
    const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut bits, mut width, mut out) = (0_u32, 0, String::new());
    for digit in base64.chars().filter_map(|c| DIGITS.find(c)) {
        bits = bits << 6 | u32::try_from(digit).unwrap_or(0);
        width += 6;
        if width >= 8 {
            width -= 8;
            out += &format!("{:02X}", bits >> width & 0xff);
        }
    }
    out
}

/// The rows as their file holds them.
pub fn print(rows: &Rows) -> String {
    let mut text = String::new();
    for (table, rows) in rows {
        text += &format!("# {table}\n");
        for row in rows {
            text += &format!("{}\n", Value::from(row.clone()));
        }
    }
    text
}

/// Reads what [`print`] wrote.
pub fn parse(text: &str) -> Result<Rows> {
    let mut all = Rows::new();
    let mut table = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# ") {
            name.clone_into(&mut table);
            all.insert(table.clone(), Vec::new());
        } else {
            all.entry(table.clone())
                .or_default()
                .push(serde_json::from_str(line)?);
        }
    }
    Ok(all)
}

/// The rows of a table or view as sorted texts, where what may be written in several forms has one.
pub fn one_form(schema: &Schema, table: &str, rows: &[Vec<Value>]) -> Result<Vec<String>> {
    let declared = shown_tables(schema)
        .into_iter()
        .find(|declared| declared.name.eq_ignore_ascii_case(table))
        .with_context(|| format!("no table {table}"))?;
    let mut rows: Vec<String> = rows
        .iter()
        .map(|row| {
            let values = declared.columns.iter().zip(row);
            let values: Vec<Value> = values
                .map(|((_, column_type), value)| canonical(column_type, value))
                .collect();
            Value::from(values).to_string()
        })
        .collect();
    rows.sort();
    Ok(rows)
}

/// Checks that the rows are the same, in whatever order.
pub fn compare(schema: &Schema, expected: &Rows, actual: &Rows) -> Result<()> {
    for (table, expected) in expected {
        let none = Vec::new();
        let mut actual = actual.iter();
        let actual = actual.find(|(name, _)| name.eq_ignore_ascii_case(table));
        let actual = actual.map_or(&none, |(_, rows)| rows);
        let (expected, actual) = (
            one_form(schema, table, expected)?,
            one_form(schema, table, actual)?,
        );
        let differing: Vec<String> = expected
            .iter()
            .filter(|row| !actual.contains(row))
            .map(|row| format!("MariaDB {row}"))
            .chain(
                actual
                    .iter()
                    .filter(|row| !expected.contains(row))
                    .map(|row| format!("ours    {row}")),
            )
            .collect();
        ensure!(
            differing.is_empty() && expected.len() == actual.len(),
            "{table}: {} rows, MariaDB has {}\n{}",
            actual.len(),
            expected.len(),
            differing.join("\n")
        );
    }
    Ok(())
}

/// One form of what may be written in several: numbers, JSON.
pub fn canonical(column_type: &ColumnType, value: &Value) -> Value {
    let Some(text) = value.as_str() else {
        return value.clone();
    };
    match column_type {
        ColumnType::Float { .. } => text
            .parse::<f32>()
            .map_or_else(|_| value.clone(), |n| format!("{n:e}").into()),
        ColumnType::Double { .. } => text
            .parse::<f64>()
            .map_or_else(|_| value.clone(), |n| format!("{n:e}").into()),
        ColumnType::Int { .. } | ColumnType::Year | ColumnType::Bit { .. } => text
            .parse::<i128>()
            .map_or_else(|_| value.clone(), |n| n.to_string().into()),
        ColumnType::Json => serde_json::from_str(text).unwrap_or_else(|_| value.clone()),
        ColumnType::Geometry { .. } => text
            .replace(' ', "")
            .replace(".0,", ",")
            .replace(".0]", "]")
            .into(),
        _ => value.clone(),
    }
}
