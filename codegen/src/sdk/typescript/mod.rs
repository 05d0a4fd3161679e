//! The TypeScript client: the types of a tenant's tables, and the part that is the same for all of them.

mod inputs;
mod values;

use std::collections::HashSet;
use std::fmt::Write;

use schema::stored::aggregate::{Aggregate, Function};
use schema::stored::{MomentPart, Scalar};

use super::inputs::{computed, exists, list_arguments, reached};
use super::text;
use crate::graphql::{TypeKind, TypeRef, TypeSystem};
use crate::model::{ApiColumn, ApiModel, ApiTable, RelationKind, TypeRole};

/// The part that is the same for all.
const RUNTIME: &str = include_str!("runtime.ts");

const HEAD: &str = "// The client of a tenant's API, made by WorkerSQL from its declaration: make it again rather than change it.
/* eslint-disable */
";

/// The client of a model's API, as one module. The same model always prints the same text.
pub fn typescript(model: &ApiModel) -> String {
    let types = TypeSystem::new(model);
    let printer = Printer {
        model,
        types,
        taken: text::names_in(RUNTIME),
        inputs: reached(types, inputs::is_printed),
    };
    let mut text = HEAD.to_owned();
    for table in &model.tables {
        printer.table(&mut text, table);
    }
    printer.shared_inputs(&mut text);
    printer.database(&mut text);
    printer.tables(&mut text);
    text.push('\n');
    text.push_str(RUNTIME);
    text
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
    /// A type's name. No name of the API holds a `$`, so that none is taken twice.
    fn name(&self, api: &str) -> String {
        if self.taken.contains(api) {
            format!("{api}$Row")
        } else {
            api.to_owned()
        }
    }

    fn row_name(&self, table: &ApiTable) -> String {
        self.name(&table.names.type_name)
    }

    fn table(&self, text: &mut String, table: &ApiTable) {
        text.push('\n');
        comment(text, "", &text::of_table(table));
        let row = self.row_name(table);
        let _ = writeln!(text, "export interface {row} {{");
        for column in &table.columns {
            comment(text, "  ", &text::of_column(column));
            let _ = writeln!(text, "  {}: {};", column.field, values::row(column));
        }
        text.push_str("}\n");
        self.table_inputs(text, table);
        kinds(text, table);
        self.table_types(text, table);
    }

    /// All types of a table, under one name.
    fn table_types(&self, text: &mut String, table: &ApiTable) {
        let stem = &table.names.type_name;
        let _ = writeln!(text, "\n/** The types of `{}`. */", table.names.rest);
        let _ = writeln!(text, "export interface {stem}$ {{");
        let _ = writeln!(text, "  row: {};", self.row_name(table));
        text.push_str("  computed: {\n");
        for (name, ty) in self.computed(table) {
            let _ = writeln!(text, "    {name}: {ty};");
        }
        text.push_str("  };\n");
        self.relations(text, table);
        if table.key.is_empty() {
            text.push_str("  key: never;\n");
        } else {
            text.push_str("  key: {\n");
            for column in table.key.iter().filter_map(|id| table.column(*id)) {
                let _ = writeln!(text, "    {}: {};", column.field, values::input(column));
            }
            text.push_str("  };\n");
        }
        for (member, role) in [
            ("filter", TypeRole::Filter),
            ("orderBy", TypeRole::OrderBy),
            ("insert", TypeRole::InsertInput),
            ("update", TypeRole::UpdateInput),
        ] {
            let _ = writeln!(text, "  {member}: {};", self.role(table, role));
        }
        let _ = writeln!(text, "  column: keyof {};", self.row_name(table));
        let _ = writeln!(text, "  kinds: {stem}$Kinds;");
        text.push_str("  lists: {\n");
        for (name, ty) in list_arguments(self.types, table) {
            let inner = self.input_type(ty.kind());
            let ty = match ty {
                TypeRef::List(_) => format!("readonly ({inner})[]"),
                _ => inner,
            };
            let _ = writeln!(text, "    {name}?: {ty};");
        }
        text.push_str("  };\n}\n");
    }

    /// The name of a table's input type; `never` where it has none.
    fn role(&self, table: &ApiTable, role: TypeRole) -> String {
        let kind = TypeKind::Of(table.id, role);
        if exists(self.types, kind) {
            self.name(&self.types.name(kind))
        } else {
            "{}".to_owned()
        }
    }

    fn relations(&self, text: &mut String, table: &ApiTable) {
        for (member, many) in [("one", false), ("many", true)] {
            let _ = writeln!(text, "  {member}: {{");
            for relation in table
                .relations
                .iter()
                .filter(|relation| relation.is_to_one() != many)
            {
                let Some(target) = self.model.table(relation.target) else {
                    continue;
                };
                let stem = &target.names.type_name;
                let _ = match relation.kind {
                    RelationKind::ToMany => writeln!(text, "    {}: {stem}$;", relation.field),
                    RelationKind::ToOne { nullable: false } => {
                        writeln!(text, "    {}: [{stem}$, never];", relation.field)
                    }
                    _ => writeln!(text, "    {}: [{stem}$, null];", relation.field),
                };
            }
            text.push_str("  };\n");
        }
    }

    /// What is computed of a row, with its type.
    fn computed(&self, table: &ApiTable) -> Vec<(String, String)> {
        computed(self.types, table)
            .into_iter()
            .map(|field| {
                let null = if field.ty.is_required() { "" } else { " | null" };
                let ty = match field.ty.kind() {
                    TypeKind::Leaf(leaf) => values::output(leaf),
                    _ => "string",
                };
                (field.name, format!("{ty}{null}"))
            })
            .collect()
    }

    fn database(&self, text: &mut String) {
        text.push_str(
            "\n/** A client of the tenant's API. */\nexport interface Database extends ClientMethods {\n",
        );
        for table in &self.model.tables {
            comment(text, "  ", &text::of_table(table));
            let client = if table.key.is_empty() {
                "TableApi"
            } else {
                "KeyedTable"
            };
            let _ = writeln!(
                text,
                "  readonly {}: {client}<{}$>;",
                table.names.rest, table.names.type_name
            );
        }
        text.push_str("}\n");
    }

    /// What the client has to know of the tables while it runs.
    fn tables(&self, text: &mut String) {
        text.push_str("\nconst tables = {\n");
        for table in &self.model.tables {
            let _ = writeln!(text, "  {}: {{", table.names.rest);
            let _ = writeln!(text, "    type: \"{}\",", table.names.type_name);
            let key = table.key.iter().filter_map(|id| table.column(*id));
            let key = key.map(|column| {
                let ty = self.types.column_type(table, column).required();
                (column.field.clone(), ty.to_string())
            });
            members(text, "key", key);
            list(
                text,
                "columns",
                table.columns.iter().map(|column| column.field.as_str()),
            );
            let computed = self.computed(table);
            list(text, "computed", computed.iter().map(|(name, _)| name.as_str()));
            for (member, many) in [("one", false), ("many", true)] {
                let relations = table
                    .relations
                    .iter()
                    .filter(|relation| relation.is_to_one() != many);
                let relations = relations.filter_map(|relation| {
                    let target = self.model.table(relation.target)?;
                    Some((relation.field.clone(), target.names.rest.clone()))
                });
                members(text, member, relations);
            }
            let arguments = list_arguments(self.types, table);
            let arguments = arguments.into_iter().map(|(name, ty)| (name, ty.to_string()));
            members(text, "lists", arguments);
            text.push_str("  },\n");
        }
        text.push_str("};\n");
    }
}

fn members(text: &mut String, name: &str, entries: impl Iterator<Item = (String, String)>) {
    let _ = writeln!(text, "    {name}: {{");
    for (key, value) in entries {
        let _ = writeln!(text, "      {key}: \"{value}\",");
    }
    text.push_str("    },\n");
}

fn list<'a>(text: &mut String, name: &str, entries: impl Iterator<Item = &'a str>) {
    let _ = writeln!(text, "    {name}: [");
    for entry in entries {
        let _ = writeln!(text, "      \"{entry}\",");
    }
    text.push_str("    ],\n");
}

/// What aggregates and groups make of each column.
fn kinds(text: &mut String, table: &ApiTable) {
    let stem = &table.names.type_name;
    let _ = writeln!(text, "\ninterface {stem}$Kinds {{");
    for column in &table.columns {
        let _ = writeln!(text, "  {}: \"{}\";", column.field, kind(column));
    }
    text.push_str("}\n");
}

/// What aggregates and groups make of a column.
fn kind(column: &ApiColumn) -> &'static str {
    let of = |function| Aggregate::of(function, &column.stored);
    if of(Function::Min).is_none() {
        return "opaque";
    }
    match of(Function::Sum).map(|sum| sum.stored().scalar()) {
        Some(Scalar::Float) => "float",
        Some(_) => "exact",
        None if MomentPart::Hour.of(&column.stored).is_some() => "moment",
        None if MomentPart::Year.of(&column.stored).is_some() => "date",
        None => "plain",
    }
}

/// A doc comment.
fn comment(text: &mut String, indent: &str, said: &str) {
    let said = said.replace("*/", "*\\/");
    match text::lines(&said).as_slice() {
        [only] => {
            let _ = writeln!(text, "{indent}/** {only} */");
        }
        lines => {
            let _ = writeln!(text, "{indent}/**");
            for line in lines {
                let _ = writeln!(text, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(text, "{indent} */");
        }
    }
}
