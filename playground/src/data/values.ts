// Values as texts that one reads and types, and back.
import { applyEdits, format } from "jsonc-parser";
import { type Column, isTextInJson, kindOf } from "../api/model";

/** Bytes of a base64 text. */
export const bytesOf = (base64: string) => Math.max(0, (base64.length * 3) / 4 - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0));

export function shown(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  const kind = kindOf(column.type);
  if (kind === "blob") return `${bytesOf(String(value))} bytes`;
  if (kind === "set" && Array.isArray(value)) return value.join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const laidOut = (document: string) => applyEdits(document, format(document, undefined, { insertSpaces: true, tabSize: 2 }));

/** The text to begin editing with. */
export function editable(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  const kind = kindOf(column.type);
  // A document is a text, which is laid out and stays the same: parsed, its numbers would be rounded.
  if (kind === "json") return laidOut(String(value));
  if (kind === "geometry") return JSON.stringify(value, null, 2);
  if (kind === "set" && Array.isArray(value)) return value.join(",");
  return String(value);
}

const TRUE = ["true", "t", "yes", "y", "on", "1"];
const FALSE = ["false", "f", "no", "n", "off", "0"];

function truth(column: Column, word: string): boolean {
  if (!TRUE.includes(word) && !FALSE.includes(word)) throw new Error(`${column.name} takes true or false, and "${word}" is neither`);
  return TRUE.includes(word);
}

/** The value that a text stands for. Throws what is wrong with it, in words. */
export function typed(column: Column, text: string | null): unknown {
  const kind = kindOf(column.type);
  if (text === null) return null;
  if (text === "" && !["text", "long", "blob", "set"].includes(kind)) {
    if (column.nullable) return null;
    throw new Error(`${column.name} needs a value`);
  }
  switch (kind) {
    case "boolean":
      return truth(column, text.trim().toLowerCase());
    case "integer":
    case "number":
      if (isTextInJson(column.type)) return text.trim();
      if (text.trim() === "" || !Number.isFinite(Number(text))) throw new Error(`${column.name} takes a number, and "${text}" is none`);
      return Number(text);
    case "json":
    case "geometry":
      try {
        const parsed: unknown = JSON.parse(text);
        return kind === "json" ? text.trim() : parsed;
      } catch (error) {
        throw new Error(`${column.name} takes JSON: ${error instanceof Error ? error.message : "this is none"}`);
      }
    case "set":
      // An export has members as JSON.
      if (/^\s*\[/.test(text)) return JSON.parse(text) as unknown;
      return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
    case "datetime":
      return text.replace(" ", "T");
    default:
      return text;
  }
}
