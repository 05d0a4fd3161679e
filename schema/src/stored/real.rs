//! Doubles, which SQLite prints and reads exactly only in the middle of their range.
//!
//! Outside it a double is written as two numbers, one within the range and a power of 2²⁵⁶ to multiply it by: powers of
//! two change no digit of a binary number.

use std::fmt::Write as _;

/// 2²⁵⁶, with as many digits as SQLite reads: so close to the exact value that no rounding on the way misses it.
const STEP_SQL: &str = "1.157920892373161954e77";
const STEP: f64 = 1.157_920_892_373_162e77;

/// Where SQLite's own conversion from and to decimal digits is good enough: it may miss the last of 18 digits, which
/// tells apart more than a double holds, but not the double.
const EXACT: std::ops::RangeInclusive<f64> = 1e-80..=1e112;

/// Whole numbers below this have digits that every conversion writes and reads exactly.
const WHOLE: f64 = 1e15;

/// Below which magnitude a value outside the range is how many steps away from it.
const BRANCHES: [(&str, i32); 6] = [
    ("1e-311", MIN_STEPS),
    ("1e-234", -3),
    ("1e-157", -2),
    ("1", -1),
    ("1e189", 1),
    ("1e266", 2),
];
const MIN_STEPS: i32 = -4;
const MAX_STEPS: i32 = 3;

/// Reads a double, rounded to the nearest; nothing where it has no digits or is beyond the range. Negative zero
/// becomes zero, which is how SQLite writes it.
pub(super) fn parse(text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    value.is_finite().then_some(value + 0.0)
}

/// Reads a single-precision number as the double that its shortest decimal form denotes.
pub(super) fn parse_single(text: &str) -> Option<f64> {
    let value: f32 = text.parse().ok()?;
    if !value.is_finite() {
        return None;
    }
    parse(&value.to_string())
}

/// SQL for a value's digits and its steps with `between` in the middle, for a value outside the range.
///
/// The value and the step are named once in a subquery, since a statement of many columns has a limit on its length. What
/// stands behind a FROM does not count for the depth of what is around it, which is bounded, too.
fn scaled_sql(sql: &str, between: &str) -> String {
    let branch = |steps: i32| format!("printf('%!.18g{between}{steps}',x{})", repeated(-steps, "s"));
    let below = |(end, steps): &(&str, i32)| format!("WHEN abs(x)<{end} THEN {} ", branch(*steps));
    let branches: Vec<String> = BRANCHES.iter().map(below).collect();
    format!(
        "(SELECT v FROM (SELECT CASE {}ELSE {} END AS v FROM (SELECT {sql} AS x,{STEP_SQL} AS s)))",
        branches.concat(),
        branch(MAX_STEPS)
    )
}

/// SQL that is true for whole numbers that SQLite writes exactly by itself.
fn is_whole_sql(sql: &str) -> String {
    format!("abs({sql})<1e15 AND {sql}=CAST({sql} AS INTEGER)")
}

/// SQL for the number where it is whole, else for a marker `~d:NONCE:DIGITS:STEPS`: SQLite cannot tell the shortest
/// digits that read back as the same double.
pub(super) fn json_sql(sql: &str, nonce_sql: &str) -> String {
    marked_sql(sql, sql, 'd', nonce_sql)
}

/// SQL for the characters of the same number, or for a marker `~D:NONCE:DIGITS:STEPS`.
pub(super) fn text_sql(sql: &str, nonce_sql: &str) -> String {
    marked_sql(sql, &format!("CAST({sql} AS TEXT)"), 'D', nonce_sql)
}

fn marked_sql(sql: &str, whole: &str, kind: char, nonce_sql: &str) -> String {
    format!(
        "CASE WHEN {} THEN {whole} WHEN abs({sql}) BETWEEN 1e-80 AND 1e112 \
         THEN '~{kind}:'||{nonce_sql}||printf(':%!.18g:0',{sql}) \
         WHEN {sql} IS NOT NULL THEN '~{kind}:'||{nonce_sql}||':'||{} END",
        is_whole_sql(sql),
        scaled_sql(sql, ":"),
    )
}

/// Beyond this every double is a whole number: 2⁵³.
pub(super) const WHOLE_SQL: &str = "9007199254740992.0";

/// SQL for the double rounded to a whole number, halves to even.
pub(super) fn rounded_sql(sql: &str) -> String {
    let whole = format!("CAST({sql} AS INTEGER)");
    let rest = format!("({sql}-{whole})");
    format!(
        "(CASE WHEN abs({sql})<{WHOLE_SQL} THEN 0.0+{whole}+({rest}>0.5 OR ({rest}=0.5 AND {whole}%2<>0))\
         -({rest}<-0.5 OR ({rest}=-0.5 AND {whole}%2<>0)) ELSE {sql} END)"
    )
}

/// SQL for a JSON number, or for an array of the digits and the steps.
pub(super) fn bulk_sql(sql: &str) -> String {
    format!(
        "json(CASE WHEN {} THEN CAST({sql} AS TEXT) WHEN abs({sql}) BETWEEN 1e-80 AND 1e112 \
         THEN printf('%!.18g',{sql}) WHEN {sql} IS NOT NULL THEN '['||{}||']' END)",
        is_whole_sql(sql),
        scaled_sql(sql, ","),
    )
}

/// The same JSON, written here.
pub(super) fn write_bulk(value: f64, out: &mut String) {
    match scaled(value) {
        (digits, 0) => out.push_str(&digits),
        (digits, steps) => {
            // Writing to a String cannot fail.
            let _ = write!(out, "[{digits},{steps}]");
        }
    }
}

/// An SQL expression of constants for the value.
pub(super) fn literal_sql(value: f64) -> String {
    let (digits, steps) = scaled(value);
    format!("({digits}{})", steps_sql(steps))
}

/// The digits of a number that SQLite reads exactly, and how many steps it is away from the value.
fn scaled(value: f64) -> (String, i32) {
    if value.abs() < WHOLE && value.fract() == 0.0 {
        return (format!("{value:.1}"), 0);
    }
    let (mut scaled, mut steps) = (value, 0);
    while scaled.abs() > *EXACT.end() && steps < MAX_STEPS {
        scaled /= STEP;
        steps += 1;
    }
    while scaled.abs() < *EXACT.start() && steps > MIN_STEPS {
        scaled *= STEP;
        steps -= 1;
    }
    (format!("{scaled:.17e}"), steps)
}

/// SQL from an extracted element that [`write_bulk`] or [`bulk_sql`] wrote.
pub(super) fn from_bulk_sql(sql: &str) -> String {
    let value = |steps: i32| format!("({sql}->>0){}", steps_sql(steps));
    let branches: Vec<String> = BRANCHES
        .iter()
        .map(|(_, steps)| format!("WHEN {steps} THEN {} ", value(*steps)))
        .collect();
    format!(
        "CASE typeof({sql}) WHEN 'text' THEN CASE {sql}->>1 {}ELSE {} END ELSE {sql} END",
        branches.concat(),
        value(MAX_STEPS)
    )
}

/// What multiplies an SQL expression by so many steps.
fn steps_sql(steps: i32) -> String {
    repeated(steps, STEP_SQL)
}

fn repeated(steps: i32, factor: &str) -> String {
    let operator = if steps < 0 { "/" } else { "*" };
    [operator, factor]
        .concat()
        .repeat(usize::try_from(steps.unsigned_abs()).unwrap_or(0))
}

/// The double of a marker's digits and steps.
pub(super) fn from_scaled(digits: &str, steps: i32) -> Option<f64> {
    let mut value: f64 = digits.parse().ok()?;
    if !(MIN_STEPS..=MAX_STEPS).contains(&steps) {
        return None;
    }
    for _ in 0..steps.abs() {
        value = if steps < 0 { value / STEP } else { value * STEP };
    }
    value.is_finite().then_some(value)
}

/// The shortest JSON number that reads back as the same double.
pub(super) fn write_json(value: f64, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(out, "{value:?}");
}
