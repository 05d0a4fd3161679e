//! Values in another JSON form than their type's own, as a cast asks for, with PostgreSQL's meaning.

use serde::{Deserialize, Serialize};

use super::print::marker_sql;
use super::{Scalar, Stored, TextLimit, ValueError, real};

/// Another JSON form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cast {
    /// A string: the characters of the value's own form.
    Text,
    /// A whole number: decimals are rounded half away from zero, doubles half to even.
    Whole,
    /// A number, with all its digits.
    Number,
    /// A number that a double holds. Numbers of other types keep all their digits.
    Double,
    /// true or false.
    Boolean,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// A moment without a zone.
    Datetime,
    /// A moment in UTC.
    Timestamp,
    /// JSON.
    Json,
}

/// What SQLite's message begins with where a text has not the form that a cast wants: a path into a document that is none.
const REFUSED: &str = "cast:";

/// What stands for a cast's letter where a document is not what a change of it needs.
const CONTAINER: char = 'O';
const ARRAY: char = 'A';

/// The most characters of a text that such a message repeats.
const SHOWN: u8 = 60;

/// How a text of any length is kept.
const TEXT: Stored = Stored::Text {
    limit: TextLimit::Bytes(u64::MAX),
    fold_case: false,
    fixed: false,
};

const WHOLE: Stored = Stored::Int {
    min: i64::MIN,
    max: i64::MAX,
};

impl Cast {
    /// All of them.
    pub(super) const ALL: [Self; 10] = [
        Self::Text,
        Self::Whole,
        Self::Number,
        Self::Double,
        Self::Boolean,
        Self::Date,
        Self::Time,
        Self::Datetime,
        Self::Timestamp,
        Self::Json,
    ];

    /// The letter in a marker: see [`super::rewrite`].
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Text => 'X',
            Self::Whole => 'W',
            Self::Number => 'N',
            Self::Double => 'F',
            Self::Boolean => 'B',
            Self::Date => 'D',
            Self::Time => 'T',
            Self::Datetime => 'M',
            Self::Timestamp => 'Z',
            Self::Json => 'J',
        }
    }

    /// SQL for a marker of a text (or of a JSON text) that becomes such a value where the answer is rewritten.
    pub fn read_sql(self, sql: &str, is_json: bool, nonce_sql: &str) -> String {
        let kind = if is_json { 'j' } else { 'c' };
        let letter = self.letter();
        format!("CASE WHEN {sql} IS NOT NULL THEN '~{kind}:'||{nonce_sql}||':{letter}'||hex({sql}) END")
    }

    /// How what a cast makes of texts would be kept in a column, and the SQL of it, for aggregates; `None` where it is not made
    /// in SQL. `rounds` says that JSON's numbers are rounded, where whole ones are wanted. A text that has not the form fails: see
    /// [`Cast::refused`].
    pub fn parsed(self, sql: &str, rounds: bool) -> Option<(Stored, String)> {
        let refused = self.refusal(sql);
        let digits = "ltrim(substr(t,1,1),'+-')||substr(t,2)";
        let from = format!("FROM (SELECT t,{digits} AS u FROM (SELECT trim({sql}) AS t))");
        let number = |kind: &str, value: &str| {
            format!(
                "CASE CASE WHEN json_valid(t) THEN json_type(t) END WHEN '{kind}' THEN {value} ELSE {refused} END"
            )
        };
        Some(match self {
            Self::Text => (TEXT, sql.to_owned()),
            Self::Whole => {
                let rounded = format!(
                    "CASE WHEN abs(t->>'$')<{} THEN CAST(round(t->>'$') AS INTEGER) ELSE {refused} END",
                    real::WHOLE_SQL
                );
                let otherwise = if rounds {
                    number("real", &rounded)
                } else {
                    refused.clone()
                };
                let whole = "u<>'' AND u NOT GLOB '*[^0-9]*' AND length(ltrim(u,'0'))<=18";
                let sql =
                    format!("(SELECT CASE WHEN {whole} THEN CAST(t AS INTEGER) ELSE {otherwise} END {from})");
                (WHOLE, sql)
            }
            Self::Number | Self::Double => {
                let kept = Stored::Real {
                    single: false,
                    unsigned: false,
                };
                let plain = "u GLOB '*[0-9]*' AND u NOT GLOB '*[^0-9.]*' AND u NOT GLOB '*.*.*'";
                let otherwise = number("real", "CAST(t AS REAL)");
                let sql =
                    format!("(SELECT CASE WHEN {plain} THEN CAST(t AS REAL) ELSE {otherwise} END {from})");
                (kept, sql)
            }
            Self::Boolean => {
                let flag = "CASE WHEN lower(t) IN ('t','tr','tru','true','y','ye','yes','on','1') THEN 1 \
                            WHEN lower(t) IN ('f','fa','fal','fals','false','n','no','of','off','0') THEN 0";
                (
                    Stored::Boolean,
                    format!("(SELECT {flag} ELSE {refused} END {from})"),
                )
            }
            Self::Date | Self::Time | Self::Datetime | Self::Timestamp | Self::Json => return None,
        })
    }

    /// SQL that fails, and says of which text.
    fn refusal(self, sql: &str) -> String {
        refusal(self.letter(), sql)
    }

    /// SQL that fails where a document is no object and no array.
    pub(super) fn no_container_sql(sql: &str) -> String {
        refusal(CONTAINER, sql)
    }

    /// SQL that fails where a document is no array.
    pub(super) fn no_array_sql(sql: &str) -> String {
        refusal(ARRAY, sql)
    }

    /// What was refused, where SQLite's error is that of a text without the form that a cast wants.
    pub fn refused(error: &str) -> Option<ValueError> {
        let at = error.find(REFUSED)? + REFUSED.len();
        let mut rest = error.get(at..)?.chars();
        let letter = rest.next()?;
        let text = rest.as_str();
        let text = text.rfind('\'').map_or(text, |end| &text[..end]);
        let text = text.replace("''", "'");
        match letter {
            CONTAINER => return Some(ValueError::expected("an object or an array", text)),
            ARRAY => return Some(ValueError::expected("an array", text)),
            _ => {}
        }
        let cast = Self::ALL.into_iter().find(|cast| cast.letter() == letter)?;
        Some(cast.refuse(&text))
    }
}

fn refusal(letter: char, sql: &str) -> String {
    format!(
        "CASE WHEN {sql} IS NOT NULL THEN json_extract('0','{REFUSED}{letter}'||substr({sql},1,{SHOWN})) END"
    )
}

impl Stored {
    /// Whether a value of this type has that form. A text or a document may turn out to have none.
    pub fn casts(&self, cast: Cast) -> bool {
        use Scalar as S;
        let scalar = self.scalar();
        let is_read = matches!(scalar, S::String | S::Json);
        let is_whole = matches!(scalar, S::Int | S::UnsignedInt | S::BigInt);
        let is_number = is_whole || matches!(scalar, S::Decimal | S::Float);
        let is_moment = matches!(scalar, S::Datetime | S::Timestamp);
        match cast {
            Cast::Text => true,
            Cast::Whole => is_read || is_number || scalar == S::Boolean,
            Cast::Number | Cast::Double => is_read || is_number,
            Cast::Boolean => is_read || is_whole || scalar == S::Boolean,
            Cast::Date | Cast::Datetime | Cast::Timestamp => is_read || is_moment || scalar == S::Date,
            Cast::Time => is_read || is_moment || scalar == S::Time,
            Cast::Json => is_read || matches!(scalar, S::Set | S::Geometry),
        }
    }

    /// Whether different values stay different in that form.
    pub fn keeps_apart(&self, cast: Cast) -> bool {
        match cast {
            Cast::Text | Cast::Number | Cast::Double | Cast::Json => {
                !matches!(self, Self::Text { .. } | Self::Json)
            }
            Cast::Whole => matches!(
                self.scalar(),
                Scalar::Int | Scalar::UnsignedInt | Scalar::BigInt | Scalar::Boolean
            ),
            _ => false,
        }
    }

    /// SQL over the stored form for the value in that form, as an argument of `json_object`. `sql` and `nonce_sql` are as in
    /// [`Stored::json_sql`].
    pub fn cast_sql(&self, sql: &str, cast: Cast, nonce_sql: &str) -> String {
        let own = || self.json_sql(sql, nonce_sql);
        match (cast, self.scalar()) {
            (Cast::Text, Scalar::Boolean) => format!("CASE {sql} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END"),
            (Cast::Text, Scalar::Int | Scalar::UnsignedInt) => format!("CAST({sql} AS TEXT)"),
            (Cast::Text, Scalar::Float) if self.rewrites() => real::text_sql(sql, nonce_sql),
            (Cast::Text, Scalar::Float) => format!("CAST({sql} AS TEXT)"),
            (Cast::Text, Scalar::Geometry) => marker_sql(sql, 'G', nonce_sql),
            // Behind an operator it no longer counts as JSON.
            (Cast::Text, Scalar::Json) => format!("({}||'')", own()),
            (Cast::Text, Scalar::Set) => self.set_text_sql(sql),
            (Cast::Json, Scalar::Json) => own(),
            (Cast::Text, _) => own(),
            (_, Scalar::String) => cast.read_sql(sql, false, nonce_sql),
            (_, Scalar::Json) => cast.read_sql(sql, true, nonce_sql),
            (Cast::Whole, _) => self.whole_sql(sql, nonce_sql),
            (Cast::Number | Cast::Double, Scalar::BigInt | Scalar::Decimal) => format!("json({})", own()),
            (Cast::Boolean, Scalar::Boolean) => own(),
            (Cast::Boolean, _) => {
                format!(
                    "json(CASE {sql} WHEN {} THEN 'false' ELSE CASE WHEN {sql} IS NOT NULL THEN 'true' END END)",
                    self.zero()
                )
            }
            (Cast::Date, Scalar::Datetime | Scalar::Timestamp) => format!("substr({sql},1,10)"),
            (Cast::Time, Scalar::Datetime | Scalar::Timestamp) => format!("rtrim(substr({sql},12),'Z')"),
            (Cast::Datetime | Cast::Timestamp, _) => self.moment_sql(sql, cast),
            _ => own(),
        }
    }

    /// Whether an answer that holds the value in that form goes through [`rewrite`](super::rewrite).
    pub fn cast_rewrites(&self, cast: Cast) -> bool {
        const NONCE: &str = ":nonce";
        self.cast_sql("x", cast, NONCE).contains(NONCE)
    }

    /// The values in that form as they would be kept in a column, and the SQL of one; `None` where they are not made in SQL.
    pub fn recast(&self, sql: &str, cast: Cast) -> Option<(Self, String)> {
        use Scalar as S;
        let own = || Some((self.clone(), sql.to_owned()));
        match (cast, self.scalar()) {
            (Cast::Text, S::String) | (Cast::Json, S::Json | S::Set) => own(),
            (_, S::String) => cast.parsed(sql, false),
            (_, S::Json | S::Geometry | S::Bytes) => None,
            (Cast::Text, _) if self.rewrites() => None,
            (Cast::Text, _) => Some((TEXT, format!("({})", self.cast_sql(sql, cast, "''")))),
            (Cast::Whole, S::Boolean) => Some((WHOLE, sql.to_owned())),
            (Cast::Whole, S::Float) => Some((self.clone(), real::rounded_sql(sql))),
            (Cast::Whole, S::Decimal) => match self {
                Self::Scaled { .. } => Some((WHOLE, format!("({})", self.whole_sql(sql, "''")))),
                Self::Sortable { scale: 0, .. } => own(),
                _ => None,
            },
            (Cast::Boolean, S::Int | S::UnsignedInt | S::BigInt) => {
                Some((Self::Boolean, format!("({sql}<>{})", self.zero())))
            }
            (Cast::Date, S::Datetime | S::Timestamp) => Some((Self::Date, format!("substr({sql},1,10)"))),
            (Cast::Time, S::Datetime | S::Timestamp) => None,
            (Cast::Datetime | Cast::Timestamp, S::Date | S::Datetime | S::Timestamp) => {
                let fraction = match self {
                    Self::Datetime { fraction } | Self::Timestamp { fraction } => *fraction,
                    _ => 0,
                };
                let kept = match cast {
                    Cast::Timestamp => Self::Timestamp { fraction },
                    _ => Self::Datetime { fraction },
                };
                Some((kept, self.moment_sql(sql, cast)))
            }
            _ if self.casts(cast) => own(),
            _ => None,
        }
    }

    fn moment_sql(&self, sql: &str, cast: Cast) -> String {
        match (cast, self) {
            (Cast::Timestamp, Self::Date) => format!("({sql}||'T00:00:00Z')"),
            (Cast::Timestamp, Self::Datetime { .. }) => format!("({sql}||'Z')"),
            (Cast::Datetime, Self::Date) => format!("({sql}||'T00:00:00')"),
            (Cast::Datetime, Self::Timestamp { .. }) => format!("rtrim({sql},'Z')"),
            _ => sql.to_owned(),
        }
    }

    /// The number, rounded where it has digits behind the point.
    fn whole_sql(&self, sql: &str, nonce_sql: &str) -> String {
        match self {
            Self::Scaled { scale: 0, .. } => sql.to_owned(),
            Self::Scaled { scale, .. } => {
                let unit = 10_i64.pow(u32::from(*scale));
                format!(
                    "{sql}/{unit}+CASE WHEN abs({sql}%{unit})*2<{unit} THEN 0 WHEN {sql}<0 THEN -1 ELSE 1 END"
                )
            }
            Self::Sortable { scale: 0, .. } | Self::BiasedUnsigned => {
                format!("json({})", self.json_sql(sql, nonce_sql))
            }
            Self::Sortable { .. } => Cast::Whole.read_sql(&self.json_sql(sql, nonce_sql), true, nonce_sql),
            Self::Real { .. } => format!(
                "CASE WHEN abs({sql})<{EXACT} THEN CAST({} AS INTEGER) ELSE {} END",
                real::rounded_sql(sql),
                self.json_sql(sql, nonce_sql),
                EXACT = real::WHOLE_SQL
            ),
            _ => sql.to_owned(),
        }
    }

    /// How zero is kept.
    fn zero(&self) -> i64 {
        match self {
            Self::BiasedUnsigned => i64::MIN,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite::types::Value;

    use super::Cast;

    fn parsed(cast: Cast, text: &str, rounds: bool) -> Result<Value, String> {
        let (_, sql) = cast.parsed("x", rounds).ok_or("is not made in SQL")?;
        let connection = Connection::open_in_memory().map_err(|error| error.to_string())?;
        connection
            .query_row(&format!("SELECT {sql} FROM (SELECT ?1 AS x)"), [text], |row| {
                row.get(0)
            })
            .map_err(|error| {
                Cast::refused(&error.to_string()).map_or(error.to_string(), |why| why.to_string())
            })
    }

    #[test]
    fn texts_are_parsed_as_they_are_read() {
        for (cast, text, expected) in [
            (Cast::Whole, " 0012 ", Value::Integer(12)),
            (Cast::Whole, "+7", Value::Integer(7)),
            (Cast::Whole, "-000", Value::Integer(0)),
            (
                Cast::Whole,
                "999999999999999999",
                Value::Integer(999_999_999_999_999_999),
            ),
            (Cast::Number, "007.50", Value::Real(7.5)),
            (Cast::Number, "-.5", Value::Real(-0.5)),
            (Cast::Number, "1e3", Value::Real(1000.0)),
            (Cast::Boolean, " YES ", Value::Integer(1)),
            (Cast::Boolean, "off", Value::Integer(0)),
        ] {
            assert_eq!(parsed(cast, text, false), Ok(expected), "{cast:?} of {text}");
        }
        for (cast, text) in [
            (Cast::Whole, ""),
            (Cast::Whole, "2.5"),
            (Cast::Whole, "--1"),
            (Cast::Whole, "it's"),
            (Cast::Whole, "9999999999999999999"),
            (Cast::Number, "1.2.3"),
            (Cast::Number, "."),
            (Cast::Number, "true"),
            (Cast::Boolean, "2"),
        ] {
            let error = parsed(cast, text, false).unwrap_err();
            assert!(
                error.starts_with("expected ") && error.ends_with(&format!("got \"{text}\"")),
                "{error}"
            );
        }
        assert_eq!(parsed(Cast::Whole, "-2.5", true), Ok(Value::Integer(-3)));
    }
}
