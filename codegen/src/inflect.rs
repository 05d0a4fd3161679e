//! Declared names turned into names of the API: `camelCase` fields and `PascalCase` types, in GraphQL's alphabet.

use std::fmt::Write;

/// A field's name: `film_actor` and `FilmActor` become `filmActor`, `ISBN` becomes `isbn`.
pub fn camel(declared: &str) -> String {
    let mut name = String::with_capacity(declared.len());
    for (position, word) in words(declared).iter().enumerate() {
        if position == 0 {
            name.push_str(&word.to_ascii_lowercase());
        } else {
            push_capitalised(&mut name, word);
        }
    }
    valid(name, 'n')
}

/// A type's name: `film_actor` becomes `FilmActor`.
pub fn pascal(declared: &str) -> String {
    let mut name = String::with_capacity(declared.len());
    for word in words(declared) {
        push_capitalised(&mut name, &word);
    }
    valid(name, 'N')
}

/// A `camelCase` name with its first letter raised.
pub fn raised(camel: &str) -> String {
    let mut characters = camel.chars();
    characters.next().map_or_else(String::new, |first| {
        let mut name = first.to_ascii_uppercase().to_string();
        name.push_str(characters.as_str());
        name
    })
}

/// The name of what a key column refers to: `author_id`, `authorId` and `AuthorID` give `author`. `None` where the
/// column is not named as a key.
pub fn referent(declared: &str) -> Option<String> {
    let mut words = words(declared);
    let last = words.pop()?;
    if !last.eq_ignore_ascii_case("id") || words.is_empty() {
        return None;
    }
    Some(camel(&words.join("_")))
}

/// Takes the name, or the first of `name2`, `name3`, … for which `free` holds.
pub fn unused(name: &str, mut free: impl FnMut(&str) -> bool) -> String {
    if free(name) {
        return name.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let candidate = format!("{name}{number}");
        if free(&candidate) {
            return candidate;
        }
        number += 1;
    }
}

/// Whether a name begins with a word that GraphQL keeps for a value, which no member of an enum can be; async-graphql's parser stops
/// at these words where a name only starts so, too.
pub fn begins_as_value(name: &str) -> bool {
    ["true", "false", "null"]
        .iter()
        .any(|word| name.starts_with(word))
}

/// Whether a text is a name in GraphQL (section 2.1.9) that is not kept for introspection.
pub fn is_graphql_name(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
        && !text.starts_with("__")
}

fn push_capitalised(name: &mut String, word: &str) {
    let mut characters = word.chars();
    if let Some(first) = characters.next() {
        name.push(first.to_ascii_uppercase());
        name.push_str(&characters.as_str().to_ascii_lowercase());
    }
}

/// A name cannot start with a digit, and cannot be empty. A letter stands before a digit, since generators trim underscores.
fn valid(name: String, letter: char) -> String {
    match name.chars().next() {
        // An underscore alone is nothing to generators, which trim it.
        None => "unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{letter}{name}"),
        Some(_) => name,
    }
}

/// The words of a name, in ASCII letters and digits. A new word starts behind anything else, at a capital behind a small
/// letter, and at the last capital of a run that a small letter follows (`HTTPServer`: `HTTP`, `Server`).
fn words(declared: &str) -> Vec<String> {
    let ascii = spelled(declared);
    let characters: Vec<char> = ascii.chars().collect();
    let mut words = vec![String::new()];
    for (at, &character) in characters.iter().enumerate() {
        if !character.is_ascii_alphanumeric() {
            words.push(String::new());
            continue;
        }
        let before = at.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(at + 1);
        let starts = character.is_ascii_uppercase()
            && (before.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
                || (before.is_some_and(|c| c.is_ascii_uppercase())
                    && after.is_some_and(char::is_ascii_lowercase)));
        if starts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The name in ASCII: accents of Western letters are dropped, other letters and signs are spelled by their number (`u672c`).
fn spelled(declared: &str) -> String {
    declared
        .chars()
        .fold(String::with_capacity(declared.len()), |mut text, character| {
            if character.is_ascii() {
                text.push(character);
            } else if let Some(base) = unaccented(character) {
                text.push_str(base);
            } else if is_punctuation(character) {
                text.push('_');
            } else {
                // Writing to a String cannot fail.
                let _ = write!(text, "_u{:x}", u32::from(character));
            }
            text
        })
}

/// Whether it stands between words: the punctuation of Latin, General Punctuation, of Chinese and Japanese, and variants.
fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric()
        && matches!(
            character,
            '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{fe0f}'
        )
}

fn unaccented(character: char) -> Option<&'static str> {
    Some(match character {
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'À' | 'Á' | 'Â' | 'Ã' | 'Å' | 'Ā' | 'Ă' | 'Ą' => "A",
        'ä' | 'æ' => "ae",
        'Ä' | 'Æ' => "Ae",
        'ç' | 'ć' | 'č' => "c",
        'Ç' | 'Ć' | 'Č' => "C",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ę' | 'Ě' => "E",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'Ì' | 'Í' | 'Î' | 'Ï' | 'Ī' | 'İ' => "I",
        'ł' => "l",
        'Ł' => "L",
        'ñ' | 'ń' | 'ň' => "n",
        'Ñ' | 'Ń' | 'Ň' => "N",
        'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' => "o",
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ø' | 'Ō' | 'Ő' => "O",
        'ö' | 'œ' => "oe",
        'Ö' | 'Œ' => "Oe",
        'ř' => "r",
        'Ř' => "R",
        'ś' | 'š' | 'ş' => "s",
        'Ś' | 'Š' | 'Ş' => "S",
        'ß' => "ss",
        'ť' | 'ţ' => "t",
        'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' => "u",
        'Ù' | 'Ú' | 'Û' | 'Ū' | 'Ů' | 'Ű' => "U",
        'ü' => "ue",
        'Ü' => "Ue",
        'ý' | 'ÿ' => "y",
        'Ý' => "Y",
        'ź' | 'ż' | 'ž' => "z",
        'Ź' | 'Ż' | 'Ž' => "Z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_types() {
        for (declared, field, type_name) in [
            ("film_actor", "filmActor", "FilmActor"),
            ("FilmActor", "filmActor", "FilmActor"),
            ("AlbumId", "albumId", "AlbumId"),
            ("ISBN", "isbn", "Isbn"),
            ("HTTPServer", "httpServer", "HttpServer"),
            ("2fa_code", "n2faCode", "N2faCode"),
            ("order details", "orderDetails", "OrderDetails"),
            ("größe", "groesse", "Groesse"),
            ("本", "u672c", "U672c"),
            ("--", "unnamed", "unnamed"),
            ("😀", "u1f600", "U1f600"),
            ("a – b", "aB", "AB"),
            ("address2", "address2", "Address2"),
        ] {
            assert_eq!(camel(declared), field, "{declared}");
            assert_eq!(pascal(declared), type_name, "{declared}");
        }
    }

    #[test]
    fn referents() {
        assert_eq!(referent("author_id").as_deref(), Some("author"));
        assert_eq!(referent("AuthorID").as_deref(), Some("author"));
        assert_eq!(
            referent("original_language_id").as_deref(),
            Some("originalLanguage")
        );
        assert_eq!(referent("id"), None);
        assert_eq!(referent("paid"), None);
    }

    proptest::proptest! {
        #[test]
        fn every_name_is_a_graphql_name(declared in "\\PC{1,64}") {
            proptest::prop_assert!(is_graphql_name(&camel(&declared)), "{}", camel(&declared));
            proptest::prop_assert!(is_graphql_name(&pascal(&declared)), "{}", pascal(&declared));
        }
    }
}
