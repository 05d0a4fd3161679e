//! A document that has been validated, in the form that is kept and bound to variables: fragments spread, fields merged
//! by response key, arguments coerced as far as they are constant.

use codegen::graphql::{Constant, Meaning, TypeRef};
use schema::TableId;
use serde_json::Value;

/// A document with its operation chosen.
#[derive(Debug)]
pub struct Prepared {
    pub(super) mutation: bool,
    pub(super) variables: Vec<Variable>,
    pub(super) root: Selection,
    /// About how many bytes this takes.
    pub(super) weight: usize,
}

impl Prepared {
    /// In how many places a variable stands.
    pub(super) fn uses(&self, name: &str) -> usize {
        let position = self.variables.iter().position(|variable| variable.name == name);
        position.map_or(0, |position| self.root.uses(position))
    }
}

/// A declared variable.
#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) ty: TypeRef,
    pub(super) default: Option<Value>,
}

impl Variable {
    /// Whether it may stand where a value of that type is wanted.
    pub(super) fn fits(&self, wanted: &TypeRef) -> bool {
        match wanted {
            TypeRef::NonNull(inner) if self.default.as_ref().is_some_and(|default| !default.is_null()) => {
                is_subtype(&self.ty, inner)
            }
            _ => is_subtype(&self.ty, wanted),
        }
    }
}

/// Whether all values of a type are values of another.
fn is_subtype(ty: &TypeRef, of: &TypeRef) -> bool {
    match (ty, of) {
        (TypeRef::NonNull(ty), TypeRef::NonNull(of)) | (TypeRef::List(ty), TypeRef::List(of)) => {
            is_subtype(ty, of)
        }
        (TypeRef::NonNull(ty), of) => is_subtype(ty, of),
        (TypeRef::Named(ty, _), TypeRef::Named(of, _)) => ty == of,
        _ => false,
    }
}

/// The fields selected on an object, by response key.
#[derive(Debug, Default)]
pub(super) struct Selection {
    pub(super) fields: Vec<Field>,
}

/// A selected field.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) meaning: Meaning,
    pub(super) arguments: Vec<Argument>,
    /// Where it stands in the document, each with what must hold there. Empty where it is always there.
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) children: Children,
}

/// What is selected on a field's value.
#[derive(Debug)]
pub(super) enum Children {
    /// It is a scalar.
    None,
    /// The same for all values.
    Fields(Selection),
    /// By the table of the row; the last for rows of any other table.
    ByTable(Vec<(TableId, Selection)>, Selection),
}

/// An argument.
#[derive(Debug)]
pub(super) struct Argument {
    pub(super) name: String,
    pub(super) value: Option<Input>,
    pub(super) default: Option<Constant>,
    pub(super) required: bool,
}

/// A coerced value, with variables where they stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Input {
    /// Holds no variables.
    Const(Value),
    /// The variable at that position.
    Variable(usize),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(Vec<(String, Self)>),
}

/// A place of a field in the document.
#[derive(Debug)]
pub(super) struct Occurrence {
    /// Its place among its siblings' occurrences.
    pub(super) position: usize,
    pub(super) conditions: Vec<Condition>,
}

/// `@include(if: $variable)` where `wanted`, else `@skip(if: $variable)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Condition {
    pub(super) variable: usize,
    pub(super) wanted: bool,
}

/// The values of a document's variables, by position; `None` where none was given.
pub(super) type Values = [Option<Value>];

impl Selection {
    /// In how many places the variable at that position stands.
    fn uses(&self, variable: usize) -> usize {
        self.fields.iter().map(|field| field.uses(variable)).sum()
    }

    /// The fields that the variables include, in the order of the document.
    pub(super) fn included(&self, values: &Values) -> Vec<&Field> {
        let mut fields: Vec<(usize, &Field)> = self
            .fields
            .iter()
            .enumerate()
            .filter_map(|(index, field)| Some((field.position(values, index)?, field)))
            .collect();
        // Stable: fields without conditions keep the order that they were merged in.
        fields.sort_by_key(|(position, _)| *position);
        fields.into_iter().map(|(_, field)| field).collect()
    }
}

impl Field {
    fn uses(&self, variable: usize) -> usize {
        let arguments = self
            .arguments
            .iter()
            .filter_map(|argument| argument.value.as_ref());
        let conditions = self
            .occurrences
            .iter()
            .flat_map(|occurrence| &occurrence.conditions);
        let children = match &self.children {
            Children::None => 0,
            Children::Fields(selection) => selection.uses(variable),
            Children::ByTable(tables, others) => {
                tables
                    .iter()
                    .map(|(_, selection)| selection.uses(variable))
                    .sum::<usize>()
                    + others.uses(variable)
            }
        };
        arguments.map(|input| input.uses(variable)).sum::<usize>()
            + conditions
                .filter(|condition| condition.variable == variable)
                .count()
            + children
    }

    fn position(&self, values: &Values, index: usize) -> Option<usize> {
        if self.occurrences.is_empty() {
            return Some(index);
        }
        let holds = |condition: &Condition| values[condition.variable] == Some(Value::Bool(condition.wanted));
        self.occurrences
            .iter()
            .find(|occurrence| occurrence.conditions.iter().all(holds))
            .map(|occurrence| occurrence.position)
    }
}

impl Input {
    fn uses(&self, variable: usize) -> usize {
        match self {
            Self::Const(_) => 0,
            Self::Variable(position) => usize::from(*position == variable),
            Self::List(items) => items.iter().map(|item| item.uses(variable)).sum(),
            Self::Object(members) => members.iter().map(|(_, item)| item.uses(variable)).sum(),
        }
    }

    pub(super) fn list(items: Vec<Self>) -> Self {
        if items.iter().all(|item| matches!(item, Self::Const(_))) {
            let values = items.into_iter().filter_map(Self::constant);
            return Self::Const(Value::Array(values.collect()));
        }
        Self::List(items)
    }

    pub(super) fn object(members: Vec<(String, Self)>) -> Self {
        if members.iter().all(|(_, item)| matches!(item, Self::Const(_))) {
            let values = members
                .into_iter()
                .filter_map(|(name, item)| Some((name, item.constant()?)));
            return Self::Const(Value::Object(values.collect()));
        }
        Self::Object(members)
    }

    pub(super) fn constant(self) -> Option<Value> {
        match self {
            Self::Const(value) => Some(value),
            _ => None,
        }
    }
}
