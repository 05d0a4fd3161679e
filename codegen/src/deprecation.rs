//! What a comment says is deprecated: `@deprecated`, and why, at its end, as in the comments of most languages.

/// The mark of it.
const MARK: &str = "@deprecated";

/// A declared comment without its deprecation, and the reason.
pub(crate) fn split(comment: Option<&str>) -> (Option<String>, Option<String>) {
    let Some(comment) = comment else {
        return (None, None);
    };
    let marks = comment.match_indices(MARK);
    let mark = marks
        .map(|(at, mark)| (&comment[..at], &comment[at + mark.len()..]))
        .find(|(before, after)| {
            let apart = |character: Option<char>| character.is_none_or(char::is_whitespace);
            apart(before.chars().next_back()) && after.chars().next().is_none_or(|c| !c.is_alphanumeric())
        });
    let Some((before, reason)) = mark else {
        return (Some(comment.to_owned()), None);
    };
    let reason = reason.trim_start_matches(':').trim();
    let reason = if reason.is_empty() {
        // The reason that GraphQL has where none is given (section 3.13.3).
        "No longer supported"
    } else {
        reason
    };
    let before = before.trim();
    let kept = (!before.is_empty()).then(|| before.to_owned());
    (kept, Some(reason.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_mark_ends_the_comment() {
        for (comment, kept, reason) in [
            (
                "The name. @deprecated Use `title`.",
                Some("The name."),
                Some("Use `title`."),
            ),
            ("@deprecated: gone soon", None, Some("gone soon")),
            ("@deprecated", None, Some("No longer supported")),
            ("Old\n@deprecated\nsee b", Some("Old"), Some("see b")),
            ("me@deprecated.org", Some("me@deprecated.org"), None),
            ("@deprecatedly", Some("@deprecatedly"), None),
            ("", Some(""), None),
        ] {
            let (found, why) = split(Some(comment));
            assert_eq!((found.as_deref(), why.as_deref()), (kept, reason), "{comment}");
        }
        assert_eq!(split(None), (None, None));
    }
}
