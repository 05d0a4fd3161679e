use serde_json::json;

use super::{codes, column, table, warned};
use crate::{ColumnType, DefaultValue, IntWidth, LobSize};

fn type_of(definition: &str) -> ColumnType {
    column(definition).column_type
}

fn int(width: IntWidth, unsigned: bool) -> ColumnType {
    ColumnType::Int { width, unsigned }
}

fn value(definition: &str) -> serde_json::Value {
    match column(definition).default {
        Some(DefaultValue::Value(value)) => value,
        other => panic!("{definition}: {other:?}"),
    }
}

#[test]
fn integers() {
    assert_eq!(type_of("int(11)"), int(IntWidth::Int, false));
    assert_eq!(type_of("int(10) unsigned zerofill"), int(IntWidth::Int, true));
    assert_eq!(type_of("INTEGER SIGNED"), int(IntWidth::Int, false));
    assert_eq!(type_of("int8"), int(IntWidth::Big, false));
    assert_eq!(type_of("MIDDLEINT"), int(IntWidth::Medium, false));
    assert_eq!(type_of("tinyint(4)"), int(IntWidth::Tiny, false));
    assert_eq!(type_of("tinyint(1)"), ColumnType::Boolean);
    assert_eq!(type_of("tinyint(1) unsigned"), int(IntWidth::Tiny, true));
    assert_eq!(
        type_of("tinyint(1) NOT NULL DEFAULT '2'"),
        int(IntWidth::Tiny, false)
    );
    let serial = table("CREATE TABLE t (id SERIAL PRIMARY KEY)");
    assert!(serial.columns[0].auto_increment && serial.unique.is_empty());
    assert_eq!(serial.columns[0].column_type, int(IntWidth::Big, true));
}

#[test]
fn numbers() {
    let decimal = |precision, scale| ColumnType::Decimal {
        precision,
        scale,
        unsigned: false,
    };
    assert_eq!(type_of("dec"), decimal(10, 0));
    assert_eq!(type_of("numeric(8)"), decimal(8, 0));
    assert_eq!(type_of("fixed(65,30)"), decimal(65, 30));
    assert_eq!(
        type_of("double precision"),
        ColumnType::Double { unsigned: false }
    );
    assert_eq!(type_of("real"), ColumnType::Double { unsigned: false });
    assert_eq!(type_of("float(53)"), ColumnType::Double { unsigned: false });
    assert_eq!(
        warned("CREATE TABLE t (a float(7,4), b double(10,2))"),
        ["float-digits-ignored"]
    );
    assert_eq!(type_of("bit"), ColumnType::Bit { width: 1 });
    assert_eq!(codes("CREATE TABLE t (a bit(65))"), ["type-limit"]);
    assert_eq!(
        codes("CREATE TABLE t (a decimal(66,2), b decimal(5,6))"),
        ["type-limit", "type-limit"]
    );
}

#[test]
fn texts() {
    assert_eq!(type_of("NATIONAL VARCHAR(5)"), ColumnType::Varchar { length: 5 });
    assert_eq!(
        type_of("national character varying(5)"),
        ColumnType::Varchar { length: 5 }
    );
    assert_eq!(type_of("NVARCHAR(5)"), ColumnType::Varchar { length: 5 });
    assert_eq!(type_of("char byte"), ColumnType::Binary { length: 1 });
    assert_eq!(
        type_of("char(3) character set binary"),
        ColumnType::Binary { length: 3 }
    );
    assert_eq!(
        type_of("long varchar"),
        ColumnType::Text {
            size: LobSize::Medium
        }
    );
    assert_eq!(type_of("text(100)"), ColumnType::Text { size: LobSize::Tiny });
    assert_eq!(
        type_of("blob(70000)"),
        ColumnType::Blob {
            size: LobSize::Medium
        }
    );
    assert!(column("CHAR(3) BINARY").binary_collation);
    assert!(column("varchar(9) CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_as_cs NOT NULL").binary_collation);
    assert!(!column("varchar(9) CHARACTER SET latin1 COLLATE latin1_swedish_ci").binary_collation);
    assert_eq!(codes("CREATE TABLE t (a varchar, b int)"), ["length-missing"]);
}

#[test]
fn table_collation_holds_for_columns_that_say_nothing() {
    let read = table(
        "CREATE TABLE t (a varchar(9), b text COLLATE utf8_general_ci, c char(1) CHARACTER SET latin1, d int)
         ENGINE=InnoDB DEFAULT CHARSET=utf8mb3 COLLATE=utf8mb3_bin",
    );
    let binary: Vec<bool> = read
        .columns
        .iter()
        .map(|column| column.binary_collation)
        .collect();
    assert_eq!(binary, [true, false, false, false]);
    let bytes = table("CREATE TABLE t (a varchar(9)) DEFAULT CHARSET=binary");
    assert_eq!(bytes.columns[0].column_type, ColumnType::Varbinary { length: 9 });
}

#[test]
fn members() {
    let ColumnType::Enum { values } = type_of("enum('it''s','a,b',_utf8mb4'é  ', \"q\")") else {
        panic!("an enum");
    };
    assert_eq!(values, ["it's", "a,b", "é", "q"]);
    assert_eq!(
        codes("CREATE TABLE t (a enum('a','a'), b set('a,b'))"),
        ["type-limit", "type-limit"]
    );
}

#[test]
fn shapes() {
    let ColumnType::Geometry { srid, .. } = type_of("point NOT NULL /*!80003 SRID 4326 */") else {
        panic!("a geometry");
    };
    assert_eq!(srid, Some(4326));
}

#[test]
fn constant_defaults() {
    assert_eq!(value("int DEFAULT '-7'"), json!(-7));
    assert_eq!(
        value("bigint unsigned DEFAULT 18446744073709551615"),
        json!("18446744073709551615")
    );
    assert_eq!(value("decimal(5,2) DEFAULT 4.9"), json!("4.90"));
    assert_eq!(value("boolean DEFAULT TRUE"), json!(true));
    assert_eq!(value("bit(1) DEFAULT b'0'"), json!(false));
    assert_eq!(value("bit(8) DEFAULT 0x1f"), json!(31));
    assert_eq!(value("double DEFAULT 1e3"), json!(1000.0));
    assert_eq!(value("varchar(9) DEFAULT _utf8mb4'it''s'"), json!("it's"));
    assert_eq!(value("varchar(9) DEFAULT ''"), json!(""));
    assert_eq!(value("binary(3) DEFAULT x'ff'"), json!("/wAA"));
    assert_eq!(
        value("datetime(2) DEFAULT '2024-02-29 12:30:00'"),
        json!("2024-02-29T12:30:00.00")
    );
    assert_eq!(
        value("timestamp DEFAULT '2024-02-29 12:30:00'"),
        json!("2024-02-29T12:30:00Z")
    );
    assert_eq!(value("time DEFAULT '1:30'"), json!("01:30:00"));
    assert_eq!(value("year DEFAULT '70'"), json!(1970));
    assert_eq!(value("enum('A','b') DEFAULT 'a'"), json!("A"));
    assert_eq!(value("set('x','y','z') DEFAULT 'z,x'"), json!(["x", "z"]));
    assert_eq!(
        codes("CREATE TABLE t (a tinyint DEFAULT 300, b date DEFAULT 'x')"),
        ["invalid-default"; 2]
    );
}

#[test]
fn other_defaults() {
    for now in [
        "CURRENT_TIMESTAMP",
        "current_timestamp()",
        "NOW()",
        "LOCALTIME",
        "(now())",
        "(CURRENT_TIMESTAMP)",
    ] {
        let read = column(&format!("datetime DEFAULT {now} ON UPDATE CURRENT_TIMESTAMP"));
        assert_eq!(read.default, Some(DefaultValue::Now), "{now}");
        assert!(read.on_update_now);
    }
    let precise = column("timestamp(6) NULL DEFAULT current_timestamp(6) ON UPDATE current_timestamp(6)");
    assert!(precise.on_update_now && precise.nullable);
    assert_eq!(column("int NULL DEFAULT NULL").default, None);
    assert_eq!(
        codes("CREATE TABLE t (a int NOT NULL DEFAULT NULL)"),
        ["invalid-default"]
    );
    let zero = "CREATE TABLE t (a datetime NOT NULL DEFAULT '0000-00-00 00:00:00', b date DEFAULT 0)";
    assert_eq!(warned(zero), ["zero-date-default"]);
    assert!(table(zero).columns.iter().all(|column| column.default.is_none()));
}
