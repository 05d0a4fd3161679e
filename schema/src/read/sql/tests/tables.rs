use super::{codes, declared, names, table, warned};
use crate::ReferentialAction;
use crate::read::sql::NotTakenKind;

#[test]
fn a_dump_as_it_comes() {
    let dump = r"/*M!999999\- enable the sandbox mode */
-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)
/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!50503 SET NAMES utf8mb4 */;
CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin */;
USE `shop`;
DROP TABLE IF EXISTS `order`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE `order` (
  `id` bigint unsigned NOT NULL AUTO_INCREMENT,
  `key` varchar(255) NOT NULL COMMENT 'the buyer''s key',
  `total` decimal(20,6) DEFAULT '0.000000',
  `rank` int /*!80023 INVISIBLE */ DEFAULT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `key_UNIQUE` (`key`(191)) USING BTREE COMMENT 'x',
  KEY `by_total` (`total` DESC,`id`) /*!80000 INVISIBLE */,
  KEY `fn` ((lower(`key`)))
) ENGINE=InnoDB AUTO_INCREMENT=124 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8 COMMENT='orders'
/*!50100 PARTITION BY HASH (`id`) PARTITIONS 4 */;
LOCK TABLES `order` WRITE;
/*!40000 ALTER TABLE `order` DISABLE KEYS */;
INSERT INTO `order` VALUES (1,'a;b',NULL,1),(2,'(','1.5',NULL);
/*!40000 ALTER TABLE `order` ENABLE KEYS */;
UNLOCK TABLES;
/*!50001 CREATE VIEW `totals` AS SELECT 1 AS `id`*/;
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `bi` BEFORE INSERT ON `order` FOR EACH ROW BEGIN SET NEW.total = 1; END */;;
CREATE DEFINER=`root`@`%` PROCEDURE `p`(IN a INT) BEGIN SELECT 1; END ;;
DELIMITER ;
/*!50001 DROP VIEW IF EXISTS `totals`*/;
/*!50001 CREATE ALGORITHM=UNDEFINED */
/*!50013 DEFINER=`root`@`localhost` SQL SECURITY DEFINER */
/*!50001 VIEW `totals` AS select 1 AS `id` */;
";
    let read = declared(dump);
    let order = &read.schema.tables[0];
    assert_eq!(order.comment.as_deref(), Some("orders"));
    assert_eq!(order.columns[1].comment.as_deref(), Some("the buyer's key"));
    assert!(!order.columns[1].binary_collation);
    assert_eq!(names(&order.indexes[0].columns), ["total", "id"]);
    assert_eq!(read.inserts.rows(), 2);
    let not_taken: Vec<_> = read
        .not_taken
        .iter()
        .map(|it| (it.kind, it.name.as_str(), it.line))
        .collect();
    assert_eq!(
        not_taken,
        [
            (NotTakenKind::Trigger, "bi", 27),
            (NotTakenKind::Procedure, "p", 28),
        ]
    );
    assert_eq!(read.schema.views[0].query, "select 1 AS `id`");
    let mut codes: Vec<_> = read.warnings.iter().map(|warning| warning.code).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "ascii-collation",
            "auto-increment-start-ignored",
            "column-visible",
            "functional-key-not-built",
            "key-order-ignored",
            "key-prefix-ignored",
            "partitions-ignored",
        ]
    );
}

#[test]
fn keys_without_names_are_named_as_mysql_does() {
    let read = table(
        "CREATE TABLE t (a INT PRIMARY KEY, b INT UNIQUE, KEY (b), UNIQUE (b, a), INDEX USING BTREE (a), KEY b_2 (a, b),
         FOREIGN KEY (b) REFERENCES t (a), CONSTRAINT FOREIGN KEY (b) REFERENCES t (a), CHECK (a > 0), b2 INT CHECK (b2 > 1))",
    );
    let unique: Vec<_> = read.unique.iter().map(|key| key.name.as_str()).collect();
    let plain: Vec<_> = read.indexes.iter().map(|key| key.name.as_str()).collect();
    assert_eq!(unique, ["b", "b_4"]);
    assert_eq!(plain, ["b_3", "a", "b_2"]);
    let foreign: Vec<_> = read.foreign_keys.iter().map(|key| key.name.as_str()).collect();
    assert_eq!(foreign, ["t_ibfk_1", "t_ibfk_2"]);
    let checks: Vec<_> = read.checks.iter().map(|check| check.name.as_str()).collect();
    assert_eq!(checks, ["t_chk_1", "t_chk_2"]);
    assert!(!read.columns[0].nullable);
}

#[test]
fn foreign_keys_resolve_after_the_last_statement() {
    let read = declared(
        "CREATE TABLE a (id INT PRIMARY KEY, b INT, CONSTRAINT fk FOREIGN KEY (b) REFERENCES `db`.`B` (ID) MATCH SIMPLE
         ON DELETE SET NULL ON UPDATE CASCADE); CREATE TABLE B (id INT PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES a)",
    );
    let key = &read.schema.tables[0].foreign_keys[0];
    assert_eq!(
        (key.on_delete, key.on_update),
        (ReferentialAction::SetNull, ReferentialAction::Cascade)
    );
    assert_eq!(
        names(&read.schema.tables[1].foreign_keys[0].referenced_columns),
        ["id"]
    );
}

#[test]
fn a_reference_behind_a_column_does_nothing() {
    let script = "CREATE TABLE a (id INT PRIMARY KEY, b INT REFERENCES x (y) ON DELETE CASCADE,
         at DATETIME REFERENCES x (y) ON UPDATE CURRENT_TIMESTAMP)";
    assert_eq!(warned(script), ["inline-reference-ignored"]);
    assert!(table(script).columns[2].on_update_now);
}

#[test]
fn tables_like_others_and_dropped_ones() {
    let read = declared(
        "CREATE TABLE a (id INT PRIMARY KEY, n INT, KEY (n)); CREATE TABLE b LIKE a; CREATE TABLE c (LIKE a);
         DROP TABLE IF EXISTS c, x; CREATE TABLE IF NOT EXISTS a (other INT); CREATE TEMPORARY TABLE tmp (a INT)",
    );
    let tables: Vec<_> = read
        .schema
        .tables
        .iter()
        .map(|table| table.name.as_str())
        .collect();
    assert_eq!(tables, ["a", "b"]);
    assert_eq!(read.schema.tables[0].columns, read.schema.tables[1].columns);
    assert_eq!(read.schema.tables[1].indexes[0].name.as_str(), "n");
    assert_eq!(read.not_taken[0].name, "tmp");
    assert_eq!(codes("CREATE TABLE a (id INT) SELECT 1 AS id"), ["create-select"]);
    assert_eq!(codes("CREATE TABLE a AS SELECT 1 AS id"), ["create-select"]);
}

#[test]
fn what_has_no_effect_is_passed_and_the_rest_is_warned_of() {
    let script = "SET NAMES utf8; START TRANSACTION; SELECT 'x' AS info; flush logs; COMMIT; BEGIN; ANALYZE TABLE t;
         source other.dump ; GRANT ALL ON *.* TO x; CREATE USER 'a'@'b'; UPDATE t SET a = 1; CREATE TABLE t (a INT)";
    assert_eq!(
        warned(script),
        ["client-command-ignored", "accounts-ignored", "statement-not-run"]
    );
}

#[test]
fn names_of_any_kind() {
    let read = table(
        "CREATE TABLE `größe``n` (`select` INT, 2fa INT, `a b` INT, naïve INT, status INT, `date` DATE, type INT)",
    );
    assert_eq!(read.name.as_str(), "größe`n");
    let columns: Vec<_> = read.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(
        columns,
        ["select", "2fa", "a b", "naïve", "status", "date", "type"]
    );
}

#[test]
fn a_dump_with_binary_strings_as_they_are() {
    let script = b"CREATE TABLE t (a INT PRIMARY KEY, b BLOB);\n-- \xff\nINSERT INTO t VALUES (1,_binary '\xff\xfe;\\'\xf0'),(2,NULL);\nCREATE TABLE u (a INT PRIMARY KEY);";
    let read = super::super::read_bytes(script).expect("a declaration");
    assert_eq!((read.schema.tables.len(), read.inserts.rows()), (2, 2));
    let problems =
        super::super::read_bytes(b"\nCREATE TABLE t (a INT COMMENT '\xe9t\xe9')").expect_err("latin1");
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].code, problems[0].at.to_string().as_str()),
        ("not-utf8", "line 2, column 32")
    );
}

#[test]
fn names_in_double_quotes() {
    let read = super::super::read(
        "SET SQL_MODE='ANSI';\nCREATE TABLE \"t\" (\"a\" INT PRIMARY KEY, \"b\" INT AS (\"a\" mod 2), CHECK (\"a\" > 0));",
    )
    .expect("a declaration");
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
}
