//! Names that may have been meant, as GraphQL's tools word it.

use crate::near::nearest;

/// ` Did you mean "title"?`, or nothing where no name is near.
pub(super) fn did_you_mean<'n>(names: impl Iterator<Item = &'n str>, given: &str) -> String {
    nearest(given, names)
        .first()
        .map_or_else(String::new, |name| format!(" Did you mean \"{name}\"?"))
}
