//! The OpenAPI 3.1 document of a tenant's REST API: one more printer of the [`ApiModel`].
//!
//! The same declaration gives the same bytes, and what a column adds stands in lines of its own. The parts are utoipa's types,
//! made table by table while the document is written, so that a large one is never held whole in them.

mod batch;
mod graphql;
mod inputs;
mod names;
mod parameters;
mod paths;
mod print;
mod responses;
mod schemas;
mod values;

use codegen::ApiModel;
use serde::Serialize;
use utoipa::openapi::info::{ContactBuilder, InfoBuilder, LicenseBuilder};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Info, OpenApiVersion, SecurityRequirement, Server, Tag};

use crate::names::Shared;
use crate::print::{Entries, Line};

pub use parameters::operators;

/// The document's limits and defaults, which the API keeps.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Rows that a list answers where the request does not say.
    pub default_rows: u32,
    /// The most rows that a list answers.
    pub max_rows: u32,
    /// The most rows that one insert adds.
    pub max_inserted: usize,
}

impl Bounds {
    /// Those of a tenant without settings of its own.
    pub const DEFAULT: Self = Self {
        default_rows: 1_000,
        max_rows: 10_000,
        max_inserted: 10_000,
    };
}

/// The document of a tenant, whose name is its title and stands in its server's address. Paths are relative to `/t/{tenant}`.
///
/// # Errors
///
/// Only if a part cannot be written as JSON, which none of them is known to do.
pub fn document(model: &ApiModel, tenant: &str, bounds: Bounds) -> Result<String, serde_json::Error> {
    let shared = Shared::new(model);
    let document = Document {
        openapi: OpenApiVersion::Version31,
        info: info(tenant),
        servers: [Server::new(format!("/t/{tenant}"))],
        security: [SecurityRequirement::new::<_, [&str; 0], &str>(SECURITY, [])],
        tags: tags(model),
        paths: Entries(|| paths::all(model, &shared, bounds)),
        components: Components {
            schemas: Entries(|| schemas::all(model, &shared)),
            parameters: Entries(|| lines(parameters::all(model, bounds))),
            headers: Entries(|| lines(responses::headers())),
            responses: Entries(|| lines(responses::problems(&shared))),
            security_schemes: Entries(|| lines([(SECURITY.to_owned(), security_scheme())])),
        },
    };
    print::to_string(&document)
}

/// The name of the one way in.
const SECURITY: &str = "bearer";

/// The document's own members, in the order in which readers look for them.
#[derive(Serialize)]
struct Document<P, C> {
    openapi: OpenApiVersion,
    info: Info,
    servers: [Server; 1],
    security: [SecurityRequirement; 1],
    tags: Vec<Tag>,
    paths: P,
    components: C,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Components<S, P, H, R, Y> {
    schemas: S,
    parameters: P,
    headers: H,
    responses: R,
    security_schemes: Y,
}

fn lines<T: Serialize>(
    entries: impl IntoIterator<Item = (String, T)>,
) -> impl Iterator<Item = (String, Line<T>)> {
    entries.into_iter().map(|(name, value)| (name, Line(value)))
}

fn info(tenant: &str) -> Info {
    InfoBuilder::new()
        .title(tenant)
        // The version of the API's form: its tables have their own, which does not belong to the declaration.
        .version("1")
        .description(Some(
            "Tables with typed filters, embedded relations, and writes that happen whole or not at all. Every parameter, body and \
             answer comes from the tenant's declaration. Errors are problem documents (RFC 9457) with a stable `code`.",
        ))
        .contact(Some(ContactBuilder::new().name(Some("WorkerSQL")).build()))
        .license(Some(
            LicenseBuilder::new()
                .name("Apache-2.0")
                .identifier(Some("Apache-2.0"))
                .build(),
        ))
        .build()
}

fn security_scheme() -> SecurityScheme {
    SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("A key of the tenant."))
            .build(),
    )
}

fn tags(model: &ApiModel) -> Vec<Tag> {
    let tables = model.tables.iter().map(|table| {
        let description = names::described(table.comment.as_deref(), || {
            format!("Rows of `{}`.", table.names.rest)
        });
        tag(&table.names.rest, description)
    });
    let graphql = tag(graphql::TAG, "The same tables by GraphQL.".to_owned());
    let batch = tag(
        batch::TAG,
        "Several operations together, all of them or none.".to_owned(),
    );
    tables.chain([graphql, batch]).collect()
}

fn tag(name: &str, description: String) -> Tag {
    TagBuilder::new()
        .name(name)
        .description(Some(description))
        .build()
}
