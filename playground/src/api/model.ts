// A declaration, as `GET …/schema` and the declarations' reader have it.

export type ColumnType = string | Record<string, TypeDetail>;

interface TypeDetail {
  width?: string | number;
  unsigned?: boolean;
  precision?: number;
  scale?: number;
  length?: number;
  size?: string;
  fraction?: number;
  values?: string[];
  kind?: string;
}

export interface Column {
  name: string;
  type: ColumnType;
  nullable?: boolean;
  default?: unknown;
  autoIncrement?: boolean;
  generated?: { expression: string };
  comment?: string;
}

export interface Key {
  name: string;
  columns: string[];
}

export interface ForeignKey {
  name: string;
  columns: string[];
  references: string;
  referencedColumns: string[];
  onDelete?: string;
}

export interface Table {
  name: string;
  comment?: string;
  columns: Column[];
  primaryKey?: string[];
  unique?: Key[];
  indexes?: Key[];
  foreignKeys?: ForeignKey[];
}

export interface Declaration {
  tables: Table[];
  views?: { name: string; query: string }[];
}

/** The kinds of types that pages treat alike. */
export type Kind = "boolean" | "integer" | "number" | "text" | "long" | "date" | "datetime" | "time" | "enum" | "set" | "json" | "blob" | "geometry";

const KINDS: Record<string, Kind> = {
  boolean: "boolean",
  int: "integer",
  year: "integer",
  bit: "integer",
  decimal: "number",
  float: "number",
  double: "number",
  char: "text",
  varchar: "text",
  text: "long",
  binary: "blob",
  varbinary: "blob",
  blob: "blob",
  date: "date",
  datetime: "datetime",
  timestamp: "datetime",
  time: "time",
  enum: "enum",
  set: "set",
  json: "json",
  geometry: "geometry",
};

function parts(type: ColumnType): [string, TypeDetail] {
  if (typeof type === "string") return [type, {}];
  return Object.entries(type)[0] ?? ["text", {}];
}

export const kindOf = (type: ColumnType): Kind => KINDS[parts(type)[0]] ?? "text";

export const membersOf = (type: ColumnType): string[] => parts(type)[1].values ?? [];

/** Numbers that JSON has as strings, so that none is rounded. */
export function isTextInJson(type: ColumnType): boolean {
  const [name, detail] = parts(type);
  return name === "decimal" || (name === "int" && detail.width === "big") || (name === "bit" && Number(detail.width) > 32);
}

const INTEGERS: Record<string, string> = { tiny: "TINYINT", small: "SMALLINT", medium: "MEDIUMINT", int: "INT", big: "BIGINT" };
const SIZES: Record<string, string> = { tiny: "TINY", medium: "MEDIUM", long: "LONG" };

/** The type as MySQL writes it. */
export function typeName(type: ColumnType): string {
  const [name, detail] = parts(type);
  const sign = detail.unsigned ? " UNSIGNED" : "";
  const upper = name.toUpperCase();
  switch (name) {
    case "int":
      return (INTEGERS[String(detail.width)] ?? "INT") + sign;
    case "decimal":
      return `DECIMAL(${detail.precision},${detail.scale})${sign}`;
    case "bit":
      return `BIT(${detail.width})`;
    case "char":
    case "varchar":
    case "binary":
    case "varbinary":
      return `${upper}(${detail.length})`;
    case "text":
    case "blob":
      return (SIZES[String(detail.size)] ?? "") + upper;
    case "enum":
    case "set":
      return `${upper}(${(detail.values ?? []).map((value) => `'${value.replaceAll("'", "''")}'`).join(", ")})`;
    case "geometry":
      return (detail.kind ?? "geometry").toUpperCase();
    default:
      return upper + (detail.fraction ? `(${detail.fraction})` : "") + sign;
  }
}

/** A name as REST's grammar takes it: quoted where it is no plain word. */
export const restName = (name: string) =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : `"${name.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
