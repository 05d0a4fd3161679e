//! What is accepted but not enforced or not kept: one warning for each kind of it.

use super::{Location, Warning};

/// A kind of thing that is accepted but not enforced or not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unkept {
    Accounts,
    AutoIncrementStart,
    CaseFolding,
    CheckNotEnforced,
    ClientCommand,
    DataStatement,
    FloatDigits,
    FunctionalKey,
    Geometry,
    InlineReference,
    InvisibleColumn,
    KeyOrder,
    KeyPrefix,
    LooseReference,
    MariaDbType,
    NumericBoolean,
    Partitions,
    SpatialKey,
    SystemVersioning,
    ZeroDateDefault,
    Zerofill,
}

impl Unkept {
    const fn code(self) -> &'static str {
        match self {
            Self::Accounts => "accounts-ignored",
            Self::AutoIncrementStart => "auto-increment-start-ignored",
            Self::CaseFolding => "ascii-collation",
            Self::CheckNotEnforced => "check-not-enforced",
            Self::ClientCommand => "client-command-ignored",
            Self::DataStatement => "statement-not-run",
            Self::FloatDigits => "float-digits-ignored",
            Self::FunctionalKey => "functional-key-not-built",
            Self::Geometry => "geometry-as-stored",
            Self::InlineReference => "inline-reference-ignored",
            Self::InvisibleColumn => "column-visible",
            Self::KeyOrder => "key-order-ignored",
            Self::KeyPrefix => "key-prefix-ignored",
            Self::LooseReference => "foreign-key-not-enforced",
            Self::MariaDbType => "type-as-text",
            Self::NumericBoolean => "tinyint-1-as-number",
            Self::Partitions => "partitions-ignored",
            Self::SpatialKey => "spatial-key-not-built",
            Self::SystemVersioning => "versioning-ignored",
            Self::ZeroDateDefault => "zero-date-default",
            Self::Zerofill => "zerofill-ignored",
        }
    }

    const fn says(self) -> &'static str {
        match self {
            Self::Accounts => "accounts and their rights are not taken: access is by API keys",
            Self::AutoIncrementStart => {
                "AUTO_INCREMENT starting values are not kept: the next value is one above the table's largest"
            }
            Self::CaseFolding => {
                "text compares without case for ASCII letters only; accents and the case of other letters count"
            }
            Self::CheckNotEnforced => "this CHECK is accepted but not enforced",
            Self::ClientCommand => "commands to the client are not followed: another file is not read",
            Self::DataStatement => "statements on rows other than INSERT are not run",
            Self::FloatDigits => {
                "values are not rounded to the declared digits; DECIMAL keeps digits exactly"
            }
            Self::FunctionalKey => {
                "keys over expressions are accepted but neither built nor, if UNIQUE, enforced"
            }
            Self::Geometry => {
                "shapes are stored as they came: not validated against an SRID, no spatial index"
            }
            Self::InlineReference => {
                "REFERENCES behind a column does nothing, as in MySQL: declare FOREIGN KEY (…) REFERENCES …"
            }
            Self::InvisibleColumn => "INVISIBLE columns are shown",
            Self::KeyOrder => "keys are kept in ascending order; DESC is not kept",
            Self::KeyPrefix => {
                "prefix lengths of keys are not kept: the whole value is indexed, and compared if UNIQUE"
            }
            Self::LooseReference => {
                "foreign keys to columns that are no PRIMARY or UNIQUE key make relations, but are not enforced and do nothing \
                 on DELETE and UPDATE"
            }
            Self::MariaDbType => {
                "UUID, INET4 and INET6 of MariaDB are kept as text: its form is not checked, and compares as text"
            }
            Self::NumericBoolean => {
                "these TINYINT(1) columns hold other numbers than 0 and 1 in this script, so they are numbers and no booleans"
            }
            Self::Partitions => "partitions are not kept: all rows are stored together",
            Self::SpatialKey => "SPATIAL keys are accepted but not built",
            Self::SystemVersioning => "system versioning is not kept",
            Self::ZeroDateDefault => {
                "zero dates are no dates: the column gets no default, so that it is NULL, or if NOT NULL must be given"
            }
            Self::Zerofill => {
                "ZEROFILL is not kept: numbers are shown without leading zeros (they are UNSIGNED)"
            }
        }
    }
}

/// The kinds seen so far, and for what.
#[derive(Debug, Clone)]
pub(crate) struct Tally<P> {
    seen: Vec<Seen<P>>,
}

#[derive(Debug, Clone)]
struct Seen<P> {
    kind: Unkept,
    first: P,
    named: Vec<String>,
    count: usize,
}

impl<P> Default for Tally<P> {
    fn default() -> Self {
        Self { seen: Vec::new() }
    }
}

impl<P> Tally<P> {
    /// Notes one more thing, by its name.
    pub(crate) fn note(&mut self, kind: Unkept, at: P, name: impl Into<String>) {
        const MOST_NAMED: usize = 5;
        let name = name.into();
        let Some(seen) = self.seen.iter_mut().find(|seen| seen.kind == kind) else {
            self.seen.push(Seen {
                kind,
                first: at,
                named: vec![name],
                count: 1,
            });
            return;
        };
        seen.count += 1;
        if seen.named.len() < MOST_NAMED {
            seen.named.push(name);
        }
    }

    /// One warning for each kind.
    pub(crate) fn warnings(self, locate: impl Fn(P) -> Location) -> Vec<Warning> {
        let mut warnings = Vec::new();
        for seen in self.seen {
            let mut message = format!("{}: {}", seen.kind.says(), seen.named.join(", "));
            if seen.count > seen.named.len() {
                message += &format!(" and {} more", seen.count - seen.named.len());
            }
            warnings.push(Warning {
                code: seen.kind.code(),
                message,
                at: locate(seen.first),
            });
        }
        warnings
    }
}
