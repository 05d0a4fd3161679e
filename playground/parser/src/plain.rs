//! A script as one would write it by hand.

use schema::{Schema, print, read};

/// The declaration as a script without what only other programs need, where it still says the same.
pub(crate) fn sql(schema: &Schema) -> String {
    let printed = print::sql(schema);
    let plain = unquoted(&printed)
        .replace("SET FOREIGN_KEY_CHECKS = 0;\n\n", "")
        .replace("\nSET FOREIGN_KEY_CHECKS = 1;\n", "")
        .replace("\n) DEFAULT CHARSET=utf8mb4", "\n)");
    match read::sql::read(&plain) {
        Ok(read) if read.schema == *schema => plain,
        _ => printed,
    }
}

/// Names without quotes where they are plain words. Words in strings stay.
fn unquoted(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut string = false;
    let mut rest = script.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' if string => {
                out.push(letter);
                out.extend(rest.next());
            }
            '\'' => {
                string = !string;
                out.push(letter);
            }
            '`' if !string => {
                let name: String = rest.by_ref().take_while(|letter| *letter != '`').collect();
                let is_plain = name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '_')
                    && name
                        .chars()
                        .all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
                if is_plain {
                    out.push_str(&name);
                } else {
                    out.push_str(&format!("`{name}`"));
                }
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::sql;
    use schema::read;

    fn again(script: &str) -> String {
        read::sql::read(script).map_or_else(|problems| format!("{problems:?}"), |read| sql(&read.schema))
    }

    #[test]
    fn names_and_options_are_plain() {
        let script = again(
            "CREATE TABLE book (id INT PRIMARY KEY, title VARCHAR(9) COMMENT 'a `name`') COMMENT='it''s'",
        );
        assert!(
            script.starts_with("CREATE TABLE book (\n  id INT NOT NULL"),
            "{script}"
        );
        assert!(script.contains("a `name`"), "{script}");
    }

    #[test]
    fn what_would_say_something_else_stays_quoted() {
        let script = again("CREATE TABLE `group` (`key` INT, `a b` INT, PRIMARY KEY (`key`))");
        assert_eq!(again(&script), script);
        assert!(script.contains("`a b`"), "{script}");
    }
}
