//! The public shape of errors: one stable code, one message, in both protocols.
//!
//! Only this crate knows status codes and public messages. REST answers `application/problem+json` (RFC 9457), GraphQL
//! answers `errors[].extensions` with the same members.

use serde_json::{Map, Value, json};
use shard::ShardError;
use shard::error::{ConstraintKind, Violation};
use shard::op::later::Unresolved;

use crate::http::Response;

/// An error that a user sees.
#[derive(Debug, Clone, PartialEq)]
pub struct ApiError {
    /// What kind.
    pub code: Code,
    /// What is wrong, where, and what to do.
    pub message: String,
    /// Members beside `code`: `constraint`, `fields`, `line` and so on.
    pub details: Map<String, Value>,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $variant:ident = $code:literal, $status:literal, $title:literal;)*) => {
        /// The stable codes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Code { $($(#[$doc])* $variant,)* }

        impl Code {
            /// All codes.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The code as users see it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The HTTP status (RFC 9110 section 15).
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status,)* }
            }

            /// The problem's title.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

codes! {
    /// The request cannot be read.
    BadRequest = "bad_request", 400, "The request cannot be read";
    /// A GraphQL document does not parse.
    GraphqlParse = "graphql_parse_failed", 400, "The document does not parse";
    /// A GraphQL document is not valid against the schema.
    GraphqlValidation = "graphql_validation_failed", 400, "The document is not valid";
    /// No document is kept under a hash: Apollo's clients send the text then.
    PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND", 400, "The document is not known";
    /// A form of persisted queries that is not taken: Apollo's clients send the text then.
    PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED", 400, "This form of persisted queries is not taken";
    /// No document is registered under an identifier.
    DocumentNotFound = "document_not_found", 404, "No such document";
    /// A document that is not registered, where only those are executed.
    DocumentNotRegistered = "document_not_registered", 403, "Only registered documents are executed";
    /// A value is not of its type.
    InvalidValue = "invalid_value", 400, "A value is not of its type";
    /// A regular expression or a search that cannot be read.
    InvalidExpression = "invalid_expression", 422, "An expression cannot be read";
    /// Parts of a request that do not go together.
    Contradiction = "contradiction", 422, "Parts of the request contradict each other";
    /// A name that the schema does not have.
    UnknownName = "unknown_name", 400, "The schema has no such name";
    /// A name that more than one relation goes by.
    AmbiguousRelation = "ambiguous_relation", 400, "More than one relation goes by this name";
    /// What this API will do, but does not do yet.
    NotSupported = "not_supported", 422, "Not supported yet";
    /// A cursor or nodeId that was not handed out for this place.
    InvalidCursor = "invalid_cursor", 422, "The cursor or identifier does not belong here";
    /// A change or removal without a filter.
    FilterRequired = "filter_required", 422, "A filter is required";
    /// A write that found more rows than it allows.
    TooManyRows = "too_many_rows", 422, "More rows than allowed";
    /// Beyond a limit, refused before any work.
    LimitExceeded = "limit_exceeded", 422, "Beyond a limit";
    /// No or a wrong key.
    Unauthenticated = "unauthenticated", 401, "A valid key is required";
    /// A key of something else.
    Forbidden = "forbidden", 403, "The key is not for this";
    /// Nothing there.
    NotFound = "not_found", 404, "Not found";
    /// The method is not for this path.
    MethodNotAllowed = "method_not_allowed", 405, "The method is not for this path";
    /// No media type that the client accepts.
    NotAcceptable = "not_acceptable", 406, "No acceptable media type";
    /// A unique key is taken.
    UniqueViolation = "unique_violation", 409, "A row with this key exists";
    /// A row that is referred to is missing, or rows still refer to this one.
    ForeignKeyViolation = "foreign_key_violation", 409, "A reference does not hold";
    /// Something of that name exists.
    AlreadyExists = "already_exists", 409, "It exists already";
    /// The schema changed while the request ran.
    Conflict = "conflict", 409, "Changed at the same time";
    /// A push that cannot be applied to what is there.
    MigrationRefused = "migration_refused", 409, "The change is not applied";
    /// A row is not as the request has it.
    PreconditionFailed = "precondition_failed", 412, "The row is not as it was";
    /// A write that has to say what it saw.
    PreconditionRequired = "precondition_required", 428, "The row's state is required";
    /// The body is larger than the platform allows.
    TooLarge = "too_large", 413, "Larger than the platform allows";
    /// The body's media type is not one that this takes.
    UnsupportedMediaType = "unsupported_media_type", 415, "The media type is not supported";
    /// The range starts behind the last row.
    RangeNotSatisfiable = "range_not_satisfiable", 416, "The range cannot be satisfied";
    /// NULL where a value is required.
    NotNullViolation = "not_null_violation", 422, "A value is required";
    /// A CHECK constraint does not hold.
    CheckViolation = "check_violation", 422, "A check does not hold";
    /// A declaration that cannot be honoured.
    InvalidSchema = "invalid_schema", 422, "The declaration cannot be honoured";
    /// Rows that cannot be imported.
    InvalidImport = "invalid_import", 422, "The rows cannot be imported";
    /// An `Idempotency-Key` that was used for another request.
    IdempotencyKeyReused = "idempotency_key_reused", 422, "The key was used for another request";
    /// A value of its type's form, or a result, that is beyond what the type holds.
    OutOfRange = "out_of_range", 422, "A value is out of range";
    /// A fault of the server.
    Internal = "internal", 500, "The server failed";
    /// No admin token is set.
    AdminDisabled = "admin_disabled", 403, "Admin calls are off";
    /// Overloaded or starting.
    Unavailable = "unavailable", 503, "Try again later";
}

impl ApiError {
    /// An error without details.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            details: Map::new(),
        }
    }

    /// The same with a detail more.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.details.insert(name.to_owned(), value.into());
        self
    }

    /// The same of one of several rows to add, which are counted from 0.
    #[must_use]
    pub fn at_row(mut self, row: usize) -> Self {
        self.message = format!("{} (row {row}, counted from 0)", self.message);
        self.with("row", row)
    }

    /// The problem document (RFC 9457).
    pub fn problem<T>(&self) -> Response<T> {
        let mut problem = json!({
            "type": format!("urn:workersql:error:{}", self.code.as_str()),
            "title": self.code.title(),
            "status": self.code.status(),
            "detail": self.message,
            // Where PostgREST's clients look for it.
            "message": self.message,
            "code": self.code.as_str(),
        });
        if let Value::Object(members) = &mut problem {
            members.extend(self.details.clone());
        }
        let response = Response::text(
            self.code.status(),
            "application/problem+json",
            problem.to_string(),
        );
        match self.code {
            Code::Unauthenticated => response.with("www-authenticate", "Bearer"),
            Code::Unavailable => response.with("retry-after", "1"),
            // RFC 9110 section 15.5.6: the answer lists what the path takes.
            Code::MethodNotAllowed => match self.details.get("allow").and_then(Value::as_str) {
                Some(allowed) => response.with("allow", allowed.to_owned()),
                None => response,
            },
            _ => response,
        }
    }

    /// A member of a GraphQL response's `errors`.
    pub fn graphql(&self) -> Value {
        let mut extensions = Map::new();
        extensions.insert("code".to_owned(), self.code.as_str().into());
        extensions.extend(self.details.clone());
        json!({ "message": self.message, "extensions": extensions })
    }
}

/// What is wrong with a JSON text and where, to stand behind what holds it.
pub(crate) fn not_json(error: &serde_json::Error, expected: &str) -> String {
    use serde_json::error::Category;
    let what = match error.classify() {
        Category::Eof => "ends before its JSON does".to_owned(),
        Category::Data => format!("is not {expected}"),
        Category::Syntax | Category::Io => "cannot be read as JSON".to_owned(),
    };
    format!("{what}, at line {}, column {}", error.line(), error.column())
}

impl From<ShardError> for ApiError {
    fn from(error: ShardError) -> Self {
        match error {
            ShardError::Constraint(violation) => violated(&violation),
            ShardError::TooManyRows { found, allowed, .. } => Self::new(
                Code::TooManyRows,
                format!("{found} rows would be written, and {allowed} may be: nothing was changed"),
            )
            .with("found", found)
            .with("allowed", allowed),
            ShardError::TooLarge => Self::new(
                Code::TooLarge,
                "a value, row or nested list is larger than the platform allows (2 MB): write a smaller one, or ask \
                 for fewer rows or columns",
            ),
            ShardError::TooLong => Self::new(
                Code::LimitExceeded,
                "the request takes a longer statement than the platform allows (100 KB): ask for fewer fields at once",
            ),
            ShardError::TooDeep => Self::new(
                Code::LimitExceeded,
                "the request nests more than the platform allows in one statement: ask for fewer relations within relations, \
                 or for conditions that nest less",
            ),
            ShardError::NotCast(why) => Self::new(
                Code::OutOfRange,
                format!(
                    "a value that is there is not what a cast, or a change of a document, needs: {why}; nothing was changed"
                ),
            ),
            ShardError::Full => Self::new(
                Code::LimitExceeded,
                "there is no room for another row: an AUTO_INCREMENT key has reached 9223372036854775807, behind which there is no \
                 number (give keys yourself, or remove that row and make the table anew), or the server's disk is full",
            ),
            ShardError::Overflow => Self::new(Code::OutOfRange, "a whole number went beyond 64 bits"),
            ShardError::Stale(_) | ShardError::SchemaMoved(_) => {
                Self::new(Code::Conflict, "the schema changed at the same time: try again")
            }
            ShardError::TableTooLarge(table) => Self::new(
                Code::InvalidSchema,
                format!(
                    "the table '{table}' has more names, checks and foreign keys than the platform takes in one table: \
                     shorten or split it; nothing was changed"
                ),
            ),
            ShardError::ViewRefused(view, _) => Self::new(
                Code::InvalidSchema,
                format!(
                    "the platform does not take the query of the view '{view}', which may be too deep or read from too \
                     many tables: split it; nothing was changed"
                ),
            ),
            ShardError::ExistingRows(what) => Self::new(Code::MigrationRefused, what),
            ShardError::NoTenant => Self::new(Code::NotFound, "there is no such tenant"),
            ShardError::TenantExists => Self::new(Code::AlreadyExists, "a tenant of that name exists"),
            ShardError::Import(bad) => Self::from(*bad.error),
            ShardError::KeyReused => Self::new(
                Code::IdempotencyKeyReused,
                "the Idempotency-Key was used for another request in the last 24 hours: send that request again as it \
                 was, or take a new key; nothing was changed",
            ),
            ShardError::Unmet(rows) => Self::new(
                Code::NotFound,
                format!("{rows} rows were found, which is not what was asked for; nothing was changed"),
            ),
            ShardError::PreconditionFailed(_) => Self::new(
                Code::PreconditionFailed,
                "the row is not in the state that the request expects: read it again and decide anew; nothing was changed",
            ),
            ShardError::RolledBack => Self::from(ShardError::Internal("rolled back".to_owned())),
            ShardError::OutOfTime { spent, allowed } => crate::plan::limits::beyond(
                spent,
                allowed,
                format!(
                    "the request was stopped after {spent} ms, and {allowed} are allowed: ask for less at once; nothing was \
                     changed"
                ),
            ),
            ShardError::Nested(_, error) => Self::from(*error),
            ShardError::NoSuchRow => Self::new(
                Code::NotFound,
                "there is no such row, or it is not related: nothing was changed",
            ),
            ShardError::RowRepeated => Self::new(
                Code::InvalidValue,
                "the same row is named twice: nothing was changed",
            ),
            ShardError::Batch(_, error) => Self::from(*error),
            ShardError::Unresolved {
                field,
                reference,
                why,
            } => unresolved(&field, &reference, &why),
            ShardError::Internal(text) => {
                tracing::error!(%text, "a shard failed");
                Self::new(Code::Internal, "the server failed; nothing was changed")
            }
        }
    }
}

fn unresolved(field: &str, reference: &str, why: &Unresolved) -> ApiError {
    let why = match why {
        Unresolved::Rows(0) => "that operation answered no row".to_owned(),
        Unresolved::Rows(rows) => {
            format!("there are {rows} rows: say which by its position, as '$0[2].id' does")
        }
        Unresolved::Nothing => {
            "there is nothing at this place of the answer: it has what the operation's 'select' names"
                .to_owned()
        }
        Unresolved::Null => "it is null there, which no row is found by".to_owned(),
        Unresolved::Value(why) => why.clone(),
    };
    // A template that is nothing but the reference stands between a JSON text's quotes.
    let reference = reference.trim_matches('"');
    ApiError::new(
        Code::InvalidValue,
        format!("{field}: '{reference}': {why}; nothing was changed"),
    )
    .with("field", field)
    .with("reference", reference)
}

fn violated(violation: &Violation) -> ApiError {
    let table = &violation.table;
    let fields = violation.columns.join(", ");
    let (code, message) = match violation.kind {
        ConstraintKind::Unique => (
            Code::UniqueViolation,
            format!(
                "a row of '{table}' with the same {fields} exists (key '{}')",
                violation.constraint
            ),
        ),
        ConstraintKind::ForeignKey => (
            Code::ForeignKeyViolation,
            format!(
                "the foreign key '{}' from '{table}' ({fields}) to '{}' would not hold",
                violation.constraint,
                violation.references.as_deref().unwrap_or_default()
            ),
        ),
        ConstraintKind::NotNull => (
            Code::NotNullViolation,
            format!("'{fields}' of '{table}' cannot be null"),
        ),
        ConstraintKind::Check => (
            Code::CheckViolation,
            format!("the check '{}' of '{table}' does not hold", violation.constraint),
        ),
        ConstraintKind::Type => (
            Code::OutOfRange,
            format!("a value of '{fields}' of '{table}' is out of its type's range"),
        ),
    };
    let mut error = ApiError::new(code, message)
        .with("table", violation.table.clone())
        .with("fields", violation.columns.clone());
    if !violation.constraint.is_empty() {
        error = error.with("constraint", violation.constraint.clone());
    }
    if let Some(references) = &violation.references {
        error = error.with("references", references.clone());
    }
    match violation.row {
        Some(row) => error.at_row(row as usize),
        None => error,
    }
}
