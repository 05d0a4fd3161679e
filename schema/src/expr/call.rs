//! Functions by their names.

use super::compare::compare;
use super::exact::Exact;
use super::syntax::{Comparison, Node};
use super::translate::Scope;
use super::typed::{Collation, Kind, Sql, Typed};
use super::unify::unify;
use super::{ExprError, date_format, exact, json, real, text, text_parts, time};

/// The most arguments that SQLite's functions take where we run.
const ARGUMENTS: usize = 32;

/// The longest text, in characters or bytes, that a row can hold.
const LENGTH: i128 = 1 << 32;

/// Random, with the marks of version 4 in their places.
const UUID: &str = "lower(printf('%s-%s-4%s-%s%s-%s',hex(randomblob(4)),hex(randomblob(2)),\
    substr(hex(randomblob(2)),2),substr('89AB',(random()&3)+1,1),substr(hex(randomblob(2)),2),hex(randomblob(6))))";

/// A call of a function, its name in capitals.
pub(super) fn call(scope: &Scope, name: &str, nodes: &[Node]) -> Result<Typed, ExprError> {
    if nodes.len() > ARGUMENTS {
        return Err(ExprError::unsupported(format!(
            "more than {ARGUMENTS} arguments of {name}"
        )));
    }
    if let Some(typed) = varying(scope, name, nodes)? {
        return Ok(typed);
    }
    // A quotient is exact only where it is rounded at once.
    if let ("ROUND", [quotient, rest @ ..]) = (name, nodes)
        && let Some(exact) = scope.rounded_quotient(quotient, digits(rest)?)?
    {
        return Ok(exact.typed());
    }
    // How UUID_TO_BIN is written for MariaDB and for MySQL 5.7: its length is known.
    if let ("UNHEX", [Node::Call(replace, parts)]) = (name, nodes)
        && let (
            "REPLACE",
            [
                uuid @ Node::Call(inner, _),
                Node::String(dash),
                Node::String(nothing),
            ],
        ) = (replace.as_str(), parts.as_slice())
        && (inner.as_str(), dash.as_str(), nothing.as_str()) == ("UUID", "-", "")
    {
        return call(scope, "UUID_TO_BIN", std::slice::from_ref(uuid));
    }
    let values = if matches!(name, "JSON_ARRAY" | "JSON_OBJECT") {
        nodes
            .iter()
            .map(|node| json_element(scope, node))
            .collect::<Result<Vec<_>, _>>()?
    } else {
        scope.values(nodes)?
    };
    let found = chosen(name, &values)?
        .or(numeric(name, &values)?)
        .or(textual(name, &values)?)
        .or(temporal(name, &values)?)
        .or(document(name, &values)?);
    found
        .ok_or_else(|| ExprError::unsupported(format!("the function {name} with {} arguments", values.len())))
}

/// `TRUE` and `FALSE` are JSON's own in JSON, and numbers elsewhere.
fn json_element(scope: &Scope, node: &Node) -> Result<Typed, ExprError> {
    match node {
        Node::Flag(flag) => Ok(Typed::new(Sql::atom(format!("json('{flag}')")), Kind::Json)),
        other => scope.value(other),
    }
}

/// Functions of the clock and of chance.
fn varying(scope: &Scope, name: &str, nodes: &[Node]) -> Result<Option<Typed>, ExprError> {
    let fraction = || match nodes {
        [] => Ok(0),
        [Node::Number(digits)] => digits
            .parse()
            .ok()
            .filter(|digits| *digits <= 6)
            .ok_or_else(|| ExprError::syntax(format!("{name} takes 0 to 6 digits of a second"))),
        _ => Err(ExprError::syntax(format!(
            "{name} takes 0 to 6 digits of a second"
        ))),
    };
    let typed = match name {
        "NOW" | "CURRENT_TIMESTAMP" | "LOCALTIME" | "LOCALTIMESTAMP" | "SYSDATE" | "UTC_TIMESTAMP" => {
            let fraction = fraction()?;
            Typed::new(time::now(fraction), Kind::Now { fraction })
        }
        "CURDATE" | "CURRENT_DATE" | "UTC_DATE" => Typed::new(Sql::atom("date('now')"), Kind::Date),
        "UNIX_TIMESTAMP" if nodes.is_empty() => {
            Typed::whole(Sql::atom("CAST(strftime('%s','now') AS INTEGER)"), 0, 1 << 40)
        }
        "UUID" => {
            let sql = Sql::over(5, &[], UUID.to_owned())?;
            Typed::new(sql, Kind::Text(Collation::LITERAL))
        }
        _ => return Ok(None),
    };
    scope.varying(&format!("{name}()"))?;
    Ok(Some(typed))
}

/// Functions that choose one of their arguments.
fn chosen(name: &str, values: &[Typed]) -> Result<Option<Typed>, ExprError> {
    Ok(Some(match (name, values) {
        ("IF", [condition, ..]) if values.len() == 3 => {
            let condition = super::translate::truth(condition)?;
            let unified = unify(&values[1..])?;
            let (yes, no) = (&unified.parts[0], &unified.parts[1]);
            let text = format!("(CASE WHEN {condition} THEN {yes} ELSE {no} END)");
            Typed::new(Sql::over(1, &[&condition, yes, no], text)?, unified.kind)
        }
        ("IFNULL", [_, _]) | ("COALESCE", [_, _, ..]) => {
            let unified = unify(values)?;
            Typed::new(Sql::call("coalesce", &unified.parts)?, unified.kind)
        }
        ("COALESCE", [only]) => only.clone(),
        ("NULLIF", [value, other]) => {
            let equal = compare(Comparison::Equal, value, other)?;
            let unified = unify(std::slice::from_ref(value))?;
            let kept = &unified.parts[0];
            let text = format!("(CASE WHEN {equal} THEN NULL ELSE {kept} END)");
            Typed::new(Sql::over(1, &[&equal, kept], text)?, unified.kind)
        }
        ("ISNULL", [value]) => {
            if value.is_literal_value() {
                return Ok(Some(Typed::truth(Sql::atom("0"))));
            }
            Typed::truth(Sql::over(1, &[&value.sql], format!("({} IS NULL)", value.sql))?)
        }
        ("GREATEST" | "LEAST", [_, _, ..]) => {
            let unified = unify(values)?;
            let mut parts = unified.parts;
            match &unified.kind {
                Kind::Json | Kind::Geometry | Kind::Untold | Kind::Enum { .. } | Kind::Set { .. } => {
                    return Err(ExprError::unsupported(format!(
                        "{name} of {}",
                        unified.kind.name()
                    )));
                }
                // The first argument's collation counts.
                Kind::Text(collation) => {
                    let text = format!("{} COLLATE {}", parts[0], collation.name());
                    parts[0] = Sql::over(1, &[&parts[0]], text)?;
                }
                _ => {}
            }
            let function = if name == "GREATEST" { "max" } else { "min" };
            Typed::new(Sql::call(function, &parts)?, unified.kind)
        }
        _ => return Ok(None),
    }))
}

fn numeric(name: &str, values: &[Typed]) -> Result<Option<Typed>, ExprError> {
    let exact = |value: &Typed| Exact::need(value, name);
    Ok(Some(match (name, values) {
        ("ABS", [value]) if value.kind == Kind::Real => {
            Typed::new(Sql::call("abs", std::slice::from_ref(&value.sql))?, Kind::Real)
        }
        ("ABS", [value]) => exact(value)?.absolute()?.typed(),
        ("FLOOR" | "CEIL" | "CEILING", [value]) if value.kind == Kind::Real => {
            real::whole(value, name != "FLOOR")?
        }
        ("FLOOR", [value]) => exact(value)?.whole_towards(false)?.typed(),
        ("CEIL" | "CEILING", [value]) => exact(value)?.whole_towards(true)?.typed(),
        ("ROUND", [value]) => exact(value)?.rounded(0)?.typed(),
        ("ROUND", [value, digits]) => {
            let scale = constant(digits, name)?;
            let exact = exact(value)?;
            let scale = u8::try_from(scale)
                .map_err(|_| ExprError::unsupported("ROUND to digits before the point"))?
                .min(exact.range.scale);
            exact.rounded(scale)?.typed()
        }
        ("MOD", [left, right]) if !real::either_real(left, right) => {
            let op = super::syntax::Arithmetic::Remainder;
            exact::arithmetic(op, exact(left)?, exact(right)?)?.typed()
        }
        ("SIGN", [value]) => {
            let sql = if value.kind == Kind::Real {
                value.sql.clone()
            } else {
                exact(value)?.sql
            };
            Typed::whole(Sql::over(2, &[&sql], format!("(({sql}>0)-({sql}<0))"))?, -1, 1)
        }
        _ => return Ok(None),
    }))
}

fn textual(name: &str, values: &[Typed]) -> Result<Option<Typed>, ExprError> {
    let number = |sql: Sql| Typed::whole(sql, 0, LENGTH);
    Ok(Some(match (name, values) {
        ("CONCAT", [_, ..]) => text::concat(values)?,
        ("CONCAT_WS", [_, _, ..]) => text::concat_with(values)?,
        ("LENGTH" | "OCTET_LENGTH", [value]) => {
            let sql = match value.kind {
                Kind::Bytes { .. } => value.sql.clone(),
                _ => text::text(value)?.0,
            };
            number(Sql::call("octet_length", &[sql])?)
        }
        ("CHAR_LENGTH" | "CHARACTER_LENGTH", [value]) => {
            number(Sql::call("length", &[text::text(value)?.0])?)
        }
        ("UPPER" | "UCASE", [value]) => text::mapped(value, 1, |sql| format!("upper({sql})"))?,
        ("LOWER" | "LCASE", [value]) => text::mapped(value, 1, |sql| format!("lower({sql})"))?,
        ("TRIM" | "LTRIM" | "RTRIM", [value]) => {
            let function = name.to_ascii_lowercase();
            text::mapped(value, 1, |sql| format!("{function}({sql})"))?
        }
        ("SUBSTRING" | "SUBSTR" | "MID", [value, from]) => match constant(from, name) {
            Ok(from) => text::substring(value, from, None)?,
            Err(_) => text::substring_at(value, &whole(from, name)?, None)?,
        },
        ("SUBSTRING" | "SUBSTR" | "MID", [value, from, length]) => {
            match (constant(from, name), constant(length, name)) {
                (Ok(from), Ok(length)) => text::substring(value, from, Some(length))?,
                _ => text::substring_at(value, &whole(from, name)?, Some(&whole(length, name)?))?,
            }
        }
        ("LEFT", [value, length]) => text::left(value, &whole(length, name)?)?,
        ("RIGHT", [value, length]) => text::right(value, &whole(length, name)?)?,
        ("LPAD" | "RPAD", [value, length, filling]) => {
            text_parts::padded(value, constant(length, name)?, filling, name == "LPAD")?
        }
        ("REPEAT", [value, times]) => text_parts::repeated(value, constant(times, name)?)?,
        ("SPACE", [times]) => text_parts::spaces(constant(times, name)?)?,
        ("SUBSTRING_INDEX", [value, delimiter, count]) => {
            text_parts::index(value, delimiter, constant(count, name)?)?
        }
        ("INSTR", [value, wanted]) | ("LOCATE", [wanted, value]) => text_parts::position(value, wanted, 1)?,
        ("LOCATE", [wanted, value, from]) => text_parts::position(value, wanted, constant(from, name)?)?,
        ("FIELD", [value, others @ ..]) if !others.is_empty() => text_parts::field(value, others)?,
        ("ELT", [number, values @ ..]) if !values.is_empty() => {
            text_parts::chosen(&whole(number, name)?, values)?
        }
        ("STRCMP", [left, right]) => text_parts::ordered(left, right)?,
        ("REPLACE", [_, _, _]) => {
            let (parts, collation) = text::all(values)?;
            Typed::new(Sql::call("replace", &parts)?, Kind::Text(collation))
        }
        ("UUID_TO_BIN", [value]) => {
            let (sql, _) = text::text(value)?;
            let bytes = Sql::over(2, &[&sql], format!("unhex(replace({sql},'-',''))"))?;
            Typed::new(bytes, Kind::Bytes { length: Some(16) })
        }
        ("UNHEX", [value]) => {
            let (sql, _) = text::text(value)?;
            let bytes = Sql::over(1, &[&sql], format!("unhex({sql})"))?;
            Typed::new(bytes, Kind::Bytes { length: None })
        }
        ("HEX", [value]) if matches!(value.kind, Kind::Bytes { .. }) => {
            let sql = &value.sql;
            let text = format!("(CASE WHEN {sql} IS NOT NULL THEN hex({sql}) END)");
            Typed::new(Sql::over(3, &[sql], text)?, Kind::Text(Collation::LITERAL))
        }
        _ => return Ok(None),
    }))
}

fn temporal(name: &str, values: &[Typed]) -> Result<Option<Typed>, ExprError> {
    Ok(Some(match (name, values) {
        ("DATE", [value]) => time::date(value)?,
        ("YEAR", [value]) if value.kind == Kind::Year => value.clone(),
        (
            "YEAR" | "MONTH" | "DAY" | "DAYOFMONTH" | "QUARTER" | "DAYOFWEEK" | "WEEKDAY" | "DAYOFYEAR",
            [value],
        ) => time::date_part(value, name)?,
        ("HOUR" | "MINUTE" | "SECOND" | "MICROSECOND", [value]) => time::clock_part(value, name)?,
        ("DATEDIFF", [left, right]) => time::days_between(left, right)?,
        ("TIMESTAMP", [value]) => time::moment(value)?,
        ("DATE_FORMAT", [value, format]) => date_format::format(value, format)?,
        ("DAYNAME" | "MONTHNAME", [value]) => date_format::name(value, name == "MONTHNAME")?,
        ("LAST_DAY", [value]) => time::last_day(value)?,
        ("TO_DAYS", [value]) => time::day_number(value)?,
        ("WEEK", [value]) => time::date_part(value, "WEEK 0")?,
        ("WEEK", [value, mode]) => time::date_part(value, &format!("WEEK {}", constant(mode, name)?))?,
        ("WEEKOFYEAR", [value]) => time::date_part(value, "WEEK 3")?,
        ("TIME_TO_SEC", [value]) => time::seconds(value)?,
        _ if let (Some(unit), [from, to]) = (name.strip_prefix("TIMESTAMPDIFF "), values) => {
            time::units_between(unit, from, to)?
        }
        _ => return Ok(None),
    }))
}

fn document(name: &str, values: &[Typed]) -> Result<Option<Typed>, ExprError> {
    Ok(Some(match (name, values) {
        ("JSON_EXTRACT", [value, path]) => json::extract(value, path)?,
        ("JSON_UNQUOTE", [value]) => json::unquote(value)?,
        ("JSON_VALUE", [value, path]) => json::unquote(&json::extract(value, path)?)?,
        ("JSON_VALID", [value]) if value.kind == Kind::Json => {
            let text = format!("json_valid({})", value.sql);
            Typed::truth(Sql::over(1, &[&value.sql], text)?)
        }
        ("JSON_VALID", [value]) => {
            let (sql, _) = text::text(value)?;
            Typed::truth(Sql::call("json_valid", &[sql])?)
        }
        ("JSON_ARRAY" | "JSON_OBJECT", _) => json::build(name, values)?,
        ("JSON_LENGTH", [value]) => json::length(value)?,
        ("JSON_LENGTH", [value, path]) => json::length(&json::extract(value, path)?)?,
        ("JSON_TYPE", [value]) => json::type_name(value)?,
        ("JSON_CONTAINS_PATH", [value, all, path]) if matches!(&all.kind, Kind::String(word) if word == "one" || word == "all") =>
        {
            let (sql, path) = (json::document(value)?, json::path_sql(path)?);
            let text = format!("(CASE WHEN {sql} IS NOT NULL THEN json_type({sql},{path}) IS NOT NULL END)");
            Typed::truth(Sql::over(3, &[&sql], text)?)
        }
        _ => return Ok(None),
    }))
}

/// The digits that ROUND's second argument asks for, 0 where there is none.
fn digits(nodes: &[Node]) -> Result<u8, ExprError> {
    match nodes {
        [] => Ok(0),
        [Node::Number(digits)] => digits
            .parse()
            .map_err(|_| ExprError::unsupported("ROUND to so many digits")),
        _ => Err(ExprError::unsupported(
            "ROUND to digits that are no constant from 0",
        )),
    }
}

fn constant(value: &Typed, name: &str) -> Result<i64, ExprError> {
    let found = match &value.kind {
        Kind::Number(number) => number.at_scale(0).filter(|number| !number.rest),
        _ => None,
    };
    found
        .and_then(|number| i64::try_from(number.units).ok())
        .ok_or_else(|| {
            ExprError::unsupported(format!(
                "{name} with a position or length that is no constant integer"
            ))
        })
}

fn whole(value: &Typed, name: &str) -> Result<Exact, ExprError> {
    let exact = Exact::need(value, name)?;
    if exact.range.scale > 0 || exact.range.low == i128::from(i64::MIN) {
        return Err(ExprError::unsupported(format!(
            "{name} with a length that is no INT"
        )));
    }
    Ok(exact)
}
