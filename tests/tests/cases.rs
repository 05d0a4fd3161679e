//! Runs every case natively: the gateway over in-process SQLite with the platform's limits set.

use std::path::Path;

use tests::case::{self, Case, CaseRequest};
use tests::golden;
use tests::native::{ADMIN_TOKEN, Native};

#[test]
fn every_case_answers_natively_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let cases = case::read_all(&folder).unwrap();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    let failures: Vec<String> = cases.iter().flat_map(run).collect();
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

fn run(case: &Case) -> Vec<String> {
    let native = Native::new().unwrap();
    let tenant = case.name.as_str();
    let request = |method: &str, path: String, content_type: &str, body: String, key: &str| CaseRequest {
        method: method.to_owned(),
        path,
        headers: vec![
            ("content-type".to_owned(), content_type.to_owned()),
            ("authorization".to_owned(), format!("Bearer {key}")),
        ],
        body,
    };
    let body = format!("{{\"name\":\"{tenant}\"}}");
    let created =
        native.send(&request("POST", "/admin/tenants".to_owned(), "application/json", body, ADMIN_TOKEN)).unwrap();
    assert_eq!(created.status, 201, "{}", created.body);
    let created: serde_json::Value = serde_json::from_str(&created.body).unwrap();
    let key = created["key"]["key"].as_str().unwrap();
    let (content_type, schema) = &case.schema;
    let pushed =
        native.send(&request("PUT", format!("/t/{tenant}/schema"), content_type, schema.clone(), key)).unwrap();
    assert_eq!(pushed.status, 201, "{}: {}", case.name, pushed.body);
    if let Some(data) = &case.data {
        let imported = native
            .send(&request("POST", format!("/t/{tenant}/import"), "application/sql", data.clone(), key))
            .unwrap();
        assert_eq!(imported.status, 200, "{}: {}", case.name, imported.body);
    }
    case.steps.iter().flat_map(|step| check(&native, tenant, key, step)).collect()
}

fn check(native: &Native, tenant: &str, key: &str, step: &case::Step) -> Vec<String> {
    let mut request = step.request.clone();
    request.path = format!("/t/{tenant}{}", request.path);
    if !request.headers.iter().any(|(name, _)| name == "authorization") {
        request.headers.push(("authorization".to_owned(), format!("Bearer {key}")));
    }
    native.trace();
    let response = native.send(&request).unwrap();
    let trace = native.trace();
    let file = |extension: &str| {
        let mut name = step.stem.as_os_str().to_owned();
        name.push(extension);
        std::path::PathBuf::from(name)
    };
    let mut results = vec![golden::check(&file(".response"), &golden::response(&response, tenant))];
    if !trace.is_empty() {
        let plans: Vec<&str> = trace.iter().map(|traced| traced.plan.as_str()).collect();
        let sql: Vec<String> = trace.iter().flat_map(|traced| traced.sql.clone()).collect();
        results.push(golden::check(&file(".plan"), &plans.join("\n")));
        results.push(golden::check(&file(".sql"), &format!("{};", sql.join(";\n\n"))));
    }
    results.into_iter().filter_map(Result::err).collect()
}
