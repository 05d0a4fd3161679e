//! From a valid document to its prepared form: fragments spread, fields merged by response key (GraphQL, sections 5.3.2
//! and 6.3.2), literals coerced.

use async_graphql::Positioned;
use async_graphql::parser::types::{
    BaseType, Directive, ExecutableDocument, Field as AstField, OperationDefinition, OperationType,
    Selection as AstSelection, SelectionSet, Type,
};
use async_graphql_value::Value as Literal;
use codegen::graphql::{FieldDef, Meaning, TypeKind, TypeRef, TypeSystem};
use schema::TableId;

use super::input::{Coercion, Path};
use super::prepared::{
    Argument, Children, Condition, Field, Input, Occurrence, Prepared, Selection, Variable,
};
use crate::error::{ApiError, Code};
use crate::plan::Limits;
use crate::plan::limits::within;

/// Prepares one operation of a document that has been validated.
pub(super) fn prepare(
    types: TypeSystem<'_>,
    limits: &Limits,
    document: &ExecutableDocument,
    operation: &OperationDefinition,
) -> Result<Prepared, ApiError> {
    let variables = declared(types, operation)?;
    let (mutation, root) = match operation.ty {
        OperationType::Query => (false, TypeKind::Query),
        OperationType::Mutation => (true, TypeKind::Mutation),
        OperationType::Subscription => return Err(invalid("this API has no subscriptions")),
    };
    let mut compiler = Compiler {
        types,
        document,
        variables: &variables,
        fields: 0,
        nesting: 0,
    };
    let source = Source {
        set: &operation.selection_set.node,
        conditions: Vec::new(),
    };
    let root = compiler.selection(root, &[source], 0)?;
    within(
        root.fields.len(),
        limits.max_root_fields,
        "the document has too many fields at its root",
    )?;
    within(
        compiler.nesting,
        limits.max_nesting,
        "relations are nested too deep in each other",
    )?;
    let weight = 1024 + 256 * compiler.fields;
    Ok(Prepared {
        mutation,
        variables,
        root,
        weight,
    })
}

fn invalid(message: impl Into<String>) -> ApiError {
    ApiError::new(Code::GraphqlValidation, message)
}

fn declared(types: TypeSystem<'_>, operation: &OperationDefinition) -> Result<Vec<Variable>, ApiError> {
    let coercion = Coercion::of_literals(types, &[]);
    operation
        .variable_definitions
        .iter()
        .map(|definition| {
            let name = definition.node.name.node.to_string();
            let ty = reference(types, &definition.node.var_type.node)
                .ok_or_else(|| invalid(format!("${name} is of an unknown type")))?;
            let path = format!("${name}");
            let default = definition
                .node
                .default_value
                .as_ref()
                .map(|value| coercion.coerce(&ty, &value.node.clone().into_value(), &Path::Root(&path)))
                .transpose()?
                .and_then(Input::constant);
            Ok(Variable { name, ty, default })
        })
        .collect()
}

fn reference(types: TypeSystem<'_>, ty: &Type) -> Option<TypeRef> {
    let inner = match &ty.base {
        BaseType::Named(name) => types.reference(types.kind(name)?),
        BaseType::List(item) => TypeRef::List(Box::new(reference(types, item)?)),
    };
    Some(inner.required_unless(ty.nullable))
}

struct Compiler<'c> {
    types: TypeSystem<'c>,
    document: &'c ExecutableDocument,
    variables: &'c [Variable],
    fields: usize,
    /// The most relations within relations.
    nesting: usize,
}

/// A selection set, with what must hold for it.
struct Source<'c> {
    set: &'c SelectionSet,
    conditions: Vec<Condition>,
}

/// All fields of one response key.
struct Merged<'c> {
    key: &'c str,
    first: &'c AstField,
    places: Vec<Occurrence>,
    sources: Vec<Source<'c>>,
}

impl<'c> Compiler<'c> {
    fn selection(
        &mut self,
        parent: TypeKind,
        sources: &[Source<'c>],
        nesting: usize,
    ) -> Result<Selection, ApiError> {
        let mut merged = Vec::new();
        let mut position = 0;
        for source in sources {
            self.gather(parent, source, &mut merged, &mut position)?;
        }
        let conditional = merged
            .iter()
            .any(|field: &Merged<'_>| field.places.iter().all(|place| !place.conditions.is_empty()));
        let mut fields = Vec::with_capacity(merged.len());
        for field in merged {
            fields.push(self.field(parent, field, conditional, nesting)?);
        }
        Ok(Selection { fields })
    }

    fn gather(
        &mut self,
        parent: TypeKind,
        source: &Source<'c>,
        merged: &mut Vec<Merged<'c>>,
        position: &mut usize,
    ) -> Result<(), ApiError> {
        for item in &source.set.items {
            let Some(conditions) = self.conditions(&source.conditions, item.node.directives())? else {
                continue;
            };
            match &item.node {
                AstSelection::Field(field) => {
                    *position += 1;
                    let place = Occurrence {
                        position: *position,
                        conditions,
                    };
                    merge(merged, field, place)?;
                }
                AstSelection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref();
                    if on.is_none_or(|on| self.applies(parent, &on.node.on.node)) {
                        let set = &inline.node.selection_set.node;
                        self.gather(parent, &Source { set, conditions }, merged, position)?;
                    }
                }
                AstSelection::FragmentSpread(spread) => {
                    let fragment = self.document.fragments.get(&spread.node.fragment_name.node);
                    if let Some(fragment) = fragment
                        && self.applies(parent, &fragment.node.type_condition.node.on.node)
                    {
                        let set = &fragment.node.selection_set.node;
                        self.gather(parent, &Source { set, conditions }, merged, position)?;
                    }
                }
            }
        }
        Ok(())
    }

    fn applies(&self, parent: TypeKind, on: &str) -> bool {
        match self.types.kind(on) {
            Some(TypeKind::Node) => parent == TypeKind::Node || self.types.is_node(parent),
            Some(kind) => kind == parent,
            None => false,
        }
    }

    /// What must hold for a selection; `None` where it never does.
    fn conditions(
        &self,
        outer: &[Condition],
        directives: &[Positioned<Directive>],
    ) -> Result<Option<Vec<Condition>>, ApiError> {
        let mut conditions = outer.to_vec();
        // There are two, and neither can be repeated (GraphQL, section 5.7.3): of three, two are the same.
        for (position, directive) in directives.iter().enumerate().take(3) {
            let name = &directive.node.name.node;
            if directives[..position]
                .iter()
                .any(|earlier| earlier.node.name.node == *name)
            {
                return Err(invalid(format!(
                    "The directive \"@{name}\" can only be used once at this place"
                )));
            }
        }
        for directive in directives {
            let wanted = match directive.node.name.node.as_str() {
                "include" => true,
                "skip" => false,
                other => return Err(invalid(format!("Unknown directive \"{other}\""))),
            };
            let value = directive.node.get_argument("if").map(|value| &value.node);
            match value {
                Some(Literal::Boolean(flag)) if *flag == wanted => {}
                Some(Literal::Boolean(_)) => return Ok(None),
                Some(Literal::Variable(name)) => {
                    let variable = self
                        .variables
                        .iter()
                        .position(|variable| variable.name == name.as_str())
                        .ok_or_else(|| invalid(format!("the variable ${name} is not declared")))?;
                    let condition = Condition { variable, wanted };
                    if !conditions.contains(&condition) {
                        conditions.push(condition);
                    }
                }
                _ => return Err(invalid("`if` of a directive is true, false or a variable")),
            }
        }
        Ok(Some(conditions))
    }

    fn field(
        &mut self,
        parent: TypeKind,
        merged: Merged<'c>,
        conditional: bool,
        nesting: usize,
    ) -> Result<Field, ApiError> {
        self.fields += 1;
        let name = merged.first.name.node.as_str();
        let mut field = Field {
            key: merged.key.to_owned(),
            meaning: Meaning::TypeName,
            arguments: Vec::new(),
            occurrences: Vec::new(),
            children: Children::None,
        };
        if name != "__typename" {
            let meta = || {
                (parent == TypeKind::Query)
                    .then(|| self.types.meta_root(name))
                    .flatten()
            };
            let definition = self
                .types
                .field(parent, name)
                .or_else(meta)
                .ok_or_else(|| invalid(format!("{} has no field \"{name}\"", self.types.name(parent))))?;
            field.meaning = definition.meaning;
            field.arguments = self.arguments(&definition, merged.first)?;
            field.children = self.children(&definition, &merged.sources, nesting)?;
        }
        if conditional {
            field.occurrences = merged.places;
        }
        Ok(field)
    }

    fn arguments(&self, definition: &FieldDef, field: &AstField) -> Result<Vec<Argument>, ApiError> {
        let coercion = Coercion::of_literals(self.types, self.variables);
        let coerce = |name: &str, ty: &TypeRef, has_default: bool| {
            let value = field.get_argument(name).map(|value| &value.node);
            let nullable = ty.clone().nullable();
            // Where a default stands in for it, a variable may be absent.
            let optional = has_default && matches!(value, Some(Literal::Variable(_)));
            let ty = if optional { &nullable } else { ty };
            value
                .map(|value| coercion.coerce(ty, value, &Path::Root(name)))
                .transpose()
        };
        definition
            .arguments
            .iter()
            .map(|argument| {
                Ok(Argument {
                    value: coerce(&argument.name, &argument.ty, argument.default.is_some())?,
                    name: argument.name.clone(),
                    default: argument.default,
                    required: argument.ty.is_required(),
                })
            })
            .collect()
    }

    fn children(
        &mut self,
        definition: &FieldDef,
        sources: &[Source<'c>],
        nesting: usize,
    ) -> Result<Children, ApiError> {
        let kind = definition.ty.kind();
        if kind.is_leaf() {
            return Ok(Children::None);
        }
        let nesting = nesting + usize::from(matches!(definition.meaning, Meaning::Relation(_)));
        self.nesting = self.nesting.max(nesting);
        if kind != TypeKind::Node {
            return Ok(Children::Fields(self.selection(kind, sources, nesting)?));
        }
        let mut tables = Vec::new();
        for source in sources {
            self.tables(source.set, &mut tables);
        }
        let by_table = tables
            .into_iter()
            .map(|table| Ok((table, self.selection(TypeKind::Row(table), sources, nesting)?)))
            .collect::<Result<Vec<_>, ApiError>>()?;
        Ok(Children::ByTable(
            by_table,
            self.selection(TypeKind::Node, sources, nesting)?,
        ))
    }

    /// The tables whose rows a selection on `Node` tells apart.
    fn tables(&self, set: &'c SelectionSet, tables: &mut Vec<TableId>) {
        for item in &set.items {
            let (on, inner) = match &item.node {
                AstSelection::Field(_) => continue,
                AstSelection::InlineFragment(inline) => {
                    let on = inline.node.type_condition.as_ref();
                    (on.map(|on| &on.node.on.node), &inline.node.selection_set.node)
                }
                AstSelection::FragmentSpread(spread) => {
                    let Some(fragment) = self.document.fragments.get(&spread.node.fragment_name.node) else {
                        continue;
                    };
                    let on = &fragment.node.type_condition.node.on.node;
                    (Some(on), &fragment.node.selection_set.node)
                }
            };
            if let Some(TypeKind::Row(table)) = on.and_then(|on| self.types.kind(on))
                && !tables.contains(&table)
            {
                tables.push(table);
            }
            self.tables(inner, tables);
        }
    }
}

fn merge<'c>(
    merged: &mut Vec<Merged<'c>>,
    field: &'c Positioned<AstField>,
    place: Occurrence,
) -> Result<(), ApiError> {
    let field = &field.node;
    let key = field.response_key().node.as_str();
    let source = Source {
        set: &field.selection_set.node,
        conditions: place.conditions.clone(),
    };
    let Some(same) = merged.iter_mut().find(|other| other.key == key) else {
        merged.push(Merged {
            key,
            first: field,
            places: vec![place],
            sources: vec![source],
        });
        return Ok(());
    };
    if same.first.name.node != field.name.node || !same_arguments(same.first, field) {
        return Err(invalid(format!(
            "the fields of the response key \"{key}\" differ in their name or arguments: give one of them an alias"
        )));
    }
    same.places.push(place);
    same.sources.push(source);
    Ok(())
}

fn same_arguments(left: &AstField, right: &AstField) -> bool {
    left.arguments.len() == right.arguments.len()
        && left.arguments.iter().all(|(name, value)| {
            right
                .get_argument(&name.node)
                .is_some_and(|other| other.node == value.node)
        })
}
