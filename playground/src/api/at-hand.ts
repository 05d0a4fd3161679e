// The requests of a tenant's pages. The first is at hand: Code and Explain are about it; the others are there to be chosen.
import { useSyncExternalStore } from "react";
import { kept } from "./kept";
import { paramsOf, type View } from "./view";

export type AtHand =
  | { protocol: "rest"; view: View; limit: number }
  | { protocol: "graphql"; query: string; variables?: string; operationName?: string }
  | Sent;

/** A request as it was sent. */
export interface Sent {
  protocol: "sent";
  method: string;
  /** Behind the tenant's address. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

const MOST = 8;
/** Longer bodies are shown nowhere. */
const LONGEST = 20_000;

const NONE: AtHand[] = [];
const listeners = new Set<() => void>();
const key = (tenant: string) => `workersql.requests.${tenant}`;
const known = new Map<string, AtHand[]>();

function read(tenant: string): AtHand[] {
  const there = known.get(tenant);
  if (there) return there;
  const text = sessionStorage.getItem(key(tenant));
  const list = text === null ? NONE : (JSON.parse(text) as AtHand[]);
  known.set(tenant, list);
  return list;
}

function become(tenant: string, list: AtHand[]) {
  known.set(tenant, list.slice(0, MOST));
  kept(sessionStorage, key(tenant), JSON.stringify(list.slice(0, MOST)));
  for (const listener of listeners) listener();
}

/** What stands for the same thing: a table's view as it is now, the query as it is edited. */
function placeOf(request: AtHand): string {
  if (request.protocol === "rest") return `rest ${request.view.table}`;
  return request.protocol === "graphql" ? "graphql" : `${request.method} ${request.path}`;
}

const others = (tenant: string, request: AtHand) => read(tenant).filter((other) => placeOf(other) !== placeOf(request));

export function takeInHand(tenant: string, request: AtHand) {
  become(tenant, [request, ...others(tenant, request)]);
}

/** Remembers a request that was sent, behind the one at hand. */
export function note(tenant: string, request: Sent) {
  if ((request.body?.length ?? 0) > LONGEST) return;
  const [first, ...rest] = others(tenant, request);
  become(tenant, first ? [first, request, ...rest] : [request]);
}

export function useRequests(tenant: string): AtHand[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => read(tenant),
  );
}

/** The path and query of a request by REST, readable: only what has to be is encoded. */
export function restPath(request: Exclude<AtHand, { protocol: "graphql" }>): string {
  if (request.protocol === "sent") return request.path;
  const encoded = (text: string) => encodeURIComponent(text).replace(/%(2C|3A|28|29|2A)/g, decodeURIComponent);
  const params = [...paramsOf(request.view), ["limit", String(request.limit)]];
  const query = params.map(([name = "", value = ""]) => `${encoded(name)}=${encoded(value)}`).join("&");
  return `/rest/${encodeURIComponent(request.view.table)}?${query}`;
}

/** A request in few words. */
export function titleOf(request: AtHand): string {
  if (request.protocol === "rest") return `Rows of ${request.view.table}`;
  if (request.protocol === "graphql") return "The query in GraphiQL";
  return `${request.method} ${request.path.split("?")[0]}`;
}
