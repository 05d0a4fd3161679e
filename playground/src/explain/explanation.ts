// How a request was answered, as the server tells it.
import { type AtHand, restPath } from "../api/at-hand";
import { json, jsonBody, Problem } from "../api/client";

export interface Step {
  detail: string;
  steps?: Step[];
}

export interface Statement {
  sql: string;
  parameters: { kind: string; value?: unknown; length?: number; bytes?: number }[];
  queryPlan: Step[];
  rowsRead: number;
  rowsWritten: number;
}

export interface Operation {
  table: string | null;
  name?: string;
  plan: unknown;
  statements: Statement[];
  rowsRead: number;
  rowsWritten: number;
}

export interface Explanation {
  operations: Operation[];
  timeMicros: { plan: number | null; shard: number | null };
  rowsRead: number;
  rowsWritten: number;
  /** From here to the answer and back, measured here. */
  millis: number;
}

interface GraphqlAnswer {
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: { explain?: Omit<Explanation, "millis"> };
}

/** Asks for a request's explanation. What it would write is undone. */
export async function explain(tenant: string, request: AtHand, signal: AbortSignal): Promise<Explanation> {
  const begun = performance.now();
  if (request.protocol !== "graphql") {
    const sent = request.protocol === "sent" ? request : { method: "GET", headers: {} as Record<string, string>, body: undefined };
    const prefer = [sent.headers.prefer, "explain", "tx=rollback"].filter(Boolean).join(", ");
    const answer = await json<{ explain: Omit<Explanation, "millis"> }>(`/t/${tenant}${restPath(request)}`, {
      method: sent.method,
      headers: { ...sent.headers, prefer },
      body: sent.body,
      signal,
    });
    return { ...answer.explain, millis: performance.now() - begun };
  }
  const variables: unknown = request.variables?.trim() ? JSON.parse(request.variables) : undefined;
  // Of several operations the one that was run, or the first.
  const { single } = await import("../code/document");
  const query = single(request.query, request.operationName);
  const { headers, body } = jsonBody({ query, variables, extensions: { explain: true } });
  const answer = await json<GraphqlAnswer>(`/t/${tenant}/graphql`, {
    method: "POST",
    headers: { ...headers, prefer: "tx=rollback", accept: "application/json" },
    body,
    signal,
  });
  const told = answer.extensions?.explain;
  if (told === undefined) {
    const error = answer.errors?.[0];
    throw new Problem(400, { title: "The query was refused", detail: error?.message ?? "the server told no explanation", code: error?.extensions?.code });
  }
  return { ...told, millis: performance.now() - begun };
}

export interface Branch {
  value: string;
  label: string;
  children?: Branch[];
}

/** SQLite's plan as branches of a tree. */
export const stepsOf = (steps: Step[], path = "s"): Branch[] =>
  steps.map((step, index) => {
    const value = `${path}.${index}`;
    return { value, label: step.detail, children: step.steps && stepsOf(step.steps, value) };
  });

const PLACES = new Set(["limit", "offset", "rows", "at_most"]);

/** A plan in JSON as branches: empty members are left out. */
export function branchesOf(plan: unknown, tables: string[], path = "p"): Branch[] {
  if (plan === null || typeof plan !== "object") return [];
  return Object.entries(plan)
    .filter(([, member]) => member !== null && member !== false && !(Array.isArray(member) && member.length === 0))
    .map(([name, member], index) => {
      const value = `${path}.${index}`;
      const label = Array.isArray(plan) ? `${Number(name) + 1}` : name;
      // A plan names a table by its place in the declaration.
      const shown = name === "table" && typeof member === "number" ? (tables[member] ?? member) : member;
      // A plan is made for values of any kind: it holds their places among them.
      if (PLACES.has(name) && typeof member === "number") return { value, label: `${label}: as given` };
      if (typeof member !== "object") return { value, label: `${label}: ${String(shown)}` };
      return { value, label, children: branchesOf(member, tables, value) };
    });
}
