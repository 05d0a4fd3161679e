//! Input coercion (GraphQL, section 6.4.1 and the types' own sections): literals of a document, and variables.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use async_graphql_value::{Name, Value as Literal};
use codegen::graphql::{InputDef, Leaf, TypeKind, TypeRef, TypeSystem};
use serde_json::{Number, Value};

use super::prepared::{Input, Variable};
use crate::error::{ApiError, Code};

/// The place of a value: `$filter.year.gte`, `objects[0].title`.
pub(super) enum Path<'p> {
    /// An argument or a variable.
    Root(&'p str),
    /// A field of an input object.
    Field(&'p Path<'p>, &'p str),
    /// An item of a list.
    Item(&'p Path<'p>, usize),
}

impl Path<'_> {
    /// The argument or variable that the value is in.
    fn root(&self) -> &str {
        match self {
            Self::Root(name) => name,
            Self::Field(parent, _) | Self::Item(parent, _) => parent.root(),
        }
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root(name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A value before coercion: a literal or JSON.
pub(super) trait Given: Sized {
    /// What it is.
    fn view(&self) -> View<'_, Self>;
}

/// What a value before coercion is.
pub(super) enum View<'v, G> {
    Null,
    Bool(bool),
    Number(&'v Number),
    Text(&'v str),
    Enum(&'v str),
    Variable(&'v str),
    List(&'v [G]),
    Object(Vec<(&'v str, &'v G)>),
}

impl Given for Literal {
    fn view(&self) -> View<'_, Self> {
        match self {
            // The parser makes no binary values.
            Self::Null | Self::Binary(_) => View::Null,
            Self::Boolean(flag) => View::Bool(*flag),
            Self::Number(number) => View::Number(number),
            Self::String(text) => View::Text(text),
            Self::Enum(name) => View::Enum(name),
            Self::Variable(name) => View::Variable(name),
            Self::List(items) => View::List(items),
            Self::Object(members) => View::Object(
                members
                    .iter()
                    .map(|(name, item)| (Name::as_str(name), item))
                    .collect(),
            ),
        }
    }
}

impl Given for Value {
    fn view(&self) -> View<'_, Self> {
        match self {
            Self::Null => View::Null,
            Self::Bool(flag) => View::Bool(*flag),
            Self::Number(number) => View::Number(number),
            Self::String(text) => View::Text(text),
            Self::Array(items) => View::List(items),
            Self::Object(members) => {
                View::Object(members.iter().map(|(name, item)| (name.as_str(), item)).collect())
            }
        }
    }
}

/// Coerces values of one origin.
pub(super) struct Coercion<'c> {
    types: TypeSystem<'c>,
    /// Variables that literals may name.
    variables: &'c [Variable],
    /// Whether values are JSON, where an enum's member is a string.
    json: bool,
    /// Whether texts may refer to earlier answers of a batch, whatever the type.
    references: bool,
    /// Whether a list is always one: elsewhere a value stands for a list of it alone (the GraphQL specification, "List Input
    /// Coercion"), which a body that JSON Schema describes does not say. Nor is null the same as nothing there, or a number
    /// what its schema calls a text.
    strict: bool,
    fields: InputFields,
}

/// The fields of input types that were met, so that they are made once and not for each of many rows.
#[derive(Default)]
struct InputFields(RefCell<Vec<(TypeKind, Rc<[InputDef]>)>>);

impl InputFields {
    fn of(&self, types: TypeSystem<'_>, kind: TypeKind) -> Rc<[InputDef]> {
        let mut known = self.0.borrow_mut();
        if let Some((_, fields)) = known.iter().find(|(other, _)| *other == kind) {
            return Rc::clone(fields);
        }
        let fields: Rc<[InputDef]> = types.input_fields(kind, &|_| true).into();
        known.push((kind, Rc::clone(&fields)));
        fields
    }
}

impl<'c> Coercion<'c> {
    /// Of a document's literals, which may name these variables.
    pub(super) fn of_literals(types: TypeSystem<'c>, variables: &'c [Variable]) -> Self {
        Self {
            types,
            variables,
            json: false,
            references: false,
            strict: false,
            fields: InputFields::default(),
        }
    }

    /// Of JSON.
    fn of_json(types: TypeSystem<'c>) -> Self {
        Self {
            json: true,
            ..Self::of_literals(types, &[])
        }
    }

    /// Of a member of a body that JSON Schema describes.
    pub(super) fn of_body(types: TypeSystem<'c>, references: bool) -> Self {
        Self {
            references,
            strict: true,
            ..Self::of_json(types)
        }
    }

    /// The value as its type wants it.
    pub(super) fn coerce<G: Given>(
        &self,
        ty: &TypeRef,
        given: &G,
        path: &Path<'_>,
    ) -> Result<Input, ApiError> {
        let view = given.view();
        if let View::Variable(name) = view {
            return self.variable(name, Some(ty), path);
        }
        let ty = match (ty, &view) {
            (TypeRef::NonNull(inner), View::Null) => {
                return Err(self.wrong(path, &format!("expected {inner}, got null: a value is required")));
            }
            (TypeRef::NonNull(inner), _) => &**inner,
            _ => ty,
        };
        match (ty, view) {
            // The first page has no place to start at, and `pageInfo` says so by null; a document may be null.
            (TypeRef::Named(TypeKind::Leaf(Leaf::Cursor | Leaf::Json), _), View::Null) => {
                Ok(Input::Const(Value::Null))
            }
            (_, View::Null) if self.strict => {
                let test = if path.root() == "filter" {
                    ", or test for it by {\"is\": \"NULL\"}"
                } else {
                    ""
                };
                Err(self.wrong(path, &format!("null is no value of it: leave it out{test}")))
            }
            (_, View::Null) => Ok(Input::Const(Value::Null)),
            (TypeRef::List(item), View::List(items)) => items
                .iter()
                .enumerate()
                .map(|(index, given)| self.coerce(item, given, &Path::Item(path, index)))
                .collect::<Result<Vec<_>, _>>()
                .map(Input::list),
            // A reference to an earlier answer may come to a list.
            (TypeRef::List(_), ref view)
                if self.strict && !(self.references && matches!(view, View::Text(_))) =>
            {
                Err(self.wrong(path, &format!("expected {ty}: a list, between brackets")))
            }
            (TypeRef::List(item), _) => Ok(Input::list(vec![self.coerce(item, given, path)?])),
            (TypeRef::Named(TypeKind::Leaf(leaf), _), view) => self.leaf(*leaf, given, &view, path),
            (TypeRef::Named(kind, name), View::Object(members)) if kind.is_input() => {
                self.object(*kind, name, &members, path)
            }
            (TypeRef::Named(kind, name), view) if kind.is_leaf() => self.member(*kind, name, &view, path),
            (_, view) => Err(self.wrong(
                path,
                &format!("expected an object of type {ty}, got {}", shown(&view)),
            )),
        }
    }

    /// A variable where a value of a type stands (section 5.8.5), or anywhere in JSON.
    fn variable(&self, name: &str, ty: Option<&TypeRef>, path: &Path<'_>) -> Result<Input, ApiError> {
        let found = self.variables.iter().position(|variable| variable.name == name);
        let Some(position) = found else {
            return Err(self.wrong(path, &format!("the variable ${name} is not declared")));
        };
        let variable = &self.variables[position];
        match ty {
            Some(ty) if !variable.fits(ty) => Err(self.wrong(
                path,
                &format!("the variable ${name} of type {} does not fit {ty}", variable.ty),
            )),
            _ => Ok(Input::Variable(position)),
        }
    }

    fn object<G: Given>(
        &self,
        kind: TypeKind,
        name: &str,
        members: &[(&str, &G)],
        path: &Path<'_>,
    ) -> Result<Input, ApiError> {
        let given = |field: &str| members.iter().any(|(member, _)| *member == field);
        let fields = self.fields.of(self.types, kind);
        if let Some(missing) = fields
            .iter()
            .find(|field| field.is_required() && !given(&field.name))
        {
            return Err(self.wrong(
                &Path::Field(path, &missing.name),
                &format!("{} is required and missing", missing.ty),
            ));
        }
        members
            .iter()
            .map(|(member, value)| {
                let place = Path::Field(path, member);
                let field = fields.iter().find(|field| field.name == *member).ok_or_else(|| {
                    self.wrong(
                        &place,
                        &format!("{name} has no field \"{member}\"{}", near(&fields, member)),
                    )
                })?;
                Ok(((*member).to_owned(), self.coerce(&field.ty, *value, &place)?))
            })
            .collect::<Result<Vec<_>, _>>()
            .map(Input::object)
    }

    /// Whether a text stands for what an earlier answer gives, which is looked at where it is bound.
    fn refers(&self, text: &str) -> bool {
        self.references && text.starts_with('$')
    }

    fn member<G>(
        &self,
        kind: TypeKind,
        name: &str,
        view: &View<'_, G>,
        path: &Path<'_>,
    ) -> Result<Input, ApiError> {
        let text = match view {
            View::Enum(text) => text,
            View::Text(text) if self.refers(text) && matches!(kind, TypeKind::ColumnEnum(..)) => {
                return Ok(Input::Const(Value::from(*text)));
            }
            View::Text(text) if self.json => text,
            _ => {
                return Err(self.wrong(path, &format!("expected a member of {name}, got {}", shown(view))));
            }
        };
        let values = self.types.enum_values(kind);
        if values.iter().any(|value| value.name == *text) {
            return Ok(Input::Const(Value::String((*text).to_owned())));
        }
        let members: Vec<&str> = values.iter().map(|value| value.name.as_str()).take(20).collect();
        Err(self.wrong(
            path,
            &format!("{name} has no member \"{text}\", only {}", members.join(", ")),
        ))
    }

    fn leaf<G: Given>(
        &self,
        leaf: Leaf,
        given: &G,
        view: &View<'_, G>,
        path: &Path<'_>,
    ) -> Result<Input, ApiError> {
        let value = match (leaf, view) {
            (_, View::Text(text)) if self.refers(text) => Value::from(*text),
            (Leaf::Json, _) => return self.any(given, path),
            (Leaf::JsonPath, View::Text(_) | View::List(_)) => return self.any(given, path),
            (Leaf::GeoJson, View::Object(_)) => return self.any(given, path),
            (Leaf::Boolean, View::Bool(flag)) => Value::Bool(*flag),
            (Leaf::Int, View::Number(number)) => {
                self.whole(number, i32::MIN.into(), i32::MAX.into(), path)?
            }
            (Leaf::UnsignedInt, View::Number(number)) => self.whole(number, 0, u32::MAX.into(), path)?,
            (Leaf::BigInt | Leaf::Decimal | Leaf::Id, View::Number(number)) if self.strict => {
                return Err(self.wrong(
                    path,
                    &format!(
                        "expected {} as a text, got {number}: write \"{number}\"",
                        leaf.name()
                    ),
                ));
            }
            (Leaf::Id, View::Number(number)) if number.is_i64() || number.is_u64() => {
                Value::String(number.to_string())
            }
            (Leaf::Float | Leaf::BigInt | Leaf::Decimal, View::Number(number)) => {
                Value::Number((*number).clone())
            }
            (
                Leaf::String
                | Leaf::Id
                | Leaf::Cursor
                | Leaf::BigInt
                | Leaf::Decimal
                | Leaf::Bytes
                | Leaf::Date
                | Leaf::Time
                | Leaf::Datetime
                | Leaf::Timestamp,
                View::Text(text),
            ) => Value::String((*text).to_owned()),
            _ => {
                return Err(self.wrong(path, &format!("expected {}, got {}", leaf.name(), shown(view))));
            }
        };
        Ok(Input::Const(value))
    }

    /// A whole number in a range; JSON's `1.0` is one as well.
    fn whole(&self, number: &Number, min: i64, max: i64, path: &Path<'_>) -> Result<Value, ApiError> {
        #[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
        #[expect(
            clippy::cast_precision_loss,
            reason = "both ends of the range are exact in a double"
        )]
        #[expect(
            clippy::float_cmp,
            reason = "a whole number is equal to itself without its fraction"
        )]
        let from_float = |float: f64| {
            (float.trunc() == float && float >= min as f64 && float <= max as f64).then_some(float as i64)
        };
        let whole = number
            .as_i64()
            .or_else(|| number.as_f64().filter(|_| self.json).and_then(from_float));
        match whole.filter(|whole| (min..=max).contains(whole)) {
            Some(whole) => Ok(Value::from(whole)),
            None => Err(self.wrong(
                path,
                &format!(
                    "expected a whole number from {min} to {max}, got {}",
                    short(&number.to_string())
                ),
            )),
        }
    }

    /// Any JSON, with variables in it where it is a literal.
    fn any<G: Given>(&self, given: &G, path: &Path<'_>) -> Result<Input, ApiError> {
        Ok(match given.view() {
            View::Null => Input::Const(Value::Null),
            View::Bool(flag) => Input::Const(Value::Bool(flag)),
            View::Number(number) => Input::Const(Value::Number(number.clone())),
            View::Text(text) => Input::Const(Value::String(text.to_owned())),
            View::Variable(name) => self.variable(name, None, path)?,
            View::Enum(name) => {
                return Err(self.wrong(path, &format!("{name} is no JSON value: put it in quotes")));
            }
            View::List(items) => Input::list(
                items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| self.any(item, &Path::Item(path, index)))
                    .collect::<Result<_, _>>()?,
            ),
            View::Object(members) => Input::object(
                members
                    .into_iter()
                    .map(|(name, item)| Ok((name.to_owned(), self.any(item, &Path::Field(path, name))?)))
                    .collect::<Result<_, ApiError>>()?,
            ),
        })
    }

    fn wrong(&self, path: &Path<'_>, what: &str) -> ApiError {
        let code = if self.json {
            Code::InvalidValue
        } else {
            Code::GraphqlValidation
        };
        let error = ApiError::new(code, format!("{path}: {what}"));
        if self.json {
            error.with("argument", path.to_string())
        } else {
            error
        }
    }
}

/// The values of all variables, by position (GraphQL, section 6.1.2).
pub(super) fn variables(
    types: TypeSystem<'_>,
    declared: &[Variable],
    given: &serde_json::Map<String, Value>,
) -> Result<Vec<Option<Value>>, ApiError> {
    let coercion = Coercion::of_json(types);
    declared
        .iter()
        .map(|variable| {
            let path = format!("${}", variable.name);
            match given.get(&variable.name) {
                Some(value) => coercion
                    .coerce(&variable.ty, value, &Path::Root(&path))
                    .map(Input::constant),
                None if variable.default.is_some() => Ok(variable.default.clone()),
                None if variable.ty.is_required() => Err(ApiError::new(
                    Code::InvalidValue,
                    format!("{path}: {} is required and missing", variable.ty),
                )),
                None => Ok(None),
            }
        })
        .collect()
}

fn near(fields: &[InputDef], name: &str) -> String {
    super::suggest::did_you_mean(fields.iter().map(|field| field.name.as_str()), name)
}

fn shown<G>(view: &View<'_, G>) -> String {
    match view {
        View::Null => "null".to_owned(),
        View::Bool(flag) => flag.to_string(),
        View::Number(number) => short(&number.to_string()),
        View::Text(text) => format!("\"{}\"", short(text)),
        View::Enum(name) => short(name),
        View::Variable(name) => format!("${name}"),
        View::List(_) => "a list".to_owned(),
        View::Object(_) => "an object".to_owned(),
    }
}

fn short(text: &str) -> String {
    const SHOWN: usize = 60;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
