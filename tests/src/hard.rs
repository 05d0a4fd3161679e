//! Hard schemas: names that are hard to write in some language, and very many of them.

use std::fmt::Write as _;

/// Words that one of the languages keeps for itself, and names that its standard library or our own text uses.
const WORDS: &str = "abstract and any arguments array as assert async await become bool boolean box break byte call case catch \
    char class column const constructor continue crate database date debugger declare def default del delete do double dyn elif \
    else enum error eval except export extends extern false field filter final finally float fn for from function generic gen get \
    global goto group hash_map if impl implements import in infer init instanceof int interface is json keyof kind lambda let list \
    long loop macro map match mod module move mut namespace native never new none nonlocal not null number object of operation \
    option optional or order override package page page_info partial pass pick plan priv private promise property protected proto \
    prototype pub public query raise readonly record ref required request response result return row satisfies select self Self set \
    short static str string struct super switch symbol synchronized table target then this throw throws to_string trait transient \
    transport true try tuple type typed_dict typeof typing undefined union unique unknown unsafe unsized urllib use using value var \
    vec virtual void volatile where while with yield print exec id object_id dict bytes dataclass field_name __init__ __proto__";

/// A table and columns for each word, with relations that go by words too.
pub fn words() -> String {
    let mut script = String::new();
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    for (position, word) in words.iter().enumerate() {
        let _ = write!(
            script,
            "CREATE TABLE `t{position}` (`{word}` ENUM('{word}', 'x') PRIMARY KEY); "
        );
        if !["Self", "__init__", "__proto__"].contains(word) {
            let _ = write!(
                script,
                "CREATE TABLE `{word}` (id INT PRIMARY KEY, `{word}_id` INT, FOREIGN KEY (`{word}_id`) REFERENCES `{word}` (id)) \
                 COMMENT='*/ \\\"\\\"\\\" \\\\ {word}\\n}} # //'; "
            );
        }
    }
    let plain: Vec<&&str> = words
        .iter()
        .filter(|word| !["id", "Self"].contains(*word))
        .collect();
    for (position, words) in plain.chunks(90).enumerate() {
        let columns: String = words
            .iter()
            .map(|word| format!(", `{word}` TEXT NOT NULL"))
            .collect();
        let _ = write!(
            script,
            "CREATE TABLE words_{position} (id INT PRIMARY KEY{columns}); "
        );
    }
    script
}

/// The same words as columns and as members of an ENUM, and some as tables: few enough for generators that take long.
pub fn names() -> String {
    const TABLES: [&str; 14] = [
        "class",
        "type",
        "delete",
        "object",
        "default",
        "function",
        "self",
        "match",
        "interface",
        "package",
        "string",
        "error",
        "request",
        "filter",
    ];
    let mut script = UNICODE.to_owned();
    for word in TABLES {
        let _ = write!(
            script,
            "CREATE TABLE `{word}` (id INT PRIMARY KEY, `{word}_id` INT, FOREIGN KEY (`{word}_id`) REFERENCES `{word}` (id)) \
             COMMENT='*/ \\\"\\\"\\\" \\\\ {word}\\n}} # //'; "
        );
    }
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    for (position, words) in words.chunks(49).enumerate() {
        let members = words.join("','");
        let columns: String = words
            .iter()
            .filter(|word| !["id", "Self"].contains(*word))
            .map(|word| format!(", `{word}` BOOL NOT NULL"))
            .collect();
        let _ = write!(
            script,
            "CREATE TABLE words_{position} (id INT PRIMARY KEY, one_of_them ENUM('{members}', 'sélf')); \
             CREATE TABLE columns_{position} (id INT PRIMARY KEY{columns}); "
        );
    }
    script
}

/// Scripts of many kinds, names that fall together once they are spelled in ASCII, and members that are no names.
pub const UNICODE: &str = "
    CREATE TABLE `größe` (`schlüssel` INT PRIMARY KEY, `数` INT, `with \"quote\"` INT, `é` INT, `e` INT, `E_` INT, `ｅ` INT);
    CREATE TABLE `groesse` (`数` DATETIME PRIMARY KEY, `_2` DATE, `2` DATE, `a-b` SET('ä', 'x\\\\y', '\\'', '\"', '*/'));
    CREATE TABLE `Größe_` (`😀` ENUM('😀', 'a b', '${x}', '`', '\\n') NOT NULL, `J` JSON, `g` GEOMETRY, `p` POINT);
    CREATE TABLE `таблица` (`колонка` BIGINT UNSIGNED PRIMARY KEY, `колонка_id` BIGINT UNSIGNED,
      FOREIGN KEY (`колонка_id`) REFERENCES `таблица` (`колонка`));
    CREATE TABLE book (id INT PRIMARY KEY, book INT, FOREIGN KEY (book) REFERENCES book (id));
    CREATE TABLE book_types (id INT PRIMARY KEY, camelCase INT, camel_case INT, `camel case` INT, CAMEL_CASE2 INT);
    CREATE TABLE book_kinds (a INT, b INT, PRIMARY KEY (a, b));
    CREATE TABLE book_row (a INT, b INT, FOREIGN KEY (a, b) REFERENCES book_kinds (a, b));
    CREATE TABLE new_book (id INT PRIMARY KEY);
    CREATE TABLE `s` (`f` FLOAT, `d` DECIMAL(65,30), `t` TIME(6), `y` YEAR, `b` BIT(64), `bin` BINARY(4), `ok` BOOL, `ts` TIMESTAMP NULL);
";

/// 200 tables of 100 columns, each of which refers to the one before.
pub fn large() -> String {
    const TYPES: [&str; 8] = [
        "INT NOT NULL",
        "VARCHAR(20)",
        "DECIMAL(10,2)",
        "DATETIME",
        "BIGINT",
        "JSON",
        "ENUM('a','b')",
        "DOUBLE NOT NULL",
    ];
    (0..200)
        .map(|table| {
            let columns: String = (0..98)
                .map(|column| format!(", column_{column} {}", TYPES[column % TYPES.len()]))
                .collect();
            let before = if table > 0 { table - 1 } else { 0 };
            format!(
                "CREATE TABLE table_{table} (id INT PRIMARY KEY, before_id INT{columns}, FOREIGN KEY (before_id) REFERENCES \
                 table_{before} (id));\n"
            )
        })
        .collect()
}

/// All of them, and one of nothing.
pub fn all() -> [(&'static str, String); 4] {
    [
        ("words", words()),
        ("unicode", UNICODE.to_owned()),
        ("large", large()),
        ("empty", String::new()),
    ]
}
