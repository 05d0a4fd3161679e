//! Large sums and averages as text. An expression that printed them would be long, and a statement has a limit on its length;
//! so the statement writes their limbs, and they become digits where an answer is rewritten.

/// What a limb counts in.
const BASE: i128 = 1_000_000_000;

/// SQL for a marker `~n:NONCE:SCALE:EXTRA:COUNT:LIMBS`: the sum of limbs by a count, of `scale` digits after the point and
/// `extra` more. NULL where the limbs are.
pub(super) fn marker_sql(limbs: &[String], count: &str, (scale, extra): (u8, u8), nonce_sql: &str) -> String {
    let Some(first) = limbs.first() else {
        return "NULL".to_owned();
    };
    format!(
        "CASE WHEN {first} IS NOT NULL THEN printf('~n:%s:{scale}:{extra}:%d:{}',{nonce_sql},{count},{}) END",
        vec!["%d"; limbs.len()].join(","),
        limbs.join(",")
    )
}

/// The number of a marker's body, rounded half away from zero.
pub(in crate::stored) fn number(body: &str) -> Option<String> {
    let mut parts = body.split(':');
    let scale: usize = parts.next()?.parse().ok()?;
    let extra: usize = parts.next()?.parse().ok()?;
    let count: u128 = parts.next()?.parse().ok().filter(|count| *count > 0)?;
    let limbs = parts.next()?.split(',');
    let limbs = limbs.map(str::parse).collect::<Result<Vec<i128>, _>>().ok()?;
    let (negative, digits) = digits(limbs);
    let quotient = divided(&format!("{digits}{}", "0".repeat(extra)), count);
    let scale = scale + extra;
    let padded = format!("{quotient:0>width$}", width = scale + 1);
    let (whole, fraction) = padded.split_at(padded.len() - scale);
    let sign = if negative && !quotient.is_empty() { "-" } else { "" };
    let point = if scale > 0 { "." } else { "" };
    Some(format!("{sign}{whole}{point}{fraction}"))
}

/// Whether the sum of limbs is negative, and its digits, with zeros before them.
fn digits(mut limbs: Vec<i128>) -> (bool, String) {
    let negative = carried(&mut limbs) < 0;
    if negative {
        limbs.iter_mut().for_each(|limb| *limb = -*limb);
        carried(&mut limbs);
    }
    (negative, limbs.iter().map(|limb| format!("{limb:09}")).collect())
}

/// Brings every limb but the first into its range, and answers the first.
fn carried(limbs: &mut [i128]) -> i128 {
    let mut carry = 0;
    for limb in limbs.iter_mut().skip(1).rev() {
        let sum = *limb + carry;
        *limb = sum.rem_euclid(BASE);
        carry = sum.div_euclid(BASE);
    }
    limbs.first_mut().map_or(0, |first| {
        *first += carry;
        *first
    })
}

/// A number by another, rounded to the nearest, halves up; without zeros before it, and empty for zero.
fn divided(digits: &str, by: u128) -> String {
    let mut rest = 0;
    let mut quotient: Vec<u8> = Vec::with_capacity(digits.len() + 1);
    quotient.push(b'0');
    for digit in digits.bytes() {
        rest = rest * 10 + u128::from(digit - b'0');
        // Below ten, since what is left is below the divisor.
        quotient.push(b'0' + u8::try_from(rest / by).unwrap_or_default());
        rest %= by;
    }
    if rest * 2 >= by {
        for digit in quotient.iter_mut().rev() {
            if *digit < b'9' {
                *digit += 1;
                break;
            }
            *digit = b'0';
        }
    }
    let text: String = quotient.into_iter().map(char::from).collect();
    text.trim_start_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn limbs_become_digits() {
        for (body, expected) in [
            ("2:0:1:0,0", "0.00"),
            ("2:0:1:0,-1", "-0.01"),
            ("0:0:1:1,-1", "999999999"),
            ("0:0:1:-1,1", "-999999999"),
            (
                "3:0:1:9223372036854775807,9223372036854775807",
                "9223372046078147843854775.807",
            ),
            ("0:4:3:0,2", "0.6667"),
            ("0:4:3:0,-2", "-0.6667"),
            ("0:4:20000:0,1", "0.0001"),
            ("0:4:20001:0,-1", "0.0000"),
            ("0:4:7:-1,0", "-142857142.8571"),
        ] {
            assert_eq!(number(body).as_deref(), Some(expected), "{body}");
        }
        for body in ["", "0", "0:0:0:1", "0:0:1:", "0:0:1:x", "a:0:1:1"] {
            assert_eq!(number(body), None, "{body}");
        }
    }
}
