//! Runs cases and published databases on a host.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::case::{self, Case, CaseRequest, Step};
use crate::golden;
use crate::host::{Tenant, TestHost};
use crate::published::Published;

/// Runs a case. `inside` answers further golden texts of a step by their extensions, where the host sees them. Answers what
/// differs.
pub fn case<H: TestHost>(
    host: &H,
    case: &Case,
    tenant: &str,
    inside: impl Fn() -> Vec<(&'static str, String)>,
) -> Result<Vec<String>> {
    let tenant = Tenant::create(host, tenant)?;
    let (content_type, schema) = &case.schema;
    tenant.push(content_type, schema)?;
    if let Some(data) = &case.data {
        tenant.import(data)?;
    }
    let mut differences = documents(case, &tenant)?;
    for step in &case.steps {
        inside();
        let response = tenant.send(&step.request)?;
        let mut texts = inside();
        texts.push(("response", golden::response(&response, &tenant.name)));
        if reads(&step.request) {
            // What comes again is done by other ways.
            for _ in 0..2 {
                let again = tenant.send(&step.request)?;
                texts.push(("response", golden::response(&again, &tenant.name)));
            }
        }
        for (extension, text) in texts {
            differences.extend(golden::check(&file(step, extension), &text).err());
        }
    }
    Ok(differences)
}

/// Whether asking once more changes nothing, and nothing of the answer.
fn reads(request: &CaseRequest) -> bool {
    match request.method.as_str() {
        "GET" | "HEAD" => true,
        "POST" => {
            request.path.ends_with("/query")
                || (request.path.ends_with("/graphql")
                    && !String::from_utf8_lossy(&request.body).contains("mutation"))
        }
        _ => false,
    }
}

/// Compares the documents that describe the tenant's API.
fn documents<H: TestHost>(case: &Case, tenant: &Tenant<'_, H>) -> Result<Vec<String>> {
    let mut differences = Vec::new();
    let documents = [
        (case::OPENAPI, case::OPENAPI),
        (case::SDL, case::SDL),
        (case::TYPESCRIPT, "sdk/typescript"),
    ];
    for (name, path) in documents {
        let text = tenant.document(&format!("/{path}"))?;
        let text = golden::document(&text, &tenant.name);
        differences.extend(golden::check(&case.folder.join(name), &text).err());
    }
    let declaration = tenant.get("/schema")?.to_string();
    let schema = schema::read::json::read(&declaration)
        .map_err(|problems| anyhow::anyhow!("what the server answers as its schema: {problems:?}"))?;
    let model = codegen::derive::derive(&schema);
    for (name, text) in [
        (case::RUST, codegen::sdk::rust::rust(&model)),
        (case::PYTHON, codegen::sdk::python::python(&model)),
    ] {
        differences.extend(golden::check(&case.folder.join(name), &text).err());
    }
    Ok(differences)
}

fn file(step: &Step, extension: &str) -> PathBuf {
    let mut name = step.stem.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

/// Pushes a published database as it is, loads its rows, and asks for them both ways.
pub fn published<H: TestHost>(host: &H, published: &Published) -> Result<()> {
    let tenant = Tenant::create(host, published.name)?;
    let report = tenant.push("application/sql", &published.schema)?;
    let tables = report["created"]["tables"].as_array().map_or(0, Vec::len);
    ensure!(
        tables == published.rows.len(),
        "{tables} tables of {}",
        published.rows.len()
    );
    let imported = tenant.import(&published.data)?;
    let total: u64 = published.rows.iter().map(|(_, rows)| rows).sum();
    ensure!(imported["rows"] == total, "{imported}");
    for (table, rows) in published.rows {
        ensure!(
            imported["tables"][*table].as_u64().unwrap_or_default() == *rows,
            "{table}: {imported}"
        );
        let some = tenant.get(&format!("/rest/{table}?limit=3"))?;
        ensure!(
            some.as_array().map(Vec::len) == Some(usize::try_from(*rows.min(&3))?),
            "{table}: {some}"
        );
    }
    match published.name {
        "chinook" => chinook(&tenant),
        _ => sakila(&tenant),
    }
}

fn chinook<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let data = tenant.graphql(
        "{ artistCollection(filter: {name: {eq: \"AC/DC\"}}) { nodes { name albumCollection(orderBy: [{title: AscNullsLast}]) \
         { totalCount nodes { title trackCollection(first: 2, orderBy: [{trackId: AscNullsLast}]) { nodes { name unitPrice \
         mediaType { name } } } } } } } trackCollection(first: 1, filter: {milliseconds: {gt: 5000000}}) { totalCount } }",
    )?;
    let artist = &data["artistCollection"]["nodes"][0];
    ensure!(artist["albumCollection"]["totalCount"] == 2, "{data}");
    ensure!(
        artist["albumCollection"]["nodes"][0]["title"] == "For Those About To Rock We Salute You",
        "{data}"
    );
    ensure!(
        artist["albumCollection"]["nodes"][0]["trackCollection"]["nodes"][0]["unitPrice"] == "0.99",
        "{data}"
    );
    let rest = tenant.get("/rest/Album?AlbumId=eq.1&select=title,Artist(name)")?;
    ensure!(rest[0]["Artist"]["name"] == "AC/DC", "{rest}");
    let employee = tenant.get("/rest/Employee/2?select=*")?;
    ensure!(employee["birthDate"] == "1958-12-08T00:00:00", "{employee}");
    Ok(())
}

fn sakila<H: TestHost>(tenant: &Tenant<'_, H>) -> Result<()> {
    let data = tenant.graphql(
        "{ filmByPk(filmId: 1) { title rating specialFeatures rentalRate releaseYear language { name } originalLanguage { name } \
         filmActorCollection { totalCount nodes { actor { lastName } } } inventoryCollection { totalCount } } \
         paymentCollection(first: 1, orderBy: [{paymentId: AscNullsLast}]) { totalCount nodes { amount paymentDate } } \
         addressCollection(filter: {addressId: {eq: 1}}) { nodes { address location } } }",
    )?;
    let film = &data["filmByPk"];
    ensure!(
        film["title"] == "ACADEMY DINOSAUR" && film["rentalRate"] == "0.99",
        "{film}"
    );
    ensure!(
        film["specialFeatures"] == serde_json::json!(["Deleted Scenes", "Behind the Scenes"]),
        "{film}"
    );
    ensure!(
        film["filmActorCollection"]["totalCount"] == 10 && film["originalLanguage"] == Value::Null,
        "{film}"
    );
    ensure!(
        data["addressCollection"]["nodes"][0]["location"]["type"] == "Point",
        "{data}"
    );
    ensure!(data["paymentCollection"]["totalCount"] == 16049, "{data}");
    let rest =
        tenant.get("/rest/customer/1?select=first_name,address(address,city(city,country(country)))")?;
    ensure!(
        rest["address"]["city"]["country"]["country"].is_string(),
        "{rest}"
    );
    Ok(())
}
