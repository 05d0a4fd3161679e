// Calls of the server that served this page.
import { currentToken, refuse } from "./session";

export interface Place {
  code: string;
  message: string;
  line?: number;
  column?: number;
  path?: string;
}

interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  problems?: Place[];
  refused?: { table: string; message: string }[];
  line?: number;
}

/** What the server refuses, in its own words. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `the server answered ${status}`);
    this.status = status;
    this.code = body.code ?? "unknown";
    this.title = body.title ?? `Status ${status}`;
    this.body = body;
  }
}

/** The server was not reached at all. */
export class Offline extends Error {
  constructor() {
    super("the server was not reached");
  }
}

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Blob;
  signal?: AbortSignal;
  /** In place of the session's. */
  token?: string;
}

/** An answer of the hundreds 2; anything else is thrown. */
export async function send(path: string, call: Call = {}): Promise<Response> {
  const token = call.token ?? currentToken();
  const headers: Record<string, string> = { ...call.headers };
  if (token) headers.authorization = `Bearer ${token}`;
  let response: Response;
  try {
    response = await fetch(path, { method: call.method ?? "GET", headers, body: call.body, signal: call.signal });
  } catch (error) {
    if (call.signal?.aborted) throw error;
    throw new Offline();
  }
  if (response.ok) return response;
  if (response.status === 401 && call.token === undefined) refuse();
  throw new Problem(response.status, await problemOf(response));
}

async function problemOf(response: Response): Promise<ProblemBody> {
  const text = await response.text();
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return { detail: text.slice(0, 300) || undefined };
  }
}

export async function json<T>(path: string, call?: Call): Promise<T> {
  const response = await send(path, call);
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export const jsonBody = (value: unknown): Pick<Call, "headers" | "body"> => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
