//! The type system as text: the schema definition language (GraphQL, section 3).

use std::fmt::Write;

use super::{FieldDef, InputDef, TypeDef, TypeKind, TypeSystem};
use crate::ApiModel;
use crate::model::TypeRole;

/// The most columns that are described wherever one stands: a text of about 5 MB. Those of more are described in their rows' type.
const MOST_DESCRIBED: usize = 5_000;

/// The whole type system. The same model always prints the same text.
pub fn sdl(model: &ApiModel) -> String {
    let types = TypeSystem::new(model);
    let columns: usize = model.tables.iter().map(|table| table.columns.len()).sum();
    let mut text = String::new();
    for (position, kind) in types.kinds().into_iter().enumerate() {
        if position > 0 {
            text.push('\n');
        }
        describe(&mut text, "", types.description(kind).as_deref());
        let name = types.name(kind);
        let mut definition = types.define(kind, &|_| true);
        if columns > MOST_DESCRIBED && is_by_column(kind) {
            leave_undescribed(&mut definition);
        }
        print(&mut text, &name, &definition);
    }
    text
}

/// Whether a type has a member for each column, whose description says no more than the member of the row does.
const fn is_by_column(kind: TypeKind) -> bool {
    use TypeRole as Role;
    let TypeKind::Of(_, role) = kind else {
        return false;
    };
    matches!(
        role,
        Role::InsertInput
            | Role::UpdateInput
            | Role::IncrementInput
            | Role::CountFields
            | Role::SumFields
            | Role::AvgFields
            | Role::MinFields
            | Role::MaxFields
            | Role::GroupKeys
    )
}

fn leave_undescribed(definition: &mut TypeDef) {
    match definition {
        TypeDef::Object { fields, .. } => fields.iter_mut().for_each(|field| field.description = None),
        TypeDef::Input(fields) => fields.iter_mut().for_each(|field| field.description = None),
        TypeDef::Scalar(_) | TypeDef::Enum(_) | TypeDef::Interface(_) => {}
    }
}

fn print(text: &mut String, name: &str, definition: &TypeDef) {
    match definition {
        TypeDef::Scalar(leaf) => {
            let _ = write!(text, "scalar {name}");
            if let Some(url) = leaf.specified_by() {
                let _ = write!(text, " @specifiedBy(url: \"{url}\")");
            }
            text.push('\n');
        }
        TypeDef::Enum(values) => {
            let _ = writeln!(text, "enum {name} {{");
            for value in values {
                describe(text, "  ", value.description);
                let _ = writeln!(text, "  {}", value.name);
            }
            text.push_str("}\n");
        }
        TypeDef::Object { node, fields } => {
            let implements = if *node { " implements Node" } else { "" };
            print_fields(text, &format!("type {name}{implements}"), fields);
        }
        TypeDef::Interface(fields) => print_fields(text, &format!("interface {name}"), fields),
        TypeDef::Input(fields) => {
            let _ = writeln!(text, "input {name} {{");
            for field in fields {
                print_input(text, "  ", field);
            }
            text.push_str("}\n");
        }
    }
}

fn print_fields(text: &mut String, head: &str, fields: &[FieldDef]) {
    let _ = writeln!(text, "{head} {{");
    for field in fields {
        describe(text, "  ", field.description.as_deref());
        let _ = write!(text, "  {}", field.name);
        if !field.arguments.is_empty() {
            text.push_str("(\n");
            for argument in &field.arguments {
                print_input(text, "    ", argument);
            }
            text.push_str("  )");
        }
        let _ = write!(text, ": {}", field.ty);
        deprecate(text, field.deprecated.as_deref());
        text.push('\n');
    }
    text.push_str("}\n");
}

fn print_input(text: &mut String, indent: &str, input: &InputDef) {
    describe(text, indent, input.description.as_deref());
    let _ = write!(text, "{indent}{}: {}", input.name, input.ty);
    if let Some(default) = input.default {
        let _ = write!(text, " = {default}");
    }
    deprecate(text, input.deprecated.as_deref());
    text.push('\n');
}

fn deprecate(text: &mut String, reason: Option<&str>) {
    if let Some(reason) = reason {
        let _ = write!(text, " @deprecated(reason: {})", quoted(reason));
    }
}

fn describe(text: &mut String, indent: &str, description: Option<&str>) {
    if let Some(description) = description {
        let _ = writeln!(text, "{indent}{}", quoted(description));
    }
}

/// A string literal (section 2.9.4), in one line whatever it holds.
fn quoted(description: &str) -> String {
    let mut literal = String::with_capacity(description.len() + 2);
    literal.push('"');
    for character in description.chars() {
        match character {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            control if control.is_control() && u32::from(control) <= 0xffff => {
                let _ = write!(literal, "\\u{:04X}", u32::from(control));
            }
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}
