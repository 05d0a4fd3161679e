//! The Python client: classes of rows, dictionaries of inputs, and the part that is the same for all tables.

mod values;

use std::collections::HashSet;
use std::fmt::Write;

use schema::stored::aggregate::{Aggregate, Function};

use self::values::{attribute, literal};
use super::inputs::{belongs, computed, exists, list_arguments, reached, written};
use super::text;
use crate::graphql::{InputDef, Leaf, TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiModel, ApiTable, TypeRole};

/// The part that is the same for all.
const HEAD: &str = include_str!("head.py");

/// The client of a model's API, as one module. The same model always prints the same text.
pub fn python(model: &ApiModel) -> String {
    let types = TypeSystem::new(model);
    let printer = Printer {
        model,
        types,
        taken: text::names_in(HEAD),
        inputs: reached(types, is_printed),
    };
    let mut text = HEAD.to_owned();
    for table in &model.tables {
        printer.row(&mut text, table);
        for kind in printer.inputs.iter().filter(|kind| belongs(**kind, table)) {
            printer.input(&mut text, *kind);
        }
        printer.own(&mut text, table);
    }
    for kind in &printer.inputs {
        if !model.tables.iter().any(|table| belongs(*kind, table)) {
            printer.input(&mut text, *kind);
        }
    }
    codes(&mut text);
    printer.tables(&mut text);
    printer.client(&mut text);
    text
}

/// Whether a type is written out, and not by another of the language's means.
fn is_printed(kind: TypeKind) -> bool {
    !matches!(
        kind,
        TypeKind::Leaf(_) | TypeKind::OrderByDirection | TypeKind::Of(_, TypeRole::Column)
    )
}

struct Printer<'m> {
    model: &'m ApiModel,
    types: TypeSystem<'m>,
    /// Names of the part that is the same for all.
    taken: HashSet<&'static str>,
    /// The input types that calls lead to.
    inputs: Vec<TypeKind>,
}

impl Printer<'_> {
    /// A type's name. No name of the API has a `_` before a letter, so that none is taken twice.
    fn name(&self, api: &str) -> String {
        if self.taken.contains(api) || values::is_keyword(api) {
            format!("{api}_Row")
        } else {
            api.to_owned()
        }
    }

    fn row(&self, text: &mut String, table: &ApiTable) {
        let name = self.name(&table.names.type_name);
        let _ = writeln!(text, "\n\n@dataclass(frozen=True)\nclass {name}:");
        document(text, "    ", &text::of_table(table));
        for column in &table.columns {
            let _ = writeln!(
                text,
                "\n    {}: {}",
                attribute(&column.field),
                values::row(column)
            );
            document(text, "    ", &text::of_column(column));
        }
        for relation in &table.relations {
            let Some(target) = self.model.table(relation.target) else {
                continue;
            };
            let target_name = self.name(&target.names.type_name);
            let ty = if relation.is_to_one() {
                target_name
            } else {
                format!("list[{target_name}]")
            };
            let _ = writeln!(text, "\n    {}: {ty} | None = None", attribute(&relation.field));
            let said = format!(
                "Through the foreign key `{}`, to table `{}`: where it is embedded.",
                relation.constraint, target.declared
            );
            document(text, "    ", &said);
        }
        for field in computed(self.types, table) {
            let ty = match field.ty.kind() {
                TypeKind::Leaf(leaf) => values::output(leaf),
                _ => "str",
            };
            let _ = writeln!(text, "\n    {}: {ty} | None = None", attribute(&field.name));
            document(text, "    ", &text::of_computed(&field));
        }
    }

    fn input(&self, text: &mut String, kind: TypeKind) {
        let name = self.name(&self.types.name(kind));
        if kind.is_leaf() {
            let members = self.types.enum_values(kind);
            literals(text, &name, members.into_iter().map(|member| member.name));
            return;
        }
        let fields = self.types.input_fields(kind, &|_| true);
        let entries = fields.iter().map(|field| {
            let ty = self.member(kind, field);
            let ty = if field.is_required() {
                format!("Required[{ty}]")
            } else {
                ty
            };
            (field.name.clone(), ty, field.description.clone())
        });
        dictionary(text, &name, entries);
    }

    fn member(&self, kind: TypeKind, field: &InputDef) -> String {
        match written(self.types, kind, field) {
            Some(column) => values::written(column),
            None => self.reference(&field.ty),
        }
    }

    fn reference(&self, ty: &TypeRef) -> String {
        match ty {
            TypeRef::NonNull(inner) => self.reference(inner),
            TypeRef::List(inner) => format!("Sequence[{}]", self.reference(inner)),
            TypeRef::Named(kind, _) => self.input_type(*kind),
        }
    }

    fn input_type(&self, kind: TypeKind) -> String {
        match kind {
            TypeKind::Leaf(leaf) => values::given(leaf).to_owned(),
            TypeKind::OrderByDirection => "Direction".to_owned(),
            TypeKind::Of(id, TypeRole::Column) => {
                let table = self.model.table(id);
                table.map_or_else(String::new, |table| format!("{}_Column", table.names.type_name))
            }
            _ => self.name(&self.types.name(kind)),
        }
    }

    /// A table's input; a dictionary of nothing where it has none.
    fn role(&self, table: &ApiTable, role: TypeRole) -> String {
        let kind = TypeKind::Of(table.id, role);
        if exists(self.types, kind) {
            self.name(&self.types.name(kind))
        } else {
            "dict[str, None]".to_owned()
        }
    }

    /// The inputs of a table that are not the schema's.
    fn own(&self, text: &mut String, table: &ApiTable) {
        let stem = &table.names.type_name;
        literals(
            text,
            &format!("{stem}_Column"),
            table.columns.iter().map(|column| column.field.clone()),
        );
        let columns = table.columns.iter();
        let columns = columns.map(|column| (column.field.clone(), values::row(column), None));
        dictionary(text, &format!("{stem}_Columns"), columns);
        sums(text, table);
        if !table.key.is_empty() {
            let key = table.key.iter().filter_map(|id| table.column(*id));
            let key = key.map(|column| {
                let ty = format!("Required[{}]", values::input(column));
                (column.field.clone(), ty, None)
            });
            dictionary(text, &format!("{stem}_Key"), key);
        }
        let relations = table.relations.iter().filter_map(|relation| {
            let target = &self.model.table(relation.target)?.names.type_name;
            let kind = if relation.is_to_one() { "One" } else { "Many" };
            Some((relation.field.clone(), format!("bool | {target}_{kind}"), None))
        });
        let computed = computed(self.types, table).into_iter();
        let computed = computed.map(|field| (field.name, "bool".to_owned(), None));
        dictionary(text, &format!("{stem}_Embed"), relations.chain(computed));
        let lists = list_arguments(self.types, table).into_iter();
        let lists = lists.map(|(name, ty)| {
            let inner = self.input_type(ty.kind());
            let ty = match ty {
                TypeRef::List(_) => format!("Sequence[{inner}]"),
                _ => inner,
            };
            (name, ty, None)
        });
        dictionary(text, &format!("{stem}_Lists"), lists);
        let entry = |name: &str, ty: String| (name.to_owned(), ty, None);
        let embed = entry("embed", format!("{stem}_Embed"));
        dictionary(text, &format!("{stem}_One"), [embed.clone()].into_iter());
        let mut many = vec![
            entry("filter", self.role(table, TypeRole::Filter)),
            entry(
                "order_by",
                format!("Sequence[{}]", self.role(table, TypeRole::OrderBy)),
            ),
        ];
        many.extend(["first", "last", "offset"].map(|name| entry(name, "int".to_owned())));
        many.extend(["after", "before"].map(|name| entry(name, "str".to_owned())));
        many.extend([embed, entry("lists", format!("{stem}_Lists"))]);
        dictionary(text, &format!("{stem}_Many"), many.into_iter());
    }

    /// What the client has to know of the tables while it runs.
    fn tables(&self, text: &mut String) {
        text.push_str("\n\n_TABLES: dict[str, TableMeta] = {\n");
        for table in &self.model.tables {
            let _ = writeln!(text, "    \"{}\": TableMeta(", table.names.rest);
            let _ = writeln!(text, "        type=\"{}\",", table.names.type_name);
            let _ = writeln!(text, "        row={},", self.name(&table.names.type_name));
            let key = table.key.iter().filter_map(|id| table.column(*id));
            members(
                text,
                "key",
                key.map(|column| {
                    let ty = self.types.column_type(table, column).required();
                    (column.field.clone(), format!("\"{ty}\""))
                }),
            );
            members(
                text,
                "columns",
                table.columns.iter().map(|column| {
                    let attribute = attribute(&column.field);
                    (column.field.clone(), format!("\"{attribute}\""))
                }),
            );
            let computed = computed(self.types, table).into_iter();
            let computed = computed.map(|field| (format!("\"{}\"", attribute(&field.name)), field.name));
            members(
                text,
                "computed",
                computed.map(|(attribute, name)| (name, attribute)),
            );
            for (member, many) in [("one", false), ("many", true)] {
                let relations = table.relations.iter();
                let relations = relations.filter(|relation| relation.is_to_one() != many);
                members(
                    text,
                    member,
                    relations.filter_map(|relation| {
                        let target = &self.model.table(relation.target)?.names.rest;
                        let attribute = attribute(&relation.field);
                        Some((relation.field.clone(), format!("(\"{attribute}\", \"{target}\")")))
                    }),
                );
            }
            let lists = list_arguments(self.types, table).into_iter();
            members(text, "lists", lists.map(|(name, ty)| (name, format!("\"{ty}\""))));
            text.push_str("    ),\n");
        }
        text.push_str("}\n");
    }

    fn client(&self, text: &mut String) {
        text.push_str(CLIENT);
        for table in &self.model.tables {
            let stem = &table.names.type_name;
            let (class, key) = if table.key.is_empty() {
                ("Table", String::new())
            } else {
                ("KeyedTable", format!("            {stem}_Key,\n"))
            };
            let name = attribute(&table.names.rest);
            let _ = writeln!(text, "        self.{name}: {class}[");
            let _ = writeln!(text, "            {},", self.name(stem));
            for role in [
                TypeRole::Filter,
                TypeRole::OrderBy,
                TypeRole::InsertInput,
                TypeRole::UpdateInput,
            ] {
                let _ = writeln!(text, "            {},", self.role(table, role));
            }
            for own in [
                "Column", "Embed", "Lists", "Group", "Ordered", "Number", "Keys", "Sums", "Values", "Columns",
            ] {
                let _ = writeln!(text, "            {stem}_{own},");
            }
            let _ = writeln!(
                text,
                "{key}        ] = {class}(self._connection, _TABLES[\"{}\"])",
                table.names.rest
            );
            document(text, "        ", &text::of_table(table));
        }
        text.push_str(GRAPHQL);
    }
}

/// What aggregates and groups are asked for, and what they answer.
fn sums(text: &mut String, table: &ApiTable) {
    let stem = &table.names.type_name;
    let keys = || table.group_keys();
    let ordered = || table.aggregated(Function::Min);
    let numbers = || table.aggregated(Function::Sum);
    let names = keys().map(|key| key.plain_name().to_owned());
    literals(text, &format!("{stem}_Group"), names);
    let names = ordered().map(|column| column.field.clone());
    literals(text, &format!("{stem}_Ordered"), names);
    let names = numbers().map(|column| column.field.clone());
    literals(text, &format!("{stem}_Number"), names);
    let keys = keys().map(|key| {
        let ty = match key.part.and_then(|part| part.of(&key.column.stored)) {
            Some(kept) => values::or_none(values::output(Leaf::of(kept.scalar())), key.column.nullable),
            None => values::row(key.column),
        };
        (key.plain_name().to_owned(), ty, None)
    });
    dictionary(text, &format!("{stem}_Keys"), keys);
    let sums = numbers().filter_map(|column| {
        let sum = Aggregate::of(Function::Sum, &column.stored)?;
        let ty = values::output(Leaf::of(sum.stored().scalar()));
        Some((column.field.clone(), values::or_none(ty, true), None))
    });
    dictionary(text, &format!("{stem}_Sums"), sums);
    let values = ordered().map(|column| (column.field.clone(), values::row_or_none(column), None));
    dictionary(text, &format!("{stem}_Values"), values);
}

/// The codes of errors and their statuses.
fn codes(text: &mut String) {
    let codes = || super::codes();
    literals(text, "ErrorCode", codes().map(|(code, _)| code.to_owned()));
    text.push_str("\n_STATUSES: dict[str, int] = {\n");
    for (code, status) in codes() {
        let _ = writeln!(text, "    {}: {status},", literal(code));
    }
    text.push_str("}\n");
}

const CLIENT: &str = "

class Client:
    \"\"\"A client of the tenant's API.\"\"\"

    def __init__(
        self,
        url: str,
        key: str | Callable[[], str] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        timeout: float = 30,
    ) -> None:
        \"\"\"`url` is the tenant's address, `key` one of its keys or what answers one, `timeout` in seconds.\"\"\"
        self._connection = Connection(url, key, headers or {}, timeout)
";

const GRAPHQL: &str = "
    def run_graphql(self, document: str, variables: Mapping[str, Any] | None = None) -> Any:
        \"\"\"Sends a GraphQL document of your own, and answers its `data`.\"\"\"
        return self._connection.post(document, variables or {}, {})

    @overload
    def run_batch(
        self, a: Call[_A], b: Call[_B], /, *, dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_A, _B]: ...

    @overload
    def run_batch(
        self, a: Call[_A], b: Call[_B], c: Call[_C], /, *, dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_A, _B, _C]: ...

    @overload
    def run_batch(
        self,
        a: Call[_A],
        b: Call[_B],
        c: Call[_C],
        d: Call[_D],
        /,
        *,
        dry_run: bool = False,
        idempotency_key: str | None = None,
    ) -> tuple[_A, _B, _C, _D]: ...

    @overload
    def run_batch(
        self, *calls: Call[_R], dry_run: bool = False, idempotency_key: str | None = None
    ) -> tuple[_R, ...]: ...

    def run_batch(self, *calls: Call[Any], dry_run: bool = False, idempotency_key: str | None = None) -> Any:
        \"\"\"Sends several reads, or several writes, as one request. Writes happen in their order, all or not at all; the terms of
        calls do not count here, but those of the batch.\"\"\"
        return tuple(_sent(calls, _terms(dry_run, idempotency_key)))
";

/// A dictionary with members of these types. Any text can be a member, words of the language too.
fn dictionary(
    text: &mut String,
    name: &str,
    entries: impl Iterator<Item = (String, String, Option<String>)>,
) {
    let _ = writeln!(text, "\n{name} = TypedDict(\n    \"{name}\",\n    {{");
    for (member, ty, said) in entries {
        for line in said.iter().flat_map(|said| text::lines(said)) {
            let _ = writeln!(text, "{}", format!("        # {line}").trim_end());
        }
        let _ = writeln!(text, "        \"{member}\": {},", literal(&ty));
    }
    text.push_str("    },\n    total=False,\n)\n");
}

/// One of these texts; no value where there are none.
fn literals(text: &mut String, name: &str, members: impl Iterator<Item = String>) {
    let mut members = members.peekable();
    if members.peek().is_none() {
        let _ = writeln!(text, "\n{name} = Never");
        return;
    }
    let _ = writeln!(text, "\n{name} = Literal[");
    for member in members {
        let _ = writeln!(text, "    {},", literal(&member));
    }
    text.push_str("]\n");
}

fn members(text: &mut String, name: &str, entries: impl Iterator<Item = (String, String)>) {
    let _ = writeln!(text, "        {name}={{");
    for (key, value) in entries {
        let _ = writeln!(text, "            \"{key}\": {value},");
    }
    text.push_str("        },\n");
}

/// A docstring.
fn document(text: &mut String, indent: &str, said: &str) {
    let said = said.replace('\\', "\\\\").replace('"', "\\\"");
    match text::lines(&said).as_slice() {
        [only] => {
            let _ = writeln!(text, "{indent}\"\"\"{only}\"\"\"");
        }
        lines => {
            let _ = writeln!(text, "{indent}\"\"\"");
            for line in lines {
                let _ = writeln!(text, "{}", format!("{indent}{line}").trim_end());
            }
            let _ = writeln!(text, "{indent}\"\"\"");
        }
    }
}
