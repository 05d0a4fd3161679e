//! A declaration as MySQL DDL, which reads back to the same declaration.

use serde_json::Value;

use crate::stored::{Stored, Value as StoredValue};
use crate::{
    Check, Column, ColumnType, DefaultValue, ForeignKey, GeometryKind, Ident, Index, IntWidth, LobSize,
    ReferentialAction, Schema, Table,
};

/// The whole declaration. Tables come in their order: a key may refer to a table further down.
pub fn sql(schema: &Schema) -> String {
    schema.tables.iter().map(table_sql).collect::<Vec<_>>().join("\n")
}

fn table_sql(table: &Table) -> String {
    let mut lines: Vec<String> = table.columns.iter().map(column_sql).collect();
    if !table.primary_key.is_empty() {
        lines.push(format!("PRIMARY KEY ({})", names(&table.primary_key)));
    }
    lines.extend(table.unique.iter().map(|index| index_sql("UNIQUE KEY", index)));
    lines.extend(table.indexes.iter().map(|index| index_sql("KEY", index)));
    lines.extend(
        table
            .fulltext
            .iter()
            .map(|index| index_sql("FULLTEXT KEY", index)),
    );
    lines.extend(table.foreign_keys.iter().map(foreign_key_sql));
    lines.extend(table.checks.iter().map(check_sql));
    let comment = table
        .comment
        .as_ref()
        .map_or_else(String::new, |text| format!(" COMMENT={}", quoted(text)));
    format!(
        "CREATE TABLE {} (\n  {}\n){comment};\n",
        name(&table.name),
        lines.join(",\n  ")
    )
}

fn column_sql(column: &Column) -> String {
    let mut sql = format!("{} {}", name(&column.name), type_sql(&column.column_type));
    if let Some(collation) = collation(column) {
        sql.push_str(&format!(" COLLATE {collation}"));
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        sql.push_str(&format!(" GENERATED ALWAYS AS ({}) {kind}", generated.expression));
    }
    sql.push_str(if column.nullable { " NULL" } else { " NOT NULL" });
    if let Some(default) = &column.default {
        sql.push_str(&format!(" DEFAULT {}", default_sql(column, default)));
    }
    if column.on_update_now {
        sql.push_str(&format!(" ON UPDATE {}", now_sql(&column.column_type)));
    }
    if column.auto_increment {
        sql.push_str(" AUTO_INCREMENT");
    }
    if let Some(comment) = &column.comment {
        sql.push_str(&format!(" COMMENT {}", quoted(comment)));
    }
    sql
}

/// Text that compares by its bytes says so; other text has the server's usual collation.
fn collation(column: &Column) -> Option<&'static str> {
    let is_text = matches!(
        column.column_type,
        ColumnType::Char { .. }
            | ColumnType::Varchar { .. }
            | ColumnType::Text { .. }
            | ColumnType::Enum { .. }
            | ColumnType::Set { .. }
    );
    (column.binary_collation && is_text).then_some("utf8mb4_bin")
}

/// A column type in MySQL's spelling.
pub fn type_sql(column_type: &ColumnType) -> String {
    let unsigned = |sql: String, unsigned: bool| if unsigned { format!("{sql} unsigned") } else { sql };
    match column_type {
        ColumnType::Boolean => "tinyint(1)".to_owned(),
        ColumnType::Int {
            width,
            unsigned: flag,
        } => unsigned(width_sql(*width).to_owned(), *flag),
        ColumnType::Decimal {
            precision,
            scale,
            unsigned: flag,
        } => unsigned(format!("decimal({precision},{scale})"), *flag),
        ColumnType::Float { unsigned: flag } => unsigned("float".to_owned(), *flag),
        ColumnType::Double { unsigned: flag } => unsigned("double".to_owned(), *flag),
        ColumnType::Bit { width } => format!("bit({width})"),
        ColumnType::Char { length } => format!("char({length})"),
        ColumnType::Varchar { length } => format!("varchar({length})"),
        ColumnType::Text { size } => format!("{}text", size_sql(*size)),
        ColumnType::Binary { length } => format!("binary({length})"),
        ColumnType::Varbinary { length } => format!("varbinary({length})"),
        ColumnType::Blob { size } => format!("{}blob", size_sql(*size)),
        ColumnType::Date => "date".to_owned(),
        ColumnType::Time { fraction } => with_fraction("time", *fraction),
        ColumnType::Datetime { fraction } => with_fraction("datetime", *fraction),
        ColumnType::Timestamp { fraction } => with_fraction("timestamp", *fraction),
        ColumnType::Year => "year".to_owned(),
        ColumnType::Enum { values } => format!("enum({})", members(values)),
        ColumnType::Set { values } => format!("set({})", members(values)),
        ColumnType::Json => "json".to_owned(),
        ColumnType::Geometry { kind, srid } => {
            let srid = srid.map_or_else(String::new, |srid| format!(" SRID {srid}"));
            format!("{}{srid}", kind_sql(*kind))
        }
    }
}

const fn width_sql(width: IntWidth) -> &'static str {
    match width {
        IntWidth::Tiny => "tinyint",
        IntWidth::Small => "smallint",
        IntWidth::Medium => "mediumint",
        IntWidth::Int => "int",
        IntWidth::Big => "bigint",
    }
}

const fn size_sql(size: LobSize) -> &'static str {
    match size {
        LobSize::Tiny => "tiny",
        LobSize::Normal => "",
        LobSize::Medium => "medium",
        LobSize::Long => "long",
    }
}

const fn kind_sql(kind: GeometryKind) -> &'static str {
    match kind {
        GeometryKind::Geometry => "geometry",
        GeometryKind::Point => "point",
        GeometryKind::LineString => "linestring",
        GeometryKind::Polygon => "polygon",
        GeometryKind::MultiPoint => "multipoint",
        GeometryKind::MultiLineString => "multilinestring",
        GeometryKind::MultiPolygon => "multipolygon",
        GeometryKind::GeometryCollection => "geometrycollection",
    }
}

fn with_fraction(name: &str, fraction: u8) -> String {
    if fraction == 0 {
        name.to_owned()
    } else {
        format!("{name}({fraction})")
    }
}

fn members(values: &[String]) -> String {
    values
        .iter()
        .map(|value| quoted(value))
        .collect::<Vec<_>>()
        .join(",")
}

fn now_sql(column_type: &ColumnType) -> String {
    match column_type {
        ColumnType::Datetime { fraction } | ColumnType::Timestamp { fraction } if *fraction > 0 => {
            format!("CURRENT_TIMESTAMP({fraction})")
        }
        _ => "CURRENT_TIMESTAMP".to_owned(),
    }
}

fn default_sql(column: &Column, default: &DefaultValue) -> String {
    match default {
        DefaultValue::Now => now_sql(&column.column_type),
        DefaultValue::Expression(expression) => format!("({expression})"),
        DefaultValue::Value(value) => literal(column, value),
    }
}

/// A value in the API's form as MySQL's literal for the column.
fn literal(column: &Column, value: &Value) -> String {
    match (&column.column_type, value) {
        (ColumnType::Boolean, Value::Bool(flag)) => format!("'{}'", u8::from(*flag)),
        (ColumnType::Bit { .. }, Value::Bool(flag)) => format!("b'{}'", u8::from(*flag)),
        (ColumnType::Bit { .. }, _) => {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            text.parse::<u64>().map_or(text, |bits| format!("b'{bits:b}'"))
        }
        (ColumnType::Datetime { .. } | ColumnType::Timestamp { .. }, Value::String(text)) => {
            quoted(&text.replacen('T', " ", 1).replace('Z', ""))
        }
        (ColumnType::Binary { .. } | ColumnType::Varbinary { .. } | ColumnType::Blob { .. }, _) => {
            bytes(column, value)
        }
        (ColumnType::Json, value) => quoted(&value.to_string()),
        (_, Value::Array(members)) => quoted(
            &members
                .iter()
                .filter_map(Value::as_str)
                .collect::<Vec<_>>()
                .join(","),
        ),
        (_, Value::String(text)) => quoted(text),
        (_, value) => quoted(&value.to_string()),
    }
}

fn bytes(column: &Column, value: &Value) -> String {
    match Stored::of_type(&column.column_type, column.binary_collation).encode(value) {
        Ok(StoredValue::Blob(bytes)) => {
            format!(
                "x'{}'",
                bytes.iter().map(|byte| format!("{byte:02X}")).collect::<String>()
            )
        }
        _ => quoted(""),
    }
}

fn index_sql(kind: &str, index: &Index) -> String {
    format!("{kind} {} ({})", name(&index.name), names(&index.columns))
}

fn foreign_key_sql(key: &ForeignKey) -> String {
    let mut sql = format!(
        "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({})",
        name(&key.name),
        names(&key.columns),
        name(&key.references),
        names(&key.referenced_columns)
    );
    for (event, action) in [("DELETE", key.on_delete), ("UPDATE", key.on_update)] {
        let action = match action {
            ReferentialAction::NoAction => continue,
            ReferentialAction::Restrict => "RESTRICT",
            ReferentialAction::Cascade => "CASCADE",
            ReferentialAction::SetNull => "SET NULL",
            ReferentialAction::SetDefault => "SET DEFAULT",
        };
        sql.push_str(&format!(" ON {event} {action}"));
    }
    sql
}

fn check_sql(check: &Check) -> String {
    let enforced = if check.enforced { "" } else { " NOT ENFORCED" };
    format!(
        "CONSTRAINT {} CHECK ({}){enforced}",
        name(&check.name),
        check.expression
    )
}

fn name(ident: &Ident) -> String {
    format!("`{}`", ident.as_str().replace('`', "``"))
}

fn names(idents: &[Ident]) -> String {
    idents.iter().map(name).collect::<Vec<_>>().join(",")
}

/// A text as MySQL's string literal.
fn quoted(text: &str) -> String {
    let mut sql = String::with_capacity(text.len() + 2);
    sql.push('\'');
    for character in text.chars() {
        match character {
            '\'' => sql.push_str("''"),
            '\\' => sql.push_str("\\\\"),
            '\0' => sql.push_str("\\0"),
            '\n' => sql.push_str("\\n"),
            '\r' => sql.push_str("\\r"),
            '\u{1a}' => sql.push_str("\\Z"),
            other => sql.push(other),
        }
    }
    sql.push('\'');
    sql
}
