//! Doubles, which SQLite prints and reads exactly only in the middle of their range.
//!
//! Outside it a double is written as two numbers, one within the range and a power of 2²⁵⁶ to multiply it by: powers of
//! two change no digit of a binary number.

/// 2²⁵⁶, with as many digits as SQLite reads: so close to the exact value that no rounding on the way misses it.
const STEP_SQL: &str = "1.157920892373161954e77";
const STEP: f64 = 1.157_920_892_373_162e77;

/// Where SQLite's own conversion from and to decimal digits is good enough: it may miss the last of 18 digits, which
/// tells apart more than a double holds, but not the double.
const EXACT: std::ops::RangeInclusive<f64> = 1e-80..=1e112;

/// Whole numbers below this have digits that every conversion writes and reads exactly.
const WHOLE: f64 = 1e15;

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

/// SQL for a value's digits and its steps with `between` in the middle, for a value outside the range.
fn scaled_sql(sql: &str, between: &str) -> String {
    let branch = |steps: i32| {
        let operator = if steps < 0 { '*' } else { '/' };
        let factors: String = (0..steps.abs())
            .map(|_| format!("{operator}{STEP_SQL}"))
            .collect();
        format!("printf('%!.18g{between}{steps}',{sql}{factors})")
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

/// SQL that is true for whole numbers that SQLite writes exactly by itself.
fn is_whole_sql(sql: &str) -> String {
    format!("abs({sql})<1e15 AND {sql}=CAST({sql} AS INTEGER)")
}

/// SQL for the number where it is whole, else for a marker `~d:NONCE:DIGITS:STEPS`: SQLite cannot tell the shortest
/// digits that read back as the same double.
pub(super) fn json_sql(sql: &str, nonce_sql: &str) -> String {
    format!(
        "CASE WHEN {} THEN {sql} WHEN abs({sql}) BETWEEN 1e-80 AND 1e112 \
         THEN '~d:'||{nonce_sql}||printf(':%!.18g:0',{sql}) \
         WHEN {sql} IS NOT NULL THEN '~d:'||{nonce_sql}||':'||{} END",
        is_whole_sql(sql),
        scaled_sql(sql, ":"),
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
        (digits, steps) => out.push_str(&format!("[{digits},{steps}]")),
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
    while scaled.abs() > *EXACT.end() && steps < 3 {
        scaled /= STEP;
        steps += 1;
    }
    while scaled.abs() < *EXACT.start() && steps > -4 {
        scaled *= STEP;
        steps -= 1;
    }
    (format!("{scaled:.17e}"), steps)
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
