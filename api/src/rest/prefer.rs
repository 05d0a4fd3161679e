//! `Prefer` (RFC 7240) and `Preference-Applied`.

use crate::error::{ApiError, Code};

/// What a client prefers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Preferences {
    /// `return=`, if said.
    pub(crate) returning: Option<Returning>,
    /// `count=`: how many rows there are in all. Answered exactly, whichever way was asked for.
    pub(crate) count: Option<&'static str>,
    /// `max-affected=`: a write to more rows changes nothing.
    pub(crate) max_affected: Option<u32>,
    /// `missing=default`: what holds anyway for rows that are added; a `PUT` gives it to the row that is there as well.
    pub(crate) missing_default: bool,
    /// `resolution=`: what becomes of rows to add whose key is taken.
    pub(crate) resolution: Option<Resolution>,
    /// `explain`: the answer is told with how it came about.
    pub(crate) explain: bool,
    /// `tx=rollback`: a write is undone in the end.
    rollback: bool,
    handling: Option<&'static str>,
}

/// What becomes of rows to add whose key is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// The row that is there takes the new values.
    MergeDuplicates,
    /// The new row is passed over.
    IgnoreDuplicates,
}

/// What a write answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Returning {
    /// Nothing.
    #[default]
    Minimal,
    /// The place of what was written.
    HeadersOnly,
    /// The rows.
    Representation,
}

const COUNTS: [&str; 3] = ["exact", "planned", "estimated"];

/// Reads the header. What is not known is ignored, unless `handling=strict` asks for an error.
pub(crate) fn parse(header: Option<&str>) -> Result<Preferences, ApiError> {
    let mut preferences = Preferences {
        rollback: rolls_back(header),
        explain: explains(header),
        ..Preferences::default()
    };
    let mut unknown = Vec::new();
    for preference in header.unwrap_or_default().split(',').map(str::trim) {
        if !preference.is_empty() && !preferences.take(preference)? {
            unknown.push(preference.to_owned());
        }
    }
    if preferences.handling == Some("strict") && !unknown.is_empty() {
        return Err(ApiError::new(
            Code::NotSupported,
            format!(
                "Prefer: {} cannot be honoured, and handling=strict asks for an error: known are return, count, \
                 resolution, max-affected, missing=default, tx, explain and handling",
                unknown.join(", ")
            ),
        )
        .with("preferences", unknown));
    }
    Ok(preferences)
}

/// Whether a write is to be undone in the end: the first `tx` counts.
pub(crate) fn rolls_back(header: Option<&str>) -> bool {
    header
        .unwrap_or_default()
        .split(',')
        .filter_map(|preference| preference.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("tx"))
        .is_some_and(|(_, value)| value.trim().trim_matches('"') == "rollback")
}

/// Whether an explanation is preferred.
pub(crate) fn explains(header: Option<&str>) -> bool {
    let named = |preference: &str| {
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case("explain") && ["", "true"].contains(&value)
    };
    header.is_some_and(|header| header.split(',').any(named))
}

impl Preferences {
    /// Whether the preference is known. What would change what is written is refused rather than ignored.
    fn take(&mut self, preference: &str) -> Result<bool, ApiError> {
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        let value = value.trim().trim_matches('"');
        match name.trim().to_ascii_lowercase().as_str() {
            // Of a preference that is given twice, the first counts (RFC 7240 section 2).
            "return" => self.returning = self.returning.or_else(|| returning(value)),
            "count" => {
                let known = COUNTS.into_iter().find(|count| *count == value);
                self.count = self.count.or(known);
            }
            "handling" => {
                let known = ["strict", "lenient"].into_iter().find(|known| *known == value);
                self.handling = self.handling.or(known);
                return Ok(known.is_some());
            }
            "missing" => {
                self.missing_default |= value == "default";
                return Ok(value == "default");
            }
            "max-affected" => {
                let most = value.parse().map_err(|_| {
                    ApiError::new(
                        Code::BadRequest,
                        format!("Prefer: max-affected takes a whole number, not '{value}'"),
                    )
                })?;
                self.max_affected = self.max_affected.or(Some(most));
            }
            "resolution" => {
                let resolution = Resolution::ALL.into_iter().find(|known| known.name() == value);
                self.resolution = Some(resolution.ok_or_else(|| {
                    ApiError::new(
                        Code::BadRequest,
                        format!("Prefer: resolution is merge-duplicates or ignore-duplicates, not '{value}'"),
                    )
                })?);
            }
            "explain" => return Ok(explains(Some(preference))),
            "tx" => return Ok(["commit", "rollback"].contains(&value)),
            _ => return Ok(false),
        }
        Ok(match name.trim().to_ascii_lowercase().as_str() {
            "return" => returning(value).is_some(),
            "count" => COUNTS.contains(&value),
            _ => true,
        })
    }

    /// What a write answers.
    pub(crate) fn returns(&self) -> Returning {
        self.returning.unwrap_or_default()
    }

    /// `Preference-Applied`: what was asked for and holds. A read returns what it returns.
    pub(crate) fn applied(&self, writes: bool) -> Option<String> {
        let mut applied = Vec::new();
        if let Some(handling) = self.handling {
            applied.push(format!("handling={handling}"));
        }
        if let (true, Some(returning)) = (writes, self.returning) {
            applied.push(format!("return={}", returning.name()));
        }
        if let Some(count) = self.count {
            applied.push(format!("count={count}"));
        }
        if let (true, Some(resolution)) = (writes, self.resolution) {
            applied.push(format!("resolution={}", resolution.name()));
        }
        if writes && self.missing_default {
            applied.push("missing=default".to_owned());
        }
        if let (true, Some(most)) = (writes, self.max_affected) {
            applied.push(format!("max-affected={most}"));
        }
        if writes && self.rollback {
            applied.push("tx=rollback".to_owned());
        }
        if self.explain {
            applied.push("explain".to_owned());
        }
        (!applied.is_empty()).then(|| applied.join(", "))
    }
}

impl Resolution {
    const ALL: [Self; 2] = [Self::MergeDuplicates, Self::IgnoreDuplicates];

    const fn name(self) -> &'static str {
        match self {
            Self::MergeDuplicates => "merge-duplicates",
            Self::IgnoreDuplicates => "ignore-duplicates",
        }
    }
}

impl Returning {
    const fn name(self) -> &'static str {
        match self {
            Self::Minimal => "minimal",
            Self::HeadersOnly => "headers-only",
            Self::Representation => "representation",
        }
    }
}

fn returning(value: &str) -> Option<Returning> {
    [
        Returning::Minimal,
        Returning::HeadersOnly,
        Returning::Representation,
    ]
    .into_iter()
    .find(|returning| returning.name() == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_confirms() {
        let read = parse(Some(
            "return=representation, count=exact,missing=default, max-affected=3",
        ))
        .unwrap();
        assert_eq!(read.returns(), Returning::Representation);
        assert_eq!(read.max_affected, Some(3));
        assert_eq!(
            read.applied(true).as_deref(),
            Some("return=representation, count=exact, missing=default, max-affected=3")
        );
        assert_eq!(read.applied(false).as_deref(), Some("count=exact"));
        assert_eq!(parse(None).unwrap().applied(true), None);
    }

    #[test]
    fn what_is_unknown_is_ignored_unless_strict() {
        for header in [
            "foo, bar=1",
            "return=everything",
            "count=many",
            "missing=null",
            "timezone=UTC",
        ] {
            assert_eq!(parse(Some(header)).unwrap().applied(true), None, "{header}");
            let error = parse(Some(&format!("{header}, handling=strict"))).unwrap_err();
            assert_eq!(error.code, Code::NotSupported, "{header}");
        }
        assert!(parse(Some("handling=strict, return=minimal, tx=commit")).is_ok());
    }

    #[test]
    fn the_first_tx_counts() {
        for (header, undone) in [
            ("tx=rollback", true),
            ("return=minimal, TX = \"rollback\", tx=commit", true),
            ("tx=commit, tx=rollback", false),
            ("tx, xtx=rollback", false),
        ] {
            assert_eq!(rolls_back(Some(header)), undone, "{header}");
        }
        let read = parse(Some("tx=rollback")).unwrap();
        assert_eq!(read.applied(true).as_deref(), Some("tx=rollback"));
        assert_eq!(read.applied(false), None);
    }

    #[test]
    fn what_would_write_otherwise_is_refused() {
        for header in ["max-affected=x", "resolution=overwrite"] {
            assert_eq!(
                parse(Some(header)).unwrap_err().code,
                Code::BadRequest,
                "{header}"
            );
        }
    }
}
