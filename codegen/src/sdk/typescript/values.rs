//! The types of values.

use schema::stored::Stored;

use crate::ApiColumn;
use crate::graphql::Leaf;
use crate::sdk::text;

/// A column's values as rows hold them.
pub(super) fn row(column: &ApiColumn) -> String {
    let ty = match &column.stored {
        Stored::Enum(members) => union(members),
        Stored::Set(members) => format!("({})[]", union(members)),
        _ => output(Leaf::of(column.scalar())).to_owned(),
    };
    // What JSON can be holds null already.
    orable(ty, column.nullable && Leaf::of(column.scalar()) != Leaf::Json)
}

/// A column's values as writes take them, null aside.
pub(super) fn input(column: &ApiColumn) -> String {
    match &column.stored {
        Stored::Enum(members) => union(members),
        Stored::Set(members) => format!("readonly ({})[]", union(members)),
        _ => given(Leaf::of(column.scalar())).to_owned(),
    }
}

/// The same with null where that is one of its values.
pub(super) fn written(column: &ApiColumn) -> String {
    orable(input(column), column.nullable)
}

fn orable(ty: String, nullable: bool) -> String {
    if nullable { format!("{ty} | null") } else { ty }
}

/// What a scalar is answered as.
pub(super) const fn output(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::Boolean => "boolean",
        Leaf::Int | Leaf::UnsignedInt | Leaf::Float => "number",
        Leaf::Json => "JsonValue",
        Leaf::GeoJson => "GeoJsonGeometry",
        _ => "string",
    }
}

/// What a scalar is taken as.
pub(super) const fn given(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::BigInt => "string | number | bigint",
        Leaf::Decimal => "string | number",
        // Any object that is written as JSON, whether or not its type has an index.
        Leaf::Json => "unknown",
        _ => output(leaf),
    }
}

fn union(members: &[String]) -> String {
    if members.is_empty() {
        return "never".to_owned();
    }
    let literals: Vec<String> = members.iter().map(|member| literal(member)).collect();
    literals.join(" | ")
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    text::literal(text, |control| format!("\\u{{{:x}}}", u32::from(control)))
}
