//! Names that may have been meant.

/// ` Did you mean "title"?`, or nothing where no name is near.
pub(super) fn did_you_mean<'n>(names: impl Iterator<Item = &'n str>, given: &str) -> String {
    const MAX_LENGTH: usize = 64;
    if given.len() > MAX_LENGTH {
        return String::new();
    }
    let allowed = 1 + given.len() / 4;
    let best = names
        .filter(|name| name.len() <= MAX_LENGTH)
        .map(|name| (distance(name, given), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min();
    best.map_or_else(String::new, |(_, name)| format!(" Did you mean \"{name}\"?"))
}

/// Levenshtein's distance, without regard to the case of ASCII letters.
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (at, byte) in left.bytes().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, other) in right.bytes().enumerate() {
            let replaced = diagonal + usize::from(!byte.eq_ignore_ascii_case(&other));
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[right.len()]
}
