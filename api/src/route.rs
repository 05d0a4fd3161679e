//! Paths.

use std::borrow::Cow;

use crate::tenant::TenantName;

/// What a path names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// `/healthz`
    Health,
    /// `/schema/v1.json`
    DeclarationSchema,
    /// `/schema/settings/v1.json`
    SettingsSchema,
    /// `/openapi.json`
    Document,
    /// `/admin/tenants`
    Tenants,
    /// `/admin/tenants/{tenant}`
    Tenant(Cow<'a, str>),
    /// `/admin/tenants/{tenant}/keys`
    Keys(Cow<'a, str>),
    /// `/admin/tenants/{tenant}/keys/{id}`
    Key(Cow<'a, str>, Cow<'a, str>),
    /// `/t/{tenant}/…`
    Data(TenantName, Data<'a>),
    /// Nothing.
    Unknown,
}

/// What a path names under a tenant.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Data<'a> {
    /// `graphql`
    Graphql,
    /// `schema.graphql`
    Sdl,
    /// `openapi.json`
    OpenApi,
    /// `sdk/{language}`
    Sdk(&'a str),
    /// `rest/…`: the rest of the path, still percent-encoded.
    Rest(&'a str),
    /// `batch`
    Batch,
    /// `schema`
    Schema,
    /// `import`
    Import,
    /// `settings`
    Settings,
    /// `usage`
    Usage,
    /// `documents`
    Documents,
    /// `documents/{id}`
    Document(Cow<'a, str>),
}

impl Data<'_> {
    /// Whether it is of rows.
    pub(crate) const fn is_rows(&self) -> bool {
        matches!(self, Self::Graphql | Self::Rest(_) | Self::Batch | Self::Import)
    }
}

/// Reads a path.
pub(crate) fn route(path: &str) -> Route<'_> {
    let mut segments = path.strip_prefix('/').unwrap_or(path).splitn(3, '/');
    match (segments.next(), segments.next(), segments.next()) {
        (Some("healthz"), None, None) => Route::Health,
        (Some("openapi.json"), None, None) => Route::Document,
        (Some("schema"), Some("v1.json"), None) => Route::DeclarationSchema,
        (Some("schema"), Some("settings"), Some("v1.json")) => Route::SettingsSchema,
        (Some("admin"), Some("tenants"), None | Some("")) => Route::Tenants,
        (Some("admin"), Some("tenants"), Some(rest)) => admin(rest),
        (Some("t"), Some(tenant), Some(rest)) => match (TenantName::new(tenant), data(rest)) {
            (Some(tenant), Some(data)) => Route::Data(tenant, data),
            _ => Route::Unknown,
        },
        _ => Route::Unknown,
    }
}

fn admin(rest: &str) -> Route<'_> {
    let segments: Vec<&str> = rest.split('/').collect();
    match segments.as_slice() {
        [tenant] => Route::Tenant(decoded(tenant)),
        [tenant, "keys"] => Route::Keys(decoded(tenant)),
        [tenant, "keys", id] => Route::Key(decoded(tenant), decoded(id)),
        _ => Route::Unknown,
    }
}

fn data(rest: &str) -> Option<Data<'_>> {
    Some(match rest {
        "graphql" => Data::Graphql,
        "schema.graphql" => Data::Sdl,
        "openapi.json" => Data::OpenApi,
        "schema" => Data::Schema,
        "import" => Data::Import,
        "batch" => Data::Batch,
        "settings" => Data::Settings,
        "usage" => Data::Usage,
        "documents" => Data::Documents,
        _ if rest.starts_with("documents/") => Data::Document(decoded(&rest["documents/".len()..])),
        _ if rest.starts_with("sdk/") => Data::Sdk(&rest["sdk/".len()..]),
        _ => Data::Rest(rest.strip_prefix("rest/")?),
    })
}

fn decoded(segment: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(segment).decode_utf8_lossy()
}
