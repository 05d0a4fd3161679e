use super::{codes, declared, names, table, warned};
use crate::DefaultValue;

#[test]
fn keys_added_behind_the_tables() {
    let read = declared(
        "CREATE TABLE `a` (`id` int(11) NOT NULL, `name` varchar(40), `b` int(11)) ENGINE=InnoDB;
         CREATE TABLE b (id int(11) NOT NULL);
         ALTER TABLE `a` ADD PRIMARY KEY (`id`), ADD UNIQUE KEY `name` (`name`), ADD KEY `b` (`b`) USING BTREE,
           ADD FULLTEXT KEY `ft` (`name`);
         ALTER TABLE b ADD PRIMARY KEY (id);
         ALTER TABLE `a` MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=5;
         ALTER TABLE `a` ADD CONSTRAINT `a_b` FOREIGN KEY (`b`) REFERENCES `b` (`id`) ON DELETE NO ACTION;
         CREATE INDEX by_b ON a (b ASC) USING BTREE; CREATE UNIQUE INDEX u ON db.a (name, b);",
    );
    let a = &read.schema.tables[0];
    assert!(a.columns[0].auto_increment && !a.columns[0].nullable);
    assert_eq!(names(&a.primary_key), ["id"]);
    assert_eq!(
        (
            a.unique.len(),
            a.indexes.len(),
            a.fulltext.len(),
            a.foreign_keys.len()
        ),
        (2, 2, 1, 1)
    );
}

#[test]
fn columns_added_changed_and_dropped() {
    let read = table(
        "CREATE TABLE t (id INT PRIMARY KEY, a INT, b INT, KEY k (a, b));
         ALTER TABLE t ADD COLUMN c INT NOT NULL DEFAULT 1 AFTER id, ADD (d INT, e INT), ADD f INT FIRST;
         ALTER TABLE t CHANGE a a2 BIGINT NOT NULL, ALTER COLUMN b SET DEFAULT 7, ALTER c DROP DEFAULT, DROP COLUMN e;
         ALTER TABLE t RENAME COLUMN d TO d2, COMMENT = 'x' ENGINE=InnoDB, RENAME TO u;",
    );
    let columns: Vec<_> = read.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["f", "id", "c", "a2", "b", "d2"]);
    assert_eq!(names(&read.indexes[0].columns), ["a2", "b"]);
    assert_eq!(read.columns[4].default, Some(DefaultValue::Value(7.into())));
    assert_eq!(
        (read.columns[2].default.clone(), read.comment.as_deref()),
        (None, Some("x"))
    );
    assert_eq!(read.name.as_str(), "u");
}

#[test]
fn actions_without_effect() {
    let script = "CREATE TABLE t (a TEXT); ALTER TABLE t DISABLE KEYS; ALTER TABLE other ENABLE KEYS;
         ALTER TABLE t ENGINE=InnoDB; ALTER TABLE t CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
    assert!(warned(script).is_empty());
    assert!(table(script).columns[0].binary_collation);
}

#[test]
fn what_is_not_there_is_reported() {
    assert_eq!(codes("ALTER TABLE x ADD KEY (a)"), ["unknown-table"]);
    assert_eq!(
        codes("CREATE TABLE t (a INT); ALTER TABLE t MODIFY b INT"),
        ["unknown-column"]
    );
    assert_eq!(
        codes("CREATE TABLE t (a INT); ALTER TABLE t ADD KEY (c)"),
        ["unknown-column"]
    );
}
