//! Doubles, which SQLite prints and reads exactly only in the middle of their range.
//!
//! Outside it a double is written as two numbers, one within the range and a power of 2²⁵⁶ to multiply it by: powers of
//! two change no digit of a binary number.

/// 2²⁵⁶, with as many digits as SQLite reads: so close to the exact value that no rounding on the way misses it.
const STEP_SQL: &str = "1.157920892373161954e77";
const STEP: f64 = 1.157_920_892_373_162e77;

/// Where SQLite's own conversion from and to decimal digits is exact.
const EXACT: std::ops::RangeInclusive<f64> = 1e-80..=1e112;

/// Significant digits that SQLite writes of its own.
const SHORT_DIGITS: usize = 15;

/// The branches of the scale: up to which magnitude, how many steps, and the operator that takes them.
const SMALL: [(&str, i32); 3] = [("1e-311", -4), ("1e-234", -3), ("1e-157", -2)];
const LARGE: [(&str, i32); 2] = [("1e189", 1), ("1e266", 2)];

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

/// SQL that is true where SQLite converts the value exactly. NULL stays NULL.
fn is_exact_sql(sql: &str) -> String {
    format!("({sql}=0 OR abs({sql}) BETWEEN 1e-80 AND 1e112)")
}

/// SQL for the shortest text of a value within the range that reads back as the same double.
fn digits_sql(sql: &str) -> String {
    format!(
        "CASE WHEN CAST(CAST({sql} AS TEXT) AS REAL)={sql} THEN CAST({sql} AS TEXT) ELSE printf('%!.17g',{sql}) END"
    )
}

/// SQL for the value's digits and its steps with `between` in the middle, for a value outside the range.
fn scaled_sql(sql: &str, between: &str) -> String {
    let branch = |steps: i32| {
        let operator = if steps < 0 { '*' } else { '/' };
        let factors: String = (0..steps.abs())
            .map(|_| format!("{operator}{STEP_SQL}"))
            .collect();
        format!("printf('%!.17g{between}{steps}',{sql}{factors})")
    };
    let mut out = "CASE ".to_owned();
    for (below, steps) in SMALL {
        out.push_str(&format!("WHEN abs({sql})<{below} THEN {} ", branch(steps)));
    }
    out.push_str(&format!("WHEN abs({sql})<1 THEN {} ", branch(-1)));
    for (below, steps) in LARGE {
        out.push_str(&format!("WHEN abs({sql})<{below} THEN {} ", branch(steps)));
    }
    out.push_str(&format!("ELSE {} END", branch(3)));
    out
}

/// SQL for a JSON number, or for a marker `~d:NONCE:DIGITS:STEPS` in its place.
pub(super) fn json_sql(sql: &str, nonce_sql: &str) -> String {
    format!(
        "json(CASE WHEN {} THEN {} WHEN {sql} IS NOT NULL THEN '\"~d:'||{nonce_sql}||':'||{}||'\"' END)",
        is_exact_sql(sql),
        digits_sql(sql),
        scaled_sql(sql, ":"),
    )
}

/// SQL for a JSON number, or for an array of the digits and the steps.
pub(super) fn bulk_sql(sql: &str) -> String {
    format!(
        "json(CASE WHEN {} THEN {} WHEN {sql} IS NOT NULL THEN '['||{}||']' END)",
        is_exact_sql(sql),
        digits_sql(sql),
        scaled_sql(sql, ","),
    )
}

/// The same JSON, written here.
pub(super) fn write_bulk(value: f64, out: &mut String) {
    if value == 0.0 || EXACT.contains(&value.abs()) {
        out.push_str(&digits(value));
        return;
    }
    let (mut scaled, mut steps) = (value, 0);
    while scaled.abs() > *EXACT.end() {
        scaled /= STEP;
        steps += 1;
    }
    while scaled.abs() < *EXACT.start() {
        scaled *= STEP;
        steps -= 1;
    }
    out.push_str(&format!("[{},{steps}]", digits(scaled)));
}

/// Seventeen digits where fifteen do not do: the nearest decimal leaves SQLite's conversion room to be inexact.
fn digits(value: f64) -> String {
    let short = format!("{value:.*e}", SHORT_DIGITS - 1);
    if short.parse() == Ok(value) {
        short
    } else {
        format!("{value:.16e}")
    }
}

/// SQL from an extracted element that [`write_bulk`] or [`bulk_sql`] wrote.
pub(super) fn from_bulk_sql(sql: &str) -> String {
    let digits = format!("({sql}->>0)");
    let mut out = format!("CASE typeof({sql}) WHEN 'text' THEN CASE {sql}->>1 ");
    for steps in [-4, -3, -2, -1, 1, 2] {
        out.push_str(&format!("WHEN {steps} THEN {digits}{} ", steps_sql(steps)));
    }
    out.push_str(&format!("ELSE {digits}{} END ELSE {sql} END", steps_sql(3)));
    out
}

fn steps_sql(steps: i32) -> String {
    let operator = if steps < 0 { '/' } else { '*' };
    (0..steps.abs())
        .map(|_| format!("{operator}{STEP_SQL}"))
        .collect()
}

/// The double of a marker's digits and steps.
pub(super) fn from_scaled(digits: &str, steps: i32) -> Option<f64> {
    let mut value: f64 = digits.parse().ok()?;
    if steps.abs() > 4 {
        return None;
    }
    for _ in 0..steps.abs() {
        value = if steps < 0 { value / STEP } else { value * STEP };
    }
    value.is_finite().then_some(value)
}

/// The shortest JSON number that reads back as the same double.
pub(super) fn write_json(value: f64, out: &mut String) {
    out.push_str(&format!("{value:?}"));
}
