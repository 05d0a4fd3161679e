//! Prints a declaration as MySQL DDL, which reads back as the same declaration.

use std::fmt::Write as _;

use serde_json::Value;

use crate::{
    Column, ColumnType, DefaultValue, ForeignKey, GeometryKind, Ident, Index, IntWidth, LobSize,
    ReferentialAction, Schema, Table, View,
};

/// The tables and then the views in the order of their declaration. Foreign keys may refer to tables further down, so their checks are off
/// while it runs.
pub fn sql(schema: &Schema) -> String {
    let mut out = String::from("SET FOREIGN_KEY_CHECKS = 0;\n");
    for table in &schema.tables {
        out.push('\n');
        out.push_str(&create_table(table));
    }
    out.push_str("\nSET FOREIGN_KEY_CHECKS = 1;\n");
    for view in &schema.views {
        out.push('\n');
        out.push_str(&create_view(view));
    }
    out
}

fn create_view(view: &View) -> String {
    let columns = match view.columns.as_slice() {
        [] => String::new(),
        columns => format!(" ({})", names(columns)),
    };
    format!("CREATE VIEW {}{columns} AS\n{};\n", name(&view.name), view.query)
}

fn create_table(table: &Table) -> String {
    let mut parts: Vec<String> = table.columns.iter().map(column).collect();
    if !table.primary_key.is_empty() {
        parts.push(format!("PRIMARY KEY ({})", names(&table.primary_key)));
    }
    parts.extend(table.unique.iter().map(|key| index("UNIQUE KEY", key)));
    parts.extend(table.indexes.iter().map(|key| index("KEY", key)));
    parts.extend(table.fulltext.iter().map(|key| index("FULLTEXT KEY", key)));
    parts.extend(table.foreign_keys.iter().map(foreign_key));
    for check in &table.checks {
        let suffix = if check.enforced { "" } else { " NOT ENFORCED" };
        parts.push(format!(
            "CONSTRAINT {} CHECK ({}){suffix}",
            name(&check.name),
            check.expression
        ));
    }
    let comment = table
        .sql_comment()
        .map(|comment| format!(" COMMENT={}", text(&comment)));
    format!(
        "CREATE TABLE {} (\n  {}\n) DEFAULT CHARSET=utf8mb4{};\n",
        name(&table.name),
        parts.join(",\n  "),
        comment.unwrap_or_default()
    )
}

fn column(column: &Column) -> String {
    let mut out = format!("{} {}", name(&column.name), column_type(&column.column_type));
    if column.binary_collation {
        out.push_str(" COLLATE utf8mb4_bin");
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        // Writing to a String cannot fail.
        let _ = write!(out, " GENERATED ALWAYS AS ({}) {kind}", generated.expression);
    }
    out.push_str(if column.nullable { " NULL" } else { " NOT NULL" });
    if let ColumnType::Geometry { srid: Some(srid), .. } = column.column_type {
        let _ = write!(out, " SRID {srid}");
    }
    let digits = match column.column_type {
        ColumnType::Datetime { fraction } | ColumnType::Timestamp { fraction } if fraction > 0 => {
            format!("({fraction})")
        }
        _ => String::new(),
    };
    match &column.default {
        None => {}
        Some(DefaultValue::Now) => {
            let _ = write!(out, " DEFAULT CURRENT_TIMESTAMP{digits}");
        }
        Some(DefaultValue::Expression(expression)) => {
            let _ = write!(out, " DEFAULT ({expression})");
        }
        Some(DefaultValue::Value(value)) => {
            let _ = write!(out, " DEFAULT {}", constant(&column.column_type, value));
        }
    }
    if column.on_update_now {
        let _ = write!(out, " ON UPDATE CURRENT_TIMESTAMP{digits}");
    }
    if column.auto_increment {
        out.push_str(" AUTO_INCREMENT");
    }
    if let Some(comment) = &column.comment {
        let _ = write!(out, " COMMENT {}", text(comment));
    }
    out
}

/// A type as a script writes it.
pub fn column_type(column_type: &ColumnType) -> String {
    let signed = |base: String, unsigned: bool| if unsigned { base + " UNSIGNED" } else { base };
    let precise = |base: &str, fraction: u8| match fraction {
        0 => base.to_owned(),
        digits => format!("{base}({digits})"),
    };
    match column_type {
        ColumnType::Boolean => "TINYINT(1)".to_owned(),
        ColumnType::Int { width, unsigned } => signed(int(*width).to_owned(), *unsigned),
        ColumnType::Decimal {
            precision,
            scale,
            unsigned,
        } => signed(format!("DECIMAL({precision},{scale})"), *unsigned),
        ColumnType::Float { unsigned } => signed("FLOAT".to_owned(), *unsigned),
        ColumnType::Double { unsigned } => signed("DOUBLE".to_owned(), *unsigned),
        ColumnType::Bit { width } => format!("BIT({width})"),
        ColumnType::Char { length } => format!("CHAR({length})"),
        ColumnType::Varchar { length } => format!("VARCHAR({length})"),
        ColumnType::Text { size } => format!("{}TEXT", lob(*size)),
        ColumnType::Binary { length } => format!("BINARY({length})"),
        ColumnType::Varbinary { length } => format!("VARBINARY({length})"),
        ColumnType::Blob { size } => format!("{}BLOB", lob(*size)),
        ColumnType::Date => "DATE".to_owned(),
        ColumnType::Time { fraction } => precise("TIME", *fraction),
        ColumnType::Datetime { fraction } => precise("DATETIME", *fraction),
        ColumnType::Timestamp { fraction } => precise("TIMESTAMP", *fraction),
        ColumnType::Year => "YEAR".to_owned(),
        ColumnType::Enum { values } => format!("ENUM({})", members(values)),
        ColumnType::Set { values } => format!("SET({})", members(values)),
        ColumnType::Json => "JSON".to_owned(),
        ColumnType::Geometry { kind, .. } => geometry(*kind).to_owned(),
    }
}

const fn int(width: IntWidth) -> &'static str {
    match width {
        IntWidth::Tiny => "TINYINT",
        IntWidth::Small => "SMALLINT",
        IntWidth::Medium => "MEDIUMINT",
        IntWidth::Int => "INT",
        IntWidth::Big => "BIGINT",
    }
}

const fn lob(size: LobSize) -> &'static str {
    match size {
        LobSize::Tiny => "TINY",
        LobSize::Normal => "",
        LobSize::Medium => "MEDIUM",
        LobSize::Long => "LONG",
    }
}

const fn geometry(kind: GeometryKind) -> &'static str {
    match kind {
        GeometryKind::Geometry => "GEOMETRY",
        GeometryKind::Point => "POINT",
        GeometryKind::LineString => "LINESTRING",
        GeometryKind::Polygon => "POLYGON",
        GeometryKind::MultiPoint => "MULTIPOINT",
        GeometryKind::MultiLineString => "MULTILINESTRING",
        GeometryKind::MultiPolygon => "MULTIPOLYGON",
        GeometryKind::GeometryCollection => "GEOMETRYCOLLECTION",
    }
}

fn members(values: &[String]) -> String {
    values
        .iter()
        .map(|value| text(value))
        .collect::<Vec<_>>()
        .join(",")
}

/// A constant from the API's form.
fn constant(column_type: &ColumnType, value: &Value) -> String {
    match (column_type, value) {
        (ColumnType::Json, document) => format!("({})", text(&document.to_string())),
        (_, Value::Bool(flag)) => u8::from(*flag).to_string(),
        (_, Value::Number(number)) => number.to_string(),
        (ColumnType::Set { .. }, Value::Array(chosen)) => {
            let members: Vec<&str> = chosen.iter().filter_map(Value::as_str).collect();
            text(&members.join(","))
        }
        (_, Value::String(string)) => string_constant(column_type, string),
        _ => "NULL".to_owned(),
    }
}

fn string_constant(column_type: &ColumnType, string: &str) -> String {
    match column_type {
        ColumnType::Int { .. } | ColumnType::Decimal { .. } | ColumnType::Bit { .. } => string.to_owned(),
        ColumnType::Datetime { .. } => text(&string.replace('T', " ")),
        ColumnType::Timestamp { .. } => text(string.replace('T', " ").trim_end_matches('Z')),
        ColumnType::Binary { .. } | ColumnType::Varbinary { .. } => bytes(string),
        // MySQL takes these only in parentheses.
        ColumnType::Blob { .. } => format!("({})", bytes(string)),
        ColumnType::Text { .. } => format!("({})", text(string)),
        _ => text(string),
    }
}

/// From base64 to `x'…'`.
fn bytes(base64: &str) -> String {
    let bytes = crate::validate::from_base64(base64).unwrap_or_default();
    let mut out = String::from("x'");
    for byte in bytes {
        let _ = write!(out, "{byte:02X}");
    }
    out + "'"
}

fn index(kind: &str, key: &Index) -> String {
    format!("{kind} {} ({})", name(&key.name), names(&key.columns))
}

fn foreign_key(key: &ForeignKey) -> String {
    let mut out = format!(
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
        let _ = write!(out, " ON {event} {action}");
    }
    out
}

fn name(ident: &Ident) -> String {
    format!("`{}`", ident.as_str().replace('`', "``"))
}

fn names(idents: &[Ident]) -> String {
    idents.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// A text literal.
fn text(content: &str) -> String {
    let escaped = content
        .replace('\\', "\\\\")
        .replace('\'', "''")
        .replace('\0', "\\0");
    format!("'{escaped}'")
}

#[cfg(test)]
mod tests;
