//! The documents that describe the API to client tools.

use sha2::{Digest, Sha256};
use shard::ShardError;

use crate::admin::not_allowed;
use crate::catalog::Catalog;
use crate::error::{ApiError, Code};
use crate::http::{Header, Method, Request, Response};
use crate::tenant::TenantName;

/// `GET /t/{tenant}/schema.graphql`
pub(crate) fn sdl<T>(request: &Request, catalog: &Catalog) -> Result<Response<T>, ApiError> {
    document(request, catalog, "application/graphql; charset=utf-8", || {
        Ok(crate::graphql::sdl(&catalog.model))
    })
}

/// `GET /t/{tenant}/openapi.json`
pub(crate) fn openapi<T>(
    request: &Request,
    tenant: &TenantName,
    catalog: &Catalog,
) -> Result<Response<T>, ApiError> {
    let limits = &catalog.limits;
    let bounds = openapi::Bounds {
        default_rows: limits.default_rows,
        max_rows: limits.max_rows,
        max_inserted: limits.max_inserted,
    };
    document(request, catalog, "application/json", || {
        openapi::document(&catalog.model, tenant.as_str(), bounds)
            .map_err(|error| ShardError::Internal(format!("the OpenAPI document: {error}")).into())
    })
}

/// `GET /t/{tenant}/sdk/{language}`
pub(crate) fn sdk<T>(request: &Request, catalog: &Catalog, language: &str) -> Result<Response<T>, ApiError> {
    if language != "typescript" {
        return Err(ApiError::new(
            Code::NotFound,
            "the client that is served here is sdk/typescript: `workersql codegen --lang rust` and `--lang python` print \
             the others from this tenant's schema",
        ));
    }
    document(request, catalog, "application/typescript; charset=utf-8", || {
        Ok(codegen::sdk::typescript::typescript(&catalog.model))
    })
}

/// `GET /openapi.json`
pub(crate) fn deployment<T>(request: &Request) -> Result<Response<T>, ApiError> {
    public(request, "application/json", || {
        openapi::deployment()
            .map_err(|error| ShardError::Internal(format!("the OpenAPI document: {error}")).into())
    })
}

/// `GET /schema/v1.json`: the JSON Schema of declarations.
pub(crate) fn declaration_form<T>(request: &Request) -> Result<Response<T>, ApiError> {
    public(request, "application/schema+json", || {
        Ok(schema::read::json::json_schema().to_string())
    })
}

/// `GET /schema/settings/v1.json`: the JSON Schema of settings.
pub(crate) fn settings_form<T>(request: &Request) -> Result<Response<T>, ApiError> {
    public(request, "application/schema+json", || {
        Ok(crate::settings::json_schema().to_string())
    })
}

/// A document that is the same for all, until another build prints it.
fn public<T>(
    request: &Request,
    media_type: &'static str,
    print: impl FnOnce() -> Result<String, ApiError>,
) -> Result<Response<T>, ApiError> {
    check_method(request)?;
    let text = print()?;
    let mut hash = Sha256::new();
    hash.update(&text);
    let tag = format!("\"{}\"", digits(hash));
    let print = || Ok(Response::text(200, media_type, text));
    Ok(unless_known(request, tag, print)?.with("cache-control", "public, max-age=3600"))
}

/// A document, printed only for a client that does not have it.
fn document<T>(
    request: &Request,
    catalog: &Catalog,
    media_type: &'static str,
    print: impl FnOnce() -> Result<String, ApiError>,
) -> Result<Response<T>, ApiError> {
    check_method(request)?;
    let tag = tag(catalog, media_type)?;
    let print = || Ok(Response::text(200, media_type, print()?));
    Ok(unless_known(request, tag, print)?.with("cache-control", "private, no-cache"))
}

/// Refuses a method that does not read.
pub(crate) fn check_method(request: &Request) -> Result<(), ApiError> {
    match request.method {
        Method::Get | Method::Head => Ok(()),
        _ => Err(not_allowed("GET, HEAD")),
    }
}

/// The response with that tag, or 304 to a client that has what the tag stands for.
fn unless_known<T>(
    request: &Request,
    tag: String,
    print: impl FnOnce() -> Result<Response<T>, ApiError>,
) -> Result<Response<T>, ApiError> {
    let known = request.headers.get(Header::IfNoneMatch);
    let response = if known.is_some_and(|known| names(known, &tag)) {
        Response::empty(304)
    } else {
        print()?
    };
    Ok(response.with("etag", tag))
}

/// The entity tag of what a declaration prints. It holds the declaration, the settings and not its version alone, which counts from 1
/// again where a tenant is made anew, and the build's version, which may print it otherwise.
fn tag(catalog: &Catalog, media_type: &str) -> Result<String, ApiError> {
    let declaration = serde_json::to_vec(&catalog.schema)
        .map_err(|error| ShardError::Internal(format!("the declaration: {error}")))?;
    let mut hash = Sha256::new();
    hash.update(env!("CARGO_PKG_VERSION"));
    hash.update(media_type);
    hash.update(&catalog.set);
    hash.update(declaration);
    Ok(format!("\"{}-{}\"", catalog.schema_version, digits(hash)))
}

/// The first digits of a digest.
fn digits(hash: Sha256) -> String {
    hash.finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether an `If-None-Match` header names that tag; weak ones are compared as if they were strong (RFC 9110 section 13.1.2).
fn names(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(str::trim)
        .any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag)
}
