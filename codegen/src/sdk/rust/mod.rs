//! The Rust client: structs of rows, a module of columns and inputs for each table, and the part that is the same for all.

use std::fmt::Write;

use schema::stored::Scalar;

use super::inputs::computed;
use super::text;
use crate::graphql::{Leaf, TypeKind, TypeSystem};
use crate::model::{ApiColumn, ApiModel, ApiTable, Relation};

/// The part that is the same for all.
const RUNTIME: &str = include_str!("runtime.txt");

const HEAD: &str = "//! The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.
//!
//! It needs the crates `serde` (with `derive`) and `serde_json`, and a transport of yours: see [`runtime_::Transport`].
//!
//! ```text
//! let client = Client::new(\"https://api.example.com/t/shop\", key, transport);
//! let books = client.run(&find().filter(book::YEAR.gte(2000)).order(book::YEAR.desc()).embed(book::AUTHOR.embed()).rows())?;
//! ```

#![allow(dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
";

/// Words that cannot be names.
const KEYWORDS: [&str; 51] = [
    "as", "async", "await", "abstract", "become", "box", "break", "const", "continue", "crate", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
    "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static",
    "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual",
    "where", "while", "yield",
];

/// The client of a model's API, as one module. The same model always prints the same text.
pub fn rust(model: &ApiModel) -> String {
    let mut text = HEAD.to_owned();
    for table in &model.tables {
        row(&mut text, model, table);
        implementation(&mut text, model, table);
        module(&mut text, model, table);
    }
    text.push('\n');
    text.push_str(RUNTIME);
    codes(&mut text);
    text
}

/// The codes of errors and their statuses.
fn codes(text: &mut String) {
    text.push_str(
        "
/// The stable codes of errors, to compare with those of a [`runtime_::Refusal`]. A newer server may answer others.
pub mod codes_ {
",
    );
    for (code, _) in super::codes() {
        let name = code.to_ascii_uppercase();
        let _ = writeln!(text, "    pub const {name}: &str = \"{code}\";");
    }
    text.push_str("\n    pub(crate) const STATUSES: &[(&str, u16)] = &[\n");
    for (code, status) in super::codes() {
        let _ = writeln!(text, "        (\"{code}\", {status}),");
    }
    text.push_str("    ];\n}\n");
}

fn row(text: &mut String, model: &ApiModel, table: &ApiTable) {
    text.push('\n');
    comment(text, "", &text::of_table(table));
    text.push_str("#[derive(Debug, Clone, PartialEq, ::serde::Deserialize)]\n");
    let _ = writeln!(text, "pub struct {} {{", type_name(table));
    for column in &table.columns {
        comment(text, "    ", &text::of_column(column));
        let ty = optional(value(column), column.nullable);
        member(text, "    ", &column.field, &[], &ty);
    }
    for relation in &table.relations {
        let Some(target) = model.table(relation.target) else {
            continue;
        };
        comment(text, "    ", &said_of(relation, target));
        let target = format!("runtime_::Related<{}>", type_name(target));
        let (attributes, ty): (&[&str], String) = if relation.is_to_one() {
            (&["default"], target)
        } else {
            (
                &["default", "deserialize_with = \"runtime_::nodes\""],
                format!("::std::vec::Vec<{target}>"),
            )
        };
        member(text, "    ", &relation.field, attributes, &optional(ty, true));
    }
    for field in computed(TypeSystem::new(model), table) {
        comment(text, "    ", &text::of_computed(&field));
        let ty = match field.ty.kind() {
            TypeKind::Leaf(Leaf::Float) => "f64",
            _ => "::std::string::String",
        };
        let ty = optional(ty.to_owned(), true);
        member(text, "    ", &field.name, &["default"], &ty);
    }
    text.push_str("}\n");
}

fn said_of(relation: &Relation, target: &ApiTable) -> String {
    format!(
        "Through the foreign key `{}`, to table `{}`: where it is embedded.",
        relation.constraint, target.declared
    )
}

fn implementation(text: &mut String, model: &ApiModel, table: &ApiTable) {
    let module = module_name(table);
    let _ = writeln!(text, "\nimpl runtime_::Table for {} {{", type_name(table));
    let _ = writeln!(text, "    type Insert = {module}::Insert;");
    if table.key.is_empty() {
        text.push_str("    type Key = runtime_::NoKey;\n");
    } else {
        let _ = writeln!(text, "    type Key = {module}::Key;");
    }
    text.push_str("    const META: runtime_::Meta = runtime_::Meta {\n");
    let _ = writeln!(text, "        type_name: \"{}\",", table.names.type_name);
    text.push_str("        columns: &[\n");
    for column in &table.columns {
        let _ = writeln!(text, "            \"{}\",", column.field);
    }
    text.push_str("        ],\n        key: &[\n");
    let types = TypeSystem::new(model);
    for column in table.key.iter().filter_map(|id| table.column(*id)) {
        let ty = types.column_type(table, column).required();
        let _ = writeln!(text, "            (\"{}\", \"{ty}\"),", column.field);
    }
    text.push_str("        ],\n    };\n}\n");
}

/// A table's columns, relations and inputs.
fn module(text: &mut String, model: &ApiModel, table: &ApiTable) {
    let own = type_name(table);
    let _ = writeln!(
        text,
        "\n/// The columns and inputs of `{}`.\npub mod {} {{",
        table.names.rest,
        module_name(table)
    );
    for column in &table.columns {
        comment(text, "    ", &text::of_column(column));
        let name = constant(&column.field);
        let ty = format!(
            "super::runtime_::Column<super::{own}, super::runtime_::{}>",
            kind(column)
        );
        let _ = writeln!(
            text,
            "    pub const {name}: {ty} = super::runtime_::Column::new(\"{}\");",
            column.field
        );
    }
    for relation in &table.relations {
        let Some(target) = model.table(relation.target) else {
            continue;
        };
        comment(text, "    ", &said_of(relation, target));
        let class = if relation.is_to_one() { "One" } else { "Many" };
        let _ = writeln!(
            text,
            "    pub const {}: super::runtime_::{class}<super::{own}, super::{}> = super::runtime_::{class}::new(\"{}\");",
            constant(&relation.field),
            type_name(target),
            relation.field
        );
    }
    for field in computed(TypeSystem::new(model), table) {
        comment(text, "    ", &text::of_computed(&field));
        let _ = writeln!(
            text,
            "    pub const {}: super::runtime_::Computed<super::{own}> = super::runtime_::Computed::new(\"{}\");",
            constant(&field.name),
            field.name
        );
    }
    let key: Vec<&ApiColumn> = table.key.iter().filter_map(|id| table.column(*id)).collect();
    if !key.is_empty() {
        text.push_str(
            "\n    /// The primary key.\n    #[derive(Debug, Clone, PartialEq, ::serde::Serialize)]\n",
        );
        text.push_str("    pub struct Key {\n");
        for column in key {
            comment(text, "        ", &text::of_column(column));
            member(text, "        ", &column.field, &[], &value(column));
        }
        text.push_str("    }\n");
    }
    text.push_str("\n    /// A row to insert. What is left out takes its default.\n");
    text.push_str(
        "    #[derive(Debug, Clone, Default, PartialEq, ::serde::Serialize)]\n    pub struct Insert {\n",
    );
    for column in table.columns.iter().filter(|column| !column.generated) {
        comment(text, "        ", &text::of_column(column));
        let ty = optional(value(column), column.optional);
        let attributes: &[&str] = if column.optional {
            &["skip_serializing_if = \"::core::option::Option::is_none\""]
        } else {
            &[]
        };
        member(text, "        ", &column.field, attributes, &ty);
    }
    text.push_str("    }\n}\n");
}

/// A member of a struct.
fn member(text: &mut String, indent: &str, field: &str, attributes: &[&str], ty: &str) {
    let name = field_name(field);
    let mut attributes: Vec<String> = attributes.iter().map(|&attribute| attribute.to_owned()).collect();
    if name != field {
        attributes.push(format!("rename = \"{field}\""));
    }
    if !attributes.is_empty() {
        let _ = writeln!(text, "{indent}#[serde({})]", attributes.join(", "));
    }
    let _ = writeln!(text, "{indent}pub {name}: {ty},");
}

fn optional(ty: String, optional: bool) -> String {
    if optional {
        format!("::core::option::Option<{ty}>")
    } else {
        ty
    }
}

/// A column's values. Paths are whole, since tables can have the names of any of these types.
fn value(column: &ApiColumn) -> String {
    match column.scalar() {
        Scalar::Boolean => "bool",
        Scalar::Int => "i32",
        Scalar::UnsignedInt => "u32",
        Scalar::Float => "f64",
        Scalar::Set => "::std::vec::Vec<::std::string::String>",
        Scalar::Json | Scalar::Geometry => "::serde_json::Value",
        _ => "::std::string::String",
    }
    .to_owned()
}

/// What a column is compared with.
fn kind(column: &ApiColumn) -> &'static str {
    match column.scalar() {
        Scalar::Boolean => "Flag",
        Scalar::Int | Scalar::UnsignedInt => "Whole",
        Scalar::BigInt | Scalar::Decimal => "Exact",
        Scalar::Float => "Real",
        Scalar::String => "Text",
        Scalar::Date => "Day",
        Scalar::Datetime | Scalar::Timestamp => "Moment",
        Scalar::Set => "Members",
        Scalar::Json | Scalar::Geometry => "Document",
        _ => "Plain",
    }
}

/// A row's struct. No name of the API ends in `_`.
fn type_name(table: &ApiTable) -> String {
    match table.names.type_name.as_str() {
        "Self" => "Self_".to_owned(),
        "_" => "Table_".to_owned(),
        name => name.to_owned(),
    }
}

/// A table's module. Names that begin with `_` have no letter whose case would tell them from their struct's.
fn module_name(table: &ApiTable) -> String {
    let name = snake(&table.names.rest);
    if name.starts_with('_') {
        format!("t{name}")
    } else {
        unreserved(name)
    }
}

fn field_name(field: &str) -> String {
    match snake(field).as_str() {
        "_" => "f_".to_owned(),
        name => unreserved(name.to_owned()),
    }
}

fn constant(field: &str) -> String {
    match field {
        "_" => "F_".to_owned(),
        _ => snake(field).to_ascii_uppercase(),
    }
}

fn unreserved(name: String) -> String {
    if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    }
}

/// `authorId` as `author_id`. Different names stay different, since those of the API have no `_` but at their start.
fn snake(field: &str) -> String {
    field
        .chars()
        .fold(String::with_capacity(field.len() + 4), |mut name, character| {
            if character.is_ascii_uppercase() {
                name.push('_');
            }
            name.push(character.to_ascii_lowercase());
            name
        })
}

/// A doc comment.
fn comment(text: &mut String, indent: &str, said: &str) {
    for line in text::lines(said) {
        let _ = writeln!(text, "{}", format!("{indent}/// {line}").trim_end());
    }
}
