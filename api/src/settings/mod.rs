//! What a tenant's admin may set: limits on requests, and which GraphQL documents are taken.
//!
//! A shard keeps only what was set, as JSON text; what was not has the default of the build.

mod serve;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::{ApiError, Code};

pub(crate) use serve::settings;

/// A tenant's settings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// The limits on one request.
    pub limits: LimitSettings,
    /// Whether only GraphQL documents that were registered are executed.
    pub registered_documents_only: bool,
}

/// The limits on one request. Beyond any of them it is refused before any work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct LimitSettings {
    /// Fields within fields of a GraphQL document with its fragments spread; introspection has limits of its own.
    #[schemars(range(min = 1, max = 100))]
    pub depth: u32,
    /// Relations nested in relations.
    #[schemars(range(min = 0, max = 20))]
    pub nesting: u32,
    /// Aliases in a GraphQL document.
    #[schemars(range(min = 0, max = 10_000))]
    pub aliases: u32,
    /// Fields at the root of a GraphQL document.
    #[schemars(range(min = 1, max = 1_000))]
    pub root_fields: u32,
    /// Operations of a batch.
    #[schemars(range(min = 1, max = 1_000))]
    pub batch_operations: u32,
    /// Rows that a request could touch: the rows of each list, times those of the lists that it is nested in.
    #[schemars(range(min = 1, max = 1_000_000_000_000_u64))]
    pub complexity: u64,
    /// Rows that a list nested in rows counts for in the complexity where the request does not say how many it wants.
    #[schemars(range(min = 1, max = 100_000))]
    pub unsaid_rows: u32,
    /// Rows that a list answers where the request does not say.
    #[schemars(range(min = 1, max = 100_000))]
    pub default_rows: u32,
    /// The most rows that a list answers.
    #[schemars(range(min = 1, max = 100_000))]
    pub max_rows: u32,
    /// The most rows that one insert adds.
    #[schemars(range(min = 1, max = 100_000))]
    pub inserted_rows: u32,
    /// The size of a GraphQL document.
    #[schemars(range(min = 1, max = 1_048_576))]
    pub document_bytes: u32,
    /// The tokens of a GraphQL document.
    #[schemars(range(min = 1, max = 200_000))]
    pub tokens: u32,
    /// Milliseconds that a shard may work on one request: looked at between its root fields or operations.
    #[schemars(range(min = 1, max = 30_000))]
    pub time_ms: u32,
}

impl LimitSettings {
    /// What is in force where nothing was set.
    pub const DEFAULT: Self = Self {
        depth: 100,
        nesting: 20,
        aliases: 1_000,
        root_fields: 100,
        batch_operations: 100,
        complexity: 100_000_000,
        unsaid_rows: 10,
        default_rows: 1_000,
        max_rows: 10_000,
        inserted_rows: 10_000,
        document_bytes: 256 * 1024,
        tokens: 40_000,
        time_ms: 20_000,
    };
}

impl Default for LimitSettings {
    fn default() -> Self {
        Self::DEFAULT
    }
}

/// The JSON Schema (draft 2020-12) of settings.
pub fn json_schema() -> Value {
    schemars::schema_for!(Settings).to_value()
}

/// What a patch (RFC 7396) makes of what was set before: the settings, and what is set of them. A null sets back to the
/// default.
fn patched(set: &Value, patch: &Value) -> Result<(Settings, Value), ApiError> {
    let mut set = set.clone();
    merge(&mut set, patch);
    let mut whole = serde_json::to_value(Settings::default()).unwrap_or_default();
    // A null whose member exists is a way to say its default; of any other, it stays and is refused by name.
    merge_known(&mut whole, patch);
    merge(&mut whole, &set);
    check_form(&whole)?;
    let settings: Settings = serde_json::from_value(whole).map_err(|_| wrong("the settings", Vec::new()))?;
    let LimitSettings {
        default_rows,
        max_rows,
        ..
    } = settings.limits;
    if default_rows > max_rows {
        let message = format!("/limits/defaultRows: {default_rows} is more than the {max_rows} of maxRows");
        return Err(wrong(&message, Vec::new()));
    }
    Ok((settings, set))
}

fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Value::Object(target) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            target.shift_remove(name);
        } else {
            merge(target.entry(name.clone()).or_insert(Value::Null), value);
        }
    }
}

/// Adds the members of a patch that are not there.
fn merge_known(target: &mut Value, patch: &Value) {
    if let (Value::Object(target), Value::Object(patch)) = (target, patch) {
        for (name, value) in patch {
            match target.get_mut(name) {
                Some(inner) => merge_known(inner, value),
                None => {
                    target.insert(name.clone(), value.clone());
                }
            }
        }
    }
}

fn check_form(document: &Value) -> Result<(), ApiError> {
    schema::read::form::check(document, &json_schema()).map_err(|problems| {
        let list = problems
            .iter()
            .map(|problem| serde_json::json!({ "path": problem.at.to_string(), "message": problem.message }))
            .collect();
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        wrong(&first, list)
    })
}

fn wrong(message: &str, problems: Vec<Value>) -> ApiError {
    let error = ApiError::new(Code::InvalidValue, format!("{message}; nothing was changed"));
    if problems.is_empty() {
        return error;
    }
    error.with("problems", problems)
}

/// Reads what a shard keeps. What a later build no longer knows or takes falls back to the defaults, so that a tenant can
/// always be served and its settings set anew.
pub fn read(text: &str) -> Settings {
    serde_json::from_str(text).unwrap_or_else(|error| {
        tracing::warn!(%error, "the settings kept are not understood: the defaults are in force");
        Settings::default()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn patches_set_and_set_back() {
        let (settings, set) = patched(&json!({}), &json!({"limits": {"depth": 5, "maxRows": 2000}})).unwrap();
        assert_eq!((settings.limits.depth, settings.limits.max_rows), (5, 2000));
        let (settings, set) = patched(
            &set,
            &json!({"limits": {"depth": null}, "registeredDocumentsOnly": true}),
        )
        .unwrap();
        assert_eq!(settings.limits.depth, LimitSettings::DEFAULT.depth);
        assert!(settings.registered_documents_only);
        assert_eq!(
            set,
            json!({"limits": {"maxRows": 2000}, "registeredDocumentsOnly": true})
        );
        let (settings, set) = patched(&set, &json!({"limits": null})).unwrap();
        assert_eq!(settings.limits, LimitSettings::DEFAULT);
        assert_eq!(set, json!({"registeredDocumentsOnly": true}));
    }

    #[test]
    fn what_is_not_taken_is_named() {
        for (patch, path) in [
            (json!({"limit": {}}), "limit"),
            (json!({"limits": {"dept": 3}}), "dept"),
            (json!({"limits": {"dept": null}}), "dept"),
            (json!({"limits": {"depth": 0}}), "/limits/depth"),
            (json!({"limits": {"depth": 101}}), "/limits/depth"),
            (json!({"limits": {"depth": 1.5}}), "/limits/depth"),
            (json!({"limits": {"depth": "5"}}), "/limits/depth"),
            (json!({"limits": [1]}), "/limits"),
            (json!({"limits": {"maxRows": 10}}), "defaultRows"),
            (json!({"registeredDocumentsOnly": 1}), "/registeredDocumentsOnly"),
            (json!([]), ""),
        ] {
            let error = patched(&json!({}), &patch).unwrap_err();
            assert_eq!(error.code, Code::InvalidValue);
            assert!(error.message.contains(path), "{patch}: {}", error.message);
        }
    }

    #[test]
    fn every_default_has_the_form() {
        check_form(&serde_json::to_value(Settings::default()).unwrap()).unwrap();
    }
}
