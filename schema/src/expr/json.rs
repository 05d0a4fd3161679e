//! JSON documents: the SQL of this kind gives a JSON text.

use super::ExprError;
use super::compare::print;
use super::syntax::Comparison;
use super::typed::{Collation, Kind, Rank, Sql, Typed, text_sql};
use super::{real, text};

/// Arguments of one function, and twice its pairs.
const ARGUMENTS: usize = 32;

/// A document: a column, or a literal or text that is one.
pub(super) fn document(value: &Typed) -> Result<Sql, ExprError> {
    match &value.kind {
        Kind::Json | Kind::Null | Kind::Text(_) => Ok(value.sql.clone()),
        Kind::String(document) => match serde_json::from_str::<serde_json::Value>(document) {
            Ok(_) => Ok(text_sql(document)),
            Err(_) => Err(ExprError::unsupported(format!("'{document}', which is no JSON"))),
        },
        _ => Err(ExprError::unsupported(format!(
            "{} where JSON is needed",
            value.kind.name()
        ))),
    }
}

/// `JSON_EXTRACT(document, path)`.
pub(super) fn extract(value: &Typed, path: &Typed) -> Result<Typed, ExprError> {
    let (document, path) = (document(value)?, path_sql(path)?);
    let text = format!("({document}->{path})");
    Ok(Typed::new(Sql::over(1, &[&document], text)?, Kind::Json))
}

/// A path that SQLite reads as MySQL does: members and elements, none of them a wildcard or counted from the end.
pub(super) fn path_sql(path: &Typed) -> Result<Sql, ExprError> {
    let Kind::String(path) = &path.kind else {
        return Err(ExprError::unsupported("a JSON path that is not a text literal"));
    };
    if is_plain_path(path) {
        Ok(text_sql(path))
    } else {
        Err(ExprError::unsupported(format!(
            "the JSON path '{path}'; members ($.name, $.\"name\") and elements ($[0]) are"
        )))
    }
}

fn is_plain_path(path: &str) -> bool {
    let Some(mut rest) = path.strip_prefix('$') else {
        return false;
    };
    while !rest.is_empty() {
        let step = if let Some(quoted) = rest.strip_prefix(".\"") {
            quoted
                .find('"')
                .filter(|end| !quoted[..*end].contains('\\'))
                .map(|end| end + 3)
        } else if let Some(name) = rest.strip_prefix('.') {
            let end = name.find(['.', '[']).unwrap_or(name.len());
            let is_name = name[..end]
                .chars()
                .all(|c| c.is_alphanumeric() || c == '_' || c == '$');
            (end > 0 && is_name).then_some(end + 1)
        } else if let Some(index) = rest.strip_prefix('[') {
            let end = index.find(']').unwrap_or(0);
            let is_index = end > 0 && end < 10 && index[..end].bytes().all(|b| b.is_ascii_digit());
            is_index.then_some(end + 2)
        } else {
            None
        };
        match step {
            Some(length) => rest = &rest[length..],
            None => return false,
        }
    }
    true
}

/// `JSON_UNQUOTE`: the characters of a JSON string, and any other document as it is written.
pub(super) fn unquote(value: &Typed) -> Result<Typed, ExprError> {
    if !matches!(value.kind, Kind::Json | Kind::Null) {
        return Err(ExprError::unsupported("JSON_UNQUOTE of what is no JSON"));
    }
    let sql = &value.sql;
    let text = format!("(CASE json_type({sql}) WHEN 'text' THEN {sql}->>'$' ELSE {sql} END)");
    let collation = Collation {
        fold: false,
        rank: Rank::Column,
    };
    Ok(Typed::new(Sql::over(3, &[sql], text)?, Kind::Text(collation)))
}

/// A JSON value against a number or a text, by MySQL's order of JSON types.
pub(super) fn compare(op: Comparison, left: &Typed, right: &Typed) -> Result<Sql, ExprError> {
    let sql = &left.sql;
    let (same_type, other, below) = match &right.kind {
        Kind::String(_) | Kind::Text(_) => ("'text'", text::text(right)?.0, "'null','integer','real'"),
        Kind::Number(_) => ("'integer','real'", real_or_whole(right)?, "'null'"),
        Kind::Real => ("'integer','real'", right.sql.clone(), "'null'"),
        Kind::Exact(range) if range.scale == 0 => ("'integer','real'", right.sql.clone(), "'null'"),
        _ => {
            return Err(ExprError::unsupported(format!(
                "comparing JSON with {}",
                right.kind.name()
            )));
        }
    };
    let value = Sql::over(1, &[sql], format!("({sql}->>'$')"))?;
    let equal = print(op, &value, &other)?;
    if op == Comparison::NullSafe {
        let text = format!("(coalesce(json_type({sql}),'') IN ({same_type}) AND {equal})");
        return Sql::over(3, &[sql, &equal], text);
    }
    let (less, greater) = match op {
        Comparison::Less | Comparison::LessOrEqual => (1, 0),
        Comparison::Greater | Comparison::GreaterOrEqual => (0, 1),
        Comparison::NotEqual => (1, 1),
        _ => (0, 0),
    };
    let text = format!(
        "(CASE WHEN {sql} IS NULL OR {other} IS NULL THEN NULL WHEN json_type({sql}) IN ({same_type}) THEN {equal} \
         WHEN json_type({sql}) IN ({below}) THEN {less} ELSE {greater} END)"
    );
    Sql::over(5, &[sql, &equal, &other], text)
}

fn real_or_whole(number: &Typed) -> Result<Sql, ExprError> {
    match super::exact::Exact::of(number) {
        Some(exact) if exact.range.scale == 0 => Ok(exact.sql),
        _ => real::real(number, "a comparison"),
    }
}

/// A value as an argument of `json_array`.
fn element(value: &Typed) -> Result<Sql, ExprError> {
    let sql = &value.sql;
    match &value.kind {
        Kind::Json => Sql::over(1, &[sql], format!("json({sql})")),
        Kind::Exact(range) if range.scale == 0 => Ok(sql.clone()),
        Kind::Year | Kind::Null => Ok(sql.clone()),
        Kind::Number(number) => Ok(Sql::atom(format!("json('{}')", number.text()))),
        Kind::Exact(_) | Kind::Biased | Kind::Sortable { .. } => {
            let (digits, _) = text::text(value)?;
            Sql::over(1, &[&digits], format!("json({digits})"))
        }
        Kind::String(_) | Kind::Text(_) | Kind::Enum { .. } | Kind::Set { .. } => Ok(text::text(value)?.0),
        _ => Err(ExprError::unsupported(format!(
            "{} in a JSON value",
            value.kind.name()
        ))),
    }
}

/// `JSON_ARRAY` and `JSON_OBJECT`.
pub(super) fn build(name: &str, values: &[Typed]) -> Result<Typed, ExprError> {
    let is_object = name == "JSON_OBJECT";
    if is_object && !values.len().is_multiple_of(2) {
        return Err(ExprError::syntax("JSON_OBJECT takes names and values in pairs"));
    }
    if values.len() > ARGUMENTS {
        return Err(ExprError::unsupported(format!("more than {ARGUMENTS} arguments")));
    }
    let parts = values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            if is_object && at % 2 == 0 {
                Ok(text::text(value)?.0)
            } else {
                element(value)
            }
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Typed::new(
        Sql::call(&name.to_ascii_lowercase(), &parts)?,
        Kind::Json,
    ))
}

/// `JSON_LENGTH` of an array or a scalar. SQLite counts no members without a subquery: an object fails, and says so.
pub(super) fn length(value: &Typed) -> Result<Typed, ExprError> {
    let sql = document(value)?;
    let text = format!(
        "(CASE json_type({sql}) WHEN 'array' THEN json_array_length({sql}) \
         WHEN 'object' THEN json_extract({sql},'JSON_LENGTH of an object is not supported') \
         ELSE CASE WHEN {sql} IS NOT NULL THEN 1 END END)"
    );
    Ok(Typed::whole(
        Sql::over(4, &[&sql], text)?,
        0,
        i128::from(i32::MAX),
    ))
}

/// `JSON_TYPE`, for the types that a text can tell.
pub(super) fn type_name(value: &Typed) -> Result<Typed, ExprError> {
    let sql = document(value)?;
    let text = format!(
        "(CASE json_type({sql}) WHEN 'text' THEN 'STRING' WHEN 'real' THEN 'DOUBLE' WHEN 'true' THEN 'BOOLEAN' \
         WHEN 'false' THEN 'BOOLEAN' ELSE upper(json_type({sql})) END)"
    );
    Ok(Typed::new(
        Sql::over(3, &[&sql], text)?,
        Kind::Text(Collation::LITERAL),
    ))
}
