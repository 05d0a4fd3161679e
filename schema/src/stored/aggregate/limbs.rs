//! Sums and averages beyond 64 bits: nine decimal digits at a time, each limb summed by itself.
//!
//! The sum's limbs are signed and larger than nine digits; one pass from the last to the first carries, so that each is
//! a number of nine digits and what is left in front is 0, or -1 where the sum is negative and its digits are ten's
//! complement.

use crate::stored::sortable::complement_sql;

/// Digits of a limb.
const DIGITS: u8 = 9;

/// 2⁶³ as a limb of nine digits and the rest: how far a biased integer is from its value.
const BIAS: (i64, i64) = (9_223_372_036, 854_775_808);

/// The sums of an INTEGER's limbs.
pub(super) fn of_integer(sql: &str) -> Vec<String> {
    vec![format!("sum({sql}/1000000000)"), format!("sum({sql}%1000000000)")]
}

/// The sums of the limbs of an unsigned integer whose sign bit is flipped.
pub(super) fn of_biased(sql: &str) -> Vec<String> {
    let (high, low) = BIAS;
    vec![
        format!("sum({sql}/1000000000+{high})"),
        format!("sum({sql}%1000000000+{low})"),
    ]
}

/// The sums of the limbs of a text that sorts. A negative number holds the complement of each digit to nine.
pub(super) fn of_text(sql: &str, precision: u8) -> Vec<String> {
    let mut limbs = Vec::new();
    let mut at = 0;
    while at < precision {
        // The first takes what does not fill a limb.
        let length = match (precision - at) % DIGITS {
            0 => DIGITS,
            rest => rest,
        };
        let nines = "9".repeat(usize::from(length));
        limbs.push(format!(
            "sum(substr({sql},{},{length})-({sql}<'1')*{nines})",
            at + 2
        ));
        at += length;
    }
    limbs
}

/// The sum as a text that sorts, of so many digits; NULL where the limbs are.
pub(super) fn sum_sql(limbs: &[String], precision: u8) -> String {
    let wanted = usize::from(precision.div_ceil(DIGITS)).max(limbs.len());
    let last = wanted - 1;
    let from = wanted - limbs.len();
    let branches: String = limbs
        .iter()
        .enumerate()
        .take(limbs.len().saturating_sub(1))
        .map(|(at, limb)| format!("WHEN {} THEN {limb} ", from + at + 1))
        .collect();
    let first = limbs.last().map_or("NULL", String::as_str);
    // `v` is the limb `k` with what was carried to it; a limb stands where the one behind it is done, hence the `+ 1`.
    let decremented = stepped("d", '0', "-1", '9');
    format!(
        "(WITH RECURSIVE s(k,v,d) AS (SELECT {last},{first},'' UNION ALL \
         SELECT k-1,v/1000000000-(v%1000000000<0)+CASE k {branches}ELSE 0 END,\
         printf('%09d',(v%1000000000+1000000000)%1000000000)||d FROM s WHERE k>=0) \
         SELECT CASE v WHEN 0 THEN '1'||d WHEN -1 THEN '0'||{decremented} END \
         FROM (SELECT v,substr(d,-{precision}) AS d FROM s WHERE k<0))"
    )
}

/// The average as a text that sorts, of `digits.0` digits and `digits.1` more behind them: a long division of a sum (a text
/// of `precision` digits) by a count, rounded half away from zero.
pub(super) fn average_sql(sum: &str, count: &str, precision: u8, digits: (u8, u8)) -> String {
    let (kept, extra) = digits;
    let limbs = (precision + extra).div_ceil(DIGITS);
    let front = usize::from(limbs * DIGITS - precision - extra);
    let behind = usize::from(extra);
    let padded = |digit: &str| {
        format!(
            "'{}'||substr(t,2)||'{}'",
            digit.repeat(front),
            digit.repeat(behind)
        )
    };
    let length = kept + extra;
    let value = "(r*1000000000+abs(substr(g,k*9+1,9)-m*999999999))";
    format!(
        "(WITH RECURSIVE s(m,g,n) AS (SELECT t<'1',CASE WHEN t<'1' THEN {} ELSE {} END,n \
         FROM (SELECT {sum} AS t,{count} AS n LIMIT 1) WHERE n>0 LIMIT 1),\
         q(k,r,d,m,g,n) AS (SELECT 0,0,'',m,g,n FROM s UNION ALL \
         SELECT k+1,{value}%n,d||printf('%09d',{value}/n),m,g,n FROM q WHERE k<{limbs}) \
         SELECT CASE WHEN m AND trim(d,'0')<>'' THEN '0'||{} ELSE '1'||d END \
         FROM (SELECT m,substr(CASE WHEN 2*r>=n THEN {} ELSE d END,-{length}) AS d FROM q WHERE k={limbs} LIMIT 1) LIMIT 1)",
        padded("9"),
        padded("0"),
        complement_sql("d", 1, length),
        stepped("d", '9', "+1", '0'),
    )
}

/// The number of a text of digits, one up or down: of its last digit that is not `turned`, with those behind it turned.
fn stepped(sql: &str, turned: char, step: &str, becomes: char) -> String {
    let head = format!("rtrim({sql},'{turned}')");
    format!(
        "substr({sql},1,length({head})-1)||(substr({head},-1){step})||\
         replace(substr({sql},length({head})+1),'{turned}','{becomes}')"
    )
}
