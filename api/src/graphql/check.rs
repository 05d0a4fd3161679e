//! What a parsed document would cost, before anything walks it with its fragments spread.

use std::collections::HashMap;

use async_graphql::Positioned;
use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, Selection, SelectionSet};

use crate::error::{ApiError, Code};
use crate::plan::Limits;
use crate::plan::limits::within;

/// Refuses fragments that spread themselves, and documents that are beyond the limits once their fragments are spread.
pub(super) fn cost(document: &ExecutableDocument, limits: &Limits) -> Result<(), ApiError> {
    let variables: usize = operations(document)
        .map(|operation| operation.variable_definitions.len())
        .sum();
    within(
        variables,
        limits.max_variables,
        "the document declares too many variables",
    )?;
    let mut walk = Walk {
        document,
        longest_way: limits.max_brackets,
        fragments: HashMap::new(),
    };
    for fragment in document.fragments.keys() {
        walk.fragment(fragment, 0)?;
    }
    let mut size = Size::default();
    for operation in operations(document) {
        size = size.beside(walk.set(&operation.selection_set.node, 0)?);
    }
    within(
        size.depth,
        limits.max_depth,
        "the document has too many fields within fields once its fragments are spread",
    )?;
    within(
        size.selections,
        limits.max_selections,
        "the document selects too many fields once its fragments are spread",
    )?;
    within(
        size.lists,
        limits.max_introspection,
        "the introspection has too many lists of fields or types within each other",
    )
}

fn operations(
    document: &ExecutableDocument,
) -> impl Iterator<Item = &async_graphql::parser::types::OperationDefinition> {
    let (single, many) = match &document.operations {
        DocumentOperations::Single(operation) => (Some(operation), None),
        DocumentOperations::Multiple(operations) => (None, Some(operations.values())),
    };
    single
        .into_iter()
        .chain(many.into_iter().flatten())
        .map(|operation: &Positioned<_>| &operation.node)
}

#[derive(Debug, Clone, Copy, Default)]
struct Size {
    selections: usize,
    /// Fields within fields, without those of an introspection.
    depth: usize,
    /// Selections within selections, spread fragments and conditions included.
    way: usize,
    /// Lists of an introspection within each other.
    lists: usize,
}

impl Size {
    fn beside(self, other: Self) -> Self {
        Self {
            selections: self.selections.saturating_add(other.selections),
            depth: self.depth.max(other.depth),
            way: self.way.max(other.way),
            lists: self.lists.max(other.lists),
        }
    }
}

enum Fragment {
    Open,
    Done(Size),
}

struct Walk<'d> {
    document: &'d ExecutableDocument,
    /// The most of [`Size::way`]: what bounds all recursion over the document.
    longest_way: usize,
    fragments: HashMap<&'d str, Fragment>,
}

impl<'d> Walk<'d> {
    fn set(&mut self, set: &'d SelectionSet, way: usize) -> Result<Size, ApiError> {
        self.check_way(way)?;
        let mut size = Size::default();
        for item in &set.items {
            let mut inner = self.selection(&item.node, way + 1)?;
            inner.way += 1;
            inner.selections = inner.selections.saturating_add(1);
            size = size.beside(inner);
        }
        self.check_way(way + size.way)?;
        Ok(size)
    }

    fn check_way(&self, way: usize) -> Result<(), ApiError> {
        within(
            way,
            self.longest_way,
            "the document has too many selections within selections once its fragments are spread",
        )
    }

    fn selection(&mut self, selection: &'d Selection, way: usize) -> Result<Size, ApiError> {
        match selection {
            Selection::Field(field) => {
                let mut size = self.set(&field.node.selection_set.node, way)?;
                let name = field.node.name.node.as_str();
                size.depth += 1;
                if matches!(name, "__schema" | "__type") {
                    size.depth = 1;
                }
                size.lists += usize::from(is_introspected_list(name));
                Ok(size)
            }
            Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node, way),
            Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node, way),
        }
    }

    /// The size of a fragment, found once. Fragments that are not there are left to the validation.
    fn fragment(&mut self, name: &str, way: usize) -> Result<Size, ApiError> {
        let Some((name, fragment)) = self.document.fragments.get_key_value(name) else {
            return Ok(Size::default());
        };
        match self.fragments.get(name.as_str()) {
            Some(Fragment::Done(size)) => return Ok(*size),
            Some(Fragment::Open) => {
                return Err(ApiError::new(
                    Code::GraphqlValidation,
                    format!("the fragment \"{name}\" spreads itself"),
                ));
            }
            None => {}
        }
        self.fragments.insert(name.as_str(), Fragment::Open);
        let size = self.set(&fragment.node.selection_set.node, way)?;
        self.fragments.insert(name.as_str(), Fragment::Done(size));
        Ok(size)
    }
}

/// Lists that lead from a type to many others: within each other, they multiply.
fn is_introspected_list(name: &str) -> bool {
    matches!(name, "fields" | "interfaces" | "possibleTypes" | "inputFields")
}
