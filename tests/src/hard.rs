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

/// A column of each type and of each way to keep it, which wide tables have in turn.
pub(crate) const EVERY_TYPE: [&str; 32] = [
    "INT NOT NULL",
    "VARCHAR(20)",
    "DECIMAL(10,2)",
    "DATETIME",
    "BIGINT",
    "JSON",
    "ENUM('new','paid','sent')",
    "DOUBLE NOT NULL",
    "BOOL NOT NULL DEFAULT FALSE",
    "TEXT",
    "BIGINT UNSIGNED",
    "DATE",
    "TIMESTAMP NULL",
    "SET('red','green','blue')",
    "DECIMAL(65,30) UNSIGNED",
    "TIME(3)",
    "VARCHAR(255) NOT NULL COMMENT 'what it is called'",
    "SMALLINT UNSIGNED",
    "YEAR",
    "VARBINARY(16)",
    "ENUM('a b','1','ü') NOT NULL",
    "FLOAT",
    "POINT",
    "BIT(64)",
    "TINYINT",
    "CHAR(36) NOT NULL",
    "DATETIME(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6)",
    "LONGTEXT",
    "GEOMETRY",
    "BLOB",
    "BIGINT AS (column_0 + 1) STORED",
    "MEDIUMINT",
];

/// 200 tables of 100 columns of all types, each of which refers to the one before, to one far off and to itself, with keys and a
/// full-text index.
pub fn large() -> String {
    wide(200)
}

/// So many of these tables.
pub fn wide(tables: usize) -> String {
    (0..tables)
        .map(|table| {
            let columns: String = (0..96)
                .map(|column| format!(", column_{column} {}", EVERY_TYPE[column % EVERY_TYPE.len()]))
                .collect();
            format!(
                "CREATE TABLE table_{table} (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY, before_id BIGINT UNSIGNED, \
                 half_id BIGINT UNSIGNED, parent_id BIGINT UNSIGNED{columns}, \
                 UNIQUE KEY by_column (column_0, column_16), FULLTEXT KEY texts (column_9, column_16), \
                 FOREIGN KEY (before_id) REFERENCES table_{} (id), \
                 FOREIGN KEY (half_id) REFERENCES table_{} (id), \
                 FOREIGN KEY (parent_id) REFERENCES table_{table} (id)) COMMENT='The rows of number {table}.';\n",
                table.saturating_sub(1),
                table / 2,
            )
        })
        .collect()
}

/// Tables called like types of the clients and documents themselves.
const TYPES_OF_OURS: &str = "client client_options transport written affected json_value problem graphql_request graphql_response \
    batch_operation batch_answer worker_sql_error filter_is search_mode order_by_direction int_filter string_filter page_info node \
    mutation subscription query column insert update delete key embed page rows find literal any_value typed_dict input joined \
    related null value sort_order date datetime time decimal json big_int bytes geo_json timestamp int float cursor with_required";

/// Columns called like what every object, class or row of a language has, and what no language takes as it is.
const MEMBERS: &str = "then catch constructor __typename node_id nodeId to_json toJSON hasOwnProperty valueOf self cls _ __dict__ \
    __class__ __slots__ _1 1 1st 2nd_place prototype length name key keys items get pop copy clone default eq ne lt hash len fmt \
    from into as_ref drop box_ a_ a __a A_B aB a_b aB_ and or not filter order_by first after embed search_score";

/// Names that others have already, and names as long as they may be.
pub fn taken() -> String {
    let mut script = String::new();
    for (position, table) in TYPES_OF_OURS.split_whitespace().enumerate() {
        let _ = writeln!(
            script,
            "CREATE TABLE `{table}` (id INT PRIMARY KEY, title TEXT, `{table}` ENUM('{table}', 'x'), other INT, FULLTEXT KEY (title), \
             FOREIGN KEY (other) REFERENCES `{table}` (id)) COMMENT='${{{position}}} `{table}` </script> <!-- \\u2028 %s {{}}';"
        );
    }
    let mut names: Vec<&str> = MEMBERS.split_whitespace().collect();
    // MySQL tells columns apart without their case.
    let mut known = std::collections::HashSet::new();
    names.retain(|name| known.insert(name.to_lowercase()));
    let columns: String = names
        .iter()
        .map(|name| format!(", `{name}` INT COMMENT '{name}'"))
        .collect();
    let long = "n".repeat(63);
    let _ = write!(
        script,
        "CREATE TABLE members (row_id INT PRIMARY KEY{columns});\n\
         CREATE TABLE `{long}1` (`{long}1` INT PRIMARY KEY, `{long}2` ENUM('{long}', '{long}x'), `{long}3` JSON,\n\
         FOREIGN KEY (`{long}1`) REFERENCES `{long}2` (`{long}1`));\n\
         CREATE TABLE `{long}2` (`{long}1` INT PRIMARY KEY, `{long}_` DATETIME, UNIQUE KEY `{long}` (`{long}_`));\n\
         CREATE TABLE `1st` (`1` INT PRIMARY KEY, `2` ENUM('1', '', 'a\\nb', 'a\\tb', '\\\\', '\\\\n', '\"', '''', '`', '😀', '\
         e\u{301}', 'é', '#', '//', '/*', '*/', '\"\"\"', 'true', 'null', '__proto__') NOT NULL);\n\
         CREATE TABLE `a_b` (id INT PRIMARY KEY); CREATE TABLE `aB` (id INT PRIMARY KEY); CREATE TABLE `a__b` (id INT PRIMARY KEY);\n"
    );
    script
}

/// Tables each of which refers to the next: a compiler that follows relations goes far.
pub fn chain() -> String {
    let table = |position: usize| {
        format!(
            "CREATE TABLE link_{position} (id INT PRIMARY KEY, next_id INT, FOREIGN KEY (next_id) REFERENCES link_{} (id));\n",
            (position + 1) % 200
        )
    };
    (0..200).map(table).collect()
}

/// All of them, and one of nothing.
pub fn all() -> [(&'static str, String); 6] {
    [
        ("chain", chain()),
        ("words", words()),
        ("taken", taken()),
        ("unicode", UNICODE.to_owned()),
        ("large", large()),
        ("empty", String::new()),
    ]
}
