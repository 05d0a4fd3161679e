//! From a prepared document and its variables to a shape and values.

mod collection;
mod filter;
mod groups;
mod nested;
mod order;
mod output;
mod search;
mod write;

use std::borrow::Cow;

use codegen::graphql::{Constant, Meaning, Meta, TypeKind, TypeSystem};
use codegen::{ApiModel, ApiTable};
use schema::TableId;
use schema::stored::Value as Stored;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shard::identity::decode_node_id;
use shard::op::{Filter, Guard, Output, Page, Part, Query, Shape, ShardOp, Test};

use super::failure::Failure;
use super::input::{Coercion, Path};
use super::introspect::Introspection;
use super::prepared::{Argument, Children, Field, Input, Prepared, Selection, Values};
use super::suggest::did_you_mean;
use crate::error::{ApiError, Code};
use crate::plan::complexity::Complexity;
use crate::plan::filter::{Operator, compare};
use crate::plan::order::unsealed;
use crate::plan::tree::Places;
use crate::plan::{Binder, Limits, Planning, binder::Operand};

/// What a call comes down to.
#[derive(Debug)]
pub(super) struct Lowered {
    pub(super) shape: Shape,
    pub(super) values: Vec<Stored>,
    /// The root field behind each part that is an operation.
    pub(super) roots: Vec<RootPart>,
}

/// A root field that is a part of the shape.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct RootPart {
    /// The part.
    pub(super) part: usize,
    /// The field's response key.
    pub(super) key: String,
    /// Where the rows of nested writes stand in its arguments: for errors, which are not kept.
    #[serde(skip)]
    pub(super) places: Option<Places>,
}

/// Binds a prepared document to the values of its variables.
pub(super) fn lower(
    planning: Planning<'_>,
    prepared: &Prepared,
    values: &Values,
) -> Result<Lowered, Failure> {
    let mut lowering = Lowering {
        model: planning.model,
        limits: planning.limits,
        values,
        binder: Binder::default(),
        complexity: Complexity::new(),
        related: 0,
        guard: None,
        places: None,
    };
    let mut body = BodyParts::default();
    for (position, field) in prepared.root.included(values).into_iter().enumerate() {
        body.key(position, &field.key);
        let root = lowering
            .root(prepared, field)
            .map_err(|error| Failure::from(error).at(&field.key))?;
        if let Some(guard) = lowering.guard.take() {
            body.guard(guard, &field.key);
        }
        match root {
            Root::Text(json) => body.json(&json),
            Root::Op(op) => body.op(op, &field.key, lowering.places.take()),
        }
    }
    lowering.complexity.check(planning.limits)?;
    Ok(Lowered {
        shape: Shape { parts: body.finish() },
        values: lowering.binder.finish(),
        roots: body.roots,
    })
}

/// The rows that a collection's arguments ask for, given as JSON, with nothing answered of them yet; and how many, if that is
/// said.
pub(crate) fn rows(
    planning: Planning<'_>,
    table: &ApiTable,
    given: &[(String, Value)],
) -> Result<(Query, Binder, Option<u64>), ApiError> {
    let types = TypeSystem::new(planning.model);
    let definition = types
        .field(TypeKind::Query, &table.names.collection)
        .ok_or_else(misplaced)?;
    let known = |name: &str| definition.arguments.iter().find(|argument| argument.name == name);
    let arguments = given
        .iter()
        .map(|(name, value)| {
            let argument = known(name).ok_or_else(|| {
                let names = definition.arguments.iter().map(|argument| argument.name.as_str());
                ApiError::new(
                    Code::InvalidValue,
                    format!("the body has no member \"{name}\"{}", did_you_mean(names, name)),
                )
                .with("argument", name.clone())
            })?;
            // Elsewhere are counts, places and orders, which shape the request.
            let references = planning.batch.is_some() && matches!(name.as_str(), "filter" | "search");
            let coercion = Coercion::of_body(types, references);
            let value = coercion.coerce(&argument.ty, value, &Path::Root(name))?;
            Ok(Argument {
                name: name.clone(),
                value: Some(value),
                default: argument.default,
                required: argument.ty.is_required(),
            })
        })
        .collect::<Result<Vec<_>, ApiError>>()?;
    let field = Field {
        key: String::new(),
        meaning: definition.meaning,
        arguments,
        occurrences: Vec::new(),
        children: Children::None,
    };
    let mut lowering = Lowering {
        model: planning.model,
        limits: planning.limits,
        values: &[],
        binder: Binder::of(planning.batch),
        complexity: Complexity::new(),
        related: 0,
        guard: None,
        places: None,
    };
    let (query, said) = lowering.rows(table, &[], &field)?;
    Ok((query, lowering.binder, said))
}

/// Collects the parts of `{"data":{…}}`.
#[derive(Debug, Default)]
struct BodyParts {
    parts: Vec<Part>,
    text: String,
    roots: Vec<RootPart>,
}

impl BodyParts {
    fn key(&mut self, position: usize, key: &str) {
        self.text
            .push_str(if position == 0 { "{\"data\":{\"" } else { ",\"" });
        // A name of GraphQL needs no escapes.
        self.text.push_str(key);
        self.text.push_str("\":");
    }

    fn json(&mut self, json: &str) {
        self.text.push_str(json);
    }

    fn guard(&mut self, guard: Guard, key: &str) {
        self.parts.push(Part::Text(std::mem::take(&mut self.text)));
        self.roots.push(RootPart {
            part: self.parts.len(),
            key: key.to_owned(),
            places: None,
        });
        self.parts.push(Part::Guard(guard));
    }

    fn op(&mut self, op: ShardOp, key: &str, places: Option<Places>) {
        self.parts.push(Part::Text(std::mem::take(&mut self.text)));
        self.roots.push(RootPart {
            part: self.parts.len(),
            key: key.to_owned(),
            places,
        });
        self.parts.push(Part::Op(op));
    }

    fn finish(&mut self) -> Vec<Part> {
        if self.text.is_empty() && self.parts.is_empty() {
            self.text.push_str("{\"data\":{");
        }
        self.text.push_str("}}");
        self.parts.push(Part::Text(std::mem::take(&mut self.text)));
        std::mem::take(&mut self.parts)
    }
}

/// What a root field comes down to.
enum Root {
    /// A JSON text, whatever the rows.
    Text(String),
    Op(ShardOp),
}

/// Lowers one document.
struct Lowering<'l> {
    model: &'l ApiModel,
    limits: &'l Limits,
    values: &'l Values,
    binder: Binder,
    complexity: Complexity,
    /// How deep the condition at hand is in conditions on related rows.
    related: usize,
    /// What must hold for the root field that is lowered.
    guard: Option<Guard>,
    /// Where the rows of nested writes stand in the field that is lowered.
    places: Option<Places>,
}

impl<'l> Lowering<'l> {
    fn root(&mut self, prepared: &Prepared, field: &'l Field) -> Result<Root, ApiError> {
        Ok(Root::Op(match field.meaning {
            Meaning::TypeName if prepared.mutation => return Ok(Root::Text("\"Mutation\"".to_owned())),
            Meaning::TypeName => return Ok(Root::Text("\"Query\"".to_owned())),
            Meaning::Meta(meta) => return self.introspection(field, meta).map(Root::Text),
            Meaning::Collection(id) => ShardOp::Read(self.collection(self.table(id)?, &[], field)?),
            Meaning::ByPk(id) => ShardOp::Read(self.by_pk(self.table(id)?, field)?),
            Meaning::Node => return self.node(field),
            Meaning::Insert(id) => self.insert(self.table(id)?, field)?,
            Meaning::Update(id) => self.update(self.table(id)?, field)?,
            Meaning::Delete(id) => ShardOp::Delete(self.delete(self.table(id)?, field)?),
            _ => return Err(misplaced()),
        }))
    }

    fn introspection(&self, field: &'l Field, meta: Meta) -> Result<String, ApiError> {
        let answer = Introspection::new(TypeSystem::new(self.model), self.limits, self.values);
        match (meta, self.argument(field, "name")?.as_deref()) {
            (Meta::Schema, _) => answer.schema(field),
            (Meta::TypeOfName, Some(Value::String(name))) => answer.type_of_name(field, name),
            _ => Err(misplaced()),
        }
    }

    fn by_pk(&mut self, table: &'l ApiTable, field: &'l Field) -> Result<Query, ApiError> {
        let mut tests = Vec::with_capacity(table.key.len());
        for id in &table.key {
            let column = table.column(*id).ok_or_else(misplaced)?;
            let value = self
                .argument(field, &column.field)?
                .unwrap_or(Cow::Owned(Value::Null));
            let test = compare(&mut self.binder, column, Operator::Eq, Operand::Json(&value));
            tests.push(test.map_err(|error| error.with("argument", column.field.clone()))?);
        }
        let outside = self.complexity.enter(1);
        let fields = self.row_fields(table, children(field)?)?;
        self.complexity.leave(outside);
        Ok(one(table.id, all(tests), fields))
    }

    fn node(&mut self, field: &'l Field) -> Result<Root, ApiError> {
        let id = self.argument(field, "nodeId")?;
        let Some(Value::String(id)) = id.as_deref() else {
            return Err(misplaced());
        };
        let (type_name, _) = decode_node_id(id).map_err(|_| not_ours())?;
        let Some(table) = self.model.table_of_type(&type_name) else {
            // Of a table that is gone.
            return Ok(Root::Text("null".to_owned()));
        };
        let filter = self.node_filter(table, id)?;
        let Children::ByTable(by_table, others) = &field.children else {
            return Err(misplaced());
        };
        let selection = by_table
            .iter()
            .find(|(id, _)| *id == table.id)
            .map_or(others, |(_, selection)| selection);
        let outside = self.complexity.enter(1);
        let fields = self.row_fields(table, selection)?;
        self.complexity.leave(outside);
        Ok(Root::Op(ShardOp::Read(one(table.id, filter, fields))))
    }

    /// The condition that a row is the one of a `nodeId`.
    fn node_filter(&mut self, table: &ApiTable, id: &str) -> Result<Filter, ApiError> {
        let (type_name, key) = decode_node_id(id).map_err(|_| not_ours())?;
        if type_name != table.names.type_name || key.len() != table.key.len() {
            return Err(not_ours());
        }
        let mut tests = Vec::with_capacity(key.len());
        for (column, element) in table.key.iter().zip(key) {
            let stored = &table.column(*column).ok_or_else(not_ours)?.stored;
            let value = unsealed(stored, &element)
                .filter(|value| *value != Stored::Null)
                .ok_or_else(not_ours)?;
            tests.push(Filter::Column(*column, Test::Eq(self.binder.bind(value)?)));
        }
        Ok(all(tests))
    }

    fn table(&self, id: TableId) -> Result<&'l ApiTable, ApiError> {
        self.model.table(id).ok_or_else(misplaced)
    }

    /// An argument's value; `None` where it is absent, and where it is null though it may be.
    fn argument(&self, field: &'l Field, name: &str) -> Result<Option<Cow<'l, Value>>, ApiError> {
        let Some(argument) = field.arguments.iter().find(|argument| argument.name == name) else {
            return Ok(None);
        };
        let Argument {
            value,
            default,
            required,
            ..
        } = argument;
        match value.as_ref().and_then(|value| self.resolve(value)) {
            Some(given) if *given != Value::Null => Ok(Some(given)),
            None if default.is_some() => Ok(default.map(|default| Cow::Owned(constant(default)))),
            Some(_) if *required => Err(ApiError::new(
                Code::InvalidValue,
                format!("{name}: a value is required, got null"),
            )),
            _ => Ok(None),
        }
    }

    /// A value with its variables in place; `None` where it is a variable without a value.
    fn resolve(&self, input: &'l Input) -> Option<Cow<'l, Value>> {
        match input {
            Input::Const(value) => Some(Cow::Borrowed(value)),
            Input::Variable(index) => self.values.get(*index)?.as_ref().map(Cow::Borrowed),
            Input::List(items) => {
                let items = items
                    .iter()
                    .map(|item| self.resolve(item).map_or(Value::Null, Cow::into_owned));
                Some(Cow::Owned(Value::Array(items.collect())))
            }
            Input::Object(members) => {
                let members = members
                    .iter()
                    .filter_map(|(name, item)| Some((name.clone(), self.resolve(item)?.into_owned())));
                Some(Cow::Owned(Value::Object(members.collect())))
            }
        }
    }
}

fn constant(constant: Constant) -> Value {
    match constant {
        Constant::Int(number) => Value::from(number),
        Constant::Boolean(flag) => Value::from(flag),
        Constant::Text(text) => Value::from(text),
    }
}

fn children(field: &Field) -> Result<&Selection, ApiError> {
    match &field.children {
        Children::Fields(selection) => Ok(selection),
        _ => Err(misplaced()),
    }
}

fn one(table: TableId, filter: Filter, fields: Vec<shard::op::Field>) -> Query {
    Query {
        table,
        filter: Some(filter),
        order: Vec::new(),
        page: Page::default(),
        output: Output::One(fields),
    }
}

/// One filter for all that must hold.
fn all(mut tests: Vec<Filter>) -> Filter {
    match tests.pop() {
        Some(only) if tests.is_empty() => only,
        Some(last) => {
            tests.push(last);
            Filter::And(tests)
        }
        None => Filter::And(tests),
    }
}

fn not_ours() -> ApiError {
    ApiError::new(
        Code::InvalidCursor,
        "nodeId: not one that this API handed out: pass a row's `nodeId` as it came",
    )
}

/// A field where its type has none of its kind. The preparation excludes it.
fn misplaced() -> ApiError {
    ApiError::new(Code::Internal, "the request could not be planned")
}
