// What a view of a table is: its filters and its order, as the page's address and as REST write them.
import { type Column, kindOf, type Kind, restName, type Table } from "./model";

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

export interface Operator {
  value: string;
  label: string;
}

const OPERATORS: Operator[] = [
  { value: "eq", label: "is" },
  { value: "neq", label: "is not" },
  { value: "gt", label: "is more than" },
  { value: "gte", label: "is at least" },
  { value: "lt", label: "is less than" },
  { value: "lte", label: "is at most" },
  { value: "like", label: "contains" },
  { value: "starts", label: "starts with" },
  { value: "in", label: "is one of" },
  { value: "includes", label: "includes" },
  { value: "null", label: "is empty" },
  { value: "notnull", label: "is not empty" },
];

const EMPTY = ["null", "notnull"];
const ORDERED = ["eq", "neq", "gt", "gte", "lt", "lte", "in", ...EMPTY];

/** The conditions that hold for values of a kind. */
const CONDITIONS: Record<Kind, string[]> = {
  boolean: ["eq", "neq", ...EMPTY],
  integer: ORDERED,
  number: ORDERED,
  text: [...ORDERED, "like", "starts"],
  long: [...ORDERED, "like", "starts"],
  date: ORDERED,
  datetime: ORDERED,
  time: ORDERED,
  enum: ["eq", "neq", "in", ...EMPTY],
  set: ["includes", "eq", "neq", ...EMPTY],
  json: EMPTY,
  blob: EMPTY,
  geometry: EMPTY,
};

export const labelOf = (operator: string) => OPERATORS.find(({ value }) => value === operator)?.label ?? operator;

export const needsValue = (operator: string) => !EMPTY.includes(operator);

export const operatorsOf = (column: Column): Operator[] =>
  CONDITIONS[kindOf(column.type)].map((value) => ({ value, label: labelOf(value) }));

/** The values of a list that was typed, with commas between. */
export const listed = (text: string): string[] => text.split(",").map((part) => part.trim());

/** A condition as REST has it: an operator, and what it compares with. */
export interface Condition {
  column: string;
  operator: string;
  operand: string | string[] | null;
}

/** A text between double quotes, which REST's lists and groups take whatever it holds. */
export const quoted = (value: unknown) => `"${String(value).replace(/["\\]/g, "\\$&")}"`;

export function conditionOf({ column, operator, value }: Filter): Condition {
  switch (operator) {
    case "null":
      return { column, operator: "is", operand: null };
    case "notnull":
      return { column, operator: "not.is", operand: null };
    case "like":
      return { column, operator: "iContains", operand: value };
    case "starts":
      return { column, operator: "iStartsWith", operand: value };
    case "in":
      return { column, operator: "in", operand: listed(value) };
    case "includes":
      return { column, operator: "cs", operand: `{${listed(value).join(",")}}` };
    default:
      return { column, operator, operand: value };
  }
}

const list = (values: string[]) => `(${values.map(quoted).join(",")})`;

const alone = ({ operator, operand }: Condition) =>
  `${operator}.${operand === null ? "null" : Array.isArray(operand) ? list(operand) : operand}`;

/** A condition as a group of them has it: there, names and values are quoted. */
export const grouped = ({ column, operator, operand }: Condition) =>
  `${restName(column)}.${operator}.${operand === null ? "null" : Array.isArray(operand) ? list(operand) : quoted(operand)}`;

/** Words of the API's own: a parameter of such a name is no filter. */
const WORDS = new Set(["select", "order", "limit", "offset", "and", "or", "not", "columns", "on_conflict", "after", "before"]);

/** Whether a parameter of that name is a filter by the column. */
export const isPlain = (name: string) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !WORDS.has(name.toLowerCase());

/** Conditions as parameters, whatever the columns are called. */
export function filtering(conditions: Condition[]): [string, string][] {
  const others = conditions.filter(({ column }) => !isPlain(column));
  const params = conditions.filter(({ column }) => isPlain(column)).map((one): [string, string] => [one.column, alone(one)]);
  if (others.length > 0) params.push(["and", `(${others.map(grouped).join(",")})`]);
  return params;
}

export const ordering = (sort: Sort[]) =>
  sort.map(({ column, descending }) => `${restName(column)}.${descending ? "desc" : "asc"}`).join(",");

/** The parameters of a view, without its page. */
export function paramsOf(view: View): [string, string][] {
  const params = filtering(view.filters.map(conditionOf));
  return view.sort.length > 0 ? [...params, ["order", ordering(view.sort)]] : params;
}

/** A view as the page's address holds it. */
export function searchOf({ table, filters, sort }: View): URLSearchParams {
  const params = new URLSearchParams({ table });
  for (const { column, operator, value } of filters) params.append("f", JSON.stringify([column, operator, value]));
  for (const term of sort) params.append("s", (term.descending ? "-" : "") + term.column);
  return params;
}

/** The view that an address asks for, as far as the table has it. */
export function viewOf(table: Table, params: URLSearchParams): View {
  const filters = params.getAll("f").flatMap((text): Filter[] => {
    try {
      const [column, operator, value] = JSON.parse(text) as string[];
      return column && operator ? [{ column, operator, value: value ?? "" }] : [];
    } catch {
      return [];
    }
  });
  const names = new Set(table.columns.map(({ name }) => name));
  const sort = params.getAll("s").map((term): Sort => {
    // A name may begin with the sign itself.
    const ascending = names.has(term);
    return { column: ascending ? term : term.replace(/^-/, ""), descending: !ascending };
  });
  return { table: table.name, filters: filters.filter(({ column }) => names.has(column)), sort: sort.filter(({ column }) => names.has(column)) };
}
