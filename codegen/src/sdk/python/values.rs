//! The types of values, and names that can stand where the language allows one.

use schema::stored::Stored;

use crate::ApiColumn;
use crate::graphql::Leaf;
use crate::sdk::text;

/// Words that cannot be names.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Types that attributes are declared with: an attribute of such a name would hide the type from those behind it.
const TYPES: [&str; 6] = ["bool", "dict", "float", "int", "list", "str"];

pub(super) fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// A field as an attribute. No field ends in `_`, so that none is taken twice.
pub(super) fn attribute(field: &str) -> String {
    if is_keyword(field) || TYPES.contains(&field) {
        format!("{field}_")
    } else {
        field.to_owned()
    }
}

/// A column's values as rows hold them.
pub(super) fn row(column: &ApiColumn) -> String {
    let ty = match &column.stored {
        Stored::Enum(members) => union(members),
        Stored::Set(members) => format!("list[{}]", union(members)),
        _ => output(Leaf::of(column.scalar())).to_owned(),
    };
    or_none(&ty, column.nullable)
}

/// The same, or none at all.
pub(super) fn row_or_none(column: &ApiColumn) -> String {
    let ty = row(column);
    or_none(&ty, !column.nullable)
}

/// A column's values as writes take them, null aside.
pub(super) fn input(column: &ApiColumn) -> String {
    match &column.stored {
        Stored::Enum(members) => union(members),
        Stored::Set(members) => format!("Sequence[{}]", union(members)),
        _ => given(Leaf::of(column.scalar())).to_owned(),
    }
}

/// The same with null where that is one of its values.
pub(super) fn written(column: &ApiColumn) -> String {
    or_none(&input(column), column.nullable)
}

/// A type with null where that is one of its values.
pub(super) fn or_none(ty: &str, nullable: bool) -> String {
    if nullable {
        format!("{ty} | None")
    } else {
        ty.to_owned()
    }
}

/// What a scalar is answered as.
pub(super) const fn output(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::Boolean => "bool",
        Leaf::Int | Leaf::UnsignedInt => "int",
        Leaf::Float => "float",
        Leaf::Json => "Any",
        Leaf::GeoJson => "dict[str, Any]",
        _ => "str",
    }
}

/// What a scalar is taken as.
pub(super) const fn given(leaf: Leaf) -> &'static str {
    match leaf {
        Leaf::BigInt => "str | int",
        Leaf::Decimal => "str | int",
        Leaf::GeoJson => "Mapping[str, Any]",
        _ => output(leaf),
    }
}

fn union(members: &[String]) -> String {
    if members.is_empty() {
        return "str".to_owned();
    }
    let members: Vec<String> = members.iter().map(|member| literal(member)).collect();
    format!("Literal[{}]", members.join(", "))
}

/// A string literal.
pub(super) fn literal(text: &str) -> String {
    text::literal(text, |control| format!("\\U{:08x}", u32::from(control)))
}
