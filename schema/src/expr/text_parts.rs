//! Functions that look for texts in texts, fill them up, or choose one of several.

use super::ExprError;
use super::compare::compare;
use super::exact::Exact;
use super::syntax::Comparison;
use super::text::{all, is_textual, text};
use super::typed::{Collation, Kind, Sql, Typed, text_sql};

/// The longest filling, in characters.
const MOST: i64 = 255;

/// `LPAD` and `RPAD`, to a constant length with a constant filling.
pub(super) fn padded(value: &Typed, length: i64, filling: &Typed, left: bool) -> Result<Typed, ExprError> {
    let filling = match &filling.kind {
        Kind::String(text) if !text.is_empty() => text,
        _ => {
            return Err(ExprError::unsupported(
                "LPAD and RPAD with what is no constant text",
            ));
        }
    };
    if !(0..=MOST).contains(&length) {
        return Err(ExprError::unsupported(format!(
            "LPAD and RPAD to other than 0 to {MOST} characters"
        )));
    }
    let (sql, collation) = text(value)?;
    let many: String = filling
        .chars()
        .cycle()
        .take(usize::try_from(length).unwrap_or(0))
        .collect();
    let rest = format!("substr({},1,{length}-length({sql}))", text_sql(&many));
    let (before, behind) = if left {
        (rest, sql.to_string())
    } else {
        (sql.to_string(), rest)
    };
    let text = format!(
        "(CASE WHEN length({sql})>={length} THEN substr({sql},1,{length}) ELSE {before}||{behind} END)"
    );
    Ok(Typed::new(Sql::over(4, &[&sql], text)?, Kind::Text(collation)))
}

/// `REPEAT`, a constant number of times.
pub(super) fn repeated(value: &Typed, times: i64) -> Result<Typed, ExprError> {
    if times > MOST {
        return Err(ExprError::unsupported(format!(
            "REPEAT of more than {MOST} times"
        )));
    }
    let (sql, collation) = text(value)?;
    // No other zeros are in the text that is replaced.
    let text = format!(
        "replace('{}','0',{sql})",
        "0".repeat(usize::try_from(times).unwrap_or(0))
    );
    Ok(Typed::new(Sql::over(1, &[&sql], text)?, Kind::Text(collation)))
}

/// `SUBSTRING_INDEX(value, delimiter, count)`, with constants: the first or last part, or the first two.
pub(super) fn index(value: &Typed, delimiter: &Typed, count: i64) -> Result<Typed, ExprError> {
    let (sql, collation) = text(value)?;
    let delimiter = match &delimiter.kind {
        Kind::String(text) if !text.is_empty() => text,
        _ => {
            return Err(ExprError::unsupported(
                "SUBSTRING_INDEX by what is no constant text",
            ));
        }
    };
    let one = delimiter.chars().count() == 1;
    let quoted = text_sql(delimiter);
    let width = delimiter.chars().count();
    let first = |sql: &str| {
        format!(
            "(CASE WHEN instr({sql},{quoted})=0 THEN {sql} ELSE substr({sql},1,instr({sql},{quoted})-1) END)"
        )
    };
    let text = match count {
        0 => format!("substr({sql},1,0)"),
        1 => first(&sql.text),
        2 => {
            let behind = format!("substr({sql},instr({sql},{quoted})+{width})");
            format!(
                "(CASE WHEN instr({sql},{quoted})=0 THEN {sql} ELSE substr({sql},1,instr({sql},{quoted})+{})||{} END)",
                width - 1,
                first(&behind)
            )
        }
        // What is no delimiter goes from the end; what is left ends with the last one.
        -1 if one => format!("substr({sql},length(rtrim({sql},replace({sql},{quoted},'')))+1)"),
        _ => {
            return Err(ExprError::unsupported(
                "SUBSTRING_INDEX but for the first or last part or the first two",
            ));
        }
    };
    Ok(Typed::new(Sql::over(9, &[&sql], text)?, Kind::Text(collation)))
}

/// `INSTR` and `LOCATE`: where a text first stands in another, from 1; 0 where it does not.
pub(super) fn position(value: &Typed, wanted: &Typed, from: i64) -> Result<Typed, ExprError> {
    let ((sql, own), (wanted, other)) = (text(value)?, text(wanted)?);
    let most = i128::from(u32::MAX);
    let folded = |sql: &Sql| {
        if own.with(other).fold {
            format!("lower({sql})")
        } else {
            sql.to_string()
        }
    };
    let text = match from {
        1 => format!("instr({},{})", folded(&sql), folded(&wanted)),
        2.. => {
            let found = format!("instr(substr({},{from}),{})", folded(&sql), folded(&wanted));
            format!("(CASE WHEN {found}=0 THEN 0 ELSE {found}+{} END)", from - 1)
        }
        _ => return Err(ExprError::unsupported("LOCATE from a place before the first")),
    };
    Ok(Typed::whole(Sql::over(5, &[&sql, &wanted], text)?, 0, most))
}

/// `FIELD(value, …)`: which of the others it is, from 1; 0 where it is none.
pub(super) fn field(value: &Typed, others: &[Typed]) -> Result<Typed, ExprError> {
    let alike = |test: &dyn Fn(&Typed) -> bool| test(value) && others.iter().all(test);
    if !alike(&is_textual) && !alike(&|value| Exact::of(value).is_some()) {
        return Err(ExprError::unsupported(
            "FIELD of other than texts, or whole numbers and decimals",
        ));
    }
    let mut text = String::from("(CASE");
    let mut parts = Vec::with_capacity(others.len());
    for (other, at) in others.iter().zip(1..) {
        let equal = compare(Comparison::Equal, value, other)?;
        text.push_str(&format!(" WHEN {equal} THEN {at}"));
        parts.push(equal);
    }
    text.push_str(" ELSE 0 END)");
    let parts: Vec<&Sql> = parts.iter().collect();
    let most = i128::try_from(others.len()).unwrap_or(0);
    Ok(Typed::whole(Sql::over(1, &parts, text)?, 0, most))
}

/// `ELT(number, …)`: the text at that place.
pub(super) fn chosen(number: &Exact, values: &[Typed]) -> Result<Typed, ExprError> {
    let (texts, collation) = all(values)?;
    let branches: String = texts
        .iter()
        .zip(1..)
        .map(|(text, at)| format!(" WHEN {at} THEN {text}"))
        .collect();
    let parts: Vec<&Sql> = texts.iter().chain([&number.sql]).collect();
    let text = format!("(CASE {}{branches} END)", number.sql);
    Ok(Typed::new(Sql::over(1, &parts, text)?, Kind::Text(collation)))
}

/// `STRCMP`
pub(super) fn ordered(left: &Typed, right: &Typed) -> Result<Typed, ExprError> {
    if !is_textual(left) || !is_textual(right) {
        return Err(ExprError::unsupported("STRCMP of other than texts"));
    }
    let less = compare(Comparison::Less, left, right)?;
    let greater = compare(Comparison::Greater, left, right)?;
    let text = format!("({greater}-{less})");
    Ok(Typed::whole(Sql::over(1, &[&less, &greater], text)?, -1, 1))
}

/// `SPACE`
pub(super) fn spaces(times: i64) -> Result<Typed, ExprError> {
    repeated(&Typed::literal(Kind::String(" ".to_owned())), times)
        .map(|typed| Typed::new(typed.sql, Kind::Text(Collation::LITERAL)))
}
