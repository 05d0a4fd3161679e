//! The document of what every deployment has: its tenants, and each tenant's declaration, rows to import, settings and documents.

use serde_json::{Value, json};
use utoipa::openapi::path::{
    OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem, PathItemBuilder,
};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayBuilder, KnownFormat, Schema, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::security::SecurityRequirement;
use utoipa::openapi::{Content, HttpMethod, ObjectBuilder, Ref, RefOr, Required};

use crate::names;
use crate::paths::operation;
use crate::responses::{JSON, Problem};

const ADMINISTRATION: &str = "Administration";
const TENANT: &str = "Tenant";
const DEPLOYMENT: &str = "Deployment";

/// The tags, each with what it is about.
pub(crate) const TAGS: [(&str, &str); 3] = [
    (ADMINISTRATION, "Tenants and their keys, with the admin token."),
    (TENANT, "A tenant's declaration, rows, settings and documents."),
    (DEPLOYMENT, "The deployment itself, for everyone."),
];

/// The way in with the admin token.
pub(crate) const ADMIN: &str = "admin";

/// The way in with a tenant's key.
pub(crate) const KEY: &str = "key";

const BAD_REQUEST: Problem = Problem::new(
    "BadRequest",
    "400",
    "The request cannot be read, or a value in it is wrong.",
);
const UNAUTHENTICATED: Problem = Problem::new(
    "Unauthenticated",
    "401",
    "There is no key or token, or it opens nothing.",
)
.with("WWW-Authenticate");
const FORBIDDEN: Problem = Problem::new(
    "Forbidden",
    "403",
    "The key is not for this, or admin calls are off.",
);
const NOT_FOUND: Problem = Problem::new("NotFound", "404", "There is no such tenant, key or document.");
const METHOD_NOT_ALLOWED: Problem =
    Problem::new("MethodNotAllowed", "405", "The path takes other methods.").with("Allow");
const NOT_ACCEPTABLE: Problem =
    Problem::new("NotAcceptable", "406", "No media type that the client accepts.");
const CONFLICT: Problem = Problem::new(
    "Conflict",
    "409",
    "The name is taken, the change cannot be applied to what is there, or a row breaks a key. Nothing was changed.",
);
const TOO_LARGE: Problem = Problem::new("TooLarge", "413", "Larger than the platform allows.");
const UNSUPPORTED_MEDIA_TYPE: Problem = Problem::new(
    "UnsupportedMediaType",
    "415",
    "The body is of another media type than these.",
);
const UNPROCESSABLE: Problem = Problem::new(
    "Unprocessable",
    "422",
    "The declaration or the rows cannot be taken, with the line of each problem. Nothing was changed.",
);
const INTERNAL: Problem = Problem::new("Internal", "500", "The server failed.");
const UNAVAILABLE: Problem =
    Problem::new("Unavailable", "503", "Overloaded or starting: try again.").with("Retry-After");

/// All problems of this document.
pub(crate) const PROBLEMS: [Problem; 12] = [
    BAD_REQUEST,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    METHOD_NOT_ALLOWED,
    NOT_ACCEPTABLE,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    UNPROCESSABLE,
    INTERNAL,
    UNAVAILABLE,
];

/// Problems of every call that a key or the token opens.
const ALWAYS: [Problem; 5] = [BAD_REQUEST, UNAUTHENTICATED, FORBIDDEN, INTERNAL, UNAVAILABLE];

/// All paths.
pub(crate) fn paths() -> impl IntoIterator<Item = (String, PathItem)> {
    vec![
        ("/healthz", health()),
        (
            "/schema/v1.json",
            form("declarationForm", "the JSON Schema of declarations"),
        ),
        (
            "/schema/settings/v1.json",
            form("settingsForm", "the JSON Schema of settings"),
        ),
        (
            "/openapi.json",
            public("deploymentDocument", "this document", JSON),
        ),
        ("/admin/tenants", tenants()),
        ("/admin/tenants/{tenant}", tenant()),
        ("/admin/tenants/{tenant}/keys", keys()),
        ("/admin/tenants/{tenant}/keys/{id}", key()),
        ("/t/{tenant}/schema", declaration()),
        ("/t/{tenant}/import", import()),
        ("/t/{tenant}/settings", settings()),
        ("/t/{tenant}/usage", usage()),
        ("/t/{tenant}/documents", documents()),
        ("/t/{tenant}/documents/{id}", document()),
        (
            "/t/{tenant}/openapi.json",
            described(
                "tenantDocument",
                "the OpenAPI document of the tenant's tables",
                (JSON, open_object().into()),
            ),
        ),
        (
            "/t/{tenant}/schema.graphql",
            described(
                "tenantSdl",
                "the GraphQL schema of the tenant's tables",
                ("application/graphql", script("Its definitions.")),
            ),
        ),
        (
            "/t/{tenant}/sdk/typescript",
            described(
                "tenantClient",
                "a client of the tenant's tables in TypeScript",
                ("application/typescript", script("A module.")),
            ),
        ),
    ]
    .into_iter()
    .map(|(path, item)| (path.to_owned(), item))
}

/// All schemas.
pub(crate) fn schemas() -> impl IntoIterator<Item = (String, RefOr<Schema>)> {
    let all = forms_of_administration().into_iter().chain(forms_of_tenants());
    all.map(|(name, schema)| (name.to_owned(), schema.into()))
}

fn forms_of_administration() -> impl IntoIterator<Item = (&'static str, ObjectBuilder)> {
    let name = || text("1 to 63 small letters, digits and hyphens, the first no hyphen.").pattern(Some(NAME));
    let made = || text("When it was made.").examples(["2026-11-23T22:38:00Z"]);
    let listed = || {
        object()
            .property("name", name())
            .property("createdAt", made())
            .required("name")
    };
    let key = || {
        object()
            .property("id", text("Names the key."))
            .property("name", text("What it is for."))
    };
    let secret = || text("The key itself, which is not told again.");
    [
        (
            "NewTenant",
            closed()
                .property("name", name().examples(["shop"]))
                .required("name"),
        ),
        (
            "CreatedTenant",
            listed()
                .property("key", secret())
                .property("keyId", text("Names the key."))
                .required("key")
                .required("keyId"),
        ),
        (
            "TenantList",
            object()
                .property("tenants", ArrayBuilder::new().items(listed()))
                .property(
                    "after",
                    nullable(
                        Type::String,
                        "The last name of a full page: ask for those after it.",
                    ),
                )
                .required("tenants")
                .required("after"),
        ),
        (
            "Tenant",
            listed()
                .property("schemaVersion", whole("Counts the pushes."))
                .property("tables", whole("How many tables there are."))
                .property("keys", ArrayBuilder::new().items(key()))
                .required("keys"),
        ),
        (
            "NewKey",
            closed()
                .property("name", text("What it is for.").examples(["ci"]))
                .required("name"),
        ),
        (
            "CreatedKey",
            key().property("key", secret()).required("id").required("key"),
        ),
    ]
}

fn forms_of_tenants() -> impl IntoIterator<Item = (&'static str, ObjectBuilder)> {
    [
        ("Imported", imported_form()),
        (
            "Declaration",
            open_object().description(Some("Tables, in the form of `/schema/v1.json`.")),
        ),
        (
            "Settings",
            open_object().description(Some("Settings, in the form of `/schema/settings/v1.json`.")),
        ),
        (
            "Pushed",
            object()
                .property("version", whole("The declaration's version."))
                .property("warnings", warnings())
                .required("version"),
        ),
        ("Usage", usage_form()),
        (
            "Documents",
            object()
                .property("documents", texts("The documents by their identifiers."))
                .required("documents"),
        ),
        (
            "Registered",
            object()
                .property(
                    "registered",
                    ArrayBuilder::new().items(text("The identifier of a document.")),
                )
                .required("registered"),
        ),
        (
            "Health",
            object()
                .property("status", text("`ok`.").examples(["ok"]))
                .required("status"),
        ),
    ]
}

/// The media types of scripts.
const SQL: &str = "application/sql";
const FILE: &str = "application/octet-stream";

const NAME: &str = "^[a-z0-9][a-z0-9-]{0,62}$";

fn text(description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
}

fn whole(description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(Type::Integer)
        .description(Some(description))
}

fn nullable(kind: Type, description: &str) -> ObjectBuilder {
    ObjectBuilder::new()
        .schema_type(SchemaType::from_iter([kind, Type::Null]))
        .description(Some(description))
}

fn object() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::Object)
}

/// An object whose members another document tells.
fn open_object() -> ObjectBuilder {
    object().additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(true)))
}

fn closed() -> ObjectBuilder {
    object().additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)))
}

fn imported_form() -> ObjectBuilder {
    object()
        .property("rows", whole("How many rows were added."))
        .property("tables", object().description(Some("The same by table.")))
        .property("ignored", whole("Rows that were passed over."))
        .property("warnings", warnings())
        .required("rows")
}

fn usage_form() -> ObjectBuilder {
    object()
        .property("bytes", whole("Bytes of its database."))
        .property(
            "countedMinutes",
            whole("For how many minutes requests were counted, 180 at the most."),
        )
        .property("minutes", ArrayBuilder::new().items(minute()))
        .required("bytes")
        .required("countedMinutes")
        .required("minutes")
}

fn minute() -> ObjectBuilder {
    let fields = [
        ("minutesAgo", "How many minutes ago."),
        ("requests", "Requests for rows."),
        ("refused", "Those of them that were refused."),
        ("rowsRead", "Rows that SQLite read."),
        ("rowsWritten", "Rows that SQLite wrote."),
    ];
    fields.into_iter().fold(object(), |minute, (name, description)| {
        minute.property(name, whole(description)).required(name)
    })
}

fn texts(description: &str) -> ObjectBuilder {
    object()
        .additional_properties(Some(ObjectBuilder::new().schema_type(Type::String)))
        .description(Some(description))
}

fn warnings() -> ArrayBuilder {
    let warning = object()
        .property("code", text("Its kind."))
        .property("message", text("What is otherwise than declared."));
    ArrayBuilder::new().items(warning)
}

fn of_path(name: &str, description: &str, schema: ObjectBuilder) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(schema))
        .build()
}

fn of_tenant(item: PathItemBuilder) -> PathItemBuilder {
    let name = ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(NAME))
        .examples(["shop"]);
    item.parameters(Some([of_path("tenant", "The tenant's name.", name)]))
}

fn of_id(item: PathItemBuilder, description: &str, example: &str) -> PathItemBuilder {
    let name = ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(NAME))
        .examples(["shop"]);
    let id = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .examples([example]);
    item.parameters(Some([
        of_path("tenant", "The tenant's name.", name),
        of_path("id", description, id),
    ]))
}

/// An answer, with what its media types hold.
fn answer(description: &str, content: &[(&str, RefOr<Schema>)]) -> Response {
    content
        .iter()
        .fold(
            ResponseBuilder::new().description(description),
            |answer, (media_type, schema)| answer.content(*media_type, Content::new(Some(schema.clone()))),
        )
        .build()
}

fn of_schema(description: &str, name: &str) -> Response {
    answer(description, &[(JSON, names::schema(name))])
}

fn with_header(mut response: Response, shown: &str, component: &str) -> Response {
    let header = Ref::new(format!("#/components/headers/{component}"));
    response.headers.insert(shown.to_owned(), RefOr::Ref(header));
    response
}

fn body(content: &[(&str, RefOr<Schema>, Option<Value>)]) -> RequestBody {
    content
        .iter()
        .fold(
            RequestBodyBuilder::new(),
            |body, (media_type, schema, example)| {
                let mut content = Content::new(Some(schema.clone()));
                content.example.clone_from(example);
                body.content(*media_type, content)
            },
        )
        .required(Some(Required::True))
        .build()
}

fn script(description: &str) -> RefOr<Schema> {
    text(description).into()
}

/// What tools send whose clients know no other text than JSON.
fn file(description: &str) -> RefOr<Schema> {
    text(description)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Binary)))
        .into()
}

/// How a call is opened.
#[derive(Clone, Copy)]
enum Opened {
    ByToken,
    ByEither,
}

fn call(tag: &str, (id, summary): (&str, &str), description: &str, opened: Opened) -> OperationBuilder {
    let of = |name| SecurityRequirement::new::<_, [&str; 0], &str>(name, []);
    let operation = operation(tag, id.to_owned(), summary.to_owned(), description).security(of(ADMIN));
    match opened {
        Opened::ByToken => operation,
        Opened::ByEither => operation.security(of(KEY)),
    }
}

fn answering(
    operation: OperationBuilder,
    status: &str,
    success: Response,
    problems: &[Problem],
) -> OperationBuilder {
    let operation = operation.response(status, success);
    ALWAYS
        .iter()
        .chain(problems)
        .fold(operation, |operation, problem| {
            operation.response(problem.status, problem.reference())
        })
}

fn health() -> PathItem {
    let get = open(
        "health",
        "Tell whether the deployment is ready",
        "Answers once requests are served.",
    );
    PathItemBuilder::new()
        .operation(
            HttpMethod::Get,
            get.response("200", of_schema("It is.", "Health")),
        )
        .build()
}

/// A call that needs no key.
fn open(id: &str, summary: &str, description: &str) -> OperationBuilder {
    operation(DEPLOYMENT, id.to_owned(), summary.to_owned(), description)
        .security(SecurityRequirement::default())
        .response(METHOD_NOT_ALLOWED.status, METHOD_NOT_ALLOWED.reference())
        .response(INTERNAL.status, INTERNAL.reference())
        .response(UNAVAILABLE.status, UNAVAILABLE.reference())
}

fn form(id: &str, what: &str) -> PathItem {
    public(id, what, "application/schema+json")
}

/// A document that everyone may read, and keep.
fn public(id: &str, what: &str, media_type: &str) -> PathItem {
    let success = kept(answer(
        &format!("It is {what}."),
        &[(media_type, open_object().into())],
    ));
    let get = open(
        id,
        &format!("Read {what}"),
        "The same for all, for as long as the deployment is.",
    );
    PathItemBuilder::new()
        .operation(HttpMethod::Get, unchanged(get.response("200", success)))
        .build()
}

fn kept(response: Response) -> Response {
    with_header(
        with_header(response, "ETag", "ETag-document"),
        "Cache-Control",
        "Cache-Control",
    )
}

fn unchanged(operation: OperationBuilder) -> OperationBuilder {
    let known = ResponseBuilder::new()
        .description("It is as `If-None-Match` has it.")
        .build();
    operation.response("304", kept(known))
}

/// A document about a tenant.
fn described(id: &str, what: &str, content: (&str, RefOr<Schema>)) -> PathItem {
    let success = kept(answer(&format!("It is {what}."), &[content]));
    let get = call(
        TENANT,
        (id, &format!("Read {what}")),
        "Changes with the declaration and the settings, as its `ETag` tells.",
        Opened::ByEither,
    );
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Get,
            unchanged(answering(get, "200", success, &[NOT_FOUND])),
        )
        .build()
}

fn tenants() -> PathItem {
    let after = ParameterBuilder::new()
        .name("after")
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some("Only those whose names come after this one."))
        .schema(Some(
            ObjectBuilder::new().schema_type(Type::String).examples(["shop"]),
        ));
    let list = call(
        ADMINISTRATION,
        ("listTenants", "List tenants"),
        "Answers a thousand at most, by their names.",
        Opened::ByToken,
    )
    .parameter(after);
    let create = call(
        ADMINISTRATION,
        ("createTenant", "Create a tenant"),
        "Answers its first key, which is not told again.",
        Opened::ByToken,
    )
    .request_body(Some(body(&[(JSON, names::schema("NewTenant"), None)])));
    let created = with_header(
        of_schema("It was created.", "CreatedTenant"),
        "Location",
        "Location",
    );
    PathItemBuilder::new()
        .operation(
            HttpMethod::Get,
            answering(list, "200", of_schema("The tenants.", "TenantList"), &[]),
        )
        .operation(HttpMethod::Post, answering(create, "201", created, &[CONFLICT]))
        .build()
}

fn tenant() -> PathItem {
    let get = call(
        ADMINISTRATION,
        ("readTenant", "Describe a tenant"),
        "Answers its schema's version and its keys' names.",
        Opened::ByToken,
    );
    let delete = call(
        ADMINISTRATION,
        ("deleteTenant", "Delete a tenant"),
        "Deletes all of its rows with it.",
        Opened::ByToken,
    );
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Get,
            answering(get, "200", of_schema("The tenant.", "Tenant"), &[NOT_FOUND]),
        )
        .operation(
            HttpMethod::Delete,
            answering(delete, "204", answer("It is gone.", &[]), &[NOT_FOUND]),
        )
        .build()
}

fn keys() -> PathItem {
    let create = call(
        ADMINISTRATION,
        ("createKey", "Make a key of a tenant"),
        "Answers the key, which is not told again.",
        Opened::ByToken,
    )
    .request_body(Some(body(&[(JSON, names::schema("NewKey"), None)])));
    let created = of_schema("It was made.", "CreatedKey");
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Post,
            answering(create, "201", created, &[NOT_FOUND, CONFLICT]),
        )
        .build()
}

fn key() -> PathItem {
    let delete = call(
        ADMINISTRATION,
        ("deleteKey", "Revoke a key"),
        "The key opens nothing from the next request on.",
        Opened::ByToken,
    );
    of_id(
        PathItemBuilder::new(),
        "The key's identifier.",
        "key_9b2f6c1d04ae",
    )
    .operation(
        HttpMethod::Delete,
        answering(delete, "204", answer("It is gone.", &[]), &[NOT_FOUND]),
    )
    .build()
}

fn declaration() -> PathItem {
    let read = call(
        TENANT,
        ("readDeclaration", "Read the declaration"),
        "Answers it as JSON, or as SQL where the client prefers that.",
        Opened::ByEither,
    );
    let push = call(
        TENANT,
        ("pushDeclaration", "Push a declaration"),
        "Makes the tables what the declaration says, all or none: a script of MySQL as its dumps have it, or JSON.",
        Opened::ByEither,
    )
    .request_body(Some(body(&[
        (SQL, script("Statements of MySQL."), Some(json!("CREATE TABLE author (id INT PRIMARY KEY)"))),
        (JSON, names::schema("Declaration"), Some(json!({ "tables": [] }))),
    ])));
    let shown = answer(
        "The declaration.",
        &[
            (JSON, names::schema("Declaration")),
            (SQL, script("The declaration as statements.")),
        ],
    );
    let problems = [
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        UNPROCESSABLE,
    ];
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Get,
            answering(read, "200", shown, &[NOT_FOUND, NOT_ACCEPTABLE]),
        )
        .operation(
            HttpMethod::Put,
            answering(push, "201", of_schema("It is in force.", "Pushed"), &problems)
                .response("200", of_schema("It was in force already.", "Pushed")),
        )
        .build()
}

fn import() -> PathItem {
    let import = call(
        TENANT,
        ("importRows", "Import rows"),
        "Adds the rows of a script's INSERTs, all or none.",
        Opened::ByEither,
    )
    .request_body(Some(body(&[
        (
            SQL,
            script("INSERTs as dumps have them."),
            Some(json!("INSERT INTO author VALUES (1)")),
        ),
        (FILE, file("The same INSERTs."), None),
    ])));
    let problems = [
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        UNSUPPORTED_MEDIA_TYPE,
        UNPROCESSABLE,
    ];
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Post,
            answering(
                import,
                "200",
                of_schema("They were added.", "Imported"),
                &problems,
            ),
        )
        .build()
}

fn settings() -> PathItem {
    let read = call(
        TENANT,
        ("readSettings", "Read the settings"),
        "Answers all of them; their form is at `/schema/settings/v1.json`.",
        Opened::ByEither,
    );
    let change = call(
        TENANT,
        ("changeSettings", "Change settings"),
        "Changes those that are given; null sets one back to its default. It is a merge patch (RFC 7396), and may be called that: \
         `application/merge-patch+json`.",
        Opened::ByToken,
    )
    .request_body(Some(body(&[(
        JSON,
        names::schema("Settings"),
        Some(json!({ "limits": { "maxRows": 5_000, "defaultRows": null } })),
    )])));
    let all = || answer("The settings.", &[(JSON, names::schema("Settings"))]);
    of_tenant(PathItemBuilder::new())
        .operation(HttpMethod::Get, answering(read, "200", all(), &[NOT_FOUND]))
        .operation(
            HttpMethod::Patch,
            answering(
                change,
                "200",
                all(),
                &[NOT_FOUND, CONFLICT, UNSUPPORTED_MEDIA_TYPE],
            ),
        )
        .build()
}

fn usage() -> PathItem {
    let read = call(
        TENANT,
        ("readUsage", "Read the usage"),
        "Answers how large the tenant is, and what it was asked of late: the requests for rows of each minute that had one, the \
         latest last. They are counted in memory, from when the server started.",
        Opened::ByEither,
    );
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Get,
            answering(read, "200", of_schema("The usage.", "Usage"), &[NOT_FOUND]),
        )
        .build()
}

fn documents() -> PathItem {
    let list = call(
        TENANT,
        ("listDocuments", "List registered documents"),
        "Answers GraphQL documents by their identifiers.",
        Opened::ByEither,
    );
    let register = call(
        TENANT,
        ("registerDocuments", "Register documents"),
        "Registers GraphQL documents, all or none, to run by `documentId`. Of an array of texts each has its SHA-256 for an identifier.",
        Opened::ByEither,
    )
    .request_body(Some(body(&[(
        JSON,
        texts("Documents by their identifiers.").into(),
        Some(json!({ "hello": "{ __typename }" })),
    )])));
    of_tenant(PathItemBuilder::new())
        .operation(
            HttpMethod::Get,
            answering(
                list,
                "200",
                of_schema("The documents.", "Documents"),
                &[NOT_FOUND],
            ),
        )
        .operation(
            HttpMethod::Put,
            answering(
                register,
                "200",
                of_schema("They are registered.", "Registered"),
                &[NOT_FOUND, UNPROCESSABLE],
            ),
        )
        .build()
}

fn document() -> PathItem {
    let forget = call(
        TENANT,
        ("forgetDocument", "Forget a document"),
        "The document is not run by its identifier any more.",
        Opened::ByEither,
    );
    of_id(PathItemBuilder::new(), "The document's identifier.", "hello")
        .operation(
            HttpMethod::Delete,
            answering(forget, "204", answer("It is gone.", &[]), &[NOT_FOUND]),
        )
        .build()
}
