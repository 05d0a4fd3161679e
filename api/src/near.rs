//! Names that a mistyped one may have meant.

/// The most that are suggested.
const MOST: usize = 3;

/// Longer names, in bytes, are compared with nothing: comparing takes the product of both lengths.
const MAX_LENGTH: usize = 64;

/// The candidates that are nearest to a name, nearest first; none that is far from it.
pub(crate) fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    if name.len() > MAX_LENGTH {
        return Vec::new();
    }
    let folded = name.to_lowercase();
    let most = 1 + folded.chars().count() / 4;
    let mut found: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= MAX_LENGTH)
        .map(|candidate| (distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= most)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .take(MOST)
        .map(|(_, candidate)| candidate)
        .collect()
}

/// `: did you mean 'a' or 'b'?`, or nothing.
pub(crate) fn question(suggestions: &[&str]) -> String {
    if suggestions.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = suggestions.iter().map(|name| format!("'{name}'")).collect();
    format!(": did you mean {}?", quoted.join(" or "))
}

/// How many characters have to be added, dropped or replaced (Levenshtein).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (position, character) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = position + 1;
        for (column, other) in to.iter().enumerate() {
            let replaced = diagonal + usize::from(character != *other);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_near_and_not_the_far() {
        let tables = ["book", "author", "review", "books_old"];
        assert_eq!(nearest("books", tables), ["book"]);
        assert_eq!(nearest("Auhtor", tables), ["author"]);
        assert_eq!(nearest("zzz", tables), Vec::<&str>::new());
        assert_eq!(nearest(&"x".repeat(65), ["x"]), Vec::<&str>::new());
        assert_eq!(question(&["a", "b"]), ": did you mean 'a' or 'b'?");
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "é"), 1);
    }
}
