//! A tenant on a running server.

use std::time::Duration;

use anyhow::{Context, Result, bail};

/// The longest that a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// The largest document that is read, in bytes.
const MOST: u64 = 256 * 1024 * 1024;

/// A tenant, and what opens it.
pub(crate) struct Tenant<'a> {
    pub(crate) server: &'a str,
    pub(crate) name: &'a str,
    pub(crate) key: &'a str,
}

impl Tenant<'_> {
    /// What stands at a path under the tenant's.
    pub(crate) fn get(&self, path: &str) -> Result<String> {
        let address = format!("{}/t/{}/{path}", self.server.trim_end_matches('/'), self.name);
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            // The body of a refusal says why.
            .http_status_as_error(false)
            .build()
            .new_agent();
        let mut response = agent
            .get(&address)
            .header("authorization", format!("Bearer {}", self.key))
            .header("accept", "application/json, */*")
            .call()
            .with_context(|| format!("asking {address}"))?;
        let status = response.status();
        let body = response
            .body_mut()
            .with_config()
            .limit(MOST)
            .read_to_string()
            .with_context(|| format!("reading what {address} answers"))?;
        if status != 200 {
            bail!("{address} answers {status}: {}", body.trim());
        }
        Ok(body)
    }
}
