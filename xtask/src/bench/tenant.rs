//! Tenants to measure with.

use anyhow::Context;
use runtime::{Connection, Worker, Workerd, free_port};
use serde_json::{Value, json};

use super::call::Call;
use crate::command::target;
use crate::demo::expect;
use crate::{setup, worker};

/// The admin token of what is measured.
pub(crate) const TOKEN: &str = "bench";

/// A tenant, and the key that opens it.
#[derive(Clone)]
pub(crate) struct Tenant {
    pub(crate) name: String,
    pub(crate) key: String,
}

/// Builds the Worker where that is needed, and describes it with an empty folder of that name for its data.
pub(crate) fn built(name: &str) -> anyhow::Result<Worker> {
    setup::run_all()?;
    worker::build_if_changed()?;
    let folder = target().join("bench").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).context("clearing the last run's data")?;
    }
    Ok(Worker::workersql(folder))
}

/// Starts a Worker.
pub(crate) fn started(worker: &Worker) -> anyhow::Result<Workerd> {
    Workerd::start(worker, free_port()?, TOKEN, "/healthz")
}

impl Tenant {
    /// Makes a tenant of that name.
    pub(crate) fn make(server: &mut Connection, name: &str) -> anyhow::Result<Self> {
        let made = Call::post("/admin/tenants", &json!({ "name": name })).with_key(TOKEN);
        let made: Value = serde_json::from_slice(&made.answered(server)?.body)?;
        let key = made["key"].as_str();
        Ok(Self {
            name: name.to_owned(),
            key: key
                .with_context(|| format!("the new tenant has no key: {made}"))?
                .to_owned(),
        })
    }

    /// A path of the tenant.
    pub(crate) fn path(&self, rest: &str) -> String {
        format!("/t/{}{rest}", self.name)
    }

    pub(crate) fn get(&self, path: &str) -> Call {
        Call::get(&self.path(path)).with_key(&self.key)
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Call {
        Call::post(&self.path(path), body).with_key(&self.key)
    }

    pub(crate) fn push(&self, server: &mut Connection, schema: &str) -> anyhow::Result<()> {
        self.send_sql(server, ("PUT", "/schema"), schema)
    }

    pub(crate) fn import(&self, server: &mut Connection, script: &str) -> anyhow::Result<()> {
        self.send_sql(server, ("POST", "/import"), script)
    }

    fn send_sql(
        &self,
        server: &mut Connection,
        (method, path): (&str, &str),
        sql: &str,
    ) -> anyhow::Result<()> {
        let bearer = format!("Bearer {}", self.key);
        let headers = [
            ("authorization", bearer.as_str()),
            ("content-type", "application/sql"),
        ];
        expect(
            &server.send(method, &self.path(path), &headers, sql.as_bytes())?,
            200,
        )
    }
}
