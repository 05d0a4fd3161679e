// Reading and writing rows by REST.
import { note } from "../api/at-hand";
import { json, send } from "../api/client";
import { type ForeignKey, kindOf, restName, type Table } from "../api/model";
import { type Condition, type Filter, filtering, grouped, paramsOf, type View } from "../api/view";

/** A row under the declared names. A JSON document is its text: parsed, its numbers would be rounded. */
export type Row = Record<string, unknown>;

/** The parameter that asks for all columns under their declared names. */
export const selected = (table: Table): [string, string] => [
  "select",
  table.columns.map(({ name, type }) => restName(name) + (kindOf(type) === "json" ? "::text" : "")).join(","),
];

export const addressOf = (tenant: string, table: string, params: [string, string][]) =>
  `/t/${tenant}/rest/${encodeURIComponent(table)}?${new URLSearchParams(params)}`;

const isKey = (table: Table, row: Row): Condition[] =>
  (table.primaryKey ?? []).map((column) => ({ column, operator: "eq", operand: String(row[column]) }));

/** The parameters that find a row by its key. */
export const keyParams = (table: Table, row: Row): [string, string][] => filtering(isKey(table, row));

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

/** Values as JSON, of which documents are texts already. */
export function written(table: Table, row: Row, text = (document: string) => document, value = (plain: unknown) => plain): string {
  const documents = new Set(table.columns.filter(({ type }) => kindOf(type) === "json").map(({ name }) => name));
  const members = Object.entries(row)
    .filter(([, given]) => given !== undefined)
    .map(([name, given]) => {
      const isText = documents.has(name) && typeof given === "string";
      return `${JSON.stringify(name)}:${isText ? text(given) : JSON.stringify(value(given))}`;
    });
  return `{${members.join(",")}}`;
}

const HEADERS = { "content-type": "application/json", prefer: "return=representation" };

/** Sends a request that Explain and Code can be asked about. */
function noted<T>(tenant: string, method: string, path: string, body: string): Promise<T> {
  note(tenant, { protocol: "sent", method, path, headers: HEADERS, body });
  return json<T>(`/t/${tenant}${path}`, { method, headers: HEADERS, body });
}

export async function change(tenant: string, table: Table, row: Row, values: Row): Promise<Row> {
  const path = `/rest${pathOf(table, [...keyParams(table, row), selected(table)])}`;
  const rows = await noted<Row[]>(tenant, "PATCH", path, written(table, values));
  const changed = rows[0];
  if (changed === undefined) throw new Error("the row is gone: someone removed it since");
  return changed;
}

export const insert = (tenant: string, table: Table, row: Row) =>
  noted<Row[]>(tenant, "POST", `/rest${pathOf(table, [selected(table)])}`, `[${written(table, row)}]`);

/** Rows of one request, which takes ten thousand. */
export const PART = 5000;

const partsOf = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

export interface Operation {
  method: string;
  path: string;
  headers?: Record<string, string>;
  /** In JSON, as a batch takes it. */
  body?: string;
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

/** The same for a document that is a text: names of members are left as they are. */
const textInBatch = (document: string) =>
  document.replace(/("(?:[^"\\]|\\.)*")(\s*:)?/g, (all, text: string, colon?: string) =>
    colon === undefined && JSON.parse(text).startsWith("$") ? JSON.stringify(`$${JSON.parse(text)}`) : all,
  );

export const pathOf = (table: Table, params: [string, string][]) => `/${encodeURIComponent(table.name)}?${new URLSearchParams(params)}`;

/** Several operations, all or none. */
export function batch(tenant: string, operations: Operation[], headers: Record<string, string> = {}): Promise<BatchAnswer[]> {
  const texts = operations.map(({ body, ...rest }) => {
    const head = JSON.stringify(rest);
    return body === undefined ? head : `${head.slice(0, -1)},"body":${body}}`;
  });
  const call = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: `[${texts.join(",")}]` };
  return json<BatchAnswer[]>(`/t/${tenant}/batch`, call);
}

/** What adds any number of rows, as operations of a batch. */
export const adding = (table: Table, rows: Row[], prefer = "return=minimal", params: [string, string][] = []): Operation[] =>
  partsOf(rows, PART).map((part) => ({
    method: "POST",
    path: pathOf(table, params),
    headers: { prefer },
    body: `[${part.map((row) => written(table, row, textInBatch, inBatch)).join(",")}]`,
  }));

/** What changes rows that conditions find, as an operation of a batch. */
export const changing = (table: Table, params: [string, string][], values: Row): Operation => ({
  method: "PATCH",
  path: pathOf(table, params),
  headers: { prefer: "return=minimal" },
  body: written(table, values, textInBatch, inBatch),
});

/**
 * Adds any number of rows, all or none. Answers their keys, where the table has one. On trial, the server takes all back in
 * the end: what would fail is known before anything is changed.
 */
export async function insertMany(tenant: string, table: Table, rows: Row[], trial = false): Promise<Row[]> {
  const key = table.primaryKey ?? [];
  const params: [string, string][] = key.length === 0 ? [] : [["select", key.map(restName).join(",")]];
  const prefer = trial || key.length === 0 ? "return=minimal" : "return=representation";
  const answers = await batch(tenant, adding(table, rows, prefer, params), trial ? { prefer: "tx=rollback" } : {});
  return answers.flatMap(({ body }) => (Array.isArray(body) ? (body as Row[]) : []));
}

/** Values of one operation: a batch takes a hundred of these. */
const VALUES = 5000;
const VALUES_OF_SEVERAL_COLUMNS = 100;

/** The parameters that find the rows with one of these values in these columns, in as few parts as a request takes. */
export function among(columns: string[], values: unknown[][]): [string, string][][] {
  const [column = "", ...others] = columns;
  if (others.length === 0) {
    return partsOf(values, VALUES).map((part) => filtering([{ column, operator: "in", operand: part.map(([value]) => String(inBatch(value))) }]));
  }
  const each = (row: unknown[]) => `and(${columns.map((name, at) => grouped({ column: name, operator: "eq", operand: String(inBatch(row[at])) })).join(",")})`;
  return partsOf(values, VALUES_OF_SEVERAL_COLUMNS).map((part) => [["or", `(${part.map(each).join(",")})`]]);
}

/** What removes rows by their keys, as operations of a batch. */
export function removing(table: Table, rows: Row[]): Operation[] {
  const key = table.primaryKey ?? [];
  if (key.length === 0) throw new Error(`${table.name} has no primary key by which to find the rows`);
  const values = rows.map((row) => key.map((name) => row[name]));
  return among(key, values).map((params) => ({ method: "DELETE", path: pathOf(table, params) }));
}

/** Removes rows by their keys, all or none. */
export const remove = (tenant: string, table: Table, rows: Row[]) => batch(tenant, removing(table, rows));

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
