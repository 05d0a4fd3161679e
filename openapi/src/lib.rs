//! The OpenAPI 3.1 document of a tenant's REST API: one more printer of the [`ApiModel`].
//!
//! The same declaration gives the same bytes, and what a column adds stands in lines of its own. The parts are utoipa's types,
//! made table by table while the document is written, so that a large one is never held whole in them.

mod batch;
mod brief;
mod deployment;
mod filters;
mod graphql;
mod inputs;
mod named;
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

use crate::filters::Shown;
use crate::names::Shared;
use crate::print::{Entries, Line, Margin, Referred};

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
    let referred = Referred::default();
    let margin = match Shown::of(model) {
        Shown::All | Shown::Few => Margin::Indented,
        Shown::Fewest => Margin::None,
    };
    let document = Document {
        openapi: OpenApiVersion::Version31,
        info: info(tenant),
        servers: [Server::new(format!("/t/{tenant}"))],
        security: [SecurityRequirement::new::<_, [&str; 0], &str>(SECURITY, [])],
        tags: tags(model),
        paths: Entries(|| paths::all(model, &shared, bounds)),
        components: Components {
            schemas: Entries(|| schemas::all(model, &shared)),
            parameters: Entries(|| lines(referred.only("parameters", parameters::all(model, bounds)))),
            responses: Entries(|| lines(referred.only("responses", responses::all(&shared)))),
            headers: Entries(|| lines(referred.only("headers", responses::headers()))),
            security_schemes: Entries(|| lines([(SECURITY.to_owned(), bearer("A key of the tenant."))])),
        },
    };
    print::to_string(&document, margin, &referred)
}

/// The document of what every deployment has beside the tables of its tenants.
///
/// # Errors
///
/// Only if a part cannot be written as JSON, which none of them is known to do.
pub fn deployment() -> Result<String, serde_json::Error> {
    let shared = Shared::new(&codegen::derive::derive(&schema::Schema::default()));
    let referred = Referred::default();
    let document = Document {
        openapi: OpenApiVersion::Version31,
        info: titled(
            "WorkerSQL",
            "Tenants, and each tenant's declaration, rows to import, settings and documents. The API of a tenant's tables has a \
             document of its own. Errors are problem documents (RFC 9457) with a stable `code`.",
        ),
        servers: [Server::new("/")],
        security: [SecurityRequirement::new::<_, [&str; 0], &str>(
            deployment::ADMIN,
            [],
        )],
        tags: deployment::TAGS
            .iter()
            .map(|(name, description)| tag(name, (*description).to_owned()))
            .collect(),
        paths: Entries(deployment::paths),
        components: Components {
            schemas: Entries(|| {
                let problem = (shared.problem.clone(), schemas::problem());
                deployment::schemas().into_iter().chain([problem])
            }),
            parameters: Entries(std::iter::empty::<(String, ())>),
            responses: Entries(|| {
                let problems = responses::problems(&shared, &deployment::PROBLEMS);
                lines(referred.only("responses", problems))
            }),
            headers: Entries(|| lines(referred.only("headers", responses::headers()))),
            security_schemes: Entries(|| {
                let token = bearer("The deployment's admin token.");
                let key = bearer("A key of the tenant.");
                lines([
                    (deployment::ADMIN.to_owned(), token),
                    (deployment::KEY.to_owned(), key),
                ])
            }),
        },
    };
    print::to_string(&document, Margin::Indented, &referred)
}

/// The name of the one way in.
const SECURITY: &str = "bearer";

/// The document's own members. What refers to parameters, responses and headers stands before them: see [`Referred`].
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
struct Components<S, P, R, H, Y> {
    schemas: S,
    parameters: P,
    responses: R,
    headers: H,
    security_schemes: Y,
}

fn lines<T: Serialize>(
    entries: impl IntoIterator<Item = (String, T)>,
) -> impl Iterator<Item = (String, Line<T>)> {
    entries.into_iter().map(|(name, value)| (name, Line(value)))
}

fn info(tenant: &str) -> Info {
    titled(
        tenant,
        "Tables with typed filters, embedded relations, and writes that happen whole or not at all. Every parameter, body and \
         answer comes from the tenant's declaration. The server takes all of PostgREST's grammar, of which this document shows \
         what has types: groups of conditions (`and`, `or`) stand in the body of a table's `query` here. Errors are problem \
         documents (RFC 9457) with a stable `code`.",
    )
}

fn titled(title: &str, description: &str) -> Info {
    InfoBuilder::new()
        .title(title)
        // The version of the API's form: its tables have their own, which does not belong to the declaration.
        .version("1")
        .description(Some(description))
        .contact(Some(ContactBuilder::new().name(Some("WorkerSQL")).build()))
        .license(Some(
            LicenseBuilder::new()
                .name("Apache-2.0")
                .identifier(Some("Apache-2.0"))
                .build(),
        ))
        .build()
}

fn bearer(description: &str) -> SecurityScheme {
    SecurityScheme::Http(
        HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(description))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A host keeps such a text in a byte a character, and any other in two.
    #[test]
    fn a_document_is_ascii_where_the_declaration_is() {
        let script = "CREATE TABLE book (id INT PRIMARY KEY, title TEXT NOT NULL, part_of INT, marks SET('a', 'b'), extra JSON, \
                      FOREIGN KEY (part_of) REFERENCES book (id), FULLTEXT KEY (title));";
        let model = codegen::derive::derive(&schema::read::sql::read(script).unwrap().schema);
        let document = document(&model, "shop", Bounds::DEFAULT).unwrap();
        assert!(document.is_ascii());
    }
}
