// A view's filters and order as GraphQL and the SDK have them.
import type { Filter, View } from "../api/view";
import { listed } from "../api/view";
import type { Names, TableNames } from "./names";

/** A name that stands for itself, such as a member of an enumeration. */
export class Word {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface ViewArguments {
  table: TableNames;
  fields: string[];
  filter?: Record<string, unknown>;
  orderBy: Record<string, "asc" | "desc">[];
}

const OPERATORS: Record<string, string> = { like: "iContains", starts: "iStartsWith", includes: "contains", null: "is", notnull: "is" };

export function argumentsOf(view: View, names: Names): ViewArguments | undefined {
  const table = names.tables.get(view.table);
  if (table === undefined) return undefined;
  const orderBy = view.sort.flatMap(({ column, descending }) => {
    const known = table.columns.get(column);
    return known ? [{ [known.field]: descending ? ("desc" as const) : ("asc" as const) }] : [];
  });
  const fields = [...table.columns.values()].map(({ field }) => field);
  return { table, fields, filter: together(view.filters.flatMap((filter) => condition(filter, table, names))), orderBy };
}

interface Condition {
  field: string;
  operator: string;
  value: unknown;
}

function condition(filter: Filter, table: TableNames, names: Names): Condition[] {
  const known = table.columns.get(filter.column);
  if (known === undefined) return [];
  const operator = OPERATORS[filter.operator] ?? filter.operator;
  const type = known.operators.get(operator) ?? "String";
  return [{ field: known.field, operator, value: compared(filter, type, names) }];
}

function compared({ operator, value }: Filter, type: string, names: Names): unknown {
  if (operator === "null") return new Word("NULL");
  if (operator === "notnull") return new Word("NOT_NULL");
  const list = /^\[(\w+)!?\]$/.exec(type)?.[1];
  if (list !== undefined) return listed(value).filter((part) => part !== "").map((part) => scalar(part, list, names));
  return scalar(value, type, names);
}

const NUMBERS = new Set(["Int", "UnsignedInt", "Float"]);

/** A text as a value of the type; what is none is left to the server to refuse. */
function scalar(text: string, type: string, names: Names): unknown {
  if (NUMBERS.has(type) && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (type === "Boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (names.enums.get(type)?.has(text)) return new Word(text);
  return text;
}

/** Conditions that all hold: one column's together where each is of another operator, otherwise side by side. */
function together(conditions: Condition[]): Record<string, unknown> | undefined {
  if (conditions.length === 0) return undefined;
  const places = conditions.map(({ field, operator }) => `${field}.${operator}`);
  if (new Set(places).size < places.length) return { and: conditions.map(({ field, operator, value }) => ({ [field]: { [operator]: value } })) };
  const filter: Record<string, Record<string, unknown>> = {};
  for (const { field, operator, value } of conditions) filter[field] = { ...filter[field], [operator]: value };
  return filter;
}

/** A value as GraphQL or JavaScript writes it, with plain names. */
export function literal(value: unknown, word: (name: string) => string): string {
  if (value instanceof Word) return word(value.text);
  if (Array.isArray(value)) return `[${value.map((member) => literal(member, word)).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    return `{ ${Object.entries(value).map(([name, member]) => `${name}: ${literal(member, word)}`).join(", ")} }`;
  }
  return JSON.stringify(value);
}
