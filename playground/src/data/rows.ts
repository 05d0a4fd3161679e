// Reading and writing rows by REST.
import { json, jsonBody, send } from "../api/client";
import { type ForeignKey, restName, type Table } from "../api/model";

export type Row = Record<string, unknown>;

export interface Filter {
  column: string;
  operator: string;
  value: string;
}

export interface Sort {
  column: string;
  descending: boolean;
}

export interface View {
  table: string;
  filters: Filter[];
  sort: Sort[];
}

export const OPERATORS: { value: string; label: string }[] = [
  { value: "eq", label: "is" },
  { value: "neq", label: "is not" },
  { value: "gt", label: "is more than" },
  { value: "gte", label: "is at least" },
  { value: "lt", label: "is less than" },
  { value: "lte", label: "is at most" },
  { value: "like", label: "contains" },
  { value: "starts", label: "starts with" },
  { value: "in", label: "is one of" },
  { value: "null", label: "is empty" },
  { value: "notnull", label: "is not empty" },
];

/** A filter as REST writes it. */
function condition({ operator, value }: Filter): string {
  const literal = value.replace(/[\\%_*]/g, (letter) => `\\${letter}`);
  switch (operator) {
    case "null":
      return "is.null";
    case "notnull":
      return "not.is.null";
    case "like":
      return `ilike.%${literal}%`;
    case "starts":
      return `ilike.${literal}%`;
    case "in":
      return `in.(${value.split(",").map((part) => `"${part.trim().replace(/["\\]/g, "\\$&")}"`).join(",")})`;
    default:
      return `${operator}.${value}`;
  }
}

/** A view as the page's address holds it. */
export function searchOf({ table, filters, sort }: View): URLSearchParams {
  const params = new URLSearchParams({ table });
  for (const { column, operator, value } of filters) params.append("f", JSON.stringify([column, operator, value]));
  for (const term of sort) params.append("s", (term.descending ? "-" : "") + term.column);
  return params;
}

/** The parameters of a view, without its page. */
export function paramsOf(view: View): [string, string][] {
  const params = view.filters.map((filter): [string, string] => [restName(filter.column), condition(filter)]);
  if (view.sort.length > 0) {
    const terms = view.sort.map((sort) => `${restName(sort.column)}.${sort.descending ? "desc" : "asc"}`);
    params.push(["order", terms.join(",")]);
  }
  return params;
}

/** The parameter that asks for all columns under their declared names. */
const selected = (table: Table): [string, string] => ["select", table.columns.map((column) => restName(column.name)).join(",")];

export const addressOf = (tenant: string, table: string, params: [string, string][]) =>
  `/t/${tenant}/rest/${encodeURIComponent(table)}?${new URLSearchParams(params)}`;

/** The parameters that find a row by its key. */
export const keyParams = (table: Table, row: Row): [string, string][] =>
  (table.primaryKey ?? []).map((name) => [restName(name), `eq.${row[name]}`]);

export const keyText = (table: Table, row: Row) => JSON.stringify((table.primaryKey ?? []).map((name) => row[name]));

export interface Page {
  rows: Row[];
  /** How many there are, where the server told. */
  total?: number;
}

export const PAGE = 100;

/**
 * Pages of a view. A page is asked for by the place where the one before it ended, which costs the same however far down it
 * is; only a jump to where no page was read yet counts rows.
 */
export class Pages {
  readonly #next = new Map<number, string>();
  readonly #tenant: string;
  readonly #table: Table;
  readonly #view: View;

  constructor(tenant: string, table: Table, view: View) {
    this.#tenant = tenant;
    this.#table = table;
    this.#view = view;
  }

  async read(start: number): Promise<Page> {
    const response = await send(this.#address(start), { headers: start === 0 ? { prefer: "count=planned" } : {} });
    const rows = (await response.json()) as Row[];
    const link = /<([^>]+)>; rel="next"/.exec(response.headers.get("link") ?? "")?.[1];
    if (link) this.#next.set(start + rows.length, link);
    const told = /\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1];
    const isLast = rows.length < PAGE || link === undefined;
    return { rows, total: isLast ? start + rows.length : told === undefined ? undefined : Number(told) };
  }

  #address(start: number): string {
    const known = this.#next.get(start);
    if (known) return known;
    const params: [string, string][] = [selected(this.#table), ...paramsOf(this.#view), ["limit", String(PAGE)]];
    if (start > 0) params.push(["offset", String(start)]);
    return addressOf(this.#tenant, this.#table.name, params);
  }
}

const RETURN = { prefer: "return=representation" };

export async function change(tenant: string, table: Table, row: Row, values: Row): Promise<Row> {
  const address = addressOf(tenant, table.name, [...keyParams(table, row), selected(table)]);
  const { headers, body } = jsonBody(values);
  const rows = await json<Row[]>(address, { method: "PATCH", headers: { ...headers, ...RETURN }, body });
  const changed = rows[0];
  if (changed === undefined) throw new Error("the row is gone: someone removed it since");
  return changed;
}

export async function insert(tenant: string, table: Table, rows: Row[]): Promise<Row[]> {
  const { headers, body } = jsonBody(rows);
  return json<Row[]>(addressOf(tenant, table.name, [selected(table)]), {
    method: "POST",
    headers: { ...headers, ...RETURN },
    body,
  });
}

/** Rows of one request, which takes ten thousand. */
const PART = 5000;

const partsOf = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

interface BatchOperation {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

interface BatchAnswer {
  status: number;
  body?: unknown;
}

/** A value as a batch takes it, where one that starts with a dollar sign would name an earlier answer. */
const inBatch = (value: unknown): unknown => {
  if (typeof value === "string") return value.startsWith("$") ? `$${value}` : value;
  if (Array.isArray(value)) return value.map(inBatch);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inBatch(member)]));
};

const batch = (tenant: string, operations: BatchOperation[], headers: Record<string, string> = {}) => {
  const call = jsonBody(operations);
  return json<BatchAnswer[]>(`/t/${tenant}/batch`, { method: "POST", headers: { ...call.headers, ...headers }, body: call.body });
};

/**
 * Adds any number of rows, all or none. Answers their keys, where the table has one. On trial, the server takes all back in
 * the end: what would fail is known before anything is changed.
 */
export async function insertMany(tenant: string, table: Table, rows: Row[], trial = false): Promise<Row[]> {
  const key = table.primaryKey ?? [];
  const returns = trial || key.length === 0 ? "return=minimal" : "return=representation";
  const select = key.length === 0 ? "" : `?${new URLSearchParams([["select", key.map(restName).join(",")]])}`;
  const operations = partsOf(rows, PART).map((body) => ({
    method: "POST",
    path: `/${encodeURIComponent(table.name)}${select}`,
    headers: { prefer: returns },
    body: inBatch(body),
  }));
  const answers = await batch(tenant, operations, trial ? { prefer: "tx=rollback" } : {});
  return answers.flatMap(({ body }) => (Array.isArray(body) ? (body as Row[]) : []));
}

/** Keys of one operation: a batch takes a hundred of these. */
const KEYS = 5000;
const KEYS_OF_SEVERAL_COLUMNS = 100;

/** Removes rows by their keys, all or none. */
export async function remove(tenant: string, table: Table, rows: Row[]): Promise<void> {
  const [name, ...others] = table.primaryKey ?? [];
  if (name === undefined) throw new Error(`${table.name} has no primary key by which to find the rows`);
  const among = (part: Row[]): [string, string] => [restName(name), `in.(${part.map((row) => literal(row[name])).join(",")})`];
  const each = (row: Row) => `and(${[name, ...others].map((column) => `${restName(column)}.eq.${literal(row[column])}`).join(",")})`;
  const oneOf = (part: Row[]): [string, string] => ["or", `(${part.map(each).join(",")})`];
  const filters = others.length === 0 ? partsOf(rows, KEYS).map(among) : partsOf(rows, KEYS_OF_SEVERAL_COLUMNS).map(oneOf);
  await batch(
    tenant,
    filters.map((filter) => ({ method: "DELETE", path: `/${encodeURIComponent(table.name)}?${new URLSearchParams([filter])}` })),
  );
}

/** A value in a list. */
const literal = (value: unknown) => `"${String(inBatch(value)).replace(/["\\]/g, "\\$&")}"`;

/** The foreign key in which that column refers to another table; one of its own before one that it shares with others. */
export const referenceOf = (table: Table, column: string): ForeignKey | undefined => {
  const keys = (table.foreignKeys ?? []).filter((key) => key.columns.includes(column));
  return keys.find((key) => key.columns.length === 1) ?? keys[0];
};

/** The filters that find the row that a row refers to; undefined where it refers to none. */
export function referred(reference: ForeignKey, row: Row): Filter[] | undefined {
  const filters = reference.columns.map((name, at) => ({ column: reference.referencedColumns[at] ?? "", operator: "eq", value: row[name] }));
  if (filters.some(({ value }) => value === null || value === undefined)) return undefined;
  return filters.map((filter) => ({ ...filter, value: String(filter.value) }));
}

/** What of a row can be written again: all but what the server computes. */
export const writable = (table: Table, row: Row): Row =>
  Object.fromEntries(table.columns.filter((column) => !column.generated).map((column) => [column.name, row[column.name]]));
