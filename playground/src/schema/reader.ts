// The declarations' reader: the server's own, as wasm.
import init, * as wasm from "declaration-reader";
import { parseTree, findNodeAtLocation } from "jsonc-parser";
import wasmUrl from "declaration-reader-wasm?url";
import type { Place } from "../api/client";
import type { Declaration } from "../api/model";

export type Language = "sql" | "json";

export interface Read {
  declaration?: Declaration;
  problems: Place[];
  warnings: Place[];
  notTaken: { kind: string; name: string; line: number }[];
  rows: number;
  /** The line that each table is declared on. */
  places: Record<string, number>;
}

export type Change = { kind: string; what: string; detail: string };
export type Preview = { steps: Change[] } | { refused: { table: string | null; message: string }[] };

export interface Reader {
  read: (language: Language, text: string) => Read;
  /** What a push of the text changes; both are JSON. */
  preview: (current: string, next: string) => Preview;
  toSql: (declaration: string) => string;
  /** The JSON Schema of declarations. */
  form: () => object;
}

let loading: Promise<Reader> | undefined;

export function loadReader(): Promise<Reader> {
  loading ??= init({ module_or_path: wasmUrl }).then(
    () => ({
      read,
      preview: (current, next) => JSON.parse(wasm.preview(current, next)) as Preview,
      toSql: wasm.toSql,
      form: () => JSON.parse(wasm.declarationSchema()) as object,
    }),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading as Promise<Reader>;
}

let last: { language: Language; text: string; read: Read } | undefined;

/** Reads a text; the editor and the page ask for the same one. */
function read(language: Language, text: string): Read {
  if (last?.language !== language || last.text !== text) last = { language, text, read: readAnew(language, text) };
  return last.read;
}

function readAnew(language: Language, text: string): Read {
  const none = { notTaken: [], rows: 0, places: {} };
  if (language === "sql") {
    const { schema, ...rest } = JSON.parse(wasm.readSql(text));
    return { ...none, declaration: schema, ...rest };
  }
  if (text.trim() === "") return { ...none, declaration: { tables: [] }, problems: [], warnings: [] };
  const { schema, problems, warnings } = JSON.parse(wasm.readJson(text));
  const tree = parseTree(text);
  const placed = (place: Place): Place => {
    if (place.path === undefined || !tree) return place;
    const node = findNodeAtLocation(tree, pointer(place.path)) ?? tree;
    return { ...place, ...lineOf(text, node.offset) };
  };
  const places: Record<string, number> = {};
  for (const [index, table] of ((schema as Declaration | null)?.tables ?? []).entries()) {
    const node = tree && findNodeAtLocation(tree, ["tables", index]);
    if (node) places[table.name] = lineOf(text, node.offset).line;
  }
  return { ...none, declaration: schema ?? undefined, problems: problems.map(placed), warnings: warnings.map(placed), places };
}

/** A JSON pointer (RFC 6901) as a path. */
function pointer(path: string): (string | number)[] {
  return path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function lineOf(text: string, offset: number) {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
