//! A MariaDB server, from which golden answers are recorded. No other test needs one.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::dumps::Rows;

/// A server that is reached by its socket, as root without a password. All of its databases are dropped at will.
#[derive(Debug)]
pub struct MariaDb {
    socket: PathBuf,
}

/// What MySQL 8 writes and MariaDB 10.11 does not know, and what means the same there.
const REWRITTEN: [(&str, &str); 12] = [
    ("utf8mb4_0900_ai_ci", "utf8mb4_unicode_520_ci"),
    ("utf8mb4_0900_as_cs", "utf8mb4_bin"),
    ("utf8mb4_0900_bin", "utf8mb4_bin"),
    (" VISIBLE", ""),
    (" INVISIBLE,", ","),
    ("SET @@GLOBAL.GTID_PURGED", "SET @gtid"),
    (" WITH PARSER `ngram`", ""),
    ("uuid_to_bin(uuid())", "unhex(replace(uuid(), '-', ''))"),
    (" NOT ENFORCED", ""),
    (" SRID 4326", ""),
    ("DEFAULT ENCRYPTION='N'", ""),
    ("_utf8mb4\\'", "\\'"),
];

/// As in MySQL, digits of a second beyond a column's are rounded, and not cut off.
const ROUNDS: &[u8] = b"SET SESSION sql_mode = CONCAT(@@sql_mode, ',TIME_ROUND_FRACTIONAL');";

/// The SQL mode that MySQL starts with, with its rounding.
const STRICT: &[u8] = b"SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,\
    ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,TIME_ROUND_FRACTIONAL', time_zone = '+00:00';";

impl MariaDb {
    /// The server of `MARIADB_SOCKET`, if that is set.
    pub fn from_environment() -> Option<Self> {
        let socket = std::env::var_os("MARIADB_SOCKET")?;
        Some(Self {
            socket: socket.into(),
        })
    }

    /// Runs a script. Answers what it prints.
    pub fn run(&self, database: &str, script: &[u8]) -> Result<String> {
        output(self.client(database), script)
    }

    fn client(&self, database: &str) -> Command {
        let mut client = Command::new("mariadb");
        client.args([
            "--no-defaults",
            "-uroot",
            "-N",
            "-B",
            "--raw",
            "--default-character-set=utf8mb4",
        ]);
        client.arg("-S").arg(&self.socket);
        client.arg(database);
        client
    }

    /// Runs those of a script's statements that the server takes in MySQL's own SQL mode.
    pub fn load_what_goes(&self, script: &[u8]) -> Result<()> {
        self.clear()?;
        let mut client = self.client("dump");
        client.arg("--force");
        let mut whole = STRICT.to_vec();
        whole.extend(script);
        output(client, &whole).map(drop)
    }

    /// Dumps databases. `options` are those of `mariadb-dump`.
    pub fn dump(&self, options: &[&str], databases: &[String]) -> Result<Vec<u8>> {
        let mut tool = Command::new("mariadb-dump");
        tool.args(["--no-defaults", "-uroot", "-S"])
            .arg(&self.socket)
            .args(options)
            .args(databases);
        let done = tool.output().context("mariadb-dump")?;
        ensure!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Ok(done.stdout)
    }

    /// Drops all databases but the server's own, and makes an empty one named `dump`.
    pub fn clear(&self) -> Result<()> {
        for name in self.databases()? {
            self.run(
                "mysql",
                format!("DROP DATABASE `{}`", name.replace('`', "``")).as_bytes(),
            )?;
        }
        self.run("mysql", b"CREATE DATABASE dump CHARACTER SET utf8mb4")
            .map(drop)
    }

    /// The databases but the server's own.
    pub fn databases(&self) -> Result<Vec<String>> {
        let listed = self.run(
            "mysql",
            b"SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN \
              ('mysql','sys','information_schema','performance_schema')",
        )?;
        Ok(listed.lines().map(str::to_owned).collect())
    }

    /// Loads a script into an empty server. It is changed where MariaDB does not know MySQL's words.
    pub fn load(&self, script: &[u8]) -> Result<()> {
        self.clear()?;
        let mut script = script.to_vec();
        for (from, to) in REWRITTEN {
            script = replaced(&script, from.as_bytes(), to.as_bytes());
        }
        let mut whole = ROUNDS.to_vec();
        whole.extend(script);
        self.run("dump", &whole).map(drop)
    }

    /// All rows of all tables and views.
    pub fn rows(&self) -> Result<Rows> {
        let listed = self.run(
            "information_schema",
            b"SELECT JSON_ARRAY(t.table_schema, t.table_name) FROM tables t WHERE table_type IN ('BASE TABLE', 'VIEW') AND \
              t.table_schema NOT IN ('mysql','sys','information_schema','performance_schema')",
        )?;
        let mut all = Rows::new();
        for line in listed.lines() {
            let (database, table): (String, String) = serde_json::from_str(line)?;
            let mut rows = self.table(&database, &table)?;
            rows.sort_by_key(|row| Value::from(row.clone()).to_string());
            all.insert(table, rows);
        }
        Ok(all)
    }

    fn table(&self, database: &str, table: &str) -> Result<Vec<Vec<Value>>> {
        let columns = self.run(
            "information_schema",
            format!(
                "SELECT JSON_ARRAY(column_name, data_type) FROM columns WHERE table_schema = {} AND table_name = {} \
                 ORDER BY ordinal_position",
                quoted(database),
                quoted(table)
            )
            .as_bytes(),
        )?;
        let mut texts = Vec::new();
        for line in columns.lines() {
            let (name, data_type): (String, String) = serde_json::from_str(line)?;
            texts.push(as_text(&format!("`{}`", name.replace('`', "``")), &data_type));
        }
        let query = format!(
            "SET time_zone = '+00:00'; SELECT JSON_ARRAY({}) FROM `{}`",
            texts.join(", "),
            table.replace('`', "``")
        );
        let rows = self.run(database, query.as_bytes())?;
        rows.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}

/// The expression that makes a text of a column without loss.
fn as_text(column: &str, data_type: &str) -> String {
    match data_type {
        "bit" => format!("CAST({column} + 0 AS CHAR)"),
        "float" => format!("CAST(CAST({column} AS DOUBLE) AS CHAR)"),
        "binary" | "varbinary" | "tinyblob" | "blob" | "mediumblob" | "longblob" => format!("HEX({column})"),
        "geometry" | "point" | "linestring" | "polygon" | "multipoint" | "multilinestring"
        | "multipolygon" | "geometrycollection" => {
            // A JSON text, not JSON inside the array.
            format!("CONCAT(ST_AsGeoJSON({column}), '')")
        }
        _ => format!("CONVERT(CAST({column} AS CHAR) USING utf8mb4)"),
    }
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "''"))
}

fn replaced(text: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with(from) {
            out.extend_from_slice(to);
            at += from.len();
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    out
}

fn output(mut command: Command, input: &[u8]) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("the client `mariadb` does not start")?;
    let mut stdin = child.stdin.take().context("no input")?;
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let done = child.wait_with_output()?;
    // A client that stopped at an error reads no further: its own message says why.
    let _ = writer.join();
    ensure!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr).trim()
    );
    Ok(String::from_utf8(done.stdout)?)
}

/// Where the committed dumps are.
pub fn dumps() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dumps")
}
