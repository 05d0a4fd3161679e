//! What a parsed document would cost, before anything walks it with its fragments spread.

use std::collections::HashMap;

use async_graphql::Positioned;
use async_graphql::parser::types::{DocumentOperations, ExecutableDocument, Selection, SelectionSet};

use super::scan::beyond;
use crate::error::{ApiError, Code};
use crate::plan::Limits;

/// Refuses fragments that spread themselves, and documents that are beyond the limits once their fragments are spread.
pub(super) fn cost(document: &ExecutableDocument, limits: &Limits) -> Result<(), ApiError> {
    let variables: usize = operations(document)
        .map(|operation| operation.variable_definitions.len())
        .sum();
    if variables > limits.max_variables {
        return Err(beyond(format!(
            "the document declares more than {} variables",
            limits.max_variables
        )));
    }
    let mut walk = Walk {
        document,
        limits,
        fragments: HashMap::new(),
    };
    let mut total = 0_usize;
    for fragment in document.fragments.keys() {
        walk.fragment(fragment, 0)?;
    }
    for operation in operations(document) {
        let size = walk.set(&operation.selection_set.node, 0, 0)?;
        total = total.saturating_add(size.selections);
        walk.check(Size {
            selections: total,
            ..size
        })?;
    }
    Ok(())
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
    depth: usize,
    /// Lists of an introspection within each other.
    lists: usize,
}

enum Fragment {
    Open,
    Done(Size),
}

struct Walk<'d> {
    document: &'d ExecutableDocument,
    limits: &'d Limits,
    fragments: HashMap<&'d str, Fragment>,
}

impl<'d> Walk<'d> {
    fn set(&mut self, set: &'d SelectionSet, depth: usize, chain: usize) -> Result<Size, ApiError> {
        let mut size = Size {
            selections: 0,
            depth,
            lists: 0,
        };
        for item in &set.items {
            let inner = self.selection(&item.node, depth, chain)?;
            size.selections = size.selections.saturating_add(inner.selections).saturating_add(1);
            size.depth = size.depth.max(inner.depth);
            size.lists = size.lists.max(inner.lists);
            self.check(size)?;
        }
        Ok(size)
    }

    fn selection(&mut self, selection: &'d Selection, depth: usize, chain: usize) -> Result<Size, ApiError> {
        match selection {
            Selection::Field(field) => {
                let mut size = self.set(&field.node.selection_set.node, depth + 1, chain)?;
                size.lists += usize::from(is_introspected_list(&field.node.name.node));
                Ok(size)
            }
            Selection::InlineFragment(inline) => self.set(&inline.node.selection_set.node, depth + 1, chain),
            Selection::FragmentSpread(spread) => {
                let mut size = self.fragment(&spread.node.fragment_name.node, chain + 1)?;
                size.depth += depth + 1;
                Ok(size)
            }
        }
    }

    /// The size of a fragment, found once. Fragments that are not there are left to the validation.
    fn fragment(&mut self, name: &str, chain: usize) -> Result<Size, ApiError> {
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
        if chain > self.limits.max_depth {
            return Err(self.too_deep());
        }
        self.fragments.insert(name.as_str(), Fragment::Open);
        let size = self.set(&fragment.node.selection_set.node, 0, chain)?;
        self.fragments.insert(name.as_str(), Fragment::Done(size));
        Ok(size)
    }

    fn check(&self, size: Size) -> Result<(), ApiError> {
        if size.selections > self.limits.max_selections {
            return Err(beyond(format!(
                "the document selects more than {} fields once its fragments are spread",
                self.limits.max_selections
            )));
        }
        if size.depth > self.limits.max_depth {
            return Err(self.too_deep());
        }
        if size.lists > self.limits.max_introspection {
            return Err(beyond(format!(
                "the introspection nests more than {} lists of fields or types",
                self.limits.max_introspection
            )));
        }
        Ok(())
    }

    fn too_deep(&self) -> ApiError {
        beyond(format!(
            "the document nests deeper than {} selections once its fragments are spread",
            self.limits.max_depth
        ))
    }
}

/// Lists that lead from a type to many others: within each other, they multiply.
fn is_introspected_list(name: &str) -> bool {
    matches!(name, "fields" | "interfaces" | "possibleTypes" | "inputFields")
}
