//! What both hosts have in common: they answer requests, and a tenant is made on them in the same steps.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::case::{CaseRequest, CaseResponse};

/// A running system.
pub trait TestHost {
    /// The token that opens admin calls.
    fn admin_token(&self) -> &str;

    /// Sends a request to a path of the whole API.
    fn send(&self, request: &CaseRequest) -> Result<CaseResponse>;
}

/// A tenant on a running system.
pub struct Tenant<'a, H: TestHost> {
    host: &'a H,
    /// Its name.
    pub name: String,
    /// Its first key.
    pub key: String,
}

impl<'a, H: TestHost> Tenant<'a, H> {
    /// Creates a tenant.
    pub fn create(host: &'a H, name: &str) -> Result<Self> {
        let body = format!("{{\"name\":\"{name}\"}}");
        let request = request("POST", "/admin/tenants", "application/json", body);
        let response = host.send(&with_key(request, host.admin_token()))?;
        ensure!(response.status == 201, "{}: {}", response.status, response.body);
        let created: Value = serde_json::from_str(&response.body)?;
        let key = created["key"].as_str().unwrap_or_default().to_owned();
        Ok(Self {
            host,
            name: name.to_owned(),
            key,
        })
    }

    /// The system that it is on.
    pub const fn host(&self) -> &H {
        self.host
    }

    /// Sends a request to a path under the tenant's, with its key unless the request has one. Whatever is answered tells the rows that
    /// were read and written.
    pub fn send(&self, request: &CaseRequest) -> Result<CaseResponse> {
        let mut request = request.clone();
        request.path = format!("/t/{}{}", self.name, request.path);
        if !request.headers.iter().any(|(name, _)| name == "authorization") {
            request = with_key(request, &self.key);
        }
        let response = self.host.send(&request)?;
        for told in ["workersql-rows-read", "workersql-rows-written"] {
            let is_told = response.headers.iter().any(|(name, _)| name == told);
            ensure!(is_told, "{} {} tells no {told}", request.method, request.path);
        }
        Ok(response)
    }

    /// Pushes a declaration. Answers the report.
    pub fn push(&self, content_type: &str, schema: &str) -> Result<Value> {
        self.sent(201, &request("PUT", "/schema", content_type, schema.to_owned()))
    }

    /// Imports rows. Answers the report.
    pub fn import(&self, script: &str) -> Result<Value> {
        self.sent(
            200,
            &request("POST", "/import", "application/sql", script.to_owned()),
        )
    }

    /// Runs a GraphQL document that has no errors. Answers its data.
    pub fn graphql(&self, document: &str) -> Result<Value> {
        let body = serde_json::json!({ "query": document }).to_string();
        let answer = self.sent(200, &request("POST", "/graphql", "application/json", body))?;
        ensure!(answer.get("errors").is_none(), "{answer}");
        Ok(answer["data"].clone())
    }

    /// Reads a REST path. Answers its body.
    pub fn get(&self, path: &str) -> Result<Value> {
        self.sent(200, &request("GET", path, "application/json", String::new()))
    }

    /// Reads a document that clients keep, and checks that it is not sent again to one that has it. Answers its text.
    pub fn document(&self, path: &str) -> Result<String> {
        let mut request = request("GET", path, "application/json", String::new());
        let response = self.send(&request)?;
        ensure!(
            response.status == 200,
            "{path}: {} {}",
            response.status,
            response.body
        );
        let header = |response: &CaseResponse, wanted: &str| {
            let found = response.headers.iter().find(|(name, _)| name == wanted);
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let tag = header(&response, "etag");
        ensure!(tag.starts_with('"'), "{path}: the entity tag {tag}");
        request.headers.push(("if-none-match".to_owned(), tag.clone()));
        let again = self.send(&request)?;
        ensure!(
            again.status == 304 && again.body.is_empty() && header(&again, "etag") == tag,
            "{path}: {} {again:?}",
            again.status
        );
        for response in [&response, &again] {
            let kept = header(response, "cache-control");
            ensure!(kept == "private, no-cache", "{path}: cache-control {kept}");
        }
        "HEAD".clone_into(&mut request.method);
        request.headers.pop();
        let head = self.send(&request)?;
        ensure!(
            head.status == 200 && header(&head, "etag") == tag,
            "{path}: {head:?}"
        );
        Ok(response.body)
    }

    fn sent(&self, status: u16, request: &CaseRequest) -> Result<Value> {
        let response = self.send(request)?;
        ensure!(
            response.status == status,
            "{} {}: {} {}",
            request.method,
            request.path,
            response.status,
            response.body
        );
        Ok(serde_json::from_str(&response.body)?)
    }
}

/// A request with a body of that type, and no key yet.
pub fn request(method: &str, path: &str, content_type: &str, body: impl Into<String>) -> CaseRequest {
    CaseRequest {
        method: method.to_owned(),
        path: path.to_owned(),
        headers: vec![("content-type".to_owned(), content_type.to_owned())],
        body: body.into().into_bytes(),
    }
}

/// The same with a key.
pub fn with_key(mut request: CaseRequest, key: &str) -> CaseRequest {
    request
        .headers
        .push(("authorization".to_owned(), format!("Bearer {key}")));
    request
}
