// What the tenant's own API calls things: read from its GraphQL schema, where each description names the column.
import { useQuery } from "@tanstack/react-query";
import { type DefinitionNode, parse, print, type TypeNode } from "graphql";
import { send } from "../api/client";
import type { Declaration, Table } from "../api/model";
import type { Declared } from "../api/queries";

export interface FieldNames {
  field: string;
  /** The operators of its filter, with the types of what they compare with. */
  operators: Map<string, string>;
}

export interface TableNames {
  /** The field of `Query` that answers its rows. */
  collection: string;
  /** The member of the SDK's client. */
  client: string;
  columns: Map<string, FieldNames>;
}

export interface Names {
  tables: Map<string, TableNames>;
  /** The members of enumerations. */
  enums: Map<string, Set<string>>;
}

export function useNames(tenant: string, declared: Declared | undefined) {
  return useQuery({
    queryKey: ["names", tenant, declared?.version],
    enabled: declared !== undefined,
    queryFn: async ({ signal }) => {
      const response = await send(`/t/${tenant}/schema.graphql`, { signal });
      return namesOf(await response.text(), declared?.declaration ?? { tables: [] });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface Field {
  name: string;
  type: TypeNode;
  description: string;
}

/** The fields of types and inputs, by the type's name. */
function fieldsOf(definitions: readonly DefinitionNode[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const definition of definitions) {
    if (definition.kind !== "ObjectTypeDefinition" && definition.kind !== "InputObjectTypeDefinition") continue;
    const list = (definition.fields ?? []).map(({ name, type, description }) => ({ name: name.value, type, description: description?.value ?? "" }));
    fields.set(definition.name.value, list);
  }
  return fields;
}

const bare = (type: TypeNode) => print(type).replace(/!$/, "");

export function namesOf(sdl: string, { tables }: Declaration): Names {
  const { definitions } = parse(sdl, { noLocation: true });
  const fields = fieldsOf(definitions);
  const enums = new Map<string, Set<string>>();
  for (const definition of definitions) {
    if (definition.kind === "EnumTypeDefinition") enums.set(definition.name.value, new Set(definition.values?.map(({ name }) => name.value)));
  }
  const roots = fields.get("Query") ?? [];
  const known = tables.flatMap((table): [string, TableNames][] => {
    const root = roots.find(({ description }) => description.endsWith(`Rows of \`${table.name}\`, page by page.`));
    return root ? [[table.name, tableNames(table, root, fields)]] : [];
  });
  return { tables: new Map(known), enums };
}

function tableNames(table: Table, root: Field, fields: Map<string, Field[]>): TableNames {
  const type = bare(root.type).replace(/Connection$/, "");
  const filters = fields.get(`${type}Filter`) ?? [];
  const columns = table.columns.flatMap((column): [string, FieldNames][] => {
    const stated = `Column \`${column.name}\``;
    const field = fields.get(type)?.find(({ description }) => {
      const last = description.startsWith(stated) ? description : description.slice(description.lastIndexOf(`\n\n${stated}`) + 2);
      return last === `${stated}.` || last.startsWith(`${stated}: `);
    });
    if (field === undefined) return [];
    const filter = filters.find(({ name }) => name === field.name);
    const operators = (filter && fields.get(bare(filter.type))) ?? [];
    return [[column.name, { field: field.name, operators: new Map(operators.map((one) => [one.name, bare(one.type)])) }]];
  });
  return { collection: root.name, client: root.name.replace(/Collection$/, ""), columns: new Map(columns) };
}
