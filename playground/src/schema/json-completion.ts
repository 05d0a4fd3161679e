// Completion of a declaration in JSON: by its JSON Schema, and by the tables and columns that it has as it stands.
import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { findNodeAtLocation, getLocation, getNodeValue, type JSONPath, type Node, parseTree } from "jsonc-parser";

/** What is read of the schema. */
interface Form {
  $ref?: string;
  $defs?: Record<string, Form>;
  type?: string | string[];
  properties?: Record<string, Form>;
  required?: string[];
  items?: Form;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Form[];
  oneOf?: Form[];
  minimum?: number;
  description?: string;
}

/** The forms that a value may have: references and choices are followed. */
function variants(root: Form, form: Form | undefined): Form[] {
  if (form === undefined) return [];
  if (form.$ref !== undefined) {
    const target = root.$defs?.[form.$ref.slice(form.$ref.lastIndexOf("/") + 1)];
    return variants(root, target && { ...target, description: form.description ?? target.description });
  }
  const choices = [...(form.anyOf ?? []), ...(form.oneOf ?? [])];
  return choices.length > 0 ? choices.flatMap((choice) => variants(root, choice)) : [form];
}

function formsAt(root: Form, path: JSONPath): Form[] {
  let forms = variants(root, root);
  for (const step of path) {
    forms = forms.flatMap((form) => variants(root, typeof step === "number" ? form.items : form.properties?.[step]));
  }
  return forms;
}

const isOf = (form: Form, type: string) => form.type === type || (Array.isArray(form.type) && form.type.includes(type));

/** A value to begin with: what is required is there. */
function begun(root: Form, form: Form | undefined): string {
  const [first] = variants(root, form);
  if (first === undefined) return '""';
  if (first.const !== undefined || first.enum !== undefined) return JSON.stringify(first.const ?? first.enum?.[0]);
  if (isOf(first, "object")) return object(root, first);
  if (isOf(first, "array")) return "[]";
  if (isOf(first, "boolean")) return "true";
  return isOf(first, "integer") ? String(first.minimum ?? 0) : '""';
}

const object = (root: Form, form: Form): string => {
  const members = (form.required ?? []).map((name) => `${JSON.stringify(name)}: ${begun(root, form.properties?.[name])}`);
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
};

/** Members that the object may have and has not. */
function members(root: Form, tree: Node | undefined, path: JSONPath, isValued: boolean): Completion[] {
  const parent = tree && findNodeAtLocation(tree, path);
  const present = new Set(parent?.children?.map((property) => property.children?.[0]?.value as string));
  return formsAt(root, path).flatMap((form) =>
    Object.entries(form.properties ?? {})
      .filter(([name]) => !present.has(name))
      .map(([name, member]): Completion => ({
        label: name,
        type: "property",
        apply: isValued ? JSON.stringify(name) : `${JSON.stringify(name)}: ${begun(root, member)}`,
        info: member.description,
      })),
  );
}

/** Names of tables and columns, where a value is one. */
function names(tree: Node | undefined, path: JSONPath): string[] {
  const valueAt = (place: JSONPath): unknown => {
    const node = tree && findNodeAtLocation(tree, place);
    return node && getNodeValue(node);
  };
  const tables = (valueAt(["tables"]) as { name?: string; columns?: { name?: string }[] }[] | undefined) ?? [];
  const columnsOf = (table: (typeof tables)[number] | undefined) => (table?.columns ?? []).map((column) => column?.name ?? "");
  const [root, at, group, index, member] = path;
  if (root !== "tables" || typeof at !== "number" || path.length < 4) return [];
  if (group === "foreignKeys" && member === "references") return tables.map((table) => table?.name ?? "");
  if (group === "foreignKeys" && member === "referencedColumns") {
    const target = valueAt(["tables", at, group, index as number, "references"]);
    return columnsOf(tables.find((table) => table?.name === target));
  }
  return group === "primaryKey" || member === "columns" ? columnsOf(tables[at]) : [];
}

/** Values that may stand there. */
function values(root: Form, tree: Node | undefined, path: JSONPath): Completion[] {
  const declared = names(tree, path).filter((name) => name !== "");
  const forms = formsAt(root, path).flatMap((form): Completion[] => {
    const whole = form.const === undefined ? form.enum : [form.const];
    if (whole !== undefined) return whole.map((value) => ({ label: String(value), apply: JSON.stringify(value), type: "enum", info: form.description }));
    if (isOf(form, "boolean")) return ["true", "false"].map((label) => ({ label, type: "keyword" }));
    if (!isOf(form, "object")) return [];
    return [{ label: form.required?.length === 1 ? (form.required[0] ?? "{}") : "{ … }", apply: object(root, form), type: "type", info: form.description }];
  });
  return [...declared.map((name): Completion => ({ label: name, apply: JSON.stringify(name), type: "class", boost: 9 })), ...forms];
}

export function completedBy(schema: object): (context: CompletionContext) => CompletionResult | null {
  const root = schema as Form;
  return (context) => {
    const text = context.state.doc.toString();
    const { path, previousNode, isAtPropertyKey } = getLocation(text, context.pos);
    const isWithin = previousNode?.type === "string" && context.pos > previousNode.offset && context.pos <= previousNode.offset + previousNode.length;
    const word = isWithin ? null : context.matchBefore(/\w+/);
    if (!isWithin && !word && !context.explicit) return null;
    const from = isWithin && previousNode ? previousNode.offset : (word?.from ?? context.pos);
    const to = isWithin && previousNode ? previousNode.offset + previousNode.length : context.pos;
    const tree = parseTree(text);
    const isValued = /^\s*:/.test(text.slice(to, to + 20));
    const options = isAtPropertyKey ? members(root, tree, path.slice(0, -1), isValued) : values(root, tree, path);
    if (options.length === 0) return null;
    const quote = text[from] === '"' ? '"' : "";
    // What is typed between the quotes is what is looked for.
    return { from: from + quote.length, options: options.map((option) => around(option, from, to)), validFor: /^\w*$/ };
  };
}

/** An option that replaces the quotes too. */
function around(option: Completion, start: number, end: number): Completion {
  const text = typeof option.apply === "string" ? option.apply : option.label;
  return {
    ...option,
    apply: (view, _, from, to) => {
      // Since it was offered, more may have been typed.
      const last = end + (view.state.sliceDoc(to, to + 1) === '"' && end <= to ? to + 1 - end : Math.max(to - end, 0));
      view.dispatch({ changes: { from: Math.min(start, from), to: last, insert: text }, selection: { anchor: Math.min(start, from) + text.length } });
    },
  };
}
